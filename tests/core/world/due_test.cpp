#include "core/world/distress.h"
#include "tests/core/world/room.h"

using namespace cresset;
using cresset::testing::check_sound;
using cresset::testing::Room;

namespace {

HazardNoted hazard_at(Room const& room, Place place)
{
    std::uint32_t taken = 0;
    HazardNoted noted;
    noted.id = next_id<HazardId>(room.world, room.desk, taken);
    noted.row.place = place;
    noted.row.text.id = next_id<TextId>(room.world, room.desk, taken);
    noted.row.source = "caller";
    return noted;
}

}  // namespace

TEST_CASE("Nothing is due in a quiet room and asking changes nothing")
{
    Room room;
    room.wait(100'000);
    CHECK(room.clock() == 0);
    auto const id = room.take_call();
    room.perform(IncidentClosed{id, "no_trace"});
    room.wait(100'000);
    CHECK(room.clock() == 0);
}

TEST_CASE("A dispatch that nobody acknowledges raises one alert and the answer ends it")
{
    Room room;
    auto const id = room.take_call();
    room.send(id, {room.units[0], room.units[1]});
    room.wait(60);
    CHECK(room.clock() == 0);
    room.wait(1);
    CHECK(room.clock() == 2);
    CHECK(room.open_alerts(AlertKind::not_acknowledged) == 2);
    CHECK(room.requests(RequestKind::sound_alarm) == 2);
    room.wait(600);
    CHECK(room.clock() == 0);
    room.report(DispatchAcknowledged{room.units[0], id});
    CHECK(room.open_alerts(AlertKind::not_acknowledged) == 1);
    room.status(room.units[1], Status::en_route);
    CHECK(room.open_alerts(AlertKind::not_acknowledged) == 0);
    room.wait(600);
    CHECK(room.clock() == 0);
    room.perform(UnitReleased{room.units[0], id});
    room.send(id, {room.units[0]});
    room.wait(61);
    CHECK(room.clock() == 1);  // sent again, asked again
    room.perform(IncidentClosed{id, "cancelled"});
    CHECK(room.open_alerts(AlertKind::not_acknowledged) == 0);
    CHECK(room.replayed() == room.world);
}

TEST_CASE("A call held too long raises one alert by the limit of its priority")
{
    Room room;
    auto const urgent = room.take_call(room.center, 1);
    auto const routine = room.take_call(room.center, 3);
    room.wait(60);
    CHECK(room.clock() == 0);
    room.wait(1);
    REQUIRE(room.clock() == 1);
    CHECK(room.world.alerts.begin()->second.incident == urgent);
    CHECK(room.clock() == 0);
    room.send(urgent, {room.units[0]});
    CHECK(room.open_alerts(AlertKind::held_too_long) == 0);
    room.perform(UnitReleased{room.units[0], urgent});
    room.wait(1);
    CHECK(room.clock() == 1);  // it waits again, and has waited too long
    CHECK(room.clock() == 0);
    room.perform(IncidentLinked{routine, urgent});
    room.wait(7200);
    CHECK(room.clock() == 0);  // nobody waits for a duplicate
    check_sound(room.world);
}

TEST_CASE("A hazard near an incident raises one alert and none once it expired")
{
    Room room;
    auto const before = room.take_call(room.center);
    auto noted = hazard_at(room, moved(room.center, 90'000, 0));
    noted.row.expires_at = room.now + Duration{600'000};
    room.perform(noted);
    CHECK(room.open_alerts(AlertKind::hazard_near) == 1);
    CHECK(room.world.alerts.begin()->second.incident == before);
    CHECK(room.world.alerts.begin()->second.hazard == noted.id);
    room.take_call(room.center);
    CHECK(room.open_alerts(AlertKind::hazard_near) == 2);
    room.take_call(moved(room.center, -500'000, 0));
    CHECK(room.open_alerts(AlertKind::hazard_near) == 2);
    room.perform(IncidentRelocated{before, moved(room.center, 80'000, 0), {}, "operator"});
    CHECK(room.open_alerts(AlertKind::hazard_near) == 2);  // it is known there
    auto wide = hazard_at(room, moved(room.center, -500'000, 450'000));
    wide.row.radius_m = 460;
    room.perform(wide);
    CHECK(room.open_alerts(AlertKind::hazard_near) == 3);
    room.wait(600);
    CHECK(room.clock() == 1);
    CHECK(!room.world.hazards.contains(noted.id));
    CHECK(room.world.hazards.contains(wide.id));
    auto const count = room.world.alerts.size();
    room.take_call(room.center);
    CHECK(room.world.alerts.size() == count);
    auto stale = hazard_at(room, room.center);
    stale.row.expires_at = room.now;
    CHECK(room.why_not(stale) == "the expiry lies in the past");
    CHECK(room.replayed() == room.world);
}

TEST_CASE("Distress is seen with its place and its incident and is cancelled once")
{
    Room room;
    auto const id = room.take_call();
    room.send(id, {room.units[1]});
    room.report(DistressRaised{room.units[1]});
    CHECK(room.unit(1).distress());
    CHECK(room.unit(1).status == Status::dispatched);
    REQUIRE(room.open_alerts(AlertKind::distress) == 1);
    auto const& alert = room.world.alerts.begin()->second;
    CHECK(alert.unit == room.units[1]);
    CHECK(alert.incident == id);
    CHECK(alert.place == room.world.fix(room.units[1])->place);
    CHECK(room.why_not(DistressRaised{room.units[1]}) == "P02 is in distress already");
    CHECK(room.why_not(DistressCancelled{room.units[0]}) == "P01 is not in distress");
    room.perform(AlertAcknowledged{room.world.alerts.begin()->first});
    CHECK(room.unit(1).distress());  // seen is not over
    CHECK(room.why_not(AlertAcknowledged{room.world.alerts.begin()->first}) == "this was done already");
    room.perform(DistressCancelled{room.units[1]});
    CHECK(!room.unit(1).distress());
    room.report(DistressRaised{room.units[1]});
    CHECK(room.open_alerts(AlertKind::distress) == 1);  // a second cry is a second alert
}

TEST_CASE("A call for help that was answered stands until it is cancelled and is handed to the next shift")
{
    Room room;
    room.report(DistressRaised{room.units[1]});
    auto const first = room.world.alerts.begin()->first;
    auto const calls = [&](AlertId id) { return calls_for_help(*room.world.alerts.find(id), room.world); };
    CHECK(calls(first));
    room.perform(AlertAcknowledged{first});
    CHECK(calls(first));
    CHECK(call_for_help(room.units[1], room.world) == first);
    CHECK(take_over(room.world).alerts.contains(first));
    room.wait(60);
    room.perform(DistressCancelled{room.units[1]});
    CHECK_FALSE(calls(first));
    CHECK_FALSE(take_over(room.world).alerts.contains(first));
    room.wait(60);
    room.report(DistressRaised{room.units[1]});
    CHECK_FALSE(calls(first));  // the second cry is not answered yet
    CHECK(room.open_alerts(AlertKind::distress) == 1);
}

TEST_CASE("A unit without word is asked after again and again until somebody spoke with it")
{
    Room room;
    auto const reported = room.call(room.center, "knife", 1);
    room.perform({reported, Room::sending(reported.incident, {room.units[0]})});
    room.status(room.units[0], Status::en_route);
    room.status(room.units[0], Status::on_scene);
    room.wait(599);
    CHECK(room.clock() == 0);
    room.wait(1);
    REQUIRE(room.clock() == 1);  // violence: every ten minutes
    CHECK(room.open_alerts(AlertKind::welfare_check) == 1);
    CHECK(room.requests(RequestKind::sound_alarm) == 1);
    auto const alert = room.world.alerts.begin()->second;
    CHECK(alert.unit == room.units[0]);
    CHECK(alert.incident == reported.incident);
    CHECK(alert.place == room.world.fix(room.units[0])->place);
    room.wait(1200);
    CHECK(room.clock() == 0);  // it stands
    room.perform(AlertAcknowledged{room.world.alerts.begin()->first});
    CHECK(room.clock() == 1);  // read is not asked: it was missed again meanwhile
    room.perform(AlertAcknowledged{(--room.world.alerts.end())->first});
    CHECK(room.clock() == 0);
    room.wait(600);
    CHECK(room.clock() == 1);
    room.perform(UnitContacted{room.units[0]});
    CHECK(room.open_alerts(AlertKind::welfare_check) == 0);
    room.wait(599);
    CHECK(room.clock() == 0);
    room.wait(1);
    CHECK(room.clock() == 1);
    room.perform(IncidentClosed{reported.incident, "handled"});
    CHECK(room.open_alerts(AlertKind::welfare_check) == 0);
    room.wait(100'000);
    CHECK(room.clock() == 0);
    check_sound(room.world);
    CHECK(room.replayed() == room.world);
}

TEST_CASE("Too long in one status raises one alarm and the next status ends it")
{
    Room room;
    room.status(room.units[0], Status::on_break);
    room.wait(2699);
    CHECK(room.clock() == 0);
    room.wait(1);
    CHECK(room.clock() == 1);
    CHECK(room.open_alerts(AlertKind::status_overdue) == 1);
    room.perform(AlertAcknowledged{room.world.alerts.begin()->first});
    room.wait(100'000);
    CHECK(room.clock() == 0);  // said once
    room.status(room.units[0], Status::available);
    room.wait(100'000);
    CHECK(room.clock() == 0);
    room.status(room.units[0], Status::on_break);
    room.wait(2700);
    CHECK(room.clock() == 1);
    room.perform(UnitSigned{room.units[0], false});
    CHECK(room.open_alerts(AlertKind::status_overdue) == 0);
    check_sound(room.world);
}

TEST_CASE("A room without a table of timers asks after no unit")
{
    Room room;
    room.status(room.units[0], Status::on_break);
    room.world.codes.timers.reset();
    room.wait(100'000);
    CHECK(room.clock() == 0);
}

TEST_CASE("A snooze puts off both timers and ends with the status")
{
    Room room;
    CHECK(room.why_not(TimersSnoozed{room.units[0], room.now}) == "the expiry lies in the past");
    room.status(room.units[0], Status::busy);
    room.wait(1800);
    CHECK(room.clock() == 1);
    room.perform(TimersSnoozed{room.units[0], room.now + Duration{300'000}});
    CHECK(room.open_alerts(AlertKind::welfare_check) == 0);
    room.wait(299);
    CHECK(room.clock() == 0);
    room.wait(1);
    CHECK(room.clock() == 1);
    room.perform(TimersSnoozed{room.units[0], latest_instant});
    room.wait(500'000);
    CHECK(room.clock() == 0);  // quiet as long as it is busy
    room.status(room.units[0], Status::available);
    room.status(room.units[0], Status::busy);
    CHECK(!room.unit(0).snoozed_until);
    room.wait(1800);
    CHECK(room.clock() == 1);
    room.perform(UnitSigned{room.units[1], false});
    CHECK(room.why_not(UnitContacted{room.units[1]}) == "P02 is not on duty");
}

TEST_CASE("Distress cannot be shelved and nothing for longer than a day")
{
    Room room;
    auto const id = room.take_call();
    room.send(id, {room.units[1]});
    room.report(DistressRaised{room.units[1]});
    auto const distress = room.world.alerts.begin()->first;
    Instant const soon = room.now + Duration{600'000};
    CHECK(room.why_not(AlertShelved{distress, soon}) ==
          "the distress of P02 cannot be put aside: cancel it when the unit is safe");
    room.perform(AlertAcknowledged{distress});
    CHECK(room.why_not(AlertShelved{distress, soon}) ==
          "the distress of P02 cannot be put aside: cancel it when the unit is safe");
    CHECK(room.why_not(AlertShelved{AlertId{1, 999}, soon}) == "there is no alert 1:999");
    room.wait(61);
    REQUIRE(room.clock() == 1);
    auto const unanswered = (--room.world.alerts.end())->first;
    CHECK(room.why_not(AlertShelved{unanswered, room.world.at}) == "the expiry lies in the past");
    CHECK(room.why_not(AlertShelved{unanswered, room.now + Duration{86'400'001}}) ==
          "an alarm can be shelved for 24h at most");
    room.perform(AlertShelved{unanswered, soon});
    CHECK(room.world.alerts.find(unanswered)->shelved_until == soon);
    room.status(room.units[1], Status::en_route);  // the answer ends it on its shelf too
    CHECK(room.world.alerts.find(unanswered)->acknowledged_at);
    CHECK(room.why_not(AlertShelved{unanswered, soon + Duration{1'000'000}}) == "this was done already");
}

TEST_CASE("What was asked for outside is open until it was delivered or failed")
{
    Room room;
    auto const id = room.take_call();
    room.send(id, {room.units[0]});
    REQUIRE(room.world.requests.size() == 1);
    auto const [request_id, request] = *room.world.requests.begin();
    CHECK(request.kind == RequestKind::notify_unit);
    CHECK(request.incident == id);
    CHECK(request_id.asked_by.value > 0);
    room.report(RequestAnswered{request_id, RequestState::sent});
    CHECK(room.world.requests.find(request_id)->state == RequestState::sent);
    room.report(RequestAnswered{request_id, RequestState::delivered});
    CHECK(room.world.requests.empty());
    CHECK(room.attempt(RequestAnswered{request_id, RequestState::delivered})->reason == Reason::already_done);
}

TEST_CASE("A clock set back does not make the world go back and no entry happens after it was written")
{
    Room room;
    room.take_call();
    Instant const last = room.world.at;
    room.wait(-3600);
    room.take_call();
    CHECK(room.world.at == last);
    CHECK(room.journal.back().front().at == last);
    Act act = room.begin(room.desk, "operator");
    act.happened_at = last + Duration{3'600'000};
    act.events = {UnitStatusSet{room.units[0], Status::busy, {}}};
    Room::check(room.submit(act));
    CHECK(room.journal.back().front().happened_at == last);
    Act late = room.begin(room.desk, "operator");
    late.happened_at = last - Duration{60'000};
    late.events = {UnitStatusSet{room.units[1], Status::busy, {}}};
    Room::check(room.submit(late));
    CHECK(room.unit(1).status_since == last - Duration{60'000});
}

TEST_CASE("Entries are numbered on without gaps and what follows names its cause")
{
    Room room;
    auto const hazard = hazard_at(room, room.center);
    room.perform(hazard);
    auto const reported = room.call(room.center);
    room.perform({reported, Room::sending(reported.incident, {room.units[0], room.units[1]})});
    auto const& entries = room.journal.back();
    REQUIRE(entries.size() == 5);  // reported, dispatched, alert, two ways
    for (std::size_t i = 0; i < entries.size(); ++i) {
        CHECK(entries[i].part == i);
        CHECK(entries[i].act == entries[0].act);
        if (i > 0) CHECK(entries[i].seq.value == entries[i - 1].seq.value + 1);
    }
    CHECK(!entries[0].cause);
    CHECK(entries[0].source == "operator");
    CHECK(std::holds_alternative<AlertRaised>(entries[2].event));
    CHECK(entries[2].cause == entries[0].seq);
    CHECK(entries[2].source == "derived");
    CHECK(std::holds_alternative<WayTaken>(entries[3].event));
    CHECK(entries[3].cause == entries[1].seq);
    CHECK(entries[4].cause == entries[1].seq);
    CHECK(room.world.last == entries[4].seq);
    std::uint64_t seq = 0;
    for (auto const& act : room.journal)
        for (auto const& entry : act) CHECK(entry.seq.value == ++seq);
}

TEST_CASE("Without streets or without a fix a unit is sent all the same")
{
    Room room;
    room.add_unit(7);  // has no fix
    auto const id = room.take_call();
    room.send(id, {room.units.back()});
    CHECK(!room.world.units.find(room.units.back())->way);
    Act act = room.begin(room.desk, "operator");
    act.events = {Room::sending(id, {room.units[0]})};
    room.apply(derive(room.world, nullptr, act, room.now));
    CHECK(room.unit(0).incident == id);
    CHECK(!room.unit(0).way);
    check_sound(room.world);
}
