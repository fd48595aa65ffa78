#pragma once
/// The journal of one shift or exercise: one SQLite file to which rows are only ever added, each act in one
/// transaction, durable before it is confirmed. A thread of its own writes, so that nobody who appends waits for the
/// disk. There is one writer to a file; others read it meanwhile (reader.h).
///
/// Threads: append() from one thread at a time; everything else from any thread.
///
/// When the disk is full or fails, nothing more is confirmed and trouble() says why; what was appended is kept in
/// memory. With a full disk (or a file that somebody else locks) writing goes on by itself once there is room; after an
/// I/O error recover() opens the file anew, looks which of the acts are there (a commit that failed may be), and writes
/// the others.

#include "core/base/result.h"
#include "core/journal/row.h"
#include "core/store/disk.h"

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace cresset {

/// How soon an act must be durable: at once (what a person did), or with whatever comes within the gathering time.
enum class Urgency { at_once, soon };

/// Reached when every row up to this one is durable.
struct Watermark {
    Seq seq;
    friend constexpr auto operator<=>(Watermark const&, Watermark const&) = default;
};

struct Trouble {
    enum class What { disk_full, disk_failed, damaged };
    What what = What::disk_failed;
    Seq since;         // the first row that is not confirmed
    std::string text;  // one English sentence: what happened, and what to do
};

/// What a journal begins with.
struct JournalStart {
    std::string parent_digest;  // of the journal whose shift it takes over; empty if none
    Instant at{};
    Chunks world;  // the world that it takes over, as a snapshot at seq 0; empty if it begins with nothing
    std::vector<ErasableText> texts;  // personal texts that this world mentions, with their salts
};

struct JournalOptions {
    std::shared_ptr<Disk> disk = machine_disk();
    /// Both are called on the writer's thread and must be quick; they must not call the journal but for durable() and
    /// trouble().
    std::function<void(Watermark)> on_durable;
    std::function<void(std::optional<Trouble> const&)> on_trouble;  // begun (or grown), or over
    std::chrono::milliseconds gather{200};                          // how long rows that are not urgent may wait
    std::chrono::milliseconds retry_full{1000};  // how often a full disk or a locked file is tried again
    std::size_t rows_a_commit = 1000;            // more acts than that wait for the next commit
    std::int64_t log_pages = 4096;               // the log is moved into the file when longer
    std::size_t rows_waiting = 200'000;          // append() waits above that
};

class Journal {
public:
    /// Makes the file under another name, verifies it, and only then gives it its own. A problem if the name is taken.
    static Result<std::unique_ptr<Journal>> create(std::filesystem::path const& file, JournalStart const& start,
                                                   JournalOptions options = {});
    /// Goes on with a file. A problem if it is no journal, another program holds it, or its end is damaged or cut off.
    static Result<std::unique_ptr<Journal>> open(std::filesystem::path const& file, JournalOptions options = {});
    /// True if some program (or this one) is writing it now.
    static bool is_held(std::filesystem::path const& file, Disk& disk);
    Journal(Journal const&) = delete;
    Journal& operator=(Journal const&) = delete;
    /// Closes.
    ~Journal();

    std::filesystem::path const& file() const;

    /// Takes the rows of one act: they go on where last() stands, without a gap, and their time never goes back. Waits
    /// only if very much is waiting; in trouble it throws StoreError instead of waiting for ever.
    Watermark append(ActRows act, Urgency urgency);
    /// The last row appended, and the last that is durable.
    Seq last() const;
    Watermark durable() const;
    /// Waits until the mark is durable: true. False if the journal is in trouble or closed before.
    bool wait(Watermark mark) const;

    std::optional<Trouble> trouble() const;
    /// Tries to go on after trouble; a problem if it lasts. Nothing to do is no problem.
    std::optional<Problem> recover();
    /// Room on the journal's disk; warn in time (10 % of it, say).
    Disk::Space space() const;

    /// Written after what was appended before it; only parts that changed take room. If it fails there is trouble, but
    /// the snapshot is given up, not kept.
    void write_snapshot(Snapshot snapshot);

    /// Overwrites a text and its salt, in the file and in the log; the entry that mentions it stays, and the chain is
    /// whole. A problem if there is no such text, or if it is erased but a reader still holds the log: it is cut as
    /// soon as the reader lets go.
    std::optional<Problem> erase_text(TextId id);
    /// Removes a blob's bytes (tracks whose time is over); verify() counts it as thinned.
    std::optional<Problem> thin_blob(Digest const& digest);

    /// "COUNT:HEX" of all that is durable.
    std::string digest() const;

    /// Writes what is waiting, moves the log into the file, signs off the heads. A problem if rows could not be saved.
    std::optional<Problem> close();

private:
    class Inside;
    explicit Journal(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

/// The side file in which heads are signed off: FILE.heads, one "COUNT:HEX" a line.
std::filesystem::path heads_file(std::filesystem::path const& journal);

}  // namespace cresset
