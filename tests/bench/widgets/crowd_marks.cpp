#include "tests/bench/widgets/crowd_marks.h"

#include "core/base/check.h"
#include "tests/bench/report.h"

#include <QApplication>
#include <QImage>

namespace cresset::bench {

using namespace widgets;

namespace {

int below(Dice& dice, int limit)
{
    return static_cast<int>(dice.below(static_cast<std::uint64_t>(limit)));
}

Place place_in(Viewport const& view, Dice& dice)
{
    return view.placeAt(QPointF(below(dice, view.size().width()), below(dice, view.size().height())));
}

}  // namespace

void need_application()
{
    static int count = 1;
    static char name[] = "bench";
    static char* words[] = {name, nullptr};
    if (QApplication::instance() != nullptr) return;
    qputenv("QT_QPA_PLATFORM", "offscreen");
    new QApplication{count, words};  // lives as long as the program
}

Theme night()
{
    auto const theme = Theme::load("night");
    CRESSET_CHECK(theme);
    return *theme;
}

std::vector<UnitMark> units_in(Viewport const& view, std::size_t count, int second)
{
    std::vector<UnitMark> marks;
    for (std::size_t i = 0; i < count; ++i) {
        Dice home{i}, now{i, static_cast<std::uint64_t>(second)};
        UnitMark mark;
        mark.id = i + 1;
        mark.place = moved(place_in(view, home), below(now, 20'000), below(now, 20'000));
        mark.status = static_cast<MarkStatus>(below(home, 7));
        mark.glyph = static_cast<UnitGlyph>(below(home, 5));
        if (below(home, 2) == 0) mark.heading_deg = below(now, 360);
        mark.call_sign = QStringLiteral("P%1").arg(i, 5, 10, QLatin1Char{'0'});
        marks.push_back(std::move(mark));
    }
    return marks;
}

std::vector<CameraMark> cameras_in(Viewport const& view, std::size_t count)
{
    std::vector<CameraMark> marks;
    for (std::size_t i = 0; i < count; ++i) {
        Dice dice{i, 77};
        CameraMark mark;
        mark.id = i + 1;
        mark.place = place_in(view, dice);
        mark.heading_deg = below(dice, 360);
        mark.label = QStringLiteral("C%1").arg(i);
        marks.push_back(std::move(mark));
    }
    return marks;
}

double copy_ms(QSize size)
{
    QImage from{size, QImage::Format_RGB32}, to{size, QImage::Format_RGB32};
    from.fill(Qt::black), to.fill(Qt::white);
    std::vector<double> times;
    for (int i = 0; i < 9; ++i) {
        double const start = wall_s();
        std::copy_n(from.constBits(), from.sizeInBytes(), to.bits());
        times.push_back(1000 * (wall_s() - start));
    }
    return median(std::move(times));
}

}  // namespace cresset::bench
