#pragma once
/// The Delaunay triangulation of points on a plane, one by one, in exact whole numbers (Lawson 1977: put in, then flip;
/// found by walking, so points that follow each other should be near). Half-edges 3t, 3t+1, 3t+2 go round triangle t
/// counter-clockwise.

#include <array>
#include <cstdint>
#include <vector>

namespace cresset {

struct PlanePoint {
    std::int64_t x = 0;
    std::int64_t y = 0;
    friend auto operator<=>(PlanePoint const&, PlanePoint const&) = default;
};

/// Twice the area of a triangle; positive if it goes round counter-clockwise.
constexpr std::int64_t turn_of(PlanePoint a, PlanePoint b, PlanePoint c)
{
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

using VertexNumber = std::uint32_t;
using EdgeNumber = std::uint32_t;

class Triangulation {
public:
    /// Every coordinate stays below this, above its negative.
    static constexpr std::int64_t farthest = 1LL << 28U;
    static constexpr std::uint32_t none = UINT32_MAX;

    /// A square frame as wide as the plane; its corners are vertices 0 to 3.
    Triangulation();

    /// The number of the new vertex, or of one that stands within `near` (of those next to the point).
    VertexNumber add(PlanePoint point, std::int64_t near = 0);

    std::size_t vertex_count() const { return points_.size(); }
    PlanePoint point(VertexNumber vertex) const { return points_[vertex]; }
    static EdgeNumber next(EdgeNumber edge) { return edge % 3 == 2 ? edge - 2 : edge + 1; }
    static EdgeNumber before(EdgeNumber edge) { return edge % 3 == 0 ? edge + 2 : edge - 1; }
    std::size_t edge_count() const { return starts_.size(); }
    VertexNumber start(EdgeNumber edge) const { return starts_[edge]; }
    VertexNumber end(EdgeNumber edge) const { return starts_[next(edge)]; }
    /// The same edge in the other direction, of the triangle beyond; none at the frame.
    EdgeNumber twin(EdgeNumber edge) const { return twins_[edge]; }
    /// An edge that starts at each vertex.
    std::vector<EdgeNumber> leaving_edges() const;

private:
    EdgeNumber triangle_around(PlanePoint point);
    EdgeNumber add_triangle(std::array<VertexNumber, 3> corners);
    void join(EdgeNumber edge, EdgeNumber twin);
    bool must_flip(EdgeNumber edge) const;
    void flip(EdgeNumber edge);

    std::vector<PlanePoint> points_;
    std::vector<VertexNumber> starts_;
    std::vector<EdgeNumber> twins_;
    std::vector<EdgeNumber> suspects_;
    EdgeNumber last_ = 0;
};

}  // namespace cresset
