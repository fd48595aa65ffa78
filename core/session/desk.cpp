#include "core/session/desk.h"

#include "core/base/match.h"
#include "core/session/alarm_load.h"
#include "core/world/undo.h"

#include <algorithm>

namespace cresset {

namespace {
constexpr std::size_t looked_beyond = 4;  // who is nearly as good as the last that was to be sent
constexpr char const* own_words = "own_words";
}  // namespace

Act Desk::begin()
{
    return session_.new_act();
}

Ticket Desk::submit(Act act)
{
    if (!typed_.empty()) {
        act.events.emplace_back(Logged{session_.add_text(act, typed_), true});
        typed_.clear();
    }
    return session_.submit(act);
}

IncidentId Desk::report(Act& act, NewCall const& call, std::optional<std::string> const& caller)
{
    IncidentReported reported;
    reported.incident = session_.next_id<IncidentId>(act);
    reported.number = session_.world().next_incident_number;
    reported.type = call.type;
    reported.priority = call.priority;
    reported.place = call.where.place;
    reported.address = call.where.name;
    reported.place_source = call.where.kind.empty() ? "operator" : call.where.kind;
    if (caller && !caller->empty()) reported.caller = session_.add_text(act, *caller);
    if (!call.narrative.empty()) reported.narrative = session_.add_text(act, call.narrative);
    act.events.emplace_back(reported);
    return reported.incident;
}

Ticket Desk::take_call(NewCall const& call, std::optional<std::string> const& caller)
{
    Act act = begin();
    report(act, call, caller);
    return submit(std::move(act));
}

Ticket Desk::take_call_again(NewCall const& call, std::optional<std::string> const& caller, IncidentId same_as)
{
    Act act = begin();
    IncidentId const again = report(act, call, caller);
    act.events.emplace_back(IncidentLinked{again, same_as});
    return submit(std::move(act));
}

UnitsDispatched Desk::with_etas(SendUnits const& command) const
{
    UnitsDispatched dispatched;
    dispatched.incident = command.incident;
    dispatched.reason = command.reason;
    auto const* incident = session_.world().incidents.find(command.incident);
    std::vector<Candidate> sent;
    for (UnitId const id : command.units) {
        dispatched.units.push_back({id, {}, {}});
        auto const* unit = session_.world().units.find(id);
        auto const* fix = session_.world().fix(id);
        if (unit == nullptr || fix == nullptr) continue;
        Candidate candidate;
        candidate.unit = id;
        candidate.place = fix->place;
        candidate.mode = unit->mode;
        sent.push_back(candidate);
    }
    if (guide_ != nullptr && incident != nullptr && !sent.empty())
        for (RankedUnit const& ranked :
             guide_->recommend(sent, incident->place, sent.size(), session_.world().closures).ranked)
            for (SentUnit& one : dispatched.units)
                if (one.unit == ranked.unit) one.eta_ms = ranked.eta_ms, one.distance_mm = ranked.distance_mm;
    return dispatched;
}

Event Desk::explanation(Act& act, Override row, std::string const& reason)
{
    auto const* code = rules_ == nullptr ? nullptr : rules_->reason(reason);
    row.at = session_.now();
    row.who = session_.who();
    row.reason = code == nullptr ? "" : code->code;
    row.text.reset();
    if (code == nullptr && !reason.empty()) row.text = session_.add_text(act, reason);
    DispatchExplained explained;
    explained.id = session_.next_id<OverrideId>(act);
    explained.row = std::move(row);
    return explained;
}

void Desk::add_explanation(Act& act, UnitsDispatched& dispatched, std::string const& reason)
{
    std::vector<UnitId> sent;
    for (SentUnit const& one : dispatched.units) sent.push_back(one.unit);
    Advice const advice = cresset::advise(
        {session_.world(), guide_, *rules_, dispatched.incident, session_.now(), sent.size() + looked_beyond, 0});
    auto const others = not_advised(advice, sent, rules_->equal_s);
    auto const* code = rules_->reason(reason);
    // What people say in their own words is erasable: the entry says only that they did.
    dispatched.reason = reason.empty() ? "" : code != nullptr ? code->code : own_words;
    act.events.emplace_back(dispatched);
    if (others.empty() && reason.empty()) return;
    Override row;
    row.incident = dispatched.incident;
    row.units = others.empty() ? sent : others;
    if (!others.empty()) row.instead_of = stays_behind(advice, others);
    act.events.push_back(explanation(act, std::move(row), reason));
}

Ticket Desk::dispatch(SendUnits const& command)
{
    Act act = begin();
    UnitsDispatched dispatched = with_etas(command);
    if (rules_ != nullptr)
        add_explanation(act, dispatched, command.reason);
    else
        act.events.emplace_back(std::move(dispatched));
    return submit(std::move(act));
}

Ticket Desk::refuse(Reason reason, std::vector<std::string> words)
{
    typed_.clear();
    return {Refusal{reason, std::move(words)}, {}, {}};
}

Ticket Desk::dispatch(SendCard const& command)
{
    std::string const number = number_text(session_.world(), command.incident);
    Advice const advice = advise(command.incident);
    if (!advice.card || advice.card->open() == 0) return refuse(Reason::card_filled, {number});
    auto const proposed = advice.card->proposed();
    if (proposed.empty()) return refuse(Reason::nobody_for_card, {number});
    return dispatch(SendUnits{proposed, command.incident, command.reason});
}

Ticket Desk::explain(ExplainDispatch const& command)
{
    World const& world = session_.world();
    Override const* last = nullptr;
    for (auto const& [id, row] : world.overrides)
        if (row.incident == command.incident && (last == nullptr || row.at >= last->at)) last = &row;
    if (last == nullptr) return refuse(Reason::nothing_to_explain, {number_text(world, command.incident)});
    Act act = begin();
    act.events.push_back(explanation(act, *last, command.reason));
    return submit(std::move(act));
}

Ticket Desk::stack(StackIncident const& command)
{
    return for_units(command.units, [&](UnitId unit) { return IncidentStacked{unit, command.incident}; });
}

Ticket Desk::unstack(UnstackIncident const& command)
{
    return for_units(command.units, [&](UnitId unit) {
        return IncidentUnstacked{unit, command.incident, StackEnd::removed};
    });
}

Ticket Desk::take_next(TakeNext const& command)
{
    World const& world = session_.world();
    auto const id = command.unit ? command.unit : free_with_next(world);
    auto const* unit = id ? world.units.find(*id) : nullptr;
    if (unit == nullptr || unit->stack.empty())
        return refuse(Reason::nothing_next, {unit == nullptr ? "?" : unit->call_sign});
    if (is_committed(unit->status) && unit->incident)
        return refuse(Reason::unit_committed, {unit->call_sign, number_text(world, *unit->incident)});
    Act act = begin();
    act.events.emplace_back(with_etas({{*id}, unit->stack.front(), {}}));
    return submit(std::move(act));
}

Ticket Desk::swap(SwapUnits const& command)
{
    World const& world = session_.world();
    auto const* out = world.units.find(command.out);
    if (command.out == command.in) return refuse(Reason::same_unit, {call_sign(world, command.out)});
    if (out == nullptr || !out->incident) return refuse(Reason::not_under_way, {call_sign(world, command.out)});
    Act act = begin();
    // Who goes in its place first: the incident is never without anybody.
    act.events.emplace_back(with_etas({{command.in}, *out->incident, {}}));
    act.events.emplace_back(UnitReleased{command.out, *out->incident});
    return submit(std::move(act));
}

template <typename MakeEvent>
Ticket Desk::for_units(std::vector<UnitId> const& units, MakeEvent make)
{
    Act act = begin();
    for (UnitId const unit : units) act.events.emplace_back(make(unit));
    return submit(std::move(act));
}

Ticket Desk::set_status(SetStatus const& command)
{
    std::optional<std::string> const reason = command.reason.empty() ? std::nullopt : std::optional{command.reason};
    return for_units(command.units, [&](UnitId unit) { return UnitStatusSet{unit, command.status, reason}; });
}

Ticket Desk::release(ReleaseUnits const& command)
{
    return for_units(command.units, [&](UnitId unit) {
        auto const* row = session_.world().units.find(unit);
        return UnitReleased{unit, row != nullptr && row->incident ? *row->incident : IncidentId{}};
    });
}

Ticket Desk::set_distress(SetDistress const& command)
{
    return for_units(command.units, [&](UnitId unit) -> Event {
        if (command.on) return DistressRaised{unit};
        return DistressCancelled{unit};
    });
}

Ticket Desk::close(CloseIncident const& command)
{
    Act act = begin();
    act.events.emplace_back(IncidentClosed{command.incident, command.disposition});
    return submit(std::move(act));
}

Ticket Desk::reopen(ReopenIncident const& command)
{
    Act act = begin();
    act.events.emplace_back(IncidentReopened{command.incident});
    return submit(std::move(act));
}

Ticket Desk::move(MoveIncident const& command)
{
    Act act = begin();
    auto const source = command.where.kind.empty() ? "operator" : command.where.kind;
    act.events.emplace_back(IncidentRelocated{command.incident, command.where.place, command.where.name, source});
    return submit(std::move(act));
}

Ticket Desk::link(LinkIncident const& command)
{
    Act act = begin();
    act.events.emplace_back(IncidentLinked{command.incident, command.duplicate_of});
    return submit(std::move(act));
}

Ticket Desk::note(AddNote const& command)
{
    Act act = begin();
    auto const id = session_.next_id<NoteId>(act);
    act.events.emplace_back(NoteAdded{id, command.incident, session_.add_text(act, command.text)});
    return submit(std::move(act));
}

Ticket Desk::hazard(AddHazard const& command)
{
    Act act = begin();
    HazardNoted noted;
    noted.id = session_.next_id<HazardId>(act);
    noted.row.place = command.where.place;
    noted.row.text = session_.add_text(act, command.text);
    noted.row.source = "operator";
    if (command.lasts) noted.row.expires_at = session_.now() + *command.lasts;
    act.events.emplace_back(std::move(noted));
    return submit(std::move(act));
}

Ticket Desk::send_drone(SendDrone const& command)
{
    auto const* incident = command.incident ? session_.world().incidents.find(*command.incident) : nullptr;
    auto target = command.target;
    if (incident != nullptr && !target) target = incident->place;  // without a target it would fly home
    Act act = begin();
    act.events.emplace_back(DroneTasked{command.drone, command.incident, target});
    return submit(std::move(act));
}

Ticket Desk::acknowledge(AcknowledgeAlerts const& /*command*/)
{
    Act act = begin();
    for (auto const& [id, alert] : session_.world().alerts)
        if (!alert.acknowledged_at && alert.kind != AlertKind::distress && !is_shelved(alert, session_.now()))
            act.events.emplace_back(AlertAcknowledged{id});
    return submit(std::move(act));
}

Ticket Desk::acknowledge(AlertId alert)
{
    Act act = begin();
    act.events.emplace_back(AlertAcknowledged{alert});
    return submit(std::move(act));
}

Ticket Desk::contact(ContactUnits const& command)
{
    return for_units(command.units, [](UnitId unit) { return UnitContacted{unit}; });
}

Ticket Desk::snooze(SnoozeTimers const& command)
{
    Instant const until = command.lasts ? session_.now() + *command.lasts : latest_instant;
    return for_units(command.units, [&](UnitId unit) { return TimersSnoozed{unit, until}; });
}

Ticket Desk::shelve(ShelveAlarms const& command)
{
    bool const all = command.units.empty() && command.incidents.empty();
    auto const named = [](auto const& list, auto const& id) {
        return id && std::find(list.begin(), list.end(), *id) != list.end();
    };
    Act act = begin();
    for (AlertId const id : standing_alarms(session_.world(), session_.now())) {
        Alert const& alert = *session_.world().alerts.find(id);
        bool const meant = all ? alert.kind != AlertKind::distress
                               : named(command.units, alert.unit) || named(command.incidents, alert.incident);
        if (meant) act.events.emplace_back(AlertShelved{id, session_.now() + command.lasts});
    }
    return submit(std::move(act));
}

Ticket Desk::shelve(AlertId alert, Duration lasts)
{
    Act act = begin();
    act.events.emplace_back(AlertShelved{alert, session_.now() + lasts});
    return submit(std::move(act));
}

Ticket Desk::log(LogLine const& command)
{
    Act act = begin();
    act.events.emplace_back(Logged{session_.add_text(act, command.text), false});
    typed_.clear();  // the line is the text
    return submit(std::move(act));
}

Ticket Desk::undo()
{
    Undoable const* last = next_undo(session_.world(), session_.seat());
    if (last == nullptr) return {Refusal{Reason::nothing_to_undo, {}}, {}, {}};
    Act act = begin();
    act.events.push_back(undo_event(*last));
    return submit(std::move(act));
}

Ticket Desk::redo()
{
    Undoable const* last = next_redo(session_.world(), session_.seat());
    if (last == nullptr) return {Refusal{Reason::nothing_to_redo, {}}, {}, {}};
    Act act = begin();
    act.events.push_back(redo_event(*last));
    return submit(std::move(act));
}

Ticket Desk::advance_status(UnitId unit)
{
    return set_status({{unit}, usual_next(unit), {}});
}

Status Desk::usual_next(UnitId unit) const
{
    auto const* row = session_.world().units.find(unit);
    auto const* code = row == nullptr ? nullptr : session_.world().codes.status(row->status);
    return code != nullptr && code->usual_next ? *code->usual_next : Status::available;
}

std::optional<Ticket> Desk::perform(Command const& command)
{
    using Done = std::optional<Ticket>;
    return std::visit(Match{
                          [&](NewCall const& c) -> Done { return take_call(c); },
                          [&](SendUnits const& c) -> Done { return dispatch(c); },
                          [&](SendCard const& c) -> Done { return dispatch(c); },
                          [&](ExplainDispatch const& c) -> Done { return explain(c); },
                          [&](StackIncident const& c) -> Done { return stack(c); },
                          [&](UnstackIncident const& c) -> Done { return unstack(c); },
                          [&](TakeNext const& c) -> Done { return take_next(c); },
                          [&](SwapUnits const& c) -> Done { return swap(c); },
                          [&](SetStatus const& c) -> Done { return set_status(c); },
                          [&](ReleaseUnits const& c) -> Done { return release(c); },
                          [&](SetDistress const& c) -> Done { return set_distress(c); },
                          [&](CloseIncident const& c) -> Done { return close(c); },
                          [&](ReopenIncident const& c) -> Done { return reopen(c); },
                          [&](MoveIncident const& c) -> Done { return move(c); },
                          [&](LinkIncident const& c) -> Done { return link(c); },
                          [&](AddNote const& c) -> Done { return note(c); },
                          [&](AddHazard const& c) -> Done { return hazard(c); },
                          [&](SendDrone const& c) -> Done { return send_drone(c); },
                          [&](AcknowledgeAlerts const& c) -> Done { return acknowledge(c); },
                          [&](ContactUnits const& c) -> Done { return contact(c); },
                          [&](SnoozeTimers const& c) -> Done { return snooze(c); },
                          [&](ShelveAlarms const& c) -> Done { return shelve(c); },
                          [&](LogLine const& c) -> Done { return log(c); },
                          [&](SightSuspect const& c) -> Done { return sight(c); },
                          [&](LiftCordon const& c) -> Done { return lift_cordon(c); },
                          [&](CloseRoad const& c) -> Done { return close_road(c); },
                          [&](OpenRoad const& c) -> Done { return open_road(c); },
                          [&](BeginStages const& c) -> Done { return begin_stages(c); },
                          [&](EndStages const&) -> Done { return end_stages(); },
                          [&](Undo const&) -> Done { return undo(); },
                          [&](Redo const&) -> Done { return redo(); },
                          [](auto const&) -> Done { return {}; },
                      },
                      command);
}

std::optional<Ticket> Desk::perform(Command const& command, std::string_view typed)
{
    typed_ = std::string{typed};
    auto const ticket = perform(command);
    typed_.clear();
    return ticket;
}

Recommendation Desk::recommend(IncidentId incident, std::size_t top) const
{
    return recommend_units(session_.world(), guide_, incident, session_.now(), top);
}

Advice Desk::advise(IncidentId incident, std::size_t top) const
{
    if (rules_ == nullptr) return {recommend(incident, top), {}};
    return cresset::advise({session_.world(), guide_, *rules_, incident, session_.now(), top});
}

void Desk::looked_at(IncidentId incident, Recommendation const& shown)
{
    auto const* row = session_.world().incidents.find(incident);
    if (row == nullptr || row->stamp(Stamp::recommended) || shown.ranked.empty()) return;
    Act act = begin();
    act.source = "desk";
    UnitsRecommended recommended;
    recommended.incident = incident;
    for (auto const& unit : shown.ranked) {
        recommended.units.push_back(unit.unit);
        recommended.eta_ms.push_back(unit.eta_ms);
    }
    act.events.emplace_back(std::move(recommended));
    session_.submit(act);
}

}  // namespace cresset
