#include "maps/schema.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace cresset::maps {

namespace {

struct Surface {
    Key key;
    std::string_view value, surface_class;
    int min_zoom;
};

constexpr std::array covers = std::to_array<Surface>({
    {Key::natural, "wood", "wood", 8},
    {Key::landuse, "forest", "wood", 8},
    {Key::natural, "glacier", "ice", 6},
    {Key::natural, "wetland", "wetland", 10},
    {Key::natural, "beach", "sand", 11},
    {Key::natural, "sand", "sand", 11},
    {Key::natural, "dune", "sand", 11},
    {Key::natural, "bare_rock", "rock", 11},
    {Key::natural, "scree", "rock", 11},
    {Key::natural, "shingle", "rock", 12},
    {Key::landuse, "farmland", "farmland", 9},
    {Key::landuse, "farm", "farmland", 9},
    {Key::landuse, "orchard", "farmland", 10},
    {Key::landuse, "vineyard", "farmland", 10},
    {Key::landuse, "plant_nursery", "farmland", 10},
    {Key::natural, "grassland", "grass", 10},
    {Key::natural, "heath", "grass", 10},
    {Key::natural, "scrub", "grass", 10},
    {Key::natural, "fell", "grass", 10},
    {Key::natural, "tundra", "grass", 8},
    {Key::landuse, "grass", "grass", 12},
    {Key::landuse, "meadow", "grass", 10},
    {Key::landuse, "allotments", "grass", 12},
    {Key::landuse, "village_green", "grass", 12},
    {Key::landuse, "recreation_ground", "grass", 11},
    {Key::landuse, "flowerbed", "grass", 14},
    {Key::leisure, "park", "grass", 10},
    {Key::leisure, "garden", "grass", 13},
    {Key::leisure, "golf_course", "grass", 11},
});

constexpr std::array uses = std::to_array<Surface>({
    {Key::landuse, "residential", "residential", 8},
    {Key::landuse, "commercial", "commercial", 10},
    {Key::landuse, "retail", "retail", 10},
    {Key::landuse, "industrial", "industrial", 10},
    {Key::landuse, "garages", "garages", 13},
    {Key::landuse, "railway", "railway", 11},
    {Key::landuse, "cemetery", "cemetery", 11},
    {Key::amenity, "grave_yard", "cemetery", 12},
    {Key::landuse, "military", "military", 10},
    {Key::landuse, "quarry", "quarry", 11},
    {Key::landuse, "dam", "dam", 12},
    {Key::amenity, "school", "school", 11},
    {Key::amenity, "kindergarten", "kindergarten", 12},
    {Key::amenity, "university", "university", 11},
    {Key::amenity, "college", "college", 11},
    {Key::amenity, "library", "library", 13},
    {Key::amenity, "hospital", "hospital", 11},
    {Key::amenity, "bus_station", "bus_station", 12},
    {Key::leisure, "stadium", "stadium", 11},
    {Key::leisure, "pitch", "pitch", 13},
    {Key::leisure, "track", "track", 13},
    {Key::leisure, "playground", "playground", 13},
    {Key::tourism, "theme_park", "theme_park", 11},
    {Key::tourism, "zoo", "zoo", 11},
});

constexpr std::array parks = std::to_array<Surface>({
    {Key::boundary, "national_park", "national_park", 6},
    {Key::leisure, "nature_reserve", "nature_reserve", 8},
    {Key::boundary, "protected_area", "protected_area", 8},
});

template <std::size_t count>
Surface const* surface_of(std::array<Surface, count> const& list, TagView const& tags)
{
    auto const found =
        std::find_if(list.begin(), list.end(), [&](auto const& one) { return tags.is(one.key, one.value); });
    return found == list.end() ? nullptr : &*found;
}

void add_polygon(MapLayer layer, int min_zoom, Attributes attributes, Drawings& to)
{
    Drawing drawing{layer, TileGeometry::polygon, min_zoom};
    drawing.attributes = drawing.far_attributes = std::move(attributes);
    to.push_back(std::move(drawing));
}

void add_cover(TagView const& tags, Drawings& to)
{
    if (auto const* cover = surface_of(covers, tags)) {
        auto const subclass =
            tags.is(Key::natural, "wetland") && tags.has(Key::wetland) ? tags[Key::wetland] : cover->value;
        add_polygon(MapLayer::landcover, cover->min_zoom, {{"class", cover->surface_class}, {"subclass", subclass}},
                    to);
    } else if (auto const* use = surface_of(uses, tags)) {
        add_polygon(MapLayer::landuse, use->min_zoom, {{"class", use->surface_class}}, to);
    }
}

void add_park(TagView const& tags, Drawings& to)
{
    auto const* park = surface_of(parks, tags);
    if (!park) return;
    add_polygon(MapLayer::park, park->min_zoom, {{"class", park->surface_class}}, to);
    auto name = name_attributes(tags);
    if (name.empty()) return;
    name.emplace_back("class", park->surface_class);
    Drawing label{MapLayer::park, TileGeometry::point, 11};
    label.attributes = label.far_attributes = std::move(name);
    to.push_back(std::move(label));
}

void add_aeroway(TagView const& tags, ThingKind kind, Drawings& to)
{
    auto const aeroway = tags[Key::aeroway];
    static constexpr std::array kinds =
        std::to_array<std::string_view>({"aerodrome", "apron", "runway", "taxiway", "helipad", "heliport"});
    if (std::find(kinds.begin(), kinds.end(), aeroway) == kinds.end()) return;
    bool const surface = is_surface(tags, kind, aeroway != "runway" && aeroway != "taxiway");
    if (!surface && aeroway != "runway" && aeroway != "taxiway") return;
    Drawing drawing{MapLayer::aeroway, surface ? TileGeometry::polygon : TileGeometry::line, 10};
    drawing.attributes = drawing.far_attributes = {{"class", aeroway}, {"ref", tags[Key::ref]}};
    to.push_back(std::move(drawing));
}

/// Metres, in steps of a tenth, as plain as they can be written.
AttributeValue metres(double height)
{
    double const tenths = std::round(height * 10);
    if (std::fmod(tenths, 10) == 0) return static_cast<std::int64_t>(tenths / 10);
    return tenths / 10;
}

constexpr double storey_m = 3;          // of a building whose height is not known
constexpr double unknown_height_m = 5;  // of one whose storeys are not known either
constexpr double highest_m = 1000;

double height_of(std::optional<double> metres_said, std::optional<double> storeys, double otherwise)
{
    double const height = metres_said ? *metres_said : storeys ? *storeys * storey_m : otherwise;
    return std::clamp(height, 0.0, highest_m);
}

}  // namespace

