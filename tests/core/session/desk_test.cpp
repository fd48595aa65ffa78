#include "core/exercise/road_guide.h"
#include "core/journal/entry_rows.h"
#include "tests/core/roads/drawn_streets.h"
#include "tests/core/session/desk_room.h"

using namespace cresset;
using cresset::testing::DeskRoom;
using cresset::testing::ShiftMaker;

namespace {

/// The kinds of the entries of the last act.
std::vector<std::string> kinds_since(DeskRoom const& room, Seq last)
{
    std::vector<std::string> kinds;
    room.read().rows({Seq{last.value + 1}, room.journal->last()}, [&](JournalRow const& row) {
        if (!row.cause) kinds.push_back(row.kind);
        return true;
    });
    return kinds;
}

template <typename Event>
std::vector<std::string> one()
{
    return {std::string{Event::kind}};
}

}  // namespace

TEST_CASE("Acts that are not possible are refused with a reason and change nothing")
{
    DeskRoom room{"refused"};
    auto const open = room.take_call();
    auto const closed = room.take_call();
    room.done(room.desk->close({closed, "handled"}));
    UnitId const nobody{1, 999};
    IncidentId const nothing{1, 999};
    World const before = room.world();
    Seq const last = room.journal->last();
    auto const no = [&](Ticket const& ticket) { return room.refused(ticket, before, last); };
    NewCall wrong = DeskRoom::call();
    wrong.type = "unheard_of";
    CHECK(no(room.desk->take_call(wrong)).find("unheard_of") != std::string::npos);
    wrong = DeskRoom::call();
    wrong.priority = 9;
    CHECK_FALSE(no(room.desk->take_call(wrong)).empty());
    CHECK_FALSE(no(room.desk->dispatch({{nobody}, open, {}})).empty());
    CHECK_FALSE(no(room.desk->dispatch(DeskRoom::sending(nothing, {0}))).empty());
    CHECK_FALSE(no(room.desk->dispatch(DeskRoom::sending(closed, {0}))).empty());
    CHECK_FALSE(no(room.desk->dispatch({{}, open, {}})).empty());
    CHECK_FALSE(no(room.desk->set_status({{ShiftMaker::unit(0)}, Status::available, {}})).empty());
    CHECK_FALSE(no(room.desk->set_status({{ShiftMaker::unit(0)}, Status::on_scene, {}})).empty());
    CHECK_FALSE(no(room.desk->set_status({{}, Status::busy, {}})).empty());
    CHECK_FALSE(no(room.desk->release({{ShiftMaker::unit(0)}})).empty());
    CHECK_FALSE(no(room.desk->set_distress({{ShiftMaker::unit(0)}, false})).empty());
    CHECK_FALSE(no(room.desk->close({open, "vanished"})).empty());
    CHECK_FALSE(no(room.desk->close({closed, "handled"})).empty());
    CHECK_FALSE(no(room.desk->reopen({open})).empty());
    CHECK_FALSE(no(room.desk->move({closed, DeskRoom::call().where})).empty());
    CHECK_FALSE(no(room.desk->link({open, open})).empty());
    CHECK_FALSE(no(room.desk->note({nothing, "text"})).empty());
    CHECK_FALSE(no(room.desk->send_drone({DroneId{1, 9}, open, {}})).empty());
    CHECK_FALSE(no(room.desk->acknowledge(AlertId{1, 9})).empty());
    CHECK_FALSE(no(room.desk->acknowledge(AcknowledgeAlerts{})).empty());
    CHECK_FALSE(no(room.desk->redo()).empty());
}

