#pragma once
/// Where the ground's names give way.

#include "widgets/label_lines.h"
#include "widgets/map_layer.h"

#include <QRect>
#include <vector>

namespace cresset::widgets {

/// What stands still on the visible layers, and what lies over the picture (in the view's own pixels); in pixels of the
/// view with its margin, as LabelRequest wants them.
std::vector<PixelBox> obstaclesOf(std::vector<MapLayer*> const& layers, std::vector<QRect> const& over,
                                  Viewport const& view, int margin);

}  // namespace cresset::widgets
