#pragma once
/// Ways and relations of a source map as places: lines, areas, the place to stand for a thing; and the names of things
/// in the two languages of the room.

#include "core/facts/names.h"
#include "maps/multipolygon.h"
#include "maps/polygon.h"
#include "maps/source_map.h"

#include <optional>
#include <string>

namespace cresset::maps {

Line line_of(SourceMap const& map, SourceWay const& way);
/// What a closed way encloses; nothing if it is not closed or flat.
Polygons polygons_of(SourceMap const& map, SourceWay const& way);
/// What the relation's ways enclose; nothing if they close no ring.
Polygons polygons_of(SourceMap const& map, SourceRelation const& relation);

/// name as the city writes it, and in Chinese and English where the data (or the script of the name) says so.
struct SourceNames {
    std::string name, zh, en;
    bool empty() const { return name.empty(); }
    Names facts() const;
};
SourceNames names_of(SourceMap const& map, Tags const& tags);

/// Of a street: its number ("G2", "CG-1") where it has no name.
SourceNames street_names_of(SourceMap const& map, Tags const& tags);

/// "12", "12.5 m", "40'", "6 ft" in decimetres; nothing if it is no length.
std::optional<std::int32_t> length_dm(std::string_view text);

/// Calls visit(tags, id, place(), polygons()) for every node, way and relation with tags, in the order of the map;
/// place and polygons are made only if called. id: 3 times the source's number plus 0, 1, 2 for its kind.
template <typename Visit>
void for_each_thing(SourceMap const& map, Visit&& visit);

/// A place that stands for a line: its middle.
Place middle_of(Line const& line);
/// A place that stands for a relation: inside its area, or at its first node or way.
std::optional<Place> place_of(SourceMap const& map, SourceRelation const& relation);
std::optional<Place> place_of(SourceMap const& map, SourceWay const& way);

template <typename Visit>
void for_each_thing(SourceMap const& map, Visit&& visit)
{
    for (SourceNode const& node : map.nodes)
        if (!node.tags.empty())
            visit(
                node.tags, 3 * node.id, [&] { return std::optional{node.place}; }, [] { return Polygons{}; });
    for (SourceWay const& way : map.ways)
        if (!way.tags.empty())
            visit(
                way.tags, 3 * way.id + 1, [&] { return place_of(map, way); }, [&] { return polygons_of(map, way); });
    for (SourceRelation const& relation : map.relations)
        if (!relation.tags.empty())
            visit(
                relation.tags, 3 * relation.id + 2, [&] { return place_of(map, relation); },
                [&] { return polygons_of(map, relation); });
}

}  // namespace cresset::maps
