#pragma once
/// Sea from coastlines: lines with the land on their left and the water on their right
/// (https://wiki.openstreetmap.org/wiki/Tag:natural%3Dcoastline) are closed along the edge of a rectangle. A coast that
/// does not close, or that would put a city's streets under water, gives no sea there, and says so: land shown as water
/// is worse than water shown as land.

#include "maps/tile_geometry.h"

#include <string>
#include <vector>

namespace cresset::maps {

struct CoastInput {
    std::vector<TileLine> lines;     // coastlines in any order and cut into any pieces, in their direction
    TileBox box;                     // where sea is wanted
    TileBox whole;                   // within it, where the data is whole: beyond, lines may end
    std::vector<TilePoint> on_land;  // places that are surely on land (of streets that are no bridges)
    std::int32_t max_gap = 400;      // units: ends nearer to each other than this are joined
    std::int32_t max_reach = 400;  // units: ends out of `whole`, or nearer to its edge, are drawn on to the box's edge
};

struct Sea {
    std::vector<std::vector<TileLine>> polygons;  // an outer ring (clockwise on the screen) and its holes
    std::vector<std::string> notes;               // in English, one sentence each without a full stop
};

Sea sea_of(CoastInput const& coast);

}  // namespace cresset::maps
