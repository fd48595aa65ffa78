#pragma once
/// What stands, drives and happened around a place: by distance in a straight line, or by the time on the road.

#include "core/roads/roads.h"
#include "core/session/near_kind.h"
#include "core/world/world.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace cresset {

struct NearThing {
    NearKind kind = NearKind::unit;
    std::uint64_t id = 0;  // packed, of what the world holds; 0: of the city
    Place place;           // of a fence or plan: the nearest, where one stands if inside
    Names name;
    std::int64_t distance_mm = 0;
    std::optional<std::uint32_t> eta_ms;  // of a unit its way here, of all else the way there by emergency car
    friend bool operator==(NearThing const&, NearThing const&) = default;
};

struct NearQuestion {
    Place at;
    std::int64_t radius_m = 800;
    std::optional<Duration> within;    // on the road, in place of the radius
    std::vector<NearKind> kinds;       // none: all
    std::optional<IncidentId> around;  // which is not near itself
    bool wants(NearKind kind) const;
};

/// How far one can look for things where the question is for a time: nobody drives faster.
std::int64_t farthest_m(NearQuestion const& question);

/// The nearest first, or the quickest where a time was asked for. `city`: what the gazetteer knows within farthest_m().
/// Without roads nothing is known of times, and a question for a time finds nothing.
std::vector<NearThing> find_near(World const& world, Roads const* roads, std::vector<NearThing> city,
                                 NearQuestion const& question);

/// What came and went between two answers, by what it is.
struct NearChange {
    std::vector<NearThing> came, went;
};
NearChange change_of(std::vector<NearThing> const& before, std::vector<NearThing> const& after);

}  // namespace cresset
