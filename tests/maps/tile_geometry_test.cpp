#include "maps/tile_geometry.h"

#include "core/base/dice.h"
#include "maps/tile_clip.h"
#include "maps/tile_id.h"
#include "maps/tile_merge.h"
#include "maps/tile_simplify.h"

#include <catch2/catch.hpp>
#include <cmath>

using namespace cresset;
using namespace cresset::maps;

namespace {

TilePoint random_point(Dice& dice, std::int32_t low, std::int32_t high)
{
    auto const x = static_cast<std::int32_t>(dice.range(low, high));
    return {x, static_cast<std::int32_t>(dice.range(low, high))};
}

/// A ring that does not cross itself: points around a middle, by ascending angle.
TileLine random_star(Dice& dice)
{
    auto const middle = random_point(dice, -200, 1200);
    auto const count = dice.range(3, 40);
    TileLine ring;
    for (std::int64_t i = 0; i < count; ++i) {
        double const angle = 6.283185307 * static_cast<double>(i) / static_cast<double>(count);
        auto const radius = static_cast<double>(dice.range(20, 900));
        ring.push_back({middle.x + static_cast<std::int32_t>(std::lround(radius * std::cos(angle))),
                        middle.y + static_cast<std::int32_t>(std::lround(radius * std::sin(angle)))});
    }
    return ring;
}

/// True if the point is farther than `by` from every edge: there rounding decides nothing.
bool is_clear_of(TileLine const& ring, TilePoint at, double by)
{
    for (std::size_t i = 0; i < ring.size(); ++i) {
        auto const a = ring[i], b = ring[(i + 1) % ring.size()];
        double const dx = b.x - a.x, dy = b.y - a.y, px = at.x - a.x, py = at.y - a.y;
        double const whole = dx * dx + dy * dy;
        double const part = whole == 0 ? 0 : std::clamp((px * dx + py * dy) / whole, 0.0, 1.0);
        if (std::hypot(px - part * dx, py - part * dy) <= by) return false;
    }
    return true;
}

double distance_to(TileLine const& line, TilePoint at)
{
    double best = 1e18;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        double const dx = line[i + 1].x - line[i].x, dy = line[i + 1].y - line[i].y;
        double const px = at.x - line[i].x, py = at.y - line[i].y, whole = dx * dx + dy * dy;
        double const part = whole == 0 ? 0 : std::clamp((px * dx + py * dy) / whole, 0.0, 1.0);
        best = std::min(best, std::hypot(px - part * dx, py - part * dy));
    }
    return best;
}

TileBox const box{{0, 0}, {1000, 1000}};

}  // namespace

TEST_CASE("no tile is valid beyond its zoom")
{
    CHECK_FALSE(TileId{-1, 0, 0}.valid());
    CHECK_FALSE(TileId{31, 0, 0}.valid());
    CHECK_FALSE(TileId{1, 2, 0}.valid());
    CHECK_FALSE(TileId{0, 0, 1}.valid());
    CHECK(TileId{1, 1, 1}.valid());
    CHECK(TileId{30, (1U << 30U) - 1, 0}.valid());
}

TEST_CASE("places beyond the edge of the Mercator world lie on its edge")
{
    CHECK(tile_of({900000000, 1800000000}, 14) == TileId{14, 16383, 0});
    CHECK(tile_of({-900000000, -1800000000}, 14) == TileId{14, 0, 16383});
    CHECK(to_grid({900000000, 1800000000}) == TilePoint{1 << 26, 0});
    CHECK(to_grid({-900000000, -1800000000}) == TilePoint{0, 1 << 26});
}

TEST_CASE("a known place lies on the tile that other programs name")
{
    CHECK(tile_of(*place_from_degrees(43.7384, 7.4246), 14) == TileId{14, 8529, 5974});
    CHECK(tile_of(*place_from_degrees(30.5928, 114.3055), 10) == TileId{10, 837, 420});
    CHECK(TileId{14, 8529, 5974}.parent() == TileId{13, 4264, 2987});
}

