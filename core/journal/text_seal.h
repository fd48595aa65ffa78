#pragma once
/// What binds an erasable text to the entry that mentions it: an HMAC under the text's own salt. Once both are erased,
/// the entry tells nothing of the text, yet whoever still has text and salt can show that they are the ones.

#include "core/facts/text_ref.h"

#include <string>
#include <string_view>
#include <utility>

namespace cresset {

/// HMAC-SHA-256 of the text under the salt, 64 hex digits.
std::string seal_of(std::string_view salt, std::string_view text);

/// The reference for an entry, and the text for the journal. The salt comes from random_salt() at a live desk; in an
/// exercise, where nobody is real and two runs shall write the same rows, from seeded_salt().
std::pair<TextRef, ErasableText> seal(TextId id, std::string text, std::string salt);
std::string seeded_salt(std::uint64_t seed, TextId id);

}  // namespace cresset
