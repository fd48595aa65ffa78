#include "core/base/match.h"
#include "core/exercise/drill.h"
#include "core/world/undo.h"
#include "widgets/desk_hub.h"
#include "widgets/word_parts.h"
#include "widgets/words.h"

namespace cresset::widgets {

namespace {

/// A shift is called as its drill, which knows its name in both languages.
QString shiftText(ShiftOpened const& shift, DeskHub const& hub)
{
    if (!shift.exercise) return shift.name == "live" ? tr("live") : QString::fromStdString(shift.name);
    auto const drill = read_drill(hub.world().drill);
    return drill && drill->name.en == shift.name ? hub.name(drill->name) : QString::fromStdString(shift.name);
}

}  // namespace

QString actText(std::string const& kind)
{
    if (kind == UnitStatusSet::kind) return tr("status");
    if (kind == UnitsDispatched::kind) return tr("dispatch");
    if (kind == IncidentReported::kind) return tr("new call");
    if (kind == IncidentStacked::kind || kind == IncidentUnstacked::kind) return tr("stacking");
    if (kind == IncidentClosed::kind) return tr("close");
    if (kind == IncidentRelocated::kind) return tr("correction of the place");
    if (kind == IncidentReopened::kind) return tr("reopening");
    if (kind == IncidentLinked::kind) return tr("link");
    if (kind == UnitReleased::kind) return tr("release");
    if (kind == HazardNoted::kind) return tr("hazard");
    if (kind == DroneTasked::kind) return tr("drone");
    if (kind == AlertAcknowledged::kind) return tr("acknowledgement");
    if (kind == DistressRaised::kind || kind == DistressCancelled::kind) return tr("distress");
    if (kind == UnitContacted::kind) return tr("all well");
    if (kind == TimersSnoozed::kind) return tr("snooze");
    if (kind == AlertShelved::kind) return tr("shelving");
    if (kind == FenceDrawn::kind || kind == FenceRemoved::kind) return tr("fence");
    if (kind == CordonSet::kind || kind == CordonLifted::kind || kind == CordonPostClosed::kind) return tr("cordon");
    if (kind == SuspectSighted::kind) return tr("sighting");
    if (kind == RoadClosed::kind || kind == RoadOpened::kind) return tr("closed street");
    if (kind == StageDrillBegun::kind || kind == StageDrillEnded::kind) return tr("arrival drill");
    return QString::fromStdString(kind);
}

namespace {

/// What an act changed: "P12, #1023".
QString aboutText(Images const& images, DeskHub const& hub)
{
    QStringList about;
    for (auto const& image : images.units) about << callSign(image.id, hub);
    for (auto const& image : images.incidents) about << incidentNumber(image.id, hub);
    for (auto const& image : images.drones)
        if (auto const* drone = hub.world().drones.find(image.id)) about << QString::fromStdString(drone->call_sign);
    constexpr qsizetype most = 6;
    if (about.size() > most) about = about.mid(0, most) << QStringLiteral("…");
    return about.join(QStringLiteral(", "));
}

/// "taken back: P12 sent to #1023", as the log said it then; where that line is gone, what it was about.
QString turnedEntryText(QString const& turned, ActId act, Images const& images, DeskHub const& hub)
{
    Entry const* done = hub.logged(act);
    QString const what = done != nullptr ? entryText(*done, hub) : aboutText(images, hub);
    return what.isEmpty() ? turned : tr("%1: %2").arg(turned, what);
}

}  // namespace

QString actText(Undoable const& act, DeskHub const& hub)
{
    QString const kind = actText(act.kind), about = aboutText(act.images, hub);
    return about.isEmpty() ? kind : tr("%1: %2").arg(kind, about);
}

QString entryText(Entry const& entry, DeskHub const& hub)
{
    return std::visit(
        Match{
            [&](ShiftOpened const& e) { return tr("shift opened: %1").arg(shiftText(e, hub)); },
            [&](UnitStatusSet const& e) { return tr("%1: %2").arg(callSign(e.unit, hub), statusText(e.status, hub)); },
            [&](UnitCrewSet const& e) { return tr("%1: crew changed").arg(callSign(e.unit, hub)); },
            [&](UnitSigned const& e) {
                return (e.on ? tr("%1 on duty") : tr("%1 off duty")).arg(callSign(e.unit, hub));
            },
            [&](DispatchAcknowledged const& e) {
                return tr("%1 has acknowledged %2").arg(callSign(e.unit, hub), incidentNumber(e.incident, hub));
            },
            [&](DistressRaised const& e) { return tr("DISTRESS %1").arg(callSign(e.unit, hub)); },
            [&](DistressCancelled const& e) { return tr("%1 is safe").arg(callSign(e.unit, hub)); },
            [&](IncidentReported const& e) {
                return tr("#%1 P%2 %3, %4")
                    .arg(e.number)
                    .arg(e.priority)
                    .arg(typeText(e.type, hub), hub.name(e.address));
            },
            [&](IncidentClassified const& e) {
                return tr("%1 is now P%2 %3")
                    .arg(incidentNumber(e.incident, hub))
                    .arg(e.priority)
                    .arg(typeText(e.type, hub));
            },
            [&](IncidentRelocated const& e) {
                return tr("%1 corrected to %2").arg(incidentNumber(e.incident, hub), hub.name(e.address));
            },
            [&](IncidentLinked const& e) {
                return tr("%1 linked to %2").arg(incidentNumber(e.incident, hub), incidentNumber(e.duplicate_of, hub));
            },
            [&](NoteAdded const& e) { return tr("%1: %2").arg(incidentNumber(e.incident, hub), hub.text(e.text)); },
            [&](UnitsDispatched const& e) {
                std::vector<UnitId> units;
                for (auto const& sent : e.units) units.push_back(sent.unit);
                return tr("%1 sent to %2").arg(callSigns(units, hub), incidentNumber(e.incident, hub));
            },
            [&](DispatchExplained const& e) {
                return tr("%1: %2 — %3")
                    .arg(incidentNumber(e.row.incident, hub), overrideText(e.row, hub), reasonGivenText(e.row, hub));
            },
            [&](IncidentStacked const& e) {
                return tr("%1 waits for %2").arg(incidentNumber(e.incident, hub), callSign(e.unit, hub));
            },
            [&](IncidentUnstacked const& e) {
                QString const what =
                    tr("%1 waits for %2 no longer").arg(incidentNumber(e.incident, hub), callSign(e.unit, hub));
                if (e.why == StackEnd::closed) return tr("%1: it is closed").arg(what);
                if (e.why == StackEnd::out_of_service) return tr("%1: the unit is out of service").arg(what);
                return what;
            },
            [&](NextOffered const& e) {
                return tr("%1 is free: next is %2").arg(callSign(e.unit, hub), incidentNumber(e.incident, hub));
            },
            [&](NearerFreed const& e) {
                return tr("%1 is free and would be at %2 %3 sooner than %4")
                    .arg(callSign(e.freed, hub), incidentNumber(e.incident, hub), etaText(e.sooner_ms),
                         callSign(e.under_way, hub));
            },
            [&](UnitReleased const& e) {
                return tr("%1 released from %2").arg(callSign(e.unit, hub), incidentNumber(e.incident, hub));
            },
            [&](IncidentControlled const& e) { return tr("%1 under control").arg(incidentNumber(e.incident, hub)); },
            [&](IncidentClosed const& e) {
                return tr("%1 closed: %2").arg(incidentNumber(e.incident, hub), dispositionText(e.disposition, hub));
            },
            [&](IncidentReopened const& e) { return tr("%1 open again").arg(incidentNumber(e.incident, hub)); },
            [&](HazardNoted const& e) { return tr("hazard noted: %1").arg(hub.text(e.row.text)); },
            [&](HazardEnded const&) { return tr("a hazard has expired"); },
            [&](DroneTasked const&) { return tr("drone sent"); },
            [&](CameraStateSet const& e) { return e.working ? tr("a camera works again") : tr("a camera has failed"); },
            [&](AlertRaised const& e) {
                Alert alert;
                alert.kind = e.what;
                alert.unit = e.unit;
                alert.incident = e.incident;
                alert.fence = e.fence;
                alert.fence_event = e.fence_event;
                return alertText(alert, hub);
            },
            [&](AlertAcknowledged const&) { return tr("alert acknowledged"); },
            [&](AlertShelved const& e) { return tr("alert shelved until %1").arg(hub.clock(e.until)); },
            [&](UnitContacted const& e) { return tr("%1: all well").arg(callSign(e.unit, hub)); },
            [&](TimersSnoozed const& e) {
                return e.until == latest_instant
                           ? tr("timers of %1 quiet in this status").arg(callSign(e.unit, hub))
                           : tr("timers of %1 quiet until %2").arg(callSign(e.unit, hub), hub.clock(e.until));
            },
            [&](FenceDrawn const& e) { return tr("fence drawn: %1").arg(hub.name(e.row.name)); },
            [&](FenceRemoved const&) { return tr("fence removed"); },
            [&](FenceCrossed const& e) {
                return fenceEventText(e.what, callSign(e.unit, hub), fenceName(e.fence, hub));
            },
            [&](SuspectSighted const& e) {
                return tr("%1: suspect seen at %2").arg(incidentNumber(e.incident, hub), hub.clock(e.seen.at));
            },
            [&](CordonSet const& e) {
                QString const what =
                    tr("cordon around %1: %2 points").arg(incidentNumber(e.row.incident, hub)).arg(e.row.posts.size());
                return (e.row.sealed ? tr("%1, sealed") : tr("%1, not sealed")).arg(what);
            },
            [&](CordonPostClosed const& e) {
                auto const number = e.post + 1;
                return (e.closed ? tr("point %1 of the cordon is closed") : tr("point %1 of the cordon is open"))
                    .arg(number);
            },
            [&](CordonLifted const&) { return tr("cordon lifted"); },
            [&](RoadClosed const& e) {
                QString const street = hub.name(e.row.street);
                return e.row.speed_percent == 0
                           ? tr("closed: %1").arg(street)
                           : tr("%1 % of the usual speed: %2").arg(e.row.speed_percent).arg(street);
            },
            [&](RoadOpened const&) { return tr("a street is open again"); },
            [&](StageDrillBegun const&) { return tr("arrival drill: T0"); },
            [&](StageArrived const& e) { return tr("arrival drill: %1 is there").arg(callSign(e.unit, hub)); },
            [&](StageJudged const& e) {
                return (e.kept ? tr("arrival drill: stage %1 kept, %2 there")
                               : tr("arrival drill: stage %1 missed, %2 there"))
                    .arg(e.stage + 1)
                    .arg(e.arrived);
            },
            [&](StageDrillEnded const&) { return tr("arrival drill ended"); },
            [&](Logged const& e) {
                return (e.command ? QStringLiteral("> %1") : QStringLiteral("%1")).arg(hub.text(e.text));
            },
            [&](ActUndone const& e) { return turnedEntryText(tr("taken back"), e.undone, e.images, hub); },
            [&](ActRedone const& e) { return turnedEntryText(tr("done again"), e.redone, e.images, hub); },
            [](auto const&) { return QString{}; },
        },
        entry.event);
}

}  // namespace cresset::widgets
