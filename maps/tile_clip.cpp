#include "maps/tile_clip.h"

#include <array>
#include <cmath>
#include <optional>

namespace cresset::maps {

namespace {

/// One of the four edges of a box, as the half plane on its inner side.
struct Edge {
    bool vertical = false;  // x = at, else y = at
    bool lower = false;     // inside is at and above, else at and below
    std::int32_t at = 0;

    bool keeps(TilePoint point) const
    {
        std::int32_t const value = vertical ? point.x : point.y;
        return lower ? value >= at : value <= at;
    }
    /// Where the way from a to b, of which one is kept and one not, meets the edge. The same for b to a.
    TilePoint meet(TilePoint a, TilePoint b) const
    {
        if (!keeps(a)) std::swap(a, b);
        double const whole = vertical ? static_cast<double>(b.x) - a.x : static_cast<double>(b.y) - a.y;
        double const part = (vertical ? static_cast<double>(at) - a.x : static_cast<double>(at) - a.y) / whole;
        if (vertical)
            return {at, static_cast<std::int32_t>(std::lround(a.y + part * (static_cast<double>(b.y) - a.y)))};
        return {static_cast<std::int32_t>(std::lround(a.x + part * (static_cast<double>(b.x) - a.x))), at};
    }
};

std::array<Edge, 4> edges(TileBox const& box)
{
    return {{{true, true, box.min.x}, {true, false, box.max.x}, {false, true, box.min.y}, {false, false, box.max.y}}};
}

void push(TileLine& line, TilePoint at)
{
    if (line.empty() || line.back() != at) line.push_back(at);
}

void finish(std::vector<TileLine>& lines, TileLine& line)
{
    if (line.size() > 1) lines.push_back(std::move(line));
    line.clear();
}

void clip_line(TileLine const& line, Edge const& edge, std::vector<TileLine>& result)
{
    TileLine current;
    for (std::size_t i = 0; i < line.size(); ++i) {
        bool const keeps = edge.keeps(line[i]);
        if (i > 0 && keeps != edge.keeps(line[i - 1])) push(current, edge.meet(line[i - 1], line[i]));
        if (keeps)
            push(current, line[i]);
        else
            finish(result, current);
    }
    finish(result, current);
}

/// One step of Sutherland and Hodgman's algorithm (1974).
TileLine clip_ring(TileLine const& ring, Edge const& edge)
{
    TileLine result;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        TilePoint const before = ring[i == 0 ? ring.size() - 1 : i - 1];
        bool const keeps = edge.keeps(ring[i]);
        if (keeps != edge.keeps(before)) push(result, edge.meet(before, ring[i]));
        if (keeps) push(result, ring[i]);
    }
    while (result.size() > 1 && result.front() == result.back()) result.pop_back();
    return result;
}

}  // namespace

std::vector<TileLine> clip_line(TileLine const& line, TileBox const& box)
{
    std::vector<TileLine> lines{line};
    for (auto const& edge : edges(box)) {
        std::vector<TileLine> kept;
        for (auto const& part : lines) clip_line(part, edge, kept);
        lines = std::move(kept);
    }
    return lines;
}

TileLine clip_ring(TileLine const& ring, TileBox const& box)
{
    TileLine result = ring;
    for (auto const& edge : edges(box)) {
        result = clip_ring(result, edge);
        if (result.size() < 3) return {};
    }
    if (doubled_area(result) == 0) return {};
    return result;
}

}  // namespace cresset::maps
