#pragma once
/// Plain geometry on the whole-number grid of vector tiles: at zoom z the world is 4096 * 2^z units wide, x to the
/// east, y to the south (at z14 a unit is 0.6 m at the equator). Rings have no closing point; outer rings run clockwise
/// on the screen (positive area), holes the other way.

#include "core/base/geo.h"
#include "maps/vector_tile.h"

#include <cstdint>
#include <vector>

namespace cresset::maps {

constexpr std::int32_t tile_extent = 4096;
constexpr int grid_zoom = 14;  // of the finest grid; all coarser ones are rounded from it

using TileLine = std::vector<TilePoint>;

/// A rectangle of grid points, edges inside. An empty one has min > max.
struct TileBox {
    TilePoint min{INT32_MAX, INT32_MAX};
    TilePoint max{INT32_MIN, INT32_MIN};
    friend bool operator==(TileBox const&, TileBox const&) = default;
    bool empty() const { return min.x > max.x || min.y > max.y; }
    void add(TilePoint at);
    void add(TileBox const& other);
    bool contains(TilePoint at) const;
    bool contains(TileBox const& other) const;
    bool meets(TileBox const& other) const;
    TileBox grown(std::int32_t by) const;
};

TileBox box_of(TileLine const& line);
TileBox box_of(Bounds const& bounds);  // on the grid of z14

/// On the grid of z14.
TilePoint to_grid(Place place);
Place from_grid(TilePoint at);
/// The same point or line on the coarser grid of a zoom (0..14); points that fall together become one.
TilePoint scaled(TilePoint at, int zoom);
TileLine scaled(TileLine const& line, int zoom);

/// Twice the area of a ring in square units, positive if it runs clockwise on the screen. Of one wound round itself so
/// often that it does not fit, the largest number that does.
std::int64_t doubled_area(TileLine const& ring);
double length(TileLine const& line);
/// True if the point lies in the ring (by the even-odd rule) or on its edge.
bool ring_contains(TileLine const& ring, TilePoint at);
/// A point well inside of a polygon (the first ring is the outer one): where its name can stand.
TilePoint label_point(std::vector<TileLine> const& rings);
/// The point half-way along a line that has points.
TilePoint middle_of(TileLine const& line);

}  // namespace cresset::maps
