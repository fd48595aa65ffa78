#pragma once
/// Areas put together from ways: rings are stitched where ways share an end, and nested by what lies in what, whatever
/// the roles say (the rules are those of https://wiki.openstreetmap.org/wiki/Relation:multipolygon).

#include "maps/source_map.h"

#include <cstdint>
#include <vector>

namespace cresset::maps {

/// A closed line of node numbers (SourceMap::nodes); the first stands again at the end.
using NodeRing = std::vector<std::uint32_t>;

struct NodePolygon {
    NodeRing outer;
    std::vector<NodeRing> holes;
};

struct NodeArea {
    std::vector<NodePolygon> polygons;  // largest first
    bool whole = true;                  // false if ways were left over that close no ring
};

/// What the lines (node numbers, in any direction) enclose. Those that close no ring are left out.
NodeArea assemble_area(SourceMap const& map, std::vector<NodeRing> const& lines);
/// The area of a relation of type multipolygon or boundary; its members that are no ways, and inner relations, do not
/// count.
NodeArea assemble_area(SourceMap const& map, SourceRelation const& relation);

/// The tags that say what a multipolygon is: its own, or, of an old-style one without any, those of its outer ways
/// (`from_ways` then: these ways are no areas by themselves).
struct AreaTags {
    Tags tags;
    std::vector<std::uint32_t> from_ways;
};
AreaTags area_tags(SourceMap const& map, SourceRelation const& relation);

/// Twice the area of a ring in 1e-14 square degrees, positive if it runs counterclockwise (north up).
__int128 doubled_area(SourceMap const& map, NodeRing const& ring);

}  // namespace cresset::maps
