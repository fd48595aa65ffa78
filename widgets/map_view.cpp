#include "widgets/map_view.h"

#include "core/base/match.h"
#include "widgets/row_view.h"
#include "widgets/words.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QEvent>
#include <QMimeData>
#include <QVBoxLayout>

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

std::vector<Place> rest(Way const& way, Instant now)
{
    std::vector<Place> line{point_on(way, now).place};
    std::int64_t const since = (now - way.leaves_at).count();
    for (std::size_t i = 0; i < way.line.size() && i < way.at_ms.size(); ++i)
        if (std::int64_t{way.at_ms[i]} > since) line.push_back(way.line[i]);
    return line;
}

}  // namespace

MapView::MapView(DeskHub& hub, Theme const& theme, QWidget* parent)
    : QWidget{parent}, hub_{hub}, theme_{theme}, canvas_{theme, this}, exercise_{this}, card_{this}
{
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(&canvas_);
    for (MapLayer* layer :
         std::initializer_list<MapLayer*>{&posts_, &cameras_, &routes_, &drones_, &incidents_, &units_, &preview_})
        canvas_.addLayer(layer);
    exercise_.setObjectName(QStringLiteral("exerciseMark"));
    exercise_.setAttribute(Qt::WA_TransparentForMouseEvents);
    card_.setObjectName(QStringLiteral("hoverCard"));
    card_.setTextFormat(Qt::PlainText);
    card_.setAttribute(Qt::WA_TransparentForMouseEvents);
    card_.hide();
    setFocusProxy(&canvas_);
    setAcceptDrops(true);
    connect(&canvas_, &MapCanvas::selectionChanged, this, &MapView::takeSelection);
    connect(&canvas_, &MapCanvas::hovered, this, &MapView::hover);
    connect(&canvas_, &MapCanvas::dropped, this, &MapView::drop);
    connect(&canvas_, &MapCanvas::menuRequested, this, &MapView::menuRequested);
    connect(&canvas_, &MapCanvas::viewChanged, this, [this] { hub_.setLookingAt(canvas_.view().centre()); });
    connect(&canvas_, &MapCanvas::cursorMoved, this, [this](Place place) {
        Q_EMIT cursorMoved(QStringLiteral("%1, %2").arg(place.lat(), 0, 'f', 5).arg(place.lon(), 0, 'f', 5));
    });
    connect(&hub_, &DeskHub::selectionChanged, this, [this] {
        fillRoutes();
        showSelection();
    });
    connect(&hub_, &DeskHub::previewChanged, this, &MapView::fillPreview);
    connect(&hub_, &DeskHub::changed, this, [this](DeskChanges const& changes) {
        if (changes.everything || changes.sites) fillSites();
        if (changes.everything || changes.positions || !changes.units.empty()) fillUnits(), fillRoutes();
        if (changes.everything || !changes.incidents.empty()) fillIncidents();
        canvas_.layersChanged();
    });
    refresh();
    changeEvent(nullptr);
}

MapView::~MapView()
{
    for (MapLayer* layer : std::vector<MapLayer*>{canvas_.layers()}) canvas_.removeLayer(layer);
}

void MapView::setTheme(Theme const& theme)
{
    theme_ = theme;
    canvas_.setTheme(theme);
}

void MapView::refresh()
{
    fillSites();
    fillUnits();
    fillIncidents();
    fillRoutes();
    canvas_.layersChanged();
}

void MapView::fillUnits()
{
    std::vector<UnitMark> marks;
    Duration const stale{hub_.world().codes.limits.fix_stale_s * 1000};
    for (auto const& [id, unit] : hub_.world().units) {
        auto const* fix = hub_.world().fix(id);
        if (fix == nullptr || !unit.signed_on) continue;
        UnitMark mark;
        mark.id = id.packed();
        mark.place = fix->place;
        if (fix->speed_cm_s > 50 && fix->course_deg < 360) mark.heading_deg = fix->course_deg;
        mark.status = markStatus(unit);
        mark.glyph = glyphOf(unit);
        mark.call_sign = QString::fromStdString(unit.call_sign);
        Duration const age = hub_.now() - fix->at;
        mark.stale = age > stale;
        if (mark.stale) mark.age = ageText(age);
        marks.push_back(std::move(mark));
    }
    units_.setMarks(std::move(marks));
}

