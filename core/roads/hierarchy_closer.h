#pragma once
/// Closes states of a RoadHierarchy: finds the links whose way may lead over them and prices those anew.

#include "core/roads/road_hierarchy.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace cresset {

class HierarchyCloser {
public:
    /// Changes the hierarchy, which nobody else may use yet.
    explicit HierarchyCloser(RoadHierarchy& hierarchy);

    void close(StateNumber state);

private:
    using Rank = RoadHierarchy::Rank;
    using Link = RoadHierarchy::Link;

    void climb(Rank closed);
    void judge(Rank low);
    std::uint32_t price(Rank from, Rank to, std::uint32_t at_least_ms) const;
    std::uint32_t step_ms(Rank from, Rank to) const;
    RoadHierarchy::Own& own(Rank rank);

    RoadHierarchy& hierarchy_;
    std::vector<Rank> chain_;                   // from the state that is closed up
    std::unique_ptr<std::uint32_t[]> from_ms_;  // from that state up to each of the chain
    std::unique_ptr<std::uint32_t[]> to_ms_;    // from each of the chain down to it
};

}  // namespace cresset
