#pragma once
/// The clock on the wall of the command room: an IANA time zone (Asia/Shanghai), for everything people read.
/// Rules come from the system's zone database through Howard Hinnant's date library.

#include "core/base/time.h"

#include <optional>
#include <string>
#include <string_view>

namespace cresset {

struct LocalTime {
    int year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0, millisecond = 0;
    int weekday = 4;           // 0 Sunday .. 6 Saturday
    int offset_minutes = 0;    // east of Greenwich
    std::string abbreviation;  // "CST"
};

/// True if the system knows a zone of that name.
bool is_time_zone(std::string_view name);
/// The local time of an instant; in UTC if the zone is not known.
LocalTime local_time(Instant at, std::string_view zone);
/// "19:02:41"
std::string clock_text(Instant at, std::string_view zone);
/// "2026-11-22 19:02:41"
std::string date_clock_text(Instant at, std::string_view zone);
/// "UTC+8", "UTC-3:30"
std::string offset_text(Instant at, std::string_view zone);
/// The instant of a local civil time; nothing if that time does not exist there (skipped hour) or the zone is unknown.
/// Of an hour that comes twice, the first.
std::optional<Instant> from_local(LocalTime const& local, std::string_view zone);

}  // namespace cresset
