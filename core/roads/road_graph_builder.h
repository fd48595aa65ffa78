#pragma once
/// Builds a road graph out of nodes, streets and turn restrictions, in any order of streets. Numbers given out here are
/// tickets, valid for this builder only: the graph renumbers nodes and streets along a Hilbert curve. A number or a
/// place out of range is a broken promise of the caller.

#include "core/roads/road_graph.h"

#include <map>
#include <vector>

namespace cresset {

/// What a builder gave out for a node or a street.
struct NodeTicket {
    std::uint32_t value = 0;
    friend constexpr auto operator<=>(NodeTicket const&, NodeTicket const&) = default;
};
struct StreetTicket {
    std::uint32_t value = 0;
    friend constexpr auto operator<=>(StreetTicket const&, StreetTicket const&) = default;
};

/// A piece of street between two junctions (or ends).
struct NewStreet {
    NodeTicket from;
    NodeTicket to;
    Line between{};  // the shape between the two, without them
    RoadClass road_class = RoadClass::residential;
    RoadFlags flags = 0;
    NameNumber name = 0;
    Speeds ahead{};               // from -> to
    Speeds back{};                // to -> from; all 0 on a one-way street
    std::uint32_t length_mm = 0;  // 0: measured along the shape
};

/// "no" forbids to go from `from` by `via` into `to`; "only" forbids everything else after `from` and `via`.
/// `from` and `to` are the pieces that touch the via node (or the via streets).
struct NewRestriction {
    bool only = false;
    StreetTicket from;
    std::vector<StreetTicket> via{};      // streets between, in driving order; empty where there is a via node alone
    std::optional<NodeTicket> at_node{};  // the via node; needed where from and to are one street or meet twice
    StreetTicket to{};
    ModeMask modes = wheels;
};

class RoadGraphBuilder {
public:
    NodeTicket add_node(Place place, NodeFlags flags = 0);
    void add_node_flags(NodeTicket node, NodeFlags flags);
    /// The same name again has the same number; the name without any text is 0.
    NameNumber add_name(StreetName const& name);
    StreetTicket add_street(NewStreet street);
    /// False, and nothing is forbidden, where the streets do not meet in that order. After the streets.
    bool add_restriction(NewRestriction const& restriction);
    void keep_left(bool left) { keeps_left_ = left; }

    std::size_t node_count() const { return places_.size(); }
    std::size_t street_count() const { return streets_.size(); }

    /// Nodes without a street are left out. The builder is empty afterwards.
    RoadGraph build();

private:
    struct Forbidden {
        std::vector<std::uint32_t> arcs;  // tickets of arcs: twice the street's, one more for the way back
        ModeMask modes = 0;
        bool only = false;  // all but the last arc
    };
    std::uint32_t end_of(std::uint32_t arc) const;
    std::optional<std::vector<std::uint32_t>> trace(NewRestriction const& restriction) const;
    std::vector<std::vector<std::uint32_t>> what_it_forbids(Forbidden const& way) const;
    void put_nodes(RoadGraph& graph, std::vector<std::uint32_t> const& order) const;
    void put_street(RoadGraph& graph, NewStreet const& street, std::vector<std::uint32_t> const& node_number) const;
    void put_restrictions(RoadGraph& graph, std::vector<std::uint32_t> const& street_number) const;

    bool keeps_left_ = false;
    std::vector<Place> places_;
    std::vector<NodeFlags> node_flags_;
    std::vector<NewStreet> streets_;
    std::vector<std::vector<std::uint32_t>> arcs_at_;  // of each node
    std::vector<StreetName> names_{StreetName{}};
    std::map<StreetName, NameNumber> name_numbers_{{StreetName{}, 0}};
    std::vector<Forbidden> forbidden_;
};

}  // namespace cresset
