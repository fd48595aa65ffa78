#include "app/feeds/live_feed.h"

#include "core/base/dice.h"
#include "tests/app/feeds/live_room.h"

// Receivers that speak over a network, as a session hears them. All of it on the loopback.

namespace cresset::app::test {

namespace {

using feeds::Malformed;

std::uint64_t malformed(LiveFeed const& feed, Malformed reason)
{
    return feed.counters().malformed_by_reason[static_cast<std::size_t>(reason)];
}

}  // namespace

TEST_CASE("garbage is counted and is no sign of life")
{
    Room room;
    Server server;
    auto times = quick();
    times.silent = std::chrono::milliseconds{30};
    LiveFeed feed{tcp(FeedKind::nmea, server.port()), *room.session, room.wall, times};
    REQUIRE_FALSE(feed.start());
    std::string garbage;
    for (std::uint64_t i = 0; i < 5000; ++i) garbage += static_cast<char>(dice(4711, i, 0) % 256);
    server.send(garbage + "\n");
    REQUIRE(until([&] { return feed.state() == FeedState::silent; }));
    REQUIRE(until([&] { return feed.counters().malformed() > 0; }));
    auto const counts = feed.counters();
    CHECK(counts.received == counts.malformed());
    CHECK(room.fixes.empty());
    server.send(rmc(1));
    REQUIRE(until([&] { return feed.state() == FeedState::live; }));
    REQUIRE(until([&] { return !room.fixes.empty(); }));
}

TEST_CASE("a line without end is dropped once and the next is read")
{
    for (FeedKind const kind : {FeedKind::nmea, FeedKind::gpsd}) {
        Room room;
        Server server;
        LiveFeed feed{tcp(kind, server.port()), *room.session, room.wall, quick()};
        REQUIRE_FALSE(feed.start());
        for (int i = 0; i < 20; ++i) server.send(std::string(50'000, 'A'));
        server.send("\n" + (kind == FeedKind::nmea ? rmc(1) : tpv("/dev/a", 1)));
        REQUIRE(until([&] { return room.fixes.size() == 1; }));
        CHECK(malformed(feed, Malformed::too_long) == 1);
        CHECK(feed.counters().received == 2);
    }
}

TEST_CASE("who is refused tries again after growing pauses until somebody listens")
{
    Room room;
    quint16 const port = Server{}.port();  // nobody is there any more
    LiveFeed feed{tcp(FeedKind::nmea, port), *room.session, room.wall, quick()};
    REQUIRE_FALSE(feed.start());
    CHECK(feed.pause() == quick().first_pause);
    REQUIRE(until([&] { return feed.state() == FeedState::lost; }));
    CHECK(feed.loss() == Loss::refused);
    REQUIRE(until([&] { return feed.pause() == quick().longest_pause; }));
    Server server{port};
    server.send(rmc(1));
    REQUIRE(until([&] { return feed.state() == FeedState::live; }));
    CHECK(feed.loss() == Loss::none);
    CHECK(feed.pause() == quick().first_pause);
}

TEST_CASE("a host that is not there has no name")
{
    Room room;
    LiveFeed feed{
        {FeedKind::nmea, FeedWay::tcp, "no-such-host.invalid", 1, "", "P12"}, *room.session, room.wall, quick()};
    REQUIRE_FALSE(feed.start());
    REQUIRE(until([&] { return feed.state() == FeedState::lost; }));
    CHECK((feed.loss() == Loss::no_such_host || feed.loss() == Loss::broken || feed.loss() == Loss::no_answer));
}

TEST_CASE("a connection that ends in the middle of a line is opened again and the halves are not joined")
{
    Room room;
    Server server;
    LiveFeed feed{tcp(FeedKind::nmea, server.port()), *room.session, room.wall, quick()};
    REQUIRE_FALSE(feed.start());
    std::string const cut = rmc(2);
    server.send(rmc(1) + cut.substr(0, 30));
    server.hang_up();
    REQUIRE(until([&] { return feed.state() == FeedState::lost; }));
    CHECK(feed.loss() == Loss::closed);
    CHECK(malformed(feed, Malformed::no_checksum) == 1);
    REQUIRE(until([&] { return server.connections == 2; }));
    server.send(cut.substr(30) + rmc(3));
    REQUIRE(until([&] { return room.fixes.size() == 2; }));
    CHECK(room.fixes[0].fix.at == instant(1'769'947'201'000));
    CHECK(room.fixes[1].fix.at == instant(1'769'947'203'000));
    CHECK(feed.counters().malformed() == 2);
}

TEST_CASE("doubled late and impossible fixes are counted and write nothing")
{
    Room room;
    Server server;
    LiveFeed feed{tcp(FeedKind::gpsd, server.port()), *room.session, room.wall, quick()};
    REQUIRE_FALSE(feed.start());
    server.send(tpv("/dev/a", 10));
    REQUIRE(until([&] { return room.fixes.size() == 1; }));
    Seq const last = room.world().last;
    server.send(tpv("/dev/a", 10) + tpv("/dev/a", 5) + tpv("/dev/a", 11, 39));
    REQUIRE(until([&] { return feed.counters().readings == 4; }));
    auto const counts = feed.counters();
    CHECK(counts.accepted == 1);
    CHECK(counts.duplicate == 1);
    CHECK(counts.late == 1);
    CHECK(counts.doubtful == 1);
    CHECK(room.world().last == last);
    CHECK(room.fixes.size() == 1);
    feed.stop();
    auto const* said = room.world().feeds.find(source_text(feed.address()));
    REQUIRE(said != nullptr);
    CHECK(said->late == 1);
    CHECK(said->accepted == 1);
}

TEST_CASE("a fix that comes again after the connection was opened anew changes nothing")
{
    Room room;
    Server server;
    LiveFeed feed{tcp(FeedKind::gpsd, server.port()), *room.session, room.wall, quick()};
    REQUIRE_FALSE(feed.start());
    server.send(tpv("/dev/a", 1));
    REQUIRE(until([&] { return room.fixes.size() == 1; }));
    server.hang_up();
    REQUIRE(until([&] { return server.connections == 2; }));
    server.send(tpv("/dev/a", 1) + tpv("/dev/a", 2));
    REQUIRE(until([&] { return room.fixes.size() == 2; }));
    CHECK(feed.counters().duplicate == 1);
    CHECK(server.heard == QByteArray{"?WATCH={\"enable\":true,\"json\":true};\n"}.repeated(2));
}

TEST_CASE("a device that claims to be another unit's is put into quarantine")
{
    Room room;
    Server server;
    LiveFeed feed{tcp(FeedKind::gpsd, server.port()), *room.session, room.wall, quick()};
    REQUIRE_FALSE(feed.start());
    server.send("{\"class\":\"VERSION\",\"release\":\"3.22\"}\n" + tpv("/dev/a", 1) + tpv("/dev/b", 2) + tpv("P12", 3) +
                tpv("/dev/a", 4));
    REQUIRE(until([&] { return room.fixes.size() == 2; }));
    CHECK(feed.counters().unauthorised == 2);
    CHECK(feed.bindings().quarantine().size() == 2);
    for (UnitFix const& fix : room.fixes) CHECK(fix.unit == *feed.unit());
    CHECK(room.world().units.size() == 1);
}

TEST_CASE("of a gpsd with several devices the one that is named is heard")
{
    Room room;
    Server server;
    auto address = tcp(FeedKind::gpsd, server.port());
    address.device = "/dev/b";
    LiveFeed feed{address, *room.session, room.wall, quick()};
    REQUIRE_FALSE(feed.start());
    server.send(tpv("/dev/a", 1) + tpv("/dev/b", 2));
    REQUIRE(until([&] { return room.fixes.size() == 1; }));
    CHECK(room.fixes[0].fix.at == instant(1'769'947'202'000));
    CHECK(feed.counters().unauthorised == 1);
}

TEST_CASE("a live feed that falls silent says so and an open connection without a word is opened anew")
{
    Room room;
    Server server;
    auto times = quick();
    times.silent = std::chrono::milliseconds{20};
    times.dead = std::chrono::milliseconds{40};
    std::vector<FeedState> states;
    std::vector<Loss> losses;
    LiveFeed feed{tcp(FeedKind::nmea, server.port()), *room.session, room.wall, times};
    QObject::connect(&feed, &LiveFeed::stateChanged, &feed, [&] {
        states.push_back(feed.state());
        if (feed.state() == FeedState::lost) losses.push_back(feed.loss());
    });
    REQUIRE_FALSE(feed.start());
    CHECK(feed.state() == FeedState::connecting);
    server.send(rmc(1));
    REQUIRE(until([&] { return server.connections >= 2; }));
    REQUIRE(states.size() >= 3);
    CHECK(states[0] == FeedState::live);
    CHECK(states[1] == FeedState::silent);
    CHECK(states[2] == FeedState::lost);
    CHECK(losses.front() == Loss::nothing_came);
}

TEST_CASE("a port that another program has is lost until it is free")
{
    Room room;
    QUdpSocket other;
    REQUIRE(other.bind(QHostAddress::LocalHost, 0, QAbstractSocket::DontShareAddress));
    LiveFeed feed{
        {FeedKind::nmea, FeedWay::udp, "127.0.0.1", other.localPort(), "", "P12"}, *room.session, room.wall, quick()};
    REQUIRE_FALSE(feed.start());
    CHECK(feed.state() == FeedState::lost);
    CHECK(feed.loss() == Loss::port_taken);
    quint16 const port = other.localPort();
    other.close();
    REQUIRE(until([&] { return feed.port() == port; }));
    QUdpSocket sender;
    auto const line = QByteArray::fromStdString(rmc(1));
    sender.writeDatagram(line, QHostAddress::LocalHost, port);
    REQUIRE(until([&] { return feed.state() == FeedState::live; }));
}

TEST_CASE("a datagram is whole lines and of another sender nothing is taken")
{
    for (bool const only_this : {false, true}) {
        Room room;
        FeedAddress address{FeedKind::gpsd, FeedWay::udp, only_this ? "127.0.0.1" : "", 0, "", "P12"};
        LiveFeed feed{address, *room.session, room.wall, quick()};
        REQUIRE_FALSE(feed.start());
        auto const send = [&](QUdpSocket& from, std::string const& text) {
            from.writeDatagram(text.data(), static_cast<qint64>(text.size()), QHostAddress::LocalHost, feed.port());
        };
        QUdpSocket car;
        QUdpSocket other;
        REQUIRE(car.bind(QHostAddress{QStringLiteral("127.0.0.1")}, 0));
        REQUIRE(other.bind(QHostAddress{QStringLiteral("127.0.0.2")}, 0));
        if (only_this) send(other, tpv("/dev/a", 1));  // first, and still not the one
        auto const without_end = tpv("/dev/a", 2);
        send(car, without_end.substr(0, without_end.size() - 1));
        send(car, tpv("/dev/a", 3) + tpv("/dev/a", 4));
        send(other, tpv("/dev/a", 5));
        send(car, tpv("/dev/a", 6));
        REQUIRE(until([&] { return room.fixes.size() == 4; }));
        CHECK(feed.counters().unauthorised == (only_this ? 2U : 1U));
        CHECK(feed.counters().malformed() == 0);
    }
}

TEST_CASE("of many senders only so many are told apart")
{
    Room room;
    LiveFeed feed{{FeedKind::nmea, FeedWay::udp, "", 0, "", "P12"}, *room.session, room.wall, quick()};
    REQUIRE_FALSE(feed.start());
    for (int i = 1; i <= 40; ++i) {
        QUdpSocket sender;
        REQUIRE(sender.bind(QHostAddress{QStringLiteral("127.0.0.%1").arg(i)}, 0));
        sender.writeDatagram(QByteArray::fromStdString(rmc(i)), QHostAddress::LocalHost, feed.port());
    }
    REQUIRE(until([&] { return feed.counters().readings == 40; }));
    CHECK(feed.counters().accepted == 1);
    CHECK(feed.counters().unauthorised == 39);
    CHECK(feed.counters().received == 16);
}

TEST_CASE("what NMEA holds back is complete when nothing came for a moment and when the feed is stopped")
{
    Room room;
    Server server;
    LiveFeed feed{tcp(FeedKind::nmea, server.port()), *room.session, room.wall, quick()};
    REQUIRE_FALSE(feed.start());
    server.send(rmc(1));
    REQUIRE(until([&] { return room.fixes.size() == 1; }));
    auto slow = quick();
    slow.complete = std::chrono::hours{1};
    LiveFeed other{tcp(FeedKind::nmea, server.port(), "P13"), *room.session, room.wall, slow};
    REQUIRE_FALSE(other.start());
    REQUIRE(until([&] { return server.connections == 2; }));
    server.send(rmc(1));
    REQUIRE(until([&] { return other.state() == FeedState::live; }));
    CHECK(room.fixes.size() == 1);
    other.stop();
    CHECK(room.fixes.size() == 2);
    CHECK(other.state() == FeedState::lost);
}

TEST_CASE("in an exercise a fix is as old as it is by the clock of the exercise")
{
    Room room{true};
    room.clock.at = instant(1'000'000'000'000);
    room.do_it(CodesAdopted{"{}"});
    Server server;
    LiveFeed feed{tcp(FeedKind::nmea, server.port()), *room.session, room.wall, quick()};
    REQUIRE_FALSE(feed.start());
    server.send(rmc(57));  // three seconds before the machine's time
    REQUIRE(until([&] { return room.fixes.size() == 1; }));
    CHECK(room.fixes[0].fix.at == room.session->now() - Duration{3000});
    CHECK(feed.last_fix() == room.wall.at);
}

TEST_CASE("a feed over UDP from a name instead of an address is refused")
{
    Room room;
    LiveFeed feed{{FeedKind::nmea, FeedWay::udp, "car-7.local", 0, "", "P12"}, *room.session, room.wall, quick()};
    auto const problem = feed.start();
    REQUIRE(problem);
    CHECK_THAT(problem->text, Catch::Contains("is no address"));
    CHECK(room.world().units.empty());
}

}  // namespace cresset::app::test
