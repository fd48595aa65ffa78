#pragma once
/// A city pack: one MBTiles file with further tables beside its tiles (roads, gazetteer, buildings, areas, things of
/// the room). Opened read-only; safe to use from several threads at once. An MBTiles file made elsewhere opens as a
/// base map alone, and says so: whatever it lacks is answered with nothing. Reading from a disk that fails, or a
/// file that was damaged after it was opened, throws StoreError.

#include "core/base/geo.h"
#include "core/base/result.h"
#include "maps/city_things.h"
#include "maps/mbtiles.h"
#include "maps/polygon.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cresset {
class RoadGraph;
}

namespace cresset::maps {

/// The version of the tables written by this program; a newer pack is refused, an older one too if it cannot be read.
constexpr int pack_version = 1;
struct PackCounts {
    std::int64_t tiles = 0, road_nodes = 0, road_arcs = 0, streets = 0, crossings = 0, house_numbers = 0, pois = 0,
                 buildings = 0, areas = 0, stations = 0, grids = 0, cameras = 0;
};

struct PackInfo {
    std::string name;
    std::string name_zh;      // may be empty
    Bounds bounds;            // of the built-up and mapped part
    Place center;             // where to look first
    std::string time_zone;    // IANA; of a foreign file found from its place
    std::string source;       // what it was made from, e.g. "monaco_full.osm.pbf" or "seed 7"
    std::string licence;      // "ODbL 1.0"
    std::string attribution;  // to be shown on the map
    std::string datum = "WGS-84";
    std::string digest;  // SHA-256 over the content, hex; empty of a foreign file
    int version = 0;     // 0: a foreign file
    bool has_roads = false;
    bool has_gazetteer = false;
    bool has_buildings = false;
    std::string lacks;  // a sentence for the user if it is a base map alone or has parts missing; else empty
    PackCounts counts;
};

enum class HitKind : std::uint8_t { place, station, street, crossing, poi, house_number, area };
/// "street", "house_number" ...
std::string_view word_of(HitKind kind);

/// One answer of find(), best first.
struct Hit {
    HitKind kind = HitKind::place;
    std::string name;  // as the city writes it, e.g. "中山路 12号"
    std::string name_zh;
    std::string name_en;
    Place place;
    std::string detail;             // what it is ("hospital"), then where ("Monte-Carlo"): words of the data
    std::int32_t score = 0;         // 600 and more: the whole name; 300: its beginning; less: a part of it
    std::int64_t distance_mm = -1;  // from `near`, if that was given
};

struct FindOptions {
    std::size_t limit = 10;
    std::optional<Place> near;
    std::optional<HitKind> kind;  // this kind only
};

struct NearOptions {
    std::int64_t radius_mm = 800'000;
    /// Words of HitKind ("station", "poi") or of what a thing is in the data ("hospital"); none: places, stations,
    /// pois.
    std::vector<std::string> kinds;
    std::size_t limit = 100;
};

/// Where a place is, in words: the nearest street with the nearest house number or crossing on it.
struct Address {
    std::string street, street_zh, street_en;
    std::string house_number;            // "12", or empty
    std::string crossing, crossing_zh;   // the other street of the nearest crossing, or empty
    std::string crossing_en;             // that crossing, both streets: "Zhongshan Road & Jiefang Road"
    std::int64_t distance_mm = 0;        // to the street
    std::string area, area_zh, area_en;  // the smallest named area around it
    /// "中山路12号附近" / "near 12 Zhongshan Road"; of a place without any street near, its area or its coordinates.
    std::string text_zh;
    std::string text_en;
};

struct Building {
    std::int64_t id = 0;  // of the pack
    std::string name;
    Polygons shape;
    std::int32_t height_dm = 0;  // above the ground; by levels (3 m each) where no height is given, else 0
    std::int32_t min_height_dm = 0;
};

/// An administrative unit, a suburb, a park, a square, a campus ... with its outline.
struct Area {
    std::int64_t id = 0;
    std::string kind;     // "administrative", "place", "park", "square", "school", "hospital", ...
    int admin_level = 0;  // 2..11, of administrative ones
    std::string name, name_zh, name_en;
    Polygons shape;
};

class CityPack {
public:
    /// Refuses, with the reason, what is no MBTiles file, is damaged, or was made by a newer program.
    static Result<CityPack> open(std::filesystem::path const& file);
    CityPack(CityPack&&) noexcept;
    CityPack& operator=(CityPack&&) noexcept;
    ~CityPack();

    PackInfo const& info() const;
    std::filesystem::path const& file() const;
    Mbtiles const& tiles() const;

    /// Read at the first call and kept. Null if the pack has no roads or they are damaged (roads_problem() then).
    std::shared_ptr<RoadGraph const> roads() const;
    std::string roads_problem() const;

    /// Chinese (any two characters that follow each other), pinyin, initials, English; words in any order; "A路/B路"
    /// and "A & B" are crossings, "中山路12号" and "12 Main Street" house numbers. See maps/gazetteer.h.
    std::vector<Hit> find(std::string_view text, FindOptions const& options = {}) const;
    /// What lies within the radius in a straight line, the nearest first. Streets and areas count where their name is.
    std::vector<Hit> near(Place place, NearOptions const& options) const;
    Address describe(Place place) const;

    CityThings things() const;
    std::vector<Building> buildings(Bounds const& box, std::size_t limit = 100'000) const;
    /// Those that touch the box, large before small.
    std::vector<Area> areas(Bounds const& box) const;
    /// Those around a place, small before large.
    std::vector<Area> areas_at(Place place) const;

    /// Reads everything: the database's own check, then the digest anew. Empty if all is well, else what is wrong.
    std::string verify() const;

private:
    struct Inside;
    explicit CityPack(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

}  // namespace cresset::maps
