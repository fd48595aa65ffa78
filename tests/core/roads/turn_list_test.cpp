#include "core/roads/turn_list.h"

#include "core/roads/roads.h"
#include "tests/core/roads/drawn_streets.h"

#include <catch2/catch.hpp>

using namespace cresset;

namespace {

std::vector<TurnStep> steps(DrawnStreets& city, char from, char to, std::shared_ptr<RoadGraph const>& graph)
{
    graph = city.graph();
    auto const roads = std::make_shared<Roads const>(graph);
    auto const start = roads->snap(city.place(from), Mode::car), end = roads->snap(city.place(to), Mode::car);
    auto const route = roads->route_search(Mode::car).fastest(*start, *end);
    REQUIRE(route);
    return turn_list(*graph, *route);
}

}  // namespace

TEST_CASE("Every change of direction is one kind of turn")
{
    CHECK(turn_of(0) == Turn::straight);
    CHECK(turn_of(-20) == Turn::straight);
    CHECK(turn_of(21) == Turn::slight_right);
    CHECK(turn_of(-90) == Turn::left);
    CHECK(turn_of(90) == Turn::right);
    CHECK(turn_of(-150) == Turn::sharp_left);
    CHECK(turn_of(121) == Turn::sharp_right);
    CHECK(turn_of(-180) == Turn::back);
    CHECK(turn_of(166) == Turn::back);
}

TEST_CASE("A way round two corners departs and turns and turns and its lengths are those of the way")
{
    DrawnStreets city{R"(
A---B
    |
    C---D
)"};
    std::shared_ptr<RoadGraph const> graph;
    auto const list = steps(city, 'A', 'D', graph);
    REQUIRE(list.size() == 3);
    CHECK(list[0].turn == Turn::depart);
    CHECK(list[0].heading_deg == 90);
    CHECK(list[1].turn == Turn::right);
    CHECK(list[2].turn == Turn::left);
    CHECK(list[0].start_ms == 0);
    CHECK(list[1].start_ms < list[2].start_ms);
    std::int64_t sum = 0;
    for (TurnStep const& step : list) sum += step.length_mm;
    CHECK(sum == Approx(distance_mm(city.place('A'), city.place('B')) + distance_mm(city.place('B'), city.place('C')) +
                        distance_mm(city.place('C'), city.place('D')))
                     .margin(2000));
    CHECK(in_english(list[0], *graph) == "go east on AB, 200 m");
    CHECK(in_english(list[1], *graph) == "turn right into BC, 100 m");
    CHECK(in_chinese(list[0], *graph) == "沿AB向东行驶 200 米");
    CHECK(in_chinese(list[2], *graph) == "向左转入CD，行驶 200 米");
}

TEST_CASE("Straight on into a street of another name is a step that goes straight on")
{
    DrawnStreets city{R"(
    E
    |
A---B---C
    |
    F
)"};
    std::shared_ptr<RoadGraph const> graph;
    auto const list = steps(city, 'A', 'C', graph);
    REQUIRE(list.size() == 2);
    CHECK(list[1].turn == Turn::straight);
    CHECK(in_english(list[1], *graph) == "straight on into BC, 200 m");
}
