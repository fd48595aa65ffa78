#include "core/feeds/nmea.h"
#include "tests/core/feeds/log_data.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>
#include <fmt/format.h>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

// What gpsd 3.22 made of real receivers' logs (the .chk files) against what this reader makes of them, epoch by epoch:
// of all reports with one time, gpsd's last is compared. gpsd moves dates of receivers whose week counter has rolled
// over; here dates are the log's own, so only the time of day is compared.

namespace cresset::feeds {

namespace {

struct Expected {
    char const* log;
    std::size_t epochs;              // with a time in gpsd's reports and a reading here
    std::size_t places;              // that gpsd reports, each to 1e-7 degree unless told apart below
    std::size_t places_apart = 0;    // up to 5 m apart
    std::size_t speeds_derived = 0;  // gpsd derives them, the receiver did not say them
};

// bundg_zeus_9: the plotter stamps GGA with the second before the one that GLL says for the same place, and lost RMC
// and VTG of two epochs; bt451 begins a round without RMC: there gpsd derives a speed from two places.
constexpr std::array logs{
    Expected{"ais-nmea", 164, 164},
    Expected{"beidou-bd", 4, 4},
    Expected{"bt451", 12, 12, 0, 1},
    Expected{"bundg_zeus_9", 148, 148, 25, 2},
    Expected{"gp-320fw-2019-04-07-coldboot", 9, 1},
    Expected{"haicom-305N", 67, 67},
    Expected{"nl2008u", 9, 9},
    Expected{"nmea-rtk", 122, 122},
    Expected{"quectelLC79D", 30, 30},
    Expected{"sirfstarv-nmea", 59, 59},
    Expected{"telit-he910", 187, 187},
    Expected{"ublox-lea-4h", 14, 9},
    Expected{"ublox-neo-m9n-nmea", 61, 61},
};

struct Agreement {
    std::size_t epochs = 0, modes = 0, places = 0, places_near = 0, places_said = 0;
    std::size_t speeds = 0, speeds_said = 0, courses = 0, courses_said = 0;
};

std::map<std::int32_t, nlohmann::json> reports_of(std::string const& chk)
{
    std::map<std::int32_t, nlohmann::json> reports;
    std::istringstream lines{chk};
    for (std::string line; std::getline(lines, line);) {
        if (line.find("\"class\":\"TPV\"") == std::string::npos) continue;
        auto report = nlohmann::json::parse(line);
        if (!report.contains("time")) continue;
        auto const at = from_iso(report["time"].get<std::string>());
        reports[static_cast<std::int32_t>(ms(*at) % 86'400'000)] = std::move(report);
    }
    return reports;
}

int mode_number(FixMode mode)
{
    return mode == FixMode::fix_3d ? 3 : mode == FixMode::fix_2d ? 2 : 1;
}

void compare(Reading const& ours, nlohmann::json const& theirs, Agreement& sum)
{
    ++sum.epochs;
    sum.modes += mode_number(ours.mode) == theirs["mode"];
    if (theirs.contains("lat")) {
        ++sum.places_said;
        double const lat = theirs["lat"], lon = theirs["lon"];
        auto const place = *place_from_degrees(lat, lon);
        sum.places +=
            ours.place && std::abs(ours.place->lat() - lat) < 1.01e-7 && std::abs(ours.place->lon() - lon) < 1.01e-7;
        sum.places_near += ours.place && distance_mm(*ours.place, place) < 5000;
    }
    if (theirs.contains("speed")) {
        ++sum.speeds_said;
        sum.speeds += ours.speed_mm_s && std::abs(*ours.speed_mm_s - theirs["speed"].get<double>() * 1000) < 1.6;
    }
    if (theirs.contains("track") && ours.course_cdeg) {
        ++sum.courses_said;
        sum.courses += std::abs(*ours.course_cdeg - theirs["track"].get<double>() * 100) < 1.1;
    }
}

std::optional<std::vector<Reading>> readings_of(std::string const& log, Counters& counters)
{
    auto const bytes = shared_text("nmea-ais/" + log);
    if (!bytes) return {};
    NmeaReader reader{log};
    std::vector<Reading> readings;
    reader.feed(*bytes, readings);
    reader.end(readings);
    counters = reader.counters();
    return readings;
}

}  // namespace

TEST_CASE("the logs of thirteen receivers are read as gpsd reads them")
{
    for (Expected const& expected : logs) {
        CAPTURE(expected.log);
        Counters counters;
        auto const readings = readings_of(std::string{expected.log} + ".log", counters);
        auto const chk = shared_text("nmea-ais/" + std::string{expected.log} + ".log.chk");
        if (!readings || !chk) return;
        auto const reports = reports_of(*chk);
        Agreement sum;
        for (auto const& reading : *readings)
            if (auto const report = reports.find(reading.time_of_day.value_or(-1)); report != reports.end())
                compare(reading, report->second, sum);
        std::cout << fmt::format("{}: epochs {} mode {} place {}/{} speed {}/{} track {}/{}\n", expected.log,
                                 sum.epochs, sum.modes, sum.places, sum.places_said, sum.speeds, sum.speeds_said,
                                 sum.courses, sum.courses_said);
        CHECK(sum.epochs == expected.epochs);
        CHECK(sum.modes == sum.epochs);
        CHECK(sum.places_said == expected.places);
        CHECK(sum.places == expected.places - expected.places_apart);
        CHECK(sum.places_near == expected.places);
        CHECK(sum.speeds == sum.speeds_said - expected.speeds_derived);
        CHECK(sum.courses == sum.courses_said);
    }
}

TEST_CASE("a receiver that was shaken loses sentences and not one of the damaged ones is read")
{
    Counters counters;
    auto const readings = readings_of("gp-320fw-2019-04-07-coldboot.log", counters);
    if (!readings) return;
    CHECK(counters.malformed() == 46);
    CHECK(counters.received == counters.read + counters.not_read + counters.malformed());
    for (auto const& reading : *readings) CHECK((reading.has_fix() || !reading.place));
}

TEST_CASE("the two AIS logs are counted as not read and give nothing of their own")
{
    Counters mixed, pure;
    auto const with_gps = readings_of("ais-nmea.log", mixed);
    auto const without = readings_of("sample.aivdm", pure);
    if (!with_gps || !without) return;
    CHECK(with_gps->size() == 164);
    CHECK(without->empty());
    CHECK(pure.read == 0);
    CHECK(pure.not_read > 90);
}

}  // namespace cresset::feeds
