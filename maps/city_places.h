#pragma once
/// Points of the training city that people ask for: police and fire stations, shops, stops, cameras, villages, the
/// harbour.

#include "maps/city_areas.h"
#include "maps/city_network.h"
#include "maps/city_works.h"

#include <cstdint>

namespace cresset::maps::city {

/// Gives names to the areas that want one (compounds, parks, works), and takes their marks away.
void name_areas(Works& works, Names& names);

void place_services(Town const& town, Works& works, Areas const& areas, Names& names, std::uint64_t seed);

void place_harbour(Works& works);

/// Cameras at junctions, gates, squares, bridges and the railway station, about 1,500.
void place_cameras(Town const& town, Works& works, Network const& network, std::uint64_t seed);

}  // namespace cresset::maps::city
