#pragma once
/// A journal opened for reading: closed and archived, or one that another program (or this one) is writing. Sees each
/// act whole or not at all. Belongs to one thread at a time; a failed disk is a StoreError, and so is a damaged row.

#include "core/base/result.h"
#include "core/journal/chain.h"
#include "core/journal/row.h"
#include "core/store/database.h"
#include "core/store/disk.h"

#include <filesystem>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace cresset {

struct SeqRange {
    Seq first{1};
    Seq last{std::numeric_limits<std::int64_t>::max()};
};

class JournalReader {
public:
    /// A problem if it is not there, is no journal, is damaged from the start, or was written by a newer program.
    static Result<JournalReader> open(std::filesystem::path const& file,
                                      std::shared_ptr<Disk> const& disk = machine_disk());
    JournalReader(JournalReader&&) noexcept;
    JournalReader& operator=(JournalReader&&) noexcept;
    ~JournalReader();

    std::filesystem::path const& file() const;
    /// The last row's place; 0 if there is none.
    Seq last() const;
    /// The rows of the range in order, of one moment, until visit answers false.
    void rows(SeqRange range, std::function<bool(JournalRow const&)> const& visit) const;
    std::optional<JournalRow> row(Seq seq) const;
    /// The last row written at or before that time; nothing if all came later.
    std::optional<Seq> last_before(Instant at) const;
    /// The rows of that act, in the order of their parts; empty if it is not in the journal.
    std::vector<JournalRow> act(ActId act) const;
    /// The highest number of an act of that seat; 0 if it has none.
    std::uint32_t last_act(SeatId seat) const;

    /// Rows that came since the last call (at first: since follow_from(), else since the reader was opened), whole acts
    /// only, at most about `limit`.
    std::vector<JournalRow> follow(std::size_t limit = 10'000);
    void follow_from(Seq seen);

    /// Nothing if it was thinned out or never there.
    std::optional<std::string> blob(Digest const& digest) const;
    /// Nothing if it was erased or never there.
    std::optional<ErasableText> text(TextId id) const;
    /// The highest number of a text of that origin, erased or not; 0 if it has none.
    std::uint32_t last_text(std::uint16_t origin) const;

    /// The latest snapshot at or before that place; nothing if there is none that is whole.
    std::optional<Snapshot> snapshot(Seq at_or_before) const;
    std::vector<Seq> snapshots() const;

    /// Digest of the journal whose shift this one took over; empty if it is the first.
    std::string parent_digest() const;
    /// "COUNT:HEX", from the chains as they stand in the rows (verify() computes them anew).
    std::string digest() const;
    /// Heads of the present end.
    Heads heads() const;

    /// For verify() and backup(): what they do belongs to other files.
    Database& database() const;
    Disk& disk() const;
    std::shared_ptr<Disk> shared_disk() const;

private:
    struct Inside;
    explicit JournalReader(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

}  // namespace cresset
