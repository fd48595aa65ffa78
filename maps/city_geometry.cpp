#include "maps/city_geometry.h"

#include <algorithm>

namespace cresset::maps::city {

P unit(P a)
{
    double const length = size(a);
    return length > 0 ? a * (1 / length) : P{1, 0};
}

P round_cm(P a)
{
    return {std::floor(a.x * 100 + 0.5) / 100, std::floor(a.y * 100 + 0.5) / 100};
}

double path_length(Path const& path)
{
    double sum = 0;
    for (std::size_t i = 1; i < path.size(); ++i) sum += distance(path[i - 1], path[i]);
    return sum;
}

double ring_area(Path const& ring)
{
    double twice = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) twice += cross(ring[i], ring[(i + 1) % ring.size()]);
    return twice / 2;
}

P ring_middle(Path const& ring)
{
    double weight = 0;
    P sum;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        P const a = ring[i] - ring[0], b = ring[(i + 1) % ring.size()] - ring[0];
        double const w = cross(a, b);
        weight += w;
        sum = sum + (a + b) * w;
    }
    return weight == 0 ? ring[0] : ring[0] + sum * (1 / (3 * weight));
}

bool ring_holds(Path const& ring, P place)
{
    bool inside = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        P const a = ring[i], b = ring[j];
        if ((a.y > place.y) != (b.y > place.y) && place.x < (b.x - a.x) * (place.y - a.y) / (b.y - a.y) + a.x)
            inside = !inside;
    }
    return inside;
}

double segment_distance(P place, P a, P b)
{
    P const d = b - a;
    double const squared = dot(d, d);
    double const t = squared > 0 ? std::clamp(dot(place - a, d) / squared, 0.0, 1.0) : 0.0;
    return distance(place, a + d * t);
}

double path_distance(P place, Path const& path, bool closed)
{
    double best = 1e18;
    for (std::size_t i = 1; i < path.size(); ++i) best = std::min(best, segment_distance(place, path[i - 1], path[i]));
    if (closed && !path.empty()) best = std::min(best, segment_distance(place, path.back(), path.front()));
    return best;
}

Path resample(Path const& path, double step)
{
    double const total = path_length(path);
    auto const parts = static_cast<int>(std::max(1.0, std::floor(total / step + 0.5)));
    Path result;
    for (int i = 0; i <= parts; ++i) result.push_back(point_at(path, total * i / parts));
    result.back() = path.back();
    return result;
}

Path smooth(Path const& controls, double step, bool closed)
{
    auto const n = static_cast<int>(controls.size());
    auto const control = [&](int i) {
        return closed ? controls[static_cast<std::size_t>((i + n) % n)]
                      : controls[static_cast<std::size_t>(std::clamp(i, 0, n - 1))];
    };
    Path fine;
    for (int i = 0; i < (closed ? n : n - 1); ++i) {
        P const a = control(i - 1), b = control(i), c = control(i + 1), d = control(i + 2);
        for (int k = 0; k < 24; ++k) {
            double const t = k / 24.0;
            fine.push_back(
                (b * 2 + (c - a) * t + (a * 2 - b * 5 + c * 4 - d) * (t * t) + (b * 3 - a - c * 3 + d) * (t * t * t)) *
                0.5);
        }
    }
    fine.push_back(closed ? controls.front() : controls.back());
    Path result = resample(fine, step);
    if (closed) result.pop_back();
    return result;
}

static P normal_at(Path const& path, std::size_t i, bool closed)
{
    std::size_t const n = path.size();
    P const before = i > 0 ? path[i - 1] : (closed ? path[n - 1] : path[0]);
    P const after = i + 1 < n ? path[i + 1] : (closed ? path[0] : path[n - 1]);
    return left_of(unit(after - before));
}

Path beside(Path const& path, std::vector<double> const& left)
{
    Path result;
    for (std::size_t i = 0; i < path.size(); ++i) result.push_back(path[i] + normal_at(path, i, false) * left[i]);
    return result;
}

