#include "maps/sites.h"

#include "core/base/dice.h"
#include "core/base/time_zone.h"
#include "drawn_map.h"
#include "maps/areas.h"
#include "maps/buildings.h"
#include "maps/cameras.h"
#include "maps/source_shapes.h"
#include "maps/time_zones.h"
#include "maps/voronoi.h"

#include <catch2/catch.hpp>

using namespace cresset;
using namespace cresset::maps;

namespace {

/// A grid of streets, `size` blocks of 200 m each way.
DrawnMap grid_city(int size)
{
    DrawnMap drawn;
    for (int y = 0; y <= size; ++y)
        for (int x = 0; x <= size; ++x) drawn.node(200 * x, 200 * y);
    auto const at = [&](int x, int y) { return static_cast<std::uint32_t>(y * (size + 1) + x); };
    for (int i = 0; i <= size; ++i) {
        std::vector<std::uint32_t> row, column;
        for (int k = 0; k <= size; ++k) row.push_back(at(k, i)), column.push_back(at(i, k));
        drawn.way(row, {{"highway", i % 3 == 0 ? "secondary" : "residential"}});
        drawn.way(column, {{"highway", i % 3 == 0 ? "secondary" : "residential"}});
    }
    return drawn;
}

}  // namespace

TEST_CASE("damaged outlines are refused and sound ones come back")
{
    Polygons const two{{{{0, 0}, {0, 100}, {100, 100}, {0, 0}}, {{{1, 2}, {1, 50}, {40, 50}, {1, 2}}}},
                       {{{-900000000, -1800000000}, {5, 5}, {900000000, 1800000000}, {-900000000, -1800000000}}, {}}};
    std::string const bytes = pack_polygons(two);
    REQUIRE(unpack_polygons(bytes));
    CHECK(*unpack_polygons(bytes) == two);
    for (std::size_t length = 0; length < bytes.size(); ++length) CHECK_FALSE(unpack_polygons(bytes.substr(0, length)));
    CHECK_FALSE(unpack_polygons(bytes + "x"));
    CHECK_FALSE(unpack_polygons("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01"));
    Dice dice{7};
    for (int i = 0; i < 2000; ++i) {
        std::string flipped = bytes;
        auto const at = dice.below(flipped.size());
        flipped[at] = static_cast<char>(flipped[at] ^ static_cast<char>(1 + dice.below(255)));
        auto const read = unpack_polygons(flipped);
        if (read) CHECK(pack_polygons(*read).size() <= flipped.size());
    }
    Line const line{{1, 2}, {3, -4}, {3, -4}};
    REQUIRE(unpack_line(pack_line(line)));
    CHECK(*unpack_line(pack_line(line)) == line);
    CHECK_FALSE(unpack_line(pack_line(line).substr(1)));
}

TEST_CASE("a label lies inside its polygon even where the centre of mass does not")
{
    DrawnMap const drawn;
    auto const p = [&](int x, int y) { return drawn.at(x, y); };
    Polygons const u{
        {{p(0, 0), p(100, 0), p(100, 100), p(80, 100), p(80, 20), p(20, 20), p(20, 100), p(0, 100), p(0, 0)}, {}}};
    CHECK(contains(u, label_place(u)));
    Polygons const ring{{{p(0, 0), p(100, 0), p(100, 100), p(0, 100), p(0, 0)},
                         {{p(10, 10), p(90, 10), p(90, 90), p(10, 90), p(10, 10)}}}};
    CHECK(contains(ring, label_place(ring)));
    CHECK(area_m2(ring) > 3500);
    CHECK(area_m2(ring) < 3700);
    CHECK(label_place({}) == Place{});
}

