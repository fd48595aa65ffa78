#include "widgets/fence_draft_layer.h"

#include "widgets/fence_layer.h"
#include "widgets/label_deck.h"
#include "widgets/mark_paint.h"
#include "widgets/theme.h"

#include <cmath>

namespace cresset::widgets {
namespace {

constexpr double corner_px = 5, middle_px = 3.5, ring_px = 8, dot_px = 3, hit_px = 8;

void square(Rasteriser& rasteriser, QPointF at, double half)
{
    RasterPoint const corners[] = {rasterPoint(at + QPointF{-half, -half}), rasterPoint(at + QPointF{half, -half}),
                                   rasterPoint(at + QPointF{half, half}), rasterPoint(at + QPointF{-half, half})};
    rasteriser.ring(corners);
}

/// Corners are squares, middles small dots, the radius a large dot.
void handleOf(Rasteriser& rasteriser, FenceHandle const& handle, Viewport const& view, double more)
{
    double const dpr = view.dpr();
    QPointF const at = view.toScreen(handle.place);
    if (handle.what == FenceHandle::What::corner) return square(rasteriser, at, (corner_px + more) * dpr);
    bool const middle = handle.what == FenceHandle::What::middle;
    rasteriser.circle(rasterPoint(at), static_cast<float>(((middle ? middle_px : corner_px + 1) + more) * dpr));
}

}  // namespace

void FenceDraftLayer::clear()
{
    outline_ = {};
    handles_.clear();
    marked_.reset();
    cursor_.reset();
    text_.clear();
}

void FenceDraftLayer::setShape(FenceShape const& shape, CrossingWay way)
{
    outline_ = outlineOf(shape);
    way_ = shape.kind == FenceKind::line ? way : CrossingWay::both;
}

void FenceDraftLayer::setCursor(std::optional<Place> place, bool snapped, QString const& text)
{
    cursor_ = place;
    snapped_ = snapped;
    text_ = text;
}

void FenceDraftLayer::paint(Frame& frame)
{
    Rasteriser& rasteriser = rasteriserFor(frame.picture);
    QRgb const accent = frame.theme.rgb("accent");
    float const dpr = static_cast<float>(frame.view.dpr());
    std::vector<std::vector<RasterPoint>> rings;
    for (auto const& ring : outline_.rings) {
        auto& pixels = rings.emplace_back();
        for (WorldPoint const point : ring) pixels.push_back(rasterPoint(frame.view.toScreen(point)));
    }
    if (outline_.closed) {
        for (auto const& ring : rings) rasteriser.ring(ring);
        rasteriser.paint(frame.picture, frame.theme.rgb("mark.fence_ground"), FillRule::even_odd);
    }
    for (auto const& [width, colour] : {std::pair{5.0F, frame.theme.rgb("route.casing")}, {2.4F, accent}}) {
        Stroke const how{.width = width * dpr, .cap = LineCap::round};
        for (auto const& ring : rings)
            outline_.closed ? rasteriser.strokeRing(ring, how) : rasteriser.stroke(ring, how);
        rasteriser.paint(frame.picture, colour);
    }
    if (!outline_.closed)
        for (auto const& line : outline_.rings) paintTeeth(frame, line, way_, accent);
    paintHandles(frame);
    paintCursor(frame);
}

void FenceDraftLayer::paintHandles(Frame& frame) const
{
    Rasteriser& rasteriser = rasteriserFor(frame.picture);
    auto const all = [&](double more, QRgb colour, auto wanted) {
        for (FenceHandle const& handle : handles_)
            if (wanted(handle)) handleOf(rasteriser, handle, frame.view, more);
        rasteriser.paint(frame.picture, colour);
    };
    all(1.6, frame.theme.rgb("accent"), [](FenceHandle const&) { return true; });
    all(0, frame.theme.rgb("mark.frame"), [](FenceHandle const&) { return true; });
    all(-1, frame.theme.rgb("mark.selected"),
        [&](FenceHandle const& handle) { return keyOf(handle) == frame.hovered || keyOf(handle) == marked_; });
}

void FenceDraftLayer::paintCursor(Frame& frame) const
{
    if (!cursor_) return;
    Rasteriser& rasteriser = rasteriserFor(frame.picture);
    double const dpr = frame.view.dpr();
    QPointF const at = frame.view.toScreen(*cursor_);
    rasteriser.circle(rasterPoint(at), static_cast<float>(dot_px * dpr));
    rasteriser.paint(frame.picture, frame.theme.rgb("accent"));
    if (snapped_) {
        rasteriser.circle(rasterPoint(at), static_cast<float>(ring_px * dpr));
        rasteriser.circle(rasterPoint(at), static_cast<float>((ring_px - 2) * dpr));
        rasteriser.paint(frame.picture, frame.theme.rgb("mark.selected"), FillRule::even_odd);
    }
    if (!text_.isEmpty()) frame.labels.add(at.toPoint(), text_, LabelRank::always, 14);
}

void FenceDraftLayer::hit(QPointF at, double reach, Viewport const& view, std::vector<Hit>& hits) const
{
    double const within = std::max(reach, hit_px * view.dpr());
    for (FenceHandle const& handle : handles_) {
        QPointF const away = view.toScreen(handle.place) - at;
        double const distance = std::hypot(away.x(), away.y());
        if (distance <= within)
            hits.push_back({keyOf(handle), distance, handle.place, distance <= corner_px * view.dpr()});
    }
}

}  // namespace cresset::widgets
