#include "core/feeds/fence_file.h"

#include "core/feeds/fix_line.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>

using namespace cresset;
using namespace cresset::feeds;

namespace {

std::string collection(std::string const& geometry, std::string const& properties = "{}")
{
    return fmt::format(
        R"({{"type":"FeatureCollection","features":[{{"type":"Feature","properties":{},"geometry":{}}}]}})", properties,
        geometry);
}

std::string problem_of(std::string const& geometry, std::string const& properties = "{}")
{
    auto const file = read_fences(collection(geometry, properties));
    REQUIRE(file);
    REQUIRE(file->problems.size() == 1);
    CHECK(file->rows.empty());
    return file->problems.front().text;
}

FenceRow row_of(std::string const& geometry, std::string const& properties = "{}")
{
    auto const file = read_fences(collection(geometry, properties));
    REQUIRE(file);
    for (auto const& problem : file->problems) FAIL(problem.text);
    return file->rows.at(0);
}

std::string const square = R"({"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1],[0,0]]]})";
std::string const point = R"({"type":"Point","coordinates":[121.5,29.5]})";
std::string const line = R"({"type":"LineString","coordinates":[[0,0],[1,0]]})";

}  // namespace

TEST_CASE("What is no collection of features is refused as a whole")
{
    CHECK_FALSE(read_fences("nonsense"));
    CHECK_FALSE(read_fences("[]"));
    CHECK_FALSE(read_fences(R"({"type":"Feature"})"));
    CHECK_FALSE(read_fences(std::string(200, '[')));
    CHECK(read_fences(R"({"features":[]})")->rows.empty());
}

TEST_CASE("A feature that is no fence is left out with its number and what to do")
{
    CHECK(problem_of("null").starts_with("feature 1: \"\" is no shape of a fence"));
    CHECK(problem_of(R"({"type":"GeometryCollection"})").find("draw a Polygon") != std::string::npos);
    CHECK(problem_of(point) == "feature 1: a point is a fence with \"radius_m\" only");
    CHECK(problem_of(point, R"({"radius_m":-5})").starts_with("feature 1: radius_m must be a number above 0"));
    CHECK(problem_of(point, R"({"radius_m":1e9})").starts_with("feature 1: radius_m must be"));
    CHECK(problem_of(R"({"type":"Polygon","coordinates":[[[0,0],[1,0],[0,0]]]})") ==
          "feature 1: it has too few places");
    CHECK(problem_of(R"({"type":"Polygon","coordinates":[[[0,95],[1,0],[0,0]]]})") ==
          "feature 1: a position is not [longitude, latitude] in degrees");
    CHECK(problem_of(R"({"type":"Polygon","coordinates":"here"})") == "feature 1: coordinates are missing");
    CHECK(problem_of(square, R"({"watch":["fly"]})").find("not \"fly\"") != std::string::npos);
    CHECK(problem_of(square, R"({"watch":["dwell"]})") == "feature 1: dwell needs \"dwell_s\"");
    CHECK(problem_of(line, R"({"way":"up"})") == "feature 1: way must be both, to_left or to_right");
}

TEST_CASE("Terms that cannot be read say which and how they are written")
{
    CHECK(problem_of(square, R"({"days":[0]})") == "feature 1: days must be numbers from 1 (Monday) to 7");
    CHECK(problem_of(square, R"({"days":"Monday"})") == "feature 1: days must be numbers from 1 (Monday) to 7");
    CHECK(problem_of(square, R"({"from":"25:00"})") == "feature 1: from must be a time of the day (22:00)");
    CHECK(problem_of(square, R"({"to":"7"})") == "feature 1: to must be a time of the day (22:00)");
    CHECK(problem_of(square, R"({"from":"24:00"})") == "feature 1: its hours are no times of a day");
    CHECK(problem_of(square, R"({"season_from":"13-01"})") ==
          "feature 1: season_from must be a day of the year (05-01)");
    CHECK(problem_of(square, R"({"season_from":"05-01"})") == "feature 1: its season has no such day");
    CHECK(problem_of(square, R"({"starts_at":"soon"})").starts_with("feature 1: starts_at must be a time"));
    CHECK(problem_of(square, R"({"starts_at":"2026-11-22T19:02:41Z","ends_at":"2026-11-22T19:02:41Z"})") ==
          "feature 1: it ends before it begins");
    CHECK(problem_of(square, R"({"alert":"maybe"})") == "feature 1: alert must be true or false");
    CHECK(problem_of(square, R"({"priority":4})") == "feature 1: priority must be a number above 0, at most 3");
    CHECK(problem_of(square, R"({"instruction":["a"]})") == "feature 1: instruction must be a text");
    CHECK(problem_of(square, fmt::format(R"({{"camera":"{}"}})", std::string(5000, 'k'))) ==
          "feature 1: camera is longer than 4000 bytes");
    CHECK(problem_of(square, R"({"kinds":{"a":1}})") == "feature 1: kinds must be a list of words");
}

