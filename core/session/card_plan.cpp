#include "core/session/card_plan.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace cresset {

namespace {

class Seating {
public:
    Seating(std::span<std::size_t const> seats, std::span<SeatTaker const> takers)
        : seats_{seats}, takers_{takers}, taken_(seats.size())
    {
    }

    /// Others may have to change their seats for it; nobody loses one.
    bool seat(std::size_t taker)
    {
        seen_.assign(seats_.size(), false);
        return find_seat(taker);
    }
    std::vector<std::optional<std::size_t>> take() { return std::move(taken_); }

private:
    bool find_seat(std::size_t taker)
    {
        for (std::size_t i = 0; i < seats_.size(); ++i) {
            if (seen_[i] || !takers_[taker].serves_as[seats_[i]]) continue;
            seen_[i] = true;
            if (taken_[i] && !find_seat(*taken_[i])) continue;
            taken_[i] = taker;
            return true;
        }
        return false;
    }

    std::span<std::size_t const> seats_;
    std::span<SeatTaker const> takers_;
    std::vector<std::optional<std::size_t>> taken_;
    std::vector<bool> seen_;
};

}  // namespace

std::vector<UnitId> CardPlan::proposed() const
{
    std::vector<std::pair<std::uint32_t, UnitId>> order;
    for (CardSeat const& seat : seats)
        if (seat.unit && !seat.sent) order.emplace_back(seat.eta_ms.value_or(UINT32_MAX), *seat.unit);
    std::sort(order.begin(), order.end());
    std::vector<UnitId> units;
    units.reserve(order.size());
    for (auto const& [eta, unit] : order) units.push_back(unit);
    return units;
}

bool CardPlan::proposes(UnitId unit) const
{
    return std::any_of(seats.begin(), seats.end(),
                       [&](CardSeat const& seat) { return !seat.sent && seat.unit == unit; });
}

std::size_t CardPlan::open() const
{
    return static_cast<std::size_t>(
        std::count_if(seats.begin(), seats.end(), [](CardSeat const& seat) { return !seat.sent; }));
}

std::size_t CardPlan::empty() const
{
    return static_cast<std::size_t>(
        std::count_if(seats.begin(), seats.end(), [](CardSeat const& seat) { return !seat.unit; }));
}

std::vector<std::optional<std::size_t>> seat_cheapest(std::span<std::size_t const> seats,
                                                      std::span<SeatTaker const> takers)
{
    std::vector<std::size_t> order(takers.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return takers[a].cost < takers[b].cost; });
    Seating seating{seats, takers};
    for (std::size_t const taker : order) seating.seat(taker);
    return seating.take();
}

}  // namespace cresset
