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
    if (typed_.empty()) return;
    addUnit(typed_);
    addIncident(typed_);
    addPlaces(typed_);
}

void FoundList::find(QString const& text)
{
    typed_ = text.toStdString();
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

void FoundList::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) fill();
    QListWidget::changeEvent(event);
}

}  // namespace cresset::widgets
