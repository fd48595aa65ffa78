/// Where everything stands: strip above, command line below, docks around the map.
#include "app/window/main_window.h"
#include "app/window/near_tool.h"
#include "widgets/words.h"

#include <QApplication>
#include <QChildEvent>
#include <QShortcut>
#include <QStatusBar>
#include <QTabBar>
#include <QToolBar>
#include <QToolButton>
#include <algorithm>

namespace cresset::app {

using namespace widgets;

namespace {

QToolBar* holder(QMainWindow& window, char const* name, QWidget& content)
{
    auto* bar = new QToolBar{&window};
    bar->setObjectName(QString::fromLatin1(name));
    bar->setMovable(false);
    bar->setContentsMargins(0, 0, 0, 0);
    bar->setStyleSheet(QStringLiteral("QToolBar { border: none; padding: 0; margin: 0; spacing: 0; }"));
    content.setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    bar->addWidget(&content);
    bar->toggleViewAction()->setVisible(false);
    return bar;
}

/// Panels that come when they are asked for.
bool comesAndGoes(QString const& dock)
{
    return dock == QStringLiteral("intake") || dock == QStringLiteral("help") || dock == QStringLiteral("results") ||
           dock == QStringLiteral("layers");
}

}  // namespace

void MainWindow::buildBars()
{
    addToolBar(Qt::TopToolBarArea, holder(*this, "topStrip", strip_));
    work_holder_ = holder(*this, "workHolder", work_bar_);
    addToolBar(Qt::BottomToolBarArea, work_holder_);
    addToolBarBreak(Qt::BottomToolBarArea);
    addToolBar(Qt::BottomToolBarArea, holder(*this, "commandBarHolder", command_));
    statusBar()->hide();
}

QDockWidget* MainWindow::dock(char const* name, QWidget* content, Qt::DockWidgetArea area)
{
    auto* dock = new QDockWidget{this};
    dock->setObjectName(QString::fromLatin1(name));
    dock->setWidget(content);
    dock->setFeatures(QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetFloatable |
                      QDockWidget::DockWidgetClosable);
    connect(dock, &QDockWidget::topLevelChanged, this, [this, dock] { lift(*dock); });
    connect(dock, &QDockWidget::visibilityChanged, this, [this, dock](bool shown) { panelSeen(*dock, shown); });
    addDockWidget(area, dock);
    docks_[QString::fromLatin1(name)] = dock;
    return dock;
}

void MainWindow::buildDocks()
{
    setCentralWidget(&map_);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    dock("incidents", &queue_, Qt::LeftDockWidgetArea);
    dock("intake", &intake_, Qt::LeftDockWidgetArea);
    dock("incident", &card_, Qt::LeftDockWidgetArea);
    dock("units", &board_, Qt::RightDockWidgetArea);
    dock("log", &log_, Qt::RightDockWidgetArea);
    dock("alarms", &alarms_, Qt::RightDockWidgetArea);
    dock("results", &found_, Qt::RightDockWidgetArea);
    dock("help", &help_, Qt::RightDockWidgetArea);
    dock("layers", &layers_, Qt::RightDockWidgetArea);
    for (auto const& [name, panel] : docks_)
        if (comesAndGoes(name)) hideByEscape(*panel);
}

ToolParts MainWindow::toolParts()
{
    return {room_,
            hub_,
            map_,
            command_,
            [this](char const* name) { showDock(name); },
            [this](char const* name) { docks_[QString::fromLatin1(name)]->hide(); }};
}

void MainWindow::buildTools()
{
    desk_tools_ = makeTools(toolParts());
    for (auto const& tool : desk_tools_) tool->setParent(this);  // to be found by who looks for it
    for (auto const& tool : desk_tools_)
        for (ToolPanel& panel : tool->panels()) {
            hideByEscape(*dock(panel.name, panel.widget, Qt::RightDockWidgetArea));
            tool_panels_.push_back(std::move(panel));
        }
    connect(&command_, &CommandBar::toolRequested, this, [this](Command const& command) {
        for (auto const& tool : desk_tools_)
            if (tool->take(command)) return;
    });
    connect(&card_, &IncidentCard::cordonWanted, this, [this](IncidentId id) {
        for (auto const& tool : desk_tools_)
            if (tool->take(PlanCordon{id})) return;
    });
    menus_.setTools([this](QMenu& menu, MarkKey mark, Place place) {
        for (auto const& tool : desk_tools_) tool->addTo(menu, mark, place);
    });
}

/// A panel that was asked for goes again with Escape, from wherever in it the keys are.
void MainWindow::hideByEscape(QDockWidget& panel)
{
    auto* escape = new QShortcut{QKeySequence{Qt::Key_Escape}, &panel};
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, [this, &panel] {
        if (auto* list = QApplication::activePopupWidget()) return void(list->hide());  // first what lies over it
        if (panel.widget() == &found_) map_.clearFound();
        if (!layouts_.keeps(panel.objectName())) panel.hide();
        map_.setFocus();
    });
}

void MainWindow::showDock(char const* name)
{
    auto* dock = docks_[QString::fromLatin1(name)];
    dock->show();
    dock->raise();
    nameTabs();
}

