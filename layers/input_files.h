#pragma once
/// The file that was given and the parts that belong to it, in memory before this program is confined: afterwards it
/// can open nothing. Only plain files are taken, never pipes, devices or folders.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cresset::layers {

struct InputFile {
    std::string ending;     ///< in small letters, without its dot: "shx"
    std::span<char> bytes;  ///< a private copy, as long as the program runs
    std::string_view text() const { return {bytes.data(), bytes.size()}; }
};

/// The file itself first, then its neighbours of the same name with the endings that a Shapefile or a picture has
/// beside it. Throws Refused.
std::vector<InputFile> open_input(std::string const& path);

}  // namespace cresset::layers
