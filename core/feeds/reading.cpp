#include "core/feeds/reading.h"

#include <algorithm>
#include <array>
#include <limits>

namespace cresset::feeds {

namespace {

constexpr std::int64_t day_ms = 86'400'000;

std::int64_t distance(std::int64_t a, std::int64_t b)
{
    return a < b ? b - a : a - b;
}

/// Rounded up to the next whole one of `unit`, at most what 16 bits hold.
std::uint16_t in_units(std::int32_t value, std::int32_t unit)
{
    std::int64_t const units = (std::int64_t{std::max(value, 0)} + unit - 1) / unit;
    return static_cast<std::uint16_t>(std::min<std::int64_t>(units, std::numeric_limits<std::uint16_t>::max()));
}

}  // namespace

std::optional<Instant> observed_at(Reading const& reading)
{
    if (!reading.day || !reading.time_of_day) return {};
    return instant(*reading.day * day_ms + *reading.time_of_day);
}

Instant observed_at(Reading const& reading, Instant received_at)
{
    if (auto const known = observed_at(reading)) return *known;
    if (!reading.time_of_day) return received_at;
    std::int64_t const received = ms(received_at);
    std::int64_t const today = (received - (received % day_ms + day_ms) % day_ms) + *reading.time_of_day;
    std::int64_t nearest = today;
    for (std::int64_t const other : std::array{today - day_ms, today + day_ms})
        if (distance(other, received) < distance(nearest, received)) nearest = other;
    return instant(nearest);
}

std::optional<Fix> to_fix(Reading const& reading, Instant received_at)
{
    if (!reading.has_fix()) return {};
    Fix fix;
    fix.place = *reading.place;
    fix.at = observed_at(reading, received_at);
    fix.speed_cm_s = in_units(reading.speed_mm_s.value_or(0), 10);
    if (reading.course_cdeg) fix.course_deg = static_cast<std::uint16_t>((*reading.course_cdeg + 50) / 100 % 360);
    fix.accuracy_m = in_units(reading.accuracy_mm.value_or(0), 1000);
    return fix;
}

}  // namespace cresset::feeds
