#include "tests/app/program.h"

#include <arpa/inet.h>
#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <iostream>
#include <netinet/in.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

// Live receivers into a journal, as scripts run it: a child program and servers of our own, all on the loopback.

namespace cresset::app::test {

namespace fs = std::filesystem;
using Catch::Contains;

namespace {

sockaddr_in loopback(std::uint16_t port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
}

/// A socket on the loopback at a port of the system's choice.
class Socket {
public:
    explicit Socket(int kind) : handle_{::socket(AF_INET, kind | SOCK_CLOEXEC, 0)}
    {
        auto const address = loopback(0);
        REQUIRE(handle_ >= 0);
        REQUIRE(::bind(handle_, reinterpret_cast<sockaddr const*>(&address), sizeof address) == 0);
    }
    ~Socket() { ::close(handle_); }
    Socket(Socket const&) = delete;
    Socket& operator=(Socket const&) = delete;

    int handle() const { return handle_; }
    std::uint16_t port() const
    {
        sockaddr_in address{};
        socklen_t size = sizeof address;
        REQUIRE(::getsockname(handle_, reinterpret_cast<sockaddr*>(&address), &size) == 0);
        return ntohs(address.sin_port);
    }

private:
    int handle_;
};

/// Waits for one client, hears its greeting if there must be one, plays the text in slices and hangs up.
class Player {
public:
    Player(std::string text, bool greeted) : text_{std::move(text)}, greeted_{greeted}
    {
        REQUIRE(::listen(socket_.handle(), 1) == 0);
        thread_ = std::thread{[this] { play(); }};
    }
    ~Player()
    {
        if (thread_.joinable()) thread_.join();
    }
    std::string at() const { return fmt::format("127.0.0.1:{}", socket_.port()); }
    std::string heard()
    {
        thread_.join();
        return heard_;
    }

private:
    void play()
    {
        int const client = ::accept(socket_.handle(), nullptr, nullptr);
        char letter = 0;
        while (greeted_ && letter != '\n' && ::read(client, &letter, 1) == 1) heard_ += letter;
        for (std::size_t from = 0; from < text_.size();) {
            std::size_t const most = std::min<std::size_t>(text_.size() - from, 1 + from * 7919 % 4096);
            ssize_t const sent = ::send(client, text_.data() + from, most, MSG_NOSIGNAL);
            if (sent <= 0) break;
            from += static_cast<std::size_t>(sent);
        }
        ::close(client);
    }

