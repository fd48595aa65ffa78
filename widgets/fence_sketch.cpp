#include "widgets/fence_sketch.h"

#include "core/base/plane.h"

#include <algorithm>
#include <cmath>

namespace cresset::widgets {

FenceSketch::FenceSketch(SketchKind kind, std::optional<Place> centre) : kind_{kind}
{
    if (centre) points_.push_back(*centre);
}

bool FenceSketch::add(Place place)
{
    if (measures_width_) {
        radius_mm_ = radiusTo(place);
        return true;
    }
    if (isRound() && !points_.empty()) {
        radius_mm_ = radiusTo(place);
        return true;
    }
    if (points_.empty() || points_.back() != place) points_.push_back(place);  // a double click is one point
    return kind_ == SketchKind::region;
}

bool FenceSketch::back()
{
    if (measures_width_) {
        measures_width_ = false;
        radius_mm_ = 0;
        return true;
    }
    if (points_.empty() || kind_ == SketchKind::around_unit) return false;
    points_.pop_back();
    return true;
}

bool FenceSketch::done()
{
    if (kind_ == SketchKind::corridor && !measures_width_ && points_.size() > 1) {
        measures_width_ = true;
        return false;
    }
    if (kind_ == SketchKind::corridor) radius_mm_ = usual_corridor_mm;
    if (kind_ == SketchKind::around_unit) radius_mm_ = usual_around_mm;
    return true;
}

std::uint32_t FenceSketch::radiusTo(Place place) const
{
    std::int64_t const away = isRound() ? distance_mm(points_.front(), place) : awayFrom(points_, place);
    return static_cast<std::uint32_t>(std::clamp<std::int64_t>(away, 1000, std::int64_t{widest_fence_mm} + 1));
}

FenceShape FenceSketch::shape() const
{
    Line points = points_;
    std::uint32_t radius = radius_mm_;
    bool const radius_next = measures_width_ || (isRound() && !points_.empty());
    if (radius_next)
        radius = cursor_ ? radiusTo(*cursor_) : kind_ == SketchKind::around_unit ? usual_around_mm : usual_corridor_mm;
    else if (cursor_)
        points.push_back(*cursor_);
    return shapeOf(std::move(points), radius);
}

FenceShape FenceSketch::result() const
{
    return shapeOf(points_, radius_mm_);
}

FenceShape FenceSketch::shapeOf(Line points, std::uint32_t radius_mm) const
{
    FenceShape shape;
    shape.radius_mm = radius_mm;
    switch (kind_) {
        case SketchKind::circle: shape.kind = FenceKind::circle; break;
        case SketchKind::around_unit: shape.kind = FenceKind::around_unit; break;
        case SketchKind::corridor: shape.kind = FenceKind::corridor; break;
        case SketchKind::line: shape.kind = FenceKind::line; break;
        case SketchKind::polygon:
        case SketchKind::region:
        case SketchKind::hole: shape.kind = FenceKind::polygon; break;
    }
    if (!points.empty()) shape.lines.push_back(std::move(points));
    return shape;
}

std::int64_t awayFrom(Line const& line, Place place)
{
    double nearest = 4e10;
    auto const east = [&](Place to) {
        return static_cast<double>(lon_difference(place, to) * east_mm_per_e7_q20(place.lat_e7) / (1 << 20));
    };
    auto const north = [&](Place to) { return static_cast<double>(north_mm(place, to)); };
    for (std::size_t i = 0; i < line.size(); ++i) {
        Place const a = line[i], b = line[std::min(i + 1, line.size() - 1)];
        double const ax = east(a), ay = north(a), dx = east(b) - ax, dy = north(b) - ay;
        double const length = dx * dx + dy * dy;
        double const part = length > 0 ? std::clamp(-(ax * dx + ay * dy) / length, 0.0, 1.0) : 0.0;
        nearest = std::min(nearest, std::hypot(ax + part * dx, ay + part * dy));
    }
    return std::llround(nearest);
}

}  // namespace cresset::widgets
