#include "maps/mbtiles.h"

#include "core/base/dice.h"
#include "core/store/database.h"
#include "core/store/transaction.h"
#include "maps/gzip.h"
#include "maps/vector_tile.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <thread>

using namespace cresset;
using namespace cresset::maps;
namespace fs = std::filesystem;

namespace {

/// A place for a file that goes away with the test.
class TestPath {
public:
    explicit TestPath(std::string const& name) : path_{fs::path{BINARY_DIR} / ("mbtiles_test_" + name)}
    {
        fs::remove(path_);
    }
    TestPath(TestPath const&) = delete;
    ~TestPath() { fs::remove(path_); }
    operator fs::path const&() const { return path_; }
    fs::path const& path() const { return path_; }

private:
    fs::path path_;
};

std::string bytes_of(fs::path const& file)
{
    std::ifstream in{file, std::ios::binary};
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

std::string problem_of(fs::path const& file)
{
    auto const opened = Mbtiles::open(file);
    return opened ? "" : opened.problem();
}

void run(fs::path const& file, std::vector<std::string> const& statements)
{
    auto database = Database::open(file, OpenMode::create);
    for (auto const& sql : statements) database.exec(sql);
}

void write_sample(fs::path const& file)
{
    auto database = Database::open(file, OpenMode::create);
    Transaction transaction{database};
    MbtilesWriter writer{database};
    writer.add({0, 0, 0}, gzip("root"));
    writer.add({14, 8529, 5974}, gzip("leaf"));
    writer.add({14, 8530, 5974}, gzip(""));
    MbtilesInfo info;
    info.name = "江湾";
    info.format = "pbf";
    info.attribution = "© OpenStreetMap contributors";
    info.bounds = {{437000000, 74000000}, {438000000, 75000000}};
    info.center = {437500000, 74200000};
    info.max_zoom = 14;
    info.rows["json"] = R"({"vector_layers":[{"id":"water"},{"id":"place"}]})";
    writer.set(info);
    transaction.commit();
}

constexpr char const* tables[] = {
    "CREATE TABLE metadata (name TEXT, value TEXT)",
    "CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB)"};

}  // namespace

TEST_CASE("what is no MBTiles file is refused with the reason")
{
    CHECK(problem_of("/no/such.mbtiles").find("there is no such file") != std::string::npos);
    TestPath const text{"text.mbtiles"};
    std::ofstream{text.path()}
        << "this is no database, however long it may be, and longer than a header of SQLite is, too.";
    CHECK_FALSE(problem_of(text).empty());
    TestPath const empty{"empty.mbtiles"};
    std::ofstream{empty.path()};
    CHECK_FALSE(problem_of(empty).empty());
    TestPath const other{"other.mbtiles"};
    run(other, {"CREATE TABLE city (name TEXT)"});
    CHECK_FALSE(problem_of(other).empty());
    TestPath const bare{"bare.mbtiles"};
    run(bare, {tables[0], tables[1]});
    CHECK(problem_of(bare).find("no tiles") != std::string::npos);
    TestPath const strange{"strange.mbtiles"};
    run(strange, {tables[0], tables[1], "INSERT INTO tiles VALUES (0, 0, 0, 'hello')"});
    CHECK(problem_of(strange).find("no tiles of a kind") != std::string::npos);
}

TEST_CASE("hostile metadata is held within bounds")
{
    TestPath const file{"hostile.mbtiles"};
    run(file, {tables[0], tables[1],
               "INSERT INTO tiles VALUES (99, -5, 1, x'1A00'), (3, 700, -1, x'1A00'), (3, 1, 1, x'1A00')",
               "INSERT INTO metadata VALUES ('minzoom', '-7'), ('maxzoom', '4000000000'), ('bounds', 'nan,1,2,inf'), "
               "('center', '500,500,3'), ('json', '[[[['), ('attribution', '<a href=\"x\">&copy; me &amp; you</a>')"});
    auto const opened = Mbtiles::open(file);
    REQUIRE(opened);
    auto const& info = opened->info();
    CHECK(info.min_zoom == 0);
    CHECK(info.max_zoom <= max_tile_zoom);
    CHECK(info.attribution == "© me & you");
    CHECK(info.layers.empty());
    CHECK(opened->tiles(3) == std::vector<TileId>{{3, 1, 6}});
    CHECK(opened->tiles(99).empty());
    CHECK_FALSE((*opened->tile({3, 9, 0})).has_value());
}

TEST_CASE("a broken tile is a problem and a missing one is nothing")
{
    TestPath const file{"broken.mbtiles"};
    run(file, {tables[0], tables[1], "INSERT INTO tiles VALUES (0, 0, 0, x'1F8B0800')"});
    auto const opened = Mbtiles::open(file);
    REQUIRE(opened);
    CHECK_FALSE(opened->tile({0, 0, 0}));
    CHECK_FALSE((*opened->tile({1, 0, 0})).has_value());
    CHECK_FALSE((*opened->tile({1, 5, 5})).has_value());
}

TEST_CASE("tiles and metadata come back as they were written")
{
    TestPath const file{"sample.mbtiles"};
    write_sample(file);
    auto const opened = Mbtiles::open(file);
    REQUIRE(opened);
    CHECK(opened->is_vector());
    CHECK(**opened->tile({0, 0, 0}) == "root");
    CHECK(**opened->tile({14, 8529, 5974}) == "leaf");
    CHECK((**opened->tile({14, 8530, 5974})).empty());
    CHECK(opened->tiles(14) == std::vector<TileId>{{14, 8529, 5974}, {14, 8530, 5974}});
    CHECK(opened->info().name == "江湾");
    CHECK(opened->info().layers == std::vector<std::string>{"water", "place"});
    CHECK(opened->info().bounds == Bounds{{437000000, 74000000}, {438000000, 75000000}});
    CHECK(opened->info().center == Place{437500000, 74200000});
    CHECK(opened->info().max_zoom == 14);
    auto database = Database::open(file, OpenMode::read_only);
    CHECK(database.number("SELECT tile_row FROM tiles WHERE zoom_level = 14") == (1 << 14) - 1 - 5974);
}

TEST_CASE("the same calls write the same bytes")
{
    TestPath const one{"one.mbtiles"}, two{"two.mbtiles"};
    write_sample(one);
    write_sample(two);
    CHECK(bytes_of(one) == bytes_of(two));
}

TEST_CASE("several threads read one file at once")
{
    TestPath const file{"threads.mbtiles"};
    write_sample(file);
    auto const opened = Mbtiles::open(file);
    REQUIRE(opened);
    std::atomic<int> right{0};
    {
        std::vector<std::jthread> readers;
        for (int i = 0; i < 4; ++i)
            readers.emplace_back([&] {
                for (int k = 0; k < 200; ++k) right += **opened->tile({14, 8529, 5974}) == "leaf" ? 1 : 0;
            });
    }
    CHECK(right == 800);
}

TEST_CASE("MBTiles made by other programs open with their layers and every tile decodes")
{
    std::error_code error;
    int count = 0;
    for (auto const& entry : fs::directory_iterator{fs::path{SHARED_DATA} / "tiles", error}) {
        if (entry.path().extension() != ".mbtiles") continue;
        ++count;
        INFO(entry.path().string());
        auto const opened = Mbtiles::open(entry.path());
        REQUIRE(opened);
        auto const& info = opened->info();
        CHECK_FALSE(info.bounds.empty());
        bool const raster = entry.path().string().find("raster") != std::string::npos;
        CHECK(info.format == (raster ? "png" : "pbf"));
        CHECK(info.layers.empty() == raster);
        for (auto const id : opened->tiles(info.max_zoom)) {
            auto const tile = opened->tile(id);
            REQUIRE(tile);
            CHECK((raster ? (**tile).starts_with("\x89PNG") : static_cast<bool>(decode_vector_tile(**tile))));
        }
    }
    if (count == 0) std::cout << "skipped: no " << SHARED_DATA << "/tiles\n";
}
