#pragma once
/// A drill file (resources/drills/*.json): the fleet, how a simulated city lives, which calls come in. Data only; all
/// numbers are whole, so that the same drill and seed give the same shift on every machine.

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/facts/names.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cresset {

/// A length in seconds between two ends, thrown for each case.
struct SecondsRange {
    std::int64_t from = 0, to = 0;
    friend bool operator==(SecondsRange const&, SecondsRange const&) = default;
};

/// Units of one kind, the same number at each station of a department kind.
struct FleetRow {
    std::string kind;        // of resources/codes/units.json
    std::string call_sign;   // "P": P01, P02 ...
    std::string department;  // "police", "fire", ...; empty: every station
    std::int64_t per_station = 0;
    std::vector<std::string> capabilities;
    friend bool operator==(FleetRow const&, FleetRow const&) = default;
};

/// One kind of call: a Poisson process, its rate by the hour of the day (local time).
struct CallRow {
    std::string type;                       // of resources/codes/incidents.json
    std::int64_t priority = 0;              // 0: the type's own
    std::int64_t per_day_x10 = 0;           // calls a day, in tenths, for the whole city
    std::vector<std::int64_t> by_hour;      // 24 weights; empty: even over the day
    SecondsRange scene_s{300, 1200};        // how long a unit works there
    std::int64_t units = 1;                 // how many a colleague would send
    std::vector<Names> texts;               // what callers say
    std::vector<std::string> dispositions;  // how it ends
    friend bool operator==(CallRow const&, CallRow const&) = default;
};

/// A call at a fixed moment of the drill.
struct ScriptedCall {
    std::int64_t at_s = 0;
    std::string type;
    std::int64_t priority = 0;
    std::optional<std::string> where;  // "lat,lon"; none: thrown
    Names text;
    friend bool operator==(ScriptedCall const&, ScriptedCall const&) = default;
};

/// How crews behave.
struct CrewHabits {
    SecondsRange acknowledge_s{3, 15};
    SecondsRange turnout_s{10, 60};  // from being sent to driving
    std::int64_t deaf_percent = 0;   // dispatches that a crew does not hear
    SecondsRange pause_s{20, 120};   // between two patrol ways
    std::int64_t patrol_radius_m = 2500;
    std::int64_t stops_a_day = 6;  // own traffic stops and checks of a unit
    SecondsRange stop_s{180, 600};
    friend bool operator==(CrewHabits const&, CrewHabits const&) = default;
};

/// A simulated dispatcher at the next seat, who takes what nobody takes.
struct Colleague {
    std::int64_t takes_after_s = 0;    // waiting time of a call before the colleague takes it; 0: never
    std::int64_t closes_after_s = 60;  // after the last unit left
    friend bool operator==(Colleague const&, Colleague const&) = default;
};

struct Drill {
    Names name;
    std::optional<Instant> starts_at;  // none: when it is opened
    std::int64_t length_s = 8 * 3600;
    std::int64_t tick_ms = 1000;
    std::int64_t fix_every_s = 5;
    std::vector<FleetRow> fleet;
    std::int64_t drones = 0;
    std::vector<CallRow> calls;
    std::vector<ScriptedCall> script;
    CrewHabits crews;
    Colleague colleague;
    friend bool operator==(Drill const&, Drill const&) = default;

    CallRow const* call(std::string_view type) const;
};

/// Reads a drill; a problem names the line or the field that is wrong and what is expected there.
Result<Drill> read_drill(std::string_view json);
/// The text of a drill that can be read, with the time at which it starts if it says none: what a shift adopts, so that
/// its script is counted from there however often the shift goes on.
std::string with_start(std::string_view json, Instant starts);

}  // namespace cresset
