#include "core/rules/fence_near.h"

#include "core/base/plane.h"
#include "core/rules/fence_parts.h"

#include <algorithm>
#include <cmath>

namespace cresset {

namespace {

constexpr double degree = 1e7;
constexpr double pi = 3.14159265358979323846;

/// At that part of the way from one place to another, 0 to 1.
Place between(Place from, Place to, double part)
{
    return place_at({from, to}, static_cast<StretchPart>(part * static_cast<double>(stretch_whole)));
}

double east_of(Place from, Place to)
{
    return static_cast<double>(lon_difference(from, to)) / degree * std::cos(from.lat() * pi / 180);
}

double north_of(Place from, Place to)
{
    return static_cast<double>(std::int64_t{to.lat_e7} - from.lat_e7) / degree;
}

/// In the plane at `from`.
Place nearest_on(FenceEdge const& edge, Place from)
{
    double const ax = east_of(from, edge.a), ay = north_of(from, edge.a);
    double const dx = east_of(from, edge.b) - ax, dy = north_of(from, edge.b) - ay;
    double const length2 = dx * dx + dy * dy;
    double const part = length2 > 0 ? std::clamp(-(ax * dx + ay * dy) / length2, 0.0, 1.0) : 0.0;
    return between(edge.a, edge.b, part);
}

/// Over the middle of the circle there is no nearest, but then the place lies inside.
Place nearest_on(FenceCircle const& circle, Place from)
{
    std::int64_t const away = distance_mm(circle.centre, from);
    if (away <= circle.radius_mm) return from;
    return between(circle.centre, from, static_cast<double>(circle.radius_mm) / static_cast<double>(away));
}

bool is_surely_farther(FenceShape const& shape, Place from, std::int64_t most_mm)
{
    Bounds bounds;
    for (Line const& line : shape.lines)
        for (Place const place : line) bounds.add(place);
    if (bounds.max.lon_e7 > bounds.min.lon_e7 + std::int64_t{1'800'000'000}) return false;  // over the date line
    Place const nearest{std::clamp(from.lat_e7, bounds.min.lat_e7, bounds.max.lat_e7),
                        std::clamp(from.lon_e7, bounds.min.lon_e7, bounds.max.lon_e7)};
    // A rectangle of degrees is a little nearer than its corner of the same latitude says; a tenth more is plenty.
    std::int64_t const away = distance_mm(from, nearest);
    return away - away / 10 > most_mm + shape.radius_mm;
}

}  // namespace

std::optional<Place> nearest_place(FenceShape const& shape, Place from, std::int64_t most_mm)
{
    bool const has_place = !shape.lines.empty() && !shape.lines.front().empty();
    if (!has_place || is_surely_farther(shape, from, most_mm)) return {};
    std::optional<Place> nearest;
    std::int64_t least = most_mm;
    auto const take = [&](Place place) {
        std::int64_t const away = distance_mm(from, place);
        if (away <= least) least = away, nearest = place;
    };
    for (FencePart const& part : parts_of(shape)) {
        if (!part.is_line && part.contains(from)) return from;
        if (part.circle) take(nearest_on(*part.circle, from));
        for (FenceEdge const& edge : part.edges) take(nearest_on(edge, from));
    }
    return nearest;
}

}  // namespace cresset
