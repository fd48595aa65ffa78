#include "maps/islands.h"

#include <algorithm>

namespace cresset::maps {

namespace {

constexpr std::uint32_t none = UINT32_MAX;

bool is_blocked(std::vector<ModeMask> const& blocked, NodeTicket node, std::size_t mode)
{
    return (blocked[node.value] & mask_of(all_modes[mode])) != 0;
}

/// Who can be driven to directly from whom, as two flat arrays.
struct Reach {
    std::vector<std::uint32_t> first, to;
};

Reach reach_of(std::vector<NewStreet> const& streets, std::vector<ModeMask> const& blocked, std::size_t mode)
{
    Reach reach;
    reach.first.assign(blocked.size() + 1, 0);
    auto const for_each_arc = [&](auto&& visit) {
        for (NewStreet const& street : streets) {
            if (is_blocked(blocked, street.from, mode) || is_blocked(blocked, street.to, mode)) continue;
            if (street.ahead[mode] != 0) visit(street.from.value, street.to.value);
            if (street.back[mode] != 0) visit(street.to.value, street.from.value);
        }
    };
    for_each_arc([&](std::uint32_t from, std::uint32_t) { ++reach.first[from + 1]; });
    for (std::size_t i = 1; i < reach.first.size(); ++i) reach.first[i] += reach.first[i - 1];
    reach.to.resize(reach.first.back());
    std::vector<std::uint32_t> next(reach.first.begin(), reach.first.end() - 1);
    for_each_arc([&](std::uint32_t from, std::uint32_t to) { reach.to[next[from]++] = to; });
    return reach;
}

/// Tarjan's algorithm (1972) without recursion: the group of each node.
class Groups {
public:
    explicit Groups(Reach const& reach)
        : reach_{reach}, group(reach.first.size() - 1, none), number_(group.size(), none), low_(group.size())
    {
        for (std::uint32_t node = 0; node < group.size(); ++node)
            if (number_[node] == none) visit(node);
    }

private:
    struct Frame {
        std::uint32_t node, next;
    };
    void enter(std::uint32_t node)
    {
        number_[node] = low_[node] = count_++;
        open_.push_back(node);
        frames_.push_back({node, reach_.first[node]});
    }
    void visit(std::uint32_t root)
    {
        for (enter(root); !frames_.empty();) {
            auto& [node, next] = frames_.back();
            if (next == reach_.first[node + 1]) {
                leave();
                continue;
            }
            std::uint32_t const to = reach_.to[next++];
            if (number_[to] == none)
                enter(to);
            else if (group[to] == none)
                low_[node] = std::min(low_[node], number_[to]);
        }
    }
    void leave()
    {
        std::uint32_t const node = frames_.back().node;
        frames_.pop_back();
        if (!frames_.empty()) low_[frames_.back().node] = std::min(low_[frames_.back().node], low_[node]);
        if (low_[node] != number_[node]) return;
        sizes.push_back(0);
        for (std::uint32_t member = none; member != node;) {
            member = open_.back();
            open_.pop_back();
            group[member] = static_cast<std::uint32_t>(sizes.size() - 1);
            ++sizes.back();
        }
    }

    Reach const& reach_;

public:
    std::vector<std::uint32_t> group;
    std::vector<std::size_t> sizes;

private:
    std::vector<std::uint32_t> number_, low_, open_;
    std::vector<Frame> frames_;
    std::uint32_t count_ = 0;
};

/// Which streets stay open to a mode.
class Judge {
public:
    Judge(std::vector<NewStreet> const& streets, std::vector<ModeMask> const& blocked, std::size_t mode,
          std::size_t enough)
        : blocked_{blocked}, mode_{mode}, reach_{reach_of(streets, blocked, mode)}, groups_{reach_}
    {
        auto const& sizes = groups_.sizes;
        std::size_t const largest = sizes.empty() ? 0 : *std::max_element(sizes.begin(), sizes.end());
        wanted_ = std::max<std::size_t>(std::min(enough, (largest + 1) / 2), 2);
    }
    bool stays(NewStreet const& street) const
    {
        bool const from_blocked = is_blocked(blocked_, street.from, mode_);
        bool const to_blocked = is_blocked(blocked_, street.to, mode_);
        if (!from_blocked && !to_blocked) return is_large(street.from) && group(street.from) == group(street.to);
        // A dead end at a barrier: in and out again.
        bool const both_ways = street.ahead[mode_] != 0 && street.back[mode_] != 0;
        return both_ways && ((!from_blocked && is_large(street.from)) || (!to_blocked && is_large(street.to)));
    }

private:
    std::uint32_t group(NodeTicket node) const { return groups_.group[node.value]; }
    bool is_large(NodeTicket node) const { return groups_.sizes[group(node)] >= wanted_; }

    std::vector<ModeMask> const& blocked_;
    std::size_t mode_;
    Reach reach_;
    Groups groups_;
    std::size_t wanted_ = 0;
};

std::size_t close_for(std::vector<NewStreet>& streets, std::vector<ModeMask> const& blocked, std::size_t mode,
                      std::size_t enough)
{
    Judge const judge{streets, blocked, mode, enough};
    std::size_t closed = 0;
    for (NewStreet& street : streets) {
        if (judge.stays(street)) continue;
        closed += (street.ahead[mode] != 0 ? 1U : 0U) + (street.back[mode] != 0 ? 1U : 0U);
        street.ahead[mode] = street.back[mode] = 0;
    }
    return closed;
}

}  // namespace

std::size_t close_islands(std::vector<NewStreet>& streets, std::vector<ModeMask> const& blocked, std::size_t enough)
{
    std::size_t closed = 0;
    for (Mode const mode : all_modes) closed += close_for(streets, blocked, index_of(mode), enough);
    return closed;
}

}  // namespace cresset::maps
