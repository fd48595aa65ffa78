#include "maps/areas.h"

#include "core/base/text.h"
#include "maps/source_shapes.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace cresset::maps {

namespace {

struct Sort {
    std::string_view key, value, kind;
};
/// What else may have a name and an outline that people use to say where they are. The first that fits counts.
constexpr std::array sorts{
    Sort{"leisure", "park", "park"},          Sort{"leisure", "garden", "park"},
    Sort{"place", "square", "square"},        Sort{"amenity", "school", "school"},
    Sort{"amenity", "university", "school"},  Sort{"amenity", "college", "school"},
    Sort{"amenity", "hospital", "hospital"},  Sort{"leisure", "stadium", "stadium"},
    Sort{"amenity", "marketplace", "market"}, Sort{"shop", "mall", "market"},
    Sort{"landuse", "residential", "estate"}, Sort{"landuse", "industrial", "works"},
    Sort{"landuse", "cemetery", "cemetery"},  Sort{"landuse", "railway", "railway"},
    Sort{"aeroway", "aerodrome", "airport"},  Sort{"highway", "pedestrian", "square"},
    Sort{"natural", "water", "water"},        Sort{"landuse", "port", "port"},
};
constexpr std::array settled{"city",    "town",          "village",    "hamlet",  "suburb",
                             "quarter", "neighbourhood", "city_block", "borough", "district"};

std::string kind_of(SourceMap const& map, Tags const& tags)
{
    if (map.has(tags, "boundary", "administrative")) return "administrative";
    if (auto const place = map.tag(tags, "place"); place && *place != "square")
        return std::find(settled.begin(), settled.end(), *place) != settled.end() ? "place" : "";
    for (Sort const& sort : sorts)
        if (map.has(tags, sort.key, sort.value)) return std::string{sort.kind};
    return {};
}

bool says_where(Area const& area)
{
    return area.kind == "place" || (area.kind == "administrative" && area.admin_level >= 6);
}

}  // namespace

std::vector<Area> collect_areas(SourceMap const& map)
{
    std::vector<Area> areas;
    for_each_thing(map, [&](Tags const& tags, std::int64_t, auto const&, auto const& polygons) {
        std::string kind = kind_of(map, tags);
        if (kind.empty()) return;
        SourceNames names = names_of(map, tags);
        if (names.empty()) return;
        Polygons shape = polygons();
        if (shape.empty()) return;
        int const level = parse_whole<int>(map.tag(tags, "admin_level").value_or("")).value_or(0);
        areas.push_back({static_cast<std::int64_t>(areas.size()) + 1, std::move(kind), std::clamp(level, 0, 99),
                         std::move(names.name), std::move(names.zh), std::move(names.en), std::move(shape)});
    });
    return areas;
}

Whereabouts::Whereabouts(std::vector<Area> const& areas)
{
    for (Area const& area : areas)
        if (says_where(area)) rows_.push_back({area_m2(area.shape), bounds_of(area.shape), &area});
    std::stable_sort(rows_.begin(), rows_.end(), [](Row const& a, Row const& b) { return a.size_m2 < b.size_m2; });
}

Area const* Whereabouts::at(Place place)
{
    constexpr std::int32_t cell = 10'000;
    Place const key{place.lat_e7 / cell, place.lon_e7 / cell};
    if (Area const* const* kept = kept_.find(key)) return *kept;
    return kept_.put(key, find({key.lat_e7 * cell + cell / 2, key.lon_e7 * cell + cell / 2}));
}

Area const* Whereabouts::find(Place place) const
{
    for (Row const& row : rows_)
        if (row.box.contains(place) && contains(row.area->shape, place)) return row.area;
    return nullptr;
}

}  // namespace cresset::maps
