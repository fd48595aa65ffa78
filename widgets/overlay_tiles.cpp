#include "widgets/overlay_tiles.h"

#include "widgets/background_work.h"
#include "widgets/lru_cache.h"

#include <QMutex>
#include <QMutexLocker>
#include <QPainter>
#include <QThread>
#include <algorithm>
#include <utility>

namespace cresset::widgets {
namespace {

constexpr qint64 cache_bytes = qint64{96} << 20;
constexpr int most_ancestors = 6;

}  // namespace

struct OverlayTiles::Shared {
    LruCache<Key, QImage> pictures{cache_bytes};
    LruCache<maps::TileId, int> sizes{4096};  ///< in which each tile was painted last
    QMutex mutex;
    std::set<Key> wanted;
    Painter painter;
    int turn = 0;  ///< another one for every painter

    void keep(Key const& key, QImage picture)
    {
        qint64 const size = std::max<qint64>(64, picture.sizeInBytes());
        pictures.put(key, std::move(picture), size);
        sizes.put(key.tile, key.pixels, 1);
    }
    /// What to paint with, and its turn; nothing if the tile is wanted no more.
    std::pair<Painter, int> painterFor(Key const& key)
    {
        QMutexLocker const lock{&mutex};
        return {wanted.contains(key) ? painter : Painter{}, turn};
    }
    bool isTurn(int asked)
    {
        QMutexLocker const lock{&mutex};
        return turn == asked;
    }
};

OverlayTiles::OverlayTiles(QObject* parent) : QObject{parent}, shared_{std::make_shared<Shared>()}
{
    pool_.setMaxThreadCount(std::max(1, QThread::idealThreadCount()));
}

OverlayTiles::~OverlayTiles()
{
    setPainter({});
    pool_.clear();
    pool_.waitForDone();
}

void OverlayTiles::setPainter(Painter painter)
{
    pending_.clear();
    {
        QMutexLocker const lock{&shared_->mutex};
        shared_->wanted.clear();
        shared_->painter = std::move(painter);
        ++shared_->turn;
    }
    shared_->pictures.clear();
    shared_->sizes.clear();
}

std::vector<OverlayTiles::Key> OverlayTiles::keysOf(Viewport const& view) const
{
    std::vector<Key> keys;
    QRect const range = view.tileRange();
    for (int y = range.top(); y <= range.bottom(); ++y)
        for (int x = range.left(); x <= range.right(); ++x)
            keys.push_back(
                {{view.tileZoom(), static_cast<std::uint32_t>(x), static_cast<std::uint32_t>(y)}, view.tilePixels()});
    std::ranges::stable_sort(keys, {}, [&](Key const& key) {
        return (QPoint{static_cast<int>(key.tile.x), static_cast<int>(key.tile.y)} - range.center()).manhattanLength();
    });
    return keys;
}

void OverlayTiles::want(Viewport const& view)
{
    if (view.size().isEmpty()) return;
    auto const keys = keysOf(view);
    {
        QMutexLocker const lock{&shared_->mutex};
        if (!shared_->painter) return;
        shared_->wanted = {keys.begin(), keys.end()};
    }
    std::set<Key> const before = std::exchange(pending_, {});
    for (Key const& key : keys) {
        if (shared_->pictures.contains(key)) continue;
        pending_.insert(key);
        if (!before.contains(key)) start(key, view.dpr());
    }
}

/// A tile that was forgotten and is wanted again has its job still waiting, or gets another: the second finds it done.
void OverlayTiles::start(Key const& key, double dpr)
{
    pool_.start([this, shared = shared_, key, dpr] {
        giveWayToWindow();
        auto const [painter, turn] = shared->painterFor(key);
        if (!painter) return;
        if (!shared->pictures.contains(key)) {
            QImage picture = painter(key.tile, key.pixels, dpr);
            if (!shared->isTurn(turn)) return;
            shared->keep(key, std::move(picture));
        }
        QMetaObject::invokeMethod(
            this,
            [this, key] {
                if (pending_.erase(key) > 0) Q_EMIT arrived();
            },
            Qt::QueuedConnection);
    });
}

void OverlayTiles::paintNow(Viewport const& view)
{
    Painter const painter = shared_->painter;
    if (!painter) return;
    for (Key const& key : keysOf(view))
        if (!shared_->pictures.contains(key)) shared_->keep(key, painter(key.tile, key.pixels, view.dpr()));
}

void OverlayTiles::draw(Viewport const& view, QImage& picture) const
{
    QPainter painter{&picture};
    for (Key const& key : keysOf(view)) {
        auto const there = shared_->pictures.get(key);
        if (!there)
            drawInstead(key.tile, view, painter);
        else if (!there->isNull())
            painter.drawImage(view.tileRect(key.tile).topLeft(), *there);
    }
}

void OverlayTiles::drawInstead(maps::TileId tile, Viewport const& view, QPainter& painter) const
{
    maps::TileId from = tile;
    for (int up = 0; up <= most_ancestors; ++up, from = from.parent()) {
        auto const size = shared_->sizes.get(from);
        auto const there = size ? shared_->pictures.get({from, *size}) : std::nullopt;
        if (there) {
            double const part = there->width() / static_cast<double>(1 << up);
            QPointF const corner{(tile.x - (from.x << up)) * part, (tile.y - (from.y << up)) * part};
            if (!there->isNull()) painter.drawImage(view.tileRect(tile), *there, QRectF{corner, QSizeF{part, part}});
            return;
        }
        if (from.zoom == 0) return;
    }
}

}  // namespace cresset::widgets
