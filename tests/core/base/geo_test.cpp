#include "core/base/geo.h"

#include "core/base/dice.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

using namespace cresset;

namespace {

constexpr double radius_mm = 6'371'008'800.0;
constexpr double per_degree = 3.14159265358979323846 / 180;

/// The great circle by the haversine formula, in doubles: the second way to the same figure.
double haversine_mm(Place a, Place b)
{
    double const north = (b.lat() - a.lat()) * per_degree;
    double const east = (b.lon() - a.lon()) * per_degree;
    double const h = std::pow(std::sin(north / 2), 2) +
                     std::cos(a.lat() * per_degree) * std::cos(b.lat() * per_degree) * std::pow(std::sin(east / 2), 2);
    return 2 * radius_mm * std::asin(std::sqrt(std::min(1.0, h)));
}

std::int32_t e7(Dice& dice, std::int64_t low, std::int64_t high)
{
    return static_cast<std::int32_t>(dice.range(low, high));
}

Place place_within(Dice& dice, std::int64_t lat_limit, std::int64_t lon_limit)
{
    return {e7(dice, -lat_limit, lat_limit), e7(dice, -lon_limit, lon_limit)};
}

/// Point in ring by the definition: on an edge, or an odd number of edges to the east; fractions as 128-bit products.
bool plainly_contains(Line const& ring, Place p)
{
    bool inside = false;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        Place a = ring[i];
        Place b = ring[(i + 1) % ring.size()];
        if (a.lat_e7 > b.lat_e7) std::swap(a, b);
        __int128 const run = std::int64_t{b.lon_e7} - a.lon_e7;
        __int128 const rise = std::int64_t{b.lat_e7} - a.lat_e7;
        __int128 const up = std::int64_t{p.lat_e7} - a.lat_e7;
        __int128 const right = std::int64_t{p.lon_e7} - a.lon_e7;
        bool const at_height = a.lat_e7 <= p.lat_e7 && p.lat_e7 <= b.lat_e7;
        bool const at_side = std::min(a.lon_e7, b.lon_e7) <= p.lon_e7 && p.lon_e7 <= std::max(a.lon_e7, b.lon_e7);
        if (at_height && at_side && right * rise == run * up) return true;
        if (rise == 0 || p.lat_e7 < a.lat_e7 || p.lat_e7 >= b.lat_e7) continue;
        if (run * up > right * rise) inside = !inside;  // the edge passes east of the place
    }
    return inside;
}

Line shifted(Line ring, std::int64_t lon)
{
    for (Place& place : ring) {
        std::int64_t moved_lon = place.lon_e7 + lon;
        if (moved_lon > 1'800'000'000) moved_lon -= 3'600'000'000;
        place.lon_e7 = static_cast<std::int32_t>(moved_lon);
    }
    return ring;
}

}  // namespace

TEST_CASE("What is no place on earth is refused")
{
    double const nan = std::numeric_limits<double>::quiet_NaN();
    double const infinite = std::numeric_limits<double>::infinity();
    CHECK(!place_from_degrees(90.0000001, 0));
    CHECK(!place_from_degrees(-91, 0));
    CHECK(!place_from_degrees(0, 180.0000001));
    CHECK(!place_from_degrees(nan, 0));
    CHECK(!place_from_degrees(0, nan));
    CHECK(!place_from_degrees(infinite, 0));
    CHECK(!place_from_degrees(0, -infinite));
    for (char const* text : {"", "41.157", "41.157,", ",8", "a,b", "41.157,-8.629,3", "91,0", "0,181", "41,157 -8,629",
                             "nan,0", "41.157;-8.629"}) {
        INFO(text);
        CHECK(!parse_place(text));
    }
}

