#include "core/journal/journal.h"
#include "core/journal/reader.h"
#include "core/journal/schema.h"
#include "core/journal/start.h"
#include "core/journal/tables.h"
#include "core/journal/verify.h"
#include "core/store/transaction.h"

namespace cresset {

namespace {

void remove_database(Disk& disk, std::filesystem::path const& file)
{
    for (auto const* end : {"", "-wal", "-shm", "-journal"}) disk.remove(file.string() + end);
}

void set_meta(Database& database, std::string_view name, std::string_view value)
{
    database.statement("INSERT INTO meta(name, value) VALUES(?1, ?2)").bind_all(name, value).run();
}

void make(std::filesystem::path const& file, JournalStart const& start, Disk const& disk)
{
    auto database = Database::open(file, OpenMode::create, {std::chrono::seconds{5}, disk.vfs()});
    database.exec("PRAGMA page_size = 4096; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
    Transaction transaction{database};
    create_tables(database);
    set_meta(database, "parent", start.parent_digest);
    std::string const seals = seals_of(start.texts);
    set_meta(database, "seals", seals);
    set_meta(database, "start", start_digest(start.world, seals).hex());
    insert_snapshot(database, {{0}, start.at, start.world});
    for (auto const& text : start.texts) insert_text(database, text);
    transaction.commit();
    database.checkpoint(Database::Checkpoint::truncate);
}

std::optional<Problem> check(std::filesystem::path const& file, std::shared_ptr<Disk> const& disk)
{
    auto const reader = JournalReader::open(file, disk);
    if (!reader) return Problem{reader.problem()};
    auto const report = verify(*reader);
    if (report.broken) return Problem{report.broken->text};
    return {};
}

}  // namespace

Result<std::unique_ptr<Journal>> Journal::create(std::filesystem::path const& file, JournalStart const& start,
                                                 JournalOptions options)
{
    auto& disk = *options.disk;
    if (disk.exists(file)) return Problem{file.string() + " is there already: open it, or choose another name"};
    std::filesystem::path const draft = file.string() + ".new";
    {
        auto const lock = disk.lock(heads_file(file));
        if (!lock) return Problem{file.string() + " is being made by another program"};
        remove_database(disk, draft);
        make(draft, start, disk);
        if (auto problem = check(draft, options.disk)) return Problem{"the new journal is broken: " + problem->text};
        disk.remove(heads_file(file));  // of a journal that had this name before
        disk.rename(draft, file);
    }
    return open(file, std::move(options));
}

}  // namespace cresset
