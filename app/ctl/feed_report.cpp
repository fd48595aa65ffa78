#include "app/ctl/feed_report.h"

#include "app/ctl/print.h"

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

}  // namespace

std::optional<Problem> finish(Arguments const& arguments, FeedReport const& report, FeedSession& session)
{
    if (auto problem = session.close()) return problem;
    tell(arguments, report, session);
    return {};
}

}  // namespace cresset::app
