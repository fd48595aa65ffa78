#include "app/ctl/incident_feed.h"

#include "app/ctl/incident_plan.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

namespace cresset::app {

namespace {

constexpr std::string_view place_source = "file";
constexpr std::string_view forced = "as the file has it";

/// Plays the steps of a plan; knows the ids that it gave.
class Player {
public:
    Player(IncidentPlan const& plan, FeedSession& session, FeedReport& report)
        : plan_{plan}, session_{session}, report_{report}
    {
    }

    void list_units()
    {
        Act act = session_.act(session_.now());
        for (auto const& [name, kind] : plan_.units) {
            if (auto const known = find_unit(session_.world(), name)) {
                units_[name] = *known;
                continue;
            }
            Unit unit;
            unit.call_sign = name;
            unit.kind = kind;
            auto const id = session_.session().next_id<UnitId>(act);
            act.events.emplace_back(UnitListed{{id, std::move(unit)}});
            units_[name] = id;
        }
        if (!act.events.empty()) session_.submit(act, report_);
    }

    void play(PlanStep const& step)
    {
        PlannedIncident const& incident = plan_.incidents[step.incident];
        Act act = session_.act(step.written_at);
        act.happened_at = step.happened_at;
        switch (step.what) {
            case PlanStep::What::report: report(act, incident, step.incident); break;
            case PlanStep::What::send: send(act, step); break;
            case PlanStep::What::drive: set_status(act, step, Status::en_route); break;
            case PlanStep::What::arrive: set_status(act, step, Status::on_scene); break;
            case PlanStep::What::leave: leave(act, step); break;
            case PlanStep::What::close: close(act, incident, step); break;
        }
        if (!act.events.empty()) session_.submit(act, report_);
    }

private:
    void report(Act& act, PlannedIncident const& planned, std::size_t number)
    {
        IncidentReported reported;
        reported.incident = session_.session().next_id<IncidentId>(act);
        reported.number = session_.world().next_incident_number;
        reported.type = planned.type;
        reported.priority = planned.priority;
        reported.place = planned.place;
        reported.address.en = planned.address;
        reported.place_source = place_source;
        reported.rung_at = planned.received;
        reported.answered_at = planned.received;
        reported.external = planned.external;
        incidents_[number] = reported.incident;
        act.events.emplace_back(std::move(reported));
        for (auto const& [stamp, at] : planned.stamps)
            act.events.emplace_back(IncidentStamped{incidents_[number], stamp, at});
    }

    Unit const* unit_of(PlanStep const& step) const { return session_.world().units.find(units_.at(step.unit)); }

    void send(Act& act, PlanStep const& step)
    {
        UnitId const id = units_.at(step.unit);
        auto const* unit = unit_of(step);
        // The file does not say when it left where it was before.
        if (unit != nullptr && unit->status != Status::available)
            act.events.emplace_back(UnitStatusSet{id, Status::available, std::string{forced}});
        if (act.events.empty()) return dispatch(act, step, id);
        session_.submit(act, report_);
        act = session_.act(step.written_at);
        act.happened_at = step.happened_at;
        dispatch(act, step, id);
    }
    void dispatch(Act& act, PlanStep const& step, UnitId id)
    {
        UnitsDispatched sent;
        sent.incident = incidents_.at(step.incident);
        sent.units.push_back({id, {}, {}});
        act.events.emplace_back(std::move(sent));
        if (!session_.submit(act, report_)) return act.events.clear();
        act = session_.act(step.written_at);
        act.happened_at = step.happened_at;
        answer_requests(act);
    }
    /// What the file tells happened long ago: nobody is to be called now.
    void answer_requests(Act& act)
    {
        for (auto const& [id, request] : session_.world().requests)
            if (request.state == RequestState::open)
                act.events.emplace_back(RequestAnswered{id, RequestState::delivered});
    }

    void set_status(Act& act, PlanStep const& step, Status status)
    {
        auto const* unit = unit_of(step);
        if (unit == nullptr || unit->incident != incidents_.at(step.incident)) return;
        if (unit->status != status)
            act.events.emplace_back(UnitStatusSet{units_.at(step.unit), status, std::string{forced}});
    }
    void leave(Act& act, PlanStep const& step) { set_status(act, step, Status::available); }

    void close(Act& act, PlannedIncident const& planned, PlanStep const& step)
    {
        IncidentId const id = incidents_.at(step.incident);
        act.events.emplace_back(IncidentClosed{id, planned.disposition});
        if (!session_.submit(act, report_)) return act.events.clear();
        act = session_.act(step.written_at);
        act.happened_at = step.happened_at;
        correct_stamps(act, planned, id);
        answer_requests(act);
    }
    /// Where rows were written out of their order, the incident's own stamps are the earliest of them all the same.
    void correct_stamps(Act& act, PlannedIncident const& planned, IncidentId id)
    {
        auto const* incident = session_.world().incidents.find(id);
        if (incident == nullptr) return;
        for (auto const& [stamp, at] : planned.earliest)
            if (incident->stamp(stamp) != at) act.events.emplace_back(IncidentStamped{id, stamp, at});
    }

    IncidentPlan const& plan_;
    FeedSession& session_;
    FeedReport& report_;
    std::map<std::string, UnitId> units_;
    std::map<std::size_t, IncidentId> incidents_;
};

std::set<std::string> known_incidents(World const& world)
{
    std::set<std::string> known;
    for (auto const& [id, incident] : world.incidents)
        if (!incident.external.empty()) known.insert(incident.external);
    return known;
}

template <typename Code>
bool has(std::vector<Code> const& codes, std::string const& word)
{
    return std::any_of(codes.begin(), codes.end(), [&](Code const& one) { return one.code == word; });
}

Names plain_name(std::string const& word)
{
    return {word, word};
}

}  // namespace

Instant first_time(feeds::IncidentFile const& file)
{
    if (file.rows.empty()) return {};
    auto const first = std::min_element(file.rows.begin(), file.rows.end(),
                                        [](auto const& a, auto const& b) { return a.received < b.received; });
    return first->received;
}

Codes with_words_of(Codes codes, feeds::IncidentFile const& file)
{
    for (auto const& row : file.rows) {
        std::string const type = type_of(row);
        if (!has(codes.types, type)) {
            TypeCode code;
            code.code = type;
            code.name = plain_name(type);
            code.group = type;
            code.glyph = "other";
            codes.types.push_back(std::move(code));
        }
        std::string const disposition = disposition_of(row);
        if (!has(codes.dispositions, disposition)) codes.dispositions.push_back({disposition, plain_name(disposition)});
        if (!row.unit_kind.empty() && !has(codes.units, row.unit_kind))
            codes.units.push_back({row.unit_kind, plain_name(row.unit_kind), "emergency", "car"});
    }
    return codes;
}

FeedReport play(feeds::IncidentFile const& file, FeedSession& session)
{
    FeedReport report;
    report.counts = file.counters;
    for (Problem const& problem : file.problems) report.problems.push_back(problem.text);
    IncidentPlan const plan = plan_incidents(file.rows, known_incidents(session.world()));
    report.known_before = plan.known_before;
    Player player{plan, session, report};
    player.list_units();
    for (PlanStep const& step : plan.steps) player.play(step);
    return report;
}

}  // namespace cresset::app
