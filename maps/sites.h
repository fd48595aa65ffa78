#pragma once
/// What a city brings along for the room, found in its data: police, fire and ambulance stations (police stations
/// spread over its roads where there are none), a district for each, patrol grids of about 1 km over the built-up part,
/// and cameras. What the data states itself (district outlines, patrol grids) comes first. The same map gives the same
/// things.

#include "maps/city_things.h"
#include "maps/source_map.h"

namespace cresset::maps {

struct FoundThings {
    CityThings things;
    std::vector<std::string> notes;  // what was missing and what was done instead
};

FoundThings find_things(SourceMap const& map);

/// Where streets are: the box around them and the cells (south-west corners, in order) with enough of them.
struct BuiltUp {
    Bounds box;
    std::int32_t cell_lat_e7 = 0, cell_lon_e7 = 0;             // size of a cell
    std::vector<std::pair<std::int32_t, std::int32_t>> cells;  // row from the south, column from the west
    Bounds bounds_of(std::pair<std::int32_t, std::int32_t> cell) const;
};
/// `max_cells`: cells grow from 1 km until there are no more than that.
BuiltUp find_built_up(SourceMap const& map, std::size_t max_cells = 500);

/// `count` junctions far from each other: the first is the one nearest the middle, each next the farthest from all
/// before.
std::vector<Place> spread_over_junctions(SourceMap const& map, std::size_t count);

}  // namespace cresset::maps
