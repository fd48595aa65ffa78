#pragma once
/// The map: a base map under a stack of layers, moved by mouse and keys, and by nobody else. The picture never moves
/// by itself: only what a person does here, or a call of setView() and fit() that a person asked for, moves it.
///
/// The desk adds layers (bottom first; it keeps owning them, they must live longer than the canvas or be taken away),
/// fills them, and calls layersChanged(). Acts come out as signals; the canvas changes nothing but the view, what is
/// selected and what is hovered.

#ifndef Q_MOC_RUN  // moc 6.4 stumbles over <concepts> where these bring it in first
#include "widgets/base_map.h"
#include "widgets/frame_painter.h"
#include "widgets/label_loader.h"
#include "widgets/map_keys.h"
#include "widgets/tile_loader.h"
#endif

#include <QImage>
#include <QTimer>
#include <QVariantAnimation>
#include <QWidget>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace cresset::widgets {

/// What a click means: with the hand it selects, while measuring and drawing it sets a point.
enum class MapTool : std::uint8_t { hand, measure, draw };

class MapCanvas : public QWidget {
    Q_OBJECT

public:
    explicit MapCanvas(Theme theme, QWidget* parent = nullptr);
    ~MapCanvas() override;

    /// Null takes the base map away; the layers stay. The view stays where it is, unless it was never set.
    void setBaseMap(std::shared_ptr<BaseMap const> map);
    void setTheme(Theme theme);
    void setNames(NameChoice names);
    /// Where other things lie over the picture (in this widget's pixels): no name of the ground is written there.
    void setCovered(std::vector<QRect> covered);
    std::shared_ptr<BaseMap const> baseMap() const { return map_; }
    NameChoice names() const { return names_; }
    /// Changes of zoom glide (the default) or jump.
    void setGlide(bool glide) { glide_ = glide; }

    void addLayer(MapLayer* layer);
    void removeLayer(MapLayer* layer);
    std::vector<MapLayer*> const& layers() const { return layers_; }
    /// All of them anew, bottom first.
    void setLayers(std::vector<MapLayer*> layers);
    /// Call after a layer's marks or visibility changed; draws once, at the next chance.
    void layersChanged();

    Viewport const& view() const { return view_; }
    void setView(Place centre, double zoom);
    /// Shows everything on the layers, or the whole base map where they are empty.
    void fit();
    void fitTo(Bounds const& bounds);
    void zoomAtMiddle(double steps);

    MapTool tool() const { return tool_; }
    void setTool(MapTool tool);

    std::vector<MarkKey> const& selection() const { return selection_; }
    /// Selects without a signal: for selections that began in a list.
    void setSelection(std::vector<MarkKey> selection);
    /// The symbol that is drawn uppermost there first, then what is near, the nearest first.
    std::vector<Hit> marksAt(QPointF device_position) const;
    /// Every mark of the picture that can be selected, as one reads: from the top, from the left.
    std::vector<SeenMark> const& marksSeen() const;
    /// Whether a frame says that the keys go to the map.
    void setFocusFrame(bool frame) { focus_frame_ = frame; }
    /// As a click, or a right click, on it would.
    void actOnMark(MarkKey mark, bool menu);
    /// What a screen reader says of a mark.
    void setMarkText(std::function<QString(MarkKey)> text) { mark_text_ = std::move(text); }
    QString markText(MarkKey mark) const { return mark_text_ ? mark_text_(mark) : QString{}; }

    /// The picture as it stands, in device pixels.
    QImage picture();
    /// True once every tile and label of the view has arrived.
    bool complete() const;

Q_SIGNALS:
    void viewChanged();
    /// A person moved the picture by mouse, wheel or key.
    void movedByHand();
    void selectionChanged(std::vector<cresset::widgets::MarkKey> const& selection);
    /// Kind none: nothing is under the mouse any more.
    void hovered(cresset::widgets::MarkKey mark, QPoint global);
    void cursorMoved(cresset::Place place);
    void cursorLeft();
    /// A click while measuring or drawing, and the end of it (a double click, Enter, Escape).
    void pointSet(cresset::Place place);
    void measured();
    /// It was ended by Escape: what was drawn is not wanted.
    void drawingLeft();
    void activated(cresset::widgets::MarkKey mark);
    void menuRequested(cresset::Place place, cresset::widgets::MarkKey mark, QPoint global);
    /// A mark is being pulled, and is there now.
    void pulling(cresset::widgets::MarkKey mark, cresset::Place place);
    /// A mark was pulled onto a place, and on the mark there (kind none if there is none).
    void dropped(cresset::widgets::MarkKey mark, cresset::widgets::MarkKey onto, cresset::Place place);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    enum class Drag : std::uint8_t { none, pressed, panning, pulling, boxing };

    /// Whether the ground of the view at hand was drawn once, and whether it lies ready.
    enum class GroundReady : std::uint8_t { no, was_drawn, kept };

    QPointF toDevice(QPointF position) const { return position * devicePixelRatioF(); }
    void moveTo(Viewport const& view);
    void changeView(Viewport const& view);
    bool untouched() const;
    void fitByItself();
    void zoomBy(double steps, QPointF fixed);
    void glideStep(double zoom);
    void panBy(QPoint pixels);
    void resourcesChanged();
    void groundChanged();
    void askForTiles();
    void askForLabels();
    std::vector<PixelBox> obstacles() const;
    void drawGround(QImage& picture);
    void beginFrame();
    void drawFrame();
    void drawDrag(QImage& picture) const;
    void zoomToBox(QRectF const& box);
    void panByHand(QPoint pixels);
    void zoomByHand(double steps, QPointF fixed);
    void hoverAt(QPointF at, QPoint global);
    void clickAt(QPointF at, bool add);
    void selectionBecomes(std::vector<MarkKey> selection);
    MarkKey markAt(QPointF at) const;
    MarkKey targetAt(QPointF at) const;
    void actByKey(MapAct act);
    void selectNextMark(int by);

    Theme theme_;
    std::shared_ptr<MapStyle const> style_;
    std::shared_ptr<BaseMap const> map_;
    std::unique_ptr<FramePainter> painter_;  ///< made when the first frame is drawn
    NameChoice names_ = NameChoice::both;
    TileLoader tiles_;
    LabelLoader labels_;
    QTimer labels_due_;
    std::vector<QRect> covered_;
    std::vector<PixelBox> obstacles_;  ///< round which the labels were asked for last
    std::vector<MapLayer*> layers_;

    Viewport view_;
    bool placed_ = false;               ///< somebody said where to look
    std::optional<Viewport> own_view_;  ///< the whole city, shown because nobody said where to look
    QImage ground_, frame_;
    GroundReady ground_ready_ = GroundReady::no;
    bool frame_stale_ = true;

    bool glide_ = true;
    QVariantAnimation glide_animation_;
    std::optional<double> glide_to_;
    QPointF glide_fixed_;

    MapTool tool_ = MapTool::hand;
    Drag drag_ = Drag::none;
    bool boxes_ = false;  ///< the drag that begins here draws a box
    QPointF pressed_at_, last_at_;
    double wheel_ = 0;
    MarkKey pulled_, hovered_;
    std::vector<MarkKey> selection_;
    std::function<QString(MarkKey)> mark_text_;
    mutable std::vector<SeenMark> seen_;  ///< of the layers and the view as they are, where seen_known_
    mutable bool seen_known_ = false;
    MarkKey stepped_to_;  ///< by key; kind none: by none
    bool focus_frame_ = true;
};

}  // namespace cresset::widgets
