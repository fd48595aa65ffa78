#pragma once
/// The forms in which people say a place by figures: degrees (WGS-84), metres in a zone of UTM, and the military grid
/// (MGRS). UTM is that of CGCS2000 as well: the two differ by less than a metre's figure. A zone's letter is its band
/// of latitude, as in the military grid ("51R"), not a hemisphere. Nothing has a zone beyond 84 N and 80 S; the two
/// polar caps (UPS) have no zone's number.

#include "core/base/geo.h"

#include <optional>
#include <string>
#include <string_view>

namespace cresset::maps {

/// "31.23040, 121.47370": five places, about a metre.
std::string degrees_text(Place place);
/// "51R 354123 3456789": zone, metres east, metres north. Empty near the poles.
std::string utm_text(Place place);
/// "51R UQ 54123 56789": to the metre. Empty near the poles.
std::string mgrs_text(Place place);

/// Reads any of the three, and degrees with minutes and seconds (31°13'49.4"N 121°28'25.3"E). Degrees without a sign
/// need a point or a comma, so that "12 5" is no place. Nothing if it is none of them, or the letters do not belong to
/// the figures.
std::optional<Place> place_from_figures(std::string_view text);

}  // namespace cresset::maps
