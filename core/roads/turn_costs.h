#pragma once
/// What turning costs at a junction, whole milliseconds, per mode: by angle, side of the traffic, U-turn, signals, and
/// giving way to a bigger road. Estimates in the range that open routers use; data, so that a pack may bring its own.

#include "core/roads/road_graph.h"

#include <cstdint>
#include <vector>

namespace cresset {

struct TurnCosts {
    std::uint32_t bend_ms = 0;         // 20 to 45 degrees
    std::uint32_t near_turn_ms = 0;    // 45 to 135 degrees, not across the opposite traffic
    std::uint32_t across_turn_ms = 0;  // the same, across the opposite traffic
    std::uint32_t sharp_turn_ms = 0;   // beyond 135 degrees, more
    std::uint32_t u_turn_ms = 0;
    std::uint32_t signals_ms = 0;
    std::uint32_t bigger_road_ms = 0;  // leaving or crossing into a junction with a road of a greater class
    friend bool operator==(TurnCosts const&, TurnCosts const&) = default;
};

TurnCosts usual_turn_costs(Mode mode);

/// Where an arc starts and ends its way, in any one unit, for angles.
struct Heading {
    std::int32_t east = 0;
    std::int32_t north = 0;
};

/// Prices turns of one graph for one mode. Angles come from dot and cross products: no libm.
class TurnPrices {
public:
    TurnPrices(RoadGraph const& graph, Mode mode, TurnCosts costs);
    std::uint32_t price_ms(ArcNumber from, ArcNumber into) const;

private:
    std::uint32_t angle_ms(ArcNumber from, ArcNumber into) const;

    RoadGraph const& graph_;
    TurnCosts costs_;
    std::vector<Heading> leaving_;     // of each arc at its start
    std::vector<std::uint8_t> exits_;  // of each node: arcs out for this mode, at most 255
    std::vector<RoadClass> greatest_;  // of each node: the greatest class that this mode meets there
};

}  // namespace cresset
