#pragma once
/// The side file of a journal: its digest at every thousandth entry and at each close, one "COUNT:HEX" a line, added
/// after the rows are durable. It shows a cut tail, which no chain can.

#include "core/journal/chain.h"
#include "core/store/disk.h"

#include <filesystem>
#include <string>
#include <vector>

namespace cresset {

struct HeadFile {
    std::vector<SignedHead> heads;  // in the order of the file
    std::size_t damaged = 0;        // lines that are none: a power cut may leave such
    bool ends_with_a_whole_line = true;
};

/// Empty if there is no such file.
HeadFile read_head_file(Disk& disk, std::filesystem::path const& file);

}  // namespace cresset
