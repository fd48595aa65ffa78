#pragma once
/// Divides a rectangle among places: each gets the part that is nearer to it than to any other. Whole-number results
/// that do not depend on the machine (plain arithmetic in doubles, rounded once).

#include "core/base/geo.h"

#include <vector>

namespace cresset::maps {

/// One closed ring a place, counterclockwise; empty for a place outside the box or equal to an earlier one.
std::vector<Line> divide_among(Bounds const& box, std::vector<Place> const& places);

}  // namespace cresset::maps
