#pragma once
/// Why an incident no longer waits for a unit. What waits for a unit, in order, is Unit::stack.

#include "core/facts/fields.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace cresset {

enum class StackEnd : std::uint8_t { removed, closed, out_of_service };
template <>
struct EnumWords<StackEnd> {
    static constexpr std::array<std::string_view, 3> words{"removed", "closed", "out_of_service"};
};

}  // namespace cresset
