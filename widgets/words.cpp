#include "widgets/words.h"

#include "core/base/match.h"
#include "core/exercise/drill.h"
#include "core/facts/refusal.h"
#include "core/world/undo.h"
#include "widgets/desk_hub.h"
#include "widgets/theme.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace cresset::widgets {

namespace {

/// The context is the one lupdate finds for a free tr(): its namespace.
QString tr(char const* text, char const* comment = nullptr)
{
    return QCoreApplication::translate("cresset::widgets", text, comment);
}

QString join(std::vector<QString> const& parts)
{
    QString joined;
    for (QString const& part : parts) joined += (joined.isEmpty() ? QString{} : QStringLiteral(" ")) + part;
    return joined;
}

QString signs(std::vector<UnitId> const& units, DeskHub const& hub)
{
    std::vector<QString> parts;
    parts.reserve(units.size());
    for (UnitId const unit : units) parts.push_back(QString::fromStdString(call_sign(hub.world(), unit)));
    return join(parts);
}

QString sign(UnitId unit, DeskHub const& hub)
{
    return QString::fromStdString(call_sign(hub.world(), unit));
}

QString number(IncidentId incident, DeskHub const& hub)
{
    return QString::fromStdString(number_text(hub.world(), incident));
}

/// Statuses and tables in a refusal come as English words; they are shown in the language in use.
QString translatedWord(std::string const& word, DeskHub const& hub)
{
    if (auto const status = parse_status(word); status && word.size() > 1) return statusText(*status, hub);
    if (word == "incident types") return tr("incident types");
    if (word == "priorities") return tr("priorities");
    if (word == "dispositions") return tr("dispositions");
    if (word == "hazard") return tr("hazard");
    if (word == "drone") return tr("drone");
    if (word == "camera") return tr("camera");
    if (word == "alert") return tr("alert");
    if (word == "on duty") return tr("on duty");
    if (word == "off duty") return tr("off duty");
    return QString::fromStdString(word);
}

/// How far a unit is with the incident that it was sent to.
IncidentState stateOf(UnitId id, World const& world)
{
    auto const* unit = world.units.find(id);
    if (unit != nullptr && unit->status == Status::on_scene) return IncidentState::on_scene;
    if (unit != nullptr && unit->status == Status::en_route) return IncidentState::en_route;
    return IncidentState::dispatched;
}

QString filled(QString sentence, std::vector<QString> const& words)
{
    for (std::size_t i = 0; i < words.size(); ++i) sentence.replace(QStringLiteral("{%1}").arg(i), words[i]);
    return sentence;
}

}  // namespace

QString ageText(Duration age)
{
    qint64 const seconds = std::max<qint64>(0, age.count() / 1000);
    QChar const zero = QLatin1Char('0');
    if (seconds < 3600) return QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, zero);
    return QStringLiteral("%1:%2:%3")
        .arg(seconds / 3600)
        .arg(seconds / 60 % 60, 2, 10, zero)
        .arg(seconds % 60, 2, 10, zero);
}

QString etaText(std::int64_t eta_ms)
{
    return ageText(Duration{eta_ms});
}

QString distanceText(std::int64_t distance_mm)
{
    if (distance_mm < 1'000'000) return tr("%1 m").arg(distance_mm / 1000);
    return tr("%1 km").arg(static_cast<double>(distance_mm) / 1e6, 0, 'f', 1);
}

QString statusText(Status status, DeskHub const& hub)
{
    auto const* code = hub.world().codes.status(status);
    return code != nullptr ? hub.name(code->name) : QString::fromUtf8(english(status).data());
}

QString typeText(std::string const& code, DeskHub const& hub)
{
    auto const* row = hub.world().codes.type(code);
    return row != nullptr ? hub.name(row->name) : QString::fromStdString(code);
}

QString kindText(std::string const& code, DeskHub const& hub)
{
    auto const* row = hub.world().codes.unit_kind(code);
    return row != nullptr ? hub.name(row->name) : QString::fromStdString(code);
}

QString dispositionText(std::string const& code, DeskHub const& hub)
{
    auto const* row = hub.world().codes.disposition(code);
    return row != nullptr ? hub.name(row->name) : QString::fromStdString(code);
}

