/// What is typed into the fence form, read again.
#include "core/base/time_zone.h"
#include "widgets/fence_fields.h"
#include "widgets/fence_form.h"
#include "widgets/fence_words.h"

#include <QRegularExpression>
#include <algorithm>
#include <cmath>

namespace cresset::widgets {
namespace {

constexpr double most_minutes = 366.0 * 24 * 60, most_kmh = 2000;

/// Nothing if the field is empty; 0 if what stands there is no number in (0, most].
std::optional<double> numberIn(QLineEdit const& field, double most)
{
    QString const text = field.text().trimmed();
    if (text.isEmpty()) return {};
    bool good = false;
    double const value = text.toDouble(&good);
    return good && value > 0 && value <= most ? value : 0;
}

std::optional<Instant> readLocal(QString const& text, std::string_view zone)
{
    static QRegularExpression const form{QStringLiteral("^(\\d{4})-(\\d{1,2})-(\\d{1,2})[ T](\\d{1,2}):(\\d{2})$")};
    auto const match = form.match(text.trimmed());
    if (!match.hasMatch()) return {};
    LocalTime local;
    local.year = match.captured(1).toInt();
    local.month = match.captured(2).toInt();
    local.day = match.captured(3).toInt();
    local.hour = match.captured(4).toInt();
    local.minute = match.captured(5).toInt();
    bool const possible = local.month >= 1 && local.month <= 12 && local.day >= 1 && local.day <= 31 &&
                          local.hour < 24 && local.minute < 60;
    return possible ? from_local(local, zone) : std::nullopt;
}

}  // namespace

QString numberText(double value)
{
    QString const text = QString::number(value, 'f', 1);
    return text.endsWith(QStringLiteral(".0")) ? text.chopped(2) : text;
}

QString localText(std::optional<Instant> const& at, std::string_view zone)
{
    return at ? QString::fromStdString(date_clock_text(*at, zone)).left(16) : QString{};
}

bool hasSize(FenceKind kind)
{
    return kind == FenceKind::circle || kind == FenceKind::corridor || kind == FenceKind::around_unit;
}

double sizeOf(FenceShape const& shape)
{
    return shape.radius_mm * (shape.kind == FenceKind::corridor ? 2 : 1) / 1000.0;
}

std::optional<int> readDayTime(QString const& text)
{
    static QRegularExpression const form{QStringLiteral("^(\\d{1,2})[:\uFF1A](\\d{2})$")};
    auto const match = form.match(text.trimmed());
    if (!match.hasMatch()) return {};
    int const hour = match.captured(1).toInt(), minute = match.captured(2).toInt();
    int const minutes = hour * 60 + minute;
    return minute < 60 && minutes <= 1440 ? std::optional{minutes} : std::nullopt;
}

std::optional<int> readYearDay(QString const& text)
{
    static constexpr int days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    static QRegularExpression const form{QStringLiteral("^(\\d{1,2})-(\\d{1,2})$")};
    auto const match = form.match(text.trimmed());
    if (!match.hasMatch()) return {};
    int const month = match.captured(1).toInt(), day = match.captured(2).toInt();
    bool const is_day = month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1];
    return is_day ? std::optional{month * 100 + day} : std::nullopt;
}

bool FenceForm::refuse(QLineEdit& field, QString const& why)
{
    fault_.setText(why);
    fault_.show();
    field.setFocus(Qt::ShortcutFocusReason);
    field.selectAll();
    scroll_.ensureWidgetVisible(&field);
    hub_.say(why, false);
    return false;
}

bool FenceForm::readSize(FenceShape& shape)
{
    if (!hasSize(shape.kind)) return true;
    bool const corridor = shape.kind == FenceKind::corridor;
    double const most = widest_fence_mm / 1000.0 * (corridor ? 2 : 1);
    auto const metres = numberIn(size_, most);
    if (!metres || *metres == 0)
        return refuse(size_, corridor ? tr("The width is a number of metres above 0, at most 2,000,000.")
                                      : tr("The radius is a number of metres above 0, at most 1,000,000."));
    if (size_.text().trimmed() == numberText(sizeOf(shape))) return true;  // what was drawn is finer than what is shown
    shape.radius_mm = static_cast<std::uint32_t>(std::llround(*metres * (corridor ? 500 : 1000)));
    return true;
}