Drawing border_line(int admin_level, bool maritime, bool disputed)
{
    static constexpr std::array zooms{0, 0, 0, 4, 4, 8, 8, 10, 11, 12, 12, 12};
    Drawing line{MapLayer::boundary, TileGeometry::line,
                 zooms[static_cast<std::size_t>(std::clamp(admin_level, 0, 11))]};
    line.order = 11 - admin_level;
    line.attributes = line.far_attributes = {{"admin_level", std::int64_t{admin_level}},
                                             {"disputed", std::int64_t{disputed}},
                                             {"maritime", std::int64_t{maritime}}};
    return line;
}

void add_surfaces(TagView const& tags, ThingKind kind, Drawings& to)
{
    if (kind == ThingKind::node) return;
    if (is_surface(tags, kind, true)) {
        add_cover(tags, to);
        add_park(tags, to);
    }
    add_aeroway(tags, kind, to);
}

void add_buildings(TagView const& tags, ThingKind kind, Drawings& to)
{
    if (auto const number = tags[Key::addr_housenumber]; !number.empty()) {
        Drawing drawing{MapLayer::housenumber, TileGeometry::point, 14};
        drawing.attributes = drawing.far_attributes = {{"housenumber", number}};
        to.push_back(std::move(drawing));
    }
    bool const is_building = tags.yes(Key::building) || tags.is(Key::aeroway, "terminal");
    if (!is_building || !is_surface(tags, kind, true)) return;
    auto const said = tags.has(Key::height) ? tags.number(Key::height) : tags.number(Key::building_height);
    double const low = height_of(tags.number(Key::min_height), tags.number(Key::building_min_level), 0);
    double const high = height_of(said, tags.number(Key::building_levels), unknown_height_m);
    add_polygon(MapLayer::building, 13,
                {{"render_height", metres(std::max(high, low))}, {"render_min_height", metres(low)}}, to);
    to.back().near_zoom = 14;
    to.back().far_attributes.clear();
}

}  // namespace cresset::maps
