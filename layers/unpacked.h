#pragma once
/// The map files in what was given: itself, or those in a ZIP archive (a zipped Shapefile, a KMZ).

#include "layers/file_kind.h"
#include "layers/input_files.h"

#include <deque>
#include <string>
#include <vector>

namespace cresset::layers {

struct MapFile {
    FileKind kind;
    std::vector<InputFile> parts;  ///< the file to open first
};

struct Unpacked {
    std::vector<MapFile> files;
    std::deque<std::string> kept;  ///< what was unpacked: the parts lie in it
};

/// Throws Refused if there is none, or if the archive is one that is not opened.
Unpacked unpack_input(std::vector<InputFile> const& given);

}  // namespace cresset::layers
