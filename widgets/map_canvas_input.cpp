/// The canvas under the hands: mouse, wheel and keys.

#include "widgets/map_canvas.h"
#include "widgets/map_keys.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QStyleHints>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>
#include <utility>

namespace cresset::widgets {

std::vector<Hit> MapCanvas::marksAt(QPointF device_position) const
{
    std::vector<Hit> hits;
    for (auto const* layer : layers_)
        if (layer->visible()) layer->hit(device_position, 4 * view_.dpr(), view_, hits);
    std::ranges::reverse(hits);  // the upper first
    std::ranges::stable_sort(hits, [](Hit const& a, Hit const& b) {
        if (a.covers != b.covers) return a.covers;
        return !a.covers && a.distance < b.distance;
    });
    return hits;
}

/// Units and drones are sent to incidents: one that lies under another mark takes what is dropped there all the same.
MarkKey MapCanvas::targetAt(QPointF at) const
{
    auto const hits = marksAt(at);
    auto const incident = std::ranges::find(hits, MarkKind::incident, [](Hit const& hit) { return hit.key.kind; });
    if (incident != hits.end()) return incident->key;
    return hits.empty() ? MarkKey{} : hits.front().key;
}

MarkKey MapCanvas::markAt(QPointF at) const
{
    auto const hits = marksAt(at);
    return hits.empty() ? MarkKey{} : hits.front().key;
}

void MapCanvas::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton) return;
    pressed_at_ = last_at_ = toDevice(event->position());
    boxes_ = event->button() == Qt::LeftButton && event->modifiers() == Qt::ShiftModifier;
    bool const takes = event->button() == Qt::LeftButton && !boxes_ && tool_ != MapTool::measure;
    pulled_ = takes ? markAt(pressed_at_) : MarkKey{};
    bool const moves = pulled_.kind == MarkKind::unit || pulled_.kind == MarkKind::drone;
    if (pulled_.kind != MarkKind::handle && !(moves && tool_ == MapTool::hand)) pulled_ = {};
    drag_ = Drag::pressed;
}

void MapCanvas::mouseMoveEvent(QMouseEvent* event)
{
    QPointF const at = toDevice(event->position());
    Q_EMIT cursorMoved(view_.placeAt(at));
    if (drag_ == Drag::none) return hoverAt(at, event->globalPosition().toPoint());
    bool const far =
        (at - pressed_at_).manhattanLength() >= QGuiApplication::styleHints()->startDragDistance() / 2.0 * view_.dpr();
    if (drag_ == Drag::pressed && far)
        drag_ = boxes_ ? Drag::boxing : pulled_.kind == MarkKind::none ? Drag::panning : Drag::pulling;
    if (drag_ == Drag::panning) {
        QPoint const by = (at - last_at_).toPoint();
        last_at_ += by;
        panByHand(by);
    } else if (drag_ == Drag::pulling || drag_ == Drag::boxing) {
        last_at_ = at;
        if (drag_ == Drag::pulling) Q_EMIT pulling(pulled_, view_.placeAt(at));
        layersChanged();
    }
}

void MapCanvas::mouseReleaseEvent(QMouseEvent* event)
{
    QPointF const at = toDevice(event->position());
    Drag const was = std::exchange(drag_, Drag::none);
    if (was == Drag::pulling) {
        layersChanged();
        auto const onto = targetAt(at);
        Q_EMIT dropped(pulled_, onto == pulled_ ? MarkKey{} : onto, view_.placeAt(at));
    } else if (was == Drag::boxing) {
        zoomToBox({pressed_at_, at});
        layersChanged();
    } else if (was == Drag::pressed && event->button() == Qt::LeftButton) {
        if (tool_ != MapTool::hand) return void(Q_EMIT pointSet(view_.placeAt(at)));
        clickAt(at, event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier));
    }
}

void MapCanvas::mouseDoubleClickEvent(QMouseEvent* event)
{
    QPointF const at = toDevice(event->position());
    if (tool_ != MapTool::hand) return void(Q_EMIT measured());
    MarkKey const mark = markAt(at);
    if (mark.kind != MarkKind::none && !isGround(mark.kind))
        Q_EMIT activated(mark);
    else
        zoomByHand(1, at);
}

void MapCanvas::wheelEvent(QWheelEvent* event)
{
    double const notches = event->angleDelta().y() / 120.0;
    wheel_ += notches * 0.5;
    double const steps = std::trunc(wheel_ * 4) / 4;  // a fine wheel gathers until it is a quarter step
    wheel_ -= steps;
    if (steps != 0) zoomByHand(steps, toDevice(event->position()));
    event->accept();
}

void MapCanvas::keyPressEvent(QKeyEvent* event)
{
    bool const enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && tool_ != MapTool::hand) return void(Q_EMIT measured());
    for (MapKey const& key : mapKeys())
        if (key.key == event->key()) return actByKey(key.act);
    if (event->key() == Qt::Key_Escape) {
        if (tool_ == MapTool::draw) return void(Q_EMIT drawingLeft());
        if (tool_ == MapTool::measure) return void(Q_EMIT measured());
        if (!selection_.empty()) return selectionBecomes({});
    }
    QWidget::keyPressEvent(event);
}

