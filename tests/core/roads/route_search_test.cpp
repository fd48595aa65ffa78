#include "core/roads/route_search.h"

#include "core/roads/roads.h"
#include "core/roads/turn_list.h"
#include "tests/core/roads/drawn_streets.h"
#include "tests/core/roads/random_streets.h"

#include <catch2/catch.hpp>
#include <map>
#include <set>

using namespace cresset;

namespace {

/// The start of the arc from one junction to the next, in that direction only.
RoadPosition at(DrawnStreets& city, char a, char b, std::uint32_t offset_mm = 0)
{
    auto position = position_on(*city.graph(), *city.arc(a, b), offset_mm);
    position.both_ways = false;
    return position;
}

/// The way from the beginning of street ab to the end of street cd, "-" if there is none.
std::string way(DrawnStreets& city, std::string_view ab, std::string_view cd, Mode mode = Mode::car)
{
    Roads const roads{city.graph()};
    auto search = roads.route_search(mode);
    auto const start = at(city, ab[0], ab[1]);
    auto const end = at(city, cd[0], cd[1], UINT32_MAX);
    auto const fast = search.fastest(start, end);
    auto const plain = search.fastest_plain(start, end);
    REQUIRE(fast == plain);
    REQUIRE(search.fastest_ms(start, end).has_value() == fast.has_value());
    return fast ? city.text(fast->arcs) : "-";
}

/// The cheapest way by trying all restrictions on whole arc sequences: labels are (last four arcs), straight from the
/// graph. Slow, and shares nothing with the net's automaton.
std::map<std::vector<ArcNumber>, std::uint64_t> by_whole_histories(RoadGraph const& graph, Mode mode, ArcNumber start)
{
    RoadNet const free{std::make_shared<RoadGraph const>(graph), mode};
    TurnPrices const prices{graph, mode, usual_turn_costs(mode)};
    std::set<std::vector<ArcNumber>> forbidden;
    for (std::size_t i = 0; i < graph.restriction_count(); ++i)
        if ((graph.restriction_modes(i) & mask_of(mode)) != 0)
            forbidden.emplace(graph.restriction(i).begin(), graph.restriction(i).end());
    std::map<std::vector<ArcNumber>, std::uint64_t> best;
    std::set<std::pair<std::uint64_t, std::vector<ArcNumber>>> open{{0, {start}}};
    while (!open.empty()) {
        auto const [cost, history] = *open.begin();
        open.erase(open.begin());
        if (!best.emplace(history, cost).second) continue;
        for (ArcNumber const next : graph.arcs_out(graph.to(history.back()))) {
            if (!graph.allows(next, mode)) continue;
            auto longer = history;
            longer.push_back(next);
            bool bad = false;
            for (auto from = longer.begin(); from + 1 < longer.end(); ++from)
                bad = bad || forbidden.contains({from, longer.end()});
            if (bad) continue;
            if (longer.size() > 4) longer.erase(longer.begin());
            open.emplace(cost + prices.price_ms(history.back(), next) + free.arc_ms(next), longer);
        }
    }
    return best;
}

}  // namespace

TEST_CASE("there is no way to an island")
{
    DrawnStreets city{R"(
A---B   C---D
)"};
    REQUIRE(way(city, "AB", "CD") == "-");
    REQUIRE(way(city, "AB", "CD", Mode::foot) == "-");
}

TEST_CASE("there is no way over a bridge into the road below")
{
    DrawnStreets city{R"(
    C
    |
A---#---B
    |
    D
)"};
    REQUIRE(way(city, "AB", "CD") == "-");
    REQUIRE(way(city, "AB", "AB") == "AB");
}

TEST_CASE("a one-way street is not driven from the wrong end")
{
    DrawnStreets city{R"(
S-A->-B-T
  |   |
  C---D
)"};
    REQUIRE(way(city, "SA", "BT") == "SABT");
    REQUIRE(way(city, "TB", "AS") == "TBDCAS");
    REQUIRE(way(city, "TB", "AS", Mode::emergency_car) == "TBDCAS");
    REQUIRE(way(city, "TB", "AS", Mode::foot) == "TBAS");
}

TEST_CASE("a footway is for those on foot alone")
{
    DrawnStreets city{R"(
S-A===B-T
  |   |
  C---D
)"};
    REQUIRE(way(city, "SA", "BT") == "SACDBT");
    REQUIRE(way(city, "SA", "BT", Mode::ebike) == "SACDBT");
    REQUIRE(way(city, "SA", "BT", Mode::foot) == "SABT");
}

