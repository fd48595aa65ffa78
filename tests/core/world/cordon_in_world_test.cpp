#include "core/world/posts.h"
#include "tests/core/world/room.h"

using namespace cresset;
using namespace cresset::testing;

namespace {

struct CordonRoom : Room {
    IncidentId incident;
    CordonId id{1, 600};

    CordonRoom() : Room(5) { incident = take_call(); }
    Place corner(int i) const { return moved(center, i * 1'000'000, 2'000'000); }
    Cordon cordon(std::vector<int> const& at) const
    {
        Cordon row;
        row.incident = incident;
        row.seen = center;
        row.seen_at = now;
        row.radius_mm = 2'000'000;
        row.set_at = now;
        row.sealed = true;
        for (int const i : at) {
            CordonPost post;
            post.place = corner(i);
            post.unit = units[static_cast<std::size_t>(i)];
            post.eta_ms = 60'000;
            post.suspect_ms = 90'000;
            row.posts.push_back(post);
        }
        return row;
    }
    void set(Cordon const& row) { perform(CordonSet{{id, row}}); }
    Cordon const& row() const { return *world.cordons.find(id); }
    Unit const& unit(int i) const { return *world.units.find(units[static_cast<std::size_t>(i)]); }
    void arrive(int i)
    {
        auto const who = units[static_cast<std::size_t>(i)];
        report(UnitStatusSet{who, Status::en_route, {}});
        report(UnitStatusSet{who, Status::on_scene, {}});
    }
};

}  // namespace

TEST_CASE("A cordon without points or with a unit twice or of a closed incident is refused")
{
    CordonRoom room;
    CHECK(room.why_not(CordonSet{{room.id, room.cordon({})}}) ==
          "no unit can close a point of the ring around #1001 in time");
    CHECK(room.why_not(CordonSet{{room.id, room.cordon({1, 1})}}) == "P02 is already sent to #1001");
    room.perform(IncidentClosed{room.incident, "handled"});
    CHECK(room.why_not(CordonSet{{room.id, room.cordon({1})}}) == "incident #1001 is closed: reopen it first");
}

TEST_CASE("A post that is not there or is closed already cannot be closed")
{
    CordonRoom room;
    CHECK(room.why_not(CordonPostClosed{room.id, 0, true}) == "there is no cordon 1:600");
    room.set(room.cordon({0, 1}));
    CHECK(room.why_not(CordonPostClosed{room.id, 2, true}) == "there is no post 3");
    CHECK(room.why_not(CordonPostClosed{room.id, 0, false}) == "this was done already");
}

TEST_CASE("Setting a cordon sends each unit to its own point by one act and one undo takes it back")
{
    CordonRoom room;
    World const before = room.world;
    room.set(room.cordon({0, 1, 2}));
    for (int const i : {0, 1, 2}) {
        CHECK(room.unit(i).status == Status::dispatched);
        REQUIRE(room.unit(i).way);
        CHECK(room.unit(i).way->line.back() == room.corner(i));
        CHECK(destination_of(room.world, room.units[static_cast<std::size_t>(i)]) == room.corner(i));
    }
    CHECK(room.unit(3).status == Status::available);
    CHECK(room.world.incidents.find(room.incident)->assignments.size() == 3);
    CHECK(room.world.requests.size() == before.requests.size() + 3);

    room.check(room.undo(room.desk));
    CHECK(room.world.cordons.empty());
    for (int const i : {0, 1, 2}) CHECK(room.unit(i).status == Status::available);
    room.check(room.redo(room.desk));
    CHECK(room.row().posts.size() == 3);
    CHECK(room.unit(1).way->line.back() == room.corner(1));
}

TEST_CASE("A point is closed while its unit is there and the ring says how far it has closed")
{
    CordonRoom room;
    room.set(room.cordon({0, 1, 2}));
    CHECK(room.row().closed_percent() == 0);
    room.wait(50);
    room.arrive(1);
    CHECK(room.row().closed_percent() == 33);
    CHECK(room.row().posts[1].closed_at == room.now);
    room.perform(CordonPostClosed{room.id, 0, true});
    CHECK(room.row().closed_percent() == 66);
    room.report(UnitStatusSet{room.units[1], Status::available, {}});
    CHECK(room.row().closed_percent() == 33);
    room.check(room.undo(room.desk));
    CHECK(room.row().closed_percent() == 0);
}

