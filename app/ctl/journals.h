#pragma once
/// Opening journals for the commands that read them, and walking their acts.

#include "core/base/result.h"
#include "core/facts/act.h"
#include "core/journal/reader.h"
#include "core/world/world.h"

#include <functional>
#include <string>

namespace cresset::app {

/// A problem names the file.
Result<JournalReader> open_journal(std::string const& file);
/// The world at its end.
Result<World> last_world(JournalReader const& journal);
/// Every act whole, in order, until visit answers false; a problem if an entry cannot be read.
std::optional<Problem> for_each_act(JournalReader const& journal, std::function<bool(Entries const&)> const& visit);

}  // namespace cresset::app
