#pragma once
/// The fence that is being drawn or changed, over all marks: its edge, what it can be pulled by, where the next point
/// snaps to, and its measure beside the mouse.

#include "widgets/fence_handles.h"
#include "widgets/fence_outline.h"

namespace cresset::widgets {

class FenceDraftLayer : public MapLayer {
public:
    void clear();
    /// A line or a ring that is not closed yet is shown as such.
    void setShape(FenceShape const& shape, CrossingWay way = CrossingWay::both);
    void setHandles(std::vector<FenceHandle> handles) { handles_ = std::move(handles); }
    std::vector<FenceHandle> const& handles() const { return handles_; }
    /// The one that Delete takes away.
    void setMarked(std::optional<MarkKey> handle) { marked_ = handle; }
    std::optional<MarkKey> marked() const { return marked_; }
    /// Where the next point will be, with a ring if it snapped to something, and what is said there.
    void setCursor(std::optional<Place> place, bool snapped, QString const& text);

    void paint(Frame& frame) override;
    void hit(QPointF at, double reach, Viewport const& view, std::vector<Hit>& hits) const override;
    Bounds bounds() const override { return {}; }

private:
    void paintHandles(Frame& frame) const;
    void paintCursor(Frame& frame) const;

    FenceOutline outline_;
    CrossingWay way_ = CrossingWay::both;
    std::vector<FenceHandle> handles_;
    std::optional<MarkKey> marked_;
    std::optional<Place> cursor_;
    bool snapped_ = false;
    QString text_;
};

}  // namespace cresset::widgets
