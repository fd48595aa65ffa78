#include "widgets/shape_painter.h"
#include "widgets/wide_registers.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace cresset::widgets {
namespace {

using maps::ShapeKind;

constexpr double margin = 64;  // pixels round a tile in which symbols and edges still reach into it

RasterPoint rasterised(QPointF at)
{
    return {static_cast<float>(at.x()), static_cast<float>(at.y())};
}

/// One edge of Sutherland and Hodgman's way of cutting a ring (1974).
template <typename Inside, typename Cross>
std::vector<QPointF> cutSide(std::vector<QPointF> const& ring, Inside const& inside, Cross const& cross)
{
    std::vector<QPointF> out;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        QPointF const a = ring[i], b = ring[(i + 1) % ring.size()];
        if (inside(a)) out.push_back(a);
        if (inside(a) != inside(b)) out.push_back(cross(a, b));
    }
    return out;
}

QPointF atX(QPointF a, QPointF b, double x)
{
    return {x, a.y() + (b.y() - a.y()) * (x - a.x()) / (b.x() - a.x())};
}

QPointF atY(QPointF a, QPointF b, double y)
{
    return {a.x() + (b.x() - a.x()) * (y - a.y()) / (b.y() - a.y()), y};
}

/// Liang and Barsky's way (1984): which part of the segment lies inside; false if none.
bool cutSegment(QPointF a, QPointF b, QRectF const& to, double& begin, double& end)
{
    begin = 0, end = 1;
    double const dx = b.x() - a.x(), dy = b.y() - a.y();
    for (auto const& [by, room] : {std::pair{-dx, a.x() - to.left()},
                                   {dx, to.right() - a.x()},
                                   {-dy, a.y() - to.top()},
                                   {dy, to.bottom() - a.y()}}) {
        if (by == 0 && room < 0) return false;
        if (by < 0) begin = std::max(begin, room / by);
        if (by > 0) end = std::min(end, room / by);
    }
    return begin <= end;
}

/// Painting of one tile.
class Painting {
public:
    Painting(DrawnShapes const& shapes, maps::TileId tile, int pixels, double dpr, ShapeLook const& look)
        : shapes_{shapes},
          tile_{tile},
          pixels_{pixels},
          dpr_{dpr},
          look_{look},
          detail_{tile.zoom + static_cast<int>(std::ceil(std::log2(std::max(1.0, pixels / 512.0))))},
          room_{-margin * dpr, -margin * dpr, pixels + 2 * margin * dpr, pixels + 2 * margin * dpr},
          rasteriser_{QSize{pixels, pixels}},
          picture_{pixels, pixels, QImage::Format_ARGB32_Premultiplied}
    {
        picture_.fill(Qt::transparent);
        leaveWideRegisters();
    }

    QImage run()
    {
        gather();
        areas();
        lines();
        points();
        return std::move(picture_);
    }

private:
    void gather()
    {
        double const count = std::ldexp(1.0, tile_.zoom), reach = margin * dpr_ / pixels_;
        WorldBox const box{std::max(0.0, (tile_.x - reach) / count), std::max(0.0, (tile_.y - reach) / count),
                           std::min(1.0, (tile_.x + 1 + reach) / count), std::min(1.0, (tile_.y + 1 + reach) / count)};
        shapes_.within(box, [this](std::size_t index) {
            found_[static_cast<std::size_t>(shapes_.feature(index).kind)].push_back(index);
            return true;
        });
        for (auto& some : found_) std::ranges::sort(some);  // in the order of the file, the last on top
    }
    std::vector<std::size_t> const& of(ShapeKind kind) const { return found_[static_cast<std::size_t>(kind)]; }

    std::vector<QPointF> pixelsOf(std::size_t feature, std::uint32_t part) const
    {
        double const scale = std::ldexp(static_cast<double>(pixels_), tile_.zoom);
        double const left = static_cast<double>(tile_.x) * pixels_, top = static_cast<double>(tile_.y) * pixels_;
        std::vector<QPointF> out;
        for (WorldDot const dot : shapes_.part(feature, part, detail_)) {
            WorldPoint const at = pointOf(dot);
            out.emplace_back(at.x * scale - left, at.y * scale - top);
        }
        return out;
    }
    float wide(double width) const { return static_cast<float>(width * dpr_); }

    void areas()
    {
        QRgb const fill = (look_.colour & 0x00ffffffu) | 0x26000000u;  // quieter than what lies on it
        for (std::size_t const feature : of(ShapeKind::area)) {
            std::vector<std::vector<RasterPoint>> edges;
            for (std::uint32_t part = 0; part < shapes_.feature(feature).parts; ++part) ring(feature, part, edges);
            rasteriser_.paint(picture_, fill, FillRule::even_odd);
            for (auto const& edge : edges) rasteriser_.stroke(edge, {.width = wide(1.8)});
            rasteriser_.paint(picture_, look_.colour);
        }
    }

