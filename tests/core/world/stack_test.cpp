#include "tests/core/world/random_world.h"

using namespace cresset;
using cresset::testing::any_act;
using cresset::testing::check_sound;
using cresset::testing::FactMaker;
using cresset::testing::Room;

// What waits for a unit: in what order, when it is offered, when it waits no longer.

namespace {

using Stack = std::vector<IncidentId>;

/// Three calls; the first unit is at work on the first of them.
struct StackRoom : Room {
    IncidentId at_work, next, later;
    StackRoom()
    {
        at_work = take_call();
        next = take_call(moved(center, 500'000, 0));
        later = take_call(moved(center, 0, 500'000));
        perform(sending(at_work, {units[0]}));
    }
    Stack const& stack(std::size_t unit = 0) const { return world.units.find(units[unit])->stack; }
    void stack_both()
    {
        perform(IncidentStacked{units[0], next});
        perform(IncidentStacked{units[0], later});
    }
    /// The kinds of what the last act wrote.
    std::vector<std::string> last_kinds() const
    {
        std::vector<std::string> kinds;
        for (Entry const& entry : journal.back()) kinds.emplace_back(kind_of(entry.event));
        return kinds;
    }
    std::optional<NextOffered> offered() const
    {
        for (Entry const& entry : journal.back())
            if (auto const* offer = std::get_if<NextOffered>(&entry.event)) return *offer;
        return {};
    }
};

}  // namespace

TEST_CASE("Nothing can wait for a unit that is free or out of service or works on it already")
{
    StackRoom room;
    CHECK(room.why_not(IncidentStacked{UnitId{9, 9}, room.next}) == "there is no unit 9:9");
    CHECK(room.why_not(IncidentStacked{room.units[0], IncidentId{9, 9}}) == "there is no incident 9:9");
    CHECK(room.why_not(IncidentStacked{room.units[0], room.at_work}) == "P01 is at work on #1001 already");
    CHECK(room.why_not(IncidentStacked{room.units[1], room.next}) == "P02 is free: send it at once");
    room.perform(UnitStatusSet{room.units[1], Status::out_of_service, {}});
    CHECK(room.why_not(IncidentStacked{room.units[1], room.next}) == "P02 is out of service: nothing can wait for it");
    room.perform(IncidentClosed{room.later, "handled"});
    CHECK(room.why_not(IncidentStacked{room.units[0], room.later}) == "incident #1003 is closed: reopen it first");
}

TEST_CASE("An incident waits once for a unit and only what waits can be taken off")
{
    StackRoom room;
    CHECK(room.why_not(IncidentUnstacked{room.units[0], room.next, {}}) == "#1002 does not wait for P01");
    room.perform(IncidentStacked{room.units[0], room.next});
    CHECK(room.why_not(IncidentStacked{room.units[0], room.next}) == "#1002 waits for P01 already");
    auto const twice =
        room.attempt({IncidentStacked{room.units[0], room.later}, IncidentStacked{room.units[0], room.later}});
    REQUIRE(twice);
    CHECK(twice->reason == Reason::stacked_already);
    CHECK(room.stack() == Stack{room.next});
}

TEST_CASE("What waits keeps its order and each change of it can be undone")
{
    StackRoom room;
    room.stack_both();
    CHECK(room.stack() == Stack{room.next, room.later});
    room.perform(IncidentUnstacked{room.units[0], room.next, {}});
    CHECK(room.stack() == Stack{room.later});
    REQUIRE(!room.undo(room.desk));
    CHECK(room.stack() == Stack{room.next, room.later});
    REQUIRE(!room.undo(room.desk));
    CHECK(room.stack() == Stack{room.next});
    REQUIRE(!room.undo(room.desk));
    CHECK(room.stack().empty());
    for (int i = 0; i < 3; ++i) REQUIRE(!room.redo(room.desk));
    CHECK(room.stack() == Stack{room.later});
}

TEST_CASE("A unit that becomes free is told what is next and nobody sends it")
{
    StackRoom room;
    room.stack_both();
    SECTION("by its terminal")
    {
        room.report(UnitStatusSet{room.units[0], Status::en_route, {}});
        room.report(UnitStatusSet{room.units[0], Status::on_scene, {}});
        CHECK_FALSE(room.offered());
        room.report(UnitStatusSet{room.units[0], Status::available, {}});
    }
    SECTION("when it is released")
    {
        room.perform(UnitReleased{room.units[0], room.at_work});
    }
    SECTION("when its incident is closed")
    {
        room.perform(IncidentClosed{room.at_work, "handled"});
    }
    REQUIRE(room.offered());
    CHECK(*room.offered() == NextOffered{room.units[0], room.next});
    CHECK(room.world.units.find(room.units[0])->status == Status::available);
    CHECK(room.stack() == Stack{room.next, room.later});
    CHECK(free_with_next(room.world) == room.units[0]);
    // Sent to it, it waits no longer; taken back, it waits again where it did.
    room.perform(Room::sending(room.next, {room.units[0]}));
    CHECK(room.stack() == Stack{room.later});
    CHECK_FALSE(free_with_next(room.world));
    REQUIRE(!room.undo(room.desk));
    CHECK(room.stack() == Stack{room.next, room.later});
}

TEST_CASE("A unit that nothing waits for is told nothing")
{
    StackRoom room;
    room.perform(UnitReleased{room.units[0], room.at_work});
    CHECK(room.last_kinds() == std::vector<std::string>{"incident.released"});
    CHECK_FALSE(free_with_next(room.world));
}

TEST_CASE("An incident that is closed waits for nobody and its undo lets it wait again")
{
    StackRoom room;
    room.stack_both();
    room.perform(Room::sending(room.later, {room.units[1]}));
    room.perform(IncidentStacked{room.units[1], room.next});
    room.perform(IncidentClosed{room.next, "handled"});
    CHECK(room.last_kinds() == std::vector<std::string>{"incident.closed", "unit.unstacked", "unit.unstacked"});
    CHECK(room.stack(0) == Stack{room.later});
    CHECK(room.stack(1).empty());
    check_sound(room.world);
    REQUIRE(!room.undo(room.desk));
    CHECK(room.stack(0) == Stack{room.next, room.later});
    CHECK(room.stack(1) == Stack{room.next});
    REQUIRE(!room.redo(room.desk));
    CHECK(room.stack(0) == Stack{room.later});
}

TEST_CASE("A unit that closes its incident is told what is next but for what is closed with it")
{
    StackRoom room;
    room.stack_both();
    room.perform(IncidentClosed{room.next, "handled"});
    CHECK_FALSE(room.offered());
    room.perform(IncidentClosed{room.at_work, "handled"});
    CHECK(*room.offered() == NextOffered{room.units[0], room.later});
}

TEST_CASE("Nothing waits for a unit that goes out of service or off duty")
{
    StackRoom room;
    room.stack_both();
    room.perform(UnitStatusSet{room.units[0], Status::out_of_service, {}});
    CHECK(room.stack().empty());
    CHECK(room.last_kinds() == std::vector<std::string>{"unit.status", "unit.unstacked", "unit.unstacked"});
    REQUIRE(!room.undo(room.desk));
    CHECK(room.stack() == Stack{room.next, room.later});
    room.perform(UnitReleased{room.units[0], room.at_work});
    room.perform(UnitSigned{room.units[0], false});
    CHECK(room.stack().empty());
}

TEST_CASE("An undo never lets a closed incident wait for a unit")
{
    StackRoom room;
    room.perform(UnitReleased{room.units[0], room.at_work});
    room.perform(UnitStatusSet{room.units[0], Status::busy, {}});
    room.perform(IncidentStacked{room.units[0], room.next});
    room.perform(IncidentUnstacked{room.units[0], room.next, {}});
    room.report(IncidentClosed{room.next, "handled"});  // by a colleague: the desk can still take back its own act
    if (!room.undo(room.desk)) CHECK(room.stack().empty());
    check_sound(room.world);
}

TEST_CASE("A break can be ended by sending the unit with a reason")
{
    StackRoom room;
    room.perform(UnitStatusSet{room.units[1], Status::on_break, {}});
    auto sending = Room::sending(room.next, {room.units[1]});
    CHECK(room.why_not(sending) == "P02 cannot go from break to dispatched");
    sending.reason = "ordered";
    room.perform(sending);
    CHECK(room.world.units.find(room.units[1])->incident == room.next);
}

TEST_CASE("Whatever people and terminals do each incident waits once for a unit and only while it is open")
{
    std::size_t waited = 0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        INFO("seed " << seed);
        Room room{4};
        FactMaker maker{seed};
        for (int i = 0; i < 250; ++i) {
            any_act(room, maker);
            check_sound(room.world);
            for (auto const& [id, unit] : room.world.units) waited += unit.stack.size();
        }
    }
    CHECK(waited > 1000);
}

TEST_CASE("Undo of any change of what waits gives back what waited before it")
{
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        INFO("seed " << seed);
        Room room{4};
        FactMaker maker{seed};
        for (int i = 0; i < 120; ++i) any_act(room, maker);
        for (UnitId const unit : room.units)
            for (auto const& [id, incident] : room.world.incidents) {
                Stack const before = room.world.units.find(unit)->stack;
                bool const waits = std::find(before.begin(), before.end(), id) != before.end();
                auto const refused =
                    waits ? room.attempt(IncidentUnstacked{unit, id, {}}) : room.attempt(IncidentStacked{unit, id});
                if (refused) continue;
                Stack const after = room.world.units.find(unit)->stack;
                CHECK(after != before);
                REQUIRE(!room.undo(room.desk));
                CHECK(room.world.units.find(unit)->stack == before);
                REQUIRE(!room.redo(room.desk));
                CHECK(room.world.units.find(unit)->stack == after);
            }
    }
}
