#include "core/roads/reach.h"
#include "core/roads/roads.h"
#include "tests/core/roads/drawn_streets.h"
#include "tests/core/roads/random_streets.h"

#include <catch2/catch.hpp>
#include <set>

using namespace cresset;

namespace {

/// The time to the end of every state from a start on an arc, by the open net, never over a closed arc.
std::vector<std::uint32_t> by_plain_search(RoadNet const& open, ArcNumber start, std::set<ArcNumber> const& closed)
{
    std::vector<std::uint32_t> ms(open.state_count(), never_ms);
    std::set<std::pair<std::uint32_t, StateNumber>> queue{{0, start}};
    while (!queue.empty()) {
        auto const [cost, state] = *queue.begin();
        queue.erase(queue.begin());
        if (cost >= ms[state]) continue;
        ms[state] = cost;
        for (auto const& [next, step_ms] : open.out(state))
            if (!closed.contains(open.arc_of(next))) queue.emplace(cost + step_ms, next);
    }
    return ms;
}

RoadPosition end_of(RoadGraph const& graph, ArcNumber arc)
{
    auto at = position_on(graph, arc, UINT32_MAX);
    at.both_ways = false;
    return at;
}

}  // namespace

TEST_CASE("a net without closed roads is the net itself")
{
    Roads const roads{random_streets({.seed = 2, .side = 8})};
    auto const net = roads.net(Mode::car);
    auto const same = net->with_closed({});
    CHECK(same->step_count() == net->step_count());
    for (StateNumber state = 0; state < net->state_count(); ++state) {
        CHECK(std::equal(net->out(state).begin(), net->out(state).end(), same->out(state).begin()));
        CHECK(std::equal(net->in(state).begin(), net->in(state).end(), same->in(state).begin()));
    }
}

TEST_CASE("a closed road is driven round and nobody stands on it")
{
    DrawnStreets city{R"(
S-A---B-T
  |   |
  C---D
)"};
    Roads const roads{city.graph()};
    auto const net = roads.net(Mode::car);
    ArcNumber const arc = *city.arc('A', 'B');
    auto const closed = net->with_closed(std::array{arc, twin(arc)});
    auto const from = position_on(*city.graph(), *city.arc('S', 'A'), 0);
    auto const to = end_of(*city.graph(), *city.arc('B', 'T'));
    CHECK(city.text(RouteSearch{net}.fastest(from, to)->arcs) == "SABT");
    CHECK(city.text(RouteSearch{closed}.fastest(from, to)->arcs) == "SACDBT");
    CHECK(city.text(RouteSearch{closed, roads.landmarks(Mode::car)}.fastest(from, to)->arcs) == "SACDBT");
    CHECK_FALSE(RouteSearch{closed}.fastest(from, position_on(*city.graph(), arc, 10'000)));
    CHECK_FALSE(RouteSearch{closed}.fastest(position_on(*city.graph(), arc, 10'000), to));
}

TEST_CASE("every search sees closed roads as a plain one does")
{
    int compared = 0;
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        Roads const roads{random_streets({.seed = seed, .side = 12})};
        RoadGraph const& graph = roads.graph();
        Mode const mode = all_modes[seed % all_modes.size()];
        auto const net = roads.net(mode);
        Dice dice{seed, 77};
        std::set<ArcNumber> closed;
        for (int i = 0; i < 25; ++i) closed.insert(static_cast<ArcNumber>(dice.below(graph.arc_count())));
        auto const less = net->with_closed(std::vector<ArcNumber>(closed.begin(), closed.end()));
        ArcNumber start = 0;
        while (!net->allows(start) || closed.contains(start)) ++start;
        auto const plain = by_plain_search(*net, start, closed);
        RouteSearch search{less, roads.landmarks(mode)};
        ReachSearch reacher{less};
        ArrivalSearch arrivals{less};
        auto const from = end_of(graph, start);
        auto const reach = reacher.reach(std::array{from}, never_ms - 1);
        for (ArcNumber arc = 0; arc < graph.arc_count(); arc += 5) {
            if (arc == start) continue;
            std::uint32_t best = plain[arc];
            for (StateNumber const extra : net->extra_states_of(arc)) best = std::min(best, plain[extra]);
            std::optional<std::uint32_t> const ms = best < never_ms ? std::optional{best} : std::nullopt;
            auto const to = end_of(graph, arc);
            REQUIRE(search.fastest_ms(from, to) == ms);
            REQUIRE(reach.ms_at(*less, to) == ms);
            auto const found = arrivals.arrivals(to, std::array{Comer{from, true}}, 1);
            REQUIRE((found.empty() ? std::nullopt : std::optional{found[0].eta_ms}) == ms);
            compared += ms ? 1 : 0;
        }
    }
    REQUIRE(compared > 300);
}
