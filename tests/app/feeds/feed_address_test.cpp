#include "app/feeds/feed_address.h"

#include <catch2/catch.hpp>

namespace cresset::app {

using Catch::Contains;

TEST_CASE("an address of a feed that is wrong is refused with what is wrong")
{
    auto const why = [](std::string_view text) {
        auto const address = parse_feed_address(text);
        INFO(text);
        REQUIRE_FALSE(address);
        return address.problem();
    };
    for (char const* text : {"", "=", "P12", "://=P12", "nmea://1.2.3.4:5=P12", "ais+tcp://1.2.3.4:5=P12",
                             "nmea+ftp://1.2.3.4:5=P12", "nmea+tcp://1.2.3.4:5", "=P12nmea+tcp://"})
        CHECK_THAT(why(text), Contains("is no feed: write it as"));
    CHECK_THAT(why("nmea+tcp://:10110=P12"), Contains("needs a host"));
    CHECK_THAT(why("nmea+tcp://h:=P12"), Contains("no port after the colon"));
    for (char const* port : {"0", "65536", "-1", "x", "99999999999999999999"})
        CHECK_THAT(why("nmea+tcp://h:" + std::string{port} + "=P12"), Contains("is no port"));
    CHECK_THAT(why("nmea+tcp://[::1:5=P12"), Contains("without its ]"));
    CHECK_THAT(why("nmea+tcp://a b:5=P12"), Contains("no name of a host"));
    CHECK_THAT(why("nmea+tcp://h:5="), Contains("no call sign"));
    CHECK_THAT(why("nmea+tcp://h:5=P 12"), Contains("no call sign"));
    CHECK_THAT(why("nmea+tcp://h:5=" + std::string(33, 'P')), Contains("no call sign"));
    CHECK_THAT(why("nmea+tcp://h:5/dev/a=P12"), Contains("only a gpsd has devices"));
    CHECK_THAT(why("gpsd+serial:///dev/ttyUSB0=P12"), Contains("speaks NMEA"));
    for (char const* port : {"", "ttyUSB0", "/", "/dev/a b", ":4800"})
        CHECK_THAT(why("nmea+serial://" + std::string{port} + "=P12"), Contains("is no serial port"));
    for (char const* speed : {"0", "4801", "99999999999"})
        CHECK_THAT(why("nmea+serial:///dev/ttyUSB0:" + std::string{speed} + "=P12"),
                   Contains("is no speed of a serial port: give one of 4800 9600"));
    for (char const* text : {"place+tcp://h=P12", "place+udp://:1=P12", "nmea+system://=P12", "gpsd+system://=P12"})
        CHECK_THAT(why(text), Contains("is written place+system://=P12"));
    for (char const* provider : {"geo clue", "../nmea", "GeoClue"})
        CHECK_THAT(why("place+system://" + std::string{provider} + "=P12"), Contains("is no provider of places"));
    CHECK_THAT(why("gpsd+tcp://" + std::string(600, 'h') + "=P12"), Contains("shorter"));
}

TEST_CASE("an address of a feed is read and written again")
{
    for (char const* text : {"gpsd+tcp://127.0.0.1:2947=P12", "nmea+udp://:10110=P12", "gpsd+udp://10.0.0.5:4000=警车1",
                             "nmea+tcp://[::1]:5000=X", "gpsd+tcp://car-7.local:2947/dev/ttyUSB0=P12",
                             "nmea+serial:///dev/ttyUSB0:9600=P12", "place+system://=V1", "place+system://geoclue2=V1",
                             "nmea+serial:///dev/serial/by-path/pci-0000:00:14.0-usb-0:2:1.0-port0:4800=P12"}) {
        auto const address = parse_feed_address(text);
        INFO(text);
        REQUIRE(address);
        CHECK(to_text(*address) == text);
    }
    CHECK(parse_feed_address("gpsd+tcp://h=P1")->port == 2947);
    CHECK(parse_feed_address("nmea+tcp://h=P1")->port == 10110);
    auto const serial = parse_feed_address("nmea+serial:///dev/serial/by-path/usb-0:2:1.0=P1");
    CHECK(serial->device == "/dev/serial/by-path/usb-0:2:1.0");
    CHECK(serial->baud == 4800);
    auto const named = parse_feed_address("gpsd+tcp://h:1/dev/a=P1");
    CHECK(named->device == "/dev/a");
    CHECK(source_text(*named) == "gpsd+tcp://h:1/dev/a");
    CHECK(named->call_sign == "P1");
}

}  // namespace cresset::app
