#pragma once
/// Writes one vector tile (MVT 2.1, https://github.com/mapbox/vector-tile-spec).

#include "maps/tile_attributes.h"
#include "maps/tile_layers.h"

#include <array>
#include <string>
#include <vector>

namespace cresset::maps {

class TileEncoder {
public:
    struct Piece {
        TileGeometry kind = TileGeometry::point;
        std::int32_t order = 0;
        std::uint32_t attributes = 0;
        std::vector<TileLine> parts;  // in units from the tile's north-west corner; rings as in MapFeature
    };

    /// With `combine`, lines and polygons of equal attributes in a layer become one feature.
    TileEncoder(AttributePool const& pool, bool combine) : pool_{pool}, combine_{combine} {}
    void add(MapLayer layer, Piece piece) { layers_[static_cast<std::size_t>(layer)].push_back(std::move(piece)); }
    bool empty() const;
    /// Layers in the order of MapLayer, features by their order and then as they were added. Not packed.
    std::string bytes();

private:
    AttributePool const& pool_;
    bool combine_;
    std::array<std::vector<Piece>, layer_names.size()> layers_;
};

}  // namespace cresset::maps
