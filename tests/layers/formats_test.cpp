#include "maps/china_datum.h"
#include "tests/layers/made_files.h"
#include "tests/maps/made_zip.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <set>

namespace cresset::maps {

namespace {

bool near(Place place, double lon, double lat)
{
    return std::abs(place.lon() - lon) < 2e-6 && std::abs(place.lat() - lat) < 2e-6;
}

void check_vectors(LayerShapes const& shapes)
{
    REQUIRE(shapes.features.size() == 3);
    std::set<std::string> labels;
    for (ShapeFeature const& feature : shapes.features) {
        labels.emplace(shapes.label(feature));
        auto const attributes = shapes.attributes(feature);
        CHECK(std::ranges::any_of(attributes, [](auto const& one) { return one.second == "<b>plain</b> & text"; }));
        if (feature.kind == ShapeKind::point) CHECK(near(shapes.part(feature.first_part)[0], 112.5, 30.5));
        if (feature.kind == ShapeKind::line) CHECK(near(shapes.part(feature.first_part)[2], 112.6, 30.4));
        if (feature.kind == ShapeKind::area) CHECK(feature.parts == 2);
    }
    CHECK(labels == std::set<std::string>{"消火栓 1", "River street", "Beat 9"});
    CHECK(near(shapes.bounds.min, 112, 30));
    CHECK(near(shapes.bounds.max, 113, 31));
}

void check_hydrant(LayerShapes const& shapes)
{
    REQUIRE(shapes.features.size() == 1);
    CHECK(shapes.label(shapes.features[0]) == "消火栓 1");
    CHECK(near(shapes.part(0)[0], 112.5, 30.5));
}

/// Blue, green, red, alpha of the tile's pixel over that place.
std::array<int, 4> pixel(LayerRaster& raster, double lon, double lat, int zoom)
{
    Place const place = *place_from_degrees(lat, lon);
    TileId const tile = tile_of(place, zoom);
    std::string const pixels = raster.tile(tile);
    if (pixels.empty()) return {};
    Mercator const at = to_mercator(place);
    auto const within = [&](double part, std::uint32_t whole) {
        return static_cast<std::size_t>((std::ldexp(part, zoom) - whole) * raster_tile_side);
    };
    std::size_t const index = 4 * (within(at.y, tile.y) * raster_tile_side + within(at.x, tile.x));
    std::array<int, 4> colour{};
    for (std::size_t i = 0; i < 4; ++i) colour[i] = static_cast<unsigned char>(pixels[index + i]);
    return colour;
}

bool is_green(std::array<int, 4> const& pixel)
{
    return pixel[3] == 255 && pixel[1] > 150 && pixel[2] < 80;
}
bool is_red(std::array<int, 4> const& pixel)
{
    return pixel[3] == 255 && pixel[2] > 150 && pixel[1] < 80;
}

void check_picture(std::filesystem::path const& file)
{
    auto const opened = open_layer({file, Datum::wgs84});
    INFO(file << ": " << (opened ? "" : opened.problem()));
    REQUIRE(opened);
    REQUIRE(opened->raster);
    LayerRaster& raster = *opened->raster;
    CHECK(std::abs(raster.extent().bounds.min.lon() - 112) < 0.003);
    CHECK(std::abs(raster.extent().bounds.max.lat() - 30.1) < 0.003);
    int const zoom = raster.extent().most_zoom;
    CHECK(is_green(pixel(raster, 112.02, 30.05, zoom)));
    CHECK(is_red(pixel(raster, 112.08, 30.05, zoom)));
    CHECK(is_green(pixel(raster, 112.02, 30.02, zoom - 2)));
    CHECK(pixel(raster, 112.2, 30.05, zoom)[3] == 0);
    CHECK(raster.tile({5, 0, 0}).empty());
}

}  // namespace

TEST_CASE("vectors of every format are shapes with their label and attributes")
{
    Folder const folder;
    write_vectors(folder / "a.geojson", "GeoJSON");
    check_vectors(shapes_of(folder / "a.geojson"));
    write_vectors(folder / "a.gpkg", "GPKG");
    check_vectors(shapes_of(folder / "a.gpkg"));
    write_vectors(folder / "a.kml", "LIBKML");
    check_vectors(shapes_of(folder / "a.kml"));
    write_vectors(folder / "a.shp", "ESRI Shapefile", 4326, {"ENCODING=GBK"});
    check_hydrant(shapes_of(folder / "a.shp"));
    write_bytes(folder / "a.gpx",
                "<gpx version=\"1.1\"><wpt lat=\"30.5\" lon=\"112.5\"><name>消火栓 1</name></wpt>"
                "<trk><name>t</name><trkseg><trkpt lat=\"30\" lon=\"112\"/><trkpt lat=\"31\" "
                "lon=\"113\"/></trkseg></trk></gpx>");
    LayerShapes const track = shapes_of(folder / "a.gpx");
    REQUIRE(track.features.size() == 2);  // the points of the track are no features of their own
    CHECK(track.label(track.features[0]) == "消火栓 1");
}

TEST_CASE("other coordinate systems become WGS-84")
{
    Folder const folder;
    for (int const system : {3857, 32649, 4547, 4490}) {
        CAPTURE(system);
        auto const file = folder / (std::to_string(system) + ".gpkg");
        write_vectors(file, "GPKG", system);
        check_vectors(shapes_of(file));
    }
    write_vectors(folder / "b.shp", "ESRI Shapefile", 4547);
    check_hydrant(shapes_of(folder / "b.shp"));
}

TEST_CASE("a file in GCJ-02 or BD-09 is shifted back because somebody said so and never else")
{
    Folder const folder;
    write_vectors(folder / "a.geojson", "GeoJSON");
    for (Datum const datum : {Datum::gcj02, Datum::bd09}) {
        LonLat const there = datum == Datum::gcj02 ? gcj02_to_wgs84({112.5, 30.5}) : bd09_to_wgs84({112.5, 30.5});
        LayerShapes const shapes = shapes_of(folder / "a.geojson", datum);
        CHECK(near(shapes.part(0)[0], there.lon, there.lat));
        CHECK(std::abs(there.lon - 112.5) > 0.003);
    }
}

TEST_CASE("archives with map files are read")
{
    Folder const folder;
    write_vectors(folder / "a.shp", "ESRI Shapefile");
    std::vector<MadeEntry> entries{{"data/", ""}};
    for (char const* ending : {"shp", "shx", "dbf", "prj", "cpg"})
        entries.push_back({std::string{"data/消火栓."} + ending, read_bytes(folder / (std::string{"a."} + ending))});
    write_bytes(folder / "zipped.zip", made_zip(entries));
    check_hydrant(shapes_of(folder / "zipped.zip"));
    write_vectors(folder / "a.kml", "LIBKML");
    write_bytes(folder / "a.kmz", made_zip({{"doc.kml", read_bytes(folder / "a.kml")}}));
    check_vectors(shapes_of(folder / "a.kmz"));
}

TEST_CASE("pictures become tiles in their place")
{
    Folder const folder;
    write_picture(folder / "a.tif", "GTiff");
    check_picture(folder / "a.tif");
    write_picture(folder / "utm.tif", "GTiff", 200, 32649);
    check_picture(folder / "utm.tif");
    write_picture(folder / "a.mbtiles", "MBTiles", 200, 3857);
    check_picture(folder / "a.mbtiles");
}

TEST_CASE("a picture in GCJ-02 lies where it belongs")
{
    Folder const folder;
    write_picture(folder / "a.tif", "GTiff", 200);
    auto const opened = open_layer({folder / "a.tif", Datum::gcj02});
    REQUIRE(opened);
    // The seam between green and red, which the file has at 112.05 in GCJ-02.
    LonLat const seam = gcj02_to_wgs84({112.05, 30.05});
    REQUIRE(std::abs(seam.lon - 112.05) > 0.003);
    int const zoom = opened->raster->extent().most_zoom;
    CHECK(is_green(pixel(*opened->raster, seam.lon - 0.002, seam.lat, zoom)));
    CHECK(is_red(pixel(*opened->raster, seam.lon + 0.002, seam.lat, zoom)));
}

TEST_CASE("reading can be stopped")
{
    Folder const folder;
    write_vectors(folder / "a.geojson", "GeoJSON");
    auto const opened = open_layer({folder / "a.geojson", Datum::wgs84}, [](std::string_view, int) { return false; });
    REQUIRE_FALSE(opened);
    CHECK(opened.problem() == stopped_text);
}

TEST_CASE("shared samples of every format can be layers")
{
    std::filesystem::path const shared = SHARED_DATA;
    if (!std::filesystem::exists(shared)) {
        WARN("skipped: " << shared << " is not there");
        return;
    }
    for (char const* name :
         {"interop/gis/beats.geojson", "interop/gis/ops.gpkg", "interop/gis/ops.kml", "interop/gis/ops.gpx",
          "interop/gis/shp/incidents.shp", "china/ningbo_osm_school_WGS84.geojson", "formats/kml/qgis_samples.kml",
          "formats/gpx/qgis_layers.gpx"}) {
        INFO(name);
        if (std::filesystem::exists(shared / name)) CHECK(shapes_of(shared / name).features.size() > 0);
    }
    for (char const* name : {"raster/qgis_landsat_200px.tif", "raster/srtm3_N42E001_andorra.tif",
                             "tiles/isle_of_man_raster_osm.mbtiles"}) {
        INFO(name);
        if (!std::filesystem::exists(shared / name)) continue;
        auto const opened = open_layer({shared / name, Datum::wgs84});
        REQUIRE(opened);
        REQUIRE(opened->raster);
        int const zoom = opened->raster->extent().most_zoom;
        CHECK_FALSE(opened->raster->tile(tile_of(opened->raster->extent().bounds.middle(), zoom)).empty());
    }
}

}  // namespace cresset::maps
