/// The panels on the move: layouts by menu and line, panels that float, screens that come and go, long work.
#include "app/window/main_window.h"
#include "core/base/match.h"

#include <QApplication>
#include <QDialog>
#include <QMenuBar>
#include <QStyle>
#include <QToolBar>

namespace cresset::app {

using namespace widgets;

namespace {
constexpr int layout_keys = 9;  // Shift+F1 to Shift+F9
}  // namespace

void MainWindow::buildLayoutMenu()
{
    layout_menu_ = new QMenu{this};
    auto const actions = menuBar()->actions();
    menuBar()->insertMenu(actions.isEmpty() ? nullptr : actions.back(), layout_menu_);
    connect(&layouts_, &DeskLayouts::changed, this, &MainWindow::fillLayoutMenu);
}

void MainWindow::fillLayoutMenu()
{
    layout_menu_->setTitle(tr("Layouts"));
    for (QAction* action : layout_menu_->actions()) delete action;
    int key = 0;
    for (QString const& name : layouts_.names()) {
        auto* action = layout_menu_->addAction(name, this, [this, name] { switchLayout(name); });
        action->setCheckable(true);
        action->setChecked(name == layouts_.current());
        if (++key <= layout_keys) action->setShortcut(QKeySequence{QStringLiteral("Shift+F%1").arg(key)});
    }
    layout_menu_->addAction(tr("Save this layout…"), this, [this] { command_.begin(QStringLiteral("layout save ")); });
    layout_menu_->addAction(tr("Forget a layout…"), this, [this] { command_.begin(QStringLiteral("layout forget ")); });
    std::vector<std::string> offered;
    for (QString const& name : layouts_.names()) offered.push_back(name.toStdString());
    hub_.setLayouts(layouts_.everyName(), std::move(offered));
}

void MainWindow::doLayout(Command const& command)
{
    std::visit(Match{
                   [&](SwitchLayout const& c) { switchLayout(QString::fromStdString(c.name)); },
                   [&](SaveLayout const& c) {
                       layouts_.save(QString::fromStdString(c.name));
                       hub_.say(tr("saved: layout %1 shows it").arg(layouts_.current()));
                   },
                   [&](ForgetLayout const& c) {
                       QString const name = QString::fromStdString(c.name);
                       if (layouts_.forget(name)) return hub_.say(tr("the layout %1 is saved no longer").arg(name));
                       hub_.say(tr("%1 is one of the usual layouts, which stay").arg(name), false);
                   },
                   [](auto const&) {},
               },
               command);
}

/// The menu that asked for it is made anew: not while it is still in hand.
void MainWindow::switchLayout(QString const& name)
{
    QMetaObject::invokeMethod(
        this,
        [this, name] {
            if (!layouts_.switchTo(name)) return;
            nameTabs();
            hub_.say(tr("layout: %1").arg(layouts_.current()));
        },
        Qt::QueuedConnection);
}

/// The panel that has the keys; null, and says so, if none has.
QDockWidget* MainWindow::panelInHand()
{
    for (QWidget* widget = QApplication::focusWidget(); widget != nullptr; widget = widget->parentWidget())
        if (auto* dock = qobject_cast<QDockWidget*>(widget)) return dock;
    hub_.say(tr("go into a panel first, with Tab or a click"), false);
    return nullptr;
}

void MainWindow::floatPanel()
{
    auto* panel = panelInHand();
    if (panel == nullptr) return;
    auto* focus = QApplication::focusWidget();
    panel->setFloating(!panel->isFloating());
    (panel->isFloating() ? static_cast<QWidget*>(panel) : this)->activateWindow();
    if (focus != nullptr) focus->setFocus();
}

/// However it was told to float, but by dragging it: Qt leaves it on its old spot, where it looks docked and hides what
/// is below it.
void MainWindow::lift(QDockWidget& panel)
{
    panel.style()->polish(&panel);  // it has a frame of its own now, or none
    if (!panel.isFloating() || QApplication::mouseButtons() != Qt::NoButton) return;
    QRect const map{map_.mapToGlobal(QPoint{0, 0}), map_.size()};
    panel.setGeometry(ontoScreens(liftedOver(map, geometry(), panel.geometry()), screensNow()));
}

void MainWindow::panelToNextScreen()
{
    auto* panel = panelInHand();
    if (panel == nullptr) return;
    auto const screens = screensNow();
    if (screens.size() < 2) return hub_.say(tr("there is no other screen"), false);
    QRect const at = panel->isFloating() ? panel->geometry() : QRect{panel->mapToGlobal(QPoint{0, 0}), panel->size()};
    auto const* here = screenOf(at, screens);
    auto const next = (static_cast<std::size_t>(here - screens.data()) + 1) % screens.size();
    panel->setFloating(true);
    panel->setGeometry(rectangleOf({screens[next].name, at.translated(-here->area.topLeft())}, screens));
    panel->activateWindow();
}

std::vector<QWidget*> MainWindow::windowsToWatch()
{
    std::vector<QWidget*> windows{this};
    for (auto const& [name, panel] : docks_)
        if (panel->isFloating()) windows.push_back(panel);
    for (auto* dialog : findChildren<QDialog*>()) windows.push_back(dialog);
    return windows;
}

void MainWindow::connectScreens()
{
    connect(&screens_, &ScreenWatch::rescued, this, [this](int windows) {
        hub_.say(tr("a screen is gone: %1 windows of it are here now").arg(windows), false);
    });
    connect(&screens_, &ScreenWatch::returned, this,
            [this](int windows) { hub_.say(tr("the screen is back, and %1 windows on it").arg(windows)); });
}

void MainWindow::connectWork()
{
    connect(&files_, &ShiftFiles::workBegins, this, [this](QString const& what) {
        work_bar_.begin(what);
        work_holder_->show();
    });
    connect(&files_.work(), &LongWork::progressed, this, [this](QString const&, int part) { work_bar_.setPart(part); });
    connect(&files_.work(), &LongWork::finished, this, [this] {
        work_bar_.end();
        work_holder_->hide();
    });
    connect(&work_bar_, &WorkBar::stopClicked, this, [this] { files_.work().cancel(); });
}

}  // namespace cresset::app
