#pragma once
/// Writes one city pack into a file that is not there yet. Whoever calls decides under which name; see maps/import.h.

#include "core/base/result.h"
#include "maps/import.h"
#include "maps/progress.h"

#include <filesystem>

namespace cresset::maps {

/// Overwrites `file`. A problem if progress asked to stop or the map has nothing to show; throws as the database does.
Result<ImportReport> write_pack(SourceMap const& map, std::filesystem::path const& file, ImportOptions const& options,
                                Progress const& progress);

}  // namespace cresset::maps
