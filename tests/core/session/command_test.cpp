#include "tests/core/session/command_room.h"

#include <algorithm>

using namespace cresset;
using cresset::testing::CommandRoom;
using cresset::testing::shipped_verbs;

namespace {

bool has(std::vector<std::string> const& words, std::string_view word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

struct Example {
    char const* verb;
    char const* rest;
    char const* means;
};

/// One line for each verb, all of what it needs said.
std::vector<Example> const examples{
    {"new", "theft 中山路12号 p2; bag gone", "new theft P2 31.2310000,121.4710000 (house_number) 'bag gone'"},
    {"dispatch", "p03 P05 1001; nearest", "send P03 P05 to #1001 'nearest'"},
    {"why", "1001 knows_area", "why #1001 'knows_area'"},
    {"stack", "p03 1001", "stack #1001 for P03"},
    {"unstack", "p03 1001", "unstack #1001 for P03"},
    {"next", "p03", "next P03"},
    {"swap", "p01 p03", "swap P01 P03"},
    {"en_route", "p03", "en route P03 ''"},
    {"on_scene", "p03 p04", "on scene P03 P04 ''"},
    {"busy", "p03; fuel", "busy P03 'fuel'"},
    {"break", "p03", "break P03 ''"},
    {"out_of_service", "p03", "out of service P03 ''"},
    {"available", "p03", "available P03 ''"},
    {"close", "1001 handled", "close #1001 handled"},
    {"reopen", "1001", "reopen #1001"},
    {"fix", "1001 Market", "move #1001 to 31.2320000,121.4720000"},
    {"release", "p03", "release P03"},
    {"link", "1002 1001", "link #1002 to #1001"},
    {"note", "1001 two men; one armed", "note #1001 'two men; one armed'"},
    {"hazard", "市场; gas cylinders; 12h", "hazard 31.2320000,121.4720000 'gas cylinders' 43200000"},
    {"find", "market street", "find 'market street'"},
    {"near", "1001 500m cam,drone", "near #1001 500 m camera drone"},
    {"cordon", "1001 ebike 3km", "cordon #1001 ebike 3000 m"},
    {"lift_cordon", "1001", "lift #1001"},
    {"reach", "P03 5,1", "reach P03 1 5"},
    {"coverage", "", "coverage"},
    {"turns", "P03 1001", "turns P03 #1001"},
    {"fence", "", "fences"},
    {"stages", "1001", "stages #1001"},
    {"sighting", "1001 Market ebike; 2m", "seen #1001 at 31.2320000,121.4720000 ebike 120 s ago"},
    {"close_road", "Market 30%; 2h", "block 31.2320000,121.4720000 30 % for 7200 s"},
    {"open_road", "市场", "unblock 31.2320000,121.4720000"},
    {"acknowledge", "", "acknowledge"},
    {"contact", "p03 p04", "contact P03 P04"},
    {"snooze", "p03 5m", "snooze P03 300000"},
    {"shelve", "p03 #1001 30m", "shelve P03 #1001 1800000"},
    {"silence", "", "silence"},
    {"macro", "back = undo", "keep macro 'back' 'undo'"},
    {"distress", "p03", "distress P03"},
    {"cancel_distress", "p03", "safe P03"},
    {"drone", "u02 @31.5,121.5", "drone 502 - 31.5000000,121.5000000"},
    {"log", "shift briefed", "log 'shift briefed'"},
    {"undo", "", "undo"},
    {"redo", "", "redo"},
    {"follow", "p03", "follow P03"},
    {"view", "harbour", "view 'Harbour'"},
    {"keep_view", "North gate", "keep 'North gate'"},
    {"forget_view", "harb", "forget 'Harbour'"},
    {"layer", "/srv/my maps/a ; b.shp GCJ02", "show the file '/srv/my maps/a ; b.shp' in gcj02"},
    {"layout", "cal", "layout 'calls'"},
    {"help", "d", "help 'dispatch'"},
};

std::string word_of_verb(std::string_view name)
{
    for (Verb const& verb : shipped_verbs().all())
        if (verb.verb == name) return verb.words.front();
    return {};
}

}  // namespace

TEST_CASE("A table of verbs that does not fit or says a word twice is a problem")
{
    CHECK_FALSE(Verbs::read("no json"));
    CHECK_FALSE(Verbs::read("{}"));
    CHECK_FALSE(Verbs::read(R"([{"verb": 3}])"));
    auto const verb = [](std::string const& name, std::string const& words) {
        return R"({"verb": ")" + name + R"(", "words": [)" + words +
               R"(], "form": "", "name": {"en": "", "zh": ""}, "help": {"en": "", "zh": ""}})";
    };
    CHECK_FALSE(Verbs::read("[" + verb("a", "") + "]"));
    auto const twice = Verbs::read("[" + verb("a", R"("x", "y")") + "," + verb("b", R"("Y")") + "]");
    REQUIRE_FALSE(twice);
    CHECK(twice.problem() == "the word Y stands for two verbs");
    CHECK(Verbs::read("[" + verb("a", R"("x")") + "]"));
}

TEST_CASE("A line that is empty too long or no text is not understood")
{
    CommandRoom const room;
    CHECK(room.mistake("").mistake == Mistake::empty);
    CHECK(room.mistake("   ").mistake == Mistake::empty);
    CHECK(room.mistake("; only a tail").mistake == Mistake::empty);
    CHECK(room.mistake("log \xff\xfe").mistake == Mistake::too_much);
    CHECK(room.mistake("log " + std::string(5000, 'x')).mistake == Mistake::too_much);
}

TEST_CASE("An unknown verb is answered with verbs that begin alike and never guessed")
{
    CommandRoom const room;
    auto const no = room.mistake("dispach p03 1001");
    CHECK(no.mistake == Mistake::unknown_verb);
    CHECK(no.word == "dispach");
    CHECK(has(no.suggestions, "dispatch"));
    CHECK(room.mistake("dispach.p03.1001").mistake == Mistake::unknown_verb);
    CHECK(room.mistake("? dispach").mistake == Mistake::unknown_verb);
}

TEST_CASE("A run card a stack or a swap that lacks something is not understood")
{
    CommandRoom room;
    CHECK(room.mistake("d card").mistake == Mistake::incident_missing);
    CHECK(room.mistake("d p03 1001 card").mistake == Mistake::too_much);
    CHECK(room.mistake("stack 1001").mistake == Mistake::unit_missing);
    CHECK(room.mistake("stack p03").mistake == Mistake::incident_missing);
    CHECK(room.mistake("stack p03 card 1001").mistake == Mistake::unknown_unit);
    CHECK(room.mistake("next p99").mistake == Mistake::unknown_unit);
    CHECK(room.mistake("next p03 p04").mistake == Mistake::too_much);
    CHECK(room.mistake("swap").mistake == Mistake::unit_missing);
    CHECK(room.mistake("swap p03").mistake == Mistake::second_unit_missing);
    CHECK(room.mistake("swap p03 p04 p05").mistake == Mistake::too_much);
    CHECK(room.mistake("why 1001").mistake == Mistake::reason_missing);
    CHECK(room.mistake("why 1777 ordered").mistake == Mistake::unknown_incident);
    CHECK(room.mistake("why ordered").mistake == Mistake::incident_missing);
}

TEST_CASE("A run card is named by its word in either language and a unit of that name goes before it")
{
    CommandRoom room;
    for (char const* line : {"d 1001 card", "d card 1001", "d #1001 CARD", "pj 1001 ya", "派警 1001 预案"})
        CHECK(room.read(line) == "send the card of #1001 ''");
    CHECK(room.read("d 1001 card; 3") == "send the card of #1001 '3'");
    room.chosen_incident = room.second;
    CHECK(room.read("d card") == "send the card of #1002 ''");
    room.chosen_unit = room.units[3];
    CHECK(room.read("d card") == "send the card of #1002 ''");  // the unit in hand is not meant
    UnitListed listed;
    listed.id = {1, 900};
    listed.row.call_sign = "CARD";
    room.file(listed);
    CHECK(room.read("d card") == "send CARD to #1002 ''");
}

TEST_CASE("What is next is taken by the unit in hand if something waits for it and else by whoever is free the longest")
{
    CommandRoom room;
    CHECK(room.read("next") == "next");
    room.chosen_unit = room.units[0];
    CHECK(room.read("next") == "next");
    room.perform(CommandRoom::sending(room.first, {room.units[0]}));
    room.perform(IncidentStacked{room.units[0], room.second});
    CHECK(room.read("next") == "next");  // still at work
    room.perform(UnitReleased{room.units[0], room.first});
    CHECK(room.read("next") == "next P01");
    CHECK(room.read("next p03") == "next P03");
}

TEST_CASE("An unknown unit incident type place drone or disposition is named with what could be meant")
{
    CommandRoom const room;
    auto const unit = room.mistake("d p99 1001");
    CHECK(unit.mistake == Mistake::unknown_unit);
    CHECK(explain(unit) == "there is no unit \"p99\"");
    auto const incident = room.mistake("d p03 1777");
    CHECK(incident.mistake == Mistake::unknown_incident);
    CHECK(has(incident.suggestions, "1001"));
    CHECK(has(incident.suggestions, "1002"));
    CHECK(room.mistake("c 1777 handled").mistake == Mistake::unknown_incident);
    auto const type = room.mistake("new rob_ Market");
    CHECK(type.mistake == Mistake::unknown_type);
    CHECK(has(room.mistake("new obber Market").suggestions, "robbery"));
    CHECK(room.mistake("new theft Nowhere").mistake == Mistake::unknown_place);
    CHECK(room.mistake("new theft @91,0").mistake == Mistake::unknown_place);
    CHECK(room.mistake("fly u77 1001").mistake == Mistake::unknown_drone);
    CHECK(room.mistake("follow p99").mistake == Mistake::unknown_unit);
    CHECK(room.mistake("follow p01 p02").mistake == Mistake::too_much);
    CHECK(room.mistake("v market").mistake == Mistake::unknown_view);
    CHECK(has(room.mistake("v market").suggestions, "Harbour"));
    auto const two = room.mistake("forget old");  // which of the two?
    CHECK(two.mistake == Mistake::unknown_view);
    CHECK(two.suggestions == std::vector<std::string>{"Old town", "Old bridge"});
    auto const ending = room.mistake("c 1001 vanished");
    CHECK(ending.mistake == Mistake::unknown_disposition);
    CHECK(has(ending.suggestions, "handled on the spot"));
}

TEST_CASE("What is missing is asked for")
{
    CommandRoom const room;
    CHECK(room.mistake("d").mistake == Mistake::unit_missing);
    CHECK(room.mistake("d 1001").mistake == Mistake::unit_missing);
    CHECK(room.mistake("d p03").mistake == Mistake::incident_missing);
    CHECK(room.mistake("s").mistake == Mistake::unit_missing);
    CHECK(room.mistake("c handled").mistake == Mistake::incident_missing);
    CHECK(room.mistake("c 1001").mistake == Mistake::disposition_missing);
    CHECK(room.mistake("new").mistake == Mistake::type_missing);
    CHECK(room.mistake("new theft").mistake == Mistake::place_missing);
    CHECK(room.mistake("new theft p1; text").mistake == Mistake::place_missing);
    CHECK(room.mistake("fix 1001").mistake == Mistake::place_missing);
    CHECK(room.mistake("note 1001").mistake == Mistake::text_missing);
    CHECK(room.mistake("note 1001 ;").mistake == Mistake::text_missing);
    CHECK(room.mistake("hz Market").mistake == Mistake::text_missing);
    CHECK(room.mistake("log").mistake == Mistake::text_missing);
    CHECK(room.mistake("find").mistake == Mistake::text_missing);
    CHECK(room.mistake("link 1001").mistake == Mistake::incident_missing);
    CHECK(room.mistake("fly").mistake == Mistake::unknown_drone);
    CHECK(room.mistake("follow").mistake == Mistake::unit_missing);
    CHECK(room.mistake("v").mistake == Mistake::text_missing);
    CHECK(room.mistake("keep").mistake == Mistake::text_missing);
}

TEST_CASE("A layout is switched to and saved and forgotten by its name")
{
    CommandRoom room;
    CHECK(room.mistake("layout").mistake == Mistake::text_missing);
    CHECK(room.mistake("layout save").mistake == Mistake::text_missing);
    CHECK(room.mistake("layout forget").mistake == Mistake::text_missing);
    auto const unknown = room.mistake("layout wall");
    CHECK(unknown.mistake == Mistake::unknown_layout);
    CHECK(has(unknown.suggestions, "calls"));
    auto const two = room.mistake("layout forget my");  // which of the two?
    CHECK(two.mistake == Mistake::unknown_layout);
    CHECK(two.suggestions == std::vector<std::string>{"my desk", "my desk by night"});
    CHECK(room.read("layout my desk") == "layout 'my desk'");
    CHECK(room.read("布局 接") == "layout '接警'");
    CHECK(room.read("bj CALLS") == "layout 'calls'");
    CHECK(room.read("layout save North desk; by night") == "save layout 'North desk; by night'");
    CHECK(room.read("布局 保存 夜班") == "save layout '夜班'");
    CHECK(room.read("layout forget my desk by") == "forget layout 'my desk by night'");
    CHECK(room.read("布局 删除 接警") == "forget layout '接警'");
    auto const words = complete_command("layout ca", {room.world, shipped_verbs(), {}, {}, {}, {}, {}, room.layouts});
    CHECK(words == std::vector<std::string>{"calls"});
}

TEST_CASE("A view is meant by its name in any case or by a beginning that only it has")
{
    CommandRoom room;
    CHECK(room.read("v old town") == "view 'Old town'");
    CHECK(room.read("v old b") == "view 'Old bridge'");
    CHECK(room.read("视图 h") == "view 'Harbour'");
    room.views.push_back("Old");
    CHECK(room.read("v old") == "view 'Old'");
    CHECK(room.read("forget old t") == "forget 'Old town'");
    CHECK(room.read("keep North gate; by night") == "keep 'North gate; by night'");
    room.chosen_unit = find_unit(room.world, "P03");
    CHECK(room.read("follow") == "follow P03");
    CHECK(room.read("gs p05") == "follow P05");
}

TEST_CASE("Words too many are refused")
{
    CommandRoom const room;
    CHECK(room.mistake("undo everything").mistake == Mistake::too_much);
    CHECK(room.mistake("ack 3").mistake == Mistake::too_much);
    CHECK(room.mistake("near 1001 800m everything").mistake == Mistake::unknown_near_kind);
    CHECK(room.mistake("d p03 1001 1002").mistake == Mistake::unknown_incident);
}

TEST_CASE("What geometry decides is read with its modes and distances and times")
{
    CommandRoom room;
    CHECK(room.mistake("cordon 1001 by boat").mistake == Mistake::too_much);
    CHECK(room.mistake("cordon 1999").mistake == Mistake::unknown_incident);
    CHECK(room.mistake("block").mistake == Mistake::place_missing);
    CHECK(room.mistake("block Market 130%").mistake == Mistake::too_much);
    CHECK(room.mistake("seen 1001").mistake == Mistake::place_missing);
    CHECK(room.mistake("stages nowhere at all").mistake == Mistake::unknown_place);
    CHECK(room.mistake("fence bank").mistake == Mistake::unknown_fence);
    CHECK(room.mistake("near 1001 unit,ghosts").mistake == Mistake::unknown_near_kind);
    CHECK(room.read("cordon 1001") == "cordon #1001 any usual");
    CHECK(room.read("布控 1001 电动车") == "cordon #1001 ebike usual");
    CHECK(room.read("bk 1001 car 1500m") == "cordon #1001 car 1500 m");
    CHECK(room.read("seen 1001 Market") == "seen #1001 at 31.2320000,121.4720000 any 0 s ago");
    CHECK(room.read("block Market") == "block 31.2320000,121.4720000 0 % for good");
    CHECK(room.read("reach Market 3") == "reach 31.2320000,121.4720000 3");
    CHECK(room.read("reach 1001") == "reach #1001");
    CHECK(room.mistake("turns").mistake == Mistake::unit_missing);
    CHECK(room.mistake("turns Market").mistake == Mistake::unknown_unit);
    CHECK(room.mistake("turns P03 1001 now").mistake == Mistake::too_much);
    CHECK(room.read("turns p3") == "turns P03");
    CHECK(room.read("路线 P03 市场") == "turns P03 31.2320000,121.4720000");
    CHECK(room.read("stages Market") == "stages 31.2320000,121.4720000");
    CHECK(room.read("135 结束") == "stages end");
    CHECK(room.read("near 1001 3min cam") == "near #1001 180 s camera");
    CHECK(room.read("周边 1001 3分 医院,学校") == "near #1001 180 s hospital school");
    CHECK(room.read("near 1001 3m") == "near #1001 3 m");
}

TEST_CASE("A short call sign is filled up only if it can mean one unit")
{
    CommandRoom const room;  // P01 .. P12
    CHECK(room.read("s p7") == "on scene P07 ''");
    CHECK(room.read("s P07") == "on scene P07 ''");
    CHECK(room.read("s p12") == "on scene P12 ''");
    CHECK(room.mistake("s p1").mistake == Mistake::unknown_unit);  // P01, P10, P11, P12
    CHECK(has(room.mistake("s p1").suggestions, "P11"));
    CHECK(room.mistake("s p").mistake == Mistake::unknown_unit);
    CHECK(room.mistake("s p0").mistake == Mistake::unknown_unit);
    CommandRoom const ten{10};  // P01 .. P10: "p1" begins P10 and means P01
    CHECK(ten.mistake("s p1").mistake == Mistake::unknown_unit);
    CommandRoom const nine{9};
    CHECK(nine.read("s p1") == "on scene P01 ''");
}

TEST_CASE("Every verb is understood by each of its words")
{
    CommandRoom const room;
    REQUIRE(examples.size() == shipped_verbs().all().size());
    for (Example const& example : examples) {
        auto const& all = shipped_verbs().all();
        auto const verb =
            std::find_if(all.begin(), all.end(), [&](Verb const& one) { return one.verb == example.verb; });
        INFO(example.verb);
        REQUIRE(verb != all.end());
        CHECK(verb->words.size() >= 3);  // English, Chinese, pinyin
        for (std::string const& word : verb->words) CHECK(room.read(word + " " + example.rest) == example.means);
        CHECK_FALSE(verb->name.zh.empty());
        CHECK_FALSE(verb->help.en.empty());
    }
}

TEST_CASE("A missing unit or incident is the one selected")
{
    CommandRoom room;
    room.chosen_incident = room.second;
    CHECK(room.read("d p03") == "send P03 to #1002 ''");
    CHECK(room.read("d p03 1001") == "send P03 to #1001 ''");
    CHECK(room.read("c handled") == "close #1002 handled");
    CHECK(room.read("note two men") == "note #1002 'two men'");
    CHECK(room.read("link 1001") == "link #1001 to #1002");
    CHECK(room.read("near") == "near #1002 800 m");
    CHECK(room.read("fix Market") == "move #1002 to 31.2320000,121.4720000");
    CHECK(room.mistake("d").mistake == Mistake::unit_missing);
    room.chosen_unit = room.units[3];
    CHECK(room.read("d") == "send P04 to #1002 ''");
    CHECK(room.read("s") == "on scene P04 ''");
    CHECK(room.read("rel") == "release P04");
    CHECK(room.read("d p01") == "send P01 to #1002 ''");
    CHECK(room.mistake("s p99").mistake == Mistake::unknown_unit);  // what is typed wrong is not replaced
    CHECK(room.mistake("c 1777 handled").mistake == Mistake::unknown_incident);
}

TEST_CASE("Dots stand for spaces after a verb")
{
    CommandRoom const room;
    CHECK(room.read("d.p12.1001") == "send P12 to #1001 ''");
    CHECK(room.read("D.P12.P03.1001") == "send P12 P03 to #1001 ''");
    CHECK(room.read("s.p07") == "on scene P07 ''");
    CHECK(room.read("d.p12 1001; why") == "send P12 to #1001 'why'");
    CHECK(room.read("d..p12.#1001.") == "send P12 to #1001 ''");
    CHECK(room.mistake("d.p12.1777").mistake == Mistake::unknown_incident);
}

TEST_CASE("A call takes type place priority and text in one line of either language")
{
    CommandRoom const room;
    std::string const robbery = "new robbery P1 31.2310000,121.4710000 (house_number) 'bag snatched'";
    CHECK(room.read("new 抢劫 中山路12号 p1; bag snatched") == robbery);
    CHECK(room.read("新警 抢劫 中山路12号；bag snatched") == robbery);  // its type's own priority is 1
    CHECK(room.read("n robbery p1 12 Zhongshan Road ; bag snatched") == robbery);
    CHECK(room.read("xj ROBBERY 12 Zhongshan Road; bag snatched") == robbery);
    CHECK(room.read("n 抢劫 中山路12号 P3") == "new robbery P3 31.2310000,121.4710000 (house_number) ''");
    CHECK(room.read("n theft @31.5,121.5") == "new theft P3 31.5000000,121.5000000 (coordinates) ''");
    CHECK(room.read("n theft 市场; a; b") == "new theft P3 31.2320000,121.4720000 (poi) 'a; b'");
}

TEST_CASE("A unit named twice is sent once")
{
    CommandRoom const room;
    CHECK(room.read("d p03 P03 p3 1001") == "send P03 to #1001 ''");
    CHECK(room.read("s p03 p3") == "on scene P03 ''");
}

TEST_CASE("A disposition is known by code name or the beginning of one")
{
    CommandRoom const room;
    CHECK(room.read("c 1001 no_trace") == "close #1001 no_trace");
    CHECK(room.read("c 1001 nothing found") == "close #1001 no_trace");
    CHECK(room.read("c 1001 误报") == "close #1001 false_alarm");
    CHECK(room.read("c 1001 false") == "close #1001 false_alarm");
    CHECK(room.mistake("c 1001 h").mistake == Mistake::unknown_disposition);  // handled, hospital
    CHECK(room.mistake("c 1001 h").suggestions.size() == 2);
    CHECK(room.mistake("c 1001 移交").mistake == Mistake::unknown_disposition);
}

TEST_CASE("A drone flies to an incident to a place or home")
{
    CommandRoom room;
    CHECK(room.read("fly u01 home") == "drone 501 - home");
    CHECK(room.read("fly U01 1001") == fmt::format("drone 501 #1001 {}", to_text(room.incident(room.first).place)));
    CHECK(room.mistake("fly u01").mistake == Mistake::incident_missing);
    CHECK(room.mistake("fly u01 @1").mistake == Mistake::unknown_place);
}

TEST_CASE("Help names a verb or all")
{
    CommandRoom const room;
    CHECK(room.read("?") == "help ''");
    CHECK(room.read("帮助 派警") == "help 'dispatch'");
}

TEST_CASE("Reading a line changes nothing and every cut of it has an answer")
{
    CommandRoom room;
    room.chosen_incident = room.first;
    World const before = room.world;
    for (Example const& example : examples) {
        std::string const line = word_of_verb(example.verb) + " " + example.rest;
        for (std::size_t cut = 0; cut <= line.size(); ++cut) {
            room.parse(std::string_view{line}.substr(0, cut));
            complete_command(std::string_view{line}.substr(0, cut),
                             {room.world, shipped_verbs(), &room.places, room.first, {}, room.center});
        }
    }
    CHECK(room.world == before);
}

TEST_CASE("Completion offers verbs units and types that fit and no more than asked")
{
    CommandRoom const room;
    CommandContext const context{room.world, shipped_verbs(), &room.places, {}, {}, {}};
    CHECK(complete_command("und", context) == std::vector<std::string>{"undo"});
    auto const units = complete_command("d p0", context);
    CHECK(has(units, "P01"));
    CHECK_FALSE(has(units, "P10"));
    CHECK(complete_command("d p", context, 3).size() <= 3);
    CHECK(has(complete_command("new rob", context), "robbery"));
    CHECK(complete_command("d zzz", context).empty());
}

TEST_CASE("The verb that a letter stands for is offered before others that begin with it and the usual ones first")
{
    CommandRoom const room;
    CommandContext const context{room.world, shipped_verbs(), nullptr, {}, {}, {}};
    CHECK(complete_command("u", context).front() == "undo");
    CHECK(complete_command("un", context).front() == "undo");
    CHECK(complete_command("c", context).front() == "c");
}

TEST_CASE("A disposition is chosen by its number in the list that is offered")
{
    CommandRoom const room;
    CommandContext const context{room.world, shipped_verbs(), nullptr, {}, {}, {}};
    auto const offered = complete_command("c 1001 ", context, 99);
    REQUIRE(offered.size() > 5);
    CHECK(room.mistake("c 1001 0").mistake == Mistake::unknown_disposition);
    CHECK(room.mistake("c 1001 " + std::to_string(offered.size() + 1)).mistake == Mistake::unknown_disposition);
    for (std::size_t n = 1; n <= offered.size(); ++n)
        CHECK(room.read("c 1001 " + std::to_string(n)) == room.read("c 1001 " + offered[n - 1]));
}

TEST_CASE("Endings are offered as people say them and before incidents once one is in hand")
{
    CommandRoom const room;
    CommandContext context{room.world, shipped_verbs(), nullptr, {}, {}, {}};
    CHECK(complete_command("c ", context).front() == "1001");
    CHECK(complete_command("c 1001 ", context, 16).front() == "handled on the spot");
    CHECK_FALSE(has(complete_command("c 1001 ", context, 16), "1001"));
    CHECK(complete_command("c 1001 report t", context) == std::vector<std::string>{"report taken"});
    CHECK(complete_command("c 1001 report_t", context) == std::vector<std::string>{"report taken"});
    context.incident = room.first;
    CHECK(complete_command("c ", context, 20).front() == "handled on the spot");
    CHECK(has(complete_command("c ", context, 20), "1001"));
    CHECK(with_completion("c 1001 report t", "report taken", context) == "c 1001 report taken");
    CHECK(with_completion("c rep", "report taken", context) == "c report taken");
    CHECK(with_completion("c ", "report taken", context) == "c report taken");
    context.chinese = true;
    CHECK(complete_command("c rep", context) == std::vector<std::string>{"受案登记"});
    CHECK(room.read("c 1001 report taken") == room.read("c 1001 report_taken"));
    CHECK(room.read("c 1001 brought h") == room.read("c 1001 returned_home"));
}

TEST_CASE("Names are offered in the language in use whichever was typed")
{
    CommandRoom const room;
    CommandContext context{room.world, shipped_verbs(), &room.places, {}, {}, {}};
    CHECK(complete_command("new 抢劫", context) == std::vector<std::string>{"robbery"});
    CHECK(complete_command("d 1001 ", context, 40).back() == "card");
    context.chinese = true;
    CHECK(complete_command("new robb", context) == std::vector<std::string>{"抢劫"});
    CHECK(complete_command("d 1001 ", context, 40).back() == "预案");
    CHECK(with_completion("new robb", "抢劫", context) == "new 抢劫");
    CHECK(with_completion("new robbery zhong sh", "中山路", context) == "new robbery 中山路");
    CHECK(with_completion("fix 1001 zhong sh", "中山路", context) == "fix 1001 中山路");
    CHECK(with_completion("d p0", "P01", context) == "d P01");
}

TEST_CASE("A snooze lasts as long as is said and off is as long as the status")
{
    CommandRoom room;
    CHECK(room.read("snooze p03") == "snooze P03 600000");
    CHECK(room.read("snooze p03 p04 90s") == "snooze P03 P04 90000");
    CHECK(room.read("延时 p03 5分钟") == "snooze P03 300000");
    CHECK(room.read("ys p03 关") == "snooze P03 -1");
    CHECK(room.read("snooze p03 off") == "snooze P03 -1");
    CHECK(room.read("snooze p03 0m") == "? there is no unit \"0m\"");
    CHECK(room.read("snooze 5m") == "? which unit?");
}

TEST_CASE("What is shelved is named or else all that stand")
{
    CommandRoom room;
    CHECK(room.read("shelve") == "shelve 900000");
    CHECK(room.read("shelve 5m") == "shelve 300000");
    CHECK(room.read("搁置 p03 2小时") == "shelve P03 7200000");
    CHECK(room.read("shelve 1002") == "shelve #1002 900000");
    CHECK(room.read("shelve 4711") == "? there is no incident \"4711\"");
    CHECK(room.read("shelve nobody") == "? there is no unit \"nobody\"");
}

TEST_CASE("A verb with a slip in it is known again and nothing dangerous is offered for its first letter")
{
    CommandRoom const room;
    CHECK(room.mistake("dispach p03 1001").suggestions == std::vector<std::string>{"dispatch"});
    CHECK(room.mistake("relaese p03").suggestions == std::vector<std::string>{"release"});
    CHECK(room.mistake("acknowlege").suggestions.front() == "acknowledge");
    CHECK_FALSE(has(room.mistake("dispach").suggestions, "sos"));
    CHECK_FALSE(room.mistake("dance").suggestions.empty());  // like none: those of the same letter
}
