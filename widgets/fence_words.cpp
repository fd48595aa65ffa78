#include "widgets/fence_words.h"

#include "core/rules/fence_hours.h"
#include "maps/geodesy.h"
#include "widgets/desk_hub.h"
#include "widgets/measure_layer.h"
#include "widgets/word_parts.h"
#include "widgets/words.h"

#include <QCoreApplication>
#include <QStringList>

namespace cresset::widgets {
namespace {

[[maybe_unused]] constexpr char const* faults[] = {
    QT_TRANSLATE_NOOP("FenceFault", "it has no places"),
    QT_TRANSLATE_NOOP("FenceFault", "it has more than one line"),
    QT_TRANSLATE_NOOP("FenceFault", "it has too few places"),
    QT_TRANSLATE_NOOP("FenceFault", "it is wider than 1,000 km"),
    QT_TRANSLATE_NOOP("FenceFault", "it has no radius"),
    QT_TRANSLATE_NOOP("FenceFault", "all its places are the same"),
    QT_TRANSLATE_NOOP("FenceFault", "it is wider than half the earth"),
    QT_TRANSLATE_NOOP("FenceFault", "it has no name"),
    QT_TRANSLATE_NOOP("FenceFault", "it moves with no unit"),
    QT_TRANSLATE_NOOP("FenceFault", "its priority is not 1, 2 or 3"),
    QT_TRANSLATE_NOOP("FenceFault", "it is watched on no day of the week"),
    QT_TRANSLATE_NOOP("FenceFault", "its hours are no times of a day"),
    QT_TRANSLATE_NOOP("FenceFault", "its season has no such day"),
    QT_TRANSLATE_NOOP("FenceFault", "it ends before it begins"),
};

QString listed(QStringList const& words)
{
    return words.join(tr(", "));
}

std::int64_t kmh(std::int64_t cm_s)
{
    return (cm_s * 36 + 500) / 1000;
}

std::int64_t minutes(std::int64_t seconds)
{
    return (seconds + 59) / 60;
}

double areaOf(FenceShape const& shape)
{
    double area = 0;
    for (std::size_t i = 0; i < shape.lines.size(); ++i)
        area += (i == 0 ? 1 : -1) * maps::area_m2(shape.lines[i]);  // what is cut out lies in the first
    return std::max(area, 0.0);
}

QString daysText(std::uint8_t weekdays)
{
    if (weekdays == 127) return {};
    QStringList days;
    for (int first = 0; first < 7; ++first) {
        if (!(weekdays >> first & 1)) continue;
        int last = first;
        while (last < 6 && (weekdays >> (last + 1) & 1)) ++last;
        if (last > first + 1)
            days << QStringLiteral("%1–%2").arg(weekdayText(first), weekdayText(last));
        else
            for (int day = first; day <= last; ++day) days << weekdayText(day);
        first = last;
    }
    return listed(days);
}

QString dateText(int day)
{
    return QStringLiteral("%1-%2").arg(day / 100, 2, 10, QLatin1Char('0')).arg(day % 100, 2, 10, QLatin1Char('0'));
}

}  // namespace

QString fenceShapeText(Fence const& fence, DeskHub const& hub)
{
    auto const& shape = fence.shape;
    QString const radius = distanceText(shape.radius_mm);
    switch (shape.kind) {
        case FenceKind::circle: return tr("circle, %1").arg(radius);
        case FenceKind::polygon: return tr("area, %1").arg(areaText(areaOf(shape)));
        case FenceKind::corridor: return tr("corridor, %1 wide").arg(distanceText(std::int64_t{shape.radius_mm} * 2));
        case FenceKind::line: return tr("line, %1").arg(distanceText(length_mm(shape.lines.front())));
        case FenceKind::around_unit: break;
    }
    QString const unit =
        fence.carrier ? QString::fromStdString(call_sign(hub.world(), *fence.carrier)) : QStringLiteral("?");
    return tr("around %1, %2").arg(unit, radius);
}

QString fenceWatchText(Fence const& fence)
{
    FenceWatch const& watch = fence.watch;
    QStringList words;
    if (fence.shape.kind == FenceKind::line) {
        if (!watch.cross) return tr("nothing");
        return watch.way == CrossingWay::both      ? tr("crossed")
               : watch.way == CrossingWay::to_left ? tr("crossed to the left")
                                                   : tr("crossed to the right");
    }
    if (watch.enter) words << tr("enter");
    if (watch.leave) words << tr("leave");
    if (watch.dwell_s) words << tr("inside over %1 min").arg(minutes(*watch.dwell_s));
    if (watch.absent_s) words << tr("away over %1 min").arg(minutes(*watch.absent_s));
    if (watch.above_cm_s) words << tr("over %1 km/h").arg(kmh(*watch.above_cm_s));
    if (watch.below_cm_s) words << tr("under %1 km/h").arg(kmh(*watch.below_cm_s));
    return words.isEmpty() ? tr("nothing") : listed(words);
}

QString fenceForText(FenceFor const& whom, DeskHub const& hub)
{
    QStringList words;
    for (std::string const& kind : whom.kinds) words << kindText(kind, hub);
    for (DepartmentId const id : whom.departments)
        if (auto const* department = hub.world().departments.find(id)) words << hub.name(department->name);
    for (std::string const& tag : whom.tags) words << capabilityText(tag);
    return words.isEmpty() ? QString{} : tr("for: %1").arg(listed(words));
}

QString fenceHoursText(FenceHours const& hours, DeskHub const& hub)
{
    QStringList words;
    if (QString const days = daysText(hours.weekdays); !days.isEmpty()) words << days;
    if (hours.from_min != 0 || hours.to_min != 1440)
        words << QStringLiteral("%1–%2").arg(dayTimeText(hours.from_min), dayTimeText(hours.to_min));
    if (hours.from_day != 0) words << QStringLiteral("%1 – %2").arg(dateText(hours.from_day), dateText(hours.to_day));
    if (hours.starts_at) words << tr("from %1").arg(hub.clock(*hours.starts_at));
    if (hours.ends_at) words << tr("until %1").arg(hub.clock(*hours.ends_at));
    return words.join(QLatin1Char(' '));
}

QString fenceInsideText(Fence const& fence, DeskHub const& hub)
{
    QStringList words;
    for (FenceGuest const& guest : fence.inside)
        words << QStringLiteral("%1 %2").arg(QString::fromStdString(call_sign(hub.world(), guest.unit)),
                                             ageText(hub.now() - guest.since));
    return words.join(QStringLiteral(" · "));
}

bool isWatchedNow(Fence const& fence, DeskHub const& hub)
{
    return is_watched(fence.hours, hub.now(), hub.world().shift.time_zone);
}

QString fenceText(FenceId id, DeskHub const& hub)
{
    auto const* fence = hub.world().fences.find(id);
    if (fence == nullptr) return {};
    QStringList lines{hub.name(fence->name), fenceShapeText(*fence, hub), fenceWatchText(*fence)};
    lines << fenceForText(fence->whom, hub) << fenceHoursText(fence->hours, hub);
    if (!isWatchedNow(*fence, hub)) lines << tr("not watched now");
    if (QString const inside = fenceInsideText(*fence, hub); !inside.isEmpty()) lines << tr("inside: %1").arg(inside);
    lines.removeAll(QString{});
    return lines.join(QLatin1Char('\n'));
}

QString fenceFaultText(std::string_view fault)
{
    return fault.empty() ? QString{} : QCoreApplication::translate("FenceFault", std::string{fault}.c_str());
}

QString weekdayText(int day)
{
    QString const days[] = {tr("Mon"), tr("Tue"), tr("Wed"), tr("Thu"), tr("Fri"), tr("Sat"), tr("Sun")};
    return days[day];
}

QString dayTimeText(int minutes)
{
    return QStringLiteral("%1:%2")
        .arg(minutes / 60, 2, 10, QLatin1Char('0'))
        .arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

}  // namespace cresset::widgets
