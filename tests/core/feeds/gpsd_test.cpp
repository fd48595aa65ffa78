#include "core/feeds/gpsd.h"

#include "core/base/dice.h"
#include "core/feeds/nmea.h"
#include "core/feeds/outside_json.h"
#include "tests/core/feeds/log_data.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>

namespace cresset::feeds {

namespace {

struct Outcome {
    std::vector<Reading> readings;
    Counters counters;
    std::string error;
};

Outcome read(std::string_view bytes)
{
    GpsdReader reader{"unnamed"};
    Outcome outcome;
    reader.feed(bytes, outcome.readings);
    reader.end(outcome.readings);
    outcome.counters = reader.counters();
    outcome.error = reader.last_error();
    return outcome;
}

std::uint64_t malformed(Outcome const& outcome, Malformed reason)
{
    return outcome.counters.malformed_by_reason[static_cast<std::size_t>(reason)];
}

}  // namespace

TEST_CASE("what is no JSON object with a class is malformed by its reason")
{
    CHECK(malformed(read("{\"class\":\"TPV\""), Malformed::bad_json) == 1);
    CHECK(malformed(read("[1,2]\n"), Malformed::not_a_message) == 1);
    CHECK(malformed(read("{\"mode\":3}\n"), Malformed::not_a_message) == 1);
    CHECK(malformed(read(std::string(40, '[') + std::string(40, ']')), Malformed::too_deep) == 1);
    CHECK(malformed(read("{\"class\":\"TPV\",\"x\":\"" + std::string(70'000, 'x') + "\"}\n"), Malformed::too_long) ==
          1);
    CHECK(malformed(read("{\"class\":\"TPV\",\"device\":\"\xFF\xFE\"}\n"), Malformed::bad_json) == 1);
}

TEST_CASE("a report with a value out of range is malformed as a whole")
{
    std::string const inner =
        GENERATE(as<std::string>{}, "\"mode\":4,\"lat\":31,\"lon\":121", "\"mode\":3,\"lat\":91,\"lon\":121",
                 "\"mode\":3,\"lat\":31,\"lon\":\"121\"", "\"mode\":3,\"lat\":31",
                 "\"mode\":3,\"lat\":31,\"lon\":121,\"speed\":-1", "\"mode\":3,\"lat\":31,\"lon\":121,\"track\":400",
                 "\"mode\":3,\"lat\":31,\"lon\":121,\"time\":\"yesterday\"",
                 "\"mode\":3,\"lat\":31,\"lon\":121,\"alt\":1e300", "\"mode\":null");
    CAPTURE(inner);
    auto const outcome = read("{\"class\":\"TPV\"," + inner + "}\n");
    CHECK(outcome.readings.empty());
    CHECK(malformed(outcome, Malformed::bad_field) == 1);
}

TEST_CASE("modes 0 and 1 are no fix and give no place even if one is written")
{
    for (std::string const mode : {"0", "1"}) {
        auto const outcome = read("{\"class\":\"TPV\",\"mode\":" + mode + ",\"lat\":0.0,\"lon\":0.0}\n");
        REQUIRE(outcome.readings.size() == 1);
        CHECK(outcome.readings[0].mode == FixMode::no_fix);
        CHECK_FALSE(outcome.readings[0].place);
    }
    auto const placeless = read("{\"class\":\"TPV\",\"mode\":3}\n");
    REQUIRE(placeless.readings.size() == 1);
    CHECK_FALSE(placeless.readings[0].has_fix());
}

TEST_CASE("other classes are not read, an unknown one is counted, and an error is kept to be shown")
{
    auto const outcome = read(
        "{\"class\":\"VERSION\",\"release\":\"3.22\"}\r\n{\"class\":\"DEVICES\",\"devices\":[]}\n"
        "{\"class\":\"SKY\"}\n{\"class\":\"COFFEE\"}\n\n"
        "{\"class\":\"ERROR\",\"message\":\"Unrecognized request\"}\n");
    CHECK(outcome.counters.not_read == 4);
    CHECK(outcome.counters.unknown_type == 1);
    CHECK(outcome.counters.received == 5);
    CHECK(outcome.error == "Unrecognized request");
}

TEST_CASE("a report makes a reading keyed by its device")
{
    auto const outcome = read(
        "{\"class\":\"TPV\",\"device\":\"/dev/ttyS1\",\"mode\":3,\"time\":\"2026-07-22T10:15:30.500Z\","
        "\"lat\":31.235716667,\"lon\":-121.48535,\"altMSL\":12.5,\"alt\":99,\"speed\":6.4312,"
        "\"track\":271.3,\"eph\":4.75}\n{\"class\":\"TPV\",\"mode\":2,\"lat\":0,\"lon\":0,\"track\":360}");
    REQUIRE(outcome.readings.size() == 2);
    Reading expected;
    expected.device = "/dev/ttyS1";
    expected.day = 20656;
    expected.time_of_day = 36'930'500;
    expected.place = Place{312'357'167, -1'214'853'500};
    expected.speed_mm_s = 6431;
    expected.course_cdeg = 27'130;
    expected.altitude_mm = 12'500;
    expected.accuracy_mm = 4750;
    expected.mode = FixMode::fix_3d;
    CHECK(outcome.readings[0] == expected);
    CHECK(outcome.readings[1].device == "unnamed");
    CHECK(outcome.readings[1].place == Place{0, 0});
    CHECK(outcome.readings[1].course_cdeg == 0);
}

TEST_CASE("a reading becomes a fix in the units of the world")
{
    Reading reading;
    auto const received = *from_iso("2026-07-22T10:15:31Z");
    CHECK_FALSE(to_fix(reading, received));
    reading.mode = FixMode::fix_2d;
    reading.place = Place{1, 2};
    reading.speed_mm_s = 6431;
    reading.course_cdeg = 35'960;
    reading.accuracy_mm = 4750;
    auto const fix = to_fix(reading, received);
    REQUIRE(fix);
    CHECK(*fix == Fix{Place{1, 2}, received, 644, 0, 5});
    reading.course_cdeg.reset();
    reading.accuracy_mm = 2'000'000'000;
    CHECK(to_fix(reading, received)->course_deg == Fix::unknown_course);
    CHECK(to_fix(reading, received)->accuracy_m == 65'535);
}

TEST_CASE("brackets in strings do not nest")
{
    CHECK(depth_of_json("{\"a\":\"[[[[\\\"[[\"}") == 1);
    CHECK(depth_of_json("[[[]],[[[[]]]]]") == 5);
    CHECK(depth_of_json("]]]][") == 1);
}

TEST_CASE("slicing the stream in any way gives the same reports")
{
    std::string stream;
    for (int i = 0; i < 60; ++i) {
        stream += fmt::format("{{\"class\":\"TPV\",\"device\":\"d{}\",\"mode\":3,\"lat\":31.{:03},\"lon\":121}}\r\n",
                              i % 3, i);
        if (i % 9 == 0) stream += "{broken\n" + std::string(i % 2 == 0 ? 66'000 : 5, 'x') + "\n";
    }
    auto const whole = read(stream);
    REQUIRE(whole.readings.size() == 60);
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        Dice dice{seed};
        GpsdReader reader{"unnamed"};
        std::vector<Reading> out;
        for (std::size_t at = 0; at < stream.size();) {
            auto const size = static_cast<std::size_t>(dice.below(2000));
            reader.feed(std::string_view{stream}.substr(at, size), out);
            at += size;
        }
        reader.end(out);
        CAPTURE(seed);
        REQUIRE(out == whole.readings);
        REQUIRE(reader.counters() == whole.counters);
    }
}

TEST_CASE("the reports that gpsd made of a real log are all read")
{
    auto const chk = shared_text("nmea-ais/telit-he910.log.chk");
    if (!chk) return;
    auto const outcome = read(*chk);
    CHECK(outcome.readings.size() == 301);
    CHECK(outcome.counters.read == 301);
    CHECK(outcome.counters.not_read == 188);
}

}  // namespace cresset::feeds
