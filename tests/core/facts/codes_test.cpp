#include "core/facts/codes.h"

#include "core/base/text.h"
#include "core/facts/json_text.h"
#include "core/facts/mode.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <set>
#include <sstream>

using namespace cresset;

namespace {

std::map<std::string, std::string> shipped_files()
{
    std::map<std::string, std::string> files;
    for (char const* name : {"status", "incidents", "priorities", "dispositions", "units", "limits", "timers"}) {
        std::ifstream in{std::string{SOURCE_DIR "/resources/codes/"} + name + ".json"};
        std::stringstream text;
        text << in.rdbuf();
        files[name] = text.str();
    }
    return files;
}

Codes shipped()
{
    auto codes = join_codes(shipped_files());
    INFO((codes ? "" : codes.problem()));
    REQUIRE(codes);
    return *codes;
}

bool is_file_safe(std::string const& word)
{
    return !word.empty() && word.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos;
}

bool has_chinese(std::string const& text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xE4; });
}

void check_names(std::string const& code, Names const& name)
{
    INFO(code);
    CHECK(!name.en.empty());
    CHECK(!has_chinese(name.en));
    CHECK(has_chinese(name.zh));
    CHECK(is_utf8(name.zh));
}

template <typename Rows, typename Key>
void check_single(Rows const& rows, Key key)
{
    std::set<std::string> seen;
    for (auto const& row : rows) {
        INFO(key(row));
        CHECK(seen.insert(key(row)).second);
    }
}

/// Every status that can be reached from `from` in any number of legal steps.
std::set<Status> reachable(Codes const& codes, Status from)
{
    std::set<Status> seen{from};
    std::vector<Status> open{from};
    while (!open.empty()) {
        auto const* row = codes.status(open.back());
        open.pop_back();
        for (Status const next : row->next)
            if (seen.insert(next).second) open.push_back(next);
    }
    return seen;
}

}  // namespace

TEST_CASE("A code table that is missing or broken is refused by its name")
{
    auto files = shipped_files();
    SECTION("missing")
    {
        files.erase("limits");
        CHECK(join_codes(files).problem() == "the code table limits.json is missing");
    }
    SECTION("not JSON")
    {
        files["status"] = "[{";
        CHECK(join_codes(files).problem() == "the code table status.json is not JSON");
    }
    SECTION("a word that is no status")
    {
        auto const at = files["status"].find("\"en_route\"");
        files["status"].replace(at, 10, "\"flying\"");
        CHECK(join_codes(files).problem() == "the code table status.json does not fit its form");
    }
    SECTION("a key too many")
    {
        files["limits"].insert(files["limits"].find('{') + 1, "\"speed\":1,");
        CHECK(join_codes(files).problem() == "the code table limits.json does not fit its form");
    }
    SECTION("a timer of a type that does not exist")
    {
        files["timers"] = R"([{"status": "on_scene", "type": "dragon", "check_s": 60}])";
        CHECK(join_codes(files).problem() ==
              "the code table timers.json names a type that incidents.json lacks: dragon");
        files["timers"] = R"([{"status": "on_scene", "group": "myth", "check_s": 60}])";
        CHECK(join_codes(files).problem() ==
              "the code table timers.json names a group that incidents.json lacks: myth");
    }
    SECTION("a timer that warns too late or runs backwards")
    {
        auto const refused =
            "the code table timers.json has a warning that comes after its alarm, or a time below zero";
        files["timers"] = R"([{"status": "on_scene", "warn_s": 600, "alarm_s": 300}])";
        CHECK(join_codes(files).problem() == refused);
        files["timers"] = R"([{"status": "on_scene", "check_s": -1}])";
        CHECK(join_codes(files).problem() == refused);
    }
    SECTION("one text of all tables")
    {
        CHECK(read_codes("").problem() == "the code tables are not JSON");
        CHECK(!read_codes("{}"));
        CHECK(!read_codes("[]"));
    }
}

TEST_CASE("The shipped code tables survive the way through the journal")
{
    Codes const codes = shipped();
    auto const again = read_codes(to_json(codes));
    REQUIRE(again);
    CHECK(*again == codes);
    CHECK(to_json(*again) == to_json(codes));
}

TEST_CASE("The shipped statuses have the letters and names of the desk")
{
    Codes const codes = shipped();
    REQUIRE(codes.statuses.size() == all_statuses.size());
    std::string letters;
    std::vector<std::string> chinese;
    for (Status const status : all_statuses) {
        auto const* row = codes.status(status);
        REQUIRE(row != nullptr);
        letters += row->letter;
        chinese.push_back(row->name.zh);
        CHECK(row->name.en == english(status));
        CHECK(parse_status(row->letter) == status);
        CHECK(parse_status(row->name.en) == status);
    }
    CHECK(letters == "ADESBRX");
    CHECK(chinese == std::vector<std::string>{"待命", "已派", "途中", "到场", "占用", "休整", "停用"});
}

