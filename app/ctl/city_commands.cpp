/// City packs: made of OpenStreetMap data or from a seed, described, searched.

#include "app/ctl/commands.h"
#include "app/ctl/print.h"
#include "core/base/time_zone.h"
#include "maps/import.h"
#include "maps/pack.h"
#include "maps/training_city.h"

#include <cstdint>
#include <unistd.h>

namespace cresset::app {

namespace {

using maps::CityPack;
using maps::Hit;
using maps::ImportOptions;
using maps::ImportReport;
using maps::PackInfo;

/// A line that is written over and over, on a terminal only.
class ProgressLine {
public:
    bool operator()(std::string_view what, int per_mille)
    {
        if (!on_terminal_) return true;
        fmt::print(stderr, "\r\033[K{} {}.{} %", what, per_mille / 10, per_mille % 10);
        std::fflush(stderr);
        return true;
    }
    void end() const
    {
        if (on_terminal_) fmt::print(stderr, "\r\033[K");
    }

private:
    bool on_terminal_ = isatty(STDERR_FILENO) == 1;
};

Json counts_json(maps::PackCounts const& counts)
{
    return {{"tiles", counts.tiles},       {"road_nodes", counts.road_nodes}, {"road_arcs", counts.road_arcs},
            {"streets", counts.streets},   {"crossings", counts.crossings},   {"house_numbers", counts.house_numbers},
            {"pois", counts.pois},         {"buildings", counts.buildings},   {"areas", counts.areas},
            {"stations", counts.stations}, {"grids", counts.grids},           {"cameras", counts.cameras}};
}

Json info_json(PackInfo const& info)
{
    Json json{{"name", info.name}, {"name_zh", info.name_zh}};
    json["bounds"] = info.bounds.empty() ? Json{}
                                         : Json{info.bounds.min.lon(), info.bounds.min.lat(), info.bounds.max.lon(),
                                                info.bounds.max.lat()};
    json["center"] = {{"lat", info.center.lat()}, {"lon", info.center.lon()}};
    json["time_zone"] = info.time_zone;
    json["datum"] = info.datum;
    json["source"] = info.source;
    json["licence"] = info.licence;
    json["attribution"] = info.attribution;
    json["version"] = info.version;
    json["digest"] = info.digest;
    json["has_roads"] = info.has_roads;
    json["has_gazetteer"] = info.has_gazetteer;
    json["has_buildings"] = info.has_buildings;
    json["lacks"] = info.lacks;
    json["counts"] = counts_json(info.counts);
    return json;
}

void print_info(PackInfo const& info)
{
    print_line("{}{}{}", info.name, info.name_zh.empty() ? "" : " · ", info.name_zh);
    if (!info.bounds.empty())
        print_line("bounds       {} to {} (south-west to north-east, {})", to_text(info.bounds.min),
                   to_text(info.bounds.max), info.datum);
    print_line("time zone    {}", info.time_zone);
    print_line("source       {}", info.source);
    print_line("licence      {}; {}", info.licence, info.attribution);
    if (!info.digest.empty()) print_line("digest       {}", info.digest);
    Json const counts = counts_json(info.counts);
    for (auto const& [what, count] : counts.items()) print_line("{:<12} {}", what, count.get<std::int64_t>());
    if (!info.lacks.empty()) print_line("note         {}", info.lacks);
}

std::optional<Problem> tell(Arguments const& arguments, std::string const& file, ImportReport const& report)
{
    if (arguments.json()) {
        Json json = info_json(report.info);
        json["file"] = file;
        json["notes"] = report.notes;
        print_json(json);
        return {};
    }
    print_line("wrote {}", file);
    print_info(report.info);
    for (auto const& note : report.notes) print_line("note         {}", note);
    return {};
}

std::optional<Problem> import(Arguments const& arguments)
{
    maps::ImportOrder order;
    order.input = arguments.positional(0);
    order.output = *arguments.option("-o");
    order.options.name = arguments.option_or("--name", "");
    order.options.time_zone = arguments.option_or("--time-zone", "");
    if (!order.options.time_zone.empty() && !is_time_zone(order.options.time_zone))
        return Problem{fmt::format("there is no time zone \"{}\": give an IANA name such as Asia/Shanghai",
                                   order.options.time_zone)};
    ProgressLine progress;
    auto const report = maps::import_city(order, std::ref(progress));
    progress.end();
    if (!report) return Problem{report.problem()};
    return tell(arguments, order.output.string(), *report);
}

std::optional<Problem> city(Arguments const& arguments)
{
    auto const seed = number_option<std::uint64_t>("--seed", *arguments.option("--seed"), 0, UINT64_MAX);
    if (!seed) return Problem{seed.problem()};
    std::string const output = *arguments.option("-o");
    ImportOptions options;
    options.source = fmt::format("Cresset training city, seed {}", *seed);
    ProgressLine progress;
    progress("streets", 0);
    auto const report = maps::write_city(maps::make_training_city(*seed), output, options, std::ref(progress));
    progress.end();
    if (!report) return Problem{report.problem()};
    return tell(arguments, output, *report);
}

std::optional<Problem> info(Arguments const& arguments)
{
    auto const pack = CityPack::open(arguments.positional(0));
    if (!pack) return Problem{pack.problem()};
    std::string const wrong = arguments.has("--verify") ? pack->verify() : std::string{};
    if (!wrong.empty()) return Problem{wrong};
    if (arguments.json())
        print_json(info_json(pack->info()));
    else
        print_info(pack->info());
    return {};
}

Json hit_json(Hit const& hit)
{
    Json json{
        {"kind", maps::word_of(hit.kind)}, {"name", hit.name},       {"name_zh", hit.name_zh}, {"name_en", hit.name_en},
        {"lat", hit.place.lat()},          {"lon", hit.place.lon()}, {"detail", hit.detail},   {"score", hit.score}};
    if (hit.distance_mm >= 0) json["distance_m"] = metres(hit.distance_mm);
    return json;
}

void print_hit(Hit const& hit)
{
    std::string line = fmt::format("{}  {:<12}  {}", to_text(hit.place), maps::word_of(hit.kind), hit.name);
    for (std::string const& other : {hit.name_zh, hit.name_en})
        if (!other.empty() && other != hit.name) line += " · " + other;
    if (!hit.detail.empty()) line += fmt::format(" ({})", hit.detail);
    if (hit.distance_mm >= 0) line += fmt::format("  {} m", hit.distance_mm / 1000);
    print(line + "\n");
}

std::optional<Problem> find(Arguments const& arguments)
{
    maps::FindOptions options;
    auto const limit = number_option<std::size_t>("--limit", arguments.option_or("--limit", "10"), 1, 1000);
    if (!limit) return Problem{limit.problem()};
    options.limit = *limit;
    if (auto const text = arguments.option("--near")) {
        auto const near = place_option("--near", *text);
        if (!near) return Problem{near.problem()};
        options.near = *near;
    }
    auto const pack = CityPack::open(arguments.positional(0));
    if (!pack) return Problem{pack.problem()};
    if (!pack->info().has_gazetteer)
        return Problem{
            fmt::format("{} has no names to search: make a pack with cressetctl import", arguments.positional(0))};
    auto const hits = pack->find(arguments.positional(1), options);
    if (arguments.json()) {
        Json json = Json::array();
        for (Hit const& hit : hits) json.push_back(hit_json(hit));
        print_json(json);
        return {};
    }
    for (Hit const& hit : hits) print_hit(hit);
    if (hits.empty()) print_line("nothing is called \"{}\" here", arguments.positional(1));
    return {};
}

std::vector<std::string> words_of(std::string const& list)
{
    std::vector<std::string> words;
    for (std::string_view const word : split(list, ','))
        if (!trim(word).empty()) words.push_back(lower(trim(word)));
    return words;
}

/// Cameras stand beside the gazetteer.
std::vector<std::pair<std::int64_t, Camera>> cameras_near(CityPack const& pack, Place place, std::int64_t radius_mm)
{
    std::vector<std::pair<std::int64_t, Camera>> cameras;
    for (auto const& [id, camera] : pack.things().cameras)
        if (std::int64_t const away = distance_mm(place, camera.place); away <= radius_mm)
            cameras.emplace_back(away, camera);
    std::stable_sort(cameras.begin(), cameras.end(), [](auto const& a, auto const& b) { return a.first < b.first; });
    return cameras;
}

Json camera_json(std::int64_t away_mm, Camera const& camera)
{
    return {{"kind", "camera"},
            {"name", camera.code},
            {"name_zh", camera.name.zh},
            {"name_en", camera.name.en},
            {"lat", camera.place.lat()},
            {"lon", camera.place.lon()},
            {"distance_m", metres(away_mm)}};
}

std::optional<Problem> near(Arguments const& arguments)
{
    auto const at = place_option("--at", *arguments.option("--at"));
    if (!at) return Problem{at.problem()};
    auto const radius = number_option<std::int64_t>("--radius", arguments.option_or("--radius", "800"), 1, 50'000);
    if (!radius) return Problem{radius.problem()};
    auto const limit = number_option<std::size_t>("--limit", arguments.option_or("--limit", "100"), 1, 10'000);
    if (!limit) return Problem{limit.problem()};
    auto const pack = CityPack::open(arguments.positional(0));
    if (!pack) return Problem{pack.problem()};
    std::vector<std::string> kinds = words_of(arguments.option_or("--kinds", ""));
    bool const with_cameras = kinds.empty() || std::erase(kinds, "camera") > 0;
    bool const only_cameras = kinds.empty() && arguments.has("--kinds");
    std::vector<std::pair<std::int64_t, Json>> found;
    if (!only_cameras)
        for (Hit const& hit : pack->near(*at, {.radius_mm = *radius * 1000, .kinds = kinds, .limit = *limit}))
            found.emplace_back(hit.distance_mm, hit_json(hit));
    if (with_cameras)
        for (auto const& [away_mm, camera] : cameras_near(*pack, *at, *radius * 1000))
            found.emplace_back(away_mm, camera_json(away_mm, camera));
    std::stable_sort(found.begin(), found.end(), [](auto const& a, auto const& b) { return a.first < b.first; });
    found.resize(std::min(found.size(), *limit));
    Json json = Json::array();
    for (auto& [away_mm, one] : found) {
        one.erase("score");
        if (!arguments.json())
            print_line("{:>7} m  {:<12}  {}", away_mm / 1000, one["kind"].get<std::string>(),
                       one["name"].get<std::string>());
        json.push_back(std::move(one));
    }
    if (arguments.json())
        print_json(json);
    else if (found.empty())
        print_line("nothing of that kind within {} m", *radius);
    return {};
}

}  // namespace

std::vector<CommandRule> city_commands()
{
    return {
        {"import",
         "make a city pack of OpenStreetMap data",
         {"FILE"},
         {{"-o", "PACK", "where the pack goes (CITY.mbtiles); replaced if it is there", true},
          {"--name", "NAME", "what the city is called; otherwise from the data or the file's name"},
          {"--time-zone", "ZONE", "IANA name such as Asia/Shanghai; otherwise from the place"}},
         "FILE is .osm.pbf, .osm, .osm.gz or .osm.bz2. The pack appears under its name only when it is whole; the "
         "same\n"
         "input gives the same bytes. It holds vector tiles, roads for four modes, names, buildings and areas.",
         import},
        {"city",
         "generate the training city 江湾 / Riverbend from a seed",
         {},
         {{"--seed", "N", "the same seed gives the same bytes", true},
          {"-o", "PACK", "where the pack goes (CITY.mbtiles); replaced if it is there", true}},
         "Nobody and nothing real is in it.",
         city},
        {"info",
         "what a city pack is and holds",
         {"PACK"},
         {{"--verify", "", "read all of it and compute its digest anew"}},
         "Any MBTiles file opens as a base map; what it lacks is said.",
         info},
        {"find",
         "find a street, crossing, place or house number by its name",
         {"PACK", "TEXT"},
         {{"--near", "LAT,LON", "prefer what is near, and say how far it is"},
          {"--limit", "N", "so many answers at most (10)"}},
         "TEXT is Chinese, pinyin, pinyin initials or English: \"中山路12号\", \"zhongshanlu\", \"zsl\", \"12 Main "
         "Street\";\n\"A路/B路\" and \"A & B\" are crossings. Best first.",
         find},
        {"near",
         "what lies around a place, the nearest first",
         {"PACK"},
         {{"--at", "LAT,LON", "in degrees, WGS-84", true},
          {"--radius", "METRES", "in a straight line (800)"},
          {"--kinds", "LIST", "such as camera,hospital,station,poi; otherwise places, stations, pois and cameras"},
          {"--limit", "N", "so many answers at most (100)"}},
         "A kind is one of the program (place, station, street, crossing, poi, house_number, area, camera) or what the "
         "data\ncalls a thing (hospital, pharmacy, school, police, ...).",
         near},
    };
}

}  // namespace cresset::app
