#pragma once
/// The way along a Hilbert curve through the whole map: places with near numbers are near. For an order of numbering
/// alone, never for distances.

#include "core/base/geo.h"

#include <cstdint>
#include <utility>

namespace cresset {

constexpr std::uint64_t hilbert_number(Place place)
{
    auto x = static_cast<std::uint32_t>(std::int64_t{place.lon_e7} + 2'147'483'648LL);
    auto y = static_cast<std::uint32_t>(std::int64_t{place.lat_e7} + 2'147'483'648LL);
    std::uint64_t number = 0;
    for (std::uint32_t half = 1U << 31U; half > 0; half >>= 1U) {
        bool const right = (x & half) != 0;
        bool const upper = (y & half) != 0;
        number += std::uint64_t{half} * half * ((right ? 3U : 0U) ^ (upper ? 1U : 0U));
        if (!upper) {
            if (right) x = ~x, y = ~y;
            std::swap(x, y);
        }
    }
    return number;
}

}  // namespace cresset
