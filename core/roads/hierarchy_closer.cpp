#include "core/roads/hierarchy_closer.h"

#include <algorithm>

namespace cresset {
HierarchyCloser::HierarchyCloser(RoadHierarchy& hierarchy)
    : hierarchy_{hierarchy},
      from_ms_{std::make_unique_for_overwrite<std::uint32_t[]>(hierarchy.state_count())},
      to_ms_{std::make_unique_for_overwrite<std::uint32_t[]>(hierarchy.state_count())}
{
}

RoadHierarchy::Own& HierarchyCloser::own(Rank rank)
{
    if (hierarchy_.has_own(rank)) return hierarchy_.own_.at(rank);
    auto const up = hierarchy_.plan_->ups(rank);
    auto const down = hierarchy_.plan_->downs(rank);
    auto& own = hierarchy_.own_[rank];
    own.up.assign(up.begin(), up.end());
    own.down.assign(down.begin(), down.end());
    hierarchy_.own_bits_[rank / 64] |= std::uint64_t{1} << (rank % 64);
    return own;
}

void HierarchyCloser::close(StateNumber state)
{
    Rank const rank = hierarchy_.rank(state);
    if (hierarchy_.is_closed(rank)) return;
    climb(rank);
    RoadHierarchy::Own& its = own(rank);
    its.closed = true;
    for (auto* links : {&its.up, &its.down})
        for (Link& link : *links) link.ms = never_ms;
    for (std::size_t i = 1; i < chain_.size(); ++i) judge(chain_[i]);
}

/// What it takes from the state upward, and downward to it.
void HierarchyCloser::climb(Rank closed)
{
    chain_.clear();
    for (Rank rank = closed; rank != no_number; rank = hierarchy_.above(rank)) {
        chain_.push_back(rank);
        from_ms_[rank] = to_ms_[rank] = never_ms;
    }
    from_ms_[closed] = to_ms_[closed] = 0;
    for (Rank const rank : chain_) {
        for (auto const& [other, ms] : hierarchy_.up(rank))
            from_ms_[other] = std::min(from_ms_[other], from_ms_[rank] + ms);
        for (auto const& [other, ms] : hierarchy_.down(rank))
            to_ms_[other] = std::min(to_ms_[other], to_ms_[rank] + ms);
    }
}

/// A link can lead over the closed state only if the ways to it and on from it are no longer together. Those of lower
/// ranks are right already.
void HierarchyCloser::judge(Rank low)
{
    auto const may_lead_over = [&](Rank from, Rank to, std::uint32_t ms) {
        return ms < never_ms && std::uint64_t{to_ms_[from]} + from_ms_[to] <= ms;
    };
    for (std::size_t i = 0; i < hierarchy_.up(low).size(); ++i) {
        auto const [to, ms] = hierarchy_.up(low)[i];
        if (!may_lead_over(low, to, ms)) continue;
        std::uint32_t const now_ms = price(low, to, ms);
        if (now_ms != ms) own(low).up[i].ms = now_ms;
    }
    for (std::size_t i = 0; i < hierarchy_.down(low).size(); ++i) {
        auto const [from, ms] = hierarchy_.down(low)[i];
        if (!may_lead_over(from, low, ms)) continue;
        std::uint32_t const now_ms = price(from, low, ms);
        if (now_ms != ms) own(low).down[i].ms = now_ms;
    }
}

std::uint32_t HierarchyCloser::step_ms(Rank from, Rank to) const
{
    std::uint32_t best = never_ms;
    for (auto const& step : hierarchy_.net().out(hierarchy_.state(from)))
        if (step.state == hierarchy_.state(to)) best = std::min(best, step.cost_ms);
    return best;
}

/// The step itself, or the best way over a state that is lower than both; never less than it was before.
std::uint32_t HierarchyCloser::price(Rank from, Rank to, std::uint32_t at_least_ms) const
{
    auto const& plan = *hierarchy_.plan_;
    auto const in = plan.below_down.of(from);
    auto const out = plan.below_up.of(to);
    std::uint32_t best = step_ms(from, to);
    for (std::size_t i = 0, k = 0; best > at_least_ms && i < in.size() && k < out.size();) {
        if (in[i].low == out[k].low) {
            auto const& there = hierarchy_.down(in[i].low)[in[i].link - plan.nodes[in[i].low].down];
            auto const& on = hierarchy_.up(out[k].low)[out[k].link - plan.nodes[out[k].low].up];
            best = std::min(best, there.ms + on.ms);
            ++i, ++k;
        } else if (in[i].low < out[k].low)
            ++i;
        else
            ++k;
    }
    return best;
}

}  // namespace cresset
