#include "app/feeds/live_feeds.h"
#include "tests/app/feeds/live_room.h"

#include <algorithm>

// A server that tells where many units are, as a session hears it.

namespace cresset::app::test {

using Catch::Contains;

namespace {

std::string line(std::string const& unit, int second, int lon_e5 = 12'450'000)
{
    return fmt::format(R"({{"unit":"{}","at":"2026-02-01T12:00:{:02}Z","lat":29.0,"lon":{}.{:05}}})"
                       "\n",
                       unit, second, lon_e5 / 100'000, lon_e5 % 100'000);
}

FeedAddress fleet(quint16 port, std::string call_sign = "*")
{
    return {FeedKind::fleet, FeedWay::tcp, "127.0.0.1", port, "", std::move(call_sign)};
}

std::vector<UnitId> units_of(Room const& room)
{
    std::vector<UnitId> units;
    for (UnitFix const& fix : room.fixes) units.push_back(fix.unit);
    return units;
}

}  // namespace

TEST_CASE("what a fleet says of a unit that is not in the room is kept for the operator and makes no unit")
{
    Room room;
    UnitId const p12 = room.list("P12", 1);
    Server server;
    LiveFeed feed{fleet(server.port()), *room.session, room.wall, quick()};
    REQUIRE_FALSE(feed.start());
    server.send(line("P99", 1) + line("P99", 2) + line("P12", 1));
    REQUIRE(until([&] { return room.fixes.size() == 1; }));
    CHECK(room.fixes[0].unit == p12);
    CHECK(room.world().units.size() == 1);
    CHECK(feed.counters().unauthorised == 2);
    REQUIRE(feed.bindings().quarantine().size() == 1);
    CHECK(feed.bindings().quarantine().begin()->first.device == "P99");
}

TEST_CASE("a fleet speaks for a unit from the moment at which it is listed")
{
    Room room;
    Server server;
    LiveFeed feed{fleet(server.port()), *room.session, room.wall, quick()};
    REQUIRE_FALSE(feed.start());
    server.send(line("P12", 1));
    REQUIRE(until([&] { return feed.counters().unauthorised == 1; }));
    UnitId const p12 = room.list("P12", 1);
    server.send(line("p12", 2));
    REQUIRE(until([&] { return !room.fixes.empty(); }));
    CHECK(units_of(room) == std::vector{p12});
}

TEST_CASE("units of which a fleet speaks are taken in by one act when somebody says so and move from then on")
{
    Room room;
    room.list("P12", 1);
    Server server;
    LiveFeed feed{fleet(server.port()), *room.session, room.wall, quick()};
    REQUIRE_FALSE(feed.start());
    server.send(line("P98", 1) + line("p98", 1) + line("P99", 1) + line("no call sign", 1) + line("P12", 1));
    REQUIRE(until([&] { return feed.counters().readings == 5; }));
    CHECK(feed.strangers() == std::vector<std::string>{"P98", "P99"});
    REQUIRE_FALSE(feed.takeIn());
    CHECK(feed.strangers().empty());
    CHECK(room.world().units.size() == 3);
    CHECK(room.world().units.find(*find_unit(room.world(), "P98"))->status_since == room.clock.at);
    server.send(line("P98", 2) + line("P99", 2));
    REQUIRE(until([&] { return room.fixes.size() == 3; }));
    CHECK(room.fixes[1].unit == *find_unit(room.world(), "P98"));
    CHECK(feed.refused() == 0);
}

TEST_CASE("a call sign that goes to another unit takes its fixes along")
{
    Room room;
    UnitId const first = room.list("P12", 1);
    Server server;
    LiveFeed feed{fleet(server.port()), *room.session, room.wall, quick()};
    REQUIRE_FALSE(feed.start());
    server.send(line("P12", 1));
    REQUIRE(until([&] { return room.fixes.size() == 1; }));
    UnitListed renamed{{first, *room.world().units.find(first)}};
    renamed.row.call_sign = "P13";
    room.do_it(renamed);
    UnitId const second = room.list("P12", 2);
    server.send(line("P12", 2) + line("P13", 2));
    REQUIRE(until([&] { return room.fixes.size() == 3; }));
    auto units = units_of(room);
    std::sort(units.begin() + 1, units.end());
    CHECK(units == std::vector{first, first, second});
}

TEST_CASE("a fleet of one call sign speaks for that unit alone")
{
    Room room;
    UnitId const p12 = room.list("P12", 1);
    room.list("P13", 1);
    Server server;
    LiveFeed feed{fleet(server.port(), "p12"), *room.session, room.wall, quick()};
    REQUIRE_FALSE(feed.start());
    server.send(line("P13", 1) + line("P12", 1));
    REQUIRE(until([&] { return feed.counters().readings == 2; }));
    CHECK(units_of(room) == std::vector{p12});
    CHECK(feed.counters().unauthorised == 1);
}

TEST_CASE("what one read brings of many units is one sweep and the ways of each stay in order")
{
    Room room;
    std::vector<UnitId> units;
    for (int i = 0; i < 50; ++i) units.push_back(room.list(fmt::format("P{:02}", i), 1));
    int sweeps = 0;
    room.session->on_change([&](Changes const&, std::span<Entry const> entries) {
        for (Entry const& entry : entries) sweeps += std::holds_alternative<Sweep>(entry.event) ? 1 : 0;
    });
    Server server;
    LiveFeed feed{fleet(server.port()), *room.session, room.wall, quick()};
    REQUIRE_FALSE(feed.start());
    std::string text;
    for (int second = 1; second <= 3; ++second)
        for (int i = 49; i >= 0; --i) text += line(fmt::format("P{:02}", i), second, 12'450'000 + second);
    server.send(text);
    REQUIRE(until([&] { return room.fixes.size() == 150; }));
    CHECK(sweeps >= 3);
    CHECK(sweeps <= 6);  // the text may come in two reads
    for (UnitId const unit : units) {
        std::vector<Instant> times;
        for (UnitFix const& fix : room.fixes)
            if (fix.unit == unit) times.push_back(fix.fix.at);
        CHECK(times.size() == 3);
        CHECK(std::is_sorted(times.begin(), times.end()));
        CHECK(to_iso(room.world().fixes.find(unit)->at) == "2026-02-01T12:00:03Z");
    }
}

TEST_CASE("a fleet over UDP may speak from any number of addresses and is heard from its host alone if that is named")
{
    Room room;
    std::vector<UnitId> units;
    for (int i = 0; i < 40; ++i) units.push_back(room.list(fmt::format("P{:02}", i), 1));
    LiveFeeds feeds{*room.session, room.wall, quick()};
    quint16 port = 0;
    {
        QUdpSocket probe;
        REQUIRE(probe.bind(QHostAddress::LocalHost, 0));
        port = probe.localPort();
    }
    REQUIRE_FALSE(feeds.add({FeedKind::fleet, FeedWay::udp, "", port, "", "*"}));
    for (int i = 0; i < 40; ++i) {
        QUdpSocket sender;
        REQUIRE(sender.bind(QHostAddress{QStringLiteral("127.0.0.%1").arg(1 + i)}));
        std::string const text = line(fmt::format("P{:02}", i), 1);
        sender.writeDatagram(text.data(), static_cast<qint64>(text.size() - 1), QHostAddress::LocalHost, port);
    }
    REQUIRE(until([&] { return room.fixes.size() == 40; }));
    feeds.remove(0);
    REQUIRE_FALSE(feeds.add({FeedKind::fleet, FeedWay::udp, "127.0.0.1", port, "", "*"}));
    REQUIRE(until([&] { return feeds.at(0).port() == port; }));
    for (int const host : {8, 1}) {
        QUdpSocket sender;
        REQUIRE(sender.bind(QHostAddress{QStringLiteral("127.0.0.%1").arg(host)}));
        std::string const text = line("P00", 20 + host);
        sender.writeDatagram(text.data(), static_cast<qint64>(text.size()), QHostAddress::LocalHost, port);
    }
    REQUIRE(until([&] { return room.fixes.size() == 41; }));
    CHECK(to_iso(room.fixes.back().fix.at) == "2026-02-01T12:00:21Z");
    CHECK(feeds.at(0).counters().unauthorised == 1);
}

TEST_CASE("a fleet does not speak for units of the simulated city nor for those with a feed of their own")
{
    Room room{true};
    room.list("P12", 0);
    UnitId const own = room.list("R1", 1);
    UnitId const free = room.list("R2", 1);
    Server server;
    Server receiver;
    LiveFeeds feeds{*room.session, room.wall, quick()};
    CHECK_THAT(feeds.add(fleet(server.port(), "P12"))->text, Contains("driven by the simulated city"));
    CHECK_THAT(feeds.add(fleet(server.port(), "Q1"))->text, Contains("is no unit of this room"));
    REQUIRE_FALSE(feeds.add(fleet(server.port())));
    server.send(line("R1", 1) + line("R2", 1) + line("P12", 1));
    REQUIRE(until([&] { return feeds.at(0).counters().readings == 3; }));
    CHECK(units_of(room) == std::vector{own, free});
    REQUIRE_FALSE(feeds.add(tcp(FeedKind::nmea, receiver.port(), "R1")));
    server.send(line("R1", 2) + line("R2", 2));
    REQUIRE(until([&] { return feeds.at(0).counters().readings == 5; }));
    CHECK(units_of(room) == std::vector{own, free, free});
    feeds.remove(1);
    server.send(line("R1", 3));
    REQUIRE(until([&] { return room.fixes.size() == 4; }));
    CHECK(room.fixes.back().unit == own);
}

TEST_CASE("the address of a fleet is read and written and a receiver may not be all units")
{
    auto const read = parse_feed_address("fleet+tcp://127.0.0.1=*");
    REQUIRE(read);
    CHECK(read->kind == FeedKind::fleet);
    CHECK(read->port == 10120);
    CHECK(to_text(*read) == "fleet+tcp://127.0.0.1:10120=*");
    CHECK_THAT(parse_feed_address("nmea+tcp://127.0.0.1=*").problem(), Contains("one receiver is one unit"));
    CHECK_THAT(parse_feed_address("fleet+serial:///dev/ttyUSB0=*").problem(), Contains("speaks NMEA"));
}

}  // namespace cresset::app::test
