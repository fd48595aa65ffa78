#include "core/world/may.h"

#include "core/base/match.h"
#include "core/world/distress.h"
#include "core/world/images.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace cresset {

namespace {

using Answer = std::optional<Refusal>;

Refusal no(Reason reason, std::vector<std::string> words = {})
{
    return Refusal{reason, std::move(words)};
}

/// Judges the events of one act; knows what earlier events of the same act made.
class Judge {
public:
    explicit Judge(World const& world) : world_{world} {}

    Answer of(Event const& event)
    {
        return std::visit([this](auto const& e) { return on(e); }, event);
    }

private:
    Answer unit_there(UnitId id)
    {
        if (world_.units.contains(id) || new_units_.contains(id)) return {};
        return no(Reason::no_such_unit, {fmt::format("{}:{}", id.origin, id.number)});
    }
    Answer incident_there(IncidentId id)
    {
        if (world_.incidents.contains(id) || new_incidents_.contains(id)) return {};
        return no(Reason::no_such_incident, {fmt::format("{}:{}", id.origin, id.number)});
    }
    Answer incident_open(IncidentId id)
    {
        if (auto const refusal = incident_there(id)) return refusal;
        auto const* incident = world_.incidents.find(id);
        if (incident != nullptr && !incident->open()) return no(Reason::incident_closed, {number_text(world_, id)});
        return {};
    }
    template <typename Table, typename Key>
    Answer there(Table const& table, Key id, char const* what)
    {
        if (table.contains(id)) return {};
        return no(Reason::no_such_thing, {what, fmt::format("{}:{}", id.origin, id.number)});
    }
    template <typename Table, typename Key>
    Answer free_id(Table const& table, Key id)
    {
        if (!table.contains(id)) return {};
        return no(Reason::id_in_use, {fmt::format("{}:{}", id.origin, id.number)});
    }
    Answer type_known(std::string const& type, int priority)
    {
        if (!world_.codes.types.empty() && world_.codes.type(type) == nullptr)
            return no(Reason::unknown_code, {type, "incident types"});
        if (!world_.codes.priorities.empty() && world_.codes.priority(priority) == nullptr)
            return no(Reason::unknown_code, {fmt::format("P{}", priority), "priorities"});
        return {};
    }

    Answer on(UnitListed const& e)
    {
        new_units_.insert(e.id);
        auto const same = find_unit(world_, e.row.call_sign);
        if (same && *same != e.id) return no(Reason::id_in_use, {e.row.call_sign});
        return {};
    }
    Answer on(UnitStatusSet const& e)
    {
        if (auto const refusal = unit_there(e.unit)) return refusal;
        auto const* unit = world_.units.find(e.unit);
        if (unit == nullptr) return {};
        if (!unit->signed_on) return no(Reason::unit_off_duty, {unit->call_sign});
        if (unit->status == e.status) return no(Reason::same_status, {unit->call_sign, std::string{english(e.status)}});
        if (is_committed(e.status) && !unit->incident) return no(Reason::no_incident_for_status, {unit->call_sign});
        bool const forced = e.reason && !e.reason->empty();
        if (!forced && !world_.codes.may_follow(unit->status, e.status))
            return no(Reason::illegal_transition,
                      {unit->call_sign, std::string{english(unit->status)}, std::string{english(e.status)}});
        return {};
    }
    Answer on(UnitCrewSet const& e) { return unit_there(e.unit); }
    Answer on(UnitSigned const& e)
    {
        if (auto const refusal = unit_there(e.unit)) return refusal;
        auto const* unit = world_.units.find(e.unit);
        if (unit == nullptr) return {};
        if (unit->signed_on == e.on) return no(Reason::same_status, {unit->call_sign, e.on ? "on duty" : "off duty"});
        if (unit->incident) return no(Reason::unit_committed, {unit->call_sign, number_text(world_, *unit->incident)});
        return {};
    }
    Answer on(UnitContacted const& e) { return on_duty(e.unit); }
    Answer on(TimersSnoozed const& e)
    {
        if (auto const refusal = on_duty(e.unit)) return refusal;
        if (e.until <= world_.at) return no(Reason::expired);
        return {};
    }
    Answer on_duty(UnitId id)
    {
        if (auto const refusal = unit_there(id)) return refusal;
        auto const* unit = world_.units.find(id);
        if (unit != nullptr && !unit->signed_on) return no(Reason::unit_off_duty, {unit->call_sign});
        return {};
    }
    Answer on(WayTaken const& e) { return unit_there(e.unit); }
    Answer on(DispatchAcknowledged const& e)
    {
        if (auto const refusal = unit_there(e.unit)) return refusal;
        auto const* unit = world_.units.find(e.unit);
        if (unit != nullptr && unit->incident != e.incident)
            return no(Reason::unit_not_there, {unit->call_sign, number_text(world_, e.incident)});
        return {};
    }
    Answer on(DistressRaised const& e)
    {
        if (auto const refusal = unit_there(e.unit)) return refusal;
        auto const* unit = world_.units.find(e.unit);
        if (unit != nullptr && unit->distress()) return no(Reason::in_distress, {unit->call_sign});
        return {};
    }
    Answer on(DistressCancelled const& e)
    {
        if (auto const refusal = unit_there(e.unit)) return refusal;
        auto const* unit = world_.units.find(e.unit);
        if (unit != nullptr && !unit->distress()) return no(Reason::not_in_distress, {unit->call_sign});
        return {};
    }

