#include "maps/mbtiles.h"

#include "core/base/text.h"
#include "core/store/database.h"
#include "maps/gzip.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <mutex>
#include <nlohmann/json.hpp>

namespace cresset::maps {

namespace {

constexpr std::uint32_t mbtiles_id = 0x4D504258;  // "MPBX", as the specification says
constexpr std::size_t max_rows = 1000;
constexpr std::size_t max_row_bytes = 16U << 20U;

/// The file counts rows from the south.
std::int64_t turned(int zoom, std::int64_t row)
{
    return (std::int64_t{1} << zoom) - 1 - row;
}

std::optional<std::vector<double>> numbers(std::string_view text, std::size_t count)
{
    std::vector<double> result;
    for (auto const part : split(text, ',')) {
        auto const number = parse_real(trim(part));
        if (!number) return {};
        result.push_back(*number);
    }
    if (result.size() < count) return {};
    return result;
}

Bounds parsed_bounds(std::string_view text)
{
    auto const degrees = numbers(text, 4);
    if (!degrees) return {};
    auto const [west, south, east, north] = std::array{(*degrees)[0], (*degrees)[1], (*degrees)[2], (*degrees)[3]};
    auto const low = place_from_degrees(south, west);
    auto const high = place_from_degrees(north, east);
    if (!low || !high || west >= east || south >= north) return {};
    return {*low, *high};
}

/// Without HTML's marks, which some files have around their attribution.
std::string plain(std::string_view text)
{
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        auto const end = text[at] == '<' ? text.find('>', at) : std::string_view::npos;
        if (end != std::string_view::npos)
            at = end;
        else
            result.push_back(text[at]);
    }
    for (auto const& [mark, sign] : {std::pair{"&copy;", "©"}, std::pair{"&amp;", "&"}})
        for (auto at = result.find(mark); at != std::string::npos; at = result.find(mark))
            result.replace(at, std::string_view{mark}.size(), sign);
    return result;
}

std::vector<std::string> layers_of(std::string const& json)
{
    std::vector<std::string> result;
    auto const parsed = nlohmann::json::parse(json, nullptr, false);
    if (!parsed.is_object() || !parsed.contains("vector_layers") || !parsed["vector_layers"].is_array()) return {};
    for (auto const& layer : parsed["vector_layers"])
        if (layer.is_object() && layer.contains("id") && layer["id"].is_string())
            result.push_back(layer["id"].get<std::string>());
    return result;
}

std::map<std::string, std::string> rows_of(Database& database)
{
    std::map<std::string, std::string> rows;
    auto select = database.statement("SELECT name, value FROM metadata");
    while (select.step() && rows.size() < max_rows)
        if (select.text(1).size() < max_row_bytes) rows[to_valid_utf8(select.text(0))] = to_valid_utf8(select.text(1));
    return rows;
}

/// What the first bytes of a tile say about the format of all; empty if nothing.
std::string format_of(std::string_view tile)
{
    if (tile.starts_with("\x89PNG")) return "png";
    if (tile.starts_with("\xFF\xD8")) return "jpg";
    if (tile.starts_with("RIFF")) return "webp";
    return is_packed(tile) || tile.starts_with("\x1A") ? "pbf" : "";
}

std::string first_tile(Database& database)
{
    auto select = database.statement("SELECT tile_data FROM tiles WHERE length(tile_data) > 0 LIMIT 1");
    return select.step() ? std::string{select.blob(0)} : std::string{};
}

int zoom_of(Database& database, std::map<std::string, std::string> const& rows, char const* row, char const* found)
{
    auto const said = rows.find(row);
    auto const zoom = said == rows.end() ? std::nullopt : parse_whole<int>(trim(said->second));
    auto const number = zoom ? *zoom : database.number(fmt::format("SELECT {}(zoom_level) FROM tiles", found));
    return static_cast<int>(std::clamp<std::int64_t>(number, 0, max_tile_zoom));
}

Bounds covered(Database& database, int zoom)
{
    auto select = database.statement(
        "SELECT min(tile_column), max(tile_column), min(tile_row), max(tile_row) FROM tiles WHERE zoom_level = ?1");
    select.bind_all(zoom);
    if (!select.step() || select.is_null(0)) return {};
    auto const last = (std::int64_t{1} << zoom) - 1;
    auto const cell = [&](int column) { return std::clamp<std::int64_t>(select.integer(column), 0, last); };
    auto const tile = [&](std::int64_t x, std::int64_t row) {
        return bounds_of({zoom, static_cast<std::uint32_t>(x), static_cast<std::uint32_t>(turned(zoom, row))});
    };
    Bounds result = tile(cell(0), cell(2));
    auto const high = tile(cell(1), cell(3));
    result.add(high.min);
    result.add(high.max);
    return result;
}

std::string value_or_empty(std::map<std::string, std::string> const& rows, std::string const& name)
{
    auto const found = rows.find(name);
    return found == rows.end() ? std::string{} : found->second;
}

Place center_of(MbtilesInfo const& info)
{
    auto const degrees = numbers(value_or_empty(info.rows, "center"), 2);
    auto const said = degrees ? place_from_degrees((*degrees)[1], (*degrees)[0]) : std::nullopt;
    if (said && info.bounds.contains(*said)) return *said;
    return info.bounds.empty() ? Place{} : info.bounds.middle();
}

MbtilesInfo info_of(Database& database)
{
    MbtilesInfo info;
    info.rows = rows_of(database);
    info.name = value_or_empty(info.rows, "name");
    info.attribution = plain(value_or_empty(info.rows, "attribution"));
    info.description = value_or_empty(info.rows, "description");
    info.format = format_of(first_tile(database));
    info.min_zoom = zoom_of(database, info.rows, "minzoom", "min");
    info.max_zoom = std::max(info.min_zoom, zoom_of(database, info.rows, "maxzoom", "max"));
    info.bounds = parsed_bounds(value_or_empty(info.rows, "bounds"));
    if (info.bounds.empty()) info.bounds = covered(database, info.max_zoom);
    info.center = center_of(info);
    info.layers = layers_of(value_or_empty(info.rows, "json"));
    return info;
}

/// Files on media that cannot be written, whose log cannot be opened, are read as they stand.
Database opened(std::filesystem::path const& file)
{
    try {
        auto database = Database::open(file, OpenMode::read_only);
        database.number("SELECT count(*) FROM sqlite_master");
        return database;
    } catch (StoreError const& error) {
        if (error.is_corrupt()) throw;
        return Database::open(file, OpenMode::immutable);
    }
}

Problem no_mbtiles(std::filesystem::path const& file, std::string_view why)
{
    return {fmt::format("{} cannot be opened as MBTiles: {}", file.string(), why)};
}

std::string text_of(Bounds const& bounds)
{
    return fmt::format("{:.7f},{:.7f},{:.7f},{:.7f}", bounds.min.lon(), bounds.min.lat(), bounds.max.lon(),
                       bounds.max.lat());
}

}  // namespace

