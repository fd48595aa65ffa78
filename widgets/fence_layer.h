#pragma once
/// The fences of the room on the map: a quiet edge and a faint ground. What is told by colour is told by shape too: the
/// edge of one that is not watched now is dashed, a line has teeth towards the side onto which it is crossed, and one
/// with a standing alarm has a wide edge and a name with "!".

#include "widgets/fence_outline.h"
#include "widgets/map_layer.h"

#include <optional>
#include <vector>

namespace cresset::widgets {

struct FenceMark {
    std::uint64_t id = 0;
    FenceShape shape;  ///< of one that moves with a unit: with the place where that is
    CrossingWay way = CrossingWay::both;
    QString label;
    bool watched = true;  ///< now
    bool alarm = false;   ///< one stands that nobody has acknowledged
    friend bool operator==(FenceMark const&, FenceMark const&) = default;
};

class FenceLayer : public MapLayer {
public:
    /// False if they are the same as before.
    bool setMarks(std::vector<FenceMark> marks);
    /// The one in hand is drawn strongly; the one that is drawn anew elsewhere, not at all.
    void setChosen(std::optional<std::uint64_t> fence) { chosen_ = fence; }
    void setHidden(std::optional<std::uint64_t> fence) { hidden_ = fence; }

    void paint(Frame& frame) override;
    /// The edges alone: what lies inside can be clicked as if there were no fence.
    void hit(QPointF at, double reach, Viewport const& view, std::vector<Hit>& hits) const override;
    void list(Viewport const& view, std::vector<SeenMark>& marks) const override;
    /// What is on them decides where to look.
    Bounds bounds() const override { return {}; }
    /// Those that the place lies in.
    std::vector<std::uint64_t> around(Place place) const;
    Bounds boundsOf(std::uint64_t fence) const;

private:
    struct Drawn {
        FenceMark mark;
        FenceOutline outline;
    };
    void fence(Frame& frame, Drawn const& drawn) const;
    void label(Frame& frame, Drawn const& drawn, bool strong) const;
    bool isShown(Drawn const& drawn) const { return drawn.mark.id != hidden_; }

    std::vector<Drawn> fences_;
    std::optional<std::uint64_t> chosen_, hidden_;
};

/// Teeth along a line on the side (or the sides) onto which it is crossed, as one sees it along the line.
void paintTeeth(Frame& frame, std::vector<WorldPoint> const& line, CrossingWay way, QRgb colour);

}  // namespace cresset::widgets