TEST_CASE("Terms are read as they are meant")
{
    auto const row = row_of(square, R"({"name":"yard","name_zh":"院子","kinds":"car, foot","departments":["Traffic"],
        "tags":["dog"],"days":[1,"7"],"from":"22:00","to":"06:30","season_from":"11-01","season_to":"02-28",
        "starts_at":"2026-11-22T19:02:41Z","alert":0,"priority":1,"instruction":110,"camera":"K0412"})");
    CHECK(row.names == Names{"", "院子"});
    CHECK(row.terms.kinds == std::vector<std::string>{"car", "foot"});
    CHECK(row.terms.departments == std::vector<std::string>{"Traffic"});
    CHECK(row.terms.tags == std::vector<std::string>{"dog"});
    CHECK(row.terms.hours.weekdays == 65);
    CHECK(row.terms.hours.from_min == 1320);
    CHECK(row.terms.hours.to_min == 390);
    CHECK(row.terms.hours.from_day == 1101);
    CHECK(row.terms.hours.to_day == 228);
    CHECK(row.terms.hours.starts_at == from_iso("2026-11-22T19:02:41Z"));
    CHECK_FALSE(row.terms.then.alert);
    CHECK(row.terms.then.priority == 1);
    CHECK(row.terms.then.instruction == "110");
    CHECK(row.terms.camera == "K0412");
    auto const again = read_fences(write_fences({row}));
    REQUIRE(again);
    CHECK(again->rows == std::vector{row});
}

TEST_CASE("Polygons and lines and points become the fences that they mean")
{
    auto const polygon = row_of(square, R"({"name":"yard"})");
    CHECK(polygon.name == "yard");
    CHECK(polygon.shape.kind == FenceKind::polygon);
    CHECK(polygon.shape.lines.at(0).size() == 4);
    CHECK(polygon.watch == FenceWatch{});
    auto const circle = row_of(point, R"({"id":7,"radius_m":12.5,"dwell_s":60,"watch":"enter, dwell"})");
    CHECK(circle.name == "7");
    CHECK(circle.shape == FenceShape{FenceKind::circle, {{{295'000'000, 1'215'000'000}}}, 12'500});
    CHECK(circle.watch.enter);
    CHECK_FALSE(circle.watch.leave);
    CHECK(circle.watch.dwell_s == 60);
    auto const corridor = row_of(line, R"({"width_m":60,"above_kmh":36})");
    CHECK(corridor.name == "#1");
    CHECK(corridor.shape.kind == FenceKind::corridor);
    CHECK(corridor.shape.radius_mm == 30'000);
    CHECK(corridor.watch.above_cm_s == 1000);
    CHECK(row_of(line, R"({"way":"to_left"})").watch.way == CrossingWay::to_left);
}

TEST_CASE("What is written is read as the same fences")
{
    std::vector<FenceRow> const rows{
        row_of(square, R"({"name":"yard \"A\" 院子","dwell_s":60,"absent_s":90})"),
        row_of(point, R"({"name":"post","radius_m":12.5,"above_kmh":36,"below_kmh":3.6,"watch":["leave"]})"),
        row_of(line, R"({"name":"road","width_m":60})"), row_of(line, R"({"name":"gate","way":"to_right"})")};
    auto const again = read_fences(write_fences(rows));
    REQUIRE(again);
    CHECK(again->rows == rows);
}

TEST_CASE("A point that moves with a unit is a fence around it and is written as it stood")
{
    auto const row = row_of(point, R"({"name":"convoy","radius_m":100,"moves_with":"P02"})");
    CHECK(row.shape.kind == FenceKind::around_unit);
    CHECK(row.shape.radius_mm == 100'000);
    CHECK(row.moves_with == "P02");
    auto const again = read_fences(write_fences({row}));
    REQUIRE(again);
    REQUIRE(again->rows.size() == 1);
    CHECK(again->rows[0] == row);
    CHECK(problem_of(point, R"({"moves_with":"P02"})") == "feature 1: a point is a fence with \"radius_m\" only");
}

TEST_CASE("A line with a fix that lacks something says what")
{
    CHECK(read_fix_line("7").problem() == "it is no JSON object on one line");
    CHECK(read_fix_line(R"({"at":"2026-11-22T19:02:41Z","lat":1,"lon":2})").problem() == "\"unit\" is missing");
    CHECK(read_fix_line(R"({"unit":"P1","at":"soon","lat":1,"lon":2})").problem().starts_with("\"at\" must be"));
    CHECK(read_fix_line(R"({"unit":"P1","at":"2026-11-22T19:02:41Z","lat":91,"lon":2})")
              .problem()
              .starts_with("\"lat\""));
    CHECK(read_fix_line(R"({"unit":"P1","at":"2026-11-22T19:02:41Z","lat":1,"lon":2,"accuracy_m":-1})")
              .problem()
              .starts_with("\"accuracy_m\""));
    auto const read =
        read_fix_line(R"({"unit":12,"at":"2026-11-22T19:02:41.250Z","lat":29.9,"lon":121.6,"accuracy_m":7.2})");
    REQUIRE(read);
    CHECK(read->unit == "12");
    CHECK(read->fix.place == Place{299'000'000, 1'216'000'000});
    CHECK(to_iso(read->fix.at) == "2026-11-22T19:02:41.250Z");
    CHECK(read->fix.accuracy_m == 8);
}
