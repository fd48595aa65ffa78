#include "widgets/alarm_list.h"

#include "widgets/words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStyle>
#include <QVBoxLayout>

namespace cresset::widgets {

namespace {

/// Of the unit itself, wherever it is by now: not of its work, nor of where it was then.
bool followsUnit(AlertKind kind)
{
    return kind == AlertKind::distress || kind == AlertKind::welfare_check || kind == AlertKind::status_overdue;
}

}  // namespace

std::optional<Place> placeOf(Alert const& alert, World const& world)
{
    auto const* last_fix = alert.unit && followsUnit(alert.kind) ? world.fix(*alert.unit) : nullptr;
    if (last_fix != nullptr) return last_fix->place;
    if (alert.place) return alert.place;
    if (auto const* incident = alert.incident ? world.incidents.find(*alert.incident) : nullptr) return incident->place;
    if (auto const* fix = alert.unit ? world.fix(*alert.unit) : nullptr) return fix->place;
    return {};
}

AlarmModel::AlarmModel(DeskHub& hub, QObject* parent) : SortedRows{parent}, hub_{hub}
{
    refresh();
}

std::vector<AlertId> AlarmModel::ordered() const
{
    auto rows = standing_alarms(hub_.world(), hub_.now());
    auto const shelved = shelved_alarms(hub_.world(), hub_.now());
    rows.insert(rows.end(), shelved.begin(), shelved.end());
    return rows;
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
    if (look.strong && alert->unit)
        more << tr("sosoff %1 when safe").arg(QString::fromStdString(call_sign(hub_.world(), *alert->unit)));
    if (look.strong && alert->acknowledged_at) look.right_below = tr("acknowledged");
    if (hazard != nullptr) more << hub_.text(hazard->text);
    if (incident != nullptr && !followsUnit(alert->kind))
        more << addressText(*incident, hub_);
    else if (auto const place = placeOf(*alert, hub_.world()))
        more << hub_.name(pointed_at(hub_.places(), *place).name);
    more.removeAll(QString{});
    look.subtitle = more.join(QStringLiteral(" · "));
    if (is_shelved(*alert, hub_.now())) {
        look.dim = true;
        look.right_below = tr("back in %1").arg(ageText(*alert->shelved_until - hub_.now()));
        look.spoken = tr("shelved: %1, %2, %3").arg(look.title, look.subtitle, look.right_below);
        return look;
    }
    look.spoken = QStringLiteral("%1, %2, %3").arg(look.title, look.subtitle, look.right);
    if (!look.right_below.isEmpty()) look.spoken += QStringLiteral(", ") + look.right_below;
    return look;
}

AlarmList::AlarmList(DeskHub& hub, QWidget* parent)
    : QWidget{parent}, hub_{hub}, model_{hub}, view_{&model_, true, this}
{
    setObjectName(QStringLiteral("panel"));
    setAttribute(Qt::WA_StyledBackground);
    load_label_.setObjectName(QStringLiteral("alarmLoad"));
    load_label_.setTextFormat(Qt::PlainText);
    auto* load = new QHBoxLayout;
    load->setContentsMargins(8, 4, 8, 0);
    load->addWidget(&load_label_, 1);
    load->addWidget(&silence_);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(8, 4, 8, 4);
    for (QPushButton* button : {&acknowledge_, &all_, &shelve_}) row->addWidget(button);
    shelve_.setMenu(&shelve_menu_);
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(&view_);
    layout->addLayout(load);
    layout->addLayout(row);
    setFocusProxy(&view_);
    view_.installEventFilter(this);
    connect(&view_, &QListView::activated, this, &AlarmList::look);
    connect(&acknowledge_, &QPushButton::clicked, this, &AlarmList::acknowledge);
    connect(&silence_, &QPushButton::clicked, this, &AlarmList::silenceRequested);
    connect(&view_, &QWidget::customContextMenuRequested, this, &AlarmList::showMenu);
    connect(&all_, &QPushButton::clicked, this, [this] { hub_.act(AcknowledgeAlerts{}); });
    connect(&hub_, &DeskHub::changed, this, [this](DeskChanges const& changes) {
        if (changes.everything || changes.alerts) refresh();
    });
    retranslate();
}

void AlarmList::refresh()
{
    model_.refresh();
    if (left_ && model_.rowOf(left_->alert) != left_->row) {
        int const row = left_->neighbour ? model_.rowOf(*left_->neighbour) : -1;
        if (row >= 0) mark(row);
        left_.reset();
    }
    showLoad();
}

/// Where none is marked, the first becomes it and is not touched yet: nobody acts on what was not read.
std::optional<AlertId> AlarmList::marked()
{
    if (auto const id = model_.at(view_.currentRow())) return id;
    mark(0);
    if (auto const first = model_.at(0))
        hub_.say(tr("marked: %1; once more does it").arg(model_.look(0).title), false);
    else
        hub_.say(tr("no alarm stands"));
    return {};
}

void AlarmList::mark(int row)
{
    if (row < model_.rowCount()) view_.setCurrentIndex(model_.index(row));
}

/// The alarm that is marked, if there is one; the mark goes to its neighbour once it has left its row.
std::optional<AlertId> AlarmList::takeMarked()
{
    auto const id = marked();
    if (!id) return {};
    int const row = model_.rowOf(*id);
    auto const below = model_.at(row + 1);
    left_ = Left{*id, row, below ? below : model_.at(row - 1)};
    return id;
}

void AlarmList::acknowledge()
{
    if (auto const id = takeMarked()) hub_.acknowledge(*id);
}

void AlarmList::shelve(Duration lasts)
{
    if (auto const id = takeMarked()) hub_.shelve(*id, lasts);
}

/// All that can be done with the alarm there.
void AlarmList::showMenu(QPoint at)
{
    auto const index = view_.indexAt(at);
    auto const id = model_.at(index.row());
    auto const* alert = id ? hub_.world().alerts.find(*id) : nullptr;
    if (alert == nullptr) return;
    view_.setCurrentIndex(index);
    auto* menu = new QMenu{this};
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Look at it"), this, [this, index] { look(index); });
    if (alert->kind == AlertKind::welfare_check && alert->unit)
        menu->addAction(tr("Spoken to: all well"), this,
                        [this, unit = *alert->unit] { hub_.act(ContactUnits{{unit}}); });
    menu->addAction(tr("Acknowledge"), this, &AlarmList::acknowledge);
    menu->addMenu(&shelve_menu_);
    menu->popup(view_.viewport()->mapToGlobal(at));
}

void AlarmList::fillShelveMenu()
{
    shelve_menu_.clear();
    shelve_menu_.setTitle(tr("Shelve"));
    for (int const minutes : {5, 15, 30, 60})
        shelve_menu_.addAction(tr("for %1 min").arg(minutes), this,
                               [this, minutes] { shelve(Duration{minutes * 60'000}); });
}

void AlarmList::look(QModelIndex const& index)
{
    auto const id = model_.at(index.row());
    auto const* alert = id ? hub_.world().alerts.find(*id) : nullptr;
    if (alert == nullptr) return;
    if (alert->incident) hub_.selectIncident(alert->incident);
    if (alert->unit) hub_.selectUnit(alert->unit);
    if (auto const place = placeOf(*alert, hub_.world())) Q_EMIT lookRequested(*place);
    Q_EMIT looked(*id);
}

bool AlarmList::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &view_ && event->type() == QEvent::FocusIn && !model_.at(view_.currentRow())) mark(0);
    auto const* key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent*>(event) : nullptr;
    if (watched == &view_ && key != nullptr && key->key() == Qt::Key_Space) {
        if (key->modifiers() & Qt::ShiftModifier)
            shelve(ShelveAlarms::default_shelving);
        else
            acknowledge();
        return true;
    }
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
    shelve_.setText(tr("Shelve"));
    shelve_.setToolTip(tr("Out of the way for a time, then back (Shift+Space: 15 minutes)"));
    silence_.setText(tr("Silence  Ctrl+Shift+K"));
    silence_.setToolTip(tr("Stop what sounds now; the alarms stay"));
    fillShelveMenu();
    all_.setText(tr("All  Ctrl+K"));
    all_.setToolTip(tr("Acknowledge all but distress (Ctrl+K)"));
    refresh();
}

}  // namespace cresset::widgets
