#include "widgets/desk_hub.h"

#include "core/base/match.h"
#include "core/base/time_zone.h"
#include "core/world/may.h"
#include "widgets/advice.h"
#include "widgets/words.h"

namespace cresset::widgets {

namespace {
constexpr std::size_t log_length = 3000;
constexpr int tell_every_ms = 33;
}  // namespace

DeskHub::DeskHub(Parts parts, std::vector<Entry> const& history, QObject* parent)
    : QObject{parent}, parts_{parts}, chinese_{parts.chinese}
{
    for (Entry const& entry : history) addToLog(entry);
    tell_due_.setSingleShot(true);
    connect(&tell_due_, &QTimer::timeout, this, &DeskHub::tell);
    view_ = parts_.session->on_change(
        [this](Changes const& changes, std::span<Entry const> entries) { take(changes, entries); });
}

DeskHub::~DeskHub()
{
    parts_.session->forget(view_);
}

QString DeskHub::clock(Instant at) const
{
    return QString::fromStdString(clock_text(at, world().shift.time_zone));
}

QString DeskHub::text(std::optional<TextRef> const& ref) const
{
    if (!ref) return {};
    auto const found = parts_.session->text(ref->id);
    return found ? QString::fromStdString(*found) : tr("(erased)");
}

void DeskHub::selectIncident(std::optional<IncidentId> incident)
{
    if (incident_ == incident) return;
    incident_ = incident;
    Q_EMIT selectionChanged();
}

void DeskHub::selectUnit(std::optional<UnitId> unit)
{
    if (unit_ == unit) return;
    unit_ = unit;
    Q_EMIT selectionChanged();
}

CommandContext DeskHub::context() const
{
    CommandContext context{world(),     *parts_.verbs, parts_.places, incident_, unit_,
                           looking_at_, views_,        layouts_,      &macros_};
    if (auto const* rules = parts_.desk->rules()) context.reasons = rules->reasons;
    context.chinese = chinese_;
    context.layouts_offered = layouts_offered_;
    return context;
}

std::optional<NearerOffer> DeskHub::nearer(IncidentId incident) const
{
    return parts_.nearer == nullptr ? std::nullopt : parts_.nearer->offer(incident);
}

std::vector<UnitId> const& DeskHub::waitedFor(IncidentId incident) const
{
    static std::vector<UnitId> const nobody;
    if (std::exchange(stacks_changed_, false)) {
        waited_for_.clear();
        for (auto const& [id, unit] : world().units)
            for (IncidentId const waits : unit.stack) waited_for_[waits].push_back(id);
    }
    auto const found = waited_for_.find(incident);
    return found == waited_for_.end() ? nobody : found->second;
}

Command DeskHub::resolved(Command const& command) const
{
    auto const* next = std::get_if<TakeNext>(&command);
    if (next != nullptr && !next->unit) return TakeNext{free_with_next(world())};
    auto const* card = std::get_if<SendCard>(&command);
    if (card == nullptr) return command;
    auto const advice = parts_.desk->advise(card->incident);
    auto const units = advice.card ? advice.card->proposed() : std::vector<UnitId>{};
    return units.empty() ? command : Command{SendUnits{units, card->incident, card->reason}};
}

void DeskHub::bringTogether(UnitId unit, IncidentId incident)
{
    auto const* row = world().units.find(unit);
    if (row == nullptr || !mayAct()) return;
    bool const waits = row->status != Status::available && !may(world(), IncidentStacked{unit, incident});
    if (waits)
        Q_EMIT togetherWanted(unit, incident);
    else
        act(SendUnits{{unit}, incident, {}});
}

void DeskHub::answerWhy(QString const& reason)
{
    if (!asked_why_) return;
    IncidentId const incident = asked_why_->incident;
    QString const given = reason.trimmed();
    if (!given.isEmpty()) return void(act(ExplainDispatch{incident, given.toStdString()}));
    asked_why_.reset();
    say(tr("no reason given"));
    Q_EMIT whyAsked();
}

bool DeskHub::act(Command const& command, QString const& typed)
{
    if (!mayAct()) return false;
    auto const number = world().next_incident_number;
    auto const asked_before = asked_why_;
    Command const named = resolved(command);
    bool const turns = std::holds_alternative<Undo>(command) || std::holds_alternative<Redo>(command);
    QString const turned = turns ? turnedText(command, *this) : QString{};
    auto const ticket = parts_.desk->perform(named, typed.toStdString());
    if (!ticket) return false;
    if (ticket->refusal) {
        refuse(refusalText(*ticket->refusal, *this), adviceOf(english(ticket->refusal->reason)));
        return false;
    }
    if (std::holds_alternative<NewCall>(command)) selectIncident(find_incident(world(), number));
    bool const asks = asked_why_ && asked_why_ != asked_before;
    auto const* distress = std::get_if<SetDistress>(&named);
    say(asks    ? whyText(*asked_why_, *this)
        : turns ? turned
                : doneText(named, *this),
        distress != nullptr && distress->on ? Manner::alarm : Manner::good);
    tell_due_.start(0);  // who did something sees it at once, whatever else goes on
    return true;
}

void DeskHub::acknowledge(AlertId id)
{
    if (!mayAct()) return;
    auto const* alert = world().alerts.find(id);
    if (alert == nullptr) return;
    bool const distress = alert->kind == AlertKind::distress && alert->unit;
    QString const unit = distress ? QString::fromStdString(call_sign(world(), *alert->unit)) : QString{};
    if (distress && alert->acknowledged_at)
        return say(tr("distress stands until it is cancelled: sosoff %1 when the unit is safe").arg(unit), false);
    auto const ticket = desk().acknowledge(id);
    if (ticket.refusal) return refuse(refusalText(*ticket.refusal, *this), adviceOf(english(ticket.refusal->reason)));
    QString const done = tr("acknowledged: %1").arg(alertText(*alert, *this));
    say(distress ? done + QStringLiteral(" · ") + tr("it stands until sosoff %1").arg(unit) : done,
        distress ? Manner::alarm : Manner::good);
    tell_due_.start(0);
}

void DeskHub::shelve(AlertId id, Duration lasts)
{
    if (!mayAct()) return;
    auto const ticket = desk().shelve(id, lasts);
    if (ticket.refusal) return say(refusalText(*ticket.refusal, *this), false);
    say(tr("shelved until %1: %2").arg(clock(now() + lasts), alertText(*world().alerts.find(id), *this)));
    tell_due_.start(0);
}

void DeskHub::keepMacro(KeepMacro const& macro)
{
    if (auto const problem = macros_.keep(macro.name, macro.body, verbs()))
        return say(problemText(problem->text), false);
    QString const name = QString::fromStdString(macro.name);
    say(tr("%1 is kept: type it instead of its lines").arg(name));
    Q_EMIT macrosChanged();
}

void DeskHub::forgetMacro(std::string const& name)
{
    macros_.forget(name);
    say(tr("%1 is kept no longer").arg(QString::fromStdString(name)));
    Q_EMIT macrosChanged();
}

bool DeskHub::mayAct()
{
    if (parts_.readOnly)
        refuse(refusalText(Refusal{Reason::read_only, {}}, *this), adviceOf(english(Reason::read_only)));
    return !parts_.readOnly;
}

void DeskHub::say(QString const& text, Manner manner)
{
    Q_EMIT said(text, manner);
    Q_EMIT advised(text, {});
}

void DeskHub::refuse(QString const& text, QString const& advice)
{
    Q_EMIT said(text, Manner::bad);
    Q_EMIT advised(text, advice);
}

bool DeskHub::isLogged(Entry const& entry)
{
    return std::visit(Match{
                          [](Sweep const&) { return false; },
                          [](WayTaken const&) { return false; },
                          [](RequestAnswered const&) { return false; },
                          [](DroneMoved const&) { return false; },
                          [](CodesAdopted const&) { return false; },
                          [](DrillAdopted const&) { return false; },
                          [](PersonListed const&) { return false; },
                          [](DepartmentListed const&) { return false; },
                          [](StationListed const&) { return false; },
                          [](GridListed const&) { return false; },
                          [](CameraListed const&) { return false; },
                          [](DroneListed const&) { return false; },
                          [](UnitListed const&) { return false; },
                          [](UnitsRecommended const&) { return false; },
                          [](IncidentStamped const&) { return false; },
                          [](FeedCounted const&) { return false; },
                          [](FenceOccupied const&) { return false; },
                          [](AlertRaised const& e) {  // the call for help is, and what happened at the fence
                              return e.what != AlertKind::distress && e.what != AlertKind::fence_crossed;
                          },
                          [](auto const&) { return true; },
                      },
                      entry.event);
}

void DeskHub::addToLog(Entry const& entry)
{
    if (!isLogged(entry)) return;
    log_.push_back(entry);
    if (log_.size() > log_length) log_.pop_front();
    gathered_.entries = true;
}

Entry const* DeskHub::logged(ActId act) const
{
    Entry const* first = nullptr;
    for (auto entry = log_.rbegin(); entry != log_.rend(); ++entry) {
        if (entry->act == act && !std::holds_alternative<Logged>(entry->event)) first = &*entry;
        if (first != nullptr && !(entry->act == act)) break;
    }
    return first;
}

void DeskHub::setPreview(std::optional<Command> preview)
{
    if (!preview && !preview_) return;
    preview_ = std::move(preview);
    Q_EMIT previewChanged();
}

QString DeskHub::holeNote(UnitId unit) const
{
    auto const found = hole_notes_.find(unit);
    return found != hole_notes_.end() ? found->second : QString{};
}

void DeskHub::setHoleNotes(std::map<UnitId, QString> notes)
{
    if (notes == hole_notes_) return;
    hole_notes_ = std::move(notes);
    Q_EMIT holeNotesChanged();
}

void DeskHub::take(Changes const& changes, std::span<Entry const> entries)
{
    for (Change const& change : changes)
        std::visit(Match{
                       [&](UnitId id) { gathered_.units.insert(id); },
                       [&](IncidentId id) { gathered_.incidents.insert(id); },
                       [&](AlertId) { gathered_.alerts = true; },
                       [&](Positions) { gathered_.positions = true; },
                       [&](Everything) { gathered_.everything = true; },
                       [&](FenceId) { gathered_.fences = true; },
                       [&](CordonId) { gathered_.cordons = true; },
                       [&](ClosureId) { gathered_.closures = true; },
                       [&](StageDrillId) { gathered_.drills = true; },
                       [&](NoteId) {},
                       [&](RequestId) {},
                       [&](auto) { gathered_.sites = true; },
                   },
                   change);
    for (Entry const& entry : entries) addToLog(entry), noticeEvent(entry);
    if (!tell_due_.isActive()) tell_due_.start(tell_every_ms);
}

/// Sending, and taking back whatever it was, change stacks too.
bool DeskHub::changesStacks(Event const& event)
{
    return std::holds_alternative<IncidentStacked>(event) || std::holds_alternative<IncidentUnstacked>(event) ||
           std::holds_alternative<UnitsDispatched>(event) || std::holds_alternative<ActUndone>(event) ||
           std::holds_alternative<ActRedone>(event) || std::holds_alternative<UnitListed>(event);
}

void DeskHub::noticeEvent(Entry const& entry)
{
    stacks_changed_ = stacks_changed_ || changesStacks(entry.event);
    if (auto const* offer = std::get_if<NextOffered>(&entry.event)) offered_ = *offer;
    auto const* undone = std::get_if<ActUndone>(&entry.event);
    if (undone != nullptr && asked_why_ && undone->undone == asked_by_) {  // nobody was sent: there is nothing to ask
        asked_why_.reset();
        Q_EMIT whyAsked();
    }
    auto const* why = std::get_if<DispatchExplained>(&entry.event);
    if (why == nullptr || entry.act.seat != parts_.session->seat()) return;
    asked_why_ = why->row.given() ? std::nullopt : std::optional{why->row};
    asked_by_ = entry.act;
    Q_EMIT whyAsked();
}

void DeskHub::tell()
{
    if (auto const offer = std::exchange(offered_, {}))
        say(tr("%1 is free: next is %2 (F11 sends it)")
                .arg(QString::fromStdString(call_sign(world(), offer->unit)),
                     QString::fromStdString(number_text(world(), offer->incident))));

    DeskChanges const changes = std::exchange(gathered_, {});
    if (incident_ && !world().incidents.contains(*incident_)) selectIncident({});
    Q_EMIT changed(changes);
}

}  // namespace cresset::widgets
