#pragma once
/// Who gets there first, and why: the units of the world ranked by road time to an incident, and those passed over with
/// the reason and what would change it.

#include "core/exercise/city_guide.h"
#include "core/world/world.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cresset {

/// Why a unit is ranked where it is, or passed over.
enum class Why : std::uint8_t {
    nearest_by_road,  // ranked first
    own_beat,         // its grid or station
    has_capability,   // {0}: what this type needs
    off_duty,
    committed,
    busy,
    on_break,
    out_of_service,
    in_distress,
    no_position,
    lost_position,
    no_way,
    lacks_capability
};
/// English template; {0} is filled from Reasoned::word.
std::string_view english(Why why);

struct Reasoned {
    Why why = Why::nearest_by_road;
    std::string word;
    friend bool operator==(Reasoned const&, Reasoned const&) = default;
};

struct RankedUnit {
    UnitId unit;
    std::int64_t eta_ms = 0;
    std::int64_t fix_age_ms = 0;
    bool stale = false;  // its place is older than the limit
    std::vector<Reasoned> reasons;
};

struct PassedOver {
    UnitId unit;
    Reasoned reason;
    std::optional<std::int64_t> eta_ms;  // what it would be
};

struct Recommendation {
    std::vector<RankedUnit> ranked;  // quickest first; of equals the lower id
    std::vector<PassedOver>
        passed_over;           // who would be as quick but for the reason, or cannot be reckoned with; quickest first
    bool roads_known = false;  // false: no city pack with roads, ranked by straight line at 50 km/h
};

Recommendation recommend(World const& world, CityGuide const* guide, IncidentId incident, Instant now, std::size_t top);

}  // namespace cresset
