#include "tests/ui/dispatcher.h"

// What the card says of who could be sent is true at once, not some seconds later.

namespace cresset::app::test {

namespace {

QString first_row(Dispatcher& desk)
{
    return desk.rows_in("incident").model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
}

}  // namespace

TEST_CASE("A unit that calls for help or goes on a break is no longer offered as the first to send")
{
    for (char const* act : {"sos ", "r "}) {
        Dispatcher desk;
        desk.line("new robbery @" + to_text(desk.place_at(desk.free_pixel(0))) + " ; robbed at the corner");
        QString const first = first_row(desk);
        REQUIRE(first.startsWith(QStringLiteral("1. ")));
        std::string const call_sign =
            first.section(QLatin1Char(' '), 1, 1).section(QLatin1Char(','), 0, 0).toStdString();
        desk.line(act + call_sign);
        INFO(act << call_sign << " / " << first_row(desk).toStdString());
        CHECK(until([&] {
            QString const now = first_row(desk);
            return now.startsWith(QStringLiteral("1. ")) && !now.contains(QString::fromStdString(call_sign));
        }));
    }
}

TEST_CASE("Enter on a unit that works elsewhere types the line out and says what it would leave")
{
    Dispatcher desk;
    desk.line("new robbery @" + to_text(desk.place_at(desk.free_pixel(3))));
    desk.line("d P03");
    desk.line("new theft @" + to_text(desk.place_at(desk.free_pixel(20))));
    REQUIRE(desk.hub().incident() == find_incident(desk.world(), 1002));
    auto& list = desk.rows_in("incident");
    list.setCurrentIndex(desk.row(list, QStringLiteral("P03")));
    list.setFocus();
    desk.key(Qt::Key_Return);
    CHECK(desk.world().units.find(*find_unit(desk.world(), "P03"))->incident == find_incident(desk.world(), 1001));
    CHECK(desk.command_line().text() == QStringLiteral("d P03 #1002"));
    CHECK(desk.answer().contains(QStringLiteral("P03 leaves #1001")));
    desk.key(Qt::Key_Return);
    CHECK(desk.world().units.find(*find_unit(desk.world(), "P03"))->incident == find_incident(desk.world(), 1002));
}

TEST_CASE("A hazard stands on the card also when its alarm was acknowledged")
{
    Dispatcher desk;
    std::string const place = "@" + to_text(desk.place_at(desk.free_pixel(3)));
    desk.line("hz " + place + " ; dog bites");
    desk.line("new theft " + place);
    desk.line("ack");
    auto const labels = desk.the<QDockWidget>("incident").findChildren<QLabel*>(QStringLiteral("cardHazards"));
    REQUIRE(labels.size() == 1);
    CHECK(labels.front()->isVisible());
    CHECK(labels.front()->text().contains(QStringLiteral("dog bites")));
}

TEST_CASE("New distress brings the list of alarms to the front and leaves the keys where they are")
{
    Dispatcher desk;
    auto& alarms = desk.the<QDockWidget>("alarms");
    desk.the<QDockWidget>("log").raise();
    QTest::qWait(50);
    REQUIRE(alarms.visibleRegion().isEmpty());
    desk.line("sos P03");
    CHECK(until([&] { return !alarms.visibleRegion().isEmpty(); }));
    CHECK(desk.command_line().hasFocus());
}

}  // namespace cresset::app::test
