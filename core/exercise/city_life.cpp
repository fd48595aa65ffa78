#include "core/exercise/city_life.h"

#include "core/exercise/tick.h"

namespace cresset {

CityLife::CityLife(Drill drill, CityGuide const& guide, std::uint64_t seed)
    : drill_{std::move(drill)}, guide_{guide}, seed_{seed}
{
}

Act CityLife::tick(World const& world, Instant at) const
{
    Tick tick{world, drill_, guide_, seed_, at, static_cast<std::uint64_t>(ms(at) / drill_.tick_ms), {}, 0, 0, {}, {}};
    auto const* seat = world.seats.find(simulator_seat);
    tick.act.id = {simulator_seat, (seat == nullptr ? 0 : seat->acts) + 1};
    tick.act.who = simulator_person;
    tick.act.source = "simulator";
    crews_act(tick);
    callers_call(tick);
    colleague_helps(tick);
    drones_fly(tick);
    units_report(tick);
    return std::move(tick.act);
}

}  // namespace cresset
