#include "core/roads/coverage.h"

#include "core/base/check.h"

#include <algorithm>
#include <functional>
#include <tuple>

namespace cresset {
namespace {

std::uint32_t middle_mm(RoadGraph const& graph, ArcNumber arc)
{
    std::uint32_t const half = graph.length_mm(arc) / 2;
    return is_ahead(arc) ? half : graph.length_mm(arc) - half;
}

}  // namespace

RoadPosition middle_of(RoadGraph const& graph, StreetNumber street)
{
    return position_on(graph, 2 * street, middle_mm(graph, 2 * street));
}

void StreetCover::offer(std::uint32_t unit, std::uint32_t unit_ms)
{
    if (unit == who) {
        ms = std::min(ms, unit_ms);
        return;
    }
    if (std::tie(unit_ms, unit) < std::tie(ms, who)) {
        std::swap(ms, unit_ms);
        std::swap(who, unit);
    }
    if (std::tie(unit_ms, unit) < std::tie(next_ms, next_who)) next_ms = unit_ms, next_who = unit;
}

CoverageSearch::CoverageSearch(std::shared_ptr<Roads const> roads) : roads_{std::move(roads)}
{
    CRESSET_CHECK(roads_ != nullptr);
}

void CoverageSearch::wait(std::uint64_t ms, StateNumber state, std::uint32_t who)
{
    auto const& passed = passed_[state];
    if (ms >= never_ms || passed[1] != no_number || passed[0] == who) return;
    queue_.push_back({static_cast<std::uint32_t>(ms), state, who});
    std::push_heap(queue_.begin(), queue_.end(), std::greater<>{});
}

/// Along its own arc to the middle of the street, and into the arcs after it.
void CoverageSearch::leave(RoadNet const& net, RoadPosition const& at, std::uint32_t who)
{
    if (!net.allows(at.arc)) return;
    std::uint32_t const rest = net.rest_ms(at.arc, at.offset_mm);
    std::uint32_t const middle = middle_mm(net.graph(), at.arc);
    if (at.offset_mm <= middle) out_[street_of(at.arc)].offer(who, rest - net.rest_ms(at.arc, middle));
    for (auto const& [next, cost_ms] : net.out(at.arc)) wait(std::uint64_t{rest} + cost_ms, next, who);
}

void CoverageSearch::pass(RoadNet const& net, Waiting const& here)
{
    auto& passed = passed_[here.state];
    if (passed[1] != no_number || passed[0] == here.who) return;
    passed[passed[0] == no_number ? 0 : 1] = here.who;
    ArcNumber const arc = net.arc_of(here.state);
    out_[street_of(arc)].offer(here.who, here.ms - net.rest_ms(arc, middle_mm(net.graph(), arc)));
    for (auto const& [next, cost_ms] : net.out(here.state)) wait(std::uint64_t{here.ms} + cost_ms, next, here.who);
}

void CoverageSearch::spread(RoadNet const& net)
{
    while (!queue_.empty()) {
        std::pop_heap(queue_.begin(), queue_.end(), std::greater<>{});
        Waiting const here = queue_.back();
        queue_.pop_back();
        pass(net, here);
    }
}

Coverage CoverageSearch::cover(std::span<CoverUnit const> units)
{
    RoadGraph const& graph = roads_->graph();
    out_.assign(graph.street_count(), StreetCover{});
    for (Mode const mode : all_modes) {
        auto const is_of_mode = [&](CoverUnit const& unit) { return unit.mode == mode; };
        if (std::none_of(units.begin(), units.end(), is_of_mode)) continue;
        auto const net = roads_->net(mode);
        passed_.assign(net->state_count(), {no_number, no_number});
        queue_.clear();
        for (std::uint32_t who = 0; who < units.size(); ++who) {
            if (!is_of_mode(units[who])) continue;
            CRESSET_CHECK(units[who].at.arc < graph.arc_count());
            leave(*net, units[who].at, who);
            if (units[who].at.both_ways) leave(*net, seen_back(graph, units[who].at), who);
        }
        spread(*net);
    }
    return std::move(out_);
}

}  // namespace cresset
