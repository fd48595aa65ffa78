#pragma once
/// What lies on the base map: one small interface for everything that is drawn on it, hit by the mouse, and switched on
/// and off. A layer holds marks (plain structs, filled by the desk from the world) and knows nothing of the world.

#include "core/base/geo.h"
#include "widgets/viewport.h"

#include <QImage>
#include <QPoint>
#include <QPointF>
#include <QRect>
#include <QString>
#include <cstdint>
#include <vector>

namespace cresset::widgets {

class LabelDeck;
class SymbolAtlas;
class Theme;

enum class MarkKind : std::uint8_t {
    none,
    incident,
    unit,
    cluster,
    camera,
    drone,
    post,
    area,
    route,
    preview,
    file,
    fence,
    handle,  // what a tool lets be pulled: a corner of a fence, a point of a cordon
};

/// In nobody's hand, though it can be clicked: a shape of a file, of a tool.
constexpr bool isGround(MarkKind kind)
{
    return kind == MarkKind::file || kind == MarkKind::fence || kind == MarkKind::handle;
}

/// Which thing a mark stands for: its kind and its packed id (Id::packed()); of a cluster, the id of its first member;
/// of a shape of a file, the number of its layer and its own; of a handle, what its tool says.
struct MarkKey {
    MarkKind kind = MarkKind::none;
    std::uint64_t id = 0;
    friend auto operator<=>(MarkKey const&, MarkKey const&) = default;
};

/// A mark under the mouse: how far from its middle (device pixels), where it stands, and whether its symbol itself lies
/// there, not only near.
struct Hit {
    MarkKey key;
    double distance = 0;
    Place place;
    bool covers = false;
};

/// A mark in the picture, and its middle in device pixels.
struct SeenMark {
    MarkKey key;
    QPoint at;
};

/// What a layer needs to draw one frame. `picture` is RGB32 in device pixels, with the base map on it already.
struct Frame {
    QImage& picture;
    Viewport const& view;
    Theme const& theme;
    SymbolAtlas& atlas;
    LabelDeck& labels;  ///< layers lay their labels down here; drawn after all symbols, priority first
    std::vector<MarkKey> const& selected;
    MarkKey hovered;
};

class MapLayer {
public:
    MapLayer() = default;
    MapLayer(MapLayer const&) = delete;
    MapLayer& operator=(MapLayer const&) = delete;
    virtual ~MapLayer() = default;

    virtual void paint(Frame& frame) = 0;
    /// Adds what lies within `reach` device pixels of `at`, what is drawn first before what lies over it.
    virtual void hit(QPointF at, double reach, Viewport const& view, std::vector<Hit>& hits) const;
    /// Makes ready whatever a picture that cannot wait needs; a window is told when more of it is there.
    virtual void prepare(Viewport const& view, Theme const& theme);
    /// True if nothing of the frame that was painted last is still on its way.
    virtual bool settled() const { return true; }
    /// Adds what is seen in the picture and can be selected.
    virtual void list(Viewport const& view, std::vector<SeenMark>& marks) const;
    /// Adds the rectangles of what stands still, where the ground's names should not be written.
    virtual void standing(Viewport const& view, std::vector<QRect>& taken) const;
    /// The rectangle round everything on the layer, for fit(); empty if there is nothing.
    virtual Bounds bounds() const;

    bool visible() const { return visible_; }
    void setVisible(bool visible) { visible_ = visible; }
    /// 0..256 of 256; its labels are drawn in full.
    int opacity() const { return opacity_; }
    void setOpacity(int opacity) { opacity_ = opacity; }

private:
    bool visible_ = true;
    int opacity_ = 256;
};

}  // namespace cresset::widgets
