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
};
/// Radius in millimetres.
FenceCircle fence_circle(Place centre, std::uint32_t radius_mm);

struct CircleCrossings {
    bool from_inside = false;
    int count = 0;  // one if the ends lie on different sides, none or two if both lie outside, else none
    std::array<StretchPart, 2> parts{};
};
CircleCrossings crossings(Stretch const& stretch, FenceCircle const& circle);

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
