#pragma once
/// How far one gets within a time: from one or several places, every node and every part of a street with its earliest
/// time, over the net of one mode with its turns (Dijkstra 1959, ended by the limit). Or backward: from where one gets
/// to the place. The same times, to the millisecond, as RouteSearch finds one by one. One searcher serves one thread.

#include "core/roads/number_set.h"
#include "core/roads/search_labels.h"
#include "core/roads/snap_index.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace cresset {

enum class ReachWay : std::uint8_t {
    out,  // from the starts
    in,   // to them
};

struct ReachedNode {
    NodeNumber node = 0;
    std::uint32_t ms = 0;
    std::uint32_t who = 0;  // the number of the start that is nearest
    friend auto operator<=>(ReachedNode const&, ReachedNode const&) = default;
};

/// A stretch of an arc that lies within the limit. In between the time changes evenly; on the way out it rises along
/// the arc, on the way in it falls.
struct ReachedPart {
    ArcNumber arc = 0;
    std::uint32_t start_mm = 0;
    std::uint32_t end_mm = 0;
    std::uint32_t start_ms = 0;
    std::uint32_t end_ms = 0;
    std::uint32_t who = 0;
    friend auto operator<=>(ReachedPart const&, ReachedPart const&) = default;
};

struct Reach {
    ReachWay way = ReachWay::out;
    std::uint32_t limit_ms = 0;
    std::vector<ReachedNode> nodes;  // by number; arrived at, before any turn there
    std::vector<ReachedPart> parts;  // by arc; those of one arc may lie over each other
    friend bool operator==(Reach const&, Reach const&) = default;

    std::optional<std::uint32_t> node_ms(NodeNumber node) const;
    /// The time of a place on the road; nothing if it is beyond the limit.
    std::optional<std::uint32_t> ms_at(RoadNet const& net, RoadPosition const& at) const;
};

/// Along a part, at a length of its arc that lies in it.
std::uint32_t part_ms(RoadNet const& net, ReachWay way, ReachedPart const& part, std::uint32_t offset_mm);

class ReachSearch {
public:
    explicit ReachSearch(std::shared_ptr<RoadNet const> net);

    /// The starts stand at time 0. Those where the mode may not move reach nothing. The limit is below never_ms.
    Reach reach(std::span<RoadPosition const> starts, std::uint32_t limit_ms, ReachWay way = ReachWay::out);

    RoadNet const& net() const { return *net_; }
    std::size_t looked_at() const { return looked_at_; }

private:
    void improve(StateNumber state, std::uint64_t cost_ms, StateNumber before);
    void leave(RoadPosition const& at, std::uint32_t who);
    void spread();
    void start_part(RoadPosition const& at, std::uint32_t who);
    void state_part(StateNumber state);
    void add_node(NodeNumber node, std::uint64_t ms, std::uint32_t who);
    void sort_parts(std::size_t started);
    std::uint32_t owner(StateNumber state) const;

    std::shared_ptr<RoadNet const> net_;
    SearchLabels labels_;
    NumberSet touched_;
    NumberSet touched_nodes_;
    std::vector<ReachedNode> at_node_;   // the best of each touched node
    std::vector<std::uint32_t> owners_;  // of closed states
    Reach out_;
    std::size_t looked_at_ = 0;
};

}  // namespace cresset
