#include "core/store/database.h"
#include "core/store/transaction.h"
#include "maps/mbtiles.h"
#include "maps/tile_maker.h"
#include "tests/maps/drawn_map.h"
#include "widgets/label_placer.h"
#include "widgets/render_map.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <filesystem>
#include <string>
#include <unistd.h>

using namespace cresset;
using namespace cresset::maps;
using namespace cresset::widgets;

namespace {

/// A base map of a few streets drawn in metres, packed as a city is; gone with the test.
class SmallCity {
public:
    SmallCity()
    {
        for (int const east : {-900, 900})
            for (int const north : {-900, 900})
                drawn.box(east, north, 20, 20, {{"building", "yes"}});  // so that the streets lie within
    }
    ~SmallCity() { std::filesystem::remove(file_); }

    void street(int east, int north, int to_east, int to_north, DrawnMap::TagList tags)
    {
        drawn.way({drawn.node(east, north), drawn.node(to_east, to_north)}, tags);
    }

    std::shared_ptr<BaseMap const> map() const
    {
        std::filesystem::remove(file_);
        {
            auto database = Database::open(file_, OpenMode::create);
            Transaction transaction{database};
            MbtilesWriter writer{database};
            auto const report =
                make_tiles(drawn.map, {}, [&](TileId id, std::string_view packed) { writer.add(id, packed); });
            REQUIRE(report);
            MbtilesInfo info;
            info.name = "small";
            info.format = "pbf";
            info.bounds = report->bounds;
            info.max_zoom = max_map_zoom;
            writer.set(info);
            transaction.commit();
        }
        auto const opened = BaseMap::open(file_.string());
        REQUIRE(opened);
        return *opened;
    }

    Viewport view(double zoom) const { return {drawn.at(0, 0), zoom, {800, 600}}; }

    DrawnMap drawn;

private:
    // Of this process alone: the runner starts the cases beside each other, each in a process of its own.
    std::filesystem::path file_ =
        std::filesystem::path{BINARY_DIR} / ("drawn_streets_test_" + std::to_string(::getpid()) + ".mbtiles");
};

std::shared_ptr<MapStyle const> day()
{
    auto const theme = Theme::load("day");
    REQUIRE(theme);
    auto const style = MapStyle::load(*theme);
    REQUIRE(style);
    return *style;
}

std::shared_ptr<LabelSet const> labelsOf(SmallCity const& city, double zoom)
{
    return placeLabels({city.map(), day(), city.view(zoom), 0, NameChoice::latin});
}

}  // namespace

TEST_CASE("A street both ways has no arrows and one way none before zoom 16")
{
    SmallCity city;
    city.street(-300, 0, 300, 0, {{"highway", "residential"}});
    CHECK(labelsOf(city, 17)->arrows.empty());
    city.street(0, -300, 0, 300, {{"highway", "residential"}, {"oneway", "yes"}});
    CHECK(labelsOf(city, 15.5)->arrows.empty());
    CHECK(labelsOf(city, 17)->arrows.size() > 2);
}

TEST_CASE("Arrows point where the traffic goes and stand clear of the street's name")
{
    SmallCity city;
    city.street(-300, 0, 300, 0, {{"highway", "primary"}, {"oneway", "yes"}, {"name", "Long Harbour Road"}});
    city.street(-300, 60, 300, 60, {{"highway", "primary"}, {"oneway", "-1"}, {"name", "Short Harbour Road"}});
    auto const set = labelsOf(city, 17);
    REQUIRE(set->labels.size() >= 2);
    REQUIRE(set->arrows.size() > 4);
    for (auto const& arrow : set->arrows) {
        bool const northern = arrow.middle.y < 280;
        CHECK(arrow.cosine == Approx(northern ? -1 : 1).margin(0.01));
        for (auto const& label : set->labels)
            CHECK(std::ranges::none_of(label.boxes, [&](PixelBox const& box) { return box.meets(arrow.box()); }));
    }
}

TEST_CASE("An arrow of a street is not drawn on a bridge that crosses it and one of the bridge is")
{
    SmallCity city;
    city.street(0, -300, 0, 300, {{"highway", "residential"}, {"oneway", "yes"}});
    for (int north = -210; north <= 210; north += 10)
        city.street(-200, north, 200, north,
                    {{"highway", "service"}, {"bridge", "yes"}, {"layer", "1"}, {"oneway", "yes"}});
    auto const set = labelsOf(city, 17);
    REQUIRE(set->arrows.size() > 10);
    for (auto const& arrow : set->arrows) CHECK(std::fabs(arrow.sine) < 0.1f);
}

