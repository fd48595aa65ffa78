#include "app/ctl/unit_file.h"

#include "app/resources.h"
#include "core/base/text.h"
#include "core/facts/json_text.h"
#include "core/feeds/csv.h"

#include <array>
#include <fmt/format.h>

namespace cresset::app {

namespace {

constexpr std::array<std::string_view, 5> columns{"unit", "lat", "lon", "status", "mode"};
constexpr std::size_t needed_columns = 4;

/// Where each column stands in the file.
using Heading = std::array<std::optional<std::size_t>, columns.size()>;

Result<Heading> read_heading(feeds::CsvRow const& row)
{
    Heading heading;
    for (std::size_t i = 0; i < row.cells.size(); ++i)
        for (std::size_t column = 0; column < columns.size(); ++column)
            if (lower(trim(row.cells[i])) == columns[column]) heading[column] = i;
    for (std::size_t column = 0; column < needed_columns; ++column)
        if (!heading[column])
            return Problem{fmt::format("the first line names no column \"{}\": it must be unit,lat,lon,status[,mode]",
                                       columns[column])};
    return heading;
}

std::string cell(feeds::CsvRow const& row, std::optional<std::size_t> at)
{
    return at && *at < row.cells.size() ? std::string{trim(row.cells[*at])} : std::string{};
}

void read_place(std::string const& lat, std::string const& lon, UnitRow& unit)
{
    if (lat.empty() && lon.empty()) return;  // no fix: said by the recommendation
    auto const north = parse_real(lat);
    auto const east = parse_real(lon);
    if (north && east) unit.place = place_from_degrees(*north, *east);
    if (!unit.place) unit.problem = fmt::format("its place \"{},{}\" cannot be read", lat, lon);
}

UnitRow read_unit(feeds::CsvRow const& row, Heading const& heading)
{
    UnitRow unit;
    unit.unit = cell(row, heading[0]);
    if (unit.unit.empty()) unit.unit = fmt::format("line {}", row.line);
    read_place(cell(row, heading[1]), cell(row, heading[2]), unit);
    std::string const status = cell(row, heading[3]);
    if (auto const known = parse_status(status))
        unit.status = *known;
    else if (lower(status) == "distress")
        unit.problem = "is in distress";
    else
        unit.problem = fmt::format("its status \"{}\" is not known", status);
    std::string const mode = lower(cell(row, heading[4]));
    if (!mode.empty() && !from_word(mode, unit.mode)) unit.problem = fmt::format("its mode \"{}\" is not known", mode);
    if (!row.problem.empty()) unit.problem = fmt::format("line {}: {}", row.line, row.problem);
    return unit;
}

}  // namespace

Result<UnitFile> read_unit_file(std::filesystem::path const& file)
{
    auto const text = read_text_file(file);
    if (!text) return Problem{text.problem()};
    feeds::CsvReader reader{*text, feeds::detect_separator(*text)};
    auto const first = reader.next();
    if (!first) return Problem{fmt::format("{} is empty: give unit,lat,lon,status[,mode]", file.string())};
    auto const heading = read_heading(*first);
    if (!heading) return Problem{fmt::format("{}: {}", file.string(), heading.problem())};
    UnitFile units;
    while (auto const row = reader.next()) units.rows.push_back(read_unit(*row, *heading));
    return units;
}

std::vector<Candidate> candidates_of(UnitFile const& file)
{
    std::vector<Candidate> candidates;
    candidates.reserve(file.rows.size());
    for (UnitRow const& row : file.rows) {
        Candidate one;
        one.unit = {0, static_cast<std::uint32_t>(candidates.size() + 1)};
        one.place = row.place;
        one.mode = row.mode;
        if (!row.problem.empty() || row.status != Status::available)
            one.unfit = RankReason{ReasonCode::wrong_status, static_cast<std::int64_t>(row.status)};
        candidates.push_back(one);
    }
    return candidates;
}

}  // namespace cresset::app
