#pragma once
/// A disk in memory that loses power, fails or fills up when it is told to, for databases (as a virtual file system of
/// SQLite) and for the files beside them. What was not synced when the power goes is kept, lost or garbage, 512 bytes
/// at a time, by dice of the seed. After a failed sync the bytes are still shown, but a later sync does not write them,
/// as with Linux. Safe to use from several threads.

#include "core/store/disk.h"

#include <memory>
#include <string>

namespace cresset::test {

class FaultDisk : public Disk {
public:
    explicit FaultDisk(std::uint64_t seed);
    FaultDisk(FaultDisk const&) = delete;
    FaultDisk& operator=(FaultDisk const&) = delete;
    ~FaultDisk() override;

    /// Writes, syncs, cuts, deletions and renames so far.
    std::uint64_t operations() const;
    /// The power goes at the n-th operation from now (1: the next): it is half done, and nothing works any more.
    void cut_power_at(std::uint64_t n);
    bool has_power() const;
    /// What was not on the disk is decided; the machine is on again. Nothing may be open.
    void restart();
    /// The n-th operation from now fails, and so do as many that follow.
    void fail_at(std::uint64_t n, std::uint64_t times);
    bool has_failed() const;
    /// All files together may not be larger; 0: no limit.
    void limit(std::uint64_t bytes);
    std::uint64_t used() const;
    /// Syncs that a commit waited for.
    std::uint64_t syncs() const;
    /// How often somebody waited for a lock of another; without patience such waits take no time.
    std::uint64_t pauses() const;
    void be_impatient();
    /// The bytes of all files whose name begins so.
    std::string bytes_of(std::string const& prefix) const;

    std::string vfs() const override;
    bool exists(std::filesystem::path const& file) override;
    void rename(std::filesystem::path const& from, std::filesystem::path const& to) override;
    void remove(std::filesystem::path const& file) override;
    std::optional<std::string> read(std::filesystem::path const& file) override;
    void append(std::filesystem::path const& file, std::string_view bytes) override;
    std::unique_ptr<Lock> lock(std::filesystem::path const& file) override;
    Space space(std::filesystem::path const& file) override;

    struct Inside;

private:
    std::shared_ptr<Inside> inside_;
};

}  // namespace cresset::test
