#include "core/rules/fence_hours.h"

#include <catch2/catch.hpp>

using namespace cresset;

namespace {

constexpr char const* shanghai = "Asia/Shanghai";

/// 2026-11-23 is a Monday; Shanghai is eight hours ahead.
Instant local(std::string const& time)
{
    return *from_iso(time + "+08:00");
}

FenceHours nights()
{
    FenceHours hours;
    hours.from_min = 22 * 60, hours.to_min = 6 * 60;
    return hours;
}

}  // namespace

TEST_CASE("A fence without hours is watched always")
{
    CHECK(is_watched({}, local("2026-11-23T00:00:00"), shanghai));
    CHECK(is_watched({}, local("2026-11-22T23:59:59"), shanghai));
}

TEST_CASE("A part of the day begins and ends by the clock of the room")
{
    FenceHours school;
    school.from_min = 7 * 60 + 30, school.to_min = 9 * 60;
    CHECK_FALSE(is_watched(school, local("2026-11-23T07:29:59"), shanghai));
    CHECK(is_watched(school, local("2026-11-23T07:30:00"), shanghai));
    CHECK(is_watched(school, local("2026-11-23T08:59:59"), shanghai));
    CHECK_FALSE(is_watched(school, local("2026-11-23T09:00:00"), shanghai));
    CHECK_FALSE(is_watched(school, local("2026-11-23T08:00:00"), "UTC"));
}

TEST_CASE("A night belongs to the day on which it began")
{
    FenceHours fridays = nights();
    fridays.weekdays = 1U << 4U;
    CHECK(is_watched(nights(), local("2026-11-23T22:00:00"), shanghai));
    CHECK_FALSE(is_watched(nights(), local("2026-11-23T06:00:00"), shanghai));
    CHECK(is_watched(fridays, local("2026-11-27T23:00:00"), shanghai));
    CHECK(is_watched(fridays, local("2026-11-28T05:59:00"), shanghai));
    CHECK_FALSE(is_watched(fridays, local("2026-11-28T22:00:00"), shanghai));
    CHECK_FALSE(is_watched(fridays, local("2026-11-27T05:00:00"), shanghai));
}

TEST_CASE("A season goes over the new year and dates have an end")
{
    FenceHours winter;
    winter.from_day = 1101, winter.to_day = 228;
    CHECK(is_watched(winter, local("2026-11-01T12:00:00"), shanghai));
    CHECK(is_watched(winter, local("2027-02-28T12:00:00"), shanghai));
    CHECK_FALSE(is_watched(winter, local("2027-03-01T12:00:00"), shanghai));
    FenceHours match;
    match.starts_at = local("2026-11-23T18:00:00"), match.ends_at = local("2026-11-23T23:00:00");
    CHECK_FALSE(is_watched(match, local("2026-11-23T17:59:59"), shanghai));
    CHECK(is_watched(match, local("2026-11-23T18:00:00"), shanghai));
    CHECK_FALSE(is_watched(match, local("2026-11-23T23:00:00"), shanghai));
}

TEST_CASE("A fence is for those whom it names and for all if it names none")
{
    Unit car;
    car.kind = "car";
    car.capabilities = {"dog"};
    FenceFor whom;
    CHECK(concerns(whom, car));
    whom.kinds = {"foot", "car"};
    CHECK(concerns(whom, car));
    whom.tags = {"armed"};
    CHECK_FALSE(concerns(whom, car));
    whom.tags = {"armed", "dog"};
    CHECK(concerns(whom, car));
    whom.departments = {DepartmentId{1, 2}};
    CHECK_FALSE(concerns(whom, car));
    car.department = DepartmentId{1, 2};
    CHECK(concerns(whom, car));
    whom.kinds = {"foot"};
    CHECK_FALSE(concerns(whom, car));
}
