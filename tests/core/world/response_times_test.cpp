#include "core/world/response_times.h"

#include "core/base/dice.h"
#include "core/feeds/incident_file.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

namespace cresset {

namespace {

Instant second(std::int64_t n)
{
    return instant(n * 1000);
}

Duration seconds(std::int64_t n)
{
    return Duration{n * 1000};
}

/// Response took so many seconds.
Responded took(std::int64_t length_s, int priority = 3, std::string area = {})
{
    Responded one;
    one.stamps[static_cast<std::size_t>(Stamp::ring)] = second(100);
    one.stamps[static_cast<std::size_t>(Stamp::on_scene)] = second(100 + length_s);
    one.priority = priority;
    one.area = std::move(area);
    return one;
}

std::optional<std::string> text_of(std::filesystem::path const& path)
{
    std::ifstream file{path, std::ios::binary};
    if (!file) {
        std::cout << "skipped: " << path.filename().string() << " is not there\n";
        return {};
    }
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// The definition itself: the smallest member that enough members do not exceed.
Duration plain_percentile(std::vector<Duration> lengths, int permille)
{
    std::sort(lengths.begin(), lengths.end());
    for (Duration const candidate : lengths) {
        auto const below = std::count_if(lengths.begin(), lengths.end(), [&](Duration d) { return d <= candidate; });
        if (below * 1000 >= static_cast<std::ptrdiff_t>(lengths.size()) * permille) return candidate;
    }
    return lengths.back();
}

}  // namespace

TEST_CASE("an interval without both of its stamps has no length and an empty sample no figures")
{
    CHECK_FALSE(length_of(Interval::travel, took(10).stamps));
    auto const sample = sample_of(Interval::travel, {took(10), took(20)});
    CHECK(sample.n() == 0);
    CHECK_FALSE(sample.percentile(900));
    CHECK_FALSE(sample.mean());
}

TEST_CASE("lengths whose stamps are in the wrong order are left out and counted")
{
    auto const sample = sample_of(Interval::response, {took(-1), took(30), took(0), took(10)});
    CHECK(sample.negative == 1);
    CHECK(sample.lengths == std::vector<Duration>{seconds(0), seconds(10), seconds(30)});
}

TEST_CASE("percentiles are those of the nearest rank")
{
    std::vector<Responded> responses;
    for (int i = 10; i >= 1; --i) responses.push_back(took(i));
    auto const sample = sample_of(Interval::response, responses);
    CHECK(sample.percentile(1) == seconds(1));
    CHECK(sample.percentile(100) == seconds(1));
    CHECK(sample.percentile(101) == seconds(2));
    CHECK(sample.percentile(500) == seconds(5));
    CHECK(sample.percentile(900) == seconds(9));
    CHECK(sample.percentile(901) == seconds(10));
    CHECK(sample.percentile(1000) == seconds(10));
    CHECK(sample.mean() == Duration{5500});
    CHECK(sample.within(seconds(9)) == 9);
    CHECK(sample.within(seconds(0)) == 0);
}

TEST_CASE("percentiles agree with their definition on samples by chance")
{
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        Dice dice{seed};
        Sample sample;
        for (auto n = dice.range(1, 40); n > 0; --n) sample.lengths.push_back(seconds(dice.range(0, 20)));
        std::sort(sample.lengths.begin(), sample.lengths.end());
        auto const permille = static_cast<int>(dice.range(1, 1000));
        CAPTURE(seed, permille);
        CHECK(sample.percentile(permille) == plain_percentile(sample.lengths, permille));
    }
}

TEST_CASE("each interval lies between its own two stamps")
{
    Stamps stamps;
    for (std::size_t i = 0; i < stamp_count; ++i) stamps[i] = second(std::int64_t{1} << i);
    auto const length = [&](Interval interval) { return *length_of(interval, stamps); };
    CHECK(length(Interval::answer) == seconds((1 << 1) - (1 << 0)));
    CHECK(length(Interval::process) == seconds((1 << 5) - (1 << 1)));
    CHECK(length(Interval::acknowledge) == seconds((1 << 6) - (1 << 5)));
    CHECK(length(Interval::turnout) == seconds((1 << 7) - (1 << 5)));
    CHECK(length(Interval::travel) == seconds((1 << 8) - (1 << 7)));
    CHECK(length(Interval::response) == seconds((1 << 8) - (1 << 0)));
    CHECK(length(Interval::scene) == seconds((1 << 9) - (1 << 8)));
}

TEST_CASE("the earliest stamp of several units is the incident's")
{
    Stamps a, b;
    a[7] = second(5), b[7] = second(4), a[8] = second(9), b[9] = second(10);
    auto const both = earliest(a, b);
    CHECK(both[7] == second(4));
    CHECK(both[8] == second(9));
    CHECK(both[9] == second(10));
    CHECK_FALSE(both[0]);
    CHECK(earliest(b, a) == both);
}

TEST_CASE("a unit's response has the incident's call and the unit's own stamps")
{
    Incident incident;
    incident.priority = 1;
    for (std::size_t i = 0; i < stamp_count; ++i) incident.stamps[i] = second(static_cast<std::int64_t>(i));
    Assignment assignment;
    assignment.sent_at = second(50);
    assignment.en_route_at = second(60);
    auto const one = responded(incident, assignment);
    CHECK(one.priority == 1);
    CHECK(length_of(Interval::turnout, one.stamps) == seconds(10));
    CHECK(length_of(Interval::process, one.stamps) == seconds(49));
    CHECK_FALSE(length_of(Interval::travel, one.stamps));
    CHECK(length_of(Interval::travel, responded(incident).stamps) == seconds(1));
}

TEST_CASE("profiles that do not fit are refused with the reason")
{
    CHECK_FALSE(read_profiles("{"));
    CHECK_FALSE(read_profiles("[{\"code\": \"x\"}]"));
    auto const with = [](std::string const& limit) {
        return read_profiles(R"([{"code": "x", "name": {"en": "x", "zh": ""}, "limits": [{"source": "", )" + limit +
                             "}]}]");
    };
    CHECK(with(R"("interval": "travel", "limit_s": 5, "share_permille": 900)"));
    CHECK_FALSE(with(R"("interval": "lunch", "limit_s": 5, "share_permille": 900)"));
    CHECK_FALSE(with(R"("interval": "travel", "limit_s": 0, "share_permille": 900)"));
    CHECK_FALSE(with(R"("interval": "travel", "limit_s": 5, "share_permille": 1001)"));
}

TEST_CASE("a limit is kept by the share that it asks of the calls for which it holds")
{
    ResponseProfile profile;
    profile.limits = {ResponseLimit{{}, Interval::response, 10, {}, 900, ""},
                      ResponseLimit{{}, Interval::response, 10, 1, 1000, ""},
                      ResponseLimit{"suburban", Interval::response, 10, {}, 500, ""},
                      ResponseLimit{"urban", Interval::response, 10, {}, 1000, ""}};
    std::vector<Responded> responses(8, took(10));
    responses.push_back(took(10, 1, "suburban"));
    responses.push_back(took(11, 1, "suburban"));
    auto judged = judge(profile, responses);
    REQUIRE(judged.size() == 4);
    CHECK(judged[0].within == 9);
    CHECK(judged[0].kept == true);
    CHECK(judged[1].sample.n() == 2);
    CHECK(judged[1].kept == false);
    CHECK(judged[2].kept == true);
    CHECK(judged[3].sample.n() == 8);
    CHECK(judged[3].kept == true);
    responses.push_back(took(11));
    CHECK(judge(profile, responses)[0].kept == false);
    CHECK_FALSE(judge(profile, {})[0].kept);
}

TEST_CASE("the three profiles that ship can be read")
{
    auto const text = text_of(std::filesystem::path{SOURCE_DIR} / "resources/codes/profiles.json");
    REQUIRE(text);
    auto const profiles = read_profiles(*text);
    REQUIRE(profiles);
    REQUIRE(profiles->size() == 3);
    CHECK((*profiles)[0].code == "nena");
    CHECK((*profiles)[1].code == "nfpa1225");
    CHECK((*profiles)[2].code == "cn110");
    for (auto const& profile : *profiles)
        for (auto const& limit : profile.limits) CHECK_FALSE(limit.source.empty());
}

namespace {

void check_figures(Sample const& sample, nlohmann::json const& expected)
{
    CHECK(sample.n() == expected["n"]);
    CHECK(std::abs(static_cast<double>(sample.mean()->count()) - expected["mean_s"].get<double>() * 1000) < 1.01);
    CHECK(sample.percentile(500) == Duration{static_cast<std::int64_t>(expected["p50_s"].get<double>() * 1000)});
    CHECK(sample.percentile(750) == Duration{static_cast<std::int64_t>(expected["p75_s"].get<double>() * 1000)});
    CHECK(sample.percentile(900) == Duration{static_cast<std::int64_t>(expected["p90_s"].get<double>() * 1000)});
    CHECK(sample.percentile(950) == Duration{static_cast<std::int64_t>(expected["p95_s"].get<double>() * 1000)});
}

/// The source has no ring: what it calls received is when the call came and was answered.
Responded responded(feeds::IncidentRow const& row)
{
    Responded one;
    auto const put = [&](Stamp which, std::optional<Instant> at) { one.stamps[static_cast<std::size_t>(which)] = at; };
    put(Stamp::ring, row.received);
    put(Stamp::answered, row.received);
    put(Stamp::notified, row.dispatch);
    put(Stamp::en_route, row.response);
    put(Stamp::on_scene, row.on_scene);
    put(Stamp::available, row.available);
    one.priority = row.priority.value_or(4);
    return one;
}

}  // namespace

TEST_CASE("a week of San Francisco's calls has the figures that were worked out beside it")
{
    std::filesystem::path const data{SHARED_DATA};
    auto const csv = text_of(data / "incidents/sf_fire_cad_20161231_20170107.csv");
    auto const json = text_of(data / "incidents/sf_fire_cad_20161231_20170107.expected.json");
    if (!csv || !json) return;
    auto const map_text = text_of(std::filesystem::path{SOURCE_DIR} / "resources/feeds/sf_fire_cad.json");
    REQUIRE(map_text);
    auto const map = feeds::parse_table_map(*map_text);
    REQUIRE(map);
    auto const file = feeds::read_incident_csv(*csv, *map);
    REQUIRE(file);
    auto const expected = nlohmann::json::parse(*json);

    std::vector<Responded> units;
    std::map<std::string, Responded> by_number;
    std::map<std::string, std::string> type_of;
    for (auto const& row : file->rows) {
        units.push_back(responded(row));
        auto const [incident, is_new] = by_number.try_emplace(row.external, units.back());
        if (!is_new) incident->second.stamps = earliest(incident->second.stamps, units.back().stamps);
        if (is_new) type_of[row.external] = row.type_original;
    }
    std::vector<Responded> incidents, first, third;
    std::map<std::string, std::vector<Responded>> by_type;
    for (auto const& [number, one] : by_number) {
        incidents.push_back(one);
        (one.priority == 1 ? first : third).push_back(one);
        by_type[type_of[number]].push_back(one);
    }

    CHECK(units.size() == expected["rows_unit_responses"]);
    CHECK(incidents.size() == expected["incidents"]);
    check_figures(sample_of(Interval::response, incidents), expected["response"]);
    check_figures(sample_of(Interval::process, incidents), expected["call_processing"]);
    check_figures(sample_of(Interval::turnout, units), expected["turnout"]);
    check_figures(sample_of(Interval::travel, units), expected["travel"]);
    CHECK(sample_of(Interval::travel, units).negative == expected["negative_excluded"]["travel"]);
    CHECK(sample_of(Interval::turnout, units).negative == 0);
    check_figures(sample_of(Interval::response, first), expected["response_by_final_priority"]["3"]);
    check_figures(sample_of(Interval::response, third), expected["response_by_final_priority"]["2"]);
    for (auto const& [type, figures] : expected["response_by_call_type_top"].items()) {
        CAPTURE(type);
        check_figures(sample_of(Interval::response, by_type[type]), figures);
    }
}

}  // namespace cresset