TEST_CASE("A road that goes on in a tunnel ends flat at its mouth")
{
    SmallCity city;
    auto const west = city.drawn.node(-200, 0), mouth = city.drawn.node(0, 0), east = city.drawn.node(200, 0);
    city.drawn.way({west, mouth}, {{"highway", "primary"}});
    city.drawn.way({mouth, east}, {{"highway", "primary"}, {"tunnel", "yes"}, {"layer", "-1"}});
    auto const style = day();
    QImage const picture = renderTiles(*city.map(), *style, city.view(18));
    auto const road = std::ranges::find_if(style->roads, [](RoadRule const& rule) {
        return std::ranges::any_of(rule.where, [](Condition const& c) { return c.values.front() == "primary"; });
    });
    REQUIRE(road != style->roads.end());
    CHECK(picture.pixel(390, 300) == road->fill);
    for (int x = 404; x < 420; ++x) CHECK(picture.pixel(x, 300) != road->fill);
}

TEST_CASE("Roads of every class have their number and none has it twice close by")
{
    SmallCity city;
    city.street(-800, 100, 800, 100, {{"highway", "primary"}, {"ref", "D 12"}});
    city.street(-800, 120, 800, 120, {{"highway", "primary"}, {"ref", "D 12"}});
    city.street(-800, -100, 800, -100, {{"highway", "secondary"}, {"ref", "L 7"}});
    auto const set = labelsOf(city, 15);
    int primary = 0, secondary = 0;
    for (auto const& label : set->labels) {
        primary += label.text.first == "D 12";
        secondary += label.text.first == "L 7";
    }
    CHECK(primary >= 1);
    CHECK(secondary >= 1);
    for (auto const& a : set->labels)
        for (auto const& b : set->labels)
            if (&a != &b && a.text == b.text) CHECK(std::hypot(a.anchor.x - b.anchor.x, a.anchor.y - b.anchor.y) > 400);
}

TEST_CASE("A short street gets its name small a little beyond its ends")
{
    SmallCity city;
    city.street(-45, 0, 45, 0, {{"highway", "residential"}, {"name", "Short Mill Lane"}});
    auto const set = labelsOf(city, 16);
    REQUIRE(set->labels.size() == 1);
    CHECK(set->labels[0].text.first == "Short Mill Lane");
    CHECK(labelsOf(city, 14.75)->labels.empty());
}

TEST_CASE("A thing without a name has no sign unless its kind can stand alone close up")
{
    SmallCity city;
    city.drawn.node(0, 0, {{"amenity", "school"}});
    CHECK(labelsOf(city, 18)->labels.empty());
    city.drawn.node(60, 0, {{"amenity", "fuel"}});
    auto const set = labelsOf(city, 18);
    REQUIRE(set->labels.size() == 1);
    REQUIRE(set->labels[0].sign);
    CHECK(set->labels[0].sign->glyph == "glyph-fuel");
    CHECK(set->labels[0].glyphs.empty());
    CHECK(labelsOf(city, 14)->labels.empty());
}

TEST_CASE("A hospital has a sign beside its name")
{
    SmallCity city;
    city.drawn.node(0, 0, {{"amenity", "hospital"}, {"name", "Saint Mary"}});
    auto const set = labelsOf(city, 15);
    REQUIRE(set->labels.size() == 1);
    REQUIRE(set->labels[0].sign);
    CHECK(set->labels[0].sign->glyph == "glyph-hospital");
    CHECK(set->labels[0].glyphs.size() == 10);
}

TEST_CASE("The name of a town moves aside for a station that stands in its middle")
{
    SmallCity city;
    city.drawn.node(0, 0, {{"place", "town"}, {"name", "Riverbend"}});
    LabelRequest request{city.map(), day(), city.view(13), 0, NameChoice::latin};
    auto const before = placeLabels(request);
    REQUIRE(before->labels.size() == 1);
    PixelBox const station = before->labels[0].boxes[0].grown(-4);
    request.obstacles = {station};
    auto const after = placeLabels(request);
    REQUIRE(after->labels.size() == 1);
    CHECK_FALSE(after->labels[0].boxes[0].meets(station));
}