    void ring(std::size_t feature, std::uint32_t part, std::vector<std::vector<RasterPoint>>& edges)
    {
        auto pixels = pixelsOf(feature, part);
        if (pixels.size() < 3) return speck(pixels.front());
        if (auto const cut = cutRing(pixels, room_); cut.size() > 2) rasteriser_.ring(cut);
        pixels.push_back(pixels.front());
        std::ranges::move(cutLine(pixels, room_), std::back_inserter(edges));
    }

    /// An area that is smaller than a pixel.
    void speck(QPointF at)
    {
        if (room_.contains(at)) rasteriser_.circle(rasterised(at), wide(0.8));
    }

    void lines()
    {
        auto const& all = of(ShapeKind::line);
        for (auto const& [width, colour] : {std::pair{4.4, look_.rim}, {2.6, look_.colour}}) {
            for (std::size_t const feature : all)
                for (std::uint32_t part = 0; part < shapes_.feature(feature).parts; ++part)
                    for (auto const& piece : cutLine(pixelsOf(feature, part), room_))
                        rasteriser_.stroke(piece, {.width = wide(width), .cap = LineCap::round});
            rasteriser_.paint(picture_, colour);
        }
    }

    /// From far away smaller; where many stand on one spot one is drawn.
    void points()
    {
        double const radius = tile_.zoom < 11 ? 2.2 : tile_.zoom < 14 ? 3.2 : 4.6;
        int const cell = std::max(1, static_cast<int>(dpr_ * 1.5)),
                  columns = static_cast<int>(room_.width()) / cell + 1;
        std::vector<bool> taken(static_cast<std::size_t>(columns) * static_cast<std::size_t>(columns));
        std::vector<RasterPoint> middles;
        for (std::size_t const feature : of(ShapeKind::point))
            for (std::uint32_t part = 0; part < shapes_.feature(feature).parts; ++part)
                for (QPointF const at : pixelsOf(feature, part)) {
                    if (!room_.contains(at)) continue;
                    auto const column =
                        static_cast<std::size_t>(at.x() - room_.left()) / static_cast<std::size_t>(cell);
                    auto const row = static_cast<std::size_t>(at.y() - room_.top()) / static_cast<std::size_t>(cell);
                    auto const place = row * static_cast<std::size_t>(columns) + column;
                    if (taken[place]) continue;
                    taken[place] = true;
                    middles.push_back(rasterised(at));
                }
        for (auto const& [wider, colour] : {std::pair{1.3, look_.rim}, {0.0, look_.colour}}) {
            for (RasterPoint const at : middles) rasteriser_.circle(at, wide(radius + wider));
            rasteriser_.paint(picture_, colour);
        }
    }

    DrawnShapes const& shapes_;
    maps::TileId tile_;
    int pixels_;
    double dpr_;
    ShapeLook look_;
    int detail_;
    QRectF room_;
    Rasteriser rasteriser_;
    QImage picture_;
    std::vector<std::size_t> found_[3];
};

}  // namespace

std::vector<RasterPoint> cutRing(std::span<QPointF const> ring, QRectF const& to)
{
    std::vector<QPointF> cut{ring.begin(), ring.end()};
    double const left = to.left(), right = to.right(), top = to.top(), bottom = to.bottom();
    cut = cutSide(
        cut, [&](QPointF p) { return p.x() >= left; }, [&](QPointF a, QPointF b) { return atX(a, b, left); });
    cut = cutSide(
        cut, [&](QPointF p) { return p.x() <= right; }, [&](QPointF a, QPointF b) { return atX(a, b, right); });
    cut = cutSide(
        cut, [&](QPointF p) { return p.y() >= top; }, [&](QPointF a, QPointF b) { return atY(a, b, top); });
    cut = cutSide(
        cut, [&](QPointF p) { return p.y() <= bottom; }, [&](QPointF a, QPointF b) { return atY(a, b, bottom); });
    std::vector<RasterPoint> out;
    for (QPointF const at : cut) out.push_back(rasterised(at));
    return out;
}

std::vector<std::vector<RasterPoint>> cutLine(std::span<QPointF const> line, QRectF const& to)
{
    std::vector<std::vector<RasterPoint>> pieces;
    bool goes_on = false;
    for (std::size_t i = 1; i < line.size(); ++i) {
        QPointF const a = line[i - 1], b = line[i];
        double begin = 0, end = 1;
        if (!cutSegment(a, b, to, begin, end)) {
            goes_on = false;
            continue;
        }
        if (!goes_on || begin > 0) pieces.push_back({rasterised(a + (b - a) * begin)});
        pieces.back().push_back(rasterised(a + (b - a) * end));
        goes_on = end >= 1;
    }
    return pieces;
}

QImage paintShapes(DrawnShapes const& shapes, maps::TileId tile, int pixels, double dpr, ShapeLook const& look)
{
    return Painting{shapes, tile, pixels, dpr, look}.run();
}

}  // namespace cresset::widgets
