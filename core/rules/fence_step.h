#pragma once
/// Inside of the fences: one unit's way from its last fix to the next.

#include "core/rules/fences.h"

#include <vector>

namespace cresset {

struct Fences::Step {
    UnitNumber unit;
    Track& track;
    Fix const& from;
    Fix const& to;
    std::vector<FenceHappening>& happened;

    Stretch stretch() const { return {from.place, to.place}; }
    Instant at(StretchPart part) const
    {
        auto const lasts = static_cast<__int128>((to.at - from.at).count());
        return from.at + Duration{static_cast<std::int64_t>((lasts * static_cast<__int128>(part)) >> 32)};
    }
};

}  // namespace cresset
