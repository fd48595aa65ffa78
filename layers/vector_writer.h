#pragma once
/// Writes features as a file of another kind, in memory: the other direction of vector_reader.h.

#include <string>
#include <string_view>

namespace cresset::layers {

/// The bytes of a "gpkg" or a "kml" of what the GeoJSON says, its lists as texts with commas. Throws Refused.
std::string written_as(std::string_view kind, std::string_view geojson);
/// Reads from the standard input what shall be written: eight bytes of its length, lowest first, then so many. Throws
/// Refused.
std::string read_to_write();

}  // namespace cresset::layers
