#pragma once
/// A run card for one incident: a seat for every unit that it asks for, taken by who was sent, else by who is proposed,
/// else empty.

#include "core/base/ids.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace cresset {

struct CardSeat {
    std::string role;  // code of the run cards
    std::optional<UnitId> unit;
    bool sent = false;                    // at work there already; else proposed
    std::optional<std::uint32_t> eta_ms;  // of who is proposed
    friend bool operator==(CardSeat const&, CardSeat const&) = default;
};

struct CardPlan {
    std::string card;             // its code
    std::vector<CardSeat> seats;  // in the order of the card
    friend bool operator==(CardPlan const&, CardPlan const&) = default;

    /// Quickest first, lower id first where equal.
    std::vector<UnitId> proposed() const;
    bool proposes(UnitId unit) const;
    /// Seats that nobody sent has taken; and those for which nobody is free either.
    std::size_t open() const;
    std::size_t empty() const;
};

/// Somebody who could take a seat: what it costs, and whether it can serve as each of the roles.
struct SeatTaker {
    std::uint64_t cost = 0;
    std::vector<bool> serves_as;  // by role
};

/// Who takes which seat: as many seats as can be taken, and of all ways to do that the one of the least cost; the
/// earlier of equal cost. For each seat, by its role's number, the number of its taker.
///
/// Seats are the one side of a bipartite graph, takers the other; sets of takers that can be seated together are the
/// independent sets of a transversal matroid (Edmonds and Fulkerson 1965), so that taking the cheapest first and
/// keeping each that an augmenting path can still seat gives the set of the least cost.
std::vector<std::optional<std::size_t>> seat_cheapest(std::span<std::size_t const> seats,
                                                      std::span<SeatTaker const> takers);

}  // namespace cresset
