#pragma once
/// Rows, texts, blobs and snapshots of a journal's file, in and out. What a column holds beyond its range is damage and
/// is thrown as StoreError, never cut to fit: a cut value could agree with its chain again.

#include "core/journal/chain.h"
#include "core/journal/row.h"
#include "core/store/database.h"

#include <optional>
#include <string_view>

namespace cresset {

/// seq, at, happened_at, origin, act, part, who, cause, source, kind, body, chain: what the readers below expect.
#define CRESSET_ENTRY_COLUMNS "seq, at, happened_at, origin, act, part, who, cause, source, kind, body, chain"

JournalRow row_at(Statement const& select);
Digest chain_at(Statement const& select);
void insert_row(Statement& insert, JournalRow const& row, Digest const& chain);
Statement insert_row_statement(Database& database);

void insert_text(Database& database, ErasableText const& text);
/// Does nothing if it is there already.
void insert_blob(Database& database, JournalBlob const& blob);

void insert_snapshot(Database& database, Snapshot const& snapshot);
/// Nothing if a part is missing or damaged.
std::optional<Snapshot> snapshot_at(Database& database, Seq seq);
/// Names and digests of all parts: what a snapshot is, in 32 bytes.
Digest digest_of(Chunks const& chunks);

[[noreturn]] void throw_damaged(std::string const& what);

}  // namespace cresset
