#include "tests/ui/views.h"
#include "widgets/row_view.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QListView>
#include <QStyle>
#include <QStyleOption>
#include <cmath>
#include <map>

// Contrast as it is on the picture, not as the palette promises it: of every word that stands on a label or a button,
// in every view and both themes, the ink against its ground (WCAG 2.1).

namespace cresset::app::test {

namespace {

double linear(double c)
{
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}
double luminance(QRgb c)
{
    return 0.2126 * linear(qRed(c) / 255.0) + 0.7152 * linear(qGreen(c) / 255.0) + 0.0722 * linear(qBlue(c) / 255.0);
}
double contrast(QRgb a, QRgb b)
{
    double const la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

/// The ground is what most of it is; the ink, what stands out most from it. Less than nothing if it is all one colour.
double contrast_on(QImage const& picture)
{
    std::map<QRgb, int> colours;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x) ++colours[picture.pixel(x, y)];
    if (colours.size() < 2) return -1;
    auto const less = [](auto const& a, auto const& b) { return a.second < b.second; };
    QRgb const ground = std::max_element(colours.begin(), colours.end(), less)->first;
    double best = 1;
    for (auto const& [colour, count] : colours) best = std::max(best, contrast(colour, ground));
    return best;
}

QString words_on(QWidget const& widget)
{
    if (auto const* label = qobject_cast<QLabel const*>(&widget)) return label->text();
    if (auto const* button = qobject_cast<QAbstractButton const*>(&widget)) return button->text();
    return {};
}

}  // namespace

TEST_CASE("The measure of contrast is that of WCAG and a picture without ink has none")
{
    QImage picture{4, 4, QImage::Format_RGB32};
    picture.fill(Qt::white);
    CHECK(contrast_on(picture) < 0);
    picture.setPixel(1, 1, qRgb(0, 0, 0));
    CHECK(contrast_on(picture) == Approx(21.0));
    picture.setPixel(1, 1, qRgb(0x76, 0x76, 0x76));
    CHECK(contrast_on(picture) == Approx(4.54).margin(0.01));
}

TEST_CASE("Every word on a label or button has a contrast of 4.5 to 1 on the picture in both themes")
{
    int measured = 0;
    for (char const* theme : {"night", "day"})
        for (View const& view : views()) {
            auto const desk = sit_down({QStringLiteral("en"), QString::fromLatin1(theme), {1366, 768}}, view);
            std::map<QWidget*, QImage> pictures;  // of the window, and of those that it opened
            for (auto* widget : desk->window().findChildren<QWidget*>()) {
                QString const words = words_on(*widget);
                bool const shown = widget->isVisible() && widget->isEnabled() && !widget->visibleRegion().isEmpty();
                if (words.trimmed().isEmpty() || !shown) continue;
                QImage& picture = pictures[widget->window()];
                if (picture.isNull())
                    picture = widget->window()->grab().toImage().convertToFormat(QImage::Format_RGB32);
                QRect const where{widget->mapTo(widget->window(), QPoint{}), widget->size()};
                bool const whole = widget->visibleRegion().boundingRect() == widget->rect();
                if (!whole || !picture.rect().contains(where)) continue;
                double const ratio = contrast_on(picture.copy(where));
                INFO(theme << " " << view.name << ": " << words.toStdString() << " " << ratio);
                CHECK(ratio >= 4.5);
                ++measured;
            }
        }
    CHECK(measured > 100);
}

TEST_CASE("A box that is not ticked is seen beside its words as is one that is in both themes")
{
    for (char const* theme : {"night", "day"}) {
        auto const desk =
            sit_down({QStringLiteral("en"), QString::fromLatin1(theme), {1366, 768}}, {"desk", [](Dispatcher&) {}});
        for (bool const ticked : {false, true}) {
            QCheckBox box{&desk->window()};
            box.setChecked(ticked);
            box.resize(24, 24);
            box.show();
            QImage const picture = box.grab().toImage().convertToFormat(QImage::Format_RGB32);
            INFO(theme << " " << ticked << " " << contrast_on(picture));
            CHECK(contrast_on(picture) >= 3);
            QStyleOptionButton option;
            option.initFrom(&box);
            QRect const at = box.style()->subElementRect(QStyle::SE_CheckBoxIndicator, &option, &box);
            CHECK((contrast_on(picture.copy(at.adjusted(2, 2, -2, -2))) >= 3) == ticked);  // the tick itself
        }
    }
}

TEST_CASE("A list of suggestions has a frame and a marked row that stand out and no row that is cut")
{
    for (char const* theme : {"night", "day"})
        for (char const* typed : {"find road", "d P", "new "}) {
            auto const desk =
                sit_down({QStringLiteral("en"), QString::fromLatin1(theme), {1366, 768}}, {"desk", [](Dispatcher&) {}});
            desk->key(Qt::Key_Space, Qt::ControlModifier);
            desk->keys(QString::fromLatin1(typed));
            auto* list = qobject_cast<QListView*>(QApplication::activePopupWidget());
            REQUIRE(list != nullptr);
            QTest::keyClick(list, Qt::Key_Down);
            INFO(theme << " " << typed);
            int const shown = list->viewport()->height() / list->sizeHintForRow(0);
            CHECK(list->viewport()->height() == shown * list->sizeHintForRow(0));
            CHECK(shown >= std::min(list->model()->rowCount(), 7));
            for (int row = 0; row < shown; ++row)
                CHECK(list->visualRect(list->model()->index(row, 0)).height() == list->sizeHintForRow(0));
            QImage const picture = list->grab().toImage().convertToFormat(QImage::Format_RGB32);
            QRgb const ground = picture.pixel(picture.width() - 12, picture.height() - 6);
            CHECK(contrast(picture.pixel(0, picture.height() / 2), ground) >= 3);  // the frame
            QRect const marked = list->visualRect(list->currentIndex()).translated(list->viewport()->pos());
            CHECK(contrast(picture.pixel(marked.left(), marked.center().y()), ground) >= 3);
        }
}

}  // namespace cresset::app::test
