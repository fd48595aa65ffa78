#include "core/rules/fence_hours.h"

#include "core/base/time_zone.h"

#include <algorithm>

namespace cresset {

namespace {

int day_of_year(LocalTime const& day)
{
    return day.month * 100 + day.day;
}

bool is_within(int value, int from, int to)
{
    return from <= to ? value >= from && value <= to : value >= from || value <= to;
}

bool is_day(FenceHours const& hours, LocalTime const& day)
{
    int const from_monday = (day.weekday + 6) % 7;
    bool const in_season = hours.from_day == 0 || is_within(day_of_year(day), hours.from_day, hours.to_day);
    return in_season && (hours.weekdays >> from_monday) % 2 == 1;
}

template <typename Value>
bool shares(std::vector<Value> const& wanted, std::vector<Value> const& had)
{
    return std::ranges::any_of(wanted, [&](Value const& one) { return std::ranges::find(had, one) != had.end(); });
}

}  // namespace

bool is_watched(FenceHours const& hours, Instant at, std::string_view zone)
{
    if (at < hours.starts_at.value_or(at) || at >= hours.ends_at.value_or(latest_instant)) return false;
    LocalTime const now = local_time(at, zone);
    int const minute = now.hour * 60 + now.minute;
    bool const over_midnight = hours.from_min >= hours.to_min;
    if (!over_midnight) return minute >= hours.from_min && minute < hours.to_min && is_day(hours, now);
    if (minute >= hours.from_min) return is_day(hours, now);
    if (minute >= hours.to_min) return false;
    return is_day(hours, local_time(at - std::chrono::minutes{minute + 1}, zone));  // it began the day before
}

bool concerns(FenceFor const& whom, Unit const& unit)
{
    if (!whom.kinds.empty() && std::ranges::find(whom.kinds, unit.kind) == whom.kinds.end()) return false;
    if (!whom.tags.empty() && !shares(whom.tags, unit.capabilities)) return false;
    if (whom.departments.empty()) return true;
    return unit.department && std::ranges::find(whom.departments, *unit.department) != whom.departments.end();
}

}  // namespace cresset
