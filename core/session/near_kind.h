#pragma once
/// What can be asked for around a place. A plan is a fence whose instruction is drawn up beforehand.

#include "core/facts/fields.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace cresset {

enum class NearKind : std::uint8_t { unit, camera, drone, station, hospital, school, hazard, incident, fence, plan };
template <>
struct EnumWords<NearKind> {
    static constexpr std::array<std::string_view, 10> words{"unit",   "camera", "drone",    "station", "hospital",
                                                            "school", "hazard", "incident", "fence",   "plan"};
};
inline constexpr std::array all_near_kinds{NearKind::unit,     NearKind::camera, NearKind::drone,  NearKind::station,
                                           NearKind::hospital, NearKind::school, NearKind::hazard, NearKind::incident,
                                           NearKind::fence,    NearKind::plan};

}  // namespace cresset
