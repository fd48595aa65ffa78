#include "core/roads/road_graph.h"

#include "core/roads/byte_codec.h"
#include "core/roads/road_net.h"
#include "core/roads/snap_index.h"
#include "tests/core/roads/drawn_streets.h"
#include "tests/core/roads/random_streets.h"

#include <catch2/catch.hpp>

using namespace cresset;

namespace {

/// Changed bytes under a right check value, so that the reader itself has to notice.
std::string resealed(std::string bytes)
{
    bytes.resize(bytes.size() - 8);
    std::uint64_t const value = check_value(bytes);
    for (unsigned shift = 0; shift < 64; shift += 8)
        bytes += static_cast<char>(static_cast<std::uint8_t>(value >> shift));
    return bytes;
}

/// Walks all of it: a sanitizer sees any number out of range.
std::size_t walk(RoadGraph const& graph)
{
    std::size_t sum = 0;
    for (ArcNumber arc = 0; arc < graph.arc_count(); ++arc) sum += graph.line(arc).size() + graph.name(arc).name.size();
    for (NodeNumber node = 0; node < graph.node_count(); ++node) sum += graph.arcs_out(node).size();
    for (std::size_t i = 0; i < graph.restriction_count(); ++i) sum += graph.restriction(i).size();
    return sum;
}

}  // namespace

TEST_CASE("bytes that are no road graph are refused with a reason")
{
    REQUIRE(!RoadGraph::from_bytes(""));
    REQUIRE(RoadGraph::from_bytes("hello").problem() == "this is no road graph");
    REQUIRE(!RoadGraph::from_bytes("CRSROADS"));
    REQUIRE(!RoadGraph::from_bytes(std::string("CRSROADS\x01", 9)));
    auto newer = random_streets({.side = 3}).to_bytes();
    newer[8] = 2;
    REQUIRE(RoadGraph::from_bytes(newer).problem().find("version 2") != std::string::npos);
}

TEST_CASE("a road graph cut anywhere is refused")
{
    auto const bytes = random_streets({.seed = 3, .side = 4}).to_bytes();
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        REQUIRE(!RoadGraph::from_bytes(bytes.substr(0, size)));
        if (size > 20) REQUIRE(!RoadGraph::from_bytes(resealed(bytes.substr(0, size))));
    }
    REQUIRE(!RoadGraph::from_bytes(resealed(bytes + "x")));
}

TEST_CASE("a flipped bit anywhere is refused")
{
    auto const bytes = random_streets({.seed = 4, .side = 4}).to_bytes();
    for (std::size_t i = 0; i < bytes.size() * 8; ++i) {
        auto bad = bytes;
        bad[i / 8] = static_cast<char>(bad[i / 8] ^ (1 << (i % 8)));
        REQUIRE(!RoadGraph::from_bytes(bad));
    }
}

TEST_CASE("hostile bytes with a right check value give a sound graph or a reason")
{
    auto const bytes = random_streets({.seed = 5, .side = 4}).to_bytes();
    int refused = 0;
    int taken = 0;
    auto const attempt = [&](std::string const& bad) {
        auto const graph = RoadGraph::from_bytes(bad);
        if (!graph) {
            ++refused;
            return;
        }
        ++taken;
        walk(*graph);
        auto const shared = std::make_shared<RoadGraph const>(*graph);
        SnapIndex const index{*shared};
        index.nearest(shared->bounds().middle(), Mode::car);
        RoadNet const net{shared, Mode::car};
        REQUIRE(*RoadGraph::from_bytes(graph->to_bytes()) == *graph);
    };
    for (std::size_t i = 9; i + 8 < bytes.size(); ++i)
        for (int const bit : {0, 3, 6, 7}) {
            auto bad = bytes;
            bad[i] = static_cast<char>(bad[i] ^ (1 << bit));
            attempt(resealed(bad));
        }
    Dice dice{77};
    for (int round = 0; round < 300; ++round) {
        auto bad = bytes;
        for (int i = 0; i < 5; ++i) bad[9 + dice.below(bytes.size() - 17)] = static_cast<char>(dice.below(256));
        attempt(resealed(bad));
    }
    REQUIRE(refused > 100);
    REQUIRE(taken > 100);
}

