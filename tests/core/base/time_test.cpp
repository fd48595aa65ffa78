#include "core/base/time.h"

#include "core/base/dice.h"

#include <catch2/catch.hpp>
#include <ctime>
#include <fmt/format.h>

using namespace cresset;

TEST_CASE("What is no ISO time is refused")
{
    for (char const* text : {"",
                             "now",
                             "2026",
                             "2026-11-22",
                             "2026-11-22T",
                             "2026-11-22T19",
                             "2026-11-22T19:02",
                             "2026-11-22T19:02:41",
                             "2026-11-22T19:02:41.Z",
                             "2026-11-22T19:02:61Z",
                             "2026-11-22T24:00Z",
                             "2026-11-22T19:60Z",
                             "2026-13-01T00:00Z",
                             "2026-00-01T00:00Z",
                             "2026-02-29T00:00Z",
                             "2026-11-31T00:00Z",
                             "2026-11-00T00:00Z",
                             "26-11-22T19:02Z",
                             "2026-11-22T19:02Z ",
                             " 2026-11-22T19:02Z",
                             "2026-11-22T19:02+8",
                             "2026-11-22T19:02+15:00",
                             "2026-11-22T19:02+08:6",
                             "2026-11-22T19:02+08:",
                             "2026-11-22T19:02+08:60",
                             "2026-11-22T-9:02Z",
                             "2026/11/22T19:02Z",
                             "2026-11-22T19:02:41.25.3Z",
                             "2026-11-22T19:02:41ZZ",
                             "+026-11-22T19:02Z",
                             "0000-01-01T00:00+01:00",
                             "9999-12-31T23:59-01:00"}) {
        INFO(text);
        CHECK(!from_iso(text));
    }
}

TEST_CASE("An ISO time is read with every offset and fraction")
{
    Instant const wanted = instant(1'795'374'161'250);
    CHECK(to_iso(wanted) == "2026-11-22T19:02:41.250Z");
    for (char const* text : {"2026-11-22T19:02:41.250Z", "2026-11-22T19:02:41.25z", "2026-11-22 19:02:41,2509Z",
                             "2026-11-23T03:02:41.25+08:00", "2026-11-23T03:02:41.25+0800", "2026-11-23T03:02:41.25+08",
                             "2026-11-22T15:32:41.25-03:30", "2026-11-22T15:32:41.25-0330"}) {
        INFO(text);
        CHECK(from_iso(text) == wanted);
    }
    CHECK(from_iso("1970-01-01T00:00Z") == Instant{});
    CHECK(from_iso("1969-12-31T23:59:59.999Z") == instant(-1));
    CHECK(to_iso(instant(-1)) == "1969-12-31T23:59:59.999Z");
    CHECK(to_iso(Instant{}) == "1970-01-01T00:00:00Z");
    CHECK(from_iso("2024-02-29T12:00Z"));
}

TEST_CASE("Times outside the calendar show its ends")
{
    CHECK(to_iso(instant(INT64_MAX)) == "9999-12-31T23:59:59.999Z");
    CHECK(to_iso(instant(INT64_MIN)) == "0000-01-01T00:00:00Z");
    CHECK(from_iso("9999-12-31T23:59:59.999Z") == latest_instant);
    CHECK(from_iso("0000-01-01T00:00:00Z") == earliest_instant);
    CHECK(!in_calendar(latest_instant + Duration{1}));
    CHECK(!in_calendar(earliest_instant - Duration{1}));
}

TEST_CASE("Random instants survive the text and agree with the C library")
{
    Dice dice{7};
    for (int i = 0; i < 20'000; ++i) {
        Instant const at = instant(dice.range(ms(earliest_instant), ms(latest_instant)));
        auto const text = to_iso(at);
        INFO(text);
        REQUIRE(from_iso(text) == at);
        auto seconds =
            static_cast<std::time_t>(std::chrono::floor<std::chrono::seconds>(at.time_since_epoch()).count());
        std::tm parts{};
        gmtime_r(&seconds, &parts);
        REQUIRE(text.substr(0, 19) == fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", parts.tm_year + 1900,
                                                  parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min,
                                                  parts.tm_sec));
    }
}

TEST_CASE("What is no length of time is refused")
{
    for (char const* text : {"", "s", "90", "-1s", "+1s", "1.5h", "90 s", " 90s", "90s ", "1w", "1e3s", "99999d",
                             "9223372036854775807h", "9223372036854775808ms", "m", "ms", "0x10s", "1h30m"}) {
        INFO(text);
        CHECK(!parse_duration(text));
    }
}

TEST_CASE("Lengths of time are read in every unit")
{
    CHECK(parse_duration("250ms") == Duration{250});
    CHECK(parse_duration("90s") == Duration{90'000});
    CHECK(parse_duration("30m") == Duration{1'800'000});
    CHECK(parse_duration("8h") == Duration{28'800'000});
    CHECK(parse_duration("2d") == Duration{172'800'000});
    CHECK(parse_duration("0s") == Duration{0});
    CHECK(parse_duration("3650d") == Duration{3650LL * 86'400'000});
    CHECK(!parse_duration("3651d"));
}
