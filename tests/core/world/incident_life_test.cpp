#include "tests/core/world/room.h"

using namespace cresset;
using cresset::testing::check_sound;
using cresset::testing::Room;

TEST_CASE("What is not there cannot be acted on and the refusal says what is missing")
{
    Room room;
    IncidentId const nowhere{1, 9999};
    UnitId const nobody{1, 9999};
    CHECK(room.why_not(Room::sending(nowhere, {room.units[0]})) == "there is no incident 1:9999");
    auto const incident = room.take_call();
    CHECK(room.why_not(Room::sending(incident, {nobody})) == "there is no unit 1:9999");
    CHECK(room.why_not(UnitStatusSet{nobody, Status::busy, {}}) == "there is no unit 1:9999");
    CHECK(room.why_not(IncidentClosed{nowhere, "handled"}) == "there is no incident 1:9999");
    CHECK(room.why_not(HazardEnded{{1, 5}}) == "there is no hazard 1:5");
    CHECK(room.why_not(DroneTasked{{1, 5}, {}, {}}) == "there is no drone 1:5");
    CHECK(room.why_not(CameraStateSet{{1, 5}, false}) == "there is no camera 1:5");
    CHECK(room.why_not(AlertAcknowledged{{1, 5}}) == "there is no alert 1:5");
    CHECK(room.why_not(RequestAnswered{{Seq{999}, 0}, RequestState::sent}) == "this was done already");
    CHECK(explain(*room.attempt(std::vector<Event>{})) == "there is nothing to do");
    CHECK(room.why_not(Room::sending(incident, {})) == "there is nothing to do");
}

TEST_CASE("Codes that no table has and ids that are in use are refused")
{
    Room room;
    auto reported = room.call(room.center, "teleportation");
    CHECK(room.why_not(reported) == "teleportation is not in the table of incident types");
    reported = room.call(room.center, "theft", 7);
    CHECK(room.why_not(reported) == "P7 is not in the table of priorities");
    auto const incident = room.take_call();
    CHECK(room.why_not(IncidentClosed{incident, "forgotten"}) == "forgotten is not in the table of dispositions");
    CHECK(room.why_not(IncidentClassified{incident, "what", 3}) == "what is not in the table of incident types");
    reported = room.call(room.center);
    reported.incident = incident;
    CHECK(room.why_not(reported) == "1:" + std::to_string(incident.number) + " is in use already");
    reported = room.call(room.center);
    reported.number = room.incident(incident).number;
    CHECK(room.why_not(reported) == "#1001 is in use already");
    UnitListed twin;
    twin.id = {1, 4000};
    twin.row.call_sign = "p01";
    CHECK(room.why_not(twin) == "p01 is in use already");
}

TEST_CASE("A text that is not UTF-8 and a time that no calendar has are refused")
{
    Room room;
    auto reported = room.call(room.center);
    reported.address.zh = "\xE4\xB8";
    CHECK(room.attempt(reported)->reason == Reason::ill_formed);
    reported = room.call(room.center);
    reported.rung_at = latest_instant + Duration{1};
    CHECK(room.attempt(reported)->reason == Reason::ill_formed);
    Act act = room.begin(room.desk, "operator");
    act.events = {room.call(room.center)};
    act.happened_at = instant(INT64_MIN);
    CHECK(room.submit(act)->reason == Reason::ill_formed);
}

TEST_CASE("Transitions that the table does not have are refused in words unless a reason is given")
{
    Room room;
    auto const unit = room.units[0];
    CHECK(room.why_not(UnitStatusSet{unit, Status::available, {}}) == "P01 is available already");
    for (Status const status : {Status::dispatched, Status::en_route, Status::on_scene})
        CHECK(room.why_not(UnitStatusSet{unit, status, {}}) == "P01 has no incident: dispatch it first");
    room.perform(UnitStatusSet{unit, Status::out_of_service, {}});
    CHECK(room.why_not(UnitStatusSet{unit, Status::busy, {}}) == "P01 cannot go from out of service to busy");
    CHECK(room.why_not(UnitStatusSet{unit, Status::busy, ""}) == "P01 cannot go from out of service to busy");
    auto const incident = room.take_call();
    CHECK(room.why_not(Room::sending(incident, {unit})) == "P01 cannot go from out of service to dispatched");
    room.perform(UnitStatusSet{unit, Status::busy, "called back by the chief"});
    CHECK(room.unit(0).status == Status::busy);
    room.send(incident, {unit});
    CHECK(room.why_not(UnitStatusSet{unit, Status::on_break, {}}) == "P01 cannot go from dispatched to break");
    check_sound(room.world);
}