TEST_CASE("A street is closed where there is one and nowhere else")
{
    DeskRoom room{"closed_street"};
    DrawnStreets city{"A---B---C"};
    RoadGuide const guide{city.graph()};
    room.desk->use_guide(&guide);
    World const before = room.world();
    CloseRoad close;
    close.where.place = moved(city.place('B'), 0, 900'000);
    CHECK(room.refused(room.desk->close_road(close), before, room.journal->last()) ==
          "no street is within 250 m of that place");
    Place const middle = between(city.place('A'), city.place('B'), 1, 2);
    close.where.place = moved(middle, 0, 30'000);
    room.done(room.desk->close_road(close));
    REQUIRE(room.world().closures.size() == 1);
    CHECK(distance_mm(room.world().closures.begin()->second.place, middle) < 1000);  // on the street
}

TEST_CASE("One unit that cannot do it refuses the act for all")
{
    DeskRoom room{"one-refuses"};
    room.done(room.desk->set_status({{ShiftMaker::unit(1)}, Status::busy, {}}));
    World const before = room.world();
    auto const ticket = room.desk->set_status({{ShiftMaker::unit(0), ShiftMaker::unit(1)}, Status::busy, {}});
    room.refused(ticket, before, room.journal->last());
}

TEST_CASE("Each act at the desk makes its event")
{
    DeskRoom room{"events"};
    Seq last = room.journal->last();
    auto const made = [&](Ticket const& ticket) {
        room.done(ticket);
        auto kinds = kinds_since(room, last);
        last = room.journal->last();
        return kinds;
    };
    Desk& desk = *room.desk;
    CHECK(made(desk.take_call(DeskRoom::call())) == one<IncidentReported>());
    CHECK(made(desk.take_call(DeskRoom::call())) == one<IncidentReported>());
    auto const first = *find_incident(room.world(), 1001);
    auto const second = *find_incident(room.world(), 1002);
    CHECK(made(desk.dispatch(DeskRoom::sending(first, {0, 1}))) == one<UnitsDispatched>());
    CHECK(made(desk.advance_status(ShiftMaker::unit(0))) == one<UnitStatusSet>());
    CHECK(room.unit(0).status == Status::en_route);
    CHECK(made(desk.set_status({{ShiftMaker::unit(2)}, Status::busy, "fuel"})) == one<UnitStatusSet>());
    CHECK(made(desk.release({{ShiftMaker::unit(1)}})) == one<UnitReleased>());
    CHECK(made(desk.set_distress({{ShiftMaker::unit(2)}, true})) == one<DistressRaised>());
    CHECK(made(desk.set_distress({{ShiftMaker::unit(2)}, false})) == one<DistressCancelled>());
    CHECK(made(desk.move({second, DeskRoom::call().where})) == one<IncidentRelocated>());
    CHECK(made(desk.link({second, first})) == one<IncidentLinked>());
    CHECK(made(desk.note({first, "two men"})) == one<NoteAdded>());
    CHECK(made(desk.hazard({DeskRoom::call().where, "gas", Duration{3'600'000}})) == one<HazardNoted>());
    CHECK(made(desk.contact({{ShiftMaker::unit(2)}})) == one<UnitContacted>());
    CHECK(made(desk.snooze({{ShiftMaker::unit(2)}, Duration{60'000}})) == one<TimersSnoozed>());
    CHECK(room.unit(2).snoozed_until == room.clock.now() + Duration{60'000});
    CHECK(made(desk.log({"briefed"})) == one<Logged>());
    CHECK(made(desk.close({first, "handled"})) == one<IncidentClosed>());
    CHECK(room.unit(0).status == Status::available);
    CHECK(made(desk.reopen({first})) == one<IncidentReopened>());
    auto const hazard = room.world().hazards.begin()->second;
    CHECK(hazard.expires_at == room.clock.now() + Duration{3'600'000});
}

TEST_CASE("A call keeps its words apart and a line as typed beside its act")
{
    DeskRoom room{"words"};
    auto const id = room.take_call("a blue bag");
    auto const& incident = *room.world().incidents.find(id);
    REQUIRE(incident.narrative);
    REQUIRE(incident.caller);
    CHECK(room.session->text(incident.narrative->id) == "a blue bag");
    CHECK(room.session->text(incident.caller->id) == "Wang 100 5550 0000");
    Seq const last = room.journal->last();
    room.done(*room.desk->perform(LogLine{"briefed"}, "log briefed"));
    room.done(*room.desk->perform(AddNote{id, "two men"}, "note two men"));
    room.done(room.desk->note({id, "by mouse"}));
    auto const kinds = kinds_since(room, last);
    std::vector<std::string> const expected{std::string{Logged::kind}, std::string{NoteAdded::kind},
                                            std::string{Logged::kind}, std::string{NoteAdded::kind}};
    CHECK(kinds == expected);
    REQUIRE_FALSE(room.session->erase_text(incident.narrative->id));
    CHECK_FALSE(room.session->text(incident.narrative->id));
    CHECK(room.session->text(incident.caller->id) == "Wang 100 5550 0000");
}

TEST_CASE("A line that is refused is not written beside the next act")
{
    DeskRoom room{"stale-line"};
    auto const id = room.take_call();
    CHECK_FALSE(*room.desk->perform(ReopenIncident{id}, "reopen 1001"));
    CHECK_FALSE(*room.desk->perform(Redo{}, "redo"));
    CHECK_FALSE(room.desk->perform(FindText{"market"}, "find market"));
    Seq const last = room.journal->last();
    room.done(room.desk->note({id, "by mouse"}));
    CHECK(kinds_since(room, last) == one<NoteAdded>());
}

TEST_CASE("Undo takes back the last act of the seat and redo does it again")
{
    DeskRoom room{"undo"};
    auto const id = room.take_call();
    auto const place = room.world().incidents.find(id)->place;
    FoundPlace other = DeskRoom::call().where;
    other.place = moved(other.place, 900'000, 0);
    room.done(room.desk->move({id, other}));
    room.done(room.desk->set_status({{ShiftMaker::unit(3)}, Status::busy, {}}));
    room.done(room.desk->undo());
    CHECK(room.unit(3).status == Status::available);
    CHECK(room.world().incidents.find(id)->place == other.place);
    room.done(room.desk->undo());
    CHECK(room.world().incidents.find(id)->place == place);
    room.done(room.desk->redo());
    CHECK(room.world().incidents.find(id)->place == other.place);
    room.done(room.desk->redo());
    CHECK(room.unit(3).status == Status::busy);
    CHECK_FALSE(room.desk->redo());
}

TEST_CASE("What must happen outside happens once and only when it is durable")
{
    DeskRoom room{"durable"};
    auto const id = room.take_call();
    auto const ticket = room.done(room.desk->dispatch(DeskRoom::sending(id, {0, 1})));
    REQUIRE(room.journal->wait(ticket.mark));
    CHECK(room.session->durable(ticket.mark));
    room.session->settle();
    room.session->settle();
    CHECK(room.outbox.kinds == std::vector<RequestKind>(2, RequestKind::notify_unit));
    CHECK(room.outbox.was_durable == std::vector<bool>(2, true));
    auto const reader = room.read();
    CHECK(reader.last() >= ticket.mark.seq);
    CHECK(reader.row(ticket.first)->kind == UnitsDispatched::kind);
}

TEST_CASE("Two sessions that do the same have equal worlds and journals")
{
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        DeskRoom a{"same-a"};
        DeskRoom b{"same-b"};
        a.busy_hour(seed, 120);
        b.busy_hour(seed, 120);
        CHECK(a.world() == b.world());
        CHECK(a.read().digest() == b.read().digest());
        cresset::testing::check_sound(a.world());
    }
}

TEST_CASE("A session that follows the entries of another has its world and tells its views")
{
    DeskRoom room{"followed"};
    auto shown = room.world();
    ExerciseClock clock{room.clock.now()};
    Session follower{shown, {nullptr, &clock, nullptr, nullptr, SeatId{2}, ShiftMaker::officer}};
    std::size_t told = 0;
    follower.on_change([&](Changes const&, std::span<Entry const> entries) { told += entries.size(); });
    Seq const from{room.journal->last().value + 1};
    room.busy_hour(11, 80);
    std::vector<Entry> entries;
    auto const reader = room.read();
    REQUIRE_FALSE(read_entries(reader, {from, reader.last()}, [&](Entry const& entry) {
        entries.push_back(entry);
        return true;
    }));
    follower.follow(entries);
    CHECK(told == entries.size());
    CHECK(told > 40);
    CHECK(follower.world() == room.world());
}

TEST_CASE("A session without a journal goes the same road")
{
    ExerciseClock clock{instant(1'795'374'000'000)};
    Session session{World{}, {nullptr, &clock, nullptr, nullptr, ShiftMaker::seat, ShiftMaker::officer}};
    REQUIRE(set_up(session, ShiftMaker::setup(3)));
    Desk desk{session, nullptr};
    REQUIRE(desk.take_call(DeskRoom::call()));
    CHECK(session.world().incidents.size() == 1);
    CHECK_FALSE(desk.knows_roads());
    auto const id = session.world().incidents.begin()->first;
    CHECK(desk.recommend(id).ranked.empty());  // nobody has said where they are
}
