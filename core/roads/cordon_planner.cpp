#include "core/roads/cordon_planner.h"

#include "core/base/check.h"
#include "core/roads/cordon_grids.h"

#include <algorithm>
#include <fmt/format.h>

namespace cresset {
namespace {

bool reaches_beyond(RoadGraph const& graph, Place middle, std::int64_t radius_mm)
{
    Bounds const& map = graph.bounds();
    return !map.contains(moved(middle, radius_mm, 0)) || !map.contains(moved(middle, -radius_mm, 0)) ||
           !map.contains(moved(middle, 0, radius_mm)) || !map.contains(moved(middle, 0, -radius_mm));
}

/// How far from the middle the ring is.
std::int64_t reach_of(EscapeArea const& area)
{
    EscapeRing const& ring = area.escape().ring;
    if (!ring.within_ms) return ring.radius_mm;
    std::int64_t farthest = 0;
    for (auto const& junction : area.junctions())
        if (!junction.is_exit)
            farthest = std::max(farthest, distance_mm(area.escape().seen.place, area.graph().place(junction.node)));
    return farthest;
}

/// The arc's own name, or that of the first named street that meets it at its end.
NameNumber name_at(RoadGraph const& graph, ArcNumber by)
{
    if (graph.name_number(by) != 0) return graph.name_number(by);
    for (ArcNumber const arc : graph.arcs_out(graph.to(by)))
        if (graph.name_number(arc) != 0) return graph.name_number(arc);
    return 0;
}

NameNumber last_name(RoadGraph const& graph, std::vector<ArcNumber> const& way)
{
    auto const named =
        std::find_if(way.rbegin(), way.rend(), [&](ArcNumber arc) { return graph.name_number(arc) != 0; });
    return named != way.rend() ? graph.name_number(*named) : way.empty() ? 0 : name_at(graph, way.back());
}

}  // namespace

struct CordonPlanner::Case {
    struct Available {
        Candidate const* unit;
        RoadPosition at;
        std::int64_t distance_mm;  // from the last seen place
    };
    CordonOrder const& order;
    EscapeArea const& area;
    CordonPlan out;
    std::vector<Available> units;         // the nearest first
    std::vector<std::int64_t> latest_ms;  // for each junction: from now until he can be there
    ArrivalTable arrivals;                // of the units that are considered
    std::vector<std::uint32_t> kept;
};

CordonPlanner::CordonPlanner(std::shared_ptr<Roads const> roads) : roads_{std::move(roads)}, arrivals_{roads_} {}

/// Keeps what is known if the question is the same, else begins anew.
void CordonPlanner::recall(Escape const& escape, std::uint32_t since_seen_ms)
{
    if (known_.area != nullptr && known_.escape == escape && known_.since_seen_ms == since_seen_ms) return;
    known_ = {escape, since_seen_ms, std::make_shared<EscapeArea const>(roads_->graph(), escape), {}};
}

void CordonPlanner::gather(Case& of) const
{
    for (Candidate const& unit : of.order.units) {
        if (unit.unfit) continue;
        auto at = unit.at;
        if (!at && unit.place) at = roads_->snap(*unit.place, unit.mode);
        if (at) of.units.push_back({&unit, *at, distance_mm(of.order.seen, unit.place.value_or(at->place))});
    }
    std::sort(of.units.begin(), of.units.end(), [](auto const& a, auto const& b) {
        return std::pair{a.distance_mm, a.unit->unit} < std::pair{b.distance_mm, b.unit->unit};
    });
}

void CordonPlanner::time_units(Case& of)
{
    for (auto const& junction : of.area.junctions())
        of.latest_ms.push_back(std::int64_t{junction.first_ms} - of.order.since_seen_ms);
    for (std::size_t i = 0; i < std::min(of.units.size(), of.order.most_units); ++i) {
        std::pair const from{of.units[i].at, of.units[i].unit->mode};
        auto const [known, is_new] = known_.arrivals.try_emplace(from);
        if (is_new) known->second = arrivals_.times(of.area, from.first, from.second, of.latest_ms);
        of.arrivals.push_back(known->second);
    }
}

/// Takes the operator's points one after the other, as long as there is a unit for each.
void CordonPlanner::force(Case& of) const
{
    std::vector<std::vector<std::int64_t>> times;
    for (Place const place : of.order.forced) {
        std::uint32_t const junction = of.area.nearest(place);
        if (std::find(of.kept.begin(), of.kept.end(), junction) != of.kept.end()) continue;
        auto& row = times.emplace_back();
        for (auto const& unit : of.arrivals)
            row.push_back(junction == no_number || unit[junction] == never_ms ? no_match : unit[junction]);
        if (match_least(times).is_complete()) {
            of.kept.push_back(junction);
            continue;
        }
        times.pop_back();
        of.out.forced_too_late.push_back(place);
    }
}

void CordonPlanner::post(Case& of, CordonChoice const& choice) const
{
    RoadGraph const& graph = of.area.graph();
    auto const firsts = of.area.firsts(std::vector<char>(of.area.junctions().size()));
    std::vector<char> busy(of.units.size());
    for (auto const& [junction, unit] : choice.points) {
        NodeNumber const node = of.area.junctions()[junction].node;
        std::uint32_t const eta = of.arrivals[unit][junction];
        busy[unit] = 1;
        of.out.posts.push_back({.node = node,
                                .place = graph.place(node),
                                .street = name_at(graph, firsts[junction].by),
                                .unit = of.units[unit].unit->unit,
                                .eta_ms = eta,
                                .suspect_ms = of.latest_ms[junction],
                                .margin_ms = of.latest_ms[junction] - eta,
                                .is_forced = std::find(of.kept.begin(), of.kept.end(), junction) != of.kept.end()});
    }
    std::sort(of.out.posts.begin(), of.out.posts.end(), [](PlannedPost const& a, PlannedPost const& b) {
        return std::pair{a.suspect_ms, a.node} < std::pair{b.suspect_ms, b.node};
    });
    of.out.total_ms = choice.total_ms;
    of.out.sealed = choice.seals;
    for (std::size_t i = 0; i < of.units.size(); ++i)
        if (!busy[i]) of.out.chasers.push_back(of.units[i].unit->unit);
}

void CordonPlanner::find_leaks(Case& of) const
{
    std::vector<char> closed(of.area.junctions().size());
    for (PlannedPost const& one : of.out.posts) closed[of.area.number_of(one.node)] = 1;
    auto const firsts = of.area.firsts(closed);
    of.out.exits = of.area.exit_count();
    for (std::uint32_t i = 0; i < firsts.size(); ++i) {
        auto const& junction = of.area.junctions()[i];
        if (!junction.is_exit || firsts[i].ms == never_ms) continue;
        auto way = of.area.way_to(i, firsts);
        of.out.leaks.push_back({.node = junction.node,
                                .place = of.area.graph().place(junction.node),
                                .street = last_name(of.area.graph(), way),
                                .first_ms = std::int64_t{firsts[i].ms} - of.order.since_seen_ms,
                                .way = std::move(way)});
    }
    std::sort(of.out.leaks.begin(), of.out.leaks.end(), [](PlannedLeak const& a, PlannedLeak const& b) {
        return std::pair{a.first_ms, a.node} < std::pair{b.first_ms, b.node};
    });
    of.out.exits_closed = of.out.exits - of.out.leaks.size();
}

void CordonPlanner::rule_of_thumb(Case& of) const
{
    of.out.grids = rank_grids(of.area, of.order.grids, of.order.grids_wanted);
    auto const stands_in = [&](Case::Available const& unit) {
        return std::any_of(of.order.grids.begin(), of.order.grids.end(), [&](CordonGrid const& grid) {
            auto const is_it = [&](CordonGridRank const& rank) { return rank.id == grid.id; };
            return std::any_of(of.out.grids.begin(), of.out.grids.end(), is_it) &&
                   ring_contains(grid.ring, unit.unit->place.value_or(unit.at.place));
        });
    };
    std::vector<UnitId> outside;
    for (auto const& unit : of.units) (stands_in(unit) ? of.out.officers : outside).push_back(unit.unit->unit);
    of.out.officers.insert(of.out.officers.end(), outside.begin(), outside.end());
    of.out.officers.resize(std::min(of.out.officers.size(), of.order.officers_wanted));
}

Result<CordonPlan> CordonPlanner::plan(CordonOrder const& order)
{
    auto const seen = roads_->snap(order.seen, order.mode);
    if (!seen)
        return Problem{fmt::format("there is no road for this mode within {} m of {}: is it in this city?",
                                   SnapIndex::usual_reach_mm / 1000, to_text(order.seen))};
    recall({.seen = *seen, .mode = order.mode, .speeds = order.speeds, .ring = order.ring}, order.since_seen_ms);
    auto const area = known_.area;
    Case of{.order = order, .area = *area, .out = {}, .units = {}, .latest_ms = {}, .arrivals = {}, .kept = {}};
    of.out.area = area;
    of.out.ends_at_map = reaches_beyond(roads_->graph(), seen->place, reach_of(*area));
    gather(of);
    time_units(of);
    force(of);
    CordonChooser chooser{*area, of.arrivals, of.kept};
    auto const choice = chooser.seal(order.search_effort);
    of.out.is_proven = chooser.is_proven() && of.units.size() <= order.most_units;
    post(of, choice ? *choice : chooser.close_most(order.most_points));
    find_leaks(of);
    if (!order.grids.empty()) rule_of_thumb(of);
    return std::move(of.out);
}

}  // namespace cresset
