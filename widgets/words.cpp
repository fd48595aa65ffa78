#include "widgets/words.h"

#include "core/facts/refusal.h"
#include "widgets/desk_hub.h"
#include "widgets/fence_words.h"
#include "widgets/theme.h"
#include "widgets/word_parts.h"

#include <QCoreApplication>

namespace cresset::widgets {

namespace {

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
    return fenceFaultText(word);
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
                     .arg(stateText(controlled ? IncidentState::controlled : state), callSigns(there, hub));
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

QString fenceName(FenceId id, DeskHub const& hub)
{
    auto const* fence = hub.world().fences.find(id);
    return fence != nullptr ? hub.name(fence->name) : tr("a fence that is gone");
}

QString fenceEventText(FenceEvent what, QString const& unit, QString const& fence)
{
    switch (what) {
        case FenceEvent::enter: return tr("%1 entered %2").arg(unit, fence);
        case FenceEvent::leave: return tr("%1 left %2").arg(unit, fence);
        case FenceEvent::cross: return tr("%1 crossed %2").arg(unit, fence);
        case FenceEvent::dwell: return tr("%1 stays in %2 for too long").arg(unit, fence);
        case FenceEvent::absent: return tr("%1 is away from %2 for too long").arg(unit, fence);
        case FenceEvent::speed: return tr("%1: speed outside of the limits in %2").arg(unit, fence);
        case FenceEvent::doubtful: return tr("doubtful position of %1 at %2").arg(unit, fence);
    }
    return {};
}

QString modeText(Mode mode)
{
    switch (mode) {
        case Mode::emergency_car: return tr("emergency car");
        case Mode::car: return tr("car");
        case Mode::ebike: return tr("e-bike");
        case Mode::foot: return tr("on foot");
    }
    return {};
}

QString alertText(Alert const& alert, DeskHub const& hub)
{
    QString const unit = alert.unit ? callSign(*alert.unit, hub) : QString{};
    QString const incident = alert.incident ? incidentNumber(*alert.incident, hub) : QString{};
    switch (alert.kind) {
        case AlertKind::distress: return tr("DISTRESS %1").arg(unit);
        case AlertKind::hazard_near: return tr("hazard near %1").arg(incident);
        case AlertKind::not_acknowledged: return tr("%1 has not answered for %2: call it").arg(unit, incident);
        case AlertKind::held_too_long: return tr("%1 waits longer than its limit: send a unit").arg(incident);
        case AlertKind::doubtful_fix: return tr("doubtful position of %1").arg(unit);
        case AlertKind::link_lost: return tr("link lost: %1").arg(unit);
        case AlertKind::status_overdue: return tr("%1 is too long in its status: ask it").arg(unit);
        case AlertKind::welfare_check: return tr("no word from %1: call it, then ok %1").arg(unit);
        case AlertKind::fence_crossed:
            return fenceEventText(alert.fence_event.value_or(FenceEvent::enter), unit,
                                  alert.fence ? fenceName(*alert.fence, hub) : QString{});
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
    return tr("%1 — perhaps: %2").arg(text, joined(words));
}

QString stackText(Unit const& unit, DeskHub const& hub)
{
    std::vector<QString> numbers;
    for (IncidentId const id : unit.stack) numbers.push_back(incidentNumber(id, hub));
    return joined(numbers);
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
