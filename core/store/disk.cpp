#include "core/store/disk.h"

#include "core/store/sqlite.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace cresset {

namespace {

[[noreturn]] void fail(std::string const& doing, std::filesystem::path const& file)
{
    int const error = errno;
    int const code = error == ENOSPC || error == EDQUOT ? SQLITE_FULL : error == EIO ? SQLITE_IOERR : SQLITE_CANTOPEN;
    throw StoreError{code, doing + " " + file.string() + ": " + std::strerror(error)};
}

class Descriptor {
public:
    Descriptor(std::filesystem::path const& file, int flags) : fd_{::open(file.c_str(), flags | O_CLOEXEC, 0644)} {}
    Descriptor(Descriptor const&) = delete;
    Descriptor& operator=(Descriptor const&) = delete;
    ~Descriptor()
    {
        if (fd_ >= 0) ::close(fd_);
    }
    int get() const { return fd_; }
    bool is_open() const { return fd_ >= 0; }

private:
    int fd_;
};

std::filesystem::path folder_of(std::filesystem::path const& file)
{
    auto const folder = file.parent_path();
    return folder.empty() ? std::filesystem::path{"."} : folder;
}

void sync_folder(std::filesystem::path const& file)
{
    Descriptor const folder{folder_of(file), O_RDONLY | O_DIRECTORY};
    if (!folder.is_open() || ::fsync(folder.get()) != 0) fail("cannot make durable the folder of", file);
}

void write_all(int fd, std::string_view bytes, std::filesystem::path const& file)
{
    while (!bytes.empty()) {
        auto const wrote = ::write(fd, bytes.data(), bytes.size());
        if (wrote < 0 && errno == EINTR) continue;
        if (wrote < 0) fail("cannot write", file);
        bytes.remove_prefix(static_cast<std::size_t>(wrote));
    }
}

struct HeldFile : Disk::Lock {
    explicit HeldFile(std::filesystem::path const& file) : descriptor{file, O_RDWR | O_CREAT} {}
    Descriptor descriptor;  // closing it lets go; so does the end of the process
};

class MachineDisk : public Disk {
public:
    std::string vfs() const override { return {}; }
    bool exists(std::filesystem::path const& file) override { return std::filesystem::exists(file); }

    void rename(std::filesystem::path const& from, std::filesystem::path const& to) override
    {
        // link() refuses an existing name where rename() would replace it.
        if (::link(from.c_str(), to.c_str()) != 0) fail("cannot make", to);
        if (::unlink(from.c_str()) != 0) fail("cannot remove", from);
        sync_folder(to);
    }

    void remove(std::filesystem::path const& file) override
    {
        if (::unlink(file.c_str()) != 0 && errno != ENOENT) fail("cannot remove", file);
    }

    std::optional<std::string> read(std::filesystem::path const& file) override
    {
        std::ifstream in{file, std::ios::binary};
        if (!in) return {};
        return std::string{std::istreambuf_iterator<char>{in}, {}};
    }

    void append(std::filesystem::path const& file, std::string_view bytes) override
    {
        bool const fresh = !std::filesystem::exists(file);
        Descriptor const out{file, O_WRONLY | O_APPEND | O_CREAT};
        if (!out.is_open()) fail("cannot open", file);
        write_all(out.get(), bytes, file);
        if (::fdatasync(out.get()) != 0) fail("cannot make durable", file);
        if (fresh) sync_folder(file);
    }

    std::unique_ptr<Lock> lock(std::filesystem::path const& file) override
    {
        auto held = std::make_unique<HeldFile>(file);
        if (!held->descriptor.is_open()) fail("cannot open", file);
        if (::flock(held->descriptor.get(), LOCK_EX | LOCK_NB) == 0) return held;
        if (errno == EWOULDBLOCK) return {};
        fail("cannot lock", file);
    }

    Space space(std::filesystem::path const& file) override
    {
        auto const found = std::filesystem::space(folder_of(file));
        return {found.available, found.capacity};
    }
};

}  // namespace

std::shared_ptr<Disk> machine_disk()
{
    return std::make_shared<MachineDisk>();
}

}  // namespace cresset
