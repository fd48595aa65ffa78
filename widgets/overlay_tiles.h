#pragma once
/// Gets the transparent tiles of one overlay painted off the GUI thread and keeps those used last. While a tile is not
/// there yet, what is known of its place is shown: itself in another size, or an ancestor.

#ifndef Q_MOC_RUN  // moc 6.4 stumbles over <concepts> where these bring it in first
#include "maps/tile_id.h"
#include "widgets/viewport.h"
#endif

#include <QImage>
#include <QObject>
#include <QThreadPool>
#include <functional>
#include <memory>
#include <set>
#include <vector>

class QPainter;

namespace cresset::widgets {

class OverlayTiles : public QObject {
    Q_OBJECT

public:
    /// Paints a tile, ARGB32_Premultiplied, `pixels` wide and high; called from several threads. A null picture:
    /// nothing is there.
    using Painter = std::function<QImage(maps::TileId tile, int pixels, double dpr)>;

    explicit OverlayTiles(QObject* parent = nullptr);
    /// Drops what waits and lets what runs end.
    ~OverlayTiles() override;

    /// Everything is painted anew.
    void setPainter(Painter painter);
    /// Asks for what this view needs, middle first; what was asked for before and has not begun is forgotten.
    void want(Viewport const& view);
    /// Paints what this view needs and waits for it.
    void paintNow(Viewport const& view);
    /// Lays what there is over the picture.
    void draw(Viewport const& view, QImage& picture) const;
    bool idle() const { return pending_.empty(); }

Q_SIGNALS:
    /// A tile that was wanted is there.
    void arrived();

private:
    struct Key {
        maps::TileId tile;
        int pixels = 0;
        friend auto operator<=>(Key const&, Key const&) = default;
    };
    struct Shared;

    std::vector<Key> keysOf(Viewport const& view) const;
    void start(Key const& key, double dpr);
    void drawInstead(maps::TileId tile, Viewport const& view, QPainter& painter) const;

    std::shared_ptr<Shared> shared_;
    std::set<Key> pending_;
    QThreadPool pool_;
};

}  // namespace cresset::widgets
