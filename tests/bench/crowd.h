#pragma once
/// Ten thousand units and what they report: the same places every time, all over a city of 30 km.

#include "core/base/dice.h"
#include "core/facts/fix.h"

#include <cstdint>
#include <vector>

namespace cresset::bench {

constexpr std::int64_t crowd_begins_ms = 1'700'000'000'000;

/// One fix of each unit in that second.
inline std::vector<UnitFix> fixes_at(int second, std::uint32_t units)
{
    std::vector<UnitFix> fixes;
    fixes.reserve(units);
    for (std::uint32_t i = 0; i < units; ++i) {
        Dice dice{i, static_cast<std::uint64_t>(second)};
        Dice home{i};
        Fix fix;
        fix.place = {static_cast<std::int32_t>(312'000'000 + home.below(3'000'000) + dice.below(2000)),
                     static_cast<std::int32_t>(1'213'000'000 + home.below(3'000'000) + dice.below(2000))};
        fix.at = instant(crowd_begins_ms + second * 1000 - static_cast<std::int64_t>(dice.below(1000)));
        fix.speed_cm_s = static_cast<std::uint16_t>(dice.below(2000));
        fix.course_deg = static_cast<std::uint16_t>(dice.below(360));
        fix.accuracy_m = 5;
        fixes.push_back({{1, i}, fix});
    }
    return fixes;
}

}  // namespace cresset::bench
