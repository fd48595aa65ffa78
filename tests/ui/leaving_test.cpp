#include "tests/ui/dispatcher.h"

#include <QFileDialog>
#include <QMessageBox>

// The desk is not left by a slip, and nothing that asks stands before it.

namespace cresset::app::test {

namespace {

Dispatcher::Options live()
{
    Dispatcher::Options options;
    options.live = true;
    return options;
}

bool log_says(Dispatcher& desk, QString const& text)
{
    auto& log = desk.the<widgets::LogView>();
    for (int row = 0; row < log.model()->rowCount(); ++row)
        if (log.model()->index(row, 0).data().toString().contains(text)) return true;
    return false;
}

}  // namespace

TEST_CASE("A live shift with open incidents of priority 1 is left by asking twice")
{
    Dispatcher desk{live()};
    desk.line("new robbery @" + to_text(desk.place_at(desk.free_pixel(0))));
    REQUIRE(desk.world().incidents.size() == 1);
    CHECK_FALSE(desk.window().close());
    CHECK(desk.window().isVisible());
    CHECK(desk.refused());
    CHECK(desk.answer().contains(QStringLiteral("priority 1: 1")));
    CHECK(desk.window().close());
}

TEST_CASE("An exercise and a live shift without anything urgent are left at once")
{
    SECTION("an exercise")
    {
        Dispatcher desk;
        desk.line("new robbery @" + to_text(desk.place_at(desk.free_pixel(0))));
        CHECK(desk.window().close());
    }
    SECTION("nothing urgent")
    {
        Dispatcher desk{live()};
        desk.line("new noise @" + to_text(desk.place_at(desk.free_pixel(0))));
        CHECK(desk.window().close());
    }
}

TEST_CASE("A new shift says in its log that it was opened")
{
    Dispatcher desk;
    CHECK(log_says(desk, QStringLiteral("shift opened")));
}

TEST_CASE("While a file is asked for the desk goes on and distress is seen")
{
    Dispatcher desk;
    for (char const* act : {"Open a journal…", "Back up the journal…", "Open a city…"}) {
        INFO(act);
        desk.choose_in_bar(QStringLiteral("File"), QString::fromUtf8(act));
        auto* dialog = desk.window().findChild<QFileDialog*>();
        REQUIRE(dialog != nullptr);
        CHECK(dialog->isVisible());
        CHECK_FALSE(dialog->isModal());
        desk.window().activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&desk.window()));
        desk.line("sos P03");
        CHECK_FALSE(desk.refused());
        desk.line("sosoff P03");
        delete dialog;
    }
}

TEST_CASE("Whether a caller is erased is asked beside the desk and No erases nothing")
{
    Dispatcher desk;
    desk.line("new theft @" + to_text(desk.place_at(desk.free_pixel(0))) + " ; my bicycle");
    auto const id = *desk.hub().incident();
    for (auto const answer : {QMessageBox::No, QMessageBox::Yes}) {
        desk.choose_in_bar(QStringLiteral("File"), QStringLiteral("Erase"));
        auto* question = desk.window().findChild<QMessageBox*>();
        REQUIRE(question != nullptr);
        CHECK_FALSE(question->isModal());
        question->button(answer)->click();
        bool const kept = desk.hub().text(desk.world().incidents.find(id)->narrative) == QStringLiteral("my bicycle");
        CHECK(kept == (answer == QMessageBox::No));
        REQUIRE(until([&] { return desk.window().findChild<QMessageBox*>() == nullptr; }));
    }
}

}  // namespace cresset::app::test
