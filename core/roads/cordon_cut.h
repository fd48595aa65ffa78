#pragma once
/// The cheapest set of junctions that parts a suspect from the exits: a least vertex cut, which is a greatest flow
/// (Ford and Fulkerson 1956, Menger 1927) where each junction lets through as much as closing it costs. Found by
/// Dinic's method (1970). Of equally cheap cuts the one nearest to the suspect. Whole numbers.

#include "core/roads/cordon_escape.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace cresset {

/// What cannot be closed, or must not be given up.
inline constexpr std::int64_t no_price = INT64_MAX / 4;
/// One point: more than all the time that the units of any cordon could save. Whole points of a price are sent through
/// the network before the rest, which is quicker.
inline constexpr std::int64_t point_price = std::int64_t{1} << 40U;

class CordonCut {
public:
    explicit CordonCut(EscapeArea const& area);

    struct Wish {
        std::int64_t open_exit = no_price;  // what leaving an exit open costs
        std::int64_t most = no_price;       // no cut that costs more is of use
    };
    /// The junctions to close, lowest number first, where closing junction i costs prices[i] (0: it is closed already
    /// and not told again). Nothing if only no_price would do, or more than `most`. All prices together are less than
    /// no_price.
    std::optional<std::vector<std::uint32_t>> least(std::span<std::int64_t const> prices, Wish const& wish);

    /// How much was looked at so far: a measure of work that is the same on every machine.
    std::uint64_t work() const { return work_; }

private:
    struct Edge {
        std::uint32_t to;
        std::uint32_t next;  // of the same vertex
        std::int64_t room;
    };
    static constexpr std::uint32_t source = 0, sink = 1;

    std::uint32_t add_vertex();
    void join(std::uint32_t from, std::uint32_t to, std::int64_t room);
    void spread(std::span<std::int64_t const> prices);
    void leave_dead_ends();
    bool build(std::span<std::int64_t const> prices, std::int64_t open_exit);
    bool level();
    void push_all();
    bool fill(std::int64_t most);

    EscapeArea const& area_;
    std::vector<char> matters_;            // junctions on some way without turning back to an exit
    std::vector<char> taken_;              // he comes there whatever is closed
    std::vector<std::uint32_t> in_, out_;  // vertices of each junction; no_number: not in the network
    std::vector<std::uint32_t> first_;     // edge of each vertex
    std::vector<Edge> edges_;              // edge k and k ^ 1 are each other's way back
    std::vector<std::pair<std::uint32_t, std::int64_t>> rests_;  // edges, and what of their price is less than a point
    std::vector<std::uint32_t> level_, at_, queue_;
    std::int64_t flow_ = 0;
    std::uint64_t work_ = 0;
};

}  // namespace cresset
