#pragma once
/// In which order a hierarchy is to take the streets of a net away: the city is cut in two where few streets cross,
/// each half again, down to single junctions; the streets of a cut come after all that lies on either side of it
/// (nested dissection: George 1973; the cuts by inertial flow: Schild and Sommer 2015).

#include "core/roads/road_net.h"

#include <vector>

namespace cresset {

/// Every street that the net's mode may use, once; those of the greatest cut last.
std::vector<StreetNumber> street_order(RoadNet const& net);

}  // namespace cresset
