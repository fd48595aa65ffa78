#pragma once
/// One NMEA 0183 sentence as text, and the values that its fields hold. An empty field is a value that is not known;
/// a field that is neither empty nor well-formed makes the whole sentence unreadable.

#include "core/base/geo.h"
#include "core/feeds/counters.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

namespace cresset::feeds {

/// One sentence whose checksum is right: "GP", "RMC" and what stands after the commas.
struct NmeaSentence {
    std::string_view talker;
    std::string_view type;
    std::vector<std::string_view> fields;
    bool encapsulated = false;  // "!", as AIS
    bool proprietary = false;   // "$P"
    /// The field of that number counted from 1, as manuals do; empty if it is not there.
    std::string_view field(std::size_t number) const
    {
        return number >= 1 && number <= fields.size() ? fields[number - 1] : std::string_view{};
    }
};

/// "$GPRMC,...*5A" taken apart, or why it cannot be.
std::variant<NmeaSentence, Malformed> parse_sentence(std::string_view text);

/// A field read three ways: absent, good or bad.
template <typename Value>
struct NmeaField {
    std::optional<Value> value;
    bool bad = false;
};

/// "235959.50" as milliseconds since midnight; a leap second counts as the last millisecond of the day.
NmeaField<std::int32_t> nmea_time(std::string_view text);
/// "250215" as days since 1970-01-01; years 80..99 are of the 20th century.
NmeaField<std::int32_t> nmea_date(std::string_view text);
/// Day, month and year as ZDA has them.
NmeaField<std::int32_t> nmea_date(std::string_view day, std::string_view month, std::string_view year);
/// "3113.5170,N" and "12128.3390,E", rounded once to 1e-7 degree.
NmeaField<Place> nmea_place(std::string_view lat, std::string_view north, std::string_view lon, std::string_view east);
/// Knots as mm/s (1 kn = 1852 m/h).
NmeaField<std::int32_t> nmea_knots(std::string_view text);
/// Kilometres an hour as mm/s.
NmeaField<std::int32_t> nmea_kmh(std::string_view text);
/// Degrees as hundredths, 0..35999.
NmeaField<std::int32_t> nmea_course(std::string_view text);
/// Metres as millimetres.
NmeaField<std::int32_t> nmea_metres(std::string_view text);
/// A small whole number.
NmeaField<int> nmea_digit(std::string_view text);

}  // namespace cresset::feeds
