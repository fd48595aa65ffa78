#include "app/feeds/position_link.h"

#include "core/base/geo.h"

#include <QDateTime>
#include <QGeoCoordinate>
#include <QGeoPositionInfo>
#include <cmath>
#include <limits>
#include <optional>

namespace cresset::app {

namespace {

constexpr int every_ms = 1000;
constexpr double full_circle_cdeg = 36'000;
constexpr qint64 day_ms = 86'400'000;

/// In whole thousandths, or hundredths; nothing if it was not said or makes no sense.
std::optional<std::int32_t> whole(double value, double parts)
{
    double const scaled = std::round(value * parts);
    if (!(std::abs(scaled) < std::numeric_limits<std::int32_t>::max())) return {};
    return static_cast<std::int32_t>(scaled);
}

std::optional<std::int32_t> attribute(QGeoPositionInfo const& info, QGeoPositionInfo::Attribute name)
{
    if (!info.hasAttribute(name) || info.attribute(name) < 0) return {};
    return whole(info.attribute(name), 1000);
}

std::optional<std::int32_t> course(QGeoPositionInfo const& info)
{
    if (!info.hasAttribute(QGeoPositionInfo::Direction)) return {};
    double const turned = std::fmod(std::round(info.attribute(QGeoPositionInfo::Direction) * 100), full_circle_cdeg);
    return whole(turned < 0 ? turned + full_circle_cdeg : turned, 1);
}

feeds::FixMode mode_of(QGeoPositionInfo const& info)
{
    bool const vague = info.hasAttribute(QGeoPositionInfo::HorizontalAccuracy) &&
                       info.attribute(QGeoPositionInfo::HorizontalAccuracy) > PositionLink::vaguest_m;
    if (!info.coordinate().isValid() || vague) return feeds::FixMode::no_fix;
    return info.coordinate().type() == QGeoCoordinate::Coordinate3D ? feeds::FixMode::fix_3d : feeds::FixMode::fix_2d;
}

feeds::Reading reading_of(QGeoPositionInfo const& info)
{
    feeds::Reading reading;
    reading.device = "this computer";
    if (info.timestamp().isValid()) {
        qint64 const at = info.timestamp().toMSecsSinceEpoch();
        qint64 const of_day = (at % day_ms + day_ms) % day_ms;
        reading.day = static_cast<std::int32_t>((at - of_day) / day_ms);
        reading.time_of_day = static_cast<std::int32_t>(of_day);
    }
    reading.mode = mode_of(info);
    reading.accuracy_mm = attribute(info, QGeoPositionInfo::HorizontalAccuracy);
    if (reading.mode == feeds::FixMode::no_fix) return reading;
    reading.place = place_from_degrees(info.coordinate().latitude(), info.coordinate().longitude());
    reading.speed_mm_s = attribute(info, QGeoPositionInfo::GroundSpeed);
    reading.course_cdeg = course(info);
    if (reading.mode == feeds::FixMode::fix_3d) reading.altitude_mm = whole(info.coordinate().altitude(), 1000);
    return reading;
}

}  // namespace

PositionMaker system_position(std::string const& provider)
{
    return [name = QString::fromStdString(provider)] {
        return std::unique_ptr<QGeoPositionInfoSource>{name.isEmpty()
                                                           ? QGeoPositionInfoSource::createDefaultSource(nullptr)
                                                           : QGeoPositionInfoSource::createSource(name, nullptr)};
    };
}

void PositionLink::open()
{
    source_ = make_source_();
    if (!source_) return lose(Loss::no_position);
    connect(source_.get(), &QGeoPositionInfoSource::positionUpdated, this, &PositionLink::take);
    connect(source_.get(), &QGeoPositionInfoSource::errorOccurred, this, &PositionLink::onError);
    source_->setUpdateInterval(every_ms);
    Q_EMIT opened();
    source_->startUpdates();
}

void PositionLink::close()
{
    if (!source_) return;
    source_->disconnect(this);
    source_.release()->deleteLater();  // it may be the one that is speaking
}

void PositionLink::take(QGeoPositionInfo const& info)
{
    Q_EMIT located(reading_of(info));
}

void PositionLink::onError(QGeoPositionInfoSource::Error error)
{
    if (error == QGeoPositionInfoSource::NoError || error == QGeoPositionInfoSource::UpdateTimeoutError) return;
    lose(error == QGeoPositionInfoSource::AccessError ? Loss::not_allowed : Loss::no_position);
}

void PositionLink::lose(Loss loss)
{
    close();
    Q_EMIT lost(loss);
}

}  // namespace cresset::app
