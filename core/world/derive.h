#pragma once
/// From an act to its entries: the act's own events, and what follows from them (the way a sent unit takes, an alert),
/// each with its cause. What follows is written by the seat that derived it, so two seats never disagree about an
/// alert.

#include "core/world/world.h"

#include <optional>
#include <span>
#include <vector>

namespace cresset {

/// Who knows the streets. Beside the world, not in it: what it says stands in the entries.
class Streets {
public:
    virtual ~Streets() = default;
    /// The fastest way, but for what is closed; nothing if there is none.
    virtual std::optional<Way> way(Place from, Place to, Mode mode, Instant leaves_at, WayPurpose purpose,
                                   Closures const& closed) const = 0;
    /// True if the way leads through there.
    virtual bool leads_through(Way const& way, Place place) const = 0;
};

/// The act stamped with a time and numbered on from the world's last entry. `streets` may be null (no city pack).
/// `seen`: what the fences say to the fixes of the act (core/session/fence_guard.h).
Entries derive(World const& world, Streets const* streets, Act const& act, Instant now,
               std::span<Event const> seen = {});

/// What came due by the clock: hazards and closures that expired, dispatches that nobody acknowledged, calls held too
/// long, stages of a drill that are over. Events for an act of the source "clock"; empty if nothing did. Ids of alerts
/// are issued from `seat`.
std::vector<Event> due(World const& world, Instant now, SeatId seat);

/// The next id of a seat; `taken` counts those that an act in preparation has used already.
template <typename Key>
Key next_id(World const& world, SeatId seat, std::uint32_t& taken)
{
    auto const* state = world.seats.find(seat);
    return Key{seat.value, (state == nullptr ? 0 : state->ids) + ++taken};
}

}  // namespace cresset
