#include "core/facts/sweep.h"

#include "core/base/dice.h"

#include <catch2/catch.hpp>

using namespace cresset;

namespace {

UnitFix random_fix(Dice& dice, UnitId unit)
{
    Fix fix;
    fix.place = {static_cast<std::int32_t>(dice.range(-900'000'000, 900'000'000)),
                 static_cast<std::int32_t>(dice.range(-1'800'000'000, 1'800'000'000))};
    fix.at = instant(dice.range(ms(earliest_instant), ms(latest_instant)));
    fix.speed_cm_s = static_cast<std::uint16_t>(dice.below(65536));
    fix.course_deg = dice.chance(1, 4) ? Fix::unknown_course : static_cast<std::uint16_t>(dice.below(360));
    fix.accuracy_m = static_cast<std::uint16_t>(dice.below(65536));
    return {unit, fix};
}

std::vector<UnitFix> random_fixes(Dice& dice, std::uint64_t size)
{
    std::vector<UnitFix> fixes;
    std::uint64_t unit = dice.below(1000);
    for (std::uint64_t i = 0; i < size; ++i) {
        fixes.push_back(random_fix(dice, UnitId::unpacked(unit)));
        unit += 1 + (dice.chance(1, 10) ? dice.below(std::uint64_t{1} << 36U) : 0);
    }
    return fixes;
}

}  // namespace

TEST_CASE("What is no sweep gives no fix")
{
    for (char const* bytes : {"", "S", "S\x02", "T\x01", "S\x01", "S\x01\x01"}) CHECK(unpack_sweep(bytes).empty());
    auto const nothing = [](UnitId, Fix const&) {};
    CHECK(!walk_sweep("", nothing));
    CHECK(walk_sweep(pack_sweep({}), nothing));
    std::string const sound = pack_sweep({{UnitId{1, 1}, Fix{{1, 2}, instant(3), 4, 5, 6}}});
    CHECK(unpack_sweep(sound).size() == 1);
    CHECK(unpack_sweep(sound + '\0').empty());
    std::string huge = sound;
    huge.replace(2, 1, "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F");  // says that it holds more fixes than there are atoms
    CHECK(unpack_sweep(huge).empty());
}

TEST_CASE("A sweep that names a unit twice is refused")
{
    std::vector<UnitFix> const two{{UnitId{1, 1}, Fix{{}, {}, 0, 0, 0}}, {UnitId{1, 2}, Fix{{}, {}, 0, 0, 0}}};
    std::string bytes = pack_sweep(two);
    CHECK(unpack_sweep(bytes) == two);
    auto const second = bytes.size() - 6;  // its first number is the step to its unit
    REQUIRE(bytes[second] == 1);
    bytes[second] = 0;
    CHECK(unpack_sweep(bytes).empty());
}

TEST_CASE("Fixes come back from their sweep")
{
    Dice dice{1};
    for (int round = 0; round < 300; ++round) {
        auto const fixes = random_fixes(dice, dice.below(60));
        REQUIRE(unpack_sweep(pack_sweep(fixes)) == fixes);
    }
    UnitFix const edge{UnitId{65535, 4294967295}, Fix{{INT32_MIN, INT32_MAX}, latest_instant, 65535, 359, 65535}};
    CHECK(unpack_sweep(pack_sweep({edge})) == std::vector{edge});
}

TEST_CASE("A second of ten thousand units of a city takes ten bytes a fix or so")
{
    Dice dice{2};
    std::vector<UnitFix> fixes;
    for (std::uint32_t number = 1; number <= 10'000; ++number) {
        Fix fix;
        fix.place = moved({312'300'000, 1'214'700'000}, dice.range(-15'000'000, 15'000'000),
                          dice.range(-15'000'000, 15'000'000));
        fix.at = instant(1'795'374'161'000 + static_cast<std::int64_t>(dice.below(1000)));
        fix.speed_cm_s = static_cast<std::uint16_t>(dice.below(2500));
        fix.course_deg = static_cast<std::uint16_t>(dice.below(360));
        fix.accuracy_m = 5;
        fixes.push_back({UnitId{1, number}, fix});
    }
    auto const bytes = pack_sweep(fixes);
    CHECK(unpack_sweep(bytes) == fixes);
    CHECK(bytes.size() < 15 * fixes.size());
    CHECK(bytes.size() > 5 * fixes.size());
}

TEST_CASE("A damaged sweep is refused or gives fixes that can be packed again")
{
    Dice dice{3};
    int read = 0;
    for (int round = 0; round < 50'000; ++round) {
        auto bytes = pack_sweep(random_fixes(dice, 1 + dice.below(4)));
        for (auto n = 1 + dice.below(2); n > 0 && !bytes.empty(); --n) {
            if (dice.chance(1, 5))
                bytes.resize(dice.below(bytes.size()));
            else
                bytes[dice.below(bytes.size())] = static_cast<char>(dice.below(256));
        }
        auto const fixes = unpack_sweep(bytes);
        read += fixes.empty() ? 0 : 1;
        for (auto const& one : fixes) {
            REQUIRE(in_calendar(one.fix.at));
            REQUIRE((one.fix.course_deg < 360 || one.fix.course_deg == Fix::unknown_course));
        }
        REQUIRE(unpack_sweep(pack_sweep(fixes)) == fixes);
    }
    CHECK(read > 1000);
}
