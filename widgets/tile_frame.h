#pragma once
/// Where a tile of the map lies in a view, and its geometry in the view's pixels.

#include "maps/vector_tile.h"
#include "widgets/base_map.h"
#include "widgets/label_lines.h"
#include "widgets/viewport.h"

#include <set>
#include <span>

namespace cresset::widgets {

class TileFrame {
public:
    TileFrame() = default;
    TileFrame(Viewport const& view, maps::TileId tile);

    PixelBox const& box() const { return box_; }
    RasterPoint pixel(maps::TileLayer const& layer, maps::TilePoint point) const;
    /// Without points closer than about a pixel to the one before.
    PixelLine line(maps::TileLayer const& layer, std::span<maps::TilePoint const> part) const;

private:
    PixelBox box_;
};

/// The tiles of the map's file that a view shows.
std::set<maps::TileId> sourcesOf(BaseMap const& map, Viewport const& view);

}  // namespace cresset::widgets
