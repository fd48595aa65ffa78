#pragma once
/// The layers of the desk: each holds the marks of one kind. Set the marks, then call MapCanvas::layersChanged().

#include "widgets/map_layer.h"
#include "widgets/marks.h"
#include "widgets/unit_clusters.h"
#include "widgets/wide_registers.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

namespace cresset::widgets {

/// A layer whose marks stand at points: keeps where each lies in the Mercator world, so that a frame only scales.
template <typename Mark>
class PointLayer : public MapLayer {
public:
    void setMarks(std::vector<Mark> marks)
    {
        marks_ = std::move(marks);
        points_.clear();
        leaveWideRegisters();
        for (auto const& mark : marks_) points_.push_back(toWorld(mark.place));
    }
    std::vector<Mark> const& marks() const { return marks_; }

    void hit(QPointF at, double reach, Viewport const& view, std::vector<Hit>& hits) const override;
    void list(Viewport const& view, std::vector<SeenMark>& marks) const override
    {
        for (std::size_t i = 0; i < marks_.size(); ++i)
            if (auto const at = pixelOf(i, view, 0)) marks.push_back({keyOf(marks_[i]), *at});
    }
    Bounds bounds() const override
    {
        Bounds bounds;
        for (auto const& mark : marks_) bounds.add(mark.place);
        return bounds;
    }

protected:
    explicit PointLayer(MarkKind kind) : kind_{kind} {}
    /// Pixels round a mark's middle that count as on it, at one device pixel a pixel.
    virtual double radius() const { return 13; }
    /// Whether its symbol lies so far from its middle, at one device pixel a pixel.
    virtual bool covers(Mark const& /*mark*/, QPointF away) const
    {
        return std::max(std::abs(away.x()), std::abs(away.y())) <= radius() - 3;
    }
    template <typename Wanted>
    void hitWhere(QPointF at, double reach, Viewport const& view, std::vector<Hit>& hits, Wanted wanted) const;
    std::optional<Hit> hitOn(std::size_t index, QPointF at, double reach, Viewport const& view) const;
    MarkKey keyOf(Mark const& mark) const { return {kind_, mark.id}; }
    /// The pixel of a mark; nothing if it is out of the picture by more than `reach`.
    std::optional<QPoint> pixelOf(std::size_t index, Viewport const& view, int reach) const
    {
        QPointF const at = view.toScreen(points_[index]);
        if (at.x() < -reach || at.y() < -reach || at.x() > view.size().width() + reach ||
            at.y() > view.size().height() + reach)
            return {};
        return at.toPoint();
    }

    /// A square round each mark, of that side at one device pixel a pixel.
    void takeSquares(Viewport const& view, int side, std::vector<QRect>& taken) const
    {
        int const whole = static_cast<int>(side * view.dpr());
        for (std::size_t i = 0; i < marks_.size(); ++i)
            if (auto const at = pixelOf(i, view, whole))
                taken.emplace_back(*at - QPoint{whole / 2, whole / 2}, QSize{whole, whole});
    }

    MarkKind kind_;
    std::vector<Mark> marks_;
    std::vector<WorldPoint> points_;
};

/// What lies over all other marks, the highest last.
enum class Rise : std::uint8_t { none, urgent, in_hand, distress };

/// A layer of which some marks rise over all others. It draws them last itself, unless a RisenLayer does.
template <typename Mark>
class RisingLayer : public PointLayer<Mark> {
public:
    void letRise() { apart_ = true; }
    virtual void paintRisen(Frame& frame, Rise rise) = 0;
    virtual void hitRisen(Rise rise, QPointF at, double reach, Viewport const& view, std::vector<Hit>& hits) const = 0;

protected:
    using PointLayer<Mark>::PointLayer;
    virtual Rise riseOf(Mark const& mark) const = 0;
    bool isInHand(Mark const& mark) const
    {
        return !in_hand_.empty() && std::ranges::find(in_hand_, this->keyOf(mark)) != in_hand_.end();
    }
    /// Drawn with the rest of the layer.
    bool stays(Mark const& mark) const { return !apart_ || riseOf(mark) == Rise::none; }

    bool apart_ = false;
    std::vector<MarkKey> in_hand_;  ///< selected when it was drawn last
};

/// Units; where the whole city is seen, those that stand together are one sign with their counts.
class UnitLayer : public RisingLayer<UnitMark> {
public:
    static constexpr double clusters_below = 13;  ///< zoom

