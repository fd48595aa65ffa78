#include "maps/tile_maker.h"

#include "core/base/dice.h"
#include "maps/gzip.h"
#include "maps/osm_reader.h"
#include "maps/tile_encoder.h"
#include "maps/tile_layers.h"
#include "maps/vector_tile.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>

using namespace cresset;
using namespace cresset::maps;
namespace fs = std::filesystem;

namespace {

using Made = std::map<TileId, std::string>;

struct All {
    TileReport report;
    Made tiles;
};

All made(SourceMap const& map, int threads = 2)
{
    All result;
    auto report = make_tiles(map, {threads}, [&](TileId id, std::string_view packed) {
        CHECK(result.tiles.emplace(id, packed).second);
        CHECK(result.tiles.rbegin()->first == id);  // in order
    });
    REQUIRE(report);
    result.report = *std::move(report);
    return result;
}

VectorTile decoded(std::string const& packed)
{
    auto const bytes = gunzip(packed);
    REQUIRE(bytes);
    auto tile = decode_vector_tile(*bytes);
    REQUIRE(tile);
    return *std::move(tile);
}

/// A small town by the sea: nodes are metres east and north of 30.0 N 120.0 E.
class Town {
public:
    std::uint32_t node(std::int64_t east_m, std::int64_t north_m)
    {
        auto const number = static_cast<std::uint32_t>(map_.nodes.size());
        map_.nodes.push_back({number + 1, moved({300000000, 1200000000}, east_m * 1000, north_m * 1000), {}});
        map_.bounds.add(map_.nodes.back().place);
        return number;
    }
    void way(std::vector<std::uint32_t> nodes, std::vector<std::pair<std::string, std::string>> const& tags)
    {
        SourceWay way{static_cast<std::int64_t>(map_.ways.size() + 1), std::move(nodes), {}};
        for (auto const& [key, value] : tags) map_.add_tag(way.tags, key, value);
        map_.ways.push_back(std::move(way));
    }
    void box(std::int64_t east_m, std::int64_t north_m, std::int64_t size_m,
             std::vector<std::pair<std::string, std::string>> const& tags)
    {
        std::vector<std::uint32_t> nodes{node(east_m, north_m), node(east_m + size_m, north_m),
                                         node(east_m + size_m, north_m + size_m), node(east_m, north_m + size_m)};
        nodes.push_back(nodes.front());
        way(std::move(nodes), tags);
    }
    SourceMap& map() { return map_; }

private:
    SourceMap map_;
};

Town small_town()
{
    Town town;
    for (int i = 0; i < 12; ++i) {
        town.way({town.node(0, i * 300), town.node(1500, i * 300), town.node(3300, i * 300)},
                 {{"highway", i % 4 == 0 ? "primary" : "residential"},
                  {"name", "路" + std::to_string(i)},
                  {"oneway", i % 3 == 0 ? "yes" : "no"}});
        town.box(
            100 + i * 200, 50, 40,
            {{"building", "yes"}, {"building:levels", std::to_string(i + 1)}, {"addr:housenumber", std::to_string(i)}});
    }
    town.box(500, 500, 900, {{"landuse", "residential"}});
    town.box(2000, 2000, 400, {{"natural", "water"}, {"name", "湖"}});
    return town;
}

std::size_t count(Made const& tiles, int zoom, std::string_view layer)
{
    std::size_t sum = 0;
    for (auto const& [id, packed] : tiles)
        if (id.zoom == zoom)
            if (auto const tile = decoded(packed); auto const* found = tile.layer(layer)) sum += found->features.size();
    return sum;
}

/// What the specification of MVT 2.1 asks of a tile.
void check_sound(VectorTile const& tile)
{
    CHECK(tile.features_left_out == 0);
    for (auto const& layer : tile.layers) {
        CHECK(layer.version == 2);
        CHECK(layer.extent == 4096);
        CHECK_FALSE(layer.features.empty());
        for (auto const& feature : layer.features) {
            bool first = true;
            for (auto part = feature.first_part; part < feature.end_part; ++part) {
                auto const points = layer.part(part);
                if (feature.geometry == TileGeometry::line) CHECK(points.size() >= 2);
                if (feature.geometry == TileGeometry::polygon) {
                    CHECK(points.size() >= 3);
                    if (first) CHECK(is_outer_ring(points));
                }
                for (auto const at : points) CHECK((at.x >= -64 && at.y >= -64 && at.x <= 4160 && at.y <= 4160));
                first = false;
            }
        }
    }
}

double drawn_area(VectorTile const& tile, std::string_view layer_name)
{
    double sum = 0;
    auto const* layer = tile.layer(layer_name);
    if (!layer) return 0;
    for (auto const& feature : layer->features)
        for (auto part = feature.first_part; part < feature.end_part; ++part) {
            auto const points = layer->part(part);
            sum += static_cast<double>(doubled_area({points.begin(), points.end()})) / 2;
        }
    return sum;
}

}  // namespace

