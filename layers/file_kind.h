#pragma once
/// What a file is, by its first bytes alone: its name may say what it likes. Each kind is opened by the one driver that
/// is for it.

#include <optional>
#include <string_view>

namespace cresset::layers {

enum class FileKind { geojson, geopackage, shapefile, kml, gpx, geotiff, mbtiles, zip };

/// Nothing if it is none of them. Throws Refused if it is XML that declares entities.
std::optional<FileKind> kind_of(std::string_view bytes);

}  // namespace cresset::layers
