#pragma once
/// Whether a fence is watched at a time, by the clock of a zone (IANA), and for a unit.

#include "core/facts/fence.h"
#include "core/facts/unit.h"

#include <string_view>

namespace cresset {

bool is_watched(FenceHours const& hours, Instant at, std::string_view zone);
bool concerns(FenceFor const& whom, Unit const& unit);

}  // namespace cresset
