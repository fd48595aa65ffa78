#pragma once
/// Keeps the fences of a room watched: feeds the fixes of every act to the rules, and says what happened as events. It
/// stands beside the world, for it remembers ways that units took; what it says stands in the entries, so a replay
/// needs no guard. After a start it goes on from what the journal says of who is inside.
///
/// Every entering and leaving by a unit that the fence is for is told, at any hour, so that who is inside is always
/// known; what else happens, only while the fence is watched. What follows from it is derive()'s business.

#include "core/rules/fences.h"
#include "core/world/world.h"

#include <span>
#include <unordered_map>
#include <vector>

namespace cresset {

class FenceGuard {
public:
    /// What happens by the fixes of an act that is about to change the world.
    std::vector<Event> see(World const& world, Act const& act);
    /// What the clock brings about, for an act of the source "clock": who stays too long, who was found inside.
    std::vector<Event> due(World const& world, Instant now);
    /// The world after those entries: fences drawn, moved and taken away.
    void follow(World const& world, std::span<Entry const> entries);

private:
    bool begin(World const& world);
    bool begin_anew(World const& world);
    void take_up(World const& world, FenceId id);
    void drop(FenceId id);
    void recall(World const& world);
    UnitNumber number_of(UnitId id);
    FenceNumber number_of(FenceId id);
    void tell(World const& world, std::vector<Event>& events);
    void tell_inside(World const& world, std::vector<FenceNumber> const& fences, std::vector<Event>& events) const;

    bool begun_ = false;
    Fences fences_;
    std::unordered_map<UnitId, UnitNumber> unit_numbers_;
    std::vector<UnitId> units_;
    std::unordered_map<FenceId, FenceNumber> fence_numbers_;
    std::vector<FenceId> ids_;
    std::vector<FenceHappening> happened_;
    std::vector<FenceNumber> to_count_;  // who is inside of them may not be what the world says
};

}  // namespace cresset
