#include "core/session/alarm_load.h"

#include "core/world/distress.h"

#include <algorithm>
#include <tuple>

namespace cresset {

AlarmLoad alarm_load(World const& world, Instant now, AlarmLoad before)
{
    AlarmLoad load;
    for (auto const& [id, alert] : world.alerts)
        if (alert.raised_at <= now && now - alert.raised_at < alarm_window) ++load.in_ten_minutes;
    load.flood = load.in_ten_minutes > flood_begins_above || (before.flood && load.in_ten_minutes >= flood_ends_below);
    return load;
}

bool is_shelved(Alert const& alert, Instant now)
{
    return !alert.acknowledged_at && alert.shelved_until && *alert.shelved_until > now;
}

std::vector<AlertId> shelved_alarms(World const& world, Instant now)
{
    std::vector<AlertId> shelved;
    for (auto const& [id, alert] : world.alerts)
        if (is_shelved(alert, now)) shelved.push_back(id);
    auto const back_at = [&](AlertId id) { return std::pair{*world.alerts.find(id)->shelved_until, id}; };
    std::sort(shelved.begin(), shelved.end(), [&](AlertId a, AlertId b) { return back_at(a) < back_at(b); });
    return shelved;
}

std::vector<AlertId> standing_alarms(World const& world, Instant now)
{
    std::vector<AlertId> standing;
    for (auto const& [id, alert] : world.alerts)
        if (calls_for_help(alert, world) || (!alert.acknowledged_at && !is_shelved(alert, now))) standing.push_back(id);
    auto const later = [&](AlertId id) {
        Alert const& alert = *world.alerts.find(id);
        return std::tuple{alert.kind == AlertKind::distress, alert.raised_at, id};
    };
    std::sort(standing.begin(), standing.end(), [&](AlertId a, AlertId b) { return later(a) > later(b); });
    return standing;
}

}  // namespace cresset
