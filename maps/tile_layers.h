#pragma once
/// The layers of the OpenMapTiles schema, version 3, in the order in which they are drawn, and one feature of them.

#include "maps/tile_geometry.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace cresset::maps {

enum class MapLayer : std::uint8_t {
    landcover,
    landuse,
    park,
    water,
    waterway,
    aeroway,
    boundary,
    transportation,
    building,
    water_name,
    transportation_name,
    housenumber,
    poi,
    mountain_peak,
    aerodrome_label,
    place
};

inline constexpr std::array<std::string_view, 16> layer_names{"landcover",
                                                              "landuse",
                                                              "park",
                                                              "water",
                                                              "waterway",
                                                              "aeroway",
                                                              "boundary",
                                                              "transportation",
                                                              "building",
                                                              "water_name",
                                                              "transportation_name",
                                                              "housenumber",
                                                              "poi",
                                                              "mountain_peak",
                                                              "aerodrome_label",
                                                              "place"};

constexpr std::string_view name_of(MapLayer layer)
{
    return layer_names[static_cast<std::size_t>(layer)];
}

/// What is drawn of a thing on the map, on the grid of z14.
struct MapFeature {
    MapLayer layer = MapLayer::landcover;
    TileGeometry kind = TileGeometry::point;
    bool directed = false;         // a line whose direction means something
    std::uint8_t min_zoom = 0;     // from here on
    std::uint8_t near_zoom = 0;    // from here on with `attributes`, below with `far_attributes`
    std::int32_t order = 0;        // within the layer, lowest first
    std::uint32_t attributes = 0;  // number of the set
    std::uint32_t far_attributes = 0;
    std::vector<TileLine> parts;  // of a polygon: an outer ring, its holes, the next outer ring ...
    TileBox box;
};

}  // namespace cresset::maps
