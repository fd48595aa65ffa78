#include "widgets/mark_paint.h"

namespace cresset::widgets {

RasterPoint rasterPoint(QPointF at)
{
    return {static_cast<float>(at.x()), static_cast<float>(at.y())};
}

std::vector<RasterPoint> pixelsOf(std::span<Place const> line, Viewport const& view)
{
    std::vector<RasterPoint> pixels;
    pixels.reserve(line.size());
    for (Place const place : line) pixels.push_back(rasterPoint(view.toScreen(place)));
    return pixels;
}

Rasteriser& rasteriserFor(QImage const& picture)
{
    thread_local Rasteriser rasteriser;
    if (rasteriser.size() != picture.size()) rasteriser.resize(picture.size());
    return rasteriser;
}

void strokeLine(Frame& frame, std::span<Place const> line, double width, QRgb colour, std::span<float const> dashes)
{
    Rasteriser& rasteriser = rasteriserFor(frame.picture);
    rasteriser.stroke(pixelsOf(line, frame.view),
                      {.width = static_cast<float>(width * frame.view.dpr()), .cap = LineCap::round, .dashes = dashes});
    rasteriser.paint(frame.picture, colour);
}

}  // namespace cresset::widgets