TEST_CASE("a map without anything to draw or without an end is refused")
{
    auto const nothing = make_tiles({}, {}, [](TileId, std::string_view) {});
    REQUIRE_FALSE(nothing);
    CHECK(nothing.problem().find("no nodes") != std::string::npos);
    Town bare;
    bare.way({bare.node(0, 0), bare.node(10, 10)}, {});
    CHECK_FALSE(make_tiles(bare.map(), {}, [](TileId, std::string_view) {}));
    SourceMap world;
    for (int i = 0; i < 400; ++i)
        world.nodes.push_back({i,
                               {static_cast<std::int32_t>(i * 4000000LL - 800000000),
                                static_cast<std::int32_t>(i * 8000000LL - 1600000000)},
                               {}});
    auto const large = make_tiles(world, {}, [](TileId, std::string_view) {});
    REQUIRE_FALSE(large);
    CHECK(large.problem().find("too large") != std::string::npos);
}

TEST_CASE("work on tiles that shall stop stops")
{
    auto town = small_town();
    int asked = 0;
    auto const report = make_tiles(
        town.map(), {}, [](TileId, std::string_view) {}, [&](std::string_view, int) { return ++asked < 4; });
    REQUIRE_FALSE(report);
    CHECK(report.problem() == stopped_text);
}

TEST_CASE("the area is what the file states if that is credible and else where nearly all nodes are")
{
    SourceMap map;
    for (int i = 0; i < 1000; ++i) map.nodes.push_back({i, {300000000 + i * 100, 1200000000 + i * 100}, {}});
    map.nodes.push_back({1001, {-500000000, 0}, {}});
    for (auto const& node : map.nodes) map.bounds.add(node.place);
    CHECK(map_area(map).min.lat_e7 > 290000000);
    CHECK(map_area(map).contains({300050000, 1200050000}));
    map.stated = {{300010000, 1200010000}, {300090000, 1200090000}};
    CHECK(map_area(map) == map.stated);
    map.stated = {{100000000, 100000000}, {100090000, 100090000}};
    CHECK(map_area(map) != map.stated);
    CHECK(map_area({}).empty());
}

TEST_CASE("a town has its layers with its attributes at z14 and less of them at lower zooms")
{
    auto town = small_town();
    auto const all = made(town.map());
    CHECK(count(all.tiles, 14, "transportation") >= 12);
    CHECK(count(all.tiles, 14, "building") >= 12);
    CHECK(count(all.tiles, 14, "housenumber") == 12);
    CHECK(count(all.tiles, 12, "building") == 0);
    CHECK(count(all.tiles, 8, "transportation") == 1);  // the primary roads are one feature
    CHECK(count(all.tiles, 14, "water_name") == 1);
    CHECK(all.report.tiles == all.tiles.size());
    auto const json = nlohmann::json::parse(all.report.layers_json);
    CHECK(json["vector_layers"].size() == layer_names.size());
    for (auto const& [id, packed] : all.tiles) check_sound(decoded(packed));
}

TEST_CASE("an attribute of a road is where a renderer looks for it")
{
    Town town;
    town.way({town.node(0, 0), town.node(900, 0)}, {{"highway", "secondary"},
                                                    {"oneway", "-1"},
                                                    {"bridge", "yes"},
                                                    {"layer", "-2"},
                                                    {"name", "长江路"},
                                                    {"name:en", "Yangtze Road"}});
    auto const all = made(town.map());
    auto const tile = decoded(all.tiles.rbegin()->second);
    auto const* roads = tile.layer("transportation");
    REQUIRE(roads);
    auto const& road = roads->features.front();
    CHECK(roads->text(road, "class") == "secondary");
    CHECK(roads->number(road, "oneway", 0) == -1);
    CHECK(roads->number(road, "layer", 0) == -2);
    CHECK(roads->text(road, "brunnel") == "bridge");
    auto const* names = tile.layer("transportation_name");
    REQUIRE(names);
    CHECK(names->text(names->features.front(), "name:en") == "Yangtze Road");
}

TEST_CASE("threads and repetition do not change a byte")
{
    auto town = small_town();
    auto const one = made(town.map(), 1).tiles;
    CHECK(one == made(town.map(), 1).tiles);
    CHECK(one == made(town.map(), 2).tiles);
    CHECK(one == made(town.map(), 5).tiles);
}

TEST_CASE("the sea covers the tiles up to the coast and nothing inland")
{
    Town town;
    // The coast runs from north to south with the water in the west; the street stands on land.
    town.way({town.node(0, 3000), town.node(0, -3000)}, {{"natural", "coastline"}});
    town.way({town.node(300, 2900), town.node(300, -2900)}, {{"highway", "primary"}});
    town.node(-2500, 0);
    town.node(2500, 0);
    auto const all = made(town.map());
    CHECK(all.report.notes.empty());
    bool some_full = false;
    for (auto const& [id, packed] : all.tiles) {
        if (id.zoom != 14) continue;
        auto const area = drawn_area(decoded(packed), "water");
        some_full = some_full || area > 4096.0 * 4096;
    }
    CHECK(some_full);
    auto const inland = all.tiles.find(tile_of(town.map().nodes.back().place, 14));
    CHECK((inland == all.tiles.end() || drawn_area(decoded(inland->second), "water") == 0));
}

