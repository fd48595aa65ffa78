#include "tests/core/journal/fault_files.h"

#include <sqlite3.h>

namespace cresset::test {

namespace {

constexpr std::size_t sector = 512;

void put(std::string& to, FaultFile::Write const& write)
{
    if (write.is_cut) {
        to.resize(write.at);
        return;
    }
    if (to.size() < write.at + write.bytes.size()) to.resize(write.at + write.bytes.size());
    to.replace(write.at, write.bytes.size(), write.bytes);
}

}  // namespace

FaultFiles::Fate FaultFiles::next()
{
    ++operations;
    if (operations == power_off_at) return dead = true, Fate::power_goes;
    if (operations >= fail_at && operations < fail_until) return failed = true, Fate::fails;
    return Fate::done;
}

std::uint64_t FaultFiles::used() const
{
    std::uint64_t sum = 0;
    for (auto const& [name, file] : files) sum += file->shown.size();
    return sum;
}

int FaultFiles::write(FaultFile& file, std::string_view bytes, std::size_t at)
{
    if (dead) return SQLITE_IOERR_WRITE;
    auto const end = at + bytes.size();
    if (limit > 0 && end > file.shown.size() && used() + (end - file.shown.size()) > limit) return SQLITE_FULL;
    auto const fate = next();
    auto const written = fate == Fate::done ? bytes : bytes.substr(0, bytes.size() / 2);
    file.unsynced.push_back({at, std::string{written}, false});
    put(file.shown, file.unsynced.back());
    return fate == Fate::done ? SQLITE_OK : SQLITE_IOERR_WRITE;
}

int FaultFiles::cut(FaultFile& file, std::size_t size)
{
    if (dead) return SQLITE_IOERR_TRUNCATE;
    auto const fate = next();
    if (fate == Fate::fails) return SQLITE_IOERR_TRUNCATE;
    file.unsynced.push_back({size, {}, true});
    put(file.shown, file.unsynced.back());
    return fate == Fate::done ? SQLITE_OK : SQLITE_IOERR_TRUNCATE;
}

int FaultFiles::sync(FaultFile& file)
{
    if (dead) return SQLITE_IOERR_FSYNC;
    ++syncs;
    auto const fate = next();
    if (fate == Fate::power_goes) return SQLITE_IOERR_FSYNC;
    if (fate == Fate::fails) return file.unsynced.clear(), SQLITE_IOERR_FSYNC;
    for (auto const& write : file.unsynced) put(file.durable, write);
    file.unsynced.clear();
    if (!file.name_is_durable) removed.clear();  // the folder is synced with a new file
    file.name_is_durable = true;
    return SQLITE_OK;
}

int FaultFiles::remove(std::string const& name, bool sync_folder)
{
    if (dead) return SQLITE_IOERR_DELETE;
    auto const found = files.find(name);
    if (found == files.end()) return SQLITE_IOERR_DELETE_NOENT;
    auto const fate = next();
    if (fate == Fate::fails) return SQLITE_IOERR_DELETE;
    if (found->second->name_is_durable) removed[name] = found->second;
    files.erase(found);
    if (sync_folder && fate == Fate::done) removed.clear();
    return fate == Fate::done ? SQLITE_OK : SQLITE_IOERR_DELETE;
}

int FaultFiles::rename(std::string const& from, std::string const& to)
{
    if (dead) return SQLITE_IOERR;
    if (!files.contains(from) || files.contains(to)) return SQLITE_CANTOPEN;
    auto const fate = next();
    if (fate == Fate::fails || (fate == Fate::power_goes && dice.chance(1, 2))) return SQLITE_IOERR;
    files[to] = files[from];
    files.erase(from);
    files[to]->name_is_durable = true;
    removed.clear();
    return fate == Fate::done ? SQLITE_OK : SQLITE_IOERR;
}

std::shared_ptr<FaultFile> FaultFiles::open(std::string const& name, bool make)
{
    auto const found = files.find(name);
    if (found != files.end()) return found->second;
    if (!make) return {};
    return files[name] = std::make_shared<FaultFile>();
}

/// Each sector of what was not synced is kept, lost, or garbage.
void FaultFiles::survive(FaultFile& file)
{
    for (auto const& write : file.unsynced) {
        if (write.is_cut && dice.chance(1, 2)) put(file.durable, write);
        for (std::size_t i = 0; !write.is_cut && i < write.bytes.size(); i += sector) {
            FaultFile::Write part{write.at + i, write.bytes.substr(i, sector), false};
            auto const fate = dice.below(10);
            if (fate < 4) continue;
            if (fate == 9)
                for (auto& byte : part.bytes) byte = static_cast<char>(dice.below(256));
            put(file.durable, part);
        }
    }
    file.shown = file.durable;
    file.unsynced.clear();
}

void FaultFiles::lose_power_for_good()
{
    for (auto const& [name, file] : removed)
        if (!files.contains(name) && dice.chance(1, 2)) files[name] = file;
    removed.clear();
    std::erase_if(files, [&](auto const& one) { return !one.second->name_is_durable && dice.chance(1, 2); });
    for (auto const& [name, file] : files) survive(*file), file->name_is_durable = true;
    power_off_at = 0;
    dead = false;
}

}  // namespace cresset::test
