#include "tests/ui/dispatcher.h"

// Lines under one word: kept, run, stopped by the first that cannot be, and there again after a restart.

namespace cresset::app::test {

TEST_CASE("A macro does what its lines do and each of them is undone like any other")
{
    Dispatcher by_lines;
    Dispatcher by_macro;
    std::string const call = "new theft @" + to_text(by_lines.place_at(by_lines.free_pixel(3)));
    for (Dispatcher* desk : {&by_lines, &by_macro}) desk->line(call);
    by_lines.line("d P03 1001");
    by_lines.line("note 1001 team P03; armed");
    by_lines.settle();
    by_macro.line("macro raid = d $1 $2 && note $2 team $1; armed");
    CHECK_FALSE(by_macro.refused());
    by_macro.line("raid P03 1001");
    CHECK_FALSE(by_macro.refused());
    by_macro.settle();
    CHECK(acts_of(by_macro.journal()) == acts_of(by_lines.journal()));
    by_macro.line("u");  // a note stays
    CHECK(by_macro.world().units.find(*find_unit(by_macro.world(), "P03"))->status == Status::available);
}

TEST_CASE("A macro ends at the first line that cannot be and says which and why")
{
    Dispatcher desk;
    desk.line("new theft @" + to_text(desk.place_at(desk.free_pixel(3))));
    desk.line("macro raid = d $1 $2 && av nobody && log never");
    desk.line("raid P03 1001");
    CHECK(desk.refused());
    CHECK(desk.answer().startsWith(QStringLiteral("raid, line 2: there is no unit \"nobody\"")));
    CHECK(desk.world().units.find(*find_unit(desk.world(), "P03"))->incident);
    desk.line("macro d = undo");
    CHECK(desk.refused());
    CHECK(desk.answer() == QStringLiteral("d is a verb: give the macro another name"));
    desk.line("raid P03");
    CHECK(desk.refused());
    CHECK(desk.answer().startsWith(QStringLiteral("raid takes 2 words")));
}

TEST_CASE("While a macro is typed the line says what it will do and its first line is drawn")
{
    Dispatcher desk;
    desk.line("new theft @" + to_text(desk.place_at(desk.free_pixel(3))));
    desk.line("macro raid = d $1 $2 && log gone");
    desk.command_line().setFocus();
    desk.keys(QStringLiteral("raid P03 1001"));
    CHECK(desk.answer().contains(QStringLiteral("d P03 1001 · log gone")));
    REQUIRE(desk.hub().preview());
    CHECK(std::holds_alternative<SendUnits>(*desk.hub().preview()));
    desk.line("macro raid");
    CHECK(desk.answer() == QStringLiteral("raid = d $1 $2 && log gone"));
    desk.line("macro raid =");
    desk.line("macro");
    CHECK(desk.answer().startsWith(QStringLiteral("no macro is kept")));
}

}  // namespace cresset::app::test
