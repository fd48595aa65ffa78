/// What comes from outside into a journal: the log of a receiver, or a file of incidents.

#include "app/ctl/commands.h"
#include "app/ctl/feed_session.h"
#include "app/ctl/fix_feed.h"
#include "app/ctl/incident_feed.h"
#include "app/ctl/print.h"
#include "app/resources.h"

namespace cresset::app {

namespace {

Json counts_json(feeds::Counters const& counts)
{
    Json malformed = Json::object();
    for (std::size_t i = 0; i < feeds::malformed_kinds; ++i)
        if (counts.malformed_by_reason[i] > 0)
            malformed[std::string{feeds::name_of(static_cast<feeds::Malformed>(i))}] = counts.malformed_by_reason[i];
    return {{"received", counts.received},
            {"read", counts.read},
            {"not_read", counts.not_read + counts.unknown_type},
            {"malformed", counts.malformed()},
            {"malformed_by_reason", std::move(malformed)},
            {"readings", counts.readings},
            {"accepted", counts.accepted},
            {"no_fix", counts.no_fix},
            {"duplicate", counts.duplicate},
            {"late", counts.late},
            {"doubtful", counts.doubtful},
            {"unauthorised", counts.unauthorised}};
}

void tell(Arguments const& arguments, FeedReport const& report, FeedSession const& session)
{
    World const& world = session.world();
    Json json = counts_json(report.counts);
    json["units"] = world.units.size();
    json["incidents"] = world.incidents.size();
    json["known_before"] = report.known_before;
    json["refused"] = report.refused;
    json["problems"] = report.problems;
    json["entries"] = world.last.value;
    json["digest"] = session.digest();
    if (arguments.json()) return print_json(json);
    auto const& counts = report.counts;
    print_line("{} lines or rows: {} read, {} of no use here, {} malformed", counts.received, counts.read,
               counts.not_read + counts.unknown_type, counts.malformed());
    for (std::size_t i = 0; i < feeds::malformed_kinds; ++i)
        if (counts.malformed_by_reason[i] > 0)
            print_line("  malformed: {} {}", counts.malformed_by_reason[i],
                       feeds::name_of(static_cast<feeds::Malformed>(i)));
    if (counts.readings > 0)
        print_line("{} readings: {} fixes taken, {} without a fix, {} doubled, {} late, {} doubtful", counts.readings,
                   counts.accepted, counts.no_fix, counts.duplicate, counts.late, counts.doubtful);
    for (auto const& problem : report.problems) print_line("  {}", problem);
    if (report.known_before > 0) print_line("{} incidents were in the journal already", report.known_before);
    if (report.refused > 0) print_line("{} acts were refused: {}", report.refused, report.first_refusal);
    print_line("{} units, {} incidents, {} entries, digest {}", world.units.size(), world.incidents.size(),
               world.last.value, session.digest());
}

std::string file_name(std::string const& path)
{
    return std::filesystem::path{path}.filename().string();
}

std::optional<Problem> finish(Arguments const& arguments, FeedReport const& report, FeedSession& session)
{
    session.count(file_name(arguments.positional(0)), report.counts);
    if (auto problem = session.close()) return problem;
    tell(arguments, report, session);
    return {};
}

std::optional<Problem> feed_fixes(Arguments const& arguments, std::string const& text, bool gpsd)
{
    FixFeed const feed = gpsd ? read_gpsd(text) : read_nmea(text);
    auto codes = load_codes();
    if (!codes) return Problem{codes.problem()};
    auto session = FeedSession::open({*arguments.option("--journal"), file_name(arguments.positional(0)), "UTC",
                                      first_time(feed), *std::move(codes)});
    if (!session) return Problem{session.problem()};
    FeedReport const report = play(feed, arguments.option_or("--unit", "GPS1"), **session);
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
    return finish(arguments, report, **session);
}

std::optional<Problem> feed(Arguments const& arguments)
{
    std::string const as = *arguments.option("--as");
    bool const fixes = as == "nmea" || as == "gpsd";
    if (!fixes && as != "csv" && as != "geojson")
        return Problem{fmt::format("--as must be nmea, gpsd, csv or geojson, not \"{}\"", as)};
    if (fixes && arguments.has("--map")) return Problem{fmt::format("--map is for csv and geojson, not for {}", as)};
    auto const text = read_text_file(arguments.positional(0));
    if (!text) return Problem{text.problem()};
    return fixes ? feed_fixes(arguments, *text, as == "gpsd") : feed_incidents(arguments, *text, as == "geojson");
}

}  // namespace

CommandRule feed_command()
{
    return {"feed",
            "play the log of a receiver, or a file of incidents, into a journal",
            {"FILE"},
            {{"--as", "nmea|gpsd|csv|geojson", "what FILE is", true},
             {"--journal", "OUT", "made if it is not there; otherwise it goes on", true},
             {"--map", "M.json", "which column is which, for csv and geojson (resources/feeds/*.json)"},
             {"--unit", "CALLSIGN", "the unit that the receiver is, for nmea and gpsd (GPS1)"}},
            "The times of the journal are those of the file. A line that cannot be read is counted and shown, and the "
            "rest\nis read; what comes late or twice changes nothing. No city pack is needed.",
            feed};
}

}  // namespace cresset::app
