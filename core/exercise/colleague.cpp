#include "core/exercise/tick.h"

#include <algorithm>

namespace cresset {

namespace {

bool suits(Tick const& tick, UnitId id, Unit const& unit, TypeCode const* type)
{
    if (!unit.signed_on || unit.status != Status::available || unit.distress()) return false;
    if (tick.moved.contains(id) || tick.world.fix(id) == nullptr) return false;
    if (type == nullptr) return true;
    return std::all_of(type->needs.begin(), type->needs.end(), [&](std::string const& need) {
        return std::find(unit.capabilities.begin(), unit.capabilities.end(), need) != unit.capabilities.end();
    });
}

/// Those who can go, the quickest first.
std::vector<RankedUnit> quickest(Tick const& tick, Incident const& incident, TypeCode const* type, std::size_t wanted)
{
    std::vector<Candidate> free;
    for (auto const& [id, unit] : tick.world.units) {
        if (!suits(tick, id, unit, type)) continue;
        Candidate candidate;
        candidate.unit = id;
        candidate.place = tick.world.fix(id)->place;
        candidate.mode = unit.mode;
        free.push_back(candidate);
    }
    if (free.empty()) return {};
    return tick.guide.recommend(free, incident.place, wanted, tick.world.closures).ranked;
}

void send(Tick& tick, IncidentId id, Incident const& incident)
{
    auto const* row = tick.drill.call(incident.type);
    auto const* type = tick.world.codes.type(incident.type);
    auto const wanted = static_cast<std::size_t>(row == nullptr ? 1 : row->units);
    auto candidates = quickest(tick, incident, type, wanted);
    if (candidates.empty() && type != nullptr) candidates = quickest(tick, incident, nullptr, wanted);
    if (candidates.empty()) return;
    UnitsDispatched dispatch;
    dispatch.incident = id;
    for (RankedUnit const& one : candidates) dispatch.units.push_back({one.unit, one.eta_ms, one.distance_mm});
    if (!tick.add(dispatch)) return;
    for (auto const& sent : dispatch.units) tick.moved.insert(sent.unit);
}

std::string ending(Tick const& tick, IncidentId id, Incident const& incident)
{
    auto const* row = tick.drill.call(incident.type);
    if (row != nullptr && !row->dispositions.empty())
        return row->dispositions[tick.dice_below(row->dispositions.size(), Stream::disposition, id.packed())];
    return tick.world.codes.dispositions.empty() ? "handled" : tick.world.codes.dispositions.front().code;
}

}  // namespace

void colleague_helps(Tick& tick)
{
    auto const& habits = tick.drill.colleague;
    if (habits.takes_after_s <= 0) return;
    for (auto const& [id, incident] : tick.world.incidents) {
        if (!incident.open() || incident.duplicate_of || tick.handled.contains(id)) continue;
        auto const answered = incident.stamp(Stamp::answered);
        if (incident.assignments.empty()) {
            if (answered && tick.at - *answered >= Duration{habits.takes_after_s * 1000}) send(tick, id, incident);
            continue;
        }
        bool const left = std::all_of(incident.assignments.begin(), incident.assignments.end(),
                                      [](Assignment const& one) { return one.cleared_at.has_value(); });
        auto const& last = incident.assignments.back();
        if (left && last.on_scene_at && tick.at - *last.cleared_at >= Duration{habits.closes_after_s * 1000})
            tick.add(IncidentClosed{id, ending(tick, id, incident)});
    }
}

}  // namespace cresset
