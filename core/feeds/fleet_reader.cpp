#include "core/feeds/fleet_reader.h"

#include "core/base/text.h"
#include "core/feeds/fix_line.h"

namespace cresset::feeds {

namespace {

constexpr std::int64_t day_ms = 86'400'000;

Reading reading_of(FixLine line)
{
    Reading reading;
    reading.device = std::move(line.unit);
    std::int64_t const at = ms(line.fix.at);
    std::int64_t const time_of_day = (at % day_ms + day_ms) % day_ms;
    reading.day = static_cast<std::int32_t>((at - time_of_day) / day_ms);
    reading.time_of_day = static_cast<std::int32_t>(time_of_day);
    reading.place = line.fix.place;
    reading.speed_mm_s = line.fix.speed_cm_s * 10;
    if (line.fix.course_deg != Fix::unknown_course) reading.course_cdeg = line.fix.course_deg * 100;
    if (line.fix.accuracy_m != 0) reading.accuracy_mm = line.fix.accuracy_m * 1000;
    reading.mode = FixMode::fix_2d;
    return reading;
}

}  // namespace

void FleetReader::feed(std::string_view bytes, std::vector<Reading>& out)
{
    lines_.feed(
        bytes, [&](std::string_view line) { take_line(line, out); }, [&] { counters_.count(Malformed::too_long); });
}

void FleetReader::end(std::vector<Reading>& out)
{
    lines_.end([&](std::string_view line) { take_line(line, out); });
}

void FleetReader::take_line(std::string_view line, std::vector<Reading>& out)
{
    line = trim(line);
    if (line.empty()) return;
    auto read = parse_fix_line(line);
    if (auto const* why = std::get_if<Malformed>(&read)) return counters_.count(*why);
    counters_.count_read();
    out.push_back(reading_of(std::get<FixLine>(std::move(read))));
}

}  // namespace cresset::feeds
