#pragma once
/// A list of units as a CSV file: unit,lat,lon,status[,mode], in any order of columns. A row that cannot be read keeps
/// its place in the list with what is wrong with it.

#include "core/base/geo.h"
#include "core/base/result.h"
#include "core/facts/mode.h"
#include "core/facts/status.h"
#include "core/roads/recommend.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace cresset::app {

struct UnitRow {
    std::string unit;
    std::optional<Place> place;  // none: it has no fix
    Status status = Status::available;
    Mode mode = Mode::emergency_car;
    std::string problem;  // empty, or why it cannot be asked to go
};

struct UnitFile {
    std::vector<UnitRow> rows;
};

/// A problem only if the file cannot be read or its heading lacks a column.
Result<UnitFile> read_unit_file(std::filesystem::path const& file);
/// Unit 0:1 is the first row.
std::vector<Candidate> candidates_of(UnitFile const& file);

}  // namespace cresset::app
