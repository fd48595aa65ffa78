#include "core/world/advance.h"

#include "core/base/match.h"
#include "core/facts/sweep.h"
#include "core/world/images.h"
#include "core/world/posts.h"
#include "core/world/progress.h"

#include <algorithm>

namespace cresset {

namespace {

/// Applies one entry after the other; keeps the list of what changed.
class Advancer {
public:
    Advancer(World& world, Changes& changes) : world_{world}, changes_{changes} {}

    void apply(Entry const& entry)
    {
        entry_ = &entry;
        std::visit([this](auto const& event) { on(event); }, entry.event);
        world_.last = entry.seq;
        world_.at = std::max(world_.at, entry.at);
    }

private:
    Instant when() const { return entry_->happened_at; }

    Assignment* working(Incident& incident, UnitId unit)
    {
        return const_cast<Assignment*>(std::as_const(incident).working(unit));
    }

    Unit* touch(UnitId id)
    {
        changes_.emplace_back(id);
        return world_.units.find(id);
    }
    Incident* touch(IncidentId id)
    {
        changes_.emplace_back(id);
        return world_.incidents.find(id);
    }

    void ask(Request request)
    {
        RequestId const id{entry_->seq, next_request_++};
        request.asked_at = entry_->at;
        world_.requests.put(id, request);
        changes_.emplace_back(id);
    }

    template <typename Key>
    void issued(Key id)
    {
        auto& seat = world_.seats.at_or_new(SeatId{id.origin});
        seat.ids = std::max(seat.ids, id.number);
    }

    template <typename Table, typename Key, typename Row>
    void list(Table& table, Key id, Row const& row)
    {
        table.put(id, row);
        issued(id);
    }

    CordonPost* post_of(UnitId id)
    {
        auto const held = cresset::post_of(world_, id);
        if (!held) return nullptr;
        changes_.emplace_back(held->cordon);
        return &world_.cordons.find(held->cordon)->posts[held->post];
    }
    /// Its point of the ring is closed while it is there.
    void hold_post(UnitId id)
    {
        if (CordonPost* post = post_of(id); post != nullptr && !post->closed_at) post->closed_at = when();
    }
    void leave_post(UnitId id)
    {
        if (CordonPost* post = post_of(id)) post->closed_at.reset();
    }

    /// The unit leaves its incident: its work there ends.
    void clear(Unit& unit, UnitId id)
    {
        if (!unit.incident) return;
        leave_post(id);
        if (Incident* incident = touch(*unit.incident)) {
            if (Assignment* work = working(*incident, id)) {
                no_longer_unanswered(*work);
                work->cleared_at = when();
            }
            if (!anyone_working(*incident)) set_stamp(*incident, Stamp::available, when());
            refresh_state(*incident);
        }
        unit.incident.reset();
        unit.way.reset();
    }

    /// The unit answered or left: nobody has to ask after it any more. To be called before the work says so.
    void no_longer_unanswered(Assignment const& work)
    {
        Duration const limit{world_.codes.limits.acknowledge_s * 1000};
        if (work.acknowledged_at || entry_->at - work.sent_at < limit) return;
        end_alerts(
            [&](Alert const& alert) { return alert.kind == AlertKind::not_acknowledged && alert.unit == work.unit; });
    }
    void no_longer_held(Incident const& incident, IncidentId id)
    {
        if (incident.state != IncidentState::waiting) return;
        end_alerts([&](Alert const& alert) { return alert.kind == AlertKind::held_too_long && alert.incident == id; });
    }
    template <typename Over>
    void end_alerts(Over const& over)
    {
        for (auto& [id, alert] : world_.alerts)
            if (!alert.acknowledged_at && over(alert)) acknowledge(id, alert);
    }

    void set_status(Unit& unit, UnitId id, Status status)
    {
        unit.status = status;
        unit.status_since = when();
        unit.contacted_at.reset();
        unit.snoozed_until.reset();
        timers_quiet(id);
    }
    void timers_quiet(UnitId id)
    {
        end_alerts([&](Alert const& alert) {
            return alert.unit == id &&
                   (alert.kind == AlertKind::status_overdue || alert.kind == AlertKind::welfare_check);
        });
    }

