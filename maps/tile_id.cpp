#include "maps/tile_id.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace cresset::maps {

namespace {

constexpr double edge_lat = 85.0511287798066;

std::uint32_t cell(double part, int zoom)
{
    double const count = std::ldexp(1.0, zoom);
    return static_cast<std::uint32_t>(std::clamp(std::floor(part * count), 0.0, count - 1));
}

}  // namespace

Mercator to_mercator(Place place)
{
    double const lat = std::clamp(place.lat(), -edge_lat, edge_lat) * std::numbers::pi / 180;
    double const y = (1 - std::asinh(std::tan(lat)) / std::numbers::pi) / 2;
    return {(place.lon() + 180) / 360, std::clamp(y, 0.0, 1.0)};
}

Place from_mercator(Mercator at)
{
    double const lat = std::atan(std::sinh(std::numbers::pi * (1 - 2 * at.y))) * 180 / std::numbers::pi;
    double const lon = std::clamp(at.x * 360 - 180, -180.0, 180.0);
    return {static_cast<std::int32_t>(std::lround(lat * 1e7)), static_cast<std::int32_t>(std::lround(lon * 1e7))};
}

TileId tile_of(Place place, int zoom)
{
    Mercator const at = to_mercator(place);
    return {zoom, cell(at.x, zoom), cell(at.y, zoom)};
}

Bounds bounds_of(TileId tile)
{
    double const size = std::ldexp(1.0, -tile.zoom);
    Bounds result;
    result.add(from_mercator({tile.x * size, tile.y * size}));
    result.add(from_mercator({(tile.x + 1) * size, (tile.y + 1) * size}));
    return result;
}

}  // namespace cresset::maps