bool FenceForm::readWatch(FenceWatch& watch)
{
    watch.enter = enter_.isChecked();
    watch.leave = leave_.isChecked();
    watch.cross = true;  // what has an inside is not crossed
    watch.way = static_cast<CrossingWay>(way_.currentIndex());
    auto const read = [&](QLineEdit& field, double most, double scale, std::optional<std::int64_t>& into,
                          QString const& why) {
        auto const value = numberIn(field, most);
        if (value && *value == 0) return refuse(field, why);
        auto const shown = into ? numberText(static_cast<double>(*into) / scale) : QString{};
        if (shown == field.text().trimmed()) return true;
        into =
            value ? std::optional<std::int64_t>{std::max<std::int64_t>(std::llround(*value * scale), 1)} : std::nullopt;
        return true;
    };
    QString const minutes = tr("A time is a number of minutes above 0, at most a year; empty: it is not watched.");
    QString const speed = tr("A speed is a number of km/h above 0, at most 2000; empty: it is not watched.");
    constexpr double cm_s = 100'000.0 / 3600;
    if (!read(dwell_, most_minutes, 60, watch.dwell_s, minutes)) return false;
    if (!read(absent_, most_minutes, 60, watch.absent_s, minutes)) return false;
    if (!read(above_, most_kmh, cm_s, watch.above_cm_s, speed)) return false;
    if (!read(below_, most_kmh, cm_s, watch.below_cm_s, speed)) return false;
    bool const never = watch.above_cm_s && watch.below_cm_s && *watch.below_cm_s > *watch.above_cm_s;
    return !never || refuse(below_, tr("Every speed would be told: the lower limit is above the upper one."));
}

bool FenceForm::readHours(FenceHours& hours)
{
    hours.weekdays = 0;
    for (QString const& day : days_.ticked()) hours.weekdays |= static_cast<std::uint8_t>(1 << day.toInt());
    if (hours.weekdays == 0) return refuse(from_time_, tr("It is watched on no day: tick one at least."));
    QString const time = tr("A time of the day is written 22:00, from 00:00 to 24:00.");
    auto const from = readDayTime(from_time_.text()), to = readDayTime(to_time_.text());
    if (!from || *from == 1440) return refuse(from_time_, time);
    if (!to) return refuse(to_time_, time);
    hours.from_min = static_cast<std::uint16_t>(*from);
    hours.to_min = static_cast<std::uint16_t>(*to);
    bool const all_year = from_day_.text().trimmed().isEmpty() && to_day_.text().trimmed().isEmpty();
    auto const first = readYearDay(from_day_.text()), last = readYearDay(to_day_.text());
    QString const season = tr("A season is two days written 05-01 (month-day); both empty: all year.");
    if (!all_year && !first) return refuse(from_day_, season);
    if (!all_year && !last) return refuse(to_day_, season);
    hours.from_day = static_cast<std::uint16_t>(all_year ? 0 : *first);
    hours.to_day = static_cast<std::uint16_t>(all_year ? 0 : *last);
    std::pair<QLineEdit*, std::optional<Instant>*> const ends[] = {{&starts_, &hours.starts_at},
                                                                   {&ends_, &hours.ends_at}};
    std::string const& zone = hub_.world().shift.time_zone;
    for (auto const& [field, at] : ends) {
        if (field->text().trimmed() == localText(*at, zone)) continue;
        *at = readLocal(field->text(), zone);
        if (!*at && !field->text().trimmed().isEmpty())
            return refuse(*field, tr("A moment is written 2026-11-29 18:00, by the clock of the room; empty: no end."));
    }
    bool const backwards = hours.starts_at && hours.ends_at && *hours.ends_at <= *hours.starts_at;
    return !backwards || refuse(ends_, tr("It ends before it begins."));
}

bool FenceForm::readCamera(FenceThen& then)
{
    std::string const code = camera_.text().trimmed().toStdString();
    then.camera.reset();
    if (code.empty()) return true;
    for (auto const& [id, camera] : hub_.world().cameras)
        if (QString::fromStdString(camera.code).compare(camera_.text().trimmed(), Qt::CaseInsensitive) == 0)
            then.camera = id;
    return then.camera || refuse(camera_, tr("There is no camera %1.").arg(camera_.text().trimmed()));
}

std::optional<Fence> FenceForm::read()
{
    Fence fence = fence_;
    QString const name = name_.text().trimmed();
    if (name.isEmpty()) return refuse(name_, tr("A fence needs a name.")), std::nullopt;
    if (name != hub_.name(fence.name)) (hub_.chinese() ? fence.name.zh : fence.name.en) = name.toStdString();
    if (!readSize(fence.shape) || !readWatch(fence.watch) || !readHours(fence.hours) || !readCamera(fence.then))
        return {};
    fence.whom = {};
    for (QString const& kind : kinds_.ticked()) fence.whom.kinds.push_back(kind.toStdString());
    for (QString const& tag : tags_.ticked()) fence.whom.tags.push_back(tag.toStdString());
    for (QString const& id : departments_.ticked())
        fence.whom.departments.push_back(DepartmentId::unpacked(id.toULongLong()));
    fence.then.alert = alert_.isChecked();
    fence.then.priority = priority_.currentIndex() + 1;
    fence.then.instruction = instruction_.text().trimmed().toStdString();
    if (auto const fault = fault_of(fence)) return refuse(name_, fenceFaultText(*fault)), std::nullopt;
    return fence;
}

void FenceForm::save()
{
    auto const fence = read();
    if (!fence) return;
    fault_.hide();
    Q_EMIT saved(*fence);
}

}  // namespace cresset::widgets
