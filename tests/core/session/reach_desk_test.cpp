#include "core/session/reach_desk.h"

#include "tests/core/session/drawn_room.h"

using namespace cresset;
using namespace cresset::testing;

namespace {

constexpr std::string_view long_street = R"(
A---B---C---D---E---F---G---H---I---J---K---L---M
)";

}  // namespace

TEST_CASE("Only units on duty that are available with a fix near a road are free")
{
    DrawnRoom room{long_street, "ADG"};
    room.perform(UnitStatusSet{room.units[1], Status::busy, {}});
    room.perform(UnitSigned{room.units[2], false});
    auto const free = free_units(room.world, *room.roads);
    REQUIRE(free.size() == 1);
    CHECK(free[0].unit == room.units[0]);
}

TEST_CASE("Areas of nobody are empty and those of somebody grow with the limit")
{
    DrawnRoom room{long_street, "A"};
    CHECK(areas_within(room.roads, {}).empty());
    auto const none = areas_within(room.roads, {{}, {60'000, 180'000}, ReachWay::out});
    REQUIRE(none.size() == 2);
    CHECK(none[1].areas.empty());
    auto const at = *room.roads->snap(room.city.place('A'), Mode::emergency_car);
    auto const some = areas_within(room.roads, {{{at, Mode::emergency_car}}, {20'000, 60'000}, ReachWay::out});
    REQUIRE(some[0].areas.size() == 1);
    REQUIRE(some[1].areas.size() == 1);
    CHECK(area_m2(some[0].areas[0]) < area_m2(some[1].areas[0]));
}

TEST_CASE("Whoever alone covers an end of the street leaves a hole there and the other does not")
{
    DrawnRoom room{long_street, "AMM"};
    std::vector<std::uint32_t> const limits{25'000};
    auto const answer = find_coverage(room.roads, free_units(room.world, *room.roads), limits, true);
    REQUIRE(answer.opens.contains(room.units[0]));
    CHECK(!answer.opens.contains(room.units[1]));  // the third stands where it does
    CHECK(answer.opens.at(room.units[0]).length_mm > 0);
    CHECK_FALSE(answer.opens.at(room.units[0]).streets.empty());
    REQUIRE(answer.areas.size() == 1);
    auto const quick = find_coverage(room.roads, free_units(room.world, *room.roads), limits, false);
    CHECK(quick.areas.empty());
    CHECK(quick.opens == answer.opens);
}
