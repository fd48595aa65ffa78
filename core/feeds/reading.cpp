#include "core/feeds/reading.h"

#include <array>

namespace cresset::feeds {

namespace {

constexpr std::int64_t day_ms = 86'400'000;

std::int64_t distance(std::int64_t a, std::int64_t b)
{
    return a < b ? b - a : a - b;
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

}  // namespace cresset::feeds
