#pragma once
/// What a row's body mentions that stands elsewhere in the journal, found in the canonical JSON without reading all of
/// it: erasable texts, {"hmac":"64 hex digits","id":"origin:number"}, and blobs, "digest":"64 hex digits". Inside a
/// JSON string a quotation mark is escaped, so neither can be feigned by a text.

#include "core/base/ids.h"
#include "core/store/digest.h"

#include <optional>
#include <string_view>
#include <vector>

namespace cresset {

struct TextMention {
    TextId id;
    std::string_view hmac;  // hex
};

/// "origin:number", as bodies and seals write it; nothing if it is not that.
std::optional<TextId> text_id_of(std::string_view text);

std::vector<TextMention> texts_mentioned(std::string_view body);
std::vector<Digest> blobs_mentioned(std::string_view body);

}  // namespace cresset
