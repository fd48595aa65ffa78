#include "core/session/reach_desk.h"

#include "core/roads/reach.h"

#include <algorithm>

namespace cresset {

std::vector<FreeUnit> free_units(World const& world, Roads const& roads)
{
    std::vector<FreeUnit> free;
    for (auto const& [id, unit] : world.units) {
        auto const* fix = world.fix(id);
        bool const can_go = unit.signed_on && !unit.distress() && unit.status == Status::available;
        if (fix == nullptr || !can_go) continue;
        if (auto const at = roads.snap(fix->place, unit.mode)) free.push_back({id, {*at, unit.mode}});
    }
    return free;
}

std::vector<Isochrone> areas_within(std::shared_ptr<Roads const> const& roads, ReachQuestion const& question)
{
    std::vector<Isochrone> all;
    for (std::uint32_t const limit : question.limits_ms) all.push_back({limit, {}});
    if (question.limits_ms.empty()) return all;
    for (Mode const mode : all_modes) {
        std::vector<RoadPosition> starts;
        for (auto const& [at, its_mode] : question.starts)
            if (its_mode == mode) starts.push_back(at);
        if (starts.empty()) continue;
        auto const last = question.limits_ms.back();
        auto const reach = roads->reach_search(mode).reach(starts, last + last / 10, question.way);
        auto drawn = roads->isochrone_drawer(mode).draw(reach, question.limits_ms);
        for (std::size_t i = 0; i < drawn.size(); ++i)
            std::ranges::move(drawn[i].areas, std::back_inserter(all[i].areas));
    }
    return all;
}

CoverageAnswer find_coverage(std::shared_ptr<Roads const> const& roads, std::vector<FreeUnit> const& units,
                             std::vector<std::uint32_t> const& limits_ms, bool with_areas)
{
    CoverageAnswer answer;
    std::vector<CoverUnit> places;
    ReachQuestion question;
    question.limits_ms = limits_ms;
    for (FreeUnit const& one : units) {
        answer.units.push_back(one.unit);
        places.push_back(one.at);
        question.starts.emplace_back(one.at.at, one.at.mode);
    }
    CoverageHoles const judge{roads, limits_ms.empty() ? usual_coverage_limit_ms : limits_ms.back()};
    auto const coverage = CoverageSearch{roads}.cover(places);
    answer.holes = judge.holes(coverage);
    if (with_areas) answer.areas = areas_within(roads, question);
    if (with_areas && !answer.holes.empty()) answer.move = judge.best_move(coverage, places, answer.holes.front());
    for (std::uint32_t i = 0; i < units.size(); ++i) {
        auto const opened = judge.opened_without(coverage, i);
        if (opened.empty()) continue;
        OpenedHole& all = answer.opens[units[i].unit];
        all.middle = opened.front().middle;
        for (CoverageHole const& hole : opened) {
            all.length_mm += hole.length_mm;
            all.streets.insert(all.streets.end(), hole.streets.begin(), hole.streets.end());
        }
    }
    return answer;
}

}  // namespace cresset
