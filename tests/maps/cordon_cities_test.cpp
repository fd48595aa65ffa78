#include "core/base/dice.h"
#include "core/roads/cordon_planner.h"
#include "maps/osm_reader.h"
#include "maps/road_builder.h"
#include "maps/training_city.h"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <functional>
#include <iostream>
#include <queue>
#include <set>

// On real streets a suspect who knows the map, and every post, runs for it. Where the cordon said "sealed" he must not
// get out; where it did not, only by a leak that it named, and not before.

using namespace cresset;

namespace {

namespace fs = std::filesystem;

struct Flight {
    CordonOrder order;
    std::uint64_t seed = 0;
};

Place on_the_roads(RoadGraph const& graph, Mode mode, Dice& dice)
{
    for (;;) {
        auto const arc = static_cast<ArcNumber>(dice.below(graph.arc_count()));
        if (!graph.allows(arc, mode)) continue;
        return position_on(graph, arc, static_cast<std::uint32_t>(dice.below(graph.length_mm(arc) + 1))).place;
    }
}

Flight flight_of(Roads const& roads, std::uint64_t seed)
{
    Dice dice{seed, 5};
    Flight out{.order = {}, .seed = seed};
    constexpr std::array modes{Mode::foot, Mode::foot, Mode::ebike, Mode::car};
    CordonOrder& order = out.order;
    order.mode = modes[dice.below(modes.size())];
    order.seen = on_the_roads(roads.graph(), order.mode, dice);
    order.since_seen_ms = static_cast<std::uint32_t>(dice.below(order.mode == Mode::foot ? 300'000 : 60'000));
    constexpr std::array<std::uint32_t, 3> radii{500'000, 1'000'000, 2'000'000};
    order.ring.radius_mm = radii[dice.below(radii.size())];
    if (dice.chance(1, 5)) order.ring.within_ms = 300'000;
    auto const units = 5 + dice.below(40);
    for (std::uint32_t i = 0; i < units; ++i) {
        Candidate unit{.unit = {0, i + 1}, .place = {}, .unfit = {}};
        if (dice.chance(1, 5)) unit.mode = Mode::foot;
        std::int64_t const far = std::int64_t{order.ring.radius_mm} * 5 / 4;
        unit.place = moved(order.seen, dice.range(-far, far), dice.range(-far, far));
        order.units.push_back(unit);
    }
    return out;
}

/// What each arc takes him: as quick as can be, or, where he hesitates, up to twice as long, as the dice of the run
/// say.
std::uint64_t run_ms(Roads const& roads, Flight const& flight, ArcNumber arc, bool hesitates)
{
    std::uint64_t const ms = fleeing_ms(roads.graph(), arc, flight.order.mode, flight.order.speeds);
    return hesitates ? ms + dice_below(ms + 1, flight.seed, arc, 0) : ms;
}

struct Escaped {
    NodeNumber exit;
    std::int64_t at_ms;  // from now
};

/// Runs until nothing is left to run: past a junction with a post only if he is there before the post is manned.
std::vector<Escaped> run(Roads const& roads, Flight const& flight, CordonPlan const& cordon, bool hesitates)
{
    RoadGraph const& graph = roads.graph();
    RoadPosition const& seen = cordon.area->escape().seen;
    std::vector<std::int64_t> manned(graph.node_count(), INT64_MAX);
    for (auto const& post : cordon.posts) manned[post.node] = post.eta_ms;
    using Entry = std::pair<std::int64_t, NodeNumber>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    std::vector<char> been(graph.node_count());
    auto const arrive = [&](NodeNumber node, std::int64_t at) {
        if (!been[node] && at < manned[node]) queue.emplace(at, node);
    };
    auto const start = [&](RoadPosition const& at) {
        std::uint64_t const ahead = run_ms(roads, flight, at.arc, false);
        std::uint64_t const whole = ahead > 0 ? ahead : run_ms(roads, flight, twin(at.arc), false);
        std::uint64_t const length = graph.length_mm(at.arc);
        auto const ms = static_cast<std::int64_t>(whole * (length - at.offset_mm) / length);
        arrive(graph.to(at.arc), ms - flight.order.since_seen_ms);
    };
    start(seen);
    start(seen_back(graph, seen));
    std::vector<Escaped> out;
    std::set<NodeNumber> outside;  // where the ring is a time, the exits are those of the cordon
    for (auto const& junction : cordon.area->junctions())
        if (junction.is_exit) outside.insert(junction.node);
    while (!queue.empty()) {
        auto const [at, node] = queue.top();
        queue.pop();
        if (been[node]) continue;
        been[node] = 1;
        bool const is_out = flight.order.ring.within_ms
                                ? outside.contains(node)
                                : distance_mm(seen.place, graph.place(node)) > flight.order.ring.radius_mm;
        if (is_out) {
            out.push_back({node, at});
            continue;
        }
        for (ArcNumber const arc : graph.arcs_out(node))
            if (auto const ms = run_ms(roads, flight, arc, hesitates); ms > 0)
                arrive(graph.to(arc), at + static_cast<std::int64_t>(ms));
    }
    return out;
}

struct Tally {
    int sealed = 0;
    int runs = 0;
    std::size_t exits = 0;
    std::size_t closed = 0;
    double slowest_ms = 0;
    double total_ms = 0;
};

void flee(Roads const& roads, CordonPlanner& planner, std::uint64_t seed, Tally& tally)
{
    Flight const flight = flight_of(roads, seed);
    INFO("seed " << seed);
    auto const start = std::chrono::steady_clock::now();
    auto const found = planner.plan(flight.order);
    double const ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    if (!found) FAIL(found.problem());
    CordonPlan const& cordon = *found;
    std::set<UnitId> posted;
    for (auto const& post : cordon.posts) {
        REQUIRE(post.margin_ms >= 0);
        REQUIRE(posted.insert(post.unit).second);
    }
    REQUIRE(cordon.sealed == cordon.leaks.empty());
    for (bool const hesitates : {false, true}) {
        auto const escaped = run(roads, flight, cordon, hesitates);
        if (cordon.sealed) REQUIRE(escaped.empty());
        for (auto const& [exit, at_ms] : escaped) {
            auto const leak = std::find_if(cordon.leaks.begin(), cordon.leaks.end(),
                                           [exit = exit](auto const& one) { return one.node == exit; });
            REQUIRE(leak != cordon.leaks.end());
            REQUIRE(at_ms >= leak->first_ms);
            REQUIRE((hesitates || at_ms == leak->first_ms));
        }
        if (!hesitates) REQUIRE(escaped.size() == cordon.leaks.size());
    }
    tally.sealed += cordon.sealed ? 1 : 0;
    ++tally.runs;
    tally.exits += cordon.exits;
    tally.closed += cordon.exits_closed;
    tally.total_ms += ms;
    tally.slowest_ms = std::max(tally.slowest_ms, ms);
}

void flee_from(std::string const& city, RoadGraph graph, int runs)
{
    auto const roads = std::make_shared<Roads const>(std::move(graph));
    for (Mode const mode : all_modes) roads->net(mode);
    CordonPlanner planner{roads};
    Tally tally;
    for (int i = 1; i <= runs; ++i) flee(*roads, planner, static_cast<std::uint64_t>(i), tally);
    std::cout << fmt::format("{}: {} of {} cordons sealed, {} of {} exits closed, {:.1f} ms each, slowest {:.1f} ms\n",
                             city, tally.sealed, tally.runs, tally.closed, tally.exits,
                             tally.total_ms / std::max(tally.runs, 1), tally.slowest_ms);
}

int runs_wanted()
{
    return std::getenv("CRESSET_LONG") != nullptr ? 1000 : 15;
}

}  // namespace

TEST_CASE("nobody gets out of a sealed cordon in the training city and else only by a named leak")
{
    flee_from("training city", maps::build_roads(maps::make_training_city(1), "Asia/Shanghai").graph, runs_wanted());
}

TEST_CASE("nobody gets out of a sealed cordon in any city of the shared data and else only by a named leak")
{
    fs::path const folder = fs::path{SHARED_DATA} / "osm";
    if (!fs::is_directory(folder)) {
        std::cout << "skipped: " << folder << " is absent\n";
        return;
    }
    std::set<fs::path> files;
    for (auto const& entry : fs::directory_iterator{folder})
        if (entry.path().string().ends_with(".osm.pbf")) files.insert(entry.path());
    for (fs::path const& file : files) {
        INFO(file.filename().string());
        auto const map = maps::read_osm(file);
        if (!map) FAIL(map.problem());
        flee_from(file.filename().string(), maps::build_roads(*map).graph, runs_wanted());
    }
}
