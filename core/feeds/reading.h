#pragma once
/// What one device said about where it is, in the units of the program, before anyone knows which unit it speaks for.
/// Date and time of day are known apart, because many receivers send the one without the other. Where there is no fix
/// there is no place: never 0,0.

#include "core/base/geo.h"
#include "core/base/time.h"
#include "core/facts/fix.h"

#include <cstdint>
#include <optional>
#include <string>

namespace cresset::feeds {

enum class FixMode : std::uint8_t { unknown, no_fix, fix_2d, fix_3d };

struct Reading {
    std::string device;                       // the key by which bindings know the device
    std::optional<std::int32_t> day;          // days since 1970-01-01, UTC
    std::optional<std::int32_t> time_of_day;  // milliseconds since midnight, UTC
    std::optional<Place> place;               // only with a fix
    std::optional<std::int32_t> speed_mm_s;   // over ground
    std::optional<std::int32_t> course_cdeg;  // hundredths of a degree clockwise from true north, 0..35999
    std::optional<std::int32_t> altitude_mm;  // above mean sea level
    std::optional<std::int32_t> accuracy_mm;  // horizontal, as the device states it (about 95 %)
    FixMode mode = FixMode::unknown;

    friend bool operator==(Reading const&, Reading const&) = default;
    bool has_fix() const { return place && (mode == FixMode::fix_2d || mode == FixMode::fix_3d); }
};

/// When the reading was made, if the device said both the date and the time of day.
std::optional<Instant> observed_at(Reading const& reading);

/// The same for a device that says no date: the day on which its time of day lies nearest to when it was received.
/// The time of receipt itself where the device says no time at all.
Instant observed_at(Reading const& reading, Instant received_at);

/// The reading as the world keeps a fix; nothing without one. A speed or accuracy beyond its range stays at the end.
std::optional<Fix> to_fix(Reading const& reading, Instant received_at);

}  // namespace cresset::feeds
