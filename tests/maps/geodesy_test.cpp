#include "maps/geodesy.h"

#include <catch2/catch.hpp>
#include <vector>

using namespace cresset;
using namespace cresset::maps;

TEST_CASE("Fewer places than a line or a ring needs measure nothing")
{
    std::vector<Place> const one{{0, 0}}, two{{0, 0}, {0, 10'000'000}};
    CHECK(length_m({}) == 0);
    CHECK(length_m(one) == 0);
    CHECK(area_m2(two) == 0);
}

TEST_CASE("A degree has the metres that the ellipsoid gives it")
{
    std::vector<Place> const equator{{0, 0}, {0, 10'000'000}}, meridian{{0, 0}, {10'000'000, 0}};
    CHECK(length_m(equator) == Approx(111'319.4908).epsilon(1e-9));   // a pi / 180, a = 6378137 m
    CHECK(length_m(meridian) == Approx(110'574.3886).epsilon(1e-8));  // the arc of the meridian's first degree
}

TEST_CASE("An area does not depend on the way round nor on where the ring begins")
{
    std::vector<Place> const ring{{312'000'000, 1'214'000'000},
                                  {312'000'000, 1'214'100'000},
                                  {312'100'000, 1'214'100'000},
                                  {312'100'000, 1'214'000'000}};
    std::vector<Place> const back{ring.rbegin(), ring.rend()}, later{ring[2], ring[3], ring[0], ring[1]};
    double const sides = length_m(std::vector{ring[0], ring[1]}) * length_m(std::vector{ring[1], ring[2]});
    CHECK(area_m2(ring) == Approx(sides).epsilon(2e-4));  // a trapezium, nearly
    CHECK(area_m2(back) == Approx(area_m2(ring)));
    CHECK(area_m2(later) == Approx(area_m2(ring)));
}
