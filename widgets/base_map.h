#pragma once
/// A map file to draw: any MBTiles, vector (OpenMapTiles schema) or raster. Shared by workers; decoded tiles are kept.

#include "maps/mbtiles.h"
#include "maps/vector_tile.h"
#include "widgets/lru_cache.h"

#include <QImage>
#include <QString>
#include <memory>

namespace cresset::widgets {

using SharedTile = std::shared_ptr<maps::VectorTile const>;

class BaseMap {
public:
    static Result<std::shared_ptr<BaseMap const>> open(std::string const& file);

    /// Another number for every map opened: keys of caches.
    quint64 number() const { return number_; }
    bool isVector() const { return file_.is_vector(); }
    int leastZoom() const { return file_.info().min_zoom; }
    int mostZoom() const { return file_.info().max_zoom; }
    Bounds bounds() const { return file_.info().bounds; }
    Place middle() const;
    /// Who made it and under which licence, as plain text; always shown with the map.
    QString attribution() const;

    /// The decoded tile of a vector map; null if the file has none there or it is damaged.
    SharedTile geometry(maps::TileId tile) const;
    /// The picture of a raster map; null if the file has none there or it is damaged.
    QImage picture(maps::TileId tile) const;
    /// The tile of the file that has what `tile` shows: itself, or its ancestor beyond the file's last zoom.
    maps::TileId source(maps::TileId tile) const;

private:
    explicit BaseMap(maps::Mbtiles file);

    maps::Mbtiles file_;
    quint64 number_;
    mutable LruCache<maps::TileId, SharedTile> decoded_{96 << 20};
};

}  // namespace cresset::widgets
