#pragma once
/// Somebody who knows the city: its streets, how long ways take, what a place is called. The simulated city asks it;
/// what it answers stands in the entries, so a replay needs no guide.

#include "core/base/geo.h"
#include "core/facts/mode.h"
#include "core/facts/names.h"
#include "core/roads/recommend.h"
#include "core/world/derive.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace cresset {

class CityGuide : public Streets {
public:
    /// Who gets there first: the `top` quickest of the fit candidates, and why the others not.
    virtual Recommendation recommend(std::vector<Candidate> const& candidates, Place target, std::size_t top,
                                     Closures const& closed) const = 0;
    /// A place on a road that cars may use, chosen by the throw; within the radius of `near` if that is given and there
    /// is one. Nothing if the city has no roads.
    virtual std::optional<Place> place_on_road(std::uint64_t dice) const = 0;
    virtual std::optional<Place> place_on_road(std::uint64_t dice, Place near, std::int64_t radius_m) const = 0;
    /// Where the nearest street is within that distance, or where there is none the nearest path: a place on it, off
    /// its junctions. Nothing if there is neither.
    virtual std::optional<Place> street_near(Place place, std::int64_t within_m) const = 0;
    /// What people call the place; empty if nobody knows.
    virtual Names address(Place place) const = 0;
};

}  // namespace cresset
