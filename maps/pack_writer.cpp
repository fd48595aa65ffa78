#include "maps/pack_writer.h"

#include "core/base/time_zone.h"
#include "core/roads/road_graph.h"
#include "core/store/database.h"
#include "maps/areas.h"
#include "maps/buildings.h"
#include "maps/gazetteer.h"
#include "maps/pack_tables.h"
#include "maps/road_builder.h"
#include "maps/sites.h"
#include "maps/tile_maker.h"
#include "maps/time_zones.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

namespace cresset::maps {

namespace {

Database open_new(std::filesystem::path const& file)
{
    for (char const* beside : {"", "-journal", "-wal", "-shm"}) std::filesystem::remove(file.string() + beside);
    Database database = Database::open(file, OpenMode::create);
    // Nobody sees the file before it is whole, so nothing needs to be rolled back; the commit still reaches the disk.
    database.exec("PRAGMA journal_mode = OFF");
    database.exec("PRAGMA synchronous = FULL");
    database.exec("PRAGMA cache_size = -32768");
    database.exec("PRAGMA locking_mode = EXCLUSIVE");
    return database;
}

std::string or_else(std::string const& first, std::string_view second)
{
    return first.empty() ? std::string{second} : first;
}

/// The place in the midst of the streets: half of the junctions lie north of it, half east.
Place midst(RoadGraph const& roads, Bounds const& box)
{
    std::vector<std::int32_t> lats, lons;
    for (NodeNumber node = 0; node < roads.node_count(); ++node) {
        lats.push_back(roads.place(node).lat_e7);
        lons.push_back(roads.place(node).lon_e7);
    }
    if (lats.empty()) return box.middle();
    auto const half = static_cast<std::ptrdiff_t>(lats.size() / 2);
    std::nth_element(lats.begin(), lats.begin() + half, lats.end());
    std::nth_element(lons.begin(), lons.begin() + half, lons.end());
    return {lats[static_cast<std::size_t>(half)], lons[static_cast<std::size_t>(half)]};
}

class Writer {
public:
    Writer(SourceMap const& map, std::filesystem::path const& file, ImportOptions const& options,
           Progress const& progress)
        : map_{map}, options_{options}, progress_{progress}, database_{open_new(file)}
    {
    }

    Result<ImportReport> write()
    {
        database_.exec("BEGIN");
        create_pack_tables(database_);
        if (!tell("roads", 0)) return stopped();
        write_roads();
        if (!tell("areas", 0)) return stopped();
        std::vector<Area> const areas = write_areas();
        CityThings const things = write_found_things();
        if (!tell("names", 0)) return stopped();
        write_names(things, areas);
        if (!tell("buildings", 0)) return stopped();
        write_buildings();
        if (auto const problem = write_tiles()) return *problem;
        write_facts();
        report_.info.digest = pack_digest(database_);
        set_fact(database_, "digest", report_.info.digest);
        database_.exec("COMMIT");
        return std::move(report_);
    }

private:
    bool tell(std::string_view what, int per_mille) { return !progress_ || progress_(what, per_mille); }
    static Problem stopped() { return Problem{std::string{stopped_text}}; }
    void note(std::string text) { report_.notes.push_back(std::move(text)); }
    PackCounts& counts() { return report_.info.counts; }

