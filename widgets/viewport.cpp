#include "widgets/viewport.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace cresset::widgets {
namespace {

constexpr double pi = std::numbers::pi;
constexpr double earth_circumference_m = 40075016.686;  // 2 pi a, a = 6378137 m (EPSG:3857)
constexpr double farthest_latitude = 85.0511287798066;  // where the Mercator square ends

int floorDiv(qint64 a, qint64 b)
{
    return static_cast<int>(a >= 0 ? a / b : -((-a + b - 1) / b));
}

}  // namespace

WorldPoint toWorld(Place place)
{
    double const lat = std::clamp(place.lat(), -farthest_latitude, farthest_latitude) * pi / 180;
    return {(place.lon() + 180) / 360, (1 - std::asinh(std::tan(lat)) / pi) / 2};
}

Place toPlace(WorldPoint point)
{
    double const lat = std::atan(std::sinh(pi * (1 - 2 * std::clamp(point.y, 0.0, 1.0)))) * 180 / pi;
    double const lon = std::clamp(point.x, 0.0, 1.0) * 360 - 180;
    return {static_cast<std::int32_t>(std::lround(lat * 1e7)), static_cast<std::int32_t>(std::lround(lon * 1e7))};
}

Viewport::Viewport(Place centre, double zoom, QSize size, double dpr) : size_{size}, dpr_{dpr}
{
    setZoom(zoom);
    centreOn(toWorld(centre));
}

Viewport Viewport::fitting(Bounds const& bounds, QSize size, double dpr, int margin, double most)
{
    if (bounds.empty()) return {Place{}, 1, size, dpr};
    WorldPoint const a = toWorld({bounds.max.lat_e7, bounds.min.lon_e7});
    WorldPoint const b = toWorld({bounds.min.lat_e7, bounds.max.lon_e7});
    double const width = std::max(64, size.width() - 2 * margin), height = std::max(64, size.height() - 2 * margin);
    double const scale = std::min(width / std::max(b.x - a.x, 1e-9), height / std::max(b.y - a.y, 1e-9));
    Viewport view{bounds.middle(), std::min(std::log2(scale / (512 * dpr)) - 0.004, most), size, dpr};
    view.centreOn({(a.x + b.x) / 2, (a.y + b.y) / 2});
    return view;
}

void Viewport::setZoom(double zoom)
{
    double const wanted = std::isfinite(zoom) ? std::clamp(zoom, least_zoom, most_zoom) : least_zoom;
    tile_zoom_ = static_cast<int>(std::floor(wanted + 1e-6));
    tile_pixels_ = static_cast<int>(std::lround(512 * dpr_ * std::exp2(wanted - tile_zoom_)));
    zoom_ = tile_zoom_ + std::log2(tile_pixels_ / (512 * dpr_));
}

void Viewport::centreOn(WorldPoint centre)
{
    left_ = std::llround(centre.x * worldPixels() - size_.width() / 2.0);
    top_ = std::llround(centre.y * worldPixels() - size_.height() / 2.0);
    keepInWorld();
}

/// The centre never leaves the world.
void Viewport::keepInWorld()
{
    auto const world = static_cast<qint64>(worldPixels());
    left_ = std::clamp<qint64>(left_, -size_.width() / 2, world - size_.width() / 2);
    top_ = std::clamp<qint64>(top_, -size_.height() / 2, world - size_.height() / 2);
}

double Viewport::worldPixels() const
{
    return std::ldexp(static_cast<double>(tile_pixels_), tile_zoom_);
}

Place Viewport::centre() const
{
    return placeAt({size_.width() / 2.0, size_.height() / 2.0});
}

QPointF Viewport::toScreen(WorldPoint point) const
{
    double const pixels = worldPixels();
    return {point.x * pixels - static_cast<double>(left_), point.y * pixels - static_cast<double>(top_)};
}

WorldPoint Viewport::worldAt(QPointF at) const
{
    double const pixels = worldPixels();
    return {(at.x() + static_cast<double>(left_)) / pixels, (at.y() + static_cast<double>(top_)) / pixels};
}

Bounds Viewport::bounds() const
{
    Bounds bounds;
    bounds.add(placeAt({0, 0}));
    bounds.add(placeAt({static_cast<double>(size_.width()), static_cast<double>(size_.height())}));
    return bounds;
}

double Viewport::metresPerPixel() const
{
    return earth_circumference_m * std::cos(centre().lat() * pi / 180) / worldPixels();
}

Viewport Viewport::panned(QPoint by) const
{
    Viewport view = *this;
    view.left_ -= by.x();
    view.top_ -= by.y();
    view.keepInWorld();
    return view;
}

Viewport Viewport::zoomedAt(QPointF fixed, double zoom) const
{
    WorldPoint const under = worldAt(fixed);
    Viewport view = *this;
    view.setZoom(zoom);
    view.left_ = std::llround(under.x * view.worldPixels() - fixed.x());
    view.top_ = std::llround(under.y * view.worldPixels() - fixed.y());
    view.keepInWorld();
    return view;
}

Viewport Viewport::resized(QSize size, double dpr) const
{
    WorldPoint const middle = worldAt({size_.width() / 2.0, size_.height() / 2.0});
    Viewport view = *this;
    view.size_ = size;
    view.dpr_ = dpr;
    view.setZoom(zoom_);
    view.centreOn(middle);
    return view;
}

Viewport Viewport::grown(int pixels) const
{
    Viewport view = *this;
    view.size_ += QSize{2 * pixels, 2 * pixels};
    view.left_ -= pixels;
    view.top_ -= pixels;
    return view;
}

QRectF Viewport::tileRect(maps::TileId tile) const
{
    double const side = std::ldexp(static_cast<double>(tile_pixels_), tile_zoom_ - tile.zoom);
    return {tile.x * side - static_cast<double>(left_), tile.y * side - static_cast<double>(top_), side, side};
}

QRect Viewport::tileRange() const
{
    int const last = (1 << tile_zoom_) - 1;
    auto const within = [&](qint64 pixel) { return std::clamp(floorDiv(pixel, tile_pixels_), 0, last); };
    QPoint const first{within(left_), within(top_)};
    return {first, QPoint{within(left_ + size_.width() - 1), within(top_ + size_.height() - 1)}};
}

}  // namespace cresset::widgets
