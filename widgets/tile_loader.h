#pragma once
/// Gets the pictures of a view's tiles painted off the GUI thread and keeps those used last. A tile that is not there
/// yet is shown from what is: itself in another size, an ancestor, or its children; never as a hole.

#ifndef Q_MOC_RUN  // moc 6.4 stumbles over <concepts> where these bring it in first
#include "maps/tile_id.h"
#include "widgets/viewport.h"
#endif

#include <QImage>
#include <QObject>
#include <QThreadPool>
#include <memory>
#include <set>
#include <string>

namespace cresset::widgets {

class BaseMap;
class MapStyle;
struct TileJob;

class TileLoader : public QObject {
    Q_OBJECT

public:
    explicit TileLoader(QObject* parent = nullptr);
    /// Drops what waits and lets what runs end.
    ~TileLoader() override;

    /// What was painted with another map or style stays in the cache until it is pushed out.
    void setMap(std::shared_ptr<BaseMap const> map, std::shared_ptr<MapStyle const> style);

    /// Asks for what this view needs, middle first, and forgets what was asked for before and has not begun.
    void want(Viewport const& view);
    /// Draws what there is of the view, and `background` where there is nothing; true if every tile was there in its
    /// right size.
    bool draw(Viewport const& view, QRgb background, QImage& picture) const;
    /// True if nothing asked for is missing.
    bool idle() const { return pending_.empty(); }

Q_SIGNALS:
    /// A tile that was wanted is there.
    void arrived();

private:
    struct Key {
        quint64 map = 0;
        std::string style;
        maps::TileId tile;
        friend auto operator<=>(Key const&, Key const&) = default;
    };
    /// What workers and the GUI thread share; outlives both.
    struct Shared;

    Key keyOf(maps::TileId tile) const;
    void start(Key const& key, TileJob const& job);
    void finished(Key const& key);
    bool drawTile(maps::TileId tile, Viewport const& view, QRgb background, QImage& picture) const;
    bool drawAncestor(maps::TileId tile, Viewport const& view, QImage& picture) const;
    void drawChildren(maps::TileId tile, Viewport const& view, QImage& picture) const;

    std::shared_ptr<BaseMap const> map_;
    std::shared_ptr<MapStyle const> style_;
    std::shared_ptr<Shared> shared_;
    std::set<Key> pending_;
    QThreadPool pool_;
};

}  // namespace cresset::widgets
