#include "tests/app/program.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <iostream>

// What other systems wrote, played into a journal.

namespace cresset::app::test {

namespace fs = std::filesystem;
using Catch::Contains;

namespace {

/// With its checksum.
std::string sentence(std::string const& body)
{
    unsigned sum = 0;
    for (char const c : body) sum ^= static_cast<unsigned char>(c);
    return fmt::format("${}*{:02X}\r\n", body, sum);
}

std::string const map_text =
    R"({"format": "cresset feed map 1", "name": "test", "time": {"format": "iso", "zone": "UTC"},
        "columns": {"external": "id", "type": "type", "received": "received", "dispatch": "dispatch",
                    "response": "response", "on_scene": "scene", "available": "free", "unit": "unit",
                    "lat": "lat", "lon": "lon", "address": "address"}})";

}  // namespace

TEST_CASE("a feed is refused with a reason")
{
    fs::path const here = folder("feed-refused");
    std::string const log = (here / "log").string();
    std::string const journal = (here / "a.cresset").string();
    CHECK_THAT(failure({"feed", log, "--as", "nmea", "--journal", journal}), Contains("there is no file"));
    write(log, "id,received\n");
    CHECK_THAT(failure({"feed", log, "--as", "morse", "--journal", journal}), Contains("--as must be"));
    CHECK_THAT(failure({"feed", log, "--as", "csv", "--journal", journal}), Contains("--map is missing"));
    CHECK_THAT(failure({"feed", log, "--as", "nmea", "--map", "m", "--journal", journal}), Contains("--map is for"));
    write(here / "map.json", "{}");
    CHECK_THAT(failure({"feed", log, "--as", "csv", "--map", (here / "map.json").string(), "--journal", journal}),
               Contains("map.json"));
    CHECK_FALSE(fs::exists(journal));
}

TEST_CASE("a receiver's log becomes a unit with a track and what cannot be read is counted")
{
    fs::path const here = folder("feed-nmea");
    std::string const log = (here / "car.nmea").string();
    std::string const journal = (here / "a.cresset").string();
    write(log, sentence("GPRMC,120000.00,A,2900.0000,N,12430.0000,E,10.0,090.0,010226,,,A") + "$GPRMC,broken*00\r\n" +
                   sentence("GPRMC,120001.00,A,2900.0000,N,12430.0030,E,10.0,090.0,010226,,,A") +
                   sentence("GPRMC,120001.00,A,2900.0000,N,12430.0030,E,10.0,090.0,010226,,,A") +
                   sentence("GPRMC,120002.00,V,,,,,,,010226,,,N"));
    Words const words{"feed", log, "--as", "nmea", "--journal", journal, "--unit", "P7", "--json"};
    auto const told = run_well(words).json();
    CHECK(told["malformed"] == 1);
    CHECK(told["accepted"] == 2);
    CHECK(told["no_fix"] == 1);
    auto const tracks = run_well({"export", journal, "--what", "tracks", "--format", "geojson"}).json();
    REQUIRE(tracks["features"].size() == 1);
    CHECK(tracks["features"][0]["properties"]["unit"] == "P7");
    CHECK(tracks["features"][0]["properties"]["times"] ==
          nlohmann::json({"2026-02-01T12:00:00Z", "2026-02-01T12:00:01Z"}));
    CHECK_THAT(run_well({"dump", journal, "--kind", "sweep"}).out, Contains("\"at\":\"2026-02-01T12:00:01Z\""));
    CHECK(run_well({"verify", journal, "--json"}).json()["whole"] == true);
}

TEST_CASE("gpsd's reports become fixes of their devices")
{
    fs::path const here = folder("feed-gpsd");
    std::string const log = (here / "log.json").string();
    write(log,
          "{\"class\":\"VERSION\",\"release\":\"3.22\"}\n"
          "{\"class\":\"TPV\",\"device\":\"/dev/a\",\"mode\":3,\"time\":\"2026-02-01T12:00:00.000Z\",\"lat\":29.0,"
          "\"lon\":124.5,\"speed\":5.0}\n"
          "{\"class\":\"TPV\",\"device\":\"/dev/b\",\"mode\":2,\"time\":\"2026-02-01T12:00:01.000Z\",\"lat\":29.1,"
          "\"lon\":124.5}\nnot json\n");
    auto const told =
        run_well({"feed", log, "--as", "gpsd", "--journal", (here / "a.cresset").string(), "--json"}).json();
    CHECK(told["accepted"] == 2);
    CHECK(told["units"] == 2);
    CHECK(told["malformed"] == 1);
}

