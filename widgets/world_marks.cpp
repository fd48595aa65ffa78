#include "widgets/world_marks.h"

#include "core/base/match.h"
#include "core/session/alarm_load.h"
#include "core/world/distress.h"
#include "widgets/fence_words.h"
#include "widgets/words.h"

#include <QCoreApplication>
#include <set>

namespace cresset::widgets {

namespace {

UnitGlyph glyphOf(Unit const& unit)
{
    if (unit.kind == "motorcycle" || unit.kind == "ebike") return UnitGlyph::motorcycle;
    if (unit.kind == "foot") return UnitGlyph::foot;
    if (unit.kind == "boat") return UnitGlyph::boat;
    if (unit.kind == "command_car" || unit.kind == "dog_van" || unit.kind == "ambulance" || unit.kind == "fire_engine")
        return UnitGlyph::van;
    return UnitGlyph::car;
}

/// The ground that a drone's camera sees: a square before it that grows with the height (60 degrees of view).
std::vector<Place> footprintOf(Drone const& drone)
{
    if (drone.height_m <= 0) return {};
    std::int64_t const half_mm = std::int64_t{drone.height_m} * 577;  // tan 30
    std::vector<Place> ring;
    for (auto const& [east, north] : {std::pair{-1, -1}, std::pair{1, -1}, std::pair{1, 1}, std::pair{-1, 1}})
        ring.push_back(moved(drone.place, east * half_mm, north * half_mm));
    return ring;
}

/// Somebody acknowledged its call for help.
bool isAnswered(UnitId unit, World const& world)
{
    auto const call = call_for_help(unit, world);
    return call && world.alerts.find(*call)->acknowledged_at;
}

std::vector<Place> rest(Way const& way, Instant now)
{
    std::vector<Place> line{point_on(way, now).place};
    std::int64_t const since = (now - way.leaves_at).count();
    for (std::size_t i = 0; i < way.line.size() && i < way.at_ms.size(); ++i)
        if (std::int64_t{way.at_ms[i]} > since) line.push_back(way.line[i]);
    return line;
}

}  // namespace

std::vector<UnitMark> unitMarks(DeskHub const& hub)
{
    std::vector<UnitMark> marks;
    Duration const stale{hub.world().codes.limits.fix_stale_s * 1000};
    for (auto const& [id, unit] : hub.world().units) {
        auto const* fix = hub.world().fix(id);
        if (fix == nullptr || !unit.signed_on) continue;
        UnitMark mark;
        mark.id = id.packed();
        mark.place = fix->place;
        if (fix->speed_cm_s > 50 && fix->course_deg < 360) mark.heading_deg = fix->course_deg;
        mark.status = markStatus(unit);
        if (unit.distress()) mark.answered = isAnswered(id, hub.world());
        mark.glyph = glyphOf(unit);
        mark.call_sign = QString::fromStdString(unit.call_sign);
        Duration const age = hub.now() - fix->at;
        mark.stale = age > stale;
        if (mark.stale) mark.age = ageText(age);
        marks.push_back(std::move(mark));
    }
    return marks;
}

std::vector<IncidentMark> incidentMarks(DeskHub const& hub)
{
    std::vector<IncidentMark> marks;
    for (auto const& [id, incident] : hub.world().incidents) {
        if (!incident.open() || incident.duplicate_of) continue;
        IncidentMark mark;
        mark.id = id.packed();
        mark.place = incident.place;
        mark.priority = incident.priority;
        mark.label = QStringLiteral("#%1 %2").arg(incident.number).arg(typeText(incident.type, hub));
        mark.waiting = incident.state == IncidentState::waiting;
        mark.duplicates = static_cast<int>(incident.duplicates.size());
        auto const* priority = hub.world().codes.priority(incident.priority);
        auto const since = incident.stamp(Stamp::answered);
        if (incident.state == IncidentState::waiting && priority != nullptr && priority->hold_s > 0 && since)
            mark.age_part =
                static_cast<double>((hub.now() - *since).count()) / (1000.0 * static_cast<double>(priority->hold_s));
        marks.push_back(std::move(mark));
    }
    return marks;
}

std::vector<CameraMark> cameraMarks(DeskHub const& hub)
{
    std::vector<CameraMark> cameras;
    for (auto const& [id, camera] : hub.world().cameras) {
        CameraMark mark;
        mark.id = id.packed();
        mark.place = camera.place;
        mark.heading_deg = camera.heading_deg < 0 ? 0 : camera.heading_deg;
        mark.opening_deg = camera.heading_deg < 0 ? 360 : camera.view_deg;
        mark.reach_m = camera.range_m;
        mark.label = QString::fromStdString(camera.code);
        mark.working = camera.working;
        cameras.push_back(std::move(mark));
    }
    return cameras;
}

std::vector<PostMark> postMarks(DeskHub const& hub)
{
    std::vector<PostMark> posts;
    for (auto const& [id, station] : hub.world().stations) {
        auto const* department = station.department ? hub.world().departments.find(*station.department) : nullptr;
        QString const glyph =
            department != nullptr && department->kind == "fire" ? QStringLiteral("fire") : QStringLiteral("police");
        posts.push_back({id.packed(), station.place, glyph, hub.name(station.name)});
    }
    return posts;
}

std::vector<DroneMark> droneMarks(DeskHub const& hub)
{
    std::vector<DroneMark> drones;
    for (auto const& [id, drone] : hub.world().drones) {
        DroneMark mark;
        mark.id = id.packed();
        mark.place = drone.place;
        mark.heading_deg = drone.heading_deg;
        mark.height_m = drone.height_m;
        mark.status = drone.target ? MarkStatus::en_route : MarkStatus::available;
        mark.call_sign = QString::fromStdString(drone.call_sign);
        mark.footprint = footprintOf(drone);
        drones.push_back(std::move(mark));
    }
    return drones;
}

std::vector<AreaMark> gridMarks(DeskHub const& hub)
{
    std::vector<AreaMark> marks;
    for (auto const& [id, grid] : hub.world().grids) {
        AreaMark mark;
        mark.id = id.packed();
        mark.ring = grid.ring;
        QString const name = hub.name(grid.name);
        mark.label = name.isEmpty() ? QString::fromStdString(grid.code) : name;
        if (grid.station) mark.group = grid.station->packed();
        marks.push_back(std::move(mark));
    }
    return marks;
}

std::vector<FenceMark> fenceMarks(DeskHub const& hub)
{
    World const& world = hub.world();
    std::set<FenceId> alarming;
    for (AlertId const id : standing_alarms(world, hub.now()))
        if (auto const* alert = world.alerts.find(id); alert->fence && !alert->acknowledged_at)
            alarming.insert(*alert->fence);
    std::vector<FenceMark> marks;
    for (auto const& [id, fence] : world.fences) {
        FenceMark mark;
        mark.id = id.packed();
        mark.shape = fence.shape;
        if (fence.carrier) {
            auto const* fix = world.fix(*fence.carrier);
            if (fix == nullptr) continue;
            mark.shape.lines = {{fix->place}};
        }
        mark.way = fence.watch.way;
        mark.label = hub.name(fence.name);
        mark.watched = isWatchedNow(fence, hub);
        mark.alarm = alarming.contains(id);
        marks.push_back(std::move(mark));
    }
    return marks;
}

std::vector<RouteMark> routeMarks(DeskHub const& hub)
{
    std::vector<RouteMark> marks;
    for (auto const& [id, unit] : hub.world().units) {
        if (!unit.way) continue;
        bool const responds = unit.way->purpose == WayPurpose::respond && unit.incident;
        bool const chosen = hub.unit() == id || (unit.incident && unit.incident == hub.incident());
        if (!responds && !(hub.unit() == id)) continue;
        RouteMark mark;
        mark.id = id.packed();
        mark.line = rest(*unit.way, hub.now());
        mark.look = chosen ? RouteLook::planned : RouteLook::driven;
        if (chosen && responds)
            mark.label = QStringLiteral("%1 %2").arg(QString::fromStdString(unit.call_sign),
                                                     ageText(unit.way->arrives_at() - hub.now()));
        marks.push_back(std::move(mark));
    }
    return marks;
}

namespace {

/// The way of each from where it is, with its name and how long it takes.
void addWays(PreviewMark& mark, std::vector<UnitId> const& units, IncidentId incident, DeskHub const& hub)
{
    auto const* to = hub.world().incidents.find(incident);
    if (to == nullptr) return;
    for (UnitId const id : units) {
        auto const* unit = hub.world().units.find(id);
        auto const* fix = hub.world().fix(id);
        if (unit == nullptr || fix == nullptr) continue;
        auto const* streets = hub.session().streets();
        auto way = streets != nullptr ? streets->way(fix->place, to->place, unit->mode, hub.now(), WayPurpose::respond,
                                                     hub.world().closures)
                                      : std::nullopt;
        QString name = QString::fromStdString(unit->call_sign);
        if (way) name += QLatin1Char(' ') + etaText(way->duration().count());
        mark.lines.push_back(way ? way->line : std::vector<Place>{fix->place, to->place});
        mark.names.emplace_back(fix->place, name);
    }
}

}  // namespace

PreviewMark previewMark(DeskHub const& hub)
{
    PreviewMark mark;
    auto const incident_place = [&](IncidentId id) -> std::optional<Place> {
        auto const* incident = hub.world().incidents.find(id);
        return incident == nullptr ? std::nullopt : std::optional{incident->place};
    };
    if (hub.preview())
        std::visit(Match{
                       [&](NewCall const& c) { mark.pin = c.where.place, mark.label = typeText(c.type, hub); },
                       [&](MoveIncident const& c) {
                           mark.pin = c.where.place;
                           if (auto const from = incident_place(c.incident))
                               mark.lines.push_back({*from, c.where.place});
                       },
                       [&](SendUnits const& c) { addWays(mark, c.units, c.incident, hub); },
                       [&](SwapUnits const& c) {
                           auto const* out = hub.world().units.find(c.out);
                           if (out != nullptr && out->incident) addWays(mark, {c.in}, *out->incident, hub);
                       },
                       [&](TakeNext const& c) {
                           auto const id = c.unit ? c.unit : free_with_next(hub.world());
                           auto const* unit = id ? hub.world().units.find(*id) : nullptr;
                           if (unit != nullptr && !unit->stack.empty()) addWays(mark, {*id}, unit->stack.front(), hub);
                       },
                       [&](AddHazard const& c) { mark.pin = c.where.place; },
                       [&](SendDrone const& c) { mark.pin = c.target; },
                       [](auto const&) {},
                   },
                   *hub.preview());
    return mark;
}

QString hoverText(MarkKey mark, DeskHub const& hub)
{
    World const& world = hub.world();
    switch (mark.kind) {
        case MarkKind::unit: {
            auto const id = UnitId::unpacked(mark.id);
            auto const* unit = world.units.find(id);
            if (unit == nullptr) return {};
            QString text = QStringLiteral("%1 · %2\n%3 %4")
                               .arg(QString::fromStdString(unit->call_sign), kindText(unit->kind, hub),
                                    statusText(unit->status, hub), ageText(hub.now() - unit->status_since));
            if (auto const* fix = world.fix(id))
                text += QStringLiteral("\n") + QCoreApplication::translate("MapView", "position %1 old, %2 km/h")
                                                   .arg(ageText(hub.now() - fix->at))
                                                   .arg(fix->speed_cm_s * 36 / 1000);
            return text;
        }
        case MarkKind::incident: {
            auto const* incident = world.incidents.find(IncidentId::unpacked(mark.id));
            if (incident == nullptr) return {};
            return QStringLiteral("#%1 P%2 %3\n%4\n%5")
                .arg(incident->number)
                .arg(incident->priority)
                .arg(typeText(incident->type, hub), addressText(*incident, hub), workText(*incident, hub));
        }
        case MarkKind::camera: {
            auto const* camera = world.cameras.find(CameraId::unpacked(mark.id));
            return camera == nullptr
                       ? QString{}
                       : QStringLiteral("%1\n%2").arg(QString::fromStdString(camera->code), hub.name(camera->name));
        }
        case MarkKind::drone: {
            auto const* drone = world.drones.find(DroneId::unpacked(mark.id));
            return drone == nullptr ? QString{}
                                    : QCoreApplication::translate("MapView", "%1 · %2 m high\nbattery %3 %")
                                          .arg(QString::fromStdString(drone->call_sign))
                                          .arg(drone->height_m)
                                          .arg(drone->battery_percent);
        }
        case MarkKind::post: {
            auto const* station = world.stations.find(StationId::unpacked(mark.id));
            return station == nullptr ? QString{} : hub.name(station->name);
        }
        default: return {};
    }
}

}  // namespace cresset::widgets