TEST_CASE("places come back from Mercator and tiles hold the places that lie on them")
{
    for (std::uint64_t seed = 0; seed < 1000; ++seed) {
        Dice dice{seed};
        Place const place{static_cast<std::int32_t>(dice.range(-850000000, 850000000)),
                          static_cast<std::int32_t>(dice.range(-1799999999, 1799999999))};
        auto const back = from_mercator(to_mercator(place));
        CHECK(std::abs(back.lat_e7 - place.lat_e7) <= 1);
        CHECK(std::abs(back.lon_e7 - place.lon_e7) <= 1);
        auto const bounds = bounds_of(tile_of(place, 14));
        CHECK(bounds.contains(place));
    }
}

TEST_CASE("a ring wound round itself without end has an area that fits")
{
    TileLine ring;
    for (int i = 0; i < 20000; ++i) {
        TilePoint const corners[] = {{0, 0}, {1 << 26, 0}, {1 << 26, 1 << 26}, {0, 1 << 26}};
        ring.push_back(corners[i % 4]);
    }
    CHECK(doubled_area(ring) == INT64_MAX);
    CHECK(doubled_area({{0, 0}, {10, 0}}) == 0);
    CHECK(doubled_area({{0, 0}, {10, 0}, {10, 10}, {0, 10}}) == 200);
}

TEST_CASE("a name stands inside of its area even if that is bent around its middle")
{
    TileLine const horseshoe{{0, 0},     {1000, 0},  {1000, 1000}, {800, 1000},
                             {800, 200}, {200, 200}, {200, 1000},  {0, 1000}};
    CHECK(ring_contains(horseshoe, label_point({horseshoe})));
    TileLine const square{{0, 0}, {1000, 0}, {1000, 1000}, {0, 1000}};
    TileLine const hole{{300, 300}, {300, 700}, {700, 700}, {700, 300}};
    CHECK_FALSE(ring_contains(hole, label_point({square, hole})));
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        Dice dice{seed};
        auto const ring = random_star(dice);
        CHECK(ring_contains(ring, label_point({ring})));
    }
    CHECK(label_point({{{7, 7}, {8, 7}, {8, 7}}}).y == 7);
}

TEST_CASE("the middle of a line is half-way along it")
{
    CHECK(middle_of({{0, 0}, {100, 0}, {100, 300}}) == TilePoint{100, 100});
    CHECK(middle_of({{5, 5}}) == TilePoint{5, 5});
    CHECK(middle_of({{5, 5}, {5, 5}}) == TilePoint{5, 5});
}

TEST_CASE("a ring out of the box is cut to nothing and one around it to the box")
{
    CHECK(clip_ring({{2000, 0}, {3000, 0}, {3000, 900}}, box).empty());
    CHECK(clip_ring({}, box).empty());
    CHECK(clip_ring({{1, 1}}, box).empty());
    CHECK(clip_ring({{-5, -5}, {2000, -5}, {2000, 2000}, {-5, 2000}}, box).size() == 4);
    CHECK(clip_ring({{0, 1000}, {0, 2000}, {500, 1000}}, box).empty());
}

TEST_CASE("of seeded random rings the cut one covers the points that the ring covers in the box")
{
    std::size_t inside = 0;
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        Dice dice{seed};
        auto ring = random_star(dice);
        if (dice.chance(1, 2)) std::reverse(ring.begin(), ring.end());
        auto const cut = clip_ring(ring, box);
        for (auto const at : cut) CHECK(box.contains(at));
        if (!cut.empty()) CHECK((doubled_area(cut) > 0) == (doubled_area(ring) > 0));
        for (int i = 0; i < 100; ++i) {
            auto const at = random_point(dice, 1, 999);
            if (!is_clear_of(ring, at, 2) || !is_clear_of(cut, at, 2)) continue;
            bool const covered = !cut.empty() && ring_contains(cut, at);
            if (covered) ++inside;
            CHECK(covered == ring_contains(ring, at));
        }
    }
    CHECK(inside > 5000);
}

TEST_CASE("of seeded random lines the parts in the box are those that are near points of the line")
{
    std::size_t near = 0;
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        Dice dice{seed};
        TileLine line;
        for (auto i = dice.range(2, 12); i > 0; --i) line.push_back(random_point(dice, -800, 1800));
        auto const parts = clip_line(line, box);
        for (auto const& part : parts) {
            CHECK(part.size() > 1);
            for (auto const at : part) CHECK((box.contains(at) && distance_to(line, at) < 1));
        }
        for (std::size_t i = 0; i + 1 < line.size(); ++i) {
            auto const at = middle_of({line[i], line[i + 1]});
            if (!box.grown(-2).contains(at)) continue;
            ++near;
            double best = 1e18;
            for (auto const& part : parts) best = std::min(best, distance_to(part, at));
            CHECK(best < 2);
        }
    }
    CHECK(near > 100);
}

