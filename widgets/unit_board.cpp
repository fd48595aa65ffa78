#include "widgets/unit_board.h"

#include "widgets/alarm_edges.h"
#include "widgets/unit_look.h"
#include "widgets/words.h"

#include <QEvent>
#include <QVBoxLayout>
#include <algorithm>
#include <string_view>
#include <tuple>

namespace cresset::widgets {

UnitModel::UnitModel(DeskHub& hub, QObject* parent) : SortedRows{parent}, hub_{hub}
{
    refresh();
}

std::vector<UnitId> UnitModel::ordered() const
{
    using Row = std::tuple<bool, bool, Status, std::string_view, UnitId>;
    std::vector<Row> shown;
    for (auto const& [id, unit] : hub_.world().units) {
        if (!unit.signed_on) continue;
        QString const words =
            QStringLiteral("%1 %2 %3")
                .arg(QString::fromStdString(unit.call_sign), kindText(unit.kind, hub_), statusText(unit.status, hub_));
        if (filter_.isEmpty() || words.contains(filter_, Qt::CaseInsensitive))
            shown.emplace_back(!unit.distress(), !isOver(unit), unit.status, unit.call_sign, id);
    }
    std::sort(shown.begin(), shown.end());
    std::vector<UnitId> order;
    for (Row const& row : shown) order.push_back(std::get<UnitId>(row));
    return order;
}

bool UnitModel::isOver(Unit const& unit) const
{
    auto const timers = timersOf(unit, hub_.world());
    auto const* next = timers.next();
    return next != nullptr && next->due_at != latest_instant && next->stage(hub_.now()) == TimerStage::over;
}

void UnitModel::setFilter(QString const& filter)
{
    filter_ = filter.trimmed();
    refresh();
}

RowLook UnitModel::look(int row) const
{
    auto const id = at(row);
    auto const* unit = id ? hub_.world().units.find(*id) : nullptr;
    if (unit == nullptr) return {};
    RowLook look = unitLook(*unit, hub_);
    look.subtitle = kindText(unit->kind, hub_);
    look.right = ageText(hub_.now() - unit->status_since);
    look.strong = unit->distress();
    if (unit->incident) {
        look.subtitle = QStringLiteral("→ %1").arg(QString::fromStdString(number_text(hub_.world(), *unit->incident)));
        look.foremost = look.subtitle;
        bool const drives = unit->way && unit->status != Status::on_scene && unit->way->purpose == WayPurpose::respond;
        if (drives)
            look.subtitle += QStringLiteral("  ") + tr("ETA %1").arg(ageText(unit->way->arrives_at() - hub_.now()));
    } else if (unit->station) {
        if (auto const* station = hub_.world().stations.find(*unit->station))
            look.subtitle += QStringLiteral(" · %1").arg(hub_.name(station->name));
    }
    if (!unit->stack.empty())
        look.subtitle += unit->status == Status::available ? tr(" · next: %1 (F11)").arg(stackText(*unit, hub_))
                                                           : tr(" · then %1").arg(stackText(*unit, hub_));
    auto const* fix = hub_.world().fix(*id);
    auto const limit = Duration{hub_.world().codes.limits.fix_stale_s * 1000};
    if (fix == nullptr)
        look.subtitle += tr(" · no position");
    else if (hub_.now() - fix->at > limit)
        look.subtitle += tr(" · position %1 old").arg(ageText(hub_.now() - fix->at));
    showTimer(*unit, look);
    look.spoken = tr("unit %1, %2, %3").arg(look.title, statusText(unit->status, hub_), look.subtitle);
    if (QString const timer = timerText(*unit, hub_); !timer.isEmpty()) look.spoken += QStringLiteral(", ") + timer;
    return look;
}

bool UnitModel::inAlarm(int row) const
{
    auto const id = at(row);
    auto const* unit = id ? hub_.world().units.find(*id) : nullptr;
    return unit != nullptr && (unit->distress() || isOver(*unit));
}

/// The bar fills towards what comes due first; once that warns, what is left stands in place of the time in status.
void UnitModel::showTimer(Unit const& unit, RowLook& look) const
{
    auto const timers = timersOf(unit, hub_.world());
    auto const* next = timers.next();
    if (next == nullptr || next->due_at == latest_instant) return;
    Duration const whole = next->due_at - next->since;
    look.bar = static_cast<double>((hub_.now() - next->since).count()) / static_cast<double>(whole.count());
    look.stage = next->stage(hub_.now());
    if (*look.stage != TimerStage::running) look.right = timerText(unit, hub_);
}

UnitBoard::UnitBoard(DeskHub& hub, QWidget* parent)
    : QWidget{parent}, hub_{hub}, model_{hub}, view_{&model_, false, this}
{
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(&filter_);
    layout->addWidget(&view_);
    filter_.setClearButtonEnabled(true);
    setFocusProxy(&view_);
    view_.takeIncidents();
    new AlarmEdges{view_, [this](int row) { return model_.inAlarm(row); }};
    connect(&view_, &RowView::incidentDropped, this, [this](IncidentId incident, int row) {
        if (auto const unit = model_.at(row)) hub_.bringTogether(*unit, incident);
    });
    retranslate();
    connect(&filter_, &QLineEdit::textChanged, this, &UnitBoard::filterBy);
    connect(&filter_, &QLineEdit::returnPressed, this, [this] {
        if (model_.rowCount() == 0) return;
        view_.setCurrentIndex(model_.index(0));
        view_.setFocus(Qt::ShortcutFocusReason);
    });
    connect(view_.selectionModel(), &QItemSelectionModel::currentChanged, this, [this](QModelIndex const& current) {
        if (auto const id = model_.at(current.row())) hub_.selectUnit(id);
    });
    connect(&view_, &QListView::activated, this, [this](QModelIndex const& index) {
        if (auto const id = model_.at(index.row())) Q_EMIT activated(*id);
    });
    connect(&view_, &QWidget::customContextMenuRequested, this, [this](QPoint at) {
        if (auto const id = model_.at(view_.indexAt(at).row()))
            Q_EMIT menuRequested(*id, view_.viewport()->mapToGlobal(at));
    });
    connect(&hub_, &DeskHub::selectionChanged, this, [this] {
        int const row = hub_.unit() ? model_.rowOf(*hub_.unit()) : -1;
        if (row != view_.currentRow()) view_.setCurrentIndex(row < 0 ? QModelIndex{} : model_.index(row));
    });
    connect(&hub_, &DeskHub::changed, this, [this](DeskChanges const& changes) {
        if (changes.everything || !changes.units.empty()) model_.refresh();
    });
}

/// Who looks for another unit has done with the one in hand: no key may act on one that is not in view.
void UnitBoard::filterBy(QString const& text)
{
    model_.setFilter(text);
    if (hub_.unit() && !text.trimmed().isEmpty() && model_.rowOf(*hub_.unit()) < 0) hub_.selectUnit({});
}

void UnitBoard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void UnitBoard::retranslate()
{
    view_.setAccessibleName(tr("Units"));
    view_.setEmptyText(tr("No unit on duty is called so."));
    filter_.setAccessibleName(tr("Filter units"));
    filter_.setPlaceholderText(tr("filter: call sign, kind, status"));
    model_.refresh();
}

}  // namespace cresset::widgets
