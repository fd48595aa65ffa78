#include "maps/pack_tables.h"

#include "core/facts/json_text.h"
#include "core/store/digest.h"

#include <array>
#include <nlohmann/json.hpp>

namespace cresset::maps {

namespace {

constexpr char const* schema = R"(
CREATE TABLE pack(key TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE blob(name TEXT NOT NULL, part INTEGER NOT NULL, bytes BLOB NOT NULL, UNIQUE(name, part)) STRICT;
CREATE TABLE thing(kind TEXT NOT NULL, number INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY(kind, number)) STRICT, WITHOUT ROWID;
CREATE TABLE building(
  id INTEGER PRIMARY KEY, height_dm INTEGER NOT NULL, min_height_dm INTEGER NOT NULL, name TEXT NOT NULL,
  shape BLOB NOT NULL) STRICT;
CREATE VIRTUAL TABLE building_box USING rtree_i32(id, west, east, south, north);
CREATE TABLE area(
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, admin_level INTEGER NOT NULL, name TEXT NOT NULL, name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL, shape BLOB NOT NULL) STRICT;
CREATE VIRTUAL TABLE area_box USING rtree_i32(id, west, east, south, north);
)";

constexpr std::size_t part_size = 16U << 20U;

/// Bounds with room for nothing: what a corner of them may be asked for.
void bind_box(Statement& statement, Bounds const& box)
{
    statement.bind_all(box.min.lon_e7, box.max.lon_e7, box.min.lat_e7, box.max.lat_e7);
}

void insert_box(Database& database, std::string_view sql, std::int64_t id, Bounds const& box)
{
    auto insert = database.statement(sql);
    insert.bind_all(id, box.min.lon_e7, box.max.lon_e7, box.min.lat_e7, box.max.lat_e7).run();
}

template <typename Key, typename Row>
void write_rows(Database& database, std::string_view kind, Table<Key, Row> const& rows)
{
    for (auto const& [id, row] : rows) {
        std::string body;
        write_json(body, row);
        database.statement("INSERT INTO thing VALUES(?1,?2,?3)").bind_all(kind, id.number, body).run();
    }
}

template <typename Key, typename Row>
void read_rows(Database& database, std::string_view kind, Table<Key, Row>& rows)
{
    auto found = database.statement("SELECT number, body FROM thing WHERE kind = ?1 ORDER BY number");
    for (found.bind_all(kind); found.step();) {
        nlohmann::json const json = nlohmann::json::parse(found.text(1), nullptr, false);
        Row row;
        if (!json.is_discarded() && read_json(json, row))
            rows.put(Key{0, static_cast<std::uint32_t>(found.integer(0))}, std::move(row));
    }
}

// --- the digest ---

struct Ordered {
    char const *table, *sql;
};
/// The shadow tables of the indexes count, too: a search in a damaged one would miss things.
constexpr std::array ordered{
    Ordered{"metadata", "SELECT name, value FROM metadata ORDER BY name"},
    Ordered{"tiles", "SELECT zoom_level, tile_column, tile_row, tile_data FROM tiles ORDER BY 1, 2, 3"},
    Ordered{"pack", "SELECT key, value FROM pack WHERE key <> 'digest' ORDER BY key"},
    Ordered{"blob", "SELECT name, part, bytes FROM blob ORDER BY name, part"},
    Ordered{"thing", "SELECT kind, number, body FROM thing ORDER BY kind, number"},
    Ordered{"building", "SELECT * FROM building ORDER BY id"},
    Ordered{"building_box_node", "SELECT nodeno, data FROM building_box_node ORDER BY nodeno"},
    Ordered{"area", "SELECT * FROM area ORDER BY id"},
    Ordered{"area_box_node", "SELECT nodeno, data FROM area_box_node ORDER BY nodeno"},
    Ordered{"named", "SELECT * FROM named ORDER BY id"},
    Ordered{"named_search_data", "SELECT id, block FROM named_search_data ORDER BY id"},
    Ordered{"named_box_node", "SELECT nodeno, data FROM named_box_node ORDER BY nodeno"},
    Ordered{"street_line", "SELECT * FROM street_line ORDER BY id"},
    Ordered{"street_box_node", "SELECT nodeno, data FROM street_box_node ORDER BY nodeno"},
};

void add_sized(Sha256& sha, char kind, std::string_view bytes)
{
    std::string const head = kind + std::to_string(bytes.size()) + ":";
    sha.add(head).add(bytes);
}

void add_row(Sha256& sha, Statement const& row)
{
    for (int column = 0; column < row.columns(); ++column) {
        if (row.is_null(column))
            add_sized(sha, 'n', {});
        else if (row.is_integer(column))
            add_sized(sha, 'i', std::to_string(row.integer(column)));
        else
            add_sized(sha, 'b', row.blob(column));
    }
}

bool has_table(Database& database, std::string_view name)
{
    auto found = database.statement("SELECT 1 FROM sqlite_schema WHERE name = ?1");
    found.bind_all(name);
    return found.step();
}

}  // namespace

void create_pack_tables(Database& database)
{
    database.exec(schema);
}

bool has_pack_tables(Database& database)
{
    return has_table(database, "pack") && has_table(database, "thing") && has_table(database, "blob");
}

void set_fact(Database& database, std::string_view key, std::string_view value)
{
    database.statement("INSERT OR REPLACE INTO pack VALUES(?1,?2)").bind_all(key, value).run();
}

void set_fact(Database& database, std::string_view key, std::int64_t value)
{
    database.statement("INSERT OR REPLACE INTO pack VALUES(?1,?2)").bind_all(key, value).run();
}

std::string fact_text(Database& database, std::string_view key)
{
    auto found = database.statement("SELECT value FROM pack WHERE key = ?1");
    found.bind_all(key);
    return found.step() ? std::string{found.text(0)} : std::string{};
}

std::int64_t fact_number(Database& database, std::string_view key)
{
    auto found = database.statement("SELECT value FROM pack WHERE key = ?1");
    found.bind_all(key);
    return found.step() ? found.integer(0) : 0;
}

void write_blob(Database& database, std::string_view name, std::string_view bytes)
{
    for (std::int64_t part = 0; part == 0 || !bytes.empty(); ++part) {
        std::string_view const piece = bytes.substr(0, part_size);
        database.statement("INSERT INTO blob VALUES(?1,?2,?3)").bind_all(name, part, Blob{piece}).run();
        bytes.remove_prefix(piece.size());
    }
}

std::string read_blob(Database& database, std::string_view name)
{
    std::string bytes;
    auto parts = database.statement("SELECT bytes FROM blob WHERE name = ?1 ORDER BY part");
    for (parts.bind_all(name); parts.step();) bytes += parts.blob(0);
    return bytes;
}

bool has_blob(Database& database, std::string_view name)
{
    auto found = database.statement("SELECT 1 FROM blob WHERE name = ?1");
    found.bind_all(name);
    return found.step();
}

void write_things(Database& database, CityThings const& things)
{
    write_rows(database, "department", things.departments);
    write_rows(database, "station", things.stations);
    write_rows(database, "grid", things.grids);
    write_rows(database, "camera", things.cameras);
    set_fact(database, "stations_seeded", things.stations_seeded ? 1 : 0);
}

CityThings read_things(Database& database)
{
    CityThings things;
    read_rows(database, "department", things.departments);
    read_rows(database, "station", things.stations);
    read_rows(database, "grid", things.grids);
    read_rows(database, "camera", things.cameras);
    things.stations_seeded = fact_number(database, "stations_seeded") != 0;
    return things;
}

void write_building(Database& database, Building const& building)
{
    std::string const shape = pack_polygons(building.shape);
    database.statement("INSERT INTO building VALUES(?1,?2,?3,?4,?5)")
        .bind_all(building.id, building.height_dm, building.min_height_dm, building.name, Blob{shape})
        .run();
    insert_box(database, "INSERT INTO building_box VALUES(?1,?2,?3,?4,?5)", building.id, bounds_of(building.shape));
}

std::vector<Building> read_buildings(Database& database, Bounds const& box, std::size_t limit)
{
    std::vector<Building> found;
    auto rows = database.statement(
        "SELECT d.id, d.height_dm, d.min_height_dm, d.name, d.shape FROM building_box b JOIN building d ON d.id = b.id "
        "WHERE b.east >= ?1 AND b.west <= ?2 AND b.north >= ?3 AND b.south <= ?4 ORDER BY d.id");
    bind_box(rows, box);
    while (found.size() < limit && rows.step()) {
        auto shape = unpack_polygons(rows.blob(4));
        if (!shape) continue;
        found.push_back({rows.integer(0), std::string{rows.text(3)}, std::move(*shape),
                         static_cast<std::int32_t>(rows.integer(1)), static_cast<std::int32_t>(rows.integer(2))});
    }
    return found;
}

void write_area(Database& database, Area const& area)
{
    std::string const shape = pack_polygons(area.shape);
    database.statement("INSERT INTO area VALUES(?1,?2,?3,?4,?5,?6,?7)")
        .bind_all(area.id, area.kind, area.admin_level, area.name, area.name_zh, area.name_en, Blob{shape})
        .run();
    insert_box(database, "INSERT INTO area_box VALUES(?1,?2,?3,?4,?5)", area.id, bounds_of(area.shape));
}

std::vector<Area> read_areas(Database& database, Bounds const& box)
{
    std::vector<Area> found;
    auto rows = database.statement(
        "SELECT a.id, a.kind, a.admin_level, a.name, a.name_zh, a.name_en, a.shape FROM area_box b "
        "JOIN area a ON a.id = b.id WHERE b.east >= ?1 AND b.west <= ?2 AND b.north >= ?3 AND b.south <= ?4 ORDER BY "
        "a.id");
    bind_box(rows, box);
    while (rows.step()) {
        auto shape = unpack_polygons(rows.blob(6));
        if (!shape) continue;
        found.push_back({rows.integer(0), std::string{rows.text(1)}, static_cast<int>(rows.integer(2)),
                         std::string{rows.text(3)}, std::string{rows.text(4)}, std::string{rows.text(5)},
                         std::move(*shape)});
    }
    return found;
}

std::string pack_digest(Database& database)
{
    Sha256 sha;
    for (Ordered const& one : ordered) {
        add_sized(sha, 't', one.table);
        if (!has_table(database, one.table)) continue;
        for (auto rows = database.statement(one.sql); rows.step();) add_row(sha, rows);
    }
    return sha.finish().hex();
}

}  // namespace cresset::maps
