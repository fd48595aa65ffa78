#include "core/base/time_zone.h"

#include <algorithm>
#include <date/tz.h>
#include <fmt/format.h>
#include <stdexcept>

namespace cresset {

namespace {

date::time_zone const* find_zone(std::string_view name)
{
    if (name.empty()) return nullptr;
    try {
        return date::locate_zone(std::string{name});
    } catch (std::runtime_error const&) {  // unknown name, or no zone database on this machine
        return nullptr;
    }
}

using SysMs = date::sys_time<std::chrono::milliseconds>;

}  // namespace

bool is_time_zone(std::string_view name)
{
    return find_zone(name) != nullptr;
}

LocalTime local_time(Instant at, std::string_view zone_name)
{
    at = std::clamp(at, earliest_instant, latest_instant);
    LocalTime local;
    std::int64_t offset_ms = 0;
    local.abbreviation = "UTC";
    if (auto const* zone = find_zone(zone_name)) {
        auto const info = zone->get_info(SysMs{std::chrono::milliseconds{ms(at)}});
        offset_ms = std::int64_t{info.offset.count()} * 1000;
        local.abbreviation = info.abbrev;
    }
    local.offset_minutes = static_cast<int>(offset_ms / 60'000);
    Duration const here{ms(at) + offset_ms};
    auto const day = std::chrono::floor<date::days>(here);
    date::year_month_day const ymd{date::sys_days{day}};
    local.weekday = static_cast<int>(date::weekday{date::sys_days{day}}.c_encoding());
    auto const in_day = static_cast<int>((here - day).count());
    local.year = int(ymd.year());
    local.month = static_cast<int>(unsigned(ymd.month()));
    local.day = static_cast<int>(unsigned(ymd.day()));
    local.hour = in_day / 3'600'000;
    local.minute = in_day / 60'000 % 60;
    local.second = in_day / 1000 % 60;
    local.millisecond = in_day % 1000;
    return local;
}

std::string clock_text(Instant at, std::string_view zone)
{
    auto const local = local_time(at, zone);
    return fmt::format("{:02}:{:02}:{:02}", local.hour, local.minute, local.second);
}

std::string date_clock_text(Instant at, std::string_view zone)
{
    auto const local = local_time(at, zone);
    return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}:{:02}", local.year, local.month, local.day, local.hour,
                       local.minute, local.second);
}

std::string offset_text(Instant at, std::string_view zone)
{
    int const offset = local_time(at, zone).offset_minutes;
    if (offset == 0) return "UTC";
    int const size = offset < 0 ? -offset : offset;
    std::string const minutes = size % 60 == 0 ? "" : fmt::format(":{:02}", size % 60);
    return fmt::format("UTC{}{}{}", offset < 0 ? '-' : '+', size / 60, minutes);
}

namespace {
bool on_the_clock(LocalTime const& local)
{
    auto const within = [](int value, int end) { return value >= 0 && value < end; };
    return within(local.year, 10'000) && within(local.month, 13) && within(local.day, 32) && within(local.hour, 24) &&
           within(local.minute, 60) && within(local.second, 60) && within(local.millisecond, 1000);
}
}  // namespace

std::optional<Instant> from_local(LocalTime const& local, std::string_view zone_name)
{
    if (!on_the_clock(local)) return {};
    auto const* zone = find_zone(zone_name);
    date::year_month_day const ymd{date::year{local.year}, date::month{static_cast<unsigned>(local.month)},
                                   date::day{static_cast<unsigned>(local.day)}};
    if (zone == nullptr || !ymd.ok()) return {};
    auto const wall = date::local_days{ymd} + std::chrono::hours{local.hour} + std::chrono::minutes{local.minute} +
                      std::chrono::seconds{local.second} + std::chrono::milliseconds{local.millisecond};
    auto const info = zone->get_info(wall);
    if (info.result == date::local_info::nonexistent) return {};
    return instant((wall.time_since_epoch() - info.first.offset).count());
}

}  // namespace cresset
