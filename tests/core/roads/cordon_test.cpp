#include "core/roads/cordon_planner.h"
#include "core/roads/cordon_thin.h"
#include "tests/core/roads/drawn_streets.h"
#include "tests/core/roads/four_corners.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

using namespace cresset;

namespace {

UnitId id_of(char name)
{
    return {1, static_cast<std::uint32_t>(name)};
}

Candidate car_at(char name, Place place)
{
    return {.unit = id_of(name), .place = place, .mode = Mode::emergency_car, .unfit = {}};
}

struct Town {
    DrawnStreets city;
    std::shared_ptr<Roads const> roads;
    CordonOrder order;

    explicit Town(std::string_view drawing) : city{drawing}, roads{std::make_shared<Roads const>(city.graph())} {}
    CordonPlan plan() { return *CordonPlanner{roads}.plan(order); }
    void post(std::string_view names)
    {
        for (char const name : names) order.units.push_back(car_at(name, city.place(name)));
    }
    std::string points(CordonPlan const& cordon)
    {
        std::string out;
        for (auto const& post : cordon.posts) out += city.name_at(post.node);
        std::sort(out.begin(), out.end());
        return out;
    }
    std::string leaks(CordonPlan const& cordon)
    {
        std::string out;
        for (auto const& leak : cordon.leaks) out += city.name_at(leak.node);
        std::sort(out.begin(), out.end());
        return out;
    }
};

Town around_the_middle()
{
    Town town{four_corners};
    town.order.seen = DrawnStreets::place_at(6, 4);
    town.order.ring = {.radius_mm = 150'000, .within_ms = {}};
    return town;
}

}  // namespace

TEST_CASE("a suspect seen where there is no road is a problem and not a cordon")
{
    Town town{four_corners};
    town.order.seen = moved(DrawnStreets::origin, 9'000'000, 0);
    auto const cordon = CordonPlanner{town.roads}.plan(town.order);
    REQUIRE_FALSE(cordon);
    CHECK(cordon.problem().find("there is no road for this mode") == 0);
}

TEST_CASE("without units every exit leaks and is named with its first moment")
{
    Town town = around_the_middle();
    town.order.since_seen_ms = 10'000;
    CordonPlan const cordon = town.plan();
    CHECK_FALSE(cordon.sealed);
    CHECK(cordon.is_proven);
    CHECK(cordon.exits == 8);
    CHECK(cordon.exits_closed == 0);
    CHECK(town.leaks(cordon) == "ABCFGJKL");
    auto const& first = cordon.leaks.front();
    CHECK(town.city.name_at(first.node) == 'A');
    // 100 m to D and 150 m to A at 3 m/s, ten seconds ago.
    CHECK(first.first_ms == Approx(250.0 / 3 * 1000 - 10'000).margin(500));
    CHECK(town.city.graph()->names()[first.street].name == "AD");
    Line const way = cordon.area->line_of(first.way);
    CHECK(distance_mm(way.front(), town.order.seen) < 100);
    CHECK(way.back() == first.place);
}

TEST_CASE("the fewest junctions are closed while the suspect can still be met near")
{
    Town town = around_the_middle();
    town.post("DEABC");
    CordonPlan const cordon = town.plan();
    CHECK(cordon.sealed);
    CHECK(cordon.is_proven);
    CHECK(town.points(cordon) == "DE");
    CHECK(cordon.total_ms == 0);
    CHECK(cordon.exits_closed == 8);
    CHECK(cordon.leaks.empty());
    CHECK(cordon.chasers.size() == 3);
    for (auto const& post : cordon.posts) CHECK(post.margin_ms == post.suspect_ms);
}

TEST_CASE("where two points want the same officer the cordon goes where others can stand")
{
    // B, C and D are all passed by him; the car at B could be at either of B and E, and nobody else at these.
    Town town{R"(
A---B---C---D---E
)"};
    town.order.seen = town.city.place('C');
    town.order.ring = {.radius_mm = 390'000, .within_ms = {}};
    town.order.since_seen_ms = 60'000;
    town.post("B");
    CordonPlan const alone = town.plan();
    CHECK_FALSE(alone.sealed);
    CHECK(alone.posts.size() == 1);
    CHECK(alone.leaks.size() == 1);
    town.post("E");
    CordonPlan const both = town.plan();
    CHECK(both.sealed);
    CHECK(town.points(both) == "BE");
    CHECK(both.total_ms == 0);
}

TEST_CASE("units beyond the number to consider leave the answer unproven")
{
    Town town = around_the_middle();
    town.post("DEABC");
    town.order.most_units = 1;
    CordonPlan const cordon = town.plan();
    CHECK_FALSE(cordon.sealed);
    CHECK_FALSE(cordon.is_proven);
    CHECK(cordon.posts.size() + cordon.chasers.size() == 5);
}

TEST_CASE("later the cordon stands farther out and taking away one officer opens exactly his exit")
{
    Town town = around_the_middle();
    town.order.since_seen_ms = 70'000;  // he may have passed all four corners
    town.post("ABCFGJKL");
    CordonPlan const cordon = town.plan();
    CHECK(cordon.sealed);
    CHECK(town.points(cordon) == "ABCFGJKL");
    for (char const gone : std::string_view{"ABCFGJKL"}) {
        Town less = around_the_middle();
        less.order.since_seen_ms = 70'000;
        less.post("ABCFGJKL");
        for (auto& unit : less.order.units)
            if (unit.unit == id_of(gone)) unit.unfit = RankReason{ReasonCode::excluded};
        CordonPlan const open = less.plan();
        CHECK_FALSE(open.sealed);
        CHECK(less.leaks(open) == std::string{gone});
        CHECK(open.exits_closed == 7);
        CHECK(open.posts.size() == 7);
    }
}

TEST_CASE("a cordon that cannot seal holds no more points than it may and those that close the most")
{
    Town town = around_the_middle();
    town.order.since_seen_ms = 70'000;
    town.post("ABCFGJ");
    town.order.most_points = 0;
    CHECK(town.plan().posts.empty());
    town.order.most_points = 2;
    CordonPlan const two = town.plan();
    CHECK(two.posts.size() == 2);
    CHECK(two.exits_closed == 2);
    CHECK(two.leaks.size() == 6);
    CHECK(two.chasers.size() == 4);
    town.order.forced = {town.city.place('J')};
    CHECK(town.points(town.plan()).find('J') != std::string::npos);
    town.order.forced.clear();
    town.post("KL");
    CordonPlan const sealed = town.plan();  // what seals has the points it needs
    CHECK(sealed.sealed);
    CHECK(sealed.posts.size() == 8);
}

TEST_CASE("of points that hold one exit together none is kept without the others")
{
    // A and B part him from X together, C alone from Z: with one point only C closes anything.
    Town town{R"(
+---X---+
|       |
|       |
|       |
|       |
|       |
A---S---B
    |
    C
    |
    |
    |
    Z
)"};
    EscapeArea const area{*town.city.graph(),
                          {.seen = *town.roads->snap(town.city.place('S'), Mode::foot),
                           .mode = Mode::foot,
                           .speeds = {},
                           .ring = {.radius_mm = 250'000, .within_ms = {}}}};
    auto const number = [&](char name) { return area.nearest(town.city.place(name)); };
    auto const kept = thin_points(area, {number('A'), number('B'), number('C')}, {}, 1);
    CHECK(kept == std::vector{number('C')});
    auto const forced = thin_points(area, {number('A'), number('B'), number('C')}, {number('A')}, 1);
    CHECK(forced == std::vector{number('A')});
}

TEST_CASE("a unit that would come after the suspect does not count")
{
    Town town{R"(
A-------B-------C
)"};
    town.order.seen = town.city.place('B');
    town.order.ring = {.radius_mm = 300'000, .within_ms = {}};
    town.order.since_seen_ms = 100'000;
    town.post("A");
    town.order.units.push_back({.unit = id_of('w'), .place = town.city.place('B'), .mode = Mode::foot, .unfit = {}});
    CordonPlan const cordon = town.plan();
    CHECK_FALSE(cordon.sealed);
    CHECK(town.points(cordon) == "A");
    CHECK(town.leaks(cordon) == "C");
    CHECK(cordon.chasers == std::vector{id_of('w')});
}

TEST_CASE("a suspect on foot or by bike goes over footways and a car does not")
{
    Town town{R"(
A---<---B---->--C
        "
        "
        D
)"};
    town.order.seen = town.city.place('B');
    town.order.ring = {.radius_mm = 90'000, .within_ms = {}};
    CHECK(town.leaks(town.plan()) == "ACD");
    town.order.mode = Mode::ebike;
    CHECK(town.leaks(town.plan()) == "ACD");
    town.order.mode = Mode::car;
    CHECK(town.leaks(town.plan()) == "AC");
}

TEST_CASE("a suspect in a car obeys one-way signs but for the street where he was seen")
{
    Town town{R"(
A--->---B-------C
)"};
    town.order.seen = DrawnStreets::place_at(10, 1);
    town.order.ring = {.radius_mm = 190'000, .within_ms = {}};
    CHECK(town.leaks(town.plan()) == "AC");
    town.order.mode = Mode::car;
    CHECK(town.leaks(town.plan()) == "C");
    town.order.seen = DrawnStreets::place_at(4, 1);
    CHECK(town.leaks(town.plan()) == "AB");
}

TEST_CASE("an officer leaves the car where the footway begins and walks on")
{
    Town town{R"(
A---B===C
)"};
    town.order.seen = town.city.place('B');
    town.order.ring = {.radius_mm = 190'000, .within_ms = {}};
    town.order.mode = Mode::foot;
    auto const& graph = *town.city.graph();
    EscapeArea const area{graph,
                          {.seen = *town.roads->snap(town.order.seen, Mode::foot),
                           .mode = Mode::foot,
                           .speeds = {},
                           .ring = town.order.ring}};
    CordonArrivals arrivals{town.roads};
    std::vector<std::int64_t> const latest(area.junctions().size(), 1'000'000);
    auto const times =
        arrivals.times(area, *town.roads->snap(town.city.place('A'), Mode::emergency_car), Mode::emergency_car, latest);
    auto const at = [&](char name) { return times[area.number_of(*graph.node_near(town.city.place(name)))]; };
    CHECK(at('A') == 0);
    CHECK(at('B') == Approx(200.0 / 15 * 1000).margin(200));
    CHECK(at('C') == Approx(at('B') + 200.0 / 1.4 * 1000).margin(200));
}

TEST_CASE("a point that the operator drags is kept if a unit is there in time")
{
    Town town = around_the_middle();
    town.post("DEA");
    town.order.forced = {town.city.place('A')};
    CordonPlan cordon = town.plan();
    CHECK(cordon.sealed);
    CHECK(town.points(cordon) == "ADE");
    CHECK(std::count_if(cordon.posts.begin(), cordon.posts.end(), [](auto const& post) { return post.is_forced; }) ==
          1);
    town.order.since_seen_ms = 10'000'000;
    cordon = town.plan();
    CHECK(cordon.forced_too_late == town.order.forced);
    CHECK(cordon.posts.empty());
    CHECK(cordon.leaks.size() == 8);
    CHECK(cordon.leaks.front().first_ms < 0);
}

TEST_CASE("a ring by time holds what the suspect reaches in that time")
{
    Town town{R"(
A---B---C---D---E
)"};
    town.order.seen = town.city.place('C');
    town.order.ring.within_ms = 70'000;
    CordonPlan const cordon = town.plan();
    CHECK(town.leaks(cordon) == "AE");
    CHECK(cordon.ends_at_map);
    CHECK(cordon.area->junctions().size() == 5);
}

TEST_CASE("the reach of a suspect grows second by second along his streets")
{
    Town town{R"(
A---B---C
)"};
    town.order.seen = DrawnStreets::place_at(2, 1);
    CordonPlan const cordon = town.plan();
    auto const length_at = [&](std::uint32_t ms) {
        std::int64_t sum = 0;
        for (auto const& stretch : cordon.area->stretches())
            sum += length_mm(drawn_at(*town.city.graph(), stretch, ms));
        return sum;
    };
    CHECK(length_at(0) == 0);
    CHECK(length_at(10'000) == Approx(60'000).margin(300));
    CHECK(length_at(30'000) == Approx(180'000).margin(500));
    CHECK(length_at(50'000) == Approx(250'000).margin(500));
    CHECK(length_at(1'000'000) == Approx(400'000).margin(500));
}

TEST_CASE("grids are ranked by the ways out that lead through them and the rest of the officers are the nearest")
{
    Town town = around_the_middle();
    auto const box = [](int west, int north, int east, int south) {
        return Line{DrawnStreets::place_at(west, north), DrawnStreets::place_at(east, north),
                    DrawnStreets::place_at(east, south), DrawnStreets::place_at(west, south)};
    };
    town.order.grids = {{.id = {0, 1}, .ring = box(100, 100, 110, 110)},
                        {.id = {0, 2}, .ring = box(-1, 3, 5, 7)},  // C D G H
                        {.id = {0, 3}, .ring = box(-1, 3, 9, 5)},  // C D E: all ways begin there
                        {.id = {0, 4}, .ring = box(7, 0, 9, 2)}};  // B
    town.order.officers_wanted = 2;
    town.post("AJD");
    CordonPlan const cordon = town.plan();
    REQUIRE(cordon.grids.size() == 3);
    CHECK(cordon.grids[0].id == GridId{0, 3});
    CHECK(cordon.grids[0].escapes == 8);
    CHECK(cordon.grids[1].id == GridId{0, 2});
    CHECK(cordon.grids[2] == CordonGridRank{.id = {0, 4}, .escapes = 1, .junctions = 1});
    CHECK(cordon.officers == std::vector{id_of('D'), id_of('A')});
}
