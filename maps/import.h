#pragma once
/// Makes a city pack of OpenStreetMap data or of a generated map. The pack appears under its name only when it is whole
/// and verified: until then it is OUTPUT.part, which a later run overwrites. The same input gives the same bytes.

#include "core/base/result.h"
#include "maps/pack.h"
#include "maps/progress.h"
#include "maps/source_map.h"

#include <filesystem>
#include <string>
#include <vector>

namespace cresset::maps {

struct ImportOptions {
    std::string name;       // empty: from the data or the file's name
    std::string time_zone;  // IANA; empty: from the place
    std::string source;     // empty: the input's file name
    int threads = 2;
    /// Readings of Chinese; where the file is missing ICU's serve, and the report says so.
    std::filesystem::path pinyin_dictionary = "/usr/share/rime-data/pinyin_simp.dict.yaml";
};

struct ImportOrder {
    std::filesystem::path input;   // .osm.pbf, .osm, .osm.gz, .osm.bz2
    std::filesystem::path output;  // CITY.mbtiles; replaced if it is there
    ImportOptions options;
};

struct ImportReport {
    PackInfo info;
    std::vector<std::string> notes;  // what the data lacked and what was done instead
};

/// A problem if the input is refused, the output cannot be written, or progress asked to stop; nothing is left then.
/// What a failing disk throws is caught here and told as a problem, too.
Result<ImportReport> import_city(ImportOrder const& order, Progress const& progress = {});

/// The same from a map that is there already (the training city). Empties `map` as it goes, to save memory.
Result<ImportReport> write_city(SourceMap map, std::filesystem::path const& output, ImportOptions const& options,
                                Progress const& progress = {});

}  // namespace cresset::maps
