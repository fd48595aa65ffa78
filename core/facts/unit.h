#pragma once
/// A unit: who can be sent. A car with its crew, a motorcycle, a patrol on foot, a boat, a helicopter.

#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/facts/fields.h"
#include "core/facts/mode.h"
#include "core/facts/status.h"
#include "core/facts/way.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace cresset {

struct Unit {
    std::string call_sign;            // "P12": what people say
    std::string kind;                 // code of resources/codes/units.json: "car", "motorcycle", "foot"
    Mode mode = Mode::emergency_car;  // how it moves on the roads
    std::optional<DepartmentId> department;
    std::optional<StationId> station;
    std::optional<GridId> grid;  // its beat
    std::vector<PersonId> crew;
    std::vector<std::string> capabilities;  // "armed", "dog", "first_aid"
    bool signed_on = true;

    Status status = Status::available;
    Instant status_since{};
    std::optional<IncidentId> incident;   // what it works on
    std::vector<IncidentId> stack;        // what it takes next, in order
    std::optional<Instant> contacted_at;  // when somebody spoke with it since it has this status
    std::optional<Instant>
        snoozed_until;  // its timers are quiet till then; latest_instant: as long as it has this status
    std::optional<Instant> distress_since;
    std::optional<Way> way;
    std::optional<Seq> changed_by;  // the last operator's entry that touched it: "the version"
    friend bool operator==(Unit const&, Unit const&) = default;

    static constexpr auto fields()
    {
        return std::tuple{field("call_sign", &Unit::call_sign),
                          field("capabilities", &Unit::capabilities),
                          field("changed_by", &Unit::changed_by),
                          field("contacted_at", &Unit::contacted_at, 2),
                          field("crew", &Unit::crew),
                          field("department", &Unit::department),
                          field("distress_since", &Unit::distress_since),
                          field("grid", &Unit::grid),
                          field("incident", &Unit::incident),
                          field("kind", &Unit::kind),
                          field("mode", &Unit::mode),
                          field("signed_on", &Unit::signed_on),
                          field("snoozed_until", &Unit::snoozed_until, 2),
                          field("stack", &Unit::stack),
                          field("station", &Unit::station),
                          field("status", &Unit::status),
                          field("status_since", &Unit::status_since),
                          field("way", &Unit::way)};
    }
    bool distress() const { return distress_since.has_value(); }
};

}  // namespace cresset
