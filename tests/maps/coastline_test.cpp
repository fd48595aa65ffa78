#include "maps/coastline.h"

#include "core/base/dice.h"

#include <catch2/catch.hpp>

using namespace cresset;
using namespace cresset::maps;

namespace {

TileBox const box{{0, 0}, {10000, 10000}};

CoastInput input(std::vector<TileLine> lines)
{
    CoastInput coast;
    coast.lines = std::move(lines);
    coast.box = coast.whole = box;
    coast.max_gap = 100;
    coast.max_reach = 500;
    return coast;
}

bool is_water(Sea const& sea, TilePoint at)
{
    std::size_t around = 0;
    for (auto const& polygon : sea.polygons)
        for (auto const& ring : polygon) around += ring_contains(ring, at) ? 1 : 0;
    return around % 2 == 1;
}

bool says(Sea const& sea, std::string_view words)
{
    return std::any_of(sea.notes.begin(), sea.notes.end(),
                       [&](auto const& note) { return note.find(words) != std::string::npos; });
}

double covered(Sea const& sea)
{
    double sum = 0;
    for (auto const& polygon : sea.polygons)
        for (auto const& ring : polygon) sum += static_cast<double>(doubled_area(ring)) / 2;
    return sum;
}

// A round island, land on the left: counterclockwise on the screen.
TileLine const island{{4000, 4000}, {4000, 6000}, {6000, 6000}, {6000, 4000}, {4000, 4000}};

}  // namespace

TEST_CASE("without a coastline there is no sea")
{
    CHECK(sea_of(input({})).polygons.empty());
    CHECK(sea_of(input({{}, {{1, 1}}})).polygons.empty());
    CHECK(sea_of(input({{{20000, 0}, {20000, 9000}}})).polygons.empty());
}

TEST_CASE("a coast with a wide gap gives no sea and says where")
{
    auto const sea = sea_of(input({{{-10, 5000}, {4000, 5000}}, {{6000, 5000}, {10010, 5000}}}));
    CHECK(sea.polygons.empty());
    CHECK(says(sea, "does not close: no sea is drawn"));
}

TEST_CASE("a coast that would put streets under water gives no sea and says so")
{
    auto coast = input({{{10010, 5000}, {-10, 5000}}});  // runs west: water to the north
    for (std::int32_t x = 500; x < 10000; x += 100) coast.on_land.push_back({x, 2000});
    auto const sea = sea_of(coast);
    CHECK(sea.polygons.empty());
    CHECK(says(sea, "under water"));
}

TEST_CASE("two coasts that both begin at the edge part nothing and give no sea")
{
    auto const sea = sea_of(input({{{-10, 3000}, {10010, 3000}}, {{-10, 6000}, {10010, 6000}}}));
    CHECK(sea.polygons.empty());
    CHECK(says(sea, "no sea is drawn"));
}

TEST_CASE("an open coast that crosses the map has water on its right only")
{
    auto const sea = sea_of(input({{{-100, 5000}, {5000, 4000}, {10100, 5000}}}));  // runs east: water to the south
    REQUIRE(sea.polygons.size() == 1);
    CHECK(doubled_area(sea.polygons[0][0]) > 0);
    CHECK(is_water(sea, {5000, 9000}));
    CHECK(is_water(sea, {5000, 4100}));
    CHECK_FALSE(is_water(sea, {5000, 3900}));
    CHECK_FALSE(is_water(sea, {100, 100}));
    CHECK(sea.notes.empty());
}

TEST_CASE("an island alone lies in the sea")
{
    auto const sea = sea_of(input({island}));
    REQUIRE(sea.polygons.size() == 1);
    REQUIRE(sea.polygons[0].size() == 2);
    CHECK(doubled_area(sea.polygons[0][0]) > 0);
    CHECK(doubled_area(sea.polygons[0][1]) < 0);
    CHECK_FALSE(is_water(sea, {5000, 5000}));
    CHECK(is_water(sea, {1000, 1000}));
}

TEST_CASE("an island cut into pieces in any order is the same island")
{
    auto const whole = sea_of(input({island}));
    auto const cut = sea_of(input(
        {{{6000, 6000}, {6000, 4000}, {4000, 4000}}, {{4000, 6000}, {6000, 6000}}, {{4000, 4000}, {4000, 6000}}}));
    CHECK(covered(whole) == covered(cut));
}

