#pragma once
/// Streets that lead nowhere for a mode: what is not strongly connected with a good part of the network.

#include "core/roads/road_graph_builder.h"

#include <cstddef>
#include <vector>

namespace cresset::maps {

/// Takes from each street the modes for which it is part of no large enough group of nodes that all reach each other
/// (at least `enough` nodes, or half of the largest group). Answers how many arcs lost a mode.
std::size_t close_islands(std::vector<NewStreet>& streets, std::size_t node_count, std::size_t enough = 200);

}  // namespace cresset::maps
