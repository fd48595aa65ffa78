#pragma once
/// Which points of a cordon that does not seal are worth their units, where only so many shall be held.

#include "core/roads/cordon_escape.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace cresset {

/// Gives up one point after the other, always that without which the fewest exits are open, of several that which alone
/// would close the fewest, then the last, until `most` are left; `kept` are never given up. What stays may still not be
/// the best choice of so many.
std::vector<std::uint32_t> thin_points(EscapeArea const& area, std::vector<std::uint32_t> points,
                                       std::vector<std::uint32_t> const& kept, std::size_t most);

}  // namespace cresset
