#include "widgets/fence_form.h"

#include "widgets/fence_fields.h"
#include "widgets/fence_words.h"
#include "widgets/suggestions.h"
#include "widgets/words.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHideEvent>
#include <QKeyEvent>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>
#include <set>

namespace cresset::widgets {
namespace {

enum Heading : std::size_t { of_name, of_size, of_watch, of_way, of_whom, of_days, of_season, of_then, of_camera };

QString yearDayText(int day)
{
    if (day == 0) return {};
    return QStringLiteral("%1-%2").arg(day / 100, 2, 10, QLatin1Char('0')).arg(day % 100, 2, 10, QLatin1Char('0'));
}

}  // namespace

FenceForm::FenceForm(DeskHub& hub, QWidget* parent) : QWidget{parent}, hub_{hub}
{
    setObjectName(QStringLiteral("panel"));
    setAttribute(Qt::WA_StyledBackground);
    build();
    setFocusProxy(&name_);
    camera_completer_.setModel(&camera_codes_);
    camera_completer_.setCaseSensitivity(Qt::CaseInsensitive);
    camera_.setCompleter(&camera_completer_);
    showAsSuggestions(camera_completer_);
    connect(&save_, &QPushButton::clicked, this, &FenceForm::save);
    connect(&cancel_, &QPushButton::clicked, this, &FenceForm::left);
    connect(&alert_, &QCheckBox::toggled, &priority_, &QWidget::setEnabled);
    retranslate();
}

QLabel& FenceForm::heading()
{
    auto* label = headings_.emplace_back(new QLabel{this});
    label->setObjectName(QStringLiteral("dim"));
    label->setContentsMargins(0, 6, 0, 0);
    return *label;
}

QLayout* FenceForm::pair(QLineEdit& first, QLabel& between, QLineEdit& second)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(&first, 1);
    row->addWidget(&between);
    row->addWidget(&second, 1);
    return row;
}

void FenceForm::build()
{
    auto* fields = new QWidget;
    fields->setObjectName(QStringLiteral("panel"));
    auto* column = new QVBoxLayout{fields};
    column->setContentsMargins(8, 2, 8, 8);
    column->setSpacing(4);
    column->addWidget(&heading());
    column->addWidget(&name_);
    column->addWidget(&heading());
    column->addWidget(&size_);
    column->addWidget(&heading());
    auto* area = new QGridLayout{&area_};
    area->setContentsMargins(0, 0, 0, 0);
    area->setSpacing(4);
    auto* events = new QHBoxLayout;
    events->addWidget(&enter_);
    events->addWidget(&leave_);
    events->addStretch();
    area->addLayout(events, 0, 0, 1, 2);
    std::pair<QLabel*, QLineEdit*> const limits[] = {
        {&dwell_label_, &dwell_}, {&absent_label_, &absent_}, {&above_label_, &above_}, {&below_label_, &below_}};
    for (int row = 1; auto const& [label, field] : limits) {
        area->addWidget(label, row, 0);
        area->addWidget(field, row++, 1);
        field->setMaximumWidth(90);
        label->setBuddy(field);
    }
    area->setColumnStretch(0, 1);
    column->addWidget(&area_);
    auto* line = new QVBoxLayout{&line_};
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(&heading());
    line->addWidget(&way_);
    column->addWidget(&line_);
    column->addWidget(&heading());
    for (CheckGrid* grid : {&kinds_, &departments_, &tags_}) column->addWidget(grid);
    column->addWidget(&heading());
    column->addWidget(&days_);
    column->addLayout(pair(from_time_, to_time_label_, to_time_));
    column->addWidget(&heading());
    column->addLayout(pair(from_day_, to_day_label_, to_day_));
    column->addLayout(pair(starts_, ends_label_, ends_));
    column->addWidget(&heading());
    auto* then = new QHBoxLayout;
    then->addWidget(&alert_);
    then->addWidget(&priority_, 1);
    column->addLayout(then);
    column->addWidget(&instruction_);
    column->addWidget(&heading());
    column->addWidget(&camera_);
    column->addStretch();
    scroll_.setWidget(fields);
    scroll_.setWidgetResizable(true);
    scroll_.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_.setFocusPolicy(Qt::NoFocus);
    fault_.setObjectName(QStringLiteral("fenceFault"));
    fault_.setTextFormat(Qt::PlainText);
    fault_.setWordWrap(true);
    fault_.setContentsMargins(8, 4, 8, 0);
    fault_.hide();
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(8, 4, 8, 8);
    buttons->setSpacing(6);
    buttons->addWidget(&save_);
    buttons->addWidget(&cancel_);
    buttons->addStretch();
    auto* all = new QVBoxLayout{this};
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(&scroll_);
    all->addWidget(&fault_);
    all->addLayout(buttons);
}

