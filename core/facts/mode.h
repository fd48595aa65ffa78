#pragma once
/// How one moves on the roads: each way has its access and its speed for each of these.

#include "core/facts/fields.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace cresset {

enum class Mode : std::uint8_t { emergency_car, car, ebike, foot };
inline constexpr std::array all_modes{Mode::emergency_car, Mode::car, Mode::ebike, Mode::foot};

template <>
struct EnumWords<Mode> {
    static constexpr std::array<std::string_view, 4> words{"emergency", "car", "ebike", "foot"};
};

constexpr std::string_view name_of(Mode mode)
{
    return word_of(mode);
}

}  // namespace cresset
