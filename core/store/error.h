#pragma once
/// What is thrown when the database or the disk under it fails: the code of SQLite, and what it means for the caller.

#include <stdexcept>
#include <string>

namespace cresset {

class StoreError : public std::runtime_error {
public:
    /// `extended` is SQLite's extended result code; the primary one is its low byte.
    StoreError(int extended, std::string const& text) : std::runtime_error(text), extended_{extended} {}

    int code() const { return extended_ & 0xFF; }
    int extended_code() const { return extended_; }
    /// No room left on the disk; nothing was damaged, and it goes on once there is room.
    bool is_disk_full() const;
    /// The machine failed: a read, a write or a sync. What was being written may be there or not.
    bool is_io_error() const;
    /// The file is no database, or a damaged one.
    bool is_corrupt() const;
    /// Another connection holds what is needed, or held it each time that SQLite looked.
    bool is_busy() const;
    /// A UNIQUE, CHECK or similar rule, or a trigger, refused it.
    bool is_constraint() const;

private:
    int extended_;
};

}  // namespace cresset
