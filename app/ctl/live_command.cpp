#include "app/ctl/live_command.h"

#include "app/ctl/feed_report.h"
#include "app/ctl/print.h"
#include "app/feeds/live_feed.h"
#include "app/resources.h"

#include <QCoreApplication>
#include <QTimer>
#include <csignal>

namespace cresset::app {

namespace {

constexpr int look_every_ms = 50;
constexpr std::size_t most_problems = 100;

volatile std::sig_atomic_t stop_asked = 0;

void ask_to_stop(int)
{
    stop_asked = 1;
}

Result<FeedAddress> read_serial(Arguments const& arguments)
{
    FeedAddress address;
    address.way = FeedWay::serial;
    address.call_sign = arguments.option_or("--unit", "GPS1");
    if (*arguments.option("--as") != "nmea") return Problem{"a receiver at a serial port speaks NMEA: say --as nmea"};
    if (arguments.has("--once")) return Problem{"--once is for --tcp: nobody closes a serial port"};
    if (arguments.has("--device")) return Problem{"--device is for a gpsd: NMEA names no devices"};
    if (auto problem = read_serial_port(*arguments.option("--serial"), address)) return *problem;
    return address;
}

/// Where this computer itself is.
Result<FeedAddress> read_system(Arguments const& arguments)
{
    FeedAddress address;
    address.kind = FeedKind::place;
    address.way = FeedWay::system;
    address.call_sign = arguments.option_or("--unit", "GPS1");
    if (arguments.has("--once")) return Problem{"--once is for --tcp: nobody closes a location service"};
    if (!arguments.has("--device")) return address;
    if (auto problem = read_provider(*arguments.option("--device"), address)) return *problem;
    return address;
}

Result<FeedAddress> read_address(Arguments const& arguments)
{
    if (arguments.has("--serial")) return read_serial(arguments);
    if (arguments.has("--system")) return read_system(arguments);
    bool const tcp = arguments.has("--tcp");
    FeedAddress address;
    address.kind = *arguments.option("--as") == "gpsd" ? FeedKind::gpsd : FeedKind::nmea;
    address.way = tcp ? FeedWay::tcp : FeedWay::udp;
    std::string const place = *arguments.option(tcp ? "--tcp" : "--udp");
    bool const port_alone = !tcp && place.find(':') == std::string::npos;
    if (auto problem = read_host_and_port(port_alone ? ":" + place : place, address)) return *problem;
    address.device = arguments.option_or("--device", "");
    address.call_sign = arguments.option_or("--unit", "GPS1");
    if (!address.device.empty() && address.kind != FeedKind::gpsd)
        return Problem{"--device is for a gpsd: NMEA names no devices"};
    if (arguments.has("--once") && !tcp) return Problem{"--once is for --tcp: nobody closes a UDP port"};
    return address;
}

Result<std::optional<Duration>> read_length(Arguments const& arguments)
{
    auto const text = arguments.option("--for");
    if (!text) return std::optional<Duration>{};
    auto const length = parse_duration(*text);
    if (length && *length > Duration{0} && *length <= Duration{7 * 86'400'000}) return length;
    return Problem{fmt::format("--for must be a length such as 90s, 30m or 8h, at most 7d, not \"{}\"", *text)};
}

/// Says what happens to the link on its way, and keeps it.
class Watch {
public:
    Watch(LiveFeed& feed, bool once, bool json) : feed_{feed}, once_{once}, json_{json}
    {
        changes_ = QObject::connect(&feed, &LiveFeed::stateChanged, [this] { look(); });
    }
    ~Watch() { end(); }
    Watch(Watch const&) = delete;
    Watch& operator=(Watch const&) = delete;

    void end() { QObject::disconnect(changes_); }
    std::vector<std::string> const& problems() const { return problems_; }

private:
    void look()
    {
        bool const lost = feed_.state() == FeedState::lost;
        std::string const word =
            lost ? fmt::format("lost: {}", english(feed_.loss())) : std::string{english(feed_.state())};
        if (!json_) print_line("{}", word), std::fflush(stdout);
        if (lost && problems_.size() < most_problems) problems_.push_back(word);
        if (lost && once_) QCoreApplication::quit();
    }

    LiveFeed& feed_;
    bool once_, json_;
    QMetaObject::Connection changes_;
    std::vector<std::string> problems_;
};

/// Until the length is over, the sender closed (with --once) or somebody asks to stop.
void run(std::optional<Duration> length)
{
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, [] {
        if (stop_asked != 0) QCoreApplication::quit();
    });
    look.start(look_every_ms);
    QTimer end;
    end.setSingleShot(true);
    QObject::connect(&end, &QTimer::timeout, &QCoreApplication::quit);
    if (length) end.start(std::chrono::milliseconds{length->count()});
    QCoreApplication::exec();
}

std::string trouble_at(FeedAddress const& address, Loss loss)
{
    std::string const at = address.way == FeedWay::system ? source_text(address) : place_text(address);
    return fmt::format("{}: {}", at, english(loss == Loss::none ? Loss::nothing_came : loss));
}

FeedReport report_of(LiveFeed const& feed, std::vector<std::string> problems)
{
    FeedReport report;
    report.counts = feed.counters();
    report.refused = feed.refused();
    report.first_refusal = feed.first_refusal();
    report.problems = std::move(problems);
    if (auto const error = feed.last_error(); !error.empty()) report.problems.push_back("gpsd says: " + error);
    for (auto const& [claim, count] : feed.bindings().quarantine())
        report.problems.push_back(
            fmt::format("{} may not speak for {}: {} times", claim.device, feed.address().call_sign, count));
    return report;
}

}  // namespace

std::optional<Problem> feed_live(Arguments const& arguments)
{
    auto const address = read_address(arguments);
    if (!address) return Problem{address.problem()};
    auto const length = read_length(arguments);
    if (!length) return Problem{length.problem()};
    auto codes = load_codes();
    if (!codes) return Problem{codes.problem()};
    std::signal(SIGTERM, ask_to_stop);
    std::signal(SIGINT, ask_to_stop);
    int count = 0;
    QCoreApplication application{count, nullptr};
    SystemClock clock;
    auto session = FeedSession::open(
        {*arguments.option("--journal"), source_text(*address), "UTC", clock.now(), *std::move(codes), true});
    if (!session) return Problem{session.problem()};
    LiveFeed feed{*address, (*session)->session(), clock};
    Watch watch{feed, arguments.has("--once"), arguments.json()};
    if (auto problem = feed.start()) return problem;
    if (feed.state() == FeedState::lost) return Problem{trouble_at(*address, feed.loss())};
    bool const listens = feed.port() != 0 || address->way == FeedWay::serial || address->way == FeedWay::system;
    if (!arguments.json()) print_line("{} {}", listens ? "listens at" : "connects to", source_text(*address));
    std::fflush(stdout);
    run(*length);
    Loss const loss = feed.loss();
    watch.end();
    feed.stop();
    FeedReport const report = report_of(feed, watch.problems());
    bool const never_came = arguments.has("--once") && loss != Loss::closed && report.counts.received == 0;
    if (never_came && stop_asked == 0) return Problem{trouble_at(*address, loss)};
    return finish(arguments, report, **session);
}

}  // namespace cresset::app
