#include "tests/layers/made_files.h"
#include "tests/maps/made_zip.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <sqlite3.h>
#include <sys/stat.h>

// Files that were made to do harm, or that are simply broken: each is refused with a reason that says what to do, or
// what can be read of it is read, and in either case soon.

namespace cresset::maps {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view canary = "canary-7f3a";

/// Refused with words of ours, or shapes without the canary; soon in either case.
std::string outcome(fs::path const& file)
{
    auto const begin = std::chrono::steady_clock::now();
    auto const opened = open_layer({file, Datum::wgs84});
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds{30});
    if (opened && opened->shapes) CHECK(opened->shapes->texts.find(canary) == std::string::npos);
    if (!opened) CHECK(opened.problem().find(canary) == std::string::npos);
    return opened ? "read" : opened.problem();
}

std::string told(LayerRefusal reason, std::string const& file, std::string_view detail = {})
{
    return refusal_of(reason, file, detail).text;
}

std::string nested(int depth)
{
    std::string text = R"({"type":"Feature","geometry":null,"properties":{"a":)";
    for (int i = 0; i < depth; ++i) text += "[";
    for (int i = 0; i < depth; ++i) text += "]";
    return text + "}}";
}

std::string collections(int depth)
{
    std::string text = R"({"type":"Feature","properties":{},"geometry":)";
    for (int i = 0; i < depth; ++i) text += R"({"type":"GeometryCollection","geometries":[)";
    text += R"({"type":"Point","coordinates":[1,2]})";
    for (int i = 0; i < depth; ++i) text += "]}";
    return text + "}";
}

/// "100" stays in a plain XML of any size; this one would grow a thousandfold with each entity.
std::string laughs(std::string const& root)
{
    std::string text = "<?xml version=\"1.0\"?>\n<!DOCTYPE " + root + " [<!ENTITY a \"ha\">";
    for (char one = 'b'; one < 'k'; ++one) {
        text += std::string{"<!ENTITY "} + one + " \"";
        for (int i = 0; i < 10; ++i) text += std::string{"&"} + static_cast<char>(one - 1) + ";";
        text += "\">";
    }
    return text + "]><" + root + "><name>&j;</name></" + root + ">";
}

/// Tables as MBTiles has them, with whatever content.
void write_database(fs::path const& file, std::string const& statements)
{
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &database) == SQLITE_OK);
    CHECK(sqlite3_exec(database, statements.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(database);
}

}  // namespace

TEST_CASE("what is not there or no plain file is refused")
{
    Folder const folder;
    CHECK(refusal(folder / "gone.geojson") == told(LayerRefusal::not_there, "gone.geojson"));
    fs::create_directory(folder / "folder.gpkg");
    CHECK(refusal(folder / "folder.gpkg") == told(LayerRefusal::cannot_be_read, "folder.gpkg"));
    REQUIRE(mkfifo((folder / "pipe.kml").c_str(), 0600) == 0);
    CHECK(refusal(folder / "pipe.kml") == told(LayerRefusal::cannot_be_read, "pipe.kml"));
    CHECK(refusal("/dev/zero") == told(LayerRefusal::cannot_be_read, "zero"));
    write_bytes(folder / "empty.geojson", "");
    CHECK(refusal(folder / "empty.geojson") == told(LayerRefusal::unknown_kind, "empty.geojson"));
}

