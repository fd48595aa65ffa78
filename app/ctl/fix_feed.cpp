#include "app/ctl/fix_feed.h"

#include "app/feeds/fix_door.h"

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

/// Each receiver is a unit: "CALLSIGN", "CALLSIGN-2" ...
std::optional<Refusal> bind_devices(FixFeed const& feed, std::string const& call_sign, FixDoor& door)
{
    auto const devices = devices_of(feed);
    std::vector<std::string> names;
    for (std::size_t i = 1; i <= devices.size(); ++i)
        names.push_back(i == 1 ? call_sign : fmt::format("{}-{}", call_sign, i));
    std::vector<UnitId> units;
    if (auto refusal = door.enlist(names, units)) return refusal;
    for (std::size_t i = 0; i < devices.size(); ++i) door.bind(devices[i], units[i]);
    return {};
}

FeedReport report_of(FixDoor const& door, feeds::Counters const& lines)
{
    FeedReport report;
    report.counts = door.counters(lines);
    report.refused = door.refused();
    report.first_refusal = door.first_refusal();
    return report;
}

}  // namespace

FixFeed read_log(std::string_view text, FeedKind kind)
{
    FixFeed feed;
    LineSource source{kind, "receiver"};
    source.feed(text, feed.readings);
    source.end(feed.readings);
    feed.counts = source.counters();
    if (auto const error = source.last_error(); !error.empty()) feed.problems.push_back("gpsd says: " + error);
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
    FixDoor door{session.session(), session.source()};
    auto const refusal = bind_devices(feed, call_sign, door);
    for (auto const& reading : feed.readings) {
        Instant const at = feeds::observed_at(reading, session.now());
        auto const fix = door.judge(reading, at);
        if (!fix) continue;
        session.come_to(at);
        door.submit({*fix});
    }
    FeedReport report = report_of(door, feed.counts);
    if (refusal) ++report.refused, report.first_refusal = explain(*refusal);
    report.problems = feed.problems;
    return report;
}

}  // namespace cresset::app
