#include "tests/core/world/room.h"

#include <functional>

using namespace cresset;
using cresset::testing::check_sound;
using cresset::testing::Room;

namespace {

/// The rows that an undo gives back; ways apart, because whoever drives takes a new one from where it is.
struct Rows {
    Table<UnitId, Unit> units;
    Table<IncidentId, Incident> incidents;
    Table<HazardId, Hazard> hazards;
    Table<DroneId, Drone> drones;
    Table<AlertId, Alert> alerts;
    bool operator==(Rows const&) const = default;
};

Rows rows_of(World const& world)
{
    Rows rows{world.units, world.incidents, world.hazards, world.drones, world.alerts};
    for (auto& [id, unit] : rows.units) unit.way.reset();
    return rows;
}

}  // namespace

TEST_CASE("There is nothing to undo nor to redo before somebody did something")
{
    Room room;
    CHECK(room.undo(room.desk)->reason == Reason::nothing_to_undo);
    CHECK(room.redo(room.desk)->reason == Reason::nothing_to_redo);
    auto const id = room.take_call();
    CHECK(room.undo(room.other)->reason == Reason::nothing_to_undo);  // a seat undoes its own acts only
    CHECK(room.redo(room.desk)->reason == Reason::nothing_to_redo);
    CHECK(room.why_not(ActUndone{{room.desk, 999}, {}}) == "there is nothing to undo");
    CHECK(room.why_not(ActRedone{{room.desk, 1}, {}}) == "there is nothing to redo");
    REQUIRE(!room.undo(room.desk));
    CHECK(!room.world.incidents.contains(id));
    REQUIRE(!room.redo(room.desk));
    CHECK(room.world.incidents.contains(id));
    REQUIRE(!room.undo(room.desk));
    room.take_call();
    CHECK(room.redo(room.desk)->reason == Reason::nothing_to_redo);  // a new act ends what could be done again
}

