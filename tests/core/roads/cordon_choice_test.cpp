#include "core/roads/cordon_choice.h"

#include "core/roads/cordon_planner.h"
#include "tests/core/roads/random_streets.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace cresset;

// A cordon against trying everything: each set of junctions that parts the suspect from the exits, each way to man it.

namespace {

/// One small town with a suspect and a few units.
struct Drawn {
    std::shared_ptr<Roads const> roads;
    CordonOrder order;
    RoadPosition seen;
};

Drawn draw(std::uint64_t seed)
{
    Dice dice{seed, 77};
    Drawn out;
    auto const graph = std::make_shared<RoadGraph const>(random_streets({.seed = seed, .side = 5}));
    out.roads = std::make_shared<Roads const>(graph);
    constexpr std::array modes{Mode::foot, Mode::ebike, Mode::car};
    out.order.mode = modes[dice.below(3)];
    Place const middle = moved({311'000'000, 1'212'000'000}, 200'000, 200'000);
    out.order.seen = moved(middle, dice.range(-90'000, 90'000), dice.range(-90'000, 90'000));
    out.order.ring.radius_mm = static_cast<std::uint32_t>(dice.range(110'000, 190'000));
    out.order.since_seen_ms = static_cast<std::uint32_t>(dice.below(out.order.mode == Mode::foot ? 40'000 : 6'000));
    std::uint64_t const units = 2 + dice.below(5);
    for (std::uint32_t i = 0; i < units; ++i) {
        Candidate unit{.unit = {0, i + 1}, .place = {}, .unfit = {}};
        unit.mode = all_modes[dice.below(all_modes.size())];
        unit.place = moved(middle, dice.range(-220'000, 220'000), dice.range(-220'000, 220'000));
        out.order.units.push_back(unit);
    }
    out.order.search_effort = UINT64_MAX / 2;
    return out;
}

/// The suspect's net as a table, and everything else that can be known by looking at each pair.
struct Plain {
    std::vector<std::uint64_t> first;               // ms of each node
    std::vector<char> is_exit;                      // of each node
    std::vector<std::vector<std::uint64_t>> steps;  // ms from node to node
    std::vector<NodeNumber> closable;
    std::vector<std::vector<std::uint64_t>> arrival;  // unit, node
};
constexpr std::uint64_t far_off = UINT64_MAX / 4;

std::uint64_t plain_step(RoadGraph const& graph, ArcNumber arc, Mode mode)
{
    auto const road = graph.road_class(arc);
    std::uint64_t speed = mode == Mode::foot ? 3000 : mode == Mode::ebike ? 8000 : graph.speed_cm_s(arc, mode) * 10;
    bool const is_open = graph.allows(arc, mode) || graph.allows(twin(arc), mode);
    if (mode != Mode::car && road == RoadClass::motorway && !is_open) speed = 0;
    return speed == 0 ? far_off : std::max<std::uint64_t>(graph.length_mm(arc) * 1000ULL / speed, 1);
}

void relax_all(std::vector<std::uint64_t>& times, std::vector<std::vector<std::uint64_t>> const& steps,
               std::vector<char> const& stops)
{
    for (bool again = true; std::exchange(again, false);)
        for (std::size_t from = 0; from < times.size(); ++from)
            for (std::size_t to = 0; to < times.size() && !stops[from]; ++to)
                if (times[from] + steps[from][to] < times[to]) times[to] = times[from] + steps[from][to], again = true;
}

void plain_units(Drawn const& town, Plain& plain)
{
    RoadGraph const& graph = town.roads->graph();
    std::size_t const nodes = graph.node_count();
    std::vector walk(nodes, std::vector<std::uint64_t>(nodes, far_off));
    auto const foot = town.roads->net(Mode::foot);
    for (ArcNumber arc = 0; arc < graph.arc_count(); ++arc) {
        auto& step = walk[graph.from(arc)][graph.to(arc)];
        if (foot->allows(arc)) step = std::min<std::uint64_t>(step, foot->arc_ms(arc));
    }
    // Nobody walks through what the suspect cannot reach: it is not in the area.
    for (std::size_t from = 0; from < nodes; ++from)
        for (std::size_t to = 0; to < nodes; ++to)
            if (plain.first[from] >= far_off || plain.first[to] >= far_off) walk[from][to] = far_off;
    for (Candidate const& unit : town.order.units) {
        auto& times = plain.arrival.emplace_back(nodes, far_off);
        auto const at = town.roads->snap(*unit.place, unit.mode);
        auto search = town.roads->route_search(unit.mode);
        for (ArcNumber arc = 0; at && arc < graph.arc_count(); ++arc) {
            auto goal = position_on(graph, arc, graph.length_mm(arc));
            goal.both_ways = false;
            if (!graph.allows(arc, unit.mode)) continue;
            auto const route = search.fastest_plain(*at, goal);
            if (route) times[graph.to(arc)] = std::min<std::uint64_t>(times[graph.to(arc)], route->duration_ms);
        }
        if (at && at->offset_mm == 0) times[graph.from(at->arc)] = 0;
        if (at && at->offset_mm == graph.length_mm(at->arc)) times[graph.to(at->arc)] = 0;
        for (std::size_t node = 0; node < nodes; ++node)
            if (plain.first[node] >= far_off) times[node] = far_off;
        relax_all(times, walk, std::vector<char>(nodes));
    }
}

Plain look_at(Drawn const& town, RoadPosition const& seen)
{
    RoadGraph const& graph = town.roads->graph();
    std::size_t const nodes = graph.node_count();
    Plain plain;
    plain.first.assign(nodes, far_off);
    plain.is_exit.assign(nodes, 0);
    plain.steps.assign(nodes, std::vector<std::uint64_t>(nodes, far_off));
    for (NodeNumber node = 0; node < nodes; ++node)
        plain.is_exit[node] = distance_mm(seen.place, graph.place(node)) > town.order.ring.radius_mm ? 1 : 0;
    for (ArcNumber arc = 0; arc < graph.arc_count(); ++arc) {
        auto& step = plain.steps[graph.from(arc)][graph.to(arc)];
        step = std::min(step, plain_step(graph, arc, town.order.mode));
    }
    auto const start = [&](RoadPosition const& at) {
        std::uint64_t whole = plain_step(graph, at.arc, town.order.mode);
        if (whole == far_off) whole = plain_step(graph, twin(at.arc), town.order.mode);
        auto const ms = whole * (graph.length_mm(at.arc) - at.offset_mm) / graph.length_mm(at.arc);
        plain.first[graph.to(at.arc)] = std::min(plain.first[graph.to(at.arc)], ms);
    };
    start(seen);
    start(seen_back(graph, seen));
    relax_all(plain.first, plain.steps, plain.is_exit);
    plain_units(town, plain);
    for (NodeNumber node = 0; node < nodes; ++node)
        for (auto const& times : plain.arrival)
            if (plain.first[node] < far_off && times[node] + town.order.since_seen_ms <= plain.first[node]) {
                plain.closable.push_back(node);
                break;
            }
    return plain;
}

bool parts(Drawn const& town, RoadPosition const& seen, Plain const& plain, std::vector<NodeNumber> const& points)
{
    RoadGraph const& graph = town.roads->graph();
    std::vector<char> known(graph.node_count());
    for (NodeNumber const point : points) known[point] = 1;
    std::vector<NodeNumber> stack;
    auto const reach = [&](NodeNumber node) {
        if (!known[node]) stack.push_back(node);
        known[node] = 1;
    };
    reach(graph.from(seen.arc));
    reach(graph.to(seen.arc));
    while (!stack.empty()) {
        NodeNumber const node = stack.back();
        stack.pop_back();
        if (plain.is_exit[node]) return false;
        for (NodeNumber to = 0; to < known.size(); ++to)
            if (plain.steps[node][to] < far_off) reach(to);
    }
    return true;
}

std::uint64_t least_manning(Drawn const& town, Plain const& plain, std::vector<NodeNumber> const& points,
                            std::size_t next, unsigned busy)
{
    if (next == points.size()) return 0;
    std::uint64_t best = far_off;
    NodeNumber const node = points[next];
    for (std::size_t unit = 0; unit < plain.arrival.size(); ++unit) {
        std::uint64_t const eta = plain.arrival[unit][node];
        if ((busy >> unit & 1U) != 0 || eta + town.order.since_seen_ms > plain.first[node]) continue;
        best = std::min(best, eta + least_manning(town, plain, points, next + 1, busy | 1U << unit));
    }
    return std::min(best, far_off);
}

struct Best {
    std::size_t points = SIZE_MAX;
    std::uint64_t total = far_off;
};

void try_all(Drawn const& town, RoadPosition const& seen, Plain const& plain, std::size_t from,
             std::vector<NodeNumber>& points, Best& best)
{
    if (points.size() > std::min(best.points, plain.arrival.size())) return;
    if (parts(town, seen, plain, points)) {
        auto const total = least_manning(town, plain, points, 0, 0);
        if (total < far_off && std::pair{points.size(), total} < std::pair{best.points, best.total})
            best = {points.size(), total};
        if (total < far_off) return;
    }
    for (std::size_t i = from; i < plain.closable.size(); ++i) {
        points.push_back(plain.closable[i]);
        try_all(town, seen, plain, i + 1, points, best);
        points.pop_back();
    }
}

/// A planner that has planned another cordon, and this one with a unit less and a point more, plans what a new one
/// does.
void require_same_when_asked_again(Drawn town)
{
    CordonPlanner planner{town.roads};
    std::uint32_t const since = std::exchange(town.order.since_seen_ms, 1);
    REQUIRE(planner.plan(town.order));
    town.order.since_seen_ms = since;
    REQUIRE(planner.plan(town.order));
    town.order.units.front().unfit = RankReason{ReasonCode::excluded};
    town.order.forced = {town.order.seen};
    CordonPlan const again = *planner.plan(town.order);
    CordonPlan const anew = *CordonPlanner{town.roads}.plan(town.order);
    REQUIRE(again.posts == anew.posts);
    REQUIRE(again.leaks == anew.leaks);
    REQUIRE(again.forced_too_late == anew.forced_too_late);
}

}  // namespace

TEST_CASE("a cordon seals exactly where trying everything finds one and with as few points and as little time")
{
    int sealed = 0, open = 0, contended = 0;
    for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
        INFO("seed " << seed);
        Drawn const town = draw(seed);
        auto const seen = town.roads->snap(town.order.seen, town.order.mode);
        if (!seen) continue;
        Plain const plain = look_at(town, *seen);
        Best best;
        std::vector<NodeNumber> points;
        try_all(town, *seen, plain, 0, points, best);
        CordonPlan const cordon = *CordonPlanner{town.roads}.plan(town.order);
        REQUIRE(cordon.is_proven);
        REQUIRE(cordon.sealed == (best.points != SIZE_MAX));
        REQUIRE(cordon.sealed == cordon.leaks.empty());
        for (auto const& post : cordon.posts) {
            REQUIRE(post.margin_ms >= 0);
            REQUIRE(post.eta_ms == plain.arrival[post.unit.number - 1][post.node]);
            REQUIRE(post.suspect_ms + town.order.since_seen_ms == static_cast<std::int64_t>(plain.first[post.node]));
        }
        require_same_when_asked_again(town);
        (cordon.sealed ? sealed : open) += 1;
        if (!cordon.sealed) continue;
        REQUIRE(cordon.posts.size() == best.points);
        REQUIRE(cordon.total_ms == static_cast<std::int64_t>(best.total));
        std::int64_t nearest = 0;
        for (auto const& post : cordon.posts) {
            std::uint64_t least = far_off;
            for (auto const& times : plain.arrival) least = std::min(least, times[post.node]);
            nearest += static_cast<std::int64_t>(least);
        }
        contended += nearest < cordon.total_ms ? 1 : 0;
    }
    CHECK(sealed > 500);
    CHECK(open > 500);
    CHECK(contended > 50);
}
