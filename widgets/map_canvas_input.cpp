/// The canvas under the hands: mouse, wheel and keys.

#include "widgets/map_canvas.h"

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
    std::ranges::reverse(hits);  // the upper layer first among equals
    std::ranges::stable_sort(hits, {}, &Hit::distance);
    return hits;
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
    bool const takes = event->button() == Qt::LeftButton && !boxes_ && tool_ == MapTool::hand;
    pulled_ = takes ? markAt(pressed_at_) : MarkKey{};
    if (pulled_.kind != MarkKind::unit && pulled_.kind != MarkKind::drone) pulled_ = {};
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
        layersChanged();
    }
}

void MapCanvas::mouseReleaseEvent(QMouseEvent* event)
{
    QPointF const at = toDevice(event->position());
    Drag const was = std::exchange(drag_, Drag::none);
    if (was == Drag::pulling) {
        layersChanged();
        auto const onto = markAt(at);
        Q_EMIT dropped(pulled_, onto == pulled_ ? MarkKey{} : onto, view_.placeAt(at));
    } else if (was == Drag::boxing) {
        zoomToBox({pressed_at_, at});
        layersChanged();
    } else if (was == Drag::pressed && event->button() == Qt::LeftButton) {
        if (tool_ == MapTool::measure) return void(Q_EMIT pointSet(view_.placeAt(at)));
        clickAt(at, event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier));
    }
}

void MapCanvas::mouseDoubleClickEvent(QMouseEvent* event)
{
    QPointF const at = toDevice(event->position());
    if (tool_ == MapTool::measure) return void(Q_EMIT measured());
    MarkKey const mark = markAt(at);
    if (mark.kind != MarkKind::none && mark.kind != MarkKind::file)
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
    int const step = std::max(view_.size().width(), view_.size().height()) / 8;
    switch (event->key()) {
        case Qt::Key_Left: return panByHand({step, 0});
        case Qt::Key_Right: return panByHand({-step, 0});
        case Qt::Key_Up: return panByHand({0, step});
        case Qt::Key_Down: return panByHand({0, -step});
        case Qt::Key_Plus:
        case Qt::Key_Equal: return zoomAtMiddle(0.5);
        case Qt::Key_Minus: return zoomAtMiddle(-0.5);
        case Qt::Key_Home:
        case Qt::Key_Asterisk: fit(); return void(Q_EMIT movedByHand());
        case Qt::Key_Escape:
            if (tool_ == MapTool::measure) return void(Q_EMIT measured());
            if (!selection_.empty()) return selectionBecomes({});
            break;
        default: break;
    }
    QWidget::keyPressEvent(event);
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
    Q_EMIT selectionChanged(selection_);
}

void MapCanvas::setSelection(std::vector<MarkKey> selection)
{
    selection_ = std::move(selection);
    layersChanged();
}

}  // namespace cresset::widgets
