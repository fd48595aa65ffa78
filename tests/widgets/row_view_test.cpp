#include "widgets/row_view.h"

#include <QPainter>
#include <catch2/catch.hpp>

// What a row shows where it is too narrow for all of it.

using namespace cresset::widgets;

namespace {

class OneRow : public RowModel {
public:
    int rowCount(QModelIndex const& parent = {}) const override { return parent.isValid() ? 0 : 1; }
    RowLook look(int /*row*/) const override { return row_; }
    RowLook row_;
};

QImage painted(OneRow const& model, int width)
{
    Theme const theme = *Theme::load("night");
    RowDelegate delegate;
    delegate.setTheme(&theme);
    delegate.setTwoLines(false);
    QImage picture{width, 28, QImage::Format_RGB32};
    picture.fill(theme.colour("panel"));
    QPainter painter{&picture};
    QStyleOptionViewItem option;
    option.rect = picture.rect();
    delegate.paint(&painter, option, model.index(0));
    return picture;
}

}  // namespace

TEST_CASE("A row that is too narrow for all it says shows what is foremost whole and the end of what stands at right")
{
    constexpr int width = 200;
    OneRow model;
    model.row_.title = QStringLiteral("P12");
    model.row_.foremost = QStringLiteral("→ #1023");
    model.row_.subtitle = model.row_.foremost;
    QImage const alone = painted(model, width);
    model.row_.right = QStringLiteral("welfare check 12:10 overdue");
    QImage const both = painted(model, width);
    int const end = 8 + 44 + QFontMetrics{QFont{}}.horizontalAdvance(model.row_.foremost);
    REQUIRE(end < width - 40);
    CHECK(both.copy(0, 0, end, 28) == alone.copy(0, 0, end, 28));
    CHECK(both.copy(width - 40, 0, 40, 28) != alone.copy(width - 40, 0, 40, 28));
}
