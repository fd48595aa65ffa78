#pragma once
/// Makes the vector tiles z0-z14 of a map in the OpenMapTiles schema, version 3 (https://openmaptiles.org/schema/):
/// MVT 2.1, extent 4096. The same map gives the same bytes, whatever the number of threads.

#include "core/base/geo.h"
#include "core/base/result.h"
#include "maps/progress.h"
#include "maps/source_map.h"
#include "maps/tile_id.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace cresset::maps {

constexpr int min_map_zoom = 0;
constexpr int max_map_zoom = 14;

/// Takes a finished tile, packed with gzip. Called from the caller's thread only, in the order of the tiles.
using TileSink = std::function<void(TileId tile, std::string_view packed)>;

struct TileOptions {
    int threads = 2;
};

struct TileReport {
    std::size_t tiles = 0;
    std::size_t bytes = 0;
    Bounds bounds;                   // what the tiles cover of the map: see map_area()
    std::string layers_json;         // for MBTiles' metadata row `json`
    std::vector<std::string> notes;  // what was left out and why ("the coastline has a gap near ...: no sea is drawn")
};

/// The part of the map that is whole: what the file states, or else where nearly all nodes are. Lines that lead far out
/// of it (ferries, borders) are cut there.
Bounds map_area(SourceMap const& map);

/// A problem only if the work was stopped, the map has nothing to draw, or it is larger than a province.
Result<TileReport> make_tiles(SourceMap const& map, TileOptions const& options, TileSink const& sink,
                              Progress const& progress = {});

}  // namespace cresset::maps