TEST_CASE("The whole life of an incident sets all its stamps once")
{
    Room room;
    auto reported = room.call(moved(room.center, 0, 500'000), "robbery", 1);
    Instant const rung = room.now;
    reported.rung_at = rung;
    reported.answered_at = rung + Duration{8'000};
    room.wait(20);
    Instant const located = room.now;
    room.perform(reported);
    auto const id = reported.incident;
    CHECK(room.incident(id).state == IncidentState::waiting);
    room.wait(5);
    UnitsRecommended recommended;
    recommended.incident = id;
    recommended.units = {room.units[0]};
    recommended.eta_ms = {50'000};
    Instant const proposed = room.now;
    room.report(recommended);
    room.wait(3);
    Instant const sent = room.now;
    room.send(id, {room.units[0]});
    CHECK(room.incident(id).state == IncidentState::dispatched);
    CHECK(room.unit(0).status == Status::dispatched);
    REQUIRE(room.unit(0).way);
    CHECK(room.unit(0).way->line.back() == reported.place);
    CHECK(room.requests(RequestKind::notify_unit) == 1);
    room.wait(7);
    Instant const acknowledged = room.now;
    room.report(DispatchAcknowledged{room.units[0], id});
    CHECK(room.unit(0).status == Status::dispatched);
    room.wait(9);
    Instant const under_way = room.now;
    room.status(room.units[0], Status::en_route);
    CHECK(room.incident(id).state == IncidentState::en_route);
    room.wait(50);
    Instant const arrived = room.now;
    room.status(room.units[0], Status::on_scene);
    CHECK(room.incident(id).state == IncidentState::on_scene);
    CHECK(!room.unit(0).way);
    room.wait(600);
    Instant const controlled = room.now;
    room.perform(IncidentControlled{id});
    CHECK(room.incident(id).state == IncidentState::controlled);
    room.wait(300);
    Instant const free = room.now;
    room.status(room.units[0], Status::available);
    CHECK(room.incident(id).state == IncidentState::controlled);
    CHECK(!room.unit(0).incident);
    room.wait(60);
    Instant const closed = room.now;
    room.perform(IncidentClosed{id, "arrest"});
    auto const& incident = room.incident(id);
    CHECK(incident.state == IncidentState::closed);
    CHECK(incident.disposition == "arrest");
    std::vector<Instant> const wanted{rung,         rung + Duration{8'000},
                                      located,      located,
                                      proposed,     sent,
                                      acknowledged, under_way,
                                      arrived,      controlled,
                                      free,         closed};
    REQUIRE(wanted.size() == stamp_count);
    for (std::size_t i = 0; i < stamp_count; ++i) {
        INFO(word_of(static_cast<Stamp>(i)));
        CHECK(incident.stamps[i] == wanted[i]);
    }
    REQUIRE(incident.assignments.size() == 1);
    CHECK(incident.assignments[0].eta_ms == 60'000);
    CHECK(incident.assignments[0].cleared_at == free);
    CHECK(room.why_not(Room::sending(id, {room.units[1]})) == "incident #1001 is closed: reopen it first");
    CHECK(room.why_not(IncidentControlled{id}) == "incident #1001 is closed: reopen it first");
    CHECK(room.replayed() == room.world);
    check_sound(room.world);
}

TEST_CASE("Several units go at once and a second one later and the first arrival counts")
{
    Room room;
    auto const id = room.take_call();
    room.send(id, {room.units[0], room.units[1]});
    CHECK(room.incident(id).assignments.size() == 2);
    CHECK(room.requests(RequestKind::notify_unit) == 2);
    CHECK(room.why_not(Room::sending(id, {room.units[0]})) == "P01 is already sent to #1001");
    CHECK(room.why_not(Room::sending(id, {room.units[2], room.units[2]})) == "P03 is already sent to #1001");
    room.wait(10);
    room.status(room.units[1], Status::en_route);
    room.wait(10);
    room.status(room.units[1], Status::on_scene);
    Instant const first = room.now;
    room.wait(10);
    room.send(id, {room.units[2]});
    CHECK(room.incident(id).state == IncidentState::on_scene);
    room.status(room.units[2], Status::en_route);
    room.wait(10);
    room.status(room.units[2], Status::on_scene);
    CHECK(room.incident(id).stamp(Stamp::on_scene) == first);
    room.status(room.units[1], Status::available);
    CHECK(room.incident(id).state == IncidentState::on_scene);
    CHECK(!room.incident(id).stamp(Stamp::available));  // others are still at work
    check_sound(room.world);
}

TEST_CASE("A unit on its way can be taken to another incident and one on scene has to be released first")
{
    Room room;
    auto const first = room.take_call();
    auto const second = room.take_call(moved(room.center, 900'000, 0));
    room.send(first, {room.units[0]});
    room.status(room.units[0], Status::en_route);
    room.wait(5);
    room.send(second, {room.units[0]});
    CHECK(room.unit(0).incident == second);
    CHECK(room.unit(0).status == Status::dispatched);
    CHECK(room.unit(0).way->line.back() == room.incident(second).place);
    CHECK(room.incident(first).state == IncidentState::waiting);
    CHECK(room.incident(first).assignments[0].cleared_at == room.now);
    room.status(room.units[0], Status::on_scene);  // forgot to say that it was on its way
    CHECK(room.incident(second).stamp(Stamp::on_scene) == room.now);
    CHECK(room.why_not(Room::sending(first, {room.units[0]})) == "P01 is at work on #1002: release it there first");
    CHECK(room.why_not(UnitReleased{room.units[0], first}) == "P01 is not sent to #1001");
    room.perform(UnitReleased{room.units[0], second});
    CHECK(room.unit(0).status == Status::available);
    CHECK(room.requests(RequestKind::recall_unit) == 1);
    CHECK(room.incident(second).state == IncidentState::waiting);
    check_sound(room.world);
}

TEST_CASE("An incident whose unit was called off is free again only when the next one is done")
{
    Room room;
    auto const id = room.take_call();
    room.send(id, {room.units[0]});
    room.wait(30);
    room.perform(UnitReleased{room.units[0], id});
    CHECK(room.incident(id).stamp(Stamp::available) == room.now);
    room.wait(30);
    room.send(id, {room.units[1]});
    CHECK(!room.incident(id).stamp(Stamp::available));
    room.status(room.units[1], Status::on_scene);
    room.wait(300);
    room.status(room.units[1], Status::available);
    CHECK(room.incident(id).stamp(Stamp::available) == room.now);
    CHECK(*room.incident(id).stamp(Stamp::available) > *room.incident(id).stamp(Stamp::on_scene));
}

TEST_CASE("Closing frees the units and calls off those that had not arrived")
{
    Room room;
    auto const id = room.take_call();
    room.send(id, {room.units[0], room.units[1]});
    room.status(room.units[0], Status::on_scene);
    room.perform(IncidentClosed{id, "cancelled"});
    for (std::size_t i : {0U, 1U}) {
        CHECK(room.unit(i).status == Status::available);
        CHECK(!room.unit(i).incident);
        CHECK(!room.unit(i).way);
    }
    REQUIRE(room.requests(RequestKind::recall_unit) == 1);
    for (auto const& [request_id, request] : room.world.requests)
        if (request.kind == RequestKind::recall_unit) CHECK(request.unit == room.units[1]);
    CHECK(room.why_not(IncidentClosed{id, "handled"}) == "incident #1001 is closed: reopen it first");
    room.perform(IncidentReopened{id});
    CHECK(room.incident(id).state == IncidentState::waiting);
    CHECK(!room.incident(id).disposition);
    CHECK(!room.incident(id).stamp(Stamp::closed));
    CHECK(room.incident(id).stamp(Stamp::on_scene));
    CHECK(room.why_not(IncidentReopened{id}) == "incident #1001 is not closed");
    room.send(id, {room.units[2]});
    check_sound(room.world);
}

TEST_CASE("A corrected place keeps the old one and sends those on their way to the new one")
{
    Room room;
    GridListed west;
    west.id = {1, 50};
    west.row.code = "G-01";
    west.row.ring = {moved(room.center, -1'000'000, -1'000'000), moved(room.center, 0, -1'000'000),
                     moved(room.center, 0, 1'000'000), moved(room.center, -1'000'000, 1'000'000)};
    room.file(west);
    auto const id = room.take_call(moved(room.center, 500'000, 0));
    Place const old_place = room.incident(id).place;
    CHECK(!room.incident(id).grid);
    room.send(id, {room.units[0], room.units[1]});
    room.status(room.units[1], Status::on_scene);
    room.wait(5);
    Place const right = moved(room.center, -500'000, 0);
    room.perform(IncidentRelocated{id, right, {"Harbour", "码头"}, "operator"});
    auto const& incident = room.incident(id);
    CHECK(incident.place == right);
    CHECK(incident.address.zh == "码头");
    CHECK(incident.grid == west.id);
    REQUIRE(incident.former_places.size() == 1);
    CHECK(incident.former_places[0].place == old_place);
    CHECK(incident.former_places[0].address.zh == "中山路12号");
    CHECK(incident.former_places[0].until == room.now);
    CHECK(room.unit(0).way->line.back() == right);
    CHECK(!room.unit(1).way);  // it is there; whether it moves on it says itself
    REQUIRE(!room.undo(room.desk));
    CHECK(room.incident(id).place == old_place);
    CHECK(room.incident(id).former_places.empty());
    REQUIRE(room.unit(0).way);
    CHECK(room.unit(0).way->line.back() == old_place);
    check_sound(room.world);
}

TEST_CASE("Two reports of one event are linked and both callers are kept")
{
    Room room;
    auto first = room.call(room.center);
    first.caller = TextRef{{1, 5001}, "aa"};
    room.perform(first);
    auto second = room.call(room.center);
    second.caller = TextRef{{1, 5002}, "bb"};
    room.perform(second);
    auto const third = room.take_call();
    CHECK(room.why_not(IncidentLinked{first.incident, first.incident}) ==
          "incident #1001 cannot be a duplicate of itself or of its own duplicate");
    room.perform(IncidentLinked{second.incident, first.incident});
    CHECK(room.incident(second.incident).duplicate_of == first.incident);
    CHECK(room.incident(first.incident).duplicates == std::vector{second.incident});
    CHECK(room.incident(first.incident).caller->id == TextId{1, 5001});
    CHECK(room.incident(second.incident).caller->id == TextId{1, 5002});
    CHECK(room.attempt(IncidentLinked{first.incident, second.incident})->reason == Reason::duplicate_of_itself);
    room.perform(IncidentLinked{first.incident, third});
    CHECK(room.attempt(IncidentLinked{third, second.incident})->reason == Reason::duplicate_of_itself);
    REQUIRE(!room.undo(room.desk));
    room.perform(IncidentLinked{second.incident, third});
    CHECK(room.incident(first.incident).duplicates.empty());
    CHECK(room.incident(third).duplicates == std::vector{second.incident});
    REQUIRE(!room.undo(room.desk));
    CHECK(room.incident(first.incident).duplicates == std::vector{second.incident});
    CHECK(room.incident(third).duplicates.empty());
    check_sound(room.world);
}

TEST_CASE("A unit at work is not signed off and one that is off duty is not sent")
{
    Room room;
    auto const id = room.take_call();
    room.send(id, {room.units[0]});
    CHECK(room.why_not(UnitSigned{room.units[0], false}) == "P01 is at work on #1001: release it there first");
    CHECK(room.why_not(UnitSigned{room.units[1], true}) == "P02 is on duty already");
    room.perform(UnitSigned{room.units[1], false});
    CHECK(room.unit(1).status == Status::out_of_service);
    CHECK(room.why_not(Room::sending(id, {room.units[1]})) == "P02 is not on duty");
    CHECK(room.why_not(UnitStatusSet{room.units[1], Status::available, {}}) == "P02 is not on duty");
    room.perform(UnitSigned{room.units[1], true});
    room.perform(UnitStatusSet{room.units[1], Status::available, {}});
    room.send(id, {room.units[1]});
    check_sound(room.world);
}

TEST_CASE("Late and doubled and unknown fixes change nothing twice")
{
    Room room;
    Fix const at_first = *room.world.fix(room.units[0]);
    room.wait(10);
    auto const sweep_of = [](UnitId unit, Place place, Instant at) {
        Fix fix;
        fix.place = place;
        fix.at = at;
        return Sweep{1, "", pack_sweep({{unit, fix}})};
    };
    Place const there = moved(room.center, 0, 100'000);
    room.report(sweep_of(room.units[0], there, room.now));
    CHECK(room.world.fix(room.units[0])->place == there);
    World const before = room.world;
    auto const unchanged = [&] { return room.world.fixes == before.fixes && room.world.units == before.units; };
    room.report(sweep_of(room.units[0], there, room.now));  // doubled
    CHECK(unchanged());
    room.report(sweep_of(room.units[0], at_first.place, room.now - Duration{5'000}));  // late
    CHECK(unchanged());
    room.report(sweep_of(room.units[0], at_first.place, room.now));  // another place at the same time
    CHECK(unchanged());
    room.report(sweep_of({7, 7}, there, room.now));  // of nobody
    CHECK(unchanged());
    room.report(Sweep{1, "", "no sweep"});
    CHECK(unchanged());
    CHECK(room.world.fix({7, 7}) == nullptr);
}

TEST_CASE("An act is refused if an operator changed the thing since and if it was done already")
{
    Room room;
    auto const id = room.take_call();
    auto const seen = room.incident(id).changed_by;
    Act act = room.begin(room.desk, "operator");
    act.expected = {{{}, id, seen}};
    act.events = {IncidentClassified{id, "robbery", 1}};
    REQUIRE(!room.submit(act));
    CHECK(explain(*room.submit(act)) == "this was done already");
    Act late = room.begin(room.other, "operator");
    late.expected = {{{}, id, seen}};
    late.events = {IncidentClassified{id, "fraud", 4}};
    CHECK(explain(*room.submit(late)) == "#1001 was changed by somebody else meanwhile: look again");
    late.expected = {{{}, id, room.incident(id).changed_by}};
    REQUIRE(!room.submit(late));
    Act on_unit = room.begin(room.desk, "operator");
    on_unit.expected = {{room.units[0], {}, Seq{77}}};
    on_unit.events = {UnitStatusSet{room.units[0], Status::busy, {}}};
    CHECK(explain(*room.submit(on_unit)) == "P01 was changed by somebody else meanwhile: look again");
    on_unit.expected = {{room.units[0], {}, {}}};
    CHECK(!room.submit(on_unit));
    Act lost = room.begin(room.desk, "operator");
    lost.expected = {{UnitId{3, 3}, {}, {}}};
    lost.events = {UnitStatusSet{room.units[1], Status::busy, {}}};
    CHECK(room.submit(lost)->reason == Reason::changed_since);
}

TEST_CASE("An observer may look but not act")
{
    Room room;
    Act act = room.begin(room.desk, "operator");
    act.who = room.watcher;
    act.events = {UnitStatusSet{room.units[0], Status::busy, {}}};
    CHECK(explain(*room.submit(act)) == "guest may look but not act");
    act.who = room.officer;
    CHECK(!room.submit(act));
}

TEST_CASE("An act may make an incident and send units there at once and is one undo")
{
    Room room;
    auto const reported = room.call(moved(room.center, 0, 300'000), "robbery", 1);
    World const before = room.world;
    room.perform({reported, Room::sending(reported.incident, {room.units[0]})});
    CHECK(room.unit(0).incident == reported.incident);
    CHECK(room.unit(0).way->line.back() == reported.place);
    CHECK(room.attempt(std::vector<Event>{room.call(room.center), room.call(room.center)})->reason ==
          Reason::id_in_use);
    REQUIRE(!room.undo(room.desk));
    CHECK(room.world.units == before.units);
    CHECK(room.world.incidents == before.incidents);
    CHECK(room.world.next_incident_number == reported.number + 1);  // a number is not given twice
    check_sound(room.world);
}