TEST_CASE("a forbidden turn is not taken")
{
    DrawnStreets city{R"(
S-A---B---E
  |   |   |
  C---D---F
)"};
    REQUIRE(way(city, "SA", "BD") == "SABD");
    REQUIRE(city.arc('A', 'B'));
    DrawnStreets restricted{R"(
S-A---B---E
  |   |   |
  C---D---F
)"};
    REQUIRE(restricted.restrict("ABD"));
    auto const by = way(restricted, "SA", "BD");
    REQUIRE(by != "SABD");
    REQUIRE(by.find("ABD") == std::string::npos);
    REQUIRE(way(restricted, "SA", "BD", Mode::foot) == "SABD");
}

TEST_CASE("only straight on means neither aside nor back")
{
    DrawnStreets city{R"(
    C
    |
S-A-X-B-T
    |   |
    D---E
)"};
    REQUIRE(city.restrict("AXB", true));
    REQUIRE(way(city, "AX", "XD") == "AXBXD");  // on to B, and turned round there
    REQUIRE(way(city, "AX", "XD", Mode::foot) == "AXD");
    REQUIRE(way(city, "CX", "XD") == "CXD");
}

TEST_CASE("a restriction by way of a street forbids that way and no other")
{
    char const* const drawing = R"(
A   C
|   |
X---Y---E
|   |
B   D
)";
    DrawnStreets city{drawing};
    REQUIRE(city.restrict("AXYD"));
    REQUIRE(way(city, "BX", "YD") == "BXYD");
    REQUIRE(way(city, "AX", "YC") == "AXYC");
    REQUIRE(way(city, "AX", "YD") != "AXYD");
    REQUIRE(way(city, "AX", "YD") != "-");
    REQUIRE(way(city, "AX", "YD", Mode::foot) == "AXYD");
}

TEST_CASE("an only restriction by way of a street leaves one way on")
{
    DrawnStreets city{R"(
A   C
|   |
X---Y---E
|   |
B   D
)"};
    REQUIRE(city.restrict("AXYE", true));
    REQUIRE(way(city, "AX", "YE") == "AXYE");
    REQUIRE(way(city, "AX", "YC") == "AXBXYC");  // by B, so not by the way that binds
    REQUIRE(way(city, "BX", "YC") == "BXYC");
}

