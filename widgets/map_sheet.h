#pragma once
/// The map on paper: the same ground as on the screen, in the colours of the day, with a title, the time, the scale,
/// north, and where the data comes from. A sheet of an exercise says so across the map and in its title.

#include "widgets/render_map.h"

#include <QPainter>
#include <QString>

namespace cresset::widgets {

struct MapSheet {
    MapPicture picture;  ///< what to draw; the view tells which ground, its size does not matter
    QString title;       ///< "Riverbend"
    QString line;        ///< "28 November 2026, 19:02 (UTC+8)"
    QString exercise;    ///< "EXERCISE"; empty if it is live
};

/// Paints the sheet into `page` (device pixels), of which `dots_per_inch` make an inch.
void paintSheet(QPainter& painter, QRect const& page, double dots_per_inch, MapSheet const& sheet);

}  // namespace cresset::widgets
