#include "core/exercise/fleet.h"
#include "core/exercise/tick.h"
#include "core/facts/sweep.h"

namespace cresset {

namespace {

/// Where the unit is now: on its way, or where it was last.
Fix fix_of(Tick const& tick, Unit const& unit, Fix const& last)
{
    Fix fix = last;
    fix.at = tick.at;
    fix.speed_cm_s = 0;
    bool const drives = unit.way && unit.status != Status::dispatched && unit.status != Status::on_scene;
    if (!drives) return fix;
    WayPoint const here = point_on(*unit.way, tick.at);
    fix.place = here.place;
    fix.course_deg = static_cast<std::uint16_t>(here.course_deg);
    fix.speed_cm_s = static_cast<std::uint16_t>(here.speed_mm_s / 10);
    return fix;
}

}  // namespace

void units_report(Tick& tick)
{
    std::int64_t const second = ms(tick.at) / 1000;
    if (ms(tick.at) % 1000 != 0) return;
    std::vector<UnitFix> fixes;
    for (auto const& [id, unit] : tick.world.units) {
        if (id.origin != simulated_origin || !unit.signed_on) continue;
        if ((second + id.number) % tick.drill.fix_every_s != 0) continue;
        auto const* last = tick.world.fix(id);
        if (last != nullptr) fixes.push_back({id, fix_of(tick, unit, *last)});
    }
    if (fixes.empty()) return;
    Sweep sweep;
    sweep.count = static_cast<std::uint32_t>(fixes.size());
    sweep.bytes = pack_sweep(fixes);
    tick.act.events.emplace_back(std::move(sweep));
}

}  // namespace cresset
