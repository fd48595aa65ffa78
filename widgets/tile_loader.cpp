#include "widgets/tile_loader.h"

#include "widgets/background_work.h"
#include "widgets/base_map.h"
#include "widgets/lru_cache.h"
#include "widgets/map_style.h"
#include "widgets/tile_painter.h"

#include <QMutex>
#include <QMutexLocker>
#include <QPainter>
#include <QThread>
#include <algorithm>
#include <map>

namespace cresset::widgets {
namespace {

constexpr qint64 cache_bytes = qint64{320} << 20;
constexpr int most_ancestors = 8;

}  // namespace

struct TileLoader::Shared {
    LruCache<Key, QImage> pictures{cache_bytes};
    QMutex mutex;
    std::map<Key, int> wanted;  ///< width wanted of each
    bool isWanted(Key const& key, int pixels)
    {
        QMutexLocker const lock{&mutex};
        auto const found = wanted.find(key);
        return found != wanted.end() && found->second == pixels;
    }
};

TileLoader::TileLoader(QObject* parent) : QObject{parent}, shared_{std::make_shared<Shared>()}
{
    pool_.setMaxThreadCount(std::max(2, QThread::idealThreadCount()));
}

TileLoader::~TileLoader()
{
    {
        QMutexLocker const lock{&shared_->mutex};
        shared_->wanted.clear();
    }
    pool_.clear();
    pool_.waitForDone();
}

void TileLoader::setMap(std::shared_ptr<BaseMap const> map, std::shared_ptr<MapStyle const> style)
{
    map_ = std::move(map);
    style_ = std::move(style);
    pending_.clear();
    QMutexLocker const lock{&shared_->mutex};
    shared_->wanted.clear();
}

TileLoader::Key TileLoader::keyOf(maps::TileId tile) const
{
    return {map_->number(), style_->id, tile};
}

void TileLoader::want(Viewport const& view)
{
    if (!map_ || !style_ || view.size().isEmpty()) return;
    QRect const range = view.tileRange();
    std::vector<std::pair<int, Key>> missing;
    std::map<Key, int> wanted;
    for (int y = range.top(); y <= range.bottom(); ++y)
        for (int x = range.left(); x <= range.right(); ++x) {
            Key const key = keyOf({view.tileZoom(), static_cast<std::uint32_t>(x), static_cast<std::uint32_t>(y)});
            wanted[key] = view.tilePixels();
            auto const there = shared_->pictures.get(key);
            if (there && there->width() == view.tilePixels()) continue;
            missing.emplace_back((QPoint{x, y} - range.center()).manhattanLength(), key);
        }
    {
        QMutexLocker const lock{&shared_->mutex};
        shared_->wanted = std::move(wanted);
    }
    std::ranges::stable_sort(missing, {}, &std::pair<int, Key>::first);
    std::set<Key> before;
    before.swap(pending_);
    for (auto const& [distance, key] : missing) {
        pending_.insert(key);
        start(key, {key.tile, view.tilePixels(), view.dpr()});
    }
}

/// A job that is no longer wanted when its turn comes, or was done by another, does nothing.
void TileLoader::start(Key const& key, TileJob const& job)
{
    auto const work = [this, shared = shared_, map = map_, style = style_, key, job] {
        giveWayToWindow();
        thread_local TilePainter painter;
        if (!shared->isWanted(key, job.pixels)) return;
        auto const there = shared->pictures.get(key);
        if (!there || there->width() != job.pixels) {
            QImage picture = painter.paint(*map, *style, job);
            qint64 const size = picture.sizeInBytes();
            shared->pictures.put(key, std::move(picture), size);
        }
        QMetaObject::invokeMethod(
            this, [this, key] { finished(key); }, Qt::QueuedConnection);
    };
    pool_.start(work);
}

void TileLoader::finished(Key const& key)
{
    if (pending_.erase(key) > 0) Q_EMIT arrived();
}

bool TileLoader::draw(Viewport const& view, QRgb background, QImage& picture) const
{
    QRect const range = view.tileRange();
    QRectF const covered = view.tileRect({view.tileZoom(), static_cast<std::uint32_t>(range.left()),
                                          static_cast<std::uint32_t>(range.top())}) |
                           view.tileRect({view.tileZoom(), static_cast<std::uint32_t>(range.right()),
                                          static_cast<std::uint32_t>(range.bottom())});
    bool const all_tiles = map_ && style_ && !range.isEmpty() && covered.contains(QRectF{view.rect()});
    if (!all_tiles) picture.fill(background);  // beyond the world's edge
    if (!map_ || !style_) return true;
    bool complete = true;
    for (int y = range.top(); y <= range.bottom(); ++y)
        for (int x = range.left(); x <= range.right(); ++x)
            complete &= drawTile({view.tileZoom(), static_cast<std::uint32_t>(x), static_cast<std::uint32_t>(y)}, view,
                                 background, picture);
    return complete;
}

bool TileLoader::drawTile(maps::TileId tile, Viewport const& view, QRgb background, QImage& picture) const
{
    QPainter painter{&picture};
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    QRectF const target = view.tileRect(tile);
    auto const there = shared_->pictures.get(keyOf(tile));
    if (there && there->width() == view.tilePixels()) {
        painter.drawImage(target.topLeft(), *there);
        return true;
    }
    if (there) {
        painter.drawImage(target, *there);
        return false;
    }
    painter.fillRect(target, background);
    painter.end();
    if (!drawAncestor(tile, view, picture)) drawChildren(tile, view, picture);
    return false;
}

bool TileLoader::drawAncestor(maps::TileId tile, Viewport const& view, QImage& picture) const
{
    maps::TileId ancestor = tile;
    for (int up = 1; up <= most_ancestors && ancestor.zoom > 0; ++up) {
        ancestor = ancestor.parent();
        auto const there = shared_->pictures.get(keyOf(ancestor));
        if (!there) continue;
        double const part = there->width() / static_cast<double>(1 << up);
        QPointF const corner{(tile.x - (ancestor.x << up)) * part, (tile.y - (ancestor.y << up)) * part};
        QPainter painter{&picture};
        painter.drawImage(view.tileRect(tile), *there, QRectF{corner, QSizeF{part, part}});
        return true;
    }
    return false;
}

void TileLoader::drawChildren(maps::TileId tile, Viewport const& view, QImage& picture) const
{
    QPainter painter{&picture};
    for (std::uint32_t i = 0; i < 4; ++i) {
        maps::TileId const child{tile.zoom + 1, tile.x * 2 + i % 2, tile.y * 2 + i / 2};
        if (auto const there = shared_->pictures.get(keyOf(child))) painter.drawImage(view.tileRect(child), *there);
    }
}

}  // namespace cresset::widgets
