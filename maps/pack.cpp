#include "maps/pack.h"

#include "core/roads/road_graph.h"
#include "core/store/database.h"
#include "maps/fold.h"
#include "maps/gazetteer.h"
#include "maps/pack_tables.h"
#include "maps/time_zones.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <mutex>

namespace cresset::maps {

namespace {

struct CountName {
    char const* key;
    std::int64_t PackCounts::*count;
};
constexpr std::array count_names{
    CountName{"count.tiles", &PackCounts::tiles},         CountName{"count.road_nodes", &PackCounts::road_nodes},
    CountName{"count.road_arcs", &PackCounts::road_arcs}, CountName{"count.streets", &PackCounts::streets},
    CountName{"count.crossings", &PackCounts::crossings}, CountName{"count.house_numbers", &PackCounts::house_numbers},
    CountName{"count.pois", &PackCounts::pois},           CountName{"count.buildings", &PackCounts::buildings},
    CountName{"count.areas", &PackCounts::areas},         CountName{"count.stations", &PackCounts::stations},
    CountName{"count.grids", &PackCounts::grids},         CountName{"count.cameras", &PackCounts::cameras},
};

PackInfo info_of_foreign(MbtilesInfo const& tiles)
{
    PackInfo info;
    info.name = tiles.name;
    info.bounds = tiles.bounds;
    info.center = tiles.center;
    info.time_zone = time_zone_at(tiles.center).name;
    info.attribution = tiles.attribution;
    info.source = tiles.description;
    info.lacks = "a base map alone: no roads, names or stations; cressetctl import makes a city pack";
    return info;
}

/// What a pack of ours has not, for the user.
std::string lacks_of(PackInfo const& info)
{
    if (!info.has_roads) return "the data of this city has no roads, so no ways can be found on it";
    if (!info.has_gazetteer) return "this city has no names to search";
    return {};
}

PackInfo info_of_pack(Database& database, MbtilesInfo const& tiles)
{
    PackInfo info;
    info.name = tiles.name;
    info.name_zh = fact_text(database, "name_zh");
    info.bounds = tiles.bounds;
    info.center = tiles.center;
    info.time_zone = fact_text(database, "time_zone");
    info.source = fact_text(database, "source");
    info.licence = fact_text(database, "licence");
    info.attribution = tiles.attribution;
    info.datum = fact_text(database, "datum");
    info.digest = fact_text(database, "digest");
    info.version = static_cast<int>(fact_number(database, "version"));
    for (CountName const& name : count_names) info.counts.*name.count = fact_number(database, name.key);
    info.has_roads = has_blob(database, "roads") && info.counts.road_arcs > 0;
    info.has_gazetteer = has_gazetteer(database);
    info.has_buildings = info.counts.buildings > 0;
    info.lacks = lacks_of(info);
    return info;
}

}  // namespace

std::string_view word_of(HitKind kind)
{
    constexpr std::array<std::string_view, 7> words{"place", "station",      "street", "crossing",
                                                    "poi",   "house_number", "area"};
    return words[static_cast<std::size_t>(kind)];
}

struct CityPack::Inside {
    std::filesystem::path file;
    Mbtiles tiles;
    PackInfo info;
    mutable std::mutex mutex;  // of all below
    mutable Database database;
    mutable bool roads_read = false;
    mutable std::shared_ptr<RoadGraph const> roads;
    mutable std::string roads_problem;

