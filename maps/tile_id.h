#pragma once
/// The number of a map tile, as OpenStreetMap and MVT count (z/x/y, y down from the north), and where on it a place
/// lies, in web Mercator (EPSG:3857: x = (lon+180)/360, y = (1 - asinh(tan lat)/pi)/2, both times 2^z).

#include "core/base/geo.h"

#include <compare>
#include <cstdint>

namespace cresset::maps {

constexpr int max_tile_zoom = 30;

struct TileId {
    int zoom = 0;
    std::uint32_t x = 0;
    std::uint32_t y = 0;
    friend constexpr auto operator<=>(TileId const&, TileId const&) = default;  // by zoom, then column, then row
    /// True if such a tile can be: 0 <= zoom <= 30, x and y below 2^zoom.
    constexpr bool valid() const { return zoom >= 0 && zoom <= max_tile_zoom && x >> zoom == 0 && y >> zoom == 0; }
    constexpr TileId parent() const { return zoom == 0 ? *this : TileId{zoom - 1, x / 2, y / 2}; }
};

/// A place in web Mercator: the world is [0,1) wide and high, x to the east, y to the south.
struct Mercator {
    double x = 0;
    double y = 0;
};

/// Latitudes beyond +-85.0511 are drawn to the edge of the square.
Mercator to_mercator(Place place);
Place from_mercator(Mercator at);

/// The tile of that zoom on which the place lies.
TileId tile_of(Place place, int zoom);
/// What a tile covers, in degrees.
Bounds bounds_of(TileId tile);

}  // namespace cresset::maps