    Socket socket_{SOCK_STREAM};
    std::string text_, heard_;
    bool greeted_;
    std::thread thread_;
};

std::string sentence(std::string const& body)
{
    unsigned sum = 0;
    for (char const c : body) sum ^= static_cast<unsigned char>(c);
    return fmt::format("${}*{:02X}\r\n", body, sum);
}
std::string rmc(int second)
{
    return sentence(
        fmt::format("GPRMC,1200{:02}.00,A,2900.0000,N,12430.{:04},E,10.0,090.0,010226,,,A", second, second * 30));
}
std::string tpv(int second)
{
    return fmt::format(
        "{{\"class\":\"TPV\",\"device\":\"/dev/a\",\"mode\":3,\"time\":\"2026-02-01T12:00:{:02}.000Z\","
        "\"lat\":29.0,\"lon\":124.5,\"speed\":5.5,\"track\":90.25}}\n",
        second);
}

/// Tracks as they are exported, without the name of the file that they came from.
nlohmann::json tracks(std::string const& journal)
{
    return run_well({"export", journal, "--what", "tracks", "--format", "geojson"}).json()["features"];
}

/// What a log is as a file and over TCP: counts and tracks.
void check_same(std::string const& name, std::string const& text, std::string const& as)
{
    INFO(name);
    fs::path const here = folder("live-same-" + name);
    std::string const log = (here / "log").string();
    std::string const by_file = (here / "file.cresset").string();
    std::string const by_tcp = (here / "tcp.cresset").string();
    write(log, text);
    auto const file = run_well({"feed", log, "--as", as, "--journal", by_file, "--unit", "P7", "--json"}).json();
    Player player{text, as == "gpsd"};
    auto const live =
        run_well({"feed", "--tcp", player.at(), "--as", as, "--journal", by_tcp, "--unit", "P7", "--once", "--json"});
    CHECK(player.heard() == (as == "gpsd" ? "?WATCH={\"enable\":true,\"json\":true};\n" : ""));
    for (char const* key : {"received", "read", "not_read", "malformed", "malformed_by_reason", "readings", "accepted",
                            "no_fix", "duplicate", "late", "doubtful", "unauthorised", "units"}) {
        INFO(key);
        CHECK(live.json()[key] == file[key]);
    }
    CHECK(file["accepted"].get<int>() > 0);
    CHECK((tracks(by_tcp) == tracks(by_file)));
    CHECK(run_well({"verify", by_tcp, "--json"}).json()["whole"] == true);
}

/// How many fixes of a log are taken from a file and over TCP.
std::pair<int, int> accepted_both_ways(std::string const& name, std::string const& text, std::string const& as)
{
    fs::path const here = folder("live-both-" + name);
    write((here / "log").string(), text);
    auto const accepted = [&](Words words, char const* journal) {
        words.insert(words.begin(), "feed");
        words.insert(words.end(), {"--as", as, "--unit", "P7", "--json", "--journal", (here / journal).string()});
        return run_well(words).json()["accepted"].get<int>();
    };
    int const by_file = accepted({(here / "log").string()}, "file.cresset");
    Player player{text, as == "gpsd"};
    return {by_file, accepted({"--tcp", player.at(), "--once"}, "tcp.cresset")};
}

}  // namespace

TEST_CASE("words of a live feed that do not go together are refused")
{
    fs::path const here = folder("live-refused");
    std::string const journal = (here / "a.cresset").string();
    auto const why = [&](Words words) {
        words.insert(words.begin(), "feed");
        words.insert(words.end(), {"--journal", journal});
        return failure(words);
    };
    CHECK_THAT(why({"--as", "nmea"}), Contains("a FILE, --tcp HOST:PORT, --udp PORT, --serial"));
    CHECK_THAT(why({"x", "--tcp", "h:1", "--as", "nmea"}), Contains("give one of"));
    CHECK_THAT(why({"--udp", "1", "--tcp", "h:1", "--as", "nmea"}), Contains("give one of"));
    CHECK_THAT(why({"--tcp", "h:1", "--as", "csv"}), Contains("not from the network"));
    CHECK_THAT(why({"x", "--as", "nmea", "--for", "1s"}), Contains("--for is for a live receiver"));
    CHECK_THAT(why({"x", "--as", "nmea", "--once"}), Contains("--once is for a live receiver"));
    CHECK_THAT(why({"--udp", "1", "--as", "nmea", "--once"}), Contains("--once is for --tcp"));
    CHECK_THAT(why({"--tcp", "h:1", "--as", "nmea", "--device", "/dev/a"}), Contains("NMEA names no devices"));
    CHECK_THAT(why({"--serial", "/dev/x", "--udp", "1", "--as", "nmea"}), Contains("give one of"));
    CHECK_THAT(why({"--serial", "/dev/x", "--as", "gpsd"}), Contains("say --as nmea"));
    CHECK_THAT(why({"--serial", "/dev/x", "--as", "nmea", "--once"}), Contains("--once is for --tcp"));
    CHECK_THAT(why({"--serial", "x", "--as", "nmea"}), Contains("is no serial port"));
    CHECK_THAT(why({"--serial", "/dev/x:7", "--as", "nmea"}), Contains("is no speed"));
    CHECK_THAT(why({"--tcp", "h:0", "--as", "nmea"}), Contains("is no port"));
    CHECK_THAT(why({"--tcp", ":5", "--as", "nmea"}), Contains("needs a host"));
    CHECK_THAT(why({"--udp", "x", "--as", "nmea"}), Contains("is no port"));
    CHECK_THAT(why({"--udp", "1", "--as", "nmea", "--for", "soon"}), Contains("--for must be"));
    for (Words const& words : {Words{"--as", "place"}, Words{"--system", "--as", "nmea"}, Words{"x", "--as", "place"}})
        CHECK_THAT(why(words), Contains("is --as place --system"));
    CHECK_THAT(why({"--system", "--udp", "1", "--as", "place"}), Contains("give one of"));
    CHECK_THAT(why({"--system", "--as", "place", "--once"}), Contains("--once is for --tcp"));
    CHECK_THAT(why({"--system", "--as", "place", "--device", "Geo Clue"}), Contains("is no provider of places"));
    CHECK_FALSE(fs::exists(journal));
}

TEST_CASE("a location service that is not there fails the feed")
{
    fs::path const journal = folder("live-no-service") / "a.cresset";
    CHECK_THAT(failure({"feed", "--system", "--as", "place", "--device", "nosuchone", "--journal", journal.string()}),
               Contains("place+system://nosuchone: this computer has no receiver"));
}

TEST_CASE("a server that is not there fails a feed that should run once")
{
    fs::path const here = folder("live-nobody");
    std::string const at = fmt::format("127.0.0.1:{}", Socket{SOCK_STREAM}.port());
    CHECK_THAT(failure({"feed", "--tcp", at, "--as", "nmea", "--once", "--journal", (here / "a.cresset").string()}),
               Contains("nobody listens at that port"));
}

TEST_CASE("a port that is taken fails the feed")
{
    fs::path const here = folder("live-taken");
    Socket const taken{SOCK_DGRAM};
    CHECK_THAT(failure({"feed", "--udp", fmt::format("127.0.0.1:{}", taken.port()), "--as", "nmea", "--journal",
                        (here / "a.cresset").string()}),
               Contains("another program listens"));
}

TEST_CASE("the same log gives the same fixes over TCP as from its file")
{
    std::string nmea = "\xff\xfe garbage\r\n";
    std::string gpsd = "{\"class\":\"VERSION\",\"release\":\"3.22\"}\nnot json\n";
    for (int second = 0; second < 30; ++second) {
        nmea += rmc(second);
        gpsd += tpv(second) + (second == 10 ? tpv(10) + tpv(4) : "");
    }
    check_same("nmea", nmea + "$GPRMC,1200", "nmea");
    check_same("gpsd", gpsd + "{\"class\":\"TPV\"", "gpsd");
}

TEST_CASE("logs of real receivers give the same fixes over TCP as from their files")
{
    fs::path const logs = fs::path{SHARED_DATA} / "nmea-ais";
    if (!fs::exists(logs)) {
        std::cout << "skipped: " << logs << " is not there\n";
        return;
    }
    for (char const* name : {"ublox-lea-4h", "haicom-305N", "beidou-bd", "telit-he910", "nmea-rtk"}) {
        check_same(name, read(logs / fmt::format("{}.log", name)), "nmea");
    }
    check_same("ublox-lea-4h-gpsd", read(logs / "ublox-lea-4h.log.chk"), "gpsd");
    // These have a fix or two without a time: from a file such a fix is of the file's day, live it is of today, years
    // later. It may not make all the others late.
    for (char const* name : {"telit-he910", "quectelLC79D"}) {
        INFO(name);
        auto const [by_file, by_tcp] = accepted_both_ways(name, read(logs / fmt::format("{}.log.chk", name)), "gpsd");
        CHECK(by_file > 20);
        CHECK(std::abs(by_tcp - by_file) <= 2);
    }
}

TEST_CASE("what is sent to a UDP port is taken until somebody ends it")
{
    fs::path const here = folder("live-udp");
    std::string const journal = (here / "a.cresset").string();
    std::uint16_t const port = Socket{SOCK_DGRAM}.port();
    auto const told = run_and_stop(
        {"feed", "--udp", std::to_string(port), "--as", "nmea", "--journal", journal, "--unit", "P7"}, [&] {
            Socket const sender{SOCK_DGRAM};
            auto const to = loopback(port);
            for (int second = 1; second <= 5; ++second) {
                std::string const text = rmc(second);
                REQUIRE(::sendto(sender.handle(), text.data(), text.size(), 0, reinterpret_cast<sockaddr const*>(&to),
                                 sizeof to) == static_cast<ssize_t>(text.size()));
            }
        });
    CHECK(told.exit_code == 0);
    CHECK_THAT(told.out, Contains(fmt::format("listens at nmea+udp://:{}", port)));
    CHECK_THAT(told.out, Contains("5 readings: 5 fixes taken"));
    auto const features = tracks(journal);
    REQUIRE(features.size() == 1);
    CHECK(features[0]["properties"]["unit"] == "P7");
    CHECK(features[0]["properties"]["times"].size() == 5);
}

TEST_CASE("a live feed ends when its time is over")
{
    fs::path const here = folder("live-for");
    std::string const journal = (here / "a.cresset").string();
    std::uint16_t const port = Socket{SOCK_DGRAM}.port();
    auto const told = run_well({"feed", "--udp", fmt::format("127.0.0.1:{}", port), "--as", "gpsd", "--journal",
                                journal, "--for", "30ms", "--json"})
                          .json();
    CHECK(told["received"] == 0);
    CHECK(told["units"] == 1);
}

}  // namespace cresset::app::test
