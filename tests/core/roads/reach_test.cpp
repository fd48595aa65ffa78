#include "core/roads/reach.h"

#include "core/roads/roads.h"
#include "tests/core/roads/drawn_streets.h"
#include "tests/core/roads/random_streets.h"

#include <catch2/catch.hpp>

using namespace cresset;

namespace {

/// The quickest of a search from each start (or to it).
std::optional<std::uint32_t> one_by_one(RouteSearch& search, std::vector<RoadPosition> const& starts, ReachWay way,
                                        RoadPosition const& at)
{
    std::optional<std::uint32_t> best;
    for (auto const& start : starts) {
        auto const route = way == ReachWay::out ? search.fastest_plain(start, at) : search.fastest_plain(at, start);
        if (route && (!best || route->duration_ms < *best)) best = route->duration_ms;
    }
    return best;
}

/// Who arrives at a node stands at the end of an arc into it; who leaves it, at the start of one; who starts at it is
/// there.
std::optional<std::uint32_t> node_one_by_one(RouteSearch& search, std::vector<RoadPosition> const& starts, ReachWay way,
                                             NodeNumber node)
{
    RoadGraph const& graph = search.net().graph();
    for (auto const& start : starts)
        if ((start.offset_mm == 0 && graph.from(start.arc) == node) ||
            (start.offset_mm == graph.length_mm(start.arc) && graph.to(start.arc) == node))
            return 0;
    std::optional<std::uint32_t> best;
    for (ArcNumber const arc : graph.arcs_out(node)) {
        auto at = position_on(graph, way == ReachWay::out ? twin(arc) : arc, way == ReachWay::out ? UINT32_MAX : 0);
        at.both_ways = false;
        auto const ms = one_by_one(search, starts, way, at);
        if (ms && (!best || *ms < *best)) best = ms;
    }
    return best;
}

std::optional<std::uint32_t> within(std::optional<std::uint32_t> ms, std::uint32_t limit_ms)
{
    return ms && *ms <= limit_ms ? ms : std::nullopt;
}

struct Case {
    std::uint64_t seed;
    Mode mode;
    ReachWay way;
    std::size_t starts;
};

int compare(Case const& of)
{
    Roads const roads{random_streets({.seed = of.seed, .side = 12})};
    RoadGraph const& graph = roads.graph();
    auto reacher = roads.reach_search(of.mode);
    auto search = roads.route_search(of.mode);
    Dice dice{of.seed, 20 + index_of(of.mode)};
    std::vector<RoadPosition> starts;
    while (starts.size() < of.starts) starts.push_back(random_position(graph, of.mode, dice));
    auto const limit = static_cast<std::uint32_t>(dice.range(1'000, 120'000));
    auto const reach = reacher.reach(starts, limit, of.way);
    REQUIRE(reacher.reach(starts, limit, of.way) == reach);
    int found = 0;
    for (int i = 0; i < 60; ++i) {
        auto const at = random_position(graph, of.mode, dice);
        auto const ms = reach.ms_at(*roads.net(of.mode), at);
        REQUIRE(ms == within(one_by_one(search, starts, of.way, at), limit));
        found += ms ? 1 : 0;
    }
    for (NodeNumber node = 0; node < graph.node_count(); node += 3)
        REQUIRE(reach.node_ms(node) == within(node_one_by_one(search, starts, of.way, node), limit));
    return found;
}

}  // namespace

