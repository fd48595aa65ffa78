#include "core/rules/fence_parts.h"

#include "core/base/plane.h"

#include <algorithm>
#include <tuple>

namespace cresset {

namespace {

auto key_of(FenceEdge const& edge)
{
    return std::tuple{edge.a, edge.b};
}

/// Edges without length tell nothing, and of two that are the same each takes back what the other says.
std::vector<FenceEdge> sound(std::vector<FenceEdge> edges)
{
    std::erase_if(edges, [](FenceEdge const& edge) { return edge.a == edge.b; });
    std::ranges::sort(edges, {}, key_of);
    std::vector<FenceEdge> kept;
    for (FenceEdge const& edge : edges)
        if (!kept.empty() && kept.back() == edge)
            kept.pop_back();
        else
            kept.push_back(edge);
    return kept;
}

FencePart polygon(std::vector<Line> const& rings)
{
    FencePart part;
    for (Line const& ring : rings)
        for (std::size_t i = 0; i < ring.size(); ++i) part.edges.push_back({ring[i], ring[(i + 1) % ring.size()]});
    part.edges = sound(std::move(part.edges));
    return part;
}

FencePart line(Line const& points)
{
    FencePart part;
    for (std::size_t i = 1; i < points.size(); ++i)
        if (points[i - 1] != points[i]) part.edges.push_back({points[i - 1], points[i]});
    part.is_line = true;
    return part;
}

FencePart circle(Place centre, std::uint32_t radius_mm)
{
    FencePart part;
    part.circle = fence_circle(centre, radius_mm);
    return part;
}

/// All beside the way from a to b.
FencePart beside(Place a, Place b, std::int64_t half_width)
{
    std::int64_t const length = std::max<std::int64_t>(distance_mm(a, b), 1);
    std::int64_t const north = north_mm(a, b);
    std::int64_t const east = lon_difference(a, b) * east_mm_per_e7_q20(a.lat_e7) / (1 << 20);
    auto const scaled = [&](std::int64_t side) {
        return static_cast<std::int64_t>(static_cast<__int128>(side) * half_width / length);
    };
    std::int64_t const x = scaled(-north), y = scaled(east);
    return polygon({{moved(a, x, y), moved(b, x, y), moved(b, -x, -y), moved(a, -x, -y)}});
}

std::vector<FencePart> corridor(Line const& points, std::uint32_t half_width)
{
    std::vector<FencePart> parts;
    for (std::size_t i = 0; i < points.size(); ++i) {
        parts.push_back(circle(points[i], half_width));
        if (i > 0 && points[i - 1] != points[i]) parts.push_back(beside(points[i - 1], points[i], half_width));
    }
    return parts;
}

/// The middle of the widest stretch inside, on the line of latitude half way up.
std::optional<Place> place_inside(FencePart const& part)
{
    FenceBox const box = box_of(part);
    auto const middle = static_cast<std::int32_t>((std::int64_t{box.south} + box.north) / 2);
    std::vector<std::int64_t> cuts;  // east of the box's west edge
    for (FenceEdge const& edge : part.edges) {
        if ((edge.a.lat_e7 > middle) == (edge.b.lat_e7 > middle)) continue;
        std::int64_t const height = std::int64_t{edge.b.lat_e7} - edge.a.lat_e7;
        std::int64_t const up = std::int64_t{middle} - edge.a.lat_e7;
        std::int64_t const start = lon_difference({0, box.west}, edge.a);
        cuts.push_back((start < 0 ? start + turn_e7 : start) +
                       static_cast<std::int64_t>(static_cast<__int128>(lon_difference(edge.a, edge.b)) * up / height));
    }
    std::ranges::sort(cuts);
    std::int64_t widest = -1, at = 0;
    for (std::size_t i = 1; i < cuts.size(); i += 2)
        if (cuts[i] - cuts[i - 1] > widest) widest = cuts[i] - cuts[i - 1], at = (cuts[i] + cuts[i - 1]) / 2;
    if (widest < 0) return {};
    std::int64_t lon = box.west + at;
    if (lon >= half_turn_e7) lon -= turn_e7;
    return Place{middle, static_cast<std::int32_t>(lon)};
}

std::int64_t depth_of(FencePart const& part)
{
    if (part.circle) return part.circle->radius_mm;
    auto const place = part.is_line ? std::nullopt : place_inside(part);
    if (!place || !part.contains(*place)) return 0;
    std::int64_t low = 0, high = widest_fence_mm;
    while (high - low > 100) {
        std::int64_t const middle = (low + high) / 2;
        (part.is_farther(*place, middle) ? low : high) = middle;
    }
    return low;
}

}  // namespace

bool FencePart::contains(Place place) const
{
    if (circle) return circle->contains(place);
    if (is_line) return false;
    // A ray to the east. The place counts as a little to the east and the north of itself, as fixes do.
    bool inside = false;
    for (FenceEdge const& edge : edges) {
        std::int64_t const ay = std::int64_t{edge.a.lat_e7} - place.lat_e7;
        std::int64_t const by = std::int64_t{edge.b.lat_e7} - place.lat_e7;
        if ((ay > 0) == (by > 0)) continue;
        std::int64_t const ax = lon_difference(place, edge.a);
        std::int64_t const bx = ax + lon_difference(edge.a, edge.b);
        __int128 const turn = static_cast<__int128>(ax) * by - static_cast<__int128>(bx) * ay;
        // To the left of an edge that climbs, or to the right of one that falls; on it, it is to the east.
        bool const left = turn > 0 || (turn == 0 && by < ay);
        if (left == (by > ay)) inside = !inside;
    }
    return inside;
}

bool FencePart::is_farther(Place place, std::int64_t distance) const
{
    Surroundings const near{place, distance};
    if (circle) return near.lacks(*circle);
    return std::ranges::all_of(edges, [&](FenceEdge const& edge) { return near.lacks(edge); });
}

FenceBox box_of(FencePart const& part)
{
    FenceBox box;
    if (part.circle) {
        auto const& round = *part.circle;
        std::int64_t const up = std::int64_t{round.radius_mm} * (1 << 20) / mm_per_e7_q20 + 1;
        std::int64_t const out =
            round.east_q20 == 0 ? turn_e7 : std::int64_t{round.radius_mm} * (1 << 20) / round.east_q20 + 1;
        box.south = static_cast<std::int32_t>(std::max<std::int64_t>(round.centre.lat_e7 - up, INT32_MIN));
        box.north = static_cast<std::int32_t>(std::min<std::int64_t>(round.centre.lat_e7 + up, INT32_MAX));
        box.width_e7 = std::min(2 * out, turn_e7);
        std::int64_t west = round.centre.lon_e7 - std::min(out, half_turn_e7);
        if (west < -half_turn_e7) west += turn_e7;
        box.west = static_cast<std::int32_t>(west);
        return box;
    }
    if (part.edges.empty()) return {1, 0, 0, 0};  // rings that take each other back
    Place const first = part.edges.front().a;
    box.south = box.north = first.lat_e7;
    std::int64_t west = 0, east = 0;
    for (FenceEdge const& edge : part.edges) {
        std::int64_t const a = lon_difference(first, edge.a), b = a + lon_difference(edge.a, edge.b);
        box.south = std::min({box.south, edge.a.lat_e7, edge.b.lat_e7});
        box.north = std::max({box.north, edge.a.lat_e7, edge.b.lat_e7});
        west = std::min({west, a, b}), east = std::max({east, a, b});
    }
    box.width_e7 = std::min(east - west, turn_e7);
    std::int64_t from = first.lon_e7 + west;
    if (from < -half_turn_e7) from += turn_e7;
    box.west = static_cast<std::int32_t>(from);
    return box;
}

std::vector<FencePart> parts_of(FenceShape const& shape)
{
    Line const& first = shape.lines.front();
    switch (shape.kind) {
        case FenceKind::polygon: return {polygon(shape.lines)};
        case FenceKind::line: return {line(first)};
        case FenceKind::corridor: return corridor(first, shape.radius_mm);
        case FenceKind::circle:
        case FenceKind::around_unit: break;
    }
    return {circle(first.front(), shape.radius_mm)};
}

std::int64_t depth_mm(std::vector<FencePart> const& parts)
{
    std::int64_t deepest = 0;
    for (FencePart const& part : parts) deepest = std::max(deepest, depth_of(part));
    return deepest;
}

}  // namespace cresset
