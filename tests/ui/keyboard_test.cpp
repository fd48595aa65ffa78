#include "app/window/feeds_dialog.h"
#include "app/window/first_page.h"
#include "app/window/settings_window.h"
#include "tests/ui/dispatcher.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QDockWidget>
#include <QLabel>
#include <QMenu>
#include <set>

// Hands that never leave the keys, and ears instead of eyes: every control can be reached, is seen to have the focus,
// and has a name; the marks of the map are told with their acts.

namespace cresset::app::test {

namespace {

/// Everything on the desk that comes when it is asked for is there, with something in it.
void open_everything(Dispatcher& desk)
{
    desk.line("new robbery @" + to_text(desk.place_at(desk.free_pixel(0))) + " ; robbed at the corner");
    desk.line("d P02");
    desk.line("sos F02");
    desk.line("find school");
    desk.key(Qt::Key_F1);
    desk.key(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    desk.key(Qt::Key_F2);
    desk.settle();
}

QString name_of(QWidget const& widget)
{
    auto const* button = qobject_cast<QAbstractButton const*>(&widget);
    return QString::fromLatin1(widget.metaObject()->className()) + QLatin1Char(' ') + widget.objectName() +
           QLatin1Char(' ') + widget.accessibleName() + (button != nullptr ? button->text() : QString{});
}

/// What Tab can reach in it now.
std::vector<QWidget*> stops(QWidget& top)
{
    std::vector<QWidget*> found;
    for (auto* widget : top.findChildren<QWidget*>()) {
        bool const tab = (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->focusProxy() == nullptr;
        bool const there = widget->isVisible() && widget->isEnabled() && !widget->visibleRegion().isEmpty();
        if (tab && there && widget->window() == &top) found.push_back(widget);
    }
    return found;
}

int differing(QImage const& a, QImage const& b)
{
    int count = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) count += a.pixel(x, y) != b.pixel(x, y) ? 1 : 0;
    return count;
}

/// The picture of where a widget stands, with what lies round it.
QImage picture_of(QWidget& widget)
{
    QRect const at = QRect{widget.mapTo(widget.window(), QPoint{0, 0}), widget.size()}.adjusted(-3, -3, 3, 3);
    return widget.window()->grab(at & widget.window()->rect()).toImage();
}

void check_focus_is_seen(QWidget& top, std::set<QString>& seen)
{
    for (QWidget* widget : stops(top)) {
        QString const name = name_of(*widget);
        auto* before = QApplication::focusWidget();
        if (before == widget) before->clearFocus();
        QImage const without = picture_of(*widget);
        widget->setFocus(Qt::TabFocusReason);
        INFO(name.toStdString());
        CHECK(QApplication::focusWidget() == widget);
        CHECK(differing(without, picture_of(*widget)) > 20);
        seen.insert(name);
    }
}

void walk(QAccessibleInterface& from, std::function<void(QAccessibleInterface&)> const& visit, int depth = 0)
{
    visit(from);
    for (int i = 0; i < from.childCount() && depth < 30; ++i)
        if (auto* child = from.child(i)) walk(*child, visit, depth + 1);
}

bool is_control(QAccessible::Role role)
{
    static std::set<QAccessible::Role> const roles{
        QAccessible::Button,      QAccessible::CheckBox,    QAccessible::ComboBox, QAccessible::EditableText,
        QAccessible::List,        QAccessible::ListItem,    QAccessible::MenuItem, QAccessible::PageTab,
        QAccessible::ProgressBar, QAccessible::RadioButton, QAccessible::Slider,   QAccessible::SpinBox,
        QAccessible::Table,       QAccessible::Tree,        QAccessible::TreeItem, QAccessible::Canvas};
    return roles.contains(role);
}

void check_names(QWidget& top)
{
    auto* root = QAccessible::queryAccessibleInterface(&top);
    REQUIRE(root != nullptr);
    int controls = 0;
    walk(*root, [&](QAccessibleInterface& one) {
        if (!is_control(one.role()) || one.state().invisible) return;
        auto const* widget = qobject_cast<QWidget*>(one.object());
        // Parts of a control that is named itself, and separators.
        if (widget != nullptr && widget->objectName().startsWith(QStringLiteral("qt_spinbox"))) return;
        if (widget != nullptr && (widget->parentWidget() != nullptr) &&
            qobject_cast<QComboBox*>(widget->parentWidget()))
            return;
        if (one.role() == QAccessible::MenuItem && one.text(QAccessible::Name).isEmpty()) return;
        ++controls;
        auto const* parent = one.parent();
        INFO("role " << one.role() << " "
                     << (one.object() != nullptr ? one.object()->metaObject()->className() : "part") << " "
                     << (one.object() != nullptr ? one.object()->objectName().toStdString() : "") << " in "
                     << (parent != nullptr ? parent->text(QAccessible::Name).toStdString() : ""));
        CHECK_FALSE(one.text(QAccessible::Name).trimmed().isEmpty());
    });
    CHECK(controls > 2);
}

}  // namespace

TEST_CASE("Every control that Tab reaches shows that it has the focus in both themes")
{
    for (char const* theme : {"night", "day"}) {
        Dispatcher desk;
        Q_EMIT desk.window().themeWanted(QString::fromLatin1(theme));
        open_everything(desk);
        INFO(theme);
        std::set<QString> seen;
        for (char const* layout : {"dispatch", "calls", "supervisor"}) {
            desk.line(std::string{"layout "} + layout);
            QCoreApplication::processEvents();
            desk.window().activateWindow();
            for (char const* tab : {"incident", "units", "log", "alarms", "help", "layers", "results", "intake"}) {
                auto& dock = desk.the<QDockWidget>(tab);
                dock.show();
                dock.raise();
                QCoreApplication::processEvents();
                check_focus_is_seen(desk.window(), seen);
            }
        }
        CHECK(seen.size() > 20);
        desk.key(Qt::Key_Comma, Qt::ControlModifier);
        REQUIRE(QTest::qWaitForWindowActive(&desk.the<SettingsWindow>()));
        check_focus_is_seen(desk.the<SettingsWindow>(), seen);
        desk.the<SettingsWindow>().close();
        auto& page = *desk.console().showFirstPage();
        page.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&page));
        check_focus_is_seen(page, seen);
    }
}

