#include "maps/multipolygon.h"

#include "core/base/dice.h"

#include <catch2/catch.hpp>

using namespace cresset;
using namespace cresset::maps;

namespace {

/// Nodes on a 100 x 100 grid; node x + 100 y lies at (x, y).
SourceMap grid()
{
    SourceMap map;
    for (int y = 0; y < 100; ++y)
        for (int x = 0; x < 100; ++x) map.nodes.push_back({x + 100 * y + 1, {y * 1000, x * 1000}, {}});
    return map;
}

std::uint32_t at(std::uint32_t x, std::uint32_t y)
{
    return x + 100 * y;
}

NodeRing box(std::uint32_t x, std::uint32_t y, std::uint32_t size)
{
    return {at(x, y), at(x + size, y), at(x + size, y + size), at(x, y + size), at(x, y)};
}

void add(SourceMap& map, SourceRelation& relation, NodeRing nodes, std::string_view role)
{
    relation.members.push_back({MemberKind::way, static_cast<std::uint32_t>(map.ways.size()), map.text(role)});
    map.ways.push_back({static_cast<std::int64_t>(map.ways.size() + 1), std::move(nodes), {}});
}

__int128 covered(SourceMap const& map, NodeArea const& area)
{
    auto const size = [&](NodeRing const& ring) {
        auto const twice = doubled_area(map, ring);
        return twice < 0 ? -twice : twice;
    };
    __int128 sum = 0;
    for (auto const& polygon : area.polygons) {
        sum += size(polygon.outer);
        for (auto const& hole : polygon.holes) sum -= size(hole);
    }
    return sum;
}

}  // namespace

TEST_CASE("lines that close no ring are no area and the area says that it is not whole")
{
    auto const map = grid();
    auto const area = assemble_area(map, {{at(0, 0), at(5, 0), at(5, 5)}, {at(5, 5), at(0, 5)}});
    CHECK(area.polygons.empty());
    CHECK_FALSE(area.whole);
    CHECK(assemble_area(map, std::vector<NodeRing>{}).polygons.empty());
    CHECK(assemble_area(map, {{at(0, 0)}, {}, {at(1, 1), at(1, 1)}}).polygons.empty());
}

TEST_CASE("a ring there and back without an area is none")
{
    auto const map = grid();
    CHECK(assemble_area(map, {{at(0, 0), at(5, 0), at(9, 0), at(0, 0)}}).polygons.empty());
}

TEST_CASE("lines in any direction and order are stitched into a ring")
{
    auto const map = grid();
    auto const area = assemble_area(map, {{at(5, 5), at(5, 0), at(0, 0)}, {at(0, 5), at(0, 0)}, {at(0, 5), at(5, 5)}});
    REQUIRE(area.polygons.size() == 1);
    CHECK(area.whole);
    CHECK(area.polygons[0].outer.size() == 5);
    CHECK(area.polygons[0].outer.front() == area.polygons[0].outer.back());
}

TEST_CASE("a stray line at a ring does not cost the ring")
{
    auto const map = grid();
    auto const area = assemble_area(
        map,
        {{at(0, 0), at(5, 0)}, {at(5, 0), at(9, 0)}, {at(9, 0), at(20, 0)}, {at(5, 0), at(5, 5), at(0, 5), at(0, 0)}});
    REQUIRE(area.polygons.size() == 1);
    CHECK_FALSE(area.whole);
    CHECK(covered(map, area) == __int128{2} * 25 * 1000 * 1000);
}

TEST_CASE("islands in lakes on islands nest by what lies in what and wrong roles do not matter")
{
    auto map = grid();
    SourceRelation relation;
    add(map, relation, box(20, 20, 10), "outer");
    add(map, relation, box(10, 10, 30), "outer");
    add(map, relation, box(0, 0, 50), "inner");
    add(map, relation, box(60, 60, 5), "");
    add(map, relation, box(61, 61, 1), "label");
    auto const area = assemble_area(map, relation);
    REQUIRE(area.polygons.size() == 3);
    CHECK(area.polygons[0].holes.size() == 1);
    CHECK(area.polygons[1].holes.empty());
    CHECK(covered(map, area) == __int128{2} * (2500 - 900 + 100 + 25) * 1000 * 1000);
}

TEST_CASE("rings that touch in a point are apart and a hole that touches its outer ring stays a hole")
{
    auto const map = grid();
    auto const apart = assemble_area(map, {box(0, 0, 5), box(5, 5, 5)});
    CHECK(apart.polygons.size() == 2);
    NodeRing const hole{at(0, 0), at(3, 1), at(1, 3), at(0, 0)};
    auto const touching = assemble_area(map, {box(0, 0, 10), hole});
    REQUIRE(touching.polygons.size() == 1);
    CHECK(touching.polygons[0].holes.size() == 1);
}

TEST_CASE("of seeded random boxes cut into pieces the area is the same as of the whole boxes")
{
    auto const map = grid();
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        Dice dice{seed};
        std::vector<NodeRing> whole;
        std::vector<NodeRing> pieces;
        for (std::uint32_t i = 0; i < 16; ++i) {
            if (dice.chance(1, 3)) continue;
            auto const size = static_cast<std::uint32_t>(dice.range(1, 20));
            auto const ring = box(25 * (i % 4) + 1, 25 * (i / 4) + 1, size);
            whole.push_back(ring);
            auto const cut = static_cast<std::ptrdiff_t>(dice.range(1, 3));
            NodeRing first(ring.begin(), ring.begin() + cut + 1);
            NodeRing second(ring.begin() + cut, ring.end());
            if (dice.chance(1, 2)) std::reverse(first.begin(), first.end());
            pieces.insert(pieces.begin() + dice.range(0, static_cast<std::int64_t>(pieces.size())), first);
            pieces.insert(pieces.begin() + dice.range(0, static_cast<std::int64_t>(pieces.size())), second);
        }
        auto const area = assemble_area(map, pieces);
        CHECK(area.whole);
        CHECK(area.polygons.size() == whole.size());
        CHECK(covered(map, area) == covered(map, assemble_area(map, whole)));
    }
}

TEST_CASE("an old-style multipolygon takes its tags from its outer way and the way is no area by itself")
{
    auto map = grid();
    SourceRelation relation;
    map.add_tag(relation.tags, "type", "multipolygon");
    add(map, relation, box(0, 0, 50), "outer");
    add(map, relation, box(10, 10, 30), "inner");
    map.add_tag(map.ways[0].tags, "natural", "water");
    auto const old = area_tags(map, relation);
    CHECK(map.has(old.tags, "natural", "water"));
    CHECK(old.from_ways == std::vector<std::uint32_t>{0});
    map.add_tag(relation.tags, "landuse", "forest");
    auto const own = area_tags(map, relation);
    CHECK(own.from_ways.empty());
    CHECK_FALSE(map.has(own.tags, "natural", "water"));
}
