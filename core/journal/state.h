#pragma once
/// Where a journal's file stands: its last row and the heads of its chains. Read at opening from the heads that the
/// file keeps for itself and the rows after them, which are checked on the way.

#include "core/base/result.h"
#include "core/journal/chain.h"
#include "core/store/database.h"

namespace cresset {

struct JournalState {
    Heads heads;
    Instant at{};  // of the last row
    friend bool operator==(JournalState const&, JournalState const&) = default;
};

/// Throws StoreError if meta does not hold what every journal holds.
Digest chain_start_of(Database& database);
/// A problem names the first row that does not fit.
Result<JournalState> read_state(Database& database);
/// Adds a row; its chain.
Digest const& add_row(JournalState& state, JournalRow const& row, ChainMaker& maker);
/// Heads for the next opening; part of the transaction that writes the rows.
void keep_state(Database& database, JournalState const& state);

}  // namespace cresset