    void on(ShiftOpened const& e)
    {
        world_.shift = e;
        changes_.emplace_back(Everything{});
    }
    void on(CodesAdopted const& e)
    {
        if (auto codes = read_codes(e.text)) world_.codes = *std::move(codes);
        changes_.emplace_back(Everything{});
    }
    void on(DrillAdopted const& e) { world_.drill = e.text; }
    void on(PersonListed const& e) { list(world_.people, e.id, e.row); }
    void on(DepartmentListed const& e) { list(world_.departments, e.id, e.row), changes_.emplace_back(Everything{}); }
    void on(StationListed const& e) { list(world_.stations, e.id, e.row), changes_.emplace_back(e.id); }
    void on(GridListed const& e) { list(world_.grids, e.id, e.row), changes_.emplace_back(e.id); }
    void on(CameraListed const& e) { list(world_.cameras, e.id, e.row), changes_.emplace_back(e.id); }
    void on(DroneListed const& e) { list(world_.drones, e.id, e.row), changes_.emplace_back(e.id); }
    void on(UnitListed const& e)
    {
        list(world_.units, e.id, e.row);
        world_.fixes.at_or_new(e.id);
        changes_.emplace_back(e.id);
    }

    void on(Sweep const& e)
    {
        auto row = world_.fixes.begin();
        auto const end = world_.fixes.end();
        walk_sweep(e.bytes, [&](UnitId unit, Fix const& fix) {
            while (row != end && row->first < unit) ++row;
            if (row != end && row->first == unit && row->second.at < fix.at) row->second = fix;
        });
        changes_.emplace_back(Positions{});
    }

    void on(UnitStatusSet const& e)
    {
        Unit* unit = touch(e.unit);
        if (unit == nullptr) return;
        set_status(*unit, e.unit, e.status);
        if (!is_committed(e.status)) return clear(*unit, e.unit);
        if (!unit->incident) return;
        Incident* incident = touch(*unit->incident);
        Assignment* work = incident != nullptr ? working(*incident, e.unit) : nullptr;
        if (work == nullptr) return;
        stamp_progress(*incident, *work, e.status);
        if (e.status == Status::on_scene)
            unit->way.reset(), hold_post(e.unit);
        else
            leave_post(e.unit);
        refresh_state(*incident);
    }

    void stamp_progress(Incident& incident, Assignment& work, Status status)
    {
        if (status == Status::dispatched) {
            work.en_route_at.reset();
            work.on_scene_at.reset();
            return;
        }
        no_longer_unanswered(work);
        set_stamp(incident, Stamp::acknowledged, when());
        if (!work.acknowledged_at) work.acknowledged_at = when();
        if (status == Status::en_route) {
            set_stamp(incident, Stamp::en_route, when());
            work.en_route_at = when();
            work.on_scene_at.reset();
        } else {
            set_stamp(incident, Stamp::on_scene, when());
            work.on_scene_at = when();
        }
    }

