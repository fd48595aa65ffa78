#pragma once
/// What part of the world a picture shows: a value, apart from any widget. Web Mercator (EPSG:3857); at zoom z the
/// world is 512 * 2^z * dpr device pixels wide. All screen positions are device pixels, x right, y down. The zoom is
/// kept to steps at which a tile is a whole number of pixels, and the origin to whole pixels, so that tiles never show
/// seams and everything moves together.

#include "core/base/geo.h"
#include "maps/tile_id.h"

#include <QPointF>
#include <QRect>
#include <QSize>

namespace cresset::widgets {

/// 0..1 from west to east and from north to south over the square Mercator world.
struct WorldPoint {
    double x = 0.5;
    double y = 0.5;
    friend bool operator==(WorldPoint const&, WorldPoint const&) = default;
};

WorldPoint toWorld(Place place);
Place toPlace(WorldPoint point);

class Viewport {
public:
    static constexpr double least_zoom = 0;
    static constexpr double most_zoom = 20.75;

    /// A view of nothing: size 0.
    Viewport() = default;
    /// `size` in device pixels; the zoom is held within its limits.
    Viewport(Place centre, double zoom, QSize size, double dpr = 1);
    /// The closest view that shows all of `bounds` with `margin` pixels around, at most at zoom `most`.
    static Viewport fitting(Bounds const& bounds, QSize size, double dpr = 1, int margin = 48, double most = 17);

    double zoom() const { return zoom_; }
    QSize size() const { return size_; }
    double dpr() const { return dpr_; }
    Place centre() const;
    QRect rect() const { return {QPoint{}, size_}; }

    QPointF toScreen(WorldPoint point) const;
    QPointF toScreen(Place place) const { return toScreen(toWorld(place)); }
    WorldPoint worldAt(QPointF at) const;
    Place placeAt(QPointF at) const { return toPlace(worldAt(at)); }
    Bounds bounds() const;
    /// Ground metres a device pixel, at the centre.
    double metresPerPixel() const;

    /// The same view with the picture moved by (x, y) pixels.
    Viewport panned(QPoint by) const;
    /// Another zoom, with the place under `fixed` staying there (to the pixel).
    Viewport zoomedAt(QPointF fixed, double zoom) const;
    /// The same centre and zoom in another size.
    Viewport resized(QSize size, double dpr) const;
    /// The same view with `pixels` more on each side.
    Viewport grown(int pixels) const;

    /// Whole zoom whose tiles draw this view, and the width of one of them in device pixels.
    int tileZoom() const { return tile_zoom_; }
    int tilePixels() const { return tile_pixels_; }
    /// Where a tile of any zoom lies on the screen; whole pixels for tiles of tileZoom().
    QRectF tileRect(maps::TileId tile) const;
    /// The tiles of tileZoom() that touch the view, by row and column: (first x, first y, count x, count y).
    QRect tileRange() const;
    /// The view's top left corner, in pixels from the world's.
    qint64 left() const { return left_; }
    qint64 top() const { return top_; }

    friend bool operator==(Viewport const&, Viewport const&) = default;

private:
    void setZoom(double zoom);
    void centreOn(WorldPoint centre);
    void keepInWorld();
    double worldPixels() const;

    double zoom_ = 0;
    QSize size_{0, 0};
    double dpr_ = 1;
    int tile_zoom_ = 0;
    int tile_pixels_ = 512;
    qint64 left_ = 0;
    qint64 top_ = 0;
};

}  // namespace cresset::widgets
