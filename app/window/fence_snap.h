#pragma once
/// Where a point of a fence goes that is set near something: onto a corner of another fence, of a patrol grid or a
/// district, onto a junction, onto a street.

#include "core/roads/roads.h"
#include "core/world/world.h"
#include "widgets/viewport.h"

#include <optional>

namespace cresset::app {

class FenceSnap {
public:
    static constexpr double reach_px = 10;

    /// Both must outlive it; no roads: only corners.
    FenceSnap(World const& world, Roads const* roads) : world_{world}, roads_{roads} {}
    /// Nothing within ten pixels: nothing. Corners of the fence that is changed itself do not count.
    std::optional<Place> near(Place place, widgets::Viewport const& view, std::optional<FenceId> except = {}) const;
    /// The patrol grid there, or the district; the ring is empty where there is none.
    Line regionAt(Place place, bool district) const;
    /// What that is called.
    Names regionName(Place place, bool district) const;

private:
    std::optional<Place> corner(Place place, std::int64_t reach_mm, std::optional<FenceId> except) const;
    std::optional<Place> street(Place place, std::int64_t reach_mm) const;

    World const& world_;
    Roads const* roads_;
};

}  // namespace cresset::app
