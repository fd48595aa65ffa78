#include "core/facts/dispatch_rules.h"

#include "core/facts/json_text.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

using namespace cresset;

namespace {

std::string shipped(std::string const& name)
{
    std::ifstream in{std::string{SOURCE_DIR "/resources/codes/"} + name + ".json"};
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

Codes codes()
{
    std::map<std::string, std::string> files;
    for (char const* name : {"status", "incidents", "priorities", "dispositions", "units", "limits", "timers"})
        files[name] = shipped(name);
    auto joined = join_codes(files);
    REQUIRE(joined);
    return *joined;
}

std::map<std::string, std::string> files()
{
    return {{"run_cards", shipped("run_cards")}, {"dispatch_rules", shipped("dispatch_rules")}};
}

/// What is wrong when `from` in a file stands as `to`.
std::string problem_with(std::string const& file, std::string const& from, std::string const& to)
{
    auto changed = files();
    auto const at = changed[file].find(from);
    REQUIRE(at != std::string::npos);
    changed[file].replace(at, from.size(), to);
    auto const rules = join_dispatch_rules(changed, codes());
    REQUIRE_FALSE(rules);
    return rules.problem();
}

}  // namespace

TEST_CASE("A table that is missing or no JSON or of another form is a problem that names it")
{
    CHECK(join_dispatch_rules({}, codes()).problem() == "the table run_cards.json is missing");
    CHECK(join_dispatch_rules({{"run_cards", shipped("run_cards")}}, codes()).problem() ==
          "the table dispatch_rules.json is missing");
    CHECK(read_run_cards("{", codes()).problem() == "run_cards.json is not JSON");
    CHECK(read_run_cards("[]", codes()).problem() ==
          "run_cards.json does not fit its form: cards, legend and roles, each with all of its members");
    auto broken = files();
    broken["dispatch_rules"] = "[]";
    CHECK(join_dispatch_rules(broken, codes()).problem() ==
          "dispatch_rules.json does not fit its form: equal_s, nearer_s and reasons");
}

TEST_CASE("A run card that names what no table knows is a problem that names both")
{
    CHECK(problem_with("run_cards", R"(["shooting", "explosive"])", R"(["shooting", "dragon"])") ==
          "run_cards.json: the card shooting names the type dragon, which is not known");
    CHECK(problem_with("run_cards", R"("groups": ["robbery"])", R"("groups": ["dragons"])") ==
          "run_cards.json: the card robbery names the group dragons, which is not known");
    CHECK(problem_with("run_cards", R"("priorities": [1])", R"("priorities": [9])") ==
          "run_cards.json: the card urgent names the priority 9, which is not known");
    CHECK(problem_with("run_cards", R"([{"role": "traffic", "count": 1}]})", R"([{"role": "knight", "count": 1}]})") ==
          "run_cards.json: the card traffic names the role knight, which is not known");
    CHECK(problem_with("run_cards", R"("kinds": ["command_car"])", R"("kinds": ["coach"])") ==
          "run_cards.json: the role command names the unit kind coach, which is not in units.json");
}

TEST_CASE("A run card must ask for somebody and a role must be something")
{
    CHECK(problem_with("run_cards", R"([{"role": "traffic", "count": 1}]})", "[]}") ==
          "run_cards.json: the card traffic asks for nobody");
    CHECK(problem_with("run_cards", R"([{"role": "traffic", "count": 1}]})", R"([{"role": "traffic", "count": 0}]})") ==
          "run_cards.json: the card traffic must ask for traffic once, and for 1 to 20 of it");
    CHECK(problem_with("run_cards", R"("kinds": ["command_car"])", R"("kinds": [])") ==
          "run_cards.json: the role command asks for nothing: name a kind or a capability");
    CHECK(problem_with("run_cards", R"("code": "ordinary")", R"("code": "urgent")") ==
          "run_cards.json: urgent stands there twice");
}

TEST_CASE("Margins below their least and reasons that stand twice are problems")
{
    CHECK(problem_with("dispatch_rules", R"("nearer_s": 60)", R"("nearer_s": 0)") ==
          "dispatch_rules.json: nearer_s must be 1 or more, equal_s 0 or more");
    CHECK(problem_with("dispatch_rules", R"("code": "skill")", R"("code": "knows_area")") ==
          "dispatch_rules.json: the reason \"knows_area\" has no code or stands there twice");
}

TEST_CASE("Each shipped incident type has a run card that names its own words")
{
    auto const rules = join_dispatch_rules(files(), codes());
    INFO((rules ? "" : rules.problem()));
    REQUIRE(rules);
    CHECK(rules->cards.legend.size() >= 5);
    for (TypeCode const& type : codes().types)
        for (int priority = 1; priority <= 4; ++priority) {
            INFO(type.code << " P" << priority);
            auto const* card = rules->cards.card_for(type.code, type.group, priority);
            REQUIRE(card != nullptr);
            CHECK_FALSE(card->needs.empty());
        }
    CHECK(rules->cards.card_for("shooting", "violence", 1)->code == "shooting");
    CHECK(rules->cards.card_for("assault", "violence", 2)->code == "violence");
    CHECK(rules->cards.card_for("noise", "noise", 1)->code == "urgent");
    CHECK(rules->cards.card_for("noise", "noise", 4)->code == "ordinary");
    for (RunRole const& role : rules->cards.roles) {
        CHECK_FALSE(role.name.en.empty());
        CHECK_FALSE(role.name.zh.empty());
    }
}

TEST_CASE("A reason is known by its code or its name in either language or its number")
{
    auto const rules = join_dispatch_rules(files(), codes());
    REQUIRE(rules);
    for (char const* word : {"", "0", "8", "99999999999999999999", "because"}) CHECK(rules->reason(word) == nullptr);
    for (char const* word : {"knows_area", "KNOWS_AREA", " knows the place ", "熟悉现场", "1"}) {
        INFO(word);
        REQUIRE(rules->reason(word) != nullptr);
        CHECK(rules->reason(word)->code == "knows_area");
    }
}

TEST_CASE("A unit serves as a role of its kind with all the capabilities")
{
    Unit unit;
    unit.kind = "car";
    unit.capabilities = {"first_aid"};
    CHECK_FALSE(can_serve_as(unit, {"armed", {}, {}, {"armed"}}));
    CHECK_FALSE(can_serve_as(unit, {"both", {}, {"car"}, {"armed", "first_aid"}}));
    CHECK_FALSE(can_serve_as(unit, {"boat", {}, {"boat"}, {}}));
    CHECK(can_serve_as(unit, {"car", {}, {"boat", "car"}, {}}));
    CHECK(can_serve_as(unit, {"aid", {}, {}, {"first_aid"}}));
}
