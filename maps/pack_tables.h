#pragma once
/// The tables of a city pack beside the tiles and the gazetteer, and the digest over all of it. Calls throw as the
/// database does.

#include "core/store/database.h"
#include "maps/city_things.h"
#include "maps/pack.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace cresset::maps {

/// Makes the tables pack, blob, thing, building (with building_box), area (with area_box).
void create_pack_tables(Database& database);
/// False of an MBTiles file made elsewhere.
bool has_pack_tables(Database& database);

void set_fact(Database& database, std::string_view key, std::string_view value);
void set_fact(Database& database, std::string_view key, std::int64_t value);
std::string fact_text(Database& database, std::string_view key);
std::int64_t fact_number(Database& database, std::string_view key);

/// Large things apart (the road graph); in parts, so that none is near SQLite's limit.
void write_blob(Database& database, std::string_view name, std::string_view bytes);
std::string read_blob(Database& database, std::string_view name);
bool has_blob(Database& database, std::string_view name);

void write_things(Database& database, CityThings const& things);
/// Rows that cannot be read are left out.
CityThings read_things(Database& database);

void write_building(Database& database, Building const& building);
std::vector<Building> read_buildings(Database& database, Bounds const& box, std::size_t limit);
void write_area(Database& database, Area const& area);
/// Those whose box touches the box, in the order of their ids.
std::vector<Area> read_areas(Database& database, Bounds const& box);

/// SHA-256 over the rows of every table in a fixed order, but the digest itself; hex. What a pack lacks counts as
/// empty.
std::string pack_digest(Database& database);

}  // namespace cresset::maps
