#include "maps/layer_stream.h"

#include <catch2/catch.hpp>

namespace cresset::maps {

namespace {

LooseFeature beat()
{
    LooseFeature feature;
    feature.kind = ShapeKind::area;
    feature.parts = {{{411000000, -86000000}, {411000000, -85000000}, {412000000, -85000000}},
                     {{411100000, -85900000}, {411100000, -85800000}, {411200000, -85800000}}};
    feature.label = "9 号辖区";
    feature.attributes = {{0, "9 号辖区"}, {1, "<b>night</b>"}};
    return feature;
}

LooseFeature hydrant()
{
    LooseFeature feature;
    feature.parts = {{{411500000, -85500000}}};
    return feature;
}

std::string whole_file()
{
    return told_head() + told_fields({"name", "shift"}) + told_feature(beat()) + told_progress(500) +
           told_feature(hydrant()) + told_end(2, 7, 3);
}

/// Whether all of it was believed.
bool believed(std::string const& bytes)
{
    LayerIntake intake;
    return intake.take(bytes);
}

std::string raster_head()
{
    return told_head() + told_raster({{{0, 0}, {10, 10}}, 3, 14});
}

}  // namespace

TEST_CASE("what is no such stream is broken from its first byte")
{
    CHECK_FALSE(believed("GIF89a"));
    CHECK_FALSE(believed("CRESLYR2"));
    CHECK_FALSE(believed(told_head() + "X" + std::string(4, '\0')));
    LayerIntake intake;
    CHECK_FALSE(intake.take("no"));
    CHECK_FALSE(intake.take(whole_file()));  // and it stays so
}

TEST_CASE("what cannot be in a stream breaks it")
{
    std::string const head = told_head() + told_fields({"name"});
    LooseFeature const plain = hydrant();
    SECTION("a feature before its fields")
    {
        CHECK_FALSE(believed(told_head() + told_feature(plain)));
    }
    SECTION("fields told twice")
    {
        CHECK_FALSE(believed(head + told_fields({"name"})));
    }
    SECTION("an end that counts otherwise")
    {
        CHECK_FALSE(believed(head + told_feature(plain) + told_end(2, 1, 0)));
    }
    SECTION("something after the end")
    {
        CHECK_FALSE(believed(whole_file() + told_progress(10)));
    }
    SECTION("progress of more than all")
    {
        CHECK_FALSE(believed(head + told_progress(1001)));
    }
    SECTION("a field that was not told")
    {
        LooseFeature lying = plain;
        lying.attributes = {{1, "x"}};
        CHECK_FALSE(believed(head + told_feature(lying)));
    }
    SECTION("a line of one point")
    {
        LooseFeature lying = plain;
        lying.kind = ShapeKind::line;
        CHECK_FALSE(believed(head + told_feature(lying)));
    }
    SECTION("a feature without a place")
    {
        CHECK_FALSE(believed(head + told_feature({})));
    }
    SECTION("a place that is none")
    {
        LooseFeature lying = plain;
        lying.parts[0][0].lat_e7 = 900'000'001;
        CHECK_FALSE(believed(head + told_feature(lying)));
    }
    SECTION("a text longer than may be told")
    {
        LooseFeature lying = plain;
        lying.label = std::string(layer_limits.value_bytes + 1, 'a');
        CHECK_FALSE(believed(head + told_feature(lying)));
    }
    SECTION("a record longer than may be told")
    {
        CHECK_FALSE(believed(head + "F\xff\xff\xff\xff"));
    }
    SECTION("more parts than there are bytes")
    {
        std::string bytes = told_feature(plain);
        bytes[5 + 1 + 2 + 1] = '\x7f';  // behind kind, label and attributes
        CHECK_FALSE(believed(head + bytes));
    }
    SECTION("a tile of a file that is no picture")
    {
        CHECK_FALSE(believed(head + told_tile({{3, 1, 1}, {}})));
    }
    SECTION("a refusal that nobody knows")
    {
        std::string bytes = told_refusal(LayerRefusal::damaged, {});
        bytes[5] = '\x63';
        CHECK_FALSE(believed(told_head() + bytes));
    }
    SECTION("a picture that is nowhere")
    {
        CHECK_FALSE(believed(told_head() + told_raster({Bounds{}, 0, 3})));
    }
    SECTION("a picture with its zooms the wrong way")
    {
        CHECK_FALSE(believed(told_head() + told_raster({{{0, 0}, {1, 1}}, 9, 3})));
    }
    SECTION("a tile with too few pixels")
    {
        CHECK_FALSE(believed(raster_head() + told_tile({{3, 1, 1}, "four"})));
    }
    SECTION("a tile that cannot be")
    {
        CHECK_FALSE(believed(raster_head() + told_tile({{3, 8, 1}, {}})));
    }
    SECTION("a second tile before the first was taken")
    {
        CHECK_FALSE(believed(raster_head() + told_tile({{3, 1, 1}, {}}) + told_tile({{3, 1, 2}, {}})));
    }
}

TEST_CASE("a stream that is cut anywhere has not ended and is not broken")
{
    std::string const bytes = whole_file();
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        LayerIntake intake;
        CAPTURE(length);
        CHECK(intake.take(std::string_view{bytes}.substr(0, length)));
        CHECK_FALSE(intake.ended());
    }
}