TEST_CASE("every place belongs to the cell of the nearest station")
{
    Dice dice{11};
    DrawnMap const drawn;
    Bounds box;
    box.add(drawn.at(0, 0));
    box.add(drawn.at(5000, 5000));
    std::vector<Place> stations;
    for (int i = 0; i < 12; ++i)
        stations.push_back(drawn.at(static_cast<int>(dice.range(50, 4950)), static_cast<int>(dice.range(50, 4950))));
    stations.push_back(stations[3]);
    auto const cells = divide_among(box, stations);
    REQUIRE(cells.size() == 13);
    CHECK(cells[12].empty());
    for (int i = 0; i < 2000; ++i) {
        Place const place = drawn.at(static_cast<int>(dice.range(1, 4999)), static_cast<int>(dice.range(1, 4999)));
        std::size_t nearest = 0;
        for (std::size_t k = 1; k < 12; ++k)
            if (distance_mm(place, stations[k]) < distance_mm(place, stations[nearest])) nearest = k;
        std::size_t inside = 0;
        for (std::size_t k = 0; k < 12; ++k)
            if (ring_contains(cells[k], place)) {
                ++inside;
                // On the border itself the two are as near as each other, up to the curve of the earth.
                CHECK(distance_mm(place, stations[k]) <= distance_mm(place, stations[nearest]) + 5000);
            }
        CHECK(inside >= 1);
    }
}

TEST_CASE("a map without streets has no stations and says so")
{
    DrawnMap drawn;
    drawn.box(0, 0, 50, 50, {{"building", "yes"}});
    FoundThings const found = find_things(drawn.map);
    CHECK(found.things.stations.empty());
    CHECK(found.things.grids.empty());
    REQUIRE(found.notes.size() == 1);
}

