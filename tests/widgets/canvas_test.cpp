#include "widgets/lru_cache.h"
#include "widgets/map_canvas.h"
#include "widgets/mark_layers.h"
#include "widgets/render_map.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QMouseEvent>
#include <QWheelEvent>
#include <catch2/catch.hpp>
#include <filesystem>
#include <iostream>

using namespace cresset;
using namespace cresset::widgets;

namespace {

Place const middle{437380000, 74200000};

Theme night()
{
    auto const theme = Theme::load("night");
    REQUIRE(theme);
    return *theme;
}

std::shared_ptr<BaseMap const> monaco()
{
    std::filesystem::path const file = std::filesystem::path{SHARED_DATA} / "tiles/monaco_omt.mbtiles";
    if (!std::filesystem::exists(file)) {
        std::cout << "skipped: no " << file << "\n";
        return nullptr;
    }
    auto const map = BaseMap::open(file.string());
    REQUIRE(map);
    return *map;
}

/// A canvas of 800x600 with one unit and one incident, looking at the middle.
struct Desk {
    UnitLayer units;
    IncidentLayer incidents;
    MapCanvas canvas{night()};

    Desk()
    {
        UnitMark unit;
        unit.id = 7;
        unit.place = middle;
        unit.call_sign = "P12";
        units.setMarks({unit});
        IncidentMark incident;
        incident.id = 9;
        incident.priority = 1;
        incident.place = moved(middle, 300'000, 0);
        incident.label = "#1";
        incidents.setMarks({incident});
        canvas.setGlide(false);
        canvas.addLayer(&units);
        canvas.addLayer(&incidents);
        canvas.resize(800, 600);
        canvas.show();
        canvas.setView(middle, 15);
        QApplication::processEvents();
    }

    QPointF at(Place place) const { return canvas.view().toScreen(place); }

    void mouse(QEvent::Type type, QPointF where, Qt::MouseButton button, Qt::MouseButtons held,
               Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QMouseEvent event{type, where, canvas.mapToGlobal(where), button, held, modifiers};
        QApplication::sendEvent(&canvas, &event);
    }

    void click(QPointF where)
    {
        mouse(QEvent::MouseButtonPress, where, Qt::LeftButton, Qt::LeftButton);
        mouse(QEvent::MouseButtonRelease, where, Qt::LeftButton, Qt::NoButton);
    }

    void drag(QPointF from, QPointF to)
    {
        mouse(QEvent::MouseButtonPress, from, Qt::LeftButton, Qt::LeftButton);
        mouse(QEvent::MouseMove, (from + to) / 2, Qt::NoButton, Qt::LeftButton);
        mouse(QEvent::MouseMove, to, Qt::NoButton, Qt::LeftButton);
        mouse(QEvent::MouseButtonRelease, to, Qt::LeftButton, Qt::NoButton);
    }

    void key(int key)
    {
        QKeyEvent event{QEvent::KeyPress, key, Qt::NoModifier};
        QApplication::sendEvent(&canvas, &event);
    }
};

MarkKey const unit_key{MarkKind::unit, 7}, incident_key{MarkKind::incident, 9};

void waitFor(MapCanvas const& canvas)
{
    while (!canvas.complete()) QApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    QApplication::processEvents();
}

}  // namespace

TEST_CASE("The cache forgets what was used longest ago and counts what it keeps")
{
    LruCache<int, int> cache{10};
    for (int i = 0; i < 5; ++i) cache.put(i, i * i, 2);
    REQUIRE(cache.get(0) == 0);
    cache.put(5, 25, 2);
    REQUIRE(cache.get(0) == 0);
    REQUIRE_FALSE(cache.get(1));
    cache.put(5, 26, 4);
    REQUIRE(cache.get(5) == 26);
    REQUIRE(cache.cost() <= 10);
    cache.put(6, 36, 1000);
    REQUIRE(cache.count() == 1);
    cache.clear();
    REQUIRE(cache.cost() == 0);
}

TEST_CASE("A canvas without a map or marks draws its ground and has nothing under the mouse")
{
    MapCanvas canvas{night()};
    canvas.resize(300, 200);
    canvas.show();
    REQUIRE(canvas.picture().size() == QSize(300, 200));
    REQUIRE(canvas.marksAt({10, 10}).empty());
    canvas.fit();
}

TEST_CASE("A click selects, a click beside it selects nothing, and Escape clears")
{
    Desk desk;
    int told = 0;
    QObject::connect(&desk.canvas, &MapCanvas::selectionChanged, [&] { ++told; });
    desk.click(desk.at(middle));
    REQUIRE(desk.canvas.selection() == std::vector{unit_key});
    desk.click({20, 20});
    REQUIRE(desk.canvas.selection().empty());
    desk.click(desk.at(middle));
    desk.key(Qt::Key_Escape);
    REQUIRE(desk.canvas.selection().empty());
    REQUIRE(told == 4);
    desk.canvas.setSelection({incident_key});
    REQUIRE(told == 4);
}

TEST_CASE("A drag moves the ground with the mouse and does not select")
{
    Desk desk;
    QPointF const before = desk.at(middle);
    desk.drag({100, 100}, {180, 140});
    REQUIRE(desk.at(middle) == before + QPointF{80, 40});
    REQUIRE(desk.canvas.selection().empty());
}

TEST_CASE("A unit pulled onto an incident says so and leaves the view alone")
{
    Desk desk;
    MarkKey pulled, onto;
    QObject::connect(&desk.canvas, &MapCanvas::dropped, [&](MarkKey a, MarkKey b, Place) { pulled = a, onto = b; });
    Viewport const before = desk.canvas.view();
    desk.drag(desk.at(middle), desk.at(desk.incidents.marks()[0].place));
    REQUIRE(pulled == unit_key);
    REQUIRE(onto == incident_key);
    REQUIRE(desk.canvas.view() == before);
    desk.drag(desk.at(middle), {30, 30});
    REQUIRE(onto.kind == MarkKind::none);
}

TEST_CASE("The wheel zooms round the mouse by half a step and a fine wheel gathers")
{
    Desk desk;
    QPointF const mouse{600, 100};
    Place const under = desk.canvas.view().placeAt(mouse);
    auto const wheel = [&](int delta) {
        QWheelEvent event{
            mouse, desk.canvas.mapToGlobal(mouse), {}, {0, delta}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
            false};
        QApplication::sendEvent(&desk.canvas, &event);
    };
    wheel(120);
    REQUIRE(desk.canvas.view().zoom() == Approx(15.5).margin(0.01));
    QPointF const off = desk.canvas.view().toScreen(under) - mouse;
    REQUIRE(std::abs(off.x()) + std::abs(off.y()) < 2);
    for (int i = 0; i < 8; ++i) wheel(-15);
    REQUIRE(desk.canvas.view().zoom() == Approx(15).margin(0.01));
}

TEST_CASE("Keys pan and zoom and the star fits all marks")
{
    Desk desk;
    desk.key(Qt::Key_Plus);
    REQUIRE(desk.canvas.view().zoom() == Approx(15.5).margin(0.01));
    QPointF const before = desk.at(middle);
    desk.key(Qt::Key_Right);
    REQUIRE(desk.at(middle) == before - QPointF{100, 0});
    desk.key(Qt::Key_Asterisk);
    REQUIRE(desk.canvas.view().rect().contains(desk.at(middle).toPoint()));
    REQUIRE(desk.canvas.view().rect().contains(desk.at(desk.incidents.marks()[0].place).toPoint()));
}

TEST_CASE("A box drawn with Shift is looked at whole and one of a few pixels is none")
{
    Desk desk;
    int by_hand = 0;
    QObject::connect(&desk.canvas, &MapCanvas::movedByHand, [&] { ++by_hand; });
    auto const box = [&](QPointF from, QPointF to) {
        desk.mouse(QEvent::MouseButtonPress, from, Qt::LeftButton, Qt::LeftButton, Qt::ShiftModifier);
        desk.mouse(QEvent::MouseMove, (from + to) / 2, Qt::NoButton, Qt::LeftButton, Qt::ShiftModifier);
        desk.mouse(QEvent::MouseMove, to, Qt::NoButton, Qt::LeftButton, Qt::ShiftModifier);
        desk.mouse(QEvent::MouseButtonRelease, to, Qt::LeftButton, Qt::NoButton, Qt::ShiftModifier);
    };
    Viewport const before = desk.canvas.view();
    box({300, 200}, {305, 204});
    CHECK(desk.canvas.view() == before);
    CHECK(by_hand == 0);
    Place const one = before.placeAt({480, 290}), other = before.placeAt({300, 200});
    box({480, 290}, {300, 200});
    CHECK(by_hand == 1);
    CHECK(desk.canvas.view().zoom() == Approx(17).margin(0.01));
    CHECK(desk.canvas.view().rect().contains(desk.at(one).toPoint()));
    CHECK(desk.canvas.view().rect().contains(desk.at(other).toPoint()));
}

TEST_CASE("While measuring a click sets a point and selects nothing and a drag still moves the map")
{
    Desk desk;
    std::vector<Place> points;
    int ended = 0;
    QObject::connect(&desk.canvas, &MapCanvas::pointSet, [&](Place place) { points.push_back(place); });
    QObject::connect(&desk.canvas, &MapCanvas::measured, [&] { ++ended; });
    desk.canvas.setTool(MapTool::measure);
    desk.click(desk.at(middle));
    CHECK(points.size() == 1);
    CHECK(desk.canvas.selection().empty());
    QPointF const before = desk.at(middle);
    desk.drag(desk.at(middle), desk.at(middle) + QPointF{60, 0});
    CHECK(desk.at(middle) == before + QPointF{60, 0});
    CHECK(points.size() == 1);
    desk.key(Qt::Key_Escape);
    CHECK(ended == 1);
}

TEST_CASE("A layer that is made pale shows what lies under it")
{
    Desk desk;
    desk.canvas.removeLayer(&desk.incidents);
    QPoint const at = desk.at(middle).toPoint() + QPoint{-6, -6};
    QRgb const full = desk.canvas.picture().pixel(at);
    desk.units.setVisible(false);
    desk.canvas.layersChanged();
    QRgb const none = desk.canvas.picture().pixel(at);
    desk.units.setVisible(true);
    desk.units.setOpacity(128);
    desk.canvas.layersChanged();
    QRgb const half = desk.canvas.picture().pixel(at);
    REQUIRE(full != none);
    CHECK(std::abs(qGreen(half) - (qGreen(full) + qGreen(none)) / 2) <= 1);
}

TEST_CASE("A window that grows keeps the whole city in it until somebody looks elsewhere")
{
    auto const map = monaco();
    if (!map) return;
    MapCanvas canvas{night()};
    canvas.setGlide(false);
    canvas.resize(200, 150);
    canvas.setBaseMap(map);
    canvas.show();
    auto const resized = [&](int width, int height) {
        canvas.resize(width, height);
        QApplication::processEvents();
        return canvas.view();
    };
    auto const fitting = [&](QSize size) { return Viewport::fitting(map->bounds(), size, 1).zoom(); };
    CHECK(resized(800, 600).zoom() == fitting({800, 600}));
    CHECK(resized(1600, 900).zoom() == fitting({1600, 900}));
    canvas.setView(middle, 15);
    CHECK(resized(400, 300).zoom() == 15);
}

TEST_CASE("New marks are drawn and do not move the view")
{
    Desk desk;
    Viewport const before = desk.canvas.view();
    QImage const first = desk.canvas.picture().copy();
    UnitMark far;
    far.id = 8;
    far.place = moved(middle, -200'000, 100'000);
    desk.units.setMarks({far});
    desk.canvas.layersChanged();
    REQUIRE(desk.canvas.picture() != first);
    REQUIRE(desk.canvas.view() == before);
}

TEST_CASE("What the canvas shows once complete is what renderMap draws")
{
    auto const map = monaco();
    if (!map) return;
    Desk desk;
    desk.canvas.setBaseMap(map);
    waitFor(desk.canvas);
    auto const theme = night();
    auto const style = MapStyle::load(theme);
    REQUIRE(style);
    QImage const tiles = renderTiles(*map, **style, desk.canvas.view());
    QImage const shown = desk.canvas.picture();
    int same = 0;
    for (int y = 0; y < 600; y += 3)
        for (int x = 0; x < 800; x += 3) same += shown.pixel(x, y) == tiles.pixel(x, y);
    REQUIRE(same > 200 * 267 * 7 / 10);  // the rest is labels, symbols and furniture
}

TEST_CASE("Names are placed anew for a station and for what covers the map and stand still while units move")
{
    auto const map = monaco();
    if (!map) return;
    Desk desk;
    desk.canvas.setBaseMap(map);
    waitFor(desk.canvas);
    UnitMark unit = desk.units.marks()[0];
    unit.place = moved(unit.place, 50'000, 0);
    desk.units.setMarks({unit});
    desk.canvas.layersChanged();
    REQUIRE(desk.canvas.complete());

    PostLayer posts;
    posts.setMarks({{1, middle, "police", "Station"}});
    desk.canvas.addLayer(&posts);
    REQUIRE_FALSE(desk.canvas.complete());
    waitFor(desk.canvas);
    desk.canvas.setCovered({{600, 8, 40, 200}});
    REQUIRE_FALSE(desk.canvas.complete());
    waitFor(desk.canvas);
    desk.canvas.removeLayer(&posts);
}

TEST_CASE("While the next zoom is painted the old one is shown instead of nothing")
{
    auto const map = monaco();
    if (!map) return;
    Desk desk;
    desk.canvas.setBaseMap(map);
    waitFor(desk.canvas);
    auto const ground = night().rgb("map.land");
    desk.canvas.setView(middle, 16);
    QImage const at_once = desk.canvas.picture();
    int drawn = 0;
    for (int y = 0; y < 600; y += 5)
        for (int x = 0; x < 800; x += 5) drawn += at_once.pixel(x, y) != ground;
    REQUIRE(drawn > 120 * 160 / 4);
    waitFor(desk.canvas);
}

TEST_CASE("A canvas can be thrown away while its workers run")
{
    auto const map = monaco();
    if (!map) return;
    for (int i = 0; i < 5; ++i) {
        Desk desk;
        desk.canvas.setBaseMap(map);
        QApplication::processEvents();
    }
}

TEST_CASE("A priority 1 incident is never covered by another mark's label")
{
    Desk desk;
    std::vector<UnitMark> crowd;
    for (std::uint64_t i = 0; i < 40; ++i) {
        UnitMark unit;
        unit.id = i;
        unit.place = moved(middle, 300'000 - 90'000 + static_cast<std::int64_t>(i) * 1'500, 0);
        unit.call_sign = QStringLiteral("UNIT %1").arg(i);
        crowd.push_back(unit);
    }
    desk.canvas.removeLayer(&desk.units);
    desk.canvas.layersChanged();
    QPoint const at = desk.at(desk.incidents.marks()[0].place).toPoint();
    QImage const alone = desk.canvas.picture().copy(QRect{at - QPoint{5, 5}, QSize{11, 11}});
    desk.units.setMarks(crowd);
    desk.canvas.removeLayer(&desk.incidents);
    desk.canvas.addLayer(&desk.units);
    desk.canvas.addLayer(&desk.incidents);
    REQUIRE(desk.canvas.picture().copy(QRect{at - QPoint{5, 5}, QSize{11, 11}}) == alone);
}

TEST_CASE("A priority 1 incident is not covered by the label of another one of priority 1")
{
    Desk desk;
    desk.canvas.removeLayer(&desk.units);
    IncidentMark one, other;
    one.id = 1, other.id = 2;
    one.priority = other.priority = 1;
    other.place = middle;
    one.label = QStringLiteral("#1 collision with injuries");
    for (std::int64_t const metres : {-280, -200, -120, 120, 200, 280}) {
        one.place = moved(middle, metres * 1000, 0);
        QPoint const at = desk.at(middle).toPoint();
        auto const drawn = [&](std::vector<IncidentMark> marks) {
            desk.incidents.setMarks(std::move(marks));
            desk.canvas.layersChanged();
            return desk.canvas.picture().copy(QRect{at - QPoint{10, 10}, QSize{21, 21}});
        };
        INFO(metres);
        CHECK(drawn({other, one}) == drawn({other}));
    }
}

TEST_CASE("Incidents that wait and those of priority 1 lie over units and what lies above is picked first")
{
    Desk desk;
    RisenLayer risen{desk.incidents, desk.units};
    desk.canvas.removeLayer(&desk.units);
    desk.canvas.addLayer(&desk.units);  // above the incidents, as somebody may choose
    desk.canvas.addLayer(&risen);
    QPoint const at = desk.at(middle).toPoint();
    auto const picture = [&] {
        desk.canvas.layersChanged();
        return desk.canvas.picture().copy(QRect{at - QPoint{4, 4}, QSize{9, 9}});
    };
    auto const picked = [&] { return desk.canvas.marksAt(at).front().key; };
    auto const incident = [&](int priority, bool waiting) {
        IncidentMark mark;
        mark.id = incident_key.id;
        mark.place = middle;
        mark.priority = priority;
        mark.waiting = waiting;
        desk.incidents.setMarks({mark});
    };
    auto const units = desk.units.marks();
    desk.units.setMarks({});
    incident(1, false);
    QImage const first = picture();
    incident(3, true);
    QImage const third = picture();
    desk.units.setMarks(units);
    CHECK(picture() == third);
    CHECK(picked() == incident_key);
    incident(1, false);
    CHECK(picture() == first);
    CHECK(picked() == incident_key);
    incident(3, false);  // somebody is sent: the unit lies above
    CHECK(picture() != third);
    CHECK(picked() == unit_key);

    incident(1, true);
    desk.canvas.setSelection({unit_key});
    QImage const selected = picture();
    CHECK(selected != first);
    CHECK(picked() == unit_key);
    desk.canvas.setSelection({incident_key});
    CHECK(picture() == first);
    auto in_distress = units;
    in_distress[0].status = MarkStatus::distress;
    desk.units.setMarks(in_distress);
    CHECK(picture() != first);
    CHECK(picked() == unit_key);
    desk.units.setVisible(false);  // distress is shown whatever is hidden
    CHECK(picture() != first);
    CHECK(picked() == unit_key);
    desk.canvas.removeLayer(&risen);
}

TEST_CASE("Of two units one on the other the one that is drawn uppermost is picked and beside them the nearer")
{
    Desk desk;
    UnitMark north = desk.units.marks()[0], south = north;
    north.id = 1, south.id = 2;
    south.place = moved(middle, 0, -9'000);
    desk.units.setMarks({south, north});
    QPointF const above = desk.at(north.place), below = desk.at(south.place);
    REQUIRE(below.y() - above.y() > 1);
    REQUIRE(below.y() - above.y() < 9);
    auto const picked = [&](QPointF at) { return desk.canvas.marksAt(at).front().key.id; };
    CHECK(picked(above) == 2);
    CHECK(picked(below) == 2);
    CHECK(picked(above - QPointF{0, 9}) == 1);
    CHECK(picked(above - QPointF{0, 12}) == 1);
}

TEST_CASE("A unit that is pulled onto an incident under another unit is sent there")
{
    Desk desk;
    Place const there = desk.incidents.marks()[0].place;
    auto units = desk.units.marks();
    units.push_back(units[0]);
    units[1].id = 8;
    units[1].place = there;
    desk.units.setMarks(units);
    desk.canvas.removeLayer(&desk.units);
    desk.canvas.addLayer(&desk.units);
    REQUIRE(desk.canvas.marksAt(desk.at(there)).front().key.id == 8);
    MarkKey onto;
    QObject::connect(&desk.canvas, &MapCanvas::dropped, [&](MarkKey, MarkKey b, Place) { onto = b; });
    desk.drag(desk.at(middle), desk.at(there));
    CHECK(onto == incident_key);
}

TEST_CASE("Who calls for help has a frame in the colour of distress that is wide or drawn in")
{
    Desk desk;
    auto units = desk.units.marks();
    units[0].status = MarkStatus::distress;
    desk.units.setMarks(units);
    QColor const wanted = night().colour("status.distress");
    auto const has_frame = [&](int radius) {
        desk.canvas.layersChanged();
        QImage const picture = desk.canvas.picture();
        QPoint const at = desk.at(middle).toPoint();
        return picture.pixelColor(at - QPoint{radius, 0}) == wanted &&
               picture.pixelColor(at + QPoint{0, radius}) == wanted;
    };
    CHECK(has_frame(27));
    CHECK_FALSE(has_frame(21));
    desk.units.setWideFrames(false);
    CHECK(has_frame(21));
    CHECK_FALSE(has_frame(27));
    units[0].answered = true;  // stands still
    desk.units.setMarks(units);
    CHECK(has_frame(27));
}
