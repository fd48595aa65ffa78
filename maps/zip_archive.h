#pragma once
/// Reads ZIP archives of somebody else (APPNOTE 6.3, stored and deflated entries, without ZIP64): nothing is written
/// anywhere, and an archive that would unpack to too much or whose names lead out of it is refused as a whole before
/// anything is unpacked.

#include "maps/layer_refusal.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace cresset::maps {

struct ZipLimits {
    std::size_t entries = 10'000;
    std::uint64_t unpacked = std::uint64_t{512} << 20;
    /// No entry beyond `free` bytes may be so many times larger than it is packed.
    std::uint64_t ratio = 100;
    std::uint64_t free = std::uint64_t{1} << 20;
};

struct ZipEntry {
    std::string name;  ///< as in the archive, with slashes; never absolute, never with ".."
    std::uint64_t packed = 0, unpacked = 0, at = 0;
    std::uint32_t crc = 0;
    int method = 0;
};

class ZipArchive {
public:
    /// The bytes must stay where they are as long as the archive.
    static std::variant<ZipArchive, LayerRefusal> open(std::string_view bytes, ZipLimits const& limits = {});

    std::vector<ZipEntry> const& entries() const { return entries_; }
    /// What the entry holds; damaged if its bytes are not what the archive says of them.
    std::variant<std::string, LayerRefusal> unpack(ZipEntry const& entry) const;

private:
    std::string_view bytes_;
    std::vector<ZipEntry> entries_;
};

}  // namespace cresset::maps
