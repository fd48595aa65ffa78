/// Whatever stands in a file of OpenStreetMap data, importing refuses it with a reason, or there is a map whose numbers
/// are sound, and roads, areas, sites, names, buildings and tiles can be made of it. The kind of file (.osm.bz2,
/// .osm.gz, .osm, .osm.pbf) is told by its first bytes, so that the inputs are files that other programs read, too.
// max_len 8192

#include "core/base/check.h"
#include "core/base/text.h"
#include "core/roads/road_graph.h"
#include "core/store/database.h"
#include "maps/areas.h"
#include "maps/buildings.h"
#include "maps/gazetteer.h"
#include "maps/named_things.h"
#include "maps/osm_reader.h"
#include "maps/pack_tables.h"
#include "maps/pinyin.h"
#include "maps/road_builder.h"
#include "maps/sites.h"
#include "maps/tile_maker.h"

#include <cstdint>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <unistd.h>

namespace {

using namespace cresset;
using namespace cresset::maps;

std::string_view ending_of(std::string_view bytes)
{
    if (bytes.starts_with("BZh")) return ".osm.bz2";
    if (bytes.starts_with("\x1f\x8b")) return ".osm.gz";
    if (bytes.starts_with("<") || bytes.starts_with("\xef\xbb\xbf<")) return ".osm";
    return ".osm.pbf";
}

/// In memory where the machine has such a folder; of this process alone, gone with it.
class Scratch {
public:
    Scratch()
    {
        std::error_code error;
        std::filesystem::path const memory{"/dev/shm"};
        folder_ = (std::filesystem::is_directory(memory, error) ? memory : std::filesystem::temp_directory_path()) /
                  ("osm_input_" + std::to_string(::getpid()));
        std::filesystem::create_directories(folder_);
    }
    Scratch(Scratch const&) = delete;
    Scratch& operator=(Scratch const&) = delete;
    ~Scratch()
    {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }
    std::filesystem::path write(std::string_view bytes) const
    {
        auto file = folder_ / ("input" + std::string{ending_of(bytes)});
        std::ofstream{file, std::ios::binary | std::ios::trunc} << bytes;
        return file;
    }

private:
    std::filesystem::path folder_;
};

/// libosmium leaves a .osm.pbf open when its parser gives up on it: one descriptor, and the import is over then. Here
/// it would be the end of a long run, which then falls for want of descriptors.
void close_what_was_left_open()
{
    static int const first = [] {
        int const free = ::open("/dev/null", O_RDONLY);
        ::close(free);
        return free;
    }();
    ::close_range(static_cast<unsigned>(first), ~0U, 0);
}

void check_tags(SourceMap const& map, Tags const& tags)
{
    for (auto const& [key, value] : tags) {
        CRESSET_CHECK(key < map.text_count() && value < map.text_count());
        CRESSET_CHECK(is_utf8(map.text(key)) && is_utf8(map.text(value)));
    }
}

template <typename Thing>
void check_order(std::vector<Thing> const& things)
{
    for (std::size_t i = 1; i < things.size(); ++i) CRESSET_CHECK(things[i - 1].id < things[i].id);
}

void check_map(SourceMap const& map)
{
    CRESSET_CHECK(!map.nodes.empty() && !map.ways.empty());
    check_order(map.nodes), check_order(map.ways), check_order(map.relations);
    for (auto const& node : map.nodes) {
        CRESSET_CHECK(map.bounds.contains(node.place));
        check_tags(map, node.tags);
    }
    for (auto const& way : map.ways) {
        for (auto const node : way.nodes) CRESSET_CHECK(node < map.nodes.size());
        check_tags(map, way.tags);
    }
    for (auto const& relation : map.relations) {
        for (auto const& member : relation.members) {
            auto const count = member.kind == MemberKind::node  ? map.nodes.size()
                               : member.kind == MemberKind::way ? map.ways.size()
                                                                : map.relations.size();
            CRESSET_CHECK(member.index < count && member.role < map.text_count());
        }
        check_tags(map, relation.tags);
    }
}

void make_roads(SourceMap const& map)
{
    RoadGraph const graph = build_roads(map, "Asia/Shanghai").graph;
    auto const again = RoadGraph::from_bytes(graph.to_bytes());
    CRESSET_CHECK(again && *again == graph);
}

void make_names(SourceMap const& map)
{
    Database database = Database::in_memory();
    create_pack_tables(database);
    auto const areas = collect_areas(map);
    for (auto const& area : areas) write_area(database, area);
    auto const found = find_things(map);
    write_things(database, found.things);
    Whereabouts whereabouts{areas};
    auto const streets = collect_streets(map, whereabouts);
    auto const named = collect_named(map, found.things, areas, streets, whereabouts);
    write_gazetteer(database, Pinyin{}, named, streets);
    for (auto const& street : streets.things) static_cast<void>(find_names(database, street.names.name, {}));
    for_each_building(map, [&](Building const& building) { write_building(database, building); });
    static_cast<void>(nearest_address(database, map.nodes.front().place));
    static_cast<void>(pack_digest(database));
}

/// A few nodes at the ends of a province and a polygon around them are honest work of minutes, which is not what is
/// looked for here: tiles are made of what is as large as a town.
bool is_small(Bounds const& area)
{
    constexpr std::int64_t most_e7 = 2'000'000;
    return std::int64_t{area.max.lat_e7} - area.min.lat_e7 < most_e7 &&
           std::int64_t{area.max.lon_e7} - area.min.lon_e7 < most_e7;
}

void make_all_tiles(SourceMap const& map)
{
    TileOptions options;
    options.threads = 1;
    std::size_t tiles = 0;
    auto const made = make_tiles(map, options, [&](TileId, std::string_view) { ++tiles; });
    CRESSET_CHECK(!made || made->tiles == tiles);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    static Scratch const scratch;
    close_what_was_left_open();
    auto const map = read_osm(scratch.write({reinterpret_cast<char const*>(data), size}));
    if (!map) {
        CRESSET_CHECK(!map.problem().empty() && is_utf8(map.problem()));
        return 0;
    }
    check_map(*map);
    make_roads(*map);
    make_names(*map);
    if (is_small(map_area(*map))) make_all_tiles(*map);
    return 0;
}
