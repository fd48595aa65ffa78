#pragma once
/// Areas as places: an outer ring with holes, and lists of such. Rings are closed (the first place stands again at the
/// end). The packed form is small and deterministic; what is broken is refused, never trusted.

#include "core/base/geo.h"
#include "core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace cresset::maps {

struct Polygon {
    Line outer;
    std::vector<Line> holes;
    friend bool operator==(Polygon const&, Polygon const&) = default;
};
using Polygons = std::vector<Polygon>;

bool contains(Polygon const& polygon, Place place);
bool contains(Polygons const& polygons, Place place);
Bounds bounds_of(Polygons const& polygons);
/// Square metres of the outer rings less their holes, on the sphere flattened at the middle latitude.
std::int64_t area_m2(Polygons const& polygons);
/// A place that lies inside the largest polygon: its centre of mass where that is inside, else the middle of its widest
/// stretch there.
Place label_place(Polygons const& polygons);

/// The same packed form of one open line.
std::string pack_line(Line const& line);
Result<Line> unpack_line(std::string_view bytes);

std::string pack_polygons(Polygons const& polygons);
Result<Polygons> unpack_polygons(std::string_view bytes);

}  // namespace cresset::maps
