#include "core/roads/cordon_grids.h"

#include <algorithm>
#include <tuple>

namespace cresset {
namespace {

/// The junctions of his quickest way to each exit.
std::vector<std::vector<std::uint32_t>> ways_out(EscapeArea const& area)
{
    auto const junctions = area.junctions();
    auto const firsts = area.firsts(std::vector<char>(junctions.size()));
    std::vector<std::vector<std::uint32_t>> ways;
    for (std::uint32_t i = 0; i < junctions.size(); ++i) {
        if (!junctions[i].is_exit) continue;
        auto& way = ways.emplace_back();
        for (ArcNumber const arc : area.way_to(i, firsts)) way.push_back(area.number_of(area.graph().to(arc)));
    }
    return ways;
}

/// Which junctions of the area lie in a grid.
std::vector<char> inside_of(EscapeArea const& area, Line const& ring)
{
    Bounds box;
    for (Place const place : ring) box.add(place);
    std::vector<char> inside;
    for (auto const& junction : area.junctions()) {
        Place const place = area.graph().place(junction.node);
        inside.push_back(box.contains(place) && ring_contains(ring, place) ? 1 : 0);
    }
    return inside;
}

}  // namespace

std::vector<CordonGridRank> rank_grids(EscapeArea const& area, std::vector<CordonGrid> const& grids, std::size_t wanted)
{
    auto const ways = ways_out(area);
    std::vector<CordonGridRank> ranks;
    for (CordonGrid const& grid : grids) {
        auto const inside = inside_of(area, grid.ring);
        CordonGridRank rank{.id = grid.id};
        rank.junctions = static_cast<std::size_t>(std::count(inside.begin(), inside.end(), 1));
        auto const leads_through = [&](auto const& way) {
            return std::any_of(way.begin(), way.end(), [&](std::uint32_t junction) { return inside[junction] != 0; });
        };
        rank.escapes = static_cast<std::size_t>(std::count_if(ways.begin(), ways.end(), leads_through));
        if (rank.junctions > 0) ranks.push_back(rank);
    }
    std::sort(ranks.begin(), ranks.end(), [](CordonGridRank const& a, CordonGridRank const& b) {
        return std::tuple{b.escapes, b.junctions, a.id} < std::tuple{a.escapes, a.junctions, b.id};
    });
    ranks.resize(std::min(ranks.size(), wanted));
    return ranks;
}

}  // namespace cresset
