#include "app/window/context_menus.h"

#include "core/world/may.h"
#include "maps/place_forms.h"
#include "widgets/words.h"

#include <QApplication>
#include <QClipboard>

namespace cresset::app {

using namespace widgets;

namespace {

/// Where something looks: one of the eight winds.
QString windText(int heading_deg)
{
    switch ((heading_deg % 360 * 2 + 45) / 90 % 8) {
        case 0: return ContextMenus::tr("north");
        case 1: return ContextMenus::tr("north-east");
        case 2: return ContextMenus::tr("east");
        case 3: return ContextMenus::tr("south-east");
        case 4: return ContextMenus::tr("south");
        case 5: return ContextMenus::tr("south-west");
        case 6: return ContextMenus::tr("west");
        default: return ContextMenus::tr("north-west");
    }
}

}  // namespace

QMenu* ContextMenus::newMenu()
{
    auto* menu = new QMenu{&window_};
    menu->setAttribute(Qt::WA_DeleteOnClose);
    return menu;
}

void ContextMenus::showPlace(Place place, MarkKey mark, QPoint global)
{
    if (mark.kind == MarkKind::unit) return showUnit(UnitId::unpacked(mark.id), global);
    if (mark.kind == MarkKind::incident) return showIncident(IncidentId::unpacked(mark.id), global);
    if (mark.kind == MarkKind::cluster) return showCluster(place, mark, global);
    auto* menu = newMenu();
    auto const site = siteOf(mark);
    if (site) addSite(*menu, *site);
    bool const is_drone = mark.kind == MarkKind::drone;
    if (site && is_drone) addDrone(*menu, DroneId::unpacked(mark.id));
    if (site) menu->addSeparator();
    addPlace(*menu, mark, site ? site->place : place, !is_drone);
    menu->popup(global);
}

void ContextMenus::addPlace(QMenu& menu, MarkKey mark, Place place, bool drones)
{
    QString const at = QString::fromStdString(to_text(place));
    menu.addAction(tr("Take a call here"), this, [this, place] { Q_EMIT callWanted(place); });
    auto const* incident = hub_.incident() ? hub_.world().incidents.find(*hub_.incident()) : nullptr;
    if (incident != nullptr && incident->open())
        menu.addAction(tr("#%1 is here").arg(incident->number), this, [this, id = *hub_.incident(), place] {
            hub_.act(MoveIncident{id, pointed_at(hub_.places(), place)});
        });
    if (drones) addDrones(menu, place);
    menu.addAction(tr("Hazard here"), this, [this, at] { Q_EMIT lineWanted(QStringLiteral("hz @%1 ; ").arg(at)); });
    if (add_tools_) add_tools_(menu, mark, place);
    menu.addSeparator();
    addCoordinates(menu, place);
}

std::optional<ContextMenus::Site> ContextMenus::siteOf(MarkKey mark) const
{
    World const& world = hub_.world();
    if (mark.kind == MarkKind::camera)
        if (auto const* row = world.cameras.find(CameraId::unpacked(mark.id))) return camera(*row);
    if (mark.kind == MarkKind::drone)
        if (auto const* row = world.drones.find(DroneId::unpacked(mark.id))) return drone(*row);
    auto const id = StationId::unpacked(mark.id);
    if (mark.kind == MarkKind::post)
        if (auto const* row = world.stations.find(id)) return station(id, *row);
    return {};
}

ContextMenus::Site ContextMenus::camera(Camera const& camera) const
{
    QString const sees = camera.heading_deg < 0 ? tr("sees all round, %1 m far").arg(camera.range_m)
                                                : tr("looks %1, %2° wide, %3 m far")
                                                      .arg(windText(camera.heading_deg))
                                                      .arg(camera.view_deg)
                                                      .arg(camera.range_m);
    return {QStringLiteral("%1 · %2").arg(QString::fromStdString(camera.code), hub_.name(camera.name)),
            camera.working ? sees : tr("out of order"), camera.place};
}

ContextMenus::Site ContextMenus::drone(Drone const& drone) const
{
    return {QString::fromStdString(drone.call_sign),
            tr("%1 m high, battery %2 %").arg(drone.height_m).arg(drone.battery_percent), drone.place};
}

ContextMenus::Site ContextMenus::station(StationId id, Station const& station) const
{
    int units = 0, available = 0;
    for (auto const& [unit_id, unit] : hub_.world().units) {
        if (!unit.signed_on || unit.station != id) continue;
        ++units;
        available += unit.status == Status::available && !unit.distress();
    }
    return {hub_.name(station.name), tr("units on duty: %1, available: %2").arg(units).arg(available), station.place};
}

/// What it is stands above what can be done.
void ContextMenus::addSite(QMenu& menu, Site const& site)
{
    menu.addAction(site.name)->setEnabled(false);
    menu.addAction(site.what)->setEnabled(false);
    menu.addSeparator();
    menu.addAction(tr("Show on the map"), this, [this, place = site.place] { Q_EMIT lookRequested(place); });
    menu.addAction(tr("What is near"), this, [this, site] { Q_EMIT aroundRequested(site.place, site.name); });
}

void ContextMenus::addDrone(QMenu& menu, DroneId id)
{
    auto const* incident = hub_.incident() ? hub_.world().incidents.find(*hub_.incident()) : nullptr;
    if (incident != nullptr && incident->open())
        menu.addAction(tr("Send it to #%1").arg(incident->number), this, [this, id, to = *hub_.incident()] {
            hub_.act(SendDrone{id, to, {}});
        });
    if (hub_.world().drones.find(id)->target)
        menu.addAction(tr("Fly it home"), this, [this, id] { hub_.act(SendDrone{id, {}, {}}); });
}

void ContextMenus::showCluster(Place place, MarkKey cluster, QPoint global)
{
    auto* menu = newMenu();
    menu->addAction(tr("Closer"), this, [this, place] { Q_EMIT closerRequested(place); });
    for (QString const& name : members_(cluster)) {
        auto const unit = find_unit(hub_.world(), name.toStdString());
        auto const* fix = unit ? hub_.world().fix(*unit) : nullptr;
        if (fix == nullptr) continue;
        menu->addAction(name, this, [this, id = *unit, at = fix->place] {
            hub_.selectUnit(id);
            Q_EMIT lookRequested(at);
        });
    }
    menu->popup(global);
}

/// In the three forms; the first is the one that our own command line reads after an @.
void ContextMenus::addCoordinates(QMenu& menu, Place place)
{
    auto* copy = menu.addMenu(tr("Copy the coordinates"));
    for (std::string const& form : {to_text(place), maps::utm_text(place), maps::mgrs_text(place)})
        if (QString const text = QString::fromStdString(form); !text.isEmpty())
            copy->addAction(text, this, [text] { QApplication::clipboard()->setText(text); });
}

void ContextMenus::addDrones(QMenu& menu, Place place)
{
    for (auto const& [id, drone] : hub_.world().drones) {
        if (drone.target) continue;
        menu.addAction(tr("Send drone %1 here").arg(QString::fromStdString(drone.call_sign)), this,
                       [this, id = id, place] {
                           hub_.act(SendDrone{id, {}, place});
                       });
        return;
    }
}

void ContextMenus::showUnit(UnitId id, QPoint global)
{
    auto const* unit = hub_.world().units.find(id);
    if (unit == nullptr) return;
    hub_.selectUnit(id);
    auto* menu = newMenu();
    addSending(*menu, id);
    addStack(*menu, id);
    addStatuses(*menu, id);
    menu->addSeparator();
    if (unit->incident)
        menu->addAction(tr("Release from %1").arg(QString::fromStdString(number_text(hub_.world(), *unit->incident))),
                        this, [this, id] { hub_.act(ReleaseUnits{{id}}); });
    addTimers(*menu, id);
    menu->addAction(tr("Follow on the map"), this, [this, id] { Q_EMIT followWanted(id); });
    auto const* fix = hub_.world().fix(id);
    if (add_tools_ && fix != nullptr) add_tools_(*menu, {MarkKind::unit, id.packed()}, fix->place);
    bool const distress = unit->distress();
    menu->addAction(distress ? tr("The unit is safe: cancel distress") : tr("Distress"), this, [this, id, distress] {
        hub_.act(SetDistress{{id}, !distress});
    });
    menu->popup(global);
}

void ContextMenus::addSending(QMenu& menu, UnitId id)
{
    auto const* incident = hub_.incident() ? hub_.world().incidents.find(*hub_.incident()) : nullptr;
    if (incident == nullptr || !incident->open()) return;
    auto* send = menu.addAction(tr("Send to #%1").arg(incident->number), this, [this, id, to = *hub_.incident()] {
        hub_.act(SendUnits{{id}, to, {}});
    });
    send->setEnabled(!may(hub_.world(), UnitsDispatched{*hub_.incident(), {{id, {}, {}}}, {}}));
    if (!may(hub_.world(), IncidentStacked{id, *hub_.incident()}))
        menu.addAction(tr("#%1 waits for it").arg(incident->number), this, [this, id, next = *hub_.incident()] {
            hub_.act(StackIncident{{id}, next});
        });
    menu.addSeparator();
}

/// What waits for the unit: the first is taken when it is free, each can be taken off.
void ContextMenus::addStack(QMenu& menu, UnitId id)
{
    auto const& stack = hub_.world().units.find(id)->stack;
    if (stack.empty()) return;
    auto const number = [this](IncidentId incident) {
        return QString::fromStdString(number_text(hub_.world(), incident));
    };
    if (hub_.world().units.find(id)->status == Status::available)
        menu.addAction(tr("Send to %1, which is next").arg(number(stack.front())), this,
                       [this, id] { hub_.act(TakeNext{id}); });
    for (IncidentId const incident : stack)
        menu.addAction(tr("%1 waits for it no longer").arg(number(incident)), this, [this, id, incident] {
            hub_.act(UnstackIncident{{id}, incident});
        });
    menu.addSeparator();
}

void ContextMenus::showTogether(UnitId id, IncidentId incident, QPoint global)
{
    auto const* unit = hub_.world().units.find(id);
    if (unit == nullptr) return;
    auto* menu = newMenu();
    QString const sign = QString::fromStdString(unit->call_sign);
    QString const number = QString::fromStdString(number_text(hub_.world(), incident));
    menu->addAction(tr("%1 waits for %2").arg(number, sign), this, [this, id, incident] {
        hub_.act(StackIncident{{id}, incident});
    });
    auto* send = menu->addAction(tr("Send %1 to %2 now").arg(sign, number), this, [this, id, incident] {
        hub_.act(SendUnits{{id}, incident, {}});
    });
    send->setEnabled(!may(hub_.world(), UnitsDispatched{incident, {{id, {}, {}}}, {}}));
    menu->popup(global);
}

void ContextMenus::addStatuses(QMenu& menu, UnitId id)
{
    for (Status const status : all_statuses) {
        if (status == Status::dispatched) continue;
        auto* action = menu.addAction(statusText(status, hub_), this, [this, id, status] {
            hub_.act(SetStatus{{id}, status, {}});
        });
        action->setEnabled(!may(hub_.world(), UnitStatusSet{id, status, {}}));
    }
}

void ContextMenus::addTimers(QMenu& menu, UnitId id)
{
    menu.addAction(tr("Spoken to: all well"), this, [this, id] { hub_.act(ContactUnits{{id}}); });
    auto* snooze = menu.addMenu(tr("Snooze its timers"));
    for (int const minutes : {5, 10, 30})
        snooze->addAction(tr("for %1 min").arg(minutes), this, [this, id, minutes] {
            hub_.act(SnoozeTimers{{id}, Duration{minutes * 60'000}});
        });
    snooze->addAction(tr("as long as it has this status"), this, [this, id] {
        hub_.act(SnoozeTimers{{id}, std::nullopt});
    });
}

void ContextMenus::showIncident(IncidentId id, QPoint global)
{
    auto const* incident = hub_.world().incidents.find(id);
    if (incident == nullptr) return;
    hub_.selectIncident(id);
    auto* menu = newMenu();
    menu->addAction(tr("Send the first unit"), this, [this] { Q_EMIT sendBestWanted(); });
    menu->addAction(tr("Send the run card"), this, [this] { Q_EMIT sendCardWanted(); });
    menu->addAction(tr("Show on the map"), this, [this, place = incident->place] { Q_EMIT lookRequested(place); });
    menu->addAction(tr("Correct the place"), this, [this] { Q_EMIT lineWanted(QStringLiteral("fix ")); });
    menu->addAction(tr("Add a note"), this, [this] { Q_EMIT lineWanted(QStringLiteral("note ")); });
    menu->addAction(tr("What is near"), this, [this, id] {
        LookNear look;
        look.incident = id;
        Q_EMIT nearRequested(look);
    });
    if (add_tools_) add_tools_(*menu, {MarkKind::incident, id.packed()}, incident->place);
    auto* close = menu->addMenu(tr("Close"));
    for (PlainCode const& code : hub_.world().codes.dispositions)
        close->addAction(hub_.name(code.name), this, [this, id, code = code.code] {
            hub_.act(CloseIncident{id, code});
        });
    menu->popup(global);
}

}  // namespace cresset::app
