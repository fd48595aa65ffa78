#include "core/roads/road_hierarchy.h"

#include "core/roads/hierarchy_search.h"
#include "core/roads/recommend.h"
#include "tests/core/roads/drawn_streets.h"
#include "tests/core/roads/random_streets.h"

#include <catch2/catch.hpp>

using namespace cresset;

namespace {

/// From the end of every state to the goals, by a plain search backward.
std::vector<std::uint32_t> by_plain_search(RoadNet const& net, std::span<HierarchySearch::Goal const> goals)
{
    SearchLabels labels;
    labels.start(net.state_count());
    for (auto const& [state, ms] : goals)
        if (net.allows(net.arc_of(state))) labels.improve(state, ms, no_number, 0);
    while (!labels.empty()) {
        auto const [key, state] = labels.pop();
        if (!labels.close(state)) continue;
        for (auto const& [before, cost_ms] : net.in(state)) labels.improve(before, key + cost_ms, state, 0);
    }
    std::vector<std::uint32_t> ms;
    for (StateNumber state = 0; state < net.state_count(); ++state) ms.push_back(labels.cost_ms(state));
    return ms;
}

/// How many states have a way to the goals.
int compare(RoadNet const& net, HierarchySearch& search, std::span<HierarchySearch::Goal const> goals)
{
    auto const plain = by_plain_search(net, goals);
    search.start(goals);
    int reached = 0;
    for (StateNumber state = 0; state < net.state_count(); ++state) {
        REQUIRE(search.ms_from(state) == plain[state]);
        reached += plain[state] < never_ms ? 1 : 0;
    }
    return reached;
}

HierarchySearch::Goal random_goal(RoadNet const& net, Dice& dice)
{
    while (true) {
        auto const state = static_cast<StateNumber>(dice.below(net.state_count()));
        if (net.allows(net.arc_of(state))) return {state, static_cast<std::uint32_t>(dice.below(5'000))};
    }
}

std::vector<ArcNumber> random_arcs(RoadGraph const& graph, std::size_t count, Dice& dice)
{
    std::vector<ArcNumber> arcs;
    for (std::size_t i = 0; i < count; ++i) arcs.push_back(static_cast<ArcNumber>(dice.below(graph.arc_count())));
    return arcs;
}

/// Two searchers that must find the same, distances too.
int compare(ArrivalSearch& plain, ArrivalSearch& quick, RoadPosition const& target, std::vector<Comer> const& comers,
            std::size_t enough)
{
    auto const expected = plain.arrivals(target, comers, enough);
    auto const found = quick.arrivals(target, comers, enough);
    REQUIRE(found == expected);
    for (Arrival const& one : found) REQUIRE(quick.distance_mm(one.who) == plain.distance_mm(one.who));
    return static_cast<int>(found.size());
}

}  // namespace

TEST_CASE("a net without streets has a hierarchy without states")
{
    auto const net = std::make_shared<RoadNet const>(std::make_shared<RoadGraph const>(), Mode::car);
    auto const hierarchy = std::make_shared<RoadHierarchy const>(net);
    CHECK(hierarchy->state_count() == 0);
    CHECK(hierarchy->link_count() == 0);
    CHECK(hierarchy->with_closed({})->state_count() == 0);
    HierarchySearch search{hierarchy};
    search.start({});
    CHECK(search.looked_at() == 0);
}

TEST_CASE("where a mode may go nowhere there is no way")
{
    DrawnStreets city{R"(
A===B===C
)"};
    auto const net = std::make_shared<RoadNet const>(city.graph(), Mode::car);
    HierarchySearch search{std::make_shared<RoadHierarchy const>(net)};
    search.start({});
    for (StateNumber state = 0; state < net->state_count(); ++state) CHECK(search.ms_from(state) == never_ms);
    CHECK(search.hierarchy().link_count() == 0);
}

TEST_CASE("one street can be driven to and fro by the hierarchy")
{
    DrawnStreets city{R"(
A---B
)"};
    auto const net = std::make_shared<RoadNet const>(city.graph(), Mode::car);
    ArcNumber const there = *city.arc('A', 'B');
    HierarchySearch search{std::make_shared<RoadHierarchy const>(net)};
    search.start(std::array{HierarchySearch::Goal{there, 7}});
    CHECK(search.ms_from(there) == 7);
    CHECK(search.ms_from(twin(there)) == net->out(twin(there)).front().cost_ms + 7);
    search.start({});
    CHECK(search.ms_from(there) == never_ms);
}

TEST_CASE("the hierarchy leads nobody to another part of the city")
{
    DrawnStreets city{R"(
A---B   C---D
)"};
    auto const net = std::make_shared<RoadNet const>(city.graph(), Mode::car);
    HierarchySearch search{std::make_shared<RoadHierarchy const>(net)};
    search.start(std::array{HierarchySearch::Goal{*city.arc('A', 'B'), 0}});
    CHECK(search.ms_from(*city.arc('B', 'A')) < never_ms);
    CHECK(search.ms_from(*city.arc('C', 'D')) == never_ms);
    CHECK(search.ms_from(*city.arc('D', 'C')) == never_ms);
}

TEST_CASE("the hierarchy finds what a plain search finds from every state")
{
    int reached = 0;
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        auto const graph = std::make_shared<RoadGraph const>(
            random_streets({.seed = seed, .side = 4 + static_cast<int>(seed), .equal_lengths = seed % 3 == 0}));
        for (Mode const mode : all_modes) {
            auto const net = std::make_shared<RoadNet const>(graph, mode);
            HierarchySearch search{std::make_shared<RoadHierarchy const>(net)};
            Dice dice{seed, index_of(mode)};
            for (int i = 0; i < 3; ++i) {
                std::vector<HierarchySearch::Goal> goals;
                for (int k = 0; k <= i; ++k) goals.push_back(random_goal(*net, dice));
                reached += compare(*net, search, goals);
            }
        }
    }
    REQUIRE(reached > 20'000);
}

TEST_CASE("asking about many states at once tells the same as one by one")
{
    Roads const roads{random_streets({.seed = 3, .side = 16})};
    auto const net = roads.net(Mode::car);
    HierarchySearch one{roads.hierarchy(Mode::car)};
    HierarchySearch many{roads.hierarchy(Mode::car)};
    Dice dice{3, 1};
    auto const goal = random_goal(*net, dice);
    std::vector<StateNumber> states;
    for (int i = 0; i < 100; ++i) states.push_back(random_goal(*net, dice).state);
    one.start(std::array{goal});
    many.start(std::array{goal});
    many.look_at(states);
    std::size_t const looked_at = many.looked_at();
    for (StateNumber const state : states) CHECK(one.ms_from(state) == many.ms_from(state));
    CHECK(many.looked_at() == looked_at);
    CHECK(one.looked_at() == looked_at);
}

TEST_CASE("a hierarchy with closed arcs finds what a plain search over the closed net finds")
{
    int reached = 0;
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        Roads const roads{
            random_streets({.seed = seed, .side = 6 + static_cast<int>(seed), .equal_lengths = seed % 2 == 0})};
        Mode const mode = all_modes[seed % all_modes.size()];
        auto const open = roads.net(mode);
        Dice dice{seed, 41};
        auto closed_net = open;
        auto closed = roads.hierarchy(mode);
        HierarchySearch search{closed};
        for (std::size_t const more : {0, 1, 2, 5, 20, 200}) {
            auto const arcs = random_arcs(roads.graph(), more, dice);
            closed_net = closed_net->with_closed(arcs);
            closed = closed->with_closed(arcs);
            search.use(closed);
            for (ArcNumber const arc : arcs) CHECK_FALSE(closed->allows(arc));
            std::vector<HierarchySearch::Goal> goals{random_goal(*open, dice), random_goal(*open, dice)};
            reached += compare(*closed_net, search, goals);
        }
        search.use(roads.hierarchy(mode));  // opened again
        reached += compare(*open, search, std::array{random_goal(*open, dice)});
    }
    REQUIRE(reached > 10'000);
}

TEST_CASE("a city of which every street is closed has no ways")
{
    Roads const roads{random_streets({.seed = 5, .side = 6})};
    std::vector<ArcNumber> arcs;
    for (ArcNumber arc = 0; arc < roads.graph().arc_count(); ++arc) arcs.push_back(arc);
    auto const closed = roads.hierarchy(Mode::car)->with_closed(arcs);
    HierarchySearch search{closed};
    Dice dice{5, 1};
    search.start(std::array{random_goal(*roads.net(Mode::car), dice)});
    for (StateNumber state = 0; state < closed->state_count(); ++state) REQUIRE(search.ms_from(state) == never_ms);
}

TEST_CASE("arrivals with the hierarchy are those without it")
{
    int compared = 0;
    int sooner = 0;
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        Roads const roads{random_streets({.seed = seed, .side = 56, .equal_lengths = seed % 2 == 0})};
        RoadGraph const& graph = roads.graph();
        Mode const mode = all_modes[seed % all_modes.size()];
        Dice dice{seed, 42};
        auto net = roads.net(mode);
        auto hierarchy = roads.hierarchy(mode);
        ArrivalSearch plain{net};
        ArrivalSearch quick{net, hierarchy};
        for (int round = 0; round < 3; ++round) {
            for (std::size_t const enough : {std::size_t{0}, std::size_t{1}, std::size_t{4}, std::size_t{1000}})
                for (std::uint64_t const fit_of_ten : {0, 1, 10}) {
                    std::vector<Comer> comers;
                    for (int i = 0; i < 60; ++i)
                        comers.push_back({random_position(graph, mode, dice), dice.chance(fit_of_ten, 10)});
                    auto const target = random_position(graph, mode, dice);
                    comers.push_back({target, true});
                    compared += compare(plain, quick, target, comers, enough);
                    sooner += quick.looked_at() < plain.looked_at() ? 1 : 0;
                }
            auto const arcs = random_arcs(graph, 10, dice);
            net = net->with_closed(arcs);
            hierarchy = hierarchy->with_closed(arcs);
            plain.use(net, {});
            quick.use(net, hierarchy);
        }
    }
    REQUIRE(compared > 5'000);
    REQUIRE(sooner > 60);
}

TEST_CASE("a recommendation is the same before its hierarchies are ready and after")
{
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        auto const roads = std::make_shared<Roads const>(random_streets({.seed = seed, .side = 60}));
        Recommender recommender{roads};
        Dice dice{seed, 43};
        std::vector<Candidate> candidates;
        for (std::uint32_t i = 0; i < 300; ++i) {
            Candidate one{.unit = {1, i + 1}, .place = {}, .unfit = {}};
            one.mode = all_modes[dice.below(all_modes.size())];
            one.place = random_position(roads->graph(), one.mode, dice).place;
            if (dice.chance(4, 5)) one.unfit = RankReason{ReasonCode::assigned_elsewhere, 1};
            candidates.push_back(one);
        }
        auto const target = random_position(roads->graph(), Mode::car, dice).place;
        REQUIRE(roads->ready_hierarchy(Mode::car) == nullptr);
        std::vector<Recommendation> before, after;
        for (std::size_t const top : {1, 5, 100}) before.push_back(recommender.recommend(candidates, target, top));
        for (Mode const mode : all_modes) roads->hierarchy(mode);
        REQUIRE(roads->ready_hierarchy(Mode::car) != nullptr);
        for (std::size_t const top : {1, 5, 100}) after.push_back(recommender.recommend(candidates, target, top));
        REQUIRE(after == before);
    }
}
