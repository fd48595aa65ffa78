/// How far one gets from a place within so many minutes.

#include "app/ctl/commands.h"
#include "app/ctl/print.h"
#include "app/ctl/road_options.h"
#include "core/facts/json_text.h"
#include "core/roads/isochrone.h"
#include "core/roads/reach.h"

#include <algorithm>
#include <array>

namespace cresset::app {

namespace {

constexpr double most_minutes = 240;
constexpr std::uint32_t minute_ms = 60'000;

Result<std::vector<std::uint32_t>> minutes_option(std::string const& text)
{
    std::vector<std::uint32_t> limits_ms;
    for (std::string_view const word : split(text, ',')) {
        auto const minutes = parse_real(trim(word));
        if (!minutes || !(*minutes > 0 && *minutes <= most_minutes))
            return Problem{fmt::format(
                "--minutes must be numbers up to {} with commas between, as in 1,3,5, not \"{}\"", most_minutes, text)};
        limits_ms.push_back(static_cast<std::uint32_t>(*minutes * minute_ms + 0.5));
    }
    return limits_ms;
}

Json minutes_json(std::uint32_t ms)
{
    if (ms % minute_ms == 0) return ms / minute_ms;
    return static_cast<double>(ms) / minute_ms;
}

Json ring_json(Line const& ring)
{
    Json points = line_json(ring);
    points.push_back(position_json(ring.front()));
    return points;
}

Json geometry_json(Isochrone const& isochrone)
{
    Json polygons = Json::array();
    for (IsochroneArea const& area : isochrone.areas) {
        Json rings = Json::array({ring_json(area.outer)});
        for (Line const& hole : area.holes) rings.push_back(ring_json(hole));
        polygons.push_back(std::move(rings));
    }
    return {{"type", "MultiPolygon"}, {"coordinates", std::move(polygons)}};
}

struct Figures {
    std::size_t nodes = 0;
    std::size_t holes = 0;
    std::int64_t area_m2 = 0;
};

Figures figures_of(Reach const& reach, Isochrone const& isochrone)
{
    Figures out;
    for (ReachedNode const& node : reach.nodes) out.nodes += node.ms <= isochrone.within_ms ? 1 : 0;
    for (IsochroneArea const& area : isochrone.areas) {
        out.area_m2 += area_m2(area);
        out.holes += area.holes.size();
    }
    return out;
}

Json figures_json(Reach const& reach, Isochrone const& isochrone)
{
    Figures const figures = figures_of(reach, isochrone);
    return {{"minutes", minutes_json(isochrone.within_ms)},
            {"area_m2", figures.area_m2},
            {"areas", isochrone.areas.size()},
            {"holes", figures.holes},
            {"junctions", figures.nodes}};
}

void print_geojson(Reach const& reach, std::vector<Isochrone> const& isochrones, Mode mode)
{
    Json features = Json::array();
    for (Isochrone const& isochrone : isochrones) {
        Json properties = figures_json(reach, isochrone);
        properties["mode"] = name_of(mode);
        features.push_back(
            {{"type", "Feature"}, {"properties", std::move(properties)}, {"geometry", geometry_json(isochrone)}});
    }
    print_json_line({{"type", "FeatureCollection"}, {"features", std::move(features)}});
}

std::optional<Problem> isochrone(Arguments const& arguments)
{
    auto const at = place_option("--at", *arguments.option("--at"));
    if (!at) return Problem{at.problem()};
    auto const limits_ms = minutes_option(*arguments.option("--minutes"));
    if (!limits_ms) return Problem{limits_ms.problem()};
    auto const mode = mode_option(arguments);
    if (!mode) return Problem{mode.problem()};
    auto const roads = open_roads(arguments.positional(0));
    if (!roads) return Problem{roads.problem()};
    auto const start = (*roads)->snap(*at, *mode);
    if (!start) return no_road_near(*at);
    std::uint32_t const longest = *std::max_element(limits_ms->begin(), limits_ms->end());
    auto const way = arguments.has("--reverse") ? ReachWay::in : ReachWay::out;
    auto const reach = (*roads)->reach_search(*mode).reach(std::array{*start}, longest + longest / 10, way);
    auto const isochrones = (*roads)->isochrone_drawer(*mode).draw(reach, *limits_ms);
    if (arguments.has("--geojson")) return print_geojson(reach, isochrones, *mode), std::nullopt;
    Json rows = Json::array();
    for (Isochrone const& one : isochrones) rows.push_back(figures_json(reach, one));
    if (arguments.json()) return print_json({{"mode", name_of(*mode)}, {"isochrones", std::move(rows)}}), std::nullopt;
    for (Isochrone const& one : isochrones) {
        Figures const figures = figures_of(reach, one);
        print_line("{:>5} min {:>9.3f} km2 in {} areas with {} holes, {} junctions",
                   static_cast<double>(one.within_ms) / minute_ms, static_cast<double>(figures.area_m2) / 1e6,
                   one.areas.size(), figures.holes, figures.nodes);
    }
    return {};
}

}  // namespace

CommandRule isochrone_command()
{
    return {"isochrone",
            "the area that one reaches from a place within so many minutes",
            {"PACK"},
            {{"--at", "LAT,LON", "in degrees, WGS-84", true},
             {"--minutes", "LIST", "for instance 1,3,5", true},
             {"--mode", "MODE", "emergency (usual), car, ebike or foot"},
             {"--reverse", "", "the area from which one gets to the place, instead"},
             {"--geojson", "", "print a GeoJSON feature with its minutes and its polygons for each"}},
            "Every junction that is reached in time lies inside, none that is reached more than a tenth later does.\n"
            "The place is moved to the nearest road that the mode may use, at most 1000 m away.",
            isochrone};
}

}  // namespace cresset::app
