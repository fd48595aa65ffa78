#pragma once
/// What a journal begins with, sealed: the world that it takes over, and the personal texts that this world mentions.
/// No entry mentions those texts again, so their seals stand in the journal's own table and count in its start.

#include "core/journal/row.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cresset {

/// "ORIGIN:NUMBER SEAL" for each text, a line each, in the order of their ids.
std::string seals_of(std::vector<ErasableText> const& texts);
/// The same read again; nothing if a line is none.
std::optional<std::vector<std::pair<TextId, std::string>>> read_seals(std::string_view lines);

/// World and seals in 32 bytes; without texts, digest_of(world).
Digest start_digest(Chunks const& world, std::string_view seals);

}  // namespace cresset
