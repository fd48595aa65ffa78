#pragma once
/// Plane geometry for the training city: metres east and north of the city's middle. Only + - * / and square roots are
/// used (IEEE gives them exactly rounded), so that every machine draws the same city.

#include <cmath>
#include <optional>
#include <vector>

namespace cresset::maps::city {

struct P {
    double x = 0, y = 0;
    friend bool operator==(P const&, P const&) = default;
};
inline P operator+(P a, P b)
{
    return {a.x + b.x, a.y + b.y};
}
inline P operator-(P a, P b)
{
    return {a.x - b.x, a.y - b.y};
}
inline P operator*(P a, double k)
{
    return {a.x * k, a.y * k};
}
inline double dot(P a, P b)
{
    return a.x * b.x + a.y * b.y;
}
inline double cross(P a, P b)
{
    return a.x * b.y - a.y * b.x;
}
inline double size(P a)
{
    return std::sqrt(dot(a, a));
}
inline double distance(P a, P b)
{
    return size(b - a);
}
inline P left_of(P a)
{
    return {-a.y, a.x};
}
inline P mix(P a, P b, double t)
{
    return a + (b - a) * t;
}
/// Length 1; (1, 0) for a direction of no length.
P unit(P a);
/// To whole centimetres, the grid on which all nodes lie.
P round_cm(P a);

/// A line, or a ring whose last point joins the first.
using Path = std::vector<P>;

double path_length(Path const& path);
/// Twice-signed halves: positive for a counterclockwise ring.
double ring_area(Path const& ring);
P ring_middle(Path const& ring);
bool ring_holds(Path const& ring, P place);
double segment_distance(P place, P a, P b);
double path_distance(P place, Path const& path, bool closed);
/// Where a smooth curve passes through all controls (Catmull-Rom), about one point every `step` metres.
Path smooth(Path const& controls, double step, bool closed);
/// The same line, points about `step` apart, its ends kept.
Path resample(Path const& path, double step);
/// A line on the left (metres; negative: on the right), with its own distance at every point.
Path beside(Path const& path, std::vector<double> const& left);
Path beside(Path const& path, double left, bool closed = false);
/// The part between two distances from the start.
Path part_of(Path const& path, double from, double to);
P point_at(Path const& path, double along);
/// Distance from the start of the point of the path that is nearest to a place.
double along_of(Path const& path, P place);
/// The fraction along a-b where it crosses c-d, if they cross (ends count).
std::optional<double> crossing(P a, P b, P c, P d);
/// Every edge moved inward by its own distance; nothing if the ring is too small or too folded for that.
std::optional<Path> inset(Path const& ring, std::vector<double> const& distances);
/// An equal-sided ring of `corners` points: turned by a table, not by libm.
Path circle(P middle, double radius, int corners);

}  // namespace cresset::maps::city
