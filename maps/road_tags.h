#pragma once
/// Who may use a way and how fast, from its tags: class, access by vehicle and by foot, one-ways, posted and usual
/// speeds, surface. Defaults are those of a Chinese city. The speeds are what one makes on the open stretch; waiting at
/// junctions is counted by the turns.

#include "core/facts/mode.h"
#include "maps/source_map.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace cresset::maps {

/// Millimetres a second by Mode; 0 where it may not go.
using Pace = std::array<std::int32_t, all_modes.size()>;

struct RoadUse {
    std::string_view highway;  // "primary"; empty: not a way to go on
    bool is_link = false;      // a ramp ("primary_link")
    Pace along{};              // in the way's own direction
    Pace against{};            // back
    bool roundabout = false;
    bool bridge = false, tunnel = false;
    bool is_area = false;  // the outline of open ground rather than a line
    /// Traffic that keeps out of one-ways may be let against this one in need.
    bool one_way = false;
    bool usable() const;
};

RoadUse road_use(SourceMap const& map, Tags const& tags);

/// Posted speed in mm/s: "50", "30 mph", "CN:urban", "walk"; 0 if it says nothing that is understood.
std::int32_t posted_speed(std::string_view text);

/// A node that lets through only some: bollards, gates, stiles.
struct Barrier {
    bool car = true, emergency_car = true, ebike = true;
    bool blocks() const { return !car || !emergency_car || !ebike; }
};
Barrier barrier_of(SourceMap const& map, Tags const& tags);

/// Open ground that a person on foot may cross (squares, parks, car parks), by the tags of its outline.
bool is_open_ground(SourceMap const& map, Tags const& tags);

constexpr std::int32_t mm_s(std::int32_t km_h)
{
    return km_h * 2500 / 9;
}
constexpr std::int32_t walking_speed = mm_s(5);

}  // namespace cresset::maps
