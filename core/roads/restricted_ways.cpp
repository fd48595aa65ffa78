#include "core/roads/restricted_ways.h"

#include <algorithm>

namespace cresset {

RestrictedWays::RestrictedWays(RoadGraph const& graph, Mode mode)
{
    for (std::size_t i = 0; i < graph.restriction_count(); ++i) {
        if ((graph.restriction_modes(i) & mask_of(mode)) == 0) continue;
        auto const arcs = graph.restriction(i);
        forbidden_.emplace(arcs.begin(), arcs.end());
        concerned_.insert(arcs.front());
        for (std::size_t size = 2; size < arcs.size(); ++size)
            numbers_.try_emplace({arcs.begin(), arcs.begin() + static_cast<std::ptrdiff_t>(size)}, 0);
    }
    for (auto& [way, number] : numbers_) {
        number = static_cast<std::uint32_t>(memories_.size());
        memories_.push_back(way);
    }
}

bool RestrictedWays::forbids(std::vector<ArcNumber> const& way, ArcNumber next) const
{
    for (auto start = way.begin(); start != way.end(); ++start) {
        if (!concerns(*start)) continue;
        std::vector<ArcNumber> ending(start, way.end());
        ending.push_back(next);
        if (forbidden_.contains(ending)) return true;
    }
    return false;
}

std::uint32_t RestrictedWays::memory_after(std::vector<ArcNumber> way, ArcNumber next) const
{
    for (way.push_back(next); way.size() > 1; way.erase(way.begin()))
        if (auto const known = numbers_.find(way); known != numbers_.end()) return known->second;
    return no_number;
}

}  // namespace cresset