    Answer on(IncidentReported const& e)
    {
        if (auto const refusal = free_id(world_.incidents, e.incident)) return refusal;
        if (auto const refusal = type_known(e.type, e.priority)) return refusal;
        if (new_incidents_.contains(e.incident) || find_incident(world_, e.number))
            return no(Reason::id_in_use, {fmt::format("#{}", e.number)});
        new_incidents_.insert(e.incident);
        return {};
    }
    Answer on(IncidentClassified const& e)
    {
        if (auto const refusal = incident_open(e.incident)) return refusal;
        return type_known(e.type, e.priority);
    }
    Answer on(IncidentRelocated const& e) { return incident_open(e.incident); }
    Answer on(IncidentLinked const& e)
    {
        if (auto const refusal = incident_there(e.incident)) return refusal;
        if (auto const refusal = incident_there(e.duplicate_of)) return refusal;
        if (leads_to(e.duplicate_of, e.incident))
            return no(Reason::duplicate_of_itself, {number_text(world_, e.incident)});
        return {};
    }
    /// True if the chain of originals from `from` on comes by `to`.
    bool leads_to(IncidentId from, IncidentId to)
    {
        for (std::size_t steps = 0; steps <= world_.incidents.size(); ++steps) {
            if (from == to) return true;
            auto const* incident = world_.incidents.find(from);
            if (incident == nullptr || !incident->duplicate_of) return false;
            from = *incident->duplicate_of;
        }
        return false;
    }
    Answer on(NoteAdded const& e)
    {
        if (auto const refusal = free_id(world_.notes, e.note)) return refusal;
        return incident_there(e.incident);
    }
    Answer on(UnitsRecommended const& e) { return incident_there(e.incident); }
    Answer on(UnitsDispatched const& e)
    {
        if (auto const refusal = incident_open(e.incident)) return refusal;
        if (e.units.empty()) return no(Reason::empty_act);
        std::set<UnitId> sent_already;
        for (auto const& sent : e.units) {
            if (auto const refusal = can_go(sent.unit, e.incident, !e.reason.empty())) return refusal;
            if (!sent_already.insert(sent.unit).second)
                return no(Reason::unit_already_there, {call_sign(world_, sent.unit), number_text(world_, e.incident)});
        }
        return {};
    }
    /// With a reason even from a status that the table does not let it leave so (a break).
    Answer can_go(UnitId id, IncidentId incident, bool forced)
    {
        if (auto const refusal = unit_there(id)) return refusal;
        auto const* unit = world_.units.find(id);
        if (unit == nullptr) return {};
        if (!unit->signed_on) return no(Reason::unit_off_duty, {unit->call_sign});
        if (unit->incident == incident)
            return no(Reason::unit_already_there, {unit->call_sign, number_text(world_, incident)});
        if (unit->status == Status::on_scene && unit->incident)
            return no(Reason::unit_committed, {unit->call_sign, number_text(world_, *unit->incident)});
        if (!forced && !world_.codes.may_follow(unit->status, Status::dispatched) && !is_committed(unit->status))
            return no(Reason::illegal_transition,
                      {unit->call_sign, std::string{english(unit->status)}, std::string{english(Status::dispatched)}});
        return {};
    }
    Answer on(DispatchExplained const& e)
    {
        if (auto const refusal = free_id(world_.overrides, e.id)) return refusal;
        if (auto const refusal = incident_there(e.row.incident)) return refusal;
        for (UnitId const unit : e.row.units)
            if (auto const refusal = unit_there(unit)) return refusal;
        return {};
    }
    Answer on(IncidentStacked const& e)
    {
        if (auto const refusal = unit_there(e.unit)) return refusal;
        if (auto const refusal = incident_open(e.incident)) return refusal;
        auto const* unit = world_.units.find(e.unit);
        if (unit == nullptr) return {};
        std::string const number = number_text(world_, e.incident);
        if (!unit->signed_on) return no(Reason::unit_off_duty, {unit->call_sign});
        if (unit->status == Status::out_of_service)
            return no(Reason::unit_out, {unit->call_sign, std::string{english(unit->status)}});
        if (unit->incident == e.incident) return no(Reason::stack_at_work_there, {unit->call_sign, number});
        if (unit->status == Status::available) return no(Reason::unit_free, {unit->call_sign});
        if (is_stacked(*unit, e.incident) || !stacked_.insert({e.unit, e.incident}).second)
            return no(Reason::stacked_already, {unit->call_sign, number});
        return {};
    }
    Answer on(IncidentUnstacked const& e)
    {
        if (auto const refusal = unit_there(e.unit)) return refusal;
        auto const* unit = world_.units.find(e.unit);
        if (unit == nullptr || !is_stacked(*unit, e.incident))
            return no(Reason::not_stacked, {call_sign(world_, e.unit), number_text(world_, e.incident)});
        return {};
    }
    static bool is_stacked(Unit const& unit, IncidentId incident)
    {
        return std::find(unit.stack.begin(), unit.stack.end(), incident) != unit.stack.end();
    }
    Answer on(NearerFreed const& e) { return incident_there(e.incident); }
    Answer on(UnitReleased const& e)
    {
        if (auto const refusal = unit_there(e.unit)) return refusal;
        auto const* unit = world_.units.find(e.unit);
        if (unit != nullptr && unit->incident != e.incident)
            return no(Reason::unit_not_there, {unit->call_sign, number_text(world_, e.incident)});
        return {};
    }
    Answer on(IncidentControlled const& e) { return incident_open(e.incident); }
    Answer on(IncidentClosed const& e)
    {
        if (auto const refusal = incident_open(e.incident)) return refusal;
        if (!world_.codes.dispositions.empty() && world_.codes.disposition(e.disposition) == nullptr)
            return no(Reason::unknown_code, {e.disposition, "dispositions"});
        return {};
    }
    Answer on(IncidentReopened const& e)
    {
        if (auto const refusal = incident_there(e.incident)) return refusal;
        auto const* incident = world_.incidents.find(e.incident);
        if (incident != nullptr && incident->open())
            return no(Reason::incident_open, {number_text(world_, e.incident)});
        return {};
    }
    Answer on(IncidentStamped const& e) { return incident_there(e.incident); }
    Answer on(HazardNoted const& e)
    {
        if (e.row.expires_at && *e.row.expires_at <= world_.at) return no(Reason::expired);
        return free_id(world_.hazards, e.id);
    }
    Answer on(HazardEnded const& e) { return there(world_.hazards, e.hazard, "hazard"); }
    Answer on(DroneMoved const& e) { return there(world_.drones, e.drone, "drone"); }
    Answer on(DroneTasked const& e) { return there(world_.drones, e.drone, "drone"); }
    Answer on(CameraStateSet const& e) { return there(world_.cameras, e.camera, "camera"); }
    Answer on(AlertAcknowledged const& e)
    {
        if (auto const refusal = there(world_.alerts, e.alert, "alert")) return refusal;
        if (world_.alerts.find(e.alert)->acknowledged_at) return no(Reason::already_done);
        return {};
    }
    Answer on(AlertShelved const& e)
    {
        if (auto const refusal = there(world_.alerts, e.alert, "alert")) return refusal;
        auto const& alert = *world_.alerts.find(e.alert);
        if (alert.kind == AlertKind::distress && (!alert.acknowledged_at || calls_for_help(alert, world_)))
            return no(Reason::distress_stands, {alert.unit ? call_sign(world_, *alert.unit) : "?"});
        if (alert.acknowledged_at) return no(Reason::already_done);
        if (e.until <= world_.at) return no(Reason::expired);
        if (e.until - world_.at > longest_shelving) return no(Reason::shelved_too_long, {"24h"});
        return {};
    }
    Answer on(FenceDrawn const& e)
    {
        if (auto const fault = fault_of(e.row))
            return no(Reason::fence_fault, {e.row.name.in(false), std::string{*fault}});
        return e.row.carrier ? unit_there(*e.row.carrier) : Answer{};
    }
    Answer on(FenceRemoved const& e) { return there(world_.fences, e.fence, "fence"); }
    Answer on(FenceCrossed const& e)
    {
        if (auto const refusal = unit_there(e.unit)) return refusal;
        return there(world_.fences, e.fence, "fence");
    }
    Answer on(FenceOccupied const& e) { return there(world_.fences, e.fence, "fence"); }
    Answer on(SuspectSighted const& e) { return incident_open(e.incident); }
    Answer on(CordonSet const& e)
    {
        if (auto const refusal = incident_open(e.row.incident)) return refusal;
        if (e.row.posts.empty()) return no(Reason::no_cordon_posts, {number_text(world_, e.row.incident)});
        std::set<UnitId> at_posts;
        for (CordonPost const& post : e.row.posts) {
            auto const refusal = can_go(post.unit, e.row.incident, false);
            if (refusal && refusal->reason != Reason::unit_already_there) return refusal;
            if (!at_posts.insert(post.unit).second)
                return no(Reason::unit_already_there,
                          {call_sign(world_, post.unit), number_text(world_, e.row.incident)});
        }
        return {};
    }
    Answer on(CordonPostClosed const& e)
    {
        if (auto const refusal = there(world_.cordons, e.cordon, "cordon")) return refusal;
        auto const& posts = world_.cordons.find(e.cordon)->posts;
        if (e.post >= posts.size()) return no(Reason::no_such_thing, {"post", fmt::format("{}", e.post + 1)});
        if (posts[e.post].closed_at.has_value() == e.closed) return no(Reason::already_done);
        return {};
    }
    Answer on(CordonLifted const& e) { return there(world_.cordons, e.cordon, "cordon"); }
    Answer on(RoadClosed const& e)
    {
        if (e.row.speed_percent < 0 || e.row.speed_percent > 99) return no(Reason::no_closure_speed);
        if (e.row.until && *e.row.until <= world_.at) return no(Reason::expired);
        return {};
    }
    Answer on(RoadOpened const& e) { return there(world_.closures, e.closure, "closure"); }
    Answer on(StageDrillBegun const& e)
    {
        if (auto const refusal = free_id(world_.stage_drills, e.id)) return refusal;
        bool sound = !e.row.stages.empty() && e.row.radius_mm > 0;
        std::int64_t before = 0;
        for (DrillStage const& stage : e.row.stages) {
            bool const rises = stage.limit_s > before && stage.limit_s <= longest_stage_s;
            sound = sound && stage.wanted > 0 && rises && !stage.kept;
            before = stage.limit_s;
        }
        if (!sound) return no(Reason::no_drill_stages);
        return e.row.incident ? incident_there(*e.row.incident) : Answer{};
    }
    Answer on(StageArrived const& e)
    {
        if (auto const refusal = unit_there(e.unit)) return refusal;
        return drill_runs(e.drill);
    }
    Answer on(StageJudged const& e)
    {
        if (auto const refusal = drill_runs(e.drill)) return refusal;
        auto const& stages = world_.stage_drills.find(e.drill)->stages;
        if (e.stage >= stages.size()) return no(Reason::no_such_thing, {"stage", fmt::format("{}", e.stage + 1)});
        return stages[e.stage].kept ? no(Reason::already_done) : Answer{};
    }
    Answer on(StageDrillEnded const& e) { return drill_runs(e.drill); }
    Answer drill_runs(StageDrillId id)
    {
        if (auto const refusal = there(world_.stage_drills, id, "drill")) return refusal;
        return world_.stage_drills.find(id)->ended_at ? no(Reason::drill_over) : Answer{};
    }
    Answer on(RequestAnswered const& e)
    {
        return world_.requests.contains(e.request) ? Answer{} : no(Reason::already_done);
    }
    Answer on(ActUndone const& e) { return turn(e.undone, &SeatState::done, Reason::nothing_to_undo); }
    Answer on(ActRedone const& e) { return turn(e.redone, &SeatState::undone, Reason::nothing_to_redo); }
    Answer turn(ActId act, std::vector<Undoable> SeatState::*stack, Reason none)
    {
        auto const* seat = world_.seats.find(act.seat);
        if (seat == nullptr) return no(none);
        auto const& acts = seat->*stack;
        auto const found = std::find_if(acts.begin(), acts.end(), [&](auto const& one) { return one.act == act; });
        if (found == acts.end()) return no(none);
        auto const later = overtaken(world_, found->left);
        if (!later.empty()) return no(Reason::undo_overtaken, {later.front()});
        return {};
    }
    Answer on(auto const&) { return {}; }

