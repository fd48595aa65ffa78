#pragma once
/// From anywhere to one place, times alone: one climb from the place, then what each state asked about has above it,
/// every state at most once (the restricted sweep of Delling, Goldberg and Werneck 2011, made on demand). To the
/// millisecond what a plain search backward finds. One searcher serves one thread.

#include "core/roads/number_set.h"
#include "core/roads/road_hierarchy.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace cresset {

class HierarchySearch {
public:
    explicit HierarchySearch(std::shared_ptr<RoadHierarchy const> hierarchy);

    /// From the next start on over another of the same net: arcs were closed or opened.
    void use(std::shared_ptr<RoadHierarchy const> hierarchy);

    /// A state and what it takes from its end to the place.
    struct Goal {
        StateNumber state;
        std::uint32_t ms;
    };
    /// Forgets what was asked before. Goals that are closed count as none.
    void start(std::span<Goal const> goals);
    /// From the end of a state to the nearest goal; never_ms: no way.
    std::uint32_t ms_from(StateNumber state);
    /// Finds what is to be asked about those, faster than one by one.
    void look_at(std::span<StateNumber const> states);

    RoadHierarchy const& hierarchy() const { return *hierarchy_; }
    std::size_t looked_at() const { return looked_at_; }

private:
    using Rank = RoadHierarchy::Rank;
    struct Label {
        std::uint32_t search = 0;
        std::uint32_t ms = never_ms;
    };
    void climb_from(Rank rank);
    void finish();

    std::shared_ptr<RoadHierarchy const> hierarchy_;
    std::vector<Label> labels_;
    std::uint32_t search_ = 0;
    std::vector<Rank> chain_;  // climbed, not finished yet
    std::vector<std::size_t> climb_ends_;
    NumberSet wanted_{0};
    std::vector<Rank> few_;
    std::size_t looked_at_ = 0;
};

}  // namespace cresset