    void on(UnitCrewSet const& e)
    {
        if (Unit* unit = touch(e.unit)) unit->crew = e.crew;
    }
    void on(UnitSigned const& e)
    {
        Unit* unit = touch(e.unit);
        if (unit == nullptr) return;
        unit->signed_on = e.on;
        if (e.on) return;
        clear(*unit, e.unit);
        set_status(*unit, e.unit, Status::out_of_service);
    }
    void on(UnitContacted const& e)
    {
        Unit* unit = touch(e.unit);
        if (unit == nullptr) return;
        unit->contacted_at = when();
        unit->snoozed_until.reset();
        end_alerts([&](Alert const& alert) { return alert.unit == e.unit && alert.kind == AlertKind::welfare_check; });
    }
    void on(TimersSnoozed const& e)
    {
        Unit* unit = touch(e.unit);
        if (unit == nullptr) return;
        unit->snoozed_until = e.until;
        timers_quiet(e.unit);
    }
    void on(WayTaken const& e)
    {
        if (Unit* unit = touch(e.unit)) unit->way = e.way;
    }
    void on(DispatchAcknowledged const& e)
    {
        touch(e.unit);
        Incident* incident = touch(e.incident);
        Assignment* work = incident != nullptr ? working(*incident, e.unit) : nullptr;
        if (work == nullptr) return;
        no_longer_unanswered(*work);
        if (!work->acknowledged_at) work->acknowledged_at = when();
        set_stamp(*incident, Stamp::acknowledged, when());
    }
    void on(DistressRaised const& e)
    {
        Unit* unit = touch(e.unit);
        if (unit != nullptr && !unit->distress_since) unit->distress_since = when();
    }
    void on(DistressCancelled const& e)
    {
        if (Unit* unit = touch(e.unit)) unit->distress_since.reset();
        for (auto const& [id, alert] : world_.alerts)  // those that were answered stood until now
            if (alert.kind == AlertKind::distress && alert.unit == e.unit && alert.acknowledged_at)
                changes_.emplace_back(id);
        end_alerts([&](Alert const& alert) { return alert.kind == AlertKind::distress && alert.unit == e.unit; });
    }

    void on(IncidentReported const& e)
    {
        Incident incident;
        incident.number = e.number;
        incident.type = e.type;
        incident.priority = e.priority;
        incident.place = e.place;
        incident.address = e.address;
        incident.place_source = e.place_source;
        incident.caller = e.caller;
        incident.narrative = e.narrative;
        incident.external = e.external;
        set_stamp(incident, Stamp::ring, e.rung_at.value_or(when()));
        set_stamp(incident, Stamp::answered, e.answered_at.value_or(e.rung_at.value_or(when())));
        set_stamp(incident, Stamp::located, when());
        set_stamp(incident, Stamp::classified, when());
        find_grid(incident);
        list(world_.incidents, e.incident, incident);
        world_.next_incident_number = std::max(world_.next_incident_number, e.number + 1);
        changes_.emplace_back(e.incident);
    }
    void find_grid(Incident& incident)
    {
        incident.grid.reset();
        for (auto const& [id, grid] : world_.grids) {
            if (grid.ring.empty() || !ring_contains(grid.ring, incident.place)) continue;
            incident.grid = id;
            return;
        }
    }
    void on(IncidentClassified const& e)
    {
        Incident* incident = touch(e.incident);
        if (incident == nullptr) return;
        incident->type = e.type;
        incident->priority = e.priority;
        set_stamp(*incident, Stamp::classified, when());
    }
    void on(IncidentRelocated const& e)
    {
        Incident* incident = touch(e.incident);
        if (incident == nullptr) return;
        incident->former_places.push_back({incident->place, incident->address, when()});
        incident->place = e.place;
        incident->address = e.address;
        incident->place_source = e.place_source;
        find_grid(*incident);
    }
    void on(SuspectSighted const& e)
    {
        Incident* incident = touch(e.incident);
        if (incident == nullptr) return;
        auto& seen = incident->sightings;
        seen.insert(std::ranges::upper_bound(seen, e.seen.at, {}, &Sighting::at), e.seen);
    }
    void on(IncidentLinked const& e)
    {
        Incident* duplicate = touch(e.incident);
        Incident* original = touch(e.duplicate_of);
        if (duplicate == nullptr || original == nullptr) return;
        if (duplicate->duplicate_of && *duplicate->duplicate_of != e.duplicate_of)
            if (Incident* former = touch(*duplicate->duplicate_of)) std::erase(former->duplicates, e.incident);
        duplicate->duplicate_of = e.duplicate_of;
        if (std::find(original->duplicates.begin(), original->duplicates.end(), e.incident) ==
            original->duplicates.end())
            original->duplicates.push_back(e.incident);
    }
    void on(NoteAdded const& e)
    {
        list(world_.notes, e.note, Note{e.incident, when(), entry_->who, e.text});
        changes_.emplace_back(e.note);
        touch(e.incident);
    }
    void on(UnitsRecommended const& e)
    {
        if (Incident* incident = touch(e.incident)) set_stamp(*incident, Stamp::recommended, when());
    }

