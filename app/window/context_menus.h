#pragma once
/// What a right click offers: for a place, for a unit, for an incident, for whatever else stands on the map. The same
/// acts as keys and command line; what is refused now is greyed.

#include "widgets/desk_hub.h"
#include "widgets/mark_layers.h"

#include <QMenu>
#include <QObject>
#include <QPoint>
#include <functional>
#include <optional>

namespace cresset::app {

class ContextMenus : public QObject {
    Q_OBJECT
public:
    ContextMenus(widgets::DeskHub& hub, QWidget& window) : hub_{hub}, window_{window} {}

    void showPlace(Place place, widgets::MarkKey mark, QPoint global);
    void showUnit(UnitId unit, QPoint global);
    void showIncident(IncidentId incident, QPoint global);
    /// A unit at work and an incident were brought together: shall it go now, or later?
    void showTogether(UnitId unit, IncidentId incident, QPoint global);
    /// Who is in a cluster of the map.
    void setTools(std::function<void(QMenu&, widgets::MarkKey, Place)> add) { add_tools_ = std::move(add); }
    void setMembers(std::function<QStringList(widgets::MarkKey)> members) { members_ = std::move(members); }

Q_SIGNALS:
    void callWanted(cresset::Place place);
    void lineWanted(QString const& line);
    void lookRequested(cresset::Place place);
    void nearRequested(cresset::LookNear const& look);
    void aroundRequested(cresset::Place place, QString const& name);
    void closerRequested(cresset::Place place);
    void sendBestWanted();
    void sendCardWanted();
    void followWanted(cresset::UnitId unit);

private:
    /// What stands on the map and is neither unit nor incident: what it is called, what there is to say of it, where.
    struct Site {
        QString name, what;
        Place place;
    };
    std::optional<Site> siteOf(widgets::MarkKey mark) const;
    Site camera(Camera const& camera) const;
    Site drone(Drone const& drone) const;
    Site station(StationId id, Station const& station) const;
    QMenu* newMenu();
    void addSite(QMenu& menu, Site const& site);
    void addDrone(QMenu& menu, DroneId id);
    void addPlace(QMenu& menu, widgets::MarkKey mark, Place place, bool drones);
    void showCluster(Place place, widgets::MarkKey cluster, QPoint global);
    void addCoordinates(QMenu& menu, Place place);
    void addDrones(QMenu& menu, Place place);
    void addSending(QMenu& menu, UnitId unit);
    void addStack(QMenu& menu, UnitId unit);
    void addStatuses(QMenu& menu, UnitId unit);
    void addTimers(QMenu& menu, UnitId unit);

    widgets::DeskHub& hub_;
    QWidget& window_;
    std::function<QStringList(widgets::MarkKey)> members_;
    std::function<void(QMenu&, widgets::MarkKey, Place)> add_tools_;  // what the tools of the desk offer
};

}  // namespace cresset::app
