#pragma once
/// The whole situation, as a value: copy it, compare it, keep yesterday's. It holds facts and nothing that came from a
/// clock, a file or a city pack otherwise than through an entry, so a journal replays alone. Only advance() changes it.

#include "core/base/table.h"
#include "core/facts/act.h"
#include "core/facts/codes.h"
#include "core/facts/fix.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace cresset {

/// An act that its seat can take back (or do again): the rows as they stood before it (or after it), and as it left
/// them. What differs between the two is what the act did; all else that happened to the rows since stays.
struct Undoable {
    ActId act;
    Seq first;         // its first entry: the version that it gave the rows
    std::string kind;  // of its first event
    Images images;
    Images left;
    friend bool operator==(Undoable const&, Undoable const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("act", &Undoable::act), field("first", &Undoable::first),
                          field("images", &Undoable::images), field("kind", &Undoable::kind),
                          field("left", &Undoable::left)};
    }
};

/// What the world remembers of a seat.
struct SeatState {
    std::uint32_t acts = 0;      // number of its last act
    std::uint32_t ids = 0;       // number of the last id that it issued
    std::vector<Undoable> done;  // newest last, at most max_undo
    std::vector<Undoable> undone;
    friend bool operator==(SeatState const&, SeatState const&) = default;
    static constexpr auto fields()
    {
        return std::tuple{field("acts", &SeatState::acts), field("done", &SeatState::done),
                          field("ids", &SeatState::ids), field("undone", &SeatState::undone)};
    }
    static constexpr std::size_t max_undo = 20;
};

struct World {
    ShiftOpened shift;
    Codes codes;
    std::string drill;  // text of the drill, empty if none
    Table<PersonId, Person> people;
    Table<DepartmentId, Department> departments;
    Table<StationId, Station> stations;
    Table<GridId, Grid> grids;
    Table<CameraId, Camera> cameras;
    Table<DroneId, Drone> drones;
    Table<UnitId, Unit> units;
    Table<UnitId, Fix> fixes;  // one row for each unit; Fix::at is 0 until its first fix
    Table<IncidentId, Incident> incidents;
    Table<NoteId, Note> notes;
    Table<OverrideId, Override> overrides;
    Table<HazardId, Hazard> hazards;
    Table<AlertId, Alert> alerts;
    Table<FenceId, Fence> fences;
    Table<CordonId, Cordon> cordons;
    Closures closures;
    Table<StageDrillId, StageDrill> stage_drills;
    Table<RequestId, Request> requests;  // those still open
    Table<std::string, FeedCounted> feeds;
    Table<SeatId, SeatState> seats;
    std::uint32_t next_incident_number = 1001;
    Seq last;      // the last entry that was applied
    Instant at{};  // when it was written
    friend bool operator==(World const&, World const&) = default;

    /// The last fix of a unit, if it ever had one.
    Fix const* fix(UnitId unit) const
    {
        auto const* row = fixes.find(unit);
        return row != nullptr && row->at != Instant{} ? row : nullptr;
    }
};

/// By what people say: a call sign (case does not matter), an incident number.
std::optional<UnitId> find_unit(World const& world, std::string_view call_sign);
std::optional<IncidentId> find_incident(World const& world, std::uint32_t number);
/// The unit that is free the longest of those for which something waits; nothing if there is none.
std::optional<UnitId> free_with_next(World const& world);
/// "P12", "#1023": what people say. "?" for what is not there.
std::string call_sign(World const& world, UnitId unit);
std::string number_text(World const& world, IncidentId incident);

/// True if who goes there must be warned: the place lies within the hazard's own radius, or within
/// limits.hazard_radius_m of it if that is wider.
bool reaches(Hazard const& hazard, Place place, Limits const& limits);

/// The world that a new shift begins with: units, sites, hazards and open incidents go on; what is closed stays in the
/// old file.
World take_over(World const& world);

}  // namespace cresset
