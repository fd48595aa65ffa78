#pragma once
/// From a room to questions about reach and coverage, and their answers in the room's own terms. Pure functions; the
/// searches may run beside.

#include "core/roads/coverage_holes.h"
#include "core/roads/isochrone.h"
#include "core/world/world.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace cresset {

/// An available unit that somebody could send: where it stands on the road.
struct FreeUnit {
    UnitId unit;
    CoverUnit at;
};
/// Those on duty and available, with a fix near a road.
std::vector<FreeUnit> free_units(World const& world, Roads const& roads);

/// The areas that are reached from (or from which one reaches) the places within each limit, over the nets of all modes
/// of the starts: one list of areas for each limit.
struct ReachQuestion {
    std::vector<std::pair<RoadPosition, Mode>> starts;
    std::vector<std::uint32_t> limits_ms;  // the shortest first
    ReachWay way = ReachWay::out;
};
std::vector<Isochrone> areas_within(std::shared_ptr<Roads const> const& roads, ReachQuestion const& question);

/// What is late once a unit is gone.
struct OpenedHole {
    std::int64_t length_mm = 0;
    std::vector<StreetNumber> streets;
    Place middle;  // of its longest part
    friend bool operator==(OpenedHole const&, OpenedHole const&) = default;
};

struct CoverageAnswer {
    std::vector<UnitId> units;
    std::vector<Isochrone> areas;
    std::vector<CoverageHole> holes;  // the longest first
    std::optional<CoverageMove> move;
    std::map<UnitId, OpenedHole> opens;  // of each unit without which something is late

    std::optional<UnitId> mover() const { return move ? std::optional{units[move->who]} : std::nullopt; }
};
/// `limits_ms`: of the areas; a street is late beyond the last of them. Without areas, what is drawn is left out.
CoverageAnswer find_coverage(std::shared_ptr<Roads const> const& roads, std::vector<FreeUnit> const& units,
                             std::vector<std::uint32_t> const& limits_ms, bool with_areas);

}  // namespace cresset
