#include "core/rules/fence_near.h"

#include "core/base/dice.h"
#include "core/rules/fence_parts.h"

#include <catch2/catch.hpp>

using namespace cresset;

namespace {

constexpr Place centre{299'000'000, 1'216'000'000};

Place at(std::int32_t north_m, std::int32_t east_m)
{
    return {centre.lat_e7 + north_m * 90, centre.lon_e7 + east_m * 104};  // about metres, at that latitude
}

FenceShape square(std::int32_t half_m)
{
    FenceShape shape;
    shape.lines = {{at(-half_m, -half_m), at(-half_m, half_m), at(half_m, half_m), at(half_m, -half_m)}};
    return shape;
}

}  // namespace

TEST_CASE("A fence without a place and one that is farther than asked are not near")
{
    CHECK_FALSE(nearest_place(FenceShape{}, centre, 1'000'000));
    FenceShape around;
    around.kind = FenceKind::around_unit;
    around.radius_mm = 50'000;
    CHECK_FALSE(nearest_place(around, centre, 1'000'000));
    CHECK_FALSE(nearest_place(square(100), at(0, 1000), 500'000));
}

TEST_CASE("Inside of a fence it is where one stands and outside it is on the edge and not at a corner")
{
    CHECK(nearest_place(square(100), at(20, 30), 1'000'000) == at(20, 30));
    auto const side = nearest_place(square(100), at(30, 400), 1'000'000);
    REQUIRE(side);
    CHECK(distance_mm(*side, at(30, 100)) < 2'000);
    auto const corner = nearest_place(square(100), at(300, 300), 1'000'000);
    REQUIRE(corner);
    CHECK(distance_mm(*corner, at(100, 100)) < 100);
}

TEST_CASE("Of a square with a hole who stands in the hole is near the edge of the hole")
{
    FenceShape shape = square(200);
    shape.lines.push_back(square(50).lines.front());
    auto const place = nearest_place(shape, at(0, 40), 1'000'000);
    REQUIRE(place);
    CHECK(distance_mm(*place, at(0, 50)) < 1'000);
}

TEST_CASE("A circle and a corridor are as near as their edges and a line has no inside")
{
    FenceShape circle;
    circle.kind = FenceKind::circle;
    circle.lines = {{centre}};
    circle.radius_mm = 100'000;
    auto const place = nearest_place(circle, at(0, 400), 1'000'000);
    REQUIRE(place);
    CHECK(std::abs(distance_mm(centre, *place) - 100'000) < 200);
    CHECK(nearest_place(circle, centre, 1) == centre);
    FenceShape corridor;
    corridor.kind = FenceKind::corridor;
    corridor.lines = {{at(0, 0), at(0, 500)}};
    corridor.radius_mm = 30'000;
    CHECK(nearest_place(corridor, at(10, 250), 1'000'000) == at(10, 250));
    auto const beside = nearest_place(corridor, at(100, 250), 1'000'000);
    REQUIRE(beside);
    CHECK(std::abs(distance_mm(*beside, at(100, 250)) - 70'000) < 2'000);
    FenceShape line = corridor;
    line.kind = FenceKind::line;
    line.radius_mm = 0;
    auto const on = nearest_place(line, at(100, 250), 1'000'000);
    REQUIRE(on);
    CHECK(distance_mm(*on, at(0, 250)) < 1'000);
}

TEST_CASE("Over the date line a fence is as near as on this side")
{
    FenceShape circle;
    circle.kind = FenceKind::circle;
    circle.lines = {{{0, 1'799'990'000}}};
    circle.radius_mm = 50'000;
    Place const other_side{0, -1'799'990'000};
    auto const place = nearest_place(circle, other_side, 1'000'000);
    REQUIRE(place);
    CHECK(std::abs(distance_mm({0, 1'799'990'000}, *place) - 50'000) < 500);
}

TEST_CASE("No point of the edge that is tried is nearer than the nearest")
{
    for (std::uint64_t i = 0; i < 300; ++i) {
        auto const coin = [&](std::uint64_t n, std::int32_t most) {
            return static_cast<std::int32_t>(dice(81, i, n) % static_cast<std::uint64_t>(2 * most)) - most;
        };
        FenceShape shape;
        shape.lines = {
            {at(coin(0, 500), coin(1, 500)), at(coin(2, 500), coin(3, 500)), at(coin(4, 500), coin(5, 500))}};
        Place const from = at(coin(6, 900), coin(7, 900));
        auto const nearest = nearest_place(shape, from, 10'000'000);
        REQUIRE(nearest);
        Line const& ring = shape.lines.front();
        if (*nearest == from) continue;
        CHECK_FALSE(ring_contains(ring, from));
        for (std::size_t a = 0; a < 3; ++a)
            for (std::int64_t step = 0; step <= 20; ++step) {
                Place const p = ring[a], q = ring[(a + 1) % 3];
                Place const tried{static_cast<std::int32_t>(p.lat_e7 + (q.lat_e7 - p.lat_e7) * step / 20),
                                  static_cast<std::int32_t>(p.lon_e7 + (q.lon_e7 - p.lon_e7) * step / 20)};
                CHECK(distance_mm(from, *nearest) <= distance_mm(from, tried) + 1'000);
            }
    }
}
