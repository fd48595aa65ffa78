#pragma once
/// Leaves out points of a line that are nearer than `tolerance` units to the simpler line (Douglas and Peucker 1973).
/// The ends of a line stay; a ring that shrinks to nothing is empty.

#include "maps/tile_geometry.h"

namespace cresset::maps {

TileLine simplify_line(TileLine const& line, std::int32_t tolerance);
TileLine simplify_ring(TileLine const& ring, std::int32_t tolerance);

}  // namespace cresset::maps
