#pragma once
/// A picture of the ground in any coordinate system, told as tiles of web Mercator.

#include "core/base/datum.h"
#include "layers/gdal_door.h"
#include "maps/layer_stream.h"

#include <array>
#include <string>
#include <vector>

namespace cresset::layers {

class RasterReader {
public:
    /// Throws Refused if it does not say where on the ground it lies.
    RasterReader(Dataset dataset, Datum datum);
    maps::RasterExtent const& extent() const { return extent_; }
    /// Without pixels where the picture has none there.
    maps::RasterTile tile(maps::TileId id);

private:
    /// How numbers become 0..255.
    struct Stretch {
        double low = 0, high = 255;
    };
    using Band = std::vector<float>;
    static constexpr std::size_t tile_pixels = std::size_t{maps::raster_tile_side} * maps::raster_tile_side;

    void plan_colours();
    Stretch stretch_of(int band) const;
    void find_extent();
    void find_zooms();
    std::vector<std::string> warp_words(maps::TileId id) const;
    static Band band_of(GDALDataset& warped, int number);
    int warped_number(int band) const;
    std::array<double, 4> colour_of(std::array<Band, 3> const& bands, std::size_t i) const;
    std::string pixels_of(GDALDataset& warped) const;

    Dataset dataset_;
    Datum datum_;
    maps::RasterExtent extent_;
    bool palette_ = false;
    std::array<int, 3> colours_{1, 1, 1};  // bands, from 1
    std::array<Stretch, 3> stretches_;
};

}  // namespace cresset::layers
