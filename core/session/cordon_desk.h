#pragma once
/// From a room to an order of a cordon, and from what was found to what is set. Pure functions: the finding itself
/// (core/roads/cordon_planner.h) may run beside.

#include "core/facts/field_rules.h"
#include "core/roads/cordon_planner.h"
#include "core/world/world.h"

#include <optional>
#include <set>
#include <vector>

namespace cresset {

/// What an operator wants of it; the rest is usual.
struct CordonWish {
    IncidentId incident;
    Mode mode = Mode::foot;  // the suspect's
    std::uint32_t radius_m = 2'000;
    std::uint32_t open_points = 12;  // at most, where it cannot seal
    std::set<UnitId> left_out;
    std::vector<Place> forced;  // points that shall be held
    friend bool operator==(CordonWish const&, CordonWish const&) = default;
};

/// Where the suspect of an incident was seen last: his last sighting, else the incident's own place when it was rung
/// in.
struct LastSeen {
    Place place;
    Instant at{};
    std::optional<Mode> mode;
    friend bool operator==(LastSeen const&, LastSeen const&) = default;
};
LastSeen last_seen(Incident const& incident);

/// True if he was seen since the cordon was set, or where he was seen was corrected.
bool is_behind(Cordon const& cordon, Incident const& incident);

/// The usual wish for an incident: as he was seen to move, else as in the cordon that stands, else on foot.
CordonWish usual_wish(World const& world, IncidentId incident, FieldRules const& rules);
/// The cordon that stands around an incident, if there is one.
std::optional<CordonId> cordon_of(World const& world, IncidentId incident);

/// Available units may be posted, and those that work on the incident already.
CordonOrder cordon_order(World const& world, CordonWish const& wish, Instant now, FieldRules const& rules);

/// Orders of which each keeps more of a cordon that stands than the one before: where he was seen again, that which
/// seals with the fewest changes is taken.
std::vector<CordonOrder> following_orders(CordonOrder const& order, Cordon const& standing);
/// How many units get another order than they have.
std::size_t changed_orders(CordonPlan const& plan, Cordon const& standing);
/// True if the first is better than the second: it seals, or closes more exits; then the one with fewer changes.
bool is_better(CordonPlan const& a, CordonPlan const& b, Cordon const* standing);

/// What was found as it is set at that time.
Cordon cordon_row(CordonPlan const& plan, CordonOrder const& order, IncidentId incident, Instant now,
                  RoadGraph const& graph);

}  // namespace cresset
