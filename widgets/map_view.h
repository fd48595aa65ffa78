#pragma once
/// The map with the world on it: fills the canvas's layers from the world, shares the selection with the lists, and
/// offers every act for a place or a thing by right click and by drag.

#include "widgets/desk_hub.h"
#include "widgets/map_canvas.h"
#include "widgets/mark_layers.h"

#include <QLabel>
#include <QWidget>
#include <memory>

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

Q_SIGNALS:
    void menuRequested(cresset::Place place, cresset::widgets::MarkKey mark, QPoint global);
    void cursorMoved(QString const& text);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
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
    QString hoverText(MarkKey mark) const;
    void placeExerciseMark();

    DeskHub& hub_;
    Theme theme_;
    PostLayer posts_;
    CameraLayer cameras_;
    RouteLayer routes_;
    DroneLayer drones_;
    IncidentLayer incidents_;
    UnitLayer units_;
    PreviewLayer preview_;
    MapCanvas canvas_;
    QLabel exercise_;
    QLabel card_;
};

}  // namespace cresset::widgets