void FenceForm::begin(Fence const& fence)
{
    fence_ = fence;
    fault_.hide();
    fillChoices();
    name_.setText(hub_.name(fence.name));
    showShape();
    FenceWatch const& watch = fence.watch;
    enter_.setChecked(watch.enter);
    leave_.setChecked(watch.leave);
    way_.setCurrentIndex(static_cast<int>(watch.way));
    auto const show = [](QLineEdit& field, std::optional<std::int64_t> value, double scale) {
        field.setText(value ? numberText(static_cast<double>(*value) * scale) : QString{});
    };
    show(dwell_, watch.dwell_s, 1.0 / 60);
    show(absent_, watch.absent_s, 1.0 / 60);
    show(above_, watch.above_cm_s, 0.036);
    show(below_, watch.below_cm_s, 0.036);
    QStringList kinds, tags, departments;
    for (std::string const& kind : fence.whom.kinds) kinds << QString::fromStdString(kind);
    for (std::string const& tag : fence.whom.tags) tags << QString::fromStdString(tag);
    for (DepartmentId const id : fence.whom.departments) departments << QString::number(id.packed());
    kinds_.setTicked(kinds);
    tags_.setTicked(tags);
    departments_.setTicked(departments);
    showTimes(fence.hours);
    alert_.setChecked(fence.then.alert);
    priority_.setCurrentIndex(std::clamp(fence.then.priority, 1, lowest_fence_priority) - 1);
    priority_.setEnabled(fence.then.alert);
    instruction_.setText(QString::fromStdString(fence.then.instruction));
    auto const* camera = fence.then.camera ? hub_.world().cameras.find(*fence.then.camera) : nullptr;
    camera_.setText(camera != nullptr ? QString::fromStdString(camera->code) : QString{});
    scroll_.ensureVisible(0, 0);
    name_.setFocus(Qt::ShortcutFocusReason);
    name_.selectAll();
}

void FenceForm::showTimes(FenceHours const& hours)
{
    QStringList days;
    for (int day = 0; day < 7; ++day)
        if (hours.weekdays >> day & 1) days << QString::number(day);
    days_.setTicked(days);
    from_time_.setText(dayTimeText(hours.from_min));
    to_time_.setText(dayTimeText(hours.to_min));
    from_day_.setText(yearDayText(hours.from_day));
    to_day_.setText(yearDayText(hours.to_day));
    starts_.setText(localText(hours.starts_at, hub_.world().shift.time_zone));
    ends_.setText(localText(hours.ends_at, hub_.world().shift.time_zone));
}

void FenceForm::setShape(FenceShape const& shape)
{
    bool const typed = numberText(sizeOf(fence_.shape)) != size_.text().trimmed();
    fence_.shape = shape;
    if (!typed) showShape();
}

void FenceForm::showShape()
{
    FenceKind const kind = fence_.shape.kind;
    bool const line = kind == FenceKind::line;
    area_.setVisible(!line);
    line_.setVisible(line);
    headings_[of_watch]->setVisible(!line);
    size_.setVisible(hasSize(kind));
    headings_[of_size]->setVisible(hasSize(kind));
    headings_[of_size]->setText(kind == FenceKind::corridor ? tr("Width in metres") : tr("Radius in metres"));
    size_.setAccessibleName(headings_[of_size]->text());
    size_.setText(numberText(sizeOf(fence_.shape)));
}

void FenceForm::keyPressEvent(QKeyEvent* event)
{
    bool const enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && (event->modifiers() & Qt::ControlModifier)) return save();
    if (event->key() == Qt::Key_Escape) return void(Q_EMIT left());
    QWidget::keyPressEvent(event);
}

/// Behind another tab it is still there.
void FenceForm::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    QTimer::singleShot(0, this, [this] {
        if (parentWidget() != nullptr && parentWidget()->isHidden()) Q_EMIT hidden();
    });
}

void FenceForm::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

