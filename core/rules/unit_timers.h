#pragma once
/// How long a unit has been in its status, and how long it has gone without word, against the limits of the tables
/// (resources/codes/timers.json and status.json): two stages each, first a warning, then an alarm. Welfare checks every
/// 30 minutes are a usual default of search teams, every 20 of crews inside a fire, every 5 to 10 of crews with an
/// offender; an agency sets its own.

#include "core/base/time.h"
#include "core/facts/codes.h"
#include "core/facts/unit.h"

#include <optional>
#include <string_view>

namespace cresset {

/// Seconds; 0 is no limit.
struct TimerLimits {
    std::int64_t warn_s = 0, alarm_s = 0;        // of the time in status
    std::int64_t check_warn_s = 0, check_s = 0;  // the welfare check: word every check_s, announced check_warn_s before
    friend bool operator==(TimerLimits const&, TimerLimits const&) = default;
};

/// `type`: of the incident that the unit works on; empty if there is none.
TimerLimits timer_limits(Codes const& codes, Status status, std::string_view type);

enum class TimerStage : std::uint8_t { running, warned, over };

struct UnitTimer {
    Instant since{};     // it runs from here
    Duration length{};   // the limit, were it not snoozed
    Instant warns_at{};  // never after due_at
    Instant due_at{};
    TimerStage stage(Instant now) const
    {
        return now >= due_at ? TimerStage::over : now >= warns_at ? TimerStage::warned : TimerStage::running;
    }
    friend bool operator==(UnitTimer const&, UnitTimer const&) = default;
};

struct UnitTimers {
    std::optional<UnitTimer> in_status, welfare;
    /// The one that comes due first.
    UnitTimer const* next() const;
};

/// Snoozing puts off what would have come before its end. A unit off duty has no timers.
UnitTimers unit_timers(Codes const& codes, Unit const& unit, std::string_view type);

/// From when on the welfare check is missed anew: it comes due again and again until there is word.
Instant last_missed(UnitTimer const& welfare, Instant now);

}  // namespace cresset
