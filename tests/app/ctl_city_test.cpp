#include "tests/app/program.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <iostream>
#include <set>

// Packs, names and roads asked from a terminal.

namespace cresset::app::test {

namespace fs = std::filesystem;
using Catch::Contains;

TEST_CASE("cressetctl refuses what it does not know and says where the help is")
{
    CHECK_THAT(failure({}), Contains("--help"));
    CHECK_THAT(failure({"fly"}), Contains("no command \"fly\""));
    CHECK_THAT(failure({"eta"}), Contains("PACK is missing"));
    CHECK_THAT(failure({"eta", "p", "--from", "1,2"}), Contains("--to LAT,LON is missing"));
    CHECK_THAT(failure({"eta", "p", "--form", "1,2"}), Contains("no option --form"));
    CHECK_THAT(failure({"eta", "p", "--from"}), Contains("--from needs a value"));
    CHECK_THAT(failure({"eta", "p", "q", "--from", "1,2", "--to", "1,2"}), Contains("one word too many"));
    CHECK_THAT(failure({"digest", "j", "--json=yes"}), Contains("takes no value"));
    CHECK_THAT(failure({"city", "--seed", "1", "--seed", "2", "-o", "x"}), Contains("given twice"));
}

TEST_CASE("cressetctl tells its version and helps with each command")
{
    CHECK_THAT(run_well({"--version"}).out, Contains("cressetctl 0.1.0"));
    std::string const overview = run_well({"--help"}).out;
    for (char const* command :
         {"import", "city", "info", "find",   "near",   "eta",    "recommend", "isochrone", "coverage", "cordon",
          "fences", "run",  "feed", "backup", "verify", "digest", "replay",    "dump",      "export",   "stats"}) {
        CHECK_THAT(overview, Contains(std::string{"cressetctl "} + command));
        std::string const help = run_well({command, "--help"}).out;
        CHECK_THAT(help, Contains("--json"));
        CHECK(run_well({"help", command}).out == help);
    }
}

TEST_CASE("an import that fails leaves nothing and says why")
{
    fs::path const here = folder("import");
    write(here / "broken.osm", "<osm><node id=");
    std::string const out = (here / "x.mbtiles").string();
    CHECK_THAT(failure({"import", (here / "none.osm").string(), "-o", out}), Contains("none.osm"));
    CHECK_THAT(failure({"import", (here / "broken.osm").string(), "-o", out}), Contains("broken.osm"));
    CHECK_THAT(failure({"import", "a.osm", "-o", out, "--time-zone", "Mars/North"}), Contains("Mars/North"));
    CHECK_FALSE(fs::exists(out));
    CHECK_FALSE(fs::exists(out + ".part"));
}

TEST_CASE("a real city is imported and asked")
{
    fs::path const source = fs::path{SHARED_DATA} / "osm" / "monaco_full.osm.pbf";
    if (!fs::exists(source)) {
        std::cout << "skipped: " << source << " is not there\n";
        return;
    }
    std::string const pack = (folder("monaco") / "monaco.mbtiles").string();
    auto const made = run_well({"import", source.string(), "-o", pack, "--name", "Monaco", "--json"}).json();
    CHECK(made["name"] == "Monaco");
    CHECK(made["counts"]["road_arcs"] > 1000);
    auto const info = run_well({"info", pack, "--verify", "--json"}).json();
    CHECK(info["digest"] == made["digest"]);
    CHECK(info["time_zone"] == "Europe/Monaco");
    CHECK_FALSE(run_well({"find", pack, "Casino", "--json"}).json().empty());
}

TEST_CASE("names are found in the training city")
{
    CHECK_THAT(failure({"info", "/no/such/pack"}), Contains("/no/such/pack"));
    CHECK_THAT(failure({"find", city(), "x", "--near", "here"}), Contains("--near must be a place"));
    CHECK_THAT(failure({"find", city(), "x", "--limit", "0"}), Contains("--limit"));
    CHECK_THAT(run_well({"info", city()}).out, Contains("Riverbend"));
    auto const hits = run_well({"find", city(), "hospital", "--near", "29.0,124.5", "--limit", "3", "--json"}).json();
    REQUIRE(hits.size() == 3);
    CHECK(hits[0]["distance_m"] <= hits[1]["distance_m"]);
    CHECK_THAT(run_well({"find", city(), "qqqqqqqq"}).out, Contains("nothing is called"));
}

TEST_CASE("what lies around a place is listed by kind")
{
    Words const asked{"near", city(), "--at", "28.98,124.52", "--json"};
    auto const with = [&](Words more) {
        Words words = asked;
        words.insert(words.end(), more.begin(), more.end());
        return words;
    };
    CHECK_THAT(failure({"near", city(), "--at", "here"}), Contains("--at must be a place"));
    CHECK_THAT(failure(with({"--radius", "0"})), Contains("--radius must be"));
    auto const kinds_in = [&](Words const& more) {
        std::set<std::string> kinds;
        double before = 0;
        for (auto const& one : run_well(with(more)).json()) {
            kinds.insert(one["kind"].get<std::string>());
            CHECK(one["distance_m"] >= before);
            before = one["distance_m"];
        }
        return kinds;
    };
    CHECK(kinds_in({"--kinds", "camera"}) == std::set<std::string>{"camera"});
    CHECK(kinds_in({"--kinds", "camera,hospital", "--radius", "3000", "--limit", "9999"}) ==
          std::set<std::string>{"camera", "poi"});
    CHECK(kinds_in({"--kinds", "hospital", "--radius", "5000"}) == std::set<std::string>{"poi"});
    CHECK(kinds_in({}).contains("camera"));
    CHECK(run_well(with({"--limit", "3", "--kinds", "house_number"})).json().size() == 3);
    CHECK(kinds_in({"--kinds", "volcano"}).empty());
    CHECK_THAT(run_well({"near", city(), "--at", "28.98,124.52", "--kinds", "volcano"}).out, Contains("nothing"));
}

TEST_CASE("the way from here to there has a length and a time and a line")
{
    Words const way{"eta", city(), "--from", "29.0,124.5", "--to", "28.98,124.52"};
    auto const with = [&](Words more) {
        Words words = way;
        words.insert(words.end(), more.begin(), more.end());
        return words;
    };
    CHECK_THAT(failure({"eta", city(), "--from", "29", "--to", "28.98,124.52"}), Contains("--from must be a place"));
    CHECK_THAT(failure({"eta", city(), "--from", "0,0", "--to", "28.98,124.52"}), Contains("no road"));
    CHECK_THAT(failure(with({"--mode", "tank"})), Contains("--mode must be"));
    auto const car = run_well(with({"--json"})).json();
    auto const foot = run_well(with({"--json", "--mode", "foot"})).json();
    CHECK(car["distance_m"] > 2900);
    CHECK(car["duration_s"] > 60);
    CHECK(foot["duration_s"] > car["duration_s"]);
    double sum = 0;
    for (auto const& street : car["streets"]) sum += street["distance_m"].get<double>();
    CHECK(sum == Approx(car["distance_m"].get<double>()).margin(1));
    auto const feature = run_well(with({"--geojson"})).json();
    CHECK(feature["properties"]["distance_m"] == car["distance_m"]);
    CHECK(feature["geometry"]["coordinates"].size() > 2);
    CHECK(feature["geometry"]["coordinates"][0][0].get<double>() == Approx(124.5).margin(0.01));
    CHECK_THAT(run_well(way).out, Contains("distance_m") && Contains("duration_s"));
}

TEST_CASE("units are ranked by road and the others passed over with a reason each")
{
    fs::path const here = folder("recommend");
    std::string const units = (here / "units.csv").string();
    Words const asked{"recommend", city(), "--units", units, "--to", "28.98,124.52"};
    CHECK_THAT(failure(asked), Contains("units.csv"));
    write(units, "unit,lat,lon\nP1,29,124.5\n");
    CHECK_THAT(failure(asked), Contains("no column \"status\""));
    write(units,
          "unit,lat,lon,status,mode\nP1,29.0,124.5,available\nP2,28.981,124.521,available,foot\nP3,28.98,124.52,En "
          "route\nP4,,,available\nP5,abc,1,available\nP6,29,124.48,zzz\nP7,29.01,124.5,available\nP8,"
          "29.01,124.5,Distress\n");
    auto const found =
        run_well({"recommend", city(), "--units", units, "--to", "28.98,124.52", "--top", "2", "--json"});
    auto const json = found.json();
    REQUIRE(json["ranked"].size() == 2);
    CHECK(json["ranked"][0]["eta_s"] <= json["ranked"][1]["eta_s"]);
    CHECK(json["ranked"][0]["reasons"][0] == "first by road");
    std::set<std::string> all;
    for (auto const& one : json["ranked"]) all.insert(one["unit"].get<std::string>());
    for (auto const& one : json["passed_over"]) {
        CHECK_FALSE(one["reasons"][0].get<std::string>().empty());
        all.insert(one["unit"].get<std::string>());
    }
    CHECK(all == std::set<std::string>{"P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8"});
    CHECK_THAT(run_well(asked).out,
               Contains("passed over:") && Contains("P3") && Contains("is en route") && Contains("is in distress"));
}

TEST_CASE("a cordon says who stands where and where the suspect gets out")
{
    fs::path const here = folder("cordon");
    std::string const units = (here / "units.csv").string();
    Words const asked{"cordon", city(), "--at", "28.98,124.52", "--seen-ago", "20", "--units", units};
    auto const with = [&](Words more) {
        Words words = asked;
        words.insert(words.end(), more.begin(), more.end());
        return words;
    };
    CHECK_THAT(failure(asked), Contains("units.csv"));
    write(units, "unit,lat,lon,status,mode\nP1,28.9805,124.52,available\nP2,28.97,124.51,break\n");
    CHECK_THAT(failure(with({"--mode", "emergency"})), Contains("--mode must be foot, ebike or car"));
    CHECK_THAT(failure(with({"--radius", "1"})), Contains("--radius must be a whole number"));
    CHECK_THAT(failure(with({"--radius", "500", "--minutes", "3"})), Contains("not both"));
    CHECK_THAT(failure({"cordon", city(), "--at", "0,0", "--seen-ago", "1", "--units", units}), Contains("no road"));

    auto const open = run_well(with({"--radius", "600", "--json"})).json();
    CHECK(open["sealed"] == false);
    CHECK(open["sealed_share"] < 1);
    CHECK(open["exits_closed"].get<std::size_t>() + open["leaks"].size() == open["exits"]);
    CHECK(open["posts"].size() + open["chasers"].size() == 1);  // P2 has a break
    CHECK(open["grids"].size() <= 3);
    double before = 0;
    for (auto const& leak : open["leaks"]) {
        CHECK(leak["first_s"] >= before);
        before = leak["first_s"];
        CHECK(leak["place"]["lat"] > 28);
        CHECK(leak.contains("street"));
    }
    CHECK_THAT(run_well(with({"--radius", "600"})).out, Contains("not sealed") && Contains("first leak"));

    std::string all = "unit,lat,lon,status\n";
    for (std::size_t i = 0; i < open["leaks"].size(); ++i)
        all += fmt::format("U{},{},{},available\n", i, open["leaks"][i]["place"]["lat"].get<double>(),
                           open["leaks"][i]["place"]["lon"].get<double>());
    write(units, all);
    auto const sealed = run_well(with({"--radius", "600", "--geojson"})).json();
    CHECK(sealed["sealed"] == true);
    CHECK(sealed["sealed_share"] == 1);
    std::set<std::string> posted;
    for (auto const& one : sealed["features"]) {
        CHECK(one["properties"]["what"] != "leak");
        if (one["properties"]["what"] != "post") continue;
        CHECK(one["properties"]["margin_s"] >= 0);
        CHECK(posted.insert(one["properties"]["unit"].get<std::string>()).second);
    }
    CHECK_FALSE(posted.empty());
}

TEST_CASE("the area within so many minutes grows with them and holds its place")
{
    Words const asked{"isochrone", city(), "--at", "29.0,124.5", "--minutes"};
    auto const with = [&](Words more) {
        Words words = asked;
        words.insert(words.end(), more.begin(), more.end());
        return words;
    };
    for (char const* wrong : {"", "0", "-1", "x", "1,,3", "1,999", "nan"})
        CHECK_THAT(failure(with({wrong})), Contains("--minutes must be numbers up to 240"));
    CHECK_THAT(failure({"isochrone", city(), "--at", "29", "--minutes", "1"}), Contains("--at must be a place"));
    CHECK_THAT(failure({"isochrone", city(), "--at", "0,0", "--minutes", "1"}), Contains("no road"));
    CHECK_THAT(failure(with({"1", "--mode", "tank"})), Contains("--mode must be"));
    auto const rows = run_well(with({"1,3,5", "--json"})).json()["isochrones"];
    REQUIRE(rows.size() == 3);
    CHECK(rows[0]["area_m2"] < rows[1]["area_m2"]);
    CHECK(rows[1]["area_m2"] < rows[2]["area_m2"]);
    CHECK(rows[2]["junctions"] > 10);
    auto const features = run_well(with({"1.5,3", "--geojson"})).json()["features"];
    REQUIRE(features.size() == 2);
    CHECK(features[0]["properties"]["minutes"] == 1.5);
    CHECK(features[1]["properties"]["minutes"] == 3);
    CHECK(features[1]["properties"]["area_m2"] == rows[1]["area_m2"]);
    CHECK(features[1]["geometry"]["type"] == "MultiPolygon");
    auto const& ring = features[1]["geometry"]["coordinates"][0][0];
    CHECK(ring.size() > 10);
    CHECK(ring.front() == ring.back());
    CHECK(run_well(with({"3", "--reverse", "--json"})).json()["isochrones"][0]["area_m2"] > 0);
    CHECK_THAT(run_well(with({"3"})).out, Contains("km2") && Contains("junctions"));
}

TEST_CASE("every street has its nearest available unit and the holes are told with the move that helps")
{
    fs::path const here = folder("coverage");
    std::string const units = (here / "units.csv").string();
    Words const asked{"coverage", city(), "--units", units};
    auto const with = [&](Words more) {
        Words words = asked;
        words.insert(words.end(), more.begin(), more.end());
        return words;
    };
    CHECK_THAT(failure(asked), Contains("units.csv"));
    write(units, "unit,lat,lon\nP1,29,124.5\n");
    CHECK_THAT(failure(asked), Contains("no column \"status\""));
    write(units,
          "unit,lat,lon,status,mode\nP1,29.0,124.5,available,\nP2,29.001,124.501,available,\n"
          "P3,28.98,124.52,on scene,\nP4,29.02,124.48,available,foot\nP5,0,0,available,\nP6,,,available,\n");
    CHECK_THAT(failure(with({"--minutes", "0"})), Contains("--minutes"));
    CHECK_THAT(failure(with({"--without", "P3"})), Contains("--without must be an available unit"));
    auto const json = run_well(with({"--minutes", "2", "--without", "P4", "--json"})).json();
    CHECK(json["available"].size() == 3);
    REQUIRE_FALSE(json["holes"].empty());
    CHECK(json["move"]["late_after_m"] < json["move"]["late_before_m"]);
    CHECK_FALSE(json["opened"].empty());
    std::set<std::string> who;
    std::size_t late = 0, holes = 0;
    auto const features = run_well(with({"--minutes", "2", "--geojson"})).json()["features"];
    for (auto const& feature : features) {
        auto const& properties = feature["properties"];
        if (properties["kind"] == "hole") ++holes;
        if (properties["kind"] != "street") continue;
        who.insert(properties["unit"].get<std::string>());
        late += properties["late"] ? 1U : 0U;
        CHECK(properties["late"] == (properties["minutes"].get<double>() > 2));
    }
    CHECK(who == std::set<std::string>{"P1", "P2", "P4"});
    CHECK(holes == json["holes"].size());
    CHECK(late > 0);
    CHECK_THAT(run_well(with({"--without", "P4"})).out, Contains("3 units are available") && Contains("without P4"));
}

}  // namespace cresset::app::test
