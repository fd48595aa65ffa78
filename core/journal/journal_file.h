#pragma once
/// The file of a journal as its one writer holds it: commits acts, signs off heads, tidies the log. Belongs to one
/// thread; failures are StoreErrors, after which it must be opened anew: what it knows of the file may be wrong.

#include "core/base/result.h"
#include "core/journal/row.h"
#include "core/journal/state.h"
#include "core/store/database.h"
#include "core/store/disk.h"

#include <deque>
#include <filesystem>
#include <memory>
#include <string>

namespace cresset {

class JournalFile {
public:
    /// A problem if the file is no journal, or its end is damaged or cut off. The caller holds the lock.
    static Result<JournalFile> open(std::filesystem::path const& file, std::shared_ptr<Disk> const& disk);

    JournalState const& state() const { return state_; }

    /// All acts in one transaction; durable when it returns.
    void commit(std::deque<ActRows> const& acts);
    void keep(Snapshot const& snapshot);
    /// False if there is no such text. The log still has it until it is cut.
    bool erase_text(TextId id);
    bool thin_blob(Digest const& digest);

    /// Adds the heads that are due to the side file; sign_end() also that of the present end.
    void sign();
    void sign_end();

    /// Moves the log into the file as far as readers allow. True if nothing is left to do.
    bool tidy();
    /// The same, and cuts the log to nothing; false if a reader is in the way.
    bool cut_log();
    std::int64_t log_pages() const { return database_.log_frames(); }
    /// What the file showed when it was opened is on the disk. False if a reader was in the way.
    bool log_is_renewed() const { return log_is_renewed_; }
    /// Nothing was written since the log was moved.
    bool log_is_moved() const { return log_is_moved_; }

private:
    JournalFile(Database database, std::shared_ptr<Disk> disk);
    void renew_log();
    void write(ActRows const& act, Statement& insert, JournalState& next);

    Database database_;
    std::shared_ptr<Disk> disk_;
    JournalState state_;
    ChainMaker maker_;
    std::string due_;                // lines for the side file
    std::uint64_t last_signed_ = 0;  // the highest count in the side file or in due_
    bool log_is_moved_ = true;
    bool log_is_renewed_ = false;
};

/// After a failed commit: how many of the acts are in the file all the same, given the state before them and the state
/// found. A problem if the file is at neither: then confirmed rows are gone.
Result<std::size_t> acts_already_there(JournalState before, std::deque<ActRows> const& acts, JournalState const& found);

}  // namespace cresset
