#include "core/roads/triangulation.h"

#include "core/base/check.h"

#include <cstdlib>

namespace cresset {
namespace {

/// True if d lies within the circle through a, b, c, which go round counter-clockwise.
bool in_circle(PlanePoint a, PlanePoint b, PlanePoint c, PlanePoint d)
{
    struct Seen {
        std::int64_t x, y, squared;
    };
    auto const seen = [&](PlanePoint p) {
        std::int64_t const x = p.x - d.x;
        std::int64_t const y = p.y - d.y;
        return Seen{x, y, x * x + y * y};
    };
    Seen const p = seen(a), q = seen(b), r = seen(c);
    using Wide = __int128;
    return Wide{p.squared} * (q.x * r.y - r.x * q.y) + Wide{q.squared} * (r.x * p.y - p.x * r.y) +
               Wide{r.squared} * (p.x * q.y - q.x * p.y) >
           0;
}

}  // namespace

Triangulation::Triangulation()
    : points_{{-farthest, -farthest}, {farthest, -farthest}, {farthest, farthest}, {-farthest, farthest}}
{
    EdgeNumber const low = add_triangle({0, 1, 2});
    EdgeNumber const high = add_triangle({0, 2, 3});
    join(low + 2, high);
}

EdgeNumber Triangulation::add_triangle(std::array<VertexNumber, 3> corners)
{
    auto const first = static_cast<EdgeNumber>(starts_.size());
    starts_.insert(starts_.end(), corners.begin(), corners.end());
    twins_.resize(starts_.size(), none);
    return first;
}

void Triangulation::join(EdgeNumber edge, EdgeNumber twin)
{
    twins_[edge] = twin;
    if (twin != none) twins_[twin] = edge;
}

/// The first edge of the triangle that holds the point, inside or on its edge.
EdgeNumber Triangulation::triangle_around(PlanePoint point)
{
    EdgeNumber first = last_ / 3 * 3;
    for (EdgeNumber i = 0; i < 3;) {
        EdgeNumber const edge = first + i;
        if (turn_of(points_[start(edge)], points_[end(edge)], point) >= 0) {
            ++i;
            continue;
        }
        first = twins_[edge] / 3 * 3;  // never none: the frame holds every point
        i = 0;
    }
    return first;
}

VertexNumber Triangulation::add(PlanePoint point, std::int64_t near)
{
    CRESSET_CHECK(std::abs(point.x) < farthest && std::abs(point.y) < farthest);
    EdgeNumber const ab = triangle_around(point);
    last_ = ab;
    for (EdgeNumber const edge : {ab, ab + 1, ab + 2}) {
        std::int64_t const x = points_[start(edge)].x - point.x;
        std::int64_t const y = points_[start(edge)].y - point.y;
        if (x * x + y * y <= near * near) return start(edge);
    }
    auto const vertex = static_cast<VertexNumber>(points_.size());
    points_.push_back(point);
    VertexNumber const a = starts_[ab], b = starts_[ab + 1], c = starts_[ab + 2];
    EdgeNumber const bc = add_triangle({b, c, vertex});
    EdgeNumber const ca = add_triangle({c, a, vertex});
    join(bc, twins_[ab + 1]);
    join(ca, twins_[ab + 2]);
    starts_[ab + 2] = vertex;
    join(ab + 1, bc + 2);
    join(bc + 1, ca + 2);
    join(ca + 1, ab + 2);
    suspects_.assign({ab, bc, ca});
    while (!suspects_.empty()) {
        EdgeNumber const edge = suspects_.back();
        suspects_.pop_back();
        if (must_flip(edge)) flip(edge);
    }
    return vertex;
}

/// The edge lies opposite the new vertex. A triangle without area, where that lies on the edge, never stays.
bool Triangulation::must_flip(EdgeNumber edge) const
{
    EdgeNumber const other = twins_[edge];
    if (other == none) return false;
    PlanePoint const a = points_[start(edge)], b = points_[end(edge)], c = points_[start(before(edge))];
    return turn_of(a, b, c) == 0 || in_circle(a, b, c, points_[start(before(other))]);
}

/// In the four-cornered a, d, b, new vertex: the diagonal ab becomes that from d to the new vertex.
void Triangulation::flip(EdgeNumber edge)
{
    EdgeNumber const other = twins_[edge];
    EdgeNumber const after = next(edge), other_after = next(other);
    VertexNumber const vertex = start(before(edge)), d = start(before(other));
    EdgeNumber const beyond = twins_[after], other_beyond = twins_[other_after];
    starts_[after] = d;
    starts_[other_after] = vertex;
    join(edge, other_beyond);
    join(other, beyond);
    join(after, other_after);
    suspects_.push_back(edge);
    suspects_.push_back(before(other));
}

std::vector<EdgeNumber> Triangulation::leaving_edges() const
{
    std::vector<EdgeNumber> out(points_.size(), none);
    for (EdgeNumber edge = 0; edge < starts_.size(); ++edge) out[starts_[edge]] = edge;
    return out;
}

}  // namespace cresset
