#include "tests/ui/dispatcher.h"
#include "widgets/alarm_list.h"
#include "widgets/log_view.h"
#include "widgets/top_strip.h"

#include <QLabel>
#include <QPushButton>

// The list of alarms: nothing in it is missed, and nothing leaves it by accident.

namespace cresset::app::test {

namespace {

widgets::RowView& list(Dispatcher& desk)
{
    return desk.rows_in("alarms");
}

QString row_text(Dispatcher& desk, int row)
{
    return list(desk).model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
}

/// A hazard, and a call from where it is.
void raise_hazard(Dispatcher& desk, int n)
{
    std::string const place = "@" + to_text(desk.place_at(desk.free_pixel(n)));
    desk.line("hz " + place + " ; big dog");
    desk.line("new theft " + place);
}

}  // namespace

TEST_CASE("Distress stands first and acknowledged it says so and stays until it is cancelled")
{
    Dispatcher desk;
    desk.line("sos P03");
    raise_hazard(desk, 3);
    REQUIRE(until([&] { return list(desk).model()->rowCount() == 2; }));
    CHECK(row_text(desk, 0).contains(QStringLiteral("P03")));
    CHECK_FALSE(row_text(desk, 0).contains(QStringLiteral("acknowledged")));
    CHECK(row_text(desk, 1).contains(QStringLiteral("big dog")));
    desk.key(Qt::Key_F10);
    desk.key(Qt::Key_Home);
    desk.key(Qt::Key_Space);
    CHECK_FALSE(desk.refused());
    CHECK(desk.answer().contains(QStringLiteral("it stands until sosoff P03")));
    REQUIRE(until([&] { return row_text(desk, 0).contains(QStringLiteral("acknowledged")); }));
    CHECK(row_text(desk, 0).contains(QStringLiteral("P03")));
    auto const& model = dynamic_cast<widgets::RowModel const&>(*list(desk).model());
    CHECK(model.look(0).strong);
    CHECK(list(desk).model()->rowCount() == 2);
    desk.key(Qt::Key_Space);
    CHECK(desk.refused());
    CHECK(desk.answer().contains(QStringLiteral("sosoff P03")));
    desk.key(Qt::Key_K, Qt::ControlModifier);
    CHECK(until([&] { return list(desk).model()->rowCount() == 1; }));
    CHECK(row_text(desk, 0).contains(QStringLiteral("P03")));
    desk.line("sosoff P03");
    CHECK(until([&] { return list(desk).model()->rowCount() == 0; }));
}

TEST_CASE("The row of distress says first what to do and the whole of it fits")
{
    auto const language = GENERATE(QStringLiteral("en"), QStringLiteral("zh_CN"));
    Dispatcher::Options options;
    options.language = language;
    Dispatcher desk{options};
    desk.line("sos P03");
    REQUIRE(until([&] { return list(desk).model()->rowCount() == 1; }));
    auto const look = dynamic_cast<widgets::RowModel const&>(*list(desk).model()).look(0);
    QString const first = look.subtitle.section(QStringLiteral(" · "), 0, 0);
    CHECK(first.contains(QStringLiteral("P03")));
    CHECK(first.contains(language == QStringLiteral("en") ? QStringLiteral("sosoff") : QStringLiteral("取消求助")));
    int const marks = 8 + 24 + 16 + 8;  // the margins, the shape and the letter before the words
    CHECK(list(desk).fontMetrics().horizontalAdvance(first) < list(desk).viewport()->width() - marks);
}

TEST_CASE("The strip wears the colour of distress while a unit is in distress and the word beside it")
{
    Dispatcher desk;
    auto const button = [&]() -> QPushButton& {
        for (auto* one : desk.the<widgets::TopStrip>().findChildren<QPushButton*>())
            if (one->text().contains(QStringLiteral("Alarms"))) return *one;
        FAIL("no button of alarms");
        std::abort();
    };
    auto const ground = [&] {
        QImage const picture = button().grab().toImage();
        return picture.pixelColor(3, picture.height() / 2);
    };
    QColor const distress = desk.window().theme().colour("status.distress");
    raise_hazard(desk, 3);
    REQUIRE(until([&] { return button().property("alarm").toString() == QStringLiteral("some"); }));
    CHECK(ground() != distress);
    desk.line("sos P03");
    REQUIRE(until([&] { return button().text().contains(QStringLiteral("DISTRESS")); }));
    CHECK(ground() == distress);
    desk.line("sosoff P03");
    CHECK(until([&] { return !button().text().contains(QStringLiteral("DISTRESS")); }));
    CHECK(ground() != distress);
}

TEST_CASE("Enter on the alarm of a unit in distress looks where the unit is now")
{
    Dispatcher desk;
    auto const unit = *find_unit(desk.world(), "P03");
    desk.line("new theft @" + to_text(desk.place_at(desk.free_pixel(3))));
    desk.line("d P03");
    desk.line("sos P03");
    REQUIRE(until([&] { return list(desk).model()->rowCount() == 1; }));
    Place const then = desk.world().fix(unit)->place;
    desk.console().room().exercise()->run_until(desk.hub().now() + Duration{120'000});
    desk.window().refreshAll();
    Place const now = desk.world().fix(unit)->place;
    REQUIRE(distance_mm(then, now) > 100'000);
    desk.key(Qt::Key_F10);
    desk.key(Qt::Key_Home);
    desk.key(Qt::Key_Return);
    CHECK(distance_mm(desk.window().map().canvas().view().centre(), now) < 20'000);
}

TEST_CASE("A call for help stands in the log once and is said in the colour of the alarm")
{
    Dispatcher desk;
    desk.line("sos P03");
    CHECK(desk.the<QLabel>("answer").property("kind").toString() == QStringLiteral("alarm"));
    auto& log = desk.the<widgets::LogView>();
    REQUIRE(until([&] { return !desk.hub().isTelling(); }));
    int said = 0;
    for (int row = 0; row < log.model()->rowCount(); ++row) {
        auto const line = log.model()->index(row, 0);
        if (!line.data().toString().endsWith(QStringLiteral("DISTRESS P03"))) continue;
        ++said;
        CHECK(line.data(Qt::BackgroundRole).value<QColor>() == desk.window().theme().colour("status.distress"));
    }
    CHECK(said == 1);
    desk.line("sosoff P03");
    CHECK(desk.the<QLabel>("answer").property("kind").toString() == QStringLiteral("good"));
}

TEST_CASE("The log says what was taken back and done again in the language in use")
{
    struct Language {
        char const* code;
        QString back, again;
    };
    auto const language = GENERATE(Language{"en", "taken back: P03 sent to #1001", "done again: P03 sent to #1001"},
                                   Language{"zh_CN", "已撤销：P03 已派往 #1001", "已重做：P03 已派往 #1001"});
    Dispatcher::Options options;
    options.language = QString::fromUtf8(language.code);
    Dispatcher desk{options};
    desk.line("new theft @" + to_text(desk.place_at(desk.free_pixel(3))));
    desk.line("d P03 ; near");
    desk.line("undo");
    desk.line("redo");
    REQUIRE(until([&] { return !desk.hub().isTelling(); }));
    auto& log = desk.the<widgets::LogView>();
    QStringList lines;
    for (int row = 0; row < log.model()->rowCount(); ++row) lines << log.model()->index(row, 0).data().toString();
    INFO(lines.join(QLatin1Char('\n')).toStdString());
    CHECK(lines.filter(language.back).size() == 1);
    CHECK(lines.filter(language.again).size() == 1);
}

TEST_CASE("Space acknowledges the alarm that is marked and Enter shows where it is")
{
    Dispatcher desk;
    raise_hazard(desk, 3);
    raise_hazard(desk, 40);
    REQUIRE(until([&] { return list(desk).model()->rowCount() == 2; }));
    auto const place = desk.world().incidents.find(*find_incident(desk.world(), 1001))->place;
    desk.key(Qt::Key_F10);
    desk.key(Qt::Key_End);
    desk.key(Qt::Key_Return);
    CHECK(distance_mm(desk.window().map().canvas().view().centre(), place) < 20'000);
    CHECK(desk.hub().incident() == find_incident(desk.world(), 1001));
    QString const stays = row_text(desk, 0).section(QLatin1Char(','), 0, 0);
    desk.key(Qt::Key_Space);
    CHECK(until([&] { return list(desk).model()->rowCount() == 1; }));
    CHECK(row_text(desk, 0).startsWith(stays));
}

TEST_CASE("No alarm is dealt with that was not marked and the mark goes on to the next")
{
    Dispatcher desk;
    for (int n : {3, 40, 80}) raise_hazard(desk, n);
    REQUIRE(until([&] { return list(desk).model()->rowCount() == 3; }));
    auto const shelved = [&] { return shelved_alarms(desk.world(), desk.hub().now()).size(); };
    // The button, before anybody was in the list: it says what it would do.
    list(desk).setCurrentIndex({});
    desk.click_button(QStringLiteral("Acknowledge  Space"));
    CHECK(desk.refused());
    CHECK(list(desk).currentRow() == 0);
    CHECK(list(desk).model()->rowCount() == 3);
    // By keys there is always one that is seen to be marked.
    list(desk).setCurrentIndex({});
    desk.key(Qt::Key_F10);
    CHECK(list(desk).currentRow() == 0);
    desk.key(Qt::Key_Down);
    QString const next = row_text(desk, 2);
    desk.key(Qt::Key_Space);
    REQUIRE(until([&] { return list(desk).model()->rowCount() == 2; }));
    CHECK(list(desk).selectionModel()->isRowSelected(1, {}));
    CHECK(row_text(desk, list(desk).currentRow()).section(QLatin1Char(','), 0, 0) ==
          next.section(QLatin1Char(','), 0, 0));
    desk.key(Qt::Key_Up);
    desk.key(Qt::Key_Space, Qt::ShiftModifier);
    REQUIRE(until([&] { return shelved() == 1; }));
    CHECK(until([&] { return list(desk).currentRow() == 0; }));
    CHECK(row_text(desk, 0).section(QLatin1Char(','), 0, 0) == next.section(QLatin1Char(','), 0, 0));
}

TEST_CASE("A unit in distress that is scrolled out of sight is counted at the edge and a click brings it back")
{
    Dispatcher desk;
    desk.line("sos P03");
    auto& board = desk.rows_in("units");
    auto const marks = board.findChildren<QPushButton*>(QStringLiteral("alarmEdge"));
    REQUIRE(marks.size() == 2);
    REQUIRE(until([&] { return !desk.hub().isTelling(); }));
    CHECK_FALSE(marks[0]->isVisible());
    board.scrollToBottom();
    REQUIRE(marks[0]->isVisible());
    CHECK(marks[0]->text() == QStringLiteral("▲ 1 in alarm above"));
    CHECK_FALSE(marks[1]->isVisible());
    QTest::mouseClick(marks[0], Qt::LeftButton);
    CHECK(board.indexAt({20, 4}).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("P03")));
    CHECK_FALSE(marks[0]->isVisible());
    board.scrollToBottom();
    REQUIRE(marks[0]->isVisible());
    desk.line("sosoff P03");
    CHECK(until([&] { return !marks[0]->isVisible(); }));
}

TEST_CASE("A click on the mark at the lower edge brings the next row in alarm out from under it")
{
    Dispatcher desk;
    auto& board = desk.rows_in("units");
    auto const* mark = board.findChildren<QPushButton*>(QStringLiteral("alarmEdge")).at(1);
    int const row_height = board.visualRect(board.model()->index(0, 0)).height();
    int const seen = board.viewport()->height() / row_height;
    int called = 0;
    for (auto const& [id, unit] : desk.world().units) {
        if (called == seen + 3) break;
        if (unit.signed_on) ++called, desk.hub().desk().set_distress({{id}, true});
    }
    REQUIRE(until([&] { return mark->isVisible(); }));
    int const hidden = mark->text().section(QLatin1Char(' '), 1, 1).toInt();
    QModelIndex const next = board.model()->index(called - hidden, 0);
    QTest::mouseClick(const_cast<QPushButton*>(mark), Qt::LeftButton);
    QRect const row = board.visualRect(next);
    CHECK(row.top() >= 0);
    CHECK(mark->isVisible());
    CHECK(row.bottom() < mark->geometry().top() - board.viewport()->geometry().top());
}

TEST_CASE("More than ten alarms in ten minutes are called a flood")
{
    Dispatcher desk;
    auto const& load = desk.the<QLabel>("alarmLoad");
    for (int i = 0; i < 11; ++i) {
        CHECK_FALSE(load.text().contains(QStringLiteral("FLOOD")));
        desk.line("sos F" + std::string{i < 9 ? "0" : "1"} + std::to_string(i < 9 ? i + 1 : i - 9));
    }
    CHECK(until([&] { return load.text() == QStringLiteral("FLOOD: 11 in 10 min"); }));
}

}  // namespace cresset::app::test
