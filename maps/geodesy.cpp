#include "maps/geodesy.h"

#include <GeographicLib/Geodesic.hpp>
#include <GeographicLib/PolygonArea.hpp>
#include <cmath>

namespace cresset::maps {

using GeographicLib::Geodesic;

double length_m(std::span<Place const> line)
{
    double sum = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        double length = 0;
        Geodesic::WGS84().Inverse(line[i - 1].lat(), line[i - 1].lon(), line[i].lat(), line[i].lon(), length);
        sum += length;
    }
    return sum;
}

double area_m2(std::span<Place const> ring)
{
    if (ring.size() < 3) return 0;
    GeographicLib::PolygonArea polygon{Geodesic::WGS84()};
    for (Place const place : ring) polygon.AddPoint(place.lat(), place.lon());
    double perimeter = 0;
    double area = 0;
    polygon.Compute(false, true, perimeter, area);
    return std::abs(area);
}

}  // namespace cresset::maps
