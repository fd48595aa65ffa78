#include "core/roads/snap_index.h"

#include "core/roads/roads.h"
#include "tests/core/roads/drawn_streets.h"
#include "tests/core/roads/random_streets.h"

#include <catch2/catch.hpp>

using namespace cresset;

namespace {

/// The distance to a street by trying 400 points of each of its pieces.
std::int64_t sampled_mm(RoadGraph const& graph, StreetNumber street, Place place)
{
    std::int64_t best = INT64_MAX;
    auto const points = graph.points(street);
    for (std::size_t i = 1; i < points.size(); ++i)
        for (int part = 0; part <= 400; ++part)
            best = std::min(best, distance_mm(place, between(points[i - 1], points[i], part, 400)));
    return best;
}

}  // namespace

TEST_CASE("nothing is near in an empty city or beyond the reach")
{
    RoadGraph const empty;
    REQUIRE(!SnapIndex{empty}.nearest({300'000'000, 1'220'000'000}, Mode::car));
    REQUIRE(SnapIndex{empty}.nearest_few({300'000'000, 1'220'000'000}, Mode::car, 3).empty());
    DrawnStreets city{"A---B"};
    SnapIndex const index{*city.graph()};
    REQUIRE(!index.nearest({0, 0}, Mode::car));
    REQUIRE(!index.nearest({-900'000'000, 1'800'000'000}, Mode::car, UINT32_MAX));
    Place const away = moved(city.place('A'), 100'000, 40'000);
    REQUIRE(!index.nearest(away, Mode::car, 39'000));
    REQUIRE(index.nearest(away, Mode::car, 41'000));
    REQUIRE(index.nearest_few(away, Mode::car, 0).empty());
}

TEST_CASE("a place beside a street is put on it at the right length")
{
    DrawnStreets city{"A---B"};
    SnapIndex const index{*city.graph()};
    auto const at = index.nearest(moved(city.place('A'), 60'000, 20'000), Mode::car);
    REQUIRE(at);
    std::int64_t const along = city.graph()->from(at->arc) == *city.graph()->node_near(city.place('A'))
                                   ? at->offset_mm
                                   : city.graph()->length_mm(at->arc) - at->offset_mm;
    REQUIRE(std::abs(along - 60'000) < 100);
    REQUIRE(std::abs(std::int64_t{at->distance_mm} - 20'000) < 100);
    auto const back = seen_back(*city.graph(), *at);
    REQUIRE(back.arc == twin(at->arc));
    REQUIRE(back.offset_mm + at->offset_mm == city.graph()->length_mm(at->arc));
}

TEST_CASE("a car is not put on a footway and on a one-way street only in its direction")
{
    DrawnStreets city{R"(
A=====B

C--<--D
)"};
    SnapIndex const index{*city.graph()};
    Place const near_foot = moved(city.place('A'), 100'000, -10'000);
    REQUIRE(city.graph()->name(index.nearest(near_foot, Mode::foot)->arc).name == "AB");
    auto const car = index.nearest(near_foot, Mode::car);
    REQUIRE(car->arc == *city.arc('D', 'C'));
}

TEST_CASE("of two streets equally near the one with the lower number is taken")
{
    DrawnStreets city{R"(
A---B

C---D
)"};
    SnapIndex const index{*city.graph()};
    auto const middle = moved(city.place('C'), 100'000, 50'000);
    auto const few = index.nearest_few(middle, Mode::car, 4);
    REQUIRE(few.size() == 2);
    auto const one = index.nearest(city.place('A'), Mode::car);
    REQUIRE(one->distance_mm == 0);
    DrawnStreets cross{R"(
    C
    |
A---X---B
    |
    D
)"};
    SnapIndex const at_cross{*cross.graph()};
    auto const all = at_cross.nearest_few(cross.place('X'), Mode::car, 9);
    REQUIRE(all.size() == 4);
    for (std::size_t i = 0; i < 4; ++i) REQUIRE(street_of(all[i].arc) == i);
    REQUIRE(at_cross.nearest(cross.place('X'), Mode::car) == all.front());
}

TEST_CASE("snapping finds what trying all streets finds")
{
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        auto const graph = random_streets({.seed = seed, .side = 9});
        SnapIndex const index{graph};
        Dice dice{seed};
        for (int i = 0; i < 60; ++i) {
            Place const place =
                moved({311'000'000, 1'212'000'000}, dice.range(-900'000, 1'900'000), dice.range(-900'000, 1'900'000));
            Mode const mode = all_modes[dice.below(4)];
            std::vector<std::pair<std::int64_t, StreetNumber>> tried;
            for (StreetNumber street = 0; street < graph.street_count(); ++street)
                if (graph.allows(2 * street, mode) || graph.allows(2 * street + 1, mode))
                    tried.emplace_back(sampled_mm(graph, street, place), street);
            std::sort(tried.begin(), tried.end());
            auto const few = index.nearest_few(place, mode, 5, 10'000'000);
            REQUIRE(few.size() == 5);
            REQUIRE(few.front() == index.nearest(place, mode, 10'000'000));
            for (std::size_t k = 0; k < 5; ++k) {
                REQUIRE(graph.allows(few[k].arc, mode));
                // Measured on two planes and by samples: equal within a thousandth and a few decimetres.
                REQUIRE(std::abs(tried[k].first - few[k].distance_mm) <= 300 + tried[k].first / 1000);
                REQUIRE(std::abs(distance_mm(place, few[k].place) - few[k].distance_mm) <= 100 + tried[k].first / 1000);
            }
        }
    }
}

TEST_CASE("a unit beside an island is put on the network that leads somewhere")
{
    DrawnStreets city{R"(
I-J
A-----B
|     |
C-----D
)"};
    Roads const roads{city.graph()};
    Place const place = moved(city.place('I'), 30'000, 5'000);
    auto const at = roads.snap(place, Mode::car);
    REQUIRE(city.graph()->name(at->arc).name == "AB");
    REQUIRE(city.graph()->name(roads.snap_few(place, Mode::car, 1).front().arc).name == "IJ");
    auto const far = roads.snap(moved(city.place('I'), 0, 900'000), Mode::car);
    REQUIRE(far);
}

TEST_CASE("snapping works over the date line")
{
    RoadGraphBuilder builder;
    auto const a = builder.add_node({-180'000'000, 1'799'999'000});
    auto const b = builder.add_node({-180'000'000, -1'799'999'000});
    builder.add_street({.from = a, .to = b, .ahead = {1000, 1000, 0, 0}, .back = {1000, 1000, 0, 0}});
    auto const graph = builder.build();
    SnapIndex const index{graph};
    auto const at = index.nearest({-180'000'100, 1'799'999'500}, Mode::car);
    REQUIRE(at);
    REQUIRE(at->distance_mm < 2'000);
}
