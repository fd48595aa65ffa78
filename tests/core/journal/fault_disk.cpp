#include "tests/core/journal/fault_disk.h"

#include "core/base/check.h"
#include "core/store/error.h"
#include "tests/core/journal/fault_files.h"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <fmt/format.h>
#include <sqlite3.h>
#include <thread>

namespace cresset::test {

struct FaultDisk::Inside : FaultFiles {
    explicit Inside(std::uint64_t seed) : FaultFiles{seed} {}
    std::string name;
    sqlite3_vfs vfs{};
};

namespace {

struct Handle {
    sqlite3_file base;
    FaultFiles* disk;
    std::shared_ptr<FaultFile>* file;
    std::string* delete_on_close;
};

Handle& of(sqlite3_file* file)
{
    return *reinterpret_cast<Handle*>(file);
}

FaultFile& content(sqlite3_file* file)
{
    return **of(file).file;
}

std::unique_lock<std::mutex> held(sqlite3_file* file)
{
    return std::unique_lock{of(file).disk->mutex};
}

int unlock(sqlite3_file* file, int level)
{
    auto const lock = held(file);
    content(file).levels[file] = level;
    return SQLITE_OK;
}

int close(sqlite3_file* file)
{
    auto lock = held(file);
    content(file).levels.erase(file);
    if (of(file).delete_on_close) of(file).disk->files.erase(*of(file).delete_on_close);
    delete of(file).delete_on_close;
    delete of(file).file;
    return SQLITE_OK;
}

int read(sqlite3_file* file, void* to, int size, sqlite3_int64 at)
{
    auto const lock = held(file);
    if (of(file).disk->dead) return SQLITE_IOERR_READ;
    std::memset(to, 0, static_cast<std::size_t>(size));
    auto const& bytes = content(file).shown;
    if (static_cast<std::size_t>(at) >= bytes.size()) return SQLITE_IOERR_SHORT_READ;
    auto const got = bytes.copy(static_cast<char*>(to), static_cast<std::size_t>(size), static_cast<std::size_t>(at));
    return got < static_cast<std::size_t>(size) ? SQLITE_IOERR_SHORT_READ : SQLITE_OK;
}

int write(sqlite3_file* file, void const* from, int size, sqlite3_int64 at)
{
    auto const lock = held(file);
    return of(file).disk->write(content(file), {static_cast<char const*>(from), static_cast<std::size_t>(size)},
                                static_cast<std::size_t>(at));
}

int cut(sqlite3_file* file, sqlite3_int64 size)
{
    auto const lock = held(file);
    return of(file).disk->cut(content(file), static_cast<std::size_t>(size));
}

int sync(sqlite3_file* file, int)
{
    auto const lock = held(file);
    return of(file).disk->sync(content(file));
}

int file_size(sqlite3_file* file, sqlite3_int64* size)
{
    auto const lock = held(file);
    *size = static_cast<sqlite3_int64>(content(file).shown.size());
    return SQLITE_OK;
}

int lock_level(sqlite3_file* file, int level)
{
    auto const lock = held(file);
    auto& levels = content(file).levels;
    int others = SQLITE_LOCK_NONE;
    for (auto const& [handle, its] : levels)
        if (handle != file) others = std::max(others, its);
    bool const free = level == SQLITE_LOCK_SHARED     ? others < SQLITE_LOCK_PENDING
                      : level == SQLITE_LOCK_RESERVED ? others < SQLITE_LOCK_RESERVED
                                                      : others < SQLITE_LOCK_SHARED;
    if (!free) return SQLITE_BUSY;
    levels[file] = std::max(levels[file], level);
    return SQLITE_OK;
}

int check_reserved(sqlite3_file* file, int* reserved)
{
    auto const lock = held(file);
    auto const& levels = content(file).levels;
    *reserved =
        std::any_of(levels.begin(), levels.end(), [](auto const& one) { return one.second >= SQLITE_LOCK_RESERVED; });
    return SQLITE_OK;
}

int control(sqlite3_file*, int, void*)
{
    return SQLITE_NOTFOUND;
}

int sector_size(sqlite3_file*)
{
    return 512;
}

int characteristics(sqlite3_file*)
{
    return 0;
}

int index_map(sqlite3_file* file, int page, int, int extend, void volatile** out)
{
    auto const lock = held(file);
    auto& its = content(file);
    its.index_users.insert(file);
    auto const wanted = static_cast<std::size_t>(page);
    *out = nullptr;
    if (wanted >= its.index.size() && extend == 0) return SQLITE_OK;
    while (its.index.size() <= wanted) its.index.push_back(std::make_unique<std::array<char, 32768>>());
    *out = its.index[wanted]->data();
    return SQLITE_OK;
}

int index_lock(sqlite3_file* file, int first, int count, int flags)
{
    auto const lock = held(file);
    auto& its = content(file);
    bool const exclusive = (flags & SQLITE_SHM_EXCLUSIVE) != 0;
    for (auto i = static_cast<std::size_t>(first); i < static_cast<std::size_t>(first + count); ++i) {
        bool const by_other = its.index_exclusive[i] && its.index_exclusive[i] != file;
        if ((flags & SQLITE_SHM_LOCK) && (by_other || (exclusive && its.index_shared[i] > 0))) return SQLITE_BUSY;
    }
    for (auto i = static_cast<std::size_t>(first); i < static_cast<std::size_t>(first + count); ++i) {
        bool const take = (flags & SQLITE_SHM_LOCK) != 0;
        if (exclusive)
            its.index_exclusive[i] = take ? file : nullptr;
        else
            its.index_shared[i] += take ? 1 : -1;
    }
    return SQLITE_OK;
}

void index_barrier(sqlite3_file* file)
{
    auto const lock = held(file);
}

int index_unmap(sqlite3_file* file, int)
{
    auto const lock = held(file);
    auto& its = content(file);
    its.index_users.erase(file);
    if (its.index_users.empty()) its.index.clear();
    return SQLITE_OK;
}

constexpr sqlite3_io_methods methods = {2,
                                        close,
                                        read,
                                        write,
                                        cut,
                                        sync,
                                        file_size,
                                        lock_level,
                                        unlock,
                                        check_reserved,
                                        control,
                                        sector_size,
                                        characteristics,
                                        index_map,
                                        index_lock,
                                        index_barrier,
                                        index_unmap,
                                        nullptr,
                                        nullptr};

FaultFiles& disk_of(sqlite3_vfs* vfs)
{
    return *static_cast<FaultFiles*>(vfs->pAppData);
}

int open(sqlite3_vfs* vfs, char const* name, sqlite3_file* file, int flags, int* out)
{
    auto& disk = disk_of(vfs);
    std::unique_lock const lock{disk.mutex};
    file->pMethods = nullptr;
    if (disk.dead) return SQLITE_CANTOPEN;
    std::string const path = name ? name : fmt::format("temporary {}", disk.dice.next());
    auto found = disk.open(path, (flags & SQLITE_OPEN_CREATE) != 0);
    if (!found) return SQLITE_CANTOPEN;
    auto& handle = of(file);
    handle.disk = &disk;
    handle.file = new std::shared_ptr<FaultFile>(std::move(found));
    handle.delete_on_close = (flags & SQLITE_OPEN_DELETEONCLOSE) ? new std::string(path) : nullptr;
    file->pMethods = &methods;
    if (out) *out = flags;
    return SQLITE_OK;
}

int remove_file(sqlite3_vfs* vfs, char const* name, int sync_folder)
{
    std::unique_lock const lock{disk_of(vfs).mutex};
    return disk_of(vfs).remove(name, sync_folder != 0);
}

int access(sqlite3_vfs* vfs, char const* name, int, int* found)
{
    std::unique_lock const lock{disk_of(vfs).mutex};
    *found = disk_of(vfs).files.contains(name) ? 1 : 0;
    return SQLITE_OK;
}

int full_name(sqlite3_vfs*, char const* name, int size, char* out)
{
    sqlite3_snprintf(size, out, "%s", name);
    return SQLITE_OK;
}

int randomness(sqlite3_vfs* vfs, int size, char* out)
{
    std::unique_lock const lock{disk_of(vfs).mutex};
    for (int i = 0; i < size; ++i) out[i] = static_cast<char>(disk_of(vfs).dice.below(256));
    return size;
}

/// How long SQLite waits for somebody else's lock before it looks again.
int pause(sqlite3_vfs* vfs, int microseconds)
{
    ++disk_of(vfs).pauses;
    if (disk_of(vfs).patient) std::this_thread::sleep_for(std::chrono::microseconds{microseconds});
    return microseconds;
}

int time_of_day(sqlite3_vfs*, double* time)
{
    *time = 2461000.5;
    return SQLITE_OK;
}

int last_error(sqlite3_vfs*, int, char*)
{
    return 0;
}

void check_done(int code, std::string const& doing)
{
    if (code != SQLITE_OK) throw StoreError{code, doing + ": the disk refuses"};
}

struct HeldName : Disk::Lock {
    HeldName(std::shared_ptr<FaultDisk::Inside> disk, std::string held) : inside{std::move(disk)}, name{std::move(held)}
    {
    }
    ~HeldName() override
    {
        std::unique_lock const lock{inside->mutex};
        inside->locks.erase(name);
    }
    std::shared_ptr<FaultDisk::Inside> inside;
    std::string name;
};

}  // namespace

FaultDisk::FaultDisk(std::uint64_t seed) : inside_{std::make_shared<Inside>(seed)}
{
    static std::atomic<int> count{0};
    inside_->name = fmt::format("fault-{}", ++count);
    auto& vfs = inside_->vfs;
    vfs.iVersion = 1;
    vfs.szOsFile = sizeof(Handle);
    vfs.mxPathname = 512;
    vfs.zName = inside_->name.c_str();
    vfs.pAppData = static_cast<FaultFiles*>(inside_.get());
    vfs.xOpen = open;
    vfs.xDelete = remove_file;
    vfs.xAccess = access;
    vfs.xFullPathname = full_name;
    vfs.xRandomness = randomness;
    vfs.xSleep = pause;
    vfs.xCurrentTime = time_of_day;
    vfs.xGetLastError = last_error;
    CRESSET_CHECK(sqlite3_vfs_register(&vfs, 0) == SQLITE_OK);
}

FaultDisk::~FaultDisk()
{
    sqlite3_vfs_unregister(&inside_->vfs);
}

std::uint64_t FaultDisk::operations() const
{
    std::unique_lock const lock{inside_->mutex};
    return inside_->operations;
}

void FaultDisk::cut_power_at(std::uint64_t n)
{
    std::unique_lock const lock{inside_->mutex};
    inside_->power_off_at = inside_->operations + n;
}

bool FaultDisk::has_power() const
{
    std::unique_lock const lock{inside_->mutex};
    return !inside_->dead;
}

void FaultDisk::restart()
{
    std::unique_lock const lock{inside_->mutex};
    for (auto const& [name, file] : inside_->files) CRESSET_CHECK(file->levels.empty());
    inside_->lose_power_for_good();
}

void FaultDisk::fail_at(std::uint64_t n, std::uint64_t times)
{
    std::unique_lock const lock{inside_->mutex};
    inside_->fail_at = inside_->operations + n;
    inside_->fail_until = inside_->fail_at + times;
    inside_->failed = false;
}

bool FaultDisk::has_failed() const
{
    std::unique_lock const lock{inside_->mutex};
    return inside_->failed;
}

void FaultDisk::limit(std::uint64_t bytes)
{
    std::unique_lock const lock{inside_->mutex};
    inside_->limit = bytes;
}

std::uint64_t FaultDisk::used() const
{
    std::unique_lock const lock{inside_->mutex};
    std::uint64_t sum = 0;
    for (auto const& [name, file] : inside_->files) sum += file->shown.size();
    return sum;
}

std::uint64_t FaultDisk::syncs() const
{
    std::unique_lock const lock{inside_->mutex};
    return inside_->syncs;
}

std::uint64_t FaultDisk::pauses() const
{
    return inside_->pauses;
}

void FaultDisk::be_impatient()
{
    inside_->patient = false;
}

std::string FaultDisk::bytes_of(std::string const& prefix) const
{
    std::unique_lock const lock{inside_->mutex};
    std::string bytes;
    for (auto const& [name, file] : inside_->files)
        if (name.starts_with(prefix)) bytes += file->shown;
    return bytes;
}

std::string FaultDisk::vfs() const
{
    return inside_->name;
}

bool FaultDisk::exists(std::filesystem::path const& file)
{
    std::unique_lock const lock{inside_->mutex};
    return inside_->files.contains(file.string());
}

void FaultDisk::rename(std::filesystem::path const& from, std::filesystem::path const& to)
{
    std::unique_lock const lock{inside_->mutex};
    check_done(inside_->rename(from.string(), to.string()), "rename");
}

void FaultDisk::remove(std::filesystem::path const& file)
{
    std::unique_lock const lock{inside_->mutex};
    int const code = inside_->remove(file.string(), false);
    if (code != SQLITE_IOERR_DELETE_NOENT) check_done(code, "remove");
}

std::optional<std::string> FaultDisk::read(std::filesystem::path const& file)
{
    std::unique_lock const lock{inside_->mutex};
    if (inside_->dead) check_done(SQLITE_IOERR_READ, "read");
    auto const found = inside_->open(file.string(), false);
    return found ? std::optional{found->shown} : std::nullopt;
}

void FaultDisk::append(std::filesystem::path const& file, std::string_view bytes)
{
    std::unique_lock const lock{inside_->mutex};
    auto const found = inside_->open(file.string(), true);
    check_done(inside_->write(*found, bytes, found->shown.size()), "append");
    check_done(inside_->sync(*found), "append");
}

std::unique_ptr<Disk::Lock> FaultDisk::lock(std::filesystem::path const& file)
{
    std::unique_lock const lock{inside_->mutex};
    if (inside_->dead) check_done(SQLITE_IOERR, "lock");
    inside_->open(file.string(), true);
    if (!inside_->locks.insert(file.string()).second) return {};
    return std::make_unique<HeldName>(inside_, file.string());
}

Disk::Space FaultDisk::space(std::filesystem::path const&)
{
    std::uint64_t const whole = inside_->limit > 0 ? inside_->limit : 1'000'000'000;
    return {whole - std::min(whole, used()), whole};
}

}  // namespace cresset::test
