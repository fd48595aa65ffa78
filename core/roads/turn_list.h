#pragma once
/// A route in words, for a driver's terminal: where to turn, into which street, how far along it. Streets of one name
/// are one step; a turn within a street of one name is told where it is sharp.

#include "core/roads/route.h"

#include <cstdint>
#include <string>
#include <vector>

namespace cresset {

enum class Turn : std::uint8_t {
    depart,
    straight,
    slight_left,
    left,
    sharp_left,
    slight_right,
    right,
    sharp_right,
    back
};

struct TurnStep {
    Turn turn = Turn::depart;
    int heading_deg = 0;  // after the turn, clockwise from north
    NameNumber name = 0;  // of the street that is taken
    Place at;
    std::int64_t length_mm = 0;
    std::uint32_t start_ms = 0;
    friend bool operator==(TurnStep const&, TurnStep const&) = default;
};

/// By how much the way turns to the right, -180..179; above 20 degrees it is a turn, above 60 a full one, above 120 a
/// sharp one, above 165 one goes back.
Turn turn_of(int degrees_right);

/// In driving order; the first departs.
std::vector<TurnStep> turn_list(RoadGraph const& graph, Route const& route);

/// "turn left into Market Street, 240 m"; "向左转入中山路，行驶 240 米".
std::string in_english(TurnStep const& step, RoadGraph const& graph);
std::string in_chinese(TurnStep const& step, RoadGraph const& graph);

}  // namespace cresset