Path beside(Path const& path, double left, bool closed)
{
    Path result;
    for (std::size_t i = 0; i < path.size(); ++i) result.push_back(path[i] + normal_at(path, i, closed) * left);
    return result;
}

P point_at(Path const& path, double along)
{
    for (std::size_t i = 1; i < path.size(); ++i) {
        double const length = distance(path[i - 1], path[i]);
        if (along <= length && length > 0) return mix(path[i - 1], path[i], std::max(0.0, along) / length);
        along -= length;
    }
    return path.back();
}

Path part_of(Path const& path, double from, double to)
{
    Path result{point_at(path, from)};
    double along = 0;
    for (std::size_t i = 1; i < path.size(); ++i) {
        along += distance(path[i - 1], path[i]);
        if (along > from + 0.5 && along < to - 0.5) result.push_back(path[i]);
    }
    result.push_back(point_at(path, to));
    return result;
}

double along_of(Path const& path, P place)
{
    double best = 1e18, found = 0, along = 0;
    for (std::size_t i = 1; i < path.size(); ++i) {
        P const a = path[i - 1], d = path[i] - a;
        double const squared = dot(d, d);
        double const t = squared > 0 ? std::clamp(dot(place - a, d) / squared, 0.0, 1.0) : 0.0;
        double const far = distance(place, a + d * t);
        if (far < best) best = far, found = along + size(d) * t;
        along += size(d);
    }
    return found;
}

std::optional<double> crossing(P a, P b, P c, P d)
{
    P const r = b - a, s = d - c;
    double const area = cross(r, s);
    if (area == 0) return {};
    double const t = cross(c - a, s) / area, u = cross(c - a, r) / area;
    if (t < 0 || t > 1 || u < 0 || u > 1) return {};
    return t;
}

static bool is_simple(Path const& ring)
{
    std::size_t const n = ring.size();
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = i + 2; j < n; ++j) {
            if (i == 0 && j == n - 1) continue;
            if (crossing(ring[i], ring[i + 1], ring[j], ring[(j + 1) % n])) return false;
        }
    return true;
}

std::optional<Path> inset(Path const& ring, std::vector<double> const& distances)
{
    std::size_t const n = ring.size();
    Path result;
    for (std::size_t i = 0; i < n; ++i) {
        std::size_t const before = (i + n - 1) % n;
        P const d1 = unit(ring[i] - ring[before]), d2 = unit(ring[(i + 1) % n] - ring[i]);
        P const a = ring[i] + left_of(d1) * distances[before], b = ring[i] + left_of(d2) * distances[i];
        double const turn = cross(d1, d2);
        P const corner = std::abs(turn) < 0.1 ? mix(a, b, 0.5) : a + d1 * (cross(b - a, d2) / turn);
        if (distance(corner, ring[i]) > 6 * std::max(distances[before], distances[i]) + 1) return {};
        result.push_back(corner);
    }
    for (std::size_t i = 0; i < n; ++i)
        if (dot(result[(i + 1) % n] - result[i], ring[(i + 1) % n] - ring[i]) < 0) return {};
    if (ring_area(result) < 60 || !is_simple(result)) return {};
    return result;
}

Path circle(P middle, double radius, int corners)
{
    // Turned step by step by a quarter circle halved with square roots alone: 32 directions, of which the asked number
    // is taken.
    static Path const directions = [] {
        Path turns{{1, 0}, {0, 1}, {-1, 0}, {0, -1}};
        for (int round = 0; round < 3; ++round) {
            Path finer;
            for (std::size_t i = 0; i < turns.size(); ++i) {
                finer.push_back(turns[i]);
                finer.push_back(unit(turns[i] + turns[(i + 1) % turns.size()]));
            }
            turns = finer;
        }
        return turns;
    }();
    Path result;
    for (int i = 0; i < corners; ++i)
        result.push_back(middle + directions[static_cast<std::size_t>(i * 32 / corners)] * radius);
    return result;
}

}  // namespace cresset::maps::city
