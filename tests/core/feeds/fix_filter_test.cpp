#include "core/feeds/fix_filter.h"

#include "core/base/dice.h"
#include "core/feeds/bindings.h"

#include <catch2/catch.hpp>

namespace cresset::feeds {

namespace {

constexpr Place home{312'300'000, 1'214'700'000};
Instant second(std::int64_t n)
{
    return instant(1'790'000'000'000 + n * 1000);
}
/// `metres` east of home.
Place east(std::int64_t metres)
{
    return moved(home, metres * 1000, 0);
}

}  // namespace

TEST_CASE("a fix from the future is doubtful and leaves no trace")
{
    FixFilter filter;
    CHECK(filter.judge("a", second(301), home, second(0)) == Verdict::doubtful);
    CHECK_FALSE(filter.last_place("a"));
    CHECK(filter.judge("a", second(300), home, second(0)) == Verdict::accepted);
}

TEST_CASE("a jump that nothing on a road can make is doubtful and the place stays")
{
    FixFilter filter;
    CHECK(filter.judge("a", second(0), home, second(0)) == Verdict::accepted);
    CHECK(filter.judge("a", second(10), east(920), second(10)) == Verdict::doubtful);
    CHECK(filter.last_place("a") == home);
    CHECK(filter.judge("a", second(11), east(20), second(11)) == Verdict::accepted);
    CHECK(filter.judge("a", second(21), east(900), second(21)) == Verdict::accepted);
}

TEST_CASE("the same instant is a duplicate whatever the place and an older one is late")
{
    FixFilter filter;
    filter.judge("a", second(5), home, second(5));
    CHECK(filter.judge("a", second(5), home, second(6)) == Verdict::duplicate);
    CHECK(filter.judge("a", second(5), east(5), second(6)) == Verdict::duplicate);
    CHECK(filter.judge("a", second(4), east(5), second(6)) == Verdict::late);
    CHECK(filter.last_place("a") == home);
}

TEST_CASE("quick receivers may jitter by metres")
{
    FixFilter filter;
    filter.judge("a", second(0), home, second(0));
    CHECK(filter.judge("a", second(0) + Duration{100}, east(20), second(0)) == Verdict::accepted);
}

TEST_CASE("three doubtful fixes in a row that agree are believed and two are not")
{
    FixFilter filter;
    filter.judge("a", second(0), home, second(0));
    CHECK(filter.judge("a", second(1), east(50'000), second(1)) == Verdict::doubtful);
    CHECK(filter.judge("a", second(1), east(50'000), second(1)) == Verdict::duplicate);
    CHECK(filter.judge("a", second(2), east(50'010), second(2)) == Verdict::doubtful);
    CHECK(filter.last_place("a") == home);
    CHECK(filter.judge("a", second(3), east(50'020), second(3)) == Verdict::accepted);
    CHECK(filter.last_place("a") == east(50'020));
}

TEST_CASE("doubtful fixes that disagree are never believed")
{
    FixFilter filter;
    filter.judge("a", second(0), home, second(0));
    for (int i = 1; i < 20; ++i)
        CHECK(filter.judge("a", second(i), east(i % 2 == 0 ? 50'000 : 90'000), second(i)) == Verdict::doubtful);
    CHECK(filter.last_place("a") == home);
}

TEST_CASE("a fix without a time of its own does not make the fixes late whose device is years behind")
{
    FixFilter filter;
    CHECK(filter.judge("a", second(100'000'000), home, second(100'000'000), false) == Verdict::doubtful);
    CHECK(filter.judge("a", second(0), east(5), second(100'000'001)) == Verdict::accepted);
    CHECK(filter.judge("a", second(100'000'002), east(10), second(100'000'002), false) == Verdict::doubtful);
    CHECK(filter.judge("a", second(1), east(10), second(100'000'003)) == Verdict::accepted);
}

TEST_CASE("a device that never says a time is believed once three fixes in a row agree")
{
    FixFilter filter;
    CHECK(filter.judge("a", second(0), home, second(0), false) == Verdict::doubtful);
    CHECK(filter.judge("a", second(1), east(5), second(1), false) == Verdict::doubtful);
    CHECK(filter.judge("a", second(2), east(10), second(2), false) == Verdict::accepted);
    CHECK(filter.judge("a", second(3), east(15), second(3), false) == Verdict::accepted);
    CHECK(filter.judge("a", second(4), east(9'000), second(4), false) == Verdict::doubtful);
}

TEST_CASE("devices are judged apart")
{
    FixFilter filter;
    filter.judge("a", second(5), home, second(5));
    CHECK(filter.judge("b", second(4), east(50'000), second(5)) == Verdict::accepted);
    CHECK(filter.judge("a", second(6), east(10), second(6)) == Verdict::accepted);
}

TEST_CASE("what is accepted is never older than before nor out of reach")
{
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        Dice dice{seed};
        FixFilter filter;
        Counters counters;
        Instant last = second(-100);
        for (int i = 0; i < 400; ++i) {
            auto const at = second(i) + Duration{dice.range(-3000, 3000)};
            auto const place = east(dice.chance(1, 20) ? dice.range(0, 100'000) : i * 10 + dice.range(-5, 5));
            auto const verdict = filter.judge("a", at, place, second(i));
            count(counters, verdict);
            if (verdict != Verdict::accepted) continue;
            CAPTURE(seed, i);
            REQUIRE(at > last);
            REQUIRE(filter.last_place("a") == place);
            last = at;
        }
        CHECK(counters.readings == 400);
        CHECK(counters.accepted + counters.duplicate + counters.late + counters.doubtful == 400);
        CHECK(counters.late > 0);
    }
}

TEST_CASE("a device may speak only for the units that are bound to it")
{
    Bindings bindings;
    UnitId const p12{1, 12}, p13{1, 13};
    bindings.bind("modem 7", p12);
    bindings.bind("modem 7", p12);
    CHECK(bindings.only_unit_of("modem 7") == p12);
    CHECK_FALSE(bindings.only_unit_of("modem 8"));
    CHECK(bindings.admit("modem 7", p12, "P12"));
    CHECK_FALSE(bindings.admit("modem 7", p13, "P13"));
    CHECK_FALSE(bindings.admit("modem 7", p13, "P13"));
    CHECK_FALSE(bindings.admit("modem 8", {}, "P99"));
    CHECK(bindings.refused() == 3);
    REQUIRE(bindings.quarantine().size() == 2);
    CHECK(*bindings.quarantine().find({"modem 7", "P13"}) == 2);
    bindings.bind("modem 7", p13);
    CHECK_FALSE(bindings.only_unit_of("modem 7"));
    CHECK(bindings.may_speak("modem 7", p13));
    bindings.unbind("modem 7");
    CHECK_FALSE(bindings.may_speak("modem 7", p12));
}

TEST_CASE("a quarantine that is full goes on counting")
{
    Bindings bindings;
    for (int i = 0; i < 1000; ++i) CHECK_FALSE(bindings.admit("liar", {}, std::to_string(i)));
    CHECK(bindings.quarantine().size() == Bindings::quarantine_limit);
    CHECK(bindings.refused() == 1000);
}

}  // namespace cresset::feeds
