#pragma once
/// Rows of a journal as they stand in its file, before anybody knows what they mean; and the rows of one act, which are
/// written together or not at all.

#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/facts/text_ref.h"
#include "core/store/digest.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace cresset {

struct JournalRow {
    Seq seq;
    Instant at{};  // when it was written; never before the row above
    Instant happened_at{};
    ActId act;               // act and part: the idempotency key, unique in a journal
    std::uint16_t part = 0;  // its place in the act
    PersonId who;
    std::optional<Seq> cause;  // a row above
    std::string source;
    std::string kind;
    std::string body;  // canonical JSON, UTF-8
    friend bool operator==(JournalRow const&, JournalRow const&) = default;
};

/// Bytes that stand apart from the rows and are named by their digest (sweeps).
struct JournalBlob {
    Digest digest;
    std::string bytes;
};

struct ActRows {
    std::vector<JournalRow> rows;     // at least one
    std::vector<ErasableText> texts;  // each with its salt
    std::vector<JournalBlob> blobs;
};

/// Named parts of a snapshot, each kept once however often it comes again: whoever cuts a world into parts that stay
/// the same (a hundred units each, say) pays only for what changed.
using Chunks = std::vector<std::pair<std::string, std::string>>;

/// A world (and whatever else) as it was right after the row `seq`; `seq` 0: before the first.
struct Snapshot {
    Seq seq;
    Instant at{};
    Chunks chunks;  // in the order of their names
};

}  // namespace cresset
