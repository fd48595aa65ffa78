#include "core/roads/cordon_cut.h"

#include "core/base/check.h"

#include <algorithm>
#include <tuple>

namespace cresset {

CordonCut::CordonCut(EscapeArea const& area) : area_{area}
{
    leave_dead_ends();
}

/// Peels off junctions that have one neighbour only, again and again: no way to an exit leads through them.
void CordonCut::leave_dead_ends()
{
    auto const count = static_cast<std::uint32_t>(area_.junctions().size());
    std::vector<std::vector<std::uint32_t>> neighbours(count);
    for (std::uint32_t i = 0; i < count; ++i)
        for (auto const& way : area_.ways_out(i)) {
            neighbours[i].push_back(way.to);
            neighbours[way.to].push_back(i);
        }
    matters_.assign(count, 1);
    std::vector<std::uint32_t> left(count), stack;
    std::vector<char> is_end(count);
    for (auto const& way : area_.first_ways()) is_end[way.to] = 1;
    for (std::uint32_t i = 0; i < count; ++i) {
        auto& near = neighbours[i];
        std::sort(near.begin(), near.end());
        near.erase(std::unique(near.begin(), near.end()), near.end());
        left[i] = static_cast<std::uint32_t>(near.size());
        is_end[i] = is_end[i] || area_.junctions()[i].is_exit ? 1 : 0;
        if (left[i] <= 1 && !is_end[i]) stack.push_back(i);
    }
    while (!stack.empty()) {
        std::uint32_t const i = stack.back();
        stack.pop_back();
        matters_[i] = 0;
        for (std::uint32_t const near : neighbours[i])
            if (matters_[near] && --left[near] == 1 && !is_end[near]) stack.push_back(near);
    }
}

std::uint32_t CordonCut::add_vertex()
{
    first_.push_back(no_number);
    return static_cast<std::uint32_t>(first_.size() - 1);
}

void CordonCut::join(std::uint32_t from, std::uint32_t to, std::int64_t room)
{
    if (from == to || to == source || from == sink) return;
    for (auto const& [a, b, r] : {std::tuple{from, to, room}, std::tuple{to, from, std::int64_t{0}}}) {
        edges_.push_back({b, first_[a], r});
        first_[a] = static_cast<std::uint32_t>(edges_.size() - 1);
    }
}

/// Marks what he comes to through junctions that cannot be closed: one with the place where he was seen.
void CordonCut::spread(std::span<std::int64_t const> prices)
{
    taken_.assign(prices.size(), 0);
    std::vector<std::uint32_t> stack;
    auto const reach = [&](std::uint32_t junction) {
        if (taken_[junction] || !matters_[junction] || prices[junction] != no_price) return;
        taken_[junction] = 1;
        stack.push_back(junction);
    };
    for (auto const& way : area_.first_ways()) reach(way.to);
    while (!stack.empty()) {
        std::uint32_t const i = stack.back();
        stack.pop_back();
        for (auto const& way : area_.ways_out(i)) reach(way.to);
    }
}

/// False where a way to an exit cannot be closed anywhere and must not be left open.
bool CordonCut::build(std::span<std::int64_t const> prices, std::int64_t open_exit)
{
    spread(prices);
    work_ += 4 * prices.size();
    first_.assign(2, no_number);
    edges_.clear();
    rests_.clear();
    flow_ = 0;
    auto const count = static_cast<std::uint32_t>(prices.size());
    in_.assign(count, no_number);
    out_.assign(count, no_number);
    for (std::uint32_t i = 0; i < count; ++i) {
        if (!matters_[i] || prices[i] == 0) continue;
        in_[i] = out_[i] = taken_[i] ? source : add_vertex();
        bool const is_exit = area_.junctions()[i].is_exit;
        if (is_exit && taken_[i] && open_exit == no_price) return false;
        if (prices[i] != no_price) {
            std::int64_t const rest = prices[i] % point_price;
            rests_.emplace_back(static_cast<std::uint32_t>(edges_.size()), rest);
            join(in_[i], out_[i] = add_vertex(), prices[i] - rest);
        }
        if (is_exit && !taken_[i]) join(out_[i], sink, open_exit);
    }
    for (auto const& way : area_.first_ways())
        if (in_[way.to] != no_number) join(source, in_[way.to], no_price);
    for (std::uint32_t i = 0; i < count; ++i)
        for (auto const& way : area_.ways_out(i))
            if (out_[i] != no_number && in_[way.to] != no_number) join(out_[i], in_[way.to], no_price);
    return true;
}

/// False when the sink cannot be reached any more: then exactly the suspect's side has a level.
bool CordonCut::level()
{
    level_.assign(first_.size(), no_number);
    queue_.assign(1, source);
    level_[source] = 0;
    for (std::size_t i = 0; i < queue_.size(); ++i) {
        std::uint32_t const from = queue_[i];
        for (std::uint32_t e = first_[from]; e != no_number; e = edges_[e].next) {
            ++work_;
            if (edges_[e].room == 0 || level_[edges_[e].to] != no_number) continue;
            level_[edges_[e].to] = level_[from] + 1;
            if (edges_[e].to == sink) return true;
            queue_.push_back(edges_[e].to);
        }
    }
    return false;
}

/// Pushes along shortest ways until none of this length is left: forward as long as it goes, else a step back.
void CordonCut::push_all()
{
    at_ = first_;
    std::vector<std::uint32_t> way;  // edges
    std::uint32_t here = source;
    for (;;) {
        if (here == sink) {
            std::int64_t room = no_price;
            for (std::uint32_t const e : way) room = std::min(room, edges_[e].room);
            std::size_t full = way.size();
            work_ += way.size();
            for (std::size_t i = way.size(); i-- > 0;) {
                edges_[way[i]].room -= room;
                edges_[way[i] ^ 1U].room += room;
                if (edges_[way[i]].room == 0) full = i;
            }
            CRESSET_CHECK(full < way.size());
            flow_ += room;
            here = edges_[way[full] ^ 1U].to;
            way.resize(full);
        }
        std::uint32_t& e = at_[here];
        while (e != no_number && (edges_[e].room == 0 || level_[edges_[e].to] != level_[here] + 1))
            e = edges_[e].next, ++work_;
        ++work_;
        if (e != no_number) {
            way.push_back(e);
            here = edges_[e].to;
            continue;
        }
        if (way.empty()) return;
        here = edges_[way.back() ^ 1U].to;
        way.pop_back();
        at_[here] = edges_[at_[here]].next;
    }
}

/// False if it takes more than that.
bool CordonCut::fill(std::int64_t most)
{
    while (level()) {
        push_all();
        if (flow_ > most) return false;
    }
    return true;
}

std::optional<std::vector<std::uint32_t>> CordonCut::least(std::span<std::int64_t const> prices, Wish const& wish)
{
    CRESSET_CHECK(prices.size() == area_.junctions().size());
    if (!build(prices, wish.open_exit) || !fill(wish.most)) return {};
    for (auto const& [edge, rest] : rests_) edges_[edge].room += rest;
    if (!fill(wish.most)) return {};
    std::vector<std::uint32_t> points;
    for (std::uint32_t i = 0; i < prices.size(); ++i) {
        if (in_[i] == no_number || in_[i] == out_[i]) continue;
        if (level_[in_[i]] != no_number && level_[out_[i]] == no_number) points.push_back(i);
    }
    return points;
}

}  // namespace cresset
