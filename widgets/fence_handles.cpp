#include "widgets/fence_handles.h"

#include "core/base/plane.h"
#include "widgets/fence_sketch.h"

#include <algorithm>
#include <cmath>

namespace cresset::widgets {
namespace {

constexpr std::uint64_t of_fences = std::uint64_t{0xfe} << 56;
constexpr int what_at = 48, line_at = 28;

bool isRound(FenceKind kind)
{
    return kind == FenceKind::circle || kind == FenceKind::around_unit;
}

/// Where a corridor's width is pulled: beside the middle of its first stretch, to the left.
Place besideMiddle(Line const& line, std::uint32_t radius_mm)
{
    Place const middle = between(line[0], line[1], 1, 2);
    double const east =
        static_cast<double>(lon_difference(line[0], line[1]) * east_mm_per_e7_q20(line[0].lat_e7) >> 20);
    double const north = static_cast<double>(north_mm(line[0], line[1]));
    double const length = std::max(std::hypot(east, north), 1.0);
    return moved(middle, std::llround(-north / length * radius_mm), std::llround(east / length * radius_mm));
}

std::uint32_t radiusOf(std::int64_t away_mm)
{
    return static_cast<std::uint32_t>(std::clamp<std::int64_t>(away_mm, 1000, widest_fence_mm));
}

}  // namespace

std::vector<FenceHandle> handlesOf(FenceShape const& shape)
{
    using What = FenceHandle::What;
    std::vector<FenceHandle> handles;
    for (std::uint32_t i = 0; i < shape.lines.size(); ++i) {
        Line const& line = shape.lines[i];
        if (line.empty()) continue;
        bool const closed = shape.kind == FenceKind::polygon;
        auto const count = static_cast<std::uint32_t>(line.size());
        for (std::uint32_t point = 0; !isRound(shape.kind) && point + (closed ? 0 : 1) < count; ++point)
            handles.push_back({What::middle, i, point, between(line[point], line[(point + 1) % count], 1, 2)});
        if (shape.kind != FenceKind::around_unit)
            for (std::uint32_t point = 0; point < count; ++point)
                handles.push_back({What::corner, i, point, line[point]});
        if (isRound(shape.kind)) handles.push_back({What::radius, i, 0, moved(line.front(), shape.radius_mm, 0)});
        if (shape.kind == FenceKind::corridor && count > 1)
            handles.push_back({What::radius, i, 0, besideMiddle(line, shape.radius_mm)});
    }
    return handles;
}

FenceShape pulled(FenceShape shape, FenceHandle const& handle, Place to)
{
    if (handle.line >= shape.lines.size()) return shape;
    Line& line = shape.lines[handle.line];
    switch (handle.what) {
        case FenceHandle::What::corner:
            if (handle.point < line.size()) line[handle.point] = to;
            break;
        case FenceHandle::What::middle:
            if (handle.point < line.size()) line.insert(line.begin() + handle.point + 1, to);
            break;
        case FenceHandle::What::radius:
            shape.radius_mm = radiusOf(isRound(shape.kind) ? distance_mm(line.front(), to) : awayFrom(line, to));
            break;
    }
    return shape;
}

std::optional<FenceShape> without(FenceShape shape, FenceHandle const& handle)
{
    bool const corner = handle.what == FenceHandle::What::corner && !isRound(shape.kind);
    if (!corner || handle.line >= shape.lines.size() || handle.point >= shape.lines[handle.line].size()) return {};
    Line& line = shape.lines[handle.line];
    std::size_t const least = shape.kind == FenceKind::polygon ? 3 : 2;
    if (line.size() <= least && handle.line == 0) return {};
    if (line.size() <= least)
        shape.lines.erase(shape.lines.begin() + handle.line);
    else
        line.erase(line.begin() + handle.point);
    return shape;
}

MarkKey keyOf(FenceHandle const& handle)
{
    auto const what = static_cast<std::uint64_t>(handle.what);
    return {MarkKind::handle, of_fences | what << what_at | std::uint64_t{handle.line} << line_at | handle.point};
}

bool isFenceHandle(MarkKey mark)
{
    return mark.kind == MarkKind::handle && mark.id >> 56 == of_fences >> 56;
}

}  // namespace cresset::widgets
