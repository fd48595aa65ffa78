// How long the desk looks for what is near a place, as it does each second while the list is open.

#include "core/session/near.h"
#include "tests/bench/maps/material.h"
#include "tests/bench/report.h"

#include <algorithm>
#include <fmt/format.h>

namespace cresset::bench {

namespace {

constexpr int questions = 30;

/// One of ten goes by e-bike, one on foot.
World room_of(std::uint32_t units, Roads const& roads)
{
    Dice dice{11};
    World world;
    for (std::uint32_t i = 1; i <= units; ++i) {
        Unit unit;
        unit.call_sign = fmt::format("P{}", i);
        unit.mode = i % 10 == 4 ? Mode::ebike : i % 10 == 9 ? Mode::foot : Mode::emergency_car;
        unit.signed_on = true;
        world.units.put({1, i}, unit);
        Fix fix;
        fix.place = somewhere_on(roads, dice);
        fix.at = instant(1'795'374'000'000);
        world.fixes.put({1, i}, fix);
    }
    return world;
}

void bench_near(Report& report)
{
    auto const pack = open_city("porto_roads");
    if (!pack) return;
    Roads const roads{pack->roads()};
    World const world = room_of(10'000, roads);
    auto const measure = [&](char const* name, NearQuestion question) {
        Dice dice{7};
        std::vector<double> lasted;
        for (int i = 0; i < questions; ++i) {
            question.at = somewhere_on(roads, dice);
            double const begun = wall_s();
            auto const found = find_near(world, &roads, {}, question);
            lasted.push_back((wall_s() - begun) * 1000);
        }
        report.say({.figure = "near.find", .name = name, .value = median(lasted), .unit = "ms"});
        report.say({.figure = "near.find_worst", .name = name, .value = std::ranges::max(lasted), .unit = "ms"});
    };
    NearQuestion by_distance;
    by_distance.radius_m = 800;
    NearQuestion by_time;
    by_time.within = Duration{180'000};
    NearQuestion far;
    far.radius_m = 10'000;
    measure("10000 units, 800 m", by_distance);
    measure("10000 units, 3 min", by_time);
    measure("10000 units, 10 km", far);
}
BENCH("near", bench_near)

}  // namespace

}  // namespace cresset::bench
