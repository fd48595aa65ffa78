// Who of 5,000 units gets there first, beside a search of its own for every unit; both must name the same.

#include "core/base/dice.h"
#include "core/roads/recommend.h"
#include "tests/bench/maps/material.h"
#include "tests/bench/report.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace cresset::bench {

namespace {

constexpr std::uint32_t units = 5000;
constexpr int targets = 40;
constexpr std::size_t top = 10;

Place somewhere(Roads const& roads, Dice& dice)
{
    auto const net = roads.net(Mode::emergency_car);
    while (true) {
        auto const arc = static_cast<ArcNumber>(dice.below(roads.graph().arc_count()));
        if (!net->allows(arc) || !net->in_main_part(arc)) continue;
        Place const on_road = position_on(roads.graph(), arc, roads.graph().length_mm(arc) / 2).place;
        return moved(on_road, dice.range(-20'000, 20'000), dice.range(-20'000, 20'000));
    }
}

/// Three of ten are at work elsewhere, one of ten goes by e-bike, one on foot.
std::vector<Candidate> crowd(Roads const& roads, bool snapped)
{
    Dice dice{11};
    std::vector<Candidate> candidates;
    for (std::uint32_t i = 0; i < units; ++i) {
        Candidate one;
        one.unit = {0, i + 1};
        one.place = somewhere(roads, dice);
        one.mode = i % 10 == 4 ? Mode::ebike : i % 10 == 9 ? Mode::foot : Mode::emergency_car;
        if (dice.chance(3, 10)) one.unfit = RankReason{ReasonCode::assigned_elsewhere, 1001};
        if (snapped) one.at = roads.snap(*one.place, one.mode);
        candidates.push_back(one);
    }
    return candidates;
}

/// A search for each unit; the times of the quickest.
std::vector<std::uint32_t> one_by_one(Roads const& roads, std::vector<Candidate> const& candidates, Place target)
{
    std::vector<std::uint32_t> etas;
    for (Mode const mode : {Mode::emergency_car, Mode::ebike, Mode::foot}) {
        auto search = roads.route_search(mode);
        auto const to = roads.snap(target, mode);
        for (auto const& one : candidates) {
            if (one.unfit || one.mode != mode || !to) continue;
            if (auto const from = roads.snap(*one.place, mode))
                if (auto const eta = search.fastest_ms(*from, *to)) etas.push_back(*eta);
        }
    }
    std::sort(etas.begin(), etas.end());
    etas.resize(std::min(etas.size(), top));
    return etas;
}

void must_agree(Recommendation const& found, std::vector<std::uint32_t> const& etas)
{
    std::vector<std::uint32_t> ours;
    for (auto const& one : found.ranked) ours.push_back(one.eta_ms);
    if (ours == etas) return;
    std::fprintf(stderr, "recommend: the one search and the many do not agree\n");
    std::abort();
}

void measure(Report& report, std::shared_ptr<Roads const> const& roads, bool snapped)
{
    Recommender recommender{roads};
    auto const candidates = crowd(*roads, snapped);
    Dice dice{12};
    std::vector<double> times_ms;
    double plain_ms = 0;
    for (int i = 0; i < targets; ++i) {
        Place const target = somewhere(*roads, dice);
        double const start = work_s();
        auto const found = recommender.recommend(candidates, target, top);
        double const end = work_s();
        if (i > 0) times_ms.push_back((end - start) * 1000);  // the first builds the nets
        if (i > 0) continue;
        must_agree(found, one_by_one(*roads, candidates, target));
        plain_ms = (work_s() - end) * 1000;
    }
    Beside const probe{"a search for each unit, ms", plain_ms};
    std::string const name = snapped ? "5,000 units whose roads are known" : "5,000 units, each put on its road anew";
    report.say({.figure = "recommend.first",
                .name = name + ", porto_roads",
                .value = median(times_ms),
                .unit = "ms",
                .probe = probe,
                .bar = 20,
                .sense = "<="});
    std::sort(times_ms.begin(), times_ms.end());
    report.say({.figure = "recommend.first",
                .name = name + ", porto_roads, 95th percentile",
                .value = times_ms[times_ms.size() * 95 / 100],
                .unit = "ms",
                .probe = probe});
}

void bench_recommend(Report& report)
{
    auto const pack = open_city("porto_roads");
    if (!pack) return;
    auto const roads = std::make_shared<Roads const>(pack->roads());
    measure(report, roads, false);
    measure(report, roads, true);
}

}  // namespace

BENCH("recommend", bench_recommend)

}  // namespace cresset::bench
