#pragma once
/// Derives again what follows from each act of a journal (ways, alerts), with the roads of a pack, and compares it with
/// what was written.

#include "core/base/result.h"
#include "core/journal/reader.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace cresset::app {

struct Recomputed {
    std::uint64_t acts = 0;  // compared
    std::optional<Seq> first_difference;
    std::string difference;  // what it is now
    std::string note;        // the pack is not the one that the shift was run with
};

Result<Recomputed> recompute(JournalReader const& journal, std::filesystem::path const& pack);

}  // namespace cresset::app
