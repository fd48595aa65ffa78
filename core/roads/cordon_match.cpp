#include "core/roads/cordon_match.h"

#include "core/roads/road_graph.h"

#include <algorithm>

namespace cresset {
namespace {

/// Prices keep every possible pair at a reduced time of 0 and more, and those matched at 0.
struct Prices {
    std::vector<std::vector<std::int64_t>> const& times;
    std::vector<std::int64_t> row, column;
    std::vector<std::uint32_t> row_of;  // of each column

    std::int64_t reduced(std::uint32_t r, std::uint32_t c) const
    {
        return times[r][c] == no_match ? no_match : times[r][c] - row[r] - column[c];
    }
    bool serve(std::uint32_t start, std::vector<std::uint32_t>& contending);
};

/// Grows a tree of alternating paths from the row, always by the cheapest column, until a free one is found.
bool Prices::serve(std::uint32_t start, std::vector<std::uint32_t>& contending)
{
    std::size_t const columns = row_of.size();
    std::vector<std::int64_t> least(columns, no_match);
    std::vector<std::uint32_t> before(columns, no_number);  // the column whose row reaches this one
    std::vector<char> in_tree(columns);
    std::vector<std::uint32_t> rows{start};
    std::uint32_t from = no_number;
    for (;;) {
        std::uint32_t const r = rows.back();
        std::uint32_t next = no_number;
        for (std::uint32_t c = 0; c < columns; ++c) {
            if (in_tree[c]) continue;
            if (std::int64_t const cost = reduced(r, c); cost < least[c]) least[c] = cost, before[c] = from;
            if (least[c] != no_match && (next == no_number || least[c] < least[next])) next = c;
        }
        if (next == no_number) {
            if (contending.empty()) contending = rows;
            return false;
        }
        std::int64_t const step = least[next];
        row[start] += step;
        for (std::uint32_t c = 0; c < columns; ++c) {
            if (in_tree[c])
                row[row_of[c]] += step, column[c] -= step;
            else if (least[c] != no_match)
                least[c] -= step;
        }
        in_tree[next] = 1;
        from = next;
        if (row_of[next] == no_number) break;
        rows.push_back(row_of[next]);
    }
    for (std::uint32_t c = from; c != no_number; c = before[c])
        row_of[c] = before[c] == no_number ? start : row_of[before[c]];
    return true;
}

}  // namespace

Matching match_least(std::vector<std::vector<std::int64_t>> const& times)
{
    std::size_t const columns = times.empty() ? 0 : times.front().size();
    Prices prices{times, std::vector<std::int64_t>(times.size()), std::vector<std::int64_t>(columns),
                  std::vector<std::uint32_t>(columns, no_number)};
    Matching out;
    out.column_of.assign(times.size(), no_number);
    for (std::uint32_t r = 0; r < times.size(); ++r) prices.serve(r, out.contending);
    for (std::uint32_t c = 0; c < columns; ++c) {
        if (prices.row_of[c] == no_number) continue;
        out.column_of[prices.row_of[c]] = c;
        out.total += times[prices.row_of[c]][c];
    }
    std::sort(out.contending.begin(), out.contending.end());
    return out;
}

}  // namespace cresset
