#include "core/facts/json_text.h"

#include <utility>

namespace cresset {

void write_json_string(std::string& out, std::string_view text)
{
    out += '"';
    std::size_t plain = 0;  // where what needs no escape begins
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto const c = static_cast<unsigned char>(text[i]);
        if (c >= 0x20 && c != '"' && c != '\\') continue;
        out += text.substr(plain, i - plain);
        plain = i + 1;
        if (c < 0x20)
            fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(c));
        else
            out += '\\', out += text[i];
    }
    out += text.substr(plain);
    out += '"';
}

void write_json(std::string& out, Line const& line)
{
    out += '[';
    Place last;
    bool first = true;
    for (Place const place : line) {
        if (!first) out += ',';
        first = false;
        out += fmt::format_int(std::int64_t{place.lat_e7} - last.lat_e7).c_str();
        out += ',';
        out += fmt::format_int(std::int64_t{place.lon_e7} - last.lon_e7).c_str();
        last = place;
    }
    out += ']';
}

bool read_json(nlohmann::json const& json, Instant& at)
{
    std::int64_t value = 0;
    return read_json(json, value) && (at = instant(value), in_calendar(at));
}

bool read_json(nlohmann::json const& json, Duration& length)
{
    std::int64_t value = 0;
    return read_json(json, value) && (length = Duration{value}, in_calendar(Instant{length}));
}

bool read_json(nlohmann::json const& json, Place& place)
{
    std::array<std::int32_t, 2> pair{};
    if (!read_json(json, pair)) return false;
    place = {pair[0], pair[1]};
    return true;
}

bool read_json(nlohmann::json const& json, Line& line)
{
    std::vector<std::int64_t> flat;
    if (!read_json(json, flat) || flat.size() % 2 != 0) return false;
    line.clear();
    std::int64_t lat = 0;
    std::int64_t lon = 0;
    constexpr std::int64_t step = std::int64_t{1} << 32U;  // no difference of two places is longer
    auto const too_far = [](std::int64_t difference) { return difference > step || difference < -step; };
    for (std::size_t i = 0; i < flat.size(); i += 2) {
        if (too_far(flat[i]) || too_far(flat[i + 1])) return false;
        lat += flat[i];
        lon += flat[i + 1];
        if (!std::in_range<std::int32_t>(lat) || !std::in_range<std::int32_t>(lon)) return false;
        line.push_back({static_cast<std::int32_t>(lat), static_cast<std::int32_t>(lon)});
    }
    return true;
}

bool read_json(nlohmann::json const& json, SeatId& seat)
{
    return read_json(json, seat.value);
}

bool read_json(nlohmann::json const& json, Seq& seq)
{
    return read_json(json, seq.value);
}

bool read_pair(nlohmann::json const& json, std::uint16_t& origin, std::uint32_t& number)
{
    if (!json.is_string()) return false;
    auto const parts = split(json.get_ref<std::string const&>(), ':');
    if (parts.size() != 2) return false;
    auto const first = parse_whole<std::uint16_t>(parts[0]);
    auto const second = parse_whole<std::uint32_t>(parts[1]);
    if (!first || !second) return false;
    origin = *first;
    number = *second;
    return true;
}

bool read_json(nlohmann::json const& json, ActId& act)
{
    return read_pair(json, act.seat.value, act.number);
}

}  // namespace cresset
