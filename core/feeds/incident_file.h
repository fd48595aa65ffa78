#pragma once
/// Incidents and unit responses from CSV or GeoJSON, read through a table map. Rows that cannot be read are counted and
/// described with their line, and the rest is read all the same.

#include "core/base/result.h"
#include "core/feeds/counters.h"
#include "core/feeds/incident_row.h"
#include "core/feeds/table_map.h"

#include <string>
#include <string_view>
#include <vector>

namespace cresset::feeds {

struct IncidentFile {
    /// So many problems are kept in words; all are counted.
    static constexpr std::size_t problem_limit = 100;

    std::vector<IncidentRow> rows;  // in the order of the file
    std::vector<Problem> problems;  // "line 12: ..."
    Counters counters;
};

/// A problem only if the file as a whole is not what the map describes (a required column is not in its heading).
Result<IncidentFile> read_incident_csv(std::string_view text, TableMap const& map);
/// A FeatureCollection; at most 32 MiB, nested at most 32 deep. Points give the place; of other shapes the first
/// position does, if the map has no columns for it.
Result<IncidentFile> read_incident_geojson(std::string_view text, TableMap const& map);

}  // namespace cresset::feeds
