#include "maps/road_builder.h"

#include "drawn_map.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

using namespace cresset;
using namespace cresset::maps;

namespace {

/// Nodes that can be reached by a mode from the node at a place, turn restrictions apart.
std::set<Place> reached(RoadGraph const& graph, Mode mode, Place from)
{
    std::set<NodeNumber> seen{*graph.node_near(from)};
    std::vector<NodeNumber> open{*seen.begin()};
    while (!open.empty()) {
        NodeNumber const node = open.back();
        open.pop_back();
        for (ArcNumber const arc : graph.arcs_out(node))
            if (graph.allows(arc, mode) && seen.insert(graph.to(arc)).second) open.push_back(graph.to(arc));
    }
    std::set<Place> places;
    for (NodeNumber const node : seen) places.insert(graph.place(node));
    return places;
}

bool forbids(RoadGraph const& graph, Place from, Place at, Place to, Mode mode)
{
    for (std::size_t i = 0; i < graph.restriction_count(); ++i) {
        auto const arcs = graph.restriction(i);
        bool const fits = arcs.size() == 2 && graph.place(graph.from(arcs[0])) == from &&
                          graph.place(graph.to(arcs[0])) == at && graph.place(graph.to(arcs[1])) == to;
        if (fits && (graph.restriction_modes(i) & mask_of(mode)) != 0) return true;
    }
    return false;
}

std::size_t arcs_of_class(RoadGraph const& graph, RoadClass road_class)
{
    std::size_t count = 0;
    for (ArcNumber arc = 0; arc < graph.arc_count(); ++arc) count += graph.road_class(arc) == road_class ? 1 : 0;
    return count;
}

constexpr auto no_ = MemberKind::node;
constexpr auto wa_ = MemberKind::way;

}  // namespace

TEST_CASE("a map without roads makes an empty graph")
{
    DrawnMap drawn;
    drawn.box(0, 0, 10, 10, {{"building", "yes"}});
    CHECK(build_roads(drawn.map).graph.arc_count() == 0);
    CHECK(build_roads(SourceMap{}).graph.arc_count() == 0);
}

TEST_CASE("streets are cut where they share a node and a bridge is not joined to what it crosses")
{
    // A street from west to east, one that crosses it at a shared node, and a bridge over both ends of it.
    DrawnMap drawn;
    auto const west = drawn.node(0, 0), middle = drawn.node(100, 0), east = drawn.node(200, 0);
    auto const south = drawn.node(100, -100), north = drawn.node(100, 100);
    auto const bridge_south = drawn.node(150, -100), bridge_north = drawn.node(150, 100);
    drawn.way({west, middle, east}, {{"highway", "primary"}, {"name", "Long Street"}});
    drawn.way({south, middle, north}, {{"highway", "residential"}});
    drawn.way({bridge_south, bridge_north}, {{"highway", "residential"}, {"bridge", "yes"}, {"layer", "1"}});
    drawn.way({drawn.node(150, -200), bridge_south}, {{"highway", "residential"}});
    drawn.way({bridge_north, drawn.node(150, 200)}, {{"highway", "residential"}});
    RoadGraph const graph = build_roads(drawn.map).graph;
    CHECK(graph.arc_count() == 2 * 7);
    auto const from_west = reached(graph, Mode::car, drawn.place(west));
    CHECK(from_west.contains(drawn.place(north)));
    CHECK_FALSE(from_west.contains(drawn.place(bridge_north)));
    CHECK_FALSE(from_west.contains(drawn.place(bridge_south)));
}

TEST_CASE("one-ways go one way for wheels and both for feet")
{
    // A loop, so that nothing of it is cut off: a -> b one way, b -> c -> a both.
    DrawnMap drawn;
    auto const a = drawn.node(0, 0), b = drawn.node(100, 0), c = drawn.node(50, 80);
    drawn.way({a, b}, {{"highway", "tertiary"}, {"oneway", "yes"}});
    drawn.way({b, c}, {{"highway", "tertiary"}});
    drawn.way({c, a}, {{"highway", "tertiary"}});
    RoadGraph const graph = build_roads(drawn.map).graph;
    REQUIRE(graph.arc_count() == 6);
    for (ArcNumber arc = 0; arc < graph.arc_count(); ++arc) {
        bool const against =
            graph.place(graph.from(arc)) == drawn.place(b) && graph.place(graph.to(arc)) == drawn.place(a);
        CHECK(graph.allows(arc, Mode::car) == !against);
        CHECK(graph.allows(arc, Mode::foot));
    }
}

