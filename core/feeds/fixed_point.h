#pragma once
/// Decimal text as whole numbers, exact and without floating point, so that every machine rounds alike.

#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

namespace cresset::feeds {

/// "12.345" with 2 decimals is 1235 (rounded half away from zero). A sign may lead; at most nine digits may stand
/// before the point; nothing if it is no such number.
std::optional<std::int64_t> parse_fixed(std::string_view text, int decimals);

/// a / b rounded half away from zero; b > 0.
constexpr std::int64_t divide_rounded(std::int64_t a, std::int64_t b)
{
    return a < 0 ? -((-a + b / 2) / b) : (a + b / 2) / b;
}

/// Nothing if it does not fit.
constexpr std::optional<std::int32_t> to_int32(std::int64_t value)
{
    using Limits = std::numeric_limits<std::int32_t>;
    if (value < Limits::min() || value > Limits::max()) return {};
    return static_cast<std::int32_t>(value);
}

}  // namespace cresset::feeds
