#include "widgets/near_panel.h"

#include "widgets/desk_hub.h"
#include "widgets/words.h"

#include <QCoreApplication>
#include <QEvent>
#include <QGridLayout>
#include <QHideEvent>
#include <QVBoxLayout>

namespace cresset::widgets {

QString nearKindText(NearKind kind)
{
    switch (kind) {
        case NearKind::unit: return NearPanel::tr("units");
        case NearKind::camera: return NearPanel::tr("cameras");
        case NearKind::drone: return NearPanel::tr("drones");
        case NearKind::station: return NearPanel::tr("stations");
        case NearKind::hospital: return NearPanel::tr("hospitals");
        case NearKind::school: return NearPanel::tr("schools");
        case NearKind::hazard: return NearPanel::tr("hazards");
        case NearKind::incident: return NearPanel::tr("incidents");
        case NearKind::fence: return NearPanel::tr("fences");
        case NearKind::plan: return NearPanel::tr("plans");
    }
    return {};
}

void NearRows::set(std::vector<NearThing> things)
{
    beginResetModel();
    things_ = std::move(things);
    endResetModel();
}

int NearRows::rowCount(QModelIndex const& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(things_.size());
}

std::optional<UnitId> NearRows::unitAt(int row) const
{
    if (row < 0 || row >= rowCount()) return {};
    auto const& thing = things_[static_cast<std::size_t>(row)];
    return thing.kind == NearKind::unit ? std::optional{UnitId::unpacked(thing.id)} : std::nullopt;
}

QString NearRows::titleOf(NearThing const& thing) const
{
    World const& world = hub_.world();
    if (thing.kind == NearKind::hazard)
        if (auto const* hazard = world.hazards.find(HazardId::unpacked(thing.id))) return hub_.text(hazard->text);
    QString const name = hub_.name(thing.name);
    if (thing.kind != NearKind::incident) return name.isEmpty() ? nearKindText(thing.kind) : name;
    auto const* incident = world.incidents.find(IncidentId::unpacked(thing.id));
    return incident != nullptr ? QStringLiteral("%1 %2").arg(name, typeText(incident->type, hub_)) : name;
}

QString NearRows::subtitleOf(NearThing const& thing) const
{
    World const& world = hub_.world();
    if (thing.kind == NearKind::unit)
        if (auto const* unit = world.units.find(UnitId::unpacked(thing.id)))
            return QStringLiteral("%1 · %2").arg(statusText(unit->status, hub_), kindText(unit->kind, hub_));
    if (thing.kind == NearKind::incident)
        if (auto const* incident = world.incidents.find(IncidentId::unpacked(thing.id)))
            return stateText(incident->state);
    if (thing.kind == NearKind::camera)
        if (auto const* camera = world.cameras.find(CameraId::unpacked(thing.id));
            camera != nullptr && !camera->working)
            return tr("camera, out of order");
    if (thing.kind == NearKind::plan)
        if (auto const* fence = world.fences.find(FenceId::unpacked(thing.id)))
            return QString::fromStdString(fence->then.instruction);
    return nearKindText(thing.kind);
}

RowLook NearRows::look(int row) const
{
    RowLook look;
    if (row < 0 || row >= rowCount()) return look;
    auto const& thing = things_[static_cast<std::size_t>(row)];
    look.title = titleOf(thing);
    look.subtitle = subtitleOf(thing);
    look.right = distanceText(thing.distance_mm);
    if (thing.eta_ms) look.right_below = etaText(*thing.eta_ms);
    if (auto const* unit = unitAt(row) ? hub_.world().units.find(*unitAt(row)) : nullptr) {
        look.status = markStatus(*unit);
        look.letter = QString{letterOf(*look.status)};
    }
    look.spoken = QStringLiteral("%1, %2, %3, %4").arg(look.title, look.subtitle, look.right, look.right_below);
    return look;
}

NearPanel::NearPanel(DeskHub const& hub, QWidget* parent)
    : QWidget{parent}, rows_{hub, this}, rows_view_{&rows_, true, this}
{
    setObjectName(QStringLiteral("panel"));
    setAttribute(Qt::WA_StyledBackground);
    title_.setObjectName(QStringLiteral("cardTitle"));
    changed_.setObjectName(QStringLiteral("nearChanged"));
    for (QLabel* label : {&title_, &changed_}) label->setTextFormat(Qt::PlainText), label->setWordWrap(true);
    auto* kinds = new QGridLayout;
    kinds->setSpacing(3);
    constexpr int kinds_a_row = 4;
    int place = 0;
    for (NearKind const kind : all_near_kinds) {
        auto& button = *kinds_.emplace(kind, std::make_unique<QToolButton>()).first->second;
        button.setCheckable(true);
        button.setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        kinds->addWidget(&button, place / kinds_a_row, place % kinds_a_row);
        ++place;
        connect(&button, &QToolButton::clicked, this, &NearPanel::chosen);
    }
    auto* head = new QVBoxLayout;
    head->setContentsMargins(10, 8, 10, 6);
    head->setSpacing(4);
    head->addWidget(&title_);
    head->addWidget(&changed_);
    head->addLayout(kinds);
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(&rows_view_, 1);
    setFocusProxy(&rows_view_);
    auto const look = [this](QModelIndex const& index) {
        if (index.isValid()) Q_EMIT lookWanted(rows_.things()[static_cast<std::size_t>(index.row())].place);
    };
    connect(&rows_view_, &QListView::activated, this, look);
    connect(&rows_view_, &QListView::clicked, this, look);
    changed_.hide();
    retranslate();
}

void NearPanel::setThings(QString const& title, QString const& changed, std::vector<NearThing> things)
{
    title_.setText(title);
    changed_.setText(changed);
    changed_.setVisible(!changed.isEmpty());
    int const row = rows_view_.currentRow();
    rows_.set(std::move(things));
    if (row >= 0 && row < rows_.rowCount()) rows_view_.setCurrentIndex(rows_.index(row));
}

void NearPanel::setKinds(std::vector<NearKind> const& kinds)
{
    for (auto const& [kind, button] : kinds_)
        button->setChecked(kinds.empty() || std::ranges::find(kinds, kind) != kinds.end());
}

/// From all, a click is for that kind alone; the last one that goes brings all back.
void NearPanel::chosen()
{
    std::vector<NearKind> kinds;
    for (auto const& [kind, button] : kinds_)
        if (button->isChecked()) kinds.push_back(kind);
    if (kinds.size() + 1 == kinds_.size()) {
        kinds.clear();
        for (auto const& [kind, button] : kinds_)
            if (!button->isChecked()) kinds.push_back(kind);
    }
    if (kinds.size() == kinds_.size()) kinds.clear();
    setKinds(kinds);
    Q_EMIT kindsChosen(kinds);
}

void NearPanel::retranslate()
{
    for (auto const& [kind, button] : kinds_) {
        button->setText(nearKindText(kind));
        button->setAccessibleName(button->text());
    }
    rows_view_.setAccessibleName(tr("What is near"));
    rows_view_.setEmptyText(tr("Nothing of that is near"));
}

void NearPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void NearPanel::hideEvent(QHideEvent* event)
{
    if (!event->spontaneous()) Q_EMIT left();
    QWidget::hideEvent(event);
}

}  // namespace cresset::widgets
