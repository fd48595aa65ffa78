#include "app/window/screen_places.h"
#include "app/window/usual_layouts.h"
#include "tests/ui/dispatcher.h"
#include "widgets/row_view.h"

#include <QApplication>
#include <QGuiApplication>
#include <QMenuBar>
#include <QScreen>
#include <QSettings>
#include <QTabBar>
#include <random>

// Where the panels stand: layouts by name and seat, panels on other screens, and screens that vanish. The tests have
// two screens (main.cpp), CONSOLE at the left and SIDE at its right.

namespace cresset::app::test {

namespace {

std::vector<ScreenPlace> const two{{QStringLiteral("A"), {0, 0, 1000, 800}},
                                   {QStringLiteral("B"), {1000, 0, 600, 800}}};

bool inside(QRect const& rectangle, std::vector<ScreenPlace> const& screens)
{
    for (auto const& screen : screens)
        if (screen.area.contains(rectangle)) return true;
    return false;
}

/// The plain way: every pixel of a coarse raster is on some screen.
bool isSeen(QRect const& rectangle, std::vector<ScreenPlace> const& screens)
{
    for (int y = rectangle.top(); y <= rectangle.bottom(); ++y)
        for (int x = rectangle.left(); x <= rectangle.right(); ++x) {
            bool on = false;
            for (auto const& screen : screens) on = on || screen.area.contains(x, y);
            if (!on) return false;
        }
    return true;
}

QScreen& screen_called(char const* name)
{
    for (auto* screen : QGuiApplication::screens())
        if (screen->name() == QString::fromLatin1(name)) return *screen;
    FAIL("no screen is called " << name);
    return *QGuiApplication::primaryScreen();
}

/// Takes the screen away as the system says it, and gives it back.
void unplug(QScreen& screen)
{
    Q_EMIT qGuiApp->screenRemoved(&screen);
}
void plug(QScreen& screen)
{
    Q_EMIT qGuiApp->screenAdded(&screen);
}

QDockWidget& panel(Dispatcher& desk, char const* name)
{
    return desk.the<QDockWidget>(name);
}

void do_line(Dispatcher& desk, std::string const& line)
{
    if (auto* popup = QApplication::activePopupWidget()) popup->close();
    QApplication::setActiveWindow(&desk.window());
    desk.line(line);
    QCoreApplication::processEvents();
}

struct CleanSettings {
    CleanSettings() { QSettings{}.clear(); }
    ~CleanSettings() { QSettings{}.clear(); }
};

}  // namespace

TEST_CASE("A rectangle stays where all of it can be seen and else goes the shortest way onto a screen")
{
    CHECK(ontoScreens({10, 10, 300, 200}, {}) == QRect(10, 10, 300, 200));  // no screen: nowhere to go
    CHECK(ontoScreens({10, 10, 300, 200}, two) == QRect(10, 10, 300, 200));
    CHECK(ontoScreens({900, 10, 300, 200}, two) == QRect(900, 10, 300, 200));  // over the seam
    CHECK(ontoScreens({-50, 10, 300, 200}, two) == QRect(0, 10, 300, 200));
    CHECK(ontoScreens({1900, 900, 300, 200}, two) == QRect(1300, 600, 300, 200));
    CHECK(ontoScreens({1700, 0, 900, 900}, two) == QRect(1000, 0, 600, 800));  // too large
}

TEST_CASE("A place on a screen that is gone is on one that is there and is the same when the screen is back elsewhere")
{
    WindowPlace const place = placeOf({1100, 50, 400, 300}, two);
    CHECK(place.screen == QStringLiteral("B"));
    CHECK(rectangleOf(place, two) == QRect(1100, 50, 400, 300));
    CHECK(rectangleOf(place, {two[0]}) == QRect(100, 50, 400, 300));
    CHECK(rectangleOf(place, {two[0], {QStringLiteral("B"), {-600, 100, 600, 800}}}) == QRect(-500, 150, 400, 300));
    CHECK(rectangleOf(place, {two[0], {QStringLiteral("B"), {1000, 0, 450, 320}}}) == QRect(1050, 20, 400, 300));
}

TEST_CASE("Wherever a rectangle was it is wholly on the screens and was not moved without need")
{
    std::mt19937 dice{20};
    auto const any = [&](int least, int most) { return std::uniform_int_distribution{least, most}(dice); };
    for (int i = 0; i < 400; ++i) {
        std::vector<ScreenPlace> screens;
        for (int n = any(1, 3), x = any(-50, 50); n > 0; --n) {
            int const width = any(60, 120);
            screens.push_back({QString::number(n), {x, any(-30, 30), width, any(50, 90)}});
            x += width;
        }
        QRect const wanted{any(-200, 400), any(-100, 200), any(5, 130), any(5, 100)};
        QRect const put = ontoScreens(wanted, screens);
        INFO(i);
        if (isSeen(wanted, screens))
            CHECK(put == wanted);
        else
            CHECK(inside(put, screens));
        CHECK(put.width() <= wanted.width());
        CHECK(put.height() <= wanted.height());
        CHECK(ontoScreens(put, screens) == put);
    }
}

TEST_CASE("Saved layouts that are damaged are left out and the others stay")
{
    SavedLayouts layouts{
        QStringLiteral("[{\"name\":\"x\"},3,{\"seat\":\"\",\"name\":\"night\",\"docks\":\"AAAA\","
                       "\"window\":{\"screen\":\"A\",\"x\":1,\"y\":2,\"width\":300,\"height\":200},"
                       "\"floating\":{\"log\":{\"width\":-4},\"units\":{\"screen\":\"B\",\"x\":0,\"y\":0,"
                       "\"width\":9,\"height\":9}}}]")};
    REQUIRE(layouts.names({}) == std::vector{QStringLiteral("night")});
    auto const night = layouts.find({}, QStringLiteral("NIGHT"));
    REQUIRE(night);
    CHECK(night->floating.size() == 1);
    CHECK(SavedLayouts{layouts.text()}.text() == layouts.text());
    CHECK_FALSE(layouts.forget(QStringLiteral("calls"), QStringLiteral("night")));  // of another seat
    CHECK(layouts.forget({}, QStringLiteral("night")));
    CHECK(SavedLayouts{QStringLiteral("no json")}.names({}).empty());
}

TEST_CASE("The usual layouts show what their work needs at every size and nothing outside the window")
{
    CleanSettings const clean;
    for (QSize const size :
         {QSize{910, 512}, QSize{1280, 720}, QSize{1366, 768}, QSize{1920, 1080}, QSize{3840, 2160}}) {
        Dispatcher desk;
        desk.window().resize(size);
        QCoreApplication::processEvents();
        for (auto const& [layout, needs] :
             {std::pair{"dispatch", "incidents"}, std::pair{"calls", "intake"}, std::pair{"supervisor", "incidents"}}) {
            do_line(desk, std::string{"layout "} + layout);
            INFO(layout << " at " << size.width() << "x" << size.height());
            CHECK_FALSE(desk.refused());
            CHECK(desk.window().size() == size);
            CHECK(panel(desk, needs).isVisible());
            CHECK(panel(desk, "help").isHidden());
            CHECK(desk.window().map().width() > size.width() / 4);
            CHECK(desk.window().map().height() > size.height() / 2);
            for (auto* dock : desk.window().findChildren<QDockWidget*>()) {
                if (!dock->isVisible() || dock->visibleRegion().isEmpty()) continue;
                INFO(dock->objectName().toStdString());
                QRect const at{dock->mapTo(&desk.window(), QPoint{0, 0}), dock->size()};
                CHECK(desk.window().rect().contains(at));
            }
        }
    }
}

TEST_CASE("A layout is saved and switched to and forgotten by line and by key and by menu in both languages")
{
    CleanSettings const clean;
    Dispatcher desk;
    panel(desk, "units").hide();
    do_line(desk, "layout save Night desk");
    CHECK(desk.answer().contains(QStringLiteral("layout Night desk shows it")));
    do_line(desk, "layout dispatch");
    CHECK(panel(desk, "units").isVisible());
    desk.key(Qt::Key_F4, Qt::ShiftModifier);  // after the three usual ones
    QCoreApplication::processEvents();
    CHECK(panel(desk, "units").isHidden());
    CHECK(desk.window().layouts().current() == QStringLiteral("Night desk"));
    desk.choose_in_bar(QStringLiteral("Layouts"), QStringLiteral("supervisor"));
    QCoreApplication::processEvents();
    CHECK(panel(desk, "units").isVisible());
    do_line(desk, "布局 接警");
    CHECK(panel(desk, "intake").isVisible());
    CHECK(desk.window().layouts().current() == QStringLiteral("calls"));

    do_line(desk, "layout forget calls");
    CHECK(desk.answer().contains(QStringLiteral("usual layouts")));
    do_line(desk, "layout forget night");
    CHECK_FALSE(desk.refused());
    do_line(desk, "layout night");
    CHECK(desk.refused());
    CHECK(desk.answer().contains(QStringLiteral("no layout is called \"night\"")));

    // One of the usual ones that is saved over is as it was once that is forgotten.
    do_line(desk, "layout dispatch");
    panel(desk, "log").hide();
    do_line(desk, "layout save dispatch");
    do_line(desk, "layout supervisor");
    do_line(desk, "layout dispatch");
    CHECK(panel(desk, "log").isHidden());
    do_line(desk, "layout forget dispatch");
    do_line(desk, "layout dispatch");
    CHECK_FALSE(panel(desk, "log").isHidden());
}

TEST_CASE("The desk is at the next start as it was left with its layouts and each seat has its own")
{
    CleanSettings const clean;
    {
        Dispatcher first;
        panel(first, "units").hide();
        do_line(first, "layout save quiet");
        first.window().close();
    }
    Dispatcher::Options options;
    options.settings = Settings::load();
    Dispatcher second{options};
    CHECK(panel(second, "units").isHidden());
    CHECK(second.window().layouts().names().contains(QStringLiteral("quiet")));
    second.window().close();

    options.settings = Settings::load();
    options.settings.seat = QStringLiteral("calls");
    Dispatcher third{options};
    CHECK(panel(third, "intake").isVisible());  // the usual layout of a seat that is called so
    CHECK_FALSE(third.window().layouts().names().contains(QStringLiteral("quiet")));
}

TEST_CASE("A layout saved of a window that fills its screen leaves it filled when it is switched to")
{
    CleanSettings const clean;
    Dispatcher desk;
    desk.window().showMaximized();
    REQUIRE(until([&] { return desk.window().size() == desk.window().screen()->availableSize(); }));
    do_line(desk, "layout save whole");
    do_line(desk, "layout whole");
    CHECK(desk.window().isMaximized());
    CHECK(desk.window().size() == desk.window().screen()->availableSize());
    // From a smaller one too.
    desk.window().showNormal();
    REQUIRE(until([&] { return desk.window().size() != desk.window().screen()->availableSize(); }));
    do_line(desk, "layout whole");
    CHECK(until([&] { return desk.window().size() == desk.window().screen()->availableSize(); }));
}

TEST_CASE("A panel floats to another screen by key and comes back with its layout")
{
    CleanSettings const clean;
    Dispatcher desk;
    desk.rows_in("units").setFocus();
    desk.key(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    auto& units = panel(desk, "units");
    REQUIRE(units.isFloating());
    QRect const side = screen_called("SIDE").availableGeometry();
    CHECK(side.contains(units.geometry()));
    QRect const at = units.geometry();
    do_line(desk, "layout save two screens");
    do_line(desk, "layout dispatch");
    CHECK_FALSE(units.isFloating());
    do_line(desk, "layout two screens");
    CHECK(units.isFloating());
    CHECK(units.geometry() == at);
    units.activateWindow();
    desk.rows_in("units").setFocus();
    desk.key(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK_FALSE(units.isFloating());
}

TEST_CASE("Letters typed in a panel that floats begin a command")
{
    CleanSettings const clean;
    Dispatcher desk;
    auto& units = panel(desk, "units");
    units.setFloating(true);
    QApplication::setActiveWindow(&units);
    desk.rows_in("units").setFocus();
    REQUIRE(QApplication::activeWindow() == &units);
    QTest::keyClick(&desk.rows_in("units"), Qt::Key_D);
    CHECK(desk.command_line().text() == QStringLiteral("d"));
}

TEST_CASE("A screen that vanishes takes no window with it and gets them back when it returns")
{
    CleanSettings const clean;
    Dispatcher desk;
    auto& side = screen_called("SIDE");
    QRect const lost = side.availableGeometry(), left = screen_called("CONSOLE").availableGeometry();
    auto& units = panel(desk, "units");
    auto& log = panel(desk, "log");
    units.setFloating(true);
    log.setFloating(true);
    units.setGeometry({lost.topLeft() + QPoint{40, 60}, QSize{400, 500}});
    log.setGeometry({lost.topLeft() + QPoint{500, 60}, QSize{400, 500}});
    QRect const units_home = units.geometry();
    REQUIRE(lost.contains(units_home));
    auto& shown = desk.the<QLabel>("answer");

    unplug(side);
    CHECK(left.contains(units.geometry()));
    CHECK(left.contains(log.geometry()));
    CHECK(units.isVisible());
    CHECK(units.size() == units_home.size());
    CHECK(shown.text().contains(QStringLiteral("2 windows")));

    log.move(left.topLeft() + QPoint{10, 10});  // somebody finds a better place for it
    QRect const chosen = log.geometry();
    plug(side);
    CHECK(units.geometry() == units_home);
    CHECK(log.geometry() == chosen);

    // The window itself.
    desk.window().resize(800, 600);
    desk.window().move(lost.topLeft() + QPoint{10, 10});
    QRect const window_home = desk.window().geometry();
    unplug(side);
    CHECK(left.contains(desk.window().geometry()));
    CHECK(desk.window().isVisible());
    plug(side);
    CHECK(desk.window().geometry() == window_home);
}

TEST_CASE("A layout whose screen is gone opens on those that are there and is whole again when the screen is")
{
    CleanSettings const clean;
    Dispatcher desk;
    auto& units = panel(desk, "units");
    QRect const side = screen_called("SIDE").availableGeometry();
    units.setFloating(true);
    units.setGeometry({side.topLeft() + QPoint{40, 60}, QSize{400, 500}});
    do_line(desk, "layout save wide");
    Settings saved = Settings::load();
    desk.window().close();
    for (char const* name : {"HDMI-9", "SIDE"}) {
        // As it was saved where the screen had that name.
        Dispatcher::Options options;
        options.settings = saved;
        options.settings.layouts.replace(QStringLiteral("SIDE"), QString::fromLatin1(name));
        Dispatcher other{options};
        do_line(other, "layout wide");
        auto& there = panel(other, "units");
        INFO(name);
        CHECK(there.isFloating());
        bool const known = QString::fromLatin1(name) == QStringLiteral("SIDE");
        CHECK(side.contains(there.geometry()) == known);
        CHECK(inside(there.geometry(), screensNow()));
    }
}

TEST_CASE("A panel that is told to float leaves its dock and stands whole over the map where it can be worked in")
{
    CleanSettings const clean;
    Dispatcher desk;
    desk.window().move(40, 60);
    QCoreApplication::processEvents();
    for (char const* name : {"units", "incidents"}) {
        INFO(name);
        auto& one = panel(desk, name);
        QRect const docked{one.mapToGlobal(QPoint{0, 0}), one.size()};
        desk.rows_in(name).setFocus();
        desk.key(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        REQUIRE(one.isFloating());
        auto const& map = desk.window().map();
        CHECK_FALSE(one.geometry().intersects(docked));
        CHECK(QRect{map.mapToGlobal(QPoint{0, 0}), map.size()}.contains(one.geometry()));
        CHECK(one.width() >= 340);
        CHECK(one.height() >= 260);
        // Where somebody put it, there it floats the next time.
        one.setGeometry({screen_called("SIDE").geometry().topLeft() + QPoint{70, 80}, QSize{400, 500}});
        QCoreApplication::processEvents();
        QRect const chosen = one.geometry();
        one.setFloating(false);
        one.setFloating(true);
        CHECK(one.geometry() == chosen);
        one.setFloating(false);
        QApplication::setActiveWindow(&desk.window());
    }
}

TEST_CASE("A line that is begun where a panel floats is typed on in the window whichever of them has the keys by then")
{
    CleanSettings const clean;
    Dispatcher desk;
    auto& units = panel(desk, "units");
    units.setFloating(true);
    auto& rows = desk.rows_in("units");
    auto const go = [&] {
        units.activateWindow();
        REQUIRE(until([&] { return units.isActiveWindow(); }));
        rows.setFocus();
        REQUIRE(QApplication::focusWidget() == &rows);
    };
    go();
    QTest::keyClick(&rows, Qt::Key_7);
    REQUIRE(until([&] { return desk.window().isActiveWindow(); }));
    CHECK(QApplication::focusWidget() == &desk.command_line());
    desk.key(Qt::Key_Escape);

    // Faster than the window comes to the front.
    go();
    for (Qt::Key const key : {Qt::Key_7, Qt::Key_Q, Qt::Key_X, Qt::Key_Backspace, Qt::Key_Space, Qt::Key_5})
        QTest::keyClick(&rows, key);
    CHECK(desk.command_line().text() == QStringLiteral("7q 5"));
    QTest::keyClick(&rows, Qt::Key_Return);
    CHECK(desk.answer().contains(QStringLiteral("\"7q\" is no verb")));
}

TEST_CASE("The name of a panel is whole on its tab however many share a bar")
{
    CleanSettings const clean;
    for (QString const& language : {QStringLiteral("en"), QStringLiteral("zh_CN")}) {
        Dispatcher::Options options;
        options.language = language;
        Dispatcher desk{options};
        desk.window().resize(1366, 768);
        QCoreApplication::processEvents();
        do_line(desk, "layout dispatch");
        do_line(desk, "find school");
        desk.key(Qt::Key_F1);
        desk.key(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        QCoreApplication::processEvents();
        int most = 0;
        for (auto* bar : desk.window().findChildren<QTabBar*>()) {
            if (!bar->isVisible()) continue;
            most = std::max(most, bar->count());
            for (int i = 0; i < bar->count(); ++i) {
                INFO(bar->tabText(i).toStdString());
                CHECK(bar->elideMode() == Qt::ElideNone);
                CHECK(bar->tabRect(i).width() > bar->fontMetrics().horizontalAdvance(bar->tabText(i)));
                CHECK(bar->rect().contains(bar->tabRect(i).adjusted(0, 1, 0, -1)));  // none behind an arrow
            }
        }
        CHECK(most == 4);
    }
}

TEST_CASE("The panel that was in front before comes back when one that was asked for is done")
{
    CleanSettings const clean;
    Dispatcher desk;
    auto const in_front = [&](char const* name) {
        return until([&] { return !panel(desk, name).visibleRegion().isEmpty(); });
    };
    desk.key(Qt::Key_F1);
    REQUIRE(in_front("help"));
    panel(desk, "units").raise();
    REQUIRE(in_front("units"));
    desk.key(Qt::Key_F2);
    REQUIRE(in_front("intake"));
    desk.keys(QString::fromStdString("@" + to_text(desk.place_at(desk.free_pixel(0)))));
    desk.key(Qt::Key_Tab);
    desk.keys(QStringLiteral("robbery"));
    desk.key(Qt::Key_Return, Qt::ControlModifier);
    INFO(desk.answer().toStdString());
    REQUIRE(until([&] { return panel(desk, "intake").isHidden(); }));
    CHECK(in_front("units"));
    CHECK(panel(desk, "help").visibleRegion().isEmpty());

    // The call that was saved is the one in hand: its row is marked.
    auto& queue = desk.rows_in("incidents");
    REQUIRE(desk.hub().incident());
    CHECK(until([&] { return queue.currentIndex().isValid(); }));
    CHECK(queue.currentIndex()
              .data(Qt::AccessibleTextRole)
              .toString()
              .contains(QStringLiteral("Robbery"), Qt::CaseInsensitive));

    // Help once more, and it goes with Escape: again units.
    desk.key(Qt::Key_F1);
    REQUIRE(in_front("help"));
    desk.the<widgets::HelpPage>().setFocus();
    desk.key(Qt::Key_Escape);
    CHECK(in_front("units"));
}

TEST_CASE("Panels are as wide and high at the next start as they were left")
{
    CleanSettings const clean;
    for (bool const large : {false, true}) {
        INFO(large);
        std::map<QString, QSize> left;
        auto const visible = [](MainWindow& window) {
            std::map<QString, QSize> sizes;
            for (auto* dock : window.findChildren<QDockWidget*>())
                if (!dock->visibleRegion().isEmpty()) sizes[dock->objectName()] = dock->size();
            return sizes;
        };
        {
            Dispatcher first;
            if (large) first.window().showMaximized();
            QTest::qWait(50);
            first.window().resizeDocks({&panel(first, "incidents"), &panel(first, "units")}, {450, 520},
                                       Qt::Horizontal);
            first.window().resizeDocks({&panel(first, "units"), &panel(first, "log")}, {500, 200}, Qt::Vertical);
            QTest::qWait(50);
            left = visible(first.window());
            first.window().close();
        }
        Console console{Settings::load()};
        RoomOrder order;
        order.city = city();
        QTemporaryDir const folder;
        order.journal = folder.filePath(QStringLiteral("shift.cresset")).toStdString();
        order.drill = "first-shift";
        REQUIRE(console.open(order).isEmpty());
        console.show();
        QTest::qWait(100);
        auto const now = visible(console.window());
        CHECK(now.size() == left.size());
        for (auto const& [name, size] : left) {
            INFO(name.toStdString() << " " << size.width() << "x" << size.height());
            REQUIRE(now.contains(name));
            CHECK(now.at(name).width() == size.width());
            CHECK(std::abs(now.at(name).height() - size.height()) <= 2);  // Qt rounds when it shares out
        }
        console.window().close();
        console.room().close();
    }
}

}  // namespace cresset::app::test
