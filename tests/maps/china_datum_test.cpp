#include "maps/china_datum.h"

#include "core/base/dice.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

namespace cresset::maps {

namespace {

/// The greater of both differences, in degrees.
double apart(LonLat a, LonLat b)
{
    return std::max(std::abs(a.lon - b.lon), std::abs(a.lat - b.lat));
}

LonLat pair_of(nlohmann::json const& value)
{
    return {value.at(0).get<double>(), value.at(1).get<double>()};
}

/// Anywhere in the mainland and its seas, away from the edge of the rectangle.
LonLat somewhere(Dice& dice)
{
    double const lon = 75 + 60 * dice.real();
    return {lon, 3 + 50 * dice.real()};
}

}  // namespace

TEST_CASE("outside of China nothing is shifted by GCJ-02")
{
    for (LonLat const place : {LonLat{-8.611, 41.1496}, LonLat{139.6917, 35.6895}, LonLat{103.85, 0.5}, LonLat{0, 0}}) {
        CHECK(wgs84_to_gcj02(place) == place);
        CHECK(gcj02_to_wgs84(place) == place);
    }
}

TEST_CASE("places that were published are shifted to where they were published")
{
    // Tiananmen and three test points of eviltransform (good to six decimals), and coordtransform's own.
    CHECK(apart(wgs84_to_gcj02({116.391349, 39.907374}), {116.397590, 39.908775}) < 1e-6);
    CHECK(apart(wgs84_to_gcj02({121.5272106, 31.1774276}), {121.531541859, 31.175303984}) < 2e-7);
    CHECK(apart(wgs84_to_gcj02({113.912316, 22.543847}), {113.917177481, 22.540796132}) < 2e-6);
    CHECK(apart(wgs84_to_gcj02({116.404, 39.915}), {116.41024449916938, 39.91640428150164}) < 1e-10);
    CHECK(apart(gcj02_to_bd09({116.404, 39.915}), {116.41036949371029, 39.92133699351021}) < 1e-10);
}

TEST_CASE("the way back meets the way there at ten thousand places")
{
    Dice dice{20260101};
    double worst = 0, farthest = 0;
    for (int n = 0; n < 10'000; ++n) {
        LonLat const place = somewhere(dice);
        worst = std::max(worst, apart(gcj02_to_wgs84(wgs84_to_gcj02(place)), place));
        worst = std::max(worst, apart(bd09_to_gcj02(gcj02_to_bd09(place)), place));
        worst = std::max(worst, apart(bd09_to_wgs84(wgs84_to_bd09(place)), place));
        farthest = std::max(farthest, apart(wgs84_to_gcj02(place), place));
    }
    CHECK(worst < 1e-9);
    CHECK(farthest > 0.003);  // it does shift
    CHECK(farthest < 0.02);
}

TEST_CASE("the vectors of three libraries agree with ours")
{
    std::filesystem::path const file = std::filesystem::path{SHARED_DATA} / "china/gcj02_bd09_test_vectors.json";
    if (!std::filesystem::exists(file)) {
        WARN("skipped: " << file << " is not there");
        return;
    }
    auto const vectors = nlohmann::json::parse(std::ifstream{file}).at("vectors");
    REQUIRE(vectors.size() > 10);
    for (auto const& one : vectors) {
        INFO(one.at("name").get<std::string>());
        LonLat const wgs84 = pair_of(one.at("wgs84"));
        for (char const* exact : {"gcoord", "coordtransform"})
            CHECK(apart(wgs84_to_gcj02(wgs84), pair_of(one.at("gcj02").at(exact))) < 1e-10);
        // eviltransform takes the axis of another ellipsoid: 12 mm.
        CHECK(apart(wgs84_to_gcj02(wgs84), pair_of(one.at("gcj02").at("eviltransform"))) < 2e-7);
        CHECK(apart(wgs84_to_bd09(wgs84), pair_of(one.at("bd09_gcoord"))) < 1e-10);
    }
}

}  // namespace cresset::maps
