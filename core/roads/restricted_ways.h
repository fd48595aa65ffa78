#pragma once
/// Which way on is forbidden, and what must be remembered of the way here. A restriction over more than two arcs needs
/// a memory: for each of its beginnings of two arcs and more there is a state beside the plain one of its last arc (the
/// automaton of Aho and Corasick, 1975, over arcs in place of letters).

#include "core/roads/road_graph.h"

#include <map>
#include <set>
#include <vector>

namespace cresset {

class RestrictedWays {
public:
    RestrictedWays(RoadGraph const& graph, Mode mode);

    /// What has to be remembered, each with the last arc at its end; numbered from 0.
    std::vector<std::vector<ArcNumber>> const& memories() const { return memories_; }
    /// True if `way` (what is remembered, at least one arc) must not go on into `next`.
    bool forbids(std::vector<ArcNumber> const& way, ArcNumber next) const;
    /// The longest memory after going on into `next`; no_number where the plain state of `next` says all.
    std::uint32_t memory_after(std::vector<ArcNumber> way, ArcNumber next) const;
    /// False for most arcs: no restriction begins with it, all ways on are free.
    bool concerns(ArcNumber arc) const { return concerned_.contains(arc); }

private:
    std::set<std::vector<ArcNumber>> forbidden_;
    std::map<std::vector<ArcNumber>, std::uint32_t> numbers_;
    std::vector<std::vector<ArcNumber>> memories_;
    std::set<ArcNumber> concerned_;
};

}  // namespace cresset
