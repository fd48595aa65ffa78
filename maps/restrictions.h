#pragma once
/// Turn restrictions of a source map (https://wiki.openstreetmap.org/wiki/Relation:restriction), put on the pieces that
/// its ways were cut into. Part of the road builder.

#include "core/roads/road_graph_builder.h"
#include "maps/source_map.h"

#include <map>
#include <optional>
#include <span>
#include <vector>

namespace cresset::maps {

/// Which pieces a way was cut into, in the way's order, and which touch a node.
class Pieces {
public:
    struct Piece {
        NodeTicket from, to;
        StreetTicket street;
    };
    /// Way by way, in the order of the way.
    void add(std::uint32_t way, Piece const& piece);
    std::span<Piece const> of_way(std::uint32_t way) const;
    std::vector<StreetTicket> const& at(NodeTicket node) const;

private:
    std::map<std::uint32_t, std::vector<Piece>> ways_;
    std::map<NodeTicket, std::vector<StreetTicket>> at_;
};

struct RestrictionCount {
    std::size_t applied = 0, left_out = 0;
};
RestrictionCount add_restrictions(SourceMap const& map, Pieces const& pieces, RoadGraphBuilder& builder);

}  // namespace cresset::maps
