#pragma once
/// How near the mouse is to a line.

#include <QPointF>
#include <algorithm>
#include <cmath>

namespace cresset::widgets {

/// The distance of a place from the nearest point of a segment, all in one plane.
inline double awayFromSegment(QPointF at, QPointF a, QPointF b)
{
    QPointF const along = b - a, to = at - a;
    double const length = QPointF::dotProduct(along, along);
    double const part = length > 0 ? std::clamp(QPointF::dotProduct(to, along) / length, 0.0, 1.0) : 0.0;
    QPointF const away = to - along * part;
    return std::hypot(away.x(), away.y());
}

}  // namespace cresset::widgets
