#include "maps/schema.h"

#include "core/base/dice.h"
#include "core/base/text.h"

#include <catch2/catch.hpp>

using namespace cresset;
using namespace cresset::maps;

namespace {

using Pairs = std::vector<std::pair<std::string_view, std::string_view>>;

TagView view(Pairs const& pairs)
{
    TagView result;
    for (auto const& [key, value] : pairs)
        for (std::size_t i = 0; i < key_names.size(); ++i)
            if (key_names[i] == key) result.set(static_cast<Key>(i), value);
    return result;
}

Drawings drawn(ThingKind kind, Pairs const& pairs)
{
    return drawings_of(view(pairs), kind);
}

Drawing const* in_layer(Drawings const& drawings, MapLayer layer)
{
    for (auto const& drawing : drawings)
        if (drawing.layer == layer) return &drawing;
    return nullptr;
}

/// An attribute as text ("1", "bridge"); empty if there is none.
std::string value(Drawing const* drawing, std::string_view key)
{
    if (!drawing) return "no such drawing";
    for (auto const& [name, what] : drawing->attributes) {
        if (name != key) continue;
        if (auto const* text = std::get_if<std::string_view>(&what)) return std::string{*text};
        if (auto const* whole = std::get_if<std::int64_t>(&what)) return std::to_string(*whole);
        return std::to_string(std::get<double>(what));
    }
    return "";
}

}  // namespace

TEST_CASE("every key of the schema stands at its number")
{
    CHECK(key_names[static_cast<std::size_t>(Key::access)] == "access");
    CHECK(key_names[static_cast<std::size_t>(Key::addr_housenumber)] == "addr:housenumber");
    CHECK(key_names[static_cast<std::size_t>(Key::disused)] == "disused");
    CHECK(key_names[static_cast<std::size_t>(Key::name_zh_hans)] == "name:zh-Hans");
    CHECK(key_names[static_cast<std::size_t>(Key::wetland)] == "wetland");
    CHECK(static_cast<std::size_t>(Key::wetland) == key_names.size() - 1);
}

TEST_CASE("things without tags or with unknown ones are not drawn")
{
    for (auto const kind : {ThingKind::node, ThingKind::open_way, ThingKind::closed_way, ThingKind::area}) {
        CHECK(drawn(kind, {}).empty());
        CHECK(drawn(kind, {{"highway", "proposed"}}).empty());
        CHECK(drawn(kind, {{"building", "no"}}).empty());
    }
    CHECK(drawn(ThingKind::node, {{"highway", "primary"}, {"building", "yes"}, {"waterway", "river"}}).empty());
    CHECK(drawn(ThingKind::node, {{"place", "city"}}).empty());
}

TEST_CASE("heights that are no numbers or beyond sense are held within bounds")
{
    auto const odd =
        drawn(ThingKind::closed_way, {{"building", "yes"}, {"height", "tall"}, {"building:levels", "99999"}});
    CHECK(value(in_layer(odd, MapLayer::building), "render_height") == "1000");
    auto const below = drawn(ThingKind::closed_way, {{"building", "yes"}, {"height", "-5"}, {"min_height", "7"}});
    CHECK(value(in_layer(below, MapLayer::building), "render_height") == "7");
}

TEST_CASE("a building has its height from metres or storeys or else a low one")
{
    auto const height = [](Pairs pairs) {
        pairs.emplace_back("building", "yes");
        return value(in_layer(drawn(ThingKind::closed_way, pairs), MapLayer::building), "render_height");
    };
    CHECK(height({{"height", "12 m"}}) == "12");
    CHECK(height({{"height", "12.34"}}) == std::to_string(12.3));
    CHECK(height({{"building:levels", "10"}}) == "30");
    CHECK(height({}) == "5");
}

TEST_CASE("roads have the schema's classes and ramps and directions")
{
    auto const link = drawn(ThingKind::open_way, {{"highway", "motorway_link"}, {"bridge", "viaduct"}, {"layer", "2"}});
    auto const* road = in_layer(link, MapLayer::transportation);
    CHECK(value(road, "class") == "motorway");
    CHECK(value(road, "ramp") == "1");
    CHECK(value(road, "oneway") == "1");
    CHECK(value(road, "brunnel") == "bridge");
    CHECK(value(road, "layer") == "2");
    CHECK(road->directed);
    auto const back = drawn(ThingKind::open_way, {{"highway", "residential"}, {"oneway", "-1"}, {"access", "private"}});
    road = in_layer(back, MapLayer::transportation);
    CHECK(value(road, "class") == "minor");
    CHECK(value(road, "subclass") == "residential");
    CHECK(value(road, "oneway") == "-1");
    CHECK(value(road, "access") == "no");
    auto const steps = drawn(ThingKind::open_way, {{"highway", "steps"}, {"tunnel", "yes"}});
    CHECK(value(in_layer(steps, MapLayer::transportation), "class") == "path");
    CHECK(in_layer(steps, MapLayer::transportation)->order < road->order);
    auto const works = drawn(ThingKind::open_way, {{"highway", "construction"}, {"construction", "primary"}});
    CHECK(value(in_layer(works, MapLayer::transportation), "class") == "primary_construction");
}

TEST_CASE("a closed street is a line and a square is a surface")
{
    auto const ring = drawn(ThingKind::closed_way, {{"highway", "residential"}});
    CHECK(in_layer(ring, MapLayer::transportation)->kind == TileGeometry::line);
    auto const square = drawn(ThingKind::closed_way, {{"highway", "pedestrian"}, {"area", "yes"}});
    CHECK(in_layer(square, MapLayer::transportation)->kind == TileGeometry::polygon);
}

