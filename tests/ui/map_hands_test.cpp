#include "app/window/saved_views.h"
#include "tests/ui/dispatcher.h"
#include "widgets/distress_arrows.h"
#include "widgets/layer_panel.h"

#include <QFileInfo>
#include <QPainter>
#include <QPrinter>
#include <QTreeWidget>

// What hands do with the map: keep a view and come back, follow a unit, measure, choose what is shown.

namespace cresset::app::test {

namespace {

widgets::Viewport viewOf(Dispatcher& desk)
{
    return desk.window().map().canvas().view();
}

/// Turns the row of the panel that is called so on or off.
void tick(Dispatcher& desk, QString const& name, bool on)
{
    auto& tree = *desk.the<widgets::LayerPanel>().findChild<QTreeWidget*>();
    auto const rows = tree.findItems(name, Qt::MatchContains | Qt::MatchRecursive);
    REQUIRE(rows.size() == 1);
    rows[0]->setCheckState(0, on ? Qt::Checked : Qt::Unchecked);
}

template <typename Layer>
Layer& layer(Dispatcher& desk)
{
    for (auto* one : desk.window().map().canvas().layers())
        if (auto* wanted = dynamic_cast<Layer*>(one)) return *wanted;
    FAIL("no such layer");
    std::abort();
}

}  // namespace

TEST_CASE("Kept views that are damaged are left out and the others stay")
{
    SavedViews const views{QStringLiteral(
        R"([{"city":"A","name":"one","lat":1,"lon":2,"zoom":12},{"city":"A","name":""},{"name":"x","lat":99,"lon":0},3])")};
    REQUIRE(views.of(QStringLiteral("A")).size() == 1);
    CHECK(SavedViews{views.text()}.text() == views.text());
    CHECK(views.of(QStringLiteral("B")).empty());
    CHECK(SavedViews{QStringLiteral("nonsense")}.text() == QStringLiteral("[]"));
}

TEST_CASE("A view is kept under a name and comes back by line and by key and after the program was closed")
{
    Dispatcher desk;
    auto& map = desk.window().map();
    Place const there = desk.place_at({200, 200});
    map.lookAt(there, 15.5);
    auto const kept = viewOf(desk);
    desk.line("keep Old town");
    map.fit();
    REQUIRE_FALSE(viewOf(desk) == kept);
    desk.line("v old");
    CHECK(viewOf(desk) == kept);
    map.fit();
    desk.key(Qt::Key_1, Qt::AltModifier);
    CHECK(viewOf(desk) == kept);
    desk.key(Qt::Key_2, Qt::AltModifier);
    CHECK(desk.refused());
    desk.line("forget old town");
    desk.line("v old town");
    CHECK(desk.refused());
}

TEST_CASE("A followed unit stays in the middle until a hand moves the map or Escape is pressed")
{
    Dispatcher desk;
    auto& map = desk.window().map();
    desk.line("follow p01");
    auto const unit = find_unit(desk.world(), "P01");
    REQUIRE(unit);
    REQUIRE(map.following() == unit);
    auto const* fix = desk.world().fix(*unit);
    REQUIRE(fix != nullptr);
    CHECK(distance_mm(viewOf(desk).centre(), fix->place) < 20'000);
    map.canvas().setFocus();
    QTest::keyClick(&map.canvas(), Qt::Key_Escape);
    CHECK_FALSE(map.following());
    desk.line("follow p01");
    QTest::keyClick(&map.canvas(), Qt::Key_Left);
    CHECK_FALSE(map.following());
}

TEST_CASE("What is measured is said and the map is as before")
{
    Dispatcher desk;
    auto& map = desk.window().map();
    map.measure();
    QPoint const a{300, 300}, b{420, 300};
    desk.click(map.canvas(), a);
    desk.click(map.canvas(), b);
    QTest::keyClick(&map.canvas(), Qt::Key_Escape);
    QString const said = desk.answer();
    double const metres = static_cast<double>(distance_mm(desk.place_at(a), desk.place_at(b))) / 1000;
    QString const figure = said.section(QStringLiteral(": "), 1);
    double const told =
        figure.section(QLatin1Char(' '), 0, 0).toDouble() * (figure.endsWith(QStringLiteral("km")) ? 1000 : 1);
    INFO(said.toStdString());
    CHECK(told == Approx(metres).epsilon(0.05));
    CHECK(map.canvas().tool() == widgets::MapTool::hand);
}

TEST_CASE("A kind that is ticked off is gone from the map but for distress and what is in hand")
{
    Dispatcher desk;
    auto& units = layer<widgets::UnitLayer>(desk);
    auto const shown = [&](char const* call_sign) {
        auto const& marks = units.marks();
        return std::any_of(marks.begin(), marks.end(),
                           [&](auto const& mark) { return mark.call_sign == QLatin1String{call_sign}; });
    };
    REQUIRE(shown("P01"));
    std::size_t const all = units.marks().size();
    tick(desk, QStringLiteral("A  available"), false);
    CHECK(units.marks().size() < all);
    CHECK_FALSE(shown("P01"));
    desk.line("sos p01");
    desk.settle();
    CHECK(until([&] { return shown("P01"); }));
    desk.hub().selectUnit(find_unit(desk.world(), "P02"));
    CHECK(shown("P02"));
    tick(desk, QStringLiteral("A  available"), true);
    CHECK(units.marks().size() == all);
    tick(desk, QStringLiteral("Cameras"), false);
    CHECK_FALSE(layer<widgets::CameraLayer>(desk).visible());
}

TEST_CASE("Units gathered into one sign hide no incident of priority 1")
{
    Dispatcher desk;
    auto& map = desk.window().map();
    Place const station = desk.world().stations.begin()->second.place;
    desk.line("new robbery @" + to_text(station) + " ; in front of the station");
    desk.hub().selectIncident({});
    map.lookAt(station, 12);
    REQUIRE(map.canvas().marksAt(map.canvas().view().toScreen(station)).size() > 1);
    QPoint const at = map.canvas().view().toScreen(station).toPoint();
    QColor const there = map.canvas().picture().pixelColor(at - QPoint{7, 0});
    QColor const wanted = desk.window().theme().priority(1);
    INFO(there.name().toStdString());
    CHECK(std::abs(there.red() - wanted.red()) + std::abs(there.green() - wanted.green()) < 24);
}

TEST_CASE("An incident that waits is seen and picked where a free unit stands on it")
{
    Dispatcher desk;
    auto& canvas = desk.window().map().canvas();
    Place const place = desk.world().fix(*find_unit(desk.world(), "P03"))->place;
    desk.line("new theft @" + to_text(place));
    auto const incident = *desk.hub().incident();
    desk.hub().selectIncident({});
    desk.window().map().lookAt(place, 16);
    QPointF const at = canvas.view().toScreen(place);
    REQUIRE(canvas.marksAt(at).size() > 1);
    canvas.picture();
    CHECK(canvas.marksAt(at).front().key == widgets::MarkKey{widgets::MarkKind::incident, incident.packed()});
    QColor const ground = desk.window().theme().priority(desk.world().incidents.find(incident)->priority);
    CHECK(canvas.picture().pixelColor(at.toPoint() - QPoint{7, 0}) == ground);
    desk.click(canvas, (at / canvas.devicePixelRatioF()).toPoint());
    CHECK(desk.hub().incident() == incident);
}

TEST_CASE("An arrow at the edge of the map points to a unit in distress out of the picture and a click looks there")
{
    Dispatcher desk;
    auto& map = desk.window().map();
    auto const arrows = [&] {
        std::vector<widgets::DistressArrow*> shown;
        for (auto* one : map.findChildren<widgets::DistressArrow*>())
            if (one->isVisible()) shown.push_back(one);
        return shown;
    };
    auto const unit = *find_unit(desk.world(), "P03");
    Place const there = desk.world().fix(unit)->place;
    desk.line("sos P03");
    map.lookAt(moved(there, -3'000'000, 0), 16);
    REQUIRE(until([&] { return arrows().size() == 1; }));
    auto& arrow = *arrows()[0];
    CHECK(arrow.text() == QStringLiteral("P03"));
    CHECK(arrow.accessibleName().contains(QStringLiteral("P03 is in distress")));
    CHECK(map.rect().contains(arrow.geometry()));
    CHECK(arrow.geometry().center().x() > map.width() * 3 / 4);
    CHECK(std::abs(arrow.geometry().center().y() - map.height() / 2) < 12);
    CHECK_FALSE(arrow.geometry().intersects(map.findChild<widgets::MapTools*>()->geometry()));
    map.lookAt(moved(there, 0, 3'000'000), 16);
    CHECK(arrows()[0]->geometry().bottom() > map.height() - 40);
    desk.click(arrow, arrow.rect().center());
    CHECK(distance_mm(viewOf(desk).centre(), there) < 20'000);
    CHECK(desk.hub().unit() == unit);
    CHECK(arrows().empty());
    map.lookAt(moved(there, 3'000'000, 0), 16);
    CHECK(arrows().size() == 1);
    desk.line("sosoff P03");
    CHECK(until([&] { return arrows().empty(); }));
}

TEST_CASE("A place that was found has a pin with its name until Escape or the next search")
{
    Dispatcher desk;
    auto& canvas = desk.window().map().canvas();
    Place const place = desk.place_at(desk.free_pixel(3));
    desk.window().map().lookAt(place, 16);
    auto const around_middle = [&] {
        QPoint const at = canvas.view().toScreen(place).toPoint();
        return canvas.picture().copy(QRect{at - QPoint{6, 26}, QSize{13, 20}});
    };
    auto const complete = [&] { return until([&] { return canvas.complete(); }); };
    REQUIRE(complete());
    QImage const bare = around_middle();
    auto const find = [&](std::string const& text) {
        desk.line("find " + text);
        REQUIRE(complete());
    };
    find(to_text(place));
    CHECK(around_middle() != bare);
    desk.key(Qt::Key_Escape);  // the list of what was found goes, and the pin with it
    REQUIRE(complete());
    CHECK(around_middle() == bare);
    find(to_text(place));
    canvas.setFocus();
    QTest::keyClick(&canvas, Qt::Key_Escape);
    CHECK(around_middle() == bare);
    find(to_text(place));
    find("P03");  // a unit has its own mark
    desk.hub().selectUnit({});
    desk.window().map().lookAt(place, 16);
    REQUIRE(complete());
    CHECK(around_middle() == bare);
}

TEST_CASE("A right click on a camera or a station says what it is and offers what can be done with it")
{
    Dispatcher desk;
    auto& map = desk.window().map();
    auto const menu_of = [&](Place place, widgets::MarkKind kind) -> QMenu& {
        map.lookAt(place, 17);
        QPointF const at = map.canvas().view().toScreen(place);
        REQUIRE(map.canvas().marksAt(at).front().key.kind == kind);
        return desk.menu_at(map.canvas(), (at / map.canvas().devicePixelRatioF()).toPoint());
    };
    auto const texts = [](QMenu const& menu) {
        QStringList all;
        for (auto const* action : menu.actions()) all << action->text();
        return all.join(QLatin1Char('\n'));
    };
    auto const alone = [&](Place place) {
        map.lookAt(place, 17);
        return map.canvas().marksAt(map.canvas().view().toScreen(place)).size() == 1;
    };
    auto const& cameras = desk.world().cameras;
    auto const camera = std::find_if(cameras.begin(), cameras.end(), [&](auto const& row) {
        return row.second.heading_deg >= 0 && row.second.working && alone(row.second.place);
    });
    REQUIRE(camera != cameras.end());
    QMenu& menu = menu_of(camera->second.place, widgets::MarkKind::camera);
    INFO(texts(menu).toStdString());
    CHECK(texts(menu).contains(QString::fromStdString(camera->second.code)));
    CHECK(texts(menu).contains(QStringLiteral("%1 m far").arg(camera->second.range_m)));
    CHECK(texts(menu).contains(QStringLiteral("Take a call here")));
    desk.choose(menu, QStringLiteral("What is near"));
    CHECK(desk.answer().contains(QString::fromStdString(camera->second.code)));
    desk.choose(menu_of(camera->second.place, widgets::MarkKind::camera), QStringLiteral("Show on the map"));
    CHECK(distance_mm(viewOf(desk).centre(), camera->second.place) < 1'000);

    auto const& stations = desk.world().stations;
    auto const station =
        std::find_if(stations.begin(), stations.end(), [&](auto const& row) { return alone(row.second.place); });
    if (station == stations.end()) return;
    QMenu& of_station = menu_of(station->second.place, widgets::MarkKind::post);
    CHECK(texts(of_station).contains(desk.hub().name(station->second.name)));
    CHECK(texts(of_station).contains(QStringLiteral("units on duty: ")));
    of_station.close();
}

TEST_CASE("A right click on a drone sends it to the incident in hand and home again")
{
    Dispatcher desk;
    auto& map = desk.window().map();
    REQUIRE(desk.world().drones.begin() != desk.world().drones.end());
    auto const& [id, drone] = *desk.world().drones.begin();
    desk.line("new theft @" + to_text(desk.place_at(desk.free_pixel(3))));
    auto const menu = [&]() -> QMenu& {
        Q_EMIT map.menuRequested(drone.place, {widgets::MarkKind::drone, id.packed()}, map.mapToGlobal(QPoint{50, 50}));
        auto* open = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        REQUIRE(open != nullptr);
        return *open;
    };
    desk.choose(menu(), QStringLiteral("Send it to #"));
    CHECK(desk.world().drones.find(id)->target);
    desk.choose(menu(), QStringLiteral("Fly it home"));
    CHECK_FALSE(desk.world().drones.find(id)->target);
}

TEST_CASE("A right click on units gathered into one sign lists them and a choice looks at that unit")
{
    Dispatcher desk;
    auto& map = desk.window().map();
    map.lookAt(desk.world().stations.begin()->second.place, 11);
    widgets::MarkKey cluster;
    for (auto const& seen : map.canvas().marksSeen())
        if (seen.key.kind == widgets::MarkKind::cluster && map.membersOf(seen.key).size() < 12) cluster = seen.key;
    REQUIRE(cluster.kind == widgets::MarkKind::cluster);
    QString const name = map.membersOf(cluster)[0];
    Q_EMIT map.menuRequested({}, cluster, map.mapToGlobal(QPoint{50, 50}));
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    REQUIRE(menu != nullptr);
    desk.choose(*menu, name);
    REQUIRE(desk.hub().unit());
    CHECK(call_sign(desk.world(), *desk.hub().unit()) == name.toStdString());
    CHECK(distance_mm(viewOf(desk).centre(), desk.world().fix(*desk.hub().unit())->place) < 20'000);
}

TEST_CASE("Places said as UTM and as the military grid are found as those said in degrees")
{
    Dispatcher desk;
    for (char const* text : {"find 51R 354661 3456207", "find 51RUQ5466156207", "find 31.2304, 121.4737"}) {
        desk.line(text);
        INFO(text);
        CHECK_FALSE(desk.refused());
        CHECK(std::abs(viewOf(desk).centre().lat() - 31.23) < 0.02);
    }
}

TEST_CASE(
    "The map on paper shows the same ground in the colours of the day and says all over it that it is an exercise")
{
    Dispatcher desk;
    auto const sheet = desk.window().map().sheet();
    CHECK_FALSE(sheet.exercise.isEmpty());
    auto const painted = [&](widgets::MapSheet const& one) {
        QImage paper{1100, 800, QImage::Format_RGB32};
        paper.fill(Qt::white);
        QPainter painter{&paper};
        widgets::paintSheet(painter, paper.rect(), 96, one);
        painter.end();
        return paper;
    };
    QImage const exercise = painted(sheet);
    auto live = sheet;
    live.exercise.clear();
    QImage const without = painted(live);
    CHECK(exercise.save(QStringLiteral(BINARY_DIR "/pictures/sheet.png")));
    int light = 0, pieces_marked = 0;
    for (int y = 40; y < 800; y += 4)
        for (int x = 0; x < 1100; x += 4) light += exercise.pixelColor(x, y).lightness() > 150;
    CHECK(light > 190 * 275 * 8 / 10);
    for (int y = 40; y < 790; y += 250)  // each piece of a third by a quarter has the word in it
        for (int x = 0; x < 1089; x += 363)
            pieces_marked += exercise.copy(x, y, 363, 250) != without.copy(x, y, 363, 250);
    CHECK(pieces_marked == 9);
    QTemporaryDir const folder;
    QPrinter printer;
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(folder.filePath(QStringLiteral("map.pdf")));
    CHECK(printSheet(printer, sheet));
    CHECK(QFileInfo{printer.outputFileName()}.size() > 20'000);
    printer.setOutputFileName(folder.filePath(QStringLiteral("no such folder/map.pdf")));
    CHECK_FALSE(printSheet(printer, sheet));
}

TEST_CASE("The picture in the clipboard has the map without its buttons")
{
    Dispatcher desk;
    QImage const picture = desk.window().map().picture();
    CHECK(picture.size() == desk.window().map().size() * desk.window().devicePixelRatioF());
    CHECK(desk.window().map().findChild<widgets::MapTools*>()->isVisible());
    CHECK(picture != desk.window().map().grab().toImage());
}

}  // namespace cresset::app::test