    World const& world_;
    std::set<UnitId> new_units_;
    std::set<IncidentId> new_incidents_;
    std::set<std::pair<UnitId, IncidentId>> stacked_;
};

Answer version_stands(World const& world, Expected const& expected)
{
    if (expected.unit) {
        auto const* unit = world.units.find(*expected.unit);
        if (unit == nullptr || unit->changed_by != expected.changed_by)
            return no(Reason::changed_since, {call_sign(world, *expected.unit)});
    }
    if (expected.incident) {
        auto const* incident = world.incidents.find(*expected.incident);
        if (incident == nullptr || incident->changed_by != expected.changed_by)
            return no(Reason::changed_since, {number_text(world, *expected.incident)});
    }
    return {};
}

}  // namespace

std::optional<Refusal> may(World const& world, Act const& act)
{
    if (act.events.empty()) return no(Reason::empty_act);
    if (!std::all_of(act.events.begin(), act.events.end(), can_be_written) ||
        !in_calendar(act.happened_at.value_or(Instant{})))
        return no(Reason::ill_formed);
    auto const* seat = world.seats.find(act.id.seat);
    if (seat != nullptr && act.id.number <= seat->acts) return no(Reason::already_done);
    auto const* person = world.people.find(act.who);
    if (person != nullptr && person->role == "observer") return no(Reason::not_allowed, {person->badge});
    for (Expected const& expected : act.expected)
        if (auto refusal = version_stands(world, expected)) return refusal;
    Judge judge{world};
    for (Event const& event : act.events)
        if (auto refusal = judge.of(event)) return refusal;
    return {};
}

std::optional<Refusal> may(World const& world, Event const& event)
{
    return Judge{world}.of(event);
}

}  // namespace cresset
