#pragma once
/// The units and drones of a drill, standing at their stations: events that a shift begins with.

#include "core/exercise/drill.h"
#include "core/world/world.h"

#include <vector>

namespace cresset {

/// Units have ids of origin 0, the drill's; call signs count through ("P01", "P02" ...). `at` is the time of their
/// first fix. A unit stands at the road nearest to its station, where `stand` says so.
struct FleetPlan {
    std::vector<Event> events;   // UnitListed, DroneListed
    std::vector<UnitFix> fixes;  // sorted by unit: for the first sweep
};
class CityGuide;
FleetPlan plan_fleet(Drill const& drill, World const& world, CityGuide const& guide, Instant at);

/// Ids of origin 0 and below this number belong to the drill and are moved by the simulator.
constexpr std::uint16_t simulated_origin = 0;

}  // namespace cresset
