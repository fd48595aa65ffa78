#include "widgets/map_furniture.h"

#include <QFont>
#include <QFontMetrics>
#include <QPainter>
#include <cmath>

namespace cresset::widgets {
namespace {

QFont fontOf(Viewport const& view)
{
    QFont font{QStringLiteral("Noto Sans CJK SC")};
    font.setPixelSize(static_cast<int>(11 * view.dpr()));
    return font;
}

/// The bar itself; its words stand on it.
QRect scaleRect(Viewport const& view)
{
    double const dpr = view.dpr();
    int const left = static_cast<int>(12 * dpr), bottom = view.size().height() - static_cast<int>(12 * dpr);
    int const tick = static_cast<int>(5 * dpr);
    return {left, bottom - tick, static_cast<int>(scaleBar(view).pixels), tick};
}

void paintScale(QPainter& painter, Viewport const& view, QColor ink)
{
    QRect const bar = scaleRect(view);
    int const left = bar.left(), right = left + bar.width(), top = bar.top(), bottom = top + bar.height();
    painter.setPen(QPen{ink, std::round(1.5 * view.dpr())});
    painter.drawPolyline(QPolygon{{{left, top}, {left, bottom}, {right, bottom}, {right, top}}});
    painter.drawText(left + bar.height(), top, scaleBar(view).text);
}

QString shownOf(QString const& attribution, Viewport const& view)
{
    return QFontMetrics{fontOf(view)}.elidedText(attribution, Qt::ElideRight, view.size().width() * 2 / 3);
}

QRect attributionRect(QString const& shown, Viewport const& view)
{
    int const pad = static_cast<int>(4 * view.dpr());
    QFontMetrics const metrics{fontOf(view)};
    int const width = metrics.horizontalAdvance(shown) + 3 * pad, height = metrics.height() + pad;
    return {view.size().width() - width, view.size().height() - height, width, height};
}

void paintAttribution(QPainter& painter, Viewport const& view, Theme const& theme, QString const& text)
{
    if (text.isEmpty()) return;
    QString const shown = shownOf(text, view);
    QRect const box = attributionRect(shown, view);
    painter.fillRect(box, theme.colour("map.label.halo"));
    painter.setPen(theme.colour("dim"));
    painter.drawText(box, Qt::AlignCenter, shown);
}

}  // namespace

ScaleBar scaleBar(Viewport const& view)
{
    double const metres_per_pixel = view.metresPerPixel();
    double const wanted = 120 * view.dpr() * metres_per_pixel;
    double const power = std::pow(10, std::floor(std::log10(wanted)));
    double const metres = wanted >= 5 * power ? 5 * power : wanted >= 2 * power ? 2 * power : power;
    QString const text =
        metres >= 1000 ? QStringLiteral("%1 km").arg(metres / 1000) : QStringLiteral("%1 m").arg(metres);
    return {metres, metres / metres_per_pixel, text};
}

std::vector<QRect> furnitureRects(Viewport const& view, QString const& attribution)
{
    QRect const words = scaleRect(view).adjusted(0, -static_cast<int>(14 * view.dpr()), 0, 2);
    std::vector<QRect> rects{words};
    if (!attribution.isEmpty()) rects.push_back(attributionRect(shownOf(attribution, view), view));
    return rects;
}

void paintFurniture(QImage& picture, Viewport const& view, Theme const& theme, QString const& attribution)
{
    QPainter painter{&picture};
    painter.setFont(fontOf(view));
    paintScale(painter, view, theme.colour("map.scale"));
    paintAttribution(painter, view, theme, attribution);
}

}  // namespace cresset::widgets
