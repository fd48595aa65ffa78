#include "widgets/map_sheet.h"

#include <algorithm>

namespace cresset::widgets {
namespace {

constexpr double screen_dots = 96;  // an inch of screen: what the symbols were drawn for

QFont fontOf(double pixels, bool bold)
{
    QFont font{QStringLiteral("Noto Sans CJK SC")};
    font.setPixelSize(std::max(1, static_cast<int>(pixels)));
    font.setBold(bold);
    return font;
}

void paintHeading(QPainter& painter, QRect const& where, double dpr, MapSheet const& sheet)
{
    Theme const& theme = *sheet.picture.theme;
    QString const title =
        sheet.exercise.isEmpty() ? sheet.title : QStringLiteral("%1 · %2").arg(sheet.title, sheet.exercise);
    painter.setFont(fontOf(18 * dpr, true));
    painter.setPen(theme.colour("text"));
    painter.drawText(where, Qt::AlignLeft | Qt::AlignVCenter, title);
    painter.setFont(fontOf(13 * dpr, false));
    painter.setPen(theme.colour("dim"));
    painter.drawText(where, Qt::AlignRight | Qt::AlignVCenter, sheet.line);
}

/// The word again and again, pale, so that no part of the sheet is without it.
void paintWatermark(QPainter& painter, QRect const& where, double dpr, MapSheet const& sheet)
{
    if (sheet.exercise.isEmpty()) return;
    painter.save();
    painter.setClipRect(where);
    QColor ink = sheet.picture.theme->colour("exercise");
    ink.setAlpha(70);
    painter.setPen(ink);
    painter.setFont(fontOf(34 * dpr, true));
    int const step = static_cast<int>(260 * dpr);
    painter.translate(where.center());
    painter.rotate(-30);
    int const reach = where.width() + where.height();
    for (int y = -reach / 2; y < reach / 2; y += step / 2)
        for (int x = -reach / 2 + (y / (step / 2) % 2) * step / 2; x < reach / 2; x += step)
            painter.drawText(x, y, sheet.exercise);
    painter.restore();
}

void paintNorth(QPainter& painter, QRect const& map, double dpr, Theme const& theme)
{
    QPointF const tip{map.right() - 24 * dpr, map.top() + 14 * dpr};
    QPolygonF const arrow{{tip, tip + QPointF{9, 26} * dpr, tip + QPointF{0, 20} * dpr, tip + QPointF{-9, 26} * dpr}};
    painter.setPen(QPen{theme.colour("panel"), 2 * dpr});
    painter.setBrush(theme.colour("text"));
    painter.drawPolygon(arrow);
    painter.setFont(fontOf(13 * dpr, true));
    painter.setPen(theme.colour("text"));
    painter.drawText(QRectF{tip.x() - 20 * dpr, tip.y() + 28 * dpr, 40 * dpr, 18 * dpr}, Qt::AlignCenter,
                     QStringLiteral("N"));
}

}  // namespace

void paintSheet(QPainter& painter, QRect const& page, double dots_per_inch, MapSheet const& sheet)
{
    double const dpr = dots_per_inch / screen_dots;
    int const heading = static_cast<int>(36 * dpr);
    QRect const map = page.adjusted(0, heading, 0, 0);
    if (map.width() < 64 || map.height() < 64) return;
    painter.setRenderHint(QPainter::Antialiasing);
    paintHeading(painter, {page.topLeft(), QSize{page.width(), heading}}, dpr, sheet);
    MapPicture picture = sheet.picture;
    picture.view = Viewport::fitting(sheet.picture.view.bounds(), map.size(), dpr, 0, Viewport::most_zoom);
    painter.drawImage(map.topLeft(), renderMap(picture));
    paintWatermark(painter, map, dpr, sheet);
    paintNorth(painter, map, dpr, *picture.theme);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen{picture.theme->colour("line"), dpr});
    painter.drawRect(map);
}

}  // namespace cresset::widgets
