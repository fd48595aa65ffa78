#include "tests/ui/dispatcher.h"
#include "widgets/offer_line.h"
#include "widgets/row_view.h"
#include "widgets/why_strip.h"

#include <QApplication>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>

// Run cards, reasons, stacks and swaps by keyboard and by mouse.

namespace cresset::app::test {

namespace {

std::string at(Place place)
{
    return "@" + to_text(place);
}

IncidentId call(Dispatcher& desk, std::string const& type, int pixel)
{
    desk.line("new " + type + " " + at(desk.place_at(desk.free_pixel(pixel))));
    REQUIRE(desk.hub().incident());
    return *desk.hub().incident();
}

/// "3. P12, 1:10 later, 2:05": the units that could be sent, best first.
std::vector<std::string> ranked(Dispatcher& desk)
{
    std::vector<std::string> units;
    auto const* model = desk.rows_in("incident").model();
    for (int row = 0; row < model->rowCount(); ++row) {
        QString const said = model->index(row, 0).data(Qt::AccessibleTextRole).toString();
        if (!said.startsWith(QStringLiteral("%1. ").arg(units.size() + 1))) continue;
        units.push_back(said.section(QLatin1Char(' '), 1, 1).section(QLatin1Char(','), 0, 0).toStdString());
    }
    return units;
}

Unit const& unit(Dispatcher& desk, std::string const& sign)
{
    auto const id = find_unit(desk.world(), sign);
    REQUIRE(id);
    return *desk.world().units.find(*id);
}

QString said_of(Dispatcher& desk, char const* dock, std::string const& sign)
{
    auto const* model = desk.rows_in(dock).model();
    for (int row = 0; row < model->rowCount(); ++row) {
        QString const said = model->index(row, 0).data(Qt::AccessibleTextRole).toString();
        if (said.contains(QString::fromStdString(sign + ","))) return said;
    }
    return {};
}

std::size_t dispatches(Dispatcher& desk)
{
    desk.settle();
    std::size_t count = 0;
    for (ActText const& act : acts_of(desk.journal()))
        for (std::string const& event : act)
            if (event.starts_with("incident.dispatched")) ++count;
    return count;
}

Override const& last_override(Dispatcher& desk)
{
    REQUIRE(desk.world().overrides.size() > 0);
    return (desk.world().overrides.end() - 1)->second;
}

/// A row of one list is dropped on a row of another.
void drag(Dispatcher& desk, char const* from_dock, QString const& from, char const* onto_dock, QString const& onto)
{
    auto& source = desk.rows_in(from_dock);
    auto& target = desk.rows_in(onto_dock);
    auto const row = desk.row(source, from);
    REQUIRE(row.flags().testFlag(Qt::ItemIsDragEnabled));
    std::unique_ptr<QMimeData> const data{source.model()->mimeData({row})};
    QPoint const where = target.visualRect(desk.row(target, onto)).center();
    QDragEnterEvent enter{where, Qt::CopyAction, data.get(), Qt::LeftButton, {}};
    QApplication::sendEvent(target.viewport(), &enter);
    CHECK(enter.isAccepted());
    QDropEvent let_go{QPointF(where), Qt::CopyAction, data.get(), Qt::LeftButton, {}};
    QApplication::sendEvent(target.viewport(), &let_go);
}

}  // namespace

TEST_CASE("The run card says what is missing and one chord sends it and one undo takes it back")
{
    Dispatcher desk;
    auto const id = call(desk, "robbery", 0);
    auto& line = desk.the<QLabel>("runCard");
    CHECK(line.text() == QStringLiteral("3 patrol: 3 patrol missing"));
    desk.key(Qt::Key_F5, Qt::ShiftModifier);
    CHECK(dispatches(desk) == 1);
    CHECK(desk.world().incidents.find(id)->assignments.size() == 3);
    CHECK(desk.world().overrides.empty());
    CHECK(until([&] { return line.text() == QStringLiteral("3 patrol: all sent"); }));
    // All are there: the chord sends nobody and says so.
    desk.key(Qt::Key_F5, Qt::ShiftModifier);
    CHECK(desk.refused());
    CHECK(dispatches(desk) == 1);
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    CHECK(desk.world().incidents.find(id)->assignments.empty());
    CHECK(until([&] { return line.text() == QStringLiteral("3 patrol: 3 patrol missing"); }));
}

TEST_CASE("The run card is sent by its button which shows the ways first and by the menu and by the command line")
{
    Dispatcher desk;
    auto const id = call(desk, "robbery", 0);
    auto const sent = [&] { return desk.world().incidents.find(id)->assignments.size(); };
    for (auto* button : desk.window().findChildren<QPushButton*>())
        if (button->text().contains(QStringLiteral("Shift+F5"))) {
            QEvent enter{QEvent::Enter};
            QApplication::sendEvent(button, &enter);
            REQUIRE(desk.hub().preview());
            CHECK(std::get<SendUnits>(*desk.hub().preview()).units.size() == 3);
        }
    desk.click_button(QStringLiteral("Shift+F5"));
    CHECK(sent() == 3);
    CHECK_FALSE(desk.hub().preview());
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    auto& queue = desk.rows_in("incidents");
    desk.choose(desk.menu_at(*queue.viewport(), queue.visualRect(desk.row(queue, QStringLiteral("incident"))).center()),
                QStringLiteral("Send the run card"));
    CHECK(sent() == 3);
    desk.line("u");
    CHECK(sent() == 0);
    desk.command_line().setFocus();
    desk.keys(QStringLiteral("d card"));
    REQUIRE(desk.hub().preview());
    CHECK(std::get<SendUnits>(*desk.hub().preview()).units.size() == 3);
    desk.key(Qt::Key_Return);
    CHECK(sent() == 3);
}

TEST_CASE("Seven units are shown on the map before a second Enter sends them")
{
    Dispatcher desk;
    auto const id = call(desk, "robbery", 0);
    auto const units = ranked(desk);
    REQUIRE(units.size() >= 7);
    std::string typed = "d";
    for (std::size_t i = 0; i < 7; ++i) typed += " " + units[i];
    desk.line(typed);
    CHECK(desk.world().incidents.find(id)->assignments.empty());
    CHECK(desk.answer().contains(QStringLiteral("Enter again")));
    CHECK(desk.command_line().text().toStdString() == typed);
    REQUIRE(desk.hub().preview());
    CHECK(std::get<SendUnits>(*desk.hub().preview()).units.size() == 7);
    // Another line is asked about anew.
    desk.keys(QStringLiteral(" "));
    desk.key(Qt::Key_Return);
    CHECK(desk.world().incidents.find(id)->assignments.empty());
    desk.key(Qt::Key_Return);
    CHECK(desk.world().incidents.find(id)->assignments.size() == 7);
    CHECK(dispatches(desk) == 1);
}

TEST_CASE("Who was not recommended goes at once and the reason is a figure or words or nothing")
{
    Dispatcher desk;
    auto const id = call(desk, "theft", 0);
    std::string const other = ranked(desk).back();
    REQUIRE(ranked(desk).size() > 4);
    desk.line("d " + other);
    CHECK(unit(desk, other).incident == id);
    CHECK(desk.answer().contains(QStringLiteral("why?")));
    CHECK(desk.the<widgets::WhyStrip>().isVisible());
    CHECK_FALSE(last_override(desk).given());

    SECTION("a figure")
    {
        desk.rows_in("units").setFocus();
        desk.keys(QStringLiteral("2"));
        desk.key(Qt::Key_Return);
        CHECK(last_override(desk).reason == "near_in_fact");
        CHECK_FALSE(desk.refused());
    }
    SECTION("words typed anywhere")
    {
        desk.rows_in("units").setFocus();
        desk.keys(QStringLiteral(";knows the owner"));
        desk.key(Qt::Key_Return);
        REQUIRE(last_override(desk).text);
        CHECK(desk.hub().session().text(last_override(desk).text->id) == "knows the owner");
    }
    SECTION("Enter alone gives none")
    {
        auto const before = desk.rows();
        desk.command_line().setFocus();
        desk.key(Qt::Key_Return);
        CHECK(desk.rows() == before);
        CHECK(desk.answer() == QStringLiteral("no reason given"));
        CHECK_FALSE(last_override(desk).given());
    }
    SECTION("the list of the card")
    {
        auto* button = desk.the<widgets::WhyStrip>().findChild<QPushButton*>();
        REQUIRE(button != nullptr);
        desk.click(*button, button->rect().center());
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        REQUIRE(menu != nullptr);
        desk.choose(*menu, QStringLiteral("by order"));
        CHECK(last_override(desk).reason == "ordered");
    }
    SECTION("another command goes before it and the reason can be said after it")
    {
        desk.line("note dark jacket");
        CHECK(desk.world().notes.size() == 1);
        desk.line("why 3");
        CHECK(last_override(desk).reason == "skill");
    }
    CHECK_FALSE(desk.the<widgets::WhyStrip>().isVisible());
    CHECK(last_override(desk).units == std::vector<UnitId>{*find_unit(desk.world(), other)});
}

TEST_CASE("A reason typed with the dispatch asks nothing and the best unit asks nothing")
{
    Dispatcher desk;
    call(desk, "theft", 0);
    auto const units = ranked(desk);
    desk.line("d " + units.back() + " ; 6");
    CHECK(last_override(desk).reason == "no_answer");
    CHECK_FALSE(desk.the<widgets::WhyStrip>().isVisible());
    call(desk, "theft", 5);
    desk.key(Qt::Key_F5);
    CHECK(desk.world().overrides.size() == 1);
    CHECK_FALSE(desk.the<widgets::WhyStrip>().isVisible());
}

TEST_CASE("Who is passed over stands below with the reason and what would change it")
{
    Dispatcher desk;
    call(desk, "theft", 0);
    std::string const best = ranked(desk).front();
    desk.line("r " + best);
    CHECK(until([&] { return said_of(desk, "incident", best).contains(QStringLiteral("first if available")); }));
    QString const said = said_of(desk, "incident", best);
    INFO(said.toStdString());
    CHECK(said.contains(QStringLiteral("break since ")));
    CHECK(said.contains(QStringLiteral("would be ")));
    // In Chinese nothing of it stays English.
    Q_EMIT desk.window().languageWanted(true);
    QString const chinese = said_of(desk, "incident", best);
    INFO(chinese.toStdString());
    CHECK(chinese.contains(QStringLiteral("休整")));
    CHECK(chinese.contains(QStringLiteral("待命则第一")));
    CHECK_FALSE(chinese.contains(QStringLiteral("since")));
}

TEST_CASE("What waits for a unit is seen on board and card and offered and sent by one key")
{
    Dispatcher desk;
    auto const first = call(desk, "theft", 0);
    std::string const busy = ranked(desk).front();
    desk.key(Qt::Key_F5);
    auto const second = call(desk, "dispute", 6);
    std::string const number = number_text(desk.world(), second);
    desk.line("stack " + busy);
    REQUIRE(unit(desk, busy).stack == std::vector<IncidentId>{second});
    CHECK(said_of(desk, "units", "unit " + busy).contains(QString::fromStdString("then " + number)));
    desk.line("stack " + busy);
    CHECK(desk.refused());
    // Nothing happens by itself.
    desk.line("c " + number_text(desk.world(), first) + " handled");
    CHECK_FALSE(unit(desk, busy).incident);
    CHECK(until([&] { return desk.answer().contains(QString::fromStdString("next is " + number)); }));
    CHECK(until([&] { return desk.the<widgets::OfferLine>("nextOffer").isVisible(); }));
    desk.key(Qt::Key_F11);
    CHECK(unit(desk, busy).incident == second);
    CHECK(unit(desk, busy).stack.empty());
    CHECK(desk.world().overrides.empty());
    CHECK(until([&] { return !desk.the<widgets::OfferLine>("nextOffer").isVisible(); }));
    desk.key(Qt::Key_F11);
    CHECK(desk.refused());
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    CHECK(unit(desk, busy).stack == std::vector<IncidentId>{second});
}

TEST_CASE("A busy unit dropped on an incident is asked about and its menu takes what waits off again")
{
    Dispatcher desk;
    call(desk, "theft", 0);
    std::string const busy = ranked(desk).front();
    desk.key(Qt::Key_F5);
    auto const second = call(desk, "dispute", 6);
    QString const row = QStringLiteral("dispute"), unit_row = QString::fromStdString("unit " + busy + ",");
    drag(desk, "units", unit_row, "incidents", row);
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    REQUIRE(menu != nullptr);
    CHECK(unit(desk, busy).incident != second);
    desk.choose(*menu, QStringLiteral("waits for"));
    CHECK(unit(desk, busy).stack == std::vector<IncidentId>{second});
    auto& board = desk.rows_in("units");
    auto const where = [&] {
        return board.visualRect(desk.row(board, QString::fromStdString("unit " + busy + ","))).center();
    };
    desk.choose(desk.menu_at(*board.viewport(), where()), QStringLiteral("no longer"));
    CHECK(unit(desk, busy).stack.empty());
    // The other way round: the incident onto the unit.
    drag(desk, "incidents", row, "units", unit_row);
    menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    REQUIRE(menu != nullptr);
    desk.choose(*menu, QStringLiteral("now"));
    CHECK(unit(desk, busy).incident == second);
    CHECK(unit(desk, busy).stack.empty());
}

TEST_CASE("A nearer unit that becomes free is said on the card and one key swaps and one undo gives back")
{
    Dispatcher desk;
    auto const id = call(desk, "theft", 0);
    std::string const best = ranked(desk).front();
    std::string const late = call_sign(desk.world(), desk.hub().desk().recommend(id, 1000).ranked.back().unit);
    desk.line("b " + best);
    desk.line("d " + late + " ; 1");
    auto& offer = desk.the<widgets::OfferLine>("nearerOffer");
    auto& watch = *desk.console().room().nearer();
    watch.look();
    desk.key(Qt::Key_F12);
    CHECK(desk.refused());
    CHECK_FALSE(offer.isVisible());
    desk.line("av " + best);
    REQUIRE(watch.look());
    desk.window().refreshAll();
    CHECK(offer.isVisible());
    CHECK(unit(desk, late).incident == id);
    CHECK_FALSE(unit(desk, best).incident);
    desk.key(Qt::Key_F12);
    CHECK(unit(desk, best).incident == id);
    CHECK_FALSE(unit(desk, late).incident);
    CHECK(until([&] { return !offer.isVisible(); }));
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    CHECK(unit(desk, late).incident == id);
    CHECK_FALSE(unit(desk, best).incident);
}

TEST_CASE("The same is done in Chinese by pinyin initials alone")
{
    Dispatcher::Options options;
    options.language = QStringLiteral("zh_CN");
    Dispatcher desk{options};
    auto const id = call(desk, "robbery", 0);
    CHECK(desk.the<QLabel>("runCard").text() == QStringLiteral("巡逻 3：缺 巡逻 3"));
    desk.line("pj ya");
    CHECK(desk.world().incidents.find(id)->assignments.size() == 3);
    std::string const busy = call_sign(desk.world(), desk.world().incidents.find(id)->assignments.front().unit);
    auto const second = call(desk, "dispute", 6);
    desk.line("pd " + busy);
    CHECK(unit(desk, busy).stack == std::vector<IncidentId>{second});
    desk.line("ch " + busy);
    CHECK(until([&] { return desk.answer().contains(QStringLiteral("下一警情")); }));
    desk.line("jx");
    CHECK(unit(desk, busy).incident == second);
    desk.line("? pd");
    CHECK(desk.the<QDockWidget>("help").isVisible());
}

}  // namespace cresset::app::test
