#include "app/window/fence_files.h"
#include "core/facts/sweep.h"
#include "maps/china_datum.h"
#include "tests/ui/dispatcher.h"
#include "widgets/fence_draft_layer.h"
#include "widgets/fence_form.h"
#include "widgets/fence_panel.h"

#include <QFile>
#include <QLabel>
#include <fmt/format.h>

// Fences by hand: drawn, pulled, cut, refused, undone, watched, looked at.

namespace cresset::app::test {

namespace {

widgets::MapCanvas& canvas(Dispatcher& desk)
{
    return desk.window().map().canvas();
}

/// From the menu of a place.
void begin(Dispatcher& desk, char const* kind)
{
    auto& menu = desk.menu_at(canvas(desk), desk.free_pixel(0));
    QAction* wanted = nullptr;
    for (auto* action : menu.actions())
        if (action->menu() != nullptr && action->text() == QStringLiteral("Draw a fence"))
            for (auto* one : action->menu()->actions())
                if (one->text() == QString::fromLatin1(kind)) wanted = one;
    REQUIRE(wanted != nullptr);
    wanted->trigger();
    menu.close();
    desk.window().activateWindow();
    canvas(desk).setFocus();
}

/// With Alt: where it is clicked, not where a street is.
void point(Dispatcher& desk, QPoint at)
{
    QTest::mouseMove(&canvas(desk), at);
    QTest::mouseClick(&canvas(desk), Qt::LeftButton, Qt::AltModifier, at);
}

Fence const& only_fence(Dispatcher& desk)
{
    REQUIRE(desk.world().fences.size() == 1);
    return desk.world().fences.begin()->second;
}

void draw_area(Dispatcher& desk)
{
    begin(desk, "Area");
    for (QPoint const at : {QPoint{200, 200}, QPoint{500, 200}, QPoint{500, 450}, QPoint{200, 450}}) point(desk, at);
    desk.key(Qt::Key_Return);
    desk.key(Qt::Key_Return, Qt::ControlModifier);
    desk.settle();
}

void pull(Dispatcher& desk, QPoint from, QPoint to)
{
    QTest::mousePress(&canvas(desk), Qt::LeftButton, Qt::AltModifier, from);
    for (QPoint const at : {from + (to - from) / 2, to}) {
        QMouseEvent move{QEvent::MouseMove, at, canvas(desk).mapToGlobal(at), Qt::NoButton, Qt::LeftButton,
                         Qt::AltModifier};
        QApplication::sendEvent(&canvas(desk), &move);
    }
    QTest::mouseRelease(&canvas(desk), Qt::LeftButton, Qt::AltModifier, to);
    desk.settle();
}

QPoint pixel_of(Dispatcher& desk, Place place)
{
    return (canvas(desk).view().toScreen(place) / canvas(desk).devicePixelRatioF()).toPoint();
}

void change(Dispatcher& desk)
{
    desk.line("fence");
    desk.key(Qt::Key_Down);
    desk.click_button(QStringLiteral("Change"));
    canvas(desk).setFocus();
}

QLineEdit& field(Dispatcher& desk, char const* name)
{
    for (auto* one : desk.the<widgets::FenceForm>().findChildren<QLineEdit*>())
        if (one->accessibleName() == QString::fromLatin1(name)) return *one;
    FAIL("no field is called " << name);
    std::abort();
}

void save(Dispatcher& desk)
{
    desk.click_button(QStringLiteral("Save  Ctrl+Enter"));
}

}  // namespace

TEST_CASE("A shape that is none says why and is drawn on and Escape leaves without a trace")
{
    Dispatcher desk;
    auto const rows = desk.rows();
    begin(desk, "Area");
    point(desk, {200, 200});
    point(desk, {500, 200});
    desk.key(Qt::Key_Return);
    CHECK(desk.refused());
    CHECK(desk.answer() == QStringLiteral("this cannot be a fence yet: it has too few places"));
    CHECK(desk.window().map().isDrawing());
    desk.key(Qt::Key_Backspace);
    desk.key(Qt::Key_Backspace);
    desk.key(Qt::Key_Backspace);
    CHECK(desk.answer() == QStringLiteral("no point is set yet"));
    desk.key(Qt::Key_Escape);
    CHECK_FALSE(desk.window().map().isDrawing());
    begin(desk, "Around the unit in hand");
    CHECK(desk.refused());
    begin(desk, "Hole in the area in hand");
    CHECK(desk.refused());
    CHECK(desk.rows() == rows);
    CHECK(desk.world().fences.empty());
}

TEST_CASE("Who may only look draws nothing")
{
    QTemporaryDir const folder;
    std::filesystem::path const file{folder.filePath(QStringLiteral("a.cresset")).toStdString()};
    {
        Dispatcher::Options options;
        options.journal = file;
        Dispatcher{options}.line("log begun");
    }
    Dispatcher::Options options;
    options.journal = file;
    options.read_only = true;
    Dispatcher desk{options};
    begin(desk, "Circle");
    CHECK_FALSE(desk.window().map().isDrawing());
    CHECK(desk.refused());
}

TEST_CASE("A circle is drawn with two clicks and saved with one chord and undone with one")
{
    Dispatcher desk;
    begin(desk, "Circle");
    point(desk, {400, 300});
    point(desk, {400, 400});
    CHECK_FALSE(desk.window().map().isDrawing());
    CHECK(desk.world().fences.empty());
    CHECK(desk.the<QDockWidget>("fence").isVisible());
    desk.keys(QStringLiteral("Bank"));  // the name is marked: typing replaces it
    desk.key(Qt::Key_Return, Qt::ControlModifier);
    desk.settle();
    CHECK(desk.answer() == QStringLiteral("fence drawn: Bank"));
    CHECK_FALSE(desk.the<QDockWidget>("fence").isVisible());
    Fence const& fence = only_fence(desk);
    CHECK(fence.name == Names{"Bank", {}});
    CHECK(fence.shape.kind == FenceKind::circle);
    auto const expected = distance_mm(desk.place_at({400, 300}), desk.place_at({400, 400}));
    CHECK(std::abs(static_cast<std::int64_t>(fence.shape.radius_mm) - expected) < 2);
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    CHECK(desk.world().fences.empty());
    desk.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(only_fence(desk).name.en == "Bank");
}

TEST_CASE("A double click ends an area and the radius of a circle can be typed")
{
    Dispatcher desk;
    begin(desk, "Area");
    point(desk, {200, 200});
    point(desk, {500, 200});
    QTest::mouseClick(&canvas(desk), Qt::LeftButton, Qt::AltModifier, {350, 420});
    QTest::mouseDClick(&canvas(desk), Qt::LeftButton, Qt::AltModifier, {350, 420});
    desk.key(Qt::Key_Return, Qt::ControlModifier);
    desk.settle();
    CHECK(only_fence(desk).shape.lines.at(0).size() == 3);
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    begin(desk, "Circle");
    point(desk, {400, 300});
    point(desk, {400, 320});
    field(desk, "Radius in metres").setText(QStringLiteral("none"));
    save(desk);
    CHECK(desk.refused());
    CHECK(desk.world().fences.empty());
    field(desk, "Radius in metres").setText(QStringLiteral("125"));
    save(desk);
    CHECK(only_fence(desk).shape.radius_mm == 125'000);
}

TEST_CASE("A corridor asks for its width and a line has its way")
{
    Dispatcher desk;
    begin(desk, "Corridor along a line");
    point(desk, {200, 300});
    point(desk, {500, 300});
    desk.key(Qt::Key_Return);
    CHECK(desk.window().map().isDrawing());
    point(desk, {350, 340});
    desk.key(Qt::Key_Return, Qt::ControlModifier);
    desk.settle();
    CHECK(only_fence(desk).shape.kind == FenceKind::corridor);
    CHECK(std::abs(static_cast<double>(only_fence(desk).shape.radius_mm) -
                   static_cast<double>(distance_mm(desk.place_at({350, 300}), desk.place_at({350, 340})))) < 1000);
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    begin(desk, "Line that is crossed");
    point(desk, {200, 300});
    point(desk, {500, 300});
    desk.key(Qt::Key_Return);
    for (auto* box : desk.the<widgets::FenceForm>().findChildren<QComboBox*>())
        if (box->isVisible() && box->count() == 3 && box->itemText(1).startsWith(QStringLiteral("to the left")))
            box->setCurrentIndex(1);
    desk.key(Qt::Key_Return, Qt::ControlModifier);
    desk.settle();
    CHECK(only_fence(desk).shape.kind == FenceKind::line);
    CHECK(only_fence(desk).watch.way == CrossingWay::to_left);
}

TEST_CASE("A fence around a unit moves with it and a region is what was clicked")
{
    Dispatcher desk;
    auto const unit = *find_unit(desk.world(), "P02");
    desk.hub().selectUnit(unit);
    begin(desk, "Around the unit in hand");
    desk.key(Qt::Key_Return);
    desk.key(Qt::Key_Return, Qt::ControlModifier);
    desk.settle();
    CHECK(only_fence(desk).carrier == unit);
    CHECK(only_fence(desk).shape == FenceShape{FenceKind::around_unit, {}, 300'000});
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    begin(desk, "A patrol grid or a district");
    QTest::mouseClick(&canvas(desk), Qt::LeftButton, {}, {400, 300});
    desk.key(Qt::Key_Return, Qt::ControlModifier);
    desk.settle();
    CHECK(only_fence(desk).shape.kind == FenceKind::polygon);
    CHECK(ring_contains(only_fence(desk).shape.lines.at(0), desk.place_at({400, 300})));
    CHECK_FALSE(only_fence(desk).name.en.empty());
}

TEST_CASE("Corners are pulled and made and taken away and each is one act and one undo")
{
    Dispatcher desk;
    draw_area(desk);
    Fence const before = only_fence(desk);
    REQUIRE(before.shape.lines.at(0).size() == 4);
    auto const rows = desk.rows();
    change(desk);
    pull(desk, pixel_of(desk, before.shape.lines[0][0]), {150, 150});
    CHECK(distance_mm(only_fence(desk).shape.lines[0][0], desk.place_at({150, 150})) < 1000);
    CHECK(desk.rows() == rows + 1);
    Line const ring = only_fence(desk).shape.lines[0];
    pull(desk, pixel_of(desk, between(ring[1], ring[2], 1, 2)), {560, 320});
    CHECK(only_fence(desk).shape.lines[0].size() == 5);
    desk.click(canvas(desk), pixel_of(desk, only_fence(desk).shape.lines[0][2]));
    desk.key(Qt::Key_Delete);
    CHECK(only_fence(desk).shape.lines[0].size() == 4);
    CHECK(desk.rows() == rows + 3);
    for (int i = 0; i < 3; ++i) desk.key(Qt::Key_Z, Qt::ControlModifier);
    CHECK(only_fence(desk).shape == before.shape);
    // The corners on the map are those of the world again.
    pull(desk, pixel_of(desk, before.shape.lines[0][1]), {540, 170});
    CHECK(distance_mm(only_fence(desk).shape.lines[0][1], desk.place_at({540, 170})) < 1000);
    desk.key(Qt::Key_Escape);
    CHECK_FALSE(desk.the<QDockWidget>("fence").isVisible());
    pull(desk, pixel_of(desk, before.shape.lines[0][2]), {600, 500});
    CHECK(only_fence(desk).shape.lines[0][2] == before.shape.lines[0][2]);
}

TEST_CASE("A hole is cut out of the area in hand by one act")
{
    Dispatcher desk;
    draw_area(desk);
    desk.line("fence");
    desk.key(Qt::Key_Down);
    begin(desk, "Hole in the area in hand");
    for (QPoint const at : {QPoint{300, 280}, QPoint{400, 280}, QPoint{350, 380}}) point(desk, at);
    auto const rows = desk.rows();
    desk.key(Qt::Key_Return);
    CHECK(only_fence(desk).shape.lines.size() == 2);
    CHECK(desk.rows() == rows + 1);
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    CHECK(only_fence(desk).shape.lines.size() == 1);
}

TEST_CASE("Points snap to corners of other fences and not while Alt is down")
{
    Dispatcher desk;
    draw_area(desk);
    Place const corner = only_fence(desk).shape.lines[0][0];
    begin(desk, "Line that is crossed");
    QPoint const beside = pixel_of(desk, corner) + QPoint{4, 3};
    QTest::mouseClick(&canvas(desk), Qt::LeftButton, {}, beside);
    point(desk, beside + QPoint{0, 100});
    desk.key(Qt::Key_Return);
    desk.key(Qt::Key_Return, Qt::ControlModifier);
    desk.settle();
    REQUIRE(desk.world().fences.size() == 2);
    Line const line = std::prev(desk.world().fences.end())->second.shape.lines.at(0);
    CHECK(line[0] == corner);
    CHECK(line[1] == desk.place_at(beside + QPoint{0, 100}));
}

TEST_CASE("The form says what cannot be and keeps all that is typed")
{
    Dispatcher desk;
    draw_area(desk);
    change(desk);
    auto const refused = [&](char const* name, char const* text, char const* why) {
        QString const before = field(desk, name).text();
        field(desk, name).setText(QString::fromUtf8(text));
        save(desk);
        INFO(name << " " << text << ": " << desk.answer().toStdString());
        CHECK(desk.refused());
        CHECK(desk.answer().contains(QString::fromLatin1(why)));
        CHECK(desk.window().focusWidget() == &field(desk, name));
        field(desk, name).setText(before);
    };
    auto const rows = desk.rows();
    refused("Name", " ", "needs a name");
    refused("is inside longer than, min", "soon", "number of minutes");
    refused("is inside longer than, min", "-3", "number of minutes");
    refused("is faster inside than, km/h", "9999", "number of km/h");
    refused("From this time of the day", "24:00", "22:00");
    refused("To this time of the day", "7", "22:00");
    refused("From this day of the year", "02-30", "05-01");
    refused("From this moment on", "tomorrow", "2026-11-29 18:00");
    refused("Camera that sees it", "K-none", "There is no camera K-none");
    CHECK(desk.rows() == rows);
    field(desk, "Name").setText(QStringLiteral("North bank"));
    field(desk, "is inside longer than, min").setText(QStringLiteral("10"));
    field(desk, "is faster inside than, km/h").setText(QStringLiteral("60"));
    field(desk, "From this time of the day").setText(QStringLiteral("22:00"));
    field(desk, "To this time of the day").setText(QStringLiteral("06:00"));
    field(desk, "From this day of the year").setText(QStringLiteral("05-01"));
    field(desk, "To this day of the year").setText(QStringLiteral("10-31"));
    field(desk, "Until this moment").setText(QStringLiteral("2030-01-02 03:04"));
    field(desk, "Draft instruction").setText(QStringLiteral("ask at the gate"));
    auto const& camera = *desk.world().cameras.begin();
    field(desk, "Camera that sees it").setText(QString::fromStdString(camera.second.code).toLower());
    for (auto* box : desk.the<widgets::FenceForm>().findChildren<QCheckBox*>())
        if (box->text() == QStringLiteral("Sun") || box->text() == QStringLiteral("leaves")) box->setChecked(false);
    save(desk);
    REQUIRE_FALSE(desk.refused());
    Fence const& fence = only_fence(desk);
    CHECK(fence.name.en == "North bank");
    CHECK(fence.watch.dwell_s == 600);
    CHECK(fence.watch.above_cm_s == 1667);
    CHECK_FALSE(fence.watch.leave);
    CHECK(fence.hours.weekdays == 63);
    CHECK(fence.hours.from_min == 1320);
    CHECK(fence.hours.to_min == 360);
    CHECK(fence.hours.from_day == 501);
    CHECK(fence.hours.to_day == 1031);
    CHECK(fence.hours.ends_at);
    CHECK(fence.then.instruction == "ask at the gate");
    CHECK(fence.then.camera == camera.first);
    // Nothing changes by opening and saving it again.
    Fence const kept = fence;
    change(desk);
    save(desk);
    Fence again = only_fence(desk);
    again.changed_by = kept.changed_by;
    CHECK(again == kept);
}

TEST_CASE("A name in the other language stays when one is changed")
{
    Dispatcher::Options options;
    options.language = QStringLiteral("zh_CN");
    Dispatcher desk{options};
    Fence fence;
    fence.name = {"Bank", "银行"};
    fence.shape = {FenceKind::circle, {{desk.place_at({400, 300})}}, 90'000};
    desk.hub().desk().draw_fence(fence);
    desk.settle();
    desk.line("wl 银行");
    desk.click_button(QStringLiteral("修改"));
    auto& name = *qobject_cast<QLineEdit*>(desk.the<widgets::FenceForm>().focusProxy());
    CHECK(name.text() == QStringLiteral("银行"));
    name.setText(QStringLiteral("南岸银行"));
    desk.key(Qt::Key_Return, Qt::ControlModifier);
    desk.settle();
    CHECK(only_fence(desk).name == Names{"Bank", "南岸银行"});
}

TEST_CASE("The list tells who is inside and shows and removes and the map chooses in it")
{
    Dispatcher desk;
    Fence fence;
    fence.name = {"Station yard", {}};
    auto const* fix = desk.world().fix(*find_unit(desk.world(), "P02"));
    REQUIRE(fix != nullptr);
    fence.shape = {FenceKind::circle, {{fix->place}}, 60'000};
    desk.hub().desk().draw_fence(fence);
    submit_due(desk.hub().session(), desk.hub().now());
    desk.settle();
    desk.line("fence station");
    CHECK(canvas(desk).view().bounds().contains(fix->place));
    auto& view = desk.rows_in("fences");
    REQUIRE(view.currentRow() == 0);
    QString const said = view.model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    INFO(said.toStdString());
    CHECK(said.contains(QStringLiteral("Station yard, circle, 60 m · enter, leave")));
    CHECK_FALSE(said.contains(QStringLiteral("0 inside")));
    CHECK(desk.the<QLabel>("fenceInside").text().contains(QStringLiteral("P02")));
    desk.key(Qt::Key_Delete);
    CHECK(desk.world().fences.empty());
    CHECK(desk.answer() == QStringLiteral("fence removed: Station yard · undo brings it back"));
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    CHECK(only_fence(desk).name.en == "Station yard");
    desk.line("fence nowhere");
    CHECK(desk.refused());
    desk.click(canvas(desk), pixel_of(desk, moved(fix->place, 60'000, 0)));
    CHECK(view.currentRow() == 0);
}

TEST_CASE("An alarm of a fence shows it and its camera and puts its instruction into the line unsent")
{
    Dispatcher desk;
    auto const unit = *find_unit(desk.world(), "P02");
    Fix fix = *desk.world().fix(unit);
    auto const& camera = *desk.world().cameras.begin();
    Fence fence;
    fence.name = {"Bank", {}};
    fence.shape = {FenceKind::circle, {{moved(fix.place, 200'000, 0)}}, 60'000};
    fence.then.instruction = "ask what it does there";
    fence.then.camera = camera.first;
    desk.hub().desk().draw_fence(fence);
    submit_due(desk.hub().session(), desk.hub().now());
    fix.place = moved(fix.place, 200'000, 0);
    fix.at = fix.at + Duration{10'000};
    fix.accuracy_m = 5;
    Act act = desk.hub().session().new_act();
    act.source = "feed:gps";
    act.events.emplace_back(Sweep{1, "", pack_sweep({{unit, fix}})});
    REQUIRE(desk.hub().session().submit(act));
    desk.settle();
    REQUIRE(only_fence(desk).inside.size() == 1);
    desk.key(Qt::Key_F10);
    auto& view = desk.rows_in("alarms");
    view.setCurrentIndex(desk.row(view, QStringLiteral("P02 entered Bank")));
    auto const rows = desk.rows();
    desk.key(Qt::Key_Return);
    auto const seen = canvas(desk).view().bounds();
    CHECK(seen.contains(fix.place));
    CHECK(seen.contains(camera.second.place));
    CHECK(desk.command_line().text() == QStringLiteral("log ask what it does there"));
    CHECK(desk.rows() == rows);
    // What is being typed is not lost.
    desk.command_line().setText(QStringLiteral("note x"));
    view.setFocus();
    desk.key(Qt::Key_Return);
    CHECK(desk.command_line().text() == QStringLiteral("note x"));
}

TEST_CASE("Fences go out and come back as the same in every kind of file and by one act")
{
    QTemporaryDir const folder;
    Dispatcher desk;
    auto& files = desk.the<FenceFiles>();
    auto const wait = [&] {
        REQUIRE(QTest::qWaitFor([&] { return !files.isBusy(); }, 60'000));
        QCoreApplication::processEvents();
        desk.settle();
    };
    files.write(folder.filePath(QStringLiteral("none.geojson")));
    CHECK(desk.refused());
    Fence area;
    area.name = {"North bank", "北岸"};
    auto const at = [&](int x, int y) { return desk.place_at({x, y}); };
    area.shape = {FenceKind::polygon,
                  {{at(200, 200), at(500, 200), at(500, 450)}, {at(420, 250), at(450, 250), at(450, 300)}},
                  0};
    area.watch.leave = false;
    area.watch.dwell_s = 600;
    area.hours.from_min = 1320;
    area.hours.to_min = 360;
    area.hours.weekdays = 65;
    area.hours.ends_at = instant(1'900'000'000'000);
    area.whom.kinds = {"car", "foot"};
    area.whom.departments = {desk.world().departments.begin()->first};
    area.then.priority = 1;
    area.then.instruction = "ask, then tell 指挥";
    area.then.camera = desk.world().cameras.begin()->first;
    Fence gate;
    gate.name = {"Gate", {}};
    gate.shape = {FenceKind::line, {{at(200, 500), at(500, 500)}}, 0};
    gate.watch.way = CrossingWay::to_right;
    Fence around;
    around.name = {"P02", {}};
    around.shape.kind = FenceKind::around_unit;
    around.shape.radius_mm = 100'000;
    around.carrier = find_unit(desk.world(), "P02");
    Fence circle;
    circle.name = {"Circle", {}};
    circle.shape = {FenceKind::circle, {{at(300, 300)}}, 55'000};
    REQUIRE(desk.hub().desk().draw_fences({area, gate, circle, around}));
    for (char const* name : {"a.geojson", "a.gpkg", "a.kml"}) {
        INFO(name);
        QString const path = folder.filePath(QString::fromLatin1(name));
        files.write(path);
        wait();
        CHECK(desk.answer().contains(QStringLiteral("fences written to")));
        auto const rows = desk.rows();
        files.read(path);
        wait();
        INFO(desk.answer().toStdString());
        REQUIRE(desk.world().fences.size() == 8);
        CHECK(desk.rows() == rows + 4);
        auto row = desk.world().fences.begin();
        std::advance(row, 4);
        for (Fence const& wanted : {area, gate, circle, around}) {
            Fence read = row++->second;
            read.changed_by.reset();
            read.inside.clear();
            CHECK(read.name == wanted.name);
            CHECK(feeds::write_fences({*rowOf(read, desk.world())}) ==
                  feeds::write_fences({*rowOf(wanted, desk.world())}));
            CHECK(read.watch == wanted.watch);
            CHECK(read.whom == wanted.whom);
            CHECK(read.hours == wanted.hours);
            CHECK(read.then == wanted.then);
            CHECK(read.carrier == wanted.carrier);
        }
        desk.key(Qt::Key_Z, Qt::ControlModifier);
        CHECK(desk.world().fences.size() == 4);
    }
}

TEST_CASE("Fences in a file of a public map in China lie where they are once its datum is said")
{
    QTemporaryDir const folder;
    Dispatcher desk;
    auto& files = desk.the<FenceFiles>();
    QString const path = folder.filePath(QStringLiteral("shifted.geojson"));
    QFile file{path};
    REQUIRE(file.open(QIODevice::WriteOnly));
    auto const shifted = maps::wgs84_to_gcj02({121.55, 29.87});
    file.write(
        fmt::format(R"({{"type":"FeatureCollection","features":[{{"type":"Feature","properties":{{"name":"gate",)"
                    R"("radius_m":50}},"geometry":{{"type":"Point","coordinates":[{:.8f},{:.8f}]}}}}]}})",
                    shifted.lon, shifted.lat)
            .c_str());
    file.close();
    files.read(path, Datum::gcj02);
    REQUIRE(QTest::qWaitFor([&] { return !files.isBusy(); }, 60'000));
    QCoreApplication::processEvents();
    Place const centre = only_fence(desk).shape.lines.front().front();
    CHECK(distance_mm(centre, *place_from_degrees(29.87, 121.55)) < 100);
}

TEST_CASE("What is no fence in a file is named and left out and what is no file is refused")
{
    QTemporaryDir const folder;
    Dispatcher desk;
    auto& files = desk.the<FenceFiles>();
    auto const read = [&](char const* name, QByteArray const& bytes) {
        QString const path = folder.filePath(QString::fromLatin1(name));
        QFile file{path};
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        files.read(path);
        REQUIRE(QTest::qWaitFor([&] { return !files.isBusy(); }, 60'000));
        QCoreApplication::processEvents();
        CHECK(desk.refused());
    };
    auto const feature = [](char const* properties, char const* type, char const* coordinates) {
        return QByteArray{R"({"type":"Feature","properties":)"} + properties + R"(,"geometry":{"type":")" + type +
               R"(","coordinates":)" + coordinates + "}}";
    };
    read("a.geojson", "nonsense");
    CHECK(desk.answer() == QStringLiteral("the file of fences is no JSON, or nested too deep"));
    read("a.kml", "<kml>");
    CHECK(desk.world().fences.empty());
    QByteArray const good = feature(R"({"name":"gate"})", "LineString", "[[0,0],[1,0]]");
    QByteArray const bad = feature(R"({"name":"post"})", "Point", "[0,0]");
    QByteArray const strange = feature(R"({"name":"bank","camera":"K-none"})", "LineString", "[[0,0],[1,0]]");
    read("b.geojson",
         R"({"type":"FeatureCollection","features":[)" + good + "," + bad + "," + strange + "," + bad + "]}");
    CHECK(desk.answer() ==
          QStringLiteral("fences drawn from b.geojson: 1 · left out: feature 2: a point is a fence with "
                         "\"radius_m\" only; feature 4: a point is a fence with \"radius_m\" only; "
                         "and 1 more"));
    CHECK(only_fence(desk).name.en == "gate");
    files.write(QStringLiteral("/nowhere/at/all.geojson"));
    REQUIRE(QTest::qWaitFor([&] { return !files.isBusy(); }, 60'000));
    QCoreApplication::processEvents();
    CHECK(desk.refused());
}

}  // namespace cresset::app::test
