/// The help of the window: keys and verbs from the tables they are made of, on paper too, and a tour of the parts.
#include "app/window/main_window.h"
#include "widgets/map_keys.h"

#include <QPrintDialog>
#include <QPrinter>
#include <QShortcut>

namespace cresset::app {

using namespace widgets;

QStringList MainWindow::keyLines() const
{
    auto const line = [](QKeySequence const& key, QString const& what) {
        return key.toString(QKeySequence::NativeText) + QLatin1Char('\t') + what;
    };
    QStringList lines = actions_.keys();
    for (QAction const* action : layout_menu_->actions())
        if (!action->shortcut().isEmpty()) lines.append(line(action->shortcut(), tr("layout: %1").arg(action->text())));
    auto const views = views_.of(viewsOf());
    for (std::size_t i = 0; i < view_keys_.size(); ++i)
        lines.append(line(view_keys_[i]->key(), i < views.size() ? tr("look at %1").arg(views[i].name)
                                                                 : tr("the next view that is kept: keep NAME")));
    lines.append(QStringLiteral("Esc\t") + tr("leave a panel that was asked for, or empty the command line"));
    for (MapKey const& key : mapKeys())
        if (key.listed) lines.append(line(QKeySequence{key.key}, mapKeyText(key)));
    return lines;
}

void MainWindow::showHelp(QString const& verb)
{
    help_.show(verb, keyLines());
    showDock("help");
}

void MainWindow::printHelp()
{
    help_.show({}, keyLines());
    askForPrinter(tr("Print the keys and verbs"), QPageLayout::Portrait, [this](QPrinter& printer) {
        hub_.say(help_.printOn(printer) ? tr("the page was printed") : tr("the printer took nothing"));
    });
}

std::vector<TourStep> MainWindow::tourSteps()
{
    auto const panel = [this](char const* name) { return docks_.at(QString::fromLatin1(name)); };
    auto const shows = [this](char const* name) { return [this, name] { showDock(name); }; };
    return {
        {&strip_, tr("The situation"),
         tr("The clock, how many incidents of each priority and how many units in each state, and the alarms. A "
            "striped "
            "edge and the word EXERCISE say that nothing here is real.")},
        {panel("incidents"), tr("The queue"),
         tr("Every open incident, the most urgent first; the bar fills towards its time limit. F4 goes to the next one "
            "that waits."),
         shows("incidents")},
        {panel("intake"), tr("Taking a call"),
         tr("F2 opens it: the place, what happened, who called. Calls that may be the same show while you type. "
            "Ctrl+Enter saves."),
         shows("intake")},
        {panel("incident"), tr("The incident in hand"),
         tr("Who gets there first, and why; who was passed over, and why. F5 sends the first, F8 closes."),
         shows("incident")},
        {&map_, tr("The map"),
         tr("It moves only when you move it; * shows everything again. Drag a unit onto an incident, or right-click a "
            "place for every act there.")},
        {panel("units"), tr("The board of units"),
         tr("Every unit with its state and since when. F6 sets the usual next state of the one selected."),
         shows("units")},
        {panel("alarms"), tr("Alarms"),
         tr("What, where, since when, and what to do now (F10). Distress stays until it is cancelled."),
         shows("alarms")},
        {&command_, tr("The command line"),
         tr("Type anywhere: d P12 1023 sends P12. The map shows what would happen; Enter does it, u takes it back, "
            "? explains.")},
        {layout_menu_ == nullptr ? nullptr : menuWidget(), tr("Your desk"),
         tr("Drag a panel by its title to any screen. Layouts keep it under a name; Ctrl+, opens the settings, F1 "
            "every "
            "key and verb.")},
    };
}

}  // namespace cresset::app
