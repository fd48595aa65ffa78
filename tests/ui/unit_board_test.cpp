#include "widgets/unit_board.h"

#include "tests/ui/dispatcher.h"

#include <QLineEdit>

// The board of units: a key acts on the unit that is seen to be in hand, or on none.

namespace cresset::app::test {

TEST_CASE("Who looks for another unit has the one before no longer in hand and Enter takes the first that is found")
{
    Dispatcher desk;
    desk.hub().selectUnit(find_unit(desk.world(), "P01"));
    auto& filter = *desk.the<widgets::UnitBoard>().findChild<QLineEdit*>();
    filter.setFocus();
    desk.keys(QStringLiteral("nobody is called so"));
    desk.key(Qt::Key_Return);
    CHECK_FALSE(desk.hub().unit());
    desk.key(Qt::Key_F6);
    CHECK(desk.refused());
    filter.clear();
    filter.setFocus();
    desk.keys(QStringLiteral("P03"));
    desk.key(Qt::Key_Return);
    CHECK(desk.hub().unit() == find_unit(desk.world(), "P03"));
    CHECK(desk.rows_in("units").hasFocus());
    desk.key(Qt::Key_E, Qt::ControlModifier);
    CHECK_FALSE(desk.refused());
    CHECK(desk.answer().contains(QStringLiteral("P03")));
}

TEST_CASE("A filter that still shows the unit in hand leaves it there")
{
    Dispatcher desk;
    desk.hub().selectUnit(find_unit(desk.world(), "P01"));
    auto& filter = *desk.the<widgets::UnitBoard>().findChild<QLineEdit*>();
    filter.setFocus();
    desk.keys(QStringLiteral("P0"));
    CHECK(desk.hub().unit() == find_unit(desk.world(), "P01"));
}

}  // namespace cresset::app::test