TEST_CASE("a peninsula and an island beside it are land and what is around them is water")
{
    TileLine const peninsula{
        {-10, 4000}, {3000, 4000}, {3000, 6000}, {-10, 6000}};  // out along its north shore, back along its south shore
    TileLine turned{peninsula.rbegin(), peninsula.rend()};
    auto const sea = sea_of(input({turned, island}));
    REQUIRE(sea.polygons.size() == 1);
    CHECK(sea.polygons[0].size() == 2);
    CHECK_FALSE(is_water(sea, {1000, 5000}));
    CHECK_FALSE(is_water(sea, {5000, 5000}));
    CHECK(is_water(sea, {3500, 5000}));
    CHECK(is_water(sea, {1000, 1000}));
    CHECK(is_water(sea, {1000, 9000}));
}

TEST_CASE("an island in a bay on land nests as it lies and an island on land is none")
{
    // The coast runs east at y = 5000: the sea is in the south. One island lies in it, one ring lies on land.
    TileLine const in_sea{{4000, 7000}, {4000, 8000}, {5000, 8000}, {5000, 7000}, {4000, 7000}};
    TileLine const on_land{{4000, 1000}, {4000, 2000}, {5000, 2000}, {5000, 1000}, {4000, 1000}};
    auto const sea = sea_of(input({{{-10, 5000}, {10010, 5000}}, in_sea, on_land}));
    REQUIRE(sea.polygons.size() == 1);
    CHECK(sea.polygons[0].size() == 2);
    CHECK_FALSE(is_water(sea, {4500, 7500}));
    CHECK_FALSE(is_water(sea, {4500, 1500}));
}

TEST_CASE("a lake mapped as coast is water and an island in it is land")
{
    TileLine const lake{{2000, 2000}, {8000, 2000}, {8000, 8000}, {2000, 8000}, {2000, 2000}};
    auto const sea = sea_of(input({lake, island}));
    REQUIRE(sea.polygons.size() == 1);
    CHECK(is_water(sea, {3000, 3000}));
    CHECK_FALSE(is_water(sea, {5000, 5000}));
    CHECK_FALSE(is_water(sea, {1000, 1000}));
}

TEST_CASE("a strait has its water between its coasts and a spit of land between two straits stays dry")
{
    auto const sea = sea_of(input({{{10010, 7000}, {-10, 7000}}, {{-10, 3000}, {10010, 3000}}}));
    CHECK(is_water(sea, {5000, 5000}));
    CHECK_FALSE(is_water(sea, {5000, 1000}));
    CHECK_FALSE(is_water(sea, {5000, 9000}));
    auto const spit = sea_of(input({{{10010, 4000}, {-10, 4000}}, {{-10, 6000}, {10010, 6000}}}));
    CHECK(spit.polygons.size() == 2);
    CHECK_FALSE(is_water(spit, {5000, 5000}));
    CHECK(is_water(spit, {5000, 1000}));
    CHECK(is_water(spit, {5000, 9000}));
}

TEST_CASE("small gaps are closed and ends near the edge of the map are drawn on to it")
{
    auto const sea = sea_of(input({{{300, 5000}, {4000, 5000}}, {{4060, 5010}, {9600, 5000}}}));
    REQUIRE(sea.polygons.size() == 1);
    CHECK(is_water(sea, {5000, 8000}));
    CHECK(is_water(sea, {10, 8000}));
    CHECK_FALSE(is_water(sea, {5000, 2000}));
    CHECK(says(sea, "gaps in the coastline that were closed: 1"));
}

TEST_CASE("a coast that ends beyond the part of the map that is whole goes on over the side where it left")
{
    // It leaves the whole part in the west, near its southern edge.
    auto coast = input({{{10010, 2000}, {5000, 8500}, {2900, 8900}}});
    coast.whole = {{3000, 3000}, {9000, 9000}};
    auto const sea = sea_of(coast);
    REQUIRE(sea.polygons.size() == 1);
    CHECK(is_water(sea, {1000, 5000}));
    CHECK_FALSE(is_water(sea, {1000, 9500}));
    CHECK_FALSE(is_water(sea, {9000, 9500}));
}

TEST_CASE("a short stray piece of coast is left out and does not cost the sea")
{
    auto const sea = sea_of(input({{{-10, 5000}, {10010, 5000}}, {{5000, 2000}, {5200, 2000}}}));
    REQUIRE(sea.polygons.size() == 1);
    CHECK(is_water(sea, {5000, 8000}));
    CHECK(says(sea, "left out"));
}

