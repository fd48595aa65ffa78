// Who of 5,000 or 10,000 units gets there first, beside a search of its own for every unit; both must name the same.

#include "core/base/dice.h"
#include "core/roads/recommend.h"
#include "tests/bench/maps/material.h"
#include "tests/bench/report.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace cresset::bench {

namespace {

constexpr int targets = 40;
constexpr std::size_t top = 10;

/// At most 20 m off the street.
Place somewhere(Roads const& roads, Dice& dice)
{
    Place const on_road = somewhere_on(roads, dice);
    return moved(on_road, dice.range(-20'000, 20'000), dice.range(-20'000, 20'000));
}

struct Crowd {
    std::uint32_t units = 5000;
    bool snapped = false;
    std::uint32_t fit_of_1000 = 700;
    bool with_hierarchies = false;
    std::string name;
};

/// The others are at work elsewhere; one of ten goes by e-bike, one on foot.
std::vector<Candidate> units_of(Crowd const& crowd, Roads const& roads)
{
    Dice dice{11};
    std::vector<Candidate> candidates;
    for (std::uint32_t i = 0; i < crowd.units; ++i) {
        Candidate one;
        one.unit = {0, i + 1};
        one.place = somewhere(roads, dice);
        one.mode = i % 10 == 4 ? Mode::ebike : i % 10 == 9 ? Mode::foot : Mode::emergency_car;
        if (!dice.chance(crowd.fit_of_1000, 1000)) one.unfit = RankReason{ReasonCode::assigned_elsewhere, 1001};
        if (crowd.snapped) one.at = roads.snap(*one.place, one.mode);
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

void measure(Report& report, maps::CityPack const& pack, Crowd const& crowd, std::optional<double> bar_ms)
{
    auto const roads = std::make_shared<Roads const>(pack.roads());
    double const made = work_s();
    if (crowd.with_hierarchies)
        for (Mode const mode : {Mode::emergency_car, Mode::ebike, Mode::foot}) roads->hierarchy(mode);
    double const made_ms = (work_s() - made) * 1000;
    Recommender recommender{roads};
    auto const candidates = units_of(crowd, *roads);
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
    auto const say = [&](std::string const& what, double ms, std::optional<double> bar) {
        report.say({.figure = "recommend.first",
                    .name = crowd.name + ", porto_roads" + what,
                    .value = ms,
                    .unit = "ms",
                    .probe = crowd.with_hierarchies ? Beside{"the hierarchies of three modes, made once, ms", made_ms}
                                                    : Beside{"a search for each unit, ms", plain_ms},
                    .bar = bar,
                    .sense = "<="});
    };
    say("", median(times_ms), bar_ms);
    std::sort(times_ms.begin(), times_ms.end());
    say(", 95th percentile", times_ms[times_ms.size() * 95 / 100], {});
}

/// Ten of 10,000 may go, but what the others would need is told, too: the nets alone are searched to their ends.
void few_may_go(Report& report, maps::CityPack const& pack)
{
    Crowd const crowd{.units = 10'000, .snapped = true, .fit_of_1000 = 1};
    auto const nets = std::make_shared<Roads const>(pack.roads());
    auto const ready = std::make_shared<Roads const>(pack.roads());
    for (Mode const mode : {Mode::emergency_car, Mode::ebike, Mode::foot}) ready->hierarchy(mode);
    auto const candidates = units_of(crowd, *nets);
    Recommender alone{nets}, with{ready};
    Dice dice{13};
    std::vector<double> alone_ms, with_ms;
    for (int i = 0; i < targets; ++i) {
        Place const target = somewhere(*nets, dice);
        double const start = work_s();
        auto const expected = alone.recommend(candidates, target, top);
        double const middle = work_s();
        auto const found = with.recommend(candidates, target, top);
        double const end = work_s();
        if (i > 0) alone_ms.push_back((middle - start) * 1000), with_ms.push_back((end - middle) * 1000);
        if (found == expected) continue;
        std::fprintf(stderr, "recommend: the hierarchies and the nets alone do not agree\n");
        std::abort();
    }
    report.say({.figure = "recommend.first",
                .name = "10,000 units of which ten may go, porto_roads",
                .value = median(with_ms),
                .unit = "ms",
                .peer = Beside{"by the nets alone, ms", median(alone_ms)},
                .ratio = median(alone_ms) / median(with_ms),
                .bar = 5});
}

void bench_recommend(Report& report)
{
    auto const pack = open_city("porto_roads");
    if (!pack) return;
    measure(report, *pack, {.name = "5,000 units, each put on its road anew"}, 20);
    measure(report, *pack, {.snapped = true, .name = "5,000 units whose roads are known"}, 20);
    measure(report, *pack, {.units = 10'000, .snapped = true, .with_hierarchies = true, .name = "10,000 units"}, 5);
    few_may_go(report, *pack);
}

}  // namespace

BENCH("recommend", bench_recommend)

}  // namespace cresset::bench
