#pragma once
/// Whether one can drive from everywhere to everywhere: streets of one direction that would cut something off are
/// opened both ways again.

#include "maps/city_network.h"
#include "maps/city_works.h"

namespace cresset::maps::city {

void open_where_cut_off(Town const& town, Works const& works, Network& network);

/// The number of the strongly connected part that each node lies in; `ahead[n]` lists where one can go from node n.
std::vector<int> connected_parts(std::vector<std::vector<int>> const& ahead);

}  // namespace cresset::maps::city
