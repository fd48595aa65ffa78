#include "maps/layer_text.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace cresset::maps {

namespace {

nlohmann::json features_of(LayerShapes const& shapes)
{
    return nlohmann::json::parse(geojson_of(shapes)).at("features");
}

Line const ring{{0, 0}, {0, 10'000'000}, {10'000'000, 10'000'000}};

}  // namespace

TEST_CASE("Of no shapes there are no features")
{
    CHECK(features_of({}).empty());
}

TEST_CASE("An area is one polygon of all its rings and lines and points are features each")
{
    LayerShapes shapes;
    REQUIRE(add_feature(shapes, {ShapeKind::area, {ring, ring}, {}, {}}));
    REQUIRE(add_feature(shapes, {ShapeKind::line, {ring, ring}, {}, {}}));
    REQUIRE(add_feature(shapes, {ShapeKind::point, {{ring[1]}}, {}, {}}));
    auto const features = features_of(shapes);
    REQUIRE(features.size() == 4);
    CHECK(features[0]["geometry"]["type"] == "Polygon");
    CHECK(features[0]["geometry"]["coordinates"].size() == 2);
    CHECK(features[0]["geometry"]["coordinates"][0].size() == 4);  // closed
    CHECK(features[2]["geometry"]["type"] == "LineString");
    CHECK(features[2]["geometry"]["coordinates"].size() == 3);
    CHECK(features[3]["geometry"]["coordinates"] == nlohmann::json({1.0, 0.0}));
}

TEST_CASE("Attributes are numbers and lists where the text is one and a label is a name if there is none")
{
    LayerShapes shapes;
    shapes.fields = {"radius_m", "watch", "note", "time", "flag", "broken"};
    REQUIRE(add_feature(
        shapes, {ShapeKind::point,
                 {{ring[0]}},
                 "Post 9",
                 {{0, "12.5"}, {1, R"(["enter","leave"])"}, {2, "12 men"}, {3, "22:00"}, {4, "true"}, {5, "[1,"}}}));
    auto const properties = features_of(shapes)[0]["properties"];
    CHECK(properties["radius_m"] == 12.5);
    CHECK(properties["watch"] == nlohmann::json({"enter", "leave"}));
    CHECK(properties["note"] == "12 men");
    CHECK(properties["time"] == "22:00");
    CHECK(properties["flag"] == true);
    CHECK(properties["broken"] == "[1,");
    CHECK(properties["name"] == "Post 9");
}

}  // namespace cresset::maps
