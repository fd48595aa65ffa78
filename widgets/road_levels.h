#pragma once
/// Which roads of a tile are drawn, and in which order: tunnels below, bridges above, by their layer.

#include "maps/vector_tile.h"
#include "widgets/map_style.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace cresset::widgets {

enum class RoadLevel : std::uint8_t { tunnel, ground, bridge };

struct DrawnRoad {
    maps::TileFeature const* feature;
    std::size_t rule;  ///< of MapStyle::roads
    RoadLevel level;
    int layer;  ///< among tunnels, among bridges
};

/// Every road under the first rule that it matches, from the lowest level and the least class to the highest.
std::vector<DrawnRoad> drawnRoads(MapStyle const& style, maps::TileLayer const& transportation, double zoom);

/// The roads of each level and layer, from below.
std::vector<std::span<DrawnRoad const>> byLevel(std::span<DrawnRoad const> roads);

}  // namespace cresset::widgets