TEST_CASE("what leads nowhere is closed to the mode that cannot leave it")
{
    // A one-way street into a dead end: cars could never come back. People on foot can.
    DrawnMap drawn;
    auto const a = drawn.node(0, 0), b = drawn.node(100, 0), c = drawn.node(200, 0);
    drawn.way({a, b}, {{"highway", "residential"}});
    drawn.way({b, c}, {{"highway", "residential"}, {"oneway", "yes"}});
    BuiltRoads const built = build_roads(drawn.map);
    CHECK(built.report.closed_arcs == 3);  // emergency car, car, e-bike
    CHECK_FALSE(reached(built.graph, Mode::car, drawn.place(a)).contains(drawn.place(c)));
    CHECK(reached(built.graph, Mode::foot, drawn.place(a)).contains(drawn.place(c)));
}

TEST_CASE("a loop from a node to itself and doubled nodes are sound streets")
{
    DrawnMap drawn;
    auto const a = drawn.node(0, 0), b = drawn.node(100, 0), c = drawn.node(150, 50), d = drawn.node(150, -50);
    auto const same = drawn.node(0, 0), west = drawn.node(-100, 0);
    drawn.way({a, a, b}, {{"highway", "residential"}});
    drawn.way({b, c, d, b}, {{"highway", "residential"}});
    drawn.way({west, same}, {{"highway", "residential"}});
    drawn.way({same, a}, {{"highway", "residential"}});
    RoadGraph const graph = build_roads(drawn.map).graph;
    for (ArcNumber arc = 0; arc < graph.arc_count(); ++arc) {
        CHECK(graph.from(arc) != graph.to(arc));
        CHECK(graph.length_mm(arc) > 0);
    }
    CHECK(reached(graph, Mode::car, drawn.place(west)).contains(drawn.place(b)));
}

TEST_CASE("turn restrictions forbid by node and by way and spare whom they except")
{
    DrawnMap drawn;
    auto const west = drawn.node(-100, 0), middle = drawn.node(0, 0), east = drawn.node(100, 0);
    auto const north = drawn.node(0, 100), south = drawn.node(0, -100);
    auto const from = drawn.way({west, middle}, {{"highway", "primary"}});
    drawn.way({middle, east}, {{"highway", "primary"}});
    auto const to = drawn.way({middle, north}, {{"highway", "primary"}});
    drawn.way({middle, south}, {{"highway", "primary"}});
    drawn.relation({{"from", {wa_, from}}, {"via", {no_, middle}}, {"to", {wa_, to}}},
                   {{"type", "restriction"}, {"restriction", "no_left_turn"}, {"except", "bicycle"}});
    BuiltRoads const built = build_roads(drawn.map);
    CHECK(built.report.restrictions == 1);
    CHECK(forbids(built.graph, drawn.place(west), drawn.place(middle), drawn.place(north), Mode::car));
    CHECK_FALSE(forbids(built.graph, drawn.place(west), drawn.place(middle), drawn.place(north), Mode::ebike));
    CHECK_FALSE(forbids(built.graph, drawn.place(west), drawn.place(middle), drawn.place(north), Mode::foot));
    CHECK_FALSE(forbids(built.graph, drawn.place(west), drawn.place(middle), drawn.place(east), Mode::car));
}

