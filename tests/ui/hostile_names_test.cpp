#include "core/base/dice.h"
#include "tests/ui/views.h"
#include "widgets/row_view.h"

#include <QLabel>
#include <QTextDocument>
#include <fmt/format.h>

// Names come from outside: from feeds, callers, map data. Whatever they are, they are shown as plain text, take no room
// that is not theirs, and never become a command, a picture or a link.

namespace cresset::app::test {

namespace {

/// Two hundred names, of pieces that break programs.
std::vector<std::string> hostile_names()
{
    std::vector<std::string> const pieces{"<b>bold</b>",
                                          "<img src='file:///etc/passwd'>",
                                          "<a href=\"http://127.0.0.1/\">link</a>",
                                          "</td></table>",
                                          "&lt;",
                                          "&amp;",
                                          "& &&",
                                          "%1 %2 %n",
                                          "{0} {1}",
                                          "$1 $*",
                                          "'); DROP TABLE entries;--",
                                          "\"quoted\"",
                                          "back\\slash",
                                          "line\nbreak",
                                          "tab\there",
                                          "\r\n",
                                          "\xE2\x80\xAE"
                                          "desrever",
                                          "\xE2\x80\x8B",
                                          "\xCC\x81\xCC\x81\xCC\x81",
                                          "\xF0\x9F\x9A\x93\xF0\x9F\x94\xA5",
                                          "\xD8\xB4\xD8\xB1\xD8\xB7\xD8\xA9",
                                          "\xE4\xB8\xAD\xE5\xB1\xB1\xE8\xB7\xAF",
                                          std::string(400, 'W'),
                                          std::string(3, ' '),
                                          "; close 1001 handled",
                                          "&& undo",
                                          "--option",
                                          "../../etc",
                                          "NULL",
                                          "\x01\x02",
                                          "<style>*{color:red}</style>",
                                          "<script>1</script>"};
    Dice dice{7};
    std::vector<std::string> names;
    for (std::size_t i = 0; i < 200; ++i) {
        std::string name = fmt::format("N{} {} ", i, pieces[i % pieces.size()]);
        for (auto more = dice.below(3); more > 0; --more) name += pieces[dice.below(pieces.size())] + " ";
        names.push_back(name);
    }
    return names;
}

/// Units, calls, hazards and cameras with these names, as a feed would bring them.
void bring(Dispatcher& desk, std::vector<std::string> const& names)
{
    auto& session = desk.hub().session();
    Place const centre = desk.place_at(desk.free_pixel(3));
    for (std::size_t i = 0; i < names.size(); ++i) {
        Act act = session.new_act(SeatId{77}, PersonId{});
        act.source = "feed:" + names[i];
        Place const place =
            moved(centre, static_cast<std::int64_t>(i % 20) * 40'000, static_cast<std::int64_t>(i) * 3'000);
        UnitListed unit;
        unit.id = session.next_id<UnitId>(act);
        unit.row.call_sign = names[i];
        unit.row.kind = names[(i + 1) % names.size()];
        unit.row.status_since = session.now();
        act.events.emplace_back(unit);
        if (i % 5 == 0) {
            IncidentReported call;
            call.incident = session.next_id<IncidentId>(act);
            call.number = desk.world().next_incident_number;
            call.type = "theft";
            call.priority = 1 + static_cast<int>(i / 5 % 4);
            call.place = place;
            call.address = {names[i], names[i]};
            call.narrative = session.add_text(act, names[i]);
            call.caller = session.add_text(act, names[i]);
            act.events.emplace_back(call);
        }
        if (i % 10 == 0) {
            HazardNoted hazard;
            hazard.id = session.next_id<HazardId>(act);
            hazard.row.place = place;
            hazard.row.text = session.add_text(act, names[i]);
            act.events.emplace_back(hazard);
        }
        CameraListed camera;
        camera.id = session.next_id<CameraId>(act);
        camera.row.name = {names[i], names[i]};
        camera.row.place = place;
        act.events.emplace_back(camera);
        auto const ticket = session.submit(act);
        INFO(names[i] << (ticket.refusal ? explain(*ticket.refusal) : ""));
        REQUIRE(ticket);
    }
    desk.window().refreshAll();
    QTest::qWait(100);
}

bool has_markup(QString const& text)
{
    for (char const* tag : {"<b>", "<img", "<a href", "<script", "<style", "</td>"})
        if (text.contains(QString::fromLatin1(tag))) return true;
    return false;
}

/// What would be read as markup.
QStringList rich(QWidget& window)
{
    QStringList found;
    for (auto const* label : window.findChildren<QLabel*>()) {
        bool const may_be = label->textFormat() == Qt::RichText ||
                            (label->textFormat() == Qt::AutoText && Qt::mightBeRichText(label->text()));
        if (may_be && has_markup(label->text())) found << QStringLiteral("label: ") + label->text();
    }
    for (auto const* widget : window.findChildren<QWidget*>())
        if (Qt::mightBeRichText(widget->toolTip()) && has_markup(widget->toolTip()))
            found << QStringLiteral("tooltip: ") + widget->toolTip();
    for (auto const* view : window.findChildren<widgets::RowView*>())
        for (int row = 0; row < view->model()->rowCount(); ++row) {
            QString const tip = view->model()->index(row, 0).data(Qt::ToolTipRole).toString();
            if (Qt::mightBeRichText(tip) && has_markup(tip)) found << QStringLiteral("row: ") + tip;
        }
    return found;
}

}  // namespace

TEST_CASE("Two hundred hostile names are plain text in every panel and change neither the window nor the shift")
{
    auto const names = hostile_names();
    REQUIRE(names.size() == 200);
    Dispatcher desk;
    desk.window().resize(1366, 768);
    bring(desk, names);
    auto const units = desk.world().units.size();
    CHECK(rich(desk.window()).isEmpty());
    for (auto const& [id, incident] : desk.world().incidents) {
        desk.hub().selectIncident(id);
        QTest::qWait(1);
        QStringList const found = rich(desk.window());
        INFO(found.join(QStringLiteral("\n")).toStdString());
        REQUIRE(found.isEmpty());
        REQUIRE(desk.window().minimumSizeHint().width() <= 1366);
    }
    CHECK(desk.window().width() == 1366);
    for (auto const& [id, unit] : desk.world().units) desk.hub().selectUnit(id);
    CHECK(desk.world().units.size() == units);
    CHECK_FALSE(desk.window().grab().isNull());
}

TEST_CASE("A hostile name in a menu keeps its signs and picks nothing out by a letter")
{
    Dispatcher desk;
    bring(desk, {"A&B <b>x</b>", "C&&D"});
    auto& board = desk.rows_in("units");
    auto const row = desk.row(board, QStringLiteral("unit A&B"));
    board.scrollTo(row);
    desk.hub().selectIncident(find_incident(desk.world(), 1001));
    auto& menu = desk.menu_at(*board.viewport(), board.visualRect(row).center());
    for (auto const* action : menu.actions()) {
        QString text = action->text();
        text.remove(QStringLiteral("&&"));
        INFO(action->text().toStdString());
        CHECK_FALSE(text.contains(QLatin1Char('&')));
    }
    menu.close();
    desk.line("find A&B");
    desk.line("note 1001 <img src=x> & %1");
    CHECK(rich(desk.window()).isEmpty());
}

}  // namespace cresset::app::test
