#include "widgets/mark_layers.h"

#include "widgets/label_deck.h"
#include "widgets/mark_paint.h"
#include "widgets/symbol_atlas.h"
#include "widgets/theme.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace cresset::widgets {
namespace {

constexpr int distress_gap = 30;  // of the label from the middle: beyond the frame

bool isSelected(Frame const& frame, MarkKey key)
{
    return std::ranges::find(frame.selected, key) != frame.selected.end();
}

Emphasis emphasisOf(Frame const& frame, MarkKey key)
{
    if (isSelected(frame, key)) return Emphasis::selected;
    return frame.hovered == key ? Emphasis::hovered : Emphasis::none;
}

/// What of a symbol no label of another may cover: its left and its middle, so that there is room for its own.
QRect coreOf(QPoint at, double dpr)
{
    return QRectF{at.x() - 10 * dpr, at.y() - 8 * dpr, 14 * dpr, 16 * dpr}.toRect();
}

bool meet(Bounds const& a, Bounds const& b)
{
    return a.min.lat_e7 <= b.max.lat_e7 && b.min.lat_e7 <= a.max.lat_e7 && a.min.lon_e7 <= b.max.lon_e7 &&
           b.min.lon_e7 <= a.max.lon_e7;
}

}  // namespace

template <typename Mark>
std::optional<Hit> PointLayer<Mark>::hitOn(std::size_t index, QPointF at, double reach, Viewport const& view) const
{
    QPointF const away = view.toScreen(points_[index]) - at;
    double const distance = std::hypot(away.x(), away.y());
    if (distance > std::max(reach, radius() * view.dpr())) return {};
    Mark const& mark = marks_[index];
    return Hit{keyOf(mark), distance, mark.place, covers(mark, away / view.dpr())};
}

template <typename Mark>
template <typename Wanted>
void PointLayer<Mark>::hitWhere(QPointF at, double reach, Viewport const& view, std::vector<Hit>& hits,
                                Wanted wanted) const
{
    for (std::size_t i = 0; i < marks_.size(); ++i)
        if (auto const hit = hitOn(i, at, reach, view); hit && wanted(marks_[i])) hits.push_back(*hit);
}

template <typename Mark>
void PointLayer<Mark>::hit(QPointF at, double reach, Viewport const& view, std::vector<Hit>& hits) const
{
    hitWhere(at, reach, view, hits, [](Mark const&) { return true; });
}

template class PointLayer<UnitMark>;
template class PointLayer<IncidentMark>;
template class PointLayer<CameraMark>;
template class PointLayer<DroneMark>;
template class PointLayer<PostMark>;

void UnitLayer::tail(Frame& frame, UnitMark const& mark) const
{
    if (mark.tail.size() < 2) return;
    if (!all_tails_ && mark.status != MarkStatus::on_scene && !isSelected(frame, keyOf(mark))) return;
    strokeLine(frame, mark.tail, 2, frame.theme.rgb("mark.tail"));
}

std::vector<UnitOnScreen> UnitLayer::fromTheNorth(Viewport const& view, int reach) const
{
    // Sorted by counting how many stand on each row of pixels: there are few rows, and every frame sorts anew.
    std::vector<UnitOnScreen> visible;
    std::vector<std::size_t> first(static_cast<std::size_t>(view.size().height() + 2 * reach + 2));
    auto const row = [reach](UnitOnScreen const& one) { return static_cast<std::size_t>(one.at.y() + reach); };
    for (std::size_t i = 0; i < marks_.size(); ++i)
        if (auto const at = pixelOf(i, view, reach)) ++first[row(visible.emplace_back(UnitOnScreen{i, *at})) + 1];
    std::partial_sum(first.begin(), first.end(), first.begin());
    std::vector<UnitOnScreen> sorted(visible.size());
    for (UnitOnScreen const& one : visible) sorted[first[row(one)]++] = one;
    return sorted;
}

ClusteredUnits UnitLayer::arranged(Viewport const& view) const
{
    if (!gathers(view)) return {{}, fromTheNorth(view, 32)};
    // Whoever stands beyond the edge belongs to its cluster all the same: it must not change while the map is moved.
    auto const visible = fromTheNorth(view, static_cast<int>(4 * cluster_reach * view.dpr()));
    std::vector<std::size_t> apart;
    if (!in_hand_.empty())
        for (std::size_t i = 0; i < marks_.size(); ++i)
            if (isInHand(marks_[i])) apart.push_back(i);
    return clusterUnits(visible, marks_, view, apart);
}

