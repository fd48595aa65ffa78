#pragma once
/// Joins lines that meet end to end into longer ones, so that they simplify better and a tile holds fewer of them.

#include "maps/tile_geometry.h"

#include <vector>

namespace cresset::maps {

/// Joins where exactly two lines end in a point. Directed lines are joined head to tail only; others may be turned
/// round. The same lines in the same order give the same result.
std::vector<TileLine> merge_lines(std::vector<TileLine> lines, bool directed);

}  // namespace cresset::maps
