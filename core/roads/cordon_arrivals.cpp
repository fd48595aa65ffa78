#include "core/roads/cordon_arrivals.h"

#include "core/base/check.h"

#include <algorithm>
#include <functional>
#include <queue>

namespace cresset {

CordonArrivals::CordonArrivals(std::shared_ptr<Roads const> roads) : roads_{std::move(roads)}
{
    CRESSET_CHECK(roads_ != nullptr);
}

void CordonArrivals::drive(EscapeArea const& area, RoadPosition const& at, RoadNet const& net, std::uint32_t limit_ms,
                           std::vector<std::uint32_t>& times)
{
    RoadGraph const& graph = net.graph();
    auto& labels = labels_[index_of(net.mode())];
    labels.start(net.state_count());
    auto const start = [&](RoadPosition const& from) {
        if (from.offset_mm == 0)
            if (auto const here = area.number_of(graph.from(from.arc)); here != no_number) times[here] = 0;
        if (net.allows(from.arc)) labels.improve(from.arc, net.rest_ms(from.arc, from.offset_mm), no_number, 0);
    };
    start(at);
    start(seen_back(graph, at));
    // When it stood at every junction that the mode can come to at all, the rest is for walking.
    std::size_t left = 0;
    std::vector<char> awaited(times.size());
    for (std::uint32_t i = 0; i < times.size(); ++i) {
        NodeNumber const node = area.junctions()[i].node;
        auto const arcs = graph.arcs_out(node);
        awaited[i] = std::any_of(arcs.begin(), arcs.end(), [&](ArcNumber arc) { return net.allows(twin(arc)); });
        left += awaited[i] ? 1 : 0;
    }
    while (!labels.empty() && left > 0) {
        auto const [key, state] = labels.pop();
        if (key > limit_ms) break;
        if (!labels.close(state)) continue;
        if (auto const i = area.number_of(graph.to(net.arc_of(state))); i != no_number) {
            times[i] = std::min(times[i], static_cast<std::uint32_t>(key));
            left -= awaited[i] ? 1 : 0;
            awaited[i] = 0;
        }
        for (auto const& [next, cost_ms] : net.out(state))
            if (key + cost_ms <= limit_ms) labels.improve(next, key + cost_ms, state, 0);
    }
}

void CordonArrivals::walk(EscapeArea const& area, std::uint32_t limit_ms, std::vector<std::uint32_t>& times) const
{
    auto const foot = roads_->net(Mode::foot);
    RoadGraph const& graph = area.graph();
    using Entry = std::pair<std::uint32_t, std::uint32_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    auto const look_on = [&](std::uint32_t from) {
        for (ArcNumber const arc : graph.arcs_out(area.junctions()[from].node)) {
            std::uint32_t const to = area.number_of(graph.to(arc));
            if (to == no_number || !foot->allows(arc)) continue;
            std::uint64_t const ms = std::uint64_t{times[from]} + foot->arc_ms(arc);
            if (ms > limit_ms || ms >= times[to]) continue;
            times[to] = static_cast<std::uint32_t>(ms);
            queue.emplace(times[to], to);
        }
    };
    for (std::uint32_t i = 0; i < times.size(); ++i)
        if (times[i] != never_ms) look_on(i);
    while (!queue.empty()) {
        auto const [ms, junction] = queue.top();
        queue.pop();
        if (ms == times[junction]) look_on(junction);
    }
}

std::vector<std::uint32_t> CordonArrivals::times(EscapeArea const& area, RoadPosition const& at, Mode mode,
                                                 std::vector<std::int64_t> const& latest_ms)
{
    std::vector<std::uint32_t> times(area.junctions().size(), never_ms);
    CRESSET_CHECK(latest_ms.size() == times.size());
    std::int64_t const latest = times.empty() ? -1 : *std::max_element(latest_ms.begin(), latest_ms.end());
    if (latest < 0) return times;
    auto const limit_ms = static_cast<std::uint32_t>(std::min<std::int64_t>(latest, never_ms - 1));
    drive(area, at, *roads_->net(mode), limit_ms, times);
    walk(area, limit_ms, times);
    for (std::size_t i = 0; i < times.size(); ++i)
        if (times[i] > latest_ms[i]) times[i] = never_ms;
    return times;
}

}  // namespace cresset
