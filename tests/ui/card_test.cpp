#include "tests/ui/dispatcher.h"
#include "widgets/incident_card.h"
#include "widgets/stamp_table.h"

#include <QScrollBar>

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

TEST_CASE("Who was sent stands first in the list and is seen")
{
    Dispatcher desk;
    desk.line("new robbery @" + to_text(desk.place_at(desk.free_pixel(3))));
    auto& list = desk.rows_in("incident");
    REQUIRE(list.model()->rowCount() > 4);
    QString const best = first_row(desk).section(QLatin1Char(' '), 1, 1).section(QLatin1Char(','), 0, 0);
    desk.line("d " + best.toStdString());
    REQUIRE(
        until([&] { return first_row(desk).contains(best) && !first_row(desk).startsWith(QStringLiteral("1. ")); }));
    CHECK(list.verticalScrollBar()->value() == 0);
}

TEST_CASE("A list at its top shows who is first now also when the first of before has gone to its end")
{
    Dispatcher desk;
    desk.line("new robbery @" + to_text(desk.place_at(desk.free_pixel(3))));
    auto& list = desk.rows_in("incident");
    desk.window().resize(1600, 620);
    REQUIRE(until([&] { return list.verticalScrollBar()->maximum() > 40; }));
    list.verticalScrollBar()->setValue(0);
    QString const best = first_row(desk).section(QLatin1Char(' '), 1, 1).section(QLatin1Char(','), 0, 0);
    desk.line("sos " + best.toStdString());
    REQUIRE(until([&] { return !first_row(desk).contains(best); }));
    CHECK(list.verticalScrollBar()->value() == 0);
}

