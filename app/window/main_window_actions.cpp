/// The rows of the action table: what the window does, with its words and its key.
#include "app/window/main_window.h"
#include "widgets/words.h"

#include <QApplication>
#include <QClipboard>
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>
#include <algorithm>
#include <iterator>

namespace cresset::app {

using namespace widgets;

namespace {

QKeySequence key(char const* text)
{
    return QKeySequence{QString::fromLatin1(text)};
}

}  // namespace

std::vector<ActionRow> MainWindow::fileRows()
{
    char const* const menu = QT_TRANSLATE_NOOP("Actions", "File");
    return {
        {menu, QT_TRANSLATE_NOOP("Actions", "Open a city…"), key("Ctrl+O"), [this] { files_.openCity(); }},
        {menu, QT_TRANSLATE_NOOP("Actions", "Open a journal…"), key("Ctrl+J"), [this] { files_.openJournal(); }},
        {menu, QT_TRANSLATE_NOOP("Actions", "New shift, taking over…"), key("Ctrl+N"), [this] { files_.newShift(); }},
        {menu, QT_TRANSLATE_NOOP("Actions", "Add a file as a layer…"), key("Ctrl+Shift+O"), [this] { askForFiles(); }},
        {menu, QT_TRANSLATE_NOOP("Actions", "Feeds…"), {}, [this] { Q_EMIT feedsWanted(); }},
        {menu, QT_TRANSLATE_NOOP("Actions", "Back up the journal…"), key("Ctrl+B"), [this] { files_.backUp(); }},
        {menu, QT_TRANSLATE_NOOP("Actions", "Check the journal"), {}, [this] { files_.check(); }},
        {menu, QT_TRANSLATE_NOOP("Actions", "Settings…"), key("Ctrl+,"), [this] { showSettings(); }},
        {menu,
         QT_TRANSLATE_NOOP("Actions", "Erase the caller and what was said…"),
         {},
         [this] { files_.eraseCaller(); }},
        {menu, QT_TRANSLATE_NOOP("Actions", "Copy the picture of the map"), key("Ctrl+Shift+C"),
         [this] { copyPicture(); }},
        {menu, QT_TRANSLATE_NOOP("Actions", "Print the map…"), key("Ctrl+Shift+P"), [this] { printMap(); }},
        {menu, QT_TRANSLATE_NOOP("Actions", "Quit"), key("Ctrl+Q"), [this] { close(); }},
    };
}

std::vector<ActionRow> MainWindow::actRows()
{
    char const* const menu = QT_TRANSLATE_NOOP("Actions", "Act");
    auto const line = [this](char const* text) { return [this, text] { command_.begin(QString::fromLatin1(text)); }; };
    return {
        {menu, QT_TRANSLATE_NOOP("Actions", "Command line"), key("Ctrl+Space"), line("")},
        {menu, QT_TRANSLATE_NOOP("Actions", "Take a call"), key("F2"), [this] { takeCall(); }},
        {menu, QT_TRANSLATE_NOOP("Actions", "Next incident that waits"), key("F4"),
         [this] { queue_.selectNextWaiting(); }},
        {menu, QT_TRANSLATE_NOOP("Actions", "Send the first unit"), key("F5"), [this] { card_.sendBest(); }},
        {menu, QT_TRANSLATE_NOOP("Actions", "Send the run card"), key("Shift+F5"), [this] { card_.sendCard(); }},
        {menu, QT_TRANSLATE_NOOP("Actions", "Send the free unit to what is next"), key("F11"), [this] { takeNext(); }},
        {menu, QT_TRANSLATE_NOOP("Actions", "Swap with the nearer unit"), key("F12"), [this] { card_.swapNearer(); }},
        {menu, QT_TRANSLATE_NOOP("Actions", "Usual next status of the unit"), key("F6"), [this] { advanceStatus(); }},
        {menu, QT_TRANSLATE_NOOP("Actions", "Add a note"), key("F7"), line("note ")},
        {menu, QT_TRANSLATE_NOOP("Actions", "Close the incident"), key("F8"), line("c ")},
        {menu, QT_TRANSLATE_NOOP("Actions", "Correct the place"), key("F9"), line("fix ")},
        {menu, QT_TRANSLATE_NOOP("Actions", "Find"), key("Ctrl+F"), line("find ")},
        {menu, QT_TRANSLATE_NOOP("Actions", "Alarms that stand"), key("F10"), [this] { showAlarms(); }},
        {menu, QT_TRANSLATE_NOOP("Actions", "Acknowledge the alarms"), key("Ctrl+K"),
         [this] { hub_.act(AcknowledgeAlerts{}); }},
        {menu, QT_TRANSLATE_NOOP("Actions", "Silence what sounds"), key("Ctrl+Shift+K"), [this] { silence(); }},
        {menu, QT_TRANSLATE_NOOP("Actions", "Spoken to the unit: all well"), key("Ctrl+E"), [this] { spokenTo(); }},
        {menu, QT_TRANSLATE_NOOP("Actions", "Undo"), key("Ctrl+Z"), [this] { hub_.act(Undo{}); }},
        {menu, QT_TRANSLATE_NOOP("Actions", "Redo"), key("Ctrl+Shift+Z"), [this] { hub_.act(Redo{}); }},
    };
}

std::vector<ActionRow> MainWindow::viewRows()
{
    char const* const menu = QT_TRANSLATE_NOOP("Actions", "View");
    return {
        {menu, QT_TRANSLATE_NOOP("Actions", "Show the incident on the map"), key("F3"),
         [this] { lookAtIncident(hub_.incident()); }},
        {menu, QT_TRANSLATE_NOOP("Actions", "★ Fit the whole picture"), key("Ctrl+0"), [this] { map_.fit(); }},
        {menu, QT_TRANSLATE_NOOP("Actions", "Follow the unit on the map"), key("Ctrl+U"),
         [this] {
             if (!hub_.unit()) return hub_.say(tr("select a unit first"), false);
             followUnit(*hub_.unit());
         }},
        {menu, QT_TRANSLATE_NOOP("Actions", "Look at a kept view"), key("Ctrl+G"),
         [this] { command_.begin(QStringLiteral("v ")); }},
        {menu, QT_TRANSLATE_NOOP("Actions", "Keep this view"), key("Ctrl+D"),
         [this] { command_.begin(QStringLiteral("keep ")); }},
        {menu, QT_TRANSLATE_NOOP("Actions", "Layers and legend"), key("Ctrl+Shift+L"), [this] { showDock("layers"); }},
        {menu, QT_TRANSLATE_NOOP("Actions", "Measure on the map"), key("Ctrl+M"), [this] { map_.measure(); }},
        {menu, QT_TRANSLATE_NOOP("Actions", "Chinese / English"), key("Ctrl+L"), [this] { wantLanguage(); }},
        {menu, QT_TRANSLATE_NOOP("Actions", "Night / day"), key("Ctrl+T"), [this] { wantTheme(); }},
        {menu, QT_TRANSLATE_NOOP("Actions", "Float the panel, or dock it"), key("Ctrl+Shift+F"),
         [this] { floatPanel(); }},
        {menu, QT_TRANSLATE_NOOP("Actions", "The panel to the next screen"), key("Ctrl+Shift+N"),
         [this] { panelToNextScreen(); }},
        {menu, QT_TRANSLATE_NOOP("Actions", "All panels back in their places"), {}, [this] { showPanels(); }},
    };
}

std::vector<ActionRow> MainWindow::exerciseRows()
{
    if (room_.exercise() == nullptr) return {};
    char const* const menu = QT_TRANSLATE_NOOP("Actions", "Exercise");
    return {
        {menu, QT_TRANSLATE_NOOP("Actions", "Pause"), key("Ctrl+P"), [this] { setSpeed(0); }},
        {menu, QT_TRANSLATE_NOOP("Actions", "1 x"), key("Ctrl+1"), [this] { setSpeed(1); }},
        {menu, QT_TRANSLATE_NOOP("Actions", "4 x"), key("Ctrl+4"), [this] { setSpeed(4); }},
        {menu, QT_TRANSLATE_NOOP("Actions", "16 x"), key("Ctrl+6"), [this] { setSpeed(16); }},
    };
}

std::vector<ActionRow> MainWindow::helpRows()
{
    char const* const menu = QT_TRANSLATE_NOOP("Actions", "Help");
    return {
        {menu, QT_TRANSLATE_NOOP("Actions", "Keys and verbs"), key("F1"), [this] { showHelp({}); }},
        {menu, QT_TRANSLATE_NOOP("Actions", "Print the keys and verbs…"), {}, [this] { printHelp(); }},
        {menu, QT_TRANSLATE_NOOP("Actions", "A tour of the window"), key("Ctrl+F1"), [this] { tour_.begin(); }},
        {menu, QT_TRANSLATE_NOOP("Actions", "First page…"), {}, [this] { Q_EMIT firstPageWanted(); }},
    };
}

void MainWindow::buildActions()
{
    std::vector<ActionRow> rows;
    for (auto part : {fileRows(), actRows(), viewRows(), exerciseRows(), helpRows()})
        std::ranges::move(part, std::back_inserter(rows));
    for (auto const& tool : desk_tools_) std::ranges::move(tool->rows(), std::back_inserter(rows));
    actions_.build(*this, std::move(rows));
}

void MainWindow::takeCall(std::optional<Place> place)
{
    showDock("intake");
    intake_.begin(place);
}

void MainWindow::lookAtIncident(std::optional<IncidentId> id)
{
    auto const* incident = id ? hub_.world().incidents.find(*id) : nullptr;
    if (incident == nullptr) return hub_.say(tr("select an incident first"), false);
    map_.lookAt(incident->place);
}

/// Views belong to a city.
QString MainWindow::viewsOf() const
{
    return QString::fromStdString(hub_.world().shift.city.en);
}

void MainWindow::followUnit(UnitId unit)
{
    if (hub_.world().fix(unit) == nullptr)
        return hub_.say(tr("%1 has no position yet").arg(QString::fromStdString(call_sign(hub_.world(), unit))), false);
    hub_.selectUnit(unit);
    map_.follow(unit);
}

void MainWindow::lookAtView(QString const& name)
{
    auto const view = views_.find(viewsOf(), name);
    if (!view) return;
    map_.follow({});
    map_.lookAt(view->centre, view->zoom);
    hub_.say(tr("view: %1").arg(view->name));
}

void MainWindow::keepView(QString const& name)
{
    auto const& view = map_.canvas().view();
    views_.keep({viewsOf(), name, view.centre(), view.zoom()});
    viewsChanged();
    auto const all = views_.of(viewsOf());
    auto const at = std::ranges::find(all, name, &SavedView::name) - all.begin() + 1;
    hub_.say(at <= 9 ? tr("kept: Alt+%1 or v %2 shows it").arg(at).arg(name) : tr("kept: v %1 shows it").arg(name));
}

void MainWindow::forgetView(QString const& name)
{
    if (!views_.forget(viewsOf(), name)) return;
    viewsChanged();
    hub_.say(tr("the view %1 is kept no longer").arg(name));
}

void MainWindow::viewsChanged()
{
    std::vector<std::string> names;
    for (auto const& view : views_.of(viewsOf())) names.push_back(view.name.toStdString());
    hub_.setViews(std::move(names));
    settings_.views = views_.text();
}

void MainWindow::showAlarms()
{
    showDock("alarms");
    alarms_.setFocus();
}

void MainWindow::spokenTo()
{
    if (!hub_.unit()) return hub_.say(tr("select a unit first"), false);
    hub_.act(ContactUnits{{*hub_.unit()}});
}

void MainWindow::advanceStatus()
{
    if (!hub_.unit()) return hub_.say(tr("select a unit first"), false);
    hub_.act(SetStatus{{*hub_.unit()}, hub_.desk().usual_next(*hub_.unit()), {}});
}

/// Of the unit in hand if something waits for it, else of the one that is free the longest.
void MainWindow::takeNext()
{
    auto const* unit = hub_.unit() ? hub_.world().units.find(*hub_.unit()) : nullptr;
    bool const waits = unit != nullptr && unit->status == Status::available && !unit->stack.empty();
    auto const next = waits ? hub_.unit() : free_with_next(hub_.world());
    if (!next) return hub_.say(tr("nothing waits for a unit that is free"), false);
    hub_.act(TakeNext{next});
}

void MainWindow::setSpeed(int speed)
{
    speed_ = speed;
    hub_.say(speed == 0 ? tr("the exercise stands still") : tr("the exercise runs at %1 x").arg(speed));
}

void MainWindow::copyPicture()
{
    QApplication::clipboard()->setImage(map_.picture());
    hub_.say(tr("the picture is in the clipboard"));
}

void MainWindow::printMap()
{
    askForPrinter(tr("Print the map"), QPageLayout::Landscape, [this, sheet = map_.sheet()](QPrinter& printer) {
        printer.setResolution(200);
        hub_.say(printSheet(printer, sheet) ? tr("the map was printed") : tr("the printer took nothing"));
    });
}

/// Beside the desk, which goes on: nothing that comes meanwhile waits for an answer.
void MainWindow::askForPrinter(QString const& title, QPageLayout::Orientation page,
                               std::function<void(QPrinter&)> print)
{
    auto const printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageOrientation(page);
    auto* dialog = new QPrintDialog{printer.get(), this};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setModal(false);
    connect(dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), this,
            [printer, print = std::move(print)] { print(*printer); });
    dialog->show();
}

bool printSheet(QPrinter& printer, MapSheet const& sheet)
{
    QPainter painter;
    if (!painter.begin(&printer)) return false;
    QRect const page{{}, printer.pageLayout().paintRectPixels(printer.resolution()).size()};
    paintSheet(painter, page, printer.resolution(), sheet);
    return painter.end();
}

}  // namespace cresset::app