TEST_CASE("without stations in the data they are spread over the junctions")
{
    DrawnMap const drawn = grid_city(20);
    FoundThings const found = find_things(drawn.map);
    CityThings const& things = found.things;
    CHECK(things.stations_seeded);
    REQUIRE(things.stations.size() >= 3);
    CHECK(things.departments.size() == 1);
    Station const& third = *things.stations.find(StationId{0, 3});
    CHECK(third.name == Names{"Police station 3", "第3派出所"});
    for (auto const& [id, station] : things.stations) {
        CHECK(ring_contains(station.district, station.place));
        for (auto const& [other_id, other] : things.stations)
            if (other_id != id) CHECK(distance_mm(station.place, other.place) > 500'000);
    }
    CHECK(find_things(drawn.map).things.stations == things.stations);
    CHECK(find_things(drawn.map).things.grids == things.grids);
}

TEST_CASE("patrol grids cover the streets and know their station")
{
    DrawnMap const drawn = grid_city(20);
    CityThings const things = find_things(drawn.map).things;
    CHECK(things.grids.size() >= 16);
    CHECK(things.grids.size() <= 36);
    for (auto const& [id, grid] : things.grids) {
        REQUIRE(grid.station);
        CHECK(things.stations.contains(*grid.station));
        CHECK(grid.ring.size() == 5);
        CHECK(grid.code.starts_with("G-"));
    }
    for (SourceNode const& node : drawn.map.nodes) {
        bool const covered = std::any_of(things.grids.begin(), things.grids.end(),
                                         [&](auto const& row) { return ring_contains(row.second.ring, node.place); });
        // A sliver at the edge may hold too little street for a grid of its own.
        if (node.place.lat_e7 < drawn.at(0, 3900).lat_e7 && node.place.lon_e7 < drawn.at(3900, 0).lon_e7)
            CHECK(covered);
    }
    CHECK(find_built_up(drawn.map, 4).cells.size() <= 4);
}

TEST_CASE("stations of the data keep their names and are not doubled")
{
    DrawnMap drawn = grid_city(10);
    drawn.node(300, 300, {{"amenity", "police"}, {"name", "江湾派出所"}, {"name:en", "Riverbend Station"}});
    drawn.box(290, 290, 30, 30, {{"amenity", "police"}, {"building", "yes"}});
    drawn.node(1500, 1500, {{"amenity", "police"}});
    drawn.node(900, 900, {{"amenity", "fire_station"}, {"name", "Fire One"}});
    drawn.node(90000, 0, {{"amenity", "police"}, {"name", "far away"}});
    CityThings const things = find_things(drawn.map).things;
    CHECK_FALSE(things.stations_seeded);
    REQUIRE(things.stations.size() == 3);
    CHECK(things.stations.find(StationId{0, 1})->name == Names{"Riverbend Station", "江湾派出所"});
    CHECK(things.stations.find(StationId{0, 2})->name == Names{"Police station 2", "第2派出所"});
    CHECK(things.stations.find(StationId{0, 3})->department == DepartmentId{0, 2});
    CHECK(things.departments.find(DepartmentId{0, 2})->kind == "fire");
}

TEST_CASE("districts and grids that the data states come before our own")
{
    DrawnMap drawn = grid_city(10);
    drawn.node(300, 300, {{"amenity", "police"}, {"name", "S"}, {"ref", "S01"}});
    drawn.node(1700, 1700, {{"amenity", "police"}, {"name", "T"}, {"ref", "S02"}});
    auto const district = drawn.box(0, 0, 900, 900, {});
    drawn.relation({{"outer", {MemberKind::way, district}}},
                   {{"type", "boundary"}, {"boundary", "administrative"}, {"police:station", "S01"}, {"name", "A"}});
    auto const grid = drawn.box(0, 0, 400, 400, {});
    drawn.relation({{"outer", {MemberKind::way, grid}}},
                   {{"type", "boundary"}, {"boundary", "patrol_grid"}, {"ref", "S02-01"}, {"police:station", "S02"}});
    CityThings const things = find_things(drawn.map).things;
    CHECK(things.stations.find(StationId{0, 1})->district.size() == 5);
    CHECK(ring_contains(things.stations.find(StationId{0, 1})->district, drawn.at(890, 890)));
    REQUIRE(things.grids.size() == 1);
    CHECK(things.grids.find(GridId{0, 1})->code == "S02-01");
    CHECK(things.grids.find(GridId{0, 1})->station == StationId{0, 2});
}

TEST_CASE("cameras look where they are said to and all round otherwise")
{
    CHECK(direction_deg("SE") == 135);
    CHECK(direction_deg("nnw") == 337);
    CHECK(direction_deg("-90") == 270);
    CHECK(direction_deg("359.6") == 0);
    CHECK_FALSE(direction_deg("up"));
    CHECK_FALSE(direction_deg(""));
    CHECK_FALSE(direction_deg("9999"));
    DrawnMap drawn;
    drawn.node(0, 0,
               {{"man_made", "surveillance"},
                {"camera:direction", "90"},
                {"camera:angle", "45"},
                {"camera:range", "80"},
                {"ref", "C7"},
                {"name", "北门"}});
    drawn.node(0, 9, {{"man_made", "surveillance"}, {"camera:angle", "999"}});
    drawn.node(0, 20, {{"man_made", "surveillance"}, {"surveillance:type", "guard"}});
    auto const cameras = find_cameras(drawn.map);
    REQUIRE(cameras.size() == 2);
    Camera const& first = *cameras.find(CameraId{0, 1});
    CHECK(first.code == "C7");
    CHECK(first.name.zh == "北门");
    CHECK(first.heading_deg == 90);
    CHECK(first.view_deg == 45);
    CHECK(first.range_m == 80);
    CHECK(cameras.find(CameraId{0, 2})->heading_deg == -1);
    CHECK(cameras.find(CameraId{0, 2})->view_deg == 360);
}

TEST_CASE("buildings have their holes and heights")
{
    CHECK(length_dm("12.5 m") == 125);
    CHECK(length_dm("40'") == 122);
    CHECK_FALSE(length_dm("tall"));
    CHECK_FALSE(length_dm("-3"));
    DrawnMap drawn;
    drawn.box(0, 0, 30, 20, {{"building", "yes"}, {"building:levels", "6"}});
    drawn.box(100, 0, 30, 20, {{"building", "no"}});
    drawn.box(200, 0, 30, 20, {{"building", "house"}, {"height", "9 m"}, {"building:levels", "9"}, {"name", "H"}});
    auto const outer = drawn.box(300, 0, 60, 60, {}), inner = drawn.box(320, 20, 20, 20, {});
    drawn.relation({{"outer", {MemberKind::way, outer}}, {"inner", {MemberKind::way, inner}}},
                   {{"type", "multipolygon"}, {"building", "yes"}});
    std::vector<Building> found;
    for_each_building(drawn.map, [&](Building const& building) { found.push_back(building); });
    REQUIRE(found.size() == 3);
    CHECK(found[0].shape.at(0).holes.size() == 1);
    CHECK(found[1].height_dm == 180);
    CHECK(found[2].height_dm == 90);
    CHECK(found[2].name == "H");
}

TEST_CASE("the smallest area around a place says where it is")
{
    DrawnMap drawn;
    auto const big = drawn.box(0, 0, 4000, 4000, {}), small = drawn.box(1000, 1000, 1000, 1000, {});
    drawn.relation({{"outer", {MemberKind::way, big}}},
                   {{"type", "boundary"}, {"boundary", "administrative"}, {"admin_level", "6"}, {"name", "大区"}});
    drawn.relation({{"outer", {MemberKind::way, small}}},
                   {{"type", "boundary"}, {"boundary", "administrative"}, {"admin_level", "8"}, {"name", "小区"}});
    auto const areas = collect_areas(drawn.map);
    REQUIRE(areas.size() == 2);
    Whereabouts whereabouts{areas};
    CHECK(whereabouts.at(drawn.at(1500, 1500))->name == "小区");
    CHECK(whereabouts.at(drawn.at(3500, 500))->name == "大区");
    CHECK(whereabouts.at(drawn.at(9000, 9000)) == nullptr);
}

TEST_CASE("the time zones of known cities are right and unknown seas are guessed by longitude")
{
    struct City {
        double lat, lon;
        char const* zone;
    };
    for (City const city :
         {City{43.735, 7.42, "Europe/Monaco"}, City{47.14, 9.52, "Europe/Vaduz"}, City{42.5, 1.52, "Europe/Andorra"},
          City{41.15, -8.62, "Europe/Lisbon"}, City{-30.03, -51.22, "America/Sao_Paulo"},
          City{39.29, -76.61, "America/New_York"}, City{31.23, 121.47, "Asia/Shanghai"},
          City{39.99, 116.33, "Asia/Shanghai"}, City{30.59, 114.3, "Asia/Shanghai"},
          City{28.29, 117.2, "Asia/Shanghai"}, City{25.06, 121.51, "Asia/Taipei"}, City{22.19, 113.54, "Asia/Macau"},
          City{22.28, 114.16, "Asia/Hong_Kong"}, City{43.8, 87.6, "Asia/Shanghai"}}) {
        FoundZone const found = time_zone_at(*place_from_degrees(city.lat, city.lon));
        CHECK(found.name == city.zone);
        CHECK_FALSE(found.guessed);
        CHECK(is_time_zone(found.name));
    }
    CHECK(time_zone_at(*place_from_degrees(0, -30)).name == "Etc/GMT+2");
    CHECK(time_zone_at(*place_from_degrees(0, 60)).name == "Etc/GMT-4");
    CHECK(time_zone_at(*place_from_degrees(0, 2)).name == "Etc/GMT");
    CHECK(time_zone_at(*place_from_degrees(0, -30)).guessed);
    for (int lat = -60; lat <= 70; ++lat)
        for (int lon = -180; lon <= 180; lon += 3)
            if (!is_time_zone(time_zone_at(*place_from_degrees(lat, lon)).name)) FAIL(lat << "," << lon);
}
