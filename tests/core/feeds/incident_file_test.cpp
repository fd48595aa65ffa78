#include "core/feeds/incident_file.h"

#include "core/feeds/row_reader.h"
#include "core/feeds/time_format.h"
#include "tests/core/feeds/log_data.h"

#include <catch2/catch.hpp>
#include <set>

namespace cresset::feeds {

namespace {

constexpr std::string_view small_map = R"({
  "format": "cresset feed map 1", "time": {"format": "%d.%m.%Y %H:%M:%S", "zone": "Asia/Shanghai"},
  "columns": {"external": "No", "type": "Kind", "priority": "P", "received": "In", "on_scene": "There",
              "unit": "Car", "lat": "Lat", "lon": "Lon", "address": "Where"},
  "types": {"ROB": "robbery"}, "priorities": {"A": 1}})";

TableMap map_of(std::string_view json)
{
    auto map = parse_table_map(json);
    REQUIRE(map);
    return *map;
}

IncidentFile read_small(std::string const& rows)
{
    auto file = read_incident_csv("No;Kind;P;In;There;Car;Lat;Lon;Where\n" + rows, map_of(small_map));
    REQUIRE(file);
    return *file;
}

std::string problem_of_map(std::string_view json)
{
    auto const map = parse_table_map(json);
    REQUIRE_FALSE(map);
    return map.problem();
}

}  // namespace

TEST_CASE("a map that cannot be used says why")
{
    auto const with = [](std::string const& rest) { return R"({"format": "cresset feed map 1", )" + rest + "}"; };
    CHECK(problem_of_map("{") == "the map cannot be read: bad JSON");
    CHECK(problem_of_map("{}").find("must begin with") != std::string::npos);
    CHECK(problem_of_map(with(R"("columns": {"external": "a"})")).find("must name \"received\"") != std::string::npos);
    CHECK(problem_of_map(with(R"("columns": {"colour": "a"})")).find("no column of an incident") != std::string::npos);
    CHECK(problem_of_map(with(R"("time": {"format": "%Q"})")).find("no time format") != std::string::npos);
    CHECK(problem_of_map(with(R"("time": {"zone": "Mars/Base"})")).find("no time zone") != std::string::npos);
    CHECK(problem_of_map(with(R"("separator": "|")")).find("separator") != std::string::npos);
    CHECK(problem_of_map(with(R"("priorities": {"A": 5})")).find("from 1 to 4") != std::string::npos);
    CHECK(problem_of_map(with(R"("types": {"A": 5})")).find("must be text") != std::string::npos);
    CHECK(problem_of_map(with(R"("columns": [])")).find("must be an object") != std::string::npos);
    CHECK(problem_of_map(with(R"("columns": {"external": "a", "received": "b", "lat": "c"})")).find("both") !=
          std::string::npos);
}

TEST_CASE("a file without a column that the map names is refused as a whole")
{
    auto const map = map_of(small_map);
    CHECK_FALSE(read_incident_csv("", map));
    auto const file = read_incident_csv("No;Kind;P;In\n", map);
    REQUIRE_FALSE(file);
    CHECK(file.problem().find("\"There\"") != std::string::npos);
}

TEST_CASE("a row that cannot be read is described with its line and the rest is read")
{
    auto const file = read_small(
        "1;ROB;A;31.12.2026 23:59:30;;P1;31.2;121.4;a\n"
        "2;ROB;A;32.12.2026 23:59:30;;P1;31.2;121.4;bad day\n"
        "3;ROB;A;;;P1;31.2;121.4;no time\n"
        ";ROB;A;31.12.2026 23:59:30;;P1;31.2;121.4;no number\n"
        "5;ROB;A;31.12.2026 23:59:30;;P1;91.2;121.4;off the earth\n"
        "6;ROB;A;31.12.2026 23:59:30;;P1\n"
        "7;ROB;A;31.12.2026 23:59:30;soon;P1;31.2;121.4;bad word\n"
        "8;\"ROB\"x;A;31.12.2026 23:59:30;;P1;31.2;121.4;bad quote\n"
        "9;ROB;A;31.12.2026 23:59:30;;P1;;;no place\n");
    REQUIRE(file.rows.size() == 2);
    CHECK(file.rows[1].external == "9");
    CHECK(file.rows[1].line == 10);
    CHECK_FALSE(file.rows[1].place);
    CHECK(file.counters.received == 9);
    CHECK(file.counters.read == 2);
    CHECK(file.counters.malformed() == 7);
    REQUIRE(file.problems.size() == 7);
    CHECK(file.problems[0].text == "line 3: the received time \"32.12.2026 23:59:30\" cannot be read");
    CHECK(file.problems[4].text == "line 7: it has 6 cells, the heading has 9");
}

