#pragma once
/// Where a live feed comes from and which unit its receiver is, as one line of text:
/// KIND+WAY://[HOST][:PORT][/DEVICE]=CALLSIGN, for instance gpsd+tcp://127.0.0.1:2947=P12 or nmea+udp://:10110=P12.
/// Over UDP the host is the only sender that is listened to; without one it is the first that speaks. A serial port is
/// nmea+serial:///DEVICE[:BAUD]=CALLSIGN, for instance nmea+serial:///dev/ttyUSB0:9600=P12. Where this computer itself
/// is, as its location service tells it, is place+system://[PROVIDER]=CALLSIGN. A server that tells where many units
/// are (fleet_reader.h) is fleet+tcp://HOST[:PORT]=* or fleet+udp://[HOST][:PORT]=*; a call sign in place of the star
/// is the only one for whom it may speak.

#include "core/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cresset::app {

enum class FeedKind : std::uint8_t { nmea, gpsd, place, fleet };
enum class FeedWay : std::uint8_t { tcp, udp, serial, system };

constexpr std::string_view name_of(FeedKind kind)
{
    if (kind == FeedKind::place) return "place";
    if (kind == FeedKind::fleet) return "fleet";
    return kind == FeedKind::nmea ? "nmea" : "gpsd";
}
constexpr std::string_view name_of(FeedWay way)
{
    if (way == FeedWay::system) return "system";
    if (way == FeedWay::serial) return "serial";
    return way == FeedWay::tcp ? "tcp" : "udp";
}
constexpr std::uint16_t usual_port(FeedKind kind)
{
    if (kind == FeedKind::fleet) return 10120;
    return kind == FeedKind::nmea ? 10110 : 2947;
}
/// In place of a call sign: every unit of the room.
inline constexpr std::string_view every_unit = "*";

/// Of NMEA 0183; receivers of other speeds say so on their label.
constexpr std::int32_t usual_baud = 4800;

struct FeedAddress {
    FeedKind kind = FeedKind::nmea;
    FeedWay way = FeedWay::tcp;
    std::string host;  // may be empty with UDP
    std::uint16_t port = 0;
    /// The serial port; of a gpsd with several the one ("/dev/ttyUSB0"), empty: the first that speaks; of the system's
    /// providers of places the one ("geoclue2"), empty: the one it prefers.
    std::string device;
    std::string call_sign;
    std::int32_t baud = usual_baud;  // of a serial port, bits a second
    friend bool operator==(FeedAddress const&, FeedAddress const&) = default;
};

/// A problem says what is wrong and shows an address that is right.
Result<FeedAddress> parse_feed_address(std::string_view text);
/// "127.0.0.1:2947", "[::1]:2947", and ":10110" with UDP; without a port the usual one of the kind.
std::optional<Problem> read_host_and_port(std::string_view text, FeedAddress& address);
/// "/dev/ttyUSB0" or "/dev/ttyUSB0:9600".
std::optional<Problem> read_serial_port(std::string_view text, FeedAddress& address);
/// "geoclue2", or nothing.
std::optional<Problem> read_provider(std::string_view text, FeedAddress& address);
/// 1 to 32 letters and figures without spaces.
bool is_call_sign(std::string_view text);
/// The line again.
std::string to_text(FeedAddress const& address);
/// "127.0.0.1:2947", ":10110", "127.0.0.1:2947/dev/ttyUSB0", "/dev/ttyUSB0:4800", "geoclue2".
std::string place_text(FeedAddress const& address);
/// The line without its call sign: what the feed is called in the journal.
std::string source_text(FeedAddress const& address);

}  // namespace cresset::app
