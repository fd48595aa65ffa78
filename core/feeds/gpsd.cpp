#include "core/feeds/gpsd.h"

#include "core/base/text.h"
#include "core/feeds/outside_json.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace cresset::feeds {

namespace {

/// Classes of gpsd that say nothing that is used here.
constexpr std::array<std::string_view, 16> other_classes{"AIS", "ATT",     "DEVICE",  "DEVICES", "GST", "IMU",
                                                         "OSC", "PASSIVE", "POLL",    "PPS",     "RAW", "RTCM2",
                                                         "SKY", "TOFF",    "VERSION", "WATCH"};

bool is_other_class(std::string_view name)
{
    return std::binary_search(other_classes.begin(), other_classes.end(), name);
}

/// A number of the report times `scale`, as a whole one between low and high; bad if it is there and does not fit.
struct Number {
    std::optional<std::int32_t> value;
    bool bad = false;
};
struct Range {
    double scale;
    double low;
    double high;
};

Number number(nlohmann::json const& report, char const* key, Range range)
{
    auto const found = report.find(key);
    if (found == report.end()) return {};
    if (!found->is_number()) return {{}, true};
    double const scaled = std::round(found->get<double>() * range.scale);
    if (!(scaled >= range.low && scaled <= range.high)) return {{}, true};
    return {static_cast<std::int32_t>(scaled)};
}

std::string text_of(nlohmann::json const& report, char const* key)
{
    auto const found = report.find(key);
    return found != report.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

constexpr Range place_lat{1e7, -9e8, 9e8};
constexpr Range place_lon{1e7, -18e8, 18e8};
constexpr Range millimetres{1000, -1e9, 1e9};
constexpr Range positive_millimetres{1000, 0, 2e9};
constexpr Range centidegrees{100, 0, 36'000};
constexpr Range mode_range{1, 0, 3};

bool take_time(nlohmann::json const& report, Reading& reading)
{
    if (!report.contains("time")) return true;
    constexpr std::int64_t day_ms = 86'400'000;
    auto const at = from_iso(text_of(report, "time"));
    if (!at) return false;
    auto const day =
        std::chrono::floor<std::chrono::duration<std::int64_t, std::ratio<86'400>>>(at->time_since_epoch());
    reading.day = static_cast<std::int32_t>(day.count());
    reading.time_of_day = static_cast<std::int32_t>(ms(*at) - day.count() * day_ms);
    return true;
}

/// gpsd 3.20 and later say altMSL, earlier ones alt.
bool take_motion(nlohmann::json const& report, Reading& reading)
{
    auto const speed = number(report, "speed", positive_millimetres);
    auto const track = number(report, "track", centidegrees);
    auto const altitude = number(report, report.contains("altMSL") ? "altMSL" : "alt", millimetres);
    auto const error = number(report, "eph", positive_millimetres);
    if (speed.bad || track.bad || altitude.bad || error.bad) return false;
    reading.speed_mm_s = speed.value;
    if (track.value) reading.course_cdeg = *track.value % 36'000;
    reading.altitude_mm = altitude.value;
    reading.accuracy_mm = error.value;
    return true;
}

bool take_place(nlohmann::json const& report, Reading& reading)
{
    auto const lat = number(report, "lat", place_lat);
    auto const lon = number(report, "lon", place_lon);
    if (lat.bad || lon.bad || lat.value.has_value() != lon.value.has_value()) return false;
    if (lat.value) reading.place = Place{*lat.value, *lon.value};
    return take_motion(report, reading);
}

/// Modes 0 and 1 are no fix. A mode of 2 or 3 without a place is none either.
std::optional<Reading> read_tpv(nlohmann::json const& report, std::string device)
{
    Reading reading;
    reading.device = std::move(device);
    reading.mode = FixMode::no_fix;
    auto const mode = number(report, "mode", mode_range);
    if (mode.bad || !take_time(report, reading)) return {};
    if (mode.value.value_or(0) < 2) return reading;
    if (!take_place(report, reading)) return {};
    if (reading.place) reading.mode = *mode.value == 2 ? FixMode::fix_2d : FixMode::fix_3d;
    return reading;
}

}  // namespace

void GpsdReader::feed(std::string_view bytes, std::vector<Reading>& out)
{
    lines_.feed(
        bytes, [&](std::string_view line) { take_line(line, out); }, [&] { counters_.count(Malformed::too_long); });
}

void GpsdReader::end(std::vector<Reading>& out)
{
    lines_.end([&](std::string_view line) { take_line(line, out); });
}

void GpsdReader::take_line(std::string_view line, std::vector<Reading>& out)
{
    line = trim(line);
    if (line.empty()) return;
    auto const parsed = parse_json(line, {line_limit, 16});
    if (auto const* reason = std::get_if<Malformed>(&parsed)) return counters_.count(*reason);
    auto const& report = std::get<nlohmann::json>(parsed);
    if (!report.is_object()) return counters_.count(Malformed::not_a_message);
    std::string const name = text_of(report, "class");
    if (name == "TPV") return take_tpv(report, out);
    if (name == "ERROR") last_error_ = to_valid_utf8(text_of(report, "message"));
    if (name == "ERROR" || is_other_class(name)) return counters_.count_not_read();
    name.empty() ? counters_.count(Malformed::not_a_message) : counters_.count_unknown();
}

void GpsdReader::take_tpv(nlohmann::json const& report, std::vector<Reading>& out)
{
    std::string device = text_of(report, "device");
    auto reading = read_tpv(report, device.empty() ? fallback_device_ : std::move(device));
    if (!reading) return counters_.count(Malformed::bad_field);
    counters_.count_read();
    out.push_back(*std::move(reading));
}

}  // namespace cresset::feeds