QString stateText(IncidentState state)
{
    switch (state) {
        case IncidentState::waiting: return tr("waiting");
        case IncidentState::dispatched: return tr("dispatched");
        case IncidentState::en_route: return tr("en route");
        case IncidentState::on_scene: return tr("on scene");
        case IncidentState::controlled: return tr("under control");
        case IncidentState::closed: return tr("closed");
    }
    return {};
}

QString workText(Incident const& incident, DeskHub const& hub)
{
    QStringList parts;
    for (auto const state : {IncidentState::on_scene, IncidentState::en_route, IncidentState::dispatched}) {
        std::vector<UnitId> there;
        for (auto const& work : incident.assignments)
            if (!work.cleared_at && stateOf(work.unit, hub.world()) == state) there.push_back(work.unit);
        bool const controlled = state == IncidentState::on_scene && incident.state == IncidentState::controlled;
        if (there.empty()) continue;
        parts << tr("%1 %2", "state and units")
                     .arg(stateText(controlled ? IncidentState::controlled : state), signs(there, hub));
    }
    return parts.isEmpty() ? stateText(incident.state) : parts.join(QStringLiteral(" · "));
}

QString addressText(Incident const& incident, DeskHub const& hub)
{
    QString const address = hub.name(incident.address);
    return address.isEmpty() ? QString::fromStdString(to_text(incident.place)) : address;
}

QString capabilityText(std::string const& code)
{
    if (code == "armed") return tr("arms");
    if (code == "first_aid") return tr("first aid");
    if (code == "traffic") return tr("traffic kit");
    if (code == "dog") return tr("a dog");
    if (code == "boat") return tr("a boat");
    if (code == "fire") return tr("fire-fighting kit");
    if (code == "ambulance") return tr("an ambulance");
    if (code == "negotiation") return tr("a negotiator");
    return QString::fromStdString(code).replace(QLatin1Char('_'), QLatin1Char(' '));
}

QString alertText(Alert const& alert, DeskHub const& hub)
{
    QString const unit = alert.unit ? sign(*alert.unit, hub) : QString{};
    QString const incident = alert.incident ? number(*alert.incident, hub) : QString{};
    switch (alert.kind) {
        case AlertKind::distress: return tr("DISTRESS %1").arg(unit);
        case AlertKind::hazard_near: return tr("hazard near %1").arg(incident);
        case AlertKind::not_acknowledged: return tr("%1 has not answered for %2: call it").arg(unit, incident);
        case AlertKind::held_too_long: return tr("%1 waits longer than its limit: send a unit").arg(incident);
        case AlertKind::doubtful_fix: return tr("doubtful position of %1").arg(unit);
        case AlertKind::link_lost: return tr("link lost: %1").arg(unit);
        case AlertKind::status_overdue: return tr("%1 is too long in its status: ask it").arg(unit);
        case AlertKind::welfare_check: return tr("no word from %1: call it, then ok %1").arg(unit);
    }
    return {};
}

QString timerText(Unit const& unit, DeskHub const& hub)
{
    auto const timers = timersOf(unit, hub.world());
    auto const* next = timers.next();
    if (next == nullptr || next->due_at == latest_instant) return {};
    Duration const left = next->due_at - hub.now();
    bool const over = left <= Duration{0};
    if (timers.welfare && next == &*timers.welfare)
        return over ? tr("welfare check %1 overdue").arg(ageText(-left)) : tr("welfare check in %1").arg(ageText(left));
    return over ? tr("%1 too long").arg(ageText(-left)) : tr("%1 left").arg(ageText(left));
}

UnitTimers timersOf(Unit const& unit, World const& world)
{
    auto const* incident = unit.incident ? world.incidents.find(*unit.incident) : nullptr;
    return unit_timers(world.codes, unit, incident != nullptr ? incident->type : std::string{});
}

QString refusalText(Refusal const& refusal, DeskHub const& hub)
{
    std::vector<QString> words;
    for (std::string const& word : refusal.words) words.push_back(translatedWord(word, hub));
    return filled(QCoreApplication::translate("Reason", std::string{english(refusal.reason)}.c_str()), words);
}

QString mistakeText(NotUnderstood const& answer)
{
    bool const is_problem = answer.mistake == Mistake::macro_words;
    QString const what = is_problem ? problemText(answer.word) : QString::fromStdString(answer.word);
    QString text = filled(QCoreApplication::translate("Mistake", std::string{english(answer.mistake)}.c_str()), {what});
    if (answer.suggestions.empty()) return text;
    std::vector<QString> words;
    for (auto const& word : answer.suggestions) words.push_back(QString::fromStdString(word));
    return tr("%1 — perhaps: %2").arg(text, join(words));
}

