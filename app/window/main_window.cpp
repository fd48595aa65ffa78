#include "app/window/main_window.h"

#include "core/journal/backup.h"
#include "core/store/error.h"
#include "core/world/may.h"
#include "core/world/undo.h"
#include "widgets/words.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QComboBox>
#include <QFileDialog>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QStatusBar>
#include <QToolBar>
#include <algorithm>

namespace cresset::app {

using namespace widgets;

namespace {

constexpr int tick_ms = 100;
constexpr std::uint64_t log_entries = 4000;
constexpr int follow_every = 5;  // ticks

DeskHub::Parts partsOf(Room& room, Settings const& settings)
{
    DeskHub::Parts parts;
    parts.session = &room.session();
    parts.desk = &room.desk();
    parts.places = room.places();
    parts.verbs = &room.verbs();
    parts.readOnly = room.read_only();
    parts.chinese = settings.chinese();
    return parts;
}

bool isTextField(QWidget const* widget)
{
    return qobject_cast<QLineEdit const*>(widget) != nullptr ||
           qobject_cast<QPlainTextEdit const*>(widget) != nullptr ||
           qobject_cast<QTextBrowser const*>(widget) != nullptr || qobject_cast<QComboBox const*>(widget) != nullptr;
}

}  // namespace

MainWindow::MainWindow(Room& room, Settings& settings, Theme theme)
    : room_{room},
      settings_{settings},
      theme_{std::move(theme)},
      hub_{partsOf(room, settings), room.recent(log_entries)},
      strip_{hub_},
      queue_{hub_},
      card_{hub_},
      intake_{hub_},
      board_{hub_},
      log_{hub_},
      command_{hub_},
      map_{hub_, theme_}
{
    setObjectName(QStringLiteral("desk"));
    setDockOptions(QMainWindow::AllowNestedDocks | QMainWindow::AllowTabbedDocks | QMainWindow::AnimatedDocks);
    buildDocks();
    buildActions();
    connectPanels();
    strip_.setTheme(theme_);
    queue_.setTheme(theme_);
    card_.setTheme(theme_);
    board_.setTheme(theme_);
    log_.setTheme(theme_);
    if (!settings_.geometry.isEmpty()) restoreGeometry(settings_.geometry);
    if (!settings_.docks.isEmpty()) restoreState(settings_.docks);
    for (char const* hidden : {"intake", "help", "results"}) docks_[QString::fromLatin1(hidden)]->hide();
    retranslate();
    qApp->installEventFilter(this);
    if (!room_.notice().empty()) hub_.say(QString::fromStdString(room_.notice()), false);
}

MainWindow::~MainWindow()
{
    qApp->removeEventFilter(this);
}

QDockWidget* MainWindow::dock(char const* name, QWidget* content, Qt::DockWidgetArea area)
{
    auto* dock = new QDockWidget{this};
    dock->setObjectName(QString::fromLatin1(name));
    dock->setWidget(content);
    dock->setFeatures(QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetFloatable |
                      QDockWidget::DockWidgetClosable);
    addDockWidget(area, dock);
    docks_[QString::fromLatin1(name)] = dock;
    return dock;
}

void MainWindow::buildDocks()
{
    auto* top = new QToolBar{this};
    top->setObjectName(QStringLiteral("topStrip"));
    top->setMovable(false);
    top->setContentsMargins(0, 0, 0, 0);
    top->setStyleSheet(QStringLiteral("QToolBar { border: none; padding: 0; margin: 0; spacing: 0; }"));
    strip_.setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    top->addWidget(&strip_);
    addToolBar(Qt::TopToolBarArea, top);
    auto* bottom = new QToolBar{this};
    bottom->setObjectName(QStringLiteral("commandBarHolder"));
    bottom->setMovable(false);
    bottom->setStyleSheet(top->styleSheet());
    command_.setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    bottom->addWidget(&command_);
    addToolBar(Qt::BottomToolBarArea, bottom);
    for (auto* bar : {top, bottom}) bar->toggleViewAction()->setVisible(false);

    setCentralWidget(&map_);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    auto* queue = dock("incidents", &queue_, Qt::LeftDockWidgetArea);
    dock("intake", &intake_, Qt::LeftDockWidgetArea);
    auto* card = dock("incident", &card_, Qt::LeftDockWidgetArea);
    auto* units = dock("units", &board_, Qt::RightDockWidgetArea);
    auto* log = dock("log", &log_, Qt::RightDockWidgetArea);
    dock("results", &results_, Qt::RightDockWidgetArea);
    dock("help", &help_, Qt::RightDockWidgetArea);
    resizeDocks({queue, units}, {360, 300}, Qt::Horizontal);
    resizeDocks({queue, card}, {380, 520}, Qt::Vertical);
    resizeDocks({units, log}, {600, 300}, Qt::Vertical);
    statusBar()->hide();
}

void MainWindow::buildActions()
{
    auto const line = [this](char const* text) { return [this, text] { command_.begin(QString::fromLatin1(text)); }; };
    std::vector<ActionRow> rows{
        {QT_TRANSLATE_NOOP("Actions", "File"), QT_TRANSLATE_NOOP("Actions", "Open a city…"),
         QKeySequence{QStringLiteral("Ctrl+O")}, [this] { openCity(); }},
        {"File", QT_TRANSLATE_NOOP("Actions", "Open a journal…"), QKeySequence{QStringLiteral("Ctrl+J")},
         [this] { openJournal(); }},
        {"File", QT_TRANSLATE_NOOP("Actions", "New shift, taking over…"), QKeySequence{QStringLiteral("Ctrl+N")},
         [this] { newShift(); }},
        {"File", QT_TRANSLATE_NOOP("Actions", "Back up the journal…"), QKeySequence{QStringLiteral("Ctrl+B")},
         [this] { backUp(); }},
        {"File", QT_TRANSLATE_NOOP("Actions", "Erase the caller and what was said…"), {}, [this] { eraseCaller(); }},
        {"File", QT_TRANSLATE_NOOP("Actions", "Copy the picture of the map"),
         QKeySequence{QStringLiteral("Ctrl+Shift+C")}, [this] { copyPicture(); }},
        {"File", QT_TRANSLATE_NOOP("Actions", "Quit"), QKeySequence{QStringLiteral("Ctrl+Q")}, [this] { close(); }},
        {QT_TRANSLATE_NOOP("Actions", "Act"), QT_TRANSLATE_NOOP("Actions", "Command line"),
         QKeySequence{QStringLiteral("Ctrl+Space")}, line("")},
        {"Act", QT_TRANSLATE_NOOP("Actions", "Take a call"), QKeySequence{QStringLiteral("F2")},
         [this] { takeCall(); }},
        {"Act", QT_TRANSLATE_NOOP("Actions", "Next incident that waits"), QKeySequence{QStringLiteral("F4")},
         [this] { queue_.selectNextWaiting(); }},
        {"Act", QT_TRANSLATE_NOOP("Actions", "Send the first unit"), QKeySequence{QStringLiteral("F5")},
         [this] { card_.sendBest(); }},
        {"Act", QT_TRANSLATE_NOOP("Actions", "Usual next status of the unit"), QKeySequence{QStringLiteral("F6")},
         [this] {
             if (!hub_.unit()) return hub_.say(tr("select a unit first"), false);
             auto const ticket = hub_.desk().advance_status(*hub_.unit());
             if (ticket.refusal) hub_.say(refusalText(*ticket.refusal, hub_), false);
         }},
        {"Act", QT_TRANSLATE_NOOP("Actions", "Add a note"), QKeySequence{QStringLiteral("F7")}, line("note ")},
        {"Act", QT_TRANSLATE_NOOP("Actions", "Close the incident"), QKeySequence{QStringLiteral("F8")}, line("c ")},
        {"Act", QT_TRANSLATE_NOOP("Actions", "Correct the place"), QKeySequence{QStringLiteral("F9")}, line("fix ")},
        {"Act", QT_TRANSLATE_NOOP("Actions", "Find"), QKeySequence{QStringLiteral("Ctrl+F")}, line("find ")},
        {"Act", QT_TRANSLATE_NOOP("Actions", "Acknowledge the alerts"), QKeySequence{QStringLiteral("Ctrl+K")},
         [this] { hub_.act(AcknowledgeAlerts{}); }},
        {"Act", QT_TRANSLATE_NOOP("Actions", "Undo"), QKeySequence{QStringLiteral("Ctrl+Z")},
         [this] { hub_.act(Undo{}); }},
        {"Act", QT_TRANSLATE_NOOP("Actions", "Redo"), QKeySequence{QStringLiteral("Ctrl+Shift+Z")},
         [this] { hub_.act(Redo{}); }},
        {QT_TRANSLATE_NOOP("Actions", "View"), QT_TRANSLATE_NOOP("Actions", "Show the incident on the map"),
         QKeySequence{QStringLiteral("F3")},
         [this] {
             auto const* incident = hub_.incident() ? hub_.world().incidents.find(*hub_.incident()) : nullptr;
             if (incident != nullptr) map_.lookAt(incident->place);
         }},
        {"View", QT_TRANSLATE_NOOP("Actions", "★ Fit the whole picture"), QKeySequence{QStringLiteral("Ctrl+0")},
         [this] { map_.fit(); }},
        {"View", QT_TRANSLATE_NOOP("Actions", "Chinese / English"), QKeySequence{QStringLiteral("Ctrl+L")},
         [this] { Q_EMIT languageWanted(!hub_.chinese()); }},
        {"View", QT_TRANSLATE_NOOP("Actions", "Night / day"), QKeySequence{QStringLiteral("Ctrl+T")},
         [this] { Q_EMIT themeWanted(theme_.dark() ? QStringLiteral("day") : QStringLiteral("night")); }},
        {"View",
         QT_TRANSLATE_NOOP("Actions", "All panels back in their places"),
         {},
         [this] {
             for (auto const& [name, panel] : docks_)
                 panel->setFloating(false),
                     panel->setVisible(name != QStringLiteral("intake") && name != QStringLiteral("help") &&
                                       name != QStringLiteral("results"));
         }},
    };
    if (room_.exercise() != nullptr)
        for (auto const& [text, speed] :
             {std::pair{QT_TRANSLATE_NOOP("Actions", "Pause"), 0}, std::pair{QT_TRANSLATE_NOOP("Actions", "1 x"), 1},
              std::pair{QT_TRANSLATE_NOOP("Actions", "4 x"), 4}, std::pair{QT_TRANSLATE_NOOP("Actions", "16 x"), 16}})
            rows.push_back({QT_TRANSLATE_NOOP("Actions", "Exercise"), text,
                            QKeySequence{QStringLiteral("Ctrl+%1").arg(speed == 0   ? QStringLiteral("P")
                                                                       : speed == 1 ? QStringLiteral("1")
                                                                       : speed == 4 ? QStringLiteral("4")
                                                                                    : QStringLiteral("6"))},
                            [this, speed = speed] { setSpeed(speed); }});
    rows.push_back({QT_TRANSLATE_NOOP("Actions", "Help"), QT_TRANSLATE_NOOP("Actions", "Keys and verbs"),
                    QKeySequence{QStringLiteral("F1")}, [this] { showHelp({}); }});
    actions_.build(*this, std::move(rows));
}

void MainWindow::connectPanels()
{
    connect(&strip_, &TopStrip::languageClicked, this, [this] { Q_EMIT languageWanted(!hub_.chinese()); });
    connect(&strip_, &TopStrip::themeClicked, this,
            [this] { Q_EMIT themeWanted(theme_.dark() ? QStringLiteral("day") : QStringLiteral("night")); });
    connect(&strip_, &TopStrip::alertsClicked, this, [this] { hub_.act(AcknowledgeAlerts{}); });
    connect(&queue_, &IncidentQueue::menuRequested, this, &MainWindow::incidentMenu);
    connect(&queue_, &IncidentQueue::activated, this, [this](IncidentId id) {
        if (auto const* incident = hub_.world().incidents.find(id)) map_.lookAt(incident->place);
    });
    connect(&board_, &UnitBoard::menuRequested, this, &MainWindow::unitMenu);
    connect(&board_, &UnitBoard::activated, this, [this](UnitId id) {
        if (auto const* fix = hub_.world().fix(id)) map_.lookAt(fix->place);
    });
    connect(&card_, &IncidentCard::lineWanted, &command_, &CommandBar::begin);
    connect(&card_, &IncidentCard::lookRequested, this, [this](Place place) { map_.lookAt(place); });
    connect(&command_, &CommandBar::helpRequested, this, &MainWindow::showHelp);
    connect(&command_, &CommandBar::findRequested, this, &MainWindow::showFound);
    connect(&command_, &CommandBar::nearRequested, this, &MainWindow::showNear);
    connect(&map_, &MapView::menuRequested, this, &MainWindow::placeMenu);
    connect(&intake_, &CallIntake::done, this, [this] { docks_[QStringLiteral("intake")]->hide(); });
    connect(&results_, &QListWidget::itemActivated, this, [this](QListWidgetItem* item) {
        auto const at = parse_place(item->data(Qt::UserRole).toString().toStdString());
        if (at) map_.lookAt(*at);
    });
    connect(&tick_, &QTimer::timeout, this, &MainWindow::tick);
    connect(&second_, &QTimer::timeout, this, &MainWindow::everySecond);
}

void MainWindow::start()
{
    exercise_ms_ = ms(hub_.now());
    elapsed_.start();
    tick_.start(tick_ms);
    second_.start(1000);
    everySecond();
}

void MainWindow::tick()
{
    qint64 const passed = elapsed_.restart();
    try {
        if (auto* exercise = room_.exercise()) {
            exercise_ms_ += std::min<qint64>(passed, 2000) * speed_;
            exercise->run_until(instant(exercise_ms_));
        } else if (room_.read_only()) {
            static int count = 0;
            if (++count % follow_every == 0) room_.follow();
        } else {
            submit_due(hub_.session(), hub_.now());
        }
        hub_.session().settle();
    } catch (StoreError const& error) {
        hub_.say(QString::fromUtf8(error.what()), false);
    }
}

void MainWindow::everySecond()
{
    queue_.refresh();
    board_.refresh();
    card_.refresh();
    map_.refresh();
    if (auto* journal = room_.journal()) {
        if (auto const trouble = journal->trouble())
            strip_.setSaving(QString::fromStdString(trouble->text), false);
        else if (auto const behind = journal->last().value - journal->durable().seq.value; behind > 2000)
            strip_.setSaving(tr("%1 entries not saved yet").arg(behind), false);
        else
            strip_.setSaving(tr("saved"), true);
    } else if (room_.read_only()) {
        strip_.setFollowing(room_.follows());
    }
    strip_.update();
}

void MainWindow::refreshAll()
{
    everySecond();
    log_.scrollToBottom();
}

void MainWindow::selectMostUrgent()
{
    std::optional<IncidentId> best;
    int best_priority = 10;
    for (auto const& [id, incident] : hub_.world().incidents)
        if (incident.open() && incident.priority < best_priority) best = id, best_priority = incident.priority;
    hub_.selectIncident(best);
}

void MainWindow::setSpeed(int speed)
{
    speed_ = speed;
    hub_.say(speed == 0 ? tr("the exercise stands still") : tr("the exercise runs at %1 x").arg(speed));
}

void MainWindow::showHelp(QString const& verb)
{
    QString html =
        QStringLiteral("<h3>%1</h3><table cellspacing='6'>").arg(tr("Verbs of the command line").toHtmlEscaped());
    for (Verb const& one : hub_.verbs().all()) {
        if (!verb.isEmpty() && QString::fromStdString(one.verb) != verb) continue;
        QStringList words;
        for (auto const& word : one.words) words.append(QString::fromStdString(word).toHtmlEscaped());
        html += QStringLiteral("<tr><td><b>%1</b><br>%2</td><td>%3</td></tr>")
                    .arg(words.first(), words.mid(1).join(QStringLiteral(" ")), hub_.name(one.help).toHtmlEscaped());
    }
    html += QStringLiteral("</table>");
    if (verb.isEmpty()) {
        html += QStringLiteral("<h3>%1</h3><table cellspacing='6'>").arg(tr("Keys").toHtmlEscaped());
        for (QString const& line : actions_.keys())
            html += QStringLiteral("<tr><td><b>%1</b></td><td>%2</td></tr>")
                        .arg(line.section(QLatin1Char('\t'), 0, 0).toHtmlEscaped(),
                             line.section(QLatin1Char('\t'), 1).toHtmlEscaped());
        html += QStringLiteral("</table>");
    }
    help_.setHtml(html);
    docks_[QStringLiteral("help")]->show();
    docks_[QStringLiteral("help")]->raise();
}

void MainWindow::addResult(QString const& text, Place place)
{
    auto* item = new QListWidgetItem{text, &results_};
    item->setData(Qt::UserRole, QString::fromStdString(to_text(place)));
}

void MainWindow::showFound(QString const& text)
{
    results_.clear();
    std::string const typed = text.toStdString();
    if (auto const unit = find_unit(hub_.world(), typed)) {
        hub_.selectUnit(unit);
        if (auto const* fix = hub_.world().fix(*unit)) addResult(text.toUpper(), fix->place);
    }
    if (auto const at = parse_place(typed.starts_with('@') ? typed.substr(1) : typed))
        addResult(QString::fromStdString(to_text(*at)), *at);
    if (hub_.places() != nullptr)
        for (FoundPlace const& found : hub_.places()->find_places(typed, 30, hub_.lookingAt())) {
            QString const detail = QString::fromStdString(found.detail);
            addResult(hub_.name(found.name) + (detail.isEmpty() ? QString{} : QStringLiteral("   ·   ") + detail),
                      found.place);
        }
    docks_[QStringLiteral("results")]->setVisible(results_.count() > 0);
    docks_[QStringLiteral("results")]->raise();
    if (results_.count() == 0) return hub_.say(tr("nothing is called \"%1\"").arg(text), false);
    hub_.say(tr("%1 found").arg(results_.count()));
    results_.setCurrentRow(0);
    results_.setFocus();
    if (auto const at = parse_place(results_.item(0)->data(Qt::UserRole).toString().toStdString())) map_.lookAt(*at);
}

void MainWindow::showNear(LookNear const& look)
{
    results_.clear();
    auto const* incident = hub_.world().incidents.find(look.incident);
    if (incident == nullptr) return;
    struct Near {
        std::int64_t distance_mm;
        QString text;
        Place place;
    };
    std::vector<Near> near;
    auto const consider = [&](Place place, QString const& text) {
        auto const distance = distance_mm(incident->place, place);
        if (distance <= look.radius_m * 1000) near.push_back({distance, text, place});
    };
    World const& world = hub_.world();
    if (look.units)
        for (auto const& [id, unit] : world.units)
            if (auto const* fix = world.fix(id))
                consider(fix->place, QStringLiteral("%1  %2").arg(QString::fromStdString(unit.call_sign),
                                                                  statusText(unit.status, hub_)));
    if (look.cameras)
        for (auto const& [id, camera] : world.cameras)
            consider(camera.place,
                     QStringLiteral("%1  %2").arg(QString::fromStdString(camera.code), hub_.name(camera.name)));
    if (look.drones)
        for (auto const& [id, drone] : world.drones) consider(drone.place, QString::fromStdString(drone.call_sign));
    std::stable_sort(near.begin(), near.end(),
                     [](Near const& a, Near const& b) { return a.distance_mm < b.distance_mm; });
    for (Near const& one : near)
        addResult(QStringLiteral("%1   %2").arg(distanceText(one.distance_mm), one.text), one.place);
    docks_[QStringLiteral("results")]->show();
    docks_[QStringLiteral("results")]->raise();
    hub_.say(tr("%1 within %2 m").arg(near.size()).arg(look.radius_m));
}

void MainWindow::takeCall(std::optional<Place> place)
{
    docks_[QStringLiteral("intake")]->show();
    docks_[QStringLiteral("intake")]->raise();
    intake_.begin(place, place && room_.places() != nullptr ? room_.places()->name_of(*place) : Names{});
}

void MainWindow::placeMenu(Place place, MarkKey mark, QPoint global)
{
    if (mark.kind == MarkKind::unit) return unitMenu(UnitId::unpacked(mark.id), global);
    if (mark.kind == MarkKind::incident) return incidentMenu(IncidentId::unpacked(mark.id), global);
    QMenu menu{this};
    menu.addAction(tr("Take a call here"), this, [this, place] { takeCall(place); });
    auto const* incident = hub_.incident() ? hub_.world().incidents.find(*hub_.incident()) : nullptr;
    if (incident != nullptr && incident->open())
        menu.addAction(tr("#%1 is here").arg(incident->number), this, [this, place] {
            FoundPlace where;
            where.place = place;
            where.name =
                room_.places() != nullptr ? room_.places()->name_of(place) : Names{to_text(place), to_text(place)};
            where.kind = "operator";
            hub_.act(MoveIncident{*hub_.incident(), where});
        });
    for (auto const& [id, drone] : hub_.world().drones)
        if (!drone.target) {
            menu.addAction(tr("Send drone %1 here").arg(QString::fromStdString(drone.call_sign)), this,
                           [this, id = id, place] {
                               hub_.act(SendDrone{id, {}, place});
                           });
            break;
        }
    menu.addAction(tr("Hazard here"), this, [this, place] {
        command_.begin(QStringLiteral("hz @%1 ; ").arg(QString::fromStdString(to_text(place))));
    });
    menu.addSeparator();
    menu.addAction(tr("Copy the coordinates"), this,
                   [place] { QApplication::clipboard()->setText(QString::fromStdString(to_text(place))); });
    menu.exec(global);
}

void MainWindow::unitMenu(UnitId id, QPoint global)
{
    auto const* unit = hub_.world().units.find(id);
    if (unit == nullptr) return;
    hub_.selectUnit(id);
    QMenu menu{this};
    if (auto const* incident = hub_.incident() ? hub_.world().incidents.find(*hub_.incident()) : nullptr;
        incident != nullptr && incident->open()) {
        auto* send = menu.addAction(tr("Send to #%1").arg(incident->number), this, [this, id] {
            hub_.act(SendUnits{{id}, *hub_.incident(), {}});
        });
        send->setEnabled(!may(hub_.world(), UnitsDispatched{*hub_.incident(), {{id, {}, {}}}, {}}));
        menu.addSeparator();
    }
    for (Status const status : all_statuses) {
        if (status == Status::dispatched) continue;
        auto* action = menu.addAction(statusText(status, hub_), this, [this, id, status] {
            hub_.act(SetStatus{{id}, status, {}});
        });
        action->setEnabled(!may(hub_.world(), UnitStatusSet{id, status, {}}));
    }
    menu.addSeparator();
    if (unit->incident)
        menu.addAction(tr("Release from %1").arg(QString::fromStdString(number_text(hub_.world(), *unit->incident))),
                       this, [this, id] { hub_.act(ReleaseUnits{{id}}); });
    if (unit->distress())
        menu.addAction(tr("The unit is safe: cancel distress"), this, [this, id] {
            hub_.act(SetDistress{{id}, false});
        });
    else
        menu.addAction(tr("Distress"), this, [this, id] { hub_.act(SetDistress{{id}, true}); });
    menu.exec(global);
}

void MainWindow::incidentMenu(IncidentId id, QPoint global)
{
    auto const* incident = hub_.world().incidents.find(id);
    if (incident == nullptr) return;
    hub_.selectIncident(id);
    QMenu menu{this};
    menu.addAction(tr("Send the first unit"), this, [this] { card_.sendBest(); });
    menu.addAction(tr("Show on the map"), this, [this, place = incident->place] { map_.lookAt(place); });
    menu.addAction(tr("Correct the place"), this, [this] { command_.begin(QStringLiteral("fix ")); });
    menu.addAction(tr("Add a note"), this, [this] { command_.begin(QStringLiteral("note ")); });
    menu.addAction(tr("What is near"), this, [this, id] { showNear(LookNear{id}); });
    auto* close = menu.addMenu(tr("Close"));
    for (PlainCode const& code : hub_.world().codes.dispositions)
        close->addAction(hub_.name(code.name), this, [this, id, code = code.code] {
            hub_.act(CloseIncident{id, code});
        });
    menu.exec(global);
}

void MainWindow::openCity()
{
    QString const file = QFileDialog::getOpenFileName(this, tr("Open a city"), {}, tr("City packs (*.mbtiles)"));
    if (file.isEmpty()) return;
    RoomOrder order;
    order.city = file.toStdString();
    Q_EMIT roomWanted(order);
}

void MainWindow::openJournal()
{
    QString const file = QFileDialog::getOpenFileName(this, tr("Open a journal"), {}, tr("Journals (*.cresset)"));
    if (file.isEmpty()) return;
    RoomOrder order;
    order.journal = file.toStdString();
    if (room_.pack()) order.city = room_.pack()->file();
    Q_EMIT roomWanted(order);
}

void MainWindow::newShift()
{
    if (room_.journal() == nullptr)
        return hub_.say(tr("this shift is only read: open its journal for writing first"), false);
    QString const file =
        QFileDialog::getSaveFileName(this, tr("Journal of the new shift"), {}, tr("Journals (*.cresset)"));
    if (file.isEmpty()) return;
    RoomOrder order;
    order.journal = file.toStdString();
    order.takes_over = room_.journal()->file();
    if (room_.pack()) order.city = room_.pack()->file();
    Q_EMIT roomWanted(order);
}

void MainWindow::backUp()
{
    if (room_.journal() == nullptr) return;
    QString const file = QFileDialog::getSaveFileName(this, tr("Back up the journal"), {}, tr("Journals (*.cresset)"));
    if (file.isEmpty()) return;
    auto reader = JournalReader::open(room_.journal()->file());
    auto const problem =
        reader ? back_up(*reader, file.toStdString()) : std::optional<Problem>{Problem{reader.problem()}};
    hub_.say(problem ? QString::fromStdString(problem->text) : tr("backed up to %1").arg(file), !problem);
}

void MainWindow::eraseCaller()
{
    auto const* incident = hub_.incident() ? hub_.world().incidents.find(*hub_.incident()) : nullptr;
    if (incident == nullptr) return hub_.say(tr("select an incident first"), false);
    auto const answer = QMessageBox::question(
        this, tr("Erase personal text"),
        tr("Erase the caller and what was said of #%1 for good? This cannot be taken back.").arg(incident->number));
    if (answer != QMessageBox::Yes) return;
    for (auto const& ref : {incident->caller, incident->narrative})
        if (ref)
            if (auto const problem = hub_.session().erase_text(ref->id))
                hub_.say(QString::fromStdString(problem->text), false);
    card_.refresh();
}

void MainWindow::copyPicture()
{
    QApplication::clipboard()->setImage(map_.grab().toImage());
    hub_.say(tr("the picture is in the clipboard"));
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && isActiveWindow() && qobject_cast<QWidget*>(watched) != nullptr) {
        auto const* key = static_cast<QKeyEvent*>(event);
        auto* focus = QApplication::focusWidget();
        bool const plain = key->modifiers() == Qt::NoModifier || key->modifiers() == Qt::ShiftModifier;
        QString const text = key->text();
        // Letters typed anywhere outside a text field begin a command.
        if (plain && watched == focus && !isTextField(focus) && QApplication::activePopupWidget() == nullptr &&
            text.size() == 1 && (text[0].isLetterOrNumber() || text[0] == QLatin1Char('?'))) {
            command_.typeAhead(text);
            return true;
        }
        if (plain && watched == focus && !isTextField(focus) && text == QStringLiteral("*")) {
            map_.fit();
            return true;
        }
    }
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::retranslate()
{
    QString const city = hub_.name(hub_.world().shift.city);
    setWindowTitle(city.isEmpty() ? QStringLiteral("Cresset") : QStringLiteral("%1 – Cresset").arg(city));
    docks_[QStringLiteral("incidents")]->setWindowTitle(tr("Incidents"));
    docks_[QStringLiteral("intake")]->setWindowTitle(tr("Take a call"));
    docks_[QStringLiteral("incident")]->setWindowTitle(tr("Incident"));
    docks_[QStringLiteral("units")]->setWindowTitle(tr("Units"));
    docks_[QStringLiteral("log")]->setWindowTitle(tr("Log"));
    docks_[QStringLiteral("results")]->setWindowTitle(tr("Found"));
    docks_[QStringLiteral("help")]->setWindowTitle(tr("Help"));
    results_.setAccessibleName(tr("Found"));
    help_.setAccessibleName(tr("Help"));
    actions_.retranslate();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    settings_.geometry = saveGeometry();
    settings_.docks = saveState();
    settings_.save();
    tick_.stop();
    second_.stop();
    QMainWindow::closeEvent(event);
}

}  // namespace cresset::app