TEST_CASE("A cordon that follows a new sighting gives new orders only to those whose point changed")
{
    CordonRoom room;
    room.set(room.cordon({0, 1, 2}));
    room.arrive(0);
    auto const way = room.unit(1).way;
    auto const asked = room.world.requests.size();
    room.perform(SuspectSighted{room.incident, {room.corner(0), room.now, Mode::ebike}});
    Cordon next = room.cordon({0, 1, 3});
    next.posts[1].place = room.corner(4);  // another point for the second
    room.set(next);
    CHECK(room.unit(0).status == Status::on_scene);
    CHECK(room.row().posts[0].closed_at.has_value());
    CHECK(room.unit(1).way->line.back() == room.corner(4));
    CHECK(room.unit(1).way != way);
    CHECK(room.unit(3).status == Status::dispatched);
    CHECK(room.unit(2).incident == room.incident);  // stays as a chaser
    CHECK(room.world.requests.size() == asked + 2);
    CHECK(room.world.incidents.find(room.incident)->sightings.size() == 1);
    CHECK(room.world.incidents.find(room.incident)->assignments.size() == 4);
}

TEST_CASE("Sightings stand in the order of what happened")
{
    CordonRoom room;
    room.perform(SuspectSighted{room.incident, {room.corner(1), room.now, {}}});
    room.perform(SuspectSighted{room.incident, {room.corner(0), room.now - Duration{60'000}, {}}});
    auto const& seen = room.world.incidents.find(room.incident)->sightings;
    REQUIRE(seen.size() == 2);
    CHECK(seen[0].place == room.corner(0));
    CHECK(seen[1].place == room.corner(1));
    room.check(room.undo(room.desk));
    CHECK(room.world.incidents.find(room.incident)->sightings.size() == 1);
}

TEST_CASE("Closing the incident lifts its cordon and undo sets it again")
{
    CordonRoom room;
    room.set(room.cordon({0, 1}));
    Cordon const before = room.row();
    room.perform(IncidentClosed{room.incident, "handled"});
    CHECK(room.world.cordons.empty());
    room.check(room.undo(room.desk));
    CHECK(room.row().posts == before.posts);
}

TEST_CASE("Whoever is on the way through a street that is closed goes round and is led back when it opens")
{
    CordonRoom room;
    room.perform(Room::sending(room.incident, {room.units[0]}));
    Place const to = room.unit(0).way->line.back();
    room.perform(RoadClosed{{ClosureId{1, 700}, {moved(room.center, 5'000'000, 0), {}, 0, {}, {}}}});
    CHECK(room.journal.back().size() == 1);  // far away
    std::size_t ways = 0;
    room.perform(RoadClosed{{ClosureId{1, 701}, {room.unit(0).way->line.front(), {}, 0, {}, {}}}});
    for (Entry const& entry : room.journal.back()) ways += std::holds_alternative<WayTaken>(entry.event) ? 1U : 0U;
    CHECK(ways == 1);
    CHECK(room.unit(0).way->line.back() == to);
    room.perform(RoadOpened{ClosureId{1, 701}});
    CHECK(std::holds_alternative<WayTaken>(room.journal.back().back().event));
    CHECK(room.why_not(RoadOpened{ClosureId{1, 701}}) == "there is no closure 1:701");
    CHECK(room.why_not(RoadClosed{{ClosureId{1, 702}, {room.center, {}, 100, {}, {}}}}) ==
          "a street is closed (0) or slowed down to 1 to 99 percent of its speed");
}

TEST_CASE("A closure with an end is over when the clock says so")
{
    CordonRoom room;
    room.perform(RoadClosed{{ClosureId{1, 700}, {room.center, {}, 0, room.now + Duration{60'000}, {}}}});
    room.wait(59);
    room.clock();
    CHECK(room.world.closures.size() == 1);
    room.wait(1);
    room.clock();
    CHECK(room.world.closures.empty());
}
