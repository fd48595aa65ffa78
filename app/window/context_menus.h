#pragma once
/// What a right click offers: for a place, for a unit, for an incident. The same acts as keys and command line; what is
/// refused now is greyed.

#include "widgets/desk_hub.h"
#include "widgets/mark_layers.h"

#include <QMenu>
#include <QObject>
#include <QPoint>

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

Q_SIGNALS:
    void callWanted(cresset::Place place);
    void lineWanted(QString const& line);
    void lookRequested(cresset::Place place);
    void nearRequested(cresset::LookNear const& look);
    void sendBestWanted();
    void sendCardWanted();
    void followWanted(cresset::UnitId unit);

private:
    QMenu* newMenu();
    void addCoordinates(QMenu& menu, Place place);
    void addDrones(QMenu& menu, Place place);
    void addSending(QMenu& menu, UnitId unit);
    void addStack(QMenu& menu, UnitId unit);
    void addStatuses(QMenu& menu, UnitId unit);
    void addTimers(QMenu& menu, UnitId unit);

    widgets::DeskHub& hub_;
    QWidget& window_;
};

}  // namespace cresset::app
