#include "core/base/check.h"
#include "maps/sites.h"
#include "maps/source_shapes.h"

#include <algorithm>
#include <array>
#include <map>

namespace cresset::maps {

namespace {

constexpr std::array streets{"motorway",      "trunk",       "primary",       "secondary",      "tertiary",
                             "motorway_link", "trunk_link",  "primary_link",  "secondary_link", "tertiary_link",
                             "unclassified",  "residential", "living_street", "service",        "pedestrian"};
constexpr std::array big_streets{"trunk", "primary", "secondary", "tertiary"};
constexpr std::array any_streets{"unclassified", "residential", "motorway", "living_street", "service"};

template <std::size_t n>
bool is_one_of(SourceMap const& map, Tags const& tags, std::array<char const*, n> const& values)
{
    auto const value = map.tag(tags, "highway");
    return value && std::find(values.begin(), values.end(), *value) != values.end();
}

/// A street has to be this long within a cell, in all, for the cell to count.
constexpr std::int64_t enough_mm = 250'000;

using Cells = std::map<std::pair<std::int32_t, std::int32_t>, std::int64_t>;

Cells street_lengths(SourceMap const& map, BuiltUp const& grid)
{
    Cells lengths;
    for (SourceWay const& way : map.ways) {
        if (!is_one_of(map, way.tags, streets)) continue;
        for (std::size_t i = 1; i < way.nodes.size(); ++i) {
            Place const a = map.nodes[way.nodes[i - 1]].place;
            Place const b = map.nodes[way.nodes[i]].place;
            Place const middle = between(a, b, 1, 2);
            lengths[{(middle.lat_e7 - grid.box.min.lat_e7) / grid.cell_lat_e7,
                     (middle.lon_e7 - grid.box.min.lon_e7) / grid.cell_lon_e7}] += distance_mm(a, b);
        }
    }
    return lengths;
}

BuiltUp grid_of(SourceMap const& map, Bounds const& box, std::int64_t cell_mm)
{
    BuiltUp grid;
    grid.box = box;
    Place const corner = moved(box.middle(), cell_mm, cell_mm);
    grid.cell_lat_e7 = std::max(corner.lat_e7 - box.middle().lat_e7, 1);
    grid.cell_lon_e7 = std::max(corner.lon_e7 - box.middle().lon_e7, 1);
    for (auto const& [cell, length] : street_lengths(map, grid))
        if (length >= enough_mm) grid.cells.push_back(cell);
    return grid;
}

Bounds box_of_streets(SourceMap const& map)
{
    Bounds box;
    for (SourceWay const& way : map.ways)
        if (is_one_of(map, way.tags, streets))
            for (std::uint32_t const node : way.nodes) box.add(map.nodes[node].place);
    return box;
}

template <std::size_t n>
std::vector<Place> junctions_of(SourceMap const& map, std::array<char const*, n> const& values)
{
    std::vector<std::uint8_t> arms(map.nodes.size());
    for (SourceWay const& way : map.ways) {
        if (!is_one_of(map, way.tags, values)) continue;
        for (std::size_t i = 0; i < way.nodes.size(); ++i) {
            bool const is_end = i == 0 || i + 1 == way.nodes.size();
            auto& count = arms[way.nodes[i]];
            count = static_cast<std::uint8_t>(std::min(count + (is_end ? 1 : 2), 100));
        }
    }
    std::vector<Place> places;
    for (std::size_t i = 0; i < arms.size(); ++i)
        if (arms[i] >= 3) places.push_back(map.nodes[i].place);
    return places;
}

std::size_t farthest(std::vector<Place> const& places, std::vector<std::int64_t>& nearest_chosen, Place last)
{
    std::size_t best = 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        nearest_chosen[i] = std::min(nearest_chosen[i], distance_mm(places[i], last));
        if (nearest_chosen[i] > nearest_chosen[best]) best = i;
    }
    return best;
}

}  // namespace

Bounds BuiltUp::bounds_of(std::pair<std::int32_t, std::int32_t> cell) const
{
    Place const min{box.min.lat_e7 + cell.first * cell_lat_e7, box.min.lon_e7 + cell.second * cell_lon_e7};
    return {min, {min.lat_e7 + cell_lat_e7, min.lon_e7 + cell_lon_e7}};
}

BuiltUp find_built_up(SourceMap const& map, std::size_t max_cells)
{
    CRESSET_CHECK(max_cells > 0);
    Bounds const box = box_of_streets(map);
    if (box.empty()) return {};
    for (std::int64_t cell_mm = 1'000'000;; cell_mm += cell_mm / 2)
        if (BuiltUp grid = grid_of(map, box, cell_mm); grid.cells.size() <= max_cells) return grid;
}

std::vector<Place> spread_over_junctions(SourceMap const& map, std::size_t count)
{
    std::vector<Place> junctions = junctions_of(map, big_streets);
    if (junctions.size() < 4 * count) junctions = junctions_of(map, any_streets);
    if (junctions.empty() || count == 0) return {};
    Bounds box;
    for (Place const place : junctions) box.add(place);
    auto const first = std::min_element(junctions.begin(), junctions.end(), [&](Place a, Place b) {
        return distance_mm(a, box.middle()) < distance_mm(b, box.middle());
    });
    std::vector<Place> chosen{*first};
    std::vector<std::int64_t> nearest_chosen(junctions.size(), INT64_MAX);
    while (chosen.size() < count) {
        std::size_t const next = farthest(junctions, nearest_chosen, chosen.back());
        if (nearest_chosen[next] == 0) break;
        chosen.push_back(junctions[next]);
    }
    return chosen;
}

}  // namespace cresset::maps
