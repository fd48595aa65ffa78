#include "tests/app/feeds/live_room.h"

#include <QTemporaryDir>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <unistd.h>
#include <utility>

// A receiver at a serial port, played by a pseudo terminal behind a name that can be plugged in and pulled out.

namespace cresset::app::test {

namespace {

class Receiver {
public:
    /// Where it would be plugged in.
    std::string port() const { return folder_.filePath(QStringLiteral("ttyUSB0")).toStdString(); }
    void plug_in()
    {
        fd_ = ::posix_openpt(O_RDWR | O_NOCTTY);
        REQUIRE(fd_ >= 0);
        REQUIRE((::grantpt(fd_) == 0 && ::unlockpt(fd_) == 0));
        std::filesystem::create_symlink(::ptsname(fd_), port());
    }
    void pull_out()
    {
        std::filesystem::remove(port());
        ::close(std::exchange(fd_, -1));
    }
    void send(std::string const& bytes) const
    {
        REQUIRE(::write(fd_, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
    }
    Receiver() = default;
    Receiver(Receiver const&) = delete;
    Receiver& operator=(Receiver const&) = delete;
    ~Receiver()
    {
        if (fd_ >= 0) ::close(fd_);
    }

private:
    QTemporaryDir folder_;
    int fd_ = -1;
};

FeedAddress address_of(Receiver const& receiver)
{
    FeedAddress address;
    address.way = FeedWay::serial;
    address.device = receiver.port();
    address.call_sign = "P12";
    return address;
}

}  // namespace

TEST_CASE("a serial port with nothing plugged in is tried again until there is something")
{
    Room room;
    Receiver receiver;
    LiveFeed feed{address_of(receiver), *room.session, room.wall, quick()};
    REQUIRE_FALSE(feed.start());
    CHECK(feed.state() == FeedState::lost);
    CHECK(feed.loss() == Loss::no_such_device);
    receiver.plug_in();
    REQUIRE(until([&] { return feed.state() == FeedState::connecting; }));
    receiver.send(rmc(1));
    REQUIRE(until([&] { return feed.state() == FeedState::live; }));
    REQUIRE(until([&] { return room.fixes.size() == 1; }));
    CHECK(room.fixes[0].fix.at == instant(1'769'947'201'000));
}

TEST_CASE("a serial line is read however it is sliced and what is malformed is counted")
{
    Room room;
    Receiver receiver;
    receiver.plug_in();
    LiveFeed feed{address_of(receiver), *room.session, room.wall, quick()};
    REQUIRE_FALSE(feed.start());
    REQUIRE(feed.state() == FeedState::connecting);
    std::string const all = rmc(1) + "$GPRMC,junk\r\n" + rmc(2) + sentence("GPXXX,1") + rmc(3);
    for (std::size_t i = 0; i < all.size(); i += 7) receiver.send(all.substr(i, 7));
    REQUIRE(until([&] { return room.fixes.size() == 3; }));
    CHECK(feed.counters().received == 5);
    CHECK(feed.counters().malformed() == 1);
    CHECK(feed.counters().unknown_type == 1);
    CHECK(feed.counters().unauthorised == 0);
}

TEST_CASE("a receiver that is pulled out and plugged in again goes on")
{
    Room room;
    Receiver receiver;
    receiver.plug_in();
    std::vector<Loss> losses;
    LiveFeed feed{address_of(receiver), *room.session, room.wall, quick()};
    QObject::connect(&feed, &LiveFeed::stateChanged, &feed, [&] {
        if (feed.state() == FeedState::lost) losses.push_back(feed.loss());
    });
    REQUIRE_FALSE(feed.start());
    receiver.send(rmc(1));
    REQUIRE(until([&] { return room.fixes.size() == 1; }));
    receiver.pull_out();
    REQUIRE(until([&] { return feed.state() == FeedState::lost; }));
    CHECK(losses.front() == Loss::unplugged);
    receiver.plug_in();
    REQUIRE(until([&] { return feed.state() == FeedState::connecting; }));
    receiver.send(rmc(1) + rmc(2));
    REQUIRE(until([&] { return room.fixes.size() == 2; }));
    CHECK(feed.counters().received == 3);
    CHECK(feed.counters().accepted == 2);
}

TEST_CASE("two feeds at one serial port are refused")
{
    Room room;
    Receiver receiver;
    receiver.plug_in();
    LiveFeeds feeds{*room.session, room.wall, quick()};
    REQUIRE_FALSE(feeds.add(address_of(receiver)));
    auto other = address_of(receiver);
    other.baud = 9600;
    other.call_sign = "P13";
    auto const problem = feeds.add(other);
    REQUIRE(problem);
    CHECK(problem->text == "another feed reads " + receiver.port() + " already");
    CHECK_FALSE(find_unit(room.world(), "P13"));
}

}  // namespace cresset::app::test
