#pragma once
/// The plan of the training city: where river, coast, rings, radial roads, expressways, railway and canals run. Drawn
/// by hand in metres from the middle of the city (east, north), each point moved a little by the seed.

#include "core/base/dice.h"
#include "maps/city_geometry.h"
#include "maps/city_mesh.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace cresset::maps::city {

inline constexpr double west_edge = -9000, east_edge = 9000, south_edge = -6500, north_edge = 6500;
inline constexpr double expressway_half_width = 46, railway_half_width = 34, canal_half_width = 25;

struct LineName {
    std::string zh, en, ref;  // empty: the street is named like any other
};

struct Interchange {  // a cloverleaf where a radial expressway (b) crosses the ring (a)
    P middle;
    int radial = 0;
    double along_ring = 0, along_radial = 0;
};

struct Plan {
    Path river, river_left, river_right;  // from the west to the mouth
    Path coast;                           // from south to north, land on its left
    Path coast_road;
    Path wall;                  // of the old town, a ring
    Path inner_ring;            // a ring
    Path outer_ring;            // expressway, a line whose last point is its first
    std::vector<Path> radials;  // expressways from the edge of the map to the inner ring
    std::vector<Interchange> interchanges;
    std::vector<Path> canals;
    Path railway;
    P station;    // of the railway
    Path tunnel;  // the road under the river
    std::vector<PlannedLine> lines;
    std::vector<LineName> names;  // of line i
};

Plan make_plan(std::uint64_t seed);

/// What lies at a place, by the plan alone.
Ground ground_at(Plan const& plan, P place);

/// The same for whole faces of the plan's mesh, by most of their edge.
std::vector<Ground> ground_of_faces(Plan const& plan, Mesh const& mesh);

/// The edge of an interchange's ground, a ring.
Path interchange_ring(Plan const& plan, Interchange const& interchange);

}  // namespace cresset::maps::city
