#include "widgets/fence_layer.h"

#include "widgets/label_deck.h"
#include "widgets/mark_paint.h"
#include "widgets/theme.h"

#include <algorithm>
#include <cmath>

namespace cresset::widgets {
namespace {

constexpr double reach_px = 6;
constexpr double named_from_px = 64;  // so wide or high, or its name says more than it
constexpr double tooth_every = 44, tooth_side = 7;
constexpr float dashes[] = {7, 6};

std::vector<RasterPoint> pixelsOf(std::vector<WorldPoint> const& ring, Viewport const& view)
{
    std::vector<RasterPoint> pixels;
    pixels.reserve(ring.size());
    for (WorldPoint const point : ring) pixels.push_back(rasterPoint(view.toScreen(point)));
    return pixels;
}

QRectF boxOf(Bounds const& bounds, Viewport const& view)
{
    QPointF const a = view.toScreen(bounds.min), b = view.toScreen(bounds.max);
    return QRectF{a, b}.normalized();
}

bool isSeen(Bounds const& bounds, Viewport const& view)
{
    if (bounds.empty()) return false;
    return boxOf(bounds, view).adjusted(-40, -40, 40, 40).intersects(QRectF{view.rect()});
}

void strokeAll(Frame& frame, FenceOutline const& outline, double width, QRgb colour, bool dashed)
{
    Rasteriser& rasteriser = rasteriserFor(frame.picture);
    double const dpr = frame.view.dpr();
    float const scaled[] = {static_cast<float>(dashes[0] * dpr), static_cast<float>(dashes[1] * dpr)};
    Stroke how{.width = static_cast<float>(width * dpr)};
    if (dashed) how.dashes = scaled;
    for (auto const& ring : outline.rings) {
        auto pixels = pixelsOf(ring, frame.view);
        if (outline.closed && dashed) pixels.push_back(pixels.front());  // rings have no dashes
        outline.closed && !dashed ? rasteriser.strokeRing(pixels, how) : rasteriser.stroke(pixels, how);
    }
    rasteriser.paint(frame.picture, colour);
}

/// The northernmost point that can be seen: a name stands at the edge, like a sign.
QPointF signPlace(FenceOutline const& outline, Viewport const& view)
{
    QRectF const seen = QRectF{view.rect()}.adjusted(20, 20, -20, -20);
    std::optional<QPointF> best;
    for (auto const& ring : outline.rings)
        for (WorldPoint const point : ring) {
            QPointF const at = view.toScreen(point);
            if (seen.contains(at) && (!best || at.y() < best->y())) best = at;
        }
    return best.value_or(boxOf(outline.bounds, view).center());
}

}  // namespace

void paintTeeth(Frame& frame, std::vector<WorldPoint> const& line, CrossingWay way, QRgb colour)
{
    Rasteriser& rasteriser = rasteriserFor(frame.picture);
    double const dpr = frame.view.dpr(), side = tooth_side * dpr;
    double next = tooth_every * dpr / 2;
    bool left = way != CrossingWay::to_right;
    for (std::size_t i = 1; i < line.size(); ++i) {
        QPointF const a = frame.view.toScreen(line[i - 1]), b = frame.view.toScreen(line[i]);
        double const length = std::hypot((b - a).x(), (b - a).y());
        if (length <= 0) continue;
        QPointF const along = (b - a) / length;
        for (; next < length; next += tooth_every * dpr) {
            QPointF const at = a + along * next;
            QPointF const away = left ? QPointF{along.y(), -along.x()} : QPointF{-along.y(), along.x()};
            if (QRectF{frame.view.rect()}.contains(at)) {
                RasterPoint const tooth[] = {rasterPoint(at - along * side * 0.7), rasterPoint(at + away * side * 1.3),
                                             rasterPoint(at + along * side * 0.7)};
                rasteriser.ring(tooth);
            }
            if (way == CrossingWay::both) left = !left;
        }
        next -= length;
    }
    rasteriser.paint(frame.picture, colour);
}

bool FenceLayer::setMarks(std::vector<FenceMark> marks)
{
    bool const same = std::ranges::equal(marks, fences_, {}, {}, &Drawn::mark);
    if (same) return false;
    std::vector<Drawn> drawn;
    for (FenceMark& mark : marks) {
        auto const before = std::ranges::find(fences_, mark.id, [](Drawn const& one) { return one.mark.id; });
        bool const kept = before != fences_.end() && before->mark.shape == mark.shape;
        FenceOutline outline = kept ? std::move(before->outline) : outlineOf(mark.shape);
        drawn.push_back({std::move(mark), std::move(outline)});
    }
    fences_ = std::move(drawn);
    return true;
}

void FenceLayer::paint(Frame& frame)
{
    Drawn const* chosen = nullptr;
    for (Drawn const& one : fences_) {
        if (!isShown(one) || !isSeen(one.outline.bounds, frame.view)) continue;
        if (one.mark.id == chosen_)
            chosen = &one;
        else
            fence(frame, one);
    }
    if (chosen != nullptr) fence(frame, *chosen);
}

void FenceLayer::fence(Frame& frame, Drawn const& drawn) const
{
    auto const& [mark, outline] = drawn;
    bool const chosen = mark.id == chosen_;
    bool const hovered = frame.hovered == MarkKey{MarkKind::fence, mark.id};
    QRgb const edge = frame.theme.rgb(chosen       ? "mark.selected"
                                      : hovered    ? "mark.hovered"
                                      : mark.alarm ? "warning"
                                                   : "mark.fence");
    if (outline.closed && (mark.watched || chosen)) {
        Rasteriser& rasteriser = rasteriserFor(frame.picture);
        for (auto const& ring : outline.rings) rasteriser.ring(pixelsOf(ring, frame.view));
        rasteriser.paint(frame.picture, frame.theme.rgb("mark.fence_ground"), FillRule::even_odd);
    }
    double const width = chosen || mark.alarm ? 2.6 : hovered ? 2.2 : 1.6;
    if (chosen) strokeAll(frame, outline, width + 2.4, frame.theme.rgb("route.casing"), false);
    strokeAll(frame, outline, width, edge, !mark.watched);
    if (!outline.closed)
        for (auto const& line : outline.rings) paintTeeth(frame, line, mark.way, edge);
    label(frame, drawn, chosen || hovered || mark.alarm);
}

void FenceLayer::label(Frame& frame, Drawn const& drawn, bool strong) const
{
    QRectF const box = boxOf(drawn.outline.bounds, frame.view);
    if (!strong && std::max(box.width(), box.height()) < named_from_px * frame.view.dpr()) return;
    QString const text = drawn.mark.alarm ? QStringLiteral("! ") + drawn.mark.label : drawn.mark.label;
    frame.labels.add(signPlace(drawn.outline, frame.view).toPoint(), text, strong ? LabelRank::high : LabelRank::low, 6,
                     strong ? LabelInk::strong : LabelInk::quiet);
}

void FenceLayer::hit(QPointF at, double reach, Viewport const& view, std::vector<Hit>& hits) const
{
    double const within = std::max(reach, reach_px * view.dpr());
    for (Drawn const& one : fences_) {
        QRectF const box = boxOf(one.outline.bounds, view).adjusted(-within, -within, within, within);
        if (!isShown(one) || one.outline.rings.empty() || !box.contains(at)) continue;
        double const away = pixelsFrom(one.outline, at, view);
        if (away <= within) hits.push_back({{MarkKind::fence, one.mark.id}, away + reach, view.placeAt(at)});
    }
}

void FenceLayer::list(Viewport const& view, std::vector<SeenMark>& marks) const
{
    for (Drawn const& one : fences_) {
        if (!isShown(one) || !isSeen(one.outline.bounds, view)) continue;
        QPoint const at = signPlace(one.outline, view).toPoint();
        if (view.rect().contains(at)) marks.push_back({{MarkKind::fence, one.mark.id}, at});
    }
}

std::vector<std::uint64_t> FenceLayer::around(Place place) const
{
    std::vector<std::uint64_t> found;
    for (Drawn const& one : fences_)
        if (isInside(one.outline, place)) found.push_back(one.mark.id);
    return found;
}

Bounds FenceLayer::boundsOf(std::uint64_t fence) const
{
    auto const found = std::ranges::find(fences_, fence, [](Drawn const& one) { return one.mark.id; });
    return found == fences_.end() ? Bounds{} : found->outline.bounds;
}

}  // namespace cresset::widgets
