#include "app/window/main_window.h"

#include "core/store/error.h"
#include "widgets/words.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCloseEvent>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextDocument>
#include <QToolBar>
#include <algorithm>

namespace cresset::app {

using namespace widgets;

namespace {

constexpr int tick_ms = 100;
constexpr std::uint64_t log_entries = 4000;
constexpr int follow_every = 5;              // ticks
constexpr std::uint64_t behind_said = 2000;  // entries not saved before somebody is told
constexpr qint64 quit_again_ms = 10'000;
constexpr qint64 try_again_ms = 5000;   // a disk that failed
constexpr QSize usual_size{1600, 900};  // where the window is not shown as large as the screen

DeskHub::Parts partsOf(Room& room, Settings const& settings)
{
    DeskHub::Parts parts;
    parts.session = &room.session();
    parts.desk = &room.desk();
    parts.places = room.places();
    parts.verbs = &room.verbs();
    parts.readOnly = room.read_only();
    parts.chinese = settings.chinese();
    parts.nearer = room.nearer();
    return parts;
}

/// A damaged table is no reason to have no desk: then nothing is heard, and the strip says so.
std::vector<SoundClass> soundsOfProgram()
{
    auto sounds = load_sounds();
    return sounds ? *std::move(sounds) : std::vector<SoundClass>{};
}

bool isTextField(QWidget const* widget)
{
    return qobject_cast<QLineEdit const*>(widget) != nullptr ||
           qobject_cast<QPlainTextEdit const*>(widget) != nullptr ||
           qobject_cast<QTextBrowser const*>(widget) != nullptr || qobject_cast<QComboBox const*>(widget) != nullptr;
}

/// Qt's own words for them are long, and in English where its translations are not installed.
void nameButtons(QDockWidget const& dock)
{
    auto const name = [&](char const* button, QString const& text) {
        auto* found = dock.findChild<QAbstractButton*>(QString::fromLatin1(button));
        if (found == nullptr) return;
        found->setAccessibleName(text);
        found->setAccessibleDescription(text);
        found->setToolTip(text);
    };
    name("qt_dockwidget_floatbutton", MainWindow::tr("Float or dock"));
    name("qt_dockwidget_closebutton", MainWindow::tr("Hide the panel"));
}

}  // namespace

MainWindow::MainWindow(Room& room, Settings& settings, Theme theme)
    : room_{room},
      settings_{settings},
      theme_{std::move(theme)},
      hub_{partsOf(room, settings), room.recent(log_entries)},
      files_{room, hub_, *this},
      menus_{hub_, *this},
      strip_{hub_},
      queue_{hub_},
      card_{hub_},
      intake_{hub_},
      board_{hub_},
      log_{hub_},
      alarms_{hub_},
      sounds_{hub_, soundsOfProgram()},
      command_{hub_},
      map_{hub_, theme_},
      help_{hub_},
      found_{hub_},
      layers_{hub_},
      views_{settings.views},
      layouts_{*this, docks_, settings},
      screens_{[this] { return windowsToWatch(); }},
      tour_{*this, [this] { return tourSteps(); }, theme_.colour("accent")}
{
    setObjectName(QStringLiteral("desk"));
    resize(usual_size);  // the docks share out what there is now, and keep their shares
    setDockOptions(QMainWindow::AllowNestedDocks | QMainWindow::AllowTabbedDocks | QMainWindow::AnimatedDocks);
    buildBars();
    buildDocks();
    buildTools();
    buildActions();
    buildLayoutMenu();
    connectPanels();
    connectScreens();
    connectWork();
    connectMenus();
    connectMap();
    connectSounds();
    connectFiles();
    setTheme(theme_);
    command_.setConfirmAbove(settings_.confirm_above);
    map_.setTailReach(Duration{settings_.tail_minutes * 60'000});
    map_.canvas().setGlide(settings_.glide);
    layouts_.open();
    work_holder_->hide();
    fillLayoutMenu();
    retranslate();
    qApp->installEventFilter(this);
    if (!room_.notice().empty())
        hub_.say(problemText(room_.notice()), false);
    else if (room_.pack() && !room_.pack()->info().lacks.empty())
        hub_.say(problemText(room_.pack()->info().lacks), false);
}

void MainWindow::setTheme(Theme const& theme)
{
    theme_ = theme;
    strip_.setTheme(theme_);
    queue_.setTheme(theme_);
    card_.setTheme(theme_);
    intake_.setTheme(theme_);
    board_.setTheme(theme_);
    log_.setTheme(theme_);
    map_.setTheme(theme_);
    layers_.setTheme(theme_);
    alarms_.setTheme(theme_);
    for (auto const& tool : desk_tools_) tool->setTheme(theme_);
}

MainWindow::~MainWindow()
{
    qApp->removeEventFilter(this);
    for (auto const& [name, panel] : docks_) panel->disconnect(this);  // they go after what listens to them
}

void MainWindow::start()
{
    exercise_ms_ = ms(hub_.now());
    elapsed_.start();
    tick_.start(tick_ms);
    second_.start(1000);
    command_.setFocus();  // not whatever stands first in the window
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
        if (room_.nearer() != nullptr && room_.nearer()->look()) card_.refresh();
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
    alarms_.refresh();
    intake_.refresh();
    map_.refresh();
    for (auto const& tool : desk_tools_) tool->everySecond();
    showSound();  // a device comes and goes without a word
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
    sounds_.setTrouble(trouble.has_value());
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
    bool const key = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (key && isOurWindow(QApplication::activeWindow()) && qobject_cast<QWidget*>(watched) != nullptr) {
        auto const* typed = static_cast<QKeyEvent*>(event);
        auto* focus = QApplication::focusWidget();
        bool const here = watched == focus || (focus == nullptr && watched == this);
        if (here && event->type() == QEvent::ShortcutOverride && isAct(*typed, focus)) {
            event->ignore();
            return true;
        }
        if (here && event->type() == QEvent::KeyPress && (goesOnInLine(*typed, focus) || takeLetter(*typed, focus)))
            return true;
    }
    return QMainWindow::eventFilter(watched, event);
}

/// The window itself, and panels that float.
bool MainWindow::isOurWindow(QWidget const* window) const
{
    if (window == this) return true;
    auto const* dock = qobject_cast<QDockWidget const*>(window);
    return dock != nullptr && dock->parentWidget() == this;
}

/// Text fields claim chords for themselves (Ctrl+Z, Ctrl+K); here they are acts, but for taking back what was typed.
bool MainWindow::isAct(QKeyEvent const& key, QWidget const* focus) const
{
    auto const* line = qobject_cast<QLineEdit const*>(focus);
    auto const* text = qobject_cast<QPlainTextEdit const*>(focus);
    bool const back = key.matches(QKeySequence::Undo), again = key.matches(QKeySequence::Redo);
    if (line != nullptr && ((back && line->isUndoAvailable()) || (again && line->isRedoAvailable()))) return false;
    if (text != nullptr &&
        ((back && text->document()->isUndoAvailable()) || (again && text->document()->isRedoAvailable())))
        return false;
    return key.modifiers().testFlag(Qt::ControlModifier) && actions_.hasKey(QKeySequence{key.keyCombination()});
}

/// Letters typed anywhere outside a text field begin a command.
bool MainWindow::takeLetter(QKeyEvent const& key, QWidget const* focus)
{
    bool const plain = key.modifiers() == Qt::NoModifier || key.modifiers() == Qt::ShiftModifier;
    QString const text = key.text();
    if (!plain || isTextField(focus) || QApplication::activePopupWidget() != nullptr || text.size() != 1) return false;
    if (text == QStringLiteral("*")) return map_.fit(), true;
    bool const words = hub_.askedWhy() && (text[0] == QLatin1Char(';') || text[0] == QChar{0xFF1B});
    if (!text[0].isLetterOrNumber() && text[0] != QLatin1Char('?') && !words) return false;
    if (!isActiveWindow()) {  // a panel that floats has the keys
        typed_in_ = focus;
        activateWindow();
    }
    command_.typeAhead(text);
    return true;
}

/// The system brings the window to the front when it likes: what is typed until then follows the first letter, also
/// what is no letter.
bool MainWindow::goesOnInLine(QKeyEvent const& key, QWidget const* focus)
{
    auto* line = qobject_cast<QLineEdit*>(command_.focusProxy());
    bool const types = typed_in_ != nullptr && focus == typed_in_ && !line->text().isEmpty();
    if (!types || QApplication::activePopupWidget() != nullptr) return false;
    std::unique_ptr<QKeyEvent> const typed{key.clone()};
    return QApplication::sendEvent(line, typed.get()) && typed->isAccepted();
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    if (event->type() == QEvent::ActivationChange && isActiveWindow()) typed_in_ = nullptr;
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
    docks_[QStringLiteral("alarms")]->setWindowTitle(tr("Alarms"));
    docks_[QStringLiteral("results")]->setWindowTitle(tr("Found"));
    docks_[QStringLiteral("help")]->setWindowTitle(tr("Help"));
    docks_[QStringLiteral("layers")]->setWindowTitle(tr("Layers"));
    for (ToolPanel const& panel : tool_panels_) docks_[QString::fromLatin1(panel.name)]->setWindowTitle(panel.title());
    found_.setAccessibleName(tr("Found"));
    help_.setAccessibleName(tr("Help"));
    for (auto const& [name, panel] : docks_) nameButtons(*panel);
    nameTabs();
    actions_.retranslate();
    fillLayoutMenu();
    if (!help_.document()->isEmpty()) help_.retranslate(keyLines());
}

/// Nothing stands before the desk meanwhile: who means it asks again.
bool MainWindow::mayQuit()
{
    World const& world = hub_.world();
    if (hub_.readOnly() || world.shift.exercise || qGuiApp->isSavingSession()) return true;
    auto const urgent = std::ranges::count_if(world.incidents, [](auto const& row) {
        return row.second.open() && row.second.priority == 1 && !row.second.duplicate_of;
    });
    bool const again = quit_asked_.isValid() && quit_asked_.elapsed() < quit_again_ms;
    if (urgent == 0 || again) return true;
    quit_asked_.start();
    hub_.say(tr("open incidents of priority 1: %1. To quit all the same, quit again within %2 seconds")
                 .arg(urgent)
                 .arg(quit_again_ms / 1000),
             false);
    return false;
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!mayQuit()) return event->ignore();
    layouts_.leave();
    settings_.save();
    tick_.stop();
    second_.stop();
    QMainWindow::closeEvent(event);
}

}  // namespace cresset::app
