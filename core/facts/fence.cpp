#include "core/facts/fence.h"

#include "core/base/plane.h"

#include <algorithm>

namespace cresset {

namespace {

std::size_t least_points(FenceKind kind)
{
    if (kind == FenceKind::polygon) return 3;
    return kind == FenceKind::line || kind == FenceKind::corridor ? 2 : 1;
}

bool is_round(FenceKind kind)
{
    return kind != FenceKind::polygon && kind != FenceKind::line;
}

bool is_one_place(std::vector<Line> const& lines)
{
    return std::ranges::all_of(lines, [](Line const& line) {
        return std::ranges::all_of(line, [&](Place place) { return place == line.front(); });
    });
}

/// Unrolled from its first place on.
std::int64_t width_e7(Line const& line)
{
    std::int64_t at = 0, west = 0, east = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        at += lon_difference(line[i - 1], line[i]);
        west = std::min(west, at), east = std::max(east, at);
    }
    return east - west;
}

std::optional<std::string_view> fault_of(FenceHours const& hours)
{
    auto const is_day = [](int day) { return day / 100 >= 1 && day / 100 <= 12 && day % 100 >= 1 && day % 100 <= 31; };
    if (hours.weekdays == 0 || hours.weekdays > 127) return "it is watched on no day of the week";
    if (hours.from_min >= 1440 || hours.to_min > 1440) return "its hours are no times of a day";
    bool const all_year = hours.from_day == 0 && hours.to_day == 0;
    if (!all_year && (!is_day(hours.from_day) || !is_day(hours.to_day))) return "its season has no such day";
    if (hours.starts_at && hours.ends_at && *hours.ends_at <= *hours.starts_at) return "it ends before it begins";
    return {};
}

}  // namespace

std::optional<std::string_view> fault_of(FenceShape const& shape)
{
    if (shape.lines.empty()) return "it has no places";
    if (shape.kind != FenceKind::polygon && shape.lines.size() > 1) return "it has more than one line";
    for (Line const& line : shape.lines)
        if (line.size() < least_points(shape.kind)) return "it has too few places";
    if (shape.radius_mm > widest_fence_mm) return "it is wider than 1,000 km";
    if (is_round(shape.kind) && shape.radius_mm == 0) return "it has no radius";
    if (least_points(shape.kind) > 1 && is_one_place(shape.lines)) return "all its places are the same";
    for (Line const& line : shape.lines)
        if (width_e7(line) >= half_turn_e7) return "it is wider than half the earth";
    return {};
}

std::optional<std::string_view> fault_of(Fence const& fence)
{
    if (fence.name.en.empty() && fence.name.zh.empty()) return "it has no name";
    if (fence.shape.kind == FenceKind::around_unit) {
        if (!fence.carrier) return "it moves with no unit";
        if (fence.shape.radius_mm == 0) return "it has no radius";
        if (fence.shape.radius_mm > widest_fence_mm) return "it is wider than 1,000 km";
    } else if (auto const fault = fault_of(fence.shape)) {
        return fault;
    }
    if (fence.then.priority < 1 || fence.then.priority > lowest_fence_priority) return "its priority is not 1, 2 or 3";
    return fault_of(fence.hours);
}

}  // namespace cresset
