#include "widgets/alarm_list.h"

#include "widgets/words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStyle>
#include <QVBoxLayout>

namespace cresset::widgets {

std::optional<Place> placeOf(Alert const& alert, World const& world)
{
    if (alert.place) return alert.place;
    if (auto const* incident = alert.incident ? world.incidents.find(*alert.incident) : nullptr) return incident->place;
    if (auto const* fix = alert.unit ? world.fix(*alert.unit) : nullptr) return fix->place;
    return {};
}

AlarmModel::AlarmModel(DeskHub& hub, QObject* parent) : SortedRows{parent}, hub_{hub}
{
    refresh();
}

RowLook AlarmModel::look(int row) const
{
    RowLook look;
    auto const id = at(row);
    auto const* alert = id ? hub_.world().alerts.find(*id) : nullptr;
    if (alert == nullptr) return look;
    look.strong = alert->kind == AlertKind::distress;
    if (look.strong) look.status = MarkStatus::distress, look.letter = QStringLiteral("!");
    look.title = alertText(*alert, hub_);
    look.right = ageText(hub_.now() - alert->raised_at);
    QStringList more;
    auto const* incident = alert->incident ? hub_.world().incidents.find(*alert->incident) : nullptr;
    auto const* hazard = alert->hazard ? hub_.world().hazards.find(*alert->hazard) : nullptr;
    if (hazard != nullptr) more << hub_.text(hazard->text);
    if (incident != nullptr)
        more << addressText(*incident, hub_);
    else if (auto const place = placeOf(*alert, hub_.world()))
        more << hub_.name(pointed_at(hub_.places(), *place).name);
    if (look.strong) more << tr("sosoff when it is safe");
    more.removeAll(QString{});
    look.subtitle = more.join(QStringLiteral(" · "));
    look.spoken = QStringLiteral("%1, %2, %3").arg(look.title, look.subtitle, look.right);
    return look;
}

AlarmList::AlarmList(DeskHub& hub, QWidget* parent)
    : QWidget{parent}, hub_{hub}, model_{hub}, view_{&model_, true, this}
{
    setObjectName(QStringLiteral("panel"));
    setAttribute(Qt::WA_StyledBackground);
    load_label_.setObjectName(QStringLiteral("alarmLoad"));
    load_label_.setTextFormat(Qt::PlainText);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(8, 4, 8, 4);
    row->addWidget(&load_label_, 1);
    row->addWidget(&acknowledge_);
    row->addWidget(&all_);
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(&view_);
    layout->addLayout(row);
    setFocusProxy(&view_);
    view_.installEventFilter(this);
    connect(&view_, &QListView::activated, this, &AlarmList::look);
    connect(&acknowledge_, &QPushButton::clicked, this, &AlarmList::acknowledge);
    connect(&all_, &QPushButton::clicked, this, [this] { hub_.act(AcknowledgeAlerts{}); });
    connect(&hub_, &DeskHub::changed, this, [this](DeskChanges const& changes) {
        if (changes.everything || changes.alerts) refresh();
    });
    retranslate();
}

void AlarmList::refresh()
{
    model_.refresh();
    showLoad();
}

/// The alarm under the keys, or the first.
void AlarmList::acknowledge()
{
    auto const id = model_.at(std::max(0, view_.currentRow()));
    if (!id) return hub_.say(tr("no alarm stands"));
    hub_.acknowledge(*id);
}

void AlarmList::look(QModelIndex const& index)
{
    auto const id = model_.at(index.row());
    auto const* alert = id ? hub_.world().alerts.find(*id) : nullptr;
    if (alert == nullptr) return;
    if (alert->incident) hub_.selectIncident(alert->incident);
    if (alert->unit) hub_.selectUnit(alert->unit);
    if (auto const place = placeOf(*alert, hub_.world())) Q_EMIT lookRequested(*place);
}

bool AlarmList::eventFilter(QObject* watched, QEvent* event)
{
    bool const space = event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space;
    if (watched == &view_ && space) return acknowledge(), true;
    return QWidget::eventFilter(watched, event);
}

void AlarmList::showLoad()
{
    load_ = alarm_load(hub_.world(), hub_.now(), load_);
    QString const rate = tr("%1 in 10 min").arg(load_.in_ten_minutes);
    load_label_.setText(load_.flood ? tr("FLOOD: %1").arg(rate) : rate);
    load_label_.setToolTip(tr("A flood begins above 10 alarms in 10 minutes and ends below 5 (ISA-18.2)"));
    if (load_label_.property("flood").toBool() == load_.flood) return;
    load_label_.setProperty("flood", load_.flood);
    load_label_.style()->unpolish(&load_label_);
    load_label_.style()->polish(&load_label_);
}

void AlarmList::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void AlarmList::retranslate()
{
    view_.setAccessibleName(tr("Alarms"));
    view_.setEmptyText(tr("No alarm stands."));
    acknowledge_.setText(tr("Acknowledge  Space"));
    acknowledge_.setToolTip(tr("Acknowledge the alarm that is marked"));
    all_.setText(tr("All  Ctrl+K"));
    all_.setToolTip(tr("Acknowledge all but distress (Ctrl+K)"));
    refresh();
}

}  // namespace cresset::widgets
