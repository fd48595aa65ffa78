#pragma once
/// What a store needs of the disk beside SQLite: renaming, small files beside a database, locks, free space. A test
/// puts a disk in its place that loses power, fills up or fails. Safe to use from several threads. Failures are
/// StoreErrors.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace cresset {

class Disk {
public:
    /// Holds the lock as long as it lives.
    class Lock {
    public:
        virtual ~Lock() = default;
    };
    virtual ~Disk() = default;

    /// SQLite's virtual file system for databases on this disk; empty: the machine's own.
    virtual std::string vfs() const = 0;
    virtual bool exists(std::filesystem::path const& file) = 0;
    /// On the disk when it returns. `to` is not replaced: throws if it is there already.
    virtual void rename(std::filesystem::path const& from, std::filesystem::path const& to) = 0;
    /// Nothing happens if it is not there.
    virtual void remove(std::filesystem::path const& file) = 0;
    /// The whole file; nothing if it is not there.
    virtual std::optional<std::string> read(std::filesystem::path const& file) = 0;
    /// At the end of the file, which is made if need be; on the disk when it returns.
    virtual void append(std::filesystem::path const& file, std::string_view bytes) = 0;
    /// One holder at a time on the whole machine, until it lets go or dies; makes the file. Nothing if it is held.
    virtual std::unique_ptr<Lock> lock(std::filesystem::path const& file) = 0;
    /// Bytes that may still be written beside this file, and the size of that disk.
    struct Space {
        std::uint64_t left;
        std::uint64_t whole;
    };
    virtual Space space(std::filesystem::path const& file) = 0;
};

/// The machine's own.
std::shared_ptr<Disk> machine_disk();

}  // namespace cresset