Rise UnitLayer::riseOf(UnitMark const& mark) const
{
    if (mark.status == MarkStatus::distress) return Rise::distress;
    return isInHand(mark) ? Rise::in_hand : Rise::none;
}

void UnitLayer::paint(Frame& frame)
{
    in_hand_ = frame.selected;
    for (auto const& mark : marks_) tail(frame, mark);
    for (auto const& [index, at] : arranged(frame.view).alone)
        if (riseOf(marks_[index]) == Rise::none) unit(frame, marks_[index], at);
    if (apart_) return;
    paintRisen(frame, Rise::in_hand);
    paintRisen(frame, Rise::distress);
}

void UnitLayer::paintRisen(Frame& frame, Rise rise)
{
    in_hand_ = frame.selected;
    for (std::size_t i = 0; i < marks_.size(); ++i) {
        if (riseOf(marks_[i]) != rise) continue;
        if (auto const at = pixelOf(i, frame.view, 32)) unit(frame, marks_[i], *at);
    }
}

void UnitLayer::paintClusters(Frame& frame)
{
    in_hand_ = frame.selected;
    if (!gathers(frame.view)) return;
    for (auto const& one : arranged(frame.view).clusters) cluster(frame, one);
}

void UnitLayer::cluster(Frame& frame, UnitCluster const& cluster) const
{
    Symbol const& symbol = frame.atlas.cluster(cluster.by_status, emphasisOf(frame, keyOf(cluster)));
    symbol.lay(frame.picture, cluster.at);
    int const side = static_cast<int>(26 * frame.view.dpr());  // its right edge is where its own label begins
    frame.labels.keepClear(QRect{cluster.at - QPoint{side * 5 / 8, side / 2}, QSize{side, side}});
    frame.labels.add(cluster.at, countsText(cluster.by_status), LabelRank::high, 18);
}

/// Those that lie in the south are drawn over the others.
void UnitLayer::hit(QPointF at, double reach, Viewport const& view, std::vector<Hit>& hits) const
{
    auto const first = static_cast<std::ptrdiff_t>(hits.size());
    if (gathers(view)) {
        for (auto const& one : arranged(view).alone)
            if (auto const hit = hitOn(one.index, at, reach, view); hit && stays(marks_[one.index]))
                hits.push_back(*hit);
    } else {
        hitWhere(at, reach, view, hits, [this](UnitMark const& mark) { return stays(mark); });
    }
    std::stable_sort(hits.begin() + first, hits.end(), [&](Hit const& a, Hit const& b) {
        return view.toScreen(a.place).toPoint().y() < view.toScreen(b.place).toPoint().y();
    });
}

void UnitLayer::hitRisen(Rise rise, QPointF at, double reach, Viewport const& view, std::vector<Hit>& hits) const
{
    hitWhere(at, reach, view, hits, [&](UnitMark const& mark) { return riseOf(mark) == rise; });
}

void UnitLayer::hitClusters(QPointF at, double reach, Viewport const& view, std::vector<Hit>& hits) const
{
    if (!gathers(view)) return;
    double const within = std::max(reach, radius() * view.dpr());
    for (auto const& one : arranged(view).clusters) {
        double const distance = std::hypot(one.at.x() - at.x(), one.at.y() - at.y());
        if (distance <= within + 4 * view.dpr())
            hits.push_back({keyOf(one), distance, view.placeAt(one.at), distance <= 15 * view.dpr()});
    }
}

void UnitLayer::list(Viewport const& view, std::vector<SeenMark>& marks) const
{
    if (!gathers(view)) return PointLayer::list(view, marks);
    QRect const picture{{}, view.size()};
    auto const [clusters, alone] = arranged(view);
    for (auto const& one : clusters)
        if (picture.contains(one.at)) marks.push_back({keyOf(one), one.at});
    for (auto const& one : alone)
        if (picture.contains(one.at)) marks.push_back({keyOf(marks_[one.index]), one.at});
}

QStringList UnitLayer::membersOf(MarkKey key, Viewport const& view) const
{
    QStringList names;
    for (auto const& one : arranged(view).clusters)
        if (keyOf(one) == key)
            for (std::size_t const index : one.members) names.append(marks_[index].call_sign);
    names.sort();
    return names;
}

