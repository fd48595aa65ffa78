#pragma once
/// The map with the world on it: fills the canvas's layers from the world, shares the selection with the lists, and
/// offers every act for a place or a thing by right click and by drag.

#include "widgets/desk_hub.h"
#include "widgets/distress_arrows.h"
#include "widgets/file_layers.h"
#include "widgets/layer_state.h"
#include "widgets/map_canvas.h"
#include "widgets/map_sheet.h"
#include "widgets/map_tools.h"
#include "widgets/mark_layers.h"
#include "widgets/measure_layer.h"
#include "widgets/tails.h"

#include <QLabel>
#include <QTimer>
#include <QWidget>
#include <functional>
#include <memory>
#include <vector>

namespace cresset::widgets {

class MapView : public QWidget {
    Q_OBJECT
public:
    MapView(DeskHub& hub, Theme const& theme, QWidget* parent = nullptr);
    ~MapView() override;
    void setBaseMap(std::shared_ptr<BaseMap const> map) { canvas_.setBaseMap(std::move(map)); }
    void setTheme(Theme const& theme);
    MapCanvas& canvas() { return canvas_; }
    /// Everything anew from the world: marks, ages, routes.
    void refresh();
    /// Goes to a place because somebody asked for it.
    void lookAt(Place place, double zoom = 16);
    void fit();
    /// A pin with its name on a place that was looked for, until Escape, or the next.
    void markFound(Place place, QString const& name);
    void clearFound();
    /// Keeps the unit in the middle until somebody moves the map by hand or presses Escape; nothing ends it.
    void follow(std::optional<UnitId> unit);
    std::optional<UnitId> following() const { return following_; }
    /// The call signs in a cluster.
    QStringList membersOf(MarkKey cluster) const { return units_.membersOf(cluster, canvas_.view()); }
    /// Begins to measure, or ends it.
    void measure();
    /// A layer of a tool, over all marks or under them; it must live longer than the map, or be taken away.
    void addOverlay(MapLayer* layer, bool under);
    /// The same of one with a row in the layer panel, which says where it lies and whether it is shown.
    void addLayer(QString const& key, MapLayer* layer);
    void removeOverlay(MapLayer* layer);
    /// What is said of a tool's marks under the mouse; empty for those of others.
    void addTexts(std::function<QString(MarkKey)> texts) { texts_.push_back(std::move(texts)); }
    /// A tool draws: clicks set points (pointDrawn), with a note on how it goes on, until it says that it ends.
    void beginDrawing(QString const& note);
    void endDrawing();
    bool isDrawing() const { return canvas_.tool() == MapTool::draw; }

    /// What the map shows now, to be printed or copied: in the colours of the day.
    MapSheet sheet() const;
    /// The picture as it stands, without the buttons.
    QImage picture();

    /// Files of others that are layers too; they must live longer than the map.
    void setFiles(FileLayers const& files);
    /// How the layers are shown, topmost first.
    void setLayers(LayerStates const& states);
    /// A NameChoice as a number; -1: the names of the window's language.
    void setNames(int choice);
    /// How far back the tails of units reach.
    void setTailReach(Duration reach) { tails_.setReach(reach); }

Q_SIGNALS:
    void layersWanted();
    /// While a tool draws: a point was set, the drawing shall be ended, or given up.
    void pointDrawn(cresset::Place place);
    void drawingDone();
    void drawingLeft();
    /// A mark of a tool was clicked; a handle of one was pulled, and let go.
    void groundClicked(cresset::widgets::MarkKey mark);
    void handlePulled(cresset::widgets::MarkKey mark, cresset::Place place);
    void handleDropped(cresset::widgets::MarkKey mark, cresset::Place place);
    void menuRequested(cresset::Place place, cresset::widgets::MarkKey mark, QPoint global);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void fillUnits();
    void fillIncidents();
    void fillSites();
    void fillRoutes();
    void fillPreview();
    void showSelection();
    void takeSelection(std::vector<MarkKey> const& selection);
    void hover(MarkKey mark, QPoint global);
    void drop(MarkKey mark, MarkKey onto, Place place);
    void connectCanvas();
    void connectHub();
    void keepUp();
    QString clusterText(MarkKey mark) const;
    QString markText(MarkKey mark) const;
    void endMeasure();
    void showPlace(std::optional<Place> place);
    void showNote();
    void placeOverlays();
    void showFrames();
    void pulse();
    void placeArrows();
    void lookAtUnit(UnitId unit);
    void applyNames();
    MapLayer* layerOf(QString const& key);
    QString fileText(MarkKey mark) const;
    void showCard(QString const& text, QPoint global);
    bool hides(char const* layer, QString const& row) const;

    DeskHub& hub_;
    Theme theme_;
    AreaLayer grids_;
    PostLayer posts_;
    CameraLayer cameras_;
    RouteLayer routes_;
    DroneLayer drones_;
    IncidentLayer incidents_;
    UnitLayer units_;
    UnitClusterLayer clusters_{units_};
    RisenLayer risen_{incidents_, units_};
    PreviewLayer found_;  ///< a pin, or nothing
    PreviewLayer preview_;
    MeasureLayer measure_;
    Tails tails_;
    Theme day_;  ///< paper is white
    LayerStates states_ = usualLayers();
    FileLayers const* files_ = nullptr;
    std::vector<MapLayer*> over_, under_;  ///< of the tools, topmost first
    std::vector<std::pair<QString, MapLayer*>> of_tools_;  ///< those with a row in the layer panel
    std::vector<std::function<QString(MarkKey)>> texts_;
    QString drawing_note_;
    int names_ = -1;
    std::optional<UnitId> following_;
    MapCanvas canvas_;
    QLabel exercise_;
    QLabel card_;
    MarkKey file_mark_;   ///< the shape of a file under the mouse
    QPoint file_at_;      ///< where the mouse is over it, on the screen
    QTimer mouse_rests_;  ///< what a file says is shown once the mouse rests: its areas are wide
    QLabel place_;        ///< the place under the mouse, in three forms
    QLabel note_;         ///< what the map is doing: following, measuring
    MapTools tools_;
    DistressArrows arrows_;
    QTimer pulse_;  ///< runs while somebody calls for help and nobody has answered
    bool has_pin_ = false, wide_frames_ = true;
};

}  // namespace cresset::widgets
