#pragma once
/// A fence as what can be tested: parts, each the inside of a circle or of an odd number of edges; the fence is all of
/// them together. A corridor is a rectangle for each stretch of its line and a circle at each point.

#include "core/facts/fence.h"
#include "core/rules/fence_geometry.h"

#include <optional>
#include <vector>

namespace cresset {

struct FencePart {
    std::optional<FenceCircle> circle;
    std::vector<FenceEdge> edges;
    bool is_line = false;  // its edges enclose nothing
    friend bool operator==(FencePart const&, FencePart const&) = default;

    bool contains(Place place) const;
    /// True if the place is farther than that from the part's edge.
    bool is_farther(Place place, std::int64_t distance_mm) const;
};

/// The rectangle, in degrees, that the part lies in. `width_e7` is counted eastwards, over the date line too.
struct FenceBox {
    std::int32_t south = 0, north = 0, west = 0;
    std::int64_t width_e7 = 0;

    bool contains(Place place) const
    {
        if (place.lat_e7 < south || place.lat_e7 > north) return false;
        std::int64_t const east = std::int64_t{place.lon_e7} - west;
        return (east < 0 ? east + 3'600'000'000 : east) <= width_e7;
    }
};
FenceBox box_of(FencePart const& part);

/// The shape must be without fault. Of one that moves with a unit: as it stands about the first place.
std::vector<FencePart> parts_of(FenceShape const& shape);

/// How deep inside one can be, in millimetres: a lower bound that is found quickly.
std::int64_t depth_mm(std::vector<FencePart> const& parts);

}  // namespace cresset
