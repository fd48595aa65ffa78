#include "core/roads/road_graph.h"

#include <algorithm>
#include <numeric>

namespace cresset {

std::string_view name_of(RoadClass road_class)
{
    static constexpr std::array<std::string_view, road_class_count> names{
        "motorway", "trunk",      "primary",  "secondary", "tertiary", "residential", "living_street", "service",
        "track",    "pedestrian", "cycleway", "path",      "footway",  "steps",       "open_ground",   "ferry"};
    return names[static_cast<std::size_t>(road_class)];
}

RoadGraph::RoadGraph() : first_point_{0}, names_{StreetName{}}, first_arc_out_{0}, first_restricted_{0} {}

std::span<ArcNumber const> RoadGraph::arcs_out(NodeNumber node) const
{
    return {arcs_out_.data() + first_arc_out_[node], arcs_out_.data() + first_arc_out_[node + 1]};
}

std::optional<NodeNumber> RoadGraph::node_near(Place place) const
{
    std::optional<NodeNumber> best;
    std::int64_t best_mm = 0;
    for (NodeNumber node = 0; node < node_count(); ++node) {
        std::int64_t const away_mm = distance_mm(place, places_[node]);
        if (!best || away_mm < best_mm) best = node, best_mm = away_mm;
    }
    return best;
}

std::span<Place const> RoadGraph::points(StreetNumber street) const
{
    return {points_.data() + first_point_[street], points_.data() + first_point_[street + 1]};
}

Line RoadGraph::line(ArcNumber arc) const
{
    auto const shape = points(street_of(arc));
    return is_ahead(arc) ? Line(shape.begin(), shape.end()) : Line(shape.rbegin(), shape.rend());
}

std::span<ArcNumber const> RoadGraph::restriction(std::size_t number) const
{
    return {restricted_.data() + first_restricted_[number], restricted_.data() + first_restricted_[number + 1]};
}

void RoadGraph::index()
{
    first_arc_out_.assign(node_count() + 1, 0);
    auto const arcs = static_cast<ArcNumber>(arc_count());
    for (ArcNumber arc = 0; arc < arcs; ++arc) ++first_arc_out_[from(arc) + 1];
    std::partial_sum(first_arc_out_.begin(), first_arc_out_.end(), first_arc_out_.begin());
    arcs_out_.resize(arcs);
    auto next = first_arc_out_;
    for (ArcNumber arc = 0; arc < arcs; ++arc) arcs_out_[next[from(arc)]++] = arc;
    bounds_ = {};
    for (Place const point : points_) bounds_.add(point);
}

}  // namespace cresset