/// Under a panel that goes comes to light what was in front before it, not its neighbour.
void MainWindow::panelSeen(QDockWidget& panel, bool shown)
{
    if (shown) {
        stack_of_[&panel] = tabifiedDockWidgets(&panel);  // a hidden panel is in none
        std::erase(seen_, &panel);
        return seen_.push_back(&panel);
    }
    if (!panel.isHidden()) return;  // another came before it
    auto const stack = stack_of_[&panel];
    for (auto one = seen_.rbegin(); one != seen_.rend(); ++one)
        if (stack.contains(*one) && !(*one)->isHidden()) return (*one)->raise();
}

/// The arrows of a bar that is too short for its tabs, as Qt makes it once there are two.
void MainWindow::nameTabs()
{
    for (auto* arrow : findChildren<QToolButton*>()) {
        bool const left = arrow->objectName() == QStringLiteral("ScrollLeftButton");
        if (!left && arrow->objectName() != QStringLiteral("ScrollRightButton")) continue;
        arrow->setAccessibleName(left ? tr("Tabs to the left") : tr("Tabs to the right"));
        arrow->setToolTip(arrow->accessibleName());
    }
}

/// Names of tabs are whole: a bar that is too short for them has arrows.
void MainWindow::childEvent(QChildEvent* event)
{
    if (event->type() == QEvent::ChildPolished)
        if (auto* tabs = qobject_cast<QTabBar*>(event->child())) tabs->setElideMode(Qt::ElideNone);
    QMainWindow::childEvent(event);
}

void MainWindow::showPanels()
{
    if (!layouts_.switchTo(layouts_.current())) layouts_.switchTo(nameOf(UsualLayout::dispatch));
    nameTabs();
}

void MainWindow::connectPanels()
{
    connect(&strip_, &TopStrip::languageClicked, this, &MainWindow::wantLanguage);
    connect(&strip_, &TopStrip::themeClicked, this, &MainWindow::wantTheme);
    connect(&strip_, &TopStrip::alertsClicked, this, [this] { showAlarms(); });
    connect(&alarms_, &AlarmList::lookRequested, this, [this](Place place) { map_.lookAt(place); });
    connect(&alarms_, &AlarmList::looked, this, [this](AlertId id) {
        if (auto const* alert = hub_.world().alerts.find(id))
            for (auto const& tool : desk_tools_) tool->alarmLooked(*alert);
    });
    connect(&queue_, &IncidentQueue::activated, this, &MainWindow::lookAtIncident);
    connect(&board_, &UnitBoard::activated, this, [this](UnitId id) {
        if (auto const* fix = hub_.world().fix(id)) map_.lookAt(fix->place);
    });
    connect(&card_, &IncidentCard::lineWanted, &command_, &CommandBar::begin);
    connect(&card_, &IncidentCard::lookRequested, this, [this](Place place) { map_.lookAt(place); });
    connect(&command_, &CommandBar::helpRequested, this, &MainWindow::showHelp);
    hub_.setMacros(Macros::read(settings_.macros.toStdString(), hub_.verbs()));
    connect(&hub_, &DeskHub::macrosChanged, this,
            [this] { settings_.macros = QString::fromStdString(hub_.macros().text()); });
    connect(&hub_, &DeskHub::advised, &help_, &HelpPage::setRefused);
    connect(&command_, &CommandBar::findRequested, &found_, &FoundList::find);
    connect(&found_, &FoundList::lookRequested, this, [this](Place place) {
        map_.clearFound();
        map_.lookAt(place);
    });
    connect(&found_, &FoundList::pinWanted, &map_, &MapView::markFound);
    connect(&found_, &FoundList::filled, this, [this](bool anything) {
        map_.clearFound();
        if (anything) return showDock("results");
        docks_[QStringLiteral("results")]->hide();
    });
    connect(&intake_, &CallIntake::done, this, [this] {
        if (!layouts_.keeps(QStringLiteral("intake"))) docks_[QStringLiteral("intake")]->hide();
        card_.setFocus();
    });
    connect(&command_, &CommandBar::layoutRequested, this, &MainWindow::doLayout);
    connect(&files_, &ShiftFiles::roomWanted, this, &MainWindow::roomWanted);
    connect(&tick_, &QTimer::timeout, this, &MainWindow::tick);
    connect(&second_, &QTimer::timeout, this, &MainWindow::everySecond);
}

void MainWindow::connectSounds()
{
    if (auto const sounds = load_sounds(); !sounds)
        hub_.say(tr("nothing will be heard: %1").arg(problemText(sounds.problem())), false);
    for (QString const& one : settings_.volumes) {
        QStringList const words = one.split(QLatin1Char(' '));
        if (words.size() == 2) sounds_.setVolume(words[0].toStdString(), words[1].toInt());
    }
    connect(&alarms_, &AlarmList::silenceRequested, this, &MainWindow::silence);
    connect(&command_, &CommandBar::silenceRequested, this, &MainWindow::silence);
    connect(&hub_, &DeskHub::changed, this, [this](DeskChanges const& changes) {
        if (changes.alerts) raiseDistress();
    });
    connect(&sounds_, &AlarmSounds::changed, this, [this] {
        settings_.volumes.clear();
        for (SoundClass const& sound : sounds_.classes())
            if (int const volume = sounds_.volume(sound.code); volume != sound.volume)
                settings_.volumes << QStringLiteral("%1 %2").arg(QString::fromStdString(sound.code)).arg(volume);
        showSound();
    });
}

