#include "core/facts/way.h"

#include "core/base/dice.h"

#include <catch2/catch.hpp>

using namespace cresset;

namespace {

Way random_way(Dice& dice)
{
    Way way;
    way.leaves_at = instant(1'795'374'161'000);
    Place at =
        moved({312'300'000, 1'214'700'000}, dice.range(-5'000'000, 5'000'000), dice.range(-5'000'000, 5'000'000));
    std::uint32_t reached = static_cast<std::uint32_t>(dice.below(3000));
    for (auto n = 1 + dice.below(12); n > 0; --n) {
        way.line.push_back(at);
        way.at_ms.push_back(reached);
        if (dice.chance(1, 6)) continue;  // a stop, or two points in one place
        at = moved(at, dice.range(-400'000, 400'000), dice.range(-400'000, 400'000));
        if (!dice.chance(1, 8)) reached += static_cast<std::uint32_t>(dice.below(60'000));
    }
    return way;
}

/// The leg that is driven at that time: the last point reached, but for the end of the way.
std::size_t leg_at(Way const& way, std::int64_t since_ms)
{
    std::size_t leg = 0;
    while (leg + 2 < way.line.size() && std::int64_t{way.at_ms[leg + 1]} <= since_ms) ++leg;
    return leg;
}

}  // namespace

TEST_CASE("A way without points and one whose times are missing break nothing")
{
    Way way;
    CHECK(point_on(way, instant(5)).place == Place{});
    CHECK(way.duration() == Duration{0});
    way.line = {{1, 2}, {3, 4}};
    CHECK(point_on(way, instant(-5)).place == Place{1, 2});
    CHECK(!point_on(way, instant(-5)).arrived);
    CHECK(point_on(way, instant(5)).place == Place{3, 4});
    CHECK(point_on(way, instant(5)).arrived);
    way.at_ms = {0, 5000, 2000, 9000};  // more times than points, and falling: from a hostile file
    for (int at = -10; at < 10'000; at += 10) point_on(way, instant(at));
    way.line = {{1, 2}, {3, 4}, {5, 6}, {7, 8}};
    for (int at = -10; at < 10'000; at += 10) point_on(way, instant(at));
}

TEST_CASE("Before it leaves it stands at the first point and after it arrived at the last")
{
    Way way;
    way.leaves_at = instant(100'000);
    Place const a{312'300'000, 1'214'700'000};
    Place const b = moved(a, 0, 100'000);
    Place const c = moved(b, 200'000, 0);
    way.line = {a, b, c};
    way.at_ms = {0, 10'000, 30'000};
    CHECK(way.duration() == Duration{30'000});
    CHECK(way.arrives_at() == instant(130'000));
    auto const before = point_on(way, instant(0));
    CHECK(before.place == a);
    CHECK(before.speed_mm_s == 0);
    CHECK(before.course_deg == 0);
    CHECK(!before.arrived);
    auto const under_way = point_on(way, instant(105'000));
    CHECK(distance_mm(under_way.place, a) == Approx(50'000).margin(30));
    CHECK(under_way.speed_mm_s == Approx(10'000).margin(10));
    CHECK(under_way.course_deg == 0);
    auto const turned = point_on(way, instant(110'001));
    CHECK(turned.course_deg == 90);
    CHECK(!point_on(way, instant(129'999)).arrived);
    auto const after = point_on(way, instant(130'000));
    CHECK(after.place == c);
    CHECK(after.arrived);
    CHECK(after.speed_mm_s == 0);
    CHECK(after.course_deg == 90);
    CHECK(point_on(way, latest_instant).place == c);
    CHECK(point_on(way, earliest_instant).place == a);
}

TEST_CASE("On random ways it never leaves the line nor turns back")
{
    Dice dice{1};
    for (int round = 0; round < 400; ++round) {
        Way const way = random_way(dice);
        std::int64_t last = 0;
        std::size_t last_leg = 0;
        for (std::int64_t at = -1000; at <= way.duration().count() + 1000;
             at += 1 + static_cast<std::int64_t>(dice.below(700))) {
            auto const here = point_on(way, way.leaves_at + Duration{at});
            INFO("round " << round << " at " << at << " " << to_text(here.place));
            REQUIRE(here.speed_mm_s >= 0);
            REQUIRE(here.arrived == (at >= way.duration().count()));
            if (way.line.size() < 2) continue;
            auto const leg = leg_at(way, at);
            auto const far = distance_mm(way.line[leg], here.place);
            REQUIRE(far + distance_mm(here.place, way.line[leg + 1]) <=
                    distance_mm(way.line[leg], way.line[leg + 1]) + 60);
            REQUIRE((leg > last_leg || far >= last));
            last = far, last_leg = leg;
        }
    }
}

TEST_CASE("Between two points of a way the distance grows with the time")
{
    Dice dice{2};
    for (int round = 0; round < 2000; ++round) {
        Way way;
        way.leaves_at = instant(0);
        Place const a{312'300'000, 1'214'700'000};
        way.line = {a, moved(a, dice.range(-400'000, 400'000), dice.range(-400'000, 400'000))};
        way.at_ms = {0, 1 + static_cast<std::uint32_t>(dice.below(60'000))};
        std::int64_t last = 0;
        for (int step = 0; step <= 20; ++step) {
            auto const far = distance_mm(a, point_on(way, instant(way.duration().count() * step / 20)).place);
            REQUIRE(far >= last);
            last = far;
        }
        REQUIRE(last == distance_mm(a, way.line[1]));
    }
}
