#pragma once
/// The features of a map at one zoom: rounded to its grid, merged, simplified, without what is too small to be seen;
/// and the tiles of that zoom, cut from them.

#include "maps/tile_features.h"
#include "maps/tile_id.h"

#include <string>
#include <vector>

namespace cresset::maps {

/// One feature at a zoom, on the zoom's grid.
struct ZoomFeature {
    MapLayer layer = MapLayer::landcover;
    TileGeometry kind = TileGeometry::point;
    std::int32_t order = 0;
    std::uint32_t attributes = 0;
    std::vector<TileLine> parts;
    TileBox box;
};

std::vector<ZoomFeature> features_at(MapFeatures const& map, int zoom, int threads);

/// A square of tiles that are cut together, and which features may meet it.
struct TileBlock {
    std::uint32_t x = 0, y = 0;  // of its north-western tile
    std::vector<std::uint32_t> features;
};

struct MadeTile {
    TileId id;
    std::string packed;
};

/// The blocks of a zoom within the map's area that have anything in them.
std::vector<TileBlock> blocks_of(std::vector<ZoomFeature> const& features, TileBox const& area, int zoom);
/// The tiles of one block that have anything in them.
std::vector<MadeTile> tiles_of(MapFeatures const& map, std::vector<ZoomFeature> const& features, TileBlock const& block,
                               int zoom);

}  // namespace cresset::maps
