#include "widgets/label_painter.h"
#include "widgets/label_shapes.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <filesystem>
#include <iostream>
#include <map>

using namespace cresset;
using namespace cresset::widgets;

namespace {

struct City {
    char const* file;
    Place middle;
};

City const cities[] = {{"monaco_omt.mbtiles", {437380000, 74200000}},
                       {"porto_omt.mbtiles", {411550000, -86100000}},
                       {"shanghai_center_omt.mbtiles", {312286900, 1214806530}},
                       {"wuhan_omt.mbtiles", {305780000, 1142700000}}};

std::shared_ptr<BaseMap const> open(City const& city)
{
    std::filesystem::path const file = std::filesystem::path{SHARED_DATA} / "tiles" / city.file;
    if (!std::filesystem::exists(file)) {
        std::cout << "skipped: no " << file << "\n";
        return nullptr;
    }
    auto const map = BaseMap::open(file.string());
    REQUIRE(map);
    return *map;
}

std::shared_ptr<MapStyle const> night()
{
    auto const theme = Theme::load("night");
    REQUIRE(theme);
    auto const style = MapStyle::load(*theme);
    REQUIRE(style);
    return *style;
}

bool overlap(PlacedLabel const& a, PlacedLabel const& b)
{
    for (auto const& box : a.boxes)
        for (auto const& other : b.boxes)
            if (box.meets(other)) return true;
    return false;
}

struct Faults {
    int overlapping = 0, doubled = 0, cut = 0;
};

Faults faultsOf(LabelSet const& set)
{
    Faults faults;
    auto const width = static_cast<float>(set.view.size().width()),
               height = static_cast<float>(set.view.size().height());
    PixelBox const picture{0, 0, width, height};
    for (std::size_t i = 0; i < set.labels.size(); ++i) {
        auto const& a = set.labels[i];
        for (auto const& box : a.boxes) faults.cut += !picture.holds(box);
        for (std::size_t j = 0; j < i; ++j) {
            auto const& b = set.labels[j];
            faults.overlapping += overlap(a, b);
            bool const close =
                std::hypot(a.anchor.x - b.anchor.x, a.anchor.y - b.anchor.y) < static_cast<float>(a.rule->spacing);
            faults.doubled += a.text == b.text && a.rule == b.rule && close;
        }
    }
    return faults;
}

}  // namespace

TEST_CASE("No label is cut or doubled and none lies over another on four cities at six zooms")
{
    auto const style = night();
    std::size_t labels = 0;
    for (City const& city : cities) {
        auto const map = open(city);
        if (!map) continue;
        for (double zoom : {11.0, 12.5, 14.0, 15.25, 16.5, 18.0})
            for (NameChoice const names : {NameChoice::latin, NameChoice::both}) {
                auto const set = placeLabels({map, style, Viewport{city.middle, zoom, {1280, 720}}, 0, names});
                Faults const faults = faultsOf(*set);
                INFO(city.file << " z" << zoom << " " << set->labels.size() << " labels");
                REQUIRE(faults.overlapping == 0);
                REQUIRE(faults.doubled == 0);
                REQUIRE(faults.cut == 0);
                labels += set->labels.size();
            }
    }
    std::cout << labels << " labels placed, none cut, doubled or overlapping\n";
}

TEST_CASE("The same view gets the same labels and a label stays on the ground when the view moves on")
{
    auto const map = open(cities[1]);
    if (!map) return;
    auto const style = night();
    Viewport const view{cities[1].middle, 15, {1280, 720}};
    auto const first = placeLabels({map, style, view, 256, NameChoice::latin});
    auto const again = placeLabels({map, style, view, 256, NameChoice::latin});
    REQUIRE(first->labels.size() > 30);
    REQUIRE(first->labels.size() == again->labels.size());
    for (std::size_t i = 0; i < first->labels.size(); ++i) REQUIRE(first->labels[i].anchor == again->labels[i].anchor);

    QPoint const moved{-97, 41};
    auto const next = placeLabels({map, style, view.panned(moved), 256, NameChoice::latin}, first.get());
    int stayed = 0, jumped = 0;
    for (auto const& a : first->labels) {
        RasterPoint const there{a.anchor.x + static_cast<float>(moved.x()), a.anchor.y + static_cast<float>(moved.y())};
        bool const inside = there.x > 400 && there.y > 400 && there.x < 1300 && there.y < 800;
        if (!inside) continue;
        bool const found = std::ranges::any_of(next->labels, [&](PlacedLabel const& b) {
            return b.text == a.text && std::hypot(b.anchor.x - there.x, b.anchor.y - there.y) < 5;
        });
        ++(found ? stayed : jumped);
    }
    INFO(stayed << " stayed and " << jumped << " did not");
    REQUIRE(stayed > 10);
    REQUIRE(jumped * 4 <= stayed);
}

