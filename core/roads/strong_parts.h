#pragma once
/// The parts of a road net within which every state can be reached from every other (Tarjan 1972, without recursion).

#include <cstdint>
#include <vector>

namespace cresset {

class RoadNet;

/// The number of its part for every state; numbers below the count of states.
std::vector<std::uint32_t> strong_parts(RoadNet const& net);

}  // namespace cresset
