#pragma once
/// What a road graph may hold, so that no sum of whole numbers over it leaves its range. Builder and reader keep to it.

#include "core/base/geo.h"

#include <cstddef>
#include <cstdint>

namespace cresset::road_limit {

inline constexpr std::size_t count = 100'000'000;        // nodes, streets, each
inline constexpr std::int64_t segment_mm = 100'000'000;  // 100 km between two points of a shape
inline constexpr std::int64_t street_mm = 200'000'000;   // 200 km; the slowest takes 12 days
inline constexpr std::uint16_t fastest_cm_s = 20'000;    // 720 km/h
inline constexpr std::size_t restriction_arcs = 16;

constexpr bool is_on_earth(Place place)
{
    return place.lat_e7 >= -900'000'000 && place.lat_e7 <= 900'000'000 && place.lon_e7 >= -1'800'000'000 &&
           place.lon_e7 <= 1'800'000'000;
}

}  // namespace cresset::road_limit
