#include "maps/street_metrics.h"

#include "maps/osm_reader.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <iostream>

using namespace cresset;
using namespace cresset::maps;

namespace {

/// Streets on a lattice of 0.001 degrees at the equator (111.2 m each way).
struct Lattice {
    SourceMap map;
    std::uint32_t node(int column, int row)
    {
        auto const number = static_cast<std::uint32_t>(map.nodes.size());
        map.nodes.push_back({number + 1, {row * 10'000, column * 10'000}, {}});
        map.bounds.add(map.nodes.back().place);
        return number;
    }
    void way(std::vector<std::uint32_t> nodes, char const* highway, char const* bridge = nullptr)
    {
        SourceWay way;
        way.id = static_cast<std::int64_t>(map.ways.size()) + 1;
        way.nodes = std::move(nodes);
        map.add_tag(way.tags, "highway", highway);
        if (bridge != nullptr) map.add_tag(way.tags, "bridge", bridge);
        map.ways.push_back(way);
    }
};

struct Known {
    char const* file;
    double dead_ends, three_way, four_way, bridges, median_m2;
};

}  // namespace

TEST_CASE("a map without streets measures as nothing")
{
    Lattice empty;
    CHECK(measure_streets(empty.map).junctions == 0);
    empty.way({empty.node(0, 0), empty.node(1, 0)}, "footway");
    StreetMetrics const m = measure_streets(empty.map);
    CHECK(m.junctions == 0);
    CHECK(m.length_km == 0);
}

TEST_CASE("four blocks around a crossing measure as drawn")
{
    Lattice city;
    std::uint32_t n[3][3];
    for (int row = 0; row < 3; ++row)
        for (int column = 0; column < 3; ++column) n[row][column] = city.node(column, row);
    for (int i = 0; i < 3; ++i) {
        city.way({n[i][0], n[i][1], n[i][2]}, "residential", i == 1 ? "yes" : nullptr);
        city.way({n[0][i], n[1][i], n[2][i]}, "residential");
    }
    StreetMetrics const m = measure_streets(city.map);
    CHECK(m.junctions == 5);  // the corners are bends
    CHECK(m.edges == 8);
    CHECK(m.three_way == Approx(0.8));
    CHECK(m.four_way == Approx(0.2));
    CHECK(m.dead_ends == 0);
    CHECK(m.bridges == Approx(2.0 / 12));
    CHECK(m.block_median_m2 == Approx(111.2 * 111.2).epsilon(0.01));
}

TEST_CASE("a street that ends and a street that is drawn twice count once each")
{
    Lattice city;
    auto const a = city.node(0, 0), b = city.node(1, 0), c = city.node(2, 0), d = city.node(1, 1);
    city.way({a, b, c}, "residential");
    city.way({c, b}, "residential");
    city.way({b, d}, "living_street");
    StreetMetrics const m = measure_streets(city.map);
    CHECK(m.junctions == 4);
    CHECK(m.dead_ends == Approx(0.75));
    CHECK(m.edges == 3);
}

TEST_CASE("the real cities measure as they are written down in the training city's test")
{
    static constexpr Known cities[] = {{"baltimore_full", 0.140, 0.438, 0.411, 0.0484, 9'023},
                                       {"liechtenstein_full", 0.309, 0.637, 0.055, 0.0066, 25'120},
                                       {"monaco_full", 0.241, 0.711, 0.047, 0.0099, 13'546},
                                       {"porto_alegre_roads", 0.116, 0.599, 0.278, 0.0063, 14'765},
                                       {"shanghai_center_drive", 0.079, 0.481, 0.414, 0.0127, 17'591}};
    for (auto const& city : cities) {
        std::filesystem::path const file =
            std::filesystem::path{SHARED_DATA} / "osm" / (std::string{city.file} + ".osm.pbf");
        if (!std::filesystem::exists(file)) {
            std::cout << "skipped: " << file << " is not there\n";
            continue;
        }
        auto const map = read_osm(file);
        REQUIRE(map);
        StreetMetrics const m = measure_streets(*map);
        INFO(city.file);
        CHECK(m.dead_ends == Approx(city.dead_ends).margin(0.002));
        CHECK(m.three_way == Approx(city.three_way).margin(0.002));
        CHECK(m.four_way == Approx(city.four_way).margin(0.002));
        CHECK(m.bridges == Approx(city.bridges).margin(0.0005));
        CHECK(m.block_median_m2 == Approx(city.median_m2).epsilon(0.02));
    }
}
