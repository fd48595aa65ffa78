#pragma once
/// How the columns of a CSV file, or the properties of GeoJSON features, become incidents. A map is a small JSON file:
///
///   {
///     "format": "cresset feed map 1",
///     "name": "San Francisco Fire, calls for service",
///     "separator": ",",                       optional: "," ";" or "\t"; otherwise found in the heading
///     "time": { "format": "%m/%d/%Y %I:%M:%S %p",  or "iso"
///               "zone": "America/Los_Angeles" },   an IANA zone; for times that say no offset themselves
///     "columns": {                            ours: theirs. `external` and `received` are required
///       "external": "Incident Number", "type": "Call Type", "priority": "Final Priority",
///       "received": "Received DtTm", "entry": ..., "dispatch": ..., "response": ..., "on_scene": ...,
///       "transport": ..., "hospital": ..., "available": ..., "unit": "Unit ID", "unit_kind": "Unit Type",
///       "place": "Location",                  text "(lat, lon)"; or "lat" and "lon" in two columns
///       "address": "Address", "disposition": "Call Final Disposition" },
///     "types": { "Medical Incident": "medical" },      theirs: ours; others keep their own word
///     "priorities": { "3": 1, "2": 3 },                theirs: 1 (highest) .. 4; others have none
///     "unit_kinds": { "ENGINE": "engine" }
///   }
///
/// Time formats are those of time_format.h. A GeoJSON property may be text or a number.

#include "core/base/result.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace cresset::feeds {

enum class Column : std::uint8_t {
    external,
    type,
    priority,
    received,
    entry,
    dispatch,
    response,
    on_scene,
    transport,
    hospital,
    available,
    unit,
    unit_kind,
    place,
    lat,
    lon,
    address,
    disposition,
};
inline constexpr std::size_t column_count = 18;
std::string_view name_of(Column column);

struct TableMap {
    std::string name;
    std::optional<char> separator;
    std::string time_format = "iso";
    std::string zone = "UTC";
    std::array<std::optional<std::string>, column_count> columns;  // their name of each, if they have it
    std::map<std::string, std::string, std::less<>> types;
    std::map<std::string, int, std::less<>> priorities;
    std::map<std::string, std::string, std::less<>> unit_kinds;

    std::optional<std::string> const& column(Column which) const { return columns[static_cast<std::size_t>(which)]; }
};

/// A map from its JSON text, or what is wrong with it.
Result<TableMap> parse_table_map(std::string_view json);

}  // namespace cresset::feeds
