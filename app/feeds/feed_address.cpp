#include "app/feeds/feed_address.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace cresset::app {

namespace {

constexpr std::size_t longest_text = 512;
constexpr std::size_t longest_call_sign = 32;
constexpr std::array<std::int32_t, 7> speeds{4800, 9600, 19200, 38400, 57600, 115200, 230400};

Problem unlike(std::string_view text)
{
    return Problem{
        fmt::format("\"{}\" is no feed: write it as gpsd+tcp://127.0.0.1:2947=P12 or nmea+udp://:10110=P12", text)};
}

bool is_plain(std::string_view text)
{
    return std::none_of(text.begin(), text.end(),
                        [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == '\x7f'; });
}

constexpr std::array kinds{FeedKind::nmea, FeedKind::gpsd, FeedKind::place, FeedKind::fleet};
constexpr std::array ways{FeedWay::tcp, FeedWay::udp, FeedWay::serial, FeedWay::system};

template <typename Choice, std::size_t n>
std::optional<Choice> named(std::array<Choice, n> const& choices, std::string_view name)
{
    auto const found =
        std::find_if(choices.begin(), choices.end(), [name](Choice choice) { return name_of(choice) == name; });
    return found == choices.end() ? std::nullopt : std::optional{*found};
}

std::optional<Problem> read_scheme(std::string_view scheme, std::string_view whole, FeedAddress& address)
{
    std::size_t const plus = scheme.find('+');
    std::string_view const kind = scheme.substr(0, plus);
    std::string_view const way = plus == std::string_view::npos ? "" : scheme.substr(plus + 1);
    auto const known_kind = named(kinds, kind);
    auto const known_way = named(ways, way);
    if (!known_kind || !known_way) return unlike(whole);
    address.kind = *known_kind;
    address.way = *known_way;
    if ((address.kind == FeedKind::place) != (address.way == FeedWay::system))
        return Problem{"the place of this computer is written place+system://=P12"};
    if (address.way == FeedWay::serial && address.kind != FeedKind::nmea)
        return Problem{"a receiver at a serial port speaks NMEA: write nmea+serial:///dev/ttyUSB0=P12"};
    return {};
}

std::optional<Problem> read_call_sign(std::string_view text, FeedAddress& address)
{
    if (!is_call_sign(text))
        return Problem{fmt::format("\"{}\" is no call sign: give 1 to {} letters and figures without spaces", text,
                                   longest_call_sign)};
    if (text == every_unit && address.kind != FeedKind::fleet)
        return Problem{"one receiver is one unit: give its call sign; only a fleet may speak for all (fleet+tcp)"};
    address.call_sign = text;
    return {};
}

std::string host_and_port(FeedAddress const& address)
{
    bool const brackets = address.host.find(':') != std::string::npos;
    return brackets ? fmt::format("[{}]:{}", address.host, address.port)
                    : fmt::format("{}:{}", address.host, address.port);
}

std::optional<Problem> read_network_place(std::string_view rest, FeedAddress& address)
{
    std::size_t const slash = rest.find('/');
    if (auto problem = read_host_and_port(rest.substr(0, slash), address)) return problem;
    if (slash != std::string_view::npos) address.device = rest.substr(slash);
    if (!address.device.empty() && (address.kind != FeedKind::gpsd || !is_plain(address.device)))
        return Problem{fmt::format("\"{}\": only a gpsd has devices, such as /dev/ttyUSB0", address.device)};
    return {};
}

std::optional<Problem> read_place(std::string_view rest, FeedAddress& address)
{
    if (address.way == FeedWay::serial) return read_serial_port(rest, address);
    if (address.way == FeedWay::system) return read_provider(rest, address);
    return read_network_place(rest, address);
}

}  // namespace

