#include "widgets/found_list.h"

#include "maps/place_forms.h"
#include "widgets/words.h"

#include <QEvent>
#include <algorithm>
#include <charconv>

namespace cresset::widgets {

namespace {

constexpr std::size_t places_shown = 30;
constexpr int name_role = Qt::UserRole + 1;

struct Near {
    std::int64_t distance_mm;
    QString text;
    Place place;
};

/// What the look asks for within its radius, nearest first.
std::vector<Near> around(Place centre, LookNear const& look, DeskHub const& hub)
{
    std::vector<Near> near;
    auto const consider = [&](Place place, QString const& text) {
        auto const distance = distance_mm(centre, place);
        if (distance <= look.radius_m * 1000) near.push_back({distance, text, place});
    };
    World const& world = hub.world();
    if (look.wants(NearKind::unit))
        for (auto const& [id, unit] : world.units)
            if (auto const* fix = world.fix(id))
                consider(fix->place, QStringLiteral("%1  %2").arg(QString::fromStdString(unit.call_sign),
                                                                  statusText(unit.status, hub)));
    if (look.wants(NearKind::camera))
        for (auto const& [id, camera] : world.cameras)
            consider(camera.place,
                     QStringLiteral("%1  %2").arg(QString::fromStdString(camera.code), hub.name(camera.name)));
    if (look.wants(NearKind::drone))
        for (auto const& [id, drone] : world.drones) consider(drone.place, QString::fromStdString(drone.call_sign));
    std::stable_sort(near.begin(), near.end(),
                     [](Near const& a, Near const& b) { return a.distance_mm < b.distance_mm; });
    return near;
}

}  // namespace

FoundList::FoundList(DeskHub& hub, QWidget* parent) : QListWidget{parent}, hub_{hub}
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideRight);
    connect(this, &QListWidget::itemActivated, this, &FoundList::look);
    connect(this, &QListWidget::itemClicked, this, &FoundList::look);
}

void FoundList::look(QListWidgetItem const* item)
{
    auto const at = parse_place(item->data(Qt::UserRole).toString().toStdString());
    if (!at) return;
    Q_EMIT lookRequested(*at);
    if (QString const name = item->data(name_role).toString(); !name.isEmpty()) Q_EMIT pinWanted(*at, name);
}

void FoundList::add(QString const& text, Place place)
{
    auto* item = new QListWidgetItem{text, this};
    item->setData(Qt::UserRole, QString::fromStdString(to_text(place)));
    item->setToolTip(text.toHtmlEscaped());
}

void FoundList::addPin(QString const& text, QString const& name, Place place)
{
    add(text, place);
    item(count() - 1)->setData(name_role, name);
}

void FoundList::addUnit(std::string const& typed)
{
    auto const unit = find_unit(hub_.world(), typed);
    if (!unit) return;
    if (auto const* fix = hub_.world().fix(*unit))
        add(QString::fromStdString(call_sign(hub_.world(), *unit)), fix->place);
}

std::optional<IncidentId> FoundList::incidentOf(std::string_view typed) const
{
    if (typed.starts_with('#')) typed.remove_prefix(1);
    std::uint32_t number = 0;
    auto const [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), number);
    bool const whole = error == std::errc{} && end == typed.data() + typed.size();
    return whole ? find_incident(hub_.world(), number) : std::nullopt;
}

void FoundList::addIncident(std::string const& typed)
{
    auto const id = incidentOf(typed);
    auto const* incident = id ? hub_.world().incidents.find(*id) : nullptr;
    if (incident == nullptr) return;
    QString const what = QStringLiteral("#%1  %2  %3").arg(incident->number);
    add(what.arg(typeText(incident->type, hub_), addressText(*incident, hub_)), incident->place);
}

void FoundList::addPlaces(std::string const& typed)
{
    std::string const figures = typed.starts_with('@') ? typed.substr(1) : typed;
    auto const exact = maps::place_from_figures(figures);
    if (auto const at = exact ? exact : parse_place(figures)) {
        QString const text = QString::fromStdString(maps::degrees_text(*at));
        return addPin(text, text, *at);
    }
    if (hub_.places() == nullptr) return;
    for (FoundPlace const& found : hub_.places()->find_places(typed, places_shown, hub_.lookingAt())) {
        QString const name = hub_.name(found.name), detail = hub_.name(found.detail);
        addPin(name + (detail.isEmpty() ? QString{} : QStringLiteral("   ·   ") + detail), name, found.place);
    }
}

void FoundList::fill()
{
    clear();
    if (around_) return fillNear(*around_, {});
    auto const* incident = near_ ? hub_.world().incidents.find(near_->incident) : nullptr;
    if (incident != nullptr) fillNear(incident->place, *near_);
    if (near_ || typed_.empty()) return;
    addUnit(typed_);
    addIncident(typed_);
    addPlaces(typed_);
}

void FoundList::fillNear(Place centre, LookNear const& wanted)
{
    for (Near const& one : around(centre, wanted, hub_))
        add(QStringLiteral("%1   %2").arg(distanceText(one.distance_mm), one.text), one.place);
}

void FoundList::find(QString const& text)
{
    typed_ = text.toStdString();
    near_.reset(), around_.reset();
    if (auto const unit = find_unit(hub_.world(), typed_)) hub_.selectUnit(unit);
    if (auto const incident = incidentOf(typed_)) hub_.selectIncident(incident);
    fill();
    Q_EMIT filled(count() > 0);
    if (count() == 0) return hub_.say(tr("nothing is called \"%1\"").arg(text), false);
    hub_.say(tr("%1 found").arg(count()));
    setCurrentRow(0);
    setFocus();
    look(item(0));
}

void FoundList::findNear(LookNear const& wanted)
{
    near_ = wanted, around_.reset();
    fill();
    Q_EMIT filled(count() > 0);
    hub_.say(tr("%1 within %2 m").arg(count()).arg(wanted.radius_m));
}

void FoundList::findAround(Place place, QString const& name)
{
    near_.reset(), around_ = place;
    fill();
    Q_EMIT filled(count() > 0);
    hub_.say(tr("%1 within %2 m of %3").arg(count()).arg(LookNear{}.radius_m).arg(name));
}

void FoundList::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) fill();
    QListWidget::changeEvent(event);
}

}  // namespace cresset::widgets
