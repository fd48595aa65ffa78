#pragma once
/// Which point of a cordon a unit holds or is on its way to.

#include "core/world/world.h"

#include <cstddef>
#include <optional>

namespace cresset {

struct HeldPost {
    CordonId cordon;
    std::size_t post = 0;
};

/// Of the cordon around what it works on; none if it has no post there.
inline std::optional<HeldPost> post_of(World const& world, UnitId id)
{
    auto const* unit = world.units.find(id);
    if (unit == nullptr || !unit->incident) return {};
    for (auto const& [cordon_id, cordon] : world.cordons) {
        if (cordon.incident != *unit->incident) continue;
        for (std::size_t i = 0; i < cordon.posts.size(); ++i)
            if (cordon.posts[i].unit == id) return HeldPost{cordon_id, i};
    }
    return {};
}

/// Where it is sent to: its post, else the incident that it works on.
inline std::optional<Place> destination_of(World const& world, UnitId id)
{
    if (auto const held = post_of(world, id)) return world.cordons.find(held->cordon)->posts[held->post].place;
    auto const* unit = world.units.find(id);
    auto const* incident = unit != nullptr && unit->incident ? world.incidents.find(*unit->incident) : nullptr;
    return incident != nullptr ? std::optional{incident->place} : std::nullopt;
}

}  // namespace cresset
