// A map file of 100,000 points, and one of two million corners of areas, on the map: what the window waits for (a
// frame, the shape under the mouse) beside a frame that draws them all each time, and what workers do meanwhile.

#include "tests/bench/report.h"
#include "tests/bench/widgets/crowd_marks.h"
#include "widgets/file_layer.h"
#include "widgets/frame_painter.h"

#include <QPainter>
#include <cmath>
#include <memory>

namespace cresset::bench {

using namespace widgets;
using maps::LayerShapes;
using maps::LooseFeature;
using maps::ShapeKind;

namespace {

constexpr int rounds = 15;

Place place_in(Dice& dice)
{
    return {static_cast<std::int32_t>(dice.range(437'000'000, 437'800'000)),
            static_cast<std::int32_t>(dice.range(73'500'000, 75'000'000))};
}

LayerShapes points()
{
    Dice dice{1};
    LayerShapes shapes;
    for (int i = 0; i < 100'000; ++i) {
        LooseFeature feature;
        feature.parts = {{place_in(dice)}};
        feature.label = "H" + std::to_string(i);
        add_feature(shapes, feature);
    }
    return shapes;
}

LayerShapes areas()
{
    Dice dice{2};
    LayerShapes shapes;
    for (int i = 0; i < 8'000; ++i) {
        LooseFeature feature;
        feature.kind = ShapeKind::area;
        Place const middle = place_in(dice);
        Line& ring = feature.parts.emplace_back();
        for (int k = 0; k < 250; ++k) {
            double const angle = k * 0.02513, away = 250'000 * (1 + 0.3 * std::sin(5 * angle));
            ring.push_back(moved(middle, static_cast<std::int64_t>(away * std::cos(angle)),
                                 static_cast<std::int64_t>(away * std::sin(angle))));
        }
        add_feature(shapes, feature);
    }
    return shapes;
}

/// Every point and line of every shape, each frame.
void plain_way(QImage& picture, Viewport const& view, LayerShapes const& shapes)
{
    QPainter painter{&picture};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(QColor{90, 200, 190, 60});
    for (auto const& feature : shapes.features)
        for (std::uint32_t part = 0; part < feature.parts; ++part) {
            QPolygonF line;
            for (Place const place : shapes.part(feature.first_part + part)) line << view.toScreen(place);
            if (feature.kind == ShapeKind::point)
                painter.drawEllipse(line.front(), 3.2, 3.2);
            else
                painter.drawPolygon(line, Qt::OddEvenFill);
        }
}

template <typename Work>
double median_ms(int count, Work const& work)
{
    std::vector<double> times;
    for (int i = 0; i < count; ++i) {
        double const begin = wall_s();
        work(i);
        times.push_back((wall_s() - begin) * 1000);
    }
    return median(times);
}

void measure(Report& report, std::string const& name, LayerShapes const& shapes)
{
    Theme const theme = night();
    Viewport const view{{437'380'000, 74'200'000}, 13, full_hd};
    QImage ground{full_hd, QImage::Format_RGB32}, picture = ground;
    ground.fill(theme.colour("map.land"));
    std::shared_ptr<DrawnShapes const> drawn;
    double const ready = median_ms(1, [&](int) { drawn = std::make_shared<DrawnShapes const>(LayerShapes{shapes}); });
    FileLayer layer{1, "file.2"};
    layer.setContent({drawn, nullptr});
    FramePainter painter{theme, 1};
    double const tiles = median_ms(1, [&](int) { layer.prepare(view, theme); });
    // Moved by hand: the tiles round the view are there, as they are once the hand rests.
    for (int i = 0; i < rounds; ++i) layer.prepare(view.panned({i * 12, i * 8}), theme);
    double const frame = median_ms(rounds, [&](int i) {
        picture = ground.copy();
        std::vector<MapLayer*> const layers{&layer};
        std::vector<MarkKey> const none;
        painter.paint(picture, view.panned({i * 12, i * 8}), {layers, none, {}});
    });
    double const hover = median_ms(rounds, [&](int i) {
        std::vector<Hit> hits;
        layer.hit({300.0 + i * 40, 500}, 4, view, hits);
    });
    double const plain = median_ms(1, [&](int) { plain_way(picture, view, shapes); });
    Beside const copy{"copy of the picture", copy_ms(full_hd)};
    report.say({.figure = "files.frame",
                .name = name,
                .value = frame,
                .unit = "ms",
                .peer = Beside{"all of them by QPainter", plain},
                .ratio = plain / frame,
                .probe = copy,
                .bar = 4});
    report.say(
        {.figure = "files.hover", .name = name, .value = hover, .unit = "ms", .probe = copy, .bar = 16, .sense = "<="});
    report.say({.figure = "files.ready", .name = name, .value = ready, .unit = "ms"});
    report.say({.figure = "files.tiles", .name = name, .value = tiles, .unit = "ms"});
}

void bench_files(Report& report)
{
    need_application();
    measure(report, "100,000 points", points());
    measure(report, "2,000,000 corners of areas", areas());
}

BENCH("files", bench_files)

}  // namespace

}  // namespace cresset::bench
