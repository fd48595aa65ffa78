#include "tests/ui/dispatcher.h"
#include "widgets/row_view.h"

#include <QApplication>
#include <QDropEvent>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QRegularExpression>

// The same work by command line alone, by keys alone and by mouse alone: the three journals say the same.

namespace cresset::app::test {

namespace {

/// What is typed, read and clicked at a desk of one language. Keys choose a word in a list by its first letters.
struct Language {
    QString code;
    char const *call, *send, *en_route, *on_scene, *fix, *note, *close, *undo, *redo;  // verbs
    QString robbery, arrest, said, noted, first_by_road, later, unit, incident, take_a_call, is_here;
    QString save, send_button, on_the_way, there, note_button, act_menu, undo_entry, redo_entry;
};

Language const english{
    .code = QStringLiteral("en"),
    .call = "new",
    .send = "d",
    .en_route = "e",
    .on_scene = "s",
    .fix = "fix",
    .note = "note",
    .close = "c",
    .undo = "u",
    .redo = "redo",
    .robbery = QStringLiteral("robbery"),
    .arrest = QStringLiteral("arrest"),
    .said = QStringLiteral("robbed at the corner"),
    .noted = QStringLiteral("one man, dark jacket"),
    .first_by_road = QStringLiteral("first by road"),
    .later = QStringLiteral("later"),
    .unit = QStringLiteral("unit "),
    .incident = QStringLiteral("incident"),
    .take_a_call = QStringLiteral("Take a call here"),
    .is_here = QStringLiteral("is here"),
    .save = QStringLiteral("Save"),
    .send_button = QStringLiteral("Send"),
    .on_the_way = QStringLiteral("en route"),
    .there = QStringLiteral("on scene"),
    .note_button = QStringLiteral("Note"),
    .act_menu = QStringLiteral("Act"),
    .undo_entry = QStringLiteral("Undo"),
    .redo_entry = QStringLiteral("Redo"),
};

Language const chinese{
    .code = QStringLiteral("zh_CN"),
    .call = "新警",
    .send = "派警",
    .en_route = "途中",
    .on_scene = "到场",
    .fix = "位置修正",
    .note = "备注",
    .close = "结案",
    .undo = "撤销",
    .redo = "重做",
    .robbery = QStringLiteral("抢劫"),
    .arrest = QStringLiteral("抓获带离"),
    .said = QStringLiteral("路口有人被抢"),
    .noted = QStringLiteral("一名男子，深色外套"),
    .first_by_road = QStringLiteral("按道路最先到场"),
    .later = QStringLiteral("晚到"),
    .unit = QStringLiteral("警力 "),
    .incident = QStringLiteral("警情"),
    .take_a_call = QStringLiteral("在此处接警"),
    .is_here = QStringLiteral("位置改到此处"),
    .save = QStringLiteral("保存"),
    .send_button = QStringLiteral("派警"),
    .on_the_way = QStringLiteral("途中"),
    .there = QStringLiteral("到场"),
    .note_button = QStringLiteral("备注"),
    .act_menu = QStringLiteral("操作"),
    .undo_entry = QStringLiteral("撤销"),
    .redo_entry = QStringLiteral("重做"),
};

/// What all three do: where the call comes from, where it really is, and who is sent.
struct Work {
    Language const& words;
    Place reported, real;
    std::string best, second;
};

Dispatcher::Options speaking(Language const& words)
{
    Dispatcher::Options options;
    options.language = words.code;
    return options;
}

std::string line_of(std::string const& verb, QString const& rest)
{
    return verb + " " + rest.toStdString();
}

std::string at(Place place)
{
    return "@" + to_text(place);
}

/// What the ranked list says of its n-th row.
QString ranked(Dispatcher& desk, int n)
{
    auto& view = desk.rows_in("incident");
    REQUIRE(view.model()->rowCount() > n);
    return view.model()->index(n, 0).data(Qt::AccessibleTextRole).toString();
}

/// The call sign in a row of the ranked list.
std::string called_in(QString const& row)
{
    auto const found = QRegularExpression{QStringLiteral("^\\d+\\. ?([A-Z]+\\d+)")}.match(row);
    REQUIRE(found.hasMatch());
    return found.captured(1).toStdString();
}

std::vector<ActText> by_command_line(Dispatcher& desk, Work& work)
{
    work.reported = desk.place_at(desk.free_pixel(0));
    work.real = desk.place_at(desk.free_pixel(7));
    auto const& words = work.words;
    desk.line(line_of(words.call, words.robbery) + " " + at(work.reported) + " ; " + words.said.toStdString());
    QString const first = ranked(desk, 0), second = ranked(desk, 1);
    // "1. P12, first by road, 0:43": who, why, when.
    CHECK(first.contains(words.first_by_road));
    CHECK(second.contains(words.later));
    work.best = called_in(first);
    work.second = called_in(second);
    desk.line(words.send + (" " + work.best));
    desk.line(words.send + (" " + work.second));
    desk.line(words.en_route + (" " + work.best));
    desk.line(words.on_scene + (" " + work.best));
    desk.line(words.fix + (" " + at(work.real)));
    desk.line(line_of(words.note, words.noted));
    desk.line(line_of(words.close, words.arrest));
    desk.line(words.undo);
    desk.line(words.redo);
    desk.leave();
    return acts_of(desk.journal());
}

std::vector<ActText> by_keys(Dispatcher& desk, Work const& work)
{
    desk.key(Qt::Key_F2);
    desk.keys(QString::fromStdString(at(work.reported)));
    desk.key(Qt::Key_Tab);
    desk.keys(work.words.robbery);  // chooses in the list of types
    desk.key(Qt::Key_Tab);          // priority
    desk.key(Qt::Key_Tab);          // caller
    desk.key(Qt::Key_Tab);
    desk.keys(work.words.said);
    desk.key(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(desk.hub().incident());
    desk.key(Qt::Key_F5);
    // The keyboard is in the list of units: the one at work stands first, those ranked below.
    desk.key(Qt::Key_Home);
    desk.key(Qt::Key_Down);
    desk.key(Qt::Key_Return);
    desk.key(Qt::Key_Home);
    REQUIRE(desk.hub().unit());
    CHECK(call_sign(desk.world(), *desk.hub().unit()) == work.best);
    desk.key(Qt::Key_F6);
    desk.key(Qt::Key_F6);
    desk.key(Qt::Key_F9);
    desk.keys(QString::fromStdString(at(work.real)));
    desk.key(Qt::Key_Return);
    desk.key(Qt::Key_F7);
    desk.keys(work.words.noted);
    desk.key(Qt::Key_Return);
    desk.key(Qt::Key_F8);
    desk.keys(work.words.arrest);
    desk.key(Qt::Key_Return);
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    desk.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    desk.leave();
    return acts_of(desk.journal());
}

/// The symbol of a unit or an incident on the map is brought into the picture; its pixel.
QPoint pixel_of(Dispatcher& desk, Place place)
{
    auto const& view = desk.window().map().canvas().view();
    return (view.toScreen(place) / desk.window().map().canvas().devicePixelRatioF()).toPoint();
}

/// What is dragged comes over the widget and is let go there.
void drop(QWidget& onto, QPoint at, QMimeData const& data)
{
    QDragEnterEvent enter{at, Qt::CopyAction, &data, Qt::LeftButton, {}};
    QApplication::sendEvent(&onto, &enter);
    CHECK(enter.isAccepted());
    QDropEvent let_go{QPointF(at), Qt::CopyAction, &data, Qt::LeftButton, {}};
    QApplication::sendEvent(&onto, &let_go);
}

/// What the board says of a unit begins so.
QString row_of(Work const& work, std::string const& unit)
{
    return work.words.unit + QString::fromStdString(unit);
}

void drag_row(Dispatcher& desk, QString const& unit, widgets::RowView& onto, QString const& row)
{
    auto& board = desk.rows_in("units");
    auto const from = desk.row(board, unit);
    REQUIRE(from.flags().testFlag(Qt::ItemIsDragEnabled));
    std::unique_ptr<QMimeData> const data{board.model()->mimeData({from})};
    QPoint const where = onto.visualRect(desk.row(onto, row)).center();
    drop(*onto.viewport(), where, *data);
    desk.settle();
}

/// Right click on the row of a unit or an incident.
QMenu& menu_of(Dispatcher& desk, widgets::RowView& view, QString const& text)
{
    QPoint const where = view.visualRect(desk.row(view, text)).center();
    return desk.menu_at(*view.viewport(), where);
}

std::vector<ActText> by_mouse(Dispatcher& desk, Work const& work)
{
    auto& canvas = desk.window().map().canvas();
    QString const best = row_of(work, work.best);
    desk.choose(desk.menu_at(canvas, desk.free_pixel(0)), work.words.take_a_call);
    auto* said = desk.the<QDockWidget>("intake").findChild<QPlainTextEdit*>();
    REQUIRE(said != nullptr);
    desk.click(*said->viewport(), {5, 5});
    desk.keys(work.words.said);  // the word says what it is
    desk.click_button(work.words.save);
    REQUIRE(desk.hub().incident());
    desk.click_button(work.words.send_button);
    drag_row(desk, row_of(work, work.second), desk.rows_in("incidents"), work.words.incident);
    desk.choose(menu_of(desk, desk.rows_in("units"), best), work.words.on_the_way);
    desk.choose(menu_of(desk, desk.rows_in("units"), best), work.words.there);
    desk.choose(desk.menu_at(canvas, pixel_of(desk, work.real)), work.words.is_here);
    desk.click_button(work.words.note_button);
    desk.keys(work.words.noted);
    desk.key(Qt::Key_Return);
    auto& menu = menu_of(desk, desk.rows_in("incidents"), work.words.incident);
    auto* endings = menu.actions().last()->menu();
    REQUIRE(endings != nullptr);
    desk.choose(menu, endings->title());
    REQUIRE(until([&] { return endings->isVisible(); }));
    desk.choose(*endings, work.words.arrest);
    desk.choose_in_bar(work.words.act_menu, work.words.undo_entry);
    desk.choose_in_bar(work.words.act_menu, work.words.redo_entry);
    desk.leave();
    return acts_of(desk.journal());
}

void check_same(std::vector<ActText> const& one, std::vector<ActText> const& other)
{
    for (std::size_t i = 0; i < std::min(one.size(), other.size()); ++i) {
        INFO("act " << i);
        CHECK(one[i] == other[i]);
    }
    CHECK(one.size() == other.size());
}

}  // namespace

TEST_CASE("A call is worked the same by command line and by keys and by mouse in both languages")
{
    for (Language const* words : {&english, &chinese}) {
        INFO("in " << words->code.toStdString());
        Work work{.words = *words, .reported = {}, .real = {}, .best = {}, .second = {}};
        Dispatcher first{speaking(*words)};
        auto const typed = by_command_line(first, work);
        // Call, recommendation, two dispatches, two states, place, note, close, undo, redo.
        CHECK(typed.size() == 11);
        Dispatcher second{speaking(*words)};
        check_same(typed, by_keys(second, work));
        Dispatcher third{speaking(*words)};
        check_same(typed, by_mouse(third, work));
    }
}

TEST_CASE("A unit is sent by pulling its symbol onto the incident or its row onto the map")
{
    Dispatcher desk;
    auto& canvas = desk.window().map().canvas();
    desk.line("new dispute " + at(desk.place_at(desk.free_pixel(3))));
    auto const incident = *desk.hub().incident();
    QPoint const target = pixel_of(desk, desk.world().incidents.find(incident)->place);
    // A unit that stands alone in the picture.
    std::optional<UnitId> alone;
    QPoint from;
    for (auto const& [id, unit] : desk.world().units) {
        auto const* fix = desk.world().fix(id);
        if (fix == nullptr || unit.status != Status::available) continue;
        from = pixel_of(desk, fix->place);
        if (!canvas.rect().adjusted(20, 20, -20, -20).contains(from)) continue;
        auto const hits = canvas.marksAt(QPointF(from));
        if (hits.empty() || hits.front().key.kind != widgets::MarkKind::unit) continue;
        alone = UnitId::unpacked(hits.front().key.id);
        break;
    }
    REQUIRE(alone);
    QTest::mousePress(&canvas, Qt::LeftButton, {}, from);
    QTest::mouseMove(&canvas, (from + target) / 2);
    QTest::mouseMove(&canvas, target);
    QTest::mouseRelease(&canvas, Qt::LeftButton, {}, target);
    desk.settle();
    CHECK(desk.world().units.find(*alone)->incident == incident);

    SECTION("a row of the board dropped beside every incident sends nobody and says why")
    {
        auto& board = desk.rows_in("units");
        std::unique_ptr<QMimeData> const data{board.model()->mimeData({board.model()->index(0, 0)})};
        auto const before = desk.rows();
        drop(canvas, desk.free_pixel(11), *data);
        CHECK(desk.rows() == before);
        CHECK(desk.refused());
    }
    SECTION("a row of the board dropped on the incident sends the unit")
    {
        auto& board = desk.rows_in("units");
        auto const row = board.model()->index(0, 0);
        std::unique_ptr<QMimeData> const data{board.model()->mimeData({row})};
        auto const unit = *widgets::draggedUnit(*data);
        drop(canvas, target, *data);
        desk.settle();
        CHECK(desk.world().units.find(unit)->incident == incident);
    }
}

TEST_CASE("Letters begin a command wherever the keyboard is, and chords act in text fields too")
{
    Dispatcher desk;
    desk.rows_in("units").setFocus();
    desk.keys(QStringLiteral("new"));
    CHECK(desk.command_line().text() == QStringLiteral("new"));
    CHECK(desk.command_line().hasFocus());
    desk.line("new dispute " + at(desk.place_at(desk.free_pixel(0))));
    REQUIRE(desk.world().incidents.size() == 1);
    CHECK(desk.command_line().text().isEmpty());
    // The keyboard is still in the command line: what is taken back is the act, not the typing.
    auto const before = desk.rows();
    desk.keys(QStringLiteral("x"));
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    CHECK(desk.rows() == before);
    CHECK(desk.command_line().text().isEmpty());
    desk.line("note first");
    auto const noted = desk.rows();
    desk.key(Qt::Key_Up);
    CHECK(desk.command_line().text() == QStringLiteral("note first"));
    desk.key(Qt::Key_Escape);
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    CHECK(desk.rows() > noted);
}

}  // namespace cresset::app::test
