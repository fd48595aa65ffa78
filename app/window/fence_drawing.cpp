/// The fence tool at work on the map: new fences point by point, and those that there are by their corners.
#include "app/room.h"
#include "app/window/fence_tool.h"
#include "maps/geodesy.h"
#include "widgets/command_bar.h"
#include "widgets/fence_words.h"
#include "widgets/map_view.h"
#include "widgets/measure_layer.h"
#include "widgets/words.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <algorithm>
#include <utility>

namespace cresset::app {

using namespace widgets;

namespace {

/// A shape that moves with a unit has a place only where it is shown.
FenceShape withoutPlace(FenceShape shape)
{
    if (shape.kind == FenceKind::around_unit) shape.lines.clear();
    return shape;
}

}  // namespace

void FenceTool::connectMap()
{
    connect(&parts_.map, &MapView::pointDrawn, this, &FenceTool::drawn);
    connect(&parts_.map, &MapView::drawingDone, this, [this] {
        if (!sketch_) return;
        if (sketch_->done()) return finish();
        parts_.map.beginDrawing(drawingNote());
        showSketch();
    });
    connect(&parts_.map, &MapView::drawingLeft, this, [this] {
        if (!sketch_) return;
        leaveDrawing();
        parts_.hub.say(tr("nothing was drawn"));
    });
    connect(&parts_.map.canvas(), &MapCanvas::cursorMoved, this, &FenceTool::moveCursor);
    connect(&parts_.map, &MapView::groundClicked, this, [this](MarkKey mark) {
        if (mark.kind == MarkKind::fence) return choose(FenceId::unpacked(mark.id));
        if (!isFenceHandle(mark)) return;
        draft_layer_.setMarked(mark);
        parts_.map.canvas().layersChanged();
    });
    connect(&parts_.map, &MapView::handlePulled, this, [this](MarkKey mark, Place place) { pull(mark, place, false); });
    connect(&parts_.map, &MapView::handleDropped, this, [this](MarkKey mark, Place place) { pull(mark, place, true); });
}

void FenceTool::draw(SketchKind kind)
{
    if (!parts_.hub.mayAct()) return;
    World const& world = parts_.hub.world();
    std::optional<Place> centre;
    if (kind == SketchKind::around_unit) {
        auto const unit = parts_.hub.unit();
        if (!unit) return parts_.hub.say(tr("select a unit first: the fence moves with it"), false);
        auto const* fix = world.fix(*unit);
        if (fix == nullptr)
            return parts_.hub.say(tr("%1 has no position yet").arg(QString::fromStdString(call_sign(world, *unit))),
                                  false);
        carrier_ = unit;
        centre = fix->place;
    }
    auto const chosen = changing_ ? changing_ : panel_.chosen();
    if (kind == SketchKind::hole) {
        auto const* fence = chosen ? world.fences.find(*chosen) : nullptr;
        if (fence == nullptr || fence->shape.kind != FenceKind::polygon)
            return parts_.hub.say(tr("choose an area in the list first: the hole is cut out of it"), false);
    }
    leaveChange();
    cut_ = kind == SketchKind::hole ? chosen : std::nullopt;
    sketch_.emplace(kind, centre);
    parts_.map.beginDrawing(drawingNote());
    showSketch();
}

QString FenceTool::drawingNote() const
{
    QString const ends = tr("Esc leaves");
    switch (sketch_->kind()) {
        case SketchKind::circle:
            return sketch_->points().empty() ? tr("Circle: click its middle · %1").arg(ends)
                                             : tr("Circle: click its edge · Backspace: another middle · %1").arg(ends);
        case SketchKind::around_unit: return tr("Click how far it reaches, Enter: 300 m · %1").arg(ends);
        case SketchKind::region: return tr("Click a patrol grid, with Alt its whole district · %1").arg(ends);
        case SketchKind::corridor:
            if (sketch_->isMeasuring()) return tr("Corridor: click how wide, Enter: 100 m · %1").arg(ends);
            break;
        default: break;
    }
    return tr("Click on, Enter ends · Backspace: one back · Alt: no snapping · %1").arg(ends);
}

void FenceTool::drawn(Place place)
{
    if (!sketch_) return;
    Place const at = snapped(place).place;
    if (sketch_->kind() == SketchKind::region) {
        Line ring = snap_.regionAt(at, alt_);
        if (ring.empty()) return parts_.hub.say(tr("no patrol grid and no district is known there"), false);
        if (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
        region_ = snap_.regionName(at, alt_);
        for (Place const corner : ring) sketch_->add(corner);
        return finish();
    }
    if (sketch_->add(at)) return finish();
    parts_.map.beginDrawing(drawingNote());
    showSketch();
}

/// A faulty shape says why, and can be drawn on.
void FenceTool::finish()
{
    FenceShape shape = sketch_->result();
    if (auto const fault = fault_of(shape)) {
        parts_.hub.say(tr("this cannot be a fence yet: %1").arg(fenceFaultText(*fault)), false);
        return showSketch();
    }
    auto const cut = cut_;
    leaveDrawing();
    if (cut) return finishHole(std::move(shape.lines.front()));
    beginForm(newFence(withoutPlace(std::move(shape))));
}

void FenceTool::finishHole(Line hole)
{
    auto const id = *std::exchange(cut_, {});
    auto const* fence = parts_.hub.world().fences.find(id);
    if (fence == nullptr) return;
    Fence row = *fence;
    row.shape.lines.push_back(std::move(hole));
    told(parts_.hub.desk().draw_fence(row, id), tr("a hole was cut out of %1").arg(parts_.hub.name(row.name)));
}

void FenceTool::leaveDrawing()
{
    sketch_.reset();
    draft_layer_.clear();
    parts_.map.endDrawing();
    parts_.map.canvas().layersChanged();
}

void FenceTool::moveCursor(Place cursor)
{
    if (!sketch_) return;
    auto const [place, on_something] = snapped(cursor);
    sketch_->setCursor(place);
    showSketch();
    FenceShape const shape = sketch_->shape();
    draft_layer_.setCursor(place, on_something, measure(shape));
    if (sketch_->kind() != SketchKind::region) return;
    FenceShape region;
    if (Line ring = snap_.regionAt(place, alt_); !ring.empty()) region.lines.push_back(std::move(ring));
    draft_layer_.setShape(region);
    draft_layer_.setCursor(place, false, parts_.hub.name(snap_.regionName(place, alt_)));
}

/// A ring that is not closed yet is a line to see.
void FenceTool::showSketch()
{
    FenceShape shape = sketch_->shape();
    if (shape.kind == FenceKind::polygon && (shape.lines.empty() || shape.lines.front().size() < 3))
        shape.kind = FenceKind::line;
    if (shape.kind == FenceKind::corridor && !sketch_->isMeasuring()) shape.kind = FenceKind::line;
    draft_layer_.setShape(shape);
    std::vector<FenceHandle> corners;
    for (Place const place : sketch_->points()) corners.push_back({FenceHandle::What::corner, 0, 0, place});
    draft_layer_.setHandles(std::move(corners));
    parts_.map.canvas().layersChanged();
}

QString FenceTool::measure(FenceShape const& shape) const
{
    if (shape.lines.empty()) return {};
    Line const& line = shape.lines.front();
    switch (shape.kind) {
        case FenceKind::circle:
        case FenceKind::around_unit: return shape.radius_mm == 0 ? QString{} : distanceText(shape.radius_mm);
        case FenceKind::corridor:
            if (sketch_->isMeasuring()) return tr("%1 wide").arg(distanceText(std::int64_t{shape.radius_mm} * 2));
            break;
        case FenceKind::polygon:
            if (line.size() > 2) return areaText(maps::area_m2(line));
            break;
        case FenceKind::line: break;
    }
    return line.size() < 2 ? QString{} : distanceText(length_mm(line));
}

/// With a name that is not taken: of what was clicked, else a number.
Fence FenceTool::newFence(FenceShape shape) const
{
    Fence fence;
    fence.shape = std::move(shape);
    if (fence.shape.kind == FenceKind::around_unit) fence.carrier = carrier_;
    auto const taken = [&](std::string const& name) {
        for (auto const& [id, one] : parts_.hub.world().fences)
            if (one.name.en == name || one.name.zh == name) return true;
        return false;
    };
    fence.name = region_;
    for (int number = 1; fence.name.en.empty() && fence.name.zh.empty(); ++number) {
        std::string const name = tr("fence %1").arg(number).toStdString();
        if (!taken(name)) (parts_.hub.chinese() ? fence.name.zh : fence.name.en) = name;
    }
    return fence;
}

void FenceTool::beginForm(Fence const& fence)
{
    region_ = {};
    draft_ = fence;
    showInHand();
    parts_.show("fence");
    form_.begin(fence);
}

void FenceTool::change(FenceId id)
{
    auto const* fence = parts_.hub.world().fences.find(id);
    if (fence == nullptr || !parts_.hub.mayAct()) return;
    if (sketch_) leaveDrawing();
    draft_.reset();
    choose(id);
    changing_ = id;
    Bounds const bounds = layer_.boundsOf(id.packed());
    Bounds const seen = parts_.map.canvas().view().bounds();
    if (!bounds.empty() && !(seen.contains(bounds.min) && seen.contains(bounds.max))) parts_.map.canvas().fitTo(bounds);
    layer_.setHidden(id.packed());
    showInHand();
    parts_.show("fence");
    form_.begin(*fence);
}

/// The form goes, and what was drawn and not saved with it.
void FenceTool::leaveChange()
{
    if (!changing_ && !draft_) return;
    changing_.reset();
    draft_.reset();
    pulled_.reset();
    layer_.setHidden({});
    draft_layer_.clear();
    parts_.hide("fence");
    parts_.map.canvas().layersChanged();
}

void FenceTool::save(Fence const& fence)
{
    if (!parts_.hub.mayAct()) return;
    std::vector<FenceId> before;
    for (auto const& [id, one] : parts_.hub.world().fences) before.push_back(id);
    auto const changed = changing_;
    QString const name = parts_.hub.name(fence.name);
    if (!told(parts_.hub.desk().draw_fence(fence, changed),
              changed ? tr("fence changed: %1").arg(name) : tr("fence drawn: %1").arg(name)))
        return;
    leaveChange();
    refresh();
    panel_.refresh();
    for (auto const& [id, one] : parts_.hub.world().fences)
        if (changed ? id == *changed : !std::ranges::binary_search(before, id)) choose(id);
    parts_.map.setFocus();
}

std::optional<FenceShape> FenceTool::shapeInHand() const
{
    World const& world = parts_.hub.world();
    auto const* fence = draft_ ? &*draft_ : changing_ ? world.fences.find(*changing_) : nullptr;
    if (fence == nullptr) return {};
    FenceShape shape = fence->shape;
    auto const* fix = fence->carrier ? world.fix(*fence->carrier) : nullptr;
    if (fix != nullptr) shape.lines = {{fix->place}};
    if (shape.lines.empty()) return {};
    return shape;
}

void FenceTool::showShape(FenceShape const& shape)
{
    auto const* fence = changing_ ? parts_.hub.world().fences.find(*changing_) : nullptr;
    draft_layer_.setShape(shape, fence != nullptr ? fence->watch.way : CrossingWay::both);
    draft_layer_.setHandles(handlesOf(shape));
    parts_.map.canvas().layersChanged();
}

void FenceTool::showInHand()
{
    auto const shape = shapeInHand();
    if (!shape) return;
    showShape(*shape);
    if (changing_) form_.setShape(withoutPlace(*shape));
}

/// One act of a fence that there is; of one that is not saved yet, the drawing alone.
void FenceTool::takeShape(FenceShape shape)
{
    shape = withoutPlace(std::move(shape));
    if (draft_) {
        draft_->shape = shape;
        form_.setShape(shape);
        return showInHand();
    }
    auto const* fence = changing_ ? parts_.hub.world().fences.find(*changing_) : nullptr;
    if (fence == nullptr) return;
    Fence row = *fence;
    row.shape = std::move(shape);
    if (row.shape != fence->shape)
        told(parts_.hub.desk().draw_fence(row, changing_), tr("fence changed: %1").arg(parts_.hub.name(row.name)));
    showInHand();
}

std::optional<FenceHandle> FenceTool::handleOf(MarkKey mark) const
{
    for (FenceHandle const& handle : draft_layer_.handles())
        if (keyOf(handle) == mark) return handle;
    return {};
}

void FenceTool::pull(MarkKey mark, Place place, bool drop)
{
    if (!isFenceHandle(mark) || sketch_) return;
    auto shape = shapeInHand();
    if (!pulled_) pulled_ = handleOf(mark);
    if (!shape || !pulled_) return;
    auto const [at, on_something] = snapped(place);
    shape = pulled(*std::move(shape), *pulled_, at);
    if (!drop) {
        showShape(*shape);
        bool const round = pulled_->what == FenceHandle::What::radius;
        draft_layer_.setCursor(at, on_something, round ? distanceText(shape->radius_mm) : QString{});
        return;
    }
    pulled_.reset();
    draft_layer_.setMarked({});
    draft_layer_.setCursor({}, false, {});
    takeShape(*std::move(shape));
}

bool FenceTool::takeCornerAway()
{
    auto const shape = shapeInHand();
    auto const handle = draft_layer_.marked() ? handleOf(*draft_layer_.marked()) : std::nullopt;
    if (!shape || !handle) return false;
    auto rest = without(*shape, *handle);
    if (!rest) return parts_.hub.say(tr("it needs this corner: click another, or remove the fence"), false), true;
    draft_layer_.setMarked({});
    takeShape(*std::move(rest));
    return true;
}

bool FenceTool::takeKey(int key)
{
    bool const deletes = key == Qt::Key_Delete || key == Qt::Key_Backspace;
    if (sketch_ && deletes) {
        if (!sketch_->back()) parts_.hub.say(tr("no point is set yet"), false);
        parts_.map.beginDrawing(drawingNote());
        showSketch();
        return true;
    }
    if (deletes && takeCornerAway()) return true;
    if (key != Qt::Key_Escape || sketch_ || (!changing_ && !draft_)) return false;
    leaveChange();
    return true;
}

bool FenceTool::eventFilter(QObject* watched, QEvent* event)
{
    bool const mouse = event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseMove ||
                       event->type() == QEvent::MouseButtonRelease;
    if (mouse) alt_ = static_cast<QMouseEvent*>(event)->modifiers().testFlag(Qt::AltModifier);
    if (event->type() == QEvent::KeyPress && takeKey(static_cast<QKeyEvent*>(event)->key())) return true;
    return DeskTool::eventFilter(watched, event);
}

}  // namespace cresset::app
