#pragma once
/// The shapes of a map file as GeoJSON again, for whoever reads GeoJSON and no files of others.

#include "maps/layer_shapes.h"

#include <string>

namespace cresset::maps {

/// A FeatureCollection: areas as polygons of all their rings, each line and each point a feature of its own.
/// Attributes are properties: a number, a list or true and false where the file's text is one, else text; a label is
/// the property "name" if there is no other.
std::string geojson_of(LayerShapes const& shapes);

}  // namespace cresset::maps
