#include "maps/tile_simplify.h"

#include <algorithm>

namespace cresset::maps {

namespace {

/// The square of the distance of p from the stretch a-b, rounded down.
std::int64_t distance_squared(TilePoint p, TilePoint a, TilePoint b)
{
    std::int64_t const dx = b.x - a.x, dy = b.y - a.y, px = p.x - a.x, py = p.y - a.y;
    std::int64_t const whole = dx * dx + dy * dy;
    std::int64_t const along = dx * px + dy * py;
    if (whole == 0 || along <= 0) return px * px + py * py;
    if (along >= whole) return (px - dx) * (px - dx) + (py - dy) * (py - dy);
    __int128 const across = dx * py - dy * px;
    return static_cast<std::int64_t>(across * across / whole);
}

struct Stretch {
    std::size_t first = 0;
    std::size_t last = 0;
};

/// Marks which points between first and last stay.
void mark(TileLine const& line, Stretch whole, std::int32_t tolerance, std::vector<bool>& stays)
{
    std::int64_t const limit = std::int64_t{tolerance} * tolerance;
    std::vector<Stretch> open{whole};
    while (!open.empty()) {
        auto const [first, last] = open.back();
        open.pop_back();
        std::int64_t most = limit;
        std::size_t farthest = 0;
        for (std::size_t i = first + 1; i < last; ++i)
            if (auto const d = distance_squared(line[i], line[first], line[last]); d > most) most = d, farthest = i;
        if (farthest == 0) continue;
        stays[farthest] = true;
        open.push_back({first, farthest});
        open.push_back({farthest, last});
    }
}

TileLine chosen(TileLine const& line, std::vector<bool> const& stays)
{
    TileLine result;
    for (std::size_t i = 0; i < line.size(); ++i)
        if (stays[i]) result.push_back(line[i]);
    return result;
}

std::size_t farthest_from_first(TileLine const& ring)
{
    std::size_t best = 0;
    std::int64_t most = -1;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        std::int64_t const dx = ring[i].x - ring[0].x, dy = ring[i].y - ring[0].y;
        if (dx * dx + dy * dy > most) most = dx * dx + dy * dy, best = i;
    }
    return best;
}

}  // namespace

TileLine simplify_line(TileLine const& line, std::int32_t tolerance)
{
    if (line.size() < 3 || tolerance <= 0) return line;
    std::vector<bool> stays(line.size(), false);
    stays.front() = stays.back() = true;
    mark(line, {0, line.size() - 1}, tolerance, stays);
    return chosen(line, stays);
}

TileLine simplify_ring(TileLine const& ring, std::int32_t tolerance)
{
    if (ring.size() < 3) return {};
    if (tolerance <= 0) return ring;
    TileLine closed = ring;
    closed.push_back(ring.front());
    auto const far = farthest_from_first(ring);
    std::vector<bool> stays(closed.size(), false);
    stays[0] = stays[far] = true;
    mark(closed, {0, far}, tolerance, stays);
    mark(closed, {far, closed.size() - 1}, tolerance, stays);
    TileLine result = chosen(closed, stays);
    auto const before = doubled_area(ring), after = doubled_area(result);
    bool const turned = (before > 0) != (after > 0);
    if (result.size() < 3 || after == 0 || turned) return {};
    return result;
}

}  // namespace cresset::maps
