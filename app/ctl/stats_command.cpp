/// How long answers took in a shift, beside the limits of a standard.

#include "app/ctl/commands.h"
#include "app/ctl/journals.h"
#include "app/ctl/print.h"
#include "app/resources.h"
#include "core/base/resource_path.h"
#include "core/world/response_times.h"

#include <algorithm>
#include <array>

namespace cresset::app {

namespace {

constexpr std::array<int, 4> shown_permille{500, 750, 900, 950};

struct Figures {
    std::vector<Responded> incidents;
    std::vector<Responded> units;     // one for each unit that was sent
    std::vector<Responded> answered;  // incidents of which it is known when somebody answered
};

/// A file of another system mostly says when a call came in, not when it was answered.
bool knows_the_answer(Incident const& incident)
{
    return incident.external.empty() || incident.stamp(Stamp::ring) != incident.stamp(Stamp::answered);
}

Figures figures_of(World const& world)
{
    Figures figures;
    for (auto const& [id, incident] : world.incidents) {
        figures.incidents.push_back(responded(incident));
        if (knows_the_answer(incident)) figures.answered.push_back(responded(incident));
        for (Assignment const& work : incident.assignments) figures.units.push_back(responded(incident, work));
    }
    return figures;
}

std::vector<Responded> const& calls_for(Interval interval, Figures const& figures)
{
    return interval == Interval::answer ? figures.answered : figures.incidents;
}

std::vector<LimitKept> judged(ResponseProfile const& profile, Figures const& figures)
{
    std::vector<LimitKept> all;
    for (ResponseLimit const& limit : profile.limits)
        for (LimitKept& one : judge({profile.code, {limit}, profile.name}, calls_for(limit.interval, figures)))
            all.push_back(std::move(one));
    return all;
}

/// Lengths that belong to the unit, not to the call.
bool is_of_units(Interval interval)
{
    return interval != Interval::answer && interval != Interval::process;
}

Result<ResponseProfile> load_profile(std::string const& code)
{
    auto const text = read_text_file(resource_path("codes/profiles.json"));
    if (!text) return Problem{text.problem()};
    auto const profiles = read_profiles(*text);
    if (!profiles) return Problem{fmt::format("profiles.json: {}", profiles.problem())};
    std::string known;
    for (ResponseProfile const& one : *profiles) {
        if (one.code == code) return one;
        known += (known.empty() ? "" : ", ") + one.code;
    }
    return Problem{fmt::format("there is no profile \"{}\": --profile is one of {}", code, known)};
}

Json seconds_or_null(std::optional<Duration> length)
{
    return length ? Json(seconds(length->count())) : Json{};
}

Json sample_json(Sample const& sample)
{
    Json json{{"n", sample.n()}, {"mean_s", seconds_or_null(sample.mean())}};
    for (int const permille : shown_permille)
        json[fmt::format("p{}_s", permille / 10)] = seconds_or_null(sample.percentile(permille));
    json["negative"] = sample.negative;
    return json;
}

Json limit_json(LimitKept const& one)
{
    Json json{{"interval", word_of(one.limit.interval)},
              {"limit_s", one.limit.limit_s},
              {"share", one.limit.share_permille / 1000.0}};
    if (one.limit.priority) json["priority"] = *one.limit.priority;
    if (one.limit.area) json["area"] = *one.limit.area;
    json["n"] = one.sample.n();
    json["within"] = one.within;
    json["kept"] = one.kept ? Json(*one.kept) : Json{};
    json["source"] = one.limit.source;
    return json;
}

Json stats_json(ResponseProfile const& profile, Figures const& figures)
{
    Json incidents = Json::object();
    Json units = Json::object();
    for (Interval const interval : all_intervals) {
        std::string const name{word_of(interval)};
        incidents[name] = sample_json(sample_of(interval, calls_for(interval, figures)));
        if (is_of_units(interval)) units[name] = sample_json(sample_of(interval, figures.units));
    }
    Json limits = Json::array();
    for (LimitKept const& one : judged(profile, figures)) limits.push_back(limit_json(one));
    return {{"profile", profile.code},
            {"percentiles", "nearest rank"},
            {"incidents", std::move(incidents)},
            {"units", std::move(units)},
            {"limits", std::move(limits)}};
}

std::string length_text(std::optional<Duration> length)
{
    return length ? fmt::format("{:.1f}", seconds(length->count())) : "-";
}

void print_heading(std::string_view title)
{
    print_line("{:<24} {:>7} {:>9} {:>9} {:>9} {:>9} {:>9}", title, "n", "mean s", "p50 s", "p75 s", "p90 s", "p95 s");
}

void print_sample(Interval interval, Sample const& sample)
{
    std::string line = fmt::format("  {:<22} {:>7} {:>9}", word_of(interval), sample.n(), length_text(sample.mean()));
    for (int const permille : shown_permille) line += fmt::format(" {:>9}", length_text(sample.percentile(permille)));
    if (sample.negative > 0) line += fmt::format("  ({} left out: end before beginning)", sample.negative);
    print(line + "\n");
}

void print_samples(Figures const& figures)
{
    print_heading("incidents");
    for (Interval const interval : all_intervals)
        print_sample(interval, sample_of(interval, calls_for(interval, figures)));
    print_heading("units sent");
    for (Interval const interval : all_intervals)
        if (is_of_units(interval)) print_sample(interval, sample_of(interval, figures.units));
}

void print_limits(ResponseProfile const& profile, Figures const& figures)
{
    print_line("{}", profile.name.in(false));
    for (LimitKept const& one : judged(profile, figures)) {
        std::string const verdict = !one.kept ? "no calls" : *one.kept ? "kept" : "not kept";
        print_line("  {:<8} {} of {} within {} s (asked: {} %): {}", verdict, one.within, one.sample.n(),
                   one.limit.limit_s, one.limit.share_permille / 10, one.limit.source);
    }
}

std::optional<Problem> stats(Arguments const& arguments)
{
    auto const profile = load_profile(*arguments.option("--profile"));
    if (!profile) return Problem{profile.problem()};
    auto const journal = open_journal(arguments.positional(0));
    if (!journal) return Problem{journal.problem()};
    auto const world = last_world(*journal);
    if (!world) return Problem{world.problem()};
    Figures const figures = figures_of(*world);
    if (arguments.json()) return print_json(stats_json(*profile, figures)), std::nullopt;
    print_samples(figures);
    print_limits(*profile, figures);
    return {};
}

}  // namespace

CommandRule stats_command()
{
    return {"stats",
            "how long answers took, and whether a standard's limits were kept",
            {"JOURNAL"},
            {{"--profile", "nena|nfpa1225|cn110", "the standard", true}},
            "Intervals: answer (ring to answered), process (answered to first unit notified), acknowledge, turnout "
            "(notified\nto under way), travel (under way to on scene), response (ring to first on scene), scene.\n"
            "Percentiles by nearest rank; n stands beside each. Lengths whose end is before their beginning are left "
            "out\nand counted. Calls of which nobody wrote down when they were answered do not count for the answer.",
            stats};
}

}  // namespace cresset::app
