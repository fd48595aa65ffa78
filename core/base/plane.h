#pragma once
/// Differences between places as whole numbers: in 1e-7 degree, and in millimetres of the plane about a place. In a
/// header because rules look at millions of them a second.

#include "core/base/geo.h"

#include <cstdint>

namespace cresset {

inline constexpr std::int64_t turn_e7 = 3'600'000'000;
inline constexpr std::int64_t half_turn_e7 = turn_e7 / 2;
/// Millimetres of one 1e-7 degree of latitude, times 2^20: pi * 6371008.8 m / 180 / 1e7 = 11.1195079... mm.
inline constexpr std::int64_t mm_per_e7_q20 = 11'659'649;

/// From a to b in 1e-7 degree of longitude, positive to the east, the short way over the date line.
constexpr std::int64_t lon_difference(Place a, Place b)
{
    std::int64_t difference = std::int64_t{b.lon_e7} - a.lon_e7;
    if (difference > half_turn_e7) difference -= turn_e7;
    if (difference < -half_turn_e7) difference += turn_e7;
    return difference;
}

/// Divisions round towards zero, so that the way back is as long as the way there (shifts round down).
constexpr std::int64_t north_mm(Place from, Place to)
{
    return (std::int64_t{to.lat_e7} - from.lat_e7) * mm_per_e7_q20 / (1 << 20);
}

/// Millimetres of one 1e-7 degree of longitude at that latitude, times 2^20.
inline std::int64_t east_mm_per_e7_q20(std::int32_t lat_e7)
{
    return (mm_per_e7_q20 * cosine_q30(lat_e7)) >> 30;
}

}  // namespace cresset
