#include "core/feeds/nmea.h"

#include "core/base/dice.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>

namespace cresset::feeds {

namespace {

/// The sentence with its checksum and line end.
std::string sentence(std::string_view body, char start = '$')
{
    unsigned sum = 0;
    for (char const c : body) sum ^= static_cast<unsigned char>(c);
    return fmt::format("{}{}*{:02X}\r\n", start, body, sum);
}

struct Outcome {
    std::vector<Reading> readings;
    Counters counters;
};

Outcome read(std::string_view bytes)
{
    NmeaReader reader{"car 7"};
    Outcome outcome;
    reader.feed(bytes, outcome.readings);
    reader.end(outcome.readings);
    outcome.counters = reader.counters();
    return outcome;
}

std::uint64_t malformed(Outcome const& outcome, Malformed reason)
{
    return outcome.counters.malformed_by_reason[static_cast<std::size_t>(reason)];
}

std::string const good_rmc = "GPRMC,101530.00,A,3114.1430,N,12129.1210,E,12.5,271.30,220726,,,A";

}  // namespace

TEST_CASE("a sentence without a checksum is malformed and changes nothing")
{
    auto const outcome = read("$" + good_rmc + "\r\n$" + good_rmc + "*\r\n$" + good_rmc + "*5\r\n");
    CHECK(outcome.readings.empty());
    CHECK(malformed(outcome, Malformed::no_checksum) == 3);
}

TEST_CASE("a sentence with a wrong checksum is malformed and changes nothing")
{
    std::string damaged = sentence(good_rmc);
    damaged[20] = '9';
    auto const outcome = read(damaged);
    CHECK(outcome.readings.empty());
    CHECK(malformed(outcome, Malformed::wrong_checksum) == 1);
    CHECK(outcome.counters.received == 1);
}

TEST_CASE("a field out of range makes the whole sentence malformed")
{
    std::string const body =
        GENERATE(as<std::string>{}, "GPRMC,241530.00,A,3114.1430,N,12129.1210,E,12.5,271.30,220726,,,A",
                 "GPRMC,101530.00,A,9114.1430,N,12129.1210,E,12.5,271.30,220726,,,A",
                 "GPRMC,101530.00,A,3160.0000,N,12129.1210,E,12.5,271.30,220726,,,A",
                 "GPRMC,101530.00,A,3114.1430,X,12129.1210,E,12.5,271.30,220726,,,A",
                 "GPRMC,101530.00,A,3114.1430,N,18100.0000,E,12.5,271.30,220726,,,A",
                 "GPRMC,101530.00,A,3114.1430,N,,E,12.5,271.30,220726,,,A",
                 "GPRMC,101530.00,A,3114.1430,N,12129.1210,E,-12.5,271.30,220726,,,A",
                 "GPRMC,101530.00,A,3114.1430,N,12129.1210,E,12.5,371.30,220726,,,A",
                 "GPRMC,101530.00,A,3114.1430,N,12129.1210,E,12.5,271.30,310226,,,A",
                 "GPRMC,10:530.00,A,3114.1430,N,12129.1210,E,12.5,271.30,220726,,,A",
                 "GPGGA,101530.00,3114.1430,N,12129.1210,E,x,08,1.0,12.0,M,,M,,",
                 "GPGGA,101530.00,3114.1430,N,12129.1210,E,1,08,1.0,nan,M,,M,,", "GPGSA,A,4,,,,,,,,,,,,,1,1,1",
                 "GPVTG,271.3,T,,M,1e9,N,,K", "GPZDA,101530,22,13,2026,00,00", "GPZDA,101530,22,12,26,00,00");
    CAPTURE(body);
    auto const outcome = read(sentence(body));
    CHECK(outcome.readings.empty());
    CHECK(malformed(outcome, Malformed::bad_field) == 1);
}

TEST_CASE("a line beyond the limit is counted once and the next one is read")
{
    auto const outcome = read(std::string(5000, '$') + "\n" + sentence(good_rmc));
    CHECK(malformed(outcome, Malformed::too_long) == 1);
    CHECK(outcome.readings.size() == 1);
}

TEST_CASE("a sentence that begins before the one before it ended is read and the other is counted as cut off")
{
    auto const outcome = read("$GPGS" + sentence(good_rmc));
    CHECK(malformed(outcome, Malformed::cut_off) == 1);
    REQUIRE(outcome.readings.size() == 1);
    CHECK(outcome.readings[0].mode == FixMode::fix_2d);
}

TEST_CASE("status V means no fix and gives no place even if one is written")
{
    auto const outcome = read(sentence("GPRMC,101530.00,V,0000.0000,N,00000.0000,E,0.0,0.0,220726,,,N"));
    REQUIRE(outcome.readings.size() == 1);
    CHECK(outcome.readings[0].mode == FixMode::no_fix);
    CHECK_FALSE(outcome.readings[0].place);
    CHECK_FALSE(outcome.readings[0].speed_mm_s);
    CHECK_FALSE(outcome.readings[0].has_fix());
}

TEST_CASE("quality 0 and mode N and GSA mode 1 each mean no fix")
{
    std::string const said = GENERATE(sentence("GPGGA,101530.00,3114.1430,N,12129.1210,E,0,00,,,M,,M,,"),
                                      sentence("GPRMC,101530.00,A,3114.1430,N,12129.1210,E,12.5,271.30,220726,,,N"),
                                      sentence("GPGLL,3114.1430,N,12129.1210,E,101530.00,A,N"),
                                      sentence("GPRMC,101530.00,A,,,,,,,220726,,,A"),
                                      sentence(good_rmc) + sentence("GPGSA,A,1,,,,,,,,,,,,,9,9,9"),
                                      sentence(good_rmc) + sentence("GPGGA,101530.00,,,,,1,00,,,M,,M,,"));
    CAPTURE(said);
    auto const outcome = read(said);
    REQUIRE(outcome.readings.size() == 1);
    CHECK(outcome.readings[0].mode == FixMode::no_fix);
    CHECK_FALSE(outcome.readings[0].place);
}

TEST_CASE("AIS and satellites in view are not read and an unknown type is counted as such")
{
    auto const outcome =
        read(sentence("AIVDM,1,1,,A,13u?etPv2;0n:dDPwUM1U1Cb069D,0", '!') + sentence("GPGSV,1,1,01,05,30,046,22") +
             sentence("PSRFEPE,074150.799,V") + sentence("GPQQQ,1,2,3"));
    CHECK(outcome.counters.not_read == 3);
    CHECK(outcome.counters.unknown_type == 1);
    CHECK(outcome.counters.received == 4);
}

TEST_CASE("the sentences of one epoch make one reading in whole numbers")
{
    auto const outcome = read(sentence(good_rmc) + sentence("GPVTG,271.30,T,,M,12.50,N,23.15,K,A") +
                              sentence("GPGGA,101530.00,3114.1430,N,12129.1210,E,1,08,1.0,12.5,M,9.8,M,,") +
                              sentence("GPGSA,A,3,01,02,03,04,,,,,,,,,1.5,1.0,1.1") +
                              sentence("GPRMC,101531.00,A,3114.1430,N,12129.1190,E,12.5,271.30,220726,,,A"));
    REQUIRE(outcome.readings.size() == 2);
    Reading expected;
    expected.device = "car 7";
    expected.day = 20656;  // 2026-07-22
    expected.time_of_day = 36'930'000;
    expected.place = Place{312'357'167, 1'214'853'500};
    expected.speed_mm_s = 6431;  // 12.5 kn
    expected.course_cdeg = 27'130;
    expected.altitude_mm = 12'500;
    expected.mode = FixMode::fix_3d;
    CHECK(outcome.readings[0] == expected);
    CHECK(to_iso(*observed_at(outcome.readings[0])) == "2026-07-22T10:15:30Z");
}

TEST_CASE("every talker is heard")
{
    for (std::string const talker : {"GP", "GN", "BD", "GB", "GA", "GL", "GQ", "GI"}) {
        auto const outcome = read(sentence(talker + good_rmc.substr(2)));
        CAPTURE(talker);
        CHECK(outcome.readings.size() == 1);
    }
}

TEST_CASE("south and west are negative")
{
    auto const outcome = read(sentence("GPGLL,2712.6520,S,07030.0000,W,095304.802,A,A"));
    REQUIRE(outcome.readings.size() == 1);
    CHECK(outcome.readings[0].place == Place{-272'108'667, -705'000'000});
    CHECK(outcome.readings[0].time_of_day == 35'584'802);
    CHECK_FALSE(outcome.readings[0].day);
}

TEST_CASE("midnight turns the date before a sentence says the new one")
{
    auto const outcome = read(sentence("GPRMC,235959.00,A,3114.1430,N,12129.1210,E,0.0,,311226,,,A") +
                              sentence("GPGGA,000000.00,3114.1430,N,12129.1210,E,1,08,1.0,12.5,M,9.8,M,,") +
                              sentence("GPGGA,000001.00,3114.1430,N,12129.1210,E,1,08,1.0,12.5,M,9.8,M,,") +
                              sentence("GPRMC,000001.00,A,3114.1430,N,12129.1210,E,0.0,,010127,,,A"));
    REQUIRE(outcome.readings.size() == 3);
    CHECK(to_iso(*observed_at(outcome.readings[0])) == "2026-12-31T23:59:59Z");
    CHECK(to_iso(*observed_at(outcome.readings[1])) == "2027-01-01T00:00:00Z");
    CHECK(to_iso(*observed_at(outcome.readings[2])) == "2027-01-01T00:00:01Z");
}

TEST_CASE("a time of day without a date is taken on the day nearest to its receipt")
{
    Reading reading;
    reading.time_of_day = 86'399'000;
    auto const received = *from_iso("2026-07-22T00:00:01Z");
    CHECK(to_iso(observed_at(reading, received)) == "2026-07-21T23:59:59Z");
    reading.time_of_day = 1000;
    CHECK(to_iso(observed_at(reading, *from_iso("2026-07-22T23:59:58Z"))) == "2026-07-23T00:00:01Z");
    reading.time_of_day.reset();
    CHECK(observed_at(reading, received) == received);
}

TEST_CASE("a flush tells the newest epoch once and again only if more is said of it")
{
    NmeaReader reader{"car 7"};
    std::vector<Reading> out;
    reader.feed(sentence(good_rmc), out);
    CHECK(out.empty());
    reader.flush(out);
    reader.flush(out);
    REQUIRE(out.size() == 1);
    reader.feed(sentence("GPGGA,101530.00,3114.1430,N,12129.1210,E,1,08,1.0,12.5,M,9.8,M,,"), out);
    reader.flush(out);
    REQUIRE(out.size() == 2);
    CHECK(out[1].altitude_mm == 12'500);
    CHECK(out[1].time_of_day == out[0].time_of_day);
}

TEST_CASE("a receiver that knows no time tells no fix once a round")
{
    std::string const round = sentence("GPRMC,,V,,,,,,,,,,N") + sentence("GPGGA,,,,,,0,00,99.99,,,,,,") +
                              sentence("GPGSA,A,1,,,,,,,,,,,,,9,9,9") + sentence("GPGLL,,,,,,V,N");
    auto const outcome = read(round + round + round);
    CHECK(outcome.readings.size() == 3);
    for (auto const& reading : outcome.readings) CHECK(reading.mode == FixMode::no_fix);
}

TEST_CASE("slicing the stream in any way gives the same readings and counts")
{
    std::string stream;
    for (int second = 0; second < 50; ++second) {
        stream += sentence(fmt::format("GPRMC,1015{:02}.00,A,3114.{:04},N,12129.1210,E,12.5,271.30,220726,,,A", second,
                                       1000 + second * 17));
        stream += sentence(fmt::format("GPGGA,1015{:02}.00,3114.{:04},N,12129.1210,E,1,08,1.0,12.5,M,9.8,M,,", second,
                                       1000 + second * 17));
        if (second % 7 == 0) stream += "$GPGGA,10" + std::string(static_cast<std::size_t>(second) * 40, 'x') + "\n";
        if (second % 11 == 0) stream += "\r\n\n garbage \xFF\x80\r\n";
    }
    auto const whole = read(stream);
    REQUIRE(whole.readings.size() == 50);
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        Dice dice{seed};
        NmeaReader reader{"car 7"};
        std::vector<Reading> out;
        for (std::size_t at = 0; at < stream.size();) {
            auto const size = static_cast<std::size_t>(dice.below(seed % 5 == 0 ? 3 : 300));
            reader.feed(std::string_view{stream}.substr(at, size), out);
            at += size;
        }
        reader.end(out);
        CAPTURE(seed);
        REQUIRE(out == whole.readings);
        REQUIRE(reader.counters() == whole.counters);
    }
}

TEST_CASE("every line is counted exactly once whatever it is")
{
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        Dice dice{seed};
        std::string stream;
        for (int i = 0; i < 200; ++i) {
            std::string line = sentence(good_rmc);
            auto const at = static_cast<std::size_t>(dice.below(line.size() - 2));
            if (dice.chance(1, 2)) line[at] = static_cast<char>('!' + dice.below(90));
            stream += line;
        }
        auto const counters = read(stream).counters;
        CAPTURE(seed);
        CHECK(counters.received == counters.read + counters.not_read + counters.unknown_type + counters.malformed());
        CHECK(counters.received >= 150);
    }
}

}  // namespace cresset::feeds