void UnitLayer::unit(Frame& frame, UnitMark const& mark, QPoint at) const
{
    Emphasis const emphasis = emphasisOf(frame, keyOf(mark));
    Symbol const& symbol = frame.atlas.unit(mark, emphasis);
    bool const distress = mark.status == MarkStatus::distress;
    if (distress) {
        frame.atlas.distressFrame(wide_frames_ || mark.answered).lay(frame.picture, at);
        frame.labels.keepClear(frame.atlas.distressFrame(true).rectAt(at));
    }
    symbol.lay(frame.picture, at);
    bool const important = distress || emphasis != Emphasis::none;
    frame.labels.keepClear(important ? symbol.rectAt(at) : coreOf(at, frame.view.dpr()));
    bool const aged = mark.stale && !mark.age.isEmpty();
    frame.labels.add(at, aged ? mark.call_sign + QStringLiteral(" · ") + mark.age : mark.call_sign,
                     important ? LabelRank::always : LabelRank::middle, distress ? distress_gap : 14);
}

template <typename Wanted, typename Each>
void IncidentLayer::byPriority(Wanted wanted, Each each) const
{
    for (int priority = 4; priority >= 1; --priority)
        for (std::size_t i = 0; i < marks_.size(); ++i)
            if (std::clamp(marks_[i].priority, 1, 4) == priority && wanted(marks_[i])) each(i);
}

Rise IncidentLayer::riseOf(IncidentMark const& mark) const
{
    if (isInHand(mark)) return Rise::in_hand;
    return !mark.closed && (mark.priority == 1 || mark.waiting) ? Rise::urgent : Rise::none;
}

/// A diamond.
bool IncidentLayer::covers(IncidentMark const& mark, QPointF away) const
{
    return std::abs(away.x()) + std::abs(away.y()) <= (mark.priority == 1 ? 13 : 11);
}

void IncidentLayer::paint(Frame& frame)
{
    in_hand_ = frame.selected;
    byPriority([this](IncidentMark const& mark) { return riseOf(mark) == Rise::none; },
               [&](std::size_t index) { incident(frame, index); });
    if (apart_) return;
    paintRisen(frame, Rise::urgent);
    paintRisen(frame, Rise::in_hand);
}

void IncidentLayer::paintRisen(Frame& frame, Rise rise)
{
    in_hand_ = frame.selected;
    byPriority([&](IncidentMark const& mark) { return riseOf(mark) == rise; },
               [&](std::size_t index) { incident(frame, index); });
}

/// Priority 1, what waits and what is selected is never covered by a label.
void IncidentLayer::incident(Frame& frame, std::size_t index) const
{
    IncidentMark const& mark = marks_[index];
    auto const at = pixelOf(index, frame.view, 32);
    if (!at) return;
    Emphasis const emphasis = emphasisOf(frame, keyOf(mark));
    Symbol const& symbol = frame.atlas.incident(mark, emphasis);
    symbol.lay(frame.picture, *at);
    bool const important = !mark.closed && (mark.priority == 1 || emphasis != Emphasis::none);
    if (important || mark.waiting) frame.labels.keepClear(symbol.rectAt(*at));
    frame.labels.add(*at, mark.label, important ? LabelRank::always : LabelRank::high, 15);
}

void IncidentLayer::hit(QPointF at, double reach, Viewport const& view, std::vector<Hit>& hits) const
{
    byPriority([this](IncidentMark const& mark) { return stays(mark); },
               [&](std::size_t index) {
                   if (auto const hit = hitOn(index, at, reach, view)) hits.push_back(*hit);
               });
}

void IncidentLayer::hitRisen(Rise rise, QPointF at, double reach, Viewport const& view, std::vector<Hit>& hits) const
{
    byPriority([&](IncidentMark const& mark) { return riseOf(mark) == rise; },
               [&](std::size_t index) {
                   if (auto const hit = hitOn(index, at, reach, view)) hits.push_back(*hit);
               });
}

RisenLayer::RisenLayer(IncidentLayer& incidents, UnitLayer& units) : incidents_{incidents}, units_{units}
{
    incidents_.letRise();
    units_.letRise();
}

void RisenLayer::paint(Frame& frame)
{
    for (Rise const rise : {Rise::urgent, Rise::in_hand, Rise::distress}) {
        if (incidents_.visible()) incidents_.paintRisen(frame, rise);
        if (shows(rise)) units_.paintRisen(frame, rise);
    }
}

