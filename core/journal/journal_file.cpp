#include "core/journal/journal_file.h"

#include "core/journal/head_file.h"
#include "core/journal/journal.h"
#include "core/journal/schema.h"
#include "core/journal/tables.h"
#include "core/store/transaction.h"

#include <algorithm>
#include <fmt/format.h>

namespace cresset {

namespace {

constexpr std::uint64_t entries_a_head = 1000;
constexpr std::chrono::seconds patience{5};

Database open_to_write(std::filesystem::path const& file, Disk const& disk)
{
    auto database = Database::open(file, OpenMode::read_write, {patience, disk.vfs()});
    database.exec(
        "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA recursive_triggers = ON;"
        "PRAGMA cache_size = -8192");
    database.checkpoint_by_hand();
    return database;
}

std::optional<Problem> compare(HeadFile const& signed_off, JournalState const& state)
{
    for (auto const& head : signed_off.heads) {
        if (head.count > state.heads.count)
            return Problem{
                fmt::format("{} entries were signed off, but only {} are there", head.count, state.heads.count)};
        if (head.count == state.heads.count &&
            fmt::format("{}:{}", head.count, head.digest.hex()) != state.heads.digest())
            return Problem{fmt::format("the {} entries are not those that were signed off", head.count)};
    }
    return {};
}

}  // namespace

JournalFile::JournalFile(Database database, std::shared_ptr<Disk> disk)
    : database_{std::move(database)}, disk_{std::move(disk)}
{
}

Result<JournalFile> JournalFile::open(std::filesystem::path const& file, std::shared_ptr<Disk> const& disk)
{
    constexpr char const* advice = ": open it to read, and begin a new journal that takes over";
    JournalFile opened{open_to_write(file, *disk), disk};
    if (auto problem = check_tables(opened.database_)) return *problem;
    auto state = read_state(opened.database_);
    if (!state) return Problem{fmt::format("{}: {}{}", file.string(), state.problem(), advice)};
    opened.state_ = std::move(*state);
    auto const signed_off = read_head_file(*disk, heads_file(file));
    if (auto problem = compare(signed_off, opened.state_))
        return Problem{fmt::format("{}: {}{}", file.string(), problem->text, advice)};
    for (auto const& head : signed_off.heads) opened.last_signed_ = std::max(opened.last_signed_, head.count);
    opened.renew_log();
    if (!signed_off.ends_with_a_whole_line) opened.due_ += '\n';
    return opened;
}

/// After a failed sync the system may show bytes that the disk never got. Moving the log writes them again; and a
/// commit puts a new log on the disk in the place of the old one, which, cut only in memory, could come back and undo
/// them.
void JournalFile::renew_log()
{
    log_is_renewed_ = cut_log();
    log_is_moved_ = false;
    Transaction transaction{database_};
    keep_state(database_, state_);
    transaction.commit();
}

void JournalFile::write(ActRows const& act, Statement& insert, JournalState& next)
{
    for (auto const& row : act.rows) {
        insert_row(insert, row, add_row(next, row, maker_));
        if (row.seq.value % entries_a_head != 0) continue;
        due_ += next.heads.digest();
        due_ += '\n';
        last_signed_ = row.seq.value;
        keep_state(database_, next);
    }
    for (auto const& text : act.texts) insert_text(database_, text);
    for (auto const& blob : act.blobs) insert_blob(database_, blob);
}

void JournalFile::commit(std::deque<ActRows> const& acts)
{
    auto next = state_;
    log_is_moved_ = false;
    Transaction transaction{database_};
    auto insert = insert_row_statement(database_);
    for (auto const& act : acts) write(act, insert, next);
    transaction.commit();
    state_ = std::move(next);
}

void JournalFile::keep(Snapshot const& snapshot)
{
    log_is_moved_ = false;
    Transaction transaction{database_};
    insert_snapshot(database_, snapshot);
    transaction.commit();
}

bool JournalFile::erase_text(TextId id)
{
    auto select = database_.statement("SELECT n, length(CAST(text AS BLOB)) FROM text WHERE id = ?1 AND erased = 0");
    if (!select.bind_all(id.packed()).step()) return false;
    std::string const blanks(static_cast<std::size_t>(select.integer(1)), ' ');
    auto const n = select.integer(0);
    select.reset();
    log_is_moved_ = false;
    database_.statement("UPDATE text SET salt = zeroblob(length(salt)), text = ?2, erased = 1 WHERE n = ?1")
        .bind_all(n, blanks)
        .run();
    return true;
}

bool JournalFile::thin_blob(Digest const& digest)
{
    log_is_moved_ = false;
    database_.statement("UPDATE blob SET bytes = NULL WHERE digest = ?1 AND bytes IS NOT NULL")
        .bind_all(Blob{digest.view()})
        .run();
    return database_.changes() > 0;
}

void JournalFile::sign()
{
    if (due_.empty()) return;
    disk_->append(heads_file(database_.file()), due_);
    due_.clear();
}

void JournalFile::sign_end()
{
    if (state_.heads.count > last_signed_) {
        due_ += state_.heads.digest();
        due_ += '\n';
        last_signed_ = state_.heads.count;
    }
    sign();
}

bool JournalFile::tidy()
{
    if (!log_is_moved_) log_is_moved_ = database_.checkpoint(Database::Checkpoint::passive).complete;
    return log_is_moved_;
}

bool JournalFile::cut_log()
{
    database_.set_busy_timeout(std::chrono::milliseconds{0});  // acts must not wait for a reader
    bool const complete = database_.checkpoint(Database::Checkpoint::truncate).complete;
    database_.set_busy_timeout(patience);
    return log_is_moved_ = complete;
}

Result<std::size_t> acts_already_there(JournalState before, std::deque<ActRows> const& acts, JournalState const& found)
{
    ChainMaker maker;
    std::size_t there = 0;
    for (; before.heads.count < found.heads.count && there < acts.size(); ++there)
        for (auto const& row : acts[there].rows) add_row(before, row, maker);
    if (before == found) return there;
    return Problem{
        fmt::format("the file has {} entries, which do not go on from what was confirmed", found.heads.count)};
}

}  // namespace cresset
