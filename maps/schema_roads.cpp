#include "maps/schema.h"

#include <algorithm>
#include <array>

namespace cresset::maps {

namespace {

/// How a value of `highway` is drawn.
struct Road {
    std::string_view value, road_class;
    int min_zoom, name_zoom, rank;  // rank: higher lies above
    bool keeps_value;               // as subclass
};

constexpr std::array roads = std::to_array<Road>({
    {"motorway", "motorway", 4, 9, 9, false},    {"motorway_link", "motorway", 9, 14, 9, false},
    {"trunk", "trunk", 5, 9, 8, false},          {"trunk_link", "trunk", 9, 14, 8, false},
    {"primary", "primary", 7, 11, 6, false},     {"primary_link", "primary", 10, 14, 6, false},
    {"secondary", "secondary", 9, 12, 5, false}, {"secondary_link", "secondary", 11, 14, 5, false},
    {"tertiary", "tertiary", 11, 12, 4, false},  {"tertiary_link", "tertiary", 12, 14, 4, false},
    {"unclassified", "minor", 12, 14, 3, true},  {"residential", "minor", 12, 14, 3, true},
    {"living_street", "minor", 12, 14, 3, true}, {"road", "minor", 12, 14, 3, true},
    {"busway", "busway", 13, 14, 3, false},      {"bus_guideway", "bus_guideway", 13, 14, 3, false},
    {"raceway", "raceway", 12, 14, 3, false},    {"service", "service", 13, 14, 2, false},
    {"track", "track", 13, 14, 2, false},        {"pedestrian", "path", 13, 14, 1, true},
    {"footway", "path", 13, 14, 1, true},        {"path", "path", 13, 14, 1, true},
    {"cycleway", "path", 13, 14, 1, true},       {"bridleway", "path", 14, 14, 1, true},
    {"steps", "path", 14, 14, 1, true},          {"corridor", "path", 14, 14, 0, true},
    {"platform", "path", 14, 14, 0, true},
});

Road const* road_of(std::string_view value)
{
    auto const found = std::find_if(roads.begin(), roads.end(), [&](Road const& road) { return road.value == value; });
    return found == roads.end() ? nullptr : &*found;
}

/// 1 with the line, -1 against it, 0 both ways.
std::int64_t direction(TagView const& tags)
{
    auto const said = tags[Key::oneway];
    if (said == "yes" || said == "1" || said == "true") return 1;
    if (said == "-1" || said == "reverse") return -1;
    if (!said.empty()) return 0;
    bool const implied = tags.is(Key::junction, "roundabout") || tags.is(Key::junction, "circular") ||
                         tags.is(Key::highway, "motorway") || tags.is(Key::highway, "motorway_link");
    return implied ? 1 : 0;
}

std::string_view surface_of(TagView const& tags)
{
    static constexpr std::array unpaved =
        std::to_array<std::string_view>({"unpaved", "compacted", "dirt", "earth", "fine_gravel", "grass", "gravel",
                                         "ground", "ice", "mud", "pebblestone", "salt", "sand", "snow", "woodchips"});
    if (!tags.has(Key::surface)) return {};
    return std::find(unpaved.begin(), unpaved.end(), tags[Key::surface]) != unpaved.end() ? "unpaved" : "paved";
}

int z_order(TagView const& tags, int rank)
{
    int const above = tags.yes(Key::bridge) ? 10 : tags.yes(Key::tunnel) ? -10 : 0;
    return level_of(tags) * 20 + above + rank;
}

void add_sign(Attributes& to, std::string_view key, std::int64_t value)
{
    if (value != 0) to.emplace_back(key, value);
}

Attributes road_attributes(TagView const& tags, Road const& road, std::string_view road_class)
{
    Attributes result{{"class", road_class},
                      {"subclass", road.keeps_value ? road.value : ""},
                      {"brunnel", brunnel(tags)},
                      {"surface", surface_of(tags)}};
    if (road.road_class == "service") result.emplace_back("service", tags[Key::service]);
    if (tags.is(Key::access, "no") || tags.is(Key::access, "private")) result.emplace_back("access", "no");
    add_sign(result, "oneway", direction(tags));
    add_sign(result, "ramp", road.value.ends_with("_link") ? 1 : 0);
    add_sign(result, "layer", level_of(tags));
    add_sign(result, "expressway", tags.is(Key::expressway, "yes") ? 1 : 0);
    add_sign(result, "indoor", tags.is(Key::indoor, "yes") ? 1 : 0);
    return result;
}

void add_name(TagView const& tags, Road const& road, std::string_view road_class, Drawings& to)
{
    auto attributes = name_attributes(tags);
    if (attributes.empty() && !tags.has(Key::ref)) return;
    attributes.emplace_back("class", road_class);
    attributes.emplace_back("subclass", road.keeps_value ? road.value : "");
    if (auto const ref = tags[Key::ref]; !ref.empty()) {
        attributes.emplace_back("ref", ref);
        attributes.emplace_back("ref_length", static_cast<std::int64_t>(ref.size()));
        attributes.emplace_back("network", "road");
    }
    Drawing name{MapLayer::transportation_name, TileGeometry::line, road.name_zoom};
    name.order = 9 - road.rank;
    name.attributes = name.far_attributes = std::move(attributes);
    to.push_back(std::move(name));
}

/// Below z12 a road is its class alone, so that what belongs together is merged.
Attributes far_road(Road const& road, std::string_view road_class)
{
    Attributes result{{"class", road_class}};
    add_sign(result, "ramp", road.value.ends_with("_link") ? 1 : 0);
    return result;
}

/// Roads under construction keep a class of their own ("primary_construction"); these texts live with the program.
std::string_view under_construction(std::string_view road_class)
{
    static constexpr std::array classes = std::to_array<std::string_view>(
        {"motorway_construction", "trunk_construction", "primary_construction", "secondary_construction",
         "tertiary_construction", "minor_construction", "path_construction", "service_construction",
         "track_construction", "raceway_construction"});
    for (auto const text : classes)
        if (text.starts_with(road_class) && text.substr(road_class.size()) == "_construction") return text;
    return "minor_construction";
}

void add_road(TagView const& tags, Road const& road, bool is_area, bool is_built, Drawings& to)
{
    auto const road_class = is_built ? road.road_class : under_construction(road.road_class);
    Drawing drawing{MapLayer::transportation, is_area ? TileGeometry::polygon : TileGeometry::line, road.min_zoom};
    drawing.near_zoom = 12;
    drawing.order = z_order(tags, road.rank);
    drawing.directed = direction(tags) != 0;
    drawing.attributes = road_attributes(tags, road, road_class);
    drawing.far_attributes = far_road(road, road_class);
    to.push_back(std::move(drawing));
    if (!is_area) add_name(tags, road, road_class, to);
}

struct Rail {
    std::string_view value, rail_class;
    int min_zoom;
};

constexpr std::array rails = std::to_array<Rail>({{"rail", "rail", 9},
                                                  {"narrow_gauge", "rail", 10},
                                                  {"preserved", "rail", 11},
                                                  {"funicular", "rail", 12},
                                                  {"subway", "transit", 12},
                                                  {"light_rail", "transit", 11},
                                                  {"monorail", "transit", 12},
                                                  {"tram", "transit", 12}});

void add_rail(TagView const& tags, Rail const& rail, Drawings& to)
{
    Drawing drawing{MapLayer::transportation, TileGeometry::line, tags.has(Key::service) ? 13 : rail.min_zoom};
    drawing.near_zoom = 12;
    drawing.order = z_order(tags, 7);
    drawing.attributes = {{"class", rail.rail_class},
                          {"subclass", rail.value},
                          {"brunnel", brunnel(tags)},
                          {"service", tags[Key::service]}};
    add_sign(drawing.attributes, "layer", level_of(tags));
    drawing.far_attributes = {{"class", rail.rail_class}};
    to.push_back(std::move(drawing));
}

void add_plain(std::string_view line_class, std::string_view subclass, TileGeometry kind, int min_zoom, Drawings& to)
{
    Drawing drawing{MapLayer::transportation, kind, min_zoom};
    drawing.attributes = drawing.far_attributes = {{"class", line_class}, {"subclass", subclass}};
    to.push_back(std::move(drawing));
}

}  // namespace

void add_roads(TagView const& tags, ThingKind kind, Drawings& to)
{
    auto const highway = tags[Key::highway];
    if (highway.empty() || kind == ThingKind::node) return;
    bool const is_built = highway != "construction";
    auto const* road = road_of(is_built ? highway : tags[Key::construction]);
    if (!road && !is_built) road = road_of("road");
    if (!road) return;
    add_road(tags, *road, is_surface(tags, kind, highway == "platform"), is_built, to);
}

void add_railways(TagView const& tags, ThingKind kind, Drawings& to)
{
    if (kind == ThingKind::node) return;
    auto const line = is_surface(tags, kind, false) ? TileGeometry::polygon : TileGeometry::line;
    auto const surface = is_surface(tags, kind, true) ? TileGeometry::polygon : TileGeometry::line;
    for (auto const& rail : rails)
        if (tags.is(Key::railway, rail.value) && line == TileGeometry::line) add_rail(tags, rail, to);
    if (tags.is(Key::railway, "platform") || tags.is(Key::public_transport, "platform"))
        if (!tags.has(Key::highway)) add_plain("path", "platform", surface, 14, to);
    if (tags.is(Key::man_made, "pier")) add_plain("pier", "", surface, 13, to);
    if (tags.is(Key::man_made, "bridge") && surface == TileGeometry::polygon) add_plain("bridge", "", surface, 13, to);
    if (tags.is(Key::route, "ferry") && kind != ThingKind::area) add_plain("ferry", "", TileGeometry::line, 9, to);
    if (tags.is(Key::aerialway, "cable_car") || tags.is(Key::aerialway, "gondola"))
        add_plain("aerialway", tags[Key::aerialway], TileGeometry::line, 12, to);
}

}  // namespace cresset::maps
