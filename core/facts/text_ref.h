#pragma once
/// Personal text (caller, narrative, the line as typed) stands apart from the entries, so that it can be erased while
/// the chain stays whole: the entry holds only its id and an HMAC under a salt that is erased with the text.

#include "core/base/ids.h"
#include "core/facts/fields.h"

#include <string>

namespace cresset {

struct TextRef {
    TextId id;
    std::string hmac;  // SHA-256, hex; filled in when the act is stamped
    friend bool operator==(TextRef const&, TextRef const&) = default;
    static constexpr auto fields() { return std::tuple{field("hmac", &TextRef::hmac), field("id", &TextRef::id)}; }
};

struct ErasableText {
    TextId id;
    std::string text;
    std::string salt;  // filled in when the act is stamped
    friend bool operator==(ErasableText const&, ErasableText const&) = default;
};

}  // namespace cresset