TEST_CASE("One more than an incident needs is sent by a second press only")
{
    Dispatcher desk;
    desk.line("new theft @" + to_text(desk.place_at(desk.free_pixel(3))));
    auto const sent = [&] { return desk.world().incidents.find(*desk.hub().incident())->assignments.size(); };
    desk.line("d card");
    auto const needed = sent();
    REQUIRE(needed > 0);
    desk.key(Qt::Key_F5);
    CHECK(desk.refused());
    CHECK(desk.answer().contains(QStringLiteral("#1001")));
    CHECK(sent() == needed);
    desk.line("new theft @" + to_text(desk.place_at(desk.free_pixel(40))));
    desk.hub().selectIncident(find_incident(desk.world(), 1001));  // what was asked of it is forgotten meanwhile
    desk.key(Qt::Key_F5);
    CHECK(sent() == needed);
    desk.key(Qt::Key_F5);
    CHECK(sent() == needed + 1);
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

TEST_CASE(
    "The list of who can be sent stays under the eye when it is computed anew and begins anew with another incident")
{
    Dispatcher desk;
    desk.line("new robbery @" + to_text(desk.place_at(desk.free_pixel(0))));
    auto& list = desk.rows_in("incident");
    desk.window().resize(1600, 620);
    REQUIRE(until([&] { return list.verticalScrollBar()->maximum() > 40; }));
    list.verticalScrollBar()->setValue(37);
    auto const sign_at = [&](QPoint point) {
        QString const said = list.indexAt(point).data(Qt::AccessibleTextRole).toString();  // "3. P07, ..."
        return said.section(QLatin1Char(','), 0, 0).section(QLatin1Char(' '), -1);
    };
    QString const seen = sign_at({20, 4});
    int const top = list.visualRect(list.indexAt({20, 4})).top();
    list.setCurrentIndex({});
    desk.line("sos P03");  // whoever it is, all is computed anew
    QString const first = list.model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    desk.line("r " + first.section(QLatin1Char(','), 0, 0).section(QLatin1Char(' '), -1).toStdString());
    REQUIRE(until([&] { return list.model()->index(0, 0).data(Qt::AccessibleTextRole).toString() != first; }));
    CHECK(sign_at({20, std::max(top, 0) + 4}) == seen);
    CHECK(list.visualRect(list.indexAt({20, std::max(top, 0) + 4})).top() == top);
    desk.line("new theft @" + to_text(desk.place_at(desk.free_pixel(20))));
    CHECK(list.verticalScrollBar()->value() == 0);
}

TEST_CASE("The card tells the times of each unit and a screen reader hears no sign that cannot be heard")
{
    Dispatcher desk;
    desk.line("new robbery @" + to_text(desk.place_at(desk.free_pixel(0))));
    desk.line("d P03");
    desk.line("d P05");
    desk.line("s P03");
    QString const told = desk.the<widgets::StampTable>().accessibleName();
    INFO(told.toStdString());
    for (QChar const letter : told) CHECK(letter.isPrint());
    QString const clock = desk.hub().clock(desk.hub().now());
    CHECK(told.contains(QStringLiteral("on scene %1 P03").arg(clock)));
    CHECK_FALSE(told.section(QStringLiteral("on scene"), 1).contains(QStringLiteral("P05")));
}

TEST_CASE("The queue names under each state the units that are in it")
{
    Dispatcher desk;
    desk.line("new robbery @" + to_text(desk.place_at(desk.free_pixel(0))));
    for (char const* line : {"d P03", "d P05", "d P07", "s P03", "e P05"}) desk.line(line);
    auto& queue = desk.rows_in("incidents");
    QString const said = queue.model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    CHECK(said.endsWith(QStringLiteral("on scene P03 · en route P05 · dispatched P07")));
}

TEST_CASE("The question why is gone when the dispatch is taken back or Escape leaves it")
{
    Dispatcher desk;
    desk.line("new robbery @" + to_text(desk.place_at(desk.free_pixel(0))));
    auto& list = desk.rows_in("incident");
    auto const last = [&] {
        std::string sign;
        for (int row = 0; row < list.model()->rowCount(); ++row) {
            QString const said = list.model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
            if (said.startsWith(QStringLiteral("8. ")))
                sign = said.section(QLatin1Char(' '), 1, 1).section(QLatin1Char(','), 0, 0).toStdString();
        }
        return sign;
    };
    REQUIRE_FALSE(last().empty());
    desk.line("d " + last());
    REQUIRE(desk.hub().askedWhy());
    SECTION("taken back")
    {
        desk.line("u");
        CHECK_FALSE(desk.hub().askedWhy());
        CHECK_FALSE(desk.the<QWidget>("whyStrip").isVisible());
    }
    SECTION("another act is taken back")
    {
        desk.line("r P12");
        desk.line("u");
        CHECK(desk.hub().askedWhy());
    }
    SECTION("Escape in the list")
    {
        list.setFocus();
        desk.key(Qt::Key_Escape);
        CHECK_FALSE(desk.hub().askedWhy());
    }
    SECTION("Escape in the command line")
    {
        desk.command_line().setFocus();
        desk.keys(QStringLiteral("d"));
        for (int i = 0; i < 2; ++i) desk.key(Qt::Key_Escape);  // the words, then the line
        CHECK(desk.hub().askedWhy());
        desk.key(Qt::Key_Escape);
        CHECK_FALSE(desk.hub().askedWhy());
    }
}

TEST_CASE("The times of an incident stand below each other with how long after the first each of them was")
{
    Dispatcher desk;
    desk.line("new robbery @" + to_text(desk.place_at(desk.free_pixel(0))));
    desk.console().room().exercise()->run_until(desk.hub().now() + Duration{42'000});
    desk.line("d P03");
    std::map<QString, QLabel*> labels;
    for (auto* label : desk.the<widgets::StampTable>().findChildren<QLabel*>())
        if (label->isVisible()) labels[label->text()] = label;
    for (auto const& [text, label] : labels) INFO(text.toStdString());
    REQUIRE(labels.contains(QStringLiteral("answered")));
    REQUIRE(labels.contains(QStringLiteral("sent")));
    REQUIRE(labels.contains(QStringLiteral("+0:42")));
    REQUIRE(labels.contains(QStringLiteral("P03")));
    QLabel const* sent = labels[QStringLiteral("sent")];
    QLabel const* time = labels[desk.hub().clock(desk.hub().now())];
    REQUIRE(time != nullptr);
    CHECK(sent->x() == labels[QStringLiteral("answered")]->x());
    CHECK(time->y() == sent->y());
    CHECK(labels[QStringLiteral("+0:42")]->y() == sent->y());
    CHECK(time->x() > sent->geometry().right());
    CHECK(time->width() >= time->sizeHint().width());
}

}  // namespace cresset::app::test
