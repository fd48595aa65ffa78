#include "core/roads/road_graph_builder.h"

#include "core/base/check.h"
#include "core/roads/hilbert.h"
#include "core/roads/road_limits.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>

namespace cresset {
namespace {

/// Points added where two are so far apart that arithmetic on segments would leave its range.
Line with_short_segments(Line const& line)
{
    Line out{line.front()};
    for (std::size_t i = 1; i < line.size(); ++i) {
        std::int64_t const pieces = distance_mm(line[i - 1], line[i]) / (road_limit::segment_mm / 2) + 1;
        for (std::int64_t piece = 1; piece < pieces; ++piece)
            out.push_back(between(line[i - 1], line[i], piece, pieces));
        out.push_back(line[i]);
    }
    return out;
}

std::uint32_t clamped_length(std::int64_t length_in_mm)
{
    return static_cast<std::uint32_t>(std::clamp<std::int64_t>(length_in_mm, 1, road_limit::street_mm));
}

Speeds within_limits(Speeds speeds)
{
    for (auto& speed : speeds)
        if (speed != 0) speed = std::clamp(speed, slowest_cm_s, road_limit::fastest_cm_s);
    return speeds;
}

/// Positions 0..n-1 sorted by a key, equal ones as they were.
template <typename Key>
std::vector<std::uint32_t> sorted_by(std::size_t n, Key key)
{
    std::vector<std::uint32_t> order(n);
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return key(a) < key(b); });
    return order;
}

std::vector<std::uint32_t> inverse(std::vector<std::uint32_t> const& order, std::size_t n)
{
    std::vector<std::uint32_t> place_in(n, no_number);
    for (std::uint32_t i = 0; i < order.size(); ++i) place_in[order[i]] = i;
    return place_in;
}

}  // namespace

NodeTicket RoadGraphBuilder::add_node(Place place, NodeFlags flags)
{
    CRESSET_CHECK(road_limit::is_on_earth(place) && places_.size() < road_limit::count);
    places_.push_back(place);
    node_flags_.push_back(static_cast<NodeFlags>(flags & node_flag::all));
    arcs_at_.emplace_back();
    return {static_cast<std::uint32_t>(places_.size() - 1)};
}

void RoadGraphBuilder::add_node_flags(NodeTicket node, NodeFlags flags)
{
    CRESSET_CHECK(node.value < places_.size());
    node_flags_[node.value] = static_cast<NodeFlags>(node_flags_[node.value] | (flags & node_flag::all));
}

NameNumber RoadGraphBuilder::add_name(StreetName const& name)
{
    auto const [row, is_new] = name_numbers_.try_emplace(name, static_cast<NameNumber>(names_.size()));
    if (is_new) names_.push_back(name);
    return row->second;
}

StreetTicket RoadGraphBuilder::add_street(NewStreet street)
{
    CRESSET_CHECK(street.from.value < places_.size() && street.to.value < places_.size());
    CRESSET_CHECK(street.name < names_.size() && streets_.size() < road_limit::count);
    for (Place const point : street.between) CRESSET_CHECK(road_limit::is_on_earth(point));
    auto const ticket = static_cast<std::uint32_t>(streets_.size());
    arcs_at_[street.from.value].push_back(2 * ticket);
    arcs_at_[street.to.value].push_back(2 * ticket + 1);
    streets_.push_back(std::move(street));
    return {ticket};
}

std::uint32_t RoadGraphBuilder::end_of(std::uint32_t arc) const
{
    NewStreet const& street = streets_[street_of(arc)];
    return is_ahead(arc) ? street.to.value : street.from.value;
}

/// The arcs of a restriction in driving order; nothing where they do not meet, or meet in more than one way.
std::optional<std::vector<std::uint32_t>> RoadGraphBuilder::trace(NewRestriction const& restriction) const
{
    std::vector<StreetTicket> streets{restriction.from};
    streets.insert(streets.end(), restriction.via.begin(), restriction.via.end());
    streets.push_back(restriction.to);
    std::vector<std::vector<std::uint32_t>> ways;
    auto const extend = [&](auto const& self, std::vector<std::uint32_t> way) -> void {
        if (way.size() == streets.size()) return ways.push_back(std::move(way));
        for (std::uint32_t const arc : {2 * streets[way.size()].value, 2 * streets[way.size()].value + 1}) {
            bool const is_first = way.empty();
            std::uint32_t const start = end_of(twin(arc));
            if (!is_first && end_of(way.back()) != start) continue;
            if (way.size() == 1 && restriction.at_node && restriction.at_node->value != start) continue;
            if (!is_first && arc == way.back()) continue;
            auto longer = way;
            longer.push_back(arc);
            self(self, std::move(longer));
        }
    };
    extend(extend, {});
    if (ways.size() != 1) return {};
    return ways.front();
}

