#pragma once
/// Mission time: milliseconds since 1970-01-01T00:00:00Z. It has no now(): time enters the program on journal entries
/// only, so that a replayed shift sees the same instants as the original. Only a session asks a TimeSource.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cresset {

struct MissionClock {
    using rep = std::int64_t;
    using period = std::milli;
    using duration = std::chrono::duration<rep, period>;
    using time_point = std::chrono::time_point<MissionClock>;
    static constexpr bool is_steady = true;
};

using Duration = MissionClock::duration;
using Instant = MissionClock::time_point;

constexpr std::int64_t ms(Instant at)
{
    return at.time_since_epoch().count();
}
constexpr Instant instant(std::int64_t since_epoch_ms)
{
    return Instant{Duration{since_epoch_ms}};
}

/// The times that the calendar shows, years 0000 to 9999. Whatever reads from outside refuses others, so that
/// differences of times always fit.
inline constexpr Instant earliest_instant = instant(-62'167'219'200'000);
inline constexpr Instant latest_instant = instant(253'402'300'799'999);
constexpr bool in_calendar(Instant at)
{
    return at >= earliest_instant && at <= latest_instant;
}

/// Who to ask for the time. The console asks the system, an exercise its own clock, a test reads from a script.
class TimeSource {
public:
    virtual ~TimeSource() = default;
    virtual Instant now() = 0;
};

/// "2026-11-22T19:02:41.250Z"; without the fraction where it is zero. Times outside the calendar show its ends.
std::string to_iso(Instant at);
/// ISO 8601 with Z or an offset, seconds and fraction optional ("2026-11-22T19:02Z"). Nothing if it is no such time, or
/// outside the calendar.
std::optional<Instant> from_iso(std::string_view text);
/// "90s", "30m", "8h", "2d", "250ms". Nothing if it is no such length or does not fit.
std::optional<Duration> parse_duration(std::string_view text);

}  // namespace cresset
