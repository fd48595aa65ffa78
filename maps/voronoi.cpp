#include "maps/voronoi.h"

#include <algorithm>
#include <cmath>

namespace cresset::maps {

namespace {

/// East and north of the box's corner in 1e-7 degree of latitude.
struct Point {
    double x, y;
};

class Plane {
public:
    explicit Plane(Bounds const& box)
        : corner_{box.min}, cosine_{static_cast<double>(cosine_q30(box.middle().lat_e7)) / (1 << 30)}
    {
    }
    Point to_point(Place place) const
    {
        return {(static_cast<double>(place.lon_e7) - corner_.lon_e7) * cosine_,
                static_cast<double>(place.lat_e7) - corner_.lat_e7};
    }
    Place to_place(Point point) const
    {
        return {static_cast<std::int32_t>(corner_.lat_e7 + std::llround(point.y)),
                static_cast<std::int32_t>(corner_.lon_e7 + std::llround(point.x / cosine_))};
    }

private:
    Place corner_;
    double cosine_;
};

/// How much nearer the point is to `mine` than to `other` (positive: nearer), a linear function of the point.
double advantage(Point point, Point mine, Point other)
{
    return (point.x - (mine.x + other.x) / 2) * (mine.x - other.x) +
           (point.y - (mine.y + other.y) / 2) * (mine.y - other.y);
}

/// The part of a convex ring (not closed) that is nearer to `mine`.
std::vector<Point> nearer_part(std::vector<Point> const& ring, Point mine, Point other)
{
    std::vector<Point> kept;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        Point const a = ring[i];
        Point const b = ring[(i + 1) % ring.size()];
        double const at_a = advantage(a, mine, other);
        double const at_b = advantage(b, mine, other);
        if (at_a >= 0) kept.push_back(a);
        if ((at_a < 0) == (at_b < 0)) continue;
        double const part = at_a / (at_a - at_b);
        kept.push_back({a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part});
    }
    return kept;
}

std::vector<Point> corners(Plane const& plane, Bounds const& box)
{
    return {plane.to_point(box.min), plane.to_point({box.min.lat_e7, box.max.lon_e7}), plane.to_point(box.max),
            plane.to_point({box.max.lat_e7, box.min.lon_e7})};
}

Line closed(Plane const& plane, std::vector<Point> const& ring)
{
    Line line;
    for (Point const point : ring)
        if (Place const place = plane.to_place(point); line.empty() || line.back() != place) line.push_back(place);
    if (line.size() > 1 && line.front() == line.back()) line.pop_back();
    if (line.size() < 3) return {};
    line.push_back(line.front());
    return line;
}

}  // namespace

std::vector<Line> divide_among(Bounds const& box, std::vector<Place> const& places)
{
    Plane const plane{box};
    std::vector<Line> cells(places.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
        bool const is_new = std::find(places.begin(), places.begin() + static_cast<std::ptrdiff_t>(i), places[i]) ==
                            places.begin() + static_cast<std::ptrdiff_t>(i);
        if (!box.contains(places[i]) || !is_new) continue;
        std::vector<Point> ring = corners(plane, box);
        for (Place const other : places)
            if (other != places[i] && box.contains(other))
                ring = nearer_part(ring, plane.to_point(places[i]), plane.to_point(other));
        cells[i] = closed(plane, ring);
    }
    return cells;
}

}  // namespace cresset::maps
