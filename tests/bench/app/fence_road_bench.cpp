// The whole road of a fix as the product goes it: lines of a fleet over a socket of the machine, the live feed that
// reads, judges and sweeps them into a session with ten thousand fences, what happened at them derived, and all of it
// written to a journal on the disk, to its last byte.

#include "app/feeds/live_feed.h"
#include "core/journal/journal.h"
#include "tests/bench/fence_city.h"
#include "tests/bench/report.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <arpa/inet.h>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace cresset::bench {

namespace {

constexpr std::size_t fences = 10'000;
constexpr int seconds = 31;

struct SetClock : TimeSource {
    Instant at{};
    Instant now() override { return at; }
};

void must(bool done, char const* what)
{
    if (done) return;
    fmt::print(stderr, "bench: {} failed\n", what);
    std::abort();
}

std::string call_sign(std::size_t unit)
{
    return fmt::format("U{:05}", unit);
}

std::string lines_of(std::vector<Fix> const& fixes)
{
    std::string text;
    for (std::size_t i = 0; i < fixes.size(); ++i)
        text += fmt::format(R"({{"unit":"{}","at":"{}","lat":{:.7f},"lon":{:.7f}}})"
                            "\n",
                            call_sign(i), to_iso(fixes[i].at), fixes[i].place.lat(), fixes[i].place.lon());
    return text;
}

/// A location server of one connection, which sends all it has as fast as it is taken.
class LocationServer {
public:
    LocationServer()
    {
        listener_ = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto* plain = reinterpret_cast<sockaddr*>(&address);
        must(::bind(listener_, plain, size) == 0 && ::listen(listener_, 1) == 0, "listening");
        must(::getsockname(listener_, plain, &size) == 0, "asking for the port");
        port_ = ntohs(address.sin_port);
    }
    LocationServer(LocationServer const&) = delete;
    LocationServer& operator=(LocationServer const&) = delete;
    ~LocationServer() { ::close(listener_); }

    std::uint16_t port() const { return port_; }
    /// Waits for the one who listens.
    void send_all(std::vector<std::string> const& texts) const
    {
        int const to = ::accept(listener_, nullptr, nullptr);
        for (std::string const& text : texts)
            for (std::size_t sent = 0; sent < text.size();) {
                auto const part = ::send(to, text.data() + sent, text.size() - sent, 0);
                must(part > 0, "sending");
                sent += static_cast<std::size_t>(part);
            }
        ::close(to);
    }

private:
    int listener_ = -1;
    std::uint16_t port_ = 0;
};

World room_with(FenceCity const& city, std::vector<Fix> const& first)
{
    World world;
    for (std::size_t i = 0; i < first.size(); ++i) {
        UnitId const id{1, static_cast<std::uint32_t>(i + 1)};
        Unit unit;
        unit.call_sign = call_sign(i);
        unit.kind = "car";
        world.units.put(id, unit);
        world.fixes.put(id, first[i]);
    }
    std::uint32_t number = 0;
    for (FenceShape const& shape : city.shapes()) {
        Fence fence;
        fence.name.en = fmt::format("F{}", ++number);
        fence.shape = shape;
        fence.then.alert = false;
        world.fences.put({2, number}, fence);
    }
    return world;
}

void bench_fence_road(Report& report)
{
    if (!report.wants("fence_road")) return;
    FenceCity city{fences};
    auto const all = city.drive(seconds, 0);
    std::vector<std::string> texts;
    std::size_t lines = 0;
    for (std::size_t i = 1; i < all.size(); ++i) texts.push_back(lines_of(all[i])), lines += all[i].size();

    auto const folder = std::filesystem::path{BINARY_DIR} / "bench-fence-road";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    auto journal = Journal::create(folder / "road.cresset", {}, {});
    must(static_cast<bool>(journal), "making the journal");
    SetClock clock;
    clock.at = all.back().front().at;
    SessionParts parts;
    parts.journal = journal->get();
    parts.clock = &clock;
    parts.seat = {1};
    parts.who = {1, 1};
    Session session{room_with(city, all[0]), parts};
    std::uint64_t crossings = 0;
    session.on_change([&](Changes const&, std::span<Entry const> entries) {
        for (Entry const& entry : entries) crossings += std::holds_alternative<FenceCrossed>(entry.event) ? 1 : 0;
    });
    session.fences_due(all[0][0].at);  // the fences are taken up before the first fix

    int count = 0;
    std::optional<QCoreApplication> application;
    if (QCoreApplication::instance() == nullptr) application.emplace(count, nullptr);
    LocationServer server;
    app::LiveFeed feed{{app::FeedKind::fleet, app::FeedWay::tcp, "127.0.0.1", server.port(), "", "*"}, session, clock};
    double const start = wall_s();
    std::thread sender{[&] { server.send_all(texts); }};
    must(!feed.start(), "opening the feed");
    while (feed.counters().readings < lines) {
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
        session.settle();
    }
    feed.stop();
    must((*journal)->wait({(*journal)->last()}), "writing all of it");
    double const took = wall_s() - start;
    sender.join();
    must(feed.counters().accepted == lines && feed.refused() == 0, "taking every line");
    report.say({.figure = "fence_road.update",
                .name = fmt::format("{} fences, {} crossings", fences, crossings),
                .value = static_cast<double>(lines) / took,
                .unit = "1/s",
                .bar = 100'000});
}
BENCH("fence_road", bench_fence_road)

}  // namespace

}  // namespace cresset::bench
