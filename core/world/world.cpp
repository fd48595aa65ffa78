#include "core/world/world.h"

#include "core/base/text.h"
#include "core/world/distress.h"

#include <algorithm>
#include <fmt/format.h>

namespace cresset {

std::optional<UnitId> find_unit(World const& world, std::string_view call_sign)
{
    std::string const wanted = lower(call_sign);
    for (auto const& [id, unit] : world.units)
        if (lower(unit.call_sign) == wanted) return id;
    return {};
}

std::optional<IncidentId> find_incident(World const& world, std::uint32_t number)
{
    for (auto const& [id, incident] : world.incidents)
        if (incident.number == number) return id;
    return {};
}

std::string call_sign(World const& world, UnitId unit)
{
    auto const* row = world.units.find(unit);
    return row == nullptr ? "?" : row->call_sign;
}

std::string number_text(World const& world, IncidentId incident)
{
    auto const* row = world.incidents.find(incident);
    return row == nullptr ? "#?" : fmt::format("#{}", row->number);
}

bool reaches(Hazard const& hazard, Place place, Limits const& limits)
{
    std::int64_t const reach_m = std::max<std::int64_t>(hazard.radius_m, limits.hazard_radius_m);
    return distance_mm(place, hazard.place) <= reach_m * 1000;
}

std::optional<UnitId> free_with_next(World const& world)
{
    std::optional<UnitId> longest;
    Instant since{};
    for (auto const& [id, unit] : world.units) {
        bool const free = unit.signed_on && !unit.distress() && unit.status == Status::available;
        if (!free || unit.stack.empty() || (longest && unit.status_since >= since)) continue;
        longest = id;
        since = unit.status_since;
    }
    return longest;
}

World take_over(World const& world)
{
    World next = world;
    next.incidents.clear();
    next.notes.clear();
    next.overrides.clear();
    next.alerts.clear();
    next.feeds.clear();
    next.cordons.clear();
    next.stage_drills.clear();
    for (auto const& [id, incident] : world.incidents)
        if (incident.open()) next.incidents.put(id, incident);
    for (auto const& [id, note] : world.notes)
        if (next.incidents.contains(note.incident)) next.notes.put(id, note);
    for (auto const& [id, row] : world.overrides)
        if (next.incidents.contains(row.incident)) next.overrides.put(id, row);
    for (auto const& [id, alert] : world.alerts)
        if (!alert.acknowledged_at || calls_for_help(alert, world)) next.alerts.put(id, alert);
    for (auto const& [id, cordon] : world.cordons)
        if (next.incidents.contains(cordon.incident)) next.cordons.put(id, cordon);
    for (auto const& [id, drill] : world.stage_drills)
        if (!drill.ended_at) next.stage_drills.put(id, drill);
    for (auto& [id, seat] : next.seats) seat.done.clear(), seat.undone.clear();
    auto const forget_version = [](auto& row) { row.changed_by.reset(); };
    for (auto& [id, unit] : next.units) forget_version(unit);
    for (auto& [id, incident] : next.incidents) forget_version(incident);
    for (auto& [id, hazard] : next.hazards) forget_version(hazard);
    for (auto& [id, drone] : next.drones) forget_version(drone);
    for (auto& [id, fence] : next.fences) forget_version(fence);
    for (auto& [id, cordon] : next.cordons) forget_version(cordon);
    for (auto& [id, closure] : next.closures) forget_version(closure);
    for (auto& [id, drill] : next.stage_drills) forget_version(drill);
    next.requests.clear();
    for (auto const& [id, request] : world.requests) {  // the entry that asked is in the old file: a number of its own
        RequestId const renamed{Seq{0}, static_cast<std::uint16_t>(next.requests.size())};
        next.requests.put(renamed, request);
    }
    next.last = Seq{0};
    return next;
}

}  // namespace cresset
