#include "widgets/map_canvas.h"

#include "core/base/check.h"
#include "widgets/label_obstacles.h"
#include "widgets/map_furniture.h"
#include "widgets/map_style.h"
#include "widgets/wide_registers.h"

#include <QPaintEvent>
#include <QPainter>
#include <QResizeEvent>
#include <algorithm>
#include <cmath>

namespace cresset::widgets {
namespace {

constexpr int label_margin = 256;  // pixels round the view with labels ready for a pan
constexpr int label_rest_ms = 60;  // the view must be still for so long before labels are placed anew
constexpr int glide_ms = 140;

int marginOf(Viewport const& view)
{
    return static_cast<int>(label_margin * view.dpr());
}

std::shared_ptr<MapStyle const> styleOf(Theme const& theme)
{
    auto const style = MapStyle::load(theme);
    CRESSET_CHECK(style);  // shipped with the program; a test reads it for every theme
    return *style;
}

}  // namespace

MapCanvas::MapCanvas(Theme theme, QWidget* parent) : QWidget{parent}, theme_{std::move(theme)}, style_{styleOf(theme_)}
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Map"));
    labels_due_.setSingleShot(true);
    labels_due_.setInterval(label_rest_ms);
    connect(&labels_due_, &QTimer::timeout, this, &MapCanvas::askForLabels);
    connect(&tiles_, &TileLoader::arrived, this, &MapCanvas::groundChanged);
    connect(&labels_, &LabelLoader::arrived, this, &MapCanvas::groundChanged);
    glide_animation_.setDuration(glide_ms);
    glide_animation_.setEasingCurve(QEasingCurve::OutCubic);
    connect(&glide_animation_, &QVariantAnimation::valueChanged, this,
            [this](QVariant const& v) { glideStep(v.toDouble()); });
}

MapCanvas::~MapCanvas() = default;

void MapCanvas::setBaseMap(std::shared_ptr<BaseMap const> map)
{
    map_ = std::move(map);
    resourcesChanged();
    if (untouched() && !view_.size().isEmpty()) fitByItself();
}

void MapCanvas::setTheme(Theme theme)
{
    theme_ = std::move(theme);
    style_ = styleOf(theme_);
    painter_.reset();
    resourcesChanged();
}

void MapCanvas::setNames(NameChoice names)
{
    names_ = names;
    labels_due_.start();
}

void MapCanvas::setCovered(std::vector<QRect> covered)
{
    if (covered == covered_) return;
    covered_ = std::move(covered);
    labels_due_.start();
}

void MapCanvas::resourcesChanged()
{
    tiles_.setMap(map_, style_);
    labels_.forget();
    askForTiles();
    groundChanged();
    labels_due_.start();
}

void MapCanvas::addLayer(MapLayer* layer)
{
    layers_.push_back(layer);
    layersChanged();
}

void MapCanvas::removeLayer(MapLayer* layer)
{
    std::erase(layers_, layer);
    layersChanged();
}

void MapCanvas::setLayers(std::vector<MapLayer*> layers)
{
    layers_ = std::move(layers);
    layersChanged();
}

void MapCanvas::layersChanged()
{
    frame_stale_ = true;
    seen_known_ = false;
    if (!labels_due_.isActive() && obstacles_ != obstacles()) labels_due_.start();
    update();
}

void MapCanvas::groundChanged()
{
    ground_ready_ = GroundReady::no;
    layersChanged();
}

void MapCanvas::setView(Place centre, double zoom)
{
    placed_ = true;
    changeView(Viewport{centre, zoom, view_.size(), view_.dpr()});
}

void MapCanvas::fit()
{
    Bounds all;
    for (auto const* layer : layers_) {
        Bounds const some = layer->visible() ? layer->bounds() : Bounds{};
        if (some.empty()) continue;
        all.add(some.min);
        all.add(some.max);
    }
    if (all.empty() && map_) all = map_->bounds();
    fitTo(all);
}

void MapCanvas::fitTo(Bounds const& bounds)
{
    if (bounds.empty()) return;
    placed_ = true;
    changeView(Viewport::fitting(bounds, view_.size(), view_.dpr()));
}

bool MapCanvas::untouched() const
{
    return !placed_ || (own_view_ && *own_view_ == view_);
}

/// A window gets its size in steps: until somebody looks elsewhere, the whole city stays in it.
void MapCanvas::fitByItself()
{
    if (!map_) return;
    fitTo(map_->bounds());
    own_view_ = view_;
}

/// A view that a person asked for: ends any glide.
void MapCanvas::changeView(Viewport const& view)
{
    glide_animation_.stop();
    glide_to_.reset();
    moveTo(view);
}

void MapCanvas::moveTo(Viewport const& view)
{
    if (view == view_) return;
    view_ = view;
    if (!glide_to_) askForTiles();
    labels_due_.start();
    groundChanged();
    Q_EMIT viewChanged();
}

void MapCanvas::askForTiles()
{
    tiles_.want(view_);
}

void MapCanvas::askForLabels()
{
    if (!map_ || glide_to_) return;
    obstacles_ = obstacles();
    labels_.want({map_, style_, view_, marginOf(view_), names_, obstacles_});
}

/// What stands still round about, and what lies over the picture.
std::vector<PixelBox> MapCanvas::obstacles() const
{
    if (!map_ || view_.size().isEmpty()) return {};
    auto over = furnitureRects(view_, map_->attribution());
    for (QRect const& rect : covered_)
        over.push_back(
            QRectF{QPointF{rect.topLeft()} * view_.dpr(), QSizeF{rect.size()} * view_.dpr()}.toAlignedRect());
    return obstaclesOf(layers_, over, view_, marginOf(view_));
}

