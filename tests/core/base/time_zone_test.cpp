#include "core/base/time_zone.h"

#include "core/base/dice.h"

#include <catch2/catch.hpp>

using namespace cresset;

namespace {

Instant iso(char const* text)
{
    auto const at = from_iso(text);
    REQUIRE(at);
    return *at;
}

LocalTime at_local(int year, int month, int day, int hour, int minute)
{
    LocalTime local;
    local.year = year, local.month = month, local.day = day, local.hour = hour, local.minute = minute;
    return local;
}

}  // namespace

TEST_CASE("A zone that is not known is refused and shown in UTC")
{
    for (char const* name : {"", "Asia/Nowhere", "../etc/passwd", "asia shanghai", "CST8"}) {
        INFO(name);
        CHECK(!is_time_zone(name));
        CHECK(clock_text(iso("2026-11-22T19:02:41Z"), name) == "19:02:41");
        CHECK(offset_text(iso("2026-11-22T19:02:41Z"), name) == "UTC");
        CHECK(!from_local(at_local(2026, 11, 22, 19, 2), name));
    }
}

TEST_CASE("A civil time that no clock shows is refused")
{
    char const* zone = "Asia/Shanghai";
    CHECK(from_local(at_local(2026, 11, 22, 19, 2), zone) == iso("2026-11-22T11:02Z"));
    CHECK(!from_local(at_local(2026, 11, 22, 24, 0), zone));
    CHECK(!from_local(at_local(2026, 11, 22, -1, 0), zone));
    CHECK(!from_local(at_local(2026, 11, 22, 0, 60), zone));
    CHECK(!from_local(at_local(2026, 2, 29, 0, 0), zone));
    CHECK(!from_local(at_local(2026, 13, 1, 0, 0), zone));
    CHECK(!from_local(at_local(-1, 1, 1, 0, 0), zone));
    CHECK(!from_local(at_local(40'000, 1, 1, 0, 0), zone));
}

TEST_CASE("Shanghai is eight hours east all year round")
{
    auto const local = local_time(iso("2026-11-22T19:02:41.250Z"), "Asia/Shanghai");
    CHECK(local.day == 23);
    CHECK(local.hour == 3);
    CHECK(local.minute == 2);
    CHECK(local.second == 41);
    CHECK(local.millisecond == 250);
    CHECK(local.weekday == 1);
    CHECK(local.offset_minutes == 480);
    CHECK(local.abbreviation == "CST");
    CHECK(clock_text(iso("2026-11-22T19:02:41Z"), "Asia/Shanghai") == "03:02:41");
    CHECK(date_clock_text(iso("2026-11-22T19:02:41Z"), "Asia/Shanghai") == "2026-11-23 03:02:41");
    CHECK(offset_text(iso("2026-07-01T00:00Z"), "Asia/Shanghai") == "UTC+8");
    CHECK(offset_text(iso("2026-01-01T00:00Z"), "Asia/Shanghai") == "UTC+8");
}

TEST_CASE("Offsets that are not whole hours are shown with their minutes")
{
    CHECK(offset_text(iso("2026-01-15T00:00Z"), "America/St_Johns") == "UTC-3:30");
    CHECK(offset_text(iso("2026-01-15T00:00Z"), "Asia/Kathmandu") == "UTC+5:45");
    CHECK(offset_text(iso("2026-01-15T00:00Z"), "Europe/Lisbon") == "UTC");
}

TEST_CASE("The hour that is skipped in spring does not exist")
{
    // Lisbon 2026-03-29 at 01:00 becomes 02:00; New York 2026-03-08 at 02:00 becomes 03:00.
    CHECK(!from_local(at_local(2026, 3, 29, 1, 30), "Europe/Lisbon"));
    CHECK(from_local(at_local(2026, 3, 29, 0, 59), "Europe/Lisbon") == iso("2026-03-29T00:59Z"));
    CHECK(from_local(at_local(2026, 3, 29, 2, 0), "Europe/Lisbon") == iso("2026-03-29T01:00Z"));
    CHECK(!from_local(at_local(2026, 3, 8, 2, 0), "America/New_York"));
    CHECK(from_local(at_local(2026, 3, 8, 3, 0), "America/New_York") == iso("2026-03-08T07:00Z"));
    CHECK(date_clock_text(iso("2026-03-08T06:59:59Z"), "America/New_York") == "2026-03-08 01:59:59");
    CHECK(date_clock_text(iso("2026-03-08T07:00:00Z"), "America/New_York") == "2026-03-08 03:00:00");
}

TEST_CASE("Of the hour that comes twice in autumn the first is taken")
{
    CHECK(from_local(at_local(2026, 10, 25, 1, 30), "Europe/Lisbon") == iso("2026-10-25T00:30Z"));
    CHECK(clock_text(iso("2026-10-25T00:30Z"), "Europe/Lisbon") == "01:30:00");
    CHECK(clock_text(iso("2026-10-25T01:30Z"), "Europe/Lisbon") == "01:30:00");
    CHECK(from_local(at_local(2026, 11, 1, 1, 30), "America/New_York") == iso("2026-11-01T05:30Z"));
    CHECK(offset_text(iso("2026-11-01T05:59Z"), "America/New_York") == "UTC-4");
    CHECK(offset_text(iso("2026-11-01T06:00Z"), "America/New_York") == "UTC-5");
}

TEST_CASE("Random instants come back from their local time but for the second of a doubled hour")
{
    Dice dice{11};
    for (char const* zone : {"Asia/Shanghai", "Europe/Lisbon", "America/New_York", "Australia/Lord_Howe"}) {
        for (int i = 0; i < 1000; ++i) {
            Instant const at = instant(dice.range(ms(iso("1975-01-01T00:00Z")), ms(iso("2037-01-01T00:00Z"))));
            auto const back = from_local(local_time(at, zone), zone);
            INFO(zone << " " << to_iso(at));
            REQUIRE(back);
            bool const second_time =
                clock_text(*back, zone) == clock_text(at, zone) && *back < at && at - *back <= Duration{3'600'000};
            REQUIRE((*back == at || second_time));
        }
    }
}

TEST_CASE("Times outside the calendar have a local time all the same")
{
    CHECK(local_time(instant(INT64_MAX), "Asia/Shanghai").year >= 9999);
    CHECK(local_time(instant(INT64_MIN), "America/New_York").year <= 0);
}
