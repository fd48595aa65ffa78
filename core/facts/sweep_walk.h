#pragma once
/// The reader of sweeps, in a header because a replay applies millions of fixes a second through it.

#include "core/facts/fix.h"

#include <cstdint>
#include <string_view>
#include <utility>

namespace cresset {

namespace sweep_detail {

inline bool take(std::uint8_t const*& at, std::uint8_t const* end, std::uint64_t& value)
{
    if (at == end) return false;
    std::uint64_t byte = *at++;
    value = byte & 0x7FU;
    for (unsigned shift = 7; byte >= 0x80; shift += 7) {
        if (at == end || shift > 56) return false;
        byte = *at++;
        value |= (byte & 0x7FU) << shift;
    }
    return true;
}

inline std::int64_t unzig(std::uint64_t raw)
{
    return static_cast<std::int64_t>(raw >> 1U) ^ -static_cast<std::int64_t>(raw & 1U);
}

}  // namespace sweep_detail

template <typename Visit>
bool walk_sweep(std::string_view bytes, Visit&& visit)
{
    using sweep_detail::take;
    using sweep_detail::unzig;
    auto const* at = reinterpret_cast<std::uint8_t const*>(bytes.data());
    auto const* const end = at + bytes.size();
    if (bytes.size() < 2 || *at++ != 'S' || *at++ != 1) return false;
    std::uint64_t count = 0;
    std::uint64_t base_at = 0;
    std::uint64_t base_lat = 0;
    std::uint64_t base_lon = 0;
    if (!take(at, end, count) || !take(at, end, base_at) || !take(at, end, base_lat) || !take(at, end, base_lon))
        return false;
    constexpr std::uint64_t last_unit = (std::uint64_t{1} << 48U) - 1;
    std::uint64_t unit = 0;
    for (std::uint64_t i = 0; i < count; ++i) {
        std::uint64_t step = 0, lat = 0, lon = 0, when = 0, motion = 0, accuracy = 0;
        if (!take(at, end, step) || !take(at, end, lat) || !take(at, end, lon) || !take(at, end, when) ||
            !take(at, end, motion) || !take(at, end, accuracy))
            return false;
        if (i > 0 && step == 0) return false;
        unit += step;
        std::int64_t const at_lat = unzig(base_lat) + unzig(lat);
        std::int64_t const at_lon = unzig(base_lon) + unzig(lon);
        Fix fix;
        fix.at = instant(unzig(base_at) + unzig(when));
        if (step > last_unit || unit > last_unit || !std::in_range<std::int32_t>(at_lat) ||
            !std::in_range<std::int32_t>(at_lon) || !in_calendar(fix.at) || motion / 361 > 0xFFFF || accuracy > 0xFFFF)
            return false;
        fix.place = {static_cast<std::int32_t>(at_lat), static_cast<std::int32_t>(at_lon)};
        fix.speed_cm_s = static_cast<std::uint16_t>(motion / 361);
        auto const course = motion % 361;
        fix.course_deg = course == 360 ? Fix::unknown_course : static_cast<std::uint16_t>(course);
        fix.accuracy_m = static_cast<std::uint16_t>(accuracy);
        visit(UnitId::unpacked(unit), fix);
    }
    return at == end;
}

}  // namespace cresset
