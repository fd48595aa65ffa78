#pragma once
/// A Mapbox Vector Tile (versions 1 and 2), decoded into flat arrays: one array of points a layer, features as ranges
/// of it. Tiles come from outside: a tile that breaks the specification where it cannot be trusted any more is a
/// Problem; a single odd feature (no geometry, odd count of tags, unknown type) is left out and counted.
/// Needs unpacked bytes (no gzip). Coordinates are in tile units, x to the right, y down, and may lie outside of
/// 0..extent; they are held within +-2^28 so that arithmetic on them is safe.

#include "core/base/result.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace cresset::maps {

struct TilePoint {
    std::int32_t x = 0;
    std::int32_t y = 0;
    friend bool operator==(TilePoint const&, TilePoint const&) = default;
};

using TileValue = std::variant<std::string, double, std::int64_t, std::uint64_t, bool>;

enum class TileGeometry : std::uint8_t { unknown, point, line, polygon };

/// Half open ranges of TileLayer::tags and TileLayer::part_ends.
struct TileFeature {
    std::uint64_t id = 0;
    TileGeometry geometry = TileGeometry::unknown;
    std::uint32_t first_tag = 0, end_tag = 0;
    std::uint32_t first_part = 0, end_part = 0;
};

struct TileLayer {
    std::string name;
    std::uint32_t version = 1;
    std::uint32_t extent = 4096;
    std::vector<std::string> keys;
    std::vector<TileValue> values;
    std::vector<std::uint32_t> tags;       ///< key index, value index, ...; every index is valid
    std::vector<std::uint32_t> part_ends;  ///< end of each part in `points`; a part begins where the one before it ends
    std::vector<TilePoint> points;
    std::vector<TileFeature> features;

    /// The points of one part (a line, or a ring without its closing point, or a single point).
    std::span<TilePoint const> part(std::uint32_t index) const;
    /// The value of a key of this feature, or null.
    TileValue const* value(TileFeature const& feature, std::string_view key) const;
    /// The text of a key of this feature; empty if there is none or it is not text.
    std::string_view text(TileFeature const& feature, std::string_view key) const;
    /// A whole number of a key of this feature (a fraction is cut, a yes/no is 1/0), or `otherwise`.
    std::int64_t number(TileFeature const& feature, std::string_view key, std::int64_t otherwise) const;
};

struct VectorTile {
    std::vector<TileLayer> layers;
    std::uint32_t features_left_out = 0;

    TileLayer const* layer(std::string_view name) const;
};

Result<VectorTile> decode_vector_tile(std::string_view bytes);

/// True if the ring runs clockwise on the screen (y down), as the outer rings of version 2 do.
bool is_outer_ring(std::span<TilePoint const> ring);

}  // namespace cresset::maps