TEST_CASE("on one arc the target ahead is near and the target behind is not")
{
    DrawnStreets city{R"(
A-->--B
|     |
C-----D
)"};
    Roads const roads{city.graph()};
    auto search = roads.route_search(Mode::car);
    auto const start = at(city, 'A', 'B', 100'000);
    auto const ahead = search.fastest(start, at(city, 'A', 'B', 250'000));
    REQUIRE(ahead);
    REQUIRE(ahead->arcs.size() == 1);
    REQUIRE(ahead->length_mm == 150'000);
    REQUIRE(ahead->duration_ms == 15'000);
    auto const behind = search.fastest(start, at(city, 'A', 'B', 50'000));
    REQUIRE(behind);
    REQUIRE(city.text(behind->arcs) == "ABDCAB");
    REQUIRE(behind == search.fastest_plain(start, at(city, 'A', 'B', 50'000)));
    auto const here = search.fastest(start, start);
    REQUIRE(here);
    REQUIRE(here->duration_ms == 0);
    REQUIRE(here->line.size() >= 2);
}

TEST_CASE("who stands on a two-way street may leave it either way")
{
    DrawnStreets city{R"(
A-----B
)"};
    Roads const roads{city.graph()};
    auto search = roads.route_search(Mode::car);
    auto start = at(city, 'A', 'B', 200'000);
    auto const behind = at(city, 'A', 'B', 50'000);
    auto end = behind;
    start.both_ways = end.both_ways = true;
    auto const route = search.fastest(start, end);
    REQUIRE(route);
    REQUIRE(route->arcs == std::vector<ArcNumber>{*city.arc('B', 'A')});
    REQUIRE(route->length_mm == 150'000);
}

TEST_CASE("a bigger road around is quicker than the short street")
{
    DrawnStreets city{R"(
A~~~~~~~B
|       |
S-------T
)"};
    REQUIRE(way(city, "AS", "ST") == "AST");
    REQUIRE(way(city, "SA", "BT") == "SABT");
    REQUIRE(way(city, "SA", "BT", Mode::foot) == "SASTBT");
}

TEST_CASE("the times of a route rise from zero to its duration and its line joins its ends")
{
    auto const graph = std::make_shared<RoadGraph const>(random_streets({.seed = 8}));
    Roads const roads{graph};
    auto search = roads.route_search(Mode::car);
    Dice dice{8};
    for (int i = 0; i < 200; ++i) {
        auto const start = random_position(*graph, Mode::car, dice);
        auto const end = random_position(*graph, Mode::car, dice);
        auto const route = search.fastest(start, end);
        if (!route) continue;
        REQUIRE(route->line.size() == route->at_ms.size());
        REQUIRE(route->line.size() >= 2);
        REQUIRE(route->at_ms.front() == 0);
        REQUIRE(route->at_ms.back() == route->duration_ms);
        REQUIRE(std::is_sorted(route->at_ms.begin(), route->at_ms.end()));
        REQUIRE(distance_mm(route->line.front(), start.place) < 50);
        REQUIRE(distance_mm(route->line.back(), end.place) < 50);
        REQUIRE(std::abs(length_mm(route->line) - route->length_mm) <= 50 + route->length_mm / 500);
        std::int64_t sum = 0;
        for (auto const& step : turn_list(*graph, *route)) sum += step.length_mm;
        REQUIRE(sum == route->length_mm);
        REQUIRE(place_after(*route, route->duration_ms) == route->line.back());
        REQUIRE(place_after(*route, 0) == route->line.front());
    }
}

TEST_CASE("the streets of a route stand in their order")
{
    DrawnStreets city{R"(
S-A->-B-T
)"};
    Roads const roads{city.graph()};
    auto const route = roads.route_search(Mode::car).fastest(at(city, 'S', 'A'), at(city, 'B', 'T', UINT32_MAX));
    REQUIRE(route);
    auto const parts = turn_list(*city.graph(), *route);
    REQUIRE(parts.size() == 3);
    REQUIRE(city.graph()->names()[parts[0].name].name == "AS");
    REQUIRE(city.graph()->names()[parts[1].name].name == "AB");
    REQUIRE(city.graph()->names()[parts[2].name].name == "BT");
    REQUIRE(parts[1].at == city.place('A'));
    REQUIRE(parts[0].start_ms == 0);
    REQUIRE(parts[1].start_ms == 10'000);
}

TEST_CASE("the fast search and the plain one find the same way to the last arc")
{
    int with_way = 0;
    int without = 0;
    int pairs = 0;
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        auto const graph = std::make_shared<RoadGraph const>(
            random_streets({.seed = seed, .side = 8 + static_cast<int>(seed) * 2, .equal_lengths = seed % 3 == 0}));
        Roads const roads{graph};
        for (Mode const mode : all_modes) {
            auto search = roads.route_search(mode);
            Dice dice{seed, index_of(mode)};
            for (int i = 0; i < 100; ++i, ++pairs) {
                auto const start = random_position(*graph, mode, dice);
                auto const end = random_position(*graph, mode, dice);
                auto const plain = search.fastest_plain(start, end);
                REQUIRE(search.fastest(start, end) == plain);
                REQUIRE(search.fastest_ms(start, end).has_value() == plain.has_value());
                if (plain) REQUIRE(search.fastest_ms(start, end) == plain->duration_ms);
                plain ? ++with_way : ++without;
            }
        }
    }
    REQUIRE(pairs == 4800);
    REQUIRE(with_way > 4000);
    REQUIRE(without > 10);
}

TEST_CASE("costs agree with a search over whole histories of arcs")
{
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        auto const graph = std::make_shared<RoadGraph const>(random_streets({.seed = seed, .side = 6}));
        auto const net = std::make_shared<RoadNet const>(graph, Mode::car);
        REQUIRE(net->state_count() > graph->arc_count());  // there are restrictions by way of streets
        RouteSearch search{net};
        Dice dice{seed};
        for (int i = 0; i < 6; ++i) {
            auto start = random_position(*graph, Mode::car, dice);
            start = position_on(*graph, start.arc, UINT32_MAX);
            start.both_ways = false;
            std::map<ArcNumber, std::uint64_t> cheapest;
            for (auto const& [history, cost] : by_whole_histories(*graph, Mode::car, start.arc)) {
                if (history.size() < 2) continue;
                auto const row = cheapest.try_emplace(history.back(), cost).first;
                row->second = std::min(row->second, cost);
            }
            for (ArcNumber arc = 0; arc < graph->arc_count(); ++arc) {
                if (!net->allows(arc) || arc == start.arc) continue;
                auto end = position_on(*graph, arc, UINT32_MAX);
                end.both_ways = false;
                auto const found = search.fastest_ms(start, end);
                REQUIRE(found.has_value() == cheapest.contains(arc));
                if (found) REQUIRE(*found == cheapest.at(arc));
            }
        }
    }
}