TEST_CASE("a file that sends the reader to another file reads nothing of it")
{
    Folder const folder;
    auto const secret = folder / "secret.csv";
    write_bytes(secret, "name,x,y\n" + std::string{canary} + ",112,30\n");
    std::string const path = secret.string();
    struct Case {
        char const* name;
        std::string bytes;
    };
    for (Case const& one : {
             Case{"vrt.geojson", "<OGRVRTDataSource><OGRVRTLayer name=\"secret\"><SrcDataSource>" + path +
                                     "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>"},
             Case{"raster.tif",
                  "<VRTDataset rasterXSize=\"1\" rasterYSize=\"1\"><VRTRasterBand><SimpleSource>"
                  "<SourceFilename>/etc/passwd</SourceFilename></SimpleSource></VRTRasterBand></VRTDataset>"},
             Case{"entity.kml", "<?xml version=\"1.0\"?><!DOCTYPE kml [<!ENTITY x SYSTEM \"file://" + path +
                                    "\">]><kml><Placemark><name>&x;</name><Point><coordinates>1,2</coordinates></Point>"
                                    "</Placemark></kml>"},
             Case{"link.kml", "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><NetworkLink><Link><href>" +
                                  path + "</href></Link></NetworkLink></Document></kml>"},
             Case{"service.geojson",
                  "{\"type\":\"FeatureCollection\",\"next\":\"file://" + path + "\",\"features\":[]}"},
         }) {
        INFO(one.name);
        write_bytes(folder / one.name, one.bytes);
        CHECK(outcome(folder / one.name) != "read");
    }
    CHECK(refusal(folder / "entity.kml") == told(LayerRefusal::entities, "entity.kml"));
    CHECK(refusal(folder / "vrt.geojson") == told(LayerRefusal::unknown_kind, "vrt.geojson"));
}

TEST_CASE("a database that looks into another file is not read")
{
    Folder const folder;
    auto const secret = folder / "secret.db";
    write_database(secret, "CREATE TABLE s(a); INSERT INTO s VALUES('" + std::string{canary} + "');");
    write_database(folder / "view.mbtiles",
                   "CREATE TABLE metadata(name, value); INSERT INTO metadata VALUES('format','png'),('minzoom','0'),"
                   "('maxzoom','2'),('bounds','-180,-85,180,85');"
                   "CREATE VIEW tiles AS SELECT 0 zoom_level, 0 tile_column, 0 tile_row, load_extension('" +
                       secret.string() + "') tile_data;");
    auto const opened = open_layer({folder / "view.mbtiles", Datum::wgs84});
    if (opened && opened->raster) CHECK(opened->raster->tile({0, 0, 0}).empty());
}

