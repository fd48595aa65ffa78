#pragma once
/// What all layers draw with: lines and dots of places, on the frame at hand.

#include "widgets/map_layer.h"
#include "widgets/rasteriser.h"

#include <span>
#include <vector>

namespace cresset::widgets {

RasterPoint rasterPoint(QPointF at);
std::vector<RasterPoint> pixelsOf(std::span<Place const> line, Viewport const& view);
/// Scratch of the size of the frame at hand; frames are drawn by one thread.
Rasteriser& rasteriserFor(QImage const& picture);
/// `width` and dashes in pixels at one device pixel a pixel.
void strokeLine(Frame& frame, std::span<Place const> line, double width, QRgb colour,
                std::span<float const> dashes = {});

}  // namespace cresset::widgets