TEST_CASE("an only restriction forbids the other turns")
{
    DrawnMap drawn;
    auto const west = drawn.node(-100, 0), middle = drawn.node(0, 0), east = drawn.node(100, 0);
    auto const north = drawn.node(0, 100);
    auto const from = drawn.way({west, middle}, {{"highway", "primary"}});
    auto const to = drawn.way({middle, east}, {{"highway", "primary"}});
    drawn.way({middle, north}, {{"highway", "primary"}});
    drawn.relation({{"from", {wa_, from}}, {"via", {no_, middle}}, {"to", {wa_, to}}},
                   {{"type", "restriction"}, {"restriction", "only_straight_on"}});
    RoadGraph const graph = build_roads(drawn.map).graph;
    CHECK(forbids(graph, drawn.place(west), drawn.place(middle), drawn.place(north), Mode::car));
    CHECK_FALSE(forbids(graph, drawn.place(west), drawn.place(middle), drawn.place(east), Mode::car));
}

TEST_CASE("a restriction by way of a street holds along all of its pieces")
{
    // from a to b, along b-c-d where a side street joins at c, then back d to e: no U-turn over the middle.
    DrawnMap drawn;
    auto const a = drawn.node(0, 0), b = drawn.node(100, 0), c = drawn.node(100, 20), d = drawn.node(100, 40);
    auto const e = drawn.node(0, 40), side = drawn.node(200, 20);
    auto const from = drawn.way({a, b}, {{"highway", "primary"}});
    auto const via = drawn.way({b, c, d}, {{"highway", "primary_link"}});
    auto const to = drawn.way({d, e}, {{"highway", "primary"}});
    drawn.way({c, side}, {{"highway", "residential"}});
    drawn.way({e, a}, {{"highway", "residential"}});
    drawn.relation({{"from", {wa_, from}}, {"via", {wa_, via}}, {"to", {wa_, to}}},
                   {{"type", "restriction"}, {"restriction", "no_u_turn"}});
    BuiltRoads const built = build_roads(drawn.map);
    REQUIRE(built.graph.restriction_count() == 1);
    CHECK(built.graph.restriction(0).size() == 4);
    CHECK(built.graph.place(built.graph.from(built.graph.restriction(0)[0])) == drawn.place(a));
    CHECK(built.graph.place(built.graph.to(built.graph.restriction(0)[3])) == drawn.place(e));
}

TEST_CASE("restrictions whose members do not meet are counted and left out")
{
    DrawnMap drawn;
    auto const a = drawn.node(0, 0), b = drawn.node(100, 0), c = drawn.node(200, 0), d = drawn.node(300, 0);
    auto const first = drawn.way({a, b}, {{"highway", "primary"}});
    drawn.way({b, c}, {{"highway", "primary"}});
    auto const last = drawn.way({c, d}, {{"highway", "primary"}});
    drawn.relation({{"from", {wa_, first}}, {"via", {no_, b}}, {"to", {wa_, last}}},
                   {{"type", "restriction"}, {"restriction", "no_left_turn"}});
    drawn.relation({{"from", {wa_, first}}}, {{"type", "restriction"}, {"restriction", "no_left_turn"}});
    BuiltRoads const built = build_roads(drawn.map);
    CHECK(built.report.restrictions == 0);
    CHECK(built.report.restrictions_left_out == 2);
    CHECK(built.graph.restriction_count() == 0);
}

TEST_CASE("a bollard lets e-bikes through and stops cars that may still come up to it")
{
    // a - a2 - bollard - b - b2, with more streets on both sides than at the bollard.
    DrawnMap drawn;
    auto const bollard = drawn.node(0, 0, {{"barrier", "bollard"}});
    auto const a = drawn.node(-100, 0), a2 = drawn.node(-200, 0), b = drawn.node(100, 0), b2 = drawn.node(200, 0);
    drawn.way({a2, a, bollard, b, b2}, {{"highway", "residential"}});
    drawn.way({a, drawn.node(-100, 100)}, {{"highway", "residential"}});
    drawn.way({b, drawn.node(100, 100)}, {{"highway", "residential"}});
    BuiltRoads const built = build_roads(drawn.map);
    CHECK(built.report.barriers == 1);
    CHECK(built.report.closed_arcs == 0);
    CHECK(forbids(built.graph, drawn.place(a), drawn.place(bollard), drawn.place(b), Mode::car));
    CHECK(forbids(built.graph, drawn.place(b), drawn.place(bollard), drawn.place(a), Mode::emergency_car));
    CHECK_FALSE(forbids(built.graph, drawn.place(a), drawn.place(bollard), drawn.place(b), Mode::ebike));
}

