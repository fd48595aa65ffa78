#include "layers/to_wgs84.h"

#include "layers/refused.h"
#include "maps/china_datum.h"

#include <cmath>
#include <ogr_spatialref.h>

namespace cresset::layers {

ToWgs84::ToWgs84(OGRSpatialReference const* system, Datum datum) : datum_{datum}
{
    if (system == nullptr) return;
    OGRSpatialReference from{*system}, to;
    to.importFromEPSG(4326);
    from.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    to.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    if (from.IsSame(&to)) return;
    transformation_.reset(OGRCreateCoordinateTransformation(&from, &to));
    if (!transformation_) throw Refused{maps::LayerRefusal::no_coordinate_system};
}

ToWgs84::ToWgs84(ToWgs84&&) noexcept = default;
ToWgs84::~ToWgs84() = default;

std::optional<std::vector<Place>> ToWgs84::places(std::span<double> x, std::span<double> y) const
{
    for (std::size_t i = 0; i < x.size(); ++i)
        if (!std::isfinite(x[i]) || !std::isfinite(y[i])) return {};
    if (transformation_ && !transformation_->Transform(static_cast<int>(x.size()), x.data(), y.data())) return {};
    std::vector<Place> places;
    places.reserve(x.size());
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (!std::isfinite(x[i]) || !std::isfinite(y[i])) return {};
        auto const at = maps::to_wgs84(datum_, {x[i], y[i]});
        auto const place = place_from_degrees(at.lat, at.lon);
        if (!place) return {};
        places.push_back(*place);
    }
    return places;
}

}  // namespace cresset::layers