TEST_CASE("incidents of a file are played once however often it is fed")
{
    fs::path const here = folder("feed-csv");
    std::string const file = (here / "calls.csv").string();
    std::string const map = (here / "map.json").string();
    std::string const journal = (here / "a.cresset").string();
    write(map, map_text);
    write(file,
          "id,type,received,dispatch,response,scene,free,unit,lat,lon,address\n"
          "1,fire,2026-02-01T12:00:00Z,2026-02-01T12:01:00Z,2026-02-01T12:02:00Z,2026-02-01T12:05:00Z,"
          "2026-02-01T12:30:00Z,E1,29.0,124.5,=2+2\n"
          "1,fire,2026-02-01T12:00:00Z,2026-02-01T12:01:30Z,,2026-02-01T12:04:00Z,2026-02-01T12:20:00Z,E2,29.0,"
          "124.5,=2+2\n"
          // E1 is sent again before the file says that it was free.
          "2,flood,2026-02-01T12:10:00Z,2026-02-01T12:11:00Z,2026-02-01T12:12:00Z,2026-02-01T12:14:00Z,"
          "2026-02-01T12:40:00Z,E1,29.01,124.5,\n"
          "3,fire,yesterday,,,,,,,,\n");
    Words const words{"feed", file, "--as", "csv", "--map", map, "--journal", journal, "--json"};
    auto const told = run_well(words).json();
    CHECK(told["malformed"] == 1);
    CHECK(told["incidents"] == 2);
    CHECK(told["units"] == 2);
    CHECK(told["refused"] == 0);
    auto const stats = run_well({"stats", journal, "--profile", "cn110", "--json"}).json();
    CHECK(stats["incidents"]["response"]["n"] == 2);
    CHECK(stats["incidents"]["response"]["mean_s"] == 240.0);
    CHECK(stats["units"]["travel"]["n"] == 2);
    CHECK(stats["units"]["travel"]["p90_s"] == 180.0);
    CHECK(stats["incidents"]["answer"]["n"] == 0);
    CHECK_THAT(failure({"stats", journal, "--profile", "none"}), Contains("no profile \"none\""));
    std::string const csv = run_well({"export", journal, "--what", "incidents", "--format", "csv"}).out;
    CHECK_THAT(csv, Contains("'=2+2") && Contains("flood"));
    auto const again = run_well(words).json();
    CHECK(again["known_before"] == 2);
    CHECK(again["incidents"] == 2);
    CHECK(run_well({"verify", journal, "--json"}).json()["whole"] == true);
}

TEST_CASE("a week of real calls has the response times that are known of it")
{
    fs::path const calls = fs::path{SHARED_DATA} / "incidents" / "sf_fire_cad_20161231_20170107.csv";
    if (!fs::exists(calls)) {
        std::cout << "skipped: " << calls << " is not there\n";
        return;
    }
    std::string const journal = (folder("feed-week") / "week.cresset").string();
    auto const told =
        run_well({"feed", calls.string(), "--as", "csv", "--map",
                  std::string{SOURCE_DIR} + "/resources/feeds/sf_fire_cad.json", "--journal", journal, "--json"})
            .json();
    CHECK(told["incidents"] == 3560);
    CHECK(told["units"] == 178);
    CHECK(told["refused"] == 0);
    auto const stats = run_well({"stats", journal, "--profile", "nfpa1225", "--json"}).json();
    auto const known = nlohmann::json::parse(
        read(fs::path{SHARED_DATA} / "incidents" / "sf_fire_cad_20161231_20170107.expected.json"));
    auto const agree = [](nlohmann::json const& ours, nlohmann::json const& theirs) {
        CHECK(ours["n"] == theirs["n"]);
        for (char const* key : {"p50_s", "p75_s", "p90_s", "p95_s"})
            CHECK(ours[key].get<double>() == theirs[key].get<double>());
        CHECK(ours["mean_s"].get<double>() == Approx(theirs["mean_s"].get<double>()).margin(0.001));
    };
    agree(stats["incidents"]["response"], known["response"]);
    agree(stats["incidents"]["process"], known["call_processing"]);
    agree(stats["units"]["turnout"], known["turnout"]);
    agree(stats["units"]["travel"], known["travel"]);
    CHECK(stats["units"]["travel"]["negative"] == known["negative_excluded"]["travel"]);
}

}  // namespace cresset::app::test
