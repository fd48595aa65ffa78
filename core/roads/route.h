#pragma once
/// A way through the city: the arcs, its line, and when each of its points is passed.

#include "core/roads/road_net.h"
#include "core/roads/snap_index.h"

#include <cstdint>
#include <string>
#include <vector>

namespace cresset {

struct Route {
    std::uint32_t duration_ms = 0;
    std::int64_t length_mm = 0;
    std::vector<ArcNumber> arcs;       // from the arc of the start to that of the target; one where both lie on it
    Line line;                         // from the start to the target: at least two points
    std::vector<std::uint32_t> at_ms;  // of each point of the line, from 0 to duration_ms, never falling; what a turn
                                       // costs is spread over the arc that follows
    std::uint32_t start_mm = 0;        // on the first arc
    std::uint32_t end_mm = 0;          // on the last arc
    friend bool operator==(Route const&, Route const&) = default;
};

/// Where one is on the route after that time: clamped to its ends.
Place place_after(Route const& route, std::uint32_t elapsed_ms);

/// Fills length, line and times of a route whose arcs, ends and duration stand; `arc_end_ms` is the time at the end of
/// each arc but the last.
void draw_route(RoadGraph const& graph, std::vector<std::uint32_t> const& arc_end_ms, Route& route);

}  // namespace cresset
