#pragma once
/// The tags of one thing on the map, by the keys that the schema of the tiles asks for: looked up once, then at hand.

#include "maps/source_map.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace cresset::maps {

enum class Key : std::uint8_t {
    access,
    addr_housenumber,
    admin_level,
    aerialway,
    aeroway,
    amenity,
    area,
    barrier,
    boundary,
    bridge,
    building,
    building_height,
    building_levels,
    building_min_level,
    capital,
    construction,
    covered,
    disputed,
    disused,
    ele,
    embankment,
    expressway,
    ford,
    healthcare,
    height,
    highway,
    historic,
    iata,
    icao,
    indoor,
    intermittent,
    junction,
    landuse,
    layer,
    leisure,
    man_made,
    maritime,
    meadow,
    min_height,
    name,
    name_en,
    name_latin,
    name_zh,
    name_zh_hans,
    natural,
    office,
    oneway,
    place,
    population,
    public_transport,
    railway,
    ref,
    religion,
    route,
    service,
    shop,
    sport,
    station,
    surface,
    tourism,
    tunnel,
    type,
    usage,
    water,
    waterway,
    wetland
};

inline constexpr std::array key_names = std::to_array<std::string_view>({"access",
                                                                         "addr:housenumber",
                                                                         "admin_level",
                                                                         "aerialway",
                                                                         "aeroway",
                                                                         "amenity",
                                                                         "area",
                                                                         "barrier",
                                                                         "boundary",
                                                                         "bridge",
                                                                         "building",
                                                                         "building:height",
                                                                         "building:levels",
                                                                         "building:min_level",
                                                                         "capital",
                                                                         "construction",
                                                                         "covered",
                                                                         "disputed",
                                                                         "disused",
                                                                         "ele",
                                                                         "embankment",
                                                                         "expressway",
                                                                         "ford",
                                                                         "healthcare",
                                                                         "height",
                                                                         "highway",
                                                                         "historic",
                                                                         "iata",
                                                                         "icao",
                                                                         "indoor",
                                                                         "intermittent",
                                                                         "junction",
                                                                         "landuse",
                                                                         "layer",
                                                                         "leisure",
                                                                         "man_made",
                                                                         "maritime",
                                                                         "meadow",
                                                                         "min_height",
                                                                         "name",
                                                                         "name:en",
                                                                         "name:latin",
                                                                         "name:zh",
                                                                         "name:zh-Hans",
                                                                         "natural",
                                                                         "office",
                                                                         "oneway",
                                                                         "place",
                                                                         "population",
                                                                         "public_transport",
                                                                         "railway",
                                                                         "ref",
                                                                         "religion",
                                                                         "route",
                                                                         "service",
                                                                         "shop",
                                                                         "sport",
                                                                         "station",
                                                                         "surface",
                                                                         "tourism",
                                                                         "tunnel",
                                                                         "type",
                                                                         "usage",
                                                                         "water",
                                                                         "waterway",
                                                                         "wetland"});

class TagView {
public:
    /// The value of the key; empty if the thing has no such tag.
    std::string_view operator[](Key key) const { return values_[static_cast<std::size_t>(key)]; }
    bool has(Key key) const { return !(*this)[key].empty(); }
    bool is(Key key, std::string_view value) const { return (*this)[key] == value; }
    /// True if the tag is there and does not say no.
    bool yes(Key key) const { return has(key) && !is(key, "no"); }
    /// The number at the beginning of the value ("12", "12.5 m"), if there is one from -100000 to 100000.
    std::optional<double> number(Key key) const;
    void set(Key key, std::string_view value) { values_[static_cast<std::size_t>(key)] = value; }

private:
    std::array<std::string_view, key_names.size()> values_{};
};

/// Makes views of the tags of one map.
class TagReader {
public:
    explicit TagReader(SourceMap const& map);
    /// The texts are the map's own.
    TagView view(Tags const& tags) const;

private:
    SourceMap const& map_;
    std::vector<std::uint8_t> keys_;  // by number of the text; 255 is no key
};

}  // namespace cresset::maps
