#include "widgets/likely_list.h"

#include "widgets/words.h"

#include <QKeyEvent>
#include <algorithm>
#include <utility>

namespace cresset::widgets {

namespace {
constexpr std::size_t rows_offered = 3;
constexpr int low_window = 900;
constexpr int narrow_list = 420;  // pixels: number and type of the incident come before how long ago it was
}  // namespace

int LikelyModel::rowCount(QModelIndex const& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

std::optional<IncidentId> LikelyModel::at(int row) const
{
    if (row < 0 || row >= rowCount()) return {};
    return rows_[static_cast<std::size_t>(row)].incident;
}

int LikelyModel::rowOf(IncidentId incident) const
{
    auto const found = std::ranges::find(rows_, incident, &LikelyDuplicate::incident);
    return found == rows_.end() ? -1 : static_cast<int>(found - rows_.begin());
}

void LikelyModel::setNarrow(bool narrow)
{
    if (std::exchange(narrow_, narrow) != narrow && !rows_.empty()) Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void LikelyModel::show(std::vector<LikelyDuplicate> rows)
{
    beginResetModel();
    rows_ = std::move(rows);
    endResetModel();
}

RowLook LikelyModel::look(int row) const
{
    RowLook look;
    auto const id = at(row);
    auto const* incident = id ? hub_.world().incidents.find(*id) : nullptr;
    if (incident == nullptr) return look;
    LikelyDuplicate const& likely = rows_[static_cast<std::size_t>(row)];
    QStringList figures;
    if (likely.distance_mm) figures.append(distanceText(*likely.distance_mm));
    figures.append(tr("%1 ago").arg(ageText(likely.age)));
    look.priority = incident->priority;
    look.title = QStringLiteral("#%1  %2").arg(incident->number).arg(typeText(incident->type, hub_));
    look.subtitle = addressText(*incident, hub_);
    QString const where = figures.join(QStringLiteral(" · "));
    look.right =
        tr("%1 · %2%", "how far and how long ago, how alike").arg(narrow_ ? figures.first() : where).arg(likely.score);
    look.spoken =
        tr("may be the same: %1, %2, %3, alike %4 of 100").arg(look.title, look.subtitle, where).arg(likely.score);
    return look;
}

LikelyList::LikelyList(DeskHub& hub, QWidget* parent) : RowView{nullptr, false, parent}, hub_{hub}, model_{hub}
{
    setModel(&model_);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, &LikelyList::markedChanged);
    connect(this, &QListView::doubleClicked, this, &LikelyList::taken);
}

void LikelyList::offer(CallSoFar const& call, bool keep)
{
    auto const said = [this](Incident const& incident) {
        return incident.narrative ? hub_.session().text(incident.narrative->id).value_or("") : std::string{};
    };
    auto const before = keep || hasFocus() ? marked() : std::nullopt;
    model_.show(likely_duplicates(hub_.world(), hub_.now(), call, said, rows_offered));
    int const row = before ? model_.rowOf(*before) : -1;
    setCurrentIndex(model_.index(std::max(row, 0)));
    updateGeometry();
    Q_EMIT markedChanged();
}

void LikelyList::resizeEvent(QResizeEvent* event)
{
    RowView::resizeEvent(event);
    model_.setNarrow(width() < narrow_list);
}

QSize LikelyList::sizeHint() const
{
    return {200, model_.rowCount() * std::max(sizeHintForRow(0), 0)};
}

bool LikelyList::isCramped() const
{
    return window()->height() < low_window;
}

/// In a low window the third is reached by the arrow.
QSize LikelyList::minimumSizeHint() const
{
    int const shown = isCramped() ? 2 : static_cast<int>(rows_offered);
    return {100, std::min(model_.rowCount(), shown) * std::max(sizeHintForRow(0), 0)};
}

/// The view would tell the panel of the Enter too, and the panel would save a second call.
void LikelyList::keyPressEvent(QKeyEvent* event)
{
    bool const enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!enter) return RowView::keyPressEvent(event);
    if (event->modifiers().testFlag(Qt::ControlModifier)) return event->ignore();
    Q_EMIT taken();
}

}  // namespace cresset::widgets