    Inside(std::filesystem::path path, Mbtiles opened, Database door)
        : file{std::move(path)}, tiles{std::move(opened)}, database{std::move(door)}
    {
    }
    bool is_pack() const { return info.version > 0; }
    void read_roads() const
    {
        roads_read = true;
        if (!info.has_roads) {
            roads_problem = "this map has no roads";
            return;
        }
        auto read = RoadGraph::from_bytes(read_blob(database, "roads"));
        if (read)
            roads = std::make_shared<RoadGraph const>(std::move(*read));
        else
            roads_problem = "the roads of this city pack are damaged: " + read.problem();
    }
};

CityPack::CityPack(std::unique_ptr<Inside> inside) : inside_{std::move(inside)} {}
CityPack::CityPack(CityPack&&) noexcept = default;
CityPack& CityPack::operator=(CityPack&&) noexcept = default;
CityPack::~CityPack() = default;

Result<CityPack> CityPack::open(std::filesystem::path const& file)
{
    auto tiles = Mbtiles::open(file);
    if (!tiles) return Problem{tiles.problem()};
    try {
        auto inside = std::make_unique<Inside>(file, std::move(*tiles), Database::open(file, OpenMode::immutable));
        if (!has_pack_tables(inside->database)) {
            inside->info = info_of_foreign(inside->tiles.info());
            return CityPack{std::move(inside)};
        }
        inside->info = info_of_pack(inside->database, inside->tiles.info());
        if (inside->info.version > pack_version)
            return Problem{
                fmt::format("{}: was made by a newer program (version {} of the pack, this program reads {})",
                            file.string(), inside->info.version, pack_version)};
        if (inside->info.version < 1) return Problem{fmt::format("{}: the city pack is damaged", file.string())};
        // ICU needs some 15 ms before it folds its first Chinese text: here, and not under the first key that is typed.
        if (inside->info.has_gazetteer) static_cast<void>(fold("路"));
        return CityPack{std::move(inside)};
    } catch (StoreError const& error) {
        return Problem{fmt::format("{}: the city pack is damaged ({})", file.string(), error.what())};
    }
}

PackInfo const& CityPack::info() const
{
    return inside_->info;
}

std::filesystem::path const& CityPack::file() const
{
    return inside_->file;
}

Mbtiles const& CityPack::tiles() const
{
    return inside_->tiles;
}

std::shared_ptr<RoadGraph const> CityPack::roads() const
{
    std::lock_guard const lock{inside_->mutex};
    if (!inside_->roads_read) inside_->read_roads();
    return inside_->roads;
}

std::string CityPack::roads_problem() const
{
    std::lock_guard const lock{inside_->mutex};
    if (!inside_->roads_read) inside_->read_roads();
    return inside_->roads_problem;
}

std::vector<Hit> CityPack::find(std::string_view text, FindOptions const& options) const
{
    if (!inside_->info.has_gazetteer) return {};
    std::lock_guard const lock{inside_->mutex};
    return find_names(inside_->database, text, options);
}

std::vector<Hit> CityPack::near(Place place, NearOptions const& options) const
{
    if (!inside_->info.has_gazetteer) return {};
    std::lock_guard const lock{inside_->mutex};
    return things_near(inside_->database, place, options);
}

Address CityPack::describe(Place place) const
{
    Address address;
    if (inside_->info.has_gazetteer) {
        std::lock_guard const lock{inside_->mutex};
        address = nearest_address(inside_->database, place);
    }
    for (Area const& area : areas_at(place)) {
        if (area.kind != "administrative" && area.kind != "place") continue;
        address.area = area.name;
        address.area_zh = area.name_zh;
        address.area_en = area.name_en;
        break;
    }
    finish_address(address, place);
    return address;
}

CityThings CityPack::things() const
{
    if (!inside_->is_pack()) return {};
    std::lock_guard const lock{inside_->mutex};
    return read_things(inside_->database);
}

std::vector<Building> CityPack::buildings(Bounds const& box, std::size_t limit) const
{
    if (!inside_->is_pack() || box.empty()) return {};
    std::lock_guard const lock{inside_->mutex};
    return read_buildings(inside_->database, box, limit);
}

std::vector<Area> CityPack::areas(Bounds const& box) const
{
    if (!inside_->is_pack() || box.empty()) return {};
    std::lock_guard const lock{inside_->mutex};
    std::vector<Area> found = read_areas(inside_->database, box);
    std::stable_sort(found.begin(), found.end(),
                     [](Area const& a, Area const& b) { return area_m2(a.shape) > area_m2(b.shape); });
    return found;
}

std::vector<Area> CityPack::areas_at(Place place) const
{
    std::vector<Area> found = areas({place, place});
    std::erase_if(found, [&](Area const& area) { return !contains(area.shape, place); });
    std::reverse(found.begin(), found.end());
    return found;
}

std::string CityPack::verify() const
{
    std::lock_guard const lock{inside_->mutex};
    try {
        if (std::string const wrong = inside_->database.quick_check(); !wrong.empty())
            return "the file is damaged: " + wrong;
        if (inside_->is_pack() && pack_digest(inside_->database) != inside_->info.digest)
            return "the content does not agree with its digest";
        return {};
    } catch (StoreError const& error) {
        return fmt::format("the file is damaged: {}", error.what());
    }
}

}  // namespace cresset::maps
