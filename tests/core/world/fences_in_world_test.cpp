#include "tests/core/world/room.h"

using namespace cresset;
using namespace cresset::testing;

namespace {

struct FencedRoom : Room {
    FenceId fence{1, 500};

    Fence circle(std::int64_t east_m, std::uint32_t radius_m) const
    {
        Fence row;
        row.name = {"bank", "银行"};
        row.shape.kind = FenceKind::circle;
        row.shape.lines = {{moved(center, east_m * 1000, 0)}};
        row.shape.radius_mm = radius_m * 1000;
        return row;
    }
    void draw(Fence const& row) { perform(FenceDrawn{{fence, row}}); }
    FenceCrossed crossing(FenceEvent what, int unit = 0) const
    {
        return {fence, units[static_cast<std::size_t>(unit)], what, now, {}};
    }
    std::size_t standing() const
    {
        std::size_t count = 0;
        for (auto const& [id, alert] : world.alerts)
            count += alert.kind == AlertKind::fence_crossed && !alert.acknowledged_at ? 1 : 0;
        return count;
    }
    std::vector<UnitId> inside() const
    {
        std::vector<UnitId> ids;
        for (FenceGuest const& guest : world.fences.find(fence)->inside) ids.push_back(guest.unit);
        return ids;
    }
};

}  // namespace

