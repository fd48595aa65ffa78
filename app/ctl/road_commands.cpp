/// Questions to the roads of a pack: how long from here to there, and who of a list of units gets there first.

#include "app/ctl/commands.h"
#include "app/ctl/pack_roads.h"
#include "app/ctl/print.h"
#include "app/ctl/road_options.h"
#include "app/ctl/unit_file.h"
#include "core/facts/json_text.h"
#include "core/roads/recommend.h"
#include "core/roads/roads.h"
#include "core/roads/turn_list.h"

#include <cstdint>
#include <memory>

namespace cresset::app {

namespace {

struct Asked {
    Place from;
    Place to;
    Mode mode = Mode::emergency_car;
};

Result<Asked> read_question(Arguments const& arguments)
{
    Asked asked;
    auto const from = place_option("--from", *arguments.option("--from"));
    if (!from) return Problem{from.problem()};
    auto const to = place_option("--to", *arguments.option("--to"));
    if (!to) return Problem{to.problem()};
    asked.from = *from;
    asked.to = *to;
    auto const mode = mode_option(arguments);
    if (!mode) return Problem{mode.problem()};
    asked.mode = *mode;
    return asked;
}

Result<Route> route_of(Roads const& roads, Asked const& asked)
{
    auto const snapped = [&](Place place) { return roads.snap(place, asked.mode); };
    auto const start = snapped(asked.from);
    if (!start) return no_road_near(asked.from);
    auto const end = snapped(asked.to);
    if (!end) return no_road_near(asked.to);
    RouteSearch search{roads.net(asked.mode)};  // for one question landmarks cost more than they save
    auto route = search.fastest(*start, *end);
    if (!route)
        return Problem{fmt::format("there is no way by {} from {} to {}", name_of(asked.mode), to_text(asked.from),
                                   to_text(asked.to))};
    return *std::move(route);
}

Json geometry_of(Route const& route)
{
    return {{"type", "LineString"}, {"coordinates", line_json(route.line)}};
}

Json step_json(RoadGraph const& graph, TurnStep const& step)
{
    return {{"name", graph.names()[step.name].name},
            {"lat", step.at.lat()},
            {"lon", step.at.lon()},
            {"distance_m", metres(step.length_mm)},
            {"after_s", seconds(step.start_ms)},
            {"en", in_english(step, graph)},
            {"zh", in_chinese(step, graph)}};
}

std::optional<Problem> eta(Arguments const& arguments)
{
    auto const asked = read_question(arguments);
    if (!asked) return Problem{asked.problem()};
    auto const roads = open_roads(arguments.positional(0));
    if (!roads) return Problem{roads.problem()};
    auto const route = route_of(**roads, *asked);
    if (!route) return Problem{route.problem()};
    Json figures{{"distance_m", metres(route->length_mm)},
                 {"duration_s", seconds(route->duration_ms)},
                 {"mode", name_of(asked->mode)}};
    if (arguments.has("--geojson")) {
        Json feature{{"type", "Feature"}, {"properties", figures}, {"geometry", geometry_of(*route)}};
        feature.update(figures);
        print_json_line(feature);
        return {};
    }
    auto const& graph = (*roads)->graph();
    if (arguments.json()) {
        Json streets = Json::array();
        for (TurnStep const& step : turn_list(graph, *route)) streets.push_back(step_json(graph, step));
        figures["streets"] = std::move(streets);
        print_json(figures);
        return {};
    }
    print_line("distance_m {:.1f}", metres(route->length_mm));
    print_line("duration_s {:.1f}", seconds(route->duration_ms));
    bool const chinese = arguments.option_or("--lang", "en") == "zh";
    for (TurnStep const& step : turn_list(graph, *route))
        print_line("  after {:>6.1f} s  {}", seconds(step.start_ms),
                   chinese ? in_chinese(step, graph) : in_english(step, graph));
    return {};
}

std::string sentence(UnitFile const& file, PassedOverUnit const& passed)
{
    UnitRow const& row = file.rows.at(passed.unit.number - 1);
    if (!row.problem.empty()) return row.problem;
    if (passed.reason.code == ReasonCode::wrong_status) return fmt::format("is {}", english(row.status));
    return in_english(passed.reason);
}

Json recommendation_json(UnitFile const& file, Recommendation const& found)
{
    Json ranked = Json::array();
    for (RankedUnit const& one : found.ranked) {
        Json reasons = Json::array();
        for (RankReason const reason : one.reasons) reasons.push_back(in_english(reason));
        ranked.push_back({{"unit", file.rows.at(one.unit.number - 1).unit},
                          {"eta_s", seconds(one.eta_ms)},
                          {"distance_m", metres(one.distance_mm)},
                          {"reasons", std::move(reasons)}});
    }
    Json passed_over = Json::array();
    for (PassedOverUnit const& one : found.passed_over) {
        Json json{{"unit", file.rows.at(one.unit.number - 1).unit}, {"reasons", Json::array({sentence(file, one)})}};
        if (one.eta_ms) json["eta_s"] = seconds(*one.eta_ms);
        passed_over.push_back(std::move(json));
    }
    return {{"ranked", std::move(ranked)}, {"passed_over", std::move(passed_over)}};
}

void print_recommendation(UnitFile const& file, Recommendation const& found)
{
    for (RankedUnit const& one : found.ranked) {
        std::string line = fmt::format("{:<10} {:>7.1f} s {:>9.1f} m", file.rows.at(one.unit.number - 1).unit,
                                       seconds(one.eta_ms), metres(one.distance_mm));
        for (RankReason const reason : one.reasons) line += "; " + in_english(reason);
        print(line + "\n");
    }
    if (found.ranked.empty()) print_line("no unit can go");
    if (!found.passed_over.empty()) print_line("passed over:");
    for (PassedOverUnit const& one : found.passed_over)
        print_line("  {:<10} {}{}", file.rows.at(one.unit.number - 1).unit, sentence(file, one),
                   one.eta_ms ? fmt::format(" (would take {:.1f} s)", seconds(*one.eta_ms)) : "");
}

std::optional<Problem> recommend_units(Arguments const& arguments)
{
    auto const to = place_option("--to", *arguments.option("--to"));
    if (!to) return Problem{to.problem()};
    auto const top = number_option<std::size_t>("--top", arguments.option_or("--top", "10"), 1, 100'000);
    if (!top) return Problem{top.problem()};
    auto const units = read_unit_file(*arguments.option("--units"));
    if (!units) return Problem{units.problem()};
    auto const roads = open_roads(arguments.positional(0));
    if (!roads) return Problem{roads.problem()};
    if (!(*roads)->snap(*to, Mode::emergency_car) && !(*roads)->snap(*to, Mode::foot))
        return Problem{fmt::format("there is no road within {} m of {}: is it in this city?",
                                   SnapIndex::usual_reach_mm / 1000, to_text(*to))};
    auto const found = recommend(*roads, candidates_of(*units), *to, *top);
    if (arguments.json())
        print_json(recommendation_json(*units, found));
    else
        print_recommendation(*units, found);
    return {};
}

}  // namespace

std::vector<CommandRule> road_commands()
{
    return {
        {"eta",
         "the fastest way between two places: distance_m, duration_s, and the turns in words",
         {"PACK"},
         {{"--from", "LAT,LON", "in degrees, WGS-84", true},
          {"--to", "LAT,LON", "in degrees, WGS-84", true},
          {"--mode", "MODE", "emergency (usual), car, ebike or foot"},
          {"--lang", "LANGUAGE", "of the list of turns: en (usual) or zh"},
          {"--geojson", "", "print a GeoJSON feature with the way and both figures"}},
         "Places are moved to the nearest road that the mode may use, at most 1000 m away.",
         eta},
        {"recommend",
         "who of a list of units gets there first by road, and why the others not",
         {"PACK"},
         {{"--units", "FILE.csv", "columns unit,lat,lon,status and, if you like, mode", true},
          {"--to", "LAT,LON", "in degrees, WGS-84", true},
          {"--top", "N", "so many are ranked at most (10)"}},
         "Status: available, dispatched, en route, on scene, busy, break, out of service; only the available are "
         "ranked.\n"
         "Mode: emergency (usual), car, ebike, foot. A row that cannot be read is passed over, with the reason.",
         recommend_units},
    };
}

}  // namespace cresset::app
