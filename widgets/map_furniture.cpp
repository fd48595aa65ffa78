#include "widgets/map_furniture.h"

#include <QFont>
#include <QFontMetrics>
#include <QPainter>
#include <cmath>

namespace cresset::widgets {
namespace {

void paintScale(QPainter& painter, Viewport const& view, QColor ink)
{
    double const dpr = view.dpr();
    ScaleBar const bar = scaleBar(view);
    int const left = static_cast<int>(12 * dpr), bottom = view.size().height() - static_cast<int>(12 * dpr);
    int const right = left + static_cast<int>(bar.pixels), tick = static_cast<int>(5 * dpr);
    painter.setPen(QPen{ink, std::round(1.5 * dpr)});
    painter.drawPolyline(QPolygon{{{left, bottom - tick}, {left, bottom}, {right, bottom}, {right, bottom - tick}}});
    painter.drawText(left + tick, bottom - tick, bar.text);
}

void paintAttribution(QPainter& painter, Viewport const& view, Theme const& theme, QString const& text)
{
    if (text.isEmpty()) return;
    int const pad = static_cast<int>(4 * view.dpr());
    QFontMetrics const metrics{painter.font()};
    QString const shown = metrics.elidedText(text, Qt::ElideRight, view.size().width() * 2 / 3);
    QRect const box{view.size().width() - metrics.horizontalAdvance(shown) - 3 * pad,
                    view.size().height() - metrics.height() - pad, metrics.horizontalAdvance(shown) + 3 * pad,
                    metrics.height() + pad};
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

void paintFurniture(QImage& picture, Viewport const& view, Theme const& theme, QString const& attribution)
{
    QPainter painter{&picture};
    QFont font{QStringLiteral("Noto Sans CJK SC")};
    font.setPixelSize(static_cast<int>(11 * view.dpr()));
    painter.setFont(font);
    paintScale(painter, view, theme.colour("map.scale"));
    paintAttribution(painter, view, theme, attribution);
}

}  // namespace cresset::widgets
