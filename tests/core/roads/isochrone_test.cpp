#include "core/roads/isochrone.h"

#include "core/roads/roads.h"
#include "tests/core/roads/drawn_streets.h"
#include "tests/core/roads/isochrone_checks.h"
#include "tests/core/roads/random_streets.h"

#include <catch2/catch.hpp>
#include <iostream>

using namespace cresset;

namespace {

struct Drawn {
    Reach reach;
    std::vector<Isochrone> isochrones;
};

Drawn draw(Roads const& roads, Mode mode, RoadPosition const& at, std::vector<std::uint32_t> const& limits_ms)
{
    Drawn out;
    std::uint32_t const longest = *std::max_element(limits_ms.begin(), limits_ms.end());
    out.reach = roads.reach_search(mode).reach(std::array{at}, longest + longest / 10);
    out.isochrones = roads.isochrone_drawer(mode).draw(out.reach, limits_ms);
    return out;
}

/// Of all limits together, each checked.
IsochroneFaults check_promises(Roads const& roads, Mode mode, Drawn const& drawn)
{
    IsochroneFaults sum;
    for (auto const& isochrone : drawn.isochrones) {
        auto const faults = faults_of(roads.graph(), mode, drawn.reach, isochrone);
        check_promises(faults);
        sum.rings += faults.rings;
        sum.late_near += faults.late_near;
        sum.late_beside_early += faults.late_beside_early;
    }
    return sum;
}

}  // namespace

TEST_CASE("nothing is drawn around nothing")
{
    DrawnStreets city{R"(
A===B---C
)"};
    Roads const roads{city.graph()};
    auto const footway = position_on(*city.graph(), *city.arc('A', 'B'), 10'000);
    auto const drawn = draw(roads, Mode::car, footway, {60'000});
    REQUIRE(drawn.isochrones.size() == 1);
    CHECK(drawn.isochrones[0].areas.empty());
}

TEST_CASE("the road under a bridge is left out where one cannot get down to it")
{
    DrawnStreets city{R"(
        C
        |
        E
        |
A---F---#---G---B
        |
        H
        |
        D
)"};
    Roads const roads{city.graph()};
    auto const at = position_on(*city.graph(), *city.arc('A', 'F'), 0);
    auto const drawn = draw(roads, Mode::car, at, {300'000});
    check_promises(roads, Mode::car, drawn);
    for (char const name : {'A', 'F', 'G', 'B'}) CHECK(isochrone_contains(drawn.isochrones[0], city.place(name)));
    for (char const name : {'C', 'E', 'H', 'D'}) CHECK_FALSE(isochrone_contains(drawn.isochrones[0], city.place(name)));
}

TEST_CASE("a parallel road that cannot be entered is left out and so is one in the middle of all")
{
    DrawnStreets city{R"(
A--B--C--D--E
|  |  |  |  |
F--G--H--I--J
|           |
| K~~L~~M~~N|
|           |
O--P--Q--R--S
|  |  |  |  |
T--U--V--W--X
)"};
    Roads const roads{city.graph()};
    auto const at = position_on(*city.graph(), *city.arc('A', 'B'), 0);
    auto const drawn = draw(roads, Mode::car, at, {600'000});
    auto const sum = check_promises(roads, Mode::car, drawn);
    CHECK(sum.late_near == 4);
    REQUIRE(drawn.isochrones[0].areas.size() == 1);
    CHECK(drawn.isochrones[0].areas[0].holes.size() == 1);
}

TEST_CASE("wide open ground within a ring of streets is a hole and a common block is none")
{
    DrawnStreets city{R"(
A---------B--C
|         |  |
|         D--E
|         |
|         |
|         |
|         |
F---------G
)"};
    Roads const roads{city.graph()};
    auto const at = position_on(*city.graph(), *city.arc('A', 'B'), 0);
    auto const drawn = draw(roads, Mode::car, at, {600'000});
    check_promises(roads, Mode::car, drawn);
    REQUIRE(drawn.isochrones[0].areas.size() == 1);
    CHECK(drawn.isochrones[0].areas[0].holes.size() == 1);
    CHECK_FALSE(isochrone_contains(drawn.isochrones[0], DrawnStreets::place_at(5, 5)));
    CHECK(isochrone_contains(drawn.isochrones[0], DrawnStreets::place_at(11, 2)));
}

TEST_CASE("more minutes hold what fewer do")
{
    Roads const roads{random_streets({.seed = 3, .side = 24})};
    Dice dice{5};
    auto const at = random_position(roads.graph(), Mode::car, dice);
    auto const drawn = draw(roads, Mode::car, at, {180'000, 60'000, 120'000});
    REQUIRE(drawn.isochrones.size() == 3);
    CHECK(drawn.isochrones[0].within_ms == 180'000);
    CHECK(drawn.isochrones[1].within_ms == 60'000);
    auto const alone = draw(roads, Mode::car, at, {60'000});
    for (auto const& row : alone.reach.nodes) {
        if (row.ms > 60'000) continue;
        for (auto const& isochrone : drawn.isochrones)
            CHECK(isochrone_contains(isochrone, roads.graph().place(row.node)));
    }
    CHECK(draw(roads, Mode::car, at, {180'000, 60'000, 120'000}).isochrones == drawn.isochrones);
}

TEST_CASE("thrown streets are drawn with every node on its side")
{
    IsochroneFaults sum;
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        Roads const roads{random_streets({.seed = seed, .side = 24})};
        for (Mode const mode : all_modes) {
            Dice dice{seed, index_of(mode)};
            auto const at = random_position(roads.graph(), mode, dice);
            INFO("seed " << seed << ", " << name_of(mode));
            auto const faults = check_promises(roads, mode, draw(roads, mode, at, {60'000, 180'000, 300'000}));
            sum.rings += faults.rings;
            sum.late_near += faults.late_near;
        }
    }
    CHECK(sum.rings > 150);
    CHECK(sum.late_near > 2000);
}
