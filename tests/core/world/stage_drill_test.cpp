#include "tests/core/world/room.h"

#include <limits>

using namespace cresset;
using namespace cresset::testing;

namespace {

struct DrillRoom : Room {
    StageDrillId id{1, 800};
    StageDrill drill() const
    {
        StageDrill row;
        row.place = moved(center, 0, 1'000'000);
        row.began_at = now;
        row.stages = {{60, 1, {}}, {180, 2, {}}, {300, 3, {}}};
        return row;
    }
    void begin_drill() { perform(StageDrillBegun{{id, drill()}}); }
    StageDrill const& row() const { return *world.stage_drills.find(id); }
    /// The unit is at the place, now.
    void come(int unit)
    {
        Fix fix;
        fix.place = row().place;
        fix.at = now;
        report(Sweep{1, "", pack_sweep({{units[static_cast<std::size_t>(unit)], fix}})});
    }
};

}  // namespace

TEST_CASE("A drill without stages or with stages that do not rise is refused")
{
    DrillRoom room;
    std::string const why = "a drill needs stages: rising times, each with one unit at least";
    StageDrill row = room.drill();
    row.stages.clear();
    CHECK(room.why_not(StageDrillBegun{{room.id, row}}) == why);
    row.stages = {{180, 1, {}}, {60, 2, {}}};
    CHECK(room.why_not(StageDrillBegun{{room.id, row}}) == why);
    row.stages = {{60, 1, {}}, {std::numeric_limits<std::int64_t>::max(), 2, {}}};
    CHECK(room.why_not(StageDrillBegun{{room.id, row}}) == why);
    row.stages = {{60, 0, {}}};
    CHECK(room.why_not(StageDrillBegun{{room.id, row}}) == why);
    CHECK(room.why_not(StageDrillEnded{room.id}) == "there is no drill 1:800");
}

TEST_CASE("Each stage is kept or missed by who was there in time and all of it stands in the journal")
{
    DrillRoom room;
    room.begin_drill();
    room.wait(40);
    room.come(0);
    room.come(0);  // again: counted once
    REQUIRE(room.row().arrivals.size() == 1);
    CHECK(room.row().arrivals[0].at == room.now);
    room.wait(24);
    room.clock();
    CHECK(room.row().stages[0].kept == true);
    CHECK(!room.row().stages[1].kept);
    room.wait(120);
    room.clock();
    CHECK(room.row().stages[1].kept == false);
    room.come(1), room.come(2);
    room.wait(120);
    room.clock();
    CHECK(room.row().stages[2].kept == true);
    CHECK(room.row().ended_at == room.now);
    CHECK(room.why_not(StageDrillEnded{room.id}) == "this drill is over");
}

TEST_CASE("Who stands at the place at T0 has arrived at once")
{
    DrillRoom room;
    StageDrill row = room.drill();
    row.place = room.center;
    room.perform(StageDrillBegun{{room.id, row}});
    REQUIRE(room.row().arrivals.size() == 1);
    CHECK(room.row().arrivals[0] == StageArrival{room.units[0], room.now});
    room.check(room.undo(room.desk));
    CHECK(room.world.stage_drills.empty());
}

TEST_CASE("A fix that comes late still counts by its own time")
{
    DrillRoom room;
    room.begin_drill();
    room.wait(58);
    Fix fix;
    fix.place = room.row().place;
    fix.at = room.now;
    room.wait(4);
    room.clock();
    CHECK(!room.row().stages[0].kept);
    room.report(Sweep{1, "", pack_sweep({{room.units[0], fix}})});
    room.wait(2);
    room.clock();
    CHECK(room.row().stages[0].kept == true);
}
