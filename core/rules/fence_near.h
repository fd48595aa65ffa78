#pragma once
/// How far it is to a fence, for lists: what happens at one is decided exactly elsewhere (fence_geometry.h).

#include "core/facts/fence.h"

#include <optional>

namespace cresset {

/// The place of the fence that lies nearest: the place itself if it lies inside, else one on its edge, within 0.1 % of
/// the way up to 10 km. Of one that moves with a unit: as it stands about the first place. Nothing where it is farther
/// than that, or the fence has no place yet.
std::optional<Place> nearest_place(FenceShape const& shape, Place from, std::int64_t most_mm);

}  // namespace cresset
