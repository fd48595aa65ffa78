#include "widgets/measure_layer.h"

#include "maps/geodesy.h"
#include "widgets/label_deck.h"
#include "widgets/mark_paint.h"
#include "widgets/theme.h"
#include "widgets/words.h"

#include <QLocale>
#include <cmath>

namespace cresset::widgets {
namespace {

QString lengthText(std::span<Place const> line)
{
    return distanceText(std::llround(maps::length_m(line) * 1000));
}

}  // namespace

void MeasureLayer::paint(Frame& frame)
{
    std::vector<Place> line = points_;
    if (cursor_ && !line.empty()) line.push_back(*cursor_);
    if (line.empty()) return;
    QRgb const accent = frame.theme.rgb("accent");
    strokeLine(frame, line, 5, frame.theme.rgb("route.casing"));
    strokeLine(frame, line, 2.4, accent);
    Rasteriser& rasteriser = rasteriserFor(frame.picture);
    for (Place const place : line)
        rasteriser.circle(rasterPoint(frame.view.toScreen(place)), static_cast<float>(4 * frame.view.dpr()));
    rasteriser.paint(frame.picture, accent);
    for (std::size_t i = 1; i < line.size(); ++i) {
        bool const last = i + 1 == line.size();
        QString text = lengthText(std::span{line}.first(i + 1));
        if (last && line.size() > 2) text += QStringLiteral(" · ") + areaText(maps::area_m2(line));
        frame.labels.add(frame.view.toScreen(line[i]).toPoint(), text, last ? LabelRank::always : LabelRank::high, 10);
    }
}

QString MeasureLayer::summary() const
{
    if (points_.size() < 2) return {};
    QString const length = lengthText(points_);
    return points_.size() < 3 ? length : length + QStringLiteral(" · ") + areaText(maps::area_m2(points_));
}

QString areaText(double square_metres)
{
    if (square_metres < 100'000) return QStringLiteral("%1 m²").arg(QLocale::c().toString(std::llround(square_metres)));
    return QStringLiteral("%1 km²").arg(square_metres / 1e6, 0, 'f', square_metres < 1e7 ? 2 : 1);
}

}  // namespace cresset::widgets