TEST_CASE("A fence without a name or with a faulty shape or a mad calendar is refused and nothing changes")
{
    FencedRoom room;
    Fence row = room.circle(0, 100);
    row.name = {};
    CHECK(room.why_not(FenceDrawn{{room.fence, row}}) == " cannot be a fence: it has no name");
    row = room.circle(0, 0);
    CHECK(room.why_not(FenceDrawn{{room.fence, row}}) == "bank cannot be a fence: it has no radius");
    row = room.circle(0, 100);
    row.hours.weekdays = 0;
    CHECK(room.why_not(FenceDrawn{{room.fence, row}}) == "bank cannot be a fence: it is watched on no day of the week");
    row = room.circle(0, 100);
    row.hours.from_day = 1301;
    row.hours.to_day = 101;
    CHECK(room.why_not(FenceDrawn{{room.fence, row}}) == "bank cannot be a fence: its season has no such day");
    row = room.circle(0, 100);
    row.then.priority = 4;
    CHECK(room.why_not(FenceDrawn{{room.fence, row}}) == "bank cannot be a fence: its priority is not 1, 2 or 3");
    row = room.circle(0, 100);
    row.shape = {FenceKind::around_unit, {}, 50'000};
    CHECK(room.why_not(FenceDrawn{{room.fence, row}}) == "bank cannot be a fence: it moves with no unit");
    row.carrier = UnitId{9, 9};
    CHECK(room.why_not(FenceDrawn{{room.fence, row}}) == "there is no unit 9:9");
}

TEST_CASE("Removing or crossing a fence that is not there is refused")
{
    FencedRoom room;
    CHECK(room.why_not(FenceRemoved{room.fence}) == "there is no fence 1:500");
    CHECK(room.why_not(room.crossing(FenceEvent::enter)) == "there is no fence 1:500");
    room.draw(room.circle(0, 100));
    CHECK(room.why_not(FenceCrossed{room.fence, {9, 9}, FenceEvent::enter, room.now, {}}) == "there is no unit 9:9");
}

TEST_CASE("Who entered stands in the fence until it leaves and raises an alert of the fence's priority")
{
    FencedRoom room;
    Fence row = room.circle(0, 100);
    row.then.priority = 1;
    room.draw(row);
    room.report(room.crossing(FenceEvent::enter));
    CHECK(room.inside() == std::vector{room.units[0]});
    REQUIRE(room.standing() == 1);
    Entries const& act = room.journal.back();
    REQUIRE(act.size() == 2);
    auto const& raised = std::get<AlertRaised>(act[1].event);
    CHECK(raised.priority == 1);
    CHECK(raised.fence == room.fence);
    CHECK(raised.fence_event == FenceEvent::enter);
    CHECK(act[1].cause == act[0].seq);

    room.report(room.crossing(FenceEvent::enter));  // the same again while its alert stands
    CHECK(room.standing() == 1);
    room.report(room.crossing(FenceEvent::leave));
    CHECK(room.inside().empty());
    CHECK(room.standing() == 2);
}

TEST_CASE("A fence that only logs raises no alert and what is not asked for raises none either")
{
    FencedRoom room;
    Fence row = room.circle(0, 100);
    row.then.alert = false;
    room.draw(row);
    room.report(room.crossing(FenceEvent::enter));
    CHECK(room.standing() == 0);
    CHECK(room.inside().size() == 1);

    row.then.alert = true;
    row.watch.enter = false;
    room.draw(row);
    CHECK(room.inside().size() == 1);  // drawn anew around the same
    room.report(room.crossing(FenceEvent::enter, 1));
    CHECK(room.standing() == 0);
    room.report(room.crossing(FenceEvent::leave, 1));
    CHECK(room.standing() == 1);
}

TEST_CASE("Outside of its hours a fence knows who is inside but alerts nobody")
{
    FencedRoom room;
    Fence row = room.circle(0, 100);
    row.hours.ends_at = room.now - Duration{1000};
    room.draw(row);
    room.report(room.crossing(FenceEvent::enter));
    CHECK(room.inside().size() == 1);
    CHECK(room.standing() == 0);
}

TEST_CASE("A line alerts for the side that it watches")
{
    FencedRoom room;
    Fence row = room.circle(0, 100);
    row.shape = {FenceKind::line, {{room.center, moved(room.center, 0, 100'000)}}, 0};
    row.watch.way = CrossingWay::to_left;
    room.draw(row);
    auto crossed = room.crossing(FenceEvent::cross);
    crossed.to_left = false;
    room.report(crossed);
    CHECK(room.standing() == 0);
    crossed.to_left = true;
    room.report(crossed);
    CHECK(room.standing() == 1);
}

TEST_CASE("A crossing carries its own time and not that of the act that told it")
{
    FencedRoom room;
    room.draw(room.circle(0, 100));
    auto crossed = room.crossing(FenceEvent::enter);
    crossed.at = room.now - Duration{2500};
    room.report(crossed);
    CHECK(room.journal.back().front().happened_at == crossed.at);
    CHECK(room.journal.back().front().at == room.now);
}

TEST_CASE("What is seen at fences follows from the sweep with the sweep as its cause")
{
    FencedRoom room;
    room.draw(room.circle(0, 100));
    std::vector<UnitFix> fixes{{room.units[0], {}}};
    fixes[0].fix.place = room.center;
    fixes[0].fix.at = room.now;
    Act act = room.begin(room.robot, "feed:gps");
    act.events.emplace_back(Sweep{1, "", pack_sweep(fixes)});
    std::vector<Event> const seen{room.crossing(FenceEvent::enter)};
    Entries const entries = derive(room.world, &room.streets, act, room.now, seen);
    REQUIRE(entries.size() == 3);
    CHECK(std::holds_alternative<FenceCrossed>(entries[1].event));
    CHECK(entries[1].cause == entries[0].seq);
    CHECK(entries[2].cause == entries[1].seq);
}

TEST_CASE("Removing a fence ends its alerts and undo brings it back with those who are inside now")
{
    FencedRoom room;
    room.draw(room.circle(0, 100));
    room.report(room.crossing(FenceEvent::enter));
    World const before = room.world;
    room.perform(FenceRemoved{room.fence});
    CHECK(room.world.fences.empty());
    CHECK(room.standing() == 0);
    room.check(room.undo(room.desk));
    REQUIRE(room.world.fences.contains(room.fence));
    CHECK(room.world.fences == before.fences);
    CHECK(room.standing() == 1);
}

TEST_CASE("Undoing a change of a fence leaves those who came in meanwhile inside")
{
    FencedRoom room;
    room.draw(room.circle(0, 100));
    room.draw(room.circle(0, 300));
    room.report(room.crossing(FenceEvent::enter, 2));
    room.check(room.undo(room.desk));
    CHECK(room.world.fences.find(room.fence)->shape.radius_mm == 100'000);
    CHECK(room.inside() == std::vector{room.units[2]});
    room.check(room.redo(room.desk));
    CHECK(room.world.fences.find(room.fence)->shape.radius_mm == 300'000);
    CHECK(room.inside() == std::vector{room.units[2]});
}

TEST_CASE("A shift that takes over knows the fences and who is inside")
{
    FencedRoom room;
    room.draw(room.circle(0, 100));
    room.report(room.crossing(FenceEvent::enter));
    World const next = take_over(room.world);
    REQUIRE(next.fences.contains(room.fence));
    CHECK(next.fences.find(room.fence)->inside == room.world.fences.find(room.fence)->inside);
    CHECK(!next.fences.find(room.fence)->changed_by);
}