    void on(UnitsDispatched const& e)
    {
        Incident* incident = touch(e.incident);
        if (incident == nullptr) return;
        set_stamp(*incident, Stamp::notified, when());
        incident->stamps[static_cast<std::size_t>(Stamp::available)].reset();  // somebody is at work again
        no_longer_held(*incident, e.incident);
        for (auto const& sent : e.units) send(*incident, e.incident, sent);
        refresh_state(*incident);
    }
    void send(Incident& incident, IncidentId incident_id, SentUnit const& sent)
    {
        Unit* unit = touch(sent.unit);
        if (unit == nullptr) return;
        if (unit->incident != incident_id) clear(*unit, sent.unit);
        unit->incident = incident_id;
        std::erase(unit->stack, incident_id);
        unit->way.reset();
        set_status(*unit, sent.unit, Status::dispatched);
        if (working(incident, sent.unit) != nullptr) return notify(sent.unit, incident_id);
        Assignment work;
        work.unit = sent.unit;
        work.sent_at = when();
        work.eta_ms = sent.eta_ms;
        work.distance_mm = sent.distance_mm;
        incident.assignments.push_back(work);
        notify(sent.unit, incident_id);
    }
    void notify(UnitId unit, IncidentId incident)
    {
        Request request;
        request.kind = RequestKind::notify_unit;
        request.unit = unit;
        request.incident = incident;
        ask(request);
    }
    void on(DispatchExplained const& e)
    {
        Override row = e.row;
        row.at = when();
        row.who = entry_->who;
        touch(row.incident);
        list(world_.overrides, e.id, row);
    }
    void on(IncidentStacked const& e)
    {
        Unit* unit = touch(e.unit);
        Incident const* incident = touch(e.incident);
        if (unit == nullptr || incident == nullptr || !incident->open() || unit->incident == e.incident) return;
        if (std::find(unit->stack.begin(), unit->stack.end(), e.incident) == unit->stack.end())
            unit->stack.push_back(e.incident);
    }
    void on(IncidentUnstacked const& e)
    {
        touch(e.incident);
        if (Unit* unit = touch(e.unit)) std::erase(unit->stack, e.incident);
    }
    void on(NextOffered const& e) { touch(e.unit), touch(e.incident); }
    void on(NearerFreed const& e) { touch(e.incident); }
    void on(UnitReleased const& e)
    {
        Unit* unit = touch(e.unit);
        if (unit == nullptr || unit->incident != e.incident) return;
        clear(*unit, e.unit);
        set_status(*unit, e.unit, Status::available);
        recall(e.unit, e.incident);
    }
    void recall(UnitId unit, IncidentId incident)
    {
        Request request;
        request.kind = RequestKind::recall_unit;
        request.unit = unit;
        request.incident = incident;
        ask(request);
    }
    void on(IncidentControlled const& e)
    {
        Incident* incident = touch(e.incident);
        if (incident == nullptr || !incident->open()) return;
        incident->state = IncidentState::controlled;
        set_stamp(*incident, Stamp::controlled, when());
    }
    void on(IncidentClosed const& e)
    {
        Incident* incident = touch(e.incident);
        if (incident == nullptr) return;
        for (auto& work : incident->assignments) {
            if (work.cleared_at) continue;
            work.cleared_at = when();
            no_longer_unanswered(work);
            Unit* unit = touch(work.unit);
            if (unit == nullptr || unit->incident != e.incident) continue;
            unit->incident.reset();
            unit->way.reset();
            set_status(*unit, work.unit, Status::available);
            if (!work.on_scene_at) recall(work.unit, e.incident);
        }
        no_longer_held(*incident, e.incident);
        if (!incident->assignments.empty()) set_stamp(*incident, Stamp::available, when());
        set_stamp(*incident, Stamp::closed, when());
        incident->disposition = e.disposition;
        incident->state = IncidentState::closed;
        lift_cordons(e.incident);
    }
    void lift_cordons(IncidentId incident)
    {
        std::vector<CordonId> over;
        for (auto const& [id, cordon] : world_.cordons)
            if (cordon.incident == incident) over.push_back(id);
        for (CordonId const id : over) world_.cordons.erase(id), changes_.emplace_back(id);
    }
    void on(IncidentReopened const& e)
    {
        Incident* incident = touch(e.incident);
        if (incident == nullptr) return;
        incident->state = IncidentState::waiting;
        incident->disposition.reset();
        incident->stamps[static_cast<std::size_t>(Stamp::closed)].reset();
        refresh_state(*incident);
    }
    void on(IncidentStamped const& e)
    {
        Incident* incident = touch(e.incident);
        if (incident != nullptr) incident->stamps[static_cast<std::size_t>(e.stamp)] = e.at;
    }

