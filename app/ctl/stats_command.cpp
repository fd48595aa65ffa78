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
    std::vector<Responded> units;  // one for each unit that was sent
};

Figures figures_of(World const& world)
{
    Figures figures;
    for (auto const& [id, incident] : world.incidents) {
        figures.incidents.push_back(responded(incident));
        for (Assignment const& work : incident.assignments) figures.units.push_back(responded(incident, work));
    }
    return figures;
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

Json samples_json(std::vector<Responded> const& responses)
{
    Json json = Json::object();
    for (Interval const interval : all_intervals)
        json[std::string{word_of(interval)}] = sample_json(sample_of(interval, responses));
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
    Json limits = Json::array();
    for (LimitKept const& one : judge(profile, figures.incidents)) limits.push_back(limit_json(one));
    return {{"profile", profile.code},
            {"percentiles", "nearest rank"},
            {"incidents", samples_json(figures.incidents)},
            {"units", samples_json(figures.units)},
            {"limits", std::move(limits)}};
}

std::string length_text(std::optional<Duration> length)
{
    return length ? fmt::format("{:.1f}", seconds(length->count())) : "-";
}

void print_samples(std::string_view title, std::vector<Responded> const& responses)
{
    print_line("{:<24} {:>7} {:>9} {:>9} {:>9} {:>9} {:>9}", title, "n", "mean s", "p50 s", "p75 s", "p90 s", "p95 s");
    for (Interval const interval : all_intervals) {
        Sample const sample = sample_of(interval, responses);
        std::string line =
            fmt::format("  {:<22} {:>7} {:>9}", word_of(interval), sample.n(), length_text(sample.mean()));
        for (int const permille : shown_permille)
            line += fmt::format(" {:>9}", length_text(sample.percentile(permille)));
        if (sample.negative > 0) line += fmt::format("  ({} left out: end before beginning)", sample.negative);
        print(line + "\n");
    }
}

void print_limits(ResponseProfile const& profile, std::vector<Responded> const& responses)
{
    print_line("{}", profile.name.in(false));
    for (LimitKept const& one : judge(profile, responses)) {
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
    print_samples("incidents", figures.incidents);
    print_samples("units sent", figures.units);
    print_limits(*profile, figures.incidents);
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
            "out\nand counted.",
            stats};
}

}  // namespace cresset::app
