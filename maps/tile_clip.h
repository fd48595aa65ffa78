#pragma once
/// Cuts lines and rings to a rectangle. What is new lies on the rectangle's edge, rounded to the grid.

#include "maps/tile_geometry.h"

#include <vector>

namespace cresset::maps {

/// The parts of a line in the box, in its order and direction; single points are left out.
std::vector<TileLine> clip_line(TileLine const& line, TileBox const& box);

/// A ring in the box: one ring, which may run along the box's edge there and back (that covers nothing), or none. Keeps
/// the direction.
TileLine clip_ring(TileLine const& ring, TileBox const& box);

}  // namespace cresset::maps
