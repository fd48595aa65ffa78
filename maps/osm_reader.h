#pragma once
/// Reads OpenStreetMap data (.osm.pbf, .osm, .osm.gz, .osm.bz2) into a SourceMap. The order of things in the file does
/// not matter; of things with the same id the newest version counts, of equal versions the last; deleted things are
/// left out.

#include "core/base/result.h"
#include "maps/progress.h"
#include "maps/source_map.h"

#include <filesystem>

namespace cresset::maps {

/// Refuses with the reason what cannot be read, is broken, cut short, or has no nodes or no ways.
Result<SourceMap> read_osm(std::filesystem::path const& file, Progress const& progress = {});

}  // namespace cresset::maps
