#include "core/roads/reach.h"

#include "core/base/check.h"

#include <algorithm>

namespace cresset {
namespace {

// In a label's "before": the way begins at the start of that number. Above all states.
constexpr StateNumber from_start = 1U << 31U;

/// The farthest length along an arc from whose point to the arc's end it still takes `rest_ms`.
std::uint32_t last_with_rest(RoadNet const& net, ArcNumber arc, std::uint32_t rest_ms)
{
    std::uint64_t const length = net.graph().length_mm(arc);
    if (rest_ms == 0) return static_cast<std::uint32_t>(length);
    return static_cast<std::uint32_t>(length - 1 - (rest_ms - 1) * length / net.arc_ms(arc));
}

/// The first length along an arc from whose point to the arc's end it takes no more than `rest_ms`.
std::uint32_t first_with_rest(RoadNet const& net, ArcNumber arc, std::uint32_t rest_ms)
{
    std::uint64_t const length = net.graph().length_mm(arc);
    return static_cast<std::uint32_t>(length - std::min(length, rest_ms * length / net.arc_ms(arc)));
}

}  // namespace

std::uint32_t part_ms(RoadNet const& net, ReachWay way, ReachedPart const& part, std::uint32_t offset_mm)
{
    std::uint32_t const rest = net.rest_ms(part.arc, offset_mm);
    if (way == ReachWay::out) return part.start_ms + net.rest_ms(part.arc, part.start_mm) - rest;
    return part.end_ms + rest - net.rest_ms(part.arc, part.end_mm);
}

std::optional<std::uint32_t> Reach::node_ms(NodeNumber node) const
{
    auto const found = std::lower_bound(nodes.begin(), nodes.end(), node,
                                        [](ReachedNode const& row, NodeNumber number) { return row.node < number; });
    if (found == nodes.end() || found->node != node) return {};
    return found->ms;
}

std::optional<std::uint32_t> Reach::ms_at(RoadNet const& net, RoadPosition const& at) const
{
    std::uint32_t best = never_ms;
    auto const look = [&](RoadPosition const& point) {
        auto part = std::lower_bound(parts.begin(), parts.end(), point.arc,
                                     [](ReachedPart const& row, ArcNumber arc) { return row.arc < arc; });
        for (; part != parts.end() && part->arc == point.arc; ++part)
            if (point.offset_mm >= part->start_mm && point.offset_mm <= part->end_mm)
                best = std::min(best, part_ms(net, way, *part, point.offset_mm));
    };
    look(at);
    if (at.both_ways) look(seen_back(net.graph(), at));
    return best == never_ms ? std::nullopt : std::optional{best};
}

ReachSearch::ReachSearch(std::shared_ptr<RoadNet const> net)
    : net_{std::move(net)}, touched_{net_->state_count()}, touched_nodes_{net_->graph().node_count()}
{
    CRESSET_CHECK(net_->state_count() < from_start);
    owners_.resize(net_->state_count());
    at_node_.resize(net_->graph().node_count());
}

void ReachSearch::improve(StateNumber state, std::uint64_t cost_ms, StateNumber before)
{
    if (cost_ms >= never_ms) return;
    touched_.put(state);
    labels_.improve(state, cost_ms, before, 0);
}

std::uint32_t ReachSearch::owner(StateNumber state) const
{
    StateNumber const before = labels_.before(state);
    return before >= from_start ? before - from_start : owners_[before];
}

/// Into the arcs after the start's own; backward, into the ends of the arcs before it. The start's own arc is no state
/// of the search yet: who comes round to it again enters it anew.
void ReachSearch::leave(RoadPosition const& at, std::uint32_t who)
{
    if (!net_->allows(at.arc)) return;
    std::uint64_t const rest = net_->rest_ms(at.arc, at.offset_mm);
    auto const enter = [&](StateNumber goal) {
        for (auto const& [state, cost_ms] : net_->in(goal)) improve(state, cost_ms - rest, from_start + who);
    };
    if (out_.way == ReachWay::out) {
        if (rest > out_.limit_ms) return;
        for (auto const& [next, cost_ms] : net_->out(at.arc)) improve(next, rest + cost_ms, from_start + who);
        return;
    }
    enter(at.arc);
    for (StateNumber const goal : net_->extra_states_of(at.arc)) enter(goal);
}

void ReachSearch::spread()
{
    bool const out = out_.way == ReachWay::out;
    while (!labels_.empty() && labels_.lowest_key() <= out_.limit_ms) {
        auto const [key, state] = labels_.pop();
        if (!labels_.close(state)) continue;
        ++looked_at_;
        owners_[state] = owner(state);
        for (auto const& [next, cost_ms] : out ? net_->out(state) : net_->in(state))
            improve(next, key + cost_ms, state);
    }
}

void ReachSearch::add_node(NodeNumber node, std::uint64_t ms, std::uint32_t who)
{
    if (ms > out_.limit_ms) return;
    ReachedNode const found{node, static_cast<std::uint32_t>(ms), who};
    if (found < at_node_[node] || !touched_nodes_.has(node)) at_node_[node] = found;
    touched_nodes_.put(node);
}

/// From the start along its own arc, as far as the limit; backward, along it up to the start.
void ReachSearch::start_part(RoadPosition const& at, std::uint32_t who)
{
    if (!net_->allows(at.arc)) return;
    RoadGraph const& graph = net_->graph();
    std::uint32_t const length = graph.length_mm(at.arc);
    std::uint32_t const rest = net_->rest_ms(at.arc, at.offset_mm);
    ReachedPart part{.arc = at.arc, .start_mm = at.offset_mm, .end_mm = at.offset_mm, .who = who};
    if (out_.way == ReachWay::out) {
        part.end_mm = last_with_rest(*net_, at.arc, rest - std::min(rest, out_.limit_ms));
        part.end_ms = rest - net_->rest_ms(at.arc, part.end_mm);
    } else {
        part.start_mm = first_with_rest(*net_, at.arc, std::min(net_->arc_ms(at.arc), rest + out_.limit_ms));
        part.start_ms = net_->rest_ms(at.arc, part.start_mm) - rest;
    }
    out_.parts.push_back(part);
    if (part.start_mm == 0) add_node(graph.from(at.arc), part.start_ms, who);
    if (part.end_mm == length) add_node(graph.to(at.arc), part.end_ms, who);
}

/// What lies within the limit of the arc that a state of the search stands for.
void ReachSearch::state_part(StateNumber state)
{
    RoadGraph const& graph = net_->graph();
    ArcNumber const arc = net_->arc_of(state);
    std::uint32_t const cost = labels_.cost_ms(state);
    std::uint32_t const whole = net_->arc_ms(arc);
    ReachedPart part{.arc = arc, .end_mm = graph.length_mm(arc), .who = owner(state)};
    if (out_.way == ReachWay::out) {
        if (cost - whole > out_.limit_ms) return;
        part.start_ms = cost - whole;
        part.end_mm = last_with_rest(*net_, arc, cost - std::min(cost, out_.limit_ms));
        part.end_ms = cost - net_->rest_ms(arc, part.end_mm);
        add_node(graph.to(arc), cost, part.who);
    } else {
        // Nobody stands with a memory of how he came: extra states are passed through only.
        if (state >= graph.arc_count() || cost > out_.limit_ms) return;
        part.start_mm = first_with_rest(*net_, arc, std::min(whole, out_.limit_ms - cost));
        part.start_ms = cost + net_->rest_ms(arc, part.start_mm);
        part.end_ms = cost;
        add_node(graph.from(arc), std::uint64_t{cost} + whole, part.who);
    }
    out_.parts.push_back(part);
}

/// The first few came in any order, the others by number of their arc but for the extra states at the end.
void ReachSearch::sort_parts(std::size_t started)
{
    auto& parts = out_.parts;
    auto const begin = parts.begin() + static_cast<std::ptrdiff_t>(started);
    auto const less = [](ReachedPart const& a, ReachedPart const& b) { return a.arc < b.arc; };
    auto const end = std::is_sorted_until(begin, parts.end(), less);
    std::sort(parts.begin(), begin);
    std::sort(end, parts.end());
    std::inplace_merge(parts.begin(), begin, end);
    std::inplace_merge(parts.begin(), end, parts.end());
}

Reach ReachSearch::reach(std::span<RoadPosition const> starts, std::uint32_t limit_ms, ReachWay way)
{
    CRESSET_CHECK(limit_ms < never_ms && starts.size() < from_start);
    out_ = {.way = way, .limit_ms = limit_ms, .nodes = {}, .parts = {}};
    labels_.start(net_->state_count());
    looked_at_ = 0;
    for (std::uint32_t who = 0; who < starts.size(); ++who) {
        CRESSET_CHECK(starts[who].arc < net_->graph().arc_count());
        leave(starts[who], who);
        start_part(starts[who], who);
        if (!starts[who].both_ways) continue;
        auto const back = seen_back(net_->graph(), starts[who]);
        leave(back, who);
        start_part(back, who);
    }
    spread();
    std::size_t const started = out_.parts.size();
    touched_.take_all([&](StateNumber state) { state_part(state); });
    sort_parts(started);
    touched_nodes_.take_all([&](NodeNumber node) { out_.nodes.push_back(at_node_[node]); });
    return std::move(out_);
}

}  // namespace cresset
