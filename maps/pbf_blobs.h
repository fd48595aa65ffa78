#pragma once
/// A look at the blobs of a .osm.pbf file (https://wiki.openstreetmap.org/wiki/PBF_Format) before libosmium reads it:
/// libosmium 2.19 compares the kind of a blob without asking whether the file states one.

#include <filesystem>
#include <string>

namespace cresset::maps {

/// Why libosmium must not read the file; empty if it may. What is cut short is left for libosmium to refuse.
std::string fault_of_blobs(std::filesystem::path const& file);

}  // namespace cresset::maps
