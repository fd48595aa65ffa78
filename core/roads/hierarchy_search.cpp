#include "core/roads/hierarchy_search.h"

#include "core/base/check.h"

#include <algorithm>

namespace cresset {

HierarchySearch::HierarchySearch(std::shared_ptr<RoadHierarchy const> hierarchy)
{
    use(std::move(hierarchy));
}

void HierarchySearch::use(std::shared_ptr<RoadHierarchy const> hierarchy)
{
    CRESSET_CHECK(hierarchy != nullptr);
    hierarchy_ = std::move(hierarchy);
    if (labels_.size() == hierarchy_->state_count()) return;
    labels_.assign(hierarchy_->state_count(), Label{});
    wanted_ = NumberSet{hierarchy_->state_count()};
}

/// Adds to the chain what is above a rank and was not met yet.
void HierarchySearch::climb_from(Rank rank)
{
    for (; rank != no_number && labels_[rank].search != search_; rank = hierarchy_->above(rank)) {
        labels_[rank] = {search_, never_ms};
        chain_.push_back(rank);
        hierarchy_->fetch_needed_up(rank);
    }
    climb_ends_.push_back(chain_.size());
}

/// Of each climb downward from the highest: all that a state leads to above it is known then.
void HierarchySearch::finish()
{
    std::size_t begin = 0;
    for (std::size_t const end : climb_ends_) {
        for (std::size_t i = end; i-- > begin;) {
            std::uint32_t best = labels_[chain_[i]].ms;
            for (auto const& [other, ms] : hierarchy_->needed_up(chain_[i]))
                best = std::min(best, ms + labels_[other].ms);
            labels_[chain_[i]].ms = best;
        }
        begin = end;
    }
    looked_at_ += chain_.size();
    chain_.clear();
    climb_ends_.clear();
}

void HierarchySearch::start(std::span<Goal const> goals)
{
    if (++search_ == 0) {
        std::fill(labels_.begin(), labels_.end(), Label{});
        search_ = 1;
    }
    chain_.clear();
    climb_ends_.clear();
    looked_at_ = 0;
    for (auto const& [state, ms] : goals) {
        CRESSET_CHECK(state < labels_.size());
        Rank const rank = hierarchy_->rank(state);
        climb_from(rank);
        labels_[rank].ms = std::min(labels_[rank].ms, ms);
    }
    std::sort(chain_.begin(), chain_.end());
    for (Rank const rank : chain_) {
        std::uint32_t& own = labels_[rank].ms;
        if (hierarchy_->is_closed(rank)) own = never_ms;
        for (auto const& [other, ms] : hierarchy_->down(rank)) {
            std::uint32_t& best = labels_[other].ms;
            best = std::min(best, own + ms);
        }
    }
    climb_ends_.assign(1, chain_.size());
    finish();
}

std::uint32_t HierarchySearch::ms_from(StateNumber state)
{
    Rank const rank = hierarchy_->rank(state);
    if (labels_[rank].search != search_) {
        climb_from(rank);
        finish();
    }
    return labels_[rank].ms;
}

/// A few at a time, so that the memory of all of them is fetched at once; by rank, as neighbours share what is above.
void HierarchySearch::look_at(std::span<StateNumber const> states)
{
    constexpr std::size_t at_once = 16;
    for (StateNumber const state : states) wanted_.put(hierarchy_->rank(state));
    few_.clear();
    auto const climb = [&] {
        for (Rank const rank : few_) climb_from(rank);
        finish();
        few_.clear();
    };
    wanted_.take_all([&](Rank rank) {
        hierarchy_->fetch_above(rank);
        __builtin_prefetch(&labels_[rank]);
        few_.push_back(rank);
        if (few_.size() == at_once) climb();
    });
    climb();
}

}  // namespace cresset