/// Kinds of the code table; departments and capabilities that units have.
void FenceForm::fillChoices()
{
    World const& world = hub_.world();
    std::vector<std::pair<QString, QString>> kinds, departments, tags, days;
    std::set<std::string> in_use, has;
    std::set<DepartmentId> at_work;
    for (auto const& [id, unit] : world.units) {
        in_use.insert(unit.kind);
        has.insert(unit.capabilities.begin(), unit.capabilities.end());
        if (unit.department) at_work.insert(*unit.department);
    }
    in_use.insert(fence_.whom.kinds.begin(), fence_.whom.kinds.end());
    has.insert(fence_.whom.tags.begin(), fence_.whom.tags.end());
    at_work.insert(fence_.whom.departments.begin(), fence_.whom.departments.end());
    for (std::string const& kind : in_use) kinds.emplace_back(QString::fromStdString(kind), kindText(kind, hub_));
    for (std::string const& tag : has) tags.emplace_back(QString::fromStdString(tag), capabilityText(tag));
    for (DepartmentId const id : at_work)
        if (auto const* department = world.departments.find(id))
            departments.emplace_back(QString::number(id.packed()), hub_.name(department->name));
    for (int day = 0; day < 7; ++day) days.emplace_back(QString::number(day), weekdayText(day));
    kinds_.setChoices(kinds);
    tags_.setChoices(tags);
    departments_.setChoices(departments);
    days_.setChoices(days);
    QStringList codes;
    for (auto const& [id, camera] : world.cameras) codes << QString::fromStdString(camera.code);
    codes.sort();
    camera_codes_.setStringList(codes);
}

void FenceForm::retranslate()
{
    QString const headings[] = {tr("Name"),
                                tr("Radius in metres"),
                                tr("Tell when a unit"),
                                tr("Tell when a unit crosses it"),
                                tr("For whom (none ticked: all units)"),
                                tr("When: days and hours"),
                                tr("Season; from and until"),
                                tr("Then: alarm, draft instruction"),
                                tr("Camera that sees it")};
    for (std::size_t i = 0; i < headings_.size(); ++i) headings_[i]->setText(headings[i]);
    enter_.setText(tr("enters"));
    leave_.setText(tr("leaves"));
    dwell_label_.setText(tr("is inside longer than, min"));
    absent_label_.setText(tr("is away longer than, min"));
    above_label_.setText(tr("is faster inside than, km/h"));
    below_label_.setText(tr("is slower inside than, km/h"));
    for (auto const& [label, field] : {std::pair{&dwell_label_, &dwell_},
                                       {&absent_label_, &absent_},
                                       {&above_label_, &above_},
                                       {&below_label_, &below_}})
        field->setAccessibleName(label->text());
    int const way = std::max(way_.currentIndex(), 0), priority = std::max(priority_.currentIndex(), 0);
    way_.clear();
    way_.addItems({tr("either way"), tr("to the left, along it"), tr("to the right, along it")});
    way_.setCurrentIndex(way);
    priority_.clear();
    for (int rank = 1; rank <= lowest_fence_priority; ++rank) priority_.addItem(tr("priority %1").arg(rank));
    priority_.setCurrentIndex(priority);
    for (QLabel* label : {&to_time_label_, &to_day_label_, &ends_label_}) label->setText(tr("to"));
    from_day_.setPlaceholderText(QStringLiteral("05-01"));
    to_day_.setPlaceholderText(QStringLiteral("10-31"));
    starts_.setPlaceholderText(tr("now on"));
    ends_.setPlaceholderText(tr("no end"));
    alert_.setText(tr("alarm"));
    instruction_.setPlaceholderText(tr("draft for the command line"));
    camera_.setPlaceholderText(tr("code of a camera"));
    std::pair<QWidget*, QString> const names[] = {
        {&name_, tr("Name")},
        {&way_, tr("Tell when a unit crosses it")},
        {&kinds_, tr("Kinds of units")},
        {&departments_, tr("Departments")},
        {&tags_, tr("Capabilities")},
        {&days_, tr("Days of the week")},
        {&from_time_, tr("From this time of the day")},
        {&to_time_, tr("To this time of the day")},
        {&from_day_, tr("From this day of the year")},
        {&to_day_, tr("To this day of the year")},
        {&starts_, tr("From this moment on")},
        {&ends_, tr("Until this moment")},
        {&priority_, tr("Priority")},
        {&instruction_, tr("Draft instruction")},
        {&camera_, tr("Camera that sees it")},
    };
    for (auto const& [widget, name] : names) widget->setAccessibleName(name);
    save_.setText(tr("Save  Ctrl+Enter"));
    cancel_.setText(tr("Cancel  Esc"));
    fillChoices();
    if (!fence_.shape.lines.empty() || fence_.carrier) showShape();
}

}  // namespace cresset::widgets
