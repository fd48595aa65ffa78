#include "core/world/derive.h"

#include "core/base/match.h"
#include "core/facts/sweep_walk.h"
#include "core/rules/fence_hours.h"
#include "core/rules/unit_timers.h"
#include "core/world/advance.h"
#include "core/world/may.h"
#include "core/world/posts.h"

#include <algorithm>

namespace cresset {

namespace {

bool has_alert(World const& world, AlertKind kind, auto const& matches)
{
    return std::any_of(world.alerts.begin(), world.alerts.end(),
                       [&](auto const& row) { return row.second.kind == kind && matches(row.second); });
}

class Deriver {
public:
    Deriver(World const& world, Streets const* streets, Act const& act, Instant now, std::span<Event const> seen)
        : world_{world},
          streets_{streets},
          act_{act},
          at_{std::max(now, world.at)},
          seen_{seen},
          closures_{world.closures}
    {
        for (Event const& event : act.events) reserve_ids(event);
    }

    Entries run()
    {
        for (Event const& event : act_.events) add(event, act_.source, {});
        own_ = entries_.size();
        for (std::size_t i = 0; i < own_; ++i) {
            cause_ = entries_[i].seq;
            Event const event = entries_[i].event;  // entries_ grows meanwhile
            std::visit([this](auto const& e) { follow(e); }, event);
        }
        return std::move(entries_);
    }

private:
    /// Ids that the act's own events carry must not be issued again for what follows from it.
    void reserve_ids(Event const& event)
    {
        std::visit(Match{
                       [&](IncidentReported const& e) { use(e.incident), use_text(e.caller), use_text(e.narrative); },
                       [&](NoteAdded const& e) { use(e.note), use(e.text.id); },
                       [&](HazardNoted const& e) { use(e.id), use(e.row.text.id); },
                       [&](AlertRaised const& e) { use(e.alert); },
                       [&](UnitListed const& e) { use(e.id); },
                       [&](FenceDrawn const& e) { use(e.id); },
                       [&](CordonSet const& e) { use(e.id); },
                       [&](RoadClosed const& e) { use(e.id); },
                       [&](StageDrillBegun const& e) { use(e.id); },
                       [&](DispatchExplained const& e) { use(e.id), use_text(e.row.text); },
                       [&](Logged const& e) { use(e.text.id); },
                       [](auto const&) {},
                   },
                   event);
    }
    template <typename Key>
    void use(Key id)
    {
        auto const* state = world_.seats.find(act_.id.seat);
        std::uint32_t const before = state == nullptr ? 0 : state->ids;
        if (id.origin == act_.id.seat.value && id.number > before) taken_ = std::max(taken_, id.number - before);
    }
    void use_text(std::optional<TextRef> const& ref)
    {
        if (ref) use(ref->id);
    }

    void add(Event event, std::string const& source, std::optional<Seq> cause)
    {
        Entry entry;
        entry.seq = Seq{world_.last.value + entries_.size() + 1};
        entry.at = at_;
        entry.happened_at = std::min(happened_at(event), at_);
        entry.act = act_.id;
        entry.part = static_cast<std::uint16_t>(entries_.size());
        entry.who = act_.who;
        entry.cause = cause;
        entry.source = source;
        entry.event = std::move(event);
        entries_.push_back(std::move(entry));
    }
    Instant happened_at(Event const& event) const
    {
        if (auto const* crossed = std::get_if<FenceCrossed>(&event)) return crossed->at;
        if (auto const* arrived = std::get_if<StageArrived>(&event)) return arrived->at;
        return act_.happened_at.value_or(at_);
    }
    void add_derived(Event event) { add(std::move(event), "derived", cause_); }

    void send_along_streets(UnitId id, Place to)
    {
        auto const* unit = world_.units.find(id);
        auto const* fix = world_.fix(id);
        if (streets_ == nullptr || unit == nullptr || fix == nullptr) return;
        if (auto way = streets_->way(fix->place, to, unit->mode, at_, WayPurpose::respond, closures_))
            add_derived(WayTaken{id, std::move(way)});
    }

    Place place_of(IncidentId id)
    {
        for (Event const& event : act_.events)
            if (auto const* reported = std::get_if<IncidentReported>(&event); reported && reported->incident == id)
                return reported->place;
        auto const* incident = world_.incidents.find(id);
        return incident == nullptr ? Place{} : incident->place;
    }

