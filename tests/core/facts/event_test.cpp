#include "core/facts/event.h"

#include "tests/core/facts/random_facts.h"

#include <catch2/catch.hpp>
#include <set>

using namespace cresset;
using cresset::testing::FactMaker;

namespace {

constexpr std::size_t kinds = std::variant_size_v<Event>;

bool refused_with_words(std::string_view kind, nlohmann::json const& body)
{
    auto const event = read_event(kind, body.dump());
    return !event && event.problem().find(kind) != std::string::npos;
}

/// A body that the event's reader takes; with every optional in it that chance has put there.
nlohmann::json body_json(Event const& event)
{
    return nlohmann::json::parse(body_of(event));
}

}  // namespace

TEST_CASE("An entry of a kind that is not known is refused by its name")
{
    auto const event = read_event("unit.teleported", "{}");
    REQUIRE(!event);
    CHECK(event.problem() == "an entry of the unknown kind \"unit.teleported\"");
    CHECK(!read_event("", "{}"));
    CHECK(!read_event("UNIT.STATUS", "{}"));
}

TEST_CASE("A body that is not JSON or no object is refused")
{
    for (char const* body : {"", "{", "nonsense", "{\"unit\":}", "{\"unit\":\"1:1\"}x", "\xFF"}) {
        INFO(body);
        auto const event = read_event("distress.raised", body);
        REQUIRE(!event);
        CHECK(event.problem() == "the body of a distress.raised entry is not JSON");
    }
    for (char const* body : {"[]", "1", "null", "\"1:1\"", "[\"unit\",\"1:1\"]"}) {
        INFO(body);
        auto const event = read_event("distress.raised", body);
        REQUIRE(!event);
        CHECK(event.problem() == "the body of a distress.raised entry does not fit");
    }
    CHECK(read_event("distress.raised", "{\"unit\":\"1:1\"}"));
}

TEST_CASE("A body with a key too many or too few or a value of another type is refused for every kind")
{
    FactMaker maker{1};
    std::size_t tried = 0;
    for (std::size_t index = 0; index < kinds; ++index) {
        for (int round = 0; round < 20; ++round) {
            Event const event = maker.event(index);
            std::string const kind{kind_of(event)};
            auto const sound = body_json(event);
            INFO(kind << " " << sound.dump());
            auto larger = sound;
            larger["zz_new"] = 1;
            REQUIRE(refused_with_words(kind, larger));
            for (auto const& [key, value] : sound.items()) {
                INFO(key);
                auto smaller = sound;
                smaller.erase(key);
                auto const without = read_event(kind, smaller.dump());
                if (without) REQUIRE(body_json(*without) == smaller);  // an optional
                for (auto const& wrong :
                     {nlohmann::json{1.5}, nlohmann::json{{"?", 1}}, nlohmann::json::array({nlohmann::json::array()}),
                      value.is_string() ? nlohmann::json{7} : nlohmann::json{"seven"}}) {
                    auto other = sound;
                    other[key] = wrong;
                    REQUIRE(refused_with_words(kind, other));
                    ++tried;
                }
            }
        }
    }
    CHECK(tried > 5000);
}