    void on(HazardNoted const& e) { list(world_.hazards, e.id, e.row), changes_.emplace_back(e.id); }
    void on(HazardEnded const& e) { world_.hazards.erase(e.hazard), changes_.emplace_back(e.hazard); }
    void on(DroneMoved const& e)
    {
        changes_.emplace_back(e.drone);
        Drone* drone = world_.drones.find(e.drone);
        if (drone == nullptr) return;
        drone->place = e.place;
        drone->height_m = e.height_m;
        drone->heading_deg = e.heading_deg;
        drone->battery_percent = e.battery_percent;
    }
    void on(DroneTasked const& e)
    {
        changes_.emplace_back(e.drone);
        Drone* drone = world_.drones.find(e.drone);
        if (drone == nullptr) return;
        drone->incident = e.incident;
        drone->target = e.target;
    }
    void on(CameraStateSet const& e)
    {
        changes_.emplace_back(e.camera);
        if (Camera* camera = world_.cameras.find(e.camera)) camera->working = e.working;
    }

    void on(AlertRaised const& e)
    {
        Alert alert;
        alert.kind = e.what;
        alert.unit = e.unit;
        alert.incident = e.incident;
        alert.hazard = e.hazard;
        alert.fence = e.fence;
        alert.fence_event = e.fence_event;
        alert.priority = e.priority;
        alert.place = e.place;
        alert.raised_at = when();
        list(world_.alerts, e.alert, alert);
        changes_.emplace_back(e.alert);
        Request sound;
        sound.kind = RequestKind::sound_alarm;
        sound.alert = e.alert;
        ask(sound);
    }
    void acknowledge(AlertId id, Alert& alert)
    {
        changes_.emplace_back(id);
        alert.acknowledged_at = when();
        alert.acknowledged_by = entry_->who;
    }
    void on(AlertAcknowledged const& e)
    {
        if (Alert* alert = world_.alerts.find(e.alert)) acknowledge(e.alert, *alert);
    }
    void on(AlertShelved const& e)
    {
        changes_.emplace_back(e.alert);
        if (Alert* alert = world_.alerts.find(e.alert)) alert->shelved_until = e.until;
    }
    void on(FenceDrawn const& e)
    {
        Fence row = e.row;
        auto const* before = world_.fences.find(e.id);
        row.inside = before != nullptr ? before->inside : std::vector<FenceGuest>{};
        list(world_.fences, e.id, row);
        changes_.emplace_back(e.id);
    }
    void on(FenceRemoved const& e)
    {
        end_alerts([&](Alert const& alert) { return alert.fence == e.fence; });
        world_.fences.erase(e.fence);
        changes_.emplace_back(e.fence);
    }
    void on(FenceCrossed const& e)
    {
        changes_.emplace_back(e.fence);
        Fence* fence = world_.fences.find(e.fence);
        if (fence == nullptr || (e.what != FenceEvent::enter && e.what != FenceEvent::leave)) return;
        auto const found = std::ranges::lower_bound(fence->inside, e.unit, {}, &FenceGuest::unit);
        bool const known = found != fence->inside.end() && found->unit == e.unit;
        if (e.what == FenceEvent::leave && known) fence->inside.erase(found);
        if (e.what == FenceEvent::enter && !known) fence->inside.insert(found, {e.unit, e.at});
    }
    void on(FenceOccupied const& e)
    {
        changes_.emplace_back(e.fence);
        if (Fence* fence = world_.fences.find(e.fence)) fence->inside = e.inside;
    }

