#include "widgets/map_view.h"

#include "core/base/check.h"
#include "core/base/time_zone.h"
#include "maps/place_forms.h"
#include "widgets/map_access.h"
#include "widgets/row_view.h"
#include "widgets/words.h"
#include "widgets/world_marks.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QVBoxLayout>
#include <algorithm>

namespace cresset::widgets {

namespace {

void makeOverlay(QLabel& label, char const* name)
{
    label.setObjectName(QString::fromLatin1(name));
    label.setTextFormat(Qt::PlainText);
    label.setAttribute(Qt::WA_TransparentForMouseEvents);
    label.hide();
}

constexpr int rest_ms = 350;
constexpr int pulse_ms = 250;  // wide and drawn in: twice a second, well below what harms

Theme dayTheme()
{
    auto day = Theme::load("day");
    CRESSET_CHECK(day);  // shipped with the program
    return *std::move(day);
}

}  // namespace

MapView::MapView(DeskHub& hub, Theme const& theme, QWidget* parent)
    : QWidget{parent},
      hub_{hub},
      theme_{theme},
      day_{dayTheme()},
      canvas_{theme, this},
      exercise_{this},
      card_{this},
      place_{this},
      note_{this},
      tools_{this},
      arrows_{theme_, *this}
{
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(&canvas_);
    makeOverlay(exercise_, "exerciseMark");
    makeOverlay(card_, "hoverCard");
    makeOverlay(place_, "cursorPlace");
    makeOverlay(note_, "mapNote");
    setFocusProxy(&canvas_);
    setAcceptDrops(true);
    canvas_.installEventFilter(this);
    canvas_.setMarkText([this](MarkKey mark) { return markText(mark); });
    installMapAccess(canvas_);
    connectCanvas();
    connectHub();
    connect(&arrows_, &DistressArrows::clicked, this, &MapView::lookAtUnit);
    pulse_.setInterval(pulse_ms);
    connect(&pulse_, &QTimer::timeout, this, &MapView::pulse);
    setLayers(states_);
    changeEvent(nullptr);
}

void MapView::connectCanvas()
{
    connect(&canvas_, &MapCanvas::selectionChanged, this, &MapView::takeSelection);
    connect(&canvas_, &MapCanvas::hovered, this, &MapView::hover);
    connect(&canvas_, &MapCanvas::dropped, this, &MapView::drop);
    connect(&canvas_, &MapCanvas::menuRequested, this, &MapView::menuRequested);
    connect(&canvas_, &MapCanvas::viewChanged, this, [this] {
        hub_.setLookingAt(canvas_.view().centre());
        placeArrows();
    });
    connect(&canvas_, &MapCanvas::movedByHand, this, [this] { follow({}); });
    connect(&canvas_, &MapCanvas::cursorMoved, this, [this](Place place) {
        showPlace(place);
        if (file_mark_.kind == MarkKind::none) return;
        file_at_ = canvas_.mapToGlobal((canvas_.view().toScreen(place) / canvas_.view().dpr()).toPoint());
        card_.hide();
        mouse_rests_.start();
    });
    mouse_rests_.setSingleShot(true);
    mouse_rests_.setInterval(rest_ms);
    connect(&mouse_rests_, &QTimer::timeout, this, [this] { showCard(fileText(file_mark_), file_at_); });
    connect(&canvas_, &MapCanvas::cursorLeft, this, [this] { showPlace({}); });
    connect(&canvas_, &MapCanvas::pointSet, this, [this](Place place) {
        if (isDrawing()) return void(Q_EMIT pointDrawn(place));
        measure_.add(place);
        showNote();
        canvas_.layersChanged();
    });
    connect(&canvas_, &MapCanvas::measured, this, [this] { isDrawing() ? Q_EMIT drawingDone() : endMeasure(); });
    connect(&canvas_, &MapCanvas::drawingLeft, this, &MapView::drawingLeft);
    connect(&canvas_, &MapCanvas::pulling, this, [this](MarkKey mark, Place place) {
        if (mark.kind == MarkKind::handle) Q_EMIT handlePulled(mark, place);
    });
    connect(&tools_, &MapTools::fitClicked, this, [this] {
        follow({});
        fit();
    });
    connect(&tools_, &MapTools::zoomClicked, &canvas_, &MapCanvas::zoomAtMiddle);
    connect(&tools_, &MapTools::layersClicked, this, &MapView::layersWanted);
    connect(&tools_, &MapTools::measureClicked, this, &MapView::measure);
}

void MapView::connectHub()
{
    connect(&hub_, &DeskHub::selectionChanged, this, [this] {
        fillUnits();
        fillRoutes();
        showSelection();
    });
    connect(&hub_, &DeskHub::previewChanged, this, [this] {
        preview_.setMark(previewMark(hub_));
        canvas_.layersChanged();
    });
    connect(&hub_, &DeskHub::changed, this, [this](DeskChanges const& changes) {
        if (changes.everything || changes.sites) fillSites();
        bool const units = changes.positions || changes.alerts || !changes.units.empty();
        if (changes.everything || units) fillUnits(), fillRoutes();
        if (changes.everything || !changes.incidents.empty()) fillIncidents();
        if (changes.positions) keepUp();
        canvas_.layersChanged();
    });
}

MapView::~MapView()
{
    for (MapLayer* layer : std::vector<MapLayer*>{canvas_.layers()}) canvas_.removeLayer(layer);
}

void MapView::setTheme(Theme const& theme)
{
    theme_ = theme;
    canvas_.setTheme(theme);
    placeArrows();
}

void MapView::refresh()
{
    fillSites();
    fillUnits();
    fillIncidents();
    fillRoutes();
    canvas_.layersChanged();
}

bool MapView::hides(char const* layer, QString const& row) const
{
    auto const state = std::ranges::find(states_, QString::fromLatin1(layer), &LayerState::key);
    return state != states_.end() && state->hidden.contains(row);
}

/// What is in hand is shown, whatever is filtered out.
void MapView::fillUnits()
{
    auto marks = unitMarks(hub_);
    tails_.take(marks, hub_.now());
    std::uint64_t const in_hand = hub_.unit() ? hub_.unit()->packed() : 0;
    std::erase_if(marks, [&](UnitMark const& mark) {
        return mark.status != MarkStatus::distress && mark.id != in_hand &&
               hides("units", QString::fromLatin1(nameOf(mark.status).data()));
    });
    units_.setClusters(!hides("units", QStringLiteral("clusters")));
    if (!hides("units", QStringLiteral("tails")))
        for (auto& mark : marks)
            if (mark.status == MarkStatus::on_scene || mark.id == in_hand) mark.tail = tails_.of(mark);
    units_.setMarks(std::move(marks));
    showFrames();
    placeArrows();
}

/// Who calls for help has a frame that pulses until somebody has answered.
void MapView::showFrames()
{
    bool const pulses = std::ranges::any_of(
        units_.marks(), [](UnitMark const& mark) { return mark.status == MarkStatus::distress && !mark.answered; });
    if (pulses == pulse_.isActive()) return;
    if (pulses) return pulse_.start();
    pulse_.stop();
    units_.setWideFrames(wide_frames_ = true);
}

void MapView::pulse()
{
    units_.setWideFrames(wide_frames_ = !wide_frames_);
    canvas_.layersChanged();
}

/// Who calls for help and is not in the picture: at its edges, clear of the tools, the exercise's mark and the makers
/// of the map.
void MapView::placeArrows()
{
    Viewport const& view = canvas_.view();
    if (view.size().isEmpty()) return;
    std::vector<DistressArrows::Caller> callers;
    for (UnitMark const& mark : units_.marks()) {
        QPointF const at = view.toScreen(mark.place);
        if (mark.status != MarkStatus::distress || QRectF{{}, view.size()}.contains(at)) continue;
        callers.push_back({UnitId::unpacked(mark.id), mark.call_sign, at / view.dpr()});
    }
    int const top = exercise_.isHidden() ? 8 : exercise_.geometry().bottom() + 8;
    arrows_.show(callers, rect().adjusted(8, top, -16 - tools_.width(), -28));
}

void MapView::lookAtUnit(UnitId unit)
{
    auto const* fix = hub_.world().fix(unit);
    if (fix == nullptr) return;
    follow({});
    lookAt(fix->place);
    hub_.selectUnit(unit);
}

void MapView::fillIncidents()
{
    auto marks = incidentMarks(hub_);
    std::uint64_t const in_hand = hub_.incident() ? hub_.incident()->packed() : 0;
    std::erase_if(marks, [&](IncidentMark const& mark) {
        return mark.priority != 1 && mark.id != in_hand && hides("incidents", QStringLiteral("p%1").arg(mark.priority));
    });
    incidents_.setMarks(std::move(marks));
}

void MapView::fillSites()
{
    auto cameras = cameraMarks(hub_);
    std::erase_if(cameras, [&](CameraMark const& mark) {
        return hides("cameras", mark.working ? QStringLiteral("working") : QStringLiteral("broken"));
    });
    cameras_.setMarks(std::move(cameras));
    auto posts = postMarks(hub_);
    std::erase_if(posts, [&](PostMark const& mark) { return hides("stations", mark.glyph); });
    posts_.setMarks(std::move(posts));
    drones_.setMarks(droneMarks(hub_));
    grids_.setMarks(gridMarks(hub_));
}

void MapView::fillRoutes()
{
    routes_.setMarks(routeMarks(hub_));
    canvas_.layersChanged();
}

MapSheet MapView::sheet() const
{
    World const& world = hub_.world();
    MapSheet sheet;
    sheet.picture.map = canvas_.baseMap();
    sheet.picture.style = *MapStyle::load(day_);
    sheet.picture.theme = &day_;
    sheet.picture.view = canvas_.view();
    sheet.picture.names = canvas_.names();
    sheet.picture.layers = canvas_.layers();
    sheet.title = hub_.name(world.shift.city);
    sheet.line = QString::fromStdString(date_clock_text(hub_.now(), world.shift.time_zone) + " " +
                                        offset_text(hub_.now(), world.shift.time_zone));
    if (world.shift.exercise) sheet.exercise = tr("EXERCISE");
    return sheet;
}

QImage MapView::picture()
{
    tools_.hide();
    canvas_.setFocusFrame(false);
    QImage const shown = grab().toImage();
    canvas_.setFocusFrame(true);
    tools_.show();
    return shown;
}

void MapView::setFiles(FileLayers const& files)
{
    files_ = &files;
    connect(&files, &FileLayers::arrived, &canvas_, &MapCanvas::layersChanged);
}

MapLayer* MapView::layerOf(QString const& key)
{
    if (auto* file = files_ == nullptr ? nullptr : files_->layer(key)) return file;
    for (auto const& [own, layer] : of_tools_)
        if (own == key) return layer;
    if (key == QStringLiteral("units")) return &units_;
    if (key == QStringLiteral("incidents")) return &incidents_;
    if (key == QStringLiteral("drones")) return &drones_;
    if (key == QStringLiteral("routes")) return &routes_;
    if (key == QStringLiteral("cameras")) return &cameras_;
    if (key == QStringLiteral("stations")) return &posts_;
    if (key == QStringLiteral("grids")) return &grids_;
    return nullptr;
}

void MapView::setLayers(LayerStates const& states)
{
    states_ = states;
    std::vector<MapLayer*> order{&measure_, &preview_};
    order.insert(order.end(), over_.begin(), over_.end());
    order.insert(order.end(), {&risen_, &found_});
    for (LayerState const& state : states_)
        if (auto* layer = layerOf(state.key)) {
            layer->setVisible(state.shown);
            layer->setOpacity(state.opacity * 256 / 100);
            order.push_back(layer);
            if (layer == &units_) clusters_.setVisible(state.shown), clusters_.setOpacity(layer->opacity());
            if (layer == &incidents_) order.push_back(&clusters_);
        }
    order.insert(order.end(), under_.begin(), under_.end());
    std::ranges::reverse(order);
    canvas_.setLayers(std::move(order));
    refresh();
}

void MapView::addOverlay(MapLayer* layer, bool under)
{
    auto& list = under ? under_ : over_;
    list.insert(list.begin(), layer);
    setLayers(LayerStates{states_});
}

void MapView::addLayer(QString const& key, MapLayer* layer)
{
    of_tools_.emplace_back(key, layer);
    setLayers(LayerStates{states_});
}

void MapView::removeOverlay(MapLayer* layer)
{
    std::erase(over_, layer);
    std::erase(under_, layer);
    std::erase_if(of_tools_, [&](auto const& row) { return row.second == layer; });
    setLayers(LayerStates{states_});
}

void MapView::beginDrawing(QString const& note)
{
    if (canvas_.tool() == MapTool::measure) endMeasure();
    drawing_note_ = note;
    canvas_.setTool(MapTool::draw);
    canvas_.setFocus();
    showNote();
}

void MapView::endDrawing()
{
    if (!isDrawing()) return;
    canvas_.setTool(MapTool::hand);
    showNote();
}

void MapView::setNames(int choice)
{
    names_ = choice;
    applyNames();
}

void MapView::applyNames()
{
    NameChoice const own = hub_.chinese() ? NameChoice::chinese : NameChoice::latin;
    canvas_.setNames(names_ < 0 || names_ > 2 ? own : static_cast<NameChoice>(names_));
}

void MapView::markFound(Place place, QString const& name)
{
    PreviewMark mark;
    mark.pin = place;
    mark.label = name;
    found_.setMark(std::move(mark));
    has_pin_ = true;
    canvas_.layersChanged();
}

void MapView::clearFound()
{
    found_.clear();
    has_pin_ = false;
    canvas_.layersChanged();
}

void MapView::follow(std::optional<UnitId> unit)
{
    if (following_ == unit) return;
    following_ = unit;
    showNote();
    keepUp();
}

/// The unit that is followed stays in the middle; one without a place is waited for.
void MapView::keepUp()
{
    auto const* fix = following_ ? hub_.world().fix(*following_) : nullptr;
    if (fix != nullptr) canvas_.setView(fix->place, canvas_.view().zoom());
}

void MapView::measure()
{
    if (canvas_.tool() == MapTool::measure) return endMeasure();
    if (isDrawing()) return;
    measure_.clear();
    canvas_.setTool(MapTool::measure);
    tools_.setMeasuring(true);
    canvas_.setFocus();
    showNote();
    canvas_.layersChanged();
}

/// The figure stays in the answer line; the drawing goes.
void MapView::endMeasure()
{
    if (QString const summary = measure_.summary(); !summary.isEmpty()) hub_.say(tr("measured: %1").arg(summary));
    measure_.clear();
    canvas_.setTool(MapTool::hand);
    tools_.setMeasuring(false);
    showNote();
    canvas_.layersChanged();
}

void MapView::showNote()
{
    QString text;
    if (following_)
        text = tr("Following %1 · Esc ends").arg(QString::fromStdString(call_sign(hub_.world(), *following_)));
    if (canvas_.tool() == MapTool::measure)
        text = measure_.points().empty() ? tr("Measuring: click on the map")
                                         : tr("Measuring: click on, double click or Esc ends");
    if (isDrawing()) text = drawing_note_;
    note_.setText(text);
    note_.setVisible(!text.isEmpty());
    placeOverlays();
}

void MapView::showPlace(std::optional<Place> place)
{
    if (canvas_.tool() == MapTool::measure) {
        measure_.setCursor(place);
        canvas_.layersChanged();
    }
    place_.setVisible(place.has_value());
    if (!place) return;
    QStringList forms{QString::fromStdString(maps::degrees_text(*place))};
    if (auto const utm = maps::utm_text(*place); !utm.empty())
        forms << QStringLiteral("UTM ") + QString::fromStdString(utm)
              << QStringLiteral("MGRS ") + QString::fromStdString(maps::mgrs_text(*place));
    QString const text = forms.join(QStringLiteral("   "));
    bool const fits = place_.fontMetrics().horizontalAdvance(text) + 40 < width();
    place_.setText(fits ? text : forms.front());
    placeOverlays();
}

bool MapView::eventFilter(QObject* watched, QEvent* event)
{
    bool const escape = event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape;
    if (watched == &canvas_ && escape && following_) return follow({}), true;
    if (watched == &canvas_ && escape && has_pin_ && canvas_.tool() == MapTool::hand) return clearFound(), true;
    return QWidget::eventFilter(watched, event);
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
    // A shape of a file is not in anybody's hand: a click on it is one beside the marks.
    bool const none = std::ranges::all_of(selection, [](MarkKey key) { return isGround(key.kind); });
    if (none) hub_.selectUnit({});
    for (MarkKey const& key : selection)
        if (key.kind == MarkKind::fence || key.kind == MarkKind::handle) Q_EMIT groundClicked(key);
    showSelection();
}

/// What the file says of it, as it says it, and which file that is.
QString MapView::fileText(MarkKey mark) const
{
    if (files_ == nullptr) return {};
    for (FileRow const& row : files_->rows())
        if (auto text = files_->layer(row.key)->textOf(mark)) return (*text << row.name()).join(QLatin1Char('\n'));
    return {};
}

QString MapView::clusterText(MarkKey mark) const
{
    constexpr qsizetype most = 24;
    QStringList names = membersOf(mark);
    QString text = tr("%1 units: click to come closer").arg(names.size());
    bool const cut = names.size() > most;
    if (cut) names.resize(most);
    for (qsizetype i = 0; i < names.size(); i += 6) text += QLatin1Char('\n') + names.mid(i, 6).join(QLatin1Char(' '));
    return cut ? text + QStringLiteral(" …") : text;
}

QString MapView::markText(MarkKey mark) const
{
    for (auto const& text : texts_)
        if (QString const said = text(mark); !said.isEmpty()) return said;
    return mark.kind == MarkKind::cluster ? clusterText(mark) : hoverText(mark, hub_);
}

void MapView::hover(MarkKey mark, QPoint global)
{
    file_mark_ = mark.kind == MarkKind::file ? mark : MarkKey{};
    file_at_ = global;
    mouse_rests_.stop();
    card_.hide();
    if (mark.kind == MarkKind::file) return mouse_rests_.start();
    showCard(markText(mark), global);
}

void MapView::showCard(QString const& text, QPoint global)
{
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
    if (mark.kind == MarkKind::handle) return void(Q_EMIT handleDropped(mark, place));
    if (mark.kind == MarkKind::unit && onto.kind == MarkKind::incident)
        return hub_.bringTogether(UnitId::unpacked(mark.id), IncidentId::unpacked(onto.id));
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
        applyNames();
        canvas_.setAccessibleName(tr("Map"));
        showNote();
        if (event != nullptr) refresh();
    }
    if (event != nullptr) QWidget::changeEvent(event);
}

/// The exercise's mark at the top in the middle and the note under it; tools at the right; the place above the scale.
void MapView::placeOverlays()
{
    for (QLabel* label : {&exercise_, &note_, &place_}) label->adjustSize();
    exercise_.move((width() - exercise_.width()) / 2, 10);
    note_.move((width() - note_.width()) / 2, exercise_.isHidden() ? 10 : 18 + exercise_.height());
    tools_.adjustSize();
    tools_.move(width() - tools_.width() - 8, 8);
    place_.move(8, height() - place_.height() - 44);
    std::vector<QRect> covered;
    for (QWidget const* overlay : std::initializer_list<QWidget const*>{&exercise_, &tools_})
        if (!overlay->isHidden()) covered.push_back(overlay->geometry());
    canvas_.setCovered(std::move(covered));
    placeArrows();
}

void MapView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeOverlays();
}

}  // namespace cresset::widgets
