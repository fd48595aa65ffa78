// The whole road of a fix: a line of JSON over a socket of the machine, read, bound to its unit, swept into a session
// with ten thousand fences, what happened at them derived, and all of it written to a journal on the disk, to its last
// byte.

#include "core/facts/sweep.h"
#include "core/feeds/fix_line.h"
#include "core/journal/journal.h"
#include "core/session/session.h"
#include "tests/bench/fence_city.h"
#include "tests/bench/report.h"

#include <arpa/inet.h>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <netinet/in.h>
#include <string_view>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <unordered_map>

namespace cresset::bench {

namespace {

constexpr std::size_t fences = 10'000;
constexpr int seconds = 31;

struct LastFix : TimeSource {
    Instant at{};
    Instant now() override { return at; }
};

void must(bool done, char const* what)
{
    if (done) return;
    fmt::print(stderr, "bench: {} failed\n", what);
    std::abort();
}

/// Two ends of a connection over loopback.
struct Sockets {
    int sender = -1, receiver = -1;
    Sockets()
    {
        int const listener = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto* plain = reinterpret_cast<sockaddr*>(&address);
        must(::bind(listener, plain, size) == 0 && ::listen(listener, 1) == 0, "listening");
        must(::getsockname(listener, plain, &size) == 0, "asking for the port");
        sender = ::socket(AF_INET, SOCK_STREAM, 0);
        must(::connect(sender, plain, size) == 0, "connecting");
        receiver = ::accept(listener, nullptr, nullptr);
        ::close(listener);
    }
    Sockets(Sockets const&) = delete;
    Sockets& operator=(Sockets const&) = delete;
    ~Sockets() { ::close(receiver); }
};

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

/// Takes lines as they come; all that one read brought is one sweep.
class Door {
public:
    Door(Session& session, LastFix& clock) : session_{session}, clock_{clock}
    {
        for (auto const& [id, unit] : session.world().units) units_.emplace(unit.call_sign, id);
    }
    void take(std::string_view bytes)
    {
        rest_ += bytes;
        std::size_t begin = 0;
        for (auto end = rest_.find('\n'); end != std::string::npos; end = rest_.find('\n', begin = end + 1))
            take_line(std::string_view{rest_}.substr(begin, end - begin));
        rest_.erase(0, begin);
        sweep();
    }
    std::size_t taken() const { return taken_; }
    Watermark mark() const { return last_.mark; }

private:
    void take_line(std::string_view line)
    {
        auto const read = feeds::read_fix_line(line);
        must(static_cast<bool>(read), "reading a line");
        auto const unit = units_.find(read->unit);
        must(unit != units_.end(), "knowing the unit");
        if (!fixes_.empty() && unit->second <= fixes_.back().unit) sweep();
        fixes_.push_back({unit->second, read->fix});
        clock_.at = std::max(clock_.at, read->fix.at);
        ++taken_;
    }
    void sweep()
    {
        if (fixes_.empty()) return;
        Act act = session_.new_act({9}, {9, 1});
        act.source = "feed:lines";
        act.events.emplace_back(Sweep{static_cast<std::uint32_t>(fixes_.size()), "", pack_sweep(fixes_)});
        last_ = session_.submit(act);
        must(static_cast<bool>(last_), "submitting");
        fixes_.clear();
    }

    Session& session_;
    LastFix& clock_;
    std::unordered_map<std::string, UnitId> units_;
    std::string rest_;
    std::vector<UnitFix> fixes_;
    Ticket last_;
    std::size_t taken_ = 0;
};

void bench_fence_road(Report& report)
{
    if (!report.wants("fence_road")) return;
    FenceCity city{fences};
    auto const all = city.drive(seconds, 0);
    std::vector<std::string> texts;
    for (std::size_t i = 1; i < all.size(); ++i) texts.push_back(lines_of(all[i]));

    auto const folder = std::filesystem::path{BINARY_DIR} / "bench-fence-road";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    auto journal = Journal::create(folder / "road.cresset", {}, {});
    must(static_cast<bool>(journal), "making the journal");
    LastFix clock;
    clock.at = all[0][0].at;
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
    Door door{session, clock};
    session.fences_due(clock.at);  // the fences are taken up before the first fix

    Sockets sockets;
    double const start = wall_s();
    std::thread sender{[&] {
        for (std::string const& text : texts)
            for (std::size_t sent = 0; sent < text.size();) {
                auto const part = ::send(sockets.sender, text.data() + sent, text.size() - sent, 0);
                must(part > 0, "sending");
                sent += static_cast<std::size_t>(part);
            }
        ::close(sockets.sender);
    }};
    std::vector<char> buffer(std::size_t{256} * 1024);
    for (;;) {
        auto const got = ::recv(sockets.receiver, buffer.data(), buffer.size(), 0);
        must(got >= 0, "receiving");
        if (got == 0) break;
        door.take({buffer.data(), static_cast<std::size_t>(got)});
    }
    must((*journal)->wait(door.mark()), "writing all of it");
    double const took = wall_s() - start;
    sender.join();
    report.say({.figure = "fence_road.update",
                .name = fmt::format("{} fences, {} crossings", fences, crossings),
                .value = static_cast<double>(door.taken()) / took,
                .unit = "1/s",
                .bar = 100'000});
}
BENCH("fence_road", bench_fence_road)

}  // namespace

}  // namespace cresset::bench
