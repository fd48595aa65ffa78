/// The one-key cordon of a pack: who stands where so that a suspect does not get out, and where he gets out if not.

#include "app/ctl/commands.h"
#include "app/ctl/pack_roads.h"
#include "app/ctl/print.h"
#include "app/ctl/unit_file.h"
#include "core/facts/json_text.h"
#include "core/roads/cordon_planner.h"

#include <array>
#include <cstdlib>

namespace cresset::app {

namespace {

constexpr std::string_view no_name = "(a street without a name)";
constexpr std::size_t leaks_told = 10;

struct Asked {
    CordonOrder order;
    UnitFile units;
};

std::optional<Problem> read_ring(Arguments const& arguments, EscapeRing& ring)
{
    auto const radius = number_option<std::uint32_t>("--radius", arguments.option_or("--radius", "2000"), 50, 20'000);
    if (!radius) return Problem{radius.problem()};
    ring.radius_mm = *radius * 1000;
    auto const minutes = arguments.option("--minutes");
    if (!minutes) return {};
    if (arguments.has("--radius")) return Problem{"give --radius or --minutes, not both"};
    auto const number = number_option<std::uint32_t>("--minutes", *minutes, 1, 120);
    if (!number) return Problem{number.problem()};
    ring.within_ms = *number * 60'000;
    return {};
}

Result<Asked> read_order(Arguments const& arguments)
{
    Asked asked;
    auto const at = place_option("--at", *arguments.option("--at"));
    if (!at) return Problem{at.problem()};
    asked.order.seen = *at;
    auto const ago = number_option<std::uint32_t>("--seen-ago", *arguments.option("--seen-ago"), 0, 86'400);
    if (!ago) return Problem{ago.problem()};
    asked.order.since_seen_ms = *ago * 1000;
    std::string const mode = arguments.option_or("--mode", "foot");
    if (!from_word(mode, asked.order.mode) || asked.order.mode == Mode::emergency_car)
        return Problem{fmt::format("--mode must be foot, ebike or car, not \"{}\"", mode)};
    if (auto wrong = read_ring(arguments, asked.order.ring)) return *std::move(wrong);
    auto units = read_unit_file(*arguments.option("--units"));
    if (!units) return Problem{units.problem()};
    asked.units = *std::move(units);
    asked.order.units = candidates_of(asked.units);
    return asked;
}

/// What is asked, what was found, and where names are.
struct Answer {
    Asked asked;
    maps::CityThings things;
    std::shared_ptr<Roads const> roads;
    CordonPlan cordon;

    std::string const& street(NameNumber name) const { return roads->graph().names()[name].name; }
    std::string const& unit(UnitId id) const { return asked.units.rows.at(id.number - 1).unit; }
    std::string const& code(GridId id) const { return things.grids.find(id)->code; }
    double share() const
    {
        auto const& found = cordon;
        return found.exits == 0 ? 1 : static_cast<double>(found.exits_closed) / static_cast<double>(found.exits);
    }
};

Result<Answer> answer(Arguments const& arguments)
{
    auto asked = read_order(arguments);
    if (!asked) return Problem{asked.problem()};
    auto const pack = maps::CityPack::open(arguments.positional(0));
    if (!pack) return Problem{pack.problem()};
    auto const roads = roads_of(*pack);
    if (!roads) return Problem{roads.problem()};
    Answer out{.asked = *std::move(asked), .things = pack->things(), .roads = *roads, .cordon = {}};
    for (auto const& [id, grid] : out.things.grids) out.asked.order.grids.push_back({id, grid.ring});
    auto cordon = CordonPlanner{out.roads}.plan(out.asked.order);
    if (!cordon) return Problem{cordon.problem()};
    out.cordon = *std::move(cordon);
    return out;
}

Json place_json(Place place)
{
    return {{"lat", place.lat()}, {"lon", place.lon()}};
}

Json post_json(Answer const& found, PlannedPost const& post)
{
    return {{"place", place_json(post.place)},       {"street", found.street(post.street)},
            {"unit", found.unit(post.unit)},         {"eta_s", seconds(post.eta_ms)},
            {"suspect_s", seconds(post.suspect_ms)}, {"margin_s", seconds(post.margin_ms)}};
}

Json leak_json(Answer const& found, PlannedLeak const& leak)
{
    return {
        {"place", place_json(leak.place)}, {"street", found.street(leak.street)}, {"first_s", seconds(leak.first_ms)}};
}

Json figures_json(Answer const& found)
{
    CordonPlan const& cordon = found.cordon;
    Json json{{"sealed", cordon.sealed},
              {"sealed_share", found.share()},
              {"exits", cordon.exits},
              {"exits_closed", cordon.exits_closed},
              {"proven", cordon.is_proven},
              {"ends_at_map", cordon.ends_at_map},
              {"total_s", seconds(cordon.total_ms)}};
    Json grids = Json::array();
    for (auto const& grid : cordon.grids)
        grids.push_back({{"grid", found.code(grid.id)}, {"escapes", grid.escapes}, {"junctions", grid.junctions}});
    json["grids"] = std::move(grids);
    for (auto const& [name, units] : {std::pair{"chasers", &cordon.chasers}, std::pair{"officers", &cordon.officers}}) {
        json[name] = Json::array();
        for (UnitId const unit : *units) json[name].push_back(found.unit(unit));
    }
    return json;
}

void print_cordon_json(Answer const& found)
{
    Json json = figures_json(found);
    json["posts"] = Json::array();
    json["leaks"] = Json::array();
    for (auto const& post : found.cordon.posts) json["posts"].push_back(post_json(found, post));
    for (auto const& leak : found.cordon.leaks) json["leaks"].push_back(leak_json(found, leak));
    print_json(json);
}

Json feature(std::string_view what, Json properties, std::string_view type, Json coordinates)
{
    properties["what"] = what;
    return {{"type", "Feature"},
            {"properties", std::move(properties)},
            {"geometry", {{"type", type}, {"coordinates", std::move(coordinates)}}}};
}

/// What the suspect may have run by now.
Json reached_json(Answer const& found)
{
    Json lines = Json::array();
    for (auto const& stretch : found.cordon.area->stretches()) {
        Line const line = drawn_at(found.roads->graph(), stretch, found.asked.order.since_seen_ms);
        if (line.size() > 1) lines.push_back(line_json(line));
    }
    return lines;
}

void print_geojson(Answer const& found)
{
    Json features = Json::array();
    features.push_back(feature("seen", Json::object(), "Point", position_json(found.asked.order.seen)));
    features.push_back(feature("reached", Json::object(), "MultiLineString", reached_json(found)));
    for (auto const& post : found.cordon.posts)
        features.push_back(feature("post", post_json(found, post), "Point", position_json(post.place)));
    for (auto const& leak : found.cordon.leaks)
        features.push_back(
            feature("leak", leak_json(found, leak), "LineString", line_json(found.cordon.area->line_of(leak.way))));
    Json json{{"type", "FeatureCollection"}, {"features", std::move(features)}};
    json.update(figures_json(found));
    print_json_line(json);
}

/// "2:10", and "-0:05" for what may be past.
std::string clock_text(std::int64_t ms)
{
    std::int64_t const s = std::abs(ms) / 1000;
    return fmt::format("{}{}:{:02}", ms < 0 ? "-" : "", s / 60, s % 60);
}

std::string named(std::string const& street)
{
    return street.empty() ? std::string{no_name} : street;
}

void print_cordon(Answer const& found)
{
    CordonPlan const& cordon = found.cordon;
    print_line("{}: {} of {} exits closed", cordon.sealed ? "sealed" : "not sealed", cordon.exits_closed, cordon.exits);
    for (auto const& post : cordon.posts)
        print_line("  {:<10} {:<24} {}  there in {}, the suspect not before {}", found.unit(post.unit),
                   to_text(post.place), named(found.street(post.street)), clock_text(post.eta_ms),
                   clock_text(post.suspect_ms));
    for (std::size_t i = 0; i < std::min(cordon.leaks.size(), leaks_told); ++i)
        print_line("  {} {} in {}", i == 0 ? "first leak" : "      leak", named(found.street(cordon.leaks[i].street)),
                   clock_text(cordon.leaks[i].first_ms));
    if (cordon.leaks.size() > leaks_told) print_line("  and {} more", cordon.leaks.size() - leaks_told);
    for (auto const& grid : cordon.grids) print_line("  grid {}: {} ways out", found.code(grid.id), grid.escapes);
    for (UnitId const unit : cordon.chasers) print_line("  chaser {}", found.unit(unit));
    if (cordon.ends_at_map) print_line("  the ring reaches beyond the map: what is there is not known");
    if (!cordon.is_proven) print_line("  not every cordon was tried");
}

std::optional<Problem> cordon(Arguments const& arguments)
{
    auto const found = answer(arguments);
    if (!found) return Problem{found.problem()};
    if (arguments.has("--geojson"))
        print_geojson(*found);
    else if (arguments.json())
        print_cordon_json(*found);
    else
        print_cordon(*found);
    return {};
}

}  // namespace

CommandRule cordon_command()
{
    return {"cordon",
            "where to stand so that a suspect does not get out, and where he gets out if not",
            {"PACK"},
            {{"--at", "LAT,LON", "where he was last seen, in degrees, WGS-84", true},
             {"--seen-ago", "SECONDS", "how long ago that was", true},
             {"--units", "FILE.csv", "columns unit,lat,lon,status and, if you like, mode", true},
             {"--mode", "MODE", "how he flees: foot (usual, 3 m/s), ebike (8 m/s) or car (by road)"},
             {"--radius", "METRES", "of the ring (2000)"},
             {"--minutes", "N", "instead of a radius: the ring is what he reaches in that time"},
             {"--geojson", "", "print a GeoJSON collection: posts, leaks with their ways, what he reached by now"}},
            "sealed: every way out is closed by an available unit that is there before him. Otherwise each leak is\n"
            "named with the street and the first moment, in seconds from now. sealed_share: exits closed, of those "
            "that\nhe could reach. Units not at a post are chasers.",
            cordon};
}

}  // namespace cresset::app
