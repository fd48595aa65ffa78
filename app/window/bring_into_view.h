#pragma once
/// For what somebody asked to see: the map goes there, unless all of it is in view already, clear of the edges.

#include "core/roads/isochrone.h"
#include "widgets/map_view.h"

#include <vector>

namespace cresset::app {

inline void bringIntoView(widgets::MapView& map, Bounds const& bounds)
{
    Bounds seen = map.canvas().view().bounds();
    std::int32_t const up = seen.max.lat_e7 / 16 - seen.min.lat_e7 / 16;
    std::int32_t const across = seen.max.lon_e7 / 16 - seen.min.lon_e7 / 16;
    seen.min.lat_e7 += up, seen.max.lat_e7 -= up;
    seen.min.lon_e7 += across, seen.max.lon_e7 -= across;
    if (bounds.empty() || (seen.contains(bounds.min) && seen.contains(bounds.max))) return;
    map.canvas().fitTo(bounds);
}

inline void bringIntoView(widgets::MapView& map, std::vector<Isochrone> const& areas)
{
    Bounds bounds;
    for (Isochrone const& one : areas)
        for (IsochroneArea const& area : one.areas)
            for (Place const place : area.outer) bounds.add(place);
    bringIntoView(map, bounds);
}

}  // namespace cresset::app