QString reasonText(RankReason reason, IncidentId id, DeskHub const& hub)
{
    auto const* incident = hub.world().incidents.find(id);
    auto const* type = incident == nullptr ? nullptr : hub.world().codes.type(incident->type);
    auto const number = static_cast<std::size_t>(reason.number);
    switch (reason.code) {
        case ReasonCode::first_by_road: return tr("first by road");
        case ReasonCode::later_than_first: return tr("%1 later").arg(etaText(reason.number));
        case ReasonCode::nearest_in_line: return tr("nearest in a straight line (%1)").arg(distanceText(reason.number));
        case ReasonCode::long_way_round: return tr("long way round");
        case ReasonCode::off_the_road: return tr("%1 off the road").arg(distanceText(reason.number));
        case ReasonCode::equally_fast: return tr("as quick as the one before");
        case ReasonCode::wrong_status:
            if (reason.number == off_duty_number) return tr("not on duty");
            if (reason.number == distress_number) return tr("in distress");
            return number < all_statuses.size() ? statusText(static_cast<Status>(number), hub) : QString{};
        case ReasonCode::other_department: return tr("another department");
        case ReasonCode::lacks_capability:
            return type != nullptr && number < type->needs.size()
                       ? tr("without %1").arg(capabilityText(type->needs[number]))
                       : QString{};
        case ReasonCode::stale_fix: return tr("position %1 old").arg(etaText(reason.number));
        case ReasonCode::no_fix: return tr("no position");
        case ReasonCode::assigned_elsewhere: return tr("at work on #%1").arg(reason.number);
        case ReasonCode::excluded: return tr("excluded");
        case ReasonCode::no_road_near: return tr("no road near it");
        case ReasonCode::no_way: return tr("no way there");
        case ReasonCode::slower_than_listed: return tr("slower than those listed");
        case ReasonCode::not_on_card: return tr("not on the run card");
    }
    return {};
}

namespace {

/// Whose turn: "first".
QString turnText(std::size_t turn)
{
    if (turn == 1) return tr("first");
    if (turn == 2) return tr("second");
    if (turn == 3) return tr("third");
    return tr("no. %1").arg(turn);
}

QString statusSince(Unit const& unit, DeskHub const& hub)
{
    return tr("%1 since %2").arg(statusText(unit.status, hub), hub.clock(unit.status_since).left(5));
}

QString busyText(RankReason reason, Unit const& unit, IncidentId incident, DeskHub const& hub)
{
    bool const status =
        reason.code == ReasonCode::wrong_status && reason.number < static_cast<std::int64_t>(all_statuses.size());
    if (status) return statusSince(unit, hub);
    if (reason.code != ReasonCode::assigned_elsewhere) return reasonText(reason, incident, hub);
    return unit.status == Status::on_scene
               ? tr("at #%1 since %2").arg(reason.number).arg(hub.clock(unit.status_since).left(5))
               : tr("on the way to #%1").arg(reason.number);
}

/// What would have to change for it to be its turn.
QString changeText(RankReason reason, Unit const& unit, QString const& turn)
{
    switch (reason.code) {
        case ReasonCode::wrong_status:
            return reason.number < static_cast<std::int64_t>(all_statuses.size()) ? tr("%1 if available").arg(turn)
                                                                                  : QString{};
        case ReasonCode::assigned_elsewhere:
            return unit.status == Status::on_scene ? tr("%1 once free").arg(turn) : tr("%1 if sent here").arg(turn);
        case ReasonCode::stale_fix: return tr("%1 if still there").arg(turn);
        case ReasonCode::lacks_capability:
        case ReasonCode::not_on_card: return tr("else %1").arg(turn);
        default: return {};
    }
}

}  // namespace

QString passedText(PassedOverUnit const& passed, Recommendation const& shown, IncidentId incident, DeskHub const& hub)
{
    auto const* unit = hub.world().units.find(passed.unit);
    if (unit == nullptr) return {};
    QString text = busyText(passed.reason, *unit, incident, hub);
    if (!passed.eta_ms) {
        bool const place = hub.world().fix(passed.unit) != nullptr;
        if (place && passed.reason.code != ReasonCode::no_way && passed.reason.code != ReasonCode::no_road_near)
            text += QStringLiteral(" · ") + tr("no way there");
        return text;
    }
    auto const turn = turn_of(shown, *passed.eta_ms);
    QString const change = turn <= std::max<std::size_t>(shown.ranked.size(), 1)
                               ? changeText(passed.reason, *unit, turnText(turn))
                               : QString{};
    return change.isEmpty() ? text : text + QStringLiteral(" · ") + change;
}