    void on(CordonSet const& e)
    {
        Cordon row = e.row;
        auto const* known = world_.cordons.find(e.id);
        std::vector<CordonPost> const before = known != nullptr ? known->posts : std::vector<CordonPost>{};
        changes_.emplace_back(e.id);
        std::vector<UnitId> sent;
        for (CordonPost& post : row.posts) {
            auto const same = std::ranges::find_if(before, [&](CordonPost const& former) {
                return former.unit == post.unit && former.place == post.place;
            });
            post.closed_at = same != before.end() ? same->closed_at : std::nullopt;
            if (same == before.end()) sent.push_back(post.unit);
        }
        list(world_.cordons, e.id, row);
        Incident* incident = touch(row.incident);
        if (incident == nullptr || sent.empty()) return;
        set_stamp(*incident, Stamp::notified, when());
        incident->stamps[static_cast<std::size_t>(Stamp::available)].reset();
        no_longer_held(*incident, row.incident);
        for (CordonPost const& post : row.posts)
            if (std::ranges::find(sent, post.unit) != sent.end())
                send(*incident, row.incident, {post.unit, post.eta_ms, std::nullopt});
        refresh_state(*incident);
    }
    void on(CordonPostClosed const& e)
    {
        changes_.emplace_back(e.cordon);
        Cordon* cordon = world_.cordons.find(e.cordon);
        if (cordon == nullptr || e.post >= cordon->posts.size()) return;
        auto& at = cordon->posts[e.post].closed_at;
        at = e.closed ? std::optional{at.value_or(when())} : std::nullopt;
    }
    void on(CordonLifted const& e) { world_.cordons.erase(e.cordon), changes_.emplace_back(e.cordon); }

    void on(RoadClosed const& e) { list(world_.closures, e.id, e.row), changes_.emplace_back(e.id); }
    void on(RoadOpened const& e) { world_.closures.erase(e.closure), changes_.emplace_back(e.closure); }

    void on(StageDrillBegun const& e)
    {
        list(world_.stage_drills, e.id, e.row);
        changes_.emplace_back(e.id);
    }
    void on(StageArrived const& e)
    {
        changes_.emplace_back(e.drill);
        StageDrill* drill = world_.stage_drills.find(e.drill);
        if (drill == nullptr ||
            std::ranges::find(drill->arrivals, e.unit, &StageArrival::unit) != drill->arrivals.end())
            return;
        drill->arrivals.insert(std::ranges::upper_bound(drill->arrivals, e.at, {}, &StageArrival::at), {e.unit, e.at});
    }
    void on(StageJudged const& e)
    {
        changes_.emplace_back(e.drill);
        StageDrill* drill = world_.stage_drills.find(e.drill);
        if (drill == nullptr || e.stage >= drill->stages.size()) return;
        drill->stages[e.stage].kept = e.kept;
        if (e.stage + 1 == drill->stages.size()) drill->ended_at = when();
    }
    void on(StageDrillEnded const& e)
    {
        changes_.emplace_back(e.drill);
        StageDrill* drill = world_.stage_drills.find(e.drill);
        if (drill != nullptr && !drill->ended_at) drill->ended_at = when();
    }

