#include "widgets/incident_queue.h"

#include "widgets/words.h"

#include <QEvent>
#include <QVBoxLayout>
#include <algorithm>
#include <tuple>

namespace cresset::widgets {

IncidentModel::IncidentModel(DeskHub& hub, QObject* parent) : SortedRows{parent}, hub_{hub}
{
    refresh();
}

std::vector<IncidentId> IncidentModel::ordered() const
{
    std::vector<IncidentId> open;
    for (auto const& [id, incident] : hub_.world().incidents)
        if (incident.open() && !incident.duplicate_of) open.push_back(id);
    auto const key = [&](IncidentId id) {
        auto const& incident = *hub_.world().incidents.find(id);
        return std::tuple{incident.priority, incident.state != IncidentState::waiting, incident.number};
    };
    std::stable_sort(open.begin(), open.end(), [&](IncidentId a, IncidentId b) { return key(a) < key(b); });
    return open;
}

RowLook IncidentModel::look(int row) const
{
    RowLook look;
    auto const id = at(row);
    auto const* incident = id ? hub_.world().incidents.find(*id) : nullptr;
    if (incident == nullptr) return look;
    look.priority = incident->priority;
    look.title = QStringLiteral("%1  %2").arg(typeText(incident->type, hub_)).arg(addressText(*incident, hub_));
    Instant const since = incident->stamp(Stamp::answered).value_or(hub_.now());
    look.right = ageText(hub_.now() - since);
    QString const work = workText(*incident, hub_);
    QString waits;
    for (UnitId const unit : hub_.waitedFor(*id))
        waits += tr(" · next for %1").arg(QString::fromStdString(call_sign(hub_.world(), unit)));
    look.subtitle = QStringLiteral("#%1 · %2%3").arg(incident->number).arg(work, waits);
    if (!incident->duplicates.empty()) look.right_below = QStringLiteral("+%1").arg(incident->duplicates.size());
    auto const* priority = hub_.world().codes.priority(incident->priority);
    if (incident->state == IncidentState::waiting && priority != nullptr && priority->hold_s > 0)
        look.bar = static_cast<double>((hub_.now() - since).count()) / (1000.0 * static_cast<double>(priority->hold_s));
    look.spoken = tr("incident %1, priority %2, %3, %4, %5")
                      .arg(incident->number)
                      .arg(incident->priority)
                      .arg(typeText(incident->type, hub_), addressText(*incident, hub_), work);
    return look;
}

IncidentQueue::IncidentQueue(DeskHub& hub, QWidget* parent)
    : QWidget{parent}, hub_{hub}, model_{hub}, view_{&model_, true, this}
{
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(&view_);
    setFocusProxy(&view_);
    view_.takeUnits();
    connect(&view_, &RowView::unitDropped, this, [this](UnitId unit, int row) {
        if (auto const incident = model_.at(row)) hub_.bringTogether(unit, *incident);
    });
    retranslate();
    connect(view_.selectionModel(), &QItemSelectionModel::currentChanged, this, [this](QModelIndex const& current) {
        if (auto const id = model_.at(current.row())) hub_.selectIncident(id);
    });
    connect(&view_, &QListView::activated, this, [this](QModelIndex const& index) {
        if (auto const id = model_.at(index.row())) Q_EMIT activated(*id);
    });
    connect(&view_, &QWidget::customContextMenuRequested, this, [this](QPoint at) {
        if (auto const id = model_.at(view_.indexAt(at).row()))
            Q_EMIT menuRequested(*id, view_.viewport()->mapToGlobal(at));
    });
    connect(&hub_, &DeskHub::selectionChanged, this, &IncidentQueue::markSelected);
    connect(&hub_, &DeskHub::changed, this, [this](DeskChanges const& changes) {
        if (changes.everything || !changes.incidents.empty() || !changes.units.empty()) refresh();
    });
}

void IncidentQueue::markSelected()
{
    int const row = hub_.incident() ? model_.rowOf(*hub_.incident()) : -1;
    if (row != view_.currentRow()) view_.setCurrentIndex(row < 0 ? QModelIndex{} : model_.index(row));
}

void IncidentQueue::refresh()
{
    model_.refresh();
    markSelected();  // it may have been selected before its row was there
}

void IncidentQueue::selectNextWaiting()
{
    int const count = model_.rowCount();
    int const from = hub_.incident() ? model_.rowOf(*hub_.incident()) : -1;
    for (int i = 1; i <= count; ++i) {
        auto const id = model_.at((from + i) % count);
        auto const* incident = id ? hub_.world().incidents.find(*id) : nullptr;
        if (incident == nullptr || incident->state != IncidentState::waiting) continue;
        hub_.selectIncident(id);
        return;
    }
    hub_.say(tr("no incident waits for a unit"));
}

void IncidentQueue::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void IncidentQueue::retranslate()
{
    view_.setAccessibleName(tr("Incidents"));
    view_.setEmptyText(tr("No incident is open.\nTake a call with F2."));
    model_.refresh();
}

}  // namespace cresset::widgets
