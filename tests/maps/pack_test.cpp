#include "maps/pack.h"

#include "core/roads/road_graph.h"
#include "core/store/database.h"
#include "drawn_map.h"
#include "maps/import.h"
#include "maps/pack_places.h"

#include <catch2/catch.hpp>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sys/wait.h>
#include <unistd.h>

using namespace cresset;
using namespace cresset::maps;

namespace {

namespace fs = std::filesystem;

/// A folder for one test, empty at its start.
fs::path folder(std::string const& name)
{
    fs::path const path = fs::path{BINARY_DIR} / "pack_test" / name;
    fs::remove_all(path);
    fs::create_directories(path);
    return path;
}

std::string bytes_of(fs::path const& file)
{
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

void put_bytes(fs::path const& file, std::string const& bytes)
{
    std::ofstream{file, std::ios::binary} << bytes;
}

/// Two Chinese streets that cross, one with an English name; houses, shops, a square, a police station, a camera.
SourceMap drawn_city()
{
    DrawnMap drawn;
    auto const west = drawn.node(-900, 0), middle = drawn.node(0, 0), east = drawn.node(900, 0);
    auto const south = drawn.node(0, -900), north = drawn.node(0, 900);
    auto const corner = drawn.node(900, 900);
    drawn.way({west, middle, east}, {{"highway", "primary"}, {"name", "中山路"}, {"name:en", "Zhongshan Road"}});
    drawn.way({south, middle, north}, {{"highway", "secondary"}, {"name", "解放路"}, {"name:en", "Jiefang Road"}});
    drawn.way({east, corner, north}, {{"highway", "residential"}, {"name", "长安街"}, {"ref", "S7"}});
    drawn.node(300, 20, {{"addr:housenumber", "12号"}, {"addr:street", "中山路"}});
    drawn.node(340, 20, {{"addr:housenumber", "120"}, {"addr:street", "中山路"}});
    drawn.node(310, -20, {{"amenity", "bank"}, {"name", "江湾银行"}});
    drawn.node(-600, 30, {{"amenity", "pharmacy"}, {"name", "Harbour Pharmacy"}});
    drawn.node(20, 620, {{"amenity", "pharmacy"}, {"name", "North Pharmacy"}});
    drawn.node(100, 100, {{"place", "suburb"}, {"name", "厦门里"}});
    drawn.node(-100, 200, {{"amenity", "police"}, {"name", "莘庄派出所"}});
    drawn.node(10, 10, {{"man_made", "surveillance"}, {"camera:direction", "45"}});
    drawn.box(200, 200, 30, 20, {{"building", "yes"}, {"building:levels", "6"}});
    auto const area = drawn.box(-1000, -1000, 2000, 2000, {});
    drawn.relation({{"outer", {MemberKind::way, area}}}, {{"type", "boundary"},
                                                          {"boundary", "administrative"},
                                                          {"admin_level", "8"},
                                                          {"name", "乐清区"},
                                                          {"name:en", "Yueqing District"}});
    drawn.map.name = "drawn";
    drawn.map.name_zh = "画城";
    return std::move(drawn.map);
}

/// The folder of the drawn city: of this process alone, since the runner starts the cases beside each other.
struct DrawnFolder {
    fs::path const path = folder("drawn-" + std::to_string(::getpid()));
    DrawnFolder() = default;
    DrawnFolder(DrawnFolder const&) = delete;
    ~DrawnFolder() { fs::remove_all(path); }
};

CityPack const& drawn_pack()
{
    static DrawnFolder const here;
    static CityPack const pack = [] {
        fs::path const file = here.path / "city.mbtiles";
        auto const written = write_city(drawn_city(), file, {});
        if (!written) FAIL(written.problem());
        auto opened = CityPack::open(file);
        if (!opened) FAIL(opened.problem());
        return std::move(*opened);
    }();
    return pack;
}

/// 30 m north of the crossing of 中山路 and 解放路.
Place drawn_place()
{
    FindOptions crossings;
    crossings.kind = HitKind::crossing;
    return moved(drawn_pack().find("中山路/解放路", crossings).at(0).place, 0, 30'000);
}

std::string first(std::string_view text, FindOptions const& options = {})
{
    auto const hits = drawn_pack().find(text, options);
    return hits.empty() ? "" : hits[0].name;
}

}  // namespace

TEST_CASE("what a place is and in which area is said in the words of each language")
{
    auto opened = CityPack::open(drawn_pack().file());
    REQUIRE(opened);
    PackPlaces const places{std::make_shared<CityPack const>(std::move(*opened))};
    auto const detail = [&](char const* typed) {
        auto const found = places.find_places(typed, 1, {});
        REQUIRE(found.size() == 1);
        return found[0].detail;
    };
    CHECK(detail("Harbour Pharmacy") == Names{"pharmacy · Yueqing District", "药店 · 乐清区"});
    CHECK(detail("中山路") == Names{"Yueqing District", "乐清区"});
    CHECK(detail("厦门里") == Names{"suburb", "城区"});
}

TEST_CASE("what lies near a place is told by kind and the nearest first")
{
    auto const near = [](std::int64_t radius_mm, std::vector<std::string> kinds, std::size_t limit = 10) {
        std::string names;
        NearOptions const options{.radius_mm = radius_mm, .kinds = std::move(kinds), .limit = limit};
        std::int64_t before = 0;
        for (Hit const& hit : drawn_pack().near(drawn_place(), options)) {
            CHECK(hit.distance_mm >= before);
            CHECK(hit.distance_mm <= radius_mm);
            before = hit.distance_mm;
            names += hit.name + ";";
        }
        return names;
    };
    CHECK(near(0, {}).empty());
    CHECK(near(1'000'000, {"volcano"}).empty());
    CHECK(near(1'000'000, {"pharmacy"}) == "North Pharmacy;Harbour Pharmacy;");
    CHECK(near(595'000, {"pharmacy"}) == "North Pharmacy;");
    CHECK(near(1'000'000, {"pharmacy", "bank"}, 1) == "江湾银行;");
    CHECK(near(1'000'000, {"station"}) == "莘庄派出所;");
    CHECK(near(400'000, {}).find("江湾银行") != std::string::npos);
    CHECK(near(400'000, {}).find("12") == std::string::npos);
}

TEST_CASE("what is no map is refused with the reason and leaves no half pack")
{
    fs::path const here = folder("refused");
    fs::path const input = here.parent_path() / "refused.osm.pbf";
    fs::path const output = here / "city.mbtiles";
    for (std::string const& bytes : {std::string{}, std::string{"no pbf"}, std::string(4096, '\0')}) {
        put_bytes(input, bytes);
        auto const report = import_city({input, output, {}});
        REQUIRE_FALSE(report);
        CHECK_FALSE(report.problem().empty());
        CHECK(fs::is_empty(here));
    }
    CHECK_FALSE(import_city({here / "nowhere.osm.pbf", output, {}}));
    CHECK(fs::is_empty(here));
}

TEST_CASE("an output that cannot be written or a time zone that does not exist is refused before any work")
{
    fs::path const here = folder("outputs");
    CHECK_FALSE(write_city(drawn_city(), here / "no" / "such" / "folder.mbtiles", {}));
    CHECK_FALSE(write_city(drawn_city(), here, {}));
    ImportOptions options;
    options.time_zone = "Mars/Olympus";
    auto const report = write_city(drawn_city(), here / "city.mbtiles", options);
    REQUIRE_FALSE(report);
    CHECK(report.problem().find("Asia/Shanghai") != std::string::npos);
    CHECK(fs::is_empty(here));
}

TEST_CASE("work that is stopped at any step leaves what was there before")
{
    fs::path const here = folder("stopped");
    fs::path const output = here / "city.mbtiles";
    put_bytes(output, "what was there before");
    for (std::string const at : {"roads", "areas", "names", "buildings", "tiles", "checking"}) {
        auto const report =
            write_city(drawn_city(), output, {}, [&](std::string_view what, int) { return what != at; });
        REQUIRE_FALSE(report);
        CHECK(report.problem() == stopped_text);
        CHECK(bytes_of(output) == "what was there before");
        CHECK_FALSE(fs::exists(output.string() + ".part"));
    }
}

TEST_CASE("an import that is killed at any step leaves no half pack and the next one succeeds")
{
    fs::path const here = folder("killed");
    fs::path const output = here / "city.mbtiles";
    for (std::string const at : {"roads", "areas", "names", "buildings", "tiles", "checking"}) {
        pid_t const child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            auto const die = [&](std::string_view what, int) {
                return what == at ? ::kill(::getpid(), SIGKILL) == 0 : true;
            };
            auto const ignored = write_city(drawn_city(), output, {}, die);
            ::_exit(ignored ? 1 : 2);
        }
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        CHECK(WIFSIGNALED(status));
        CHECK_FALSE(fs::exists(output));
        CHECK(fs::exists(output.string() + ".part"));
    }
    REQUIRE(write_city(drawn_city(), output, {}));
    CHECK(CityPack::open(output)->verify().empty());
    CHECK_FALSE(fs::exists(output.string() + ".part"));
}

TEST_CASE("a stale part of a killed import is overwritten and the same map gives the same bytes")
{
    fs::path const here = folder("twice");
    put_bytes(here / "one.mbtiles.part", std::string(100'000, 'x'));
    put_bytes(here / "one.mbtiles.part-journal", "x");
    REQUIRE(write_city(drawn_city(), here / "one.mbtiles", {}));
    ImportOptions one_thread;
    one_thread.threads = 1;
    REQUIRE(write_city(drawn_city(), here / "two.mbtiles", one_thread));
    CHECK(bytes_of(here / "one.mbtiles") == bytes_of(here / "two.mbtiles"));
    CHECK_FALSE(fs::exists(here / "one.mbtiles.part"));
}

TEST_CASE("a pack says what it is and brings its things")
{
    PackInfo const& info = drawn_pack().info();
    CHECK(info.name == "drawn");
    CHECK(info.name_zh == "画城");
    CHECK(info.time_zone == "Asia/Shanghai");
    CHECK(info.licence == "ODbL 1.0");
    CHECK(info.attribution == "© OpenStreetMap contributors");
    CHECK(info.version == pack_version);
    CHECK(info.digest.size() == 64);
    CHECK(info.has_roads);
    CHECK(info.has_gazetteer);
    CHECK(info.lacks.empty());
    CHECK(info.counts.streets == 3);
    CHECK(info.counts.house_numbers == 2);
    CHECK(info.counts.buildings == 1);
    CHECK(drawn_pack().verify().empty());
    REQUIRE(drawn_pack().roads());
    CHECK(drawn_pack().roads()->arc_count() == 10);
    CHECK(drawn_pack().roads_problem().empty());
    CityThings const things = drawn_pack().things();
    CHECK(things.stations.size() == 1);
    CHECK_FALSE(things.stations_seeded);
    CHECK(things.cameras.find(CameraId{0, 1})->heading_deg == 45);
    CHECK(things.grids.size() >= 1);
    CHECK(info.counts.tiles > 0);
}

TEST_CASE("buildings and areas are found by their box")
{
    DrawnMap const drawn;
    Bounds near;
    near.add(drawn.at(210, 210));
    auto const found = drawn_pack().buildings(near);
    REQUIRE(found.size() == 1);
    CHECK(found[0].height_dm == 180);
    Bounds far;
    far.add(drawn.at(-500, -500));
    CHECK(drawn_pack().buildings(far).empty());
    CHECK(drawn_pack().buildings(Bounds{}).empty());
    REQUIRE(drawn_pack().areas_at(drawn.at(5, 5)).size() == 1);
    CHECK(drawn_pack().areas_at(drawn.at(5, 5))[0].name == "乐清区");
    CHECK(drawn_pack().areas_at(drawn.at(5000, 5)).empty());
}

TEST_CASE("nonsense finds nothing and never fails")
{
    for (auto const* text :
         {"", "   ", "\"", "*", "AND", "NEAR(", "a\" OR b", "\xFF\xFE", "xyzzy", "中中中", "()", "-", "col:x"})
        CHECK_NOTHROW(drawn_pack().find(text));
    CHECK(drawn_pack().find("xyzzy").empty());
    CHECK(drawn_pack().find("").empty());
    CHECK(drawn_pack().find(std::string(100'000, 'z')).empty());
}

TEST_CASE("a street is found in Chinese by pinyin by initials and in English")
{
    for (auto const* text : {"中山路", "中山", "zhongshanlu", "zhong shan lu", "lu zhongshan", "zsl", "zs",
                             "Zhongshan Road", "road zhongsh", "zhongsh"})
        CHECK(first(text).starts_with("中山路"));
    CHECK(drawn_pack().find("中山路")[0].kind == HitKind::street);
    CHECK(drawn_pack().find("S7")[0].name == "长安街");
}

TEST_CASE("polyphones are found by the right reading")
{
    if (!fs::exists(ImportOptions{}.pinyin_dictionary)) return;
    CHECK(first("changanjie") == "长安街");
    CHECK(first("xiamen") == "厦门里");
    CHECK(first("yinhang") == "江湾银行");
    CHECK(first("jiangwan yinhang") == "江湾银行");
    CHECK(first("yueqing") == "乐清区");
    CHECK(first("xinzhuang") == "莘庄派出所");
    CHECK(drawn_pack().find("xinzhuang")[0].kind == HitKind::station);
}

TEST_CASE("house numbers are found however they are written")
{
    for (auto const* text : {"中山路12号", "中山路 12", "zhong shan lu 12", "zsl12", "12 Zhongshan Road"}) {
        INFO(text);
        auto const hits = drawn_pack().find(text);
        REQUIRE_FALSE(hits.empty());
        CHECK(hits[0].kind == HitKind::house_number);
        CHECK(hits[0].name == "中山路 12号");
    }
    // A number that nobody mapped: its street.
    CHECK(first("中山路 77号") == "中山路");
}

TEST_CASE("crossings are found in both orders")
{
    for (auto const* text : {"中山路/解放路", "解放路/中山路", "中山路与解放路", "解放路中山路口", "zsl/jfl",
                             "Jiefang Road & Zhongshan Road", "zhongshan road and jiefang road"}) {
        INFO(text);
        auto const hits = drawn_pack().find(text);
        REQUIRE_FALSE(hits.empty());
        CHECK(hits[0].kind == HitKind::crossing);
        CHECK(distance_mm(hits[0].place, DrawnMap{}.at(0, 0)) < 1000);
    }
}

TEST_CASE("of things that fit alike the nearer comes first and a kind can be asked for")
{
    DrawnMap const drawn;
    FindOptions west, north;
    west.near = drawn.at(-600, 0);
    north.near = drawn.at(0, 600);
    CHECK(first("pharmacy", west) == "Harbour Pharmacy");
    CHECK(first("pharmacy", north) == "North Pharmacy");
    CHECK(first("药店", north) == "North Pharmacy");
    CHECK(drawn_pack().find("pharmacy", west)[0].distance_mm < 50'000);
    FindOptions houses;
    houses.kind = HitKind::house_number;
    for (Hit const& hit : drawn_pack().find("中山路", houses)) CHECK(hit.kind == HitKind::house_number);
    FindOptions one;
    one.limit = 1;
    CHECK(drawn_pack().find("路", one).size() == 1);
}

TEST_CASE("a place is described by its street with number or crossing")
{
    DrawnMap const drawn;
    Address const house = drawn_pack().describe(drawn.at(302, 5));
    CHECK(house.street == "中山路");
    CHECK(house.house_number == "12");
    CHECK(house.text_zh == "中山路12号附近");
    CHECK(house.text_en == "near 12 Zhongshan Road");
    CHECK(house.distance_mm < 5100);
    CHECK(house.area == "乐清区");
    Address const crossing = drawn_pack().describe(drawn.at(8, 3));
    CHECK(crossing.text_zh == "中山路/解放路路口附近");
    CHECK(crossing.text_en == "near Zhongshan Road & Jiefang Road");
    CHECK(drawn_pack().describe(drawn.at(-400, 10)).text_zh == "中山路附近");
    Address const nowhere = drawn_pack().describe(drawn.at(50'000, 50'000));
    CHECK(nowhere.street.empty());
    CHECK(nowhere.text_en == to_text(drawn.at(50'000, 50'000)));
}

TEST_CASE("a pack of a newer program and a damaged one are refused")
{
    fs::path const here = folder("damaged");
    fs::path const file = here / "city.mbtiles";
    REQUIRE(write_city(drawn_city(), file, {}));
    {
        Database database = Database::open(file, OpenMode::read_write);
        database.exec("UPDATE pack SET value = 99 WHERE key = 'version'");
    }
    auto const newer = CityPack::open(file);
    REQUIRE_FALSE(newer);
    CHECK(newer.problem().find("newer program") != std::string::npos);
    {
        Database database = Database::open(file, OpenMode::read_write);
        database.exec("UPDATE pack SET value = 1 WHERE key = 'version'");
        database.exec("UPDATE blob SET bytes = x'00' WHERE name = 'roads'");
    }
    auto const damaged = CityPack::open(file);
    REQUIRE(damaged);
    CHECK_FALSE(damaged->verify().empty());
    CHECK_FALSE(damaged->roads());
    CHECK_FALSE(damaged->roads_problem().empty());
    put_bytes(file, bytes_of(file).substr(0, 9000));
    auto const cut = CityPack::open(file);
    if (cut) CHECK_FALSE(cut->verify().empty());
    CHECK_FALSE(CityPack::open(here / "nowhere.mbtiles"));
    put_bytes(file, "no database");
    CHECK_FALSE(CityPack::open(file));
}

TEST_CASE("an MBTiles file made elsewhere opens as a base map alone and says so")
{
    fs::path const file = folder("foreign") / "foreign.mbtiles";
    {
        Database database = Database::open(file, OpenMode::create);
        MbtilesWriter writer{database};
        writer.set("name", "elsewhere");
        writer.set("format", "png");
        writer.add({0, 0, 0}, "\x89PNG\r\n\x1A\n and no more of a picture");
    }
    auto const pack = CityPack::open(file);
    if (!pack) FAIL(pack.problem());
    CHECK(pack->info().name == "elsewhere");
    CHECK(pack->info().version == 0);
    CHECK_FALSE(pack->info().has_roads);
    CHECK_FALSE(pack->info().has_gazetteer);
    CHECK(pack->info().lacks.find("base map alone") != std::string::npos);
    CHECK_FALSE(pack->roads());
    CHECK(pack->find("anything").empty());
    CHECK(pack->things().stations.empty());
    CHECK(pack->areas_at({}).empty());
    CHECK(pack->describe({10, 10}).street.empty());
    CHECK(pack->verify().empty());
}
