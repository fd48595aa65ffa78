#pragma once
/// Makes the plan of a RoadHierarchy: ranks from the order of streets, every link that can be needed whatever its cost,
/// then the costs, from the lowest rank up.

#include "core/roads/road_hierarchy.h"

#include <memory>
#include <vector>

namespace cresset {

class HierarchyBuilder {
public:
    explicit HierarchyBuilder(std::shared_ptr<RoadNet const> net);
    std::shared_ptr<RoadHierarchy::Plan const> build();

private:
    using Rank = RoadHierarchy::Rank;
    using Link = RoadHierarchy::Link;
    /// All links up, or all down, and the least that it takes between their ends.
    struct Side {
        std::uint32_t RoadHierarchy::Node::*first;
        RoadHierarchy::Links const& links;
        RoadHierarchy::Links& best;
    };

    void rank_states();
    void find_above();
    void contract();
    void lay_out(std::vector<std::vector<Rank>>& ranks, std::uint32_t RoadHierarchy::Node::*first,
                 RoadHierarchy::Links& out);
    void price_steps();
    void price_ways();
    void improve_over_higher(Rank rank, Side const& near, Side const& far);
    void thin_out();
    void list_below(std::uint32_t RoadHierarchy::Node::*first, RoadHierarchy::Links const& links,
                    RoadHierarchy::Below& out);

    std::shared_ptr<RoadHierarchy::Plan> plan_;
    std::vector<std::vector<Rank>> up_;
    std::vector<std::vector<Rank>> down_;
    std::vector<std::uint32_t> link_to_;  // the link of the rank at hand to each other, if there is one
};

}  // namespace cresset
