#include "core/roads/route_search.h"

#include "core/base/check.h"

#include <algorithm>

namespace cresset {
namespace {

/// Marks the beginning of a way in a label: the state is entered from the start's own arc, ahead or back. Above all
/// states, so that a way through another state wins where both are equally fast.
constexpr StateNumber from_start = no_number - 2;

/// What is still to come is looked up only where the way is better: it is seldom in the cache.
template <typename Ahead>
void improve(SearchLabels& labels, StateNumber next, std::uint64_t cost_ms, StateNumber before, Ahead&& ahead_ms)
{
    bool const better = cost_ms < labels.cost_ms(next);
    labels.improve(next, cost_ms, before, better ? ahead_ms(next) : 0);
}

}  // namespace

RouteSearch::RouteSearch(std::shared_ptr<RoadNet const> net, std::shared_ptr<Landmarks const> landmarks)
    : net_{std::move(net)}, landmarks_{std::move(landmarks)}
{
    CRESSET_CHECK(net_ != nullptr && net_->state_count() < from_start);
}

void RouteSearch::set_goals(RoadPosition const& to, Landmarks const* landmarks)
{
    goals_.clear();
    longest_rest_ms_ = 0;
    auto const add = [&](RoadPosition const& at) {
        if (!net_->allows(at.arc)) return;
        std::uint32_t const rest = net_->rest_ms(at.arc, at.offset_mm);
        longest_rest_ms_ = std::max(longest_rest_ms_, rest);
        auto const put = [&](StateNumber state) {
            goals_.push_back({state, rest, landmarks != nullptr ? &landmarks->row(state) : nullptr});
        };
        put(at.arc);
        for (StateNumber const state : net_->extra_states_of(at.arc)) put(state);
    };
    add(to);
    if (to.both_ways) add(seen_back(net_->graph(), to));
}

/// At least what is still to come from the end of a state, plus the longest rest so that it is never below zero.
std::uint32_t RouteSearch::ahead_ms(StateNumber state, Landmarks const* landmarks) const
{
    if (landmarks == nullptr) return 0;
    auto const& row = landmarks->row(state);
    std::uint32_t least = UINT32_MAX;
    for (Goal const& goal : goals_)
        least = std::min(least, Landmarks::at_least_ms(row, *goal.row) + longest_rest_ms_ - goal.rest_ms);
    return least;
}

void RouteSearch::leave(RoadPosition const& from, Landmarks const* landmarks)
{
    auto const ahead = [&](StateNumber state) { return ahead_ms(state, landmarks); };
    auto const leave_by = [&](RoadPosition const& at, StateNumber mark) {
        if (!net_->allows(at.arc)) return;
        std::uint64_t const rest = net_->rest_ms(at.arc, at.offset_mm);
        for (auto const& [next, cost_ms] : net_->out(at.arc)) improve(labels_, next, rest + cost_ms, mark, ahead);
    };
    leave_by(from, from_start);
    if (from.both_ways) leave_by(seen_back(net_->graph(), from), from_start + 1);
}

RouteSearch::Found RouteSearch::straight_ahead(RoadPosition const& from, RoadPosition const& to) const
{
    Found best;
    auto const consider = [&](RoadPosition const& start, RoadPosition const& end) {
        if (start.arc != end.arc || start.offset_mm > end.offset_mm || !net_->allows(start.arc)) return;
        std::uint64_t const cost = net_->rest_ms(start.arc, start.offset_mm) - net_->rest_ms(end.arc, end.offset_mm);
        if (cost < best.cost_ms) best = {cost, no_number, start.arc};
    };
    auto const start_back = seen_back(net_->graph(), from);
    auto const end_back = seen_back(net_->graph(), to);
    consider(from, to);
    if (from.both_ways) consider(start_back, to);
    if (to.both_ways) consider(from, end_back);
    if (from.both_ways && to.both_ways) consider(start_back, end_back);
    return best;
}

/// The quicker; of equally quick ones straight ahead, then the lower state.
RouteSearch::Found RouteSearch::better(Found const& a, Found const& b)
{
    if (a.cost_ms != b.cost_ms) return a.cost_ms < b.cost_ms ? a : b;
    return a.state == no_number || a.state < b.state ? a : b;
}

RouteSearch::Found RouteSearch::search(RoadPosition const& from, RoadPosition const& to, Landmarks const* landmarks)
{
    set_goals(to, landmarks);
    labels_.start(net_->state_count());
    looked_at_ = 0;
    Found best = straight_ahead(from, to);
    if (goals_.empty()) return best;
    leave(from, landmarks);
    auto const ahead = [&](StateNumber state) { return ahead_ms(state, landmarks); };
    while (!labels_.empty()) {
        auto const [key, state] = labels_.pop();
        // Ends only beyond the best: all equally fast ways are then known, and the tie rule has seen them.
        if (best.cost_ms != UINT64_MAX && key > best.cost_ms + longest_rest_ms_) break;
        if (!labels_.close(state)) continue;
        ++looked_at_;
        std::uint32_t const cost = labels_.cost_ms(state);
        for (Goal const& goal : goals_)
            if (goal.state == state) best = better(best, {cost - goal.rest_ms, state, no_number});
        for (auto const& [next, cost_ms] : net_->out(state))
            improve(labels_, next, std::uint64_t{cost} + cost_ms, state, ahead);
    }
    return best;
}

std::optional<Route> RouteSearch::route(RoadPosition const& from, RoadPosition const& to, Found const& found)
{
    if (found.cost_ms == UINT64_MAX) return {};
    Route out;
    out.duration_ms = static_cast<std::uint32_t>(found.cost_ms);
    arc_end_ms_.clear();
    RoadGraph const& graph = net_->graph();
    auto const back = seen_back(graph, from);
    if (found.state == no_number) {
        out.arcs.push_back(found.first_arc);
    } else {
        StateNumber state = found.state;
        for (; state < from_start; state = labels_.before(state)) {
            out.arcs.push_back(net_->arc_of(state));
            if (state != found.state) arc_end_ms_.push_back(labels_.cost_ms(state));
        }
        RoadPosition const& start = state == from_start ? from : back;
        out.arcs.push_back(start.arc);
        arc_end_ms_.push_back(net_->rest_ms(start.arc, start.offset_mm));
        std::reverse(out.arcs.begin(), out.arcs.end());
        std::reverse(arc_end_ms_.begin(), arc_end_ms_.end());
    }
    out.start_mm = out.arcs.front() == from.arc ? from.offset_mm : back.offset_mm;
    out.end_mm = out.arcs.back() == to.arc ? to.offset_mm : seen_back(graph, to).offset_mm;
    draw_route(graph, arc_end_ms_, out);
    return out;
}

std::optional<Route> RouteSearch::checked(RoadPosition const& from, RoadPosition const& to, Landmarks const* landmarks)
{
    auto const arcs = net_->graph().arc_count();
    CRESSET_CHECK(from.arc < arcs && to.arc < arcs);
    return route(from, to, search(from, to, landmarks));
}

std::optional<Route> RouteSearch::fastest(RoadPosition const& from, RoadPosition const& to)
{
    return checked(from, to, landmarks_.get());
}

std::optional<Route> RouteSearch::fastest_plain(RoadPosition const& from, RoadPosition const& to)
{
    return checked(from, to, nullptr);
}

std::optional<std::uint32_t> RouteSearch::fastest_ms(RoadPosition const& from, RoadPosition const& to)
{
    auto const found = search(from, to, landmarks_.get());
    if (found.cost_ms == UINT64_MAX) return {};
    return static_cast<std::uint32_t>(found.cost_ms);
}

}  // namespace cresset
