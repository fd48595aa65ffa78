#pragma once
/// Who gets there first, asked of the world: its units as candidates for the search on the roads, with the reason for
/// each that cannot go. Numbers in reasons: a status is its value (off_duty_number and distress_number beside), an
/// incident its display number, a capability its place in the type's list of needs.

#include "core/exercise/city_guide.h"
#include "core/facts/run_cards.h"
#include "core/world/world.h"

#include <cstdint>
#include <string>
#include <vector>

namespace cresset {

constexpr std::int64_t off_duty_number = 100;
constexpr std::int64_t distress_number = 101;

/// Which units will do: as any of these roles; if there are none, with all that the incident's type needs.
using Roles = std::vector<RunRole const*>;

/// All units that are not at work there already.
std::vector<Candidate> candidates_for(World const& world, IncidentId incident, Instant now, Roles const& roles = {});

/// The `top` quickest by the guide's roads; without a guide by straight line at 50 km/h.
Recommendation quickest(CityGuide const* guide, std::vector<Candidate> const& candidates, Place target, std::size_t top,
                        Closures const& closed);

/// The same of the candidates for an incident.
Recommendation recommend_units(World const& world, CityGuide const* guide, IncidentId incident, Instant now,
                               std::size_t top);

/// The sentence of a reason with its number resolved, in English.
std::string explain(RankReason reason, World const& world, IncidentId incident);

}  // namespace cresset
