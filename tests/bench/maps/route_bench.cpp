// The search led by landmarks beside the plain one (Dijkstra), on the same pairs of places; both must agree.

#include "core/base/dice.h"
#include "core/roads/roads.h"
#include "tests/bench/maps/material.h"
#include "tests/bench/report.h"

#include <cstdio>
#include <cstdlib>

namespace cresset::bench {

namespace {

constexpr int pairs = 200;

RoadPosition somewhere(Roads const& roads, RoadNet const& net, Dice& dice)
{
    while (true) {
        auto const arc = static_cast<ArcNumber>(dice.below(roads.graph().arc_count()));
        if (net.allows(arc) && net.in_main_part(arc))
            return position_on(roads.graph(), arc,
                               static_cast<std::uint32_t>(dice.below(roads.graph().length_mm(arc))));
    }
}

/// How often a second each of the two finds the way.
struct Rates {
    double led = 0;
    double plain = 0;
};

Rates measure(Roads const& roads)
{
    auto search = roads.route_search(Mode::emergency_car);
    Dice dice{7};
    double led = 0;
    double plain = 0;
    for (int i = 0; i < pairs; ++i) {
        auto const from = somewhere(roads, search.net(), dice);
        auto const to = somewhere(roads, search.net(), dice);
        double const start = work_s();
        auto const one = search.fastest(from, to);
        double const middle = work_s();
        auto const other = search.fastest_plain(from, to);
        plain += work_s() - middle;
        led += middle - start;
        if (one == other) continue;
        std::fprintf(stderr, "route: the two searches do not agree on pair %d\n", i);
        std::abort();
    }
    return {pairs / led, pairs / plain};
}

void bench_route(Report& report)
{
    for (char const* name : {"training", "porto_roads", "wuhan_network", "shanghai_center_drive", "baltimore_full"}) {
        auto const pack = open_city(name);
        if (!pack) continue;
        Roads const roads{pack->roads()};
        auto const rates = measure(roads);
        report.say({.figure = "route.fastest",
                    .name = name,
                    .value = rates.led,
                    .unit = "1/s",
                    .peer = Beside{"plain Dijkstra, the same answers", rates.plain},
                    .bar = 2});
    }
}

}  // namespace

BENCH("route", bench_route)

}  // namespace cresset::bench