    void warn_of_hazards(IncidentId id, Place place)
    {
        for (auto const& [hazard_id, hazard] : world_.hazards) warn_if_near(id, place, hazard_id, hazard);
    }
    void warn_if_near(IncidentId id, Place place, HazardId hazard_id, Hazard const& hazard)
    {
        if (!reaches(hazard, place, world_.codes.limits)) return;
        auto const same = [&](Alert const& alert) { return alert.incident == id && alert.hazard == hazard_id; };
        if (has_alert(world_, AlertKind::hazard_near, same)) return;
        AlertRaised alert;
        alert.alert = next_id<AlertId>(world_, act_.id.seat, taken_);
        alert.what = AlertKind::hazard_near;
        alert.incident = id;
        alert.hazard = hazard_id;
        alert.place = hazard.place;
        add_derived(alert);
    }

    /// What the fences saw, and what follows from that.
    void follow(Sweep const& e)
    {
        Seq const sweep = cause_;
        for (Event const& event : std::exchange(seen_, {})) {
            cause_ = sweep;
            add_derived(event);
            cause_ = entries_.back().seq;
            if (auto const* crossed = std::get_if<FenceCrossed>(&event)) follow(*crossed);
        }
        cause_ = sweep;
        for (auto const& [id, drill] : world_.stage_drills)
            if (!drill.ended_at)
                walk_sweep(e.bytes, [&, drill_id = id, &row = drill](UnitId unit, Fix const& fix) {
                    arrive(drill_id, row, unit, fix);
                });
    }
    void arrive(StageDrillId id, StageDrill const& drill, UnitId unit, Fix const& fix)
    {
        bool const known = std::ranges::find(drill.arrivals, unit, &StageArrival::unit) != drill.arrivals.end();
        if (known || !world_.units.contains(unit) || distance_mm(fix.place, drill.place) > drill.radius_mm) return;
        add_derived(StageArrived{id, unit, std::max(fix.at, drill.began_at)});
    }
    /// Who is there when it begins has arrived.
    void follow(StageDrillBegun const& e)
    {
        for (auto const& [unit, row] : world_.units)
            if (auto const* fix = world_.fix(unit); fix != nullptr && row.signed_on) arrive(e.id, e.row, unit, *fix);
    }
    void follow(FenceCrossed const& e)
    {
        auto const* fence = world_.fences.find(e.fence);
        if (fence == nullptr || !fence->then.alert || !is_asked_for(fence->watch, e)) return;
        if (!is_watched(fence->hours, e.at, world_.shift.time_zone)) return;
        auto const stands = [&](Alert const& other) {
            return other.fence == e.fence && other.unit == e.unit && other.fence_event == e.what &&
                   !other.acknowledged_at;
        };
        if (has_alert(world_, AlertKind::fence_crossed, stands)) return;
        AlertRaised alert;
        alert.alert = next_id<AlertId>(world_, act_.id.seat, taken_);
        alert.what = AlertKind::fence_crossed;
        alert.unit = e.unit;
        alert.fence = e.fence;
        alert.fence_event = e.what;
        alert.priority = fence->then.priority;
        if (auto const* fix = world_.fix(e.unit)) alert.place = fix->place;
        add_derived(alert);
    }
    static bool is_asked_for(FenceWatch const& watch, FenceCrossed const& e)
    {
        if (e.what == FenceEvent::enter) return watch.enter;
        if (e.what == FenceEvent::leave) return watch.leave;
        if (e.what != FenceEvent::cross) return true;
        bool const to_left = e.to_left.value_or(false);
        return watch.cross && (watch.way == CrossingWay::both || (watch.way == CrossingWay::to_left) == to_left);
    }
    /// Each unit to its post, unless it is on its way there or stands there.
    void follow(CordonSet const& e)
    {
        auto const* before = world_.cordons.find(e.id);
        for (CordonPost const& post : e.row.posts) {
            auto const same = [&](CordonPost const& former) {
                return former.unit == post.unit && former.place == post.place;
            };
            if (before == nullptr || std::ranges::none_of(before->posts, same))
                send_along_streets(post.unit, post.place);
        }
    }
    /// Whoever is on the way through there goes round.
    void follow(RoadClosed const& e)
    {
        closures_.put(e.id, e.row);
        if (streets_ == nullptr) return;
        for (auto const& [id, unit] : world_.units) {
            if (!unit.way || unit.way->arrives_at() <= at_ || !streets_->leads_through(*unit.way, e.row.place))
                continue;
            auto const* fix = world_.fix(id);
            Place const to = unit.way->line.empty() ? Place{} : unit.way->line.back();
            if (fix == nullptr || unit.way->line.empty()) continue;
            if (auto way = streets_->way(fix->place, to, unit.mode, at_, unit.way->purpose, closures_))
                add_derived(WayTaken{id, std::move(way)});
        }
    }
    /// Whoever is under way may be there sooner now.
    void follow(RoadOpened const& e)
    {
        closures_.erase(e.closure);
        for (auto const& [id, unit] : world_.units)
            if (unit.way && unit.way->purpose == WayPurpose::respond && unit.way->arrives_at() > at_)
                if (auto const to = destination_of(world_, id)) send_along_streets(id, *to);
    }
    void follow(UnitsDispatched const& e)
    {
        for (auto const& sent : e.units) send_along_streets(sent.unit, place_of(e.incident));
    }
    void follow(IncidentReported const& e) { warn_of_hazards(e.incident, e.place); }
    void follow(IncidentRelocated const& e)
    {
        warn_of_hazards(e.incident, e.place);
        auto const* incident = world_.incidents.find(e.incident);
        if (incident == nullptr) return;
        for (auto const& work : incident->assignments)
            if (!work.cleared_at && !work.on_scene_at && !post_of(world_, work.unit))
                send_along_streets(work.unit, e.place);
    }
    void follow(HazardNoted const& e)
    {
        for (auto const& [id, incident] : world_.incidents)
            if (incident.open()) warn_if_near(id, incident.place, e.id, e.row);
    }
    void follow(DistressRaised const& e)
    {
        AlertRaised alert;
        alert.alert = next_id<AlertId>(world_, act_.id.seat, taken_);
        alert.what = AlertKind::distress;
        alert.unit = e.unit;
        if (auto const* unit = world_.units.find(e.unit)) alert.incident = unit->incident;
        if (auto const* fix = world_.fix(e.unit)) alert.place = fix->place;
        add_derived(alert);
    }
    void follow(UnitStatusSet const& e)
    {
        if (e.status == Status::available) offer_next(e.unit, {});
        if (e.status == Status::out_of_service) drop_stack(e.unit);
    }
    void follow(UnitSigned const& e)
    {
        if (!e.on) drop_stack(e.unit);
    }
    void follow(UnitReleased const& e) { offer_next(e.unit, {}); }
    void follow(IncidentClosed const& e)
    {
        for (auto const& [id, unit] : world_.units)
            if (std::find(unit.stack.begin(), unit.stack.end(), e.incident) != unit.stack.end())
                add_derived(IncidentUnstacked{id, e.incident, StackEnd::closed});
        auto const* incident = world_.incidents.find(e.incident);
        if (incident == nullptr) return;
        for (auto const& work : incident->assignments)
            if (!work.cleared_at) offer_next(work.unit, e.incident);
    }
    /// Nothing waits for who is gone.
    void drop_stack(UnitId id)
    {
        auto const* unit = world_.units.find(id);
        if (unit == nullptr) return;
        for (IncidentId const incident : unit->stack)
            add_derived(IncidentUnstacked{id, incident, StackEnd::out_of_service});
    }
    /// Who became free is told what waits for it, but for what ends in the same act.
    void offer_next(UnitId id, std::optional<IncidentId> ends)
    {
        auto const* unit = world_.units.find(id);
        if (unit == nullptr) return;
        for (IncidentId const incident : unit->stack)
            if (incident != ends) return add_derived(NextOffered{id, incident});
    }
    void follow(ActUndone const& e) { send_again(e.images); }
    void follow(ActRedone const& e) { send_again(e.images); }
    /// Whoever is under way once the act is turned takes a way from where it is now.
    void send_again(Images const& images)
    {
        World after = world_;
        cresset::advance(after, std::span{entries_.data(), own_});
        for (auto const& image : images.units) {
            auto const* unit = after.units.find(image.id);
            if (unit == nullptr || !unit->incident || unit->way) continue;
            if (unit->status != Status::dispatched && unit->status != Status::en_route) continue;
            if (auto const to = destination_of(after, image.id)) send_along_streets(image.id, *to);
        }
    }
    void follow(auto const&) {}

