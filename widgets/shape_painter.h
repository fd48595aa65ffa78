#pragma once
/// Paints what of a map file lies on one tile of the map.

#include "maps/tile_id.h"
#include "widgets/drawn_shapes.h"
#include "widgets/rasteriser.h"

#include <QImage>

namespace cresset::widgets {

/// How the shapes of a file look: its colour of the legend, and the rim that sets it off from the map.
struct ShapeLook {
    QRgb colour = 0, rim = 0;
    friend bool operator==(ShapeLook const&, ShapeLook const&) = default;
};

/// `pixels` wide and high, transparent where nothing is. Safe to call from several threads at once.
QImage paintShapes(DrawnShapes const& shapes, maps::TileId tile, int pixels, double dpr, ShapeLook const& look);

/// A ring or a line cut to a rectangle in pixels, as pieces that the rasteriser takes: what lies far outside costs
/// nothing and cannot be wrong by rounding.
std::vector<RasterPoint> cutRing(std::span<QPointF const> ring, QRectF const& to);
std::vector<std::vector<RasterPoint>> cutLine(std::span<QPointF const> line, QRectF const& to);

}  // namespace cresset::widgets
