#pragma once
/// One connection to one SQLite file: the only door to SQLite in the program. A connection belongs to one thread at a
/// time (several may share a file, each with a connection of its own). Failures are thrown as StoreError.

#include "core/store/error.h"
#include "core/store/statement.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace cresset {

enum class OpenMode {
    create,      // makes the file if it is not there
    read_write,  // the file must be there
    read_only,   // sees what others write meanwhile
    immutable    // nobody writes: no locks, no files beside it; for media that cannot be written
};

struct DatabaseOptions {
    std::chrono::milliseconds busy_timeout{0};  // how long to wait for another connection's lock
    std::string vfs;                            // SQLite's virtual file system; empty: the machine's own
};

class Database {
public:
    /// Throws StoreError if it cannot be opened. (That a file is no database shows at the first statement.)
    static Database open(std::filesystem::path const& file, OpenMode mode, DatabaseOptions const& options = {});
    /// A database in memory.
    static Database in_memory();
    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;
    ~Database();

    std::filesystem::path const& file() const;

    /// Runs statements that give no rows, or whose rows do not matter.
    void exec(std::string const& sql);
    /// A statement from the cache (made at its first use). The same text may be in use several times at once.
    Statement statement(std::string_view sql);
    /// The first column of the first row; 0 or "" if there is none.
    std::int64_t number(std::string_view sql);
    std::string text(std::string_view sql);
    /// Empty if all is well, else what PRAGMA quick_check says first.
    std::string quick_check();

    std::int64_t last_rowid() const;
    /// Rows that the last INSERT, UPDATE or DELETE changed.
    std::int64_t changes() const;
    bool in_transaction() const;
    /// May be called from any thread: the statement that runs ends with an error.
    void interrupt() const;

    std::uint32_t application_id();
    void set_application_id(std::uint32_t id);
    std::int32_t user_version();
    void set_user_version(std::int32_t version);

    /// How long a statement waits for another connection from now on.
    void set_busy_timeout(std::chrono::milliseconds timeout);

    enum class Checkpoint { passive, truncate };
    struct CheckpointResult {
        bool complete;        // all of the log is in the file now
        std::int64_t frames;  // in the log
    };
    /// Moves the write-ahead log into the file: what can be without waiting (passive), or all of it, and cuts the
    /// log to nothing (truncate; waits for readers as long as the busy timeout).
    CheckpointResult checkpoint(Checkpoint how);
    /// No automatic checkpoints any more: the caller decides by log_frames(), the pages in the log after the last
    /// commit.
    void checkpoint_by_hand();
    std::int64_t log_frames() const;

    /// Copies the whole database, as it is now, into `to` (which is overwritten) while others go on writing.
    /// progress(done, total pages) after every `pages_a_step`; it may answer false to stop. True if it was finished.
    using Progress = std::function<bool(int done, int total)>;
    bool backup_to(Database& to, int pages_a_step = 1024, Progress const& progress = {});

private:
    struct Inside;
    explicit Database(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

}  // namespace cresset
