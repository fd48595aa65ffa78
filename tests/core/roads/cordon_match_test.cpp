#include "core/roads/cordon_match.h"

#include "core/base/dice.h"
#include "core/roads/road_graph.h"

#include <algorithm>
#include <bit>
#include <catch2/catch.hpp>
#include <numeric>

using namespace cresset;

namespace {

/// The least total time in which all rows of the mask can be served, by trying everything.
std::int64_t least_by_trial(std::vector<std::vector<std::int64_t>> const& times, std::size_t row, unsigned rows,
                            unsigned taken)
{
    if (row == times.size()) return 0;
    if ((rows >> row & 1U) == 0) return least_by_trial(times, row + 1, rows, taken);
    std::int64_t best = no_match;
    for (std::size_t column = 0; column < times[row].size(); ++column) {
        if ((taken >> column & 1U) != 0 || times[row][column] == no_match) continue;
        auto const rest = least_by_trial(times, row + 1, rows, taken | 1U << column);
        if (rest != no_match) best = std::min(best, rest + times[row][column]);
    }
    return best;
}

}  // namespace

TEST_CASE("nobody to serve and nobody who serves is a matching too")
{
    CHECK(match_least({}).is_complete());
    auto const nobody = match_least({{}, {}});
    CHECK(nobody.contending == std::vector<std::uint32_t>{0});
    CHECK(nobody.column_of == std::vector<std::uint32_t>{no_number, no_number});
}

TEST_CASE("a matching takes the least total time and names the rows that contend where it cannot serve all")
{
    int complete = 0, incomplete = 0;
    for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
        Dice dice{seed};
        std::vector<std::vector<std::int64_t>> times(1 + dice.below(5));
        std::size_t const columns = 1 + dice.below(6);
        for (auto& row : times)
            for (std::size_t i = 0; i < columns; ++i)
                row.push_back(dice.chance(1, 2) ? no_match : static_cast<std::int64_t>(dice.below(20)));
        auto const found = match_least(times);
        unsigned served = 0, used = 0;
        std::int64_t total = 0;
        for (std::size_t row = 0; row < times.size(); ++row) {
            auto const column = found.column_of[row];
            if (column == no_number) continue;
            REQUIRE(times[row][column] != no_match);
            REQUIRE((used >> column & 1U) == 0);
            used |= 1U << column;
            served |= 1U << row;
            total += times[row][column];
        }
        unsigned const all = (1U << times.size()) - 1;
        REQUIRE(total == found.total);
        REQUIRE(total == least_by_trial(times, 0, served, 0));
        REQUIRE(found.is_complete() == (least_by_trial(times, 0, all, 0) != no_match));
        REQUIRE(found.is_complete() == (served == all));
        // Nobody else can be served beside those, and no more than those by any other choice.
        for (unsigned rows = 0; rows <= all; ++rows)
            if (std::popcount(rows) > std::popcount(served)) REQUIRE(least_by_trial(times, 0, rows, 0) == no_match);
        (found.is_complete() ? complete : incomplete) += 1;
        if (found.is_complete()) continue;
        unsigned columns_of_them = 0;
        for (auto const row : found.contending)
            for (std::size_t i = 0; i < columns; ++i)
                if (times[row][i] != no_match) columns_of_them |= 1U << i;
        REQUIRE(static_cast<std::size_t>(std::popcount(columns_of_them)) < found.contending.size());
    }
    CHECK(complete > 500);
    CHECK(incomplete > 500);
}