    void on(RequestAnswered const& e)
    {
        changes_.emplace_back(e.request);
        Request* request = world_.requests.find(e.request);
        if (request == nullptr) return;
        request->state = e.state;
        if (e.state == RequestState::delivered || e.state == RequestState::failed) world_.requests.erase(e.request);
    }
    void on(Logged const& e) { issued(e.text.id); }
    void on(FeedCounted const& e)
    {
        auto& sum = world_.feeds.at_or_new(e.feed);
        sum.feed = e.feed;
        sum.received += e.received, sum.accepted += e.accepted, sum.duplicate += e.duplicate, sum.late += e.late;
        sum.doubtful += e.doubtful, sum.malformed += e.malformed, sum.unauthorised += e.unauthorised;
        sum.unread += e.unread;
    }

    void on(ActUndone const& e) { turn(e.undone, e.images, &SeatState::done, &SeatState::undone); }
    void on(ActRedone const& e) { turn(e.redone, e.images, &SeatState::undone, &SeatState::done); }

    /// Moves the act from one stack of its seat to the other, with the rows as they stood until now.
    void turn(ActId act, Images const& images, std::vector<Undoable> SeatState::*from,
              std::vector<Undoable> SeatState::*to)
    {
        auto& seat = world_.seats.at_or_new(act.seat);
        auto& stack = seat.*from;
        auto const found = std::find_if(stack.begin(), stack.end(), [&](auto const& one) { return one.act == act; });
        if (found == stack.end()) return;
        Images until_now = images_now(world_, images);
        Changes const back = put_back(world_, images, found->left);
        changes_.insert(changes_.end(), back.begin(), back.end());
        for (auto const& image : until_now.units) tell_moved(image);
        Undoable record = std::move(*found);
        stack.erase(found);
        record.left = images_now(world_, until_now);
        record.images = std::move(until_now);
        (seat.*to).push_back(std::move(record));
    }
    /// A unit whose incident is another now has to be told.
    void tell_moved(Image<UnitId, Unit> const& before)
    {
        Unit const* now = world_.units.find(before.id);
        if (!before.row || now == nullptr || now->incident == before.row->incident) return;
        if (before.row->incident) recall(before.id, *before.row->incident);
        if (now->incident) notify(before.id, *now->incident);
    }

    World& world_;
    Changes& changes_;
    Entry const* entry_ = nullptr;
    std::uint16_t next_request_ = 0;
};

bool is_turn(Entry const& entry)
{
    return std::holds_alternative<ActUndone>(entry.event) || std::holds_alternative<ActRedone>(entry.event);
}

void note_texts(World& world, Event event)
{
    for_each_text(
        event,
        [](TextRef& ref, void* context) {
            auto& seat = static_cast<World*>(context)->seats.at_or_new(SeatId{ref.id.origin});
            seat.ids = std::max(seat.ids, ref.id.number);
        },
        &world);
}

bool may_hold_texts(Event const& event)
{
    return std::holds_alternative<IncidentReported>(event) || std::holds_alternative<NoteAdded>(event) ||
           std::holds_alternative<HazardNoted>(event) || std::holds_alternative<PersonListed>(event) ||
           std::holds_alternative<DispatchExplained>(event);
}

}  // namespace

Changes advance(World& world, std::span<Entry const> act)
{
    Changes changes;
    if (act.empty()) return changes;
    Entry const& first = act.front();
    bool const undoable = first.source == "operator" && !is_turn(first);
    Images before = undoable ? images_before(world, act) : Images{};
    Advancer advancer{world, changes};
    for (Entry const& entry : act) {
        advancer.apply(entry);
        if (may_hold_texts(entry.event)) note_texts(world, entry.event);
    }
    auto& seat = world.seats.at_or_new(first.act.seat);
    seat.acts = std::max(seat.acts, first.act.number);
    if (undoable && !before.empty()) {
        mark_changed(world, before, first.seq);
        seat.undone.clear();
        Images left = images_now(world, before);
        seat.done.push_back(
            {first.act, first.seq, std::string{kind_of(first.event)}, std::move(before), std::move(left)});
        if (seat.done.size() > SeatState::max_undo) seat.done.erase(seat.done.begin());
    }
    return changes;
}

}  // namespace cresset
