#include "widgets/tile_frame.h"

#include <cmath>

namespace cresset::widgets {

TileFrame::TileFrame(Viewport const& view, maps::TileId tile)
{
    QRectF const rect = view.tileRect(tile);
    box_ = {static_cast<float>(rect.left()), static_cast<float>(rect.top()), static_cast<float>(rect.right()),
            static_cast<float>(rect.bottom())};
}

RasterPoint TileFrame::pixel(maps::TileLayer const& layer, maps::TilePoint point) const
{
    float const scale = (box_.right - box_.left) / static_cast<float>(layer.extent);
    return {box_.left + static_cast<float>(point.x) * scale, box_.top + static_cast<float>(point.y) * scale};
}

PixelLine TileFrame::line(maps::TileLayer const& layer, std::span<maps::TilePoint const> part) const
{
    PixelLine line;
    for (auto const point : part) {
        RasterPoint const at = pixel(layer, point);
        if (line.empty() || std::hypot(at.x - line.back().x, at.y - line.back().y) >= 0.7f) line.push_back(at);
    }
    return line;
}

std::set<maps::TileId> sourcesOf(BaseMap const& map, Viewport const& view)
{
    std::set<maps::TileId> sources;
    QRect const range = view.tileRange();
    for (int y = range.top(); y <= range.bottom(); ++y)
        for (int x = range.left(); x <= range.right(); ++x)
            sources.insert(map.source({view.tileZoom(), static_cast<std::uint32_t>(x), static_cast<std::uint32_t>(y)}));
    return sources;
}

}  // namespace cresset::widgets
