/// What comes from outside into a journal: from a receiver, its log or live, or a file of incidents.

#include "app/ctl/commands.h"
#include "app/ctl/feed_report.h"
#include "app/ctl/fix_feed.h"
#include "app/ctl/incident_feed.h"
#include "app/ctl/live_command.h"
#include "app/ctl/print.h"
#include "app/resources.h"

namespace cresset::app {

namespace {

constexpr std::string_view usual_call_sign = "GPS1";

std::string file_name(std::string const& path)
{
    return std::filesystem::path{path}.filename().string();
}

std::optional<Problem> feed_fixes(Arguments const& arguments, std::string const& text, bool gpsd)
{
    FixFeed const feed = read_log(text, gpsd ? FeedKind::gpsd : FeedKind::nmea);
    auto codes = load_codes();
    if (!codes) return Problem{codes.problem()};
    auto session = FeedSession::open({*arguments.option("--journal"), file_name(arguments.positional(0)), "UTC",
                                      first_time(feed), *std::move(codes)});
    if (!session) return Problem{session.problem()};
    FeedReport const report = play(feed, arguments.option_or("--unit", usual_call_sign), **session);
    (*session)->count(file_name(arguments.positional(0)), report.counts);
    return finish(arguments, report, **session);
}

std::optional<Problem> feed_incidents(Arguments const& arguments, std::string const& text, bool geojson)
{
    auto const map_file = arguments.option("--map");
    if (!map_file)
        return Problem{"--map is missing: give the file that says which column is which (resources/feeds has one)"};
    auto const map_text = read_text_file(*map_file);
    if (!map_text) return Problem{map_text.problem()};
    auto const map = feeds::parse_table_map(*map_text);
    if (!map) return Problem{fmt::format("{}: {}", *map_file, map.problem())};
    auto const file = geojson ? feeds::read_incident_geojson(text, *map) : feeds::read_incident_csv(text, *map);
    if (!file) return Problem{fmt::format("{}: {}", arguments.positional(0), file.problem())};
    auto codes = load_codes();
    if (!codes) return Problem{codes.problem()};
    auto session = FeedSession::open({*arguments.option("--journal"), file_name(arguments.positional(0)), map->zone,
                                      first_time(*file), with_words_of(*std::move(codes), *file)});
    if (!session) return Problem{session.problem()};
    FeedReport const report = play(*file, **session);
    (*session)->count(file_name(arguments.positional(0)), report.counts);
    return finish(arguments, report, **session);
}

/// Words that do not go together.
std::optional<Problem> check_words(Arguments const& arguments, std::string const& as)
{
    bool const fixes = as == "nmea" || as == "gpsd" || as == "place";
    if (!fixes && as != "csv" && as != "geojson")
        return Problem{fmt::format("--as must be nmea, gpsd, place, csv or geojson, not \"{}\"", as)};
    if ((as == "place") != arguments.has("--system"))
        return Problem{"the place of this computer is --as place --system, with nothing else"};
    if (fixes && arguments.has("--map")) return Problem{fmt::format("--map is for csv and geojson, not for {}", as)};
    std::size_t sources = arguments.positionals();
    for (char const* live : {"--tcp", "--udp", "--serial", "--system"}) sources += arguments.has(live) ? 1U : 0U;
    if (sources == 0)
        return Problem{
            "say where it comes from: a FILE, --tcp HOST:PORT, --udp PORT, --serial /dev/ttyUSB0 or --system"};
    if (sources > 1) return Problem{"give one of FILE, --tcp, --udp, --serial and --system, not several"};
    if (arguments.positionals() == 0)
        return fixes ? std::nullopt
                     : std::optional{Problem{fmt::format("{} is read from a FILE, not from the network", as)}};
    for (char const* live : {"--for", "--once", "--device"})
        if (arguments.has(live)) return Problem{fmt::format("{} is for a live receiver, not for a FILE", live)};
    return {};
}

std::optional<Problem> feed(Arguments const& arguments)
{
    std::string const as = *arguments.option("--as");
    if (auto problem = check_words(arguments, as)) return problem;
    if (arguments.positionals() == 0) return feed_live(arguments);
    auto const text = read_text_file(arguments.positional(0));
    if (!text) return Problem{text.problem()};
    bool const fixes = as == "nmea" || as == "gpsd";
    return fixes ? feed_fixes(arguments, *text, as == "gpsd") : feed_incidents(arguments, *text, as == "geojson");
}

}  // namespace

CommandRule feed_command()
{
    return {"feed",
            "play what a receiver says, from its log or live, or a file of incidents, into a journal",
            {"[FILE]"},
            {{"--as", "nmea|gpsd|place|csv|geojson", "what comes", true},
             {"--journal", "OUT", "made if it is not there; otherwise it goes on", true},
             {"--tcp", "HOST[:PORT]", "live, from a gpsd (2947) or from whoever sends NMEA (10110)"},
             {"--udp", "[HOST:]PORT", "live, sent to this port; by HOST alone, or by the first who sends"},
             {"--serial", "DEVICE[:BAUD]", "live, from a receiver at this port (4800 baud): /dev/ttyUSB0:9600"},
             {"--system", "", "live, with --as place: where this computer itself is, by its location service"},
             {"--for", "LENGTH", "live: 90s, 30m or 8h; otherwise until Ctrl-C"},
             {"--once", "", "live, with --tcp: end when the sender closes, instead of connecting again"},
             {"--device", "NAME",
              "live: the one to listen to, of a gpsd with several (the first that speaks); with --system the provider"},
             {"--map", "M.json", "which column is which, for csv and geojson (resources/feeds/*.json)"},
             {"--unit", "CALLSIGN", "the unit that the receiver is, for nmea and gpsd (GPS1)"}},
            "One of FILE, --tcp, --udp, --serial and --system. The times of the journal are those of the file, or "
            "live, those of "
            "this machine.\nA line that cannot be read is counted and shown, and the rest is read; what comes late or "
            "twice changes nothing.\nLive, one receiver is one unit: what another device says is counted as "
            "unauthorised. No city pack is needed.",
            feed};
}

}  // namespace cresset::app