    UnitLayer() : RisingLayer{MarkKind::unit} {}
    /// Those that stand alone.
    void paint(Frame& frame) override;
    void paintRisen(Frame& frame, Rise rise) override;
    void paintClusters(Frame& frame);
    void hit(QPointF at, double reach, Viewport const& view, std::vector<Hit>& hits) const override;
    void hitRisen(Rise rise, QPointF at, double reach, Viewport const& view, std::vector<Hit>& hits) const override;
    void hitClusters(QPointF at, double reach, Viewport const& view, std::vector<Hit>& hits) const;
    void list(Viewport const& view, std::vector<SeenMark>& marks) const override;
    /// The call signs in the cluster of that key, in the order of their names.
    QStringList membersOf(MarkKey cluster, Viewport const& view) const;
    void setClusters(bool clusters) { clusters_ = clusters; }
    /// Tails are drawn of all units (the default: of those selected and on scene).
    void setAllTails(bool all) { all_tails_ = all; }
    /// The frame round who calls for help is wide, or drawn in: in turns while nobody has answered.
    void setWideFrames(bool wide) { wide_frames_ = wide; }

private:
    Rise riseOf(UnitMark const& mark) const override;
    void tail(Frame& frame, UnitMark const& mark) const;
    void unit(Frame& frame, UnitMark const& mark, QPoint at) const;
    void cluster(Frame& frame, UnitCluster const& cluster) const;
    bool gathers(Viewport const& view) const { return clusters_ && view.zoom() < clusters_below; }
    /// From the north to the south: the southern lies above, and what is drawn next lies in memory that was just used.
    std::vector<UnitOnScreen> fromTheNorth(Viewport const& view, int reach) const;
    ClusteredUnits arranged(Viewport const& view) const;
    MarkKey keyOf(UnitCluster const& cluster) const { return {MarkKind::cluster, marks_[cluster.members[0]].id}; }
    using PointLayer::keyOf;
    bool all_tails_ = false;
    bool clusters_ = true;
    bool wide_frames_ = true;
};

class IncidentLayer : public RisingLayer<IncidentMark> {
public:
    IncidentLayer() : RisingLayer{MarkKind::incident} {}
    void paint(Frame& frame) override;
    void paintRisen(Frame& frame, Rise rise) override;
    void hit(QPointF at, double reach, Viewport const& view, std::vector<Hit>& hits) const override;
    void hitRisen(Rise rise, QPointF at, double reach, Viewport const& view, std::vector<Hit>& hits) const override;
    void standing(Viewport const& view, std::vector<QRect>& taken) const override { takeSquares(view, 24, taken); }

private:
    Rise riseOf(IncidentMark const& mark) const override;
    bool covers(IncidentMark const& mark, QPointF away) const override;
    void incident(Frame& frame, std::size_t index) const;
    /// From the least to the most urgent.
    template <typename Wanted, typename Each>
    void byPriority(Wanted wanted, Each each) const;
};

/// The clusters of units, for themselves: they lie under the incidents, which no sign of many may hide.
class UnitClusterLayer : public MapLayer {
public:
    explicit UnitClusterLayer(UnitLayer& units) : units_{units} {}
    void paint(Frame& frame) override { units_.paintClusters(frame); }
    void hit(QPointF at, double reach, Viewport const& view, std::vector<Hit>& hits) const override
    {
        units_.hitClusters(at, reach, view, hits);
    }

private:
    UnitLayer& units_;
};

/// Over all other marks and never pale: incidents that wait or are of priority 1, what is in hand, and distress.
class RisenLayer : public MapLayer {
public:
    RisenLayer(IncidentLayer& incidents, UnitLayer& units);
    void paint(Frame& frame) override;
    void hit(QPointF at, double reach, Viewport const& view, std::vector<Hit>& hits) const override;

private:
    /// Distress is shown whatever is hidden.
    bool shows(Rise rise) const { return units_.visible() || rise == Rise::distress; }
    IncidentLayer& incidents_;
    UnitLayer& units_;
};

/// Symbols grow with the zoom: none below 13.5 (a city of dots says nothing), dots, from 15 on cameras with what they
/// see.
class CameraLayer : public PointLayer<CameraMark> {
public:
    CameraLayer() : PointLayer{MarkKind::camera} {}
    void paint(Frame& frame) override;
    void hit(QPointF at, double reach, Viewport const& view, std::vector<Hit>& hits) const override;
    void list(Viewport const& view, std::vector<SeenMark>& marks) const override;
    void standing(Viewport const& view, std::vector<QRect>& taken) const override;

private:
    static constexpr double first_zoom = 13.5, whole_from = 15;
    double radius() const override { return 9; }
    void wedges(Frame& frame) const;
};

class DroneLayer : public PointLayer<DroneMark> {
public:
    DroneLayer() : PointLayer{MarkKind::drone} {}
    void paint(Frame& frame) override;

private:
    void footprints(Frame& frame) const;
};

class PostLayer : public PointLayer<PostMark> {
public:
    PostLayer() : PointLayer{MarkKind::post} {}
    void paint(Frame& frame) override;
    void standing(Viewport const& view, std::vector<QRect>& taken) const override;

private:
    static constexpr double first_zoom = 11, named_from = 13.5;
    static constexpr int name_gap = 11;
    double radius() const override { return 10; }
};

/// Borders of areas, from zoom 12.5 on; from 13.5 on with their names, which give way to all others.
class AreaLayer : public MapLayer {
public:
    void setMarks(std::vector<AreaMark> marks);
    void paint(Frame& frame) override;
    /// Areas cover the whole city: what is on them decides where to look.
    Bounds bounds() const override { return {}; }

private:
    struct Placed {
        AreaMark mark;
        Bounds bounds;
    };
    std::vector<Placed> areas_;
};

class RouteLayer : public MapLayer {
public:
    void setMarks(std::vector<RouteMark> marks) { marks_ = std::move(marks); }
    void paint(Frame& frame) override;
    Bounds bounds() const override;

private:
    std::vector<RouteMark> marks_;
};

/// What would happen if the line that is being typed were done; empty most of the time.
class PreviewLayer : public MapLayer {
public:
    void setMark(PreviewMark mark) { mark_ = std::move(mark); }
    void clear() { mark_ = {}; }
    void paint(Frame& frame) override;

private:
    PreviewMark mark_;
};

}  // namespace cresset::widgets
