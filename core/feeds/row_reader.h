#pragma once
/// Makes an incident of one row's values, whatever kind of file they come from: the part that CSV and GeoJSON share.

#include "core/feeds/counters.h"
#include "core/feeds/incident_row.h"
#include "core/feeds/table_map.h"

#include <array>
#include <string>
#include <variant>

namespace cresset::feeds {

/// The text of every column; empty where the row has none.
using RowValues = std::array<std::string, column_count>;

struct RowProblem {
    Malformed reason;
    std::string text;  // "the received time "yesterday" cannot be read"
};

std::variant<IncidentRow, RowProblem> read_row(RowValues const& values, TableMap const& map);

/// "37.7,-122.4", "(37.7, -122.4)" or "POINT (-122.4 37.7)"; nothing if it is no place.
std::optional<Place> place_from_text(std::string_view text);

}  // namespace cresset::feeds
