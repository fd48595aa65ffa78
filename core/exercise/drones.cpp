#include "core/exercise/fleet.h"
#include "core/exercise/tick.h"

#include <algorithm>

namespace cresset {

namespace {

constexpr std::int64_t speed_mm_s = 14'000;
constexpr std::int64_t climb_m_s = 4;
constexpr std::int32_t cruise_m = 120;
constexpr std::int64_t battery_s = 30 * 60;  // from full to empty in the air
constexpr std::int64_t charge_s = 40 * 60;   // from empty to full on the ground
constexpr std::int32_t home_at_percent = 20;
constexpr std::int64_t report_every_s = 2;

/// Battery moves by one per cent each so many seconds: whole numbers only.
std::int32_t battery_after(Drone const& drone, std::int64_t second, bool flying)
{
    std::int64_t const step = (flying ? battery_s : charge_s) / 100;
    bool const moves = second % step < report_every_s;
    return std::clamp(drone.battery_percent + (moves ? (flying ? -1 : 1) : 0), 0, 100);
}

DroneMoved fly(Drone const& drone, DroneId id, Place to, std::int64_t second)
{
    DroneMoved moved{id, drone.place, drone.height_m, drone.heading_deg, battery_after(drone, second, true)};
    std::int64_t const left = distance_mm(drone.place, to);
    std::int64_t const step = speed_mm_s * report_every_s;
    moved.place = left <= step ? to : between(drone.place, to, step, left);
    if (left > 0) moved.heading_deg = bearing_deg(drone.place, to);
    bool const landing = to == drone.home && left == 0;
    auto const climb = static_cast<std::int32_t>(climb_m_s * report_every_s);
    moved.height_m = landing ? std::max(0, drone.height_m - climb) : std::min(cruise_m, drone.height_m + climb);
    return moved;
}

}  // namespace

void drones_fly(Tick& tick)
{
    std::int64_t const second = ms(tick.at) / 1000;
    for (auto const& [id, drone] : tick.world.drones) {
        if (id.origin != simulated_origin || (second + id.number) % report_every_s != 0) continue;
        bool const empty = drone.battery_percent <= home_at_percent;
        bool const home = drone.place == drone.home && drone.height_m == 0;
        if (drone.target && !empty) {
            tick.add(fly(drone, id, *drone.target, second));
        } else if (!home) {
            tick.add(fly(drone, id, drone.home, second));
        } else if (drone.battery_percent < 100) {
            DroneMoved const charging{id, drone.place, 0, drone.heading_deg, battery_after(drone, second, false)};
            if (charging.battery_percent != drone.battery_percent) tick.add(charging);
        }
    }
}

}  // namespace cresset
