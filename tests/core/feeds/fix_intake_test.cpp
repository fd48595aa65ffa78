#include "core/feeds/fix_intake.h"

#include "core/feeds/nmea.h"
#include "tests/core/feeds/log_data.h"

#include <catch2/catch.hpp>

namespace cresset::feeds {

namespace {

constexpr UnitId p12{1, 12};

FixIntake intake_of(std::string const& device)
{
    Bindings bindings;
    bindings.bind(device, p12);
    return FixIntake{bindings};
}

Reading reading_at(std::int32_t second, Place place)
{
    Reading reading;
    reading.device = "modem 7";
    reading.day = 20656;
    reading.time_of_day = second * 1000;
    reading.place = place;
    reading.mode = FixMode::fix_3d;
    return reading;
}

std::uint64_t judged(Counters const& counters)
{
    return counters.no_fix + counters.accepted + counters.duplicate + counters.late + counters.doubtful +
           counters.unauthorised;
}

}  // namespace

TEST_CASE("a device that nobody bound is counted as unauthorised and put into quarantine")
{
    auto intake = intake_of("modem 8");
    CHECK_FALSE(intake.take(reading_at(10, Place{1, 2}), instant(0)));
    CHECK(intake.counters().unauthorised == 1);
    CHECK(*intake.bindings().quarantine().find({"modem 7", ""}) == 1);
}

TEST_CASE("each reading is judged once and only a good one becomes a fix")
{
    auto intake = intake_of("modem 7");
    auto const now = *from_iso("2026-07-22T00:00:30Z");
    Place const home{312'000'000, 1'214'000'000};
    auto const fix = intake.take(reading_at(10, home), now);
    REQUIRE(fix);
    CHECK(fix->unit == p12);
    CHECK(fix->fix.place == home);
    CHECK(to_iso(fix->fix.at) == "2026-07-22T00:00:10Z");
    CHECK_FALSE(intake.take(reading_at(10, home), now));
    CHECK_FALSE(intake.take(reading_at(9, home), now));
    CHECK_FALSE(intake.take(reading_at(11, moved(home, 1'000'000, 0)), now));
    Reading lost = reading_at(12, home);
    lost.mode = FixMode::no_fix;
    CHECK_FALSE(intake.take(lost, now));
    auto const& counters = intake.counters();
    CHECK(counters.accepted == 1);
    CHECK(counters.duplicate == 1);
    CHECK(counters.late == 1);
    CHECK(counters.doubtful == 1);
    CHECK(counters.no_fix == 1);
    CHECK(counters.readings == judged(counters));
}

TEST_CASE("a log played twice changes nothing the second time")
{
    auto const bytes = shared_text("nmea-ais/nmea-rtk.log");
    if (!bytes) return;
    auto intake = intake_of("modem 7");
    std::size_t fixes = 0;
    for (int round = 0; round < 2; ++round) {
        NmeaReader reader{"modem 7"};
        std::vector<Reading> readings;
        reader.feed(*bytes, readings);
        reader.end(readings);
        for (auto const& reading : readings)
            if (intake.take(reading, *from_iso("2026-07-22T00:00:00Z"))) ++fixes;
        CHECK(fixes == 122);
    }
    CHECK(intake.counters().late + intake.counters().duplicate == 122);
}

}  // namespace cresset::feeds