    World const& world_;
    Streets const* streets_;
    Act const& act_;
    Instant at_;
    std::span<Event const> seen_;
    Closures closures_;  // as the act leaves them
    Entries entries_;
    std::size_t own_ = 0;  // the act's own; what follows stands behind them
    Seq cause_;
    std::uint32_t taken_ = 0;
};

void expire_hazards(World const& world, Instant now, std::vector<Event>& events)
{
    for (auto const& [id, hazard] : world.hazards)
        if (hazard.expires_at && *hazard.expires_at <= now) events.emplace_back(HazardEnded{id});
}

void open_roads(World const& world, Instant now, std::vector<Event>& events)
{
    for (auto const& [id, closure] : world.closures)
        if (closure.until && *closure.until <= now) events.emplace_back(RoadOpened{id});
}

/// So long it is waited for a fix that says that somebody was there in time.
constexpr Duration fixes_late{3000};

void judge_stages(World const& world, Instant now, std::vector<Event>& events)
{
    for (auto const& [id, drill] : world.stage_drills) {
        if (drill.ended_at) continue;
        for (std::uint32_t i = 0; i < drill.stages.size(); ++i) {
            DrillStage const& stage = drill.stages[i];
            auto const limit_s = std::clamp<std::int64_t>(stage.limit_s, 0, longest_stage_s);
            Instant const over = drill.began_at + Duration{limit_s * 1000};
            if (stage.kept || now < over + fixes_late) continue;
            auto const arrived = static_cast<std::uint32_t>(
                std::ranges::count_if(drill.arrivals, [&](StageArrival const& one) { return one.at <= over; }));
            events.emplace_back(StageJudged{id, i, arrived, arrived >= stage.wanted});
        }
    }
}

/// What came due by the clock, each alarm once.
class DueAlarms {
public:
    DueAlarms(World const& world, Instant now, SeatId seat, std::vector<Event>& events)
        : world_{world}, now_{now}, seat_{seat}, events_{events}
    {
    }