TEST_CASE("A place is read and written with seven digits")
{
    CHECK(parse_place("41.157,-8.629") == Place{411'570'000, -86'290'000});
    CHECK(parse_place(" 41.157 -8.629 ") == Place{411'570'000, -86'290'000});
    CHECK(parse_place("41.157, -8.629") == Place{411'570'000, -86'290'000});
    CHECK(to_text(Place{411'570'000, -86'290'000}) == "41.1570000,-8.6290000");
    CHECK(to_text(Place{-1, 1}) == "-0.0000001,0.0000001");
    CHECK(place_from_degrees(90, 180) == Place{900'000'000, 1'800'000'000});
    CHECK(place_from_degrees(0.00000005, -0.00000005) == Place{1, -1});
    Dice dice{1};
    for (int i = 0; i < 10'000; ++i) {
        Place const place = place_within(dice, 900'000'000, 1'800'000'000);
        REQUIRE(parse_place(to_text(place)) == place);
        REQUIRE(place_from_degrees(place.lat(), place.lon()) == place);
    }
}

TEST_CASE("The table of cosines is right to a millionth")
{
    CHECK(cosine_q30(0) == 1 << 30);
    CHECK(cosine_q30(900'000'000) == 0);
    CHECK(cosine_q30(INT32_MIN) == 0);
    CHECK(cosine_q30(INT32_MAX) == 0);
    for (std::int32_t lat = -900'000'000; lat <= 899'000'000; lat += 123'457) {
        double const error = static_cast<double>(cosine_q30(lat)) / (1 << 30) - std::cos(lat / 1e7 * per_degree);
        REQUIRE(std::abs(error) < 1e-6);
        REQUIRE(cosine_q30(lat) == cosine_q30(-lat));
    }
}

TEST_CASE("Distances within a city agree with the great circle to a thousandth")
{
    Dice dice{2};
    for (int i = 0; i < 50'000; ++i) {
        Place const a = place_within(dice, 600'000'000, 1'790'000'000);
        Place const b = moved(a, dice.range(-50'000'000, 50'000'000), dice.range(-50'000'000, 50'000'000));
        double const wanted = haversine_mm(a, b);
        INFO(to_text(a) << " " << to_text(b));
        REQUIRE(std::abs(static_cast<double>(distance_mm(a, b)) - wanted) <= wanted / 1000 + 30);
    }
}

TEST_CASE("The way back is as long as the way there and none is shorter than nothing")
{
    Dice dice{3};
    for (int i = 0; i < 50'000; ++i) {
        Place const a = place_within(dice, 900'000'000, 1'800'000'000);
        Place const b{e7(dice, std::max(a.lat_e7 - 30, -900'000'000), std::min(a.lat_e7 + 30, 900'000'000)),
                      e7(dice, std::max(a.lon_e7 - 30, -1'800'000'000), std::min(a.lon_e7 + 30, 1'800'000'000))};
        Place const c = place_within(dice, 900'000'000, 1'800'000'000);
        REQUIRE(distance_mm(a, b) == distance_mm(b, a));
        REQUIRE(distance_mm(a, c) == distance_mm(c, a));
        REQUIRE(distance_mm(a, a) == 0);
    }
    CHECK(distance_mm({0, 0}, {1, 0}) == 11);
    CHECK(distance_mm({0, 0}, {10'000'000, 0}) == 111'195'077);  // 3 mm short of the true figure in 111 km
    CHECK(distance_mm({600'000'000, 0}, {600'000'000, 10'000'000}) == Approx(55'597'540).margin(60));
}

TEST_CASE("The short way leads over the date line and places beyond the map break nothing")
{
    Place const west{100'000'000, -1'799'999'000};
    Place const east{100'000'000, 1'799'999'000};
    CHECK(distance_mm(west, east) < 25'000);
    CHECK(bearing_deg(east, west) == 90);
    CHECK(bearing_deg(west, east) == 270);
    CHECK(distance_mm(between(east, west, 1, 2), east) < 13'000);
    CHECK(distance_mm(moved(east, 25'000, 0), west) < 5'000);
    for (std::int32_t lat : {INT32_MIN, 0, INT32_MAX})
        for (std::int32_t lon : {INT32_MIN, 0, INT32_MAX}) {
            CHECK(distance_mm({lat, lon}, {-(lat / 2), -(lon / 2)}) >= 0);
            CHECK(bearing_deg({lat, lon}, {0, 1}) >= 0);
            CHECK(bearing_deg({lat, lon}, {0, 1}) < 360);
        }
}

TEST_CASE("At the poles east is no way at all and moving north stops")
{
    Place const pole{900'000'000, 0};
    CHECK(distance_mm(pole, {900'000'000, 900'000'000}) == 0);
    CHECK(moved(pole, 0, 1'000'000).lat_e7 == 900'000'000);
    CHECK(moved({-899'999'999, 5}, 0, -1'000'000).lat_e7 == -900'000'000);
    auto const round = moved(pole, 1'000'000, 0).lon_e7;
    CHECK((round >= -1'800'000'000 && round <= 1'800'000'000));
}

TEST_CASE("Bearings agree with the arc tangent")
{
    CHECK(bearing_deg({0, 0}, {0, 0}) == 0);
    CHECK(bearing_deg({0, 0}, {1000, 0}) == 0);
    CHECK(bearing_deg({0, 0}, {0, 1000}) == 90);
    CHECK(bearing_deg({0, 0}, {-1000, 0}) == 180);
    CHECK(bearing_deg({0, 0}, {0, -1000}) == 270);
    Dice dice{4};
    for (int i = 0; i < 20'000; ++i) {
        Place const a = place_within(dice, 600'000'000, 1'700'000'000);
        auto const east = dice.range(-5'000'000, 5'000'000);
        auto const north = dice.range(-5'000'000, 5'000'000);
        if (std::abs(east) + std::abs(north) < 100'000) continue;
        double const wanted = std::atan2(static_cast<double>(east), static_cast<double>(north)) / per_degree;
        double const off = std::remainder(bearing_deg(a, moved(a, east, north)) - wanted, 360.0);
        INFO(to_text(a) << " east " << east << " north " << north);
        REQUIRE(std::abs(off) < 0.8);
    }
}

TEST_CASE("Bearings are what a walk through all whole degrees finds")
{
    // Both ends are equally far from the equator, so that a degree east is as long as one north.
    auto const mm = [](std::int64_t e7) { return e7 * 11'659'649 / (1 << 20); };
    auto const projection = [&](std::int64_t north, std::int64_t east, int degree) {
        return static_cast<__int128>(mm(north)) * cosine_q30(degree * 10'000'000) +
               static_cast<__int128>(mm(east)) * cosine_q30((90 - degree) * 10'000'000);
    };
    Dice dice{5};
    for (int i = 0; i < 50'000; ++i) {
        std::int64_t const reach = std::int64_t{2} << dice.below(29);
        auto const half = static_cast<std::int32_t>(dice.range(0, reach / 2));
        auto const east = static_cast<std::int32_t>(dice.range(0, reach));
        if (half == 0 && east == 0) continue;
        int best = 0;
        for (int degree = 1; degree <= 90; ++degree)
            if (projection(2 * half, east, degree) > projection(2 * half, east, best)) best = degree;
        INFO("north " << 2 * half << " east " << east);
        REQUIRE(bearing_deg({-half, 0}, {half, east}) == best);
    }
}

TEST_CASE("A place moved by metres is that many metres away and comes back")
{
    Dice dice{5};
    for (int i = 0; i < 20'000; ++i) {
        Place const a = place_within(dice, 600'000'000, 1'800'000'000);
        auto const east = dice.range(-3'000'000, 3'000'000);
        auto const north = dice.range(-3'000'000, 3'000'000);
        Place const b = moved(a, east, north);
        double const wanted = std::hypot(static_cast<double>(east), static_cast<double>(north));
        INFO(to_text(a) << " east " << east << " north " << north);
        REQUIRE(std::abs(static_cast<double>(distance_mm(a, b)) - wanted) < 40 + wanted / 500);
        REQUIRE(distance_mm(moved(b, -east, -north), a) < 40 + std::abs(east) / 500);
    }
}

TEST_CASE("Places between two others lie on the way from one to the other")
{
    Dice dice{6};
    for (int i = 0; i < 20'000; ++i) {
        Place const a = place_within(dice, 850'000'000, 1'800'000'000);
        Place const b = moved(a, dice.range(-5'000'000, 5'000'000), dice.range(-5'000'000, 5'000'000));
        REQUIRE(between(a, b, 0, 7) == a);
        REQUIRE(distance_mm(between(a, b, 7, 7), b) == 0);
        std::int64_t last = 0;
        for (int part = 1; part <= 7; ++part) {
            auto const far = distance_mm(a, between(a, b, part, 7));
            REQUIRE(far >= last);
            last = far;
        }
    }
}

TEST_CASE("A ring without a surface holds its own points alone")
{
    CHECK(!ring_contains({}, {1, 1}));
    CHECK(ring_contains({{1, 1}}, {1, 1}));
    CHECK(!ring_contains({{1, 1}}, {1, 2}));
    CHECK(!ring_contains({{1, 1}}, {0, 1}));
    CHECK(ring_contains({{0, 0}, {10, 10}}, {5, 5}));
    CHECK(!ring_contains({{0, 0}, {10, 10}}, {5, 6}));
    CHECK(!ring_contains({{0, 0}, {10, 10}}, {11, 11}));
}

TEST_CASE("A ring holds its corners and its edges")
{
    // 10 +-------+
    //    |  +----+ 7     a step in the east
    //  0 +--+
    //    0  4    9
    Line const ring{{0, 0}, {0, 4}, {7, 4}, {7, 9}, {10, 9}, {10, 0}};
    for (Place const corner : ring) CHECK(ring_contains(ring, corner));
    CHECK(ring_contains(ring, {7, 6}));
    CHECK(ring_contains(ring, {3, 4}));
    CHECK(ring_contains(ring, {3, 0}));
    CHECK(ring_contains(ring, {8, 8}));
    CHECK(!ring_contains(ring, {6, 5}));
    CHECK(!ring_contains(ring, {7, 10}));
    CHECK(!ring_contains(ring, {-1, 0}));
    CHECK(!ring_contains(ring, {10, -1}));
}

TEST_CASE("Rings agree with the definition on random places")
{
    Dice dice{7};
    int inside = 0;
    for (int i = 0; i < 4000; ++i) {
        std::int64_t const size = i % 2 == 0 ? 6 : 40'000'000;  // small ones so that places fall on edges and corners
        Line ring;
        for (std::uint64_t corners = dice.range(3, 12) < 8 ? 3 : 9; corners > 0; --corners)
            ring.push_back(place_within(dice, size, size));
        for (int k = 0; k < 25; ++k) {
            Place const place = place_within(dice, size + size / 4, size + size / 4);
            bool const wanted = plainly_contains(ring, place);
            inside += wanted ? 1 : 0;
            REQUIRE(ring_contains(ring, place) == wanted);
            Line reversed = ring;
            std::reverse(reversed.begin(), reversed.end());
            REQUIRE(ring_contains(reversed, place) == wanted);
            // The same over the date line, and as seen from the other side of the earth.
            REQUIRE(ring_contains(shifted(ring, 1'800'000'000), shifted({place}, 1'800'000'000).front()) == wanted);
            REQUIRE(!ring_contains(ring, shifted({place}, 1'800'000'000).front()));
        }
    }
    CHECK(inside > 10'000);
    CHECK(inside < 90'000);
}

TEST_CASE("Bounds hold what was added to them")
{
    Bounds bounds;
    CHECK(bounds.empty());
    CHECK(!bounds.contains({0, 0}));
    bounds.add({5, -5});
    CHECK(!bounds.empty());
    CHECK(bounds.contains({5, -5}));
    CHECK(bounds.middle() == Place{5, -5});
    bounds.add({-5, 7});
    CHECK(bounds.middle() == Place{0, 1});
    CHECK(bounds.contains({0, 7}));
    CHECK(!bounds.contains({0, 8}));
    CHECK(!bounds.contains({6, 0}));
}

TEST_CASE("A line is as long as its legs together")
{
    CHECK(length_mm({}) == 0);
    CHECK(length_mm({{1, 1}}) == 0);
    Place const a{411'570'000, -86'290'000};
    Place const b = moved(a, 1'000'000, 0);
    Place const c = moved(b, 0, 500'000);
    CHECK(length_mm({a, b, c}) == distance_mm(a, b) + distance_mm(b, c));
}
