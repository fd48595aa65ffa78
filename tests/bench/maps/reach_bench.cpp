// How far one gets and who gets here, on a real city with its turn restrictions: the one bounded search and its
// drawing, 200 units to one incident, a road that is closed, the coverage of a whole city. Beside them plain methods of
// the same answers.
//
// All of 200 units that stand anywhere in a city are as far as it is wide: a search looks at all of it, with the net
// alone (20 ms on porto_roads) as plainly as with labels of its own. The hierarchy over its states, made once, answers
// for all of them; and for all of them again when a road is closed.

#include "core/base/dice.h"
#include "core/roads/coverage_holes.h"
#include "core/roads/isochrone.h"
#include "core/roads/reach.h"
#include "tests/bench/maps/material.h"
#include "tests/bench/report.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>

namespace cresset::bench {

namespace {

constexpr char const* city = "porto_roads";
constexpr Mode mode = Mode::emergency_car;
constexpr int places = 60;
constexpr std::size_t units = 200;

RoadPosition somewhere(RoadNet const& net, Dice& dice)
{
    while (true) {
        auto const arc = static_cast<ArcNumber>(dice.below(net.graph().arc_count()));
        if (net.in_main_part(arc))
            return position_on(net.graph(), arc, static_cast<std::uint32_t>(dice.below(net.graph().length_mm(arc))));
    }
}

std::vector<Comer> comers(RoadNet const& net, Dice& dice)
{
    std::vector<Comer> out;
    while (out.size() < units) out.push_back({somewhere(net, dice), true});
    return out;
}

[[noreturn]] void disagree(char const* what)
{
    std::fprintf(stderr, "reach: %s does not agree with the plain method\n", what);
    std::abort();
}

template <typename Work>
double ms_of(Work work)
{
    double const start = work_s();
    work();
    return (work_s() - start) * 1000;
}

/// Backward over all of the city; what a unit takes is read off at its arc's end.
std::vector<std::uint32_t> plain_etas(RoadNet const& net, SearchLabels& labels, RoadPosition const& target,
                                      std::vector<Comer> const& from)
{
    labels.start(net.state_count());
    auto const enter = [&](RoadPosition const& at) {
        if (!net.allows(at.arc)) return;
        std::uint32_t const rest = net.rest_ms(at.arc, at.offset_mm);
        auto const steps = [&](StateNumber goal) {
            for (auto const& [state, cost_ms] : net.in(goal)) labels.improve(state, cost_ms - rest, no_number, 0);
        };
        steps(at.arc);
        for (StateNumber const extra : net.extra_states_of(at.arc)) steps(extra);
    };
    enter(target);
    enter(seen_back(net.graph(), target));
    while (!labels.empty()) {
        auto const [key, state] = labels.pop();
        if (!labels.close(state)) continue;
        for (auto const& [before, cost_ms] : net.in(state)) labels.improve(before, key + cost_ms, state, 0);
    }
    std::vector<std::uint32_t> out;
    for (Comer const& comer : from) {
        auto const ms = [&](RoadPosition const& at) {
            return net.allows(at.arc) ? labels.cost_ms(at.arc) + net.rest_ms(at.arc, at.offset_mm) : never_ms;
        };
        out.push_back(std::min(ms(comer.at), ms(seen_back(net.graph(), comer.at))));
    }
    return out;
}

std::vector<std::uint32_t> etas_of(std::vector<Arrival> const& arrivals)
{
    std::vector<std::uint32_t> out(units, never_ms);
    for (Arrival const& one : arrivals) out[one.who] = one.eta_ms;
    return out;
}

void units_to_incident(Report& report, Roads const& roads)
{
    auto const net = roads.net(mode);
    ArrivalSearch net_alone{net};
    double const made_ms = ms_of([&] { roads.hierarchy(mode); });
    ArrivalSearch search = roads.arrival_search(mode);
    SearchLabels labels;
    Dice dice{21};
    std::vector<double> all_ms, ten_ms, alone_ms, plain_ms;
    for (int i = 0; i < places; ++i) {
        auto const target = somewhere(*net, dice);
        auto const from = comers(*net, dice);
        std::vector<Arrival> all, ten, alone;
        std::vector<std::uint32_t> plain;
        all_ms.push_back(ms_of([&] { all = search.arrivals(target, from, units); }));
        ten_ms.push_back(ms_of([&] { ten = search.arrivals(target, from, 10); }));
        alone_ms.push_back(ms_of([&] { alone = net_alone.arrivals(target, from, units); }));
        plain_ms.push_back(ms_of([&] { plain = plain_etas(*net, labels, target, from); }));
        if (all != alone || all.size() != units) disagree("the search for 200 units");
        if (ten.size() < 10 || ten[9] != all[9]) disagree("the search for ten units");
        for (Arrival const& one : all)  // less only where the unit stands before the incident on its own street
            if (one.eta_ms > plain[one.who]) disagree("the search for 200 units");
    }
    double const plain = median(plain_ms);
    auto const say = [&](char const* figure, std::string const& how, std::vector<double> const& ms,
                         std::optional<double> bar) {
        report.say({.figure = figure,
                    .name = how + city,
                    .value = median(ms),
                    .unit = "ms",
                    .peer = Beside{"plain reverse Dijkstra, ms", plain},
                    .ratio = plain / median(ms),
                    .probe = Beside{"the hierarchy of the net, made once, ms", made_ms},
                    .bar = bar});
    };
    say("reach.200_units", "", all_ms, 15);
    say("reach.200_units", "by the net alone, ", alone_ms, {});
    say("reach.ten_of_200_units", "", ten_ms, 10);
}

/// A street in the middle of some unit's way is closed; then all units' times again, over the closed net.
void closed_road_etas(Report& report, Roads const& roads)
{
    auto const net = roads.net(mode);
    auto const hierarchy = roads.hierarchy(mode);
    ArrivalSearch search = roads.arrival_search(mode);
    RouteSearch routes = roads.route_search(mode);
    SearchLabels labels;
    Dice dice{26};
    std::vector<double> closed_ms, plain_ms;
    std::size_t later = 0;
    for (int i = 0; i < places; ++i) {
        auto const target = somewhere(*net, dice);
        auto const from = comers(*net, dice);
        auto const way = routes.fastest(from[0].at, target);
        if (!way || way->arcs.size() < 3) continue;
        ArcNumber const arc = way->arcs[way->arcs.size() / 2];
        search.use(net, hierarchy);
        auto const open = etas_of(search.arrivals(target, from, units));
        std::shared_ptr<RoadNet const> closed;
        std::vector<Arrival> after;
        closed_ms.push_back(ms_of([&] {
            closed = net->with_closed(std::array{arc, twin(arc)});
            search.use(closed, hierarchy->with_closed(std::array{arc, twin(arc)}));
            after = search.arrivals(target, from, units);
        }));
        ArrivalSearch net_alone{closed};
        if (after != net_alone.arrivals(target, from, units)) disagree("200 units when a road is closed");
        plain_ms.push_back(ms_of([&] { plain_etas(*closed, labels, target, from); }));
        auto const now = etas_of(after);
        for (std::size_t who = 0; who < units; ++who) later += now[who] > open[who] ? 1 : 0;
    }
    if (later == 0) disagree("a closed road that delays nobody");
    Beside const probe{"plain reverse Dijkstra, ms", median(plain_ms)};
    auto const say = [&](std::string const& what, double ms, std::optional<double> bar) {
        report.say({.figure = "reach.closed_road_etas",
                    .name = "200 units, " + what + city,
                    .value = ms,
                    .unit = "ms",
                    .probe = probe,
                    .bar = bar,
                    .sense = "<="});
    };
    std::sort(closed_ms.begin(), closed_ms.end());
    say("", median(closed_ms), 5);
    say("95th percentile, ", closed_ms[closed_ms.size() * 95 / 100], {});
}

void isochrones(Report& report, Roads const& roads)
{
    constexpr std::array<std::uint32_t, 3> limits_ms{60'000, 180'000, 300'000};
    auto const net = roads.net(mode);
    ReachSearch search = roads.reach_search(mode);
    double const mesh_ms = ms_of([&] { roads.mesh(mode); });
    IsochroneDrawer drawer = roads.isochrone_drawer(mode);
    Dice dice{22};
    std::vector<double> search_ms, one_ms, three_ms;
    for (int i = 0; i < places; ++i) {
        auto const at = somewhere(*net, dice);
        Reach reach;
        double const found = ms_of([&] { reach = search.reach(std::array{at}, 330'000); });
        search_ms.push_back(found);
        one_ms.push_back(found + ms_of([&] { drawer.draw(reach, std::span{limits_ms}.last(1)); }));
        three_ms.push_back(found + ms_of([&] { drawer.draw(reach, limits_ms); }));
    }
    Beside const probe{"the mesh of the city, made once, ms", mesh_ms};
    auto const say = [&](char const* figure, std::string const& what, std::vector<double> ms,
                         std::optional<double> bar) {
        report.say({.figure = figure,
                    .name = what + ", " + city,
                    .value = median(ms),
                    .unit = "ms",
                    .probe = probe,
                    .bar = bar,
                    .sense = "<="});
    };
    say("reach.search", "330 s, nodes and parts of streets", search_ms, {});
    say("reach.isochrone", "300 s with its polygons", one_ms, 3);
    say("reach.isochrone", "60, 180 and 300 s with their polygons", three_ms, {});
}

void closed_roads(Report& report, Roads const& roads)
{
    auto const net = roads.net(mode);
    Dice dice{23};
    std::vector<double> closed_ms;
    double const anew_ms = ms_of([&] { RoadNet const anew(std::make_shared<RoadGraph const>(roads.graph()), mode); });
    RouteSearch search = roads.route_search(mode);
    for (int i = 0; i < places; ++i) {
        auto const from = somewhere(*net, dice);
        auto const to = somewhere(*net, dice);
        auto const open = search.fastest(from, to);
        if (!open || open->arcs.size() < 3) continue;
        ArcNumber const arc = open->arcs[open->arcs.size() / 2];
        std::shared_ptr<RoadNet const> closed;
        closed_ms.push_back(ms_of([&] { closed = net->with_closed(std::array{arc, twin(arc)}); }));
        RouteSearch round{closed, roads.landmarks(mode)};
        auto const eta = round.fastest_ms(from, to);
        if (eta && *eta < open->duration_ms) disagree("a closed road");
    }
    report.say({.figure = "reach.closed_road",
                .name = city,
                .value = median(closed_ms),
                .unit = "ms",
                .probe = Beside{"the net made anew, ms", anew_ms},
                .bar = 5,
                .sense = "<="});
}

/// The two nearest of a few streets, found from the street.
void must_agree(Roads const& roads, Coverage const& coverage, std::vector<CoverUnit> const& from)
{
    ArrivalSearch search = roads.arrival_search(mode);
    std::vector<Comer> who;
    for (CoverUnit const& unit : from) who.push_back({unit.at, true});
    Dice dice{25};
    for (int i = 0; i < 40; ++i) {
        auto const street = static_cast<StreetNumber>(dice.below(coverage.size()));
        auto const found = search.arrivals(middle_of(roads.graph(), street), who, 2);
        auto const ms = [&](std::size_t k) { return k < found.size() ? found[k].eta_ms : never_ms; };
        if (coverage[street].ms != ms(0) || coverage[street].next_ms != ms(1)) disagree("the coverage");
    }
}

void coverage(Report& report, std::shared_ptr<Roads const> const& roads)
{
    Dice dice{24};
    std::vector<CoverUnit> from;
    while (from.size() < units) from.push_back({somewhere(*roads->net(mode), dice), mode});
    CoverageSearch search{roads};
    CoverageHoles const judge{roads};
    std::vector<double> cover_ms, move_ms;
    for (int i = 0; i < 7; ++i) {
        Coverage now;
        cover_ms.push_back(ms_of([&] { now = search.cover(from); }));
        if (i == 0) must_agree(*roads, now, from);
        move_ms.push_back(ms_of([&] {
            auto const holes = judge.holes(now);
            if (!holes.empty()) judge.best_move(now, from, holes.front());
        }));
    }
    report.say({.figure = "reach.coverage",
                .name = std::string{"200 units, every street of "} + city,
                .value = median(cover_ms),
                .unit = "ms"});
    report.say({.figure = "reach.best_move",
                .name = std::string{"200 units, "} + city,
                .value = median(move_ms),
                .unit = "ms"});
}

void bench_reach(Report& report)
{
    auto const pack = open_city(city);
    if (!pack) return;
    auto const roads = std::make_shared<Roads const>(pack->roads());
    units_to_incident(report, *roads);
    closed_road_etas(report, *roads);
    isochrones(report, *roads);
    closed_roads(report, *roads);
    coverage(report, roads);
}

}  // namespace

BENCH("reach", bench_reach)

}  // namespace cresset::bench
