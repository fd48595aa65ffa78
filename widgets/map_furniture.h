#pragma once
/// What stands at the edges of every map: a scale bar, and whose map it is.

#include "widgets/theme.h"
#include "widgets/viewport.h"

#include <QImage>
#include <QRect>
#include <QString>
#include <vector>

namespace cresset::widgets {

/// Length of a scale bar of about 120 pixels: 1, 2 or 5 times a power of ten metres.
struct ScaleBar {
    double metres = 0;
    double pixels = 0;
    QString text;  ///< "200 m", "2 km"
};
ScaleBar scaleBar(Viewport const& view);

/// What it covers: no name of the ground is written there.
std::vector<QRect> furnitureRects(Viewport const& view, QString const& attribution);

void paintFurniture(QImage& picture, Viewport const& view, Theme const& theme, QString const& attribution);

}  // namespace cresset::widgets
