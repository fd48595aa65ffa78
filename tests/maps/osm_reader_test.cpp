#include "maps/osm_reader.h"

#include "core/base/dice.h"
#include "maps/gzip.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

using namespace cresset;
using namespace cresset::maps;
namespace fs = std::filesystem;

namespace {

std::string bytes_of(fs::path const& file)
{
    std::ifstream in{file, std::ios::binary};
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

/// A file of the test that goes away with it.
class TestFile {
public:
    TestFile(std::string const& name, std::string_view bytes) : path_{fs::path{BINARY_DIR} / ("osm_reader_" + name)}
    {
        std::ofstream{path_, std::ios::binary} << bytes;
    }
    TestFile(TestFile const&) = delete;
    ~TestFile() { fs::remove(path_); }
    fs::path const& path() const { return path_; }

private:
    fs::path path_;
};

std::string problem_of(std::string const& name, std::string_view bytes)
{
    TestFile const file{name, bytes};
    auto const map = read_osm(file.path());
    return map ? "" : map.problem();
}

std::string xml(std::string const& inside)
{
    return "<?xml version='1.0' encoding='UTF-8'?>\n<osm version='0.6'>" + inside + "</osm>";
}

std::string const two_nodes = "<node id='1' lat='1' lon='2'/><node id='2' lat='1' lon='3'/>";
std::string const one_way = "<way id='5'><nd ref='1'/><nd ref='2'/><tag k='highway' v='primary'/></way>";

SourceMap map_of(std::string const& name, std::string_view bytes)
{
    TestFile const file{name, bytes};
    auto map = read_osm(file.path());
    INFO((map ? std::string{} : map.problem()));
    REQUIRE(map);
    return *std::move(map);
}

std::vector<fs::path> shared_files()
{
    std::vector<fs::path> result;
    std::error_code error;
    for (auto const& entry : fs::directory_iterator{fs::path{SHARED_DATA} / "osm", error})
        if (entry.path().string().ends_with(".osm.pbf")) result.push_back(entry.path());
    std::sort(result.begin(), result.end());
    if (result.empty()) std::cout << "skipped: no " << SHARED_DATA << "/osm\n";
    return result;
}

}  // namespace

TEST_CASE("a file that is not there or of another kind is refused with what to give")
{
    CHECK(read_osm("/no/such/file.osm.pbf").problem() == "/no/such/file.osm.pbf cannot be read: there is no such file");
    CHECK(problem_of("a.shp", "x").find("give a file that ends with .osm.pbf") != std::string::npos);
    fs::create_directories(fs::path{BINARY_DIR} / "folder.osm");
    CHECK_FALSE(read_osm(fs::path{BINARY_DIR} / "folder.osm"));
}

TEST_CASE("a blob that does not say what it is or how long it is refuses the file")
{
    using namespace std::string_view_literals;
    CHECK(problem_of("t.osm.pbf", "\0\0\0\x02\x18\x05"sv).find("its blob 1 has no type") != std::string::npos);
    CHECK(problem_of("t.osm.pbf", "\0\0\0\x04\x0a\x00\x18\x05"sv).find("has no type") != std::string::npos);
    CHECK(problem_of("t.osm.pbf", "\0\0\0\x03\x0a\x01T"sv).find("its blob 1 has no size") != std::string::npos);
    CHECK(problem_of("t.osm.pbf", "\0\0\0\x05\x0a\x01T\x18\x00"sv).find("has no size") != std::string::npos);
    auto const second = "\0\0\0\x05\x0a\x01T\x18\x02xx\0\0\0\x02\x18\x05"sv;
    CHECK(problem_of("t.osm.pbf", second).find("its blob 2 has no type") != std::string::npos);
    CHECK_FALSE(problem_of("t.osm.pbf", "\0\0\0\x05\x0a\x09"sv).empty());
}

TEST_CASE("empty and half-empty files are refused")
{
    for (auto const* name : {"a.osm.pbf", "a.osm", "a.osm.gz", "a.osm.bz2"}) {
        INFO(name);
        CHECK_FALSE(problem_of(name, "").empty());
        CHECK_FALSE(problem_of(name, "\n").empty());
    }
    CHECK(problem_of("b.osm", xml("")).find("it has no nodes") != std::string::npos);
    CHECK(problem_of("b.osm", xml(two_nodes)).find("it has no ways") != std::string::npos);
    CHECK(problem_of("b.osm", xml("<node id='9' lat='0' lon='0'/>" + one_way)).find("complete extract") !=
          std::string::npos);
}

TEST_CASE("XML that is cut short or declares entities or is of another kind is refused")
{
    auto const whole = xml(two_nodes + one_way);
    CHECK_FALSE(problem_of("c.osm", whole.substr(0, whole.size() - 10)).empty());
    CHECK_FALSE(
        problem_of("c.osm", "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e 'eeee'>]><osm version='0.6'>&e;</osm>")
            .empty());
    CHECK_FALSE(problem_of("c.osm", "<gpx></gpx>").empty());
    CHECK_FALSE(problem_of("c.osm", xml("<node id='one' lat='0' lon='0'/>" + one_way)).empty());
}

TEST_CASE("ways before nodes and ids out of order and negative ids are read")
{
    auto const map = map_of("d.osm", xml("<relation id='-7'><member type='way' ref='-5' role='outer'/>"
                                         "<member type='node' ref='77' role=''/></relation>"
                                         "<way id='8'><nd ref='-2'/><nd ref='4'/></way>"
                                         "<way id='-5'><nd ref='4'/><nd ref='99'/><nd ref='-2'/></way>"
                                         "<node id='4' lat='1' lon='2'/><node id='-2' lat='1' lon='3'/>"));
    REQUIRE(map.nodes.size() == 2);
    CHECK(map.nodes[0].id == -2);
    REQUIRE(map.ways.size() == 2);
    CHECK(map.ways[0].id == -5);
    CHECK(map.ways[0].nodes == std::vector<std::uint32_t>{1, 0});
    REQUIRE(map.relations.size() == 1);
    CHECK(map.relations[0].members.size() == 1);
    CHECK_FALSE(map.relations[0].whole);
}

TEST_CASE("of equal ids the newest version counts and of these the last and deleted things are left out")
{
    auto const map =
        map_of("e.osm", xml("<node id='1' version='3' lat='1' lon='2'/><node id='1' version='2' lat='9' lon='9'/>"
                            "<node id='2' version='1' lat='5' lon='5'/><node id='2' version='1' lat='1' lon='3'/>"
                            "<node id='3' version='2' visible='false'/>" +
                            one_way + "<way id='5'><nd ref='1'/><nd ref='2'/><nd ref='3'/></way>"));
    REQUIRE(map.nodes.size() == 2);
    CHECK(map.nodes[0].place == Place{10000000, 20000000});
    CHECK(map.nodes[1].place == Place{10000000, 30000000});
    REQUIRE(map.ways.size() == 1);
    CHECK(map.ways[0].nodes.size() == 2);
}

TEST_CASE("tags and bounds and names come over")
{
    auto const map = map_of("城.osm", xml("<bounds minlat='0' minlon='1' maxlat='4' maxlon='5'/>" + two_nodes +
                                          "<way id='5'><nd ref='1'/><nd ref='2'/><tag k='name' v='中山路'/></way>"));
    CHECK(map.stated == Bounds{{0, 10000000}, {40000000, 50000000}});
    CHECK(map.bounds == Bounds{{10000000, 20000000}, {10000000, 30000000}});
    CHECK(map.has(map.ways[0].tags, "name", "中山路"));
    CHECK(map.name == "osm_reader_城");
    CHECK(map.attribution == "© OpenStreetMap contributors");
}

TEST_CASE("gzip is read as the plain file is")
{
    auto const plain = xml(two_nodes + one_way);
    CHECK(map_of("f.osm.gz", gzip(plain)).ways.size() == 1);
    auto const packed = gzip(plain);
    CHECK_FALSE(problem_of("f.osm.gz", packed.substr(0, packed.size() / 2)).empty());
}

TEST_CASE("work that shall stop stops")
{
    TestFile const file{"g.osm", xml(two_nodes + one_way)};
    auto const map = read_osm(file.path(), [](std::string_view, int) { return false; });
    REQUIRE_FALSE(map);
    CHECK(map.problem() == stopped_text);
}

TEST_CASE("every file of the shared data is read and its ways have their nodes in order of id")
{
    for (auto const& file : shared_files()) {
        INFO(file.string());
        int last = 0;
        auto const map = read_osm(file, [&](std::string_view, int part) { return last = part, true; });
        REQUIRE(map);
        CHECK(last > 0);
        CHECK(map->nodes.size() > 500);
        CHECK(map->ways.size() > 100);
        auto const by_id = [](auto const& a, auto const& b) { return a.id < b.id; };
        CHECK(std::is_sorted(map->nodes.begin(), map->nodes.end(), by_id));
        CHECK(std::is_sorted(map->ways.begin(), map->ways.end(), by_id));
        CHECK(std::is_sorted(map->relations.begin(), map->relations.end(), by_id));
    }
}

TEST_CASE("damaged files are refused or read but never stop the program")
{
    auto const files = shared_files();
    if (files.empty()) return;
    auto const whole = bytes_of(fs::path{SHARED_DATA} / "osm" / "nantong_dieshiqiao_full.osm.pbf");
    for (std::uint64_t seed = 0; seed < 150; ++seed) {
        Dice dice{seed};
        auto bytes = whole;
        if (dice.chance(1, 3)) bytes.resize(dice.below(bytes.size()));
        for (auto i = dice.below(6); i > 0 && !bytes.empty(); --i)
            bytes[dice.below(bytes.size())] = static_cast<char>(dice.below(256));
        TestFile const file{"h.osm.pbf", bytes};
        auto const map = read_osm(file.path());
        if (map) CHECK_FALSE(map->nodes.empty());
    }
    for (auto const part : {3, 10, 30, 60, 90, 99}) {
        INFO(part);
        CHECK_FALSE(
            problem_of("i.osm.pbf", whole.substr(0, whole.size() * static_cast<std::size_t>(part) / 100)).empty());
    }
}
