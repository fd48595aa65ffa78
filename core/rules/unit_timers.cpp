#include "core/rules/unit_timers.h"

#include <algorithm>

namespace cresset {

namespace {

/// How much a row has to say of this status and type: nothing, of the status alone, of the group, of the type.
int fit(TimerCode const& row, Status status, TypeCode const* type)
{
    if (row.status != status) return 0;
    if (row.type) return type != nullptr && type->code == *row.type ? 3 : 0;
    if (row.group) return type != nullptr && type->group == *row.group ? 2 : 0;
    return 1;
}

void take(std::int64_t& limit, std::optional<std::int64_t> figure)
{
    if (figure) limit = *figure;
}

UnitTimer timer(Unit const& unit, Instant since, std::int64_t warn_s, std::int64_t due_s)
{
    UnitTimer timer;
    timer.since = since;
    timer.length = Duration{due_s * 1000};
    timer.due_at = since + timer.length;
    timer.warns_at = std::min(since + Duration{warn_s * 1000}, timer.due_at);
    if (unit.snoozed_until) {
        timer.due_at = std::max(timer.due_at, *unit.snoozed_until);
        timer.warns_at = std::max(timer.warns_at, *unit.snoozed_until);
    }
    return timer;
}

}  // namespace

TimerLimits timer_limits(Codes const& codes, Status status, std::string_view type)
{
    TimerLimits limits;
    if (auto const* row = codes.status(status)) limits.warn_s = row->warn_s, limits.alarm_s = row->alarm_s;
    if (!codes.timers) return limits;
    auto const* kind = codes.type(type);
    for (int level = 1; level <= 3; ++level)
        for (TimerCode const& row : *codes.timers) {
            if (fit(row, status, kind) != level) continue;
            take(limits.warn_s, row.warn_s);
            take(limits.alarm_s, row.alarm_s);
            take(limits.check_s, row.check_s);
            take(limits.check_warn_s, row.check_warn_s);
        }
    return limits;
}

UnitTimer const* UnitTimers::next() const
{
    if (!in_status) return welfare ? &*welfare : nullptr;
    if (!welfare) return &*in_status;
    return welfare->due_at <= in_status->due_at ? &*welfare : &*in_status;
}

UnitTimers unit_timers(Codes const& codes, Unit const& unit, std::string_view type)
{
    UnitTimers timers;
    if (!unit.signed_on) return timers;
    auto const limits = timer_limits(codes, unit.status, type);
    if (limits.alarm_s > 0) {
        auto const warn_s = limits.warn_s > 0 ? limits.warn_s : limits.alarm_s;
        timers.in_status = timer(unit, unit.status_since, warn_s, limits.alarm_s);
    }
    if (limits.check_s > 0) {
        auto const since = std::max(unit.status_since, unit.contacted_at.value_or(unit.status_since));
        timers.welfare = timer(unit, since, limits.check_s - limits.check_warn_s, limits.check_s);
    }
    return timers;
}

Instant last_missed(UnitTimer const& welfare, Instant now)
{
    if (now <= welfare.due_at) return welfare.due_at;
    return welfare.due_at + (now - welfare.due_at) / welfare.length * welfare.length;
}

}  // namespace cresset
