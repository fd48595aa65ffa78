#pragma once
/// From the coordinate system of a file to places: by PROJ to WGS-84, then out of the shifted datum that a person named.

#include "core/base/datum.h"
#include "core/base/geo.h"

#include <memory>
#include <optional>
#include <span>
#include <vector>

class OGRCoordinateTransformation;
class OGRSpatialReference;

namespace cresset::layers {

class ToWgs84 {
public:
    /// `system` may be null: degrees of WGS-84. Throws Refused (no_coordinate_system) if PROJ knows no way from it.
    ToWgs84(OGRSpatialReference const* system, Datum datum);
    ToWgs84(ToWgs84&&) noexcept;
    ~ToWgs84();

    /// The places of a row of points; nothing if one of them is none. `x` and `y` are changed.
    std::optional<std::vector<Place>> places(std::span<double> x, std::span<double> y) const;

private:
    std::unique_ptr<OGRCoordinateTransformation> transformation_;
    Datum datum_;
};

}  // namespace cresset::layers
