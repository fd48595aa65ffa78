#include "core/journal/backup.h"

#include "core/journal/journal.h"
#include "core/journal/verify.h"

namespace cresset {

namespace {

void remove_draft(Disk& disk, std::filesystem::path const& file)
{
    for (auto const* end : {"", "-wal", "-shm", "-journal"}) disk.remove(file.string() + end);
}

bool copy(Database& from, std::filesystem::path const& draft, Disk const& disk,
          std::function<bool(int, int)> const& progress)
{
    auto to = Database::open(draft, OpenMode::create, {std::chrono::seconds{5}, disk.vfs()});
    to.exec("PRAGMA synchronous = FULL");
    return from.backup_to(to, 1024, progress);
}

}  // namespace

std::optional<Problem> back_up(JournalReader const& journal, std::filesystem::path const& copied,
                               std::function<bool(int, int)> const& progress)
{
    auto& disk = journal.disk();
    std::filesystem::path const draft = copied.string() + ".new";
    if (disk.exists(copied)) return Problem{copied.string() + " is there already: choose another name"};
    remove_draft(disk, draft);
    if (!copy(journal.database(), draft, disk, progress)) {
        remove_draft(disk, draft);
        return Problem{"the backup was stopped"};
    }
    std::string digest;
    {
        auto const reader = JournalReader::open(draft, journal.shared_disk());
        if (!reader) return Problem{reader.problem()};
        auto const report = verify(*reader);
        if (report.broken) return Problem{"the copy is as broken as its source: " + report.broken->text};
        digest = report.digest;
    }
    disk.remove(heads_file(copied));
    disk.append(heads_file(copied), digest + "\n");
    disk.rename(draft, copied);
    return {};
}

}  // namespace cresset
