#include "app/feeds/position_link.h"

#include "tests/app/feeds/live_room.h"

#include <QDateTime>
#include <QGeoCoordinate>
#include <QNmeaPositionInfoSource>
#include <QPointer>
#include <limits>

// Where this computer is, as a location service tells it: one that says what a test dictates, and Qt's own of NMEA.

namespace cresset::app::test {

namespace {

using Info = QGeoPositionInfo;

class Dictated : public QGeoPositionInfoSource {
public:
    Dictated() : QGeoPositionInfoSource{nullptr} {}
    Info lastKnownPosition(bool) const override { return {}; }
    PositioningMethods supportedPositioningMethods() const override { return AllPositioningMethods; }
    int minimumUpdateInterval() const override { return 0; }
    Error error() const override { return NoError; }
    void startUpdates() override { running = true; }
    void stopUpdates() override { running = false; }
    void requestUpdate(int) override {}

    bool running = false;
};

/// A location service that can be switched off.
class Service {
public:
    LinkMaker maker()
    {
        return [this](FeedAddress const&, std::chrono::milliseconds) {
            return std::make_unique<PositionLink>([this]() -> std::unique_ptr<QGeoPositionInfoSource> {
                ++asked;
                if (!is_on) return {};
                auto source = std::make_unique<Dictated>();
                now = source.get();
                return source;
            });
        };
    }
    void say(Info const& info) const
    {
        REQUIRE(now);
        REQUIRE(now->running);
        Q_EMIT now->positionUpdated(info);
    }

