#pragma once
/// A command room for tests: a world with the shipped codes, a few units and streets that are straight lines. Acts go
/// the whole road (may, derive, advance); what was written is kept, so that every test can be replayed.

#include "core/facts/sweep.h"
#include "core/world/advance.h"
#include "core/world/derive.h"
#include "core/world/may.h"
#include "core/world/undo.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <fstream>
#include <map>
#include <sstream>

namespace cresset::testing {

inline Codes const& shipped_codes()
{
    static Codes const codes = [] {
        std::map<std::string, std::string> files;
        for (char const* name : {"status", "incidents", "priorities", "dispositions", "units", "limits", "timers"}) {
            std::ifstream in{std::string{SOURCE_DIR "/resources/codes/"} + name + ".json"};
            std::stringstream text;
            text << in.rdbuf();
            files[name] = text.str();
        }
        auto joined = join_codes(files);
        REQUIRE(joined);
        return *joined;
    }();
    return codes;
}

/// Straight on at 10 m/s.
class StraightStreets : public Streets {
public:
    bool leads_through(Way const& way, Place place) const override
    {
        return std::ranges::any_of(way.line, [&](Place one) { return one == place; });
    }
    std::optional<Way> way(Place from, Place to, Mode, Instant leaves_at, WayPurpose purpose,
                           Closures const& closed) const override
    {
        if (std::ranges::any_of(closed, [&](auto const& row) { return row.second.place == to; })) return {};
        Way way;
        way.purpose = purpose;
        way.leaves_at = leaves_at;
        way.line = {from, to};
        way.length_mm = distance_mm(from, to);
        way.at_ms = {0, static_cast<std::uint32_t>(way.length_mm / 10)};
        return way;
    }
};

struct Room {
    World world;
    StraightStreets streets;
    std::vector<Entries> journal;
    Instant now = instant(1'795'374'000'000);
    Place center{312'300'000, 1'214'700'000};
    SeatId desk{1}, other{2}, robot{9};
    PersonId officer{1, 1}, watcher{1, 2};
    std::vector<UnitId> units;

    explicit Room(int how_many = 4)
    {
        ShiftOpened opened;
        opened.name = "test";
        file(opened);
        file(CodesAdopted{to_json(shipped_codes())});
        PersonListed dispatcher;
        dispatcher.id = officer;
        dispatcher.row = {"0417", "dispatcher", {}};
        file(dispatcher);
        PersonListed observer;
        observer.id = watcher;
        observer.row = {"guest", "observer", {}};
        file(observer);
        for (int i = 0; i < how_many; ++i) add_unit(i);
        sweep();
    }

    Act begin(SeatId seat, std::string source) const
    {
        Act act;
        auto const* state = world.seats.find(seat);
        act.id = {seat, (state == nullptr ? 0 : state->acts) + 1};
        act.who = officer;
        act.source = std::move(source);
        return act;
    }
    std::optional<Refusal> submit(Act const& act)
    {
        if (auto refusal = may(world, act)) return refusal;
        apply(derive(world, &streets, act, now));
        return {};
    }
    void apply(Entries entries)
    {
        journal.push_back(std::move(entries));
        advance(world, journal.back());
    }
    std::optional<Refusal> act_from(SeatId seat, std::string source, std::vector<Event> events)
    {
        Act act = begin(seat, std::move(source));
        act.events = std::move(events);
        return submit(act);
    }

    /// By the dispatcher; the same and it must be possible; by the terminal of a unit or a feed.
    std::optional<Refusal> attempt(std::vector<Event> events) { return act_from(desk, "operator", std::move(events)); }
    std::optional<Refusal> attempt(Event event) { return attempt(std::vector<Event>{std::move(event)}); }
    void perform(std::vector<Event> events) { check(attempt(std::move(events))); }
    void perform(Event event) { check(attempt(std::move(event))); }
    void report(Event event) { check(act_from(robot, "feed:terminal", {std::move(event)})); }
    void file(Event event) { check(act_from(robot, "file:setup", {std::move(event)})); }
    static void check(std::optional<Refusal> const& refusal)
    {
        INFO((refusal ? explain(*refusal) : ""));
        REQUIRE(!refusal);
    }
    std::string why_not(Event event)
    {
        World const before = world;
        auto const refusal = attempt(std::move(event));
        REQUIRE(refusal);
        REQUIRE(world == before);
        return explain(*refusal);
    }

    std::optional<Refusal> undo(SeatId seat)
    {
        auto const* last = next_undo(world, seat);
        if (last == nullptr) return Refusal{Reason::nothing_to_undo, {}};
        return act_from(seat, "operator", {undo_event(*last)});
    }
    std::optional<Refusal> redo(SeatId seat)
    {
        auto const* last = next_redo(world, seat);
        if (last == nullptr) return Refusal{Reason::nothing_to_redo, {}};
        return act_from(seat, "operator", {redo_event(*last)});
    }

    void wait(std::int64_t seconds) { now += Duration{seconds * 1000}; }
    /// What came due by now, as the clock writes it.
    std::size_t clock()
    {
        auto events = due(world, now, robot);
        auto const count = events.size();
        if (count > 0) check(act_from(robot, "clock", std::move(events)));
        return count;
    }

    void add_unit(int i)
    {
        UnitListed listed;
        listed.id = {1, static_cast<std::uint32_t>(100 + i)};
        listed.row.call_sign = fmt::format("P{:02}", i + 1);
        listed.row.kind = "car";
        listed.row.status_since = now;
        units.push_back(listed.id);
        file(listed);
    }
    /// A fix for every unit, a hundred metres apart.
    void sweep()
    {
        std::vector<UnitFix> fixes;
        for (std::size_t i = 0; i < units.size(); ++i) {
            Fix fix;
            fix.place = moved(center, static_cast<std::int64_t>(i) * 100'000, 0);
            fix.at = now;
            fixes.push_back({units[i], fix});
        }
        report(Sweep{static_cast<std::uint32_t>(fixes.size()), "", pack_sweep(fixes)});
    }

    IncidentReported call(Place place, std::string type = "theft", int priority = 3) const
    {
        std::uint32_t taken = 0;
        IncidentReported reported;
        reported.incident = next_id<IncidentId>(world, desk, taken);
        reported.number = world.next_incident_number;
        reported.type = std::move(type);
        reported.priority = priority;
        reported.place = place;
        reported.address = {"12 Zhongshan Road", "中山路12号"};
        reported.place_source = "caller";
        return reported;
    }
    IncidentId take_call(Place place, int priority = 3)
    {
        auto const reported = call(place, "theft", priority);
        perform(reported);
        return reported.incident;
    }
    IncidentId take_call() { return take_call(moved(center, 0, 500'000)); }
    static UnitsDispatched sending(IncidentId incident, std::vector<UnitId> const& sent)
    {
        UnitsDispatched event;
        event.incident = incident;
        for (UnitId const unit : sent) event.units.push_back({unit, 60'000, 500'000});
        return event;
    }
    void send(IncidentId incident, std::vector<UnitId> const& sent) { perform(sending(incident, sent)); }
    void status(UnitId unit_id, Status next) { report(UnitStatusSet{unit_id, next, {}}); }

    Unit const& unit(std::size_t i) const { return *world.units.find(units[i]); }
    Incident const& incident(IncidentId id) const
    {
        REQUIRE(world.incidents.contains(id));
        return *world.incidents.find(id);
    }
    std::size_t requests(RequestKind kind) const
    {
        std::size_t count = 0;
        for (auto const& [id, request] : world.requests) count += request.kind == kind ? 1 : 0;
        return count;
    }
    std::size_t open_alerts(AlertKind kind) const
    {
        std::size_t count = 0;
        for (auto const& [id, alert] : world.alerts) count += alert.kind == kind && !alert.acknowledged_at ? 1 : 0;
        return count;
    }
    World replayed() const
    {
        World again;
        for (auto const& act : journal) advance(again, act);
        return again;
    }
};

/// What must hold in every world that people made: units and incidents agree about who works where.
inline void check_sound(World const& world)
{
    for (auto const& [id, unit] : world.units) {
        INFO(unit.call_sign);
        REQUIRE(is_committed(unit.status) == unit.incident.has_value());
        // What waits for it waits once, is open, and is not what it works on; nothing waits for who is gone.
        for (std::size_t i = 0; i < unit.stack.size(); ++i) {
            auto const* waits = world.incidents.find(unit.stack[i]);
            REQUIRE(waits != nullptr);
            REQUIRE(waits->open());
            REQUIRE(unit.stack[i] != unit.incident);
            REQUIRE(std::count(unit.stack.begin(), unit.stack.end(), unit.stack[i]) == 1);
        }
        if (!unit.incident) continue;
        auto const* incident = world.incidents.find(*unit.incident);
        REQUIRE(incident != nullptr);
        REQUIRE(incident->open());
        auto const* work = incident->working(id);
        REQUIRE(work != nullptr);
        REQUIRE(work->on_scene_at.has_value() == (unit.status == Status::on_scene));
        if (unit.status == Status::dispatched) REQUIRE(!work->en_route_at);
        if (unit.status == Status::en_route) REQUIRE(work->en_route_at);
    }
    for (auto const& [id, incident] : world.incidents) {
        INFO("#" << incident.number);
        IncidentState stage = IncidentState::waiting;
        for (auto const& work : incident.assignments) {
            if (work.cleared_at) continue;
            auto const* unit = world.units.find(work.unit);
            REQUIRE(unit != nullptr);
            REQUIRE(unit->incident == id);
            stage = std::max(stage, work.on_scene_at   ? IncidentState::on_scene
                                    : work.en_route_at ? IncidentState::en_route
                                                       : IncidentState::dispatched);
        }
        if (incident.state < IncidentState::controlled) REQUIRE(incident.state == stage);
        if (!incident.open()) REQUIRE(incident.disposition);
        for (auto const duplicate : incident.duplicates) {
            auto const* row = world.incidents.find(duplicate);
            if (row != nullptr) REQUIRE(row->duplicate_of == id);
        }
    }
}

}  // namespace cresset::testing
