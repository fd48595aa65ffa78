#include "core/roads/cordon_escape.h"

#include "core/base/check.h"
#include "core/roads/road_net.h"

#include <algorithm>
#include <functional>
#include <queue>

namespace cresset {
namespace {

using Entry = std::pair<std::uint32_t, std::uint32_t>;  // ms, node or junction
using Queue = std::priority_queue<Entry, std::vector<Entry>, std::greater<>>;

std::uint64_t fleeing_mm_s(RoadGraph const& graph, ArcNumber arc, Mode mode, FleeingSpeeds const& speeds)
{
    RoadClass const road = graph.road_class(arc);
    if (mode == Mode::car || mode == Mode::emergency_car)
        return std::uint64_t{graph.speed_cm_s(arc, Mode::car)} * speeds.car_percent / 10;
    bool const is_open = graph.allows(arc, mode) || graph.allows(twin(arc), mode);
    bool const is_closed =
        road == RoadClass::motorway || road == RoadClass::ferry || (road == RoadClass::steps && mode == Mode::ebike);
    if (is_closed && !is_open) return 0;
    return mode == Mode::foot ? speeds.foot_mm_s : speeds.ebike_mm_s;
}

std::uint32_t part_of(std::uint32_t ms, std::uint32_t mm, std::uint32_t length_mm)
{
    return static_cast<std::uint32_t>(std::uint64_t{ms} * mm / std::max(length_mm, 1U));
}

/// The points of an arc between two of its lengths.
Line line_between(RoadGraph const& graph, ArcNumber arc, std::uint32_t from_mm, std::uint32_t to_mm)
{
    Line const whole = graph.line(arc);
    std::int64_t const drawn = std::max<std::int64_t>(length_mm(whole), 1);
    std::int64_t const length = graph.length_mm(arc);
    Line out{position_on(graph, arc, from_mm).place};
    std::int64_t sum = 0;
    for (std::size_t i = 1; i + 1 < whole.size(); ++i) {
        sum += distance_mm(whole[i - 1], whole[i]);
        if (sum * length > from_mm * drawn && sum * length < to_mm * drawn) out.push_back(whole[i]);
    }
    out.push_back(position_on(graph, arc, to_mm).place);
    return out;
}

}  // namespace

std::uint32_t fleeing_ms(RoadGraph const& graph, ArcNumber arc, Mode mode, FleeingSpeeds const& speeds)
{
    std::uint64_t const speed = fleeing_mm_s(graph, arc, mode, speeds);
    if (speed == 0) return 0;
    std::uint64_t const ms = std::uint64_t{graph.length_mm(arc)} * 1000 / speed;
    return static_cast<std::uint32_t>(std::clamp<std::uint64_t>(ms, 1, never_ms - 1));
}

EscapeArea::EscapeArea(RoadGraph const& graph, Escape const& escape) : graph_{graph}, escape_{escape}
{
    CRESSET_CHECK(escape.seen.arc < graph.arc_count());
    numbers_.assign(graph.node_count(), no_number);
    add_first_ways();
    explore();
    link();
}

/// Here `to` is still the node.
void EscapeArea::add_first_ways()
{
    auto const add = [&](RoadPosition const& at) {
        std::uint32_t const ahead = fleeing_ms(graph_, at.arc, escape_.mode, escape_.speeds);
        std::uint32_t const back = fleeing_ms(graph_, twin(at.arc), escape_.mode, escape_.speeds);
        std::uint32_t const length = graph_.length_mm(at.arc);
        std::uint32_t const ms = part_of(ahead > 0 ? ahead : back, length - at.offset_mm, length);
        first_ways_.push_back({graph_.to(at.arc), at.arc, ms});
    };
    add(escape_.seen);
    add(seen_back(graph_, escape_.seen));
}

void EscapeArea::explore()
{
    std::vector<std::uint32_t> first(graph_.node_count(), never_ms);
    Queue queue;
    auto const reach = [&](NodeNumber node, std::uint64_t ms) {
        if (ms >= first[node]) return;
        first[node] = static_cast<std::uint32_t>(ms);
        queue.emplace(first[node], node);
    };
    for (Way const& way : first_ways_) reach(way.to, way.ms);
    EscapeRing const& ring = escape_.ring;
    while (!queue.empty()) {
        auto const [ms, node] = queue.top();
        queue.pop();
        if (numbers_[node] != no_number) continue;
        bool const is_exit = ring.within_ms
                                 ? ms > *ring.within_ms
                                 : distance_mm(escape_.seen.place, graph_.place(node)) > std::int64_t{ring.radius_mm};
        numbers_[node] = static_cast<std::uint32_t>(junctions_.size());
        junctions_.push_back({node, ms, is_exit});
        exit_count_ += is_exit ? 1 : 0;
        if (is_exit) continue;
        for (ArcNumber const arc : graph_.arcs_out(node))
            if (std::uint32_t const more = fleeing_ms(graph_, arc, escape_.mode, escape_.speeds); more > 0)
                reach(graph_.to(arc), std::uint64_t{ms} + more);
    }
}

void EscapeArea::link()
{
    for (Way& way : first_ways_) way.to = numbers_[way.to];
    first_way_.push_back(0);
    for (Junction const& from : junctions_) {
        for (ArcNumber const arc : graph_.arcs_out(from.node)) {
            std::uint32_t const to = numbers_[graph_.to(arc)];
            if (from.is_exit || to == no_number || graph_.to(arc) == from.node) continue;
            if (std::uint32_t const ms = fleeing_ms(graph_, arc, escape_.mode, escape_.speeds); ms > 0)
                ways_.push_back({to, arc, ms});
        }
        first_way_.push_back(static_cast<std::uint32_t>(ways_.size()));
    }
}

std::uint32_t EscapeArea::nearest(Place place) const
{
    std::uint32_t best = no_number;
    std::int64_t best_mm = INT64_MAX;
    for (std::uint32_t i = 0; i < junctions_.size(); ++i) {
        std::int64_t const mm = distance_mm(place, graph_.place(junctions_[i].node));
        if (mm < best_mm) best_mm = mm, best = i;
    }
    return best;
}

std::vector<EscapeArea::First> EscapeArea::firsts(std::vector<char> const& closed) const
{
    std::vector<First> out(junctions_.size(), First{never_ms, no_number});
    std::vector<char> done(junctions_.size());
    Queue queue;
    auto const reach = [&](Way const& way, std::uint64_t ms) {
        First& first = out[way.to];
        if (closed[way.to] || ms > first.ms) return;
        if (ms < first.ms) queue.emplace(static_cast<std::uint32_t>(ms), way.to);
        if (ms < first.ms || way.arc < first.by) first = {static_cast<std::uint32_t>(ms), way.arc};
    };
    for (Way const& way : first_ways_) reach(way, way.ms);
    while (!queue.empty()) {
        auto const [ms, junction] = queue.top();
        queue.pop();
        if (done[junction]) continue;
        done[junction] = 1;
        for (Way const& way : ways_out(junction)) reach(way, std::uint64_t{ms} + way.ms);
    }
    return out;
}

std::vector<ArcNumber> EscapeArea::way_to(std::uint32_t junction, std::vector<First> const& firsts) const
{
    std::vector<ArcNumber> way;
    while (firsts[junction].ms != never_ms) {
        ArcNumber const by = firsts[junction].by;
        way.push_back(by);
        auto const starts = [&](Way const& first) {
            return first.arc == by && first.to == junction && first.ms == firsts[junction].ms;
        };
        if (std::any_of(first_ways_.begin(), first_ways_.end(), starts)) break;
        junction = numbers_[graph_.from(by)];
    }
    std::reverse(way.begin(), way.end());
    return way;
}

Line EscapeArea::line_of(std::vector<ArcNumber> const& way) const
{
    Line out;
    for (ArcNumber const arc : way) {
        RoadPosition const seen = arc == escape_.seen.arc ? escape_.seen : seen_back(graph_, escape_.seen);
        bool const is_first = out.empty() && arc == seen.arc;
        Line const piece =
            is_first ? line_between(graph_, arc, seen.offset_mm, graph_.length_mm(arc)) : graph_.line(arc);
        out.insert(out.end(), piece.begin() + (out.empty() ? 0 : 1), piece.end());
    }
    return out;
}

std::vector<EscapeStretch> EscapeArea::stretches() const
{
    std::vector<EscapeStretch> out;
    for (Way const& way : first_ways_) {
        RoadPosition const seen = way.arc == escape_.seen.arc ? escape_.seen : seen_back(graph_, escape_.seen);
        out.push_back({way.arc, seen.offset_mm, graph_.length_mm(way.arc), 0, way.ms});
    }
    for (std::uint32_t i = 0; i < junctions_.size(); ++i)
        for (Way const& way : ways_out(i)) {
            std::uint32_t const enter_ms = junctions_[i].first_ms;
            bool const came_by_it = junctions_[way.to].first_ms + way.ms <= enter_ms;
            if (came_by_it || street_of(way.arc) == street_of(escape_.seen.arc)) continue;
            out.push_back({way.arc, 0, graph_.length_mm(way.arc), enter_ms, enter_ms + way.ms});
        }
    std::stable_sort(out.begin(), out.end(), [](auto const& a, auto const& b) { return a.enter_ms < b.enter_ms; });
    return out;
}

Line drawn_at(RoadGraph const& graph, EscapeStretch const& stretch, std::uint32_t at_ms)
{
    if (at_ms < stretch.enter_ms || stretch.to_mm <= stretch.from_mm) return {};
    std::uint32_t const whole = std::max(stretch.leave_ms - stretch.enter_ms, 1U);
    std::uint32_t const run = std::min(at_ms - stretch.enter_ms, whole);
    return line_between(graph, stretch.arc, stretch.from_mm,
                        stretch.from_mm + part_of(stretch.to_mm - stretch.from_mm, run, whole));
}

}  // namespace cresset
