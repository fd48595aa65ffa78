#pragma once
/// Fixed cameras of a source map (man_made=surveillance): where they stand, where they look.

#include "maps/city_things.h"
#include "maps/source_map.h"

#include <optional>
#include <string_view>

namespace cresset::maps {

/// In the order of the map. camera:direction and camera:angle in degrees clockwise from north, camera:range in metres;
/// one without a direction sees all round.
Table<CameraId, Camera> find_cameras(SourceMap const& map);

/// "135", "135.5", "SE", "NNW" in whole degrees 0..359; nothing if it is no direction.
std::optional<std::int32_t> direction_deg(std::string_view text);

}  // namespace cresset::maps
