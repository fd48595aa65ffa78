#include "maps/time_zones.h"

#include <array>
#include <fmt/format.h>

namespace cresset::maps {

namespace {

struct Box {
    char const* zone;
    double south, west, north, east;  // degrees
};

constexpr auto boxes = std::to_array<Box>({
#include "maps/data/time_zones.inc"
});

bool contains(Box const& box, Place place)
{
    return place.lat() >= box.south && place.lat() <= box.north && place.lon() >= box.west && place.lon() <= box.east;
}

/// Etc/GMT counts hours west of Greenwich.
std::string zone_of_sea(Place place)
{
    std::int32_t const half = place.lon_e7 < 0 ? -75'000'000 : 75'000'000;
    std::int32_t const hours = (place.lon_e7 + half) / 150'000'000;
    if (hours == 0) return "Etc/GMT";
    return fmt::format("Etc/GMT{}{}", hours < 0 ? '+' : '-', hours < 0 ? -hours : hours);
}

}  // namespace

FoundZone time_zone_at(Place place)
{
    for (Box const& box : boxes)
        if (contains(box, place)) return {box.zone, false};
    return {zone_of_sea(place), true};
}

}  // namespace cresset::maps