TEST_CASE("names come in the languages that there are and Latin is told from Chinese")
{
    auto const both =
        drawn(ThingKind::open_way,
              {{"highway", "primary"}, {"name", "中山路"}, {"name:en", "Zhongshan Road"}, {"ref", "G42"}});
    auto const* name = in_layer(both, MapLayer::transportation_name);
    CHECK(value(name, "name") == "中山路");
    CHECK(value(name, "name:latin") == "Zhongshan Road");
    CHECK(value(name, "name:en") == "Zhongshan Road");
    CHECK(value(name, "name:zh").empty());
    CHECK(value(name, "ref") == "G42");
    CHECK(value(name, "ref_length") == "3");
    auto const zh = drawn(ThingKind::open_way, {{"highway", "primary"}, {"name:zh-Hans", "长江路"}});
    CHECK(value(in_layer(zh, MapLayer::transportation_name), "name") == "长江路");
    CHECK(is_latin("Straße 12 – Ł"));
    CHECK(is_latin(""));
    CHECK_FALSE(is_latin("Road 路"));
    CHECK_FALSE(is_latin("Улица"));
    CHECK(in_layer(drawn(ThingKind::open_way, {{"highway", "primary"}}), MapLayer::transportation_name) == nullptr);
}

TEST_CASE("waters are surfaces or lines by what they are")
{
    auto const lake = drawn(ThingKind::area, {{"natural", "water"}, {"name", "West Lake"}});
    CHECK(value(in_layer(lake, MapLayer::water), "class") == "lake");
    CHECK(value(in_layer(lake, MapLayer::water_name), "name") == "West Lake");
    auto const bank = drawn(ThingKind::closed_way, {{"waterway", "riverbank"}});
    CHECK(value(in_layer(bank, MapLayer::water), "class") == "river");
    auto const stream = drawn(ThingKind::closed_way, {{"waterway", "river"}, {"tunnel", "culvert"}, {"name", "Ill"}});
    CHECK(in_layer(stream, MapLayer::water) == nullptr);
    CHECK(value(in_layer(stream, MapLayer::waterway), "brunnel") == "tunnel");
    CHECK(value(in_layer(stream, MapLayer::waterway), "name") == "Ill");
    CHECK(in_layer(drawn(ThingKind::open_way, {{"natural", "water"}}), MapLayer::water) == nullptr);
}

TEST_CASE("what a dispatcher asks for first stands first among points of interest")
{
    auto const order = [](std::string_view amenity) {
        return in_layer(drawn(ThingKind::node, {{"amenity", amenity}}), MapLayer::poi)->order;
    };
    CHECK(order("hospital") < order("restaurant"));
    CHECK(order("police") < order("school"));
    CHECK(order("fire_station") < order("waste_basket"));
    auto const police = drawn(ThingKind::closed_way, {{"amenity", "police"}, {"building", "yes"}, {"name", "派出所"}});
    CHECK(value(in_layer(police, MapLayer::poi), "class") == "police");
    CHECK(in_layer(police, MapLayer::building) != nullptr);
    auto const shop = drawn(ThingKind::node, {{"shop", "trade"}});
    CHECK(value(in_layer(shop, MapLayer::poi), "class") == "shop");
    CHECK(value(in_layer(shop, MapLayer::poi), "subclass") == "trade");
    auto const compound = drawn(ThingKind::closed_way, {{"landuse", "residential"}, {"name", "阳光小区"}});
    CHECK(value(in_layer(compound, MapLayer::poi), "name") == "阳光小区");
}

TEST_CASE("large cities rank before small ones")
{
    auto const rank = [](std::string_view people) {
        return std::stoi(
            value(in_layer(drawn(ThingKind::node, {{"place", "city"}, {"name", "X"}, {"population", people}}),
                           MapLayer::place),
                  "rank"));
    };
    CHECK(rank("24,000,000") == 1);
    CHECK(rank("24000000") < rank("300000"));
    CHECK(rank("") == 7);
}

TEST_CASE("borders of states are seen from afar and those of quarters from near")
{
    CHECK(border_line(2, false, false).min_zoom == 0);
    CHECK(border_line(9, false, false).min_zoom > 10);
    CHECK(value(std::vector{border_line(4, true, false)}.data(), "maritime") == "1");
}

TEST_CASE("any tags at all give drawings that can be drawn")
{
    std::vector<std::string_view> const values{
        "yes",     "no",   "primary", "water",  "river", "-1",    "12",     "platform", "pier",  "rail",
        "station", "city", "runway",  "forest", "park",  "ferry", "中山路", "",         "tower", "construction"};
    for (std::uint64_t seed = 0; seed < 5000; ++seed) {
        Dice dice{seed};
        TagView tags;
        for (auto i = dice.range(0, 8); i > 0; --i)
            tags.set(static_cast<Key>(dice.below(key_names.size())), values[dice.below(values.size())]);
        auto const kind = static_cast<ThingKind>(dice.below(4));
        for (auto const& drawing : drawings_of(tags, kind)) {
            CHECK((drawing.min_zoom >= 0 && drawing.min_zoom <= 14));
            if (kind == ThingKind::node) CHECK(drawing.kind == TileGeometry::point);
            if (kind == ThingKind::open_way) CHECK(drawing.kind != TileGeometry::polygon);
        }
    }
}
