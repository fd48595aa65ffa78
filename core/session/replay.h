#pragma once
/// A world from its journal alone: the latest snapshot before the moment, and the entries since.

#include "core/base/result.h"
#include "core/journal/reader.h"
#include "core/world/world.h"

#include <functional>
#include <optional>

namespace cresset {

/// The world right after that entry (the last one if none is given).
Result<World> world_at(JournalReader const& journal, std::optional<Seq> until = {});
/// As it stood at that time: after the last entry written at or before it.
Result<World> world_at(JournalReader const& journal, Instant at);

/// Applies every entry from the very first, snapshots left aside (the slow way, which the quick one must equal).
/// visit, if given, sees the world after each act.
Result<World> replay(JournalReader const& journal, std::optional<Seq> until = {},
                     std::function<void(World const&)> const& visit = {});

/// "2026-11-22T19:02:41Z" (a time) or "812" (an entry): the last entry that is meant; a problem if it is neither.
Result<Seq> parse_moment(JournalReader const& journal, std::string_view text);

}  // namespace cresset