void RisenLayer::hit(QPointF at, double reach, Viewport const& view, std::vector<Hit>& hits) const
{
    for (Rise const rise : {Rise::urgent, Rise::in_hand, Rise::distress}) {
        if (incidents_.visible()) incidents_.hitRisen(rise, at, reach, view, hits);
        if (shows(rise)) units_.hitRisen(rise, at, reach, view, hits);
    }
}

/// All wedges as one shape: where they overlap, nothing gets darker.
void CameraLayer::wedges(Frame& frame) const
{
    Rasteriser& rasteriser = rasteriserFor(frame.picture);
    double const pixels_per_metre = 1 / frame.view.metresPerPixel();
    for (std::size_t i = 0; i < marks_.size(); ++i) {
        CameraMark const& mark = marks_[i];
        auto const radius = static_cast<float>(std::clamp(mark.reach_m, 5, 2000) * pixels_per_metre);
        auto const at = pixelOf(i, frame.view, static_cast<int>(radius));
        if (!at || !mark.working) continue;
        int const opening = std::clamp(mark.opening_deg, 1, 360), steps = opening / 10 + 1;
        std::vector<RasterPoint> wedge{rasterPoint(*at)};
        for (int step = 0; step <= steps; ++step) {
            double const angle = (mark.heading_deg - opening / 2.0 + opening * step / static_cast<double>(steps)) *
                                 std::numbers::pi / 180;
            wedge.push_back({wedge[0].x + radius * static_cast<float>(std::sin(angle)),
                             wedge[0].y - radius * static_cast<float>(std::cos(angle))});
        }
        rasteriser.ring(wedge);
    }
    rasteriser.paint(frame.picture, frame.theme.rgb("mark.wedge"));
}

void CameraLayer::paint(Frame& frame)
{
    double const zoom = frame.view.zoom();
    if (zoom < first_zoom) return;
    if (zoom >= whole_from) wedges(frame);
    for (std::size_t i = 0; i < marks_.size(); ++i) {
        auto const at = pixelOf(i, frame.view, 16);
        if (!at) continue;
        Emphasis const emphasis = emphasisOf(frame, keyOf(marks_[i]));
        frame.atlas.camera(marks_[i], zoom < whole_from, emphasis).lay(frame.picture, *at);
        if (zoom >= 17 || emphasis != Emphasis::none) frame.labels.add(*at, marks_[i].label, LabelRank::low, 10);
    }
}

void CameraLayer::hit(QPointF at, double reach, Viewport const& view, std::vector<Hit>& hits) const
{
    if (view.zoom() >= first_zoom) PointLayer::hit(at, reach, view, hits);
}

void CameraLayer::list(Viewport const& view, std::vector<SeenMark>& marks) const
{
    if (view.zoom() >= first_zoom) PointLayer::list(view, marks);
}

/// Dots hide no name.
void CameraLayer::standing(Viewport const& view, std::vector<QRect>& taken) const
{
    if (view.zoom() >= whole_from) takeSquares(view, 15, taken);
}

void DroneLayer::footprints(Frame& frame) const
{
    Rasteriser& rasteriser = rasteriserFor(frame.picture);
    for (auto const& mark : marks_)
        if (mark.footprint.size() > 2) rasteriser.ring(pixelsOf(mark.footprint, frame.view));
    rasteriser.paint(frame.picture, frame.theme.rgb("mark.footprint"));
    auto const width = static_cast<float>(1.2 * frame.view.dpr());
    for (auto const& mark : marks_)
        if (mark.footprint.size() > 2) rasteriser.strokeRing(pixelsOf(mark.footprint, frame.view), {.width = width});
    rasteriser.paint(frame.picture, frame.theme.rgb("mark.footprint_edge"));
}

void DroneLayer::paint(Frame& frame)
{
    footprints(frame);
    for (std::size_t i = 0; i < marks_.size(); ++i) {
        DroneMark const& mark = marks_[i];
        auto const at = pixelOf(i, frame.view, 32);
        if (!at) continue;
        Emphasis const emphasis = emphasisOf(frame, keyOf(mark));
        frame.atlas.drone(mark, emphasis).lay(frame.picture, *at);
        QString const height = mark.height_m > 0 ? QStringLiteral(" ↑%1 m").arg(mark.height_m) : QString{};
        frame.labels.add(*at, mark.call_sign + height,
                         emphasis == Emphasis::none ? LabelRank::middle : LabelRank::always, 15);
    }
}

