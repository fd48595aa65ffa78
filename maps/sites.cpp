#include "maps/sites.h"

#include "core/base/text.h"
#include "maps/cameras.h"
#include "maps/source_shapes.h"
#include "maps/voronoi.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>

namespace cresset::maps {

namespace {

struct Service {
    char const *kind, *en, *zh;
    char const *key, *value;
    char const *station_en, *station_zh;  // of those without a name: "Station 3", "第3派出所"
};
constexpr std::array services{
    Service{"police", "Police", "公安", "amenity", "police", "Police station {}", "第{}派出所"},
    Service{"fire", "Fire and rescue", "消防", "amenity", "fire_station", "Fire station {}", "第{}消防站"},
    Service{"ambulance", "Ambulance", "急救", "emergency", "ambulance_station", "Ambulance station {}", "第{}急救站"},
};
/// Two things of one service nearer than this are one (a node in its building, a gate beside it).
constexpr std::int64_t same_mm = 120'000;

struct Found {
    SourceNames names;
    Place place;
    std::string ref;
};

std::string numbered(char const* pattern, std::size_t number)
{
    return fmt::format(fmt::runtime(pattern), number);
}

void add_found(std::vector<Found>& all, Found found)
{
    auto const same = std::find_if(all.begin(), all.end(), [&](Found const& other) {
        bool const same_name = found.names.empty() || other.names.empty() || found.names.name == other.names.name;
        return same_name && distance_mm(other.place, found.place) < same_mm;
    });
    if (same == all.end())
        all.push_back(std::move(found));
    else if (same->names.empty())
        same->names = std::move(found.names);
}

std::vector<Found> find_stations(SourceMap const& map, Service const& service, Bounds const& box)
{
    std::vector<Found> all;
    for_each_thing(map, [&](Tags const& tags, std::int64_t, auto const& place, auto const&) {
        if (!map.has(tags, service.key, service.value)) return;
        auto const at = place();
        if (!at || !box.contains(*at)) return;
        add_found(all, {names_of(map, tags), *at, std::string{map.tag(tags, "ref").value_or("")}});
    });
    return all;
}

/// One for each 4 square kilometres of streets, 3 to 16.
std::size_t stations_wanted(BuiltUp const& built_up)
{
    return std::clamp<std::size_t>(built_up.cells.size() / 4, 3, 16);
}

class Finder {
public:
    explicit Finder(SourceMap const& map) : map_{map}, built_up_{find_built_up(map)}
    {
        box_ = built_up_.box;
        if (box_.empty()) return;
        box_.min = moved(box_.min, -margin_mm, -margin_mm);
        box_.max = moved(box_.max, margin_mm, margin_mm);
    }
    FoundThings all()
    {
        if (built_up_.box.empty()) {
            found_.notes.emplace_back("the map has no streets, so it has no stations and no patrol grids");
        } else {
            for (Service const& service : services) add_service(service);
            add_grids();
        }
        found_.things.cameras = find_cameras(map_);
        return std::move(found_);
    }

private:
    static constexpr std::int64_t margin_mm = 300'000;

