#include "tests/ui/views.h"

#include "app/window/cordon_tool.h"
#include "app/window/reach_tool.h"
#include "core/session/exercise_run.h"
#include "widgets/fence_panel.h"
#include "widgets/layer_panel.h"

#include <QAbstractButton>
#include <QLabel>
#include <QTreeWidget>
#include <fstream>
#include <unistd.h>

namespace cresset::app::test {

namespace {

constexpr int longest_drawing_ms = 60'000;  // a picture of 3840x2160 on a busy machine

/// The unit of the n-th row of those that could be sent: "3. P12, first by road, ...".
std::string rankedUnit(Dispatcher& desk, int n)
{
    auto const* model = desk.rows_in("incident").model();
    for (int row = 0; row < model->rowCount(); ++row) {
        QString const said = model->index(row, 0).data(Qt::AccessibleTextRole).toString();
        if (said.startsWith(QStringLiteral("%1. ").arg(n)))
            return said.section(QLatin1Char(' '), 1, 1).section(QLatin1Char(','), 0, 0).toStdString();
    }
    return {};
}

/// Another is sent than was recommended, one waits on a break, the rest of the run card is open.
void askWhy(Dispatcher& desk)
{
    desk.line("r " + rankedUnit(desk, 1));
    desk.line("d " + rankedUnit(desk, 8));
}

/// The first unit is free again and this incident was stacked behind its last.
void stackNext(Dispatcher& desk)
{
    std::string const unit = rankedUnit(desk, 1), number = number_text(desk.world(), *desk.hub().incident());
    desk.line("new theft @" + to_text(desk.place_at(desk.free_pixel(9))));
    desk.line("d " + unit);
    desk.line("stack " + unit + " " + number);
    desk.line("stack " + rankedUnit(desk, 1) + " " + number);
    desk.line("rel " + unit);
    desk.hub().selectIncident(find_incident(desk.world(), static_cast<std::uint32_t>(std::stoul(number.substr(1)))));
}

/// Three incidents near and a hazard: everything that the panel can show.
void takeItAgain(Dispatcher& desk)
{
    Place const place = desk.world().incidents.begin()->second.place;
    desk.line("new crash_injury @" + to_text(moved(place, 90'000, 0)) + " ; 撞人");
    desk.line("new dispute @" + to_text(moved(place, -90'000, 0)));
    desk.line("hz @" + to_text(moved(place, 0, 40'000)) + " ; aggressive dog 恶犬 ; 12h");
    desk.key(Qt::Key_F2);
    desk.keys(QString::fromStdString("@" + to_text(moved(place, 0, 80'000))));
    desk.key(Qt::Key_Tab);
    for (int i = 0; i < 3; ++i) desk.key(Qt::Key_Tab);
    desk.keys(QStringLiteral("robbed at the corner"));
}

/// A beat, a patrol route and hydrants round the middle of the map, and a file that is none.
void addFiles(Dispatcher& desk)
{
    auto const file = std::filesystem::temp_directory_path() / ("辖区 beats " + std::to_string(getpid()) + ".geojson");
    Place const middle = desk.window().map().canvas().view().centre();
    auto const at = [&](int east, int north) {
        Place const place = moved(middle, east * 1000, north * 1000);
        return "[" + std::to_string(place.lon()) + "," + std::to_string(place.lat()) + "]";
    };
    std::string text;
    auto const add = [&](char const* name, char const* type, std::string const& coordinates) {
        text += (text.empty() ? "" : ",") + std::string{R"({"type":"Feature","properties":{"name":")"} + name +
                R"(","shift":"夜班 night"},"geometry":{"type":")" + type + R"(","coordinates":)" + coordinates + "}}";
    };
    add("9 号辖区 Beat 9", "Polygon",
        "[[" + at(-260, -170) + "," + at(150, -210) + "," + at(240, 60) + "," + at(30, 190) + "," + at(-260, 120) +
            "," + at(-260, -170) + "]]");
    add("巡逻线 4", "LineString",
        "[" + at(-200, 150) + "," + at(-80, 20) + "," + at(60, 40) + "," + at(220, -120) + "]");
    for (int i = 0; i < 6; ++i) add("消火栓", "Point", at(-180 + 70 * i, 40 * (i % 3) - 90));
    std::ofstream{file} << R"({"type":"FeatureCollection","features":[)" << text << "]}";
    desk.line("layer " + file.string());
    desk.line("layer /srv/archive/hydrants 2019.shp");
    REQUIRE(QTest::qWaitFor([&] { return !desk.window().files().reading(); }, 60'000));
    auto& tree = *desk.the<widgets::LayerPanel>().findChild<QTreeWidget*>();
    tree.setCurrentItem(tree.findItems(QString::fromStdString(file.filename().string()), Qt::MatchExactly).at(0));
    std::filesystem::remove(file);
}

/// One of each kind round the middle of the map; a unit in the first, and one is watched at night only.
void drawFences(Dispatcher& desk)
{
    Place const middle = desk.window().map().canvas().view().centre();
    auto const at = [&](int east, int north) { return moved(middle, east * 1000, north * 1000); };
    auto const fence = [](char const* en, char const* zh, FenceKind kind, Line line, std::uint32_t radius_m) {
        Fence row;
        row.name = {en, zh};
        row.shape = {kind, {std::move(line)}, radius_m * 1000};
        return row;
    };
    Fence bank = fence("North bank quarter", "北岸片区", FenceKind::polygon,
                       {at(-260, -170), at(150, -210), at(240, 60), at(30, 190), at(-260, 120)}, 0);
    bank.shape.lines.push_back({at(-90, -60), at(20, -70), at(30, 40), at(-80, 50)});
    bank.watch.dwell_s = 600;
    bank.watch.above_cm_s = 1667;
    Fence school = fence("School", "实验小学", FenceKind::circle, {at(320, 150)}, 90);
    school.hours.weekdays = 31;
    school.hours.from_min = 2 * 60;
    school.hours.to_min = 2 * 60 + 30;
    Fence quay =
        fence("Quay corridor", "码头沿线", FenceKind::corridor, {at(-380, 240), at(-60, 260), at(200, 210)}, 30);
    Fence gate = fence("City gate", "城门卡口", FenceKind::line, {at(-360, -60), at(-330, -260)}, 0);
    gate.watch.way = CrossingWay::to_left;
    desk.hub().desk().draw_fences({bank, school, quay, gate});
    submit_due(desk.hub().session(), desk.hub().now());
}

}  // namespace

void planCordon(Dispatcher& desk, std::string const& line)
{
    desk.line(line);
    auto* tool = desk.window().findChild<CordonTool*>();
    if (tool == nullptr) return;
    // The first plan of a wide ring also builds the net of its mode: on a busy machine that takes its time.
    REQUIRE(QTest::qWaitFor([&] { return !tool->isBusy() && !tool->layer().pictures().empty(); }, 20'000));
}

void showReach(Dispatcher& desk, std::string const& line)
{
    desk.line(line);
    auto* tool = desk.window().findChild<ReachTool*>();
    if (tool != nullptr) until([&] { return !tool->isBusy(); });
}

void markWhoOpensAHole(Dispatcher& desk)
{
    auto const opener = [&]() -> std::optional<UnitId> {
        for (auto const& [id, unit] : desk.world().units)
            if (!desk.hub().holeNote(id).isEmpty()) return id;
        return {};
    };
    until([&] { return opener().has_value(); });
    desk.hub().selectUnit(opener());
    auto const& notes = desk.window().findChild<ReachTool*>()->openedLayer().picture().notes;
    if (!notes.empty()) desk.window().map().lookAt(notes.front().place, 14);
}

std::vector<View> views()
{
    return {
        {"desk", [](Dispatcher& desk) { desk.line("d P02"); }},
        {"intake", [](Dispatcher& desk) { desk.key(Qt::Key_F2); }},
        {"same", takeItAgain},
        {"why", askWhy},
        {"next", stackNext},
        {"card",
         [](Dispatcher& desk) {
             desk.key(Qt::Key_Space, Qt::ControlModifier);
             desk.keys(QStringLiteral("d card"));
         }},
        {"help", [](Dispatcher& desk) { desk.key(Qt::Key_F1); }},
        {"found", [](Dispatcher& desk) { desk.line("find school"); }},
        {"near", [](Dispatcher& desk) { desk.line("near"); }},
        {"layers", [](Dispatcher& desk) { desk.key(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier); }},
        {"files", addFiles},
        {"words",
         [](Dispatcher& desk) { desk.key(Qt::Key_Space, Qt::ControlModifier), desk.keys(QStringLiteral("d P")); }},
        {"city", [](Dispatcher& desk) { desk.key(Qt::Key_0, Qt::ControlModifier); }},
        {"cordon", [](Dispatcher& desk) { planCordon(desk, "cordon foot"); }},
        {"cordon_open", [](Dispatcher& desk) { planCordon(desk, "cordon car 3km"); }},
        {"cordon_set",
         [](Dispatcher& desk) {
             planCordon(desk, "cordon foot");
             desk.key(Qt::Key_Return);
         }},
        {"reach",
         [](Dispatcher& desk) { showReach(desk, "reach " + number_text(desk.world(), *desk.hub().incident())); }},
        {"turns",
         [](Dispatcher& desk) { desk.line("turns P02 " + number_text(desk.world(), *desk.hub().incident())); }},
        {"hole", markWhoOpensAHole},
        {"stages",
         [](Dispatcher& desk) {
             desk.line("stages");
             QTest::qWait(300);
         }},
        {"closed_street",
         [](Dispatcher& desk) {
             desk.line("block @" + to_text(desk.place_at({300, 300})) + " ; 2h");
         }},
        {"coverage", [](Dispatcher& desk) { showReach(desk, "coverage"); }},
        {"follow",
         [](Dispatcher& desk) {
             desk.line("follow P02");
             QTest::mouseMove(&desk.window().map().canvas(), QPoint{200, 200});
         }},
        {"measure",
         [](Dispatcher& desk) {
             auto& canvas = desk.window().map().canvas();
             desk.key(Qt::Key_M, Qt::ControlModifier);
             for (QPoint const at : {QPoint{150, 200}, QPoint{320, 260}, QPoint{260, 380}}) desk.click(canvas, at);
         }},
        {"fences",
         [](Dispatcher& desk) {
             drawFences(desk);
             desk.line("fence north bank quarter");
         }},
        {"fence_form",
         [](Dispatcher& desk) {
             drawFences(desk);
             desk.line("fence north bank quarter");
             for (auto* panel : desk.window().findChildren<widgets::FencePanel*>())
                 Q_EMIT panel->changeRequested(*panel->chosen());
         }},
        {"fence_drawing",
         [](Dispatcher& desk) {
             auto& canvas = desk.window().map().canvas();
             for (auto* panel : desk.window().findChildren<widgets::FencePanel*>())
                 Q_EMIT panel->drawRequested(widgets::SketchKind::circle);
             QTest::mouseClick(&canvas, Qt::LeftButton, Qt::AltModifier, canvas.rect().center());
             QTest::mouseMove(&canvas, canvas.rect().center() + QPoint{120, 60});
         }},
        {"calls", [](Dispatcher& desk) { desk.line("layout calls"), QTest::qWait(10); }},
        {"supervisor", [](Dispatcher& desk) { desk.line("layout supervisor"), QTest::qWait(10); }},
        {"settings",
         [](Dispatcher& desk) {
             desk.key(Qt::Key_Comma, Qt::ControlModifier);
             QTest::qWait(30);
         }},
        {"first", [](Dispatcher& desk) { desk.console().showFirstPage(); }},
        {"tour",
         [](Dispatcher& desk) {
             desk.key(Qt::Key_F1, Qt::ControlModifier);
             desk.key(Qt::Key_Right);
         }},
        {"distress", [](Dispatcher& desk) { desk.line("sos P03"); }},
        {"alarms",
         [](Dispatcher& desk) {
             std::string const place = "@" + to_text(desk.place_at(desk.free_pixel(3)));
             desk.line("hz " + place + " ; big dog");
             desk.line("new theft " + place);
             desk.line("sos P03");
             desk.key(Qt::Key_F10);
         }},
    };
}

std::unique_ptr<Dispatcher> sit_down(Sitting const& sitting, View const& view)
{
    Dispatcher::Options options;
    options.language = sitting.language;
    options.settings.text_size = sitting.text_size;
    auto desk = std::make_unique<Dispatcher>(options);
    Q_EMIT desk->window().themeWanted(sitting.theme);
    desk->window().resize(sitting.size);
    QCoreApplication::processEvents();
    desk->window().layouts().switchTo(desk->window().layouts().current());
    desk->line("new robbery @" + to_text(desk->place_at(desk->free_pixel(0))) + " ; robbed at the corner");
    view.open(*desk);
    auto& canvas = desk->window().map().canvas();
    auto const whole = [&] { return QTest::qWaitFor([&] { return canvas.complete(); }, longest_drawing_ms); };
    REQUIRE(whole());
    QTest::qWait(80);  // labels are asked for once the map rests
    REQUIRE(whole());
    return desk;
}

QStringList cut_off(QWidget& window)
{
    QStringList cut;
    auto const look = [&](QWidget const& widget, QString const& text) {
        if (!widget.isVisible() || text.isEmpty()) return;
        if (widget.fontMetrics().horizontalAdvance(text) > widget.width()) cut.append(text);
    };
    for (auto const* button : window.findChildren<QAbstractButton*>())
        look(*button, button->text().remove(QLatin1Char('&')));
    for (auto const* label : window.findChildren<QLabel*>())
        if (!label->wordWrap()) look(*label, label->text());
    return cut;
}

}  // namespace cresset::app::test
