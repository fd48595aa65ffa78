#include "maps/schema.h"

#include <algorithm>
#include <array>

namespace cresset::maps {

namespace {

/// The class of a water surface; empty if it is none.
std::string_view water_class(TagView const& tags)
{
    auto const water = tags[Key::water];
    auto const waterway = tags[Key::waterway];
    if (waterway == "riverbank" || (tags.is(Key::natural, "water") && (water == "river" || water == "canal")))
        return "river";
    if (waterway == "dock" || water == "harbour" || water == "dock") return "dock";
    if (tags.is(Key::leisure, "swimming_pool")) return "swimming_pool";
    if (tags.is(Key::natural, "water") || tags.is(Key::landuse, "reservoir") || tags.is(Key::landuse, "basin"))
        return "lake";
    return waterway == "canal" || waterway == "river" || waterway == "stream" ? "river" : "";
}

void add_surface(TagView const& tags, std::string_view surface_class, Drawings& to)
{
    Drawing water{MapLayer::water, TileGeometry::polygon, surface_class == "swimming_pool" ? 14 : 4};
    water.near_zoom = 12;
    water.attributes = {{"class", surface_class}, {"brunnel", brunnel(tags)}};
    if (tags.is(Key::intermittent, "yes")) water.attributes.emplace_back("intermittent", std::int64_t{1});
    water.far_attributes = {{"class", surface_class}};
    to.push_back(std::move(water));
}

void add_name(TagView const& tags, std::string_view name_class, int min_zoom, Drawings& to)
{
    auto attributes = name_attributes(tags);
    if (attributes.empty()) return;
    attributes.emplace_back("class", name_class);
    Drawing name{MapLayer::water_name, TileGeometry::point, min_zoom};
    name.attributes = name.far_attributes = std::move(attributes);
    to.push_back(std::move(name));
}

int stream_zoom(std::string_view waterway, bool named)
{
    if (waterway == "river") return named ? 9 : 12;
    if (waterway == "canal") return 12;
    return waterway == "stream" ? 13 : 14;
}

void add_stream(TagView const& tags, Drawings& to)
{
    auto const waterway = tags[Key::waterway];
    Drawing stream{MapLayer::waterway, TileGeometry::line, stream_zoom(waterway, tags.has(Key::name))};
    stream.near_zoom = 12;
    stream.attributes = name_attributes(tags);
    stream.attributes.emplace_back("class", waterway);
    stream.attributes.emplace_back("brunnel", brunnel(tags));
    if (tags.is(Key::intermittent, "yes")) stream.attributes.emplace_back("intermittent", std::int64_t{1});
    stream.far_attributes = {{"class", waterway}};
    to.push_back(std::move(stream));
}

bool is_stream(std::string_view waterway)
{
    static constexpr std::array lines = std::to_array<std::string_view>({"river", "canal", "stream", "drain", "ditch"});
    return std::find(lines.begin(), lines.end(), waterway) != lines.end();
}

}  // namespace

void add_waters(TagView const& tags, ThingKind kind, Drawings& to)
{
    if (tags.is(Key::natural, "bay") || tags.is(Key::natural, "strait") || tags.is(Key::place, "sea"))
        return add_name(tags, tags.is(Key::place, "sea") ? "sea" : tags[Key::natural],
                        kind == ThingKind::node ? 12 : 10, to);
    if (kind == ThingKind::node) return;
    bool const line = is_stream(tags[Key::waterway]);
    if (is_surface(tags, kind, !line)) {
        auto const surface_class = water_class(tags);
        if (surface_class.empty() || tags.is(Key::covered, "yes")) return;
        add_surface(tags, surface_class, to);
        if (surface_class != "swimming_pool") add_name(tags, surface_class, 12, to);
    } else if (line) {
        add_stream(tags, to);
    }
}

}  // namespace cresset::maps