    void add_service(Service const& service)
    {
        auto const kind = static_cast<std::uint32_t>(&service - services.data()) + 1;
        std::vector<Found> stations = find_stations(map_, service, box_);
        if (stations.empty() && service.kind == std::string_view{"police"}) stations = seeded();
        if (stations.empty()) return;
        DepartmentId const id{0, kind};
        found_.things.departments.put(id, {{service.en, service.zh}, service.kind});
        add_stations(service, id, stations);
    }
    std::vector<Found> seeded()
    {
        std::vector<Found> stations;
        for (Place const place : spread_over_junctions(map_, stations_wanted(built_up_)))
            stations.push_back({{}, place, {}});
        found_.things.stations_seeded = true;
        found_.notes.push_back(
            fmt::format("the data has no police station: {} were spread over its junctions", stations.size()));
        return stations;
    }
    void add_stations(Service const& service, DepartmentId department, std::vector<Found> const& stations)
    {
        std::vector<Place> places;
        places.reserve(stations.size());
        for (Found const& station : stations) places.push_back(station.place);
        std::vector<Line> const cells = divide_among(box_, places);
        for (std::size_t i = 0; i < stations.size(); ++i) {
            StationId const id{0, ++last_station_};
            Names names = stations[i].names.facts();
            if (stations[i].names.empty())
                names = {numbered(service.station_en, i + 1), numbered(service.station_zh, i + 1)};
            Line const stated = stated_district(stations[i].ref);
            found_.things.stations.put(
                id, {std::move(names), department, stations[i].place, stated.empty() ? cells[i] : stated});
            if (!stations[i].ref.empty()) by_ref_[stations[i].ref] = id;
        }
    }
    /// The outline that names the station itself (police:station=REF); empty if there is none.
    Line stated_district(std::string const& ref) const
    {
        if (ref.empty()) return {};
        for (SourceRelation const& relation : map_.relations) {
            if (!map_.has(relation.tags, "boundary", "administrative")) continue;
            if (!map_.has(relation.tags, "police:station", ref)) continue;
            Polygons const shape = polygons_of(map_, relation);
            if (!shape.empty()) return shape.front().outer;
        }
        return {};
    }

    // --- patrol grids ---

    void add_grids()
    {
        for_each_thing(map_, [&](Tags const& tags, std::int64_t, auto const&, auto const& polygons) {
            if (map_.has(tags, "boundary", "patrol_grid")) add_stated_grid(tags, polygons());
        });
        if (found_.things.grids.empty())
            for (auto const& cell : built_up_.cells) add_cell(cell);
    }
    void add_stated_grid(Tags const& tags, Polygons const& shape)
    {
        if (shape.empty()) return;
        GridId const id{0, static_cast<std::uint32_t>(found_.things.grids.size()) + 1};
        Grid grid;
        grid.code = map_.tag(tags, "ref").value_or(fmt::format("G-{:03}", id.number));
        SourceNames const names = names_of(map_, tags);
        grid.name = names.empty() ? Names{"Grid " + grid.code, "网格 " + grid.code} : names.facts();
        grid.ring = shape.front().outer;
        auto const stated = by_ref_.find(std::string{map_.tag(tags, "police:station").value_or("")});
        grid.station = stated != by_ref_.end() ? stated->second : station_of(label_place(shape));
        found_.things.grids.put(id, std::move(grid));
    }
    /// Rows are counted from the north, columns from the west, as on a map's margin.
    void add_cell(std::pair<std::int32_t, std::int32_t> cell)
    {
        GridId const id{0, static_cast<std::uint32_t>(found_.things.grids.size()) + 1};
        Bounds const box = built_up_.bounds_of(cell);
        std::int32_t const rows = (built_up_.box.max.lat_e7 - built_up_.box.min.lat_e7) / built_up_.cell_lat_e7;
        std::string const number = fmt::format("{:02}-{:02}", rows - cell.first + 1, cell.second + 1);
        Place const south_east{box.min.lat_e7, box.max.lon_e7};
        Place const north_west{box.max.lat_e7, box.min.lon_e7};
        found_.things.grids.put(id, {"G-" + number,
                                     {"Grid " + number, "网格 " + number},
                                     station_of(box.middle()),
                                     {box.min, south_east, box.max, north_west, box.min}});
    }
    std::optional<StationId> station_of(Place place) const
    {
        std::optional<StationId> best;
        std::int64_t nearest = INT64_MAX;
        for (auto const& [id, station] : found_.things.stations) {
            if (station.department != DepartmentId{0, 1}) continue;
            bool const inside = !station.district.empty() && ring_contains(station.district, place);
            std::int64_t const distance = inside ? -1 : distance_mm(station.place, place);
            if (distance < nearest) nearest = distance, best = id;
        }
        return best;
    }

    SourceMap const& map_;
    BuiltUp built_up_;
    Bounds box_;
    FoundThings found_;
    std::map<std::string, StationId> by_ref_;
    std::uint32_t last_station_ = 0;
};

}  // namespace

FoundThings find_things(SourceMap const& map)
{
    return Finder{map}.all();
}

}  // namespace cresset::maps
