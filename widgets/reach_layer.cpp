#include "widgets/reach_layer.h"

#include "widgets/label_deck.h"
#include "widgets/mark_paint.h"
#include "widgets/theme.h"

#include <array>
#include <utility>

namespace cresset::widgets {

namespace {

QRgb withAlpha(QRgb colour, int alpha)
{
    return qRgba(qRed(colour), qGreen(colour), qBlue(colour), alpha);
}

void gather(Rasteriser& rasteriser, Isochrone const& isochrone, Viewport const& view)
{
    for (IsochroneArea const& area : isochrone.areas) {
        rasteriser.ring(pixelsOf(area.outer, view));
        for (Line const& hole : area.holes) rasteriser.ring(pixelsOf(hole, view));
    }
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
        gather(rasteriser, picture_.areas[i], frame.view);
        rasteriser.paint(frame.picture, withAlpha(colour, 56));
        Stroke edge;
        edge.width = (i == 0 ? 2.2F : 1.4F) * scale;
        std::array const dashes{(i == 1 ? 8.0F : 3.0F) * scale, 4.0F * scale};
        if (i > 0) edge.dashes = dashes;
        for (IsochroneArea const& area : picture_.areas[i].areas) {
            rasteriser.strokeRing(pixelsOf(area.outer, frame.view), edge);
            for (Line const& hole : area.holes) rasteriser.strokeRing(pixelsOf(hole, frame.view), edge);
        }
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
