#pragma once
/// Open ground (squares, parks, car parks) as the lines on which people on foot cross it: between its entrances, the
/// places where its outline touches a way. Straight across where nothing is between, else along the edge.

#include "core/base/geo.h"
#include "maps/source_map.h"

#include <cstdint>
#include <vector>

namespace cresset::maps {

struct GroundLine {
    std::uint32_t from = 0, to = 0;      // numbers in SourceMap::nodes
    std::vector<std::uint32_t> between;  // nodes of the outline on the way; empty for a straight line
};

struct OpenGround {
    std::vector<std::uint32_t> entrances;
    std::vector<GroundLine> lines;
};

/// `uses`: how many usable ways touch each node; `limit`: no more entrances than that a ground.
std::vector<OpenGround> find_open_grounds(SourceMap const& map, std::vector<std::uint8_t> const& uses,
                                          std::size_t limit = 12);

}  // namespace cresset::maps
