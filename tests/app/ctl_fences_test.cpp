#include "tests/app/program.h"

#include <catch2/catch.hpp>
#include <sstream>

// Fences and fixes from two files: what happened, a JSON object a line.

namespace cresset::app::test {

namespace fs = std::filesystem;
using Catch::Contains;

namespace {

/// A strip of 50 m beside a post, 30 m/s through both.
struct Files {
    fs::path const folder = test::folder("fences");
    std::string const fences = (folder / "fences.geojson").string(), fixes = (folder / "fixes.ndjson").string();

    Files()
    {
        write(fences, R"({"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"name":"strip 院"},"geometry":{"type":"Polygon","coordinates":
                [[[121.6,29.9],[121.600518,29.9],[121.600518,29.91],[121.6,29.91],[121.6,29.9]]]}},
            {"type":"Feature","id":"post","properties":{"radius_m":50},"geometry":{"type":"Point","coordinates":[121.61,29.905]}},
            {"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[121.61,29.905]}}]})");
        write(fixes, R"({"unit":"P1","at":"2026-11-22T19:00:00Z","lat":29.905,"lon":121.5985}
{"unit":"P1","at":"2026-11-22T19:00:10Z","lat":29.905,"lon":121.6025}
{"unit":"P1","at":"2026-11-22T19:00:10Z","lat":29.905,"lon":121.6025}

nonsense
{"unit":"P1","at":"2026-11-22T19:00:50Z","lat":29.905,"lon":121.6100}
)");
    }
};

}  // namespace

TEST_CASE("Files that are no fences or not there are refused with what to do")
{
    Files const files;
    CHECK_THAT(failure({"fences", "--fixes", files.fixes}), Contains("--fences FILE.geojson is missing"));
    CHECK_THAT(failure({"fences", "--fences", files.fixes, "--fixes", files.fixes}), Contains("no JSON"));
    CHECK_THAT(failure({"fences", "--fences", files.fences, "--fixes", files.fixes + "x"}), Contains("cannot be read"));
}

TEST_CASE("Crossings are printed with their times and what cannot be read is named and left out")
{
    Files const files;
    auto const answer = run({"fences", "--fences", files.fences, "--fixes", files.fixes});
    CHECK(answer.exit_code == 0);
    CHECK(answer.out ==
          R"({"unit":"P1","fence":"strip 院","event":"enter","at":"2026-11-22T19:00:03.750Z"}
{"unit":"P1","fence":"strip 院","event":"leave","at":"2026-11-22T19:00:05.044Z"}
{"unit":"P1","fence":"post","event":"enter","at":"2026-11-22T19:00:47.233Z"}
)");
    CHECK_THAT(answer.error, Contains("feature 3: a point is a fence with \"radius_m\" only"));
    CHECK_THAT(answer.error, Contains("line 5 is left out"));
}

TEST_CASE("A fence that moves with a unit comes upon another that stands and its own unit is never inside")
{
    Files const files;
    std::string const fences = (files.folder / "moving.geojson").string();
    std::string const fixes = (files.folder / "moving.ndjson").string();
    write(fences, R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"convoy",
        "radius_m":100,"moves_with":"P2"},"geometry":{"type":"Point","coordinates":[0,0]}}]})");
    write(fixes, R"({"unit":"P1","at":"2026-11-22T19:00:00Z","lat":29.905,"lon":121.6000}
{"unit":"P2","at":"2026-11-22T19:00:00Z","lat":29.905,"lon":121.6100}
{"unit":"P2","at":"2026-11-22T19:00:40Z","lat":29.905,"lon":121.6001}
{"unit":"P1","at":"2026-11-22T19:00:50Z","lat":29.905,"lon":121.6000}
)");
    auto const answer = run({"fences", "--fences", fences, "--fixes", fixes});
    CHECK(answer.exit_code == 0);
    CHECK_THAT(answer.out, Contains(R"("unit":"P1","fence":"convoy","event":"enter")"));
    CHECK_THAT(answer.out, !Contains("P2"));
}

}  // namespace cresset::app::test