TEST_CASE("The shipped transitions lead everywhere and back and never to the same status")
{
    Codes const codes = shipped();
    for (auto const& row : codes.statuses) {
        INFO(row.letter);
        CHECK(!codes.may_follow(row.status, row.status));
        CHECK(std::set<Status>(row.next.begin(), row.next.end()).size() == row.next.size());
        CHECK(reachable(codes, row.status).size() == all_statuses.size());
        REQUIRE(row.usual_next);
        CHECK(codes.may_follow(row.status, *row.usual_next));
        if (row.status != Status::available) CHECK(codes.may_follow(row.status, Status::available));
        if (row.status != Status::out_of_service) CHECK(codes.may_follow(row.status, Status::out_of_service));
        CHECK((row.alarm_s == 0) == (row.warn_s == 0));
        CHECK((row.alarm_s == 0 || row.alarm_s > row.warn_s));
    }
    CHECK(codes.status(Status::dispatched)->usual_next == Status::en_route);
    CHECK(codes.status(Status::en_route)->usual_next == Status::on_scene);
    CHECK(codes.status(Status::on_scene)->usual_next == Status::available);
    CHECK(!codes.may_follow(Status::on_break, Status::dispatched));
    CHECK(!codes.may_follow(Status::out_of_service, Status::dispatched));
    CHECK(!codes.may_follow(Status::available, Status::on_scene));
}

TEST_CASE("The shipped incident types are named and drawn and have words that propose them")
{
    Codes const codes = shipped();
    CHECK(codes.types.size() >= 40);
    check_single(codes.types, [](TypeCode const& row) { return row.code; });
    check_single(codes.types, [](TypeCode const& row) { return row.name.zh; });
    check_single(codes.types, [](TypeCode const& row) { return row.name.en; });
    std::set<std::string> const capabilities{"armed", "first_aid", "traffic", "dog", "boat", "fire", "negotiation"};
    std::set<std::string> glyphs;
    std::set<std::string> words;
    for (auto const& row : codes.types) {
        INFO(row.code);
        CHECK(is_file_safe(row.code));
        CHECK(is_file_safe(row.group));
        CHECK(is_file_safe(row.glyph));
        check_names(row.code, row.name);
        CHECK(codes.priority(row.priority) != nullptr);
        for (auto const& need : row.needs) CHECK(capabilities.contains(need));
        bool chinese = false;
        bool latin = false;
        for (auto const& word : row.words) {
            INFO(word);
            CHECK(word == lower(trim(word)));
            CHECK(!word.empty());
            CHECK(words.insert(word).second);  // a word that proposes two types proposes none
            (has_chinese(word) ? chinese : latin) = true;
        }
        CHECK(chinese);
        CHECK(latin);
        glyphs.insert(row.glyph);
    }
    CHECK(glyphs.size() <= 18);
}

TEST_CASE("The shipped priorities run from 1 to 4 and wait longer the less they press")
{
    Codes const codes = shipped();
    REQUIRE(codes.priorities.size() == 4);
    for (std::size_t i = 0; i < 4; ++i) {
        auto const& row = codes.priorities[i];
        CHECK(row.rank == static_cast<int>(i) + 1);
        check_names(row.name.en, row.name);
        CHECK(row.hold_s > 0);
        CHECK(row.process_s > 0);
        if (i == 0) continue;
        CHECK(row.hold_s > codes.priorities[i - 1].hold_s);
        CHECK(row.process_s > codes.priorities[i - 1].process_s);
    }
}

TEST_CASE("The shipped dispositions and unit kinds are named and single")
{
    Codes const codes = shipped();
    check_single(codes.dispositions, [](PlainCode const& row) { return row.code; });
    check_single(codes.dispositions, [](PlainCode const& row) { return row.name.zh; });
    check_single(codes.units, [](UnitKindCode const& row) { return row.code; });
    CHECK(codes.dispositions.size() >= 12);
    for (char const* code : {"handled", "mediation", "duplicate", "false_alarm", "cancelled", "no_trace"})
        CHECK(codes.disposition(code) != nullptr);
    for (auto const& row : codes.dispositions) {
        CHECK(is_file_safe(row.code));
        check_names(row.code, row.name);
    }
    for (auto const& row : codes.units) {
        Mode mode{};
        INFO(row.code);
        CHECK(is_file_safe(row.code));
        CHECK(is_file_safe(row.glyph));
        CHECK(from_word(row.mode, mode));
        check_names(row.code, row.name);
    }
}

TEST_CASE("The shipped limits are those that the program falls back on")
{
    CHECK(shipped().limits == Limits{});
}
