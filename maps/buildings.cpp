#include "maps/buildings.h"

#include "core/base/text.h"
#include "maps/source_shapes.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace cresset::maps {

namespace {

constexpr double dm_a_level = 30;

std::int32_t height_of(SourceMap const& map, Tags const& tags, char const* height, char const* levels)
{
    if (auto const text = map.tag(tags, height))
        if (auto const dm = length_dm(*text)) return *dm;
    if (auto const text = map.tag(tags, levels))
        if (auto const count = parse_real(trim(*text)); count && *count >= 0 && *count <= 300)
            return static_cast<std::int32_t>(std::lround(*count * dm_a_level));
    return 0;
}

bool is_building(SourceMap const& map, Tags const& tags)
{
    auto const value = map.tag(tags, "building");
    return value && *value != "no" && !map.has(tags, "location", "underground");
}

}  // namespace

void for_each_building(SourceMap const& map, std::function<void(Building const&)> const& visit)
{
    std::int64_t id = 0;
    std::vector<std::uint32_t> of_relations;  // ways whose tags speak for a whole relation
    auto const tell = [&](Tags const& tags, Polygons shape) {
        if (shape.empty() || !is_building(map, tags)) return;
        Building building;
        building.id = ++id;
        building.name = names_of(map, tags).name;
        building.shape = std::move(shape);
        building.height_dm = height_of(map, tags, "height", "building:levels");
        building.min_height_dm = height_of(map, tags, "min_height", "building:min_level");
        visit(building);
    };
    for (SourceRelation const& relation : map.relations) {
        if (!map.has(relation.tags, "type", "multipolygon")) continue;
        AreaTags const found = area_tags(map, relation);
        if (!is_building(map, found.tags)) continue;
        of_relations.insert(of_relations.end(), found.from_ways.begin(), found.from_ways.end());
        tell(found.tags, polygons_of(map, relation));
    }
    std::sort(of_relations.begin(), of_relations.end());
    for (std::uint32_t i = 0; i < map.ways.size(); ++i)
        if (is_building(map, map.ways[i].tags) && !std::binary_search(of_relations.begin(), of_relations.end(), i))
            tell(map.ways[i].tags, polygons_of(map, map.ways[i]));
}

}  // namespace cresset::maps