    bool is_on = true;
    int asked = 0;
    QPointer<Dictated> now;
};

FeedAddress own_place()
{
    return *parse_feed_address("place+system://=V1");
}

/// A feed of this computer's place that has begun.
struct Heard {
    Room room;
    Service service;
    LiveFeed feed{own_place(), *room.session, room.wall, quick(), service.maker()};
    Heard() { REQUIRE_FALSE(feed.start()); }
};

/// At so many seconds after 12:00, a little further east each second.
Info at_second(int second)
{
    QDateTime const at{QDate{2026, 2, 1}, QTime{12, 0, second}, Qt::UTC};
    return {QGeoCoordinate{29.0, 124.5 + second * 0.0001}, at};
}

}  // namespace

TEST_CASE("a computer without a location service says so and asks again")
{
    Room room;
    Service service;
    service.is_on = false;
    LiveFeed feed{own_place(), *room.session, room.wall, quick(), service.maker()};
    REQUIRE_FALSE(feed.start());
    CHECK(feed.state() == FeedState::lost);
    CHECK(feed.loss() == Loss::no_position);
    REQUIRE(until([&] { return service.asked >= 3; }));
    service.is_on = true;
    REQUIRE(until([&] { return feed.state() == FeedState::connecting; }));
    service.say(at_second(1));
    CHECK(feed.state() == FeedState::live);
    CHECK(room.fixes.size() == 1);
}

TEST_CASE("a location service that is switched off is lost and a refusal is told from it")
{
    Room room;
    Service service;
    std::vector<Loss> losses;
    LiveFeed feed{own_place(), *room.session, room.wall, quick(), service.maker()};
    QObject::connect(&feed, &LiveFeed::stateChanged, &feed, [&] {
        if (feed.state() == FeedState::lost) losses.push_back(feed.loss());
    });
    REQUIRE_FALSE(feed.start());
    Q_EMIT service.now->errorOccurred(QGeoPositionInfoSource::UpdateTimeoutError);
    CHECK(losses.empty());
    Q_EMIT service.now->errorOccurred(QGeoPositionInfoSource::ClosedError);
    REQUIRE(until([&] { return feed.state() == FeedState::connecting; }));
    Q_EMIT service.now->errorOccurred(QGeoPositionInfoSource::AccessError);
    CHECK(losses == std::vector{Loss::no_position, Loss::not_allowed});
}

TEST_CASE("the place of this computer comes with its time and what else the service knows")
{
    Heard heard;
    auto& [room, service, feed] = heard;
    Info info = at_second(1);
    info.setAttribute(Info::GroundSpeed, 12.345);
    info.setAttribute(Info::Direction, -90);
    info.setAttribute(Info::HorizontalAccuracy, 4.5);
    service.say(info);
    REQUIRE(room.fixes.size() == 1);
    Fix const& fix = room.fixes[0].fix;
    CHECK(fix.at == instant(1'769'947'201'000));
    CHECK(fix.place == *place_from_degrees(29.0, 124.5001));
    CHECK(find_unit(room.world(), "V1") == room.fixes[0].unit);
    CHECK(fix.speed_cm_s == 1235);
    CHECK(fix.course_deg == 270);
    CHECK(fix.accuracy_m == 5);
    CHECK(feed.counters().received == 1);
    CHECK(feed.counters().accepted == 1);
}

TEST_CASE("a place that is no fix or was guessed from networks nearby moves nothing")
{
    Heard heard;
    auto& [room, service, feed] = heard;
    service.say({});
    service.say({QGeoCoordinate{std::numeric_limits<double>::quiet_NaN(), 124.5}, at_second(1).timestamp()});
    Info guessed = at_second(1);
    guessed.setAttribute(Info::HorizontalAccuracy, 25'000);
    service.say(guessed);
    CHECK(room.fixes.empty());
    CHECK(feed.counters().no_fix == 3);
    CHECK(feed.state() == FeedState::live);
    Info odd = at_second(2);
    odd.setAttribute(Info::GroundSpeed, std::numeric_limits<double>::infinity());
    odd.setAttribute(Info::Direction, std::numeric_limits<double>::quiet_NaN());
    odd.setAttribute(Info::HorizontalAccuracy, -1);
    service.say(odd);
    REQUIRE(room.fixes.size() == 1);
    CHECK(room.fixes[0].fix.speed_cm_s == 0);
    CHECK(room.fixes[0].fix.course_deg == Fix::unknown_course);
    CHECK(room.fixes[0].fix.accuracy_m == 0);
}

TEST_CASE("a place that the service says twice or late changes nothing twice")
{
    Heard heard;
    auto& [room, service, feed] = heard;
    for (int second : {2, 2, 1, 3}) service.say(at_second(second));
    CHECK(room.fixes.size() == 2);
    CHECK(feed.counters().duplicate == 1);
    CHECK(feed.counters().late == 1);
}

TEST_CASE("nothing is heard of a location service after the end")
{
    Heard heard;
    auto& [room, service, feed] = heard;
    service.say(at_second(1));
    QPointer<Dictated> const source = service.now;
    feed.stop();
    if (source) Q_EMIT source->positionUpdated(at_second(2));
    CHECK(room.fixes.size() == 1);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    CHECK_FALSE(source);
}

TEST_CASE("a real source of Qt says the same as our own reader of the same sentences")
{
    Room ours, theirs;
    Server server, other;
    LiveFeed reader{tcp(FeedKind::nmea, server.port()), *ours.session, ours.wall, quick()};
    QTcpSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    socket.connectToHost(QHostAddress::LocalHost, other.port());
    LiveFeed position{own_place(), *theirs.session, theirs.wall, quick(),
                      [&](FeedAddress const&, std::chrono::milliseconds) {
                          return std::make_unique<PositionLink>([&] {
                              using Source = QNmeaPositionInfoSource;
                              auto source = std::make_unique<Source>(Source::RealTimeMode);
                              source->setDevice(&socket);
                              return source;
                          });
                      }};
    REQUIRE(until([&] { return socket.state() == QAbstractSocket::ConnectedState; }));
    REQUIRE_FALSE(reader.start());
    REQUIRE_FALSE(position.start());
    server.send(rmc(1));
    other.send(rmc(1));
    REQUIRE(until([&] { return ours.fixes.size() == 1 && theirs.fixes.size() == 1; }));
    Fix const& one = ours.fixes[0].fix;
    Fix const& two = theirs.fixes[0].fix;
    CHECK(one.at == two.at);
    CHECK(distance_mm(one.place, two.place) <= 20);
    CHECK(one.course_deg == two.course_deg);
    CHECK(one.speed_cm_s == two.speed_cm_s);
}

TEST_CASE("this computer is one unit however it is asked where it is")
{
    Room room;
    LiveFeeds feeds{*room.session, room.wall, quick()};
    REQUIRE_FALSE(feeds.add(*parse_feed_address("place+system://nosuchprovider=V1")));
    CHECK(feeds.at(0).loss() == Loss::no_position);
    auto const problem = feeds.add(*parse_feed_address("place+system://other=V2"));
    REQUIRE(problem);
    CHECK(problem->text == "V1 is this computer already: remove that feed first");
}

}  // namespace cresset::app::test
