#include "app/window/main_window.h"

#include "core/store/error.h"
#include "widgets/words.h"

#include <QApplication>
#include <QCloseEvent>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <algorithm>

namespace cresset::app {

using namespace widgets;

namespace {

constexpr int tick_ms = 100;
constexpr std::uint64_t log_entries = 4000;
constexpr int follow_every = 5;              // ticks
constexpr std::uint64_t behind_said = 2000;  // entries not saved before somebody is told
constexpr qint64 try_again_ms = 5000;        // a disk that failed

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
      files_{room, hub_, *this},
      menus_{
          hub_,
          [&room](Place place) {
              return room.places() != nullptr ? room.places()->name_of(place) : Names{to_text(place), to_text(place)};
          },
          *this},
      strip_{hub_},
      queue_{hub_},
      card_{hub_},
      intake_{hub_},
      board_{hub_},
      log_{hub_},
      command_{hub_},
      map_{hub_, theme_},
      help_{hub_},
      found_{hub_}
{
    setObjectName(QStringLiteral("desk"));
    setDockOptions(QMainWindow::AllowNestedDocks | QMainWindow::AllowTabbedDocks | QMainWindow::AnimatedDocks);
    buildBars();
    buildDocks();
    buildActions();
    connectPanels();
    connectMenus();
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
    if (!room_.notice().empty()) hub_.say(problemText(room_.notice()), false);
}

MainWindow::~MainWindow()
{
    qApp->removeEventFilter(this);
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
            follow();
        } else {
            submit_due(hub_.session(), hub_.now());
        }
        hub_.session().settle();
    } catch (StoreError const& error) {
        hub_.say(QString::fromUtf8(error.what()), false);
    }
}

void MainWindow::follow()
{
    if (++ticks_ % follow_every == 0) room_.follow();
}

void MainWindow::everySecond()
{
    queue_.refresh();
    board_.refresh();
    card_.refresh();
    map_.refresh();
    if (room_.journal() != nullptr)
        watchJournal();
    else if (room_.read_only())
        strip_.setFollowing(room_.follows());
    strip_.update();
}

void MainWindow::watchJournal()
{
    auto& journal = *room_.journal();
    auto const trouble = journal.trouble();
    auto const behind = journal.last().value - journal.durable().seq.value;
    if (trouble)
        strip_.setSaving(problemText(trouble->text), false);
    else if (behind > behind_said)
        strip_.setSaving(tr("%1 entries not saved yet").arg(behind), false);
    else
        strip_.setSaving(tr("saved"), true);
    // A full disk is tried again by the journal itself; after a failure the file must be opened anew.
    if (!trouble || trouble->what != Trouble::What::disk_failed) return tried_.invalidate();
    if (tried_.isValid() && tried_.elapsed() < try_again_ms) return;
    tried_.start();
    if (!journal.recover()) hub_.say(tr("the disk works again: everything is saved"));
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
    found_.setAccessibleName(tr("Found"));
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
