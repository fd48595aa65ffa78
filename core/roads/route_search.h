#pragma once
/// The fastest way between two positions on the roads, for one mode. Two methods with the same answer to the last arc:
/// a plain one (Dijkstra 1959) that everybody can check, and one led by landmarks. Of equally fast ways the one that
/// comes from the lower state number wins, step by step from the target back. One searcher serves one thread; the net
/// and the landmarks are shared. After the first searches a search allocates nothing but the route.

#include "core/roads/landmarks.h"
#include "core/roads/route.h"
#include "core/roads/search_labels.h"

#include <memory>
#include <optional>

namespace cresset {

class RouteSearch {
public:
    /// Without landmarks the fast method is the plain one. They must be of this net.
    explicit RouteSearch(std::shared_ptr<RoadNet const> net, std::shared_ptr<Landmarks const> landmarks = {});

    /// Nothing if there is no way. From a position with both_ways one may leave in either direction.
    std::optional<Route> fastest(RoadPosition const& from, RoadPosition const& to);
    std::optional<Route> fastest_plain(RoadPosition const& from, RoadPosition const& to);
    /// The time alone; the quickest of the three to compute.
    std::optional<std::uint32_t> fastest_ms(RoadPosition const& from, RoadPosition const& to);

    RoadNet const& net() const { return *net_; }
    /// States looked at by the last search, for those who measure.
    std::size_t looked_at() const { return looked_at_; }

private:
    struct Goal {
        StateNumber state;
        std::uint32_t rest_ms;  // of the arc beyond the target
        Landmarks::Row const* row;
    };
    struct Found {
        std::uint64_t cost_ms = UINT64_MAX;
        StateNumber state = no_number;  // of the goal; no_number: straight ahead on the first arc
        ArcNumber first_arc = no_number;
    };
    Found search(RoadPosition const& from, RoadPosition const& to, Landmarks const* landmarks);
    static Found better(Found const& a, Found const& b);
    void set_goals(RoadPosition const& to, Landmarks const* landmarks);
    void leave(RoadPosition const& from, Landmarks const* landmarks);
    Found straight_ahead(RoadPosition const& from, RoadPosition const& to) const;
    std::uint32_t ahead_ms(StateNumber state, Landmarks const* landmarks) const;
    std::optional<Route> route(RoadPosition const& from, RoadPosition const& to, Found const& found);
    std::optional<Route> checked(RoadPosition const& from, RoadPosition const& to, Landmarks const* landmarks);

    std::shared_ptr<RoadNet const> net_;
    std::shared_ptr<Landmarks const> landmarks_;
    SearchLabels labels_;
    std::vector<Goal> goals_;
    std::uint32_t longest_rest_ms_ = 0;
    std::vector<std::uint32_t> arc_end_ms_;
    std::size_t looked_at_ = 0;
};

}  // namespace cresset
