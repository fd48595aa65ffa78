// A whole cordon of 2 km with 20 units and patrol grids, beside a search of its own from every unit to every exit.

#include "core/base/dice.h"
#include "core/facts/field_rules.h"
#include "core/roads/cordon_planner.h"
#include "tests/bench/maps/material.h"
#include "tests/bench/report.h"

#include <algorithm>

namespace cresset::bench {

namespace {

constexpr std::uint32_t units = 20;
constexpr int cordons = 30;

Place on_the_roads(RoadGraph const& graph, Dice& dice)
{
    while (true) {
        auto const arc = static_cast<ArcNumber>(dice.below(graph.arc_count()));
        if (graph.allows(arc, Mode::car)) return position_on(graph, arc, 0).place;
    }
}

CordonOrder order_of(Roads const& roads, maps::CityThings const& things, Mode mode, std::uint64_t seed)
{
    Dice dice{seed, 21};
    CordonOrder order;
    order.mode = mode;
    order.seen = on_the_roads(roads.graph(), dice);
    order.since_seen_ms = static_cast<std::uint32_t>(dice.below(120'000));
    for (std::uint32_t i = 0; i < units; ++i) {
        Candidate unit{.unit = {0, i + 1}, .place = {}, .unfit = {}};
        unit.place = moved(order.seen, dice.range(-2'500'000, 2'500'000), dice.range(-2'500'000, 2'500'000));
        order.units.push_back(unit);
    }
    for (auto const& [id, grid] : things.grids) order.grids.push_back({id, grid.ring});
    order.most_points = CordonRules{}.open_points;
    return order;
}

/// What is asked of a router that knows nothing of cordons: each unit's time to each exit.
double plain_ms(Roads const& roads, CordonOrder const& order, CordonPlan const& cordon)
{
    double const start = work_s();
    auto search = roads.route_search(Mode::emergency_car);
    std::size_t found = 0;
    for (Candidate const& unit : order.units) {
        auto const from = roads.snap(*unit.place, unit.mode);
        for (auto const& junction : cordon.area->junctions()) {
            if (!junction.is_exit || !from) continue;
            auto const to = roads.snap(roads.graph().place(junction.node), unit.mode);
            found += to && search.fastest_ms(*from, *to) ? 1 : 0;
        }
    }
    return found > 0 ? (work_s() - start) * 1000 : 0;
}

void measure(Report& report, std::string const& city, Roads const& roads, maps::CityThings const& things, Mode mode,
             CordonPlanner& planner)
{
    std::vector<double> times_ms, again_ms;
    int sealed = 0;
    double plain = 0;
    for (int i = 0; i <= cordons; ++i) {
        auto order = order_of(roads, things, mode, static_cast<std::uint64_t>(i));
        double const start = work_s();
        auto const cordon = planner.plan(order);
        double const end = work_s();
        if (!cordon) continue;
        if (i == 0) plain = plain_ms(roads, order, *cordon);
        if (i == 0) continue;  // the first builds the nets
        times_ms.push_back((end - start) * 1000);
        order.units.front().unfit = RankReason{ReasonCode::excluded};
        double const left_out = work_s();
        if (planner.plan(order)) again_ms.push_back((work_s() - left_out) * 1000);
        sealed += cordon->sealed ? 1 : 0;
    }
    std::string const name = city + ", by " + std::string{name_of(mode)};
    Beside const probe{"a route from each unit to each exit of one cordon, ms", plain};
    report.say({.figure = "cordon.whole",
                .name = name,
                .value = median(times_ms),
                .unit = "ms",
                .probe = probe,
                .bar = 200,
                .sense = "<="});
    std::sort(times_ms.begin(), times_ms.end());
    report.say({.figure = "cordon.whole",
                .name = name + ", 95th percentile",
                .value = times_ms[times_ms.size() * 95 / 100],
                .unit = "ms",
                .probe = probe});
    report.say({.figure = "cordon.again",
                .name = name + ", a unit left out",
                .value = median(again_ms),
                .unit = "ms",
                .probe = probe,
                .bar = 200,
                .sense = "<="});
    report.say({.figure = "cordon.sealed",
                .name = name + ", of " + std::to_string(times_ms.size()),
                .value = static_cast<double>(sealed),
                .unit = "cordons",
                .probe = probe});
}

void bench_cordon(Report& report)
{
    for (std::string const city : {"porto_roads", "training"}) {
        auto const pack = open_city(city);
        if (!pack) continue;
        auto const roads = std::make_shared<Roads const>(pack->roads());
        CordonPlanner planner{roads};
        for (Mode const mode : {Mode::foot, Mode::ebike, Mode::car})
            measure(report, city, *roads, pack->things(), mode, planner);
    }
}

}  // namespace

BENCH("cordon", bench_cordon)

}  // namespace cresset::bench
