#pragma once
/// Our own drawings (resources/icons/*.svg) in any colours and size. In the drawings "#BODY", "#EDGE" and "#INK" stand
/// for three colours, given when they are drawn.

#include <QColor>
#include <QImage>
#include <QPainter>
#include <QRectF>
#include <string_view>

namespace cresset::widgets {

struct IconColours {
    QColor body{Qt::white};
    QColor edge{Qt::black};
    QColor ink{Qt::black};
};

/// "glyph-car", "status-on_scene", "frame-incident" ... A name that is not there draws nothing; iconExists() asks.
void drawIcon(QPainter& painter, std::string_view name, QRectF const& where, IconColours const& colours);
bool iconExists(std::string_view name);
/// A square picture of that many device pixels, clear behind the drawing.
QImage iconPicture(std::string_view name, int pixels, IconColours const& colours);

}  // namespace cresset::widgets