void PostLayer::paint(Frame& frame)
{
    if (frame.view.zoom() < first_zoom) return;
    for (std::size_t i = 0; i < marks_.size(); ++i) {
        auto const at = pixelOf(i, frame.view, 16);
        if (!at) continue;
        Emphasis const emphasis = emphasisOf(frame, keyOf(marks_[i]));
        frame.atlas.post(marks_[i], emphasis).lay(frame.picture, *at);
        if (frame.view.zoom() >= named_from || emphasis != Emphasis::none)
            frame.labels.add(*at, marks_[i].label, emphasis == Emphasis::none ? LabelRank::low : LabelRank::always,
                             name_gap);
    }
}

/// The signs with their names.
void PostLayer::standing(Viewport const& view, std::vector<QRect>& taken) const
{
    if (view.zoom() < first_zoom) return;
    takeSquares(view, 17, taken);
    if (view.zoom() < named_from) return;
    for (std::size_t i = 0; i < marks_.size(); ++i)
        if (auto const at = pixelOf(i, view, 0))
            taken.push_back(LabelDeck::rectOf(*at, marks_[i].label, name_gap, view.dpr()));
}

void AreaLayer::setMarks(std::vector<AreaMark> marks)
{
    areas_.clear();
    for (auto& mark : marks) {
        Bounds bounds;
        for (Place const place : mark.ring) bounds.add(place);
        if (mark.ring.size() > 2) areas_.push_back({std::move(mark), bounds});
    }
}

void AreaLayer::paint(Frame& frame)
{
    if (frame.view.zoom() < 12.5) return;  // a city of borders says nothing
    Bounds const seen = frame.view.bounds();
    float const dashes[] = {5 * static_cast<float>(frame.view.dpr()), 4 * static_cast<float>(frame.view.dpr())};
    Rasteriser& rasteriser = rasteriserFor(frame.picture);
    for (auto const& [mark, bounds] : areas_) {
        if (!meet(seen, bounds)) continue;
        auto ring = pixelsOf(mark.ring, frame.view);
        ring.push_back(ring.front());
        rasteriser.stroke(ring, {.width = 1.4f * static_cast<float>(frame.view.dpr()), .dashes = dashes});
        if (frame.view.zoom() >= 13.5)
            frame.labels.add(frame.view.toScreen(bounds.middle()).toPoint(), mark.label, LabelRank::low, 0,
                             LabelInk::quiet);
    }
    rasteriser.paint(frame.picture, frame.theme.rgb("mark.area"));
}

void RouteLayer::paint(Frame& frame)
{
    float const dash = 7 * static_cast<float>(frame.view.dpr());
    float const dashes[] = {dash, dash};
    for (auto const& mark : marks_) {
        if (mark.line.size() < 2) continue;
        bool const ghost = mark.look == RouteLook::ghost;
        std::string_view const colour = ghost                            ? "route.ghost"
                                        : mark.look == RouteLook::driven ? "route.driven"
                                                                         : "route.planned";
        if (!ghost) strokeLine(frame, mark.line, 6, frame.theme.rgb("route.casing"));
        strokeLine(frame, mark.line, 3.4, frame.theme.rgb(colour),
                   ghost ? std::span<float const>{dashes} : std::span<float const>{});
        frame.labels.add(frame.view.toScreen(mark.line.back()).toPoint(), mark.label, LabelRank::high, 16);
    }
}

Bounds RouteLayer::bounds() const
{
    Bounds bounds;
    for (auto const& mark : marks_)
        for (Place const place : mark.line) bounds.add(place);
    return bounds;
}

void PreviewLayer::paint(Frame& frame)
{
    float const dash = 6 * static_cast<float>(frame.view.dpr());
    float const dashes[] = {dash, dash};
    QRgb const accent = frame.theme.rgb("route.ghost");
    for (auto const& line : mark_.lines) strokeLine(frame, line, 3, accent, dashes);
    Rasteriser& rasteriser = rasteriserFor(frame.picture);
    for (Place const place : mark_.points)
        rasteriser.circle(rasterPoint(frame.view.toScreen(place)), 6 * static_cast<float>(frame.view.dpr()));
    rasteriser.paint(frame.picture, accent);
    for (auto const& [place, name] : mark_.names)
        frame.labels.add(frame.view.toScreen(place).toPoint(), name, LabelRank::always, 16);
    if (!mark_.pin) return;
    QPoint const at = frame.view.toScreen(*mark_.pin).toPoint();
    frame.atlas.pin().lay(frame.picture, at);
    frame.labels.add(at, mark_.label, LabelRank::always, 14);
}

}  // namespace cresset::widgets
