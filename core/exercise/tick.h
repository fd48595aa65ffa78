#pragma once
/// One tick in the making: what the parts of the simulated city (crews, callers, colleague, drones) share while they
/// put their events together.

#include "core/base/dice.h"
#include "core/exercise/city_guide.h"
#include "core/exercise/drill.h"
#include "core/world/derive.h"
#include "core/world/may.h"
#include "core/world/world.h"

#include <optional>
#include <set>
#include <string>

namespace cresset {

/// Names of the streams of dice, so that no two questions get the same throw.
enum class Stream : std::uint64_t {
    call = 1,
    call_place,
    call_text,
    call_delay,
    call_person,
    deliver,
    acknowledge,
    deaf,
    turnout,
    scene,
    patrol_place,
    patrol_pause,
    own_stop,
    own_stop_length,
    disposition,
    report
};

struct Tick {
    World const& world;
    Drill const& drill;
    CityGuide const& guide;
    std::uint64_t seed;
    Instant at;
    std::uint64_t number;  // ticks since the shift began
    Act act;
    std::uint32_t ids_taken = 0;
    std::uint32_t calls_made = 0;
    std::set<UnitId> moved;        // units that have had an event in this tick
    std::set<IncidentId> handled;  // incidents too

    std::uint64_t dice(Stream stream, std::uint64_t a, std::uint64_t b = 0) const
    {
        return cresset::dice(seed ^ (static_cast<std::uint64_t>(stream) << 48U), a, b);
    }
    std::uint64_t dice_below(std::uint64_t n, Stream stream, std::uint64_t a, std::uint64_t b = 0) const
    {
        return static_cast<std::uint64_t>((static_cast<unsigned __int128>(dice(stream, a, b)) * n) >> 64U);
    }
    Duration throw_length(SecondsRange range, Stream stream, std::uint64_t a, std::uint64_t b = 0) const
    {
        auto const span = static_cast<std::uint64_t>((range.to - range.from) * 1000 + 1);
        return Duration{range.from * 1000 + static_cast<std::int64_t>(dice_below(span, stream, a, b))};
    }
    template <typename Key>
    Key next()
    {
        return next_id<Key>(world, act.id.seat, ids_taken);
    }
    /// Adds the event if it may happen; says whether it did.
    bool add(Event event)
    {
        if (may(world, event)) return false;
        act.events.push_back(std::move(event));
        return true;
    }
    TextRef text(std::string words)
    {
        auto const id = next<TextId>();
        act.texts.push_back({id, std::move(words), {}});
        return {id, {}};
    }
};

void crews_act(Tick& tick);
void callers_call(Tick& tick);
void colleague_helps(Tick& tick);
void drones_fly(Tick& tick);
void units_report(Tick& tick);

}  // namespace cresset
