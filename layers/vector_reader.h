#pragma once
/// Tells the features of vector files: geometries as points, lines and areas in WGS-84, a label and the first attributes
/// of each.

#include "core/base/datum.h"
#include "layers/gdal_door.h"
#include "layers/told.h"
#include "maps/layer_stream.h"

#include <span>

namespace cresset::layers {

/// All layers of all of them as one. Throws Refused if nothing can be shown, or there is too much.
void tell_features(std::span<Dataset const> datasets, Datum datum, maps::LayerLimits const& limits, Told& told);

}  // namespace cresset::layers
