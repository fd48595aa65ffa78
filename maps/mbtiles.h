#pragma once
/// MBTiles 1.3 files (https://github.com/mapbox/mbtiles-spec): a base map's tiles and what is known of them. Rows are
/// counted from the north here as everywhere in the program; that the file counts from the south stays inside.

#include "core/base/geo.h"
#include "core/base/result.h"
#include "maps/tile_id.h"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cresset {
class Database;
}

namespace cresset::maps {

/// What the table `metadata` says; what the file leaves out is found from its tiles.
struct MbtilesInfo {
    std::string name;
    std::string format;       // "pbf" (vector), "png", "jpg", "webp"
    std::string attribution;  // plain text: marks such as <a> are taken out
    std::string description;
    Bounds bounds;  // empty if neither the metadata nor a tile says it
    Place center;
    int min_zoom = 0;
    int max_zoom = 0;
    std::vector<std::string> layers;          // ids of the vector layers, as in the `json` row
    std::map<std::string, std::string> rows;  // all rows as they are
};

/// A reader of one file. Constant, and safe to use from several threads at once.
class Mbtiles {
public:
    /// Refuses what is no MBTiles file (no such file, no SQLite, no tiles, no format) with the reason.
    static Result<Mbtiles> open(std::filesystem::path const& file);
    Mbtiles(Mbtiles&&) noexcept;
    Mbtiles& operator=(Mbtiles&&) noexcept;
    ~Mbtiles();

    MbtilesInfo const& info() const;
    bool is_vector() const { return info().format == "pbf"; }
    /// A tile's bytes: MVT (unpacked) of a vector file, the picture's file of a raster one; nothing if the file has no
    /// such tile; a problem if the tile is broken.
    Result<std::optional<std::string>> tile(TileId id) const;
    /// Which tiles of that zoom there are, in order.
    std::vector<TileId> tiles(int zoom) const;

private:
    struct Inside;
    explicit Mbtiles(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

/// Writes tiles and metadata into an open database, beside whatever other tables it has. The caller begins and ends the
/// transaction; the same calls in the same order give the same bytes. Throws as the database does.
class MbtilesWriter {
public:
    /// Makes the tables if they are not there.
    explicit MbtilesWriter(Database& database);
    MbtilesWriter(MbtilesWriter const&) = delete;
    MbtilesWriter& operator=(MbtilesWriter const&) = delete;
    ~MbtilesWriter();

    /// The bytes as the file shall keep them: a vector tile already packed with gzip(), or a picture.
    void add(TileId id, std::string_view bytes);
    /// Replaces the row if it is there. Empty values are not written.
    void set(std::string_view name, std::string_view value);
    /// name, format, attribution, description, bounds, center, minzoom, maxzoom, and `rows` (json among them).
    void set(MbtilesInfo const& info);

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace cresset::maps