TEST_CASE("an island that reaches over the edge of the map is cut there wherever its line begins")
{
    TileLine ring{{9000, 4000}, {9000, 6000}, {11000, 6000}, {11000, 4000}};
    for (int turn = 0; turn < 4; ++turn) {
        std::rotate(ring.begin(), ring.begin() + 1, ring.end());
        auto closed = ring;
        closed.push_back(ring.front());
        auto const sea = sea_of(input({closed}));
        REQUIRE(sea.polygons.size() == 1);
        CHECK_FALSE(is_water(sea, {9500, 5000}));
        CHECK(is_water(sea, {8000, 5000}));
        CHECK(covered(sea) == Approx(1e8 - 2e6));
    }
}

TEST_CASE("of seeded random coasts and islands every point is water or land as a plain count says")
{
    std::size_t wet = 0, dry = 0;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        Dice dice{seed};
        // A coast from west to east with the sea in the south, never steeper than its steps; islands on a lattice
        // beyond it.
        TileLine coast{{-500, static_cast<std::int32_t>(dice.range(1000, 4000))}};
        while (coast.back().x <= 10500)
            coast.push_back({coast.back().x + static_cast<std::int32_t>(dice.range(50, 900)),
                             static_cast<std::int32_t>(dice.range(1000, 4000))});
        std::vector<TileLine> islands;
        for (std::int32_t x = -500; x < 11000; x += 2500)
            for (std::int32_t y = 5000; y < 11000; y += 2500) {
                if (dice.chance(1, 2)) continue;
                auto const size = static_cast<std::int32_t>(dice.range(100, 2000));
                islands.push_back({{x, y}, {x, y + size}, {x + size, y + size}, {x + size, y}, {x, y}});
            }
        std::vector<TileLine> lines = islands;
        for (std::size_t i = 0; i + 1 < coast.size(); ++i) lines.push_back({coast[i], coast[i + 1]});
        for (std::size_t i = lines.size(); i > 1; --i) std::swap(lines[i - 1], lines[dice.below(i)]);
        auto const sea = sea_of(input(lines));
        CHECK(sea.notes.empty());
        for (int k = 0; k < 100; ++k) {
            TilePoint const at{static_cast<std::int32_t>(dice.range(1, 9999)),
                               static_cast<std::int32_t>(dice.range(1, 9999))};
            auto const step = std::find_if(coast.begin(), coast.end(), [&](TilePoint one) { return one.x > at.x; });
            auto const a = *(step - 1), b = *step;
            double const shore = a.y + static_cast<double>(b.y - a.y) * (at.x - a.x) / (b.x - a.x);
            if (std::abs(at.y - shore) < 3) continue;
            bool on_island = false, on_beach = false;
            for (auto const& ring : islands) {
                auto const around = box_of(ring);
                on_island = on_island || around.contains(at);
                on_beach = on_beach || (around.grown(2).contains(at) && !around.grown(-2).contains(at));
            }
            if (on_beach) continue;
            bool const expected = at.y > shore && !on_island;
            (expected ? wet : dry) += 1;
            CHECK(is_water(sea, at) == expected);
        }
    }
    CHECK(wet > 3000);
    CHECK(dry > 3000);
}

TEST_CASE("coasts without any sense are answered without flooding all or failing")
{
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        Dice dice{seed};
        std::vector<TileLine> lines;
        for (auto i = dice.range(1, 8); i > 0; --i) {
            TileLine line;
            for (auto k = dice.range(0, 9); k > 0; --k)
                line.push_back({static_cast<std::int32_t>(dice.range(-1, 21)) * 500,
                                static_cast<std::int32_t>(dice.range(-1, 21)) * 500});
            lines.push_back(line);
        }
        auto const sea = sea_of(input(lines));
        for (auto const& polygon : sea.polygons) {
            REQUIRE_FALSE(polygon.empty());
            CHECK(doubled_area(polygon[0]) > 0);
            for (auto const& ring : polygon) CHECK(box.contains(box_of(ring)));
        }
    }
}

TEST_CASE("a coast in thousands of loose pieces gives no sea and no long wait")
{
    std::vector<TileLine> lines;
    for (std::int32_t i = 0; i < 5000; ++i)
        lines.push_back({{1000 + i, 2000 + 30 * (i % 200)}, {1000 + i, 2010 + 30 * (i % 200)}});
    auto const sea = sea_of(input(lines));
    CHECK(sea.polygons.empty());
    CHECK(says(sea, "too many pieces"));
}
