#pragma once
/// Draws one tile of the base map, without its labels, into a picture. Pure: same map, style and tile, same picture.
/// Used by one thread at a time; keeps its scratch memory between tiles.

#include "widgets/base_map.h"
#include "widgets/map_style.h"
#include "widgets/rasteriser.h"
#include "widgets/road_levels.h"

#include <QImage>
#include <set>
#include <utility>

namespace cresset::widgets {

struct TileJob {
    maps::TileId tile;
    int pixels = 512;  ///< width and height of the picture
    double dpr = 1;    ///< how much wider lines are than at one device pixel a pixel
    double zoom() const;
};

class TilePainter {
public:
    /// RGB32; the plain background where the map has nothing.
    QImage paint(BaseMap const& map, MapStyle const& style, TileJob const& job);

private:
    void paintVector(maps::VectorTile const& tile, maps::TileId source);
    void paintRaster(BaseMap const& map, maps::TileId source);
    maps::TileLayer const* aimedAt(maps::VectorTile const& tile, std::string_view name);
    bool project(std::span<maps::TilePoint const> part, float reach, float step);
    void areas(maps::VectorTile const& tile, bool buildings);
    void area(maps::TileLayer const& layer, AreaRule const& rule);
    void fillPart(maps::TileLayer const& layer, maps::TileFeature const& feature);
    void lines(maps::VectorTile const& tile, bool under);
    void line(maps::TileLayer const& layer, LineRule const& rule);
    void roads(maps::VectorTile const& tile);
    void findMouths(maps::TileLayer const& layer);
    void strokeRoads(maps::TileLayer const& layer, std::span<DrawnRoad const> roads, Stroke const& how);
    void casings(maps::TileLayer const& layer, std::span<DrawnRoad const> roads);
    void fills(maps::TileLayer const& layer, std::span<DrawnRoad const> roads);
    void railTies(maps::TileLayer const& layer, std::span<DrawnRoad const> roads, RoadRule const& rule, float width);
    void lay(QRgb colour) { rasteriser_.paint(picture_, colour); }

    MapStyle const* style_ = nullptr;
    TileJob job_;
    double zoom_ = 0;
    maps::TileId source_;
    float scale_ = 1, shift_x_ = 0, shift_y_ = 0;
    QImage picture_;
    Rasteriser rasteriser_;
    std::vector<RasterPoint> points_;
    std::vector<DrawnRoad> roads_;
    std::set<std::pair<std::int32_t, std::int32_t>> mouths_;  ///< where tunnels begin and end
};

}  // namespace cresset::widgets
