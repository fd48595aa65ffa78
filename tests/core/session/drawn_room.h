#pragma once
/// A room in a drawn town: units stand at its junctions.

#include "core/exercise/road_guide.h"
#include "tests/core/roads/drawn_streets.h"
#include "tests/core/world/room.h"

namespace cresset::testing {

struct DrawnRoom : Room {
    DrawnStreets city;
    RoadGuide guide;
    std::shared_ptr<Roads const> roads;

    DrawnRoom(std::string_view drawing, std::string_view junctions)
        : Room{static_cast<int>(junctions.size())}, city{drawing}, guide{city.graph()}
    {
        roads = guide.roads_with({});
        std::vector<UnitFix> fixes;
        for (std::size_t i = 0; i < junctions.size(); ++i) {
            Fix fix;
            fix.place = city.place(junctions[i]);
            fix.at = now + Duration{1000};
            fixes.push_back({units[i], fix});
        }
        now += Duration{1000};
        report(Sweep{static_cast<std::uint32_t>(fixes.size()), "", pack_sweep(fixes)});
    }
    IncidentId robbery(Place place) { return take_call(place, 1); }
};

}  // namespace cresset::testing