TEST_CASE("nothing is reached from nowhere nor from where the mode may not move")
{
    DrawnStreets city{R"(
A===B---C
)"};
    Roads const roads{city.graph()};
    auto search = roads.reach_search(Mode::car);
    CHECK(search.reach({}, 60'000).parts.empty());
    auto const footway = position_on(*city.graph(), *city.arc('A', 'B'), 10'000);
    for (ReachWay const way : {ReachWay::out, ReachWay::in}) {
        auto const reach = search.reach(std::array{footway}, 60'000, way);
        CHECK(reach.parts.empty());
        CHECK(reach.nodes.empty());
    }
}

TEST_CASE("within no time one reaches the place itself")
{
    DrawnStreets city{R"(
A---B---C
)"};
    Roads const roads{city.graph()};
    auto search = roads.reach_search(Mode::car);
    auto const at = position_on(*city.graph(), *city.arc('A', 'B'), 50'000);
    auto const reach = search.reach(std::array{at}, 0);
    CHECK(reach.nodes.empty());
    CHECK(reach.ms_at(search.net(), at) == 0U);
    CHECK_FALSE(reach.ms_at(search.net(), position_on(*city.graph(), at.arc, 60'000)));
}

TEST_CASE("a street is reached as far as the time goes and no farther")
{
    DrawnStreets city{R"(
A---B-------C
)"};
    Roads const roads{city.graph()};
    RoadGraph const& graph = *city.graph();
    auto search = roads.reach_search(Mode::car);
    auto const start = position_on(graph, *city.arc('A', 'B'), 0);
    auto const reach = search.reach(std::array{start}, 30'000);  // 300 m at 10 m/s
    ArcNumber const far = *city.arc('B', 'C');
    auto const part = std::find_if(reach.parts.begin(), reach.parts.end(), [&](auto const& p) { return p.arc == far; });
    REQUIRE(part != reach.parts.end());
    CHECK(part->start_mm == 0);
    CHECK(part->end_ms == 30'000);
    CHECK(part->end_mm == Approx(300'000 - graph.length_mm(start.arc)).margin(100));
    CHECK(reach.node_ms(graph.from(start.arc)) == 0U);
    CHECK(reach.node_ms(graph.from(far)) == reach.ms_at(search.net(), position_on(graph, far, 0)));
    CHECK_FALSE(reach.node_ms(graph.to(far)));
}

TEST_CASE("who can come in time is asked against the one way streets")
{
    DrawnStreets city{R"(
A->-B->-C
)"};
    Roads const roads{city.graph()};
    RoadGraph const& graph = *city.graph();
    auto search = roads.reach_search(Mode::car);
    auto const middle = position_on(graph, *city.arc('B', 'C'), 50'000);
    auto const node = [&](char name) { return *graph.node_near(city.place(name)); };
    auto const out = search.reach(std::array{middle}, 60'000, ReachWay::out);
    auto const in = search.reach(std::array{middle}, 60'000, ReachWay::in);
    CHECK((out.node_ms(node('C')) && !out.node_ms(node('A')) && !out.node_ms(node('B'))));
    CHECK((!in.node_ms(node('C')) && in.node_ms(node('A')) && in.node_ms(node('B'))));
}

TEST_CASE("of several places the nearest is told")
{
    DrawnStreets city{R"(
A---B---C---D
)"};
    Roads const roads{city.graph()};
    RoadGraph const& graph = *city.graph();
    auto search = roads.reach_search(Mode::car);
    auto const starts = std::array{position_on(graph, *city.arc('A', 'B'), 0),
                                   position_on(graph, *city.arc('C', 'D'), graph.length_mm(*city.arc('C', 'D')))};
    auto const reach = search.reach(starts, 60'000);
    auto const who = [&](char name) {
        NodeNumber const node = *graph.node_near(city.place(name));
        return std::find_if(reach.nodes.begin(), reach.nodes.end(), [&](auto const& n) { return n.node == node; })->who;
    };
    CHECK(who('A') == 0);
    CHECK(who('B') == 0);
    CHECK(who('C') == 1);
    CHECK(who('D') == 1);
}

TEST_CASE("what is reached is what a search to each place finds")
{
    int found = 0;
    for (std::uint64_t seed = 1; seed <= 6; ++seed)
        for (Mode const mode : all_modes)
            for (ReachWay const way : {ReachWay::out, ReachWay::in})
                for (std::size_t const starts : {1U, 4U}) found += compare({seed, mode, way, starts});
    REQUIRE(found > 900);
}
