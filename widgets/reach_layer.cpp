#include "widgets/reach_layer.h"

#include "widgets/label_deck.h"
#include "widgets/mark_paint.h"
#include "widgets/theme.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace cresset::widgets {

namespace {

QRgb withAlpha(QRgb colour, int alpha)
{
    return qRgba(qRed(colour), qGreen(colour), qBlue(colour), alpha);
}

constexpr float least_hole = 26;  // pixels at one device pixel a pixel; smaller ones are left out of the picture

bool is_seen(std::span<RasterPoint const> ring, float least)
{
    auto const [left, right] = std::ranges::minmax(ring, {}, &RasterPoint::x);
    auto const [top, bottom] = std::ranges::minmax(ring, {}, &RasterPoint::y);
    return std::max(right.x - left.x, bottom.y - top.y) >= least;
}

/// The rings of an area as pixels: its outer one, and the holes that are large enough to be looked at.
std::vector<std::vector<RasterPoint>> rings_of(Isochrone const& isochrone, Viewport const& view)
{
    std::vector<std::vector<RasterPoint>> rings;
    for (IsochroneArea const& area : isochrone.areas) {
        rings.push_back(pixelsOf(area.outer, view));
        for (Line const& hole : area.holes)
            if (auto ring = pixelsOf(hole, view); is_seen(ring, least_hole * static_cast<float>(view.dpr())))
                rings.push_back(std::move(ring));
    }
    return rings;
}

}  // namespace

void ReachLayer::setPicture(ReachPicture picture)
{
    picture_ = std::move(picture);
}

QRgb ReachLayer::colourOf(Theme const& theme, std::size_t band, std::size_t bands)
{
    constexpr std::array names{"reach.near", "reach.middle", "reach.far"};
    std::size_t const last = names.size() - 1;
    std::size_t const at = bands < 2 ? 0 : band * last / (bands - 1);
    return theme.rgb(names[at]);
}

/// From the widest to the narrowest, so that the soonest lies on top; each with its edge, which says it without colour.
void ReachLayer::paint(Frame& frame)
{
    Rasteriser& rasteriser = rasteriserFor(frame.picture);
    auto const scale = static_cast<float>(frame.view.dpr());
    std::size_t const bands = picture_.areas.size();
    for (std::size_t i = bands; i-- > 0;) {
        QRgb const colour = colourOf(frame.theme, i, bands);
        auto const rings = rings_of(picture_.areas[i], frame.view);
        for (auto const& ring : rings) rasteriser.ring(ring);
        rasteriser.paint(frame.picture, withAlpha(colour, 56));
        Stroke edge;
        edge.width = (i == 0 ? 2.2F : 1.4F) * scale;
        std::array const dashes{(i == 1 ? 8.0F : 3.0F) * scale, 4.0F * scale};
        if (i > 0) edge.dashes = dashes;
        for (auto const& ring : rings) rasteriser.strokeRing(ring, edge);
        rasteriser.paint(frame.picture, withAlpha(colour, 200));
    }
    Stroke late;
    late.width = 4 * scale;
    late.cap = LineCap::round;
    for (Line const& line : picture_.late) rasteriser.stroke(pixelsOf(line, frame.view), late);
    rasteriser.paint(frame.picture, withAlpha(frame.theme.rgb("reach.late"), 150));
    for (Place const start : picture_.starts) rasteriser.circle(rasterPoint(frame.view.toScreen(start)), 5 * scale);
    rasteriser.paint(frame.picture, frame.theme.rgb("reach.near"));
    for (auto const& note : picture_.notes)
        frame.labels.add(frame.view.toScreen(note.place).toPoint(), note.text, LabelRank::middle, 6);
}

}  // namespace cresset::widgets
