#include "core/roads/recommend.h"

#include "tests/core/roads/drawn_streets.h"
#include "tests/core/roads/random_streets.h"

#include <catch2/catch.hpp>

using namespace cresset;

namespace {

bool has(RankedUnit const& unit, ReasonCode code)
{
    return std::any_of(unit.reasons.begin(), unit.reasons.end(),
                       [&](RankReason reason) { return reason.code == code; });
}

UnitId unit(std::uint32_t number)
{
    return {1, number};
}

}  // namespace

TEST_CASE("arrivals are what a search from each unit finds")
{
    int compared = 0;
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        auto const graph = std::make_shared<RoadGraph const>(random_streets({.seed = seed, .side = 14}));
        Roads const roads{graph};
        for (Mode const mode : all_modes) {
            auto arrivals = roads.arrival_search(mode);
            auto search = roads.route_search(mode);
            Dice dice{seed, 9 + index_of(mode)};
            for (std::size_t const enough : {std::size_t{0}, std::size_t{3}, std::size_t{1000}}) {
                auto const target = random_position(*graph, mode, dice);
                std::vector<Comer> comers;
                for (int i = 0; i < 60; ++i) comers.push_back({random_position(*graph, mode, dice), dice.chance(2, 3)});
                std::vector<std::pair<std::uint32_t, std::uint32_t>> plain;
                std::vector<std::uint32_t> counting;
                for (std::uint32_t who = 0; who < comers.size(); ++who)
                    if (auto const route = search.fastest_plain(comers[who].at, target)) {
                        plain.emplace_back(route->duration_ms, who);
                        if (comers[who].counts) counting.push_back(route->duration_ms);
                    }
                std::sort(plain.begin(), plain.end());
                std::sort(counting.begin(), counting.end());
                if (enough == 0) plain.clear();
                if (enough > 0 && counting.size() >= enough)
                    std::erase_if(plain, [&](auto const& row) { return row.first > counting[enough - 1]; });
                auto const found = arrivals.arrivals(target, comers, enough);
                REQUIRE(found.size() == plain.size());
                for (std::size_t i = 0; i < found.size(); ++i, ++compared) {
                    REQUIRE(found[i].eta_ms == plain[i].first);
                    REQUIRE(found[i].who == plain[i].second);
                    REQUIRE(arrivals.distance_mm(found[i].who) >= 0);
                }
                REQUIRE(arrivals.arrivals(target, comers, enough) == found);
            }
        }
    }
    REQUIRE(compared > 1500);
}

