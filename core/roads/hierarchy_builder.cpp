#include "core/roads/hierarchy_builder.h"

#include "core/base/check.h"
#include "core/roads/street_order.h"

#include <algorithm>
#include <numeric>

namespace cresset {
namespace {

using Rank = RoadHierarchy::Rank;
using Link = RoadHierarchy::Link;

/// Adds those of a sorted list that are above a rank to another.
void add_above(Rank rank, std::vector<Rank> const& from, std::vector<Rank>& to, std::vector<Rank>& scratch)
{
    auto const begin = std::upper_bound(from.begin(), from.end(), rank);
    if (begin == from.end()) return;
    scratch.clear();
    std::set_union(to.begin(), to.end(), begin, from.end(), std::back_inserter(scratch));
    to.assign(scratch.begin(), scratch.end());
}

void sort_out(std::vector<Rank>& ranks)
{
    std::sort(ranks.begin(), ranks.end());
    ranks.erase(std::unique(ranks.begin(), ranks.end()), ranks.end());
}

/// Lowers the links of a list to those that go on from one of cost `ms`; every one of them stands in the list.
void lower(std::uint32_t ms, std::span<Link const> onward, Link* list)
{
    for (Link const& link : onward) {
        while (list->other < link.other) ++list;
        list->ms = std::min(list->ms, std::min(ms + link.ms, never_ms));
    }
}

std::span<Link const> above(Rank rank, std::span<Link const> links)
{
    auto const begin = std::upper_bound(links.begin(), links.end(), rank,
                                        [](Rank value, Link const& link) { return value < link.other; });
    return links.subspan(static_cast<std::size_t>(begin - links.begin()));
}

}  // namespace

HierarchyBuilder::HierarchyBuilder(std::shared_ptr<RoadNet const> net) : plan_{std::make_shared<RoadHierarchy::Plan>()}
{
    CRESSET_CHECK(net != nullptr);
    plan_->net = std::move(net);
}

/// Those that the mode cannot use come first: they have no links.
void HierarchyBuilder::rank_states()
{
    RoadNet const& net = *plan_->net;
    plan_->rank_of.assign(net.state_count(), no_number);
    plan_->state_of.reserve(net.state_count());
    auto const rank = [&](StateNumber state) {
        plan_->rank_of[state] = static_cast<Rank>(plan_->state_of.size());
        plan_->state_of.push_back(state);
    };
    auto const order = street_order(net);
    std::vector<std::uint8_t> is_used(net.graph().street_count());
    for (StreetNumber const street : order) is_used[street] = 1;
    auto const rank_street = [&](StreetNumber street) {
        for (ArcNumber const arc : {2 * street, 2 * street + 1}) {
            rank(arc);
            for (StateNumber const extra : net.extra_states_of(arc)) rank(extra);
        }
    };
    for (StreetNumber street = 0; street < is_used.size(); ++street)
        if (!is_used[street]) rank_street(street);
    for (StreetNumber const street : order) rank_street(street);
    CRESSET_CHECK(plan_->state_of.size() == net.state_count());
}

/// The elimination tree of the net taken without directions (Liu 1990).
void HierarchyBuilder::find_above()
{
    RoadNet const& net = *plan_->net;
    auto const count = static_cast<Rank>(net.state_count());
    plan_->nodes.assign(count + 1, {no_number, 0, 0, 0});
    std::vector<Rank> top(count, no_number);  // a shorter way towards the root of each
    for (Rank rank = 0; rank < count; ++rank) {
        auto const hang = [&](StateNumber state) {
            for (Rank below = plan_->rank_of[state]; below < rank;) {
                Rank const next = std::exchange(top[below], rank);
                if (next == no_number) plan_->nodes[below].above = rank;
                below = next;
            }
        };
        for (auto const& step : net.out(plan_->state_of[rank])) hang(step.state);
        for (auto const& step : net.in(plan_->state_of[rank])) hang(step.state);
    }
}

/// From the lowest on: whoever leads to a state and wherever it leads to are linked past it.
void HierarchyBuilder::contract()
{
    RoadNet const& net = *plan_->net;
    auto const count = static_cast<Rank>(net.state_count());
    up_.assign(count, {});
    down_.assign(count, {});
    for (StateNumber state = 0; state < count; ++state)
        for (auto const& step : net.out(state)) {
            Rank const from = plan_->rank_of[state];
            Rank const to = plan_->rank_of[step.state];
            if (from < to) up_[from].push_back(to);
            if (to < from) down_[to].push_back(from);
        }
    for (Rank rank = 0; rank < count; ++rank) sort_out(up_[rank]), sort_out(down_[rank]);
    std::vector<Rank> scratch;
    for (Rank rank = 0; rank < count; ++rank) {
        for (Rank const from : down_[rank]) add_above(from, up_[rank], up_[from], scratch);
        for (Rank const to : up_[rank]) add_above(to, down_[rank], down_[to], scratch);
    }
}

void HierarchyBuilder::lay_out(std::vector<std::vector<Rank>>& ranks, std::uint32_t RoadHierarchy::Node::*first,
                               RoadHierarchy::Links& out)
{
    std::size_t all = 0;
    for (auto const& list : ranks) all += list.size();
    CRESSET_CHECK(all < no_number);
    out.reserve(all);
    for (Rank rank = 0; rank < ranks.size(); ++rank) {
        plan_->nodes[rank].*first = static_cast<std::uint32_t>(out.size());
        for (Rank const other : ranks[rank]) out.push_back({other, never_ms});
        std::vector<Rank>{}.swap(ranks[rank]);
    }
    plan_->nodes.back().*first = static_cast<std::uint32_t>(out.size());
}

void HierarchyBuilder::price_steps()
{
    RoadNet const& net = *plan_->net;
    auto const price = [](auto begin, auto end, Rank other, std::uint32_t ms) {
        auto const link =
            std::lower_bound(begin, end, other, [](Link const& a, Rank value) { return a.other < value; });
        link->ms = std::min(link->ms, ms);
    };
    for (StateNumber state = 0; state < net.state_count(); ++state)
        for (auto const& step : net.out(state)) {
            Rank const from = plan_->rank_of[state];
            Rank const to = plan_->rank_of[step.state];
            auto const* const node = &plan_->nodes[std::min(from, to)];
            auto* const up = plan_->up.data();
            auto* const down = plan_->down.data();
            if (from < to) price(up + node[0].up, up + node[1].up, to, step.cost_ms);
            if (to < from) price(down + node[0].down, down + node[1].down, from, step.cost_ms);
        }
}

void HierarchyBuilder::price_ways()
{
    auto& plan = *plan_;
    for (Rank rank = 0; rank + 1 < plan.nodes.size(); ++rank) {
        for (auto const& [from, ms] : plan.downs(rank))
            if (ms < never_ms) lower(ms, above(from, plan.ups(rank)), plan.up.data() + plan.nodes[from].up);
        for (auto const& [to, ms] : plan.ups(rank))
            if (ms < never_ms) lower(ms, above(to, plan.downs(rank)), plan.down.data() + plan.nodes[to].down);
    }
}

/// Lowers the best of a rank's links in one direction to ways over one higher state. Such a way goes on from there, or
/// on its other side comes back down.
void HierarchyBuilder::improve_over_higher(Rank rank, Side const& near, Side const& far)
{
    auto const& nodes = plan_->nodes;
    auto const begin = nodes[rank].*near.first;
    auto const end = nodes[rank + 1].*near.first;
    auto const improve = [&](std::uint32_t link, std::uint32_t ms) {
        near.best[link].ms = std::min(near.best[link].ms, ms);
    };
    for (std::uint32_t i = begin; i < end; ++i) link_to_[near.links[i].other] = i;
    for (std::uint32_t i = begin; i < end; ++i) {
        Rank const over = near.links[i].other;
        for (std::uint32_t k = nodes[over].*near.first; k < nodes[over + 1].*near.first; ++k)
            if (std::uint32_t const link = link_to_[near.best[k].other]; link != no_number)
                improve(link, near.links[i].ms + near.best[k].ms);
        for (std::uint32_t k = nodes[over].*far.first; k < nodes[over + 1].*far.first; ++k)
            if (std::uint32_t const link = link_to_[far.best[k].other]; link != no_number)
                improve(i, near.links[link].ms + far.best[k].ms);
    }
    for (std::uint32_t i = begin; i < end; ++i) link_to_[near.links[i].other] = no_number;
}

/// From the highest down, how far the two ends of every link truly are apart. What costs more is on no fastest way.
void HierarchyBuilder::thin_out()
{
    auto& plan = *plan_;
    auto best_up = plan.up;
    auto best_down = plan.down;
    Side const up{&RoadHierarchy::Node::up, plan.up, best_up};
    Side const down{&RoadHierarchy::Node::down, plan.down, best_down};
    auto const count = static_cast<Rank>(plan.state_of.size());
    link_to_.assign(count, no_number);
    for (Rank rank = count; rank-- > 0;) {
        improve_over_higher(rank, up, down);
        improve_over_higher(rank, down, up);
    }
    for (Rank rank = 0; rank < count; ++rank) {
        plan.nodes[rank].needed_up = static_cast<std::uint32_t>(plan.needed_up.size());
        for (std::uint32_t i = plan.nodes[rank].up; i < plan.nodes[rank + 1].up; ++i)
            if (plan.up[i].ms < never_ms && plan.up[i].ms == best_up[i].ms) plan.needed_up.push_back(plan.up[i]);
    }
    plan.nodes.back().needed_up = static_cast<std::uint32_t>(plan.needed_up.size());
    plan.needed_up.shrink_to_fit();
}

void HierarchyBuilder::list_below(std::uint32_t RoadHierarchy::Node::*first, RoadHierarchy::Links const& links,
                                  RoadHierarchy::Below& out)
{
    auto const& nodes = plan_->nodes;
    out.first.assign(nodes.size(), 0);
    for (Link const& link : links) ++out.first[link.other + 1];
    std::partial_sum(out.first.begin(), out.first.end(), out.first.begin());
    out.places.resize(links.size());
    auto next = out.first;
    for (Rank rank = 0; rank + 1 < nodes.size(); ++rank)
        for (std::uint32_t i = nodes[rank].*first; i < nodes[rank + 1].*first; ++i)
            out.places[next[links[i].other]++] = {rank, i};
}

std::shared_ptr<RoadHierarchy::Plan const> HierarchyBuilder::build()
{
    rank_states();
    find_above();
    contract();
    lay_out(up_, &RoadHierarchy::Node::up, plan_->up);
    lay_out(down_, &RoadHierarchy::Node::down, plan_->down);
    price_steps();
    price_ways();
    thin_out();
    list_below(&RoadHierarchy::Node::up, plan_->up, plan_->below_up);
    list_below(&RoadHierarchy::Node::down, plan_->down, plan_->below_down);
    return plan_;
}

}  // namespace cresset