TEST_CASE("Undo and redo of every kind of act give the same rows")
{
    Room room;
    auto const id = room.take_call();
    auto const other = room.take_call(moved(room.center, 0, 800'000));
    auto const closed = room.take_call(moved(room.center, 300'000, 0));
    DroneListed drone;
    drone.id = {1, 70};
    drone.row.call_sign = "D1";
    room.file(drone);
    HazardNoted hazard;
    hazard.id = {1, 80};
    hazard.row.place = room.incident(id).place;
    hazard.row.text.id = {1, 81};
    room.file(hazard);  // raises an alert
    room.send(id, {room.units[0]});
    room.status(room.units[0], Status::en_route);
    room.perform(IncidentClosed{closed, "handled"});
    AlertId const alert = room.world.alerts.begin()->first;
    room.perform(DistressRaised{room.units[2]});
    HazardNoted second = hazard;
    second.id = {1, 90};
    second.row.text.id = {1, 91};

    std::vector<std::pair<char const*, std::vector<Event>>> const acts{
        {"report", {room.call(room.center)}},
        {"classify", {IncidentClassified{id, "robbery", 1}}},
        {"relocate", {IncidentRelocated{id, room.center, {}, "operator"}}},
        {"link", {IncidentLinked{other, id}}},
        {"dispatch", {Room::sending(id, {room.units[1]})}},
        {"take to another", {Room::sending(other, {room.units[0]})}},
        {"release", {UnitReleased{room.units[0], id}}},
        {"status", {UnitStatusSet{room.units[0], Status::on_scene, {}}}},
        {"status without incident", {UnitStatusSet{room.units[3], Status::on_break, {}}}},
        {"status that clears", {UnitStatusSet{room.units[0], Status::available, {}}}},
        {"acknowledge", {DispatchAcknowledged{room.units[0], id}}},
        {"control", {IncidentControlled{id}}},
        {"close", {IncidentClosed{id, "no_trace"}}},
        {"reopen", {IncidentReopened{closed}}},
        {"crew", {UnitCrewSet{room.units[0], {room.officer}}}},
        {"sign off", {UnitSigned{room.units[3], false}}},
        {"distress", {DistressRaised{room.units[0]}}},
        {"end of distress", {DistressCancelled{room.units[2]}}},
        {"hazard", {second}},
        {"end of hazard", {HazardEnded{hazard.id}}},
        {"drone", {DroneTasked{drone.id, id, room.center}}},
        {"alert", {AlertAcknowledged{alert}}},
        {"shelving", {AlertShelved{alert, room.now + Duration{600'000}}}},
        {"contact", {UnitContacted{room.units[0]}}},
        {"snooze", {TimersSnoozed{room.units[0], room.now + Duration{600'000}}}},
        {"two at once", {UnitStatusSet{room.units[3], Status::busy, {}}, IncidentClassified{id, "fraud", 4}}},
    };
    for (auto const& [name, events] : acts) {
        INFO(name);
        Room fresh = room;
        Rows const before = rows_of(fresh.world);
        fresh.wait(5);
        fresh.perform(events);
        Rows const after = rows_of(fresh.world);
        REQUIRE_FALSE(after == before);
        for (int round = 0; round < 3; ++round) {
            fresh.wait(5);
            Room::check(fresh.undo(fresh.desk));
            REQUIRE(rows_of(fresh.world) == before);
            fresh.wait(5);
            Room::check(fresh.redo(fresh.desk));
            REQUIRE(rows_of(fresh.world) == after);
        }
        REQUIRE(fresh.replayed() == fresh.world);
        check_sound(fresh.world);
    }
}

TEST_CASE("A row of undos goes back act by act and a row of redos comes all the way again")
{
    Room room;
    std::vector<Rows> steps{rows_of(room.world)};
    auto const note = [&] { steps.push_back(rows_of(room.world)), room.wait(1); };
    auto const id = room.take_call();
    note();
    room.send(id, {room.units[0]});
    note();
    room.perform(UnitStatusSet{room.units[0], Status::en_route, {}});
    note();
    room.perform(UnitStatusSet{room.units[0], Status::on_scene, {}});
    note();
    room.perform(IncidentClosed{id, "handled"});
    note();
    for (std::size_t i = steps.size() - 1; i-- > 0;) {
        INFO(i);
        Room::check(room.undo(room.desk));
        REQUIRE(rows_of(room.world) == steps[i]);
        check_sound(room.world);
    }
    for (std::size_t i = 1; i < steps.size(); ++i) {
        INFO(i);
        Room::check(room.redo(room.desk));
        REQUIRE(rows_of(room.world) == steps[i]);
        check_sound(room.world);
    }
    CHECK(room.redo(room.desk)->reason == Reason::nothing_to_redo);
    CHECK(room.replayed() == room.world);
}

TEST_CASE("Only the last twenty acts of a seat can be taken back")
{
    Room room;
    auto const id = room.take_call();
    for (int i = 0; i < 30; ++i) room.perform(IncidentClassified{id, i % 2 == 0 ? "fraud" : "theft", 1 + i % 4});
    int undone = 0;
    while (!room.undo(room.desk)) ++undone;
    CHECK(undone == 20);
    CHECK(room.incident(id).type == "theft");
}

TEST_CASE("An undo that another seat overtook is refused with the name of the row")
{
    Room room;
    auto const id = room.take_call();
    room.perform(IncidentClassified{id, "robbery", 1});
    Room::check(room.act_from(room.other, "operator", {IncidentClassified{id, "fraud", 4}}));
    CHECK(explain(*room.undo(room.desk)) == "#1001 was changed again since: undo that first");
    Room::check(room.undo(room.other));
    CHECK(room.incident(id).type == "robbery");
    Room::check(room.undo(room.desk));
    CHECK(room.incident(id).type == "theft");
}

TEST_CASE("A redo does not overwrite what another seat did meanwhile")
{
    Room room;
    auto const id = room.take_call();
    room.perform(IncidentClassified{id, "robbery", 1});
    Room::check(room.undo(room.desk));
    Room::check(room.act_from(room.other, "operator", {IncidentClassified{id, "fraud", 4}}));
    CHECK(room.redo(room.desk)->reason == Reason::undo_overtaken);
    CHECK(room.incident(id).type == "fraud");
    Room::check(room.undo(room.other));
    Room::check(room.redo(room.desk));
    CHECK(room.incident(id).type == "robbery");
}

TEST_CASE("A dispatch is taken back although the unit drives already and the unit is told")
{
    Room room;
    auto const id = room.take_call();
    room.send(id, {room.units[0]});
    room.wait(5);
    room.report(DispatchAcknowledged{room.units[0], id});
    room.status(room.units[0], Status::en_route);
    room.wait(10);
    room.sweep();
    Room::check(room.undo(room.desk));
    CHECK(room.unit(0).status == Status::available);
    CHECK(!room.unit(0).incident);
    CHECK(!room.unit(0).way);
    CHECK(room.incident(id).state == IncidentState::waiting);
    CHECK(room.incident(id).assignments.empty());
    CHECK(!room.incident(id).stamp(Stamp::notified));
    CHECK(room.requests(RequestKind::recall_unit) == 1);
    check_sound(room.world);
    room.wait(5);
    Room::check(room.redo(room.desk));
    CHECK(room.unit(0).status == Status::en_route);  // as it was when it was taken back
    REQUIRE(room.unit(0).way);
    CHECK(room.unit(0).way->leaves_at == room.now);
    CHECK(room.unit(0).way->line.back() == room.incident(id).place);
    CHECK(room.requests(RequestKind::notify_unit) == 2);
    check_sound(room.world);
}

TEST_CASE("A dispatch that has run its course is not taken back")
{
    Room room;
    auto const id = room.take_call();
    room.send(id, {room.units[0]});
    room.status(room.units[0], Status::on_scene);
    room.status(room.units[0], Status::available);
    CHECK(explain(*room.undo(room.desk)) == "P01 was changed again since: undo that first");
    CHECK(room.incident(id).stamp(Stamp::on_scene));
}

TEST_CASE("An undo takes back its own act and leaves what units reported meanwhile")
{
    Room room;
    auto const id = room.take_call();
    room.send(id, {room.units[0]});
    SECTION("of a type")
    {
        room.perform(IncidentClassified{id, "robbery", 1});
        room.wait(60);
        room.status(room.units[0], Status::on_scene);
        Room::check(room.undo(room.desk));
        CHECK(room.incident(id).type == "theft");
    }
    SECTION("of a second unit")
    {
        room.send(id, {room.units[1]});
        room.wait(60);
        room.status(room.units[1], Status::en_route);
        room.status(room.units[0], Status::on_scene);
        Room::check(room.undo(room.desk));
        CHECK(room.unit(1).status == Status::available);
        REQUIRE(room.incident(id).assignments.size() == 1);
    }
    SECTION("of a crew")
    {
        room.perform(UnitCrewSet{room.units[0], {room.officer}});
        room.wait(60);
        room.status(room.units[0], Status::on_scene);
        Room::check(room.undo(room.desk));
        CHECK(room.unit(0).crew.empty());
    }
    CHECK(room.unit(0).status == Status::on_scene);
    CHECK(room.incident(id).stamp(Stamp::on_scene) == room.now);
    CHECK(room.incident(id).assignments[0].on_scene_at == room.now);
    CHECK(room.incident(id).state == IncidentState::on_scene);
    check_sound(room.world);
}

TEST_CASE("An undone second dispatch leaves the incident as far as the first unit is")
{
    Room room;
    auto const id = room.take_call();
    room.send(id, {room.units[0]});
    room.send(id, {room.units[1]});
    room.status(room.units[1], Status::en_route);
    CHECK(room.incident(id).state == IncidentState::en_route);
    Room::check(room.undo(room.desk));
    CHECK(room.incident(id).state == IncidentState::dispatched);
    check_sound(room.world);
}

TEST_CASE("The end of distress can be taken back with its alert")
{
    Room room;
    room.report(DistressRaised{room.units[0]});
    CHECK(room.open_alerts(AlertKind::distress) == 1);
    room.perform(DistressCancelled{room.units[0]});
    CHECK(room.open_alerts(AlertKind::distress) == 0);
    Room::check(room.undo(room.desk));
    CHECK(room.unit(0).distress());
    CHECK(room.open_alerts(AlertKind::distress) == 1);
}

TEST_CASE("What terminals and feeds do cannot be taken back by a seat")
{
    Room room;
    room.status(room.units[0], Status::busy);
    CHECK(next_undo(room.world, room.robot) == nullptr);
    room.clock();
    CHECK(next_undo(room.world, room.desk) == nullptr);
}