QString overrideText(Override const& row, DeskHub const& hub)
{
    if (row.instead_of.empty()) return signs(row.units, hub);
    return tr("%1, not %2").arg(signs(row.units, hub), signs(row.instead_of, hub));
}

QString reasonGivenText(Override const& row, DeskHub const& hub)
{
    if (row.text) return hub.text(row.text);
    if (row.reason.empty()) return tr("no reason given");
    auto const* rules = hub.rules();
    auto const* code = rules == nullptr ? nullptr : rules->reason(row.reason);
    return code != nullptr ? hub.name(code->name) : QString::fromStdString(row.reason);
}

QString whyText(Override const& row, DeskHub const& hub)
{
    return tr("sent: %1 — why?").arg(overrideText(row, hub));
}

QString roleText(std::string const& code, DeskHub const& hub)
{
    auto const* role = hub.rules() == nullptr ? nullptr : hub.rules()->cards.role(code);
    return role != nullptr ? hub.name(role->name) : QString::fromStdString(code);
}

QString stackText(Unit const& unit, DeskHub const& hub)
{
    std::vector<QString> numbers;
    for (IncidentId const id : unit.stack) numbers.push_back(number(id, hub));
    return join(numbers);
}

QString doneText(Command const& command, DeskHub const& hub)
{
    return std::visit(
        Match{
            [&](NewCall const& c) { return tr("new call: %1, %2").arg(typeText(c.type, hub), hub.name(c.where.name)); },
            [&](SendUnits const& c) { return tr("%1 sent to %2").arg(signs(c.units, hub), number(c.incident, hub)); },
            [&](SendCard const& c) { return tr("the run card of %1 is sent").arg(number(c.incident, hub)); },
            [&](ExplainDispatch const& c) { return tr("reason noted on %1").arg(number(c.incident, hub)); },
            [&](StackIncident const& c) {
                return tr("%1 waits for %2").arg(number(c.incident, hub), signs(c.units, hub));
            },
            [&](UnstackIncident const& c) {
                return tr("%1 waits for %2 no longer").arg(number(c.incident, hub), signs(c.units, hub));
            },
            [&](TakeNext const& c) {
                auto const* unit = c.unit ? hub.world().units.find(*c.unit) : nullptr;
                if (unit == nullptr || !unit->incident) return QString{};
                return tr("%1 sent to %2").arg(sign(*c.unit, hub), number(*unit->incident, hub));
            },
            [&](SwapUnits const& c) { return tr("%1 goes in place of %2").arg(sign(c.in, hub), sign(c.out, hub)); },
            [&](SetStatus const& c) { return tr("%1: %2").arg(signs(c.units, hub), statusText(c.status, hub)); },
            [&](ReleaseUnits const& c) { return tr("%1 released").arg(signs(c.units, hub)); },
            [&](SetDistress const& c) {
                return c.on ? tr("%1 in distress").arg(signs(c.units, hub)) : tr("%1 is safe").arg(signs(c.units, hub));
            },
            [&](CloseIncident const& c) {
                return tr("%1 closed: %2").arg(number(c.incident, hub), dispositionText(c.disposition, hub));
            },
            [&](ReopenIncident const& c) { return tr("%1 open again").arg(number(c.incident, hub)); },
            [&](MoveIncident const& c) {
                return tr("%1 is at %2").arg(number(c.incident, hub), hub.name(c.where.name));
            },
            [&](LinkIncident const& c) {
                return tr("%1 linked to %2").arg(number(c.incident, hub), number(c.duplicate_of, hub));
            },
            [&](AddNote const& c) { return tr("noted on %1").arg(number(c.incident, hub)); },
            [&](AddHazard const& c) { return tr("hazard noted at %1").arg(hub.name(c.where.name)); },
            [&](SendDrone const&) { return tr("drone sent"); },
            [&](AcknowledgeAlerts const&) { return tr("alarms acknowledged"); },
            [&](ContactUnits const& c) { return tr("%1: all well").arg(signs(c.units, hub)); },
            [&](SnoozeTimers const& c) {
                return c.lasts ? tr("timers of %1 quiet for %2").arg(signs(c.units, hub), ageText(*c.lasts))
                               : tr("timers of %1 quiet in this status").arg(signs(c.units, hub));
            },
            [&](ShelveAlarms const& c) { return tr("alarms shelved for %1").arg(ageText(c.lasts)); },
            [&](SilenceAlarms const&) { return tr("silenced"); },
            [&](LogLine const&) { return tr("logged"); },
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
    return names.empty() ? tr("no macro is kept: macro NAME = LINE && LINE keeps one") : join(names);
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
            left << tr("%1 leaves %2").arg(sign(id, hub), number(*unit->incident, hub));
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
                return tr("send %1 to %2").arg(signs(c.units, hub), number(c.incident, hub)) + leavingText(c, hub);
            },
            [&](SendCard const& c) { return tr("nobody to send for the run card of %1").arg(number(c.incident, hub)); },
            [&](ExplainDispatch const& c) { return tr("note the reason on %1").arg(number(c.incident, hub)); },
            [&](StackIncident const& c) {
                return tr("let %1 wait for %2").arg(number(c.incident, hub), signs(c.units, hub));
            },
            [&](UnstackIncident const& c) {
                return tr("let %1 wait for %2 no longer").arg(number(c.incident, hub), signs(c.units, hub));
            },
            [&](TakeNext const& c) {
                auto const id = c.unit ? c.unit : free_with_next(hub.world());
                auto const* unit = id ? hub.world().units.find(*id) : nullptr;
                if (unit == nullptr || unit->stack.empty()) return tr("nothing waits for a unit that is free");
                return tr("send %1 to %2").arg(sign(*id, hub), number(unit->stack.front(), hub));
            },
            [&](SwapUnits const& c) { return tr("recall %1, send %2").arg(sign(c.out, hub), sign(c.in, hub)); },
            [&](MoveIncident const& c) {
                return tr("move %1 to %2").arg(number(c.incident, hub), hub.name(c.where.name));
            },
            [&](CloseIncident const& c) {
                return tr("close %1: %2").arg(number(c.incident, hub), dispositionText(c.disposition, hub));
            },
            [&](SetStatus const& c) { return tr("%1: %2").arg(signs(c.units, hub), statusText(c.status, hub)); },
            [&](FindText const& c) { return tr("find %1").arg(QString::fromStdString(c.text)); },
            [&](FollowUnit const& c) { return tr("the map follows %1").arg(sign(c.unit, hub)); },
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
            [&](ForgetLayout const& c) { return tr("forget the layout %1").arg(QString::fromStdString(c.name)); },
            [&](auto const&) { return doneText(command, hub); },
        },
        command);
}

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
    return QString::fromStdString(kind);
}