std::optional<Problem> read_host_and_port(std::string_view text, FeedAddress& address)
{
    std::string_view host = text;
    std::string_view port;
    std::size_t const bracket = text.starts_with('[') ? text.find(']') : 0;
    if (bracket == std::string_view::npos) return Problem{fmt::format("\"{}\" has a [ without its ]", text)};
    if (std::size_t const colon = text.find(':', bracket); colon != std::string_view::npos) {
        host = text.substr(0, colon);
        port = text.substr(colon + 1);
        if (port.empty()) return Problem{fmt::format("\"{}\" has no port after the colon", text)};
    }
    if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
    if (!is_plain(host)) return Problem{fmt::format("\"{}\" is no name of a host", host)};
    if (host.empty() && address.way == FeedWay::tcp)
        return Problem{"a feed over TCP needs a host, such as 127.0.0.1:2947"};
    address.host = host;
    address.port = usual_port(address.kind);
    if (port.empty()) return {};
    auto const number = parse_whole<std::uint16_t>(port);
    if (!number || *number == 0)
        return Problem{fmt::format("\"{}\" is no port: give a whole number from 1 to 65535", port)};
    address.port = *number;
    return {};
}

std::optional<Problem> read_serial_port(std::string_view text, FeedAddress& address)
{
    // A port named by its place on the bus has colons of its own: only figures after the last one are a speed.
    std::size_t const colon = text.rfind(':');
    std::string_view const speed = colon == std::string_view::npos ? "" : text.substr(colon + 1);
    bool const has_speed = std::all_of(speed.begin(), speed.end(), [](char c) { return c >= '0' && c <= '9'; });
    address.device = has_speed ? text.substr(0, colon) : text;
    if (!address.device.starts_with('/') || address.device.size() < 2 || !is_plain(address.device))
        return Problem{fmt::format("\"{}\" is no serial port: give its path, such as /dev/ttyUSB0", address.device)};
    if (speed.empty() || !has_speed) return {};
    auto const baud = parse_whole<std::int32_t>(speed);
    if (!baud || std::find(speeds.begin(), speeds.end(), *baud) == speeds.end())
        return Problem{
            fmt::format("\"{}\" is no speed of a serial port: give one of {}", speed, fmt::join(speeds, " "))};
    address.baud = *baud;
    return {};
}

std::optional<Problem> read_provider(std::string_view text, FeedAddress& address)
{
    auto const fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    if (!std::all_of(text.begin(), text.end(), fits))
        return Problem{
            fmt::format("\"{}\" is no provider of places: give its name, such as geoclue2, or nothing", text)};
    address.device = text;
    return {};
}

Result<FeedAddress> parse_feed_address(std::string_view text)
{
    FeedAddress address;
    std::size_t const scheme = text.find("://");
    std::size_t const equals = text.rfind('=');
    if (text.size() > longest_text) return Problem{"an address of a feed is shorter than that"};
    if (scheme == std::string_view::npos || equals == std::string_view::npos || equals < scheme + 3)
        return unlike(text);
    if (auto problem = read_scheme(text.substr(0, scheme), text, address)) return *problem;
    std::string_view const rest = text.substr(scheme + 3, equals - scheme - 3);
    if (auto problem = read_place(rest, address)) return *problem;
    if (auto problem = read_call_sign(text.substr(equals + 1), address)) return *problem;
    return address;
}

bool is_call_sign(std::string_view text)
{
    return !text.empty() && text.size() <= longest_call_sign && is_plain(text);
}

std::string place_text(FeedAddress const& address)
{
    if (address.way == FeedWay::serial) return fmt::format("{}:{}", address.device, address.baud);
    if (address.way == FeedWay::system) return address.device;
    return host_and_port(address) + address.device;
}

std::string source_text(FeedAddress const& address)
{
    return fmt::format("{}+{}://{}", name_of(address.kind), name_of(address.way), place_text(address));
}

std::string to_text(FeedAddress const& address)
{
    return fmt::format("{}={}", source_text(address), address.call_sign);
}

}  // namespace cresset::app
