#pragma once
/// Makes the road graph of a source map: streets are cut where ways share a node and nowhere else, so bridges and
/// tunnels stay apart from what they cross. Turn restrictions, barriers, and open ground (squares, parks) that people
/// on foot cross are in it. Pieces that lead nowhere for a mode (cut off at the map's edge, a loop behind a gate) are
/// closed to that mode, so that nobody is sent from or to them.

#include "core/roads/road_graph.h"
#include "maps/source_map.h"

#include <cstddef>

namespace cresset::maps {

struct RoadReport {
    std::size_t restrictions = 0;
    std::size_t restrictions_left_out = 0;  // several via ways, or members that do not meet
    std::size_t barriers = 0;
    std::size_t open_grounds = 0;
    std::size_t closed_arcs = 0;  // by mode: an arc closed to two modes counts twice
};

struct BuiltRoads {
    RoadGraph graph;
    RoadReport report;
};

/// `time_zone` tells on which side one drives.
BuiltRoads build_roads(SourceMap const& map, std::string_view time_zone = {});

/// True where traffic keeps to the left.
bool keeps_left(std::string_view time_zone);

}  // namespace cresset::maps
