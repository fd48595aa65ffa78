#pragma once
/// Who goes to which point, in the least time altogether: rows are points, columns are units, each unit goes to one
/// point at most. Rows that cannot all be served are served from the first on; whom one of them lacks is told by Hall's
/// theorem. The Hungarian method (Kuhn 1955, by shortest augmenting paths, Jonker and Volgenant 1987), whole numbers.

#include <cstdint>
#include <vector>

namespace cresset {

/// What is not possible in a table of times.
inline constexpr std::int64_t no_match = INT64_MAX;

struct Matching {
    std::vector<std::uint32_t> column_of;   // of each row; no_number where it is not served
    std::int64_t total = 0;                 // of the rows served: no other way to serve them is quicker altogether
    std::vector<std::uint32_t> contending;  // rows for which there are fewer columns than rows; empty if all are served
    bool is_complete() const { return contending.empty(); }
};

/// All rows have one length; times are less than 2^53.
Matching match_least(std::vector<std::vector<std::int64_t>> const& times);

}  // namespace cresset