void MainWindow::silence()
{
    bool const sounds = sounds_.sounding().has_value();
    sounds_.silence();
    hub_.say(sounds ? tr("silent now; the alarms stay on the list") : tr("nothing sounds"));
}

/// New distress brings the list of alarms to the front; the focus stays where the hands are.
void MainWindow::raiseDistress()
{
    std::set<AlertId> standing;
    for (AlertId const id : standing_alarms(hub_.world(), hub_.now()))
        if (hub_.world().alerts.find(id)->kind == AlertKind::distress) standing.insert(id);
    bool const is_new = !std::ranges::includes(distress_shown_, standing);
    distress_shown_ = std::move(standing);
    if (!is_new) return;
    auto* panel = docks_[QStringLiteral("alarms")];
    panel->show();
    panel->raise();
}

/// As long as something is not heard, it is seen.
void MainWindow::showSound()
{
    if (!sounds_.isOn())
        strip_.setSound({});
    else if (!sounds_.isAudible())
        strip_.setSound(tr("NO SOUND"));
    else if (sounds_.isSilenced())
        strip_.setSound(tr("SILENCED"));
    else
        strip_.setSound(sounds_.isMuted() ? tr("A SOUND IS OFF") : QString{});
}

void MainWindow::connectMap()
{
    map_.setFiles(map_files_);
    map_files_.restore(settings_.files);
    QStringList keys;
    for (FileRow const& row : map_files_.rows()) keys.append(row.key);
    layers_.setStates(layersFrom(settings_.layers, keys));
    layers_.setFiles(map_files_.rows());
    layers_.setNames(settings_.names);
    map_.setLayers(layers_.states());
    map_.setNames(settings_.names);
    connect(&map_, &MapView::layersWanted, this, [this] { showDock("layers"); });
    connect(&layers_, &LayerPanel::changed, this, &MainWindow::setLayers);
    connect(&layers_, &LayerPanel::namesChosen, this, [this](int choice) {
        map_.setNames(choice);
        settings_.names = choice;
    });
    connect(&command_, &CommandBar::followRequested, this, &MainWindow::followUnit);
    connect(&command_, &CommandBar::viewRequested, this, &MainWindow::lookAtView);
    connect(&command_, &CommandBar::keepRequested, this, &MainWindow::keepView);
    connect(&command_, &CommandBar::forgetRequested, this, &MainWindow::forgetView);
    for (int key = 1; key <= 9; ++key) {
        auto* shortcut = new QShortcut{QKeySequence{QStringLiteral("Alt+%1").arg(key)}, this};
        view_keys_.push_back(shortcut);
        connect(shortcut, &QShortcut::activated, this, [this, key] {
            auto const views = views_.of(viewsOf());
            if (key > static_cast<int>(views.size()))
                return hub_.say(tr("no view has that key yet: keep NAME keeps this one"), false);
            lookAtView(views[static_cast<std::size_t>(key) - 1].name);
        });
    }
    viewsChanged();
}

void MainWindow::connectMenus()
{
    connect(&queue_, &IncidentQueue::menuRequested, &menus_, &ContextMenus::showIncident);
    connect(&board_, &UnitBoard::menuRequested, &menus_, &ContextMenus::showUnit);
    connect(&map_, &MapView::menuRequested, &menus_, &ContextMenus::showPlace);
    connect(&menus_, &ContextMenus::callWanted, this, [this](Place place) { takeCall(place); });
    connect(&menus_, &ContextMenus::followWanted, this, &MainWindow::followUnit);
    connect(&menus_, &ContextMenus::lineWanted, &command_, &CommandBar::begin);
    connect(&menus_, &ContextMenus::lookRequested, this, [this](Place place) { map_.lookAt(place); });
    if (auto* near = findChild<NearTool*>()) {
        connect(&menus_, &ContextMenus::nearRequested, near, &NearTool::look);
        connect(&menus_, &ContextMenus::aroundRequested, near, &NearTool::lookAround);
    }
    connect(&menus_, &ContextMenus::closerRequested, this,
            [this](Place place) { map_.lookAt(place, map_.canvas().view().zoom() + 1); });
    menus_.setMembers([this](MarkKey cluster) { return map_.membersOf(cluster); });
    connect(&menus_, &ContextMenus::sendBestWanted, &card_, &IncidentCard::sendBest);
    connect(&menus_, &ContextMenus::sendCardWanted, &card_, &IncidentCard::sendCard);
    connect(&hub_, &DeskHub::togetherWanted, &menus_,
            [this](UnitId unit, IncidentId incident) { menus_.showTogether(unit, incident, QCursor::pos()); });
}

}  // namespace cresset::app
