#pragma once
/// A copy of a journal of one moment, made while it is being written.

#include "core/journal/reader.h"

#include <filesystem>
#include <functional>
#include <optional>

namespace cresset {

/// Copies into a new file, under another name until it is whole and verified, with a heads file of its own.
/// progress(done, total pages) may answer false to stop. A problem if the name is taken, it was stopped, or the source
/// is broken.
std::optional<Problem> back_up(JournalReader const& journal, std::filesystem::path const& copy,
                               std::function<bool(int, int)> const& progress = {});

}  // namespace cresset
