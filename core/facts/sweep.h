#pragma once
/// A sweep: the fixes of one tick as compact bytes (about 10 a fix), sorted by unit, self-contained. Layout, version 1:
/// 'S' 1, count, base time (ms), base place, then for each fix the differences to the base and to the unit before.

#include "core/facts/fix.h"

#include <string>
#include <string_view>
#include <vector>

namespace cresset {

/// Fixes must be sorted by unit; of one unit there may be one fix only.
std::string pack_sweep(std::vector<UnitFix> const& fixes);

/// Calls visit(UnitId, Fix const&) for each; false if the bytes are no sweep (those before the fault were visited).
template <typename Visit>
bool walk_sweep(std::string_view bytes, Visit&& visit);

/// All of it; empty if the bytes are no sweep.
std::vector<UnitFix> unpack_sweep(std::string_view bytes);

}  // namespace cresset

#include "core/facts/sweep_walk.h"
