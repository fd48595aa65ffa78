#pragma once
/// Building footprints of a source map: whole polygons with their holes, and heights.

#include "maps/pack.h"
#include "maps/source_map.h"

#include <functional>

namespace cresset::maps {

/// Every building, in the order of the map, ids counted from 1. Height: as tagged, else 3 m a level, else 0.
void for_each_building(SourceMap const& map, std::function<void(Building const&)> const& visit);

}  // namespace cresset::maps
