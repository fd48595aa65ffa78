#include "app/ctl/fix_feed.h"

#include "core/facts/sweep.h"
#include "core/feeds/fix_intake.h"
#include "core/feeds/gpsd.h"
#include "core/feeds/nmea.h"

#include <algorithm>
#include <fmt/format.h>

namespace cresset::app {

namespace {

/// The receivers of a log, in the order in which they first speak.
std::vector<std::string> devices_of(FixFeed const& feed)
{
    std::vector<std::string> devices;
    for (auto const& reading : feed.readings)
        if (std::find(devices.begin(), devices.end(), reading.device) == devices.end())
            devices.push_back(reading.device);
    return devices;
}

Unit unit_called(std::string call_sign)
{
    Unit unit;
    unit.call_sign = std::move(call_sign);
    unit.kind = "car";
    return unit;
}

/// Units that are not there yet are listed.
feeds::Bindings bind_devices(FixFeed const& feed, std::string const& call_sign, FeedSession& session,
                             FeedReport& report)
{
    feeds::Bindings bindings;
    Act act = session.act(session.now());
    std::size_t number = 0;
    for (std::string const& device : devices_of(feed)) {
        std::string const name = ++number == 1 ? call_sign : fmt::format("{}-{}", call_sign, number);
        if (auto const known = find_unit(session.world(), name)) {
            bindings.bind(device, *known);
            continue;
        }
        auto const id = session.session().next_id<UnitId>(act);
        act.events.emplace_back(UnitListed{{id, unit_called(name)}});
        bindings.bind(device, id);
    }
    if (!act.events.empty()) session.submit(act, report);
    return bindings;
}

Sweep sweep_of(UnitFix const& fix)
{
    Sweep sweep;
    sweep.count = 1;
    sweep.bytes = pack_sweep({fix});
    return sweep;
}

}  // namespace

FixFeed read_nmea(std::string_view text)
{
    FixFeed feed;
    feeds::NmeaReader reader{"receiver"};
    reader.feed(text, feed.readings);
    reader.end(feed.readings);
    feed.counts = reader.counters();
    return feed;
}

FixFeed read_gpsd(std::string_view text)
{
    FixFeed feed;
    feeds::GpsdReader reader{"receiver"};
    reader.feed(text, feed.readings);
    reader.end(feed.readings);
    feed.counts = reader.counters();
    if (!reader.last_error().empty()) feed.problems.push_back("gpsd says: " + reader.last_error());
    return feed;
}

Instant first_time(FixFeed const& feed)
{
    for (auto const& reading : feed.readings)
        if (auto const at = feeds::observed_at(reading)) return *at;
    return {};
}

FeedReport play(FixFeed const& feed, std::string const& call_sign, FeedSession& session)
{
    FeedReport report;
    feeds::FixIntake intake{bind_devices(feed, call_sign, session, report)};
    for (auto const& reading : feed.readings) {
        Instant const at = feeds::observed_at(reading, session.now());
        auto const fix = intake.take(reading, at);
        if (!fix) continue;
        Act act = session.act(at);
        act.events.emplace_back(sweep_of(*fix));
        session.submit(act, report);
    }
    // Lines were counted by the reader, readings by the intake.
    report.counts = intake.counters();
    report.counts.received = feed.counts.received;
    report.counts.read = feed.counts.read;
    report.counts.not_read = feed.counts.not_read;
    report.counts.unknown_type = feed.counts.unknown_type;
    report.counts.malformed_by_reason = feed.counts.malformed_by_reason;
    report.problems = feed.problems;
    return report;
}

}  // namespace cresset::app
