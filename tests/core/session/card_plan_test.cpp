#include "core/session/card_plan.h"

#include "core/base/dice.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace cresset;

namespace {

using Seats = std::vector<std::size_t>;
using Takers = std::vector<SeatTaker>;

/// How many seats are taken, and the costs of who took them, dearest last.
struct Filling {
    std::size_t taken = 0;
    std::uint64_t cost = 0;
    friend bool operator==(Filling const&, Filling const&) = default;
};

Filling filling_of(std::vector<std::optional<std::size_t>> const& seated, Takers const& takers)
{
    Filling filling;
    for (auto const& taker : seated)
        if (taker) ++filling.taken, filling.cost += takers[*taker].cost;
    return filling;
}

/// Every way to fill the seats from the n-th on.
void try_all(Seats const& seats, Takers const& takers, std::size_t seat, std::vector<bool>& used, Filling so_far,
             Filling& best)
{
    if (seat == seats.size()) {
        if (so_far.taken > best.taken || (so_far.taken == best.taken && so_far.cost < best.cost)) best = so_far;
        return;
    }
    try_all(seats, takers, seat + 1, used, so_far, best);
    for (std::size_t i = 0; i < takers.size(); ++i) {
        if (used[i] || !takers[i].serves_as[seats[seat]]) continue;
        used[i] = true;
        try_all(seats, takers, seat + 1, used, {so_far.taken + 1, so_far.cost + takers[i].cost}, best);
        used[i] = false;
    }
}

}  // namespace

TEST_CASE("Without seats or takers nobody is seated")
{
    CHECK(seat_cheapest(Seats{}, Takers{{5, {true}}}).empty());
    CHECK(seat_cheapest(Seats{0, 0}, Takers{}) == std::vector<std::optional<std::size_t>>(2));
    CHECK(seat_cheapest(Seats{0}, Takers{{5, {false}}}) == std::vector<std::optional<std::size_t>>(1));
}

TEST_CASE("Who can serve as two changes the seat for who can serve as one")
{
    // The first is the quickest and could take either; the second can take the first seat only.
    auto const seated = seat_cheapest(Seats{0, 1}, Takers{{10, {true, true}}, {20, {true, false}}});
    CHECK(seated == std::vector<std::optional<std::size_t>>{1, 0});
}

TEST_CASE("Of equal cost the earlier is seated")
{
    CHECK(seat_cheapest(Seats{0}, Takers{{7, {true}}, {7, {true}}}) == std::vector<std::optional<std::size_t>>{0});
}

TEST_CASE("Nobody takes two seats and nobody one that it cannot serve")
{
    Dice dice{7};
    for (int round = 0; round < 300; ++round) {
        Seats seats(dice.below(6));
        for (auto& role : seats) role = dice.below(3);
        Takers takers(dice.below(7));
        for (auto& taker : takers) taker = {dice.below(20), {dice.chance(1, 2), dice.chance(1, 3), dice.chance(1, 4)}};
        auto const seated = seat_cheapest(seats, takers);
        REQUIRE(seated.size() == seats.size());
        for (std::size_t i = 0; i < seats.size(); ++i) {
            if (!seated[i]) continue;
            CHECK(takers[*seated[i]].serves_as[seats[i]]);
            CHECK(std::count(seated.begin(), seated.end(), seated[i]) == 1);
        }
    }
}

TEST_CASE("As many seats are taken at the least cost as a search of every way finds")
{
    Dice dice{11};
    for (int round = 0; round < 2000; ++round) {
        Seats seats(1 + dice.below(5));
        for (auto& role : seats) role = dice.below(3);
        Takers takers(dice.below(7));
        for (auto& taker : takers) taker = {dice.below(12), {dice.chance(1, 2), dice.chance(1, 3), dice.chance(1, 4)}};
        Filling best;
        std::vector<bool> used(takers.size());
        try_all(seats, takers, 0, used, {}, best);
        INFO("round " << round);
        CHECK(filling_of(seat_cheapest(seats, takers), takers) == best);
    }
}
