#pragma once
/// The rule of thumb beside the cordon: which patrol grids are concerned, ranked by how many of the suspect's quickest
/// ways to an exit lead through them, then by how much of the ring lies in them (its junctions), then by number.

#include "core/roads/cordon_planner.h"

#include <cstddef>
#include <vector>

namespace cresset {

/// At most `wanted`; grids without a junction of the ring are left out.
std::vector<CordonGridRank> rank_grids(EscapeArea const& area, std::vector<CordonGrid> const& grids,
                                       std::size_t wanted);

}  // namespace cresset