struct Mbtiles::Inside {
    mutable std::mutex turn;
    Database database;
    MbtilesInfo info;
};

Mbtiles::Mbtiles(std::unique_ptr<Inside> inside) : inside_{std::move(inside)} {}
Mbtiles::Mbtiles(Mbtiles&&) noexcept = default;
Mbtiles& Mbtiles::operator=(Mbtiles&&) noexcept = default;
Mbtiles::~Mbtiles() = default;

Result<Mbtiles> Mbtiles::open(std::filesystem::path const& file)
{
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error)) return no_mbtiles(file, "there is no such file");
    try {
        auto database = opened(file);
        auto info = info_of(database);
        if (info.format.empty()) return no_mbtiles(file, "it has no tiles of a kind that can be drawn");
        return Mbtiles{std::unique_ptr<Inside>{new Inside{{}, std::move(database), std::move(info)}}};
    } catch (StoreError const& reason) {
        return no_mbtiles(file, reason.what());
    }
}

MbtilesInfo const& Mbtiles::info() const
{
    return inside_->info;
}

Result<std::optional<std::string>> Mbtiles::tile(TileId id) const
{
    if (!id.valid()) return std::optional<std::string>{};
    std::string bytes;
    try {
        std::lock_guard const lock{inside_->turn};
        auto select = inside_->database.statement(
            "SELECT tile_data FROM tiles WHERE zoom_level = ?1 AND tile_column = ?2 AND tile_row = ?3");
        select.bind_all(id.zoom, id.x, turned(id.zoom, id.y));
        if (!select.step()) return std::optional<std::string>{};
        bytes = select.blob(0);
    } catch (StoreError const& reason) {
        return Problem{fmt::format("tile {}/{}/{} cannot be read: {}", id.zoom, id.x, id.y, reason.what())};
    }
    if (!is_vector() || !is_packed(bytes)) return std::optional{std::move(bytes)};
    auto unpacked = gunzip(bytes);
    if (!unpacked) return Problem{fmt::format("tile {}/{}/{}: {}", id.zoom, id.x, id.y, unpacked.problem())};
    return std::optional{*std::move(unpacked)};
}

