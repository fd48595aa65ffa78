#include "app/feeds/live_feeds.h"

#include "tests/app/feeds/live_room.h"

namespace cresset::app::test {

using Catch::Contains;

namespace {

std::string why_not(LiveFeeds& feeds, FeedAddress const& address)
{
    auto const problem = feeds.add(address);
    REQUIRE(problem);
    return problem->text;
}

}  // namespace

TEST_CASE("a feed that would speak for a unit of another is refused")
{
    Room room;
    LiveFeeds feeds{*room.session, room.wall, quick()};
    REQUIRE_FALSE(feeds.add({FeedKind::nmea, FeedWay::tcp, "127.0.0.1", 9, "", "P12"}));
    CHECK_THAT(why_not(feeds, {FeedKind::gpsd, FeedWay::tcp, "127.0.0.1", 9, "", "p12"}),
               Contains("has a feed already"));
    CHECK_THAT(why_not(feeds, {FeedKind::nmea, FeedWay::tcp, "127.0.0.1", 9, "", "P13"}),
               Contains("is a feed already"));
    REQUIRE_FALSE(feeds.add({FeedKind::nmea, FeedWay::udp, "127.0.0.1", 40'123, "", "P14"}));
    CHECK_THAT(why_not(feeds, {FeedKind::gpsd, FeedWay::udp, "", 40'123, "", "P15"}), Contains("another feed listens"));
    CHECK(feeds.size() == 2);
    CHECK_FALSE(find_unit(room.world(), "P15"));
}

TEST_CASE("a receiver in an exercise has a unit of its own")
{
    Room room{true};
    room.list("P12", 0);
    LiveFeeds feeds{*room.session, room.wall, quick()};
    CHECK_THAT(why_not(feeds, {FeedKind::nmea, FeedWay::tcp, "127.0.0.1", 9, "", "P12"}),
               Contains("driven by the simulated city"));
    REQUIRE_FALSE(feeds.add({FeedKind::nmea, FeedWay::tcp, "127.0.0.1", 9, "", "R1"}));
    auto const unit = find_unit(room.world(), "R1");
    REQUIRE(unit);
    CHECK(unit->origin == feed_seat.value);
}

TEST_CASE("a unit that is there is not listed again")
{
    Room room;
    UnitId const unit = room.list("P12", 1);
    LiveFeeds feeds{*room.session, room.wall, quick()};
    REQUIRE_FALSE(feeds.add({FeedKind::nmea, FeedWay::tcp, "127.0.0.1", 9, "", "P12"}));
    CHECK(room.world().units.size() == 1);
    CHECK(feeds.at(0).unit() == unit);
}

TEST_CASE("what a feed counted stands in the journal when it is taken away")
{
    Room room;
    Server server;
    LiveFeeds feeds{*room.session, room.wall, quick()};
    int lists = 0;
    QObject::connect(&feeds, &LiveFeeds::listChanged, [&] { ++lists; });
    REQUIRE_FALSE(feeds.add(tcp(FeedKind::gpsd, server.port())));
    std::string const name = source_text(feeds.at(0).address());
    CHECK(feeds.addresses() == std::vector<std::string>{name + "=P12"});
    server.send("nonsense\n" + tpv("/dev/a", 1));
    REQUIRE(until([&] { return room.fixes.size() == 1; }));
    feeds.remove(7);
    CHECK(feeds.size() == 1);
    feeds.remove(0);
    CHECK(feeds.size() == 0);
    CHECK(lists == 2);
    auto const* said = room.world().feeds.find(name);
    REQUIRE(said != nullptr);
    CHECK(said->received == 2);
    CHECK(said->malformed == 1);
    CHECK(said->accepted == 1);
    // Nothing comes any more.
    Seq const last = room.world().last;
    server.send(tpv("/dev/a", 2));
    until([&] { return server.client->state() == QAbstractSocket::UnconnectedState; });
    CHECK(room.world().last == last);
}

}  // namespace cresset::app::test
