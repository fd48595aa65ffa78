#include "core/exercise/drill.h"

#include "tests/core/world/room.h"

using namespace cresset;

namespace {

std::string why(std::string_view json)
{
    auto const drill = read_drill(json);
    INFO(json);
    REQUIRE_FALSE(drill);
    return drill.problem();
}

std::string first_shift()
{
    std::ifstream in{SOURCE_DIR "/resources/drills/first-shift.json"};
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

}  // namespace

TEST_CASE("A drill that is wrong says which field and what belongs there")
{
    CHECK(why("").starts_with("the drill is not JSON"));
    CHECK(why("{\"length_s\": }").starts_with("the drill is not JSON"));
    CHECK(why("[]") == "the drill must be an object { ... }");
    struct Case {
        char const* json;
        char const* problem;
    };
    for (Case const& one : {
             Case{R"({"lenght_s": 3})", "lenght_s is not known: check its spelling"},
             Case{R"({"length_s": 0})", "length_s must be a whole number from 1 to 604800"},
             Case{R"({"length_s": 1.5})", "length_s must be a whole number from 1 to 604800"},
             Case{R"({"length_s": "8h"})", "length_s must be a whole number from 1 to 604800"},
             Case{R"({"tick_ms": 99})", "tick_ms must be a whole number from 100 to 10000"},
             Case{R"({"tick_ms": 99999999999999999999})", "tick_ms must be a whole number from 100 to 10000"},
             Case{R"({"fix_every_s": 0})", "fix_every_s must be a whole number from 1 to 600"},
             Case{R"({"drones": -1})", "drones must be a whole number from 0 to 200"},
             Case{R"({"name": "x"})", "name must be an object { ... }"},
             Case{R"({"name": {"en": 3}})", "name.en must be a text"},
             Case{R"({"name": {"fr": "x"}})", "name.fr is not known: check its spelling"},
             Case{R"({"starts_at": 3})", "starts_at must be a text"},
             Case{R"({"starts_at": "at dawn"})", "starts_at must be a time such as 2026-11-22T18:58:00+08:00"},
             Case{R"({"fleet": {}})", "fleet must be a list [ ... ] of at most 100"},
             Case{R"({"fleet": [3]})", "fleet[0] must be an object { ... }"},
             Case{R"({"fleet": [{"call_sign": "P"}]})", "fleet[0].kind is missing"},
             Case{R"({"fleet": [{"kind": "car"}]})", "fleet[0].call_sign is missing"},
             Case{R"({"fleet": [{"kind": "car", "call_sign": "P", "per_station": 201}]})",
                  "fleet[0].per_station must be a whole number from 0 to 200"},
             Case{R"({"fleet": [{"kind": "car", "call_sign": "P", "capabilities": [1]}]})",
                  "fleet[0].capabilities[0] must be a text"},
             Case{R"({"calls": [{}]})", "calls[0].type is missing"},
             Case{R"({"calls": [{"type": "theft", "units": 0}]})",
                  "calls[0].units must be a whole number from 1 to 20"},
             Case{R"({"calls": [{"type": "theft", "by_hour": [1, 2]}]})",
                  "calls[0].by_hour must have 24 weights, one for each hour"},
             Case{R"({"calls": [{"type": "theft", "by_hour": [-1]}]})",
                  "calls[0].by_hour[0] must be a weight from 0 to 10000"},
             Case{R"({"calls": [{"type": "theft", "scene_s": [60]}]})",
                  "calls[0].scene_s must be two whole numbers of seconds, the smaller first, such as [10, 60]"},
             Case{R"({"calls": [{"type": "theft"}, {"type": "theft", "scene_s": [60, 10]}]})",
                  "calls[1].scene_s must be two whole numbers of seconds, the smaller first, such as [10, 60]"},
             Case{R"({"calls": [{"type": "theft", "texts": ["x"]}]})", "calls[0].texts[0] must be an object { ... }"},
             Case{R"({"script": [{"at_s": 3}]})", "script[0].type is missing"},
             Case{R"({"script": [{"at_s": -3, "type": "theft"}]})",
                  "script[0].at_s must be a whole number from 0 to 604800"},
             Case{R"({"script": [{"type": "theft", "where": "the market"}]})",
                  "script[0].where must be \"latitude,longitude\""},
             Case{R"({"crews": []})", "crews must be an object { ... }"},
             Case{R"({"crews": {"deaf_percent": 101}})", "crews.deaf_percent must be a whole number from 0 to 100"},
             Case{R"({"crews": {"pause_s": [0, 90000]}})",
                  "crews.pause_s must be two whole numbers of seconds, the smaller first, such as [10, 60]"},
             Case{R"({"colleague": {"takes_after_s": -1}})",
                  "colleague.takes_after_s must be a whole number from 0 to 86400"},
         })
        CHECK(why(one.json) == one.problem);
    CHECK(why(std::string(5'000'000, ' ')) == "the drill is larger than 4 MB");
}

TEST_CASE("A drill with nothing said has the ordinary numbers")
{
    auto const drill = read_drill("{}");
    REQUIRE(drill);
    CHECK(*drill == Drill{});
    CHECK(drill->call("theft") == nullptr);
}

TEST_CASE("The shipped drill reads and all its codes are in the tables")
{
    auto const drill = read_drill(first_shift());
    INFO((drill ? "" : drill.problem()));
    REQUIRE(drill);
    Codes const& codes = cresset::testing::shipped_codes();
    CHECK(drill->fleet.size() >= 3);
    for (FleetRow const& row : drill->fleet) {
        INFO(row.kind);
        CHECK(codes.unit_kind(row.kind) != nullptr);
    }
    REQUIRE(drill->calls.size() >= 10);
    for (CallRow const& row : drill->calls) {
        INFO(row.type);
        CHECK(codes.type(row.type) != nullptr);
        CHECK_FALSE(row.texts.empty());
        for (Names const& text : row.texts) CHECK((!text.en.empty() && !text.zh.empty()));
        CHECK_FALSE(row.dispositions.empty());
        for (std::string const& ending : row.dispositions)
            CHECK(std::any_of(codes.dispositions.begin(), codes.dispositions.end(),
                              [&](PlainCode const& code) { return code.code == ending; }));
        CHECK(drill->call(row.type) == &row);
    }
    REQUIRE_FALSE(drill->script.empty());
    for (ScriptedCall const& call : drill->script) {
        INFO(call.type);
        CHECK(codes.type(call.type) != nullptr);
        CHECK(call.at_s < drill->length_s);
        if (call.priority > 0) CHECK(codes.priority(static_cast<int>(call.priority)) != nullptr);
    }
}

TEST_CASE("A drill cut off anywhere is a problem and never a crash")
{
    std::string const text = first_shift();
    for (std::size_t end = 0; end + 2 < text.size(); end += 37) CHECK_FALSE(read_drill(text.substr(0, end)));
}

TEST_CASE("A drill that says no start is given one and another keeps its own")
{
    Instant const now = instant(1'795'374'000'000);
    auto const given = read_drill(with_start(R"({"length_s": 60})", now));
    REQUIRE(given);
    CHECK(given->starts_at == now);
    CHECK(given->length_s == 60);
    std::string const own = R"({"starts_at": "2026-11-22T18:58:00+08:00"})";
    CHECK(with_start(own, now) == own);
}
