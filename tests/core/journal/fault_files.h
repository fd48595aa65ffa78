#pragma once
/// The files of a FaultDisk: what they hold, what of it is on the disk, and who has locked what.

#include "core/base/dice.h"

#include <array>
#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace cresset::test {

struct FaultFile {
    struct Write {
        std::size_t at;
        std::string bytes;
        bool is_cut;  // to the length `at`
    };
    std::string shown;                  // what reads see
    std::string durable;                // what is on the disk
    std::vector<Write> unsynced;        // between the two
    bool name_is_durable = false;       // its name is on the disk
    std::map<void const*, int> levels;  // SQLite's lock levels, by handle

    // The log's index, shared by the connections of this process; gone with the last one.
    std::vector<std::unique_ptr<std::array<char, 32768>>> index;
    std::set<void const*> index_users;
    std::array<int, 8> index_shared{};
    std::array<void const*, 8> index_exclusive{};
};

/// All answers are result codes of SQLite.
class FaultFiles {
public:
    explicit FaultFiles(std::uint64_t seed) : dice{seed, 77} {}

    int write(FaultFile& file, std::string_view bytes, std::size_t at);
    int cut(FaultFile& file, std::size_t size);
    int sync(FaultFile& file);
    int remove(std::string const& name, bool sync_folder);
    int rename(std::string const& from, std::string const& to);
    std::shared_ptr<FaultFile> open(std::string const& name, bool make);
    void lose_power_for_good();

    std::mutex mutex;  // held by every caller
    std::map<std::string, std::shared_ptr<FaultFile>> files;
    std::map<std::string, std::shared_ptr<FaultFile>> removed;  // may come back when the power goes
    std::set<std::string> locks;
    Dice dice;
    std::uint64_t operations = 0;
    std::uint64_t syncs = 0;
    std::uint64_t power_off_at = 0;
    std::uint64_t fail_at = 0;
    std::uint64_t fail_until = 0;
    std::uint64_t limit = 0;
    bool dead = false;
    std::atomic<std::uint64_t> pauses{0};
    std::atomic<bool> patient{true};
    bool failed = false;

private:
    enum class Fate { done, fails, power_goes };
    Fate next();
    std::uint64_t used() const;
    void survive(FaultFile& file);
};

}  // namespace cresset::test
