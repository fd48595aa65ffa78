#pragma once
/// A session in memory with a scripted clock, and servers of our own on the loopback that play the other side.

#include "app/feeds/live_feeds.h"
#include "core/facts/sweep.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QHostAddress>
#include <QNetworkProxy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QUdpSocket>
#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <memory>
#include <string>
#include <vector>

namespace cresset::app::test {

/// Turns the event loop until it is so; false if it never is (a generous deadline, which a good run does not meet).
template <typename Question>
bool until(Question question)
{
    QTimer deadline;
    deadline.setSingleShot(true);
    deadline.start(30'000);
    while (!question() && deadline.isActive())
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    return question();
}

/// 2026-02-01T12:00:00Z and a little.
class ScriptedClock : public TimeSource {
public:
    Instant now() override { return at; }
    Instant at = instant(1'769'947'260'000);
};

/// Everything that a session wrote.
class Room {
public:
    explicit Room(bool exercise = false)
    {
        SessionParts parts;
        parts.clock = &clock;
        parts.seat = SeatId{1};
        session = std::make_unique<Session>(World{}, parts);
        session->on_change([this](Changes const&, std::span<Entry const> entries) {
            for (Entry const& entry : entries)
                if (auto const* sweep = std::get_if<Sweep>(&entry.event))
                    for (UnitFix const& fix : unpack_sweep(sweep->bytes)) fixes.push_back(fix);
        });
        ShiftOpened opened;
        opened.exercise = exercise;
        do_it(opened);
    }
    void do_it(Event event)
    {
        Act act = session->new_act();
        act.events.push_back(std::move(event));
        REQUIRE(session->submit(act));
    }
    UnitId list(std::string const& call_sign, std::uint16_t origin)
    {
        UnitListed listed;
        listed.id = {origin, static_cast<std::uint32_t>(session->world().units.size() + 1)};
        listed.row.call_sign = call_sign;
        do_it(listed);
        return listed.id;
    }
    World const& world() const { return session->world(); }

    ScriptedClock clock;
    ScriptedClock wall;
    std::unique_ptr<Session> session;
    std::vector<UnitFix> fixes;
};

/// Listens on the loopback, at a port of the system's choice or a given one; plays to everybody who connects.
class Server {
public:
    explicit Server(quint16 port = 0)
    {
        server_.setProxy(QNetworkProxy::NoProxy);
        REQUIRE(server_.listen(QHostAddress::LocalHost, port));
        QObject::connect(&server_, &QTcpServer::newConnection, [this] {
            while (auto* socket = server_.nextPendingConnection()) {
                ++connections;
                client = socket;
                QObject::connect(socket, &QTcpSocket::readyRead, [this, socket] { heard += socket->readAll(); });
            }
        });
    }
    quint16 port() const { return server_.serverPort(); }
    void send(std::string const& bytes)
    {
        REQUIRE(until([&] { return client != nullptr; }));
        client->write(bytes.data(), static_cast<qint64>(bytes.size()));
    }
    /// The client may connect again.
    void hang_up()
    {
        client->disconnectFromHost();
        client = nullptr;
    }

    int connections = 0;
    QTcpSocket* client = nullptr;
    QByteArray heard;

private:
    QTcpServer server_;
};

/// With its checksum and its end.
inline std::string sentence(std::string const& body)
{
    unsigned sum = 0;
    for (char const c : body) sum ^= static_cast<unsigned char>(c);
    return fmt::format("${}*{:02X}\r\n", body, sum);
}
/// A fix at 12:00 and so many seconds on 2026-02-01, a little further east each second.
inline std::string rmc(int second)
{
    return sentence(
        fmt::format("GPRMC,1200{:02}.00,A,2900.0000,N,12430.{:04},E,10.0,090.0,010226,,,A", second, second * 30));
}
inline std::string tpv(std::string const& device, int second, int lat = 29)
{
    return fmt::format(
        R"({{"class":"TPV","device":"{}","mode":3,"time":"2026-02-01T12:00:{:02}.000Z","lat":{}.0,"lon":124.5}})"
        "\n",
        device, second, lat);
}

inline FeedAddress tcp(FeedKind kind, quint16 port, std::string call_sign = "P12")
{
    return {kind, FeedWay::tcp, "127.0.0.1", port, "", std::move(call_sign)};
}

/// Quick where a test waits, slow where it must not happen.
inline LiveFeedTimes quick()
{
    using std::chrono::milliseconds;
    LiveFeedTimes times;
    times.complete = milliseconds{20};
    times.first_pause = milliseconds{4};
    times.longest_pause = milliseconds{64};
    return times;
}

}  // namespace cresset::app::test