TEST_CASE("a road graph comes back from its bytes equal and the same graph gives the same bytes")
{
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        auto const graph = random_streets({.seed = seed, .side = 12});
        auto const bytes = graph.to_bytes();
        auto const again = RoadGraph::from_bytes(bytes);
        REQUIRE(again);
        REQUIRE(*again == graph);
        REQUIRE(again->to_bytes() == bytes);
        REQUIRE(random_streets({.seed = seed, .side = 12}).to_bytes() == bytes);
    }
    REQUIRE(*RoadGraph::from_bytes(RoadGraph{}.to_bytes()) == RoadGraph{});
    REQUIRE(RoadGraphBuilder{}.build() == RoadGraph{});
}

TEST_CASE("each street has an arc in both directions")
{
    auto const graph = random_streets({.seed = 9});
    for (ArcNumber arc = 0; arc < graph.arc_count(); ++arc) {
        REQUIRE(graph.from(arc) == graph.to(twin(arc)));
        REQUIRE(graph.length_mm(arc) == graph.length_mm(twin(arc)));
        auto line = graph.line(arc);
        REQUIRE(line.front() == graph.place(graph.from(arc)));
        REQUIRE(line.back() == graph.place(graph.to(arc)));
        std::reverse(line.begin(), line.end());
        REQUIRE(line == graph.line(twin(arc)));
    }
}

TEST_CASE("a street that is drawn has the length of its drawing and its name")
{
    DrawnStreets city{R"(
A---B-+
|     |
D     C
)"};
    auto const graph = city.graph();
    REQUIRE(graph->node_count() == 4);
    REQUIRE(graph->street_count() == 3);
    auto const ab = *city.arc('A', 'B');
    REQUIRE(std::abs(static_cast<int>(graph->length_mm(ab)) - 200'000) < 400);
    REQUIRE(graph->name(ab).name == "AB");
    auto const bc = *city.arc('B', 'C');
    REQUIRE(graph->line(bc).size() == 3);
    REQUIRE(std::abs(static_cast<int>(graph->length_mm(bc)) - 200'000) < 400);
    REQUIRE(!city.arc('C', 'D'));
}

TEST_CASE("a bridge is not joined to the road below")
{
    DrawnStreets city{R"(
    C
    |
A---#---B
    |
    D
)"};
    auto const graph = city.graph();
    REQUIRE(graph->node_count() == 4);
    REQUIRE(graph->street_count() == 2);
    REQUIRE(graph->flags(*city.arc('A', 'B')) == road_flag::bridge);
}

TEST_CASE("only the way that is named is left by an only restriction")
{
    DrawnStreets city{R"(
    C
    |
A---X---B
    |
    D
)"};
    REQUIRE(city.restrict("AXB", true));
    auto const graph = city.graph();
    REQUIRE(graph->restriction_count() == 3);  // XC, XD and back to A
    for (std::size_t i = 0; i < 3; ++i) {
        REQUIRE(graph->restriction(i).front() == *city.arc('A', 'X'));
        REQUIRE(graph->restriction(i).back() != *city.arc('X', 'B'));
    }
}

TEST_CASE("a restriction whose streets do not meet is not taken")
{
    DrawnStreets city{R"(
A---X---B
C---Y---D
)"};
    NewRestriction const wrong{.from = city.street('A', 'X'), .via = {}, .at_node = {}, .to = city.street('C', 'Y')};
    REQUIRE(!city.builder().add_restriction(wrong));
    REQUIRE(!city.builder().add_restriction(
        {.from = city.street('A', 'X'), .via = {}, .at_node = city.node('A'), .to = city.street('X', 'B')}));
    REQUIRE(city.graph()->restriction_count() == 0);
}

TEST_CASE("a segment over half the world is cut into pieces that arithmetic can bear")
{
    RoadGraphBuilder builder;
    auto const a = builder.add_node({0, 0});
    auto const b = builder.add_node({0, 300'000'000});
    builder.add_street({.from = a, .to = b, .between = {}, .ahead = {1000, 1000, 0, 0}});
    auto const graph = builder.build();
    auto const points = graph.points(0);
    for (std::size_t i = 1; i < points.size(); ++i) REQUIRE(distance_mm(points[i - 1], points[i]) <= 100'000'000);
    REQUIRE(RoadGraph::from_bytes(graph.to_bytes()));
}
