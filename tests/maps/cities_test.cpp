#include "core/base/dice.h"
#include "core/roads/isochrone.h"
#include "core/roads/reach.h"
#include "core/roads/roads.h"
#include "maps/fold.h"
#include "maps/import.h"
#include "maps/pack.h"
#include "maps/training_city.h"
#include "tests/core/roads/isochrone_checks.h"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iostream>
#include <iterator>
#include <numeric>

using namespace cresset;
using namespace cresset::maps;

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

fs::path const shared = SHARED_DATA;

bool has_shared()
{
    if (fs::is_directory(shared / "osm")) return true;
    std::cout << "skipped: " << shared / "osm"
              << " is absent\n";
    return false;
}

std::vector<fs::path> files_in(fs::path const& folder, char const* ending)
{
    std::vector<fs::path> files;
    for (auto const& entry : fs::directory_iterator{folder})
        if (entry.path().string().ends_with(ending)) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

fs::path work_folder()
{
    fs::path const folder = fs::path{BINARY_DIR} / "cities_test";
    fs::create_directories(folder);
    return folder;
}

double ms_since(Clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

std::string bytes_of(fs::path const& file)
{
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

struct Expected {
    std::string_view name, zone;
    bool has_police;  // in the data
};
constexpr Expected cities[] = {
    {"andorra", "Europe/Andorra", true},
    {"baltimore_full", "America/New_York", true},
    {"beijing_wudaokou_full", "Asia/Shanghai", true},
    {"guixi_jiangxi_full", "Asia/Shanghai", false},
    {"liechtenstein_full", "Europe/Vaduz", true},
    {"macau_named_roads", "Asia/Macau", false},
    {"monaco_full", "Europe/Monaco", true},
    {"nantong_dieshiqiao_full", "Asia/Shanghai", false},
    {"porto_alegre_roads", "America/Sao_Paulo", false},
    {"porto_roads", "Europe/Lisbon", false},
    {"shanghai_center_drive", "Asia/Shanghai", false},
    {"taipei_datong_full", "Asia/Taipei", false},
    {"wuhan_network", "Asia/Shanghai", false},
};

Expected const* expected_of(fs::path const& file)
{
    for (Expected const& city : cities)
        if (file.filename().string().starts_with(city.name)) return &city;
    return nullptr;
}

/// The number of its group for each node: those that hang together for the mode, in whatever direction.
std::vector<NodeNumber> groups_of(RoadGraph const& graph, Mode mode)
{
    std::vector<NodeNumber> group(graph.node_count());
    std::iota(group.begin(), group.end(), NodeNumber{0});
    auto const root = [&](NodeNumber node) {
        while (group[node] != node) node = group[node] = group[group[node]];
        return node;
    };
    for (ArcNumber arc = 0; arc < graph.arc_count(); ++arc)
        if (graph.allows(arc, mode)) group[root(graph.from(arc))] = root(graph.to(arc));
    for (NodeNumber node = 0; node < group.size(); ++node) group[node] = root(node);
    return group;
}

/// Routes between seeded places on streets of that mode: both methods agree on each, and there is one wherever the two
/// places hang together (turn restrictions at the cut edge of a map may still keep a few apart).
void compare_routes(RoadGraph const& graph, Mode mode, int pairs, std::string_view city)
{
    Roads const roads{graph};
    auto const groups = groups_of(graph, mode);
    std::vector<ArcNumber> arcs;
    for (ArcNumber arc = 0; arc < graph.arc_count(); ++arc)
        if (graph.allows(arc, mode)) arcs.push_back(arc);
    if (arcs.empty()) return;
    RouteSearch search = roads.route_search(mode);
    Dice dice{42};
    int found = 0, same = 0, together = 0;
    for (int i = 0; i < pairs; ++i) {
        auto const somewhere = [&] {
            ArcNumber const arc = arcs[dice.below(arcs.size())];
            return position_on(graph, arc, static_cast<std::uint32_t>(dice.below(graph.length_mm(arc) + 1)));
        };
        RoadPosition const from = somewhere(), to = somewhere();
        auto const fast = search.fastest(from, to);
        same += fast == search.fastest_plain(from, to) ? 1 : 0;
        found += fast ? 1 : 0;
        together += groups[graph.from(from.arc)] == groups[graph.from(to.arc)] ? 1 : 0;
    }
    std::cout << fmt::format("  {}: {} routes of {} {} pairs ({} on one network), {} the same by the plain search\n",
                             city, found, pairs, name_of(mode), together, same);
    CHECK(same == pairs);
    CHECK(found <= together);
    // In a clipping of a few streets the restrictions at its edge keep many apart.
    if (graph.arc_count() > 1000) CHECK(found * 100 >= together * 97);
}

/// How far one gets in ten minutes, from one seeded place and to it: to the millisecond what plain searches find.
void compare_reach(RoadGraph const& graph, Mode mode, int places, std::string_view city)
{
    constexpr std::uint32_t limit_ms = 600'000;
    Roads const roads{graph};
    auto const net = roads.net(mode);
    RouteSearch search{net};
    ReachSearch reacher = roads.reach_search(mode);
    Dice dice{43};
    auto const somewhere = [&] {
        auto const arc = static_cast<ArcNumber>(dice.below(graph.arc_count()));
        return position_on(graph, arc, static_cast<std::uint32_t>(dice.below(graph.length_mm(arc) + 1)));
    };
    int same = 0;
    std::size_t nodes = 0;
    RoadPosition start = somewhere();
    for (int i = 0; i < 1000 && !net->in_main_part(start.arc); ++i) start = somewhere();
    auto const out = reacher.reach(std::array{start}, limit_ms, ReachWay::out);
    auto const in = reacher.reach(std::array{start}, limit_ms, ReachWay::in);
    nodes = out.nodes.size();
    for (int i = 0; i < places; ++i) {
        // Half of them where one gets, so that the small reach in a great city is tried too.
        bool const near = i % 2 == 0 && !out.parts.empty();
        RoadPosition at = somewhere();
        if (near) at = position_on(graph, out.parts[dice.below(out.parts.size())].arc, at.offset_mm);
        auto const agrees = [&](std::optional<std::uint32_t> ms, std::optional<Route> const& route) {
            return ms == (route && route->duration_ms <= limit_ms ? std::optional{route->duration_ms} : std::nullopt);
        };
        same += agrees(out.ms_at(*net, at), search.fastest_plain(start, at)) &&
                        agrees(in.ms_at(*net, at), search.fastest_plain(at, start))
                    ? 1
                    : 0;
    }
    std::cout << fmt::format("  {}: {} nodes within ten minutes by {}, {} of {} places the same by plain searches\n",
                             city, nodes, name_of(mode), same, places);
    CHECK(same == places);
}

/// One, three and five minutes around seeded places, on what was drawn: who is in time lies inside, who is late by more
/// than a tenth does not, and the rings are clean.
void compare_isochrones(RoadGraph const& graph, Mode mode, int places, std::string_view city)
{
    constexpr std::array<std::uint32_t, 3> limits_ms{60'000, 180'000, 300'000};
    Roads const roads{graph};
    ReachSearch reacher = roads.reach_search(mode);
    IsochroneDrawer drawer = roads.isochrone_drawer(mode);
    Dice dice{44};
    int rings = 0, corners = 0, small = 0, late = 0, beside = 0;
    double least_m2 = 1e12;
    for (int i = 0; i < places; ++i) {
        auto const arc = static_cast<ArcNumber>(dice.below(graph.arc_count()));
        if (!roads.net(mode)->allows(arc)) continue;
        auto const at = position_on(graph, arc, static_cast<std::uint32_t>(dice.below(graph.length_mm(arc) + 1)));
        INFO("around " << to_text(at.place));
        auto const reach = reacher.reach(std::array{at}, 330'000);
        for (Isochrone const& isochrone : drawer.draw(reach, limits_ms)) {
            INFO("within " << isochrone.within_ms);
            IsochroneFaults const faults = faults_of(graph, mode, reach, isochrone);
            check_promises(faults);
            rings += faults.rings;
            corners += faults.corners;
            small += faults.small_rings;
            late += faults.late_near;
            beside += faults.late_beside_early;
            least_m2 = std::min(least_m2, faults.least_m2);
        }
    }
    std::cout << fmt::format(
        "  {}: isochrones of {} rings with {} corners, {} small for a node's sake (the least {:.0f} m2), {} late nodes "
        "near ({} beside an early one)\n",
        city, rings, corners, small, least_m2, late, beside);
}

/// Streets by their own name, in Chinese by pinyin too: the street (or one of that name) is the first answer.
void search_streets(CityPack const& pack, std::string_view city)
{
    RoadGraph const& graph = *pack.roads();
    if (graph.names().size() < 2) return;
    Dice dice{7};
    int asked = 0, first = 0;
    double slowest = 0;
    for (int i = 0; i < 60; ++i) {
        StreetName const& name = graph.names()[1 + dice.below(graph.names().size() - 1)];
        FindOptions streets;
        streets.kind = HitKind::street;
        if (pieces(fold(name.name)).empty()) continue;
        auto const start = Clock::now();
        auto const hits = pack.find(name.name, streets);
        slowest = std::max(slowest, ms_since(start));
        ++asked;
        first += !hits.empty() && fold(hits[0].name) == fold(name.name) ? 1 : 0;
    }
    for (auto const* text : {"lu", "r", "a", "zhong", "1", "rua da", "中", "路"}) {
        auto const start = Clock::now();
        auto const hits = pack.find(text);
        slowest = std::max(slowest, ms_since(start));
        CHECK(hits.size() <= 10);
    }
    std::cout << fmt::format("  {}: {} of {} streets are the first answer to their name, slowest search {:.1f} ms\n",
                             city, first, asked, slowest);
    CHECK(first * 10 >= asked * 8);
}

void describe_places(CityPack const& pack)
{
    RoadGraph const& graph = *pack.roads();
    Dice dice{9};
    for (int i = 0; i < 40 && graph.node_count() > 0; ++i) {
        Address const address = pack.describe(graph.place(static_cast<NodeNumber>(dice.below(graph.node_count()))));
        CHECK_FALSE(address.text_en.empty());
        CHECK_FALSE(address.text_zh.empty());
    }
}

void check_things(CityPack const& pack, Expected const& city)
{
    CityThings const things = pack.things();
    CHECK(things.stations_seeded == !city.has_police);
    CHECK(things.stations.size() >= 1);
    CHECK(things.grids.size() >= 1);
    for (auto const& [id, station] : things.stations) CHECK_FALSE(station.district.empty());
    for (auto const& [id, grid] : things.grids) CHECK(grid.station);
}

}  // namespace

TEST_CASE("every city of the shared data becomes a pack whose routes and names are sound")
{
    if (!has_shared()) return;
    bool const is_long = std::getenv("CRESSET_LONG") != nullptr;
    for (fs::path const& file : files_in(shared / "osm", ".osm.pbf")) {
        Expected const* city = expected_of(file);
        if (city == nullptr) continue;
        INFO(file.filename().string());
        fs::path const output = work_folder() / (std::string{city->name} + ".mbtiles");
        auto const start = Clock::now();
        auto const report = import_city({file, output, {}});
        if (!report) FAIL(report.problem());
        PackCounts const& n = report->info.counts;
        std::cout << fmt::format(
            "{}: {:.1f} s, {} KB, {} tiles, {} arcs, {} streets, {} crossings, {} pois, {} houses, {} buildings, "
            "{} areas, {} stations, {} grids, {} cameras\n",
            city->name, ms_since(start) / 1000, fs::file_size(output) / 1024, n.tiles, n.road_arcs, n.streets,
            n.crossings, n.pois, n.house_numbers, n.buildings, n.areas, n.stations, n.grids, n.cameras);
        for (std::string const& note : report->notes) std::cout << "  note: " << note << '\n';
        auto const pack = CityPack::open(output);
        REQUIRE(pack);
        CHECK(pack->info().time_zone == city->zone);
        CHECK(pack->info().source == file.filename().string());
        CHECK(pack->info().has_roads);
        REQUIRE(pack->roads());
        check_things(*pack, *city);
        search_streets(*pack, city->name);
        describe_places(*pack);
        compare_routes(*pack->roads(), Mode::car, is_long ? 1000 : 200, city->name);
        compare_routes(*pack->roads(), Mode::foot, is_long ? 1000 : 20, city->name);
        compare_reach(*pack->roads(), Mode::emergency_car, is_long ? 1000 : 40, city->name);
        compare_isochrones(*pack->roads(), Mode::emergency_car, is_long ? 200 : 4, city->name);
        compare_isochrones(*pack->roads(), Mode::foot, is_long ? 50 : 1, city->name);
        fs::remove(output);
    }
}

TEST_CASE("the training city becomes a pack with its stations and districts and cameras")
{
    fs::path const output = work_folder() / "training.mbtiles";
    auto const start = Clock::now();
    ImportOptions options;
    options.source = "seed 1";
    auto const report = write_city(make_training_city(1), output, options);
    if (!report) FAIL(report.problem());
    auto const pack = CityPack::open(output);
    REQUIRE(pack);
    PackCounts const& n = pack->info().counts;
    std::cout << fmt::format(
        "training city: {:.1f} s, {} KB, {} arcs, {} streets, {} crossings, {} houses, {} stations, {} grids, {} "
        "cameras\n",
        ms_since(start) / 1000, fs::file_size(output) / 1024, n.road_arcs, n.streets, n.crossings, n.house_numbers,
        n.stations, n.grids, n.cameras);
    for (std::string const& note : report->notes) std::cout << "  note: " << note << '\n';
    CHECK(pack->info().time_zone == "Asia/Shanghai");
    CHECK(pack->info().source == "seed 1");
    CityThings const things = pack->things();
    CHECK_FALSE(things.stations_seeded);
    CHECK(things.stations.size() >= 12);
    CHECK(things.cameras.size() >= 1000);
    for (auto const& [id, grid] : things.grids) CHECK(grid.station);
    for (auto const& [id, station] : things.stations) CHECK(ring_contains(station.district, station.place));
    search_streets(*pack, "training city");
    describe_places(*pack);
    for (Mode const mode : all_modes) compare_routes(*pack->roads(), mode, 50, "training city");
}

TEST_CASE("the same file imported twice gives the same bytes")
{
    if (!has_shared()) return;
    for (char const* name : {"nantong_dieshiqiao_full", "taipei_datong_full"}) {
        fs::path const input = shared / "osm" / (std::string{name} + ".osm.pbf");
        fs::path const one = work_folder() / "one.mbtiles", two = work_folder() / "two.mbtiles";
        REQUIRE(import_city({input, one, {}}));
        REQUIRE(import_city({input, two, {}}));
        CHECK(bytes_of(one) == bytes_of(two));
    }
}

TEST_CASE("names of a real Chinese quarter are found by initials and in both scripts")
{
    if (!has_shared()) return;
    fs::path const output = work_folder() / "taipei.mbtiles";
    REQUIRE(import_city({shared / "osm" / "taipei_datong_full.osm.pbf", output, {}}));
    auto const pack = CityPack::open(output);
    REQUIRE(pack);
    for (auto const* text : {"中山北路", "zhongshanbeilu", "zsbl", "zhong shan bei lu"}) {
        INFO(text);
        auto const hits = pack->find(text);
        REQUIRE_FALSE(hits.empty());
        CHECK(hits[0].name.starts_with("中山北路"));
    }
    REQUIRE_FALSE(pack->find("南京東路").empty());
    CHECK(pack->find("南京東路").size() == pack->find("南京东路").size());
}

TEST_CASE("tiles of other programs open as base maps")
{
    if (!fs::is_directory(shared / "tiles")) return;
    for (fs::path const& file : files_in(shared / "tiles", ".mbtiles")) {
        INFO(file.string());
        auto const pack = CityPack::open(file);
        REQUIRE(pack);
        CHECK_FALSE(pack->info().has_roads);
        CHECK_FALSE(pack->info().lacks.empty());
        CHECK_FALSE(pack->info().time_zone.empty());
        CHECK(pack->find("road").empty());
        CHECK_FALSE(pack->info().bounds.empty());
    }
}