bool RoadGraphBuilder::add_restriction(NewRestriction const& restriction)
{
    auto const known = [&](StreetTicket street) { return street.value < streets_.size(); };
    CRESSET_CHECK(known(restriction.from) && known(restriction.to));
    CRESSET_CHECK(std::all_of(restriction.via.begin(), restriction.via.end(), known));
    if (restriction.via.size() > road_limit::restriction_arcs - 2) return false;
    auto const modes = static_cast<ModeMask>(restriction.modes & every_mode);
    auto way = trace(restriction);
    if (!way || modes == 0) return false;
    forbidden_.push_back({std::move(*way), modes, restriction.only});
    return true;
}

/// An "only" forbids all other ways out of where the last but one arc ends; asked when all streets are there.
std::vector<std::vector<std::uint32_t>> RoadGraphBuilder::what_it_forbids(Forbidden const& way) const
{
    if (!way.only) return {way.arcs};
    std::vector<std::vector<std::uint32_t>> out;
    for (std::uint32_t const other : arcs_at_[end_of(way.arcs[way.arcs.size() - 2])]) {
        if (other == way.arcs.back()) continue;
        out.push_back(way.arcs);
        out.back().back() = other;
    }
    return out;
}

void RoadGraphBuilder::put_nodes(RoadGraph& graph, std::vector<std::uint32_t> const& order) const
{
    for (auto const node : order) {
        graph.places_.push_back(places_[node]);
        graph.node_flags_.push_back(node_flags_[node]);
    }
}

void RoadGraphBuilder::put_street(RoadGraph& graph, NewStreet const& street,
                                  std::vector<std::uint32_t> const& node_number) const
{
    Line shape{places_[street.from.value]};
    shape.insert(shape.end(), street.between.begin(), street.between.end());
    shape.push_back(places_[street.to.value]);
    shape = with_short_segments(shape);
    graph.points_.insert(graph.points_.end(), shape.begin(), shape.end());
    CRESSET_CHECK(graph.points_.size() < no_number);
    graph.first_point_.push_back(static_cast<std::uint32_t>(graph.points_.size()));
    graph.streets_.push_back(
        {.ends = {node_number[street.from.value], node_number[street.to.value]},
         .length_mm = clamped_length(street.length_mm != 0 ? street.length_mm : cresset::length_mm(shape)),
         .name = street.name,
         .speeds = {within_limits(street.ahead), within_limits(street.back)},
         .road_class = street.road_class,
         .flags = static_cast<RoadFlags>(street.flags & road_flag::all)});
}

void RoadGraphBuilder::put_restrictions(RoadGraph& graph, std::vector<std::uint32_t> const& street_number) const
{
    std::map<std::vector<ArcNumber>, ModeMask> restrictions;
    for (auto const& way : forbidden_) {
        for (auto arcs : what_it_forbids(way)) {
            for (auto& arc : arcs) arc = 2 * street_number[street_of(arc)] + (arc & 1U);
            auto& modes = restrictions[arcs];
            modes = static_cast<ModeMask>(modes | way.modes);
        }
    }
    for (auto const& [arcs, modes] : restrictions) {
        graph.restricted_.insert(graph.restricted_.end(), arcs.begin(), arcs.end());
        graph.first_restricted_.push_back(static_cast<std::uint32_t>(graph.restricted_.size()));
        graph.restriction_modes_.push_back(modes);
    }
}

RoadGraph RoadGraphBuilder::build()
{
    auto node_order = sorted_by(places_.size(), [&](auto node) { return hilbert_number(places_[node]); });
    std::erase_if(node_order, [&](auto node) { return arcs_at_[node].empty(); });
    auto const node_number = inverse(node_order, places_.size());
    auto const street_order = sorted_by(streets_.size(), [&](auto street) {
        return std::pair{node_number[streets_[street].from.value], node_number[streets_[street].to.value]};
    });

    RoadGraph graph;
    graph.keeps_left_ = keeps_left_;
    put_nodes(graph, node_order);
    for (auto const ticket : street_order) put_street(graph, streets_[ticket], node_number);
    graph.names_ = std::move(names_);
    put_restrictions(graph, inverse(street_order, streets_.size()));
    graph.index();
    *this = RoadGraphBuilder{};
    return graph;
}

}  // namespace cresset