TEST_CASE("the distance of an arrival is that of its way")
{
    DrawnStreets city{R"(
A---B---C
)"};
    Roads const roads{city.graph()};
    auto search = roads.arrival_search(Mode::car);
    auto const& graph = *city.graph();
    Comer const comer{position_on(graph, *city.arc('A', 'B'), 50'000), true};
    auto const target = position_on(graph, *city.arc('B', 'C'), 30'000);
    auto const found = search.arrivals(target, std::vector{comer}, 1);
    REQUIRE(found.size() == 1);
    REQUIRE(search.distance_mm(0) == std::int64_t{graph.length_mm(comer.at.arc)} - 50'000 + 30'000);
}

TEST_CASE("units that may not go are passed over with their reason and what they would have needed")
{
    DrawnStreets city{R"(
A---B---C---D---E




X---Y
)"};
    auto const roads = std::make_shared<Roads const>(city.graph());
    std::vector<Candidate> const candidates{
        {.unit = unit(1), .place = city.place('A'), .unfit = {}},
        {.unit = unit(2), .place = city.place('C'), .unfit = RankReason{ReasonCode::wrong_status, 4}},
        {.unit = unit(3), .place = {}, .unfit = {}},
        {.unit = unit(4), .place = Place{0, 0}, .unfit = {}},
        {.unit = unit(5), .place = city.place('X'), .unfit = {}},
        {.unit = unit(6), .place = city.place('B'), .unfit = {}},
    };
    auto const answer = recommend(roads, candidates, city.place('D'), 10);
    REQUIRE(answer.ranked.size() == 2);
    REQUIRE(answer.ranked[0].unit == unit(6));
    REQUIRE(answer.ranked[1].unit == unit(1));
    REQUIRE(answer.ranked[0].reasons.front() == RankReason{ReasonCode::first_by_road});
    REQUIRE(answer.ranked[1].reasons.front().code == ReasonCode::later_than_first);
    REQUIRE(answer.ranked[1].reasons.front().number == answer.ranked[1].eta_ms - answer.ranked[0].eta_ms);
    REQUIRE(answer.passed_over.size() == 4);
    REQUIRE(answer.passed_over[0].unit == unit(2));
    REQUIRE(answer.passed_over[0].reason == RankReason{ReasonCode::wrong_status, 4});
    REQUIRE(answer.passed_over[0].eta_ms < answer.ranked[0].eta_ms);
    REQUIRE(answer.passed_over[1].reason.code == ReasonCode::no_fix);
    REQUIRE(answer.passed_over[2].reason.code == ReasonCode::no_road_near);
    REQUIRE(answer.passed_over[3].reason.code == ReasonCode::no_way);
}

TEST_CASE("the nearest as the crow flies is not the first where a river lies between")
{
    DrawnStreets river{R"(
A-----T---G
|
|
B-----U
)"};
    auto const roads = std::make_shared<Roads const>(river.graph());
    std::vector<Candidate> const candidates{
        {.unit = unit(1), .place = river.place('U'), .unfit = {}},
        {.unit = unit(2), .place = river.place('G'), .unfit = {}},
        {.unit = unit(3), .place = river.place('G'), .unfit = {}},
    };
    auto const answer = recommend(roads, candidates, river.place('T'), 10);
    REQUIRE(answer.ranked.size() == 3);
    REQUIRE(answer.ranked[0].unit == unit(2));
    REQUIRE(answer.ranked[1].unit == unit(3));
    REQUIRE(has(answer.ranked[1], ReasonCode::equally_fast));
    REQUIRE(answer.ranked[2].unit == unit(1));
    REQUIRE(has(answer.ranked[2], ReasonCode::nearest_in_line));
    REQUIRE(has(answer.ranked[2], ReasonCode::long_way_round));
    auto const two = recommend(roads, candidates, river.place('T'), 2);
    REQUIRE(two.ranked.size() == 2);
    REQUIRE(two.passed_over.size() == 1);
    REQUIRE(two.passed_over[0].reason == RankReason{ReasonCode::slower_than_listed, 2});
}

TEST_CASE("units of all modes are ranked together by their eta")
{
    DrawnStreets city{R"(
A-------B===C
)"};
    auto const roads = std::make_shared<Roads const>(city.graph());
    std::vector<Candidate> const candidates{
        {.unit = unit(1), .place = city.place('A'), .mode = Mode::foot, .unfit = {}},
        {.unit = unit(2), .place = city.place('A'), .mode = Mode::ebike, .unfit = {}},
        {.unit = unit(3), .place = city.place('A'), .mode = Mode::emergency_car, .unfit = {}},
    };
    auto const answer = recommend(roads, candidates, city.place('B'), 3);
    REQUIRE(answer.ranked.size() == 3);
    REQUIRE(answer.ranked[0].unit == unit(3));
    REQUIRE(answer.ranked[2].unit == unit(1));
    REQUIRE(recommend(roads, {}, city.place('B'), 3) == Recommendation{});
    REQUIRE(recommend(roads, candidates, city.place('B'), 0).passed_over.size() == 3);
}

TEST_CASE("every reason has its own words")
{
    std::vector<std::string> said;
    for (int code = 0; code <= static_cast<int>(ReasonCode::slower_than_listed); ++code)
        said.push_back(in_english({static_cast<ReasonCode>(code), 250'000}));
    std::sort(said.begin(), said.end());
    REQUIRE(std::adjacent_find(said.begin(), said.end()) == said.end());
    REQUIRE(in_english({ReasonCode::later_than_first, 42'400}) == "42 s after the first");
    REQUIRE(in_english({ReasonCode::long_way_round, 250}) == "the road is 2.5 times the straight line");
}
