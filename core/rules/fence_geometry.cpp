#include "core/rules/fence_geometry.h"

#include "core/base/plane.h"

#include <algorithm>
#include <cmath>

namespace cresset {

namespace {

using Wide = __int128;
using UnsignedWide = unsigned __int128;

constexpr std::int64_t small = std::int64_t{1} << 30U;  // products of two, and their difference, fit into 64 bits

bool is_small(std::int64_t value)
{
    return value > -small && value < small;
}

/// A point in 1e-7 degree, east and north of the stretch's beginning.
struct Point {
    std::int64_t x = 0, y = 0;
};

int sign(auto value)
{
    return value > 0 ? 1 : value < 0 ? -1 : 0;
}

/// Twice the area of a, b, p: positive if p lies to the left of the way from a to b.
template <typename Number>
Number turn(Point a, Point b, Point p)
{
    return static_cast<Number>(b.x - a.x) * (p.y - a.y) - static_cast<Number>(b.y - a.y) * (p.x - a.x);
}

/// On which side of the edge a fix lies: one on its line goes east, or north along a line to the east.
int side_of_fix(auto area, Point a, Point b)
{
    if (area != 0) return sign(area);
    return b.y != a.y ? sign(a.y - b.y) : sign(b.x - a.x);
}

/// On which side of the stretch to q a corner lies; the stretch moves, so the corner moves the other way.
int side_of_corner(auto area, Point q)
{
    if (area != 0) return sign(area);
    return q.y != 0 ? sign(q.y) : sign(-q.x);
}

/// num / den of the whole; 0 <= num <= den, den > 0.
template <typename Number>
StretchPart share(Number num, Number den)
{
    return static_cast<StretchPart>((static_cast<UnsignedWide>(num) << 32U) / static_cast<UnsignedWide>(den));
}

/// `num` may be too large to be shifted: both lose bits that 32 of the quotient do not need.
StretchPart share_of_wide(UnsignedWide num, UnsignedWide den)
{
    if (den >> 32U == 0) return (static_cast<std::uint64_t>(num) << 32U) / static_cast<std::uint64_t>(den);
    while (den >> 94U) num >>= 1U, den >>= 1U;
    return static_cast<StretchPart>((num << 32U) / den);
}

template <typename Number>
std::optional<EdgeCrossing> cross(Point q, Point a, Point b)
{
    Number const at_start = turn<Number>(a, b, {}), at_end = turn<Number>(a, b, q);
    int const starts = side_of_fix(at_start, a, b), ends = side_of_fix(at_end, a, b);
    if (starts == ends) return {};
    if (side_of_corner(turn<Number>({}, q, a), q) == side_of_corner(turn<Number>({}, q, b), q)) return {};
    auto const before = static_cast<UnsignedWide>(at_start < 0 ? -at_start : at_start);
    auto const after = static_cast<UnsignedWide>(at_end < 0 ? -at_end : at_end);
    if (before + after == 0) return EdgeCrossing{stretch_whole, ends > 0};  // along the edge, all of it
    return EdgeCrossing{share_of_wide(before, before + after), ends > 0};
}

std::uint64_t square_root(UnsignedWide value)
{
    if (value == 0) return 0;
    auto root = static_cast<UnsignedWide>(std::sqrt(static_cast<double>(value)));
    if (value >> 96U)  // too many digits for the root of a floating-point number to have them all
        for (int i = 0; i < 2; ++i) root = (root + value / root) / 2;
    while (root * root > value) --root;
    while ((root + 1) * (root + 1) <= value) ++root;
    return static_cast<std::uint64_t>(root);
}

/// Millimetres east and north of the circle's centre.
Point from_centre(FenceCircle const& circle, Place place)
{
    return {circle.east_mm(place), circle.north_mm(place)};
}

bool is_within(Point point, std::int64_t radius)
{
    if (point.x > radius || point.x < -radius || point.y > radius || point.y < -radius) return false;
    return point.x * point.x + point.y * point.y <= radius * radius;  // a radius is less than 2^31
}

}  // namespace

std::optional<EdgeCrossing> crossing(Stretch const& stretch, FenceEdge const& edge)
{
    if (PassingBy{stretch}.misses(edge)) return {};
    Place const p = stretch.from;
    Point const q{lon_difference(p, stretch.to), std::int64_t{stretch.to.lat_e7} - p.lat_e7};
    Point const a{lon_difference(p, edge.a), std::int64_t{edge.a.lat_e7} - p.lat_e7};
    Point const b{a.x + lon_difference(edge.a, edge.b), std::int64_t{edge.b.lat_e7} - p.lat_e7};
    bool const fits = is_small(a.x) && is_small(b.x) && is_small(a.y) && is_small(b.y) && is_small(q.x) &&
                      is_small(q.y) && is_small(b.x - a.x) && is_small(b.y - a.y) && is_small(q.x - a.x) &&
                      is_small(q.y - a.y);
    return fits ? cross<std::int64_t>(q, a, b) : cross<Wide>(q, a, b);
}

FenceCircle fence_circle(Place centre, std::uint32_t radius_mm)
{
    return {centre, radius_mm, static_cast<std::uint32_t>(east_mm_per_e7_q20(centre.lat_e7))};
}

bool FenceCircle::contains(Place place) const
{
    return is_within(from_centre(*this, place), radius_mm);
}

CircleCrossings crossings(Stretch const& stretch, FenceCircle const& circle)
{
    Point const p = from_centre(circle, stretch.from), q = from_centre(circle, stretch.to);
    std::int64_t const radius = circle.radius_mm;
    CircleCrossings found;
    if ((p.x > radius && q.x > radius) || (p.x < -radius && q.x < -radius) || (p.y > radius && q.y > radius) ||
        (p.y < -radius && q.y < -radius))
        return found;
    found.from_inside = is_within(p, radius);
    bool const to_inside = is_within(q, radius);
    if (found.from_inside && to_inside) return found;
    // |p + t d| = radius: t = (-half ± sqrt(half² - whole * rest)) / whole
    Point const d{q.x - p.x, q.y - p.y};
    Wide const whole = static_cast<Wide>(d.x) * d.x + static_cast<Wide>(d.y) * d.y;
    Wide const half = static_cast<Wide>(p.x) * d.x + static_cast<Wide>(p.y) * d.y;
    bool const outside = !found.from_inside && !to_inside;
    if (outside && (half >= 0 || half + whole <= 0)) return found;  // it comes no nearer on its way
    Wide const rest = static_cast<Wide>(p.x) * p.x + static_cast<Wide>(p.y) * p.y - static_cast<Wide>(radius) * radius;
    // A long stretch is measured in coarser units, so that the square fits.
    int coarser = 0;
    for (Wide most = std::max(whole, half < 0 ? -half : half); most >> (62 + coarser);) ++coarser;
    Wide const w = whole >> coarser, h = half / (Wide{1} << coarser);
    Wide const under = h * h - w * (rest >> coarser);
    if (under <= 0 && outside) return found;
    Wide const root = under <= 0 ? 0 : static_cast<Wide>(square_root(static_cast<UnsignedWide>(under)));
    auto const part = [&](Wide num) {
        Wide const within = std::clamp<Wide>(num, 0, w);
        return w == 0 ? stretch_whole : share_of_wide(static_cast<UnsignedWide>(within), static_cast<UnsignedWide>(w));
    };
    if (!found.from_inside) found.parts[static_cast<std::size_t>(found.count++)] = part(-h - root);
    if (!to_inside) found.parts[static_cast<std::size_t>(found.count++)] = part(-h + root);
    return found;
}

Surroundings::Surroundings(Place place, std::int64_t distance_mm)
    : place_{place},
      distance_mm_{distance_mm},
      up_e7_{distance_mm * (1 << 20) / mm_per_e7_q20 + 1},
      east_q20_{east_mm_per_e7_q20(place.lat_e7)}
{
}

/// In millimetres about the place: an edge that comes so near is met where the plane is true.
bool Surroundings::lacks(FenceEdge const& edge) const
{
    std::int64_t const a_up = std::int64_t{edge.a.lat_e7} - place_.lat_e7;
    std::int64_t const b_up = std::int64_t{edge.b.lat_e7} - place_.lat_e7;
    if (std::min(a_up, b_up) > up_e7_ || std::max(a_up, b_up) < -up_e7_) return true;
    std::int64_t const a_lon = lon_difference(place_, edge.a);
    std::int64_t const ax = a_lon * east_q20_ / (1 << 20);
    std::int64_t const bx = (a_lon + lon_difference(edge.a, edge.b)) * east_q20_ / (1 << 20);
    if (std::min(ax, bx) > distance_mm_ || std::max(ax, bx) < -distance_mm_) return true;
    std::int64_t const ay = north_mm(place_, edge.a), by = north_mm(place_, edge.b);
    Wide const limit = static_cast<Wide>(distance_mm_) * distance_mm_;
    Wide const dx = bx - ax, dy = by - ay;
    Wide const length = dx * dx + dy * dy;
    Wide const along = -(ax * dx + ay * dy);
    if (along <= 0) return static_cast<Wide>(ax) * ax + static_cast<Wide>(ay) * ay > limit;
    if (along >= length) return static_cast<Wide>(bx) * bx + static_cast<Wide>(by) * by > limit;
    Wide const area = ax * dy - ay * dx;
    // area² / length > limit; the area of an edge that passes near is small
    auto const size = static_cast<UnsignedWide>(area < 0 ? -area : area);
    if (size >> 63U) return true;
    return size * size > static_cast<UnsignedWide>(limit) * static_cast<UnsignedWide>(length);
}

bool Surroundings::lacks(FenceCircle const& circle) const
{
    Point const p = from_centre(circle, place_);
    std::int64_t const radius = circle.radius_mm;
    if (!is_within(p, radius + distance_mm_)) return true;
    return distance_mm_ < radius && is_within(p, radius - distance_mm_ - 1);
}

Place place_at(Stretch const& stretch, StretchPart part)
{
    return between(stretch.from, stretch.to, static_cast<std::int64_t>(part), std::int64_t{1} << 32U);
}

}  // namespace cresset