namespace {

/// What an act changed: "P12, #1023".
QString aboutText(Images const& images, DeskHub const& hub)
{
    QStringList about;
    for (auto const& image : images.units) about << sign(image.id, hub);
    for (auto const& image : images.incidents) about << number(image.id, hub);
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
            [&](UnitStatusSet const& e) { return tr("%1: %2").arg(sign(e.unit, hub), statusText(e.status, hub)); },
            [&](UnitCrewSet const& e) { return tr("%1: crew changed").arg(sign(e.unit, hub)); },
            [&](UnitSigned const& e) { return (e.on ? tr("%1 on duty") : tr("%1 off duty")).arg(sign(e.unit, hub)); },
            [&](DispatchAcknowledged const& e) {
                return tr("%1 has acknowledged %2").arg(sign(e.unit, hub), number(e.incident, hub));
            },
            [&](DistressRaised const& e) { return tr("DISTRESS %1").arg(sign(e.unit, hub)); },
            [&](DistressCancelled const& e) { return tr("%1 is safe").arg(sign(e.unit, hub)); },
            [&](IncidentReported const& e) {
                return tr("#%1 P%2 %3, %4")
                    .arg(e.number)
                    .arg(e.priority)
                    .arg(typeText(e.type, hub), hub.name(e.address));
            },
            [&](IncidentClassified const& e) {
                return tr("%1 is now P%2 %3").arg(number(e.incident, hub)).arg(e.priority).arg(typeText(e.type, hub));
            },
            [&](IncidentRelocated const& e) {
                return tr("%1 corrected to %2").arg(number(e.incident, hub), hub.name(e.address));
            },
            [&](IncidentLinked const& e) {
                return tr("%1 linked to %2").arg(number(e.incident, hub), number(e.duplicate_of, hub));
            },
            [&](NoteAdded const& e) { return tr("%1: %2").arg(number(e.incident, hub), hub.text(e.text)); },
            [&](UnitsDispatched const& e) {
                std::vector<UnitId> units;
                for (auto const& sent : e.units) units.push_back(sent.unit);
                return tr("%1 sent to %2").arg(signs(units, hub), number(e.incident, hub));
            },
            [&](DispatchExplained const& e) {
                return tr("%1: %2 — %3")
                    .arg(number(e.row.incident, hub), overrideText(e.row, hub), reasonGivenText(e.row, hub));
            },
            [&](IncidentStacked const& e) {
                return tr("%1 waits for %2").arg(number(e.incident, hub), sign(e.unit, hub));
            },
            [&](IncidentUnstacked const& e) {
                QString const what = tr("%1 waits for %2 no longer").arg(number(e.incident, hub), sign(e.unit, hub));
                if (e.why == StackEnd::closed) return tr("%1: it is closed").arg(what);
                if (e.why == StackEnd::out_of_service) return tr("%1: the unit is out of service").arg(what);
                return what;
            },
            [&](NextOffered const& e) {
                return tr("%1 is free: next is %2").arg(sign(e.unit, hub), number(e.incident, hub));
            },
            [&](NearerFreed const& e) {
                return tr("%1 is free and would be at %2 %3 sooner than %4")
                    .arg(sign(e.freed, hub), number(e.incident, hub), etaText(e.sooner_ms), sign(e.under_way, hub));
            },
            [&](UnitReleased const& e) {
                return tr("%1 released from %2").arg(sign(e.unit, hub), number(e.incident, hub));
            },
            [&](IncidentControlled const& e) { return tr("%1 under control").arg(number(e.incident, hub)); },
            [&](IncidentClosed const& e) {
                return tr("%1 closed: %2").arg(number(e.incident, hub), dispositionText(e.disposition, hub));
            },
            [&](IncidentReopened const& e) { return tr("%1 open again").arg(number(e.incident, hub)); },
            [&](HazardNoted const& e) { return tr("hazard noted: %1").arg(hub.text(e.row.text)); },
            [&](HazardEnded const&) { return tr("a hazard has expired"); },
            [&](DroneTasked const&) { return tr("drone sent"); },
            [&](CameraStateSet const& e) { return e.working ? tr("a camera works again") : tr("a camera has failed"); },
            [&](AlertRaised const& e) {
                Alert alert;
                alert.kind = e.what;
                alert.unit = e.unit;
                alert.incident = e.incident;
                return alertText(alert, hub);
            },
            [&](AlertAcknowledged const&) { return tr("alert acknowledged"); },
            [&](AlertShelved const& e) { return tr("alert shelved until %1").arg(hub.clock(e.until)); },
            [&](UnitContacted const& e) { return tr("%1: all well").arg(sign(e.unit, hub)); },
            [&](TimersSnoozed const& e) {
                return e.until == latest_instant
                           ? tr("timers of %1 quiet in this status").arg(sign(e.unit, hub))
                           : tr("timers of %1 quiet until %2").arg(sign(e.unit, hub), hub.clock(e.until));
            },
            [&](Logged const& e) {
                return (e.command ? QStringLiteral("> %1") : QStringLiteral("%1")).arg(hub.text(e.text));
            },
            [&](ActUndone const& e) { return turnedEntryText(tr("taken back"), e.undone, e.images, hub); },
            [&](ActRedone const& e) { return turnedEntryText(tr("done again"), e.redone, e.images, hub); },
            [](auto const&) { return QString{}; },
        },
        entry.event);
}

MarkStatus markStatus(Unit const& unit)
{
    if (unit.distress()) return MarkStatus::distress;
    return static_cast<MarkStatus>(unit.status);
}

QChar statusLetter(Unit const& unit, DeskHub const& hub)
{
    if (unit.distress()) return QLatin1Char('!');
    auto const* code = hub.world().codes.status(unit.status);
    return code != nullptr && !code->letter.empty() ? QChar{QLatin1Char{code->letter[0]}} : letterOf(markStatus(unit));
}

}  // namespace cresset::widgets