TEST_CASE("Values out of range are refused")
{
    auto const stamp = [](char const* at) {
        return read_event("incident.stamped",
                          std::string{"{\"at\":"} + at + ",\"incident\":\"1:1\",\"stamp\":\"ring\"}");
    };
    CHECK(stamp("0"));
    CHECK(stamp("253402300799999"));
    CHECK(!stamp("253402300800000"));
    CHECK(!stamp("-62167219200001"));
    CHECK(!stamp("9223372036854775808"));
    CHECK(!stamp("1e3"));
    CHECK(!stamp("null"));
    auto const unit = [](char const* id) {
        return read_event("distress.raised", std::string{"{\"unit\":"} + id + "}");
    };
    CHECK(unit("\"65535:4294967295\""));
    for (char const* id : {"\"65536:1\"", "\"1:4294967296\"", "\"-1:1\"", "\"1\"", "\"1:1:1\"", "\"1: 1\"", "\":\"",
                           "\"\"", "11", "[1,1]"}) {
        INFO(id);
        CHECK(!unit(id));
    }
    auto const way = [](char const* line) {
        return read_event(
            "unit.way",
            std::string{"{\"unit\":\"1:1\",\"way\":{\"at_ms\":[],\"leaves_at\":0,\"length_mm\":0,\"line\":"} + line +
                ",\"purpose\":\"patrol\"}}");
    };
    CHECK(way("[]"));
    CHECK(way("[2147483647,-2147483648]"));
    CHECK(way("[-2147483648,2147483647,4294967295,-4294967295]"));
    for (char const* line : {"[1]", "[2147483648,0]", "[0,-2147483649]", "[2147483647,0,1,0]",
                             "[-9223372036854775808,0]", "[0,0,9223372036854775807,0]", "[1.5,1]", "{}", "null"}) {
        INFO(line);
        CHECK(!way(line));
    }
    auto const status = [](char const* word) {
        return read_event("unit.status", std::string{"{\"status\":"} + word + ",\"unit\":\"1:1\"}");
    };
    CHECK(status("\"on_scene\""));
    CHECK(!status("\"on scene\""));
    CHECK(!status("\"\""));
    CHECK(!status("3"));
    CHECK(!read_event("log.line", "{\"command\":1,\"text\":{\"hmac\":\"\",\"id\":\"1:1\"}}"));
    CHECK(read_event("log.line", "{\"command\":true,\"text\":{\"hmac\":\"\",\"id\":\"1:1\"}}"));
}

TEST_CASE("Every event comes back from its body equal and the body is canonical")
{
    FactMaker maker{2};
    std::set<std::string> seen;
    for (std::size_t index = 0; index < kinds; ++index) {
        for (int round = 0; round < 60; ++round) {
            Event const event = maker.event(index);
            std::string const body = body_of(event);
            INFO(kind_of(event) << " " << body);
            auto const again = read_event(kind_of(event), body);
            REQUIRE(again);
            REQUIRE(*again == event);
            REQUIRE(again->index() == index);
            REQUIRE(body_of(*again) == body);
            REQUIRE(nlohmann::json::parse(body).dump() == body);  // sorted, no blanks, whole numbers
            REQUIRE(can_be_written(event));
            seen.insert(std::string{kind_of(event)});
        }
    }
    CHECK(seen.size() == kinds);  // no two events share a kind
}

TEST_CASE("Control characters in texts are escaped and come back")
{
    FactMaker maker{3};
    maker.control_characters = true;
    for (int round = 0; round < 2000; ++round) {
        Event const event = maker.any_event();
        std::string const body = body_of(event);
        for (char const c : body) REQUIRE(static_cast<unsigned char>(c) >= 0x20);
        auto const again = read_event(kind_of(event), body);
        REQUIRE(again);
        REQUIRE(*again == event);
    }
    CHECK(body_of(CodesAdopted{std::string("\x01\n\"\\/", 5)}) == "{\"text\":\"\\u0001\\u000a\\\"\\\\/\"}");
}

TEST_CASE("The forms of the file are these and stay these")
{
    CHECK(body_of(UnitStatusSet{{1, 12}, Status::on_scene, {}}) == R"({"status":"on_scene","unit":"1:12"})");
    CHECK(body_of(UnitStatusSet{{1, 12}, Status::on_break, "meal"}) ==
          R"({"reason":"meal","status":"break","unit":"1:12"})");
    UnitsDispatched sent;
    sent.incident = {2, 3};
    sent.units = {{{1, 12}, 125'000, 900'000}, {{1, 13}, {}, {}}};
    CHECK(
        body_of(sent) ==
        R"({"incident":"2:3","reason":"","units":[{"distance_mm":900000,"eta_ms":125000,"unit":"1:12"},{"unit":"1:13"}]})");
    Way way;
    way.leaves_at = instant(5);
    way.line = {{411'570'000, -86'290'000}, {411'570'010, -86'290'020}};
    way.at_ms = {0, 700};
    CHECK(
        body_of(WayTaken{{1, 1}, way}) ==
        R"({"unit":"1:1","way":{"at_ms":[0,700],"leaves_at":5,"length_mm":0,"line":[411570000,-86290000,10,-20],"purpose":"patrol"}})");
    CHECK(body_of(Sweep{2, "ab", "not in the body"}) == R"({"count":2,"digest":"ab"})");
    CHECK(body_of(DroneTasked{{1, 1}, {}, Place{1, 2}}) == R"({"drone":"1:1","target":[1,2]})");
}