TEST_CASE("XML that grows is refused before it is read")
{
    Folder const folder;
    for (std::string const root : {"kml", "gpx"}) {
        write_bytes(folder / ("laughs." + root), laughs(root));
        CHECK(refusal(folder / ("laughs." + root)) == told(LayerRefusal::entities, "laughs." + root));
    }
    write_bytes(folder / "late.kml", "<kml>" + std::string(200'000, ' ') + "<!DOCTYPE x><name/></kml>");
    CHECK(refusal(folder / "late.kml") == told(LayerRefusal::entities, "late.kml"));
    std::string attributes = "<gpx";
    for (int i = 0; i < 50'000; ++i) attributes += " a" + std::to_string(i) + "=\"\"";
    write_bytes(folder / "attributes.gpx", attributes + "/>");
    CHECK(outcome(folder / "attributes.gpx") != "read");
}

TEST_CASE("what is nested deep is refused or read and nothing falls")
{
    Folder const folder;
    write_bytes(folder / "deep.geojson", nested(10'000));
    CHECK(outcome(folder / "deep.geojson") != "read");
    write_bytes(folder / "collections.geojson", collections(10'000));
    CHECK(outcome(folder / "collections.geojson") != "read");
    std::string kml = "<kml xmlns=\"http://www.opengis.net/kml/2.2\">";
    for (int i = 0; i < 10'000; ++i) kml += "<Folder>";
    write_bytes(folder / "deep.kml", kml);
    CHECK(outcome(folder / "deep.kml") != "read");
}

TEST_CASE("a Shapefile without its index says what is missing and one without its table is read")
{
    Folder const folder;
    write_vectors(folder / "a.shp", "ESRI Shapefile");
    fs::remove(folder / "a.dbf");
    CHECK(shapes_of(folder / "a.shp").features.size() == 1);
    fs::remove(folder / "a.shx");
    CHECK(refusal(folder / "a.shp") == told(LayerRefusal::part_missing, "a.shp", ".shx"));
    write_bytes(folder / "lone.zip", made_zip({{"a.shp", read_bytes(folder / "a.shp")}}));
    CHECK(refusal(folder / "lone.zip") == told(LayerRefusal::part_missing, "lone.zip", ".shx"));
}

TEST_CASE("the bytes say what a file is and not its name")
{
    Folder const folder;
    write_vectors(folder / "a.gpkg", "GPKG");
    fs::rename(folder / "a.gpkg", folder / "named.geojson");
    CHECK(shapes_of(folder / "named.geojson").features.size() == 3);
    write_bytes(folder / "picture.geojson", "\x89PNG\r\n\x1a\n and so on");
    CHECK(refusal(folder / "picture.geojson") == told(LayerRefusal::unknown_kind, "picture.geojson"));
    write_bytes(folder / "letter.kml", "<html><body>hello</body></html>");
    CHECK(refusal(folder / "letter.kml") == told(LayerRefusal::unknown_kind, "letter.kml"));
}

TEST_CASE("files cut anywhere are refused or read as far as they are whole")
{
    Folder const folder;
    write_picture(folder / "whole.tif", "GTiff");
    write_vectors(folder / "whole.gpkg", "GPKG");
    write_vectors(folder / "whole.geojson", "GeoJSON");
    for (char const* ending : {"tif", "gpkg", "geojson"}) {
        std::string const bytes = read_bytes(folder / (std::string{"whole."} + ending));
        for (int part = 1; part < 8; ++part) {
            auto const file = folder / (std::string{"cut."} + ending);
            write_bytes(file, bytes.substr(0, bytes.size() * static_cast<std::size_t>(part) / 8));
            CAPTURE(ending, part);
            std::string const how = outcome(file);
            CHECK((how == "read" || how.find("cut.") != std::string::npos));
        }
    }
    write_bytes(folder / "head.tif", read_bytes(folder / "whole.tif").substr(0, 8));
    CHECK(refusal(folder / "head.tif") == told(LayerRefusal::damaged, "head.tif"));
}

TEST_CASE("MBTiles whose tables lie are refused or show nothing")
{
    Folder const folder;
    std::string const tables =
        "CREATE TABLE metadata(name text, value text);"
        "CREATE TABLE tiles(zoom_level integer, tile_column integer, tile_row integer, tile_data blob);";
    write_database(folder / "empty.mbtiles", tables);
    CHECK(outcome(folder / "empty.mbtiles") != "read");
    write_database(
        folder / "noise.mbtiles",
        tables +
            "INSERT INTO metadata VALUES('format','png'),('minzoom','0'),('maxzoom','1'),"
            "('bounds','-180,-85,180,85'); INSERT INTO tiles VALUES(0,0,0,randomblob(400)),(1,0,0,zeroblob(9));");
    if (auto const opened = open_layer({folder / "noise.mbtiles", Datum::wgs84}); opened && opened->raster)
        CHECK(opened->raster->tile({0, 0, 0}).empty());
    write_database(folder / "far.mbtiles",
                   tables +
                       "INSERT INTO metadata VALUES('format','png'),('minzoom','-5'),('maxzoom','4000000'),"
                       "('bounds','nan,inf,9e99,x'); INSERT INTO tiles VALUES(99,-1,1e18,'');");
    CHECK(outcome(folder / "far.mbtiles") != "read");
    write_bytes(folder / "head.mbtiles", std::string{"SQLite format 3\0", 16} + std::string(84, '\xff'));
    CHECK(refusal(folder / "head.mbtiles") == told(LayerRefusal::damaged, "head.mbtiles"));
}

TEST_CASE("places that are none are left out and counted")
{
    Folder const folder;
    write_bytes(folder / "a.geojson", R"({"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"name":"here"},"geometry":{"type":"Point","coordinates":[112,30]}},
        {"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[NaN,30]}},
        {"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[1e308,1e308]}},
        {"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[[112,30],[112,300]]}},
        {"type":"Feature","properties":{},"geometry":null}]})");
    auto opened = open_layer({folder / "a.geojson", Datum::wgs84});
    if (opened) {
        CHECK(opened->shapes->features.size() == 1);
        CHECK(opened->shapes->left_out == 4);
    } else {
        CHECK(opened.problem() == told(LayerRefusal::damaged, "a.geojson"));  // NaN is no JSON
    }
    write_bytes(folder / "b.kml",
                "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><Placemark><name>a</name><Point><coordinates>"
                "nan,nan</coordinates></Point></Placemark><Placemark><name>b</name><Point><coordinates>112,30"
                "</coordinates></Point></Placemark></Document></kml>");
    LayerShapes const shapes = shapes_of(folder / "b.kml");
    REQUIRE(shapes.features.size() >= 1);
    CHECK(shapes.bounds.contains({300000000, 1120000000}));
    write_bytes(folder / "none.geojson", R"({"type":"FeatureCollection","features":[]})");
    CHECK(refusal(folder / "none.geojson") == told(LayerRefusal::nothing_to_show, "none.geojson"));
}

TEST_CASE("a file that does not say where it is on the ground is refused")
{
    Folder const folder;
    write_vectors(folder / "a.shp", "ESRI Shapefile", 32649);
    fs::remove(folder / "a.prj");
    CHECK(refusal(folder / "a.shp") == told(LayerRefusal::no_coordinate_system, "a.shp"));
}

TEST_CASE("archives that swell or lead elsewhere are refused at once")
{
    Folder const folder;
    write_bytes(folder / "bomb.zip", made_zip({{"a.geojson", std::string(64U << 20U, ' ')}}));
    CHECK(refusal(folder / "bomb.zip") == told(LayerRefusal::archive_too_large, "bomb.zip"));
    write_bytes(folder / "up.kmz", made_zip({{"../../doc.kml", "<kml/>"}}));
    CHECK(refusal(folder / "up.kmz") == told(LayerRefusal::archive_misleads, "up.kmz"));
    write_bytes(folder / "other.zip", made_zip({{"readme.txt", "hello"}}));
    CHECK(refusal(folder / "other.zip") == told(LayerRefusal::unknown_kind, "other.zip"));
    write_bytes(folder / "twice.zip", made_zip({{"a.geojson", made_zip({{"b.geojson", "{}"}})}}));
    CHECK(refusal(folder / "twice.zip") == told(LayerRefusal::damaged, "twice.zip"));
}

TEST_CASE("names of files may be anything")
{
    Folder const folder;
    write_vectors(folder / "a.geojson", "GeoJSON");
    std::string const bytes = read_bytes(folder / "a.geojson");
    for (std::string const name : {" .geojson", "a b;c.geojson", "<img src=x>.geojson", "$(reboot).geojson", "--help",
                                   "图层 '\".geojson", "new\nline.geojson", "GPKG:x", "{0}{1}.geojson"}) {
        CAPTURE(name);
        write_bytes(folder / name, bytes);
        CHECK(shapes_of(folder / name).features.size() == 3);
    }
    std::string const odd = "\xff\xfe.geojson";
    write_bytes(folder / odd, "no map");
    CHECK(refusal(folder / odd) == told(LayerRefusal::unknown_kind, odd));
}

TEST_CASE("every file of the shared hostile ones is refused as a layer under any name")
{
    fs::path const shared = fs::path{SHARED_DATA} / "interop/hostile";
    if (!fs::exists(shared)) {
        WARN("skipped: " << shared << " is not there");
        return;
    }
    Folder const folder;
    for (auto const& entry : fs::directory_iterator{shared}) {
        INFO(entry.path());
        CHECK(outcome(entry.path()) != "read");
        for (char const* ending : {".geojson", ".kml", ".gpx", ".shp", ".zip", ".mbtiles", ".tif"}) {
            auto const disguised = folder / ("hostile" + std::string{ending});
            fs::copy_file(entry.path(), disguised, fs::copy_options::overwrite_existing);
            CHECK(outcome(disguised) != "read");
        }
    }
}

}  // namespace cresset::maps