std::vector<TileId> Mbtiles::tiles(int zoom) const
{
    std::vector<TileId> result;
    if (zoom < 0 || zoom > max_tile_zoom) return result;
    std::lock_guard const lock{inside_->turn};
    try {
        auto select = inside_->database.statement("SELECT tile_column, tile_row FROM tiles WHERE zoom_level = ?1");
        auto const last = (std::int64_t{1} << zoom) - 1;
        for (select.bind_all(zoom); select.step();) {
            auto const x = select.integer(0), row = select.integer(1);
            if (x < 0 || x > last || row < 0 || row > last) continue;
            result.push_back({zoom, static_cast<std::uint32_t>(x), static_cast<std::uint32_t>(turned(zoom, row))});
        }
    } catch (StoreError const&) {
        // A damaged file: those that could be read are what there is.
    }
    std::sort(result.begin(), result.end());
    return result;
}

struct MbtilesWriter::Inside {
    Database& database;
};

MbtilesWriter::MbtilesWriter(Database& database) : inside_{new Inside{database}}
{
    database.exec("CREATE TABLE IF NOT EXISTS metadata (name TEXT PRIMARY KEY, value TEXT)");
    database.exec(
        "CREATE TABLE IF NOT EXISTS tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB)");
    database.exec("CREATE UNIQUE INDEX IF NOT EXISTS tile_index ON tiles (zoom_level, tile_column, tile_row)");
    database.set_application_id(mbtiles_id);
}

MbtilesWriter::~MbtilesWriter() = default;

void MbtilesWriter::add(TileId id, std::string_view bytes)
{
    CRESSET_CHECK(id.valid());
    auto insert = inside_->database.statement("INSERT OR REPLACE INTO tiles VALUES (?1, ?2, ?3, ?4)");
    insert.bind_all(id.zoom, id.x, turned(id.zoom, id.y), Blob{bytes}).run();
}

void MbtilesWriter::set(std::string_view name, std::string_view value)
{
    if (value.empty()) return;
    inside_->database.statement("INSERT OR REPLACE INTO metadata VALUES (?1, ?2)").bind_all(name, value).run();
}

void MbtilesWriter::set(MbtilesInfo const& info)
{
    set("name", info.name);
    set("format", info.format);
    set("attribution", info.attribution);
    set("description", info.description);
    set("minzoom", std::to_string(info.min_zoom));
    set("maxzoom", std::to_string(info.max_zoom));
    if (!info.bounds.empty()) {
        set("bounds", text_of(info.bounds));
        set("center",
            fmt::format("{:.7f},{:.7f},{}", info.center.lon(), info.center.lat(), std::min(info.max_zoom, 14)));
    }
    for (auto const& [name, value] : info.rows) set(name, value);
}

}  // namespace cresset::maps
