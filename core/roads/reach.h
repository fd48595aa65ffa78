#pragma once
/// How far one gets within a time: from one or several places, every node and every part of a street with its earliest
/// time, over the net of one mode with its turns (Dijkstra 1959, ended by the limit). Or backward: from where one gets
/// to the place. The same times, to the millisecond, as RouteSearch finds one by one. One searcher serves one thread.

#include "core/roads/search_labels.h"
#include "core/roads/snap_index.h"

#include <bit>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <utility>
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

/// Takes numbers in any order and gives them out by size: quicker than sorting where there are many.
class NumberSet {
public:
    explicit NumberSet(std::size_t most) : words_((most + 63) / 64) {}
    void put(std::uint32_t number) { words_[number / 64] |= std::uint64_t{1} << (number % 64); }
    bool has(std::uint32_t number) const { return (words_[number / 64] >> (number % 64) & 1U) != 0; }
    template <typename Visit>
    void take_all(Visit visit)
    {
        for (std::size_t i = 0; i < words_.size(); ++i)
            for (std::uint64_t word = std::exchange(words_[i], 0); word != 0; word &= word - 1)
                visit(static_cast<std::uint32_t>(64 * i) + static_cast<std::uint32_t>(std::countr_zero(word)));
    }

private:
    std::vector<std::uint64_t> words_;
};

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