TEST_CASE("problems beyond the limit are counted and no longer described")
{
    std::string rows;
    for (int i = 0; i < 250; ++i) rows += "x\n";
    auto const file = read_small(rows);
    CHECK(file.counters.malformed() == 250);
    CHECK(file.problems.size() == IncidentFile::problem_limit);
}

TEST_CASE("a row becomes an incident in our words and in world time")
{
    auto const file = read_small(
        "17;ROB;A;01.01.2027 00:05:00;01.01.2027 00:09:30;P12;31.2357167;121.48535;\"a;b\"\n"
        "18;THEFT;Z;01.01.2027 00:05:00;;P12;31.2;121.4;x\n");
    REQUIRE(file.rows.size() == 2);
    auto const& row = file.rows[0];
    CHECK(row.external == "17");
    CHECK(row.type == "robbery");
    CHECK(row.type_original == "ROB");
    CHECK(row.priority == 1);
    CHECK(to_iso(row.received) == "2026-12-31T16:05:00Z");
    CHECK(to_iso(*row.on_scene) == "2026-12-31T16:09:30Z");
    CHECK(row.unit == "P12");
    CHECK(row.place == Place{312'357'167, 1'214'853'500});
    CHECK(row.address == "a;b");
    CHECK(file.rows[1].type == "THEFT");
    CHECK_FALSE(file.rows[1].priority);
}

TEST_CASE("times are read by their format and zone")
{
    auto const iso = [](std::string_view text, std::string_view format, std::string_view zone) {
        auto const at = parse_time(text, format, zone);
        return at ? to_iso(*at) : std::string{"none"};
    };
    std::string_view const us = "%m/%d/%Y %I:%M:%S %p", la = "America/Los_Angeles";
    CHECK(iso("12/31/2016 11:57:56 PM", us, la) == "2017-01-01T07:57:56Z");
    CHECK(iso("01/01/2017 12:04:18 AM", us, la) == "2017-01-01T08:04:18Z");
    CHECK(iso("01/01/2017 12:04:18 PM", us, la) == "2017-01-01T20:04:18Z");
    CHECK(iso("03/12/2017 02:30:00 AM", us, la) == "none");  // the hour that summer time skipped
    CHECK(iso("13/01/2017 12:04:18 PM", us, la) == "none");
    CHECK(iso("02/30/2017 12:04:18 PM", us, la) == "none");
    CHECK(iso("01/01/2017 12:04:18 XM", us, la) == "none");
    CHECK(iso("01/01/2017 12:04:18 PM x", us, la) == "none");
    CHECK(iso("2019-01-01T01:30:00", "iso", "America/Chicago") == "2019-01-01T07:30:00Z");
    CHECK(iso("2014-01-01 01:15", "iso", "America/New_York") == "2014-01-01T06:15:00Z");
    CHECK(iso("2014-01-01T01:15:00+08:00", "iso", "America/New_York") == "2013-12-31T17:15:00Z");
    CHECK(iso("1483228800", "epoch_s", "UTC") == "2017-01-01T00:00:00Z");
    CHECK(iso("1483228800123", "epoch_ms", "UTC") == "2017-01-01T00:00:00.123Z");
    CHECK(iso("-5", "epoch_s", "UTC") == "none");
    CHECK(iso("20170101 120000.25+0530", "%Y%m%d %H%M%S.%f%z", "UTC") == "2017-01-01T06:30:00.250Z");
    CHECK(iso("1/2/17", "%m/%d/%y", "UTC") == "2017-01-02T00:00:00Z");
}

TEST_CASE("a place is read from each of its usual forms")
{
    CHECK(place_from_text("(37.5, -122.25)") == Place{375'000'000, -1'222'500'000});
    CHECK(place_from_text(" 37.5,-122.25 ") == Place{375'000'000, -1'222'500'000});
    CHECK(place_from_text("37.5 -122.25") == Place{375'000'000, -1'222'500'000});
    CHECK(place_from_text("POINT (-122.25 37.5)") == Place{375'000'000, -1'222'500'000});
    CHECK_FALSE(place_from_text(""));
    CHECK_FALSE(place_from_text("()"));
    CHECK_FALSE(place_from_text("37.5"));
    CHECK_FALSE(place_from_text("(37.5, west)"));
    CHECK_FALSE(place_from_text("POINT (37.5, -122.25)"));
}

TEST_CASE("GeoJSON that is none is refused with the reason")
{
    auto const map = map_of(small_map);
    CHECK_FALSE(read_incident_geojson("{", map));
    CHECK_FALSE(read_incident_geojson("[]", map));
    CHECK_FALSE(read_incident_geojson(R"({"type": "Feature"})", map));
    CHECK_FALSE(read_incident_geojson(std::string(100, '['), map));
}

TEST_CASE("features become incidents with the place of their geometry")
{
    auto const map = map_of(R"({"format": "cresset feed map 1", "time": {"format": "epoch_ms"},
        "columns": {"external": "id", "received": "t", "type": "kind", "priority": "p"}, "priorities": {"2": 2}})");
    auto const file = read_incident_geojson(R"({"type": "FeatureCollection", "features": [
        {"properties": {"id": 17, "t": 1483228800000, "kind": "theft", "p": 2},
         "geometry": {"type": "Point", "coordinates": [121.4, 31.2, 5]}},
        {"properties": {"id": "a", "t": 1483228800000},
         "geometry": {"type": "Polygon", "coordinates": [[[121.5, 31.25], [121.6, 31.25]]]}},
        {"properties": {"id": "b", "t": 1483228800000}, "geometry": null},
        {"properties": {"id": "c", "t": 1483228800000}, "geometry": {"type": "Point", "coordinates": [500, 31.2]}},
        {"properties": {"id": "d", "t": "never"}, "geometry": null},
        {"properties": 5}, 7]})",
                                            map);
    REQUIRE(file);
    REQUIRE(file->rows.size() == 3);
    CHECK(file->rows[0].external == "17");
    CHECK(file->rows[0].priority == 2);
    CHECK(file->rows[0].place == Place{312'000'000, 1'214'000'000});
    CHECK(file->rows[1].place == Place{312'500'000, 1'215'000'000});
    CHECK_FALSE(file->rows[2].place);
    CHECK(file->counters.malformed() == 4);
    CHECK(file->problems[0].text == "feature 4: its geometry has no position on earth");
}

TEST_CASE("a week of San Francisco's calls is read without loss")
{
    auto const csv = shared_text("incidents/sf_fire_cad_20161231_20170107.csv");
    if (!csv) return;
    std::ifstream stream{SOURCE_DIR "/resources/feeds/sf_fire_cad.json"};
    std::string const json{std::istreambuf_iterator<char>{stream}, {}};
    auto const file = read_incident_csv(*csv, map_of(json));
    REQUIRE(file);
    CHECK(file->rows.size() == 7704);
    CHECK(file->counters.malformed() == 0);
    std::set<std::string> incidents, units;
    for (auto const& row : file->rows) {
        incidents.insert(row.external);
        units.insert(row.unit);
        REQUIRE(row.place);
        REQUIRE((row.priority == 1 || row.priority == 3));
        REQUIRE(row.type != row.type_original);  // the map has a word for each
    }
    CHECK(incidents.size() == 3560);
    CHECK(units.size() == 178);
}

}  // namespace cresset::feeds
