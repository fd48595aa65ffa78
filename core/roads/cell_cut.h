#pragma once
/// Cuts a small or large piece of a street net in two where few streets cross, with a fair part of the junctions on
/// either side: the least cut between the foremost and the hindmost quarter of the junctions in each of four directions
/// (inertial flow: Schild and Sommer 2015; the flow: Dinic 1970), the best of the four.

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace cresset {

/// A piece of the net: junctions 0..n-1 and the streets between them.
struct CellGraph {
    struct End {
        std::uint32_t node;  // at the other end
        std::uint32_t edge;
    };
    std::vector<std::array<std::int32_t, 2>> places;  // east, north in any one unit
    std::vector<std::array<std::uint32_t, 2>> edges;  // the junctions of each street, never the same two
    std::vector<std::uint32_t> first;                 // of each junction, and one more
    std::vector<End> ends;

    std::size_t size() const { return places.size(); }
    std::span<End const> at(std::uint32_t node) const
    {
        return {ends.data() + first[node], ends.data() + first[node + 1]};
    }
    /// Fills first and ends from edges.
    void index();
};

class CellCutter {
public:
    /// For each junction 0 or 1: its side. Both sides hold someone where there are two junctions and more.
    std::vector<std::uint8_t> const& cut(CellGraph const& cell);

private:
    bool split_parts();
    void try_direction(std::array<std::int64_t, 2> way);
    bool find_levels();
    bool push_from(std::uint32_t source);
    void consider(bool from_sources);

    CellGraph const* cell_ = nullptr;
    std::vector<std::uint8_t> best_;
    std::size_t best_cut_ = 0;
    std::size_t best_small_ = 0;
    std::vector<std::pair<std::int64_t, std::uint32_t>> along_;
    std::vector<std::uint8_t> end_of_;  // 1: source, 2: sink
    std::vector<std::int8_t> flow_;     // of each edge, positive from its first junction to its second
    std::vector<std::uint32_t> level_;
    std::vector<std::uint32_t> next_;  // the end to try next, of each junction
    std::vector<std::uint32_t> queue_;
    std::vector<std::uint32_t> path_;  // ends walked, as numbers in cell.ends
    std::vector<std::uint8_t> side_;
    std::size_t flow_sum_ = 0;
};

}  // namespace cresset
