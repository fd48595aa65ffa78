#pragma once
/// Streets that lead nowhere for a mode: what is not strongly connected with a good part of the network.

#include "core/roads/road_graph_builder.h"

#include <cstddef>
#include <vector>

namespace cresset::maps {

/// Takes from each street the modes for which it is part of no large enough group of nodes that all reach each other
/// (at least `enough` nodes, or half of the largest group). `blocked`: the modes that do not get past a node; a street
/// that ends at one stays open to them if its other end lies in such a group. Answers how many arcs lost a mode.
std::size_t close_islands(std::vector<NewStreet>& streets, std::vector<ModeMask> const& blocked,
                          std::size_t enough = 200);

}  // namespace cresset::maps
