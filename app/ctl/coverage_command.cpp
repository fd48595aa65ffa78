/// How soon an available unit is in every street, where nobody is in time, and whom to move.

#include "app/ctl/commands.h"
#include "app/ctl/print.h"
#include "app/ctl/road_options.h"
#include "app/ctl/unit_file.h"
#include "core/roads/coverage_holes.h"

#include <algorithm>

namespace cresset::app {

namespace {

constexpr std::size_t holes_in_print = 10;
constexpr double minute_ms = 60'000;

/// Those who can come, and their names.
struct Available {
    std::vector<CoverUnit> units;
    std::vector<std::string> names;
};

Available available_of(UnitFile const& file, Roads const& roads)
{
    Available out;
    for (Candidate const& one : candidates_of(file)) {
        if (one.unfit || !one.place) continue;
        auto const at = roads.snap(*one.place, one.mode);
        if (!at) continue;
        out.units.push_back({*at, one.mode});
        out.names.push_back(file.rows.at(one.unit.number - 1).unit);
    }
    return out;
}

struct Answer {
    std::shared_ptr<Roads const> roads;
    Available available;
    std::uint32_t limit_ms = 0;
    Coverage coverage;
    std::vector<CoverageHole> holes;
    std::optional<CoverageMove> move;
    std::string without;
    std::vector<CoverageHole> opened;
};

Json minutes_json(std::uint32_t ms)
{
    return ms == never_ms ? Json{} : Json(static_cast<double>(ms) / minute_ms);
}

Json hole_json(CoverageHole const& hole)
{
    return {{"lat", hole.middle.lat()},
            {"lon", hole.middle.lon()},
            {"length_m", metres(hole.length_mm)},
            {"streets", hole.streets.size()},
            {"worst_minutes", minutes_json(hole.worst_ms)}};
}

Json holes_json(std::vector<CoverageHole> const& holes)
{
    Json rows = Json::array();
    for (CoverageHole const& hole : holes) rows.push_back(hole_json(hole));
    return rows;
}

Json move_json(Answer const& answer)
{
    if (!answer.move) return {};
    return {{"unit", answer.available.names[answer.move->who]},
            {"lat", answer.move->to.place.lat()},
            {"lon", answer.move->to.place.lon()},
            {"eta_s", seconds(answer.move->eta_ms)},
            {"late_before_m", metres(answer.move->late_before_mm)},
            {"late_after_m", metres(answer.move->late_after_mm)}};
}

Json feature_json(std::string_view kind, Json properties, Json geometry)
{
    properties["kind"] = kind;
    return {{"type", "Feature"}, {"properties", std::move(properties)}, {"geometry", std::move(geometry)}};
}

Json point_json(Place place)
{
    return {{"type", "Point"}, {"coordinates", position_json(place)}};
}

Json street_json(Answer const& answer, StreetNumber street)
{
    StreetCover const& cover = answer.coverage[street];
    Json properties{{"minutes", minutes_json(cover.ms)}, {"late", cover.ms > answer.limit_ms}};
    if (cover.who != no_number) properties["unit"] = answer.available.names[cover.who];
    return feature_json("street", std::move(properties),
                        {{"type", "LineString"}, {"coordinates", line_json(answer.roads->graph().line(2 * street))}});
}

void print_geojson(Answer const& answer, CoverageHoles const& judge)
{
    Json features = Json::array();
    for (StreetNumber street = 0; street < answer.coverage.size(); ++street)
        if (judge.counts(street)) features.push_back(street_json(answer, street));
    for (CoverageHole const& hole : answer.holes)
        features.push_back(feature_json("hole", hole_json(hole), point_json(hole.middle)));
    for (CoverageHole const& hole : answer.opened)
        features.push_back(feature_json("opened", hole_json(hole), point_json(hole.middle)));
    if (answer.move) features.push_back(feature_json("move", move_json(answer), point_json(answer.move->to.place)));
    print_json_line({{"type", "FeatureCollection"}, {"features", std::move(features)}});
}

void print_holes(std::vector<CoverageHole> const& holes)
{
    for (std::size_t i = 0; i < std::min(holes.size(), holes_in_print); ++i)
        print_line("  {:>9.1f} m in {} streets round {}, at worst {}", metres(holes[i].length_mm),
                   holes[i].streets.size(), to_text(holes[i].middle),
                   holes[i].worst_ms == never_ms
                       ? std::string{"nobody comes"}
                       : fmt::format("{:.1f} min", static_cast<double>(holes[i].worst_ms) / minute_ms));
    if (holes.size() > holes_in_print) print_line("  and {} more", holes.size() - holes_in_print);
}

void print_text(Answer const& answer)
{
    print_line("{} units are available; {} holes later than {} min{}", answer.available.units.size(),
               answer.holes.size(), answer.limit_ms / minute_ms, answer.holes.empty() ? "" : ":");
    print_holes(answer.holes);
    if (answer.move)
        print_line("best move: {} to {} in {:.1f} s, which leaves {:.1f} m late instead of {:.1f} m",
                   answer.available.names[answer.move->who], to_text(answer.move->to.place),
                   seconds(answer.move->eta_ms), metres(answer.move->late_after_mm),
                   metres(answer.move->late_before_mm));
    else if (!answer.holes.empty())
        print_line("no move of one unit heals more than it opens");
    if (answer.without.empty()) return;
    print_line("without {} open {} holes{}", answer.without, answer.opened.size(), answer.opened.empty() ? "" : ":");
    print_holes(answer.opened);
}

/// The number of the unit that --without names, no_number if none is asked for.
Result<std::uint32_t> sent_away(Arguments const& arguments, Available const& available)
{
    auto const name = arguments.option("--without");
    if (!name) return no_number;
    auto const found = std::find(available.names.begin(), available.names.end(), *name);
    if (found == available.names.end())
        return Problem{fmt::format("--without must be an available unit of the file near a road, not \"{}\"", *name)};
    return static_cast<std::uint32_t>(found - available.names.begin());
}

std::optional<Problem> coverage(Arguments const& arguments)
{
    auto const minutes = number_option<std::uint32_t>("--minutes", arguments.option_or("--minutes", "5"), 1, 240);
    if (!minutes) return Problem{minutes.problem()};
    auto const units = read_unit_file(*arguments.option("--units"));
    if (!units) return Problem{units.problem()};
    auto const roads = open_roads(arguments.positional(0));
    if (!roads) return Problem{roads.problem()};
    Answer answer;
    answer.roads = *roads;
    answer.available = available_of(*units, **roads);
    answer.limit_ms = *minutes * 60'000;
    auto const without = sent_away(arguments, answer.available);
    if (!without) return Problem{without.problem()};
    CoverageHoles const judge{*roads, answer.limit_ms};
    answer.coverage = CoverageSearch{*roads}.cover(answer.available.units);
    answer.holes = judge.holes(answer.coverage);
    if (!answer.holes.empty())
        answer.move = judge.best_move(answer.coverage, answer.available.units, answer.holes.front());
    if (*without != no_number) {
        answer.without = answer.available.names[*without];
        answer.opened = judge.opened_without(answer.coverage, *without);
    }
    if (arguments.has("--geojson")) {
        print_geojson(answer, judge);
    } else if (arguments.json()) {
        Json json{
            {"available", answer.available.names}, {"holes", holes_json(answer.holes)}, {"move", move_json(answer)}};
        if (!answer.without.empty()) json["opened"] = holes_json(answer.opened);
        print_json(json);
    } else {
        print_text(answer);
    }
    return {};
}

}  // namespace

CommandRule coverage_command()
{
    return {"coverage",
            "how soon an available unit is in every street, where nobody is in time, and whom to move",
            {"PACK"},
            {{"--units", "FILE.csv", "columns unit,lat,lon,status and, if you like, mode", true},
             {"--minutes", "N", "later than that is a hole (5)"},
             {"--without", "UNIT", "which holes open if that unit is sent away"},
             {"--geojson", "", "print GeoJSON: every street with its minutes and unit, the holes, the move"}},
            "Streets are those that emergency cars can use; each is judged by its middle.\n"
            "The best move is that of one available unit into the longest hole that leaves the least length late.",
            coverage};
}

}  // namespace cresset::app
