#pragma once
/// Measures of a street net by which an invented city is compared with real ones. Everything is taken on the net that
/// ordinary cars use in public: highway=motorway .. residential, living_street and their links (not service, tracks and
/// paths, which some cities have mapped and others have not), without directions. Places where streets of different
/// layers cross are no junctions.

#include "maps/source_map.h"

#include <cstddef>
#include <cstdint>

namespace cresset::maps {

struct StreetMetrics {
    std::size_t junctions = 0;  // nodes that remain after those of degree 2 are merged away, dead ends included
    std::size_t edges = 0;      // streets between them
    double length_km = 0;
    double dead_ends = 0;         // share of the junctions with one street
    double three_way = 0;         // ... with three
    double four_way = 0;          // ... with four
    double bridges = 0;           // share of the length that is tagged as bridge
    double circuity = 0;          // length of the edges over the straight distance of their ends, loops left out
    double mean_edge_m = 0;       // mean length of an edge
    double block_quarter_m2 = 0;  // quartiles of the faces between the streets, of those from 1,000 m² to 2 km²
    double block_median_m2 = 0;
    double block_three_quarters_m2 = 0;
};

/// True for the classes that these measures are taken on.
bool is_public_street(SourceMap const& map, SourceWay const& way);

StreetMetrics measure_streets(SourceMap const& map);

}  // namespace cresset::maps
