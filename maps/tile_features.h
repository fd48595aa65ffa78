#pragma once
/// All that is drawn of a map, with its geometry on the grid of z14: the schema applied to every node, way and area,
/// the borders, and the sea.

#include "maps/source_map.h"
#include "maps/tile_attributes.h"
#include "maps/tile_layers.h"

#include <string>
#include <vector>

namespace cresset::maps {

struct MapFeatures {
    AttributePool pool;
    std::vector<MapFeature> features;
    TileBox area;                    // whole tiles of z14 that have the map's area in them; nothing outside is drawn
    std::vector<std::string> notes;  // what was left out and why
};

MapFeatures features_of(SourceMap const& map);

}  // namespace cresset::maps
