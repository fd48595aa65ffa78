#pragma once
/// What can be asked for around a place.

#include "core/facts/fields.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace cresset {

enum class NearKind : std::uint8_t { unit, camera, drone, station, hospital, school, hazard, incident, fence };
template <>
struct EnumWords<NearKind> {
    static constexpr std::array<std::string_view, 9> words{"unit",   "camera", "drone",    "station", "hospital",
                                                           "school", "hazard", "incident", "fence"};
};
inline constexpr std::array all_near_kinds{NearKind::unit,    NearKind::camera,   NearKind::drone,
                                           NearKind::station, NearKind::hospital, NearKind::school,
                                           NearKind::hazard,  NearKind::incident, NearKind::fence};

}  // namespace cresset