TEST_CASE("what lies behind a locked gate is closed to cars and not to blue lights")
{
    DrawnMap drawn;
    auto const gate = drawn.node(0, 0, {{"barrier", "gate"}, {"access", "private"}});
    auto const out = drawn.node(-100, 0), in = drawn.node(100, 0);
    drawn.way({out, gate, in}, {{"highway", "service"}});
    drawn.way({in, drawn.node(150, 50)}, {{"highway", "service"}});
    for (int i = 1; i <= 6; ++i) drawn.way({out, drawn.node(-200, 50 * i)}, {{"highway", "residential"}});
    RoadGraph const graph = build_roads(drawn.map).graph;
    auto const cars = reached(graph, Mode::car, drawn.place(out));
    CHECK(cars.contains(drawn.place(gate)));
    CHECK_FALSE(cars.contains(drawn.place(in)));
    CHECK(reached(graph, Mode::emergency_car, drawn.place(out)).contains(drawn.at(150, 50)));
}

TEST_CASE("a square is crossed on foot between its entrances and not by cars")
{
    // Streets end at two opposite corners of a square whose outline nobody may drive on.
    DrawnMap drawn;
    drawn.box(0, 0, 100, 100, {{"place", "square"}});
    std::uint32_t const south_west = 0, north_east = 2;
    drawn.way({drawn.node(-100, 0), south_west}, {{"highway", "residential"}});
    drawn.way({north_east, drawn.node(200, 100)}, {{"highway", "residential"}});
    BuiltRoads const built = build_roads(drawn.map);
    CHECK(built.report.open_grounds == 1);
    REQUIRE(arcs_of_class(built.graph, RoadClass::open_ground) == 2);
    auto const reach = reached(built.graph, Mode::foot, drawn.at(-100, 0));
    CHECK(reach.contains(drawn.at(200, 100)));
    CHECK_FALSE(reached(built.graph, Mode::car, drawn.at(-100, 0)).contains(drawn.at(200, 100)));
}

TEST_CASE("where a corner stands between one follows the edge of the square")
{
    // An L: the straight line between its tips leaves it.
    DrawnMap drawn;
    auto const tip_a = drawn.node(0, 0), b = drawn.node(100, 0), tip_c = drawn.node(100, 100);
    auto const d = drawn.node(80, 100), e = drawn.node(80, 20), f = drawn.node(0, 20);
    drawn.way({tip_a, b, tip_c, d, e, f, tip_a}, {{"highway", "pedestrian"}, {"area", "yes"}});
    drawn.way({drawn.node(-50, 0), tip_a}, {{"highway", "footway"}});
    drawn.way({tip_c, drawn.node(100, 200)}, {{"highway", "footway"}});
    RoadGraph const graph = build_roads(drawn.map).graph;
    REQUIRE(arcs_of_class(graph, RoadClass::open_ground) == 2);
    CHECK(reached(graph, Mode::foot, drawn.at(-50, 0)).contains(drawn.at(100, 200)));
    for (ArcNumber arc = 0; arc < graph.arc_count(); ++arc)
        if (graph.road_class(arc) == RoadClass::open_ground) {
            CHECK(graph.points(street_of(arc)).size() == 3);
        }
}

TEST_CASE("the same map gives the same graph and left and right come from the zone")
{
    DrawnMap drawn;
    auto const a = drawn.node(0, 0), b = drawn.node(100, 0);
    drawn.way({a, b}, {{"highway", "residential"}, {"name", "人民路"}, {"name:en", "Renmin Road"}});
    RoadGraph const graph = build_roads(drawn.map, "Asia/Macau").graph;
    CHECK(graph.to_bytes() == build_roads(drawn.map, "Asia/Macau").graph.to_bytes());
    CHECK(graph.keeps_left());
    CHECK_FALSE(build_roads(drawn.map, "Asia/Shanghai").graph.keeps_left());
    CHECK(graph.name(0) == StreetName{"人民路", "人民路", "Renmin Road"});
}
