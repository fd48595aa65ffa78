#pragma once
/// The smallest town that a cordon can close.

#include <string_view>

namespace cresset {

/// Four junctions around the middle, two ways out of each.
inline constexpr std::string_view four_corners = R"(
    A   B
    |   |
    |   |
C---D---E---F
    |   |
G---H---I---J
    |   |
    |   |
    K   L
)";

}  // namespace cresset