TEST_CASE("Tab goes through every control of the desk and comes back to where it began")
{
    Dispatcher desk;
    open_everything(desk);
    desk.window().activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&desk.window()));
    auto const wanted = stops(desk.window());
    desk.window().map().canvas().setFocus();
    std::set<QWidget*> reached;
    for (int i = 0; i < 200; ++i) {
        auto* focus = QApplication::focusWidget();
        REQUIRE(focus != nullptr);
        reached.insert(focus);
        QTest::keyClick(focus, Qt::Key_Tab);
        if (QApplication::focusWidget() == &desk.window().map().canvas()) break;
    }
    for (auto* widget : wanted) {
        INFO(name_of(*widget).toStdString());
        CHECK(reached.contains(widget));
    }
}

TEST_CASE("Every control in the accessible tree has a name in both languages")
{
    for (QString const& language : {QStringLiteral("en"), QStringLiteral("zh_CN")}) {
        Dispatcher::Options options;
        options.language = language;
        Dispatcher desk{options};
        open_everything(desk);
        check_names(desk.window());
        desk.key(Qt::Key_Comma, Qt::ControlModifier);
        check_names(desk.the<SettingsWindow>());
        check_names(*desk.console().showFirstPage());
        desk.console().listen();
        check_names(*desk.console().showFeeds());
        desk.window().tour().begin();
        check_names(desk.the<QWidget>("tourCard"));
    }
}

