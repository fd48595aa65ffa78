#pragma once
/// For what somebody asked to see: the map goes there, unless all of it is in view already.

#include "widgets/map_view.h"

namespace cresset::app {

inline void bringIntoView(widgets::MapView& map, Bounds const& bounds)
{
    Bounds const seen = map.canvas().view().bounds();
    if (bounds.empty() || (seen.contains(bounds.min) && seen.contains(bounds.max))) return;
    map.canvas().fitTo(bounds);
}

}  // namespace cresset::app
