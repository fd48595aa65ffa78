#include "core/exercise/city_life.h"

#include <catch2/catch.hpp>

using namespace cresset;

namespace {

/// One street corner; nobody can be sent anywhere.
class OneCorner : public CityGuide {
public:
    std::optional<Way> way(Place, Place, Mode, Instant, WayPurpose, Closures const&) const override { return {}; }
    bool leads_through(Way const&, Place) const override { return false; }
    Recommendation recommend(std::vector<Candidate> const&, Place, std::size_t, Closures const&) const override
    {
        return {};
    }
    std::optional<Place> place_on_road(std::uint64_t) const override { return Place{312'300'000, 1'214'700'000}; }
    std::optional<Place> place_on_road(std::uint64_t dice, Place, std::int64_t) const override
    {
        return place_on_road(dice);
    }
    std::optional<Place> street_near(Place, std::int64_t) const override { return {}; }
    Names address(Place) const override { return {}; }
};

constexpr std::int64_t day_ms = 86'400'000;

/// Calls by hour (UTC) in so many days from midnight.
std::vector<std::int64_t> calls_by_hour(Drill const& drill, std::uint64_t seed, int days)
{
    OneCorner const corner;
    CityLife const life{drill, corner, seed};
    World const world;
    std::vector<std::int64_t> calls(24);
    std::int64_t const midnight = 1'795'305'600'000 / day_ms * day_ms;
    for (std::int64_t at = 0; at < days * day_ms; at += drill.tick_ms)
        for (Event const& event : life.tick(world, instant(midnight + at)).events)
            if (std::holds_alternative<IncidentReported>(event))
                ++calls[static_cast<std::size_t>(at % day_ms / 3'600'000)];
    return calls;
}

std::int64_t sum(std::vector<std::int64_t> const& numbers)
{
    std::int64_t all = 0;
    for (auto const one : numbers) all += one;
    return all;
}

Drill drill_with(std::int64_t per_day_x10, std::vector<std::int64_t> by_hour = {})
{
    Drill drill;
    drill.tick_ms = 5000;
    CallRow row;
    row.type = "theft";
    row.per_day_x10 = per_day_x10;
    row.by_hour = std::move(by_hour);
    drill.calls.push_back(row);
    return drill;
}

}  // namespace

TEST_CASE("A drill without calls brings none")
{
    CHECK(sum(calls_by_hour(drill_with(0), 1, 2)) == 0);
}

TEST_CASE("Calls come as often as the drill says within five standard deviations")
{
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        auto const calls = sum(calls_by_hour(drill_with(2000), seed, 10));  // 200 a day: 2000, deviation 45
        CHECK(calls > 2000 - 225);
        CHECK(calls < 2000 + 225);
    }
}

TEST_CASE("How often they come does not depend on the length of a tick")
{
    Drill drill = drill_with(4000);
    drill.tick_ms = 500;
    auto const fine = sum(calls_by_hour(drill, 9, 2));
    drill.tick_ms = 10'000;
    auto const coarse = sum(calls_by_hour(drill, 9, 2));
    for (auto const calls : {fine, coarse}) {  // 800, deviation 28
        CHECK(calls > 800 - 142);
        CHECK(calls < 800 + 142);
    }
}

TEST_CASE("Hours have the share of the day that their weights say")
{
    std::vector<std::int64_t> weights(24, 0);
    weights[3] = 1;
    weights[20] = 3;
    auto const calls = calls_by_hour(drill_with(2000, weights), 5, 10);
    CHECK(calls[3] > 500 - 112);
    CHECK(calls[3] < 500 + 112);
    CHECK(calls[20] > 1500 - 194);
    CHECK(calls[20] < 1500 + 194);
    CHECK(sum(calls) == calls[3] + calls[20]);
}

TEST_CASE("The same tick of the same world has the same act and another seed another day")
{
    Drill const drill = drill_with(2000);
    CHECK(calls_by_hour(drill, 1, 1) == calls_by_hour(drill, 1, 1));
    CHECK_FALSE(calls_by_hour(drill, 1, 1) == calls_by_hour(drill, 2, 1));
}
