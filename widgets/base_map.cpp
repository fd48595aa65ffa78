#include "widgets/base_map.h"

#include <algorithm>
#include <atomic>

namespace cresset::widgets {
namespace {

qint64 sizeOf(maps::VectorTile const& tile)
{
    std::size_t bytes = 1000;
    for (auto const& layer : tile.layers)
        bytes += layer.points.size() * sizeof(maps::TilePoint) + layer.tags.size() * 4 + layer.part_ends.size() * 4 +
                 layer.features.size() * sizeof(maps::TileFeature) + (layer.keys.size() + layer.values.size()) * 48;
    return static_cast<qint64>(bytes);
}

quint64 nextNumber()
{
    static std::atomic<quint64> last{0};
    return ++last;
}

}  // namespace

BaseMap::BaseMap(maps::Mbtiles file) : file_{std::move(file)}, number_{nextNumber()} {}

Result<std::shared_ptr<BaseMap const>> BaseMap::open(std::string const& file)
{
    auto opened = maps::Mbtiles::open(file);
    if (!opened) return Problem{opened.problem()};
    return std::shared_ptr<BaseMap const>{new BaseMap{*std::move(opened)}};
}

Place BaseMap::middle() const
{
    return bounds().empty() ? file_.info().center : bounds().middle();
}

QString BaseMap::attribution() const
{
    return QString::fromStdString(file_.info().attribution);
}

maps::TileId BaseMap::source(maps::TileId tile) const
{
    while (tile.zoom > mostZoom()) tile = tile.parent();
    return tile;
}

SharedTile BaseMap::geometry(maps::TileId tile) const
{
    if (auto known = decoded_.get(tile)) return *known;
    auto const bytes = file_.tile(tile);
    if (!bytes || !*bytes) return nullptr;
    auto decoded = maps::decode_vector_tile(**bytes);
    if (!decoded) return nullptr;
    auto shared = std::make_shared<maps::VectorTile const>(*std::move(decoded));
    decoded_.put(tile, shared, sizeOf(*shared));
    return shared;
}

QImage BaseMap::picture(maps::TileId tile) const
{
    auto const bytes = file_.tile(tile);
    if (!bytes || !*bytes) return {};
    return QImage::fromData(reinterpret_cast<uchar const*>((*bytes)->data()), static_cast<int>((*bytes)->size()));
}

}  // namespace cresset::widgets
