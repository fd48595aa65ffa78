#include "core/feeds/fleet_reader.h"

#include "core/feeds/fix_line.h"

#include <catch2/catch.hpp>
#include <string>

// What a vehicle location server says of many units, line by line.

namespace cresset::feeds {

namespace {

std::uint64_t malformed(FleetReader const& reader, Malformed reason)
{
    return reader.counters().malformed_by_reason[static_cast<std::size_t>(reason)];
}

}  // namespace

TEST_CASE("a line of a fleet that lacks something is counted by what it lacks and the next is read")
{
    FleetReader reader;
    std::vector<Reading> readings;
    reader.feed(
        "nonsense\n"
        "[1,2]\n"
        R"({"at":"2026-11-22T19:02:41Z","lat":1,"lon":2})"
        "\n"
        R"({"unit":"P1","at":"19:02","lat":1,"lon":2})"
        "\n"
        R"({"unit":"P1","at":"2026-11-22T19:02:41Z","lat":91,"lon":2})"
        "\n"
        R"({"unit":"P1","at":"2026-11-22T19:02:41Z","lat":1,"lon":2,"course_deg":361})"
        "\n"
        R"({"unit":"P1","at":"2026-11-22T19:02:41Z","lat":1,"lon":2,"speed_mps":-3})"
        "\n\n" +
            std::string(5000, 'x') + "\n" +
            R"({"unit":"P1","at":"2026-11-22T19:02:41Z","lat":1,"lon":2})"
            "\n",
        readings);
    CHECK(malformed(reader, Malformed::bad_json) == 1);
    CHECK(malformed(reader, Malformed::not_a_message) == 1);
    CHECK(malformed(reader, Malformed::missing_value) == 1);
    CHECK(malformed(reader, Malformed::bad_time) == 1);
    CHECK(malformed(reader, Malformed::bad_place) == 1);
    CHECK(malformed(reader, Malformed::bad_field) == 2);
    CHECK(malformed(reader, Malformed::too_long) == 1);
    CHECK(reader.counters().read == 1);
    REQUIRE(readings.size() == 1);
    CHECK(readings[0].device == "P1");
}

TEST_CASE("a line of a fleet keeps what it says of time and motion to the fix")
{
    FleetReader reader;
    std::vector<Reading> readings;
    reader.feed(
        R"({"unit":"P12","at":"1969-12-31T23:59:59.250Z","lat":29.9,"lon":121.6,"accuracy_m":7.2,"speed_mps":12.5,)"
        R"("course_deg":359.7})",
        readings);
    CHECK(readings.empty());
    reader.end(readings);  // its last line has no end
    REQUIRE(readings.size() == 1);
    auto const fix = to_fix(readings[0], Instant{});
    REQUIRE(fix);
    CHECK(to_iso(fix->at) == "1969-12-31T23:59:59.250Z");
    CHECK(fix->place == Place{299'000'000, 1'216'000'000});
    CHECK(fix->accuracy_m == 8);
    CHECK(fix->speed_cm_s == 1250);
    CHECK(fix->course_deg == 0);
}

TEST_CASE("a line of a fleet that says null of its motion says nothing of it")
{
    auto const read = parse_fix_line(
        R"({"unit":"P12","at":"2026-11-22T19:02:41Z","lat":1,"lon":2,"accuracy_m":null,"speed_mps":null,"course_deg":null})");
    REQUIRE(std::holds_alternative<FixLine>(read));
    Fix const fix = std::get<FixLine>(read).fix;
    CHECK(fix.course_deg == Fix::unknown_course);
    CHECK(fix.speed_cm_s == 0);
    CHECK(fix.accuracy_m == 0);
}

}  // namespace cresset::feeds
