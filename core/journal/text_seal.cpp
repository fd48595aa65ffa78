#include "core/journal/text_seal.h"

#include "core/store/digest.h"

#include <fmt/format.h>

namespace cresset {

std::string seal_of(std::string_view salt, std::string_view text)
{
    return hmac_sha256(salt, text).hex();
}

std::pair<TextRef, ErasableText> seal(TextId id, std::string text, std::string salt)
{
    TextRef ref{id, seal_of(salt, text)};
    return {std::move(ref), ErasableText{id, std::move(text), std::move(salt)}};
}

std::string seeded_salt(std::uint64_t seed, TextId id)
{
    auto const digest = sha256(fmt::format("salt {} {}", seed, id.packed()));
    return std::string{digest.view().substr(0, 16)};
}

}  // namespace cresset
