#pragma once
/// Entries to rows and back.

#include "core/facts/act.h"
#include "core/journal/reader.h"
#include "core/journal/row.h"

#include <functional>
#include <optional>
#include <vector>

namespace cresset {

JournalRow row_of(Entry const& entry);
/// The rows of one act, with the bytes of its sweeps and the texts that it mentions.
ActRows rows_of(Entries const& entries, std::vector<ErasableText> texts);

/// A problem names the entry ("entry 17: ..."): its kind is unknown or its body does not fit. A sweep comes without its
/// bytes.
Result<Entry> entry_of(JournalRow const& row);

/// The entries of a range in order, sweeps with their bytes (empty if they were thinned out), until visit answers
/// false. A problem if one cannot be read.
std::optional<Problem> read_entries(JournalReader const& journal, SeqRange range,
                                    std::function<bool(Entry const&)> const& visit);

}  // namespace cresset
