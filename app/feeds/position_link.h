#pragma once
/// Where this computer is, as its own system tells it (GeoClue, through Qt Positioning): the built-in receiver of a
/// laptop or tablet in a vehicle, which has no serial port of its own. Brings places, not bytes.

#include "app/feeds/feed_link.h"

#include <QGeoPositionInfoSource>
#include <functional>
#include <memory>
#include <string>

namespace cresset::app {

/// A new source of places; null where there is none.
using PositionMaker = std::function<std::unique_ptr<QGeoPositionInfoSource>()>;
/// The provider of that name ("geoclue2"), or the one that the system prefers.
PositionMaker system_position(std::string const& provider);

class PositionLink : public FeedLink {
    Q_OBJECT
public:
    /// A place that is vaguer was guessed from networks nearby, and is no fix: said to be none. In metres.
    static constexpr double vaguest_m = 500;

    explicit PositionLink(PositionMaker maker) : make_source_{std::move(maker)} {}
    void open() override;
    void close() override;
    void drain() override {}

private:
    void take(QGeoPositionInfo const& info);
    void onError(QGeoPositionInfoSource::Error error);
    void lose(Loss loss);

    PositionMaker make_source_;
    std::unique_ptr<QGeoPositionInfoSource> source_;
};

}  // namespace cresset::app
