#pragma once
/// Everything in a city that has a name to be searched by: places, stations, areas, streets, crossings, shops and
/// sights, house numbers.

#include "maps/areas.h"
#include "maps/city_things.h"
#include "maps/pack.h"
#include "maps/source_map.h"
#include "maps/source_shapes.h"

#include <string>
#include <vector>

namespace cresset::maps {

struct NamedThing {
    HitKind kind = HitKind::poi;
    SourceNames names;
    std::vector<std::string> other_names;  // old, short, official names and road numbers: found by, not shown
    std::vector<std::string> sorts;        // what it is: "hospital", "医院"
    Place place;
    std::string detail;         // shown: what it is and where
    std::int32_t weight = 0;    // 0..99: of two that fit alike the heavier comes first
    std::string first, second;  // house number: street and number; crossing: the two streets
};

/// A stretch of a named street, for finding the street nearest to a place.
struct StreetLine {
    std::uint32_t street = 0;  // number in Streets::things
    Line line;
};
/// Ways of one name near each other are one street. Crossings: one for each pair of streets that meet, and again where
/// they meet farther off. In the order of their names.
struct Streets {
    std::vector<NamedThing> things;
    std::vector<NamedThing> crossings;
    std::vector<StreetLine> lines;
};
Streets collect_streets(SourceMap const& map, Whereabouts& whereabouts);

/// Places, stations, areas, sights and shops, house numbers, in this order and within it in that of the map.
/// English names of house numbers come from `streets`.
std::vector<NamedThing> collect_named(SourceMap const& map, CityThings const& things, std::vector<Area> const& areas,
                                      Streets const& streets, Whereabouts& whereabouts);

}  // namespace cresset::maps
