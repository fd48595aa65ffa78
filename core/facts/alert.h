#pragma once
/// An alert: what, where, since when. It stays until somebody acknowledged it, or what raised it is over; shelved, it
/// is out of the way for a time and then stands again. Distress cannot be shelved, and stands until it is cancelled.

#include "core/base/geo.h"
#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/facts/fence.h"
#include "core/facts/fields.h"

#include <cstdint>
#include <optional>
#include <string>

namespace cresset {

enum class AlertKind : std::uint8_t {
    distress,
    hazard_near,
    not_acknowledged,
    held_too_long,
    doubtful_fix,
    link_lost,
    status_overdue,  // in its status for longer than the table of timers allows
    welfare_check,   // no word from the unit for longer than that
    fence_crossed    // something happened at a fence that asks for an alert
};
template <>
struct EnumWords<AlertKind> {
    static constexpr std::array<std::string_view, 9> words{"distress",       "hazard_near",   "not_acknowledged",
                                                           "held_too_long",  "doubtful_fix",  "link_lost",
                                                           "status_overdue", "welfare_check", "fence_crossed"};
};

struct Alert {
    AlertKind kind = AlertKind::distress;
    std::optional<UnitId> unit;
    std::optional<IncidentId> incident;
    std::optional<HazardId> hazard;
    std::optional<FenceId> fence;
    std::optional<FenceEvent> fence_event;  // the last one, if there were several
    std::optional<int> priority;            // of a fence's alert: 1 to 3
    std::optional<Place> place;
    Instant raised_at{};
    std::optional<Instant> acknowledged_at;
    std::optional<PersonId> acknowledged_by;
    std::optional<Instant> shelved_until;  // put aside till then
    friend bool operator==(Alert const&, Alert const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("acknowledged_at", &Alert::acknowledged_at),
                          field("acknowledged_by", &Alert::acknowledged_by),
                          field("fence", &Alert::fence, 3),
                          field("fence_event", &Alert::fence_event, 3),
                          field("hazard", &Alert::hazard),
                          field("incident", &Alert::incident),
                          field("kind", &Alert::kind),
                          field("place", &Alert::place),
                          field("priority", &Alert::priority, 3),
                          field("raised_at", &Alert::raised_at),
                          field("shelved_until", &Alert::shelved_until, 2),
                          field("unit", &Alert::unit)};
    }
};

}  // namespace cresset
