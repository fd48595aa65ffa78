#pragma once
/// The time zone of a place, from a small table of rough boxes (maps/data/time_zones.inc). It knows the zones of a
/// number of countries; elsewhere it answers the zone of the sea by longitude, and says that it guessed.

#include "core/base/geo.h"

#include <string>

namespace cresset::maps {

struct FoundZone {
    std::string name;  // IANA: "Asia/Shanghai", "Etc/GMT+3" (three hours west of Greenwich)
    bool guessed = false;
};

FoundZone time_zone_at(Place place);

}  // namespace cresset::maps