    void write_roads()
    {
        Bounds const area = map_area(map_);
        find_zone(area.middle());
        BuiltRoads const built = build_roads(map_, report_.info.time_zone);
        counts().road_nodes = static_cast<std::int64_t>(built.graph.node_count());
        counts().road_arcs = static_cast<std::int64_t>(built.graph.arc_count());
        report_.info.center = midst(built.graph, area);
        report_.info.has_roads = counts().road_arcs > 0;
        if (!report_.info.has_roads) return note("the data has no roads: no ways can be found on this city");
        write_blob(database_, "roads", built.graph.to_bytes());
        if (built.report.restrictions_left_out > 0)
            note(fmt::format("{} of {} turn restrictions could not be understood and were left out",
                             built.report.restrictions_left_out,
                             built.report.restrictions + built.report.restrictions_left_out));
    }
    void find_zone(Place place)
    {
        report_.info.time_zone = or_else(options_.time_zone, map_.time_zone);
        if (!report_.info.time_zone.empty()) return;
        FoundZone const found = time_zone_at(place);
        report_.info.time_zone = found.name;
        if (found.guessed)
            note(fmt::format("the time zone {} was guessed from the longitude: give --time-zone if it is another",
                             found.name));
    }
    std::vector<Area> write_areas()
    {
        std::vector<Area> areas = collect_areas(map_);
        for (Area const& area : areas) write_area(database_, area);
        counts().areas = static_cast<std::int64_t>(areas.size());
        return areas;
    }
    CityThings write_found_things()
    {
        FoundThings found = find_things(map_);
        for (std::string& text : found.notes) note(std::move(text));
        write_things(database_, found.things);
        counts().stations = static_cast<std::int64_t>(found.things.stations.size());
        counts().grids = static_cast<std::int64_t>(found.things.grids.size());
        counts().cameras = static_cast<std::int64_t>(found.things.cameras.size());
        return std::move(found.things);
    }
    void write_names(CityThings const& things, std::vector<Area> const& areas)
    {
        auto dictionary = Pinyin::open(options_.pinyin_dictionary);
        if (!dictionary)
            note(
                fmt::format("{}: Chinese names are read character by character (install rime-data-pinyin-simp for "
                            "the readings of phrases)",
                            dictionary.problem()));
        Pinyin const pinyin = dictionary ? std::move(*dictionary) : Pinyin{};
        Whereabouts whereabouts{areas};
        Streets const streets = collect_streets(map_, whereabouts);
        auto const named = collect_named(map_, things, areas, streets, whereabouts);
        NameCounts const written = write_gazetteer(database_, pinyin, named, streets);
        counts().streets = written.streets;
        counts().crossings = written.crossings;
        counts().house_numbers = written.house_numbers;
        counts().pois = written.pois;
        report_.info.has_gazetteer = true;
    }
    void write_buildings()
    {
        for_each_building(map_, [&](Building const& building) {
            write_building(database_, building);
            ++counts().buildings;
        });
        report_.info.has_buildings = counts().buildings > 0;
    }
    std::optional<Problem> write_tiles()
    {
        MbtilesWriter writer{database_};
        auto const sink = [&](TileId tile, std::string_view packed) { writer.add(tile, packed); };
        TileOptions options;
        options.threads = options_.threads;
        auto made = make_tiles(map_, options, sink, progress_);
        if (!made) return Problem{made.problem()};
        for (std::string& text : made->notes) note(std::move(text));
        counts().tiles = static_cast<std::int64_t>(made->tiles);
        report_.info.bounds = made->bounds;
        write_metadata(writer, made->layers_json);
        return {};
    }
    void write_metadata(MbtilesWriter& writer, std::string const& layers)
    {
        PackInfo& info = report_.info;
        info.name = or_else(options_.name, map_.name);
        info.attribution = or_else(map_.attribution, "© OpenStreetMap contributors");
        info.licence = or_else(map_.licence, "ODbL 1.0");
        info.source = or_else(options_.source, map_.name);
        MbtilesInfo tiles;
        tiles.name = info.name.empty() ? "city" : info.name;
        tiles.format = "pbf";
        tiles.attribution = info.attribution;
        tiles.description = fmt::format("{}, {}", info.source, info.licence);
        tiles.bounds = info.bounds;
        tiles.center = info.center;
        tiles.min_zoom = min_map_zoom;
        tiles.max_zoom = max_map_zoom;
        tiles.rows = {{"json", layers}, {"type", "baselayer"}, {"version", "1"}};
        writer.set(tiles);
    }
    void write_facts()
    {
        PackInfo& info = report_.info;
        info.version = pack_version;
        info.name_zh = map_.name_zh;
        for (auto const& [key, value] : {std::pair<char const*, std::string const&>{"name_zh", info.name_zh},
                                         {"time_zone", info.time_zone},
                                         {"source", info.source},
                                         {"licence", info.licence},
                                         {"datum", info.datum}})
            set_fact(database_, key, value);
        set_fact(database_, "version", pack_version);
        write_counts();
        database_.set_user_version(pack_version);
    }
    void write_counts()
    {
        for (auto const& [key, value] : std::initializer_list<std::pair<char const*, std::int64_t>>{
                 {"count.tiles", counts().tiles},
                 {"count.road_nodes", counts().road_nodes},
                 {"count.road_arcs", counts().road_arcs},
                 {"count.streets", counts().streets},
                 {"count.crossings", counts().crossings},
                 {"count.house_numbers", counts().house_numbers},
                 {"count.pois", counts().pois},
                 {"count.buildings", counts().buildings},
                 {"count.areas", counts().areas},
                 {"count.stations", counts().stations},
                 {"count.grids", counts().grids},
                 {"count.cameras", counts().cameras}})
            set_fact(database_, key, value);
    }

    SourceMap const& map_;
    ImportOptions const& options_;
    Progress const& progress_;
    Database database_;
    ImportReport report_;
};

}  // namespace

Result<ImportReport> write_pack(SourceMap const& map, std::filesystem::path const& file, ImportOptions const& options,
                                Progress const& progress)
{
    return Writer{map, file, options, progress}.write();
}

}  // namespace cresset::maps
