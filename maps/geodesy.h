#pragma once
/// Lengths and areas on the ellipsoid (WGS-84), for measuring by hand: to the millimetre, where core's own whole-number
/// distances are for decisions.

#include "core/base/geo.h"

#include <span>

namespace cresset::maps {

/// Metres along the shortest line through the places, in their order; 0 for fewer than two.
double length_m(std::span<Place const> line);
/// Square metres inside the ring, whose last place joins the first, whichever way it runs; 0 for fewer than three.
double area_m2(std::span<Place const> ring);

}  // namespace cresset::maps
