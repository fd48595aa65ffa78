#include "core/session/alarm_load.h"

#include <catch2/catch.hpp>

using namespace cresset;

namespace {

struct Alarms {
    World world;

    AlertId raise(std::int64_t second, AlertKind kind = AlertKind::hazard_near)
    {
        AlertId const id{1, static_cast<std::uint32_t>(world.alerts.size() + 1)};
        Alert alert;
        alert.kind = kind;
        alert.raised_at = instant(second * 1000);
        world.alerts.put(id, alert);
        return id;
    }
    void raise_many(int count, std::int64_t second)
    {
        for (int i = 0; i < count; ++i) raise(second);
    }
    AlarmLoad at(std::int64_t second, AlarmLoad before = {}) const
    {
        return alarm_load(world, instant(second * 1000), before);
    }
};

}  // namespace

TEST_CASE("No alarm is no load and an alarm of the future does not count yet")
{
    Alarms alarms;
    CHECK(alarms.at(100) == AlarmLoad{});
    alarms.raise(200);
    CHECK(alarms.at(199).in_ten_minutes == 0);
    CHECK(alarms.at(200).in_ten_minutes == 1);
}

TEST_CASE("An alarm counts for ten minutes and not a moment longer")
{
    Alarms alarms;
    alarms.raise(0);
    CHECK(alarms.at(599).in_ten_minutes == 1);
    CHECK(alarms.at(600).in_ten_minutes == 0);
}

TEST_CASE("A flood begins with the eleventh alarm in ten minutes and ends with fewer than five")
{
    Alarms alarms;
    alarms.raise_many(10, 0);
    CHECK_FALSE(alarms.at(0).flood);
    alarms.raise(0);
    AlarmLoad const flooded = alarms.at(0);
    CHECK(flooded.flood);
    alarms.raise_many(5, 500);
    AlarmLoad const later = alarms.at(700, flooded);
    CHECK(later.in_ten_minutes == 5);
    CHECK(later.flood);
    CHECK_FALSE(alarms.at(700).flood);  // who was not flooded before is not now
    CHECK_FALSE(alarms.at(1100, later).flood);
}

TEST_CASE("Distress stands first and then the newest and what is acknowledged stands no longer")
{
    Alarms alarms;
    auto const old = alarms.raise(10);
    auto const distress = alarms.raise(20, AlertKind::distress);
    auto const newest = alarms.raise(30);
    auto const done = alarms.raise(40);
    alarms.world.alerts.find(done)->acknowledged_at = instant(41'000);
    CHECK(standing_alarms(alarms.world, instant(50'000)) == std::vector{distress, newest, old});
}

TEST_CASE("A call for help that is acknowledged stands first as before until its unit is safe")
{
    Alarms alarms;
    auto const distress = alarms.raise(20, AlertKind::distress);
    auto const newest = alarms.raise(30);
    Unit unit;
    unit.distress_since = instant(20'000);
    alarms.world.units.put(UnitId{1, 1}, unit);
    alarms.world.alerts.find(distress)->unit = UnitId{1, 1};
    alarms.world.alerts.find(distress)->acknowledged_at = instant(25'000);
    CHECK(standing_alarms(alarms.world, instant(50'000)) == std::vector{distress, newest});
    alarms.world.units.find(UnitId{1, 1})->distress_since.reset();
    CHECK(standing_alarms(alarms.world, instant(50'000)) == std::vector{newest});
}

TEST_CASE("What is shelved stands again once its time is over and the next to come back is listed first")
{
    Alarms alarms;
    auto const later = alarms.raise(10);
    auto const sooner = alarms.raise(20);
    auto const stands = alarms.raise(30);
    alarms.world.alerts.find(later)->shelved_until = instant(100'000);
    alarms.world.alerts.find(sooner)->shelved_until = instant(60'000);
    CHECK(standing_alarms(alarms.world, instant(59'999)) == std::vector{stands});
    CHECK(shelved_alarms(alarms.world, instant(59'999)) == std::vector{sooner, later});
    CHECK(standing_alarms(alarms.world, instant(60'000)) == std::vector{stands, sooner});
    CHECK(shelved_alarms(alarms.world, instant(60'000)) == std::vector{later});
    alarms.world.alerts.find(later)->acknowledged_at = instant(61'000);
    CHECK(shelved_alarms(alarms.world, instant(61'000)).empty());
}
