#include "tests/app/program.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <iostream>

// A shift run, killed, continued, and what can be done with its journal.

namespace cresset::app::test {

namespace fs = std::filesystem;
using Catch::Contains;

namespace {

Words shift(std::string const& journal, std::string const& length, Words more)
{
    Words words{"run", "first-shift", "--city", city(), "--journal", journal, "--seed", "7", "--for", length};
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

std::string digest_of(std::string const& journal)
{
    return run_well({"digest", journal}).out;
}

}  // namespace

TEST_CASE("a run is refused with a reason")
{
    fs::path const here = folder("run-refused");
    std::string const journal = (here / "a.cresset").string();
    CHECK_THAT(failure({"run", "no-such-drill", "--city", city(), "--journal", journal}), Contains("no-such-drill"));
    CHECK_THAT(failure({"run", "first-shift", "--city", "/no/pack", "--journal", journal}), Contains("/no/pack"));
    CHECK_THAT(failure(shift(journal, "long", {})), Contains("--for must be a length"));
    CHECK_THAT(failure(shift(journal, "1m", {"--speed", "fast"})), Contains("--speed"));
    CHECK_FALSE(fs::exists(journal));
    run_well(shift(journal, "10s", {"--speed", "max"}));
    CHECK_THAT(failure(shift(journal, "20s", {"--speed", "max"})), Contains("is there already"));
    CHECK_THAT(failure({"run", "first-shift", "--city", city(), "--journal", journal, "--seed", "8", "--resume"}),
               Contains("--seed 7"));
}

TEST_CASE("the same drill and seed give the same digest at any speed")
{
    fs::path const here = folder("run-twice");
    std::string const a = (here / "a.cresset").string();
    std::string const b = (here / "b.cresset").string();
    std::string const c = (here / "c.cresset").string();
    std::string const out = run_well(shift(a, "3m", {"--speed", "max"})).out;
    run_well(shift(b, "3m", {"--speed", "max"}));
    run_well(shift(c, "3m", {"--speed", "100"}));
    CHECK(digest_of(a) == digest_of(b));
    CHECK(digest_of(a) == digest_of(c));
    CHECK_THAT(out, Contains("confirmed "));
    std::string const digest = digest_of(a);
    CHECK_THAT(out, Contains(digest.substr(0, digest.size() - 1)));
    auto const count = digest.substr(0, digest.find(':'));
    CHECK_THAT(out, Contains("confirmed " + count + "\n"));
}

TEST_CASE("a run killed twice and continued equals the uninterrupted one and kept what it confirmed")
{
    fs::path const here = folder("run-killed");
    std::string const whole = (here / "whole.cresset").string();
    std::string const killed = (here / "killed.cresset").string();
    run_well(shift(whole, "6m", {"--speed", "max"}));
    int kills = 0;
    for (int const confirmations : {2, 3}) {
        Words const words = shift(killed, "6m", {"--speed", "150", "--resume"});
        auto const confirmed = run_and_kill(words, confirmations);
        if (confirmed == 0) continue;
        ++kills;
        auto const verified = run_well({"verify", killed, "--json"}).json();
        CHECK(verified["whole"] == true);
        CHECK(verified["entries"] >= confirmed);
    }
    CHECK(kills > 0);
    run_well(shift(killed, "6m", {"--speed", "max", "--resume"}));
    CHECK(digest_of(killed) == digest_of(whole));
    auto const first = run_well({"replay", whole, "--json"}).json();
    auto const second = run_well({"replay", killed, "--json"}).json();
    CHECK(first["world"] == second["world"]);
}

TEST_CASE("a run that is asked to end closes its journal whole and can go on")
{
    fs::path const here = folder("run-stopped");
    std::string const whole = (here / "whole.cresset").string();
    std::string const stopped = (here / "stopped.cresset").string();
    run_well(shift(whole, "2m", {"--speed", "max"}));
    Answer const answer = run_and_stop(shift(stopped, "2m", {}));
    CHECK(answer.exit_code == 0);
    CHECK_THAT(answer.out, Contains("(stopped)"));
    CHECK(run_well({"verify", stopped, "--json"}).json()["whole"] == true);
    run_well(shift(stopped, "2m", {"--speed", "max", "--resume"}));
    CHECK(digest_of(stopped) == digest_of(whole));
}

TEST_CASE("a journal is verified and copied and replayed and printed")
{
    fs::path const here = folder("journal");
    std::string const journal = (here / "a.cresset").string();
    std::string const copy = (here / "copy.cresset").string();
    for (char const* command : {"verify", "digest", "replay", "dump"})
        CHECK_THAT(failure({command, journal}), Contains("there is no journal"));
    CHECK_THAT(failure({"backup", journal, "-o", copy}), Contains("there is no journal"));
    write(here / "text.cresset", "no journal at all");
    CHECK_THAT(failure({"verify", (here / "text.cresset").string()}), Contains("text.cresset"));
    run_well(shift(journal, "8m", {"--speed", "max"}));

    std::string const digest = digest_of(journal).substr(0, digest_of(journal).size() - 1);
    auto const report = run_well({"verify", journal, "--head", digest, "--recompute", city(), "--json"}).json();
    CHECK(report["digest"] == digest);
    CHECK(report["recomputed_acts"] > 100);
    CHECK_FALSE(report.contains("first_difference"));
    CHECK_THAT(failure({"verify", journal, "--head", "abc"}), Contains("COUNT:HEX"));
    CHECK(run({"verify", journal, "--head", "3:" + std::string(64, '0')}).exit_code == 1);

    run_well({"backup", journal, "-o", copy});
    CHECK(digest_of(copy) == digest_of(journal));
    CHECK(run_well({"verify", copy, "--json"}).json()["whole"] == true);
    CHECK_THAT(failure({"backup", journal, "-o", copy}), Contains("copy.cresset"));

    std::string const reported = run_well({"dump", journal, "--kind", "incident.reported"}).out;
    std::string const first = reported.substr(0, reported.find('\n'));
    CHECK(nlohmann::json::parse(first)["kind"] == "incident.reported");
    CHECK(run_well({"dump", journal, "--kind", "no.such.kind"}).out.empty());
}

TEST_CASE("a journal with a changed entry fails to verify and names it")
{
    fs::path const here = folder("tampered");
    std::string const journal = (here / "a.cresset").string();
    run_well(shift(journal, "10s", {"--speed", "max"}));
    std::string bytes = read(journal);
    auto const at = bytes.find("desk-1");
    REQUIRE(at != std::string::npos);
    bytes[at + 5] = '2';
    write(journal, bytes);
    CHECK_THAT(failure({"verify", journal}), Contains("entry"));
}

TEST_CASE("incidents and units and tracks are exported in three forms")
{
    fs::path const here = folder("export");
    std::string const journal = (here / "a.cresset").string();
    run_well(shift(journal, "5m", {"--speed", "max"}));
    CHECK_THAT(failure({"export", journal, "--what", "cars", "--format", "csv"}), Contains("--what must be"));
    CHECK_THAT(failure({"export", journal, "--what", "units", "--format", "xls"}), Contains("--format must be"));
    CHECK_THAT(failure({"export", journal, "--what", "units", "--format", "csv", "-o", "/no/where/x"}),
               Contains("/no/where/x"));
    auto const count = run_well({"replay", journal, "--json"}).json()["units"].get<std::size_t>();
    for (char const* what : {"incidents", "units", "tracks"}) {
        auto const features = run_well({"export", journal, "--what", what, "--format", "geojson"}).json();
        CHECK(features["type"] == "FeatureCollection");
        CHECK_THAT(run_well({"export", journal, "--what", what, "--format", "csv"}).out, Contains("lat,lon"));
        CHECK_THAT(run_well({"export", journal, "--what", what, "--format", "gpx"}).out, Contains("</gpx>"));
        if (std::string{what} != "incidents") CHECK(features["features"].size() == count);
    }
    std::string const file = (here / "units.csv").string();
    run_well({"export", journal, "--what", "units", "--format", "csv", "-o", file});
    CHECK(read(file) == run_well({"export", journal, "--what", "units", "--format", "csv"}).out);
}

TEST_CASE("a drill that says no start runs its script from the beginning of the shift and goes on with it")
{
    fs::path const here = folder("no-start");
    std::string const drill = (here / "drill.json").string();
    std::string const journal = (here / "a.cresset").string();
    write(drill, R"({"length_s": 600, "script": [{"at_s": 5, "type": "theft"}, {"at_s": 65, "type": "theft"}]})");
    Words words{"run", drill, "--city", city(), "--journal", journal, "--speed", "max", "--json"};
    auto const run_for = [&](std::string const& length, bool resume) {
        Words all = words;
        all.insert(all.end(), {"--for", length});
        if (resume) all.emplace_back("--resume");
        run_well(all);
        return run_well({"replay", journal, "--json"}).json()["incidents"].get<int>();
    };
    CHECK(run_for("60s", false) == 1);
    CHECK(run_for("120s", true) == 2);
}

}  // namespace cresset::app::test
