#pragma once
/// What decides whether a unit is inside of a fence and when it crossed its edge: exact, in whole numbers, the same on
/// every machine. Lines are straight between places in latitude and longitude; circles are circles of whole millimetres
/// in the plane at their centre's latitude (within 0.1 % of the sphere up to 10 km across, off the poles).
///
/// Fixes are taken as if moved by an infinitely small step to the east, and a far smaller one to the north (simulation
/// of simplicity, Edelsbrunner and Muecke, ACM Transactions on Graphics 9, 1990). So a fix lies on no edge, a stretch
/// meets no corner, and the number of edges that a stretch crosses says exactly whether its two ends lie on the same
/// side, however the places fall.

#include "core/base/geo.h"
#include "core/base/plane.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace cresset {

/// A unit's way from one fix to the next: straight, the short way over the date line.
struct Stretch {
    Place from, to;
};

/// Where on a stretch: 0 at its beginning, stretch_whole at its end.
using StretchPart = std::uint64_t;
inline constexpr StretchPart stretch_whole = std::uint64_t{1} << 32U;

/// A piece of a fence's edge.
struct FenceEdge {
    Place a, b;
    friend bool operator==(FenceEdge const&, FenceEdge const&) = default;
};

struct EdgeCrossing {
    StretchPart part = 0;
    bool to_left = false;  // of the edge, looking from a to b
};
/// Nothing if the stretch does not cross that edge.
std::optional<EdgeCrossing> crossing(Stretch const& stretch, FenceEdge const& edge);

struct FenceCircle {
    Place centre;
    std::uint32_t radius_mm = 0;
    std::uint32_t east_q20 = 0;  // millimetres of 1e-7 degree of longitude there, times 2^20
    friend bool operator==(FenceCircle const&, FenceCircle const&) = default;

    bool contains(Place place) const;
    /// Millimetres from the centre.
    std::int64_t east_mm(Place place) const
    {
        return lon_difference(centre, place) * static_cast<std::int64_t>(east_q20) / (1 << 20);
    }
    std::int64_t north_mm(Place place) const { return cresset::north_mm(centre, place); }
};
/// Radius in millimetres.
FenceCircle fence_circle(Place centre, std::uint32_t radius_mm);

struct CircleCrossings {
    bool from_inside = false;
    int count = 0;  // one if the ends lie on different sides, none or two if both lie outside, else none
    std::array<StretchPart, 2> parts{};
};
CircleCrossings crossings(Stretch const& stretch, FenceCircle const& circle);

/// Says of most edges and circles, quickly, that a stretch does not cross them. Nearly all that lie near a stretch lie
/// beside it, on a side that nobody can foresee: so there is one branch for all sides, not one for each.
class PassingBy {
public:
    explicit PassingBy(Stretch const& stretch)
        : stretch_{stretch},
          east_{lon_difference(stretch.from, stretch.to)},
          north_{std::int64_t{stretch.to.lat_e7} - stretch.from.lat_e7}
    {
    }

    /// True if the edge's box lies beside that of the stretch.
    bool misses(FenceEdge const& edge) const
    {
        Place const& from = stretch_.from;
        std::int64_t const ax = lon_difference(from, edge.a), bx = ax + lon_difference(edge.a, edge.b);
        std::int64_t const ay = std::int64_t{edge.a.lat_e7} - from.lat_e7,
                           by = std::int64_t{edge.b.lat_e7} - from.lat_e7;
        return (int{are_beside(ax, bx, east_)} | int{are_beside(ay, by, north_)}) != 0;
    }

    /// True if the stretch lies inside, or outside where it comes no nearer on its way.
    bool misses(FenceCircle const& circle) const
    {
        std::int64_t const px = circle.east_mm(stretch_.from), py = circle.north_mm(stretch_.from);
        std::int64_t const qx = circle.east_mm(stretch_.to), qy = circle.north_mm(stretch_.to);
        constexpr std::int64_t far = std::int64_t{1} << 29U;  // products of nearer ones fit into 64 bits
        bool const is_near = static_cast<std::uint64_t>((px + far) | (qx + far) | (py + far) | (qy + far)) < 2 * far;
        if (!is_near) return false;
        std::int64_t const radius_squared = std::int64_t{circle.radius_mm} * circle.radius_mm;
        std::int64_t const dx = qx - px, dy = qy - py;
        bool const begins_inside = px * px + py * py <= radius_squared;
        bool const ends_inside = qx * qx + qy * qy <= radius_squared;
        bool const only_leaves = px * dx + py * dy >= 0, only_nears = qx * dx + qy * dy <= 0;
        return (int{begins_inside == ends_inside} & (int{begins_inside} | int{only_leaves} | int{only_nears})) != 0;
    }

private:
    /// On one axis: an edge from a to b, and the stretch from 0 to its end.
    static bool are_beside(std::int64_t a, std::int64_t b, std::int64_t end)
    {
        std::int64_t const begin = 0;
        return (int{std::max(a, b) < std::min(begin, end)} | int{std::min(a, b) > std::max(begin, end)}) != 0;
    }

    Stretch stretch_;
    std::int64_t east_, north_;  // of its end from its beginning, in 1e-7 degree
};

/// All that is not farther from a place than that.
class Surroundings {
public:
    Surroundings(Place place, std::int64_t distance_mm);
    /// True if no point of the edge lies there.
    bool lacks(FenceEdge const& edge) const;
    /// True if no point of the circle's edge does.
    bool lacks(FenceCircle const& circle) const;

private:
    Place place_;
    std::int64_t distance_mm_;
    std::int64_t up_e7_ = 0;     // so much of latitude, or more
    std::int64_t east_q20_ = 0;  // millimetres of 1e-7 degree of longitude there, times 2^20
};

/// The place at that part of the stretch.
Place place_at(Stretch const& stretch, StretchPart part);

}  // namespace cresset