void MapCanvas::panBy(QPoint pixels)
{
    changeView(view_.panned(pixels));
}

void MapCanvas::panByHand(QPoint pixels)
{
    panBy(pixels);
    Q_EMIT movedByHand();
}

void MapCanvas::zoomByHand(double steps, QPointF fixed)
{
    zoomBy(steps, fixed);
    Q_EMIT movedByHand();
}

/// The closest quarter step of zoom that shows the whole box.
void MapCanvas::zoomToBox(QRectF const& box)
{
    QRectF const drawn = box.normalized();
    if (drawn.width() < 8 || drawn.height() < 8) return;
    double const larger = std::min(view_.size().width() / drawn.width(), view_.size().height() / drawn.height());
    double const zoom = std::floor((view_.zoom() + std::log2(larger)) * 4) / 4;
    placed_ = true;
    changeView(Viewport{view_.placeAt(drawn.center()), zoom, view_.size(), view_.dpr()});
    Q_EMIT movedByHand();
}

void MapCanvas::zoomAtMiddle(double steps)
{
    zoomByHand(steps, {view_.size().width() / 2.0, view_.size().height() / 2.0});
}

void MapCanvas::setTool(MapTool tool)
{
    tool_ = tool;
    setCursor(tool == MapTool::hand ? Qt::ArrowCursor : Qt::CrossCursor);
}

/// Zoom goes by quarter steps, so that tiles painted once fit again.
void MapCanvas::zoomBy(double steps, QPointF fixed)
{
    double const from = glide_to_.value_or(view_.zoom());
    double const to = std::clamp(std::round((from + steps) * 4) / 4, Viewport::least_zoom, Viewport::most_zoom);
    if (!glide_) return changeView(view_.zoomedAt(fixed, to));
    glide_animation_.stop();
    glide_to_ = to;
    glide_fixed_ = fixed;
    tiles_.want(view_.zoomedAt(fixed, to));
    glide_animation_.setStartValue(view_.zoom());
    glide_animation_.setEndValue(to);
    glide_animation_.start();
}

void MapCanvas::glideStep(double zoom)
{
    if (!glide_to_) return;
    bool const last = std::abs(zoom - *glide_to_) < 1e-6;
    Viewport const view = view_.zoomedAt(glide_fixed_, zoom);
    if (last) glide_to_.reset();
    moveTo(view);
    if (last) askForTiles();
}

void MapCanvas::drawGround(QImage& picture)
{
    if (picture.size() != view_.size()) picture = QImage{view_.size(), QImage::Format_RGB32};
    tiles_.draw(view_, style_->background, picture);
    layLabels(labels_.latest(), view_, picture);
}

/// While the map is moved every frame has another ground, and is drawn on it; one that stays is kept for the next.
void MapCanvas::beginFrame()
{
    if (ground_ready_ == GroundReady::no) {
        drawGround(frame_);
        ground_ready_ = GroundReady::was_drawn;
        return;
    }
    if (ground_ready_ == GroundReady::was_drawn) drawGround(ground_);
    ground_ready_ = GroundReady::kept;
    if (frame_.size() != ground_.size())
        frame_ = ground_.copy();
    else
        std::copy_n(ground_.constBits(), ground_.sizeInBytes(), frame_.bits());
}

void MapCanvas::drawFrame()
{
    beginFrame();
    if (!painter_ || painter_->dpr() != view_.dpr()) painter_ = std::make_unique<FramePainter>(theme_, view_.dpr());
    painter_->paint(frame_, view_, {layers_, selection_, hovered_});
    drawDrag(frame_);
    paintFurniture(frame_, view_, theme_, map_ ? map_->attribution() : QString{});
    frame_stale_ = false;
}

/// A line from what is pulled to the mouse, or the box that will be looked at.
void MapCanvas::drawDrag(QImage& picture) const
{
    if (drag_ != Drag::pulling && drag_ != Drag::boxing) return;
    QPainter painter{&picture};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen{theme_.colour("accent"), 2.5 * view_.dpr(), Qt::DashLine});
    if (drag_ == Drag::boxing)
        painter.drawRect(QRectF{pressed_at_, last_at_}.normalized());
    else
        painter.drawLine(pressed_at_, last_at_);
}

bool MapCanvas::complete() const
{
    bool const layers = std::ranges::all_of(layers_, [](auto const* one) { return !one->visible() || one->settled(); });
    return layers && tiles_.idle() && labels_.idle() && !glide_to_ && !labels_due_.isActive();
}

QImage MapCanvas::picture()
{
    if (view_.size().isEmpty()) return {};
    leaveWideRegisters();
    if (frame_stale_) drawFrame();
    return frame_;
}

void MapCanvas::paintEvent(QPaintEvent* event)
{
    QImage shown = picture();
    if (shown.isNull()) return;
    QPainter painter{this};
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    painter.setClipRegion(event->region());
    shown.setDevicePixelRatio(view_.dpr());
    painter.drawImage(QPointF{}, shown);
    if (!hasFocus() || !focus_frame_) return;
    painter.setPen(theme_.colour("accent"));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void MapCanvas::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    double const dpr = devicePixelRatioF();
    QSize const size = (QSizeF{event->size()} * dpr).toSize();
    bool const untouched = this->untouched();
    changeView(view_.size().isEmpty() ? Viewport{view_.centre(), view_.zoom(), size, dpr} : view_.resized(size, dpr));
    if (untouched) fitByItself();
}

}  // namespace cresset::widgets