void MapView::fillIncidents()
{
    std::vector<IncidentMark> marks;
    for (auto const& [id, incident] : hub_.world().incidents) {
        if (!incident.open() || incident.duplicate_of) continue;
        IncidentMark mark;
        mark.id = id.packed();
        mark.place = incident.place;
        mark.priority = incident.priority;
        mark.label = QStringLiteral("#%1 %2").arg(incident.number).arg(typeText(incident.type, hub_));
        mark.duplicates = static_cast<int>(incident.duplicates.size());
        auto const* priority = hub_.world().codes.priority(incident.priority);
        auto const since = incident.stamp(Stamp::answered);
        if (incident.state == IncidentState::waiting && priority != nullptr && priority->hold_s > 0 && since)
            mark.age_part =
                static_cast<double>((hub_.now() - *since).count()) / (1000.0 * static_cast<double>(priority->hold_s));
        marks.push_back(std::move(mark));
    }
    incidents_.setMarks(std::move(marks));
}

void MapView::fillSites()
{
    std::vector<CameraMark> cameras;
    for (auto const& [id, camera] : hub_.world().cameras) {
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
    cameras_.setMarks(std::move(cameras));
    std::vector<PostMark> posts;
    for (auto const& [id, station] : hub_.world().stations) {
        auto const* department = station.department ? hub_.world().departments.find(*station.department) : nullptr;
        QString const glyph =
            department != nullptr && department->kind == "fire" ? QStringLiteral("fire") : QStringLiteral("police");
        posts.push_back({id.packed(), station.place, glyph, hub_.name(station.name)});
    }
    posts_.setMarks(std::move(posts));
    std::vector<DroneMark> drones;
    for (auto const& [id, drone] : hub_.world().drones) {
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
    drones_.setMarks(std::move(drones));
}

void MapView::fillRoutes()
{
    std::vector<RouteMark> marks;
    for (auto const& [id, unit] : hub_.world().units) {
        if (!unit.way) continue;
        bool const responds = unit.way->purpose == WayPurpose::respond && unit.incident;
        bool const chosen = hub_.unit() == id || (unit.incident && unit.incident == hub_.incident());
        if (!responds && !(hub_.unit() == id)) continue;
        RouteMark mark;
        mark.id = id.packed();
        mark.line = rest(*unit.way, hub_.now());
        mark.look = chosen ? RouteLook::planned : RouteLook::driven;
        if (chosen && responds)
            mark.label = QStringLiteral("%1 %2").arg(QString::fromStdString(unit.call_sign),
                                                     ageText(unit.way->arrives_at() - hub_.now()));
        marks.push_back(std::move(mark));
    }
    routes_.setMarks(std::move(marks));
    canvas_.layersChanged();
}

void MapView::fillPreview()
{
    PreviewMark mark;
    auto const incident_place = [&](IncidentId id) -> std::optional<Place> {
        auto const* incident = hub_.world().incidents.find(id);
        return incident == nullptr ? std::nullopt : std::optional{incident->place};
    };
    if (hub_.preview())
        std::visit(Match{
                       [&](NewCall const& c) { mark.pin = c.where.place, mark.label = typeText(c.type, hub_); },
                       [&](MoveIncident const& c) {
                           mark.pin = c.where.place;
                           if (auto const from = incident_place(c.incident))
                               mark.lines.push_back({*from, c.where.place});
                       },
                       [&](SendUnits const& c) {
                           auto const to = incident_place(c.incident);
                           for (UnitId const id : c.units) {
                               auto const* unit = hub_.world().units.find(id);
                               auto const* fix = hub_.world().fix(id);
                               if (!to || unit == nullptr || fix == nullptr) continue;
                               auto const* streets = hub_.session().streets();
                               auto way = streets != nullptr ? streets->way(fix->place, *to, unit->mode, hub_.now(),
                                                                            WayPurpose::respond)
                                                             : std::nullopt;
                               if (way)
                                   mark.lines.push_back(way->line), mark.label = etaText(way->duration().count());
                               else
                                   mark.lines.push_back({fix->place, *to});
                           }
                       },
                       [&](AddHazard const& c) { mark.pin = c.where.place; },
                       [&](SendDrone const& c) { mark.pin = c.target; },
                       [](auto const&) {},
                   },
                   *hub_.preview());
    preview_.setMark(std::move(mark));
    canvas_.layersChanged();
}

void MapView::showSelection()
{
    std::vector<MarkKey> selection;
    if (hub_.incident()) selection.push_back({MarkKind::incident, hub_.incident()->packed()});
    if (hub_.unit()) selection.push_back({MarkKind::unit, hub_.unit()->packed()});
    canvas_.setSelection(std::move(selection));
}

void MapView::takeSelection(std::vector<MarkKey> const& selection)
{
    for (MarkKey const& key : selection) {
        if (key.kind == MarkKind::incident) hub_.selectIncident(IncidentId::unpacked(key.id));
        if (key.kind == MarkKind::unit) hub_.selectUnit(UnitId::unpacked(key.id));
    }
    if (selection.empty()) hub_.selectUnit({});
    showSelection();
}

QString MapView::hoverText(MarkKey mark) const
{
    World const& world = hub_.world();
    switch (mark.kind) {
        case MarkKind::unit: {
            auto const id = UnitId::unpacked(mark.id);
            auto const* unit = world.units.find(id);
            if (unit == nullptr) return {};
            QString text = QStringLiteral("%1 · %2\n%3 %4")
                               .arg(QString::fromStdString(unit->call_sign), kindText(unit->kind, hub_),
                                    statusText(unit->status, hub_), ageText(hub_.now() - unit->status_since));
            if (auto const* fix = world.fix(id))
                text +=
                    QStringLiteral("\n") +
                    tr("position %1 old, %2 km/h").arg(ageText(hub_.now() - fix->at)).arg(fix->speed_cm_s * 36 / 1000);
            return text;
        }
        case MarkKind::incident: {
            auto const* incident = world.incidents.find(IncidentId::unpacked(mark.id));
            if (incident == nullptr) return {};
            return QStringLiteral("#%1 P%2 %3\n%4\n%5")
                .arg(incident->number)
                .arg(incident->priority)
                .arg(typeText(incident->type, hub_), addressText(*incident, hub_), stateText(incident->state));
        }
        case MarkKind::camera: {
            auto const* camera = world.cameras.find(CameraId::unpacked(mark.id));
            return camera == nullptr
                       ? QString{}
                       : QStringLiteral("%1\n%2").arg(QString::fromStdString(camera->code), hub_.name(camera->name));
        }
        case MarkKind::drone: {
            auto const* drone = world.drones.find(DroneId::unpacked(mark.id));
            return drone == nullptr ? QString{}
                                    : tr("%1 · %2 m high\nbattery %3 %")
                                          .arg(QString::fromStdString(drone->call_sign))
                                          .arg(drone->height_m)
                                          .arg(drone->battery_percent);
        }
        case MarkKind::post: {
            auto const* station = world.stations.find(StationId::unpacked(mark.id));
            return station == nullptr ? QString{} : hub_.name(station->name);
        }
        default: return {};
    }
}

void MapView::hover(MarkKey mark, QPoint global)
{
    QString const text = hoverText(mark);
    card_.setVisible(!text.isEmpty());
    if (text.isEmpty()) return;
    card_.setText(text);
    card_.adjustSize();
    QPoint at = mapFromGlobal(global) + QPoint{16, 16};
    at.setX(std::min(at.x(), width() - card_.width() - 8));
    at.setY(std::min(at.y(), height() - card_.height() - 8));
    card_.move(at);
    card_.raise();
}

void MapView::drop(MarkKey mark, MarkKey onto, Place place)
{
    if (mark.kind == MarkKind::unit && onto.kind == MarkKind::incident)
        return void(hub_.act(SendUnits{{UnitId::unpacked(mark.id)}, IncidentId::unpacked(onto.id), {}}));
    if (mark.kind == MarkKind::unit) return hub_.say(tr("drop the unit on an incident to send it there"), false);
    if (mark.kind == MarkKind::drone && onto.kind == MarkKind::incident)
        return void(hub_.act(SendDrone{DroneId::unpacked(mark.id), IncidentId::unpacked(onto.id), {}}));
    if (mark.kind == MarkKind::drone) hub_.act(SendDrone{DroneId::unpacked(mark.id), {}, place});
}

void MapView::dragEnterEvent(QDragEnterEvent* event)
{
    if (draggedUnit(*event->mimeData())) event->acceptProposedAction();
}

void MapView::dropEvent(QDropEvent* event)
{
    auto const unit = draggedUnit(*event->mimeData());
    if (!unit) return;
    event->acceptProposedAction();
    QPointF const at = event->position() * devicePixelRatioF();
    MarkKey onto;
    for (Hit const& hit : canvas_.marksAt(at))
        if (hit.key.kind == MarkKind::incident && onto.kind == MarkKind::none) onto = hit.key;
    drop({MarkKind::unit, unit->packed()}, onto, canvas_.view().placeAt(at));
}

void MapView::lookAt(Place place, double zoom)
{
    canvas_.setView(place, zoom);
}

void MapView::fit()
{
    canvas_.fit();
}

void MapView::changeEvent(QEvent* event)
{
    if (event == nullptr || event->type() == QEvent::LanguageChange) {
        exercise_.setText(tr("EXERCISE"));
        exercise_.setVisible(hub_.world().shift.exercise);
        canvas_.setNames(hub_.chinese() ? NameChoice::chinese : NameChoice::latin);
        canvas_.setAccessibleName(tr("Map"));
        placeExerciseMark();
        if (event != nullptr) refresh();
    }
    if (event != nullptr) QWidget::changeEvent(event);
}

void MapView::placeExerciseMark()
{
    exercise_.adjustSize();
    exercise_.move((width() - exercise_.width()) / 2, 10);
}

void MapView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeExerciseMark();
}

}  // namespace cresset::widgets