    void of(IncidentId id, Incident const& incident);
    void of(UnitId id, Unit const& unit);

private:
    /// Unless it was raised after that already.
    void raise(AlertRaised alert, Instant since)
    {
        auto const same = [&](Alert const& other) {
            return other.incident == alert.incident && other.unit == alert.unit && other.raised_at > since;
        };
        if (has_alert(world_, alert.what, same)) return;
        alert.alert = next_id<AlertId>(world_, seat_, taken_);
        events_.emplace_back(std::move(alert));
    }
    /// Unless it stands still, or was raised then or later.
    void raise_of_unit(AlertKind what, UnitId id, Unit const& unit, Instant due)
    {
        auto const same = [&](Alert const& other) {
            return other.unit == id && (!other.acknowledged_at || other.raised_at >= due);
        };
        if (has_alert(world_, what, same)) return;
        AlertRaised alert;
        alert.alert = next_id<AlertId>(world_, seat_, taken_);
        alert.what = what;
        alert.unit = id;
        alert.incident = unit.incident;
        if (auto const* fix = world_.fix(id)) alert.place = fix->place;
        events_.emplace_back(std::move(alert));
    }

    World const& world_;
    Instant now_;
    SeatId seat_;
    std::vector<Event>& events_;
    std::uint32_t taken_ = 0;
};

/// From when on nobody is there nor on the way.
Instant waits_since(Incident const& incident, Instant answered)
{
    Instant since = answered;
    for (auto const& work : incident.assignments) since = std::max(since, work.cleared_at.value_or(answered));
    return since;
}

void DueAlarms::of(IncidentId id, Incident const& incident)
{
    AlertRaised alert;
    alert.incident = id;
    alert.place = incident.place;
    Duration const acknowledge{world_.codes.limits.acknowledge_s * 1000};
    for (auto const& work : incident.assignments) {
        if (work.cleared_at || work.acknowledged_at || work.en_route_at || now_ - work.sent_at <= acknowledge) continue;
        alert.what = AlertKind::not_acknowledged;
        alert.unit = work.unit;
        raise(alert, work.sent_at);
    }
    auto const* priority = world_.codes.priority(incident.priority);
    auto const answered = incident.stamp(Stamp::answered);
    bool const waiting =
        incident.state == IncidentState::waiting && !incident.stamp(Stamp::on_scene) && !incident.duplicate_of;
    if (!waiting || priority == nullptr || !answered || priority->hold_s <= 0) return;
    if (now_ - *answered <= Duration{priority->hold_s * 1000}) return;
    alert.what = AlertKind::held_too_long;
    alert.unit.reset();
    raise(alert, waits_since(incident, *answered));
}

/// A room without a table of timers has none: the time in status is shown there and raises nothing.
void DueAlarms::of(UnitId id, Unit const& unit)
{
    if (!world_.codes.timers) return;
    auto const* incident = unit.incident ? world_.incidents.find(*unit.incident) : nullptr;
    auto const timers = unit_timers(world_.codes, unit, incident != nullptr ? incident->type : std::string{});
    if (timers.in_status && timers.in_status->stage(now_) == TimerStage::over)
        raise_of_unit(AlertKind::status_overdue, id, unit, timers.in_status->due_at);
    if (timers.welfare && timers.welfare->stage(now_) == TimerStage::over)
        raise_of_unit(AlertKind::welfare_check, id, unit, last_missed(*timers.welfare, now_));
}

}  // namespace

Entries derive(World const& world, Streets const* streets, Act const& act, Instant now, std::span<Event const> seen)
{
    return Deriver{world, streets, act, now, seen}.run();
}

std::vector<Event> due(World const& world, Instant now, SeatId seat)
{
    std::vector<Event> events;
    expire_hazards(world, now, events);
    open_roads(world, now, events);
    judge_stages(world, now, events);
    DueAlarms alarms{world, now, seat, events};
    for (auto const& [id, incident] : world.incidents)
        if (incident.open()) alarms.of(id, incident);
    for (auto const& [id, unit] : world.units) alarms.of(id, unit);
    return events;
}

}  // namespace cresset