TEST_CASE("A damaged body is refused or read as some event that can be written")
{
    FactMaker maker{4};
    auto& dice = maker.dice();
    int read = 0;
    for (int round = 0; round < 20'000; ++round) {
        Event const event = maker.any_event();
        std::string body = body_of(event);
        for (auto n = 1 + dice.below(3); n > 0 && !body.empty(); --n) {
            auto const at = dice.below(body.size());
            switch (dice.below(4)) {
                case 0: body.resize(at); break;
                case 1: body[at] = static_cast<char>(dice.below(256)); break;
                case 2: body[at] = "0123456789-:\",[]{}e."[dice.below(20)]; break;
                default: body.insert(at, body.substr(at / 2, dice.below(20)));
            }
        }
        auto const again = read_event(kind_of(event), body);
        if (!again) continue;
        ++read;
        REQUIRE(can_be_written(*again));
        auto const twice = read_event(kind_of(*again), body_of(*again));
        REQUIRE(twice);
        REQUIRE(*twice == *again);
    }
    CHECK(read > 100);
}

TEST_CASE("What read_event would not take back cannot be written")
{
    CHECK(!can_be_written(CodesAdopted{"\xFF"}));
    CHECK(!can_be_written(UnitStatusSet{{1, 1}, Status::busy, "\xC0\x80"}));
    CHECK(can_be_written(UnitStatusSet{{1, 1}, Status::busy, "用餐"}));
    CHECK(!can_be_written(IncidentStamped{{1, 1}, Stamp::ring, latest_instant + Duration{1}}));
    UnitListed listed;
    listed.row.capabilities = {"dog", "\x80"};
    CHECK(!can_be_written(listed));
    ActUndone undone;
    undone.images.incidents.push_back({{1, 1}, Incident{}});
    CHECK(can_be_written(undone));
    undone.images.incidents[0].row->stamps[3] = earliest_instant - Duration{1};
    CHECK(!can_be_written(undone));
    FactMaker maker{5};
    for (int round = 0; round < 5000; ++round) {
        auto event = maker.make<IncidentReported>();
        event.address.zh += static_cast<char>(0x80 + maker.dice().below(0x80));
        REQUIRE(!can_be_written(event));
        REQUIRE(!read_event(event.kind, body_of(event)));
    }
}

TEST_CASE("Every text of an event is visited")
{
    auto const ids_of = [](Event event) {
        std::vector<std::uint32_t> ids;
        for_each_text(
            event, [](TextRef& ref, void* context) { static_cast<decltype(ids)*>(context)->push_back(ref.id.number); },
            &ids);
        return ids;
    };
    IncidentReported reported;
    CHECK(ids_of(reported).empty());
    reported.caller = TextRef{{1, 7}, ""};
    reported.narrative = TextRef{{1, 8}, ""};
    CHECK(ids_of(reported) == std::vector<std::uint32_t>{7, 8});
    HazardNoted noted;
    noted.row.text.id.number = 9;
    CHECK(ids_of(noted) == std::vector<std::uint32_t>{9});
    PersonListed person;
    person.row.name = TextRef{{1, 10}, ""};
    CHECK(ids_of(person) == std::vector<std::uint32_t>{10});
    NoteAdded note;
    note.text.id.number = 11;
    CHECK(ids_of(note) == std::vector<std::uint32_t>{11});
    Logged logged;
    logged.text.id.number = 12;
    CHECK(ids_of(logged) == std::vector<std::uint32_t>{12});
}