TEST_CASE("The marks of the map are told with name and place and acts and what is not seen is not told")
{
    Dispatcher desk;
    desk.line("new robbery @" + to_text(desk.place_at(desk.free_pixel(0))) + " ; robbed at the corner");
    auto& canvas = desk.window().map().canvas();
    auto* map = QAccessible::queryAccessibleInterface(&canvas);
    REQUIRE(map != nullptr);
    CHECK(map->role() == QAccessible::Canvas);
    CHECK(map->text(QAccessible::Name) == QStringLiteral("Map"));
    REQUIRE(map->childCount() > 3);
    CHECK(map->child(-1) == nullptr);
    CHECK(map->child(map->childCount()) == nullptr);

    QAccessibleInterface* incident = nullptr;
    QRect const picture{canvas.mapToGlobal(QPoint{0, 0}), canvas.size()};
    for (int i = 0; i < map->childCount(); ++i) {
        auto* mark = map->child(i);
        QString const name = mark->text(QAccessible::Name);
        INFO(name.toStdString());
        CHECK_FALSE(name.isEmpty());
        CHECK(picture.contains(mark->rect().center()));
        CHECK(map->indexOfChild(mark) == i);
        CHECK(map->child(i) == mark);  // the same as long as it is there
        if (name.contains(QStringLiteral("#1001"))) incident = mark;
    }
    REQUIRE(incident != nullptr);
    CHECK(map->childAt(incident->rect().center().x(), incident->rect().center().y()) == incident);
    desk.hub().selectIncident({});
    auto* acts = incident->actionInterface();
    REQUIRE(acts != nullptr);
    CHECK_FALSE(incident->state().selected);
    acts->doAction(QAccessibleActionInterface::pressAction());
    CHECK(desk.hub().incident() == find_incident(desk.world(), 1001));
    CHECK(incident->state().selected);
    acts->doAction(QAccessibleActionInterface::showMenuAction());
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    REQUIRE(menu != nullptr);
    desk.choose(*menu, QStringLiteral("Send the first unit"));
    CHECK_FALSE(desk.refused());

    // Out of the picture.
    int const before = map->childCount();
    desk.window().map().lookAt(moved(desk.world().incidents.begin()->second.place, 40'000'000, 0), 17);
    CHECK(map->childCount() < before);
    CHECK(incident->state().offscreen);
    CHECK(incident->rect().isEmpty());
}

TEST_CASE("Every mark of the map is come to by key round and round and has its menu")
{
    Dispatcher desk;
    auto& canvas = desk.window().map().canvas();
    canvas.setFocus();
    auto const marks = canvas.marksSeen();
    REQUIRE(marks.size() > 2);
    std::vector<widgets::MarkKey> visited;
    QObject::connect(&canvas, &widgets::MapCanvas::hovered, &canvas, [&](widgets::MarkKey mark, QPoint) {
        if (mark.kind != widgets::MarkKind::none) visited.push_back(mark);
    });
    desk.hub().selectUnit({});
    desk.hub().selectIncident({});
    for (std::size_t i = 0; i <= marks.size(); ++i) QTest::keyClick(&canvas, Qt::Key_PageDown);
    REQUIRE(visited.size() == marks.size() + 1);
    for (std::size_t i = 0; i < marks.size(); ++i) CHECK(visited[i] == marks[i].key);
    CHECK(visited.back() == marks.front().key);
    QTest::keyClick(&canvas, Qt::Key_PageUp);
    CHECK(visited.back() == marks.back().key);
    while (visited.back().kind != widgets::MarkKind::unit) QTest::keyClick(&canvas, Qt::Key_PageDown);
    CHECK(desk.hub().unit() == UnitId::unpacked(visited.back().id));
    QContextMenuEvent by_key{QContextMenuEvent::Keyboard, {}, {}};
    QApplication::sendEvent(&canvas, &by_key);
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    REQUIRE(menu != nullptr);
    desk.choose(*menu, QStringLiteral("Distress"));
    CHECK(desk.world().units.find(*desk.hub().unit())->distress());
    canvas.actOnMark({}, false);  // no mark: nothing
}

}  // namespace cresset::app::test
