#include "core/exercise/fleet.h"
#include "core/exercise/tick.h"
#include "core/world/posts.h"

#include <algorithm>

namespace cresset {

namespace {

/// One crew's next step, from what the world knows of it.
class Crew {
public:
    Crew(Tick& tick, UnitId id, Unit const& unit) : tick_{tick}, id_{id}, unit_{unit} {}

    void act()
    {
        if (!unit_.signed_on || tick_.world.fix(id_) == nullptr) return;
        switch (unit_.status) {
            case Status::dispatched: return turn_out();
            case Status::en_route: return drive();
            case Status::on_scene: return work();
            case Status::available: return patrol();
            case Status::busy: return end_own_stop();
            case Status::on_break:
            case Status::out_of_service: return stand();
        }
    }

private:
    Assignment const* assignment() const
    {
        auto const* incident = unit_.incident ? tick_.world.incidents.find(*unit_.incident) : nullptr;
        return incident == nullptr ? nullptr : incident->working(id_);
    }
    std::uint64_t key() const { return id_.packed(); }
    Place here() const { return tick_.world.fix(id_)->place; }

    bool set(Status status)
    {
        bool const done = tick_.add(UnitStatusSet{id_, status, {}});
        if (done) tick_.moved.insert(id_);
        return done;
    }
    void take_way(Place to, WayPurpose purpose)
    {
        if (auto way = tick_.guide.way(here(), to, unit_.mode, tick_.at, purpose, tick_.world.closures)) {
            tick_.add(WayTaken{id_, std::move(way)});
            tick_.moved.insert(id_);
        }
    }
    bool told(IncidentId incident) const
    {
        return std::none_of(tick_.world.requests.begin(), tick_.world.requests.end(), [&](auto const& row) {
            return row.second.kind == RequestKind::notify_unit && row.second.unit == id_ &&
                   row.second.incident == incident;
        });
    }

    void turn_out()
    {
        auto const* work = assignment();
        if (work == nullptr || !told(*unit_.incident)) return;
        auto const sent = static_cast<std::uint64_t>(ms(work->sent_at));
        auto const& crews = tick_.drill.crews;
        Duration const since = tick_.at - work->sent_at;
        bool const deaf =
            tick_.dice_below(100, Stream::deaf, key(), sent) < static_cast<std::uint64_t>(crews.deaf_percent);
        if (deaf && since < Duration{180'000}) return;  // the dispatcher has to call again; then they hear
        if (!work->acknowledged_at) {
            if (since >= tick_.throw_length(crews.acknowledge_s, Stream::acknowledge, key(), sent) &&
                tick_.add(DispatchAcknowledged{id_, *unit_.incident}))
                tick_.moved.insert(id_);
            return;
        }
        if (since < tick_.throw_length(crews.turnout_s, Stream::turnout, key(), sent)) return;
        if (set(Status::en_route)) take_way(*destination_of(tick_.world, id_), WayPurpose::respond);
    }

    void drive()
    {
        auto const to = destination_of(tick_.world, id_);
        if (!to) return;
        bool const there = distance_mm(here(), *to) < 60'000;
        if (unit_.way ? unit_.way->purpose == WayPurpose::respond && unit_.way->arrives_at() <= tick_.at : there) {
            set(Status::on_scene);
            return;
        }
        if (!unit_.way || unit_.way->purpose != WayPurpose::respond) take_way(*to, WayPurpose::respond);
    }

    void work()
    {
        auto const* work = assignment();
        if (work == nullptr || !work->on_scene_at) return;
        if (post_of(tick_.world, id_)) return;  // until the cordon is lifted
        auto const* incident = tick_.world.incidents.find(*unit_.incident);
        auto const* row = tick_.drill.call(incident->type);
        SecondsRange const range = row == nullptr ? SecondsRange{300, 1200} : row->scene_s;
        auto const arrived = static_cast<std::uint64_t>(ms(*work->on_scene_at));
        Duration const needed = tick_.throw_length(range, Stream::scene, key(), arrived);
        Duration const since = tick_.at - *work->on_scene_at;
        if (since >= needed) {
            set(Status::available);
            return;
        }
        bool const first = incident->assignments.front().unit == id_;
        if (first && since >= needed / 2 && incident->state == IncidentState::on_scene &&
            tick_.handled.insert(*unit_.incident).second)
            tick_.add(IncidentControlled{*unit_.incident});
    }

    void patrol()
    {
        if (begin_own_stop()) return;
        if (unit_.way && unit_.way->purpose == WayPurpose::patrol && unit_.way->arrives_at() > tick_.at) return;
        Instant const since = unit_.way ? unit_.way->arrives_at() : unit_.status_since;
        auto const leg = static_cast<std::uint64_t>(ms(since));
        if (tick_.at - since < tick_.throw_length(tick_.drill.crews.pause_s, Stream::patrol_pause, key(), leg)) return;
        if (auto const to = tick_.guide.place_on_road(tick_.dice(Stream::patrol_place, key(), leg), beat(),
                                                      tick_.drill.crews.patrol_radius_m))
            take_way(*to, WayPurpose::patrol);
    }
    /// The middle of its beat: its grid's, else its station.
    Place beat() const
    {
        if (auto const* grid = unit_.grid ? tick_.world.grids.find(*unit_.grid) : nullptr;
            grid && !grid->ring.empty()) {
            Bounds bounds;
            for (Place const corner : grid->ring) bounds.add(corner);
            return bounds.middle();
        }
        if (auto const* station = unit_.station ? tick_.world.stations.find(*unit_.station) : nullptr)
            return station->place;
        return here();
    }

    bool begin_own_stop()
    {
        auto const chances = static_cast<std::uint64_t>(86'400'000 / tick_.drill.tick_ms);
        bool const now = tick_.dice_below(chances, Stream::own_stop, key(), tick_.number) <
                         static_cast<std::uint64_t>(tick_.drill.crews.stops_a_day);
        if (!now || !set(Status::busy)) return false;
        tick_.add(WayTaken{id_, {}});
        return true;
    }
    void end_own_stop()
    {
        auto const since = static_cast<std::uint64_t>(ms(unit_.status_since));
        Duration const length = tick_.throw_length(tick_.drill.crews.stop_s, Stream::own_stop_length, key(), since);
        if (tick_.at - unit_.status_since >= length) set(Status::available);
        stand();
    }
    void stand()
    {
        if (unit_.way && tick_.add(WayTaken{id_, {}})) tick_.moved.insert(id_);
    }

    Tick& tick_;
    UnitId id_;
    Unit const& unit_;
};

/// The simulated radio: what was asked for arrives after a moment.
void deliver(Tick& tick)
{
    for (auto const& [id, request] : tick.world.requests) {
        auto const key = id.asked_by.value * 64 + id.part;
        Duration const needed =
            request.kind == RequestKind::sound_alarm ? Duration{0} : tick.throw_length({1, 3}, Stream::deliver, key);
        if (tick.at - request.asked_at >= needed) tick.add(RequestAnswered{id, RequestState::delivered});
    }
}

}  // namespace

void crews_act(Tick& tick)
{
    deliver(tick);
    for (auto const& [id, unit] : tick.world.units)
        if (id.origin == simulated_origin) Crew{tick, id, unit}.act();
}

}  // namespace cresset
