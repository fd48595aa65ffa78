#include "core/feeds/incident_file.h"

#include "core/base/text.h"
#include "core/feeds/csv.h"
#include "core/feeds/outside_json.h"
#include "core/feeds/row_reader.h"

#include <algorithm>
#include <fmt/format.h>
#include <limits>

namespace cresset::feeds {

namespace {

using Json = nlohmann::json;

constexpr JsonLimits geojson_limits{std::size_t{32} * 1024 * 1024, 32};
constexpr std::size_t not_there = std::numeric_limits<std::size_t>::max();
using Positions = std::array<std::size_t, column_count>;  // of our columns among the cells

void refuse(IncidentFile& file, std::string_view where, RowProblem const& problem)
{
    file.counters.count(problem.reason);
    if (file.problems.size() < IncidentFile::problem_limit)
        file.problems.push_back({fmt::format("{}: {}", where, problem.text)});
}

void take(IncidentFile& file, std::string_view kind, std::size_t line, std::variant<IncidentRow, RowProblem> read)
{
    if (auto const* problem = std::get_if<RowProblem>(&read))
        return refuse(file, fmt::format("{} {}", kind, line), *problem);
    file.counters.count_read();
    auto& row = std::get<IncidentRow>(read);
    row.line = line;
    file.rows.push_back(std::move(row));
}

Result<Positions> positions_of(CsvRow const& heading, TableMap const& map)
{
    Positions positions;
    positions.fill(not_there);
    for (std::size_t i = 0; i < column_count; ++i) {
        if (!map.columns[i]) continue;
        auto const found = std::find_if(heading.cells.begin(), heading.cells.end(),
                                        [&](std::string const& cell) { return trim(cell) == *map.columns[i]; });
        if (found == heading.cells.end())
            return Problem{fmt::format("the heading has no column \"{}\", which the map names for \"{}\"",
                                       *map.columns[i], name_of(static_cast<Column>(i)))};
        positions[i] = static_cast<std::size_t>(found - heading.cells.begin());
    }
    return positions;
}

std::variant<IncidentRow, RowProblem> read_csv_row(CsvRow& row, std::size_t width, Positions const& positions,
                                                   TableMap const& map)
{
    if (!row.problem.empty()) return RowProblem{Malformed::bad_row, row.problem};
    if (row.cells.size() != width)
        return RowProblem{Malformed::bad_row,
                          fmt::format("it has {} cells, the heading has {}", row.cells.size(), width)};
    RowValues values;
    for (std::size_t i = 0; i < column_count; ++i)
        if (positions[i] != not_there) values[i] = row.cells[positions[i]];
    return read_row(values, map);
}

/// Text as it is, numbers as written; nothing else is a value.
std::string text_of(Json const& value)
{
    if (value.is_string()) return value.get<std::string>();
    return value.is_number() ? value.dump() : std::string{};
}

/// The first position of a geometry of any shape: numbers at the bottom of its nested lists.
std::optional<Place> first_position(Json const& geometry)
{
    if (!geometry.is_object() || !geometry.contains("coordinates")) return {};
    Json const* list = &geometry["coordinates"];
    while (list->is_array() && !list->empty() && list->front().is_array()) list = &list->front();
    if (!list->is_array() || list->size() < 2 || !(*list)[0].is_number() || !(*list)[1].is_number()) return {};
    return place_from_degrees((*list)[1].get<double>(), (*list)[0].get<double>());
}

std::variant<IncidentRow, RowProblem> read_feature(Json const& feature, TableMap const& map)
{
    if (!feature.is_object() || !feature.contains("properties") || !feature["properties"].is_object())
        return RowProblem{Malformed::bad_row, "it is no feature with properties"};
    Json const& properties = feature["properties"];
    RowValues values;
    for (std::size_t i = 0; i < column_count; ++i)
        if (map.columns[i] && properties.contains(*map.columns[i])) values[i] = text_of(properties[*map.columns[i]]);
    auto read = read_row(values, map);
    auto* row = std::get_if<IncidentRow>(&read);
    if (row == nullptr || row->place || !feature.contains("geometry") || feature["geometry"].is_null()) return read;
    row->place = first_position(feature["geometry"]);
    if (!row->place) return RowProblem{Malformed::bad_place, "its geometry has no position on earth"};
    return read;
}

}  // namespace

Result<IncidentFile> read_incident_csv(std::string_view text, TableMap const& map)
{
    CsvReader reader{text, map.separator.value_or(detect_separator(text))};
    auto const heading = reader.next();
    if (!heading) return Problem{"the file is empty; its first line must name the columns"};
    if (!heading->problem.empty()) return Problem{"the heading cannot be read: " + heading->problem};
    auto const positions = positions_of(*heading, map);
    if (!positions) return Problem{positions.problem()};
    IncidentFile file;
    while (auto row = reader.next())
        take(file, "line", row->line, read_csv_row(*row, heading->cells.size(), *positions, map));
    return file;
}

Result<IncidentFile> read_incident_geojson(std::string_view text, TableMap const& map)
{
    auto const parsed = parse_json(text, geojson_limits);
    if (auto const* reason = std::get_if<Malformed>(&parsed))
        return Problem{fmt::format("the file cannot be read as GeoJSON: {}", name_of(*reason))};
    auto const& json = std::get<Json>(parsed);
    bool const collection = json.is_object() && json.contains("features") && json["features"].is_array();
    if (!collection) return Problem{"the file is no GeoJSON feature collection"};
    IncidentFile file;
    std::size_t number = 0;
    for (auto const& feature : json["features"]) take(file, "feature", ++number, read_feature(feature, map));
    return file;
}

}  // namespace cresset::feeds