TEST_CASE("a stream is the same in pieces of any size")
{
    std::string const bytes = whole_file();
    for (std::size_t const piece : {std::size_t{1}, std::size_t{7}, bytes.size()}) {
        LayerIntake intake;
        for (std::size_t at = 0; at < bytes.size(); at += piece) REQUIRE(intake.take(bytes.substr(at, piece)));
        REQUIRE(intake.ended());
        LayerShapes const shapes = intake.take_shapes();
        REQUIRE(shapes.features.size() == 2);
        CHECK(shapes.left_out == 3);
        CHECK(shapes.label(shapes.features[0]) == "9 号辖区");
        CHECK(shapes.attributes(shapes.features[0])[1] ==
              std::pair<std::string_view, std::string_view>{"shift", "<b>night</b>"});
        CHECK(shapes.part(1).size() == 3);
        CHECK(shapes.part(2).front() == Place{411500000, -85500000});
        CHECK(shapes.features[0].bounds.max == Place{412000000, -85000000});
        CHECK(shapes.bounds.max == Place{412000000, -85000000});
    }
}

TEST_CASE("a file that was made is told whole and alone")
{
    CHECK_FALSE(believed(told_head() + told_written({})));
    CHECK_FALSE(believed(told_head() + told_fields({"a"}) + told_written("bytes")));
    CHECK_FALSE(believed(raster_head() + told_written("bytes")));
    CHECK_FALSE(believed(told_head() + told_written("bytes") + told_written("more")));
    LayerIntake made;
    REQUIRE(made.take(told_head() + told_written("bytes")));
    CHECK(made.written() == "bytes");
}

TEST_CASE("a refusal and a picture are told")
{
    LayerIntake refused;
    REQUIRE(refused.take(told_head() + told_refusal(LayerRefusal::part_missing, ".shx")));
    REQUIRE(refused.refusal());
    CHECK(refusal_of(refused.refusal()->reason, "beats.shp", refused.refusal()->detail).text ==
          "beats.shp lacks its .shx: put all parts of the Shapefile into one folder");

    LayerIntake picture;
    RasterTile const tile{{4, 3, 2}, std::string(std::size_t{4} * raster_tile_side * raster_tile_side, '\x7f')};
    REQUIRE(picture.take(raster_head() + told_tile(tile)));
    REQUIRE(picture.raster());
    CHECK(picture.raster()->most_zoom == 14);
    auto const got = picture.take_tile();
    REQUIRE(got);
    CHECK(got->id == tile.id);
    CHECK(got->pixels == tile.pixels);
    CHECK(read_asked_tile(asked_tile({4, 3, 2})) == TileId{4, 3, 2});
    CHECK_FALSE(read_asked_tile(asked_tile({4, 3, 16})));
    CHECK_FALSE(read_asked_tile("short"));
}

TEST_CASE("every refusal names the file and says what to do")
{
    for (int reason = 0; reason <= static_cast<int>(LayerRefusal::last); ++reason) {
        std::string const text = refusal_of(static_cast<LayerRefusal>(reason), "map {0}.tif", ".shx").text;
        CAPTURE(text);
        CHECK(text.find("map {0}.tif") != std::string::npos);
    }
}

}  // namespace cresset::maps
