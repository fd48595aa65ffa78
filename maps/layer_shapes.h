#pragma once
/// What a vector file of somebody else shows on the map: points, lines and areas in WGS-84, each with a label and some
/// attributes as plain text. Compact, so that a million of them are no matter: places and texts lie in one piece each.

#include "core/base/geo.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cresset::maps {

enum class ShapeKind : std::uint8_t { point, line, area };

struct ShapeFeature {
    ShapeKind kind = ShapeKind::point;
    std::uint32_t first_part = 0;  ///< of LayerShapes::part_ends
    std::uint32_t parts = 0;       ///< of an area: its rings, inside by the even-odd rule; of points: one each
    std::uint64_t text = 0;        ///< where its packed text begins in LayerShapes::texts
    Bounds bounds;
};

struct LayerShapes {
    std::vector<Place> places;
    std::vector<std::uint32_t> part_ends;  ///< a part is the places from the end of the one before to its own
    std::vector<ShapeFeature> features;
    std::string texts;
    std::vector<std::string> fields;  ///< names of attributes
    Bounds bounds;
    std::uint64_t left_out = 0;  ///< features without a place, or with one that cannot be

    std::span<Place const> part(std::uint32_t index) const;
    std::string_view label(ShapeFeature const& feature) const;
    /// Field and value, in the order of the file; the views live as long as this.
    std::vector<std::pair<std::string_view, std::string_view>> attributes(ShapeFeature const& feature) const;
};

/// A feature as it is put together or taken apart.
struct LooseFeature {
    ShapeKind kind = ShapeKind::point;
    std::vector<Line> parts;
    std::string label;
    std::vector<std::pair<std::uint16_t, std::string>> attributes;  ///< the field's index, and the value
};

/// False, and nothing is changed, if the feature is none: no parts, an empty part, a field that is not there, a text
/// longer than 65535 bytes, or more places than fit.
bool add_feature(LayerShapes& shapes, LooseFeature const& feature);

}  // namespace cresset::maps
