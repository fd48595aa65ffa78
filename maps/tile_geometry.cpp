#include "maps/tile_geometry.h"

#include "core/base/check.h"
#include "maps/tile_id.h"

#include <algorithm>
#include <cmath>

namespace cresset::maps {

namespace {

constexpr double grid_size = static_cast<double>(tile_extent) * (1 << grid_zoom);

std::int64_t cross(TilePoint a, TilePoint b)
{
    return static_cast<std::int64_t>(a.x) * b.y - static_cast<std::int64_t>(b.x) * a.y;
}

/// Where the rings cross a horizontal line, from west to east.
std::vector<double> crossings(std::vector<TileLine> const& rings, double y)
{
    std::vector<double> result;
    for (auto const& ring : rings)
        for (std::size_t i = 0; i < ring.size(); ++i) {
            auto const a = ring[i];
            auto const b = ring[(i + 1) % ring.size()];
            if ((a.y > y) == (b.y > y)) continue;
            result.push_back(a.x + (y - a.y) * (static_cast<double>(b.x) - a.x) / (static_cast<double>(b.y) - a.y));
        }
    std::sort(result.begin(), result.end());
    return result;
}

struct Span {
    double from = 0;
    double to = -1;
    double y = 0;
    double width() const { return to - from; }
};

Span widest(std::vector<TileLine> const& rings, double y)
{
    Span best;
    auto const at = crossings(rings, y);
    for (std::size_t i = 0; i + 1 < at.size(); i += 2)
        if (at[i + 1] - at[i] > best.width()) best = {at[i], at[i + 1], y};
    return best;
}

}  // namespace

void TileBox::add(TilePoint at)
{
    min = {std::min(min.x, at.x), std::min(min.y, at.y)};
    max = {std::max(max.x, at.x), std::max(max.y, at.y)};
}

void TileBox::add(TileBox const& other)
{
    if (other.empty()) return;
    add(other.min);
    add(other.max);
}

bool TileBox::contains(TilePoint at) const
{
    return at.x >= min.x && at.x <= max.x && at.y >= min.y && at.y <= max.y;
}

bool TileBox::contains(TileBox const& other) const
{
    return contains(other.min) && contains(other.max);
}

bool TileBox::meets(TileBox const& other) const
{
    return min.x <= other.max.x && other.min.x <= max.x && min.y <= other.max.y && other.min.y <= max.y;
}

TileBox TileBox::grown(std::int32_t by) const
{
    return {{min.x - by, min.y - by}, {max.x + by, max.y + by}};
}

TileBox box_of(TileLine const& line)
{
    TileBox box;
    for (auto const at : line) box.add(at);
    return box;
}

TileBox box_of(Bounds const& bounds)
{
    TileBox box;
    if (bounds.empty()) return box;
    box.add(to_grid(bounds.min));
    box.add(to_grid(bounds.max));
    return box;
}

TilePoint to_grid(Place place)
{
    Mercator const at = to_mercator(place);
    return {static_cast<std::int32_t>(std::lround(at.x * grid_size)),
            static_cast<std::int32_t>(std::lround(at.y * grid_size))};
}

Place from_grid(TilePoint at)
{
    return from_mercator({at.x / grid_size, at.y / grid_size});
}

TilePoint scaled(TilePoint at, int zoom)
{
    int const shift = grid_zoom - zoom;
    if (shift == 0) return at;
    std::int32_t const half = 1 << (shift - 1);
    return {(at.x + half) >> shift, (at.y + half) >> shift};
}

TileLine scaled(TileLine const& line, int zoom)
{
    TileLine result;
    result.reserve(line.size());
    for (auto const at : line)
        if (auto const point = scaled(at, zoom); result.empty() || result.back() != point) result.push_back(point);
    return result;
}

std::int64_t doubled_area(TileLine const& ring)
{
    if (ring.size() < 3) return 0;
    __int128 sum = cross(ring.back(), ring.front());
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) sum += cross(ring[i], ring[i + 1]);
    return static_cast<std::int64_t>(std::clamp<__int128>(sum, -INT64_MAX, INT64_MAX));
}

double length(TileLine const& line)
{
    double sum = 0;
    for (std::size_t i = 0; i + 1 < line.size(); ++i)
        sum +=
            std::hypot(static_cast<double>(line[i + 1].x) - line[i].x, static_cast<double>(line[i + 1].y) - line[i].y);
    return sum;
}

bool ring_contains(TileLine const& ring, TilePoint at)
{
    bool inside = false;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        auto const a = ring[i];
        auto const b = ring[(i + 1) % ring.size()];
        auto const side =
            static_cast<std::int64_t>(b.x - a.x) * (at.y - a.y) - static_cast<std::int64_t>(b.y - a.y) * (at.x - a.x);
        bool const within = std::min(a.x, b.x) <= at.x && at.x <= std::max(a.x, b.x) && std::min(a.y, b.y) <= at.y &&
                            at.y <= std::max(a.y, b.y);
        if (side == 0 && within) return true;
        if ((a.y > at.y) != (b.y > at.y) && (side > 0) == (b.y > a.y)) inside = !inside;
    }
    return inside;
}

TilePoint label_point(std::vector<TileLine> const& rings)
{
    CRESSET_CHECK(!rings.empty() && !rings[0].empty());
    TileBox const box = box_of(rings[0]);
    double const height = static_cast<double>(box.max.y) - box.min.y;
    Span best;
    for (int const part : {8, 7, 9, 6, 10, 5, 11, 4, 12}) {  // from the middle outward, off the grid's lines
        Span const found = widest(rings, std::floor(box.min.y + height * part / 16) + 0.5);
        if (found.width() > best.width() * 1.1) best = found;
    }
    if (best.width() < 0) return rings[0][0];
    return {static_cast<std::int32_t>(std::lround((best.from + best.to) / 2)),
            static_cast<std::int32_t>(std::floor(best.y))};
}

TilePoint middle_of(TileLine const& line)
{
    CRESSET_CHECK(!line.empty());
    double rest = length(line) / 2;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        double const step = length({line[i], line[i + 1]});
        if (step >= rest && step > 0) {
            double const part = rest / step;
            return {static_cast<std::int32_t>(std::lround(line[i].x + part * (line[i + 1].x - line[i].x))),
                    static_cast<std::int32_t>(std::lround(line[i].y + part * (line[i + 1].y - line[i].y)))};
        }
        rest -= step;
    }
    return line.back();
}

}  // namespace cresset::maps