TEST_CASE("an island in a lake is a hole in the water")
{
    Town town;
    town.box(0, 0, 600, {{"natural", "water"}});
    town.box(200, 200, 200, {});
    SourceRelation relation;
    town.map().add_tag(relation.tags, "type", "multipolygon");
    relation.members = {{MemberKind::way, 0, town.map().text("outer")}, {MemberKind::way, 1, town.map().text("inner")}};
    auto const whole = made(town.map());
    town.map().relations.push_back(relation);
    auto const holed = made(town.map());
    double before = 0, after = 0;
    for (auto const& [id, packed] : whole.tiles)
        if (id.zoom == 14) before += drawn_area(decoded(packed), "water");
    for (auto const& [id, packed] : holed.tiles)
        if (id.zoom == 14) after += drawn_area(decoded(packed), "water");
    CHECK(after < before * 0.95);
    CHECK(after > before * 0.8);
}

TEST_CASE("every file of the shared data becomes sound tiles and the same bytes twice")
{
    std::error_code error;
    int files = 0;
    for (auto const& entry : fs::directory_iterator{fs::path{SHARED_DATA} / "osm", error}) {
        if (!entry.path().string().ends_with(".osm.pbf")) continue;
        ++files;
        INFO(entry.path().string());
        auto const map = read_osm(entry.path());
        REQUIRE(map);
        auto const all = made(*map);
        CHECK(all.tiles == made(*map, 1).tiles);
        CHECK(count(all.tiles, 14, "transportation") > 20);
        std::size_t largest = 0;
        for (auto const& [id, packed] : all.tiles) {
            check_sound(decoded(packed));
            largest = std::max(largest, packed.size());
        }
        CHECK(largest < 500000);
    }
    if (files == 0) std::cout << "skipped: no " << SHARED_DATA << "/osm\n";
}

TEST_CASE("the harbours of Monaco and Baltimore are water and their streets are not")
{
    struct Spot {
        char const* file;
        double lat, lon;
        bool wet;
    };
    for (auto const& [name, lat, lon, wet] :
         {Spot{"monaco_full", 43.7355, 7.4245, true}, Spot{"monaco_full", 43.7400, 7.4260, false},
          Spot{"monaco_full", 43.7250, 7.4400, true}, Spot{"baltimore_full", 39.2760, -76.5900, true},
          Spot{"baltimore_full", 39.2900, -76.5800, false}}) {
        auto const map = read_osm(fs::path{SHARED_DATA} / "osm" / (std::string{name} + ".osm.pbf"));
        if (!map) {
            std::cout << "skipped: no " << SHARED_DATA << "/osm\n";
            return;
        }
        INFO(name << " " << lat << " " << lon);
        auto const place = *place_from_degrees(lat, lon);
        auto const id = tile_of(place, 14);
        auto const all = made(*map);
        auto const tile = decoded(all.tiles.at(id));
        auto const at = to_grid(place);
        TilePoint const spot{at.x - static_cast<std::int32_t>(id.x) * 4096,
                             at.y - static_cast<std::int32_t>(id.y) * 4096};
        std::size_t around = 0;
        if (auto const* water = tile.layer("water"))
            for (std::uint32_t i = 0; i < water->part_ends.size(); ++i)
                if (ring_contains({water->part(i).begin(), water->part(i).end()}, spot)) ++around;
        CHECK((around % 2 == 1) == wet);
    }
}

TEST_CASE("hostile maps give tiles or a problem")
{
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        Dice dice{seed};
        Town town;
        std::vector<std::uint32_t> nodes;
        for (int i = 0; i < 40; ++i) nodes.push_back(town.node(dice.range(-4000, 4000), dice.range(-4000, 4000)));
        char const* const tags[][2] = {{"natural", "coastline"},
                                       {"natural", "water"},
                                       {"highway", "primary"},
                                       {"building", "yes"},
                                       {"landuse", "forest"}};
        for (int i = 0; i < 20; ++i) {
            std::vector<std::uint32_t> line;
            for (auto k = dice.range(0, 12); k > 0; --k) line.push_back(nodes[dice.below(nodes.size())]);
            if (dice.chance(1, 2) && !line.empty()) line.push_back(line.front());
            auto const& tag = tags[dice.below(5)];
            town.way(line, {{tag[0], tag[1]}});
        }
        SourceRelation relation;
        town.map().add_tag(relation.tags, "type", "multipolygon");
        town.map().add_tag(relation.tags, "natural", "water");
        for (std::uint32_t i = 0; i < 8; ++i)
            relation.members.push_back({MemberKind::way, i, town.map().text("outer")});
        town.map().relations.push_back(relation);
        auto const all = made(town.map());
        for (auto const& [id, packed] : all.tiles) check_sound(decoded(packed));
    }
}