TEST_CASE("neighbouring tiles cut a line at the same point of their common edge")
{
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        Dice dice{seed};
        TileLine const line{
            random_point(dice, 0, 999),
            {static_cast<std::int32_t>(dice.range(1001, 2000)), static_cast<std::int32_t>(dice.range(0, 1000))}};
        auto const west = clip_line(line, box);
        auto const east = clip_line(line, {{1000, 0}, {2000, 1000}});
        REQUIRE(west.size() == 1);
        REQUIRE(east.size() == 1);
        CHECK(west[0].back() == east[0].front());
    }
}

TEST_CASE("a simplified line keeps its ends and no point of the true one is farther than asked")
{
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        Dice dice{seed};
        TileLine line{{0, 0}};
        for (auto i = dice.range(1, 200); i > 0; --i)
            line.push_back({line.back().x + static_cast<std::int32_t>(dice.range(-3, 12)),
                            line.back().y + static_cast<std::int32_t>(dice.range(-8, 8))});
        auto const plain = simplify_line(line, 6);
        CHECK(plain.front() == line.front());
        CHECK(plain.back() == line.back());
        for (auto const at : line) CHECK(distance_to(plain, at) <= 7);
        if (line.size() > 50) CHECK(plain.size() < line.size());
    }
}

TEST_CASE("a ring smaller than the tolerance goes and a large one keeps its direction")
{
    CHECK(simplify_ring({{0, 0}, {3, 0}, {3, 3}}, 6).empty());
    CHECK(simplify_ring({{0, 0}, {3, 0}}, 6).empty());
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        Dice dice{seed};
        auto const ring = random_star(dice);
        auto const plain = simplify_ring(ring, 6);
        if (!plain.empty()) CHECK((doubled_area(plain) > 0) == (doubled_area(ring) > 0));
        CHECK(simplify_ring(ring, 0) == ring);
    }
}

TEST_CASE("lines that meet end to end become one and at a fork they stay apart")
{
    auto const one = merge_lines({{{0, 0}, {1, 0}}, {{2, 0}, {1, 0}}, {{2, 0}, {3, 0}}}, false);
    REQUIRE(one.size() == 1);
    CHECK(one[0].size() == 4);
    CHECK(merge_lines({{{0, 0}, {1, 0}}, {{1, 0}, {2, 0}}, {{1, 0}, {1, 5}}}, false).size() == 3);
    CHECK(merge_lines({}, false).empty());
    CHECK(merge_lines({{{0, 0}}, {}}, false).empty());
}

TEST_CASE("directed lines are joined head to tail only")
{
    auto const apart = merge_lines({{{0, 0}, {1, 0}}, {{2, 0}, {1, 0}}}, true);
    CHECK(apart.size() == 2);
    auto const joined = merge_lines({{{1, 0}, {2, 0}}, {{0, 0}, {1, 0}}}, true);
    REQUIRE(joined.size() == 1);
    CHECK(joined[0] == TileLine{{0, 0}, {1, 0}, {2, 0}});
}

TEST_CASE("rings of lines and single rings are kept whole")
{
    auto const ring = merge_lines({{{0, 0}, {1, 0}}, {{1, 0}, {1, 1}}, {{1, 1}, {0, 0}}}, false);
    REQUIRE(ring.size() == 1);
    CHECK(ring[0].size() == 4);
    CHECK(merge_lines({{{0, 0}, {1, 0}, {1, 1}, {0, 0}}}, true).size() == 1);
}

TEST_CASE("of seeded random nets merging keeps the length and every line once")
{
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        Dice dice{seed};
        std::vector<TileLine> lines;
        double before = 0;
        for (auto i = dice.range(1, 60); i > 0; --i) {
            TileLine const line{random_point(dice, 0, 6), random_point(dice, 0, 6)};
            if (line[0] == line[1]) continue;
            lines.push_back(line);
            before += length(line);
        }
        for (bool const directed : {false, true}) {
            double after = 0;
            for (auto const& line : merge_lines(lines, directed)) after += length(line);
            CHECK(after == Approx(before));
        }
    }
}
