#pragma once
/// An incident: what happened, where, how urgent, who works on it, and the stamps of its clock.

#include "core/base/geo.h"
#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/facts/fields.h"
#include "core/facts/mode.h"
#include "core/facts/names.h"
#include "core/facts/text_ref.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace cresset {

enum class IncidentState : std::uint8_t { waiting, dispatched, en_route, on_scene, controlled, closed };
template <>
struct EnumWords<IncidentState> {
    static constexpr std::array<std::string_view, 6> words{"waiting",  "dispatched", "en_route",
                                                           "on_scene", "controlled", "closed"};
};

/// The stamps T0..T11 of an incident's clock; intervals between them are what the standards limit
/// (NENA-STA-020, NFPA 1225, the 110 rules).
enum class Stamp : std::uint8_t {
    ring,
    answered,
    located,
    classified,
    recommended,
    notified,
    acknowledged,
    en_route,
    on_scene,
    controlled,
    available,
    closed
};
inline constexpr std::size_t stamp_count = 12;
template <>
struct EnumWords<Stamp> {
    static constexpr std::array<std::string_view, stamp_count> words{
        "ring",         "answered", "located",  "classified", "recommended", "notified",
        "acknowledged", "en_route", "on_scene", "controlled", "available",   "closed"};
};

/// One unit's work on an incident, from being sent until it is free again.
struct Assignment {
    UnitId unit;
    Instant sent_at{};
    std::optional<std::int64_t> eta_ms;  // promised when it was sent
    std::optional<std::int64_t> distance_mm;
    std::optional<Instant> acknowledged_at, en_route_at, on_scene_at, cleared_at;
    friend bool operator==(Assignment const&, Assignment const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("acknowledged_at", &Assignment::acknowledged_at),
                          field("cleared_at", &Assignment::cleared_at),
                          field("distance_mm", &Assignment::distance_mm),
                          field("en_route_at", &Assignment::en_route_at),
                          field("eta_ms", &Assignment::eta_ms),
                          field("on_scene_at", &Assignment::on_scene_at),
                          field("sent_at", &Assignment::sent_at),
                          field("unit", &Assignment::unit)};
    }
};

/// A place that was held to be right once.
struct FormerPlace {
    Place place;
    Names address;
    Instant until{};
    friend bool operator==(FormerPlace const&, FormerPlace const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("address", &FormerPlace::address), field("place", &FormerPlace::place),
                          field("until", &FormerPlace::until)};
    }
};

/// Where the suspect of an incident was seen.
struct Sighting {
    Place place;
    Instant at{};
    std::optional<Mode> mode;  // how he moved; none: nobody said
    friend bool operator==(Sighting const&, Sighting const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("at", &Sighting::at), field("mode", &Sighting::mode), field("place", &Sighting::place)};
    }
};

struct Incident {
    std::uint32_t number = 0;  // what people say: #1023
    std::string type;          // code of resources/codes/incidents.json
    int priority = 3;          // 1 is the most urgent
    IncidentState state = IncidentState::waiting;
    Place place;
    Names address;                           // as shown: "中山路12号" / "12 Zhongshan Road"; either may be empty
    std::string place_source;                // "operator", "caller", "gazetteer", a feed
    std::vector<FormerPlace> former_places;  // oldest first
    std::vector<Sighting> sightings;         // of its suspect, in the order of what happened
    std::optional<TextRef> caller;           // who called, from where
    std::optional<TextRef> narrative;        // what the caller said
    std::array<std::optional<Instant>, stamp_count> stamps;
    std::vector<Assignment> assignments;  // in the order of sending
    std::optional<IncidentId> duplicate_of;
    std::vector<IncidentId> duplicates;
    std::optional<std::string> disposition;  // code of resources/codes/dispositions.json, once closed
    std::optional<GridId> grid;
    std::optional<DepartmentId> department;
    std::string external;  // its number in the system that it came from
    std::optional<Seq> changed_by;
    friend bool operator==(Incident const&, Incident const&) = default;

    static constexpr auto fields()
    {
        return std::tuple{field("address", &Incident::address),
                          field("assignments", &Incident::assignments),
                          field("caller", &Incident::caller),
                          field("changed_by", &Incident::changed_by),
                          field("department", &Incident::department),
                          field("disposition", &Incident::disposition),
                          field("duplicate_of", &Incident::duplicate_of),
                          field("duplicates", &Incident::duplicates),
                          field("external", &Incident::external),
                          field("former_places", &Incident::former_places),
                          field("grid", &Incident::grid),
                          field("narrative", &Incident::narrative),
                          field("number", &Incident::number),
                          field("place", &Incident::place),
                          field("place_source", &Incident::place_source),
                          field("priority", &Incident::priority),
                          field("sightings", &Incident::sightings, 3),
                          field("stamps", &Incident::stamps),
                          field("state", &Incident::state),
                          field("type", &Incident::type)};
    }
    std::optional<Instant> stamp(Stamp which) const { return stamps[static_cast<std::size_t>(which)]; }
    bool open() const { return state != IncidentState::closed; }
    /// The unit's work that is not cleared yet.
    Assignment const* working(UnitId unit) const
    {
        for (auto const& one : assignments)
            if (one.unit == unit && !one.cleared_at) return &one;
        return nullptr;
    }
};

/// A note on an incident; notes are appended, never changed.
struct Note {
    IncidentId incident;
    Instant at{};
    PersonId who;
    TextRef text;
    friend bool operator==(Note const&, Note const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("at", &Note::at), field("incident", &Note::incident), field("text", &Note::text),
                          field("who", &Note::who)};
    }
};

}  // namespace cresset
