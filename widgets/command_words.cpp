#include "core/world/undo.h"
#include "widgets/desk_hub.h"
#include "widgets/word_parts.h"
#include "widgets/words.h"

#include <QFileInfo>

namespace cresset::widgets {

QString doneText(Command const& command, DeskHub const& hub)
{
    return std::visit(
        Match{
            [&](NewCall const& c) { return tr("new call: %1, %2").arg(typeText(c.type, hub), hub.name(c.where.name)); },
            [&](SendUnits const& c) {
                return tr("%1 sent to %2").arg(callSigns(c.units, hub), incidentNumber(c.incident, hub));
            },
            [&](SendCard const& c) { return tr("the run card of %1 is sent").arg(incidentNumber(c.incident, hub)); },
            [&](ExplainDispatch const& c) { return tr("reason noted on %1").arg(incidentNumber(c.incident, hub)); },
            [&](StackIncident const& c) {
                return tr("%1 waits for %2").arg(incidentNumber(c.incident, hub), callSigns(c.units, hub));
            },
            [&](UnstackIncident const& c) {
                return tr("%1 waits for %2 no longer").arg(incidentNumber(c.incident, hub), callSigns(c.units, hub));
            },
            [&](TakeNext const& c) {
                auto const* unit = c.unit ? hub.world().units.find(*c.unit) : nullptr;
                if (unit == nullptr || !unit->incident) return QString{};
                return tr("%1 sent to %2").arg(callSign(*c.unit, hub), incidentNumber(*unit->incident, hub));
            },
            [&](SwapUnits const& c) {
                return tr("%1 goes in place of %2").arg(callSign(c.in, hub), callSign(c.out, hub));
            },
            [&](SetStatus const& c) { return tr("%1: %2").arg(callSigns(c.units, hub), statusText(c.status, hub)); },
            [&](ReleaseUnits const& c) { return tr("%1 released").arg(callSigns(c.units, hub)); },
            [&](SetDistress const& c) {
                return c.on ? tr("%1 in distress").arg(callSigns(c.units, hub))
                            : tr("%1 is safe").arg(callSigns(c.units, hub));
            },
            [&](CloseIncident const& c) {
                return tr("%1 closed: %2").arg(incidentNumber(c.incident, hub), dispositionText(c.disposition, hub));
            },
            [&](ReopenIncident const& c) { return tr("%1 open again").arg(incidentNumber(c.incident, hub)); },
            [&](MoveIncident const& c) {
                return tr("%1 is at %2").arg(incidentNumber(c.incident, hub), hub.name(c.where.name));
            },
            [&](LinkIncident const& c) {
                return tr("%1 linked to %2").arg(incidentNumber(c.incident, hub), incidentNumber(c.duplicate_of, hub));
            },
            [&](AddNote const& c) { return tr("noted on %1").arg(incidentNumber(c.incident, hub)); },
            [&](AddHazard const& c) { return tr("hazard noted at %1").arg(hub.name(c.where.name)); },
            [&](SendDrone const&) { return tr("drone sent"); },
            [&](AcknowledgeAlerts const&) { return tr("alarms acknowledged"); },
            [&](ContactUnits const& c) { return tr("%1: all well").arg(callSigns(c.units, hub)); },
            [&](SnoozeTimers const& c) {
                return c.lasts ? tr("timers of %1 quiet for %2").arg(callSigns(c.units, hub), ageText(*c.lasts))
                               : tr("timers of %1 quiet in this status").arg(callSigns(c.units, hub));
            },
            [&](ShelveAlarms const& c) { return tr("alarms shelved for %1").arg(ageText(c.lasts)); },
            [&](SilenceAlarms const&) { return tr("silenced"); },
            [&](LogLine const&) { return tr("logged"); },
            [&](SightSuspect const& c) {
                return tr("%1: suspect seen at %2").arg(incidentNumber(c.incident, hub), hub.name(c.where.name));
            },
            [&](LiftCordon const& c) {
                return tr("the cordon around %1 is lifted").arg(incidentNumber(c.incident, hub));
            },
            [&](CloseRoad const& c) {
                return c.speed_percent == 0
                           ? tr("closed: %1").arg(hub.name(c.where.name))
                           : tr("%1 % of the usual speed: %2").arg(c.speed_percent).arg(hub.name(c.where.name));
            },
            [&](OpenRoad const& c) { return tr("open again: %1").arg(hub.name(c.where.name)); },
            [&](BeginStages const&) { return tr("arrival drill: T0"); },
            [&](EndStages const&) { return tr("arrival drill ended"); },
            [](auto const&) { return QString{}; },
        },
        command);
}

QString macroText(std::string const& name, DeskHub const& hub)
{
    if (auto const* macro = hub.macros().find(name))
        return QStringLiteral("%1 = %2").arg(QString::fromStdString(name), QString::fromStdString(macro->body()));
    std::vector<QString> names;
    for (Macro const& macro : hub.macros().all()) names.push_back(QString::fromStdString(macro.name));
    return names.empty() ? tr("no macro is kept: macro NAME = LINE && LINE keeps one") : joined(names);
}

QString turnedText(Command const& turn, DeskHub const& hub)
{
    bool const back = std::holds_alternative<Undo>(turn);
    auto const seat = hub.session().seat();
    auto const* act = back ? next_undo(hub.world(), seat) : next_redo(hub.world(), seat);
    if (act == nullptr) return {};
    return (back ? tr("taken back: %1") : tr("done again: %1")).arg(actText(*act, hub));
}

/// " (P02 leaves #1013)": of those that are at work elsewhere.
QString leavingText(SendUnits const& command, DeskHub const& hub)
{
    QStringList left;
    for (UnitId const id : command.units) {
        auto const* unit = hub.world().units.find(id);
        if (unit != nullptr && unit->incident && *unit->incident != command.incident)
            left << tr("%1 leaves %2").arg(callSign(id, hub), incidentNumber(*unit->incident, hub));
    }
    return left.isEmpty() ? QString{} : QStringLiteral(" (%1)").arg(left.join(QStringLiteral(", ")));
}

QString ghostText(Command const& command, DeskHub const& hub)
{
    return std::visit(
        Match{
            [&](NewCall const& c) {
                return tr("new call: P%1 %2 at %3").arg(c.priority).arg(typeText(c.type, hub), hub.name(c.where.name));
            },
            [&](SendUnits const& c) {
                return tr("send %1 to %2").arg(callSigns(c.units, hub), incidentNumber(c.incident, hub)) +
                       leavingText(c, hub);
            },
            [&](SendCard const& c) {
                return tr("nobody to send for the run card of %1").arg(incidentNumber(c.incident, hub));
            },
            [&](ExplainDispatch const& c) { return tr("note the reason on %1").arg(incidentNumber(c.incident, hub)); },
            [&](StackIncident const& c) {
                return tr("let %1 wait for %2").arg(incidentNumber(c.incident, hub), callSigns(c.units, hub));
            },
            [&](UnstackIncident const& c) {
                return tr("let %1 wait for %2 no longer").arg(incidentNumber(c.incident, hub), callSigns(c.units, hub));
            },
            [&](TakeNext const& c) {
                auto const id = c.unit ? c.unit : free_with_next(hub.world());
                auto const* unit = id ? hub.world().units.find(*id) : nullptr;
                if (unit == nullptr || unit->stack.empty()) return tr("nothing waits for a unit that is free");
                return tr("send %1 to %2").arg(callSign(*id, hub), incidentNumber(unit->stack.front(), hub));
            },
            [&](SwapUnits const& c) { return tr("recall %1, send %2").arg(callSign(c.out, hub), callSign(c.in, hub)); },
            [&](MoveIncident const& c) {
                return tr("move %1 to %2").arg(incidentNumber(c.incident, hub), hub.name(c.where.name));
            },
            [&](CloseIncident const& c) {
                return tr("close %1: %2").arg(incidentNumber(c.incident, hub), dispositionText(c.disposition, hub));
            },
            [&](SetStatus const& c) { return tr("%1: %2").arg(callSigns(c.units, hub), statusText(c.status, hub)); },
            [&](ShowHelp const& c) {
                return c.verb.empty() ? tr("keys and verbs") : tr("help on %1").arg(QString::fromStdString(c.verb));
            },
            [&](FindText const& c) { return tr("find %1").arg(QString::fromStdString(c.text)); },
            [&](FollowUnit const& c) { return tr("the map follows %1").arg(callSign(c.unit, hub)); },
            [&](LookAtView const& c) { return tr("look at %1").arg(QString::fromStdString(c.name)); },
            [&](KeepView const& c) { return tr("keep this view as %1").arg(QString::fromStdString(c.name)); },
            [&](ForgetView const& c) { return tr("forget the view %1").arg(QString::fromStdString(c.name)); },
            [&](RunMacro const& c) {
                QStringList lines;
                for (std::string const& line : c.lines) lines << QString::fromStdString(line);
                return lines.join(QStringLiteral(" · "));
            },
            [&](KeepMacro const& c) { return tr("keep %1 as a macro").arg(QString::fromStdString(c.name)); },
            [&](ForgetMacro const& c) { return tr("forget the macro %1").arg(QString::fromStdString(c.name)); },
            [&](ShowMacro const& c) { return macroText(c.name, hub); },
            [&](Undo const&) {
                auto const* act = next_undo(hub.world(), hub.session().seat());
                return act != nullptr ? tr("take back: %1").arg(actText(*act, hub)) : tr("nothing to take back");
            },
            [&](Redo const&) {
                auto const* act = next_redo(hub.world(), hub.session().seat());
                return act != nullptr ? tr("do again: %1").arg(actText(*act, hub)) : tr("nothing to do again");
            },
            [&](ShowFile const& c) {
                return tr("%1 becomes a layer of the map").arg(QFileInfo{QString::fromStdString(c.path)}.fileName());
            },
            [&](SwitchLayout const& c) { return tr("the panels as in %1").arg(QString::fromStdString(c.name)); },
            [&](SaveLayout const& c) { return tr("save the panels as %1").arg(QString::fromStdString(c.name)); },
            [&](PlanCordon const& c) { return tr("plan a cordon around %1").arg(incidentNumber(c.incident, hub)); },
            [&](LookNear const& c) { return tr("what is near %1").arg(incidentNumber(c.incident, hub)); },
            [&](ShowReach const& c) {
                if (c.unit) return tr("how far %1 gets").arg(callSign(*c.unit, hub));
                return tr("who gets to %1 and when")
                    .arg(c.incident ? incidentNumber(*c.incident, hub) : hub.name(c.where->name));
            },
            [&](ShowCoverage const&) { return tr("minutes to anywhere, or off the map again"); },
            [&](ShowTurns const& c) { return tr("the way of %1 in words").arg(callSign(c.unit, hub)); },
            [&](ShowFences const&) { return tr("the fences, and who is inside"); },
            [&](ForgetLayout const& c) { return tr("forget the layout %1").arg(QString::fromStdString(c.name)); },
            [&](auto const&) { return doneText(command, hub); },
        },
        command);
}

}  // namespace cresset::widgets
