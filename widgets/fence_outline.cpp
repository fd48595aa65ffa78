#include "widgets/fence_outline.h"

#include "widgets/segment.h"

#include <QPainterPath>
#include <QPainterPathStroker>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace cresset::widgets {
namespace {

constexpr int circle_points = 96;
constexpr double band = 100;  // half a corridor's width in the plane that it is widened in

std::vector<WorldPoint> circleRound(Place centre, std::uint32_t radius_mm)
{
    std::vector<WorldPoint> ring;
    for (int i = 0; i < circle_points; ++i) {
        double const angle = 2 * std::numbers::pi * i / circle_points;
        ring.push_back(toWorld(
            moved(centre, std::llround(std::sin(angle) * radius_mm), std::llround(std::cos(angle) * radius_mm))));
    }
    return ring;
}

std::vector<WorldPoint> worldOf(Line const& line)
{
    std::vector<WorldPoint> points;
    for (Place const place : line) points.push_back(toWorld(place));
    return points;
}

/// All within the radius of the line: the stroke of a pen of that width, its ends round.
std::vector<std::vector<WorldPoint>> corridorAlong(Line const& line, std::uint32_t radius_mm)
{
    WorldPoint const origin = toWorld(line.front());
    double const radius = std::abs(toWorld(moved(line.front(), radius_mm, 0)).x - origin.x);
    if (radius <= 0) return {};
    double const scale = band / radius;
    QPainterPath path;
    for (WorldPoint const point : worldOf(line)) {
        QPointF const at{(point.x - origin.x) * scale, (point.y - origin.y) * scale};
        path.elementCount() == 0 ? path.moveTo(at) : path.lineTo(at);
    }
    QPainterPathStroker pen;
    pen.setWidth(2 * band);
    pen.setCapStyle(Qt::RoundCap);
    pen.setJoinStyle(Qt::RoundJoin);
    std::vector<std::vector<WorldPoint>> rings;
    for (QPolygonF const& polygon : pen.createStroke(path).simplified().toSubpathPolygons()) {
        auto& ring = rings.emplace_back();
        for (QPointF const at : polygon) ring.push_back({at.x() / scale + origin.x, at.y() / scale + origin.y});
        if (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
    }
    return rings;
}

bool crosses(WorldPoint at, std::vector<WorldPoint> const& ring)
{
    bool odd = false;
    for (std::size_t i = 0, before = ring.size() - 1; i < ring.size(); before = i++) {
        WorldPoint const a = ring[i], b = ring[before];
        if ((a.y > at.y) != (b.y > at.y) && at.x < (b.x - a.x) * (at.y - a.y) / (b.y - a.y) + a.x) odd = !odd;
    }
    return odd;
}

}  // namespace

FenceOutline outlineOf(FenceShape const& shape)
{
    FenceOutline outline;
    outline.closed = shape.kind != FenceKind::line;
    for (Line const& line : shape.lines) {
        if (line.empty()) continue;
        switch (shape.kind) {
            case FenceKind::circle:
            case FenceKind::around_unit: outline.rings.push_back(circleRound(line.front(), shape.radius_mm)); break;
            case FenceKind::corridor:
                for (auto& ring : corridorAlong(line, shape.radius_mm)) outline.rings.push_back(std::move(ring));
                break;
            case FenceKind::polygon:
            case FenceKind::line: outline.rings.push_back(worldOf(line)); break;
        }
    }
    for (auto const& ring : outline.rings)
        for (WorldPoint const point : ring) outline.bounds.add(toPlace(point));
    return outline;
}

double pixelsFrom(FenceOutline const& outline, QPointF at, Viewport const& view)
{
    double nearest = std::numeric_limits<double>::infinity();
    for (auto const& ring : outline.rings) {
        QPointF before = view.toScreen(outline.closed ? ring.back() : ring.front());
        for (WorldPoint const point : ring) {
            QPointF const here = view.toScreen(point);
            nearest = std::min(nearest, awayFromSegment(at, before, here));
            before = here;
        }
    }
    return nearest;
}

bool isInside(FenceOutline const& outline, Place place)
{
    if (!outline.closed || !outline.bounds.contains(place)) return false;
    bool odd = false;
    for (auto const& ring : outline.rings)
        if (ring.size() > 2) odd = odd != crosses(toWorld(place), ring);
    return odd;
}

}  // namespace cresset::widgets
