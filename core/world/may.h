#pragma once
/// Ask before you write: why an act is not possible now. The same answer greys a button, refuses a command and refuses
/// a line of a feed.

#include "core/facts/refusal.h"
#include "core/world/world.h"

#include <optional>

namespace cresset {

/// An alarm must not be put aside for longer than a day (ISA-18.2: shelving is limited in time).
inline constexpr Duration longest_shelving{24 * 3'600'000};
/// Of an arrival drill.
inline constexpr std::int64_t longest_stage_s = 86'400;

std::optional<Refusal> may(World const& world, Act const& act);

/// One event alone, as if somebody did it now (for buttons and menus).
std::optional<Refusal> may(World const& world, Event const& event);

}  // namespace cresset
