#include "tests/ui/dispatcher.h"
#include "widgets/alarm_list.h"
#include "widgets/unit_board.h"

// Timers of units and alarms that are put aside, by line, key and mouse.

namespace cresset::app::test {

namespace {

/// The clock of the exercise stands still for a dispatcher: here it goes on, and what comes due comes.
void wait(Dispatcher& desk, Duration length)
{
    desk.console().room().exercise()->run_until(desk.hub().now() + length);
    desk.window().refreshAll();
}

QString spoken(Dispatcher& desk, char const* dock, QString const& part)
{
    auto& view = desk.rows_in(dock);
    return desk.row(view, part).data(Qt::AccessibleTextRole).toString();
}

bool is_listed(Dispatcher& desk, QString const& part)
{
    auto* model = desk.rows_in("alarms").model();
    for (int row = 0; row < model->rowCount(); ++row)
        if (model->index(row, 0).data(Qt::AccessibleTextRole).toString().contains(part)) return true;
    return false;
}

}  // namespace

TEST_CASE("The board says when word is due and the alarm comes and goes when somebody spoke with the unit")
{
    Dispatcher desk;
    // The crews of the simulated city stay at a brawl for ten minutes at least; that is when word is due.
    desk.line("new brawl @" + to_text(desk.place_at(desk.free_pixel(3))));
    desk.line("d P03");
    desk.line("s P03");
    REQUIRE(until([&] {
        return spoken(desk, "units", QStringLiteral("unit P03")).contains(QStringLiteral("welfare check in 10:00"));
    }));
    wait(desk, Duration{601'000});
    REQUIRE(until([&] { return is_listed(desk, QStringLiteral("no word from P03")); }));
    CHECK(spoken(desk, "units", QStringLiteral("unit P03")).contains(QStringLiteral("overdue")));
    desk.hub().selectUnit(find_unit(desk.world(), "P03"));
    desk.key(Qt::Key_E, Qt::ControlModifier);
    CHECK(desk.answer() == QStringLiteral("P03: all well"));
    CHECK(until([&] { return !is_listed(desk, QStringLiteral("P03")); }));
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    CHECK(desk.answer() == QStringLiteral("taken back: all well: P03"));
    CHECK(until([&] { return is_listed(desk, QStringLiteral("no word from P03")); }));
}

TEST_CASE("The board begins with who is in distress and then with whose time is over")
{
    Dispatcher desk;
    auto& board = desk.rows_in("units");
    auto const first = [&](int row) { return board.model()->index(row, 0).data(Qt::AccessibleTextRole).toString(); };
    desk.line("new brawl @" + to_text(desk.place_at(desk.free_pixel(3))));
    desk.line("d P03");
    desk.line("s P03");
    wait(desk, Duration{500'000});
    CHECK_FALSE(first(0).contains(QStringLiteral("P03")));  // its time runs: it stands with its status
    wait(desk, Duration{101'000});
    REQUIRE(until([&] { return first(0).contains(QStringLiteral("unit P03")); }));
    desk.line("sos P05");
    REQUIRE(until([&] { return first(0).contains(QStringLiteral("unit P05")); }));
    CHECK(first(1).contains(QStringLiteral("unit P03")));
    desk.line("ok P03");
    CHECK(until([&] { return !first(1).contains(QStringLiteral("unit P03")); }));
}

TEST_CASE("All well and snooze are the same act by line and by the menu of the unit")
{
    Dispatcher by_line;
    by_line.line("b P03");
    by_line.line("ok P03");
    by_line.line("snooze P03 10m");
    by_line.settle();
    Dispatcher by_mouse;
    by_mouse.line("b P03");
    auto& board = by_mouse.rows_in("units");
    auto const open = [&]() -> QMenu& {
        auto const row = by_mouse.row(board, QStringLiteral("unit P03"));
        board.scrollTo(row);
        return by_mouse.menu_at(*board.viewport(), board.visualRect(row).center());
    };
    by_mouse.choose(open(), QStringLiteral("Spoken to: all well"));
    auto& menu = open();
    for (auto* action : menu.findChild<QMenu*>()->actions())
        if (action->text() == QStringLiteral("for 10 min")) action->trigger();
    menu.close();
    by_mouse.settle();
    CHECK(acts_of(by_line.journal()) == acts_of(by_mouse.journal()));
}

TEST_CASE("A shelved alarm stands dim below the others and comes back and distress cannot be shelved")
{
    Dispatcher desk;
    std::string const place = "@" + to_text(desk.place_at(desk.free_pixel(3)));
    desk.line("hz " + place + " ; big dog");
    desk.line("new theft " + place);
    desk.line("sos P03");
    REQUIRE(until([&] { return desk.rows_in("alarms").model()->rowCount() == 2; }));
    desk.key(Qt::Key_F10);
    desk.key(Qt::Key_Home);
    desk.key(Qt::Key_Space, Qt::ShiftModifier);
    CHECK(desk.refused());
    CHECK(desk.answer().contains(QStringLiteral("cannot be put aside")));
    desk.key(Qt::Key_End);
    desk.key(Qt::Key_Space, Qt::ShiftModifier);
    CHECK_FALSE(desk.refused());
    REQUIRE(until([&] { return is_listed(desk, QStringLiteral("shelved: hazard near")); }));
    CHECK(is_listed(desk, QStringLiteral("back in 15:00")));
    wait(desk, Duration{901'000});
    CHECK(until([&] { return !is_listed(desk, QStringLiteral("shelved")); }));
    CHECK(is_listed(desk, QStringLiteral("hazard near")));
    desk.line("shelve 5m");
    CHECK(until([&] { return is_listed(desk, QStringLiteral("shelved: hazard near")); }));
    desk.line("u");
    CHECK(until([&] { return !is_listed(desk, QStringLiteral("shelved")); }));
}

TEST_CASE("Before an undo the line says what it takes back and before a redo what it does again")
{
    Dispatcher desk;
    auto& line = desk.command_line();
    desk.line("new theft @" + to_text(desk.place_at(desk.free_pixel(3))));
    desk.line("d P03 P04");
    auto const ghost = [&](char const* typed) {
        line.setFocus();
        line.clear();
        desk.keys(QString::fromLatin1(typed));
        QString const said = desk.answer();
        line.clear();
        return said;
    };
    CHECK(ghost("u").contains(QStringLiteral("take back: dispatch: P03, P04, #1001")));
    desk.line("u");
    CHECK(desk.answer() == QStringLiteral("taken back: dispatch: P03, P04, #1001"));
    CHECK(ghost("u").contains(QStringLiteral("take back: new call: #1001")));
    CHECK(ghost("redo").contains(QStringLiteral("do again: dispatch: P03, P04, #1001")));
    desk.line("redo");
    CHECK(ghost("redo").contains(QStringLiteral("nothing to do again")));
}

}  // namespace cresset::app::test
