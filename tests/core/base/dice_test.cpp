#include "core/base/dice.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <map>
#include <set>

using namespace cresset;

TEST_CASE("A throw of the dice is the same on every machine")
{
    // splitmix64 of 0 as its authors give it; the others follow from it.
    CHECK(mix64(0) == 0xE220A8397B1DCDAFULL);
    CHECK(dice(1, 2, 3) == mix64(mix64(mix64(1) ^ 2) ^ 3));
    static_assert(dice(1, 2, 3) == 0xD0734750FDE362B3ULL);
    Dice run{42};
    CHECK(run.next() == 0xEBDB7216A4FFED50ULL);
    CHECK(run.next() == 0x15471CCE9858769BULL);
    CHECK(run.below(1000) == 603);
    CHECK(run.range(-5, 5) == 0);
}

TEST_CASE("A throw without memory depends on seed and stream and tick alone")
{
    CHECK(dice(1, 2, 3) == dice(1, 2, 3));
    std::set<std::uint64_t> seen;
    for (std::uint64_t seed = 0; seed < 10; ++seed)
        for (std::uint64_t stream = 0; stream < 10; ++stream)
            for (std::uint64_t tick = 0; tick < 100; ++tick) seen.insert(dice(seed, stream, tick));
    CHECK(seen.size() == 10'000);
}

TEST_CASE("Two runs of one seed are equal and of two streams are not")
{
    Dice a{9, 1};
    Dice b{9, 1};
    Dice c{9, 2};
    int same = 0;
    for (int i = 0; i < 1000; ++i) {
        auto const throw_a = a.next();
        REQUIRE(throw_a == b.next());
        same += throw_a == c.next() ? 1 : 0;
    }
    CHECK(same == 0);
}

TEST_CASE("Every face of the dice falls as often as chance has it")
{
    constexpr int throws = 60'000;
    std::map<std::uint64_t, int> faces;
    std::map<std::uint64_t, int> faces_by_tick;
    Dice run{2026};
    for (int i = 0; i < throws; ++i)
        ++faces[run.below(6)], ++faces_by_tick[dice_below(6, 5, 6, static_cast<std::uint64_t>(i))];
    for (auto const* counted : {&faces, &faces_by_tick}) {
        REQUIRE(counted->size() == 6);
        double chi = 0;  // of 5 degrees of freedom: above 20.5 in one of a thousand
        for (auto const& [face, count] : *counted) chi += (count - 1e4) * (count - 1e4) / 1e4;
        CHECK(chi < 20.5);
    }
}

TEST_CASE("Ranges hold both of their ends and chances their part")
{
    Dice run{8};
    std::set<std::int64_t> seen;
    for (int i = 0; i < 1000; ++i) {
        auto const value = run.range(-2, 2);
        REQUIRE(std::llabs(value) <= 2);
        seen.insert(value);
    }
    CHECK(seen.size() == 5);
    CHECK(run.range(7, 7) == 7);
    CHECK(run.below(1) == 0);
    int heads = 0;
    for (int i = 0; i < 10'000; ++i) heads += run.chance(1, 4) ? 1 : 0;
    CHECK(std::abs(heads - 2500) < 200);
    CHECK(!run.chance(0, 4));
    CHECK(run.chance(4, 4));
    double sum = 0;
    for (int i = 0; i < 10'000; ++i) {
        double const real = run.real();
        REQUIRE((real >= 0 && real < 1));
        sum += real;
    }
    CHECK(sum / 10'000 == Approx(0.5).margin(0.02));
}
