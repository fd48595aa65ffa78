// A whole frame of unit symbols with decluttered labels beside the plain way: a pixmap and a text drawn for each.

#include "tests/bench/report.h"
#include "tests/bench/widgets/crowd_marks.h"
#include "widgets/frame_painter.h"
#include "widgets/icon.h"
#include "widgets/mark_layers.h"

#include <QPainter>
#include <QPixmap>

namespace cresset::bench {

using namespace widgets;

namespace {

constexpr int rounds = 15;

/// One picture a status, glyph and heading out of 16, made beforehand: the plain way keeps its pixmaps, too.
class PlainWay {
public:
    explicit PlainWay(Theme const& theme) : theme_{theme} {}

    void paint(QImage& picture, Viewport const& view, std::vector<UnitMark> const& marks)
    {
        QPainter painter{&picture};
        QFont font{QStringLiteral("Noto Sans CJK SC")};
        font.setPixelSize(11);
        painter.setFont(font);
        painter.setPen(theme_.colour("mark.text"));
        for (auto const& mark : marks) {
            QPoint const at = view.toScreen(mark.place).toPoint();
            QPixmap const& symbol = pixmap(mark);
            painter.drawPixmap(at - QPoint{symbol.width() / 2, symbol.height() / 2}, symbol);
        }
        for (auto const& mark : marks)
            painter.drawText(view.toScreen(mark.place).toPoint() + QPoint{12, 4}, mark.call_sign);
    }

private:
    QPixmap const& pixmap(UnitMark const& mark)
    {
        int const step = mark.heading_deg ? *mark.heading_deg * 16 / 360 % 16 : 16;
        QPixmap& made = pixmaps_[{mark.status, mark.glyph, step}];
        if (made.isNull()) made = draw(mark, step);
        return made;
    }

    QPixmap draw(UnitMark const& mark, int step) const
    {
        QPixmap pixmap{38, 38};
        pixmap.fill(Qt::transparent);
        QPainter painter{&pixmap};
        painter.setRenderHint(QPainter::Antialiasing);
        QColor const colour = theme_.status(mark.status), frame = theme_.colour("mark.frame");
        if (step < 16) {
            painter.save();
            painter.translate(19, 19);
            painter.rotate(step * 22.5);
            drawIcon(painter, "pointer", {-19, -19, 38, 38}, {colour, frame, {}});
            painter.restore();
        }
        drawIcon(painter, "frame-unit", {9, 9, 20, 20}, {colour, frame, frame});
        drawIcon(painter, "status-" + std::string{nameOf(mark.status)}, {23, 23, 9, 9}, {{}, frame, colour});
        return pixmap;
    }

    Theme const& theme_;
    std::map<std::tuple<MarkStatus, UnitGlyph, int>, QPixmap> pixmaps_;
};

void measure(Report& report, std::size_t count, std::optional<double> bar_ms, double bar_ratio)
{
    Theme const theme = night();
    Viewport const view{{437'380'000, 74'200'000}, 13, full_hd};
    auto const marks = units_in(view, count);
    QImage ground{full_hd, QImage::Format_RGB32}, picture = ground;
    ground.fill(theme.colour("map.land"));
    UnitLayer layer;
    layer.setMarks(marks);
    std::vector<MapLayer*> const layers{&layer};
    std::vector<MarkKey> const none;
    FramePainter ours{theme, 1};
    PlainWay plain{theme};
    std::vector<double> our_ms, plain_ms;
    for (int round = 0; round < rounds; ++round) {
        double const start = wall_s();
        std::copy_n(ground.constBits(), ground.sizeInBytes(), picture.bits());
        ours.paint(picture, view, {layers, none, {}});
        double const between = wall_s();
        std::copy_n(ground.constBits(), ground.sizeInBytes(), picture.bits());
        plain.paint(picture, view, marks);
        if (round < 2) continue;  // symbols and texts are drawn for the first time
        our_ms.push_back(1000 * (between - start));
        plain_ms.push_back(1000 * (wall_s() - between));
    }
    double const mine = median(our_ms), theirs = median(plain_ms);
    std::string const name = std::to_string(count) + " units, 1920x1080";
    report.say({.figure = "symbols.frame",
                .name = name,
                .value = mine,
                .unit = "ms",
                .probe = Beside{"copy of the frame, ms", copy_ms(full_hd)},
                .bar = bar_ms,
                .sense = "<="});
    report.say({.figure = "symbols.against_plain",
                .name = name,
                .value = 1000 / mine,
                .unit = "frames/s",
                .peer = Beside{"drawPixmap and drawText for each", 1000 / theirs},
                .bar = bar_ratio});
}

void bench_symbols(Report& report)
{
    need_application();
    measure(report, 10'000, 10, 4);
    measure(report, 50'000, {}, 6);
}

}  // namespace

BENCH("symbols", bench_symbols)

}  // namespace cresset::bench