TEST_CASE("No name stands on an obstacle and names far from all of them stay")
{
    auto const map = open(cities[1]);
    if (!map) return;
    auto const style = night();
    LabelRequest request{map, style, Viewport{cities[1].middle, 15, {1280, 720}}, 0, NameChoice::latin};
    auto const before = placeLabels(request);
    REQUIRE(before->labels.size() > 30);
    for (std::size_t i = 0; i < before->labels.size(); i += 6) {
        RasterPoint const at = before->labels[i].anchor;
        request.obstacles.push_back({at.x - 9, at.y - 9, at.x + 9, at.y + 9});
    }
    auto const after = placeLabels(request, before.get());
    auto const meets = [&](PlacedLabel const& label, float more) {
        return std::ranges::any_of(label.boxes, [&](PixelBox const& box) {
            return std::ranges::any_of(request.obstacles, [&](PixelBox const& o) { return o.meets(box.grown(more)); });
        });
    };
    for (auto const& label : after->labels) REQUIRE_FALSE(meets(label, 0));
    int far = 0, stayed = 0;
    for (auto const& label : before->labels) {
        if (meets(label, 40)) continue;
        ++far;
        stayed += std::ranges::any_of(after->labels, [&](PlacedLabel const& other) {
            return other.text == label.text &&
                   std::hypot(other.anchor.x - label.anchor.x, other.anchor.y - label.anchor.y) < 1;
        });
    }
    REQUIRE(far > 10);
    REQUIRE(stayed * 10 >= far * 9);
}

TEST_CASE("A name does not go round a sharp bend nor along a line that is too short")
{
    PixelLine const corner{{0, 0}, {100, 0}, {100, 100}};
    REQUIRE(alongShape({"Crossing Street", {}}, 12, LineWalk{corner}, 100).glyphs.empty());
    PixelLine const stub{{0, 0}, {30, 0}};
    REQUIRE(alongShape({"Crossing Street", {}}, 12, LineWalk{stub}, 15).glyphs.empty());
}

TEST_CASE("Writing is never upside down and Chinese stands upright on a steep line")
{
    PixelLine const leftward{{400, 50}, {0, 50}};
    for (auto const& glyph : alongShape({"High Street", {}}, 12, LineWalk{leftward}, 200).glyphs)
        REQUIRE(glyph.cosine > 0.99f);
    PixelLine const upward{{50, 400}, {55, 0}};
    auto const stacked = alongShape({QString::fromUtf8("中山北路"), {}}, 12, LineWalk{upward}, 200);
    REQUIRE(stacked.glyphs.size() == 4);
    for (auto const& glyph : stacked.glyphs) REQUIRE(glyph.cosine > 0.95f);
    for (std::size_t i = 1; i < 4; ++i) REQUIRE(stacked.glyphs[i].at.y > stacked.glyphs[i - 1].at.y + 10);
    auto const latin = alongShape({"High Street", {}}, 12, LineWalk{upward}, 200);
    REQUIRE(std::abs(latin.glyphs[0].sine) > 0.9f);
}

TEST_CASE("Names are chosen by language and fall back to what there is")
{
    maps::TileLayer layer;
    layer.keys = {"name", "name:zh", "name:en"};
    layer.values = {std::string{"Macau"}, std::string{"澳門"}, std::string{"Macao"}, std::string{"黄浦江"}};
    layer.tags = {0, 0, 1, 1, 2, 2, 0, 3};
    maps::TileFeature named, local;
    named.end_tag = 6;
    local.first_tag = 6, local.end_tag = 8;
    REQUIRE(labelText(layer, named, NameChoice::latin).first == "Macao");
    REQUIRE(labelText(layer, named, NameChoice::chinese).first == QString::fromUtf8("澳門"));
    REQUIRE(labelText(layer, named, NameChoice::both).second == "Macao");
    REQUIRE(labelText(layer, local, NameChoice::latin).first == QString::fromUtf8("黄浦江"));
    REQUIRE(labelText(layer, local, NameChoice::both).second.isEmpty());
}

TEST_CASE("Names from outside are cut and cleaned of control characters")
{
    maps::TileLayer layer;
    layer.keys = {"name"};
    layer.values = {std::string{"a\x01\x02\n b"}, std::string(500, 'x'), std::string{"\xff\xfe"}};
    layer.tags = {0, 0, 0, 1, 0, 2};
    maps::TileFeature dirty, longer, broken;
    dirty.end_tag = 2;
    longer.first_tag = 2, longer.end_tag = 4;
    broken.first_tag = 4, broken.end_tag = 6;
    REQUIRE(labelText(layer, dirty, NameChoice::latin).first == "a b");
    REQUIRE(labelText(layer, longer, NameChoice::latin).first.size() == 60);
    REQUIRE(labelText(layer, broken, NameChoice::latin).first.size() <= 2);
}

TEST_CASE("Pieces of a street from several tiles become one line and a sharp corner ends it")
{
    auto const joined = joinLines({{{0, 0}, {10, 0}}, {{20, 1}, {10, 0}}, {{20, 1}, {40, 2}}});
    REQUIRE(joined.size() == 1);
    REQUIRE(joined[0].front() == RasterPoint{0, 0});
    REQUIRE(joined[0].back() == RasterPoint{40, 2});
    REQUIRE(joinLines({{{0, 0}, {10, 0}}, {{10, 0}, {10, 20}}}).size() == 2);
}

TEST_CASE("A line that leaves a box and comes back is cut into its parts")
{
    std::vector<PixelLine> parts;
    clipLine(PixelLine{{-5, 5}, {5, 5}, {15, 5}, {15, 8}, {5, 8}}, {0, 0, 10, 10}, parts);
    REQUIRE(parts.size() == 2);
    REQUIRE(parts[0].front() == RasterPoint{0, 5});
    REQUIRE(parts[0].back() == RasterPoint{10, 5});
    REQUIRE(parts[1].front() == RasterPoint{10, 8});
}