void MapCanvas::actByKey(MapAct act)
{
    int const step = std::max(view_.size().width(), view_.size().height()) / 8;
    switch (act) {
        case MapAct::left: return panByHand({step, 0});
        case MapAct::right: return panByHand({-step, 0});
        case MapAct::up: return panByHand({0, step});
        case MapAct::down: return panByHand({0, -step});
        case MapAct::closer: return zoomAtMiddle(0.5);
        case MapAct::farther: return zoomAtMiddle(-0.5);
        case MapAct::fit: fit(); return void(Q_EMIT movedByHand());
        case MapAct::next_mark: return selectNextMark(1);
        case MapAct::last_mark: return selectNextMark(-1);
    }
}

/// From the one that was come to last, or is selected, to the next in reading order, round and round. What can be
/// selected is; of everything the card is shown.
void MapCanvas::selectNextMark(int by)
{
    auto const& marks = marksSeen();
    if (marks.empty()) return;
    auto const last = static_cast<std::ptrdiff_t>(marks.size());
    auto here = std::ranges::find(marks, stepped_to_, &SeenMark::key);
    if (here == marks.end()) here = std::ranges::find_first_of(marks, selection_, {}, &SeenMark::key);
    std::ptrdiff_t const at = here == marks.end() ? (by > 0 ? -1 : last) : here - marks.begin();
    std::ptrdiff_t const next = (at + by + last) % last;
    SeenMark const mark = marks[static_cast<std::size_t>(next)];
    if (mark.key.kind == MarkKind::unit || mark.key.kind == MarkKind::incident) selectionBecomes({mark.key});
    stepped_to_ = hovered_ = mark.key;
    layersChanged();
    Q_EMIT hovered(mark.key, mapToGlobal((QPointF{mark.at} / devicePixelRatioF()).toPoint()));
    if (!QAccessible::isActive()) return;
    QAccessibleEvent told{this, QAccessible::Focus};
    told.setChild(static_cast<int>(next));
    QAccessible::updateAccessibility(&told);
}

std::vector<SeenMark> const& MapCanvas::marksSeen() const
{
    if (seen_known_) return seen_;
    seen_known_ = true;
    seen_.clear();
    for (auto const* layer : layers_)
        if (layer->visible()) layer->list(view_, seen_);
    std::ranges::stable_sort(seen_, [](SeenMark const& a, SeenMark const& b) {
        constexpr int line = 40;  // pixels: what stands about as high is read from the left to the right
        return std::pair{a.at.y() / line, a.at.x()} < std::pair{b.at.y() / line, b.at.x()};
    });
    return seen_;
}

void MapCanvas::actOnMark(MarkKey mark, bool menu)
{
    auto const& marks = marksSeen();
    auto const seen = std::ranges::find(marks, mark, &SeenMark::key);
    if (seen == marks.end()) return;
    if (mark.kind == MarkKind::cluster) return zoomByHand(1, seen->at);
    selectionBecomes({mark});
    QPoint const at = (QPointF{seen->at} / devicePixelRatioF()).toPoint();
    if (menu) Q_EMIT menuRequested(view_.placeAt(seen->at), mark, mapToGlobal(at));
}

void MapCanvas::leaveEvent(QEvent*)
{
    hoverAt({-1e6, -1e6}, {});
    Q_EMIT cursorLeft();
}

void MapCanvas::contextMenuEvent(QContextMenuEvent* event)
{
    bool const by_key = event->reason() == QContextMenuEvent::Keyboard;
    QPointF const at =
        by_key ? QPointF{view_.size().width() / 2.0, view_.size().height() / 2.0} : toDevice(event->pos());
    auto const stepped = std::ranges::find(marksSeen(), stepped_to_, &SeenMark::key);
    if (by_key && stepped != marksSeen().end()) return actOnMark(stepped_to_, true);
    MarkKey const mark = by_key && !selection_.empty() ? selection_.front() : markAt(at);
    Q_EMIT menuRequested(view_.placeAt(at), mark, event->globalPos());
}

void MapCanvas::hoverAt(QPointF at, QPoint global)
{
    MarkKey const mark = markAt(at);
    if (mark == hovered_) return;
    hovered_ = mark;
    layersChanged();
    Q_EMIT hovered(mark, global);
}

void MapCanvas::clickAt(QPointF at, bool add)
{
    stepped_to_ = {};
    MarkKey const mark = markAt(at);
    if (mark.kind == MarkKind::cluster) return zoomByHand(1, at);
    std::vector<MarkKey> selection = add ? selection_ : std::vector<MarkKey>{};
    if (mark.kind != MarkKind::none) {
        auto const there = std::ranges::find(selection, mark);
        if (there != selection.end())
            selection.erase(there);
        else
            selection.push_back(mark);
    }
    selectionBecomes(std::move(selection));
}

void MapCanvas::selectionBecomes(std::vector<MarkKey> selection)
{
    if (selection == selection_) return;
    setSelection(std::move(selection));
    auto const told = selection_;  // whoever hears of it may set it anew meanwhile
    Q_EMIT selectionChanged(told);
}

void MapCanvas::setSelection(std::vector<MarkKey> selection)
{
    selection_ = std::move(selection);
    layersChanged();
}

}  // namespace cresset::widgets
