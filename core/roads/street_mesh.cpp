#include "core/roads/street_mesh.h"

#include "core/base/check.h"
#include "core/roads/snap_index.h"

#include <algorithm>
#include <numeric>

namespace cresset {
namespace {

constexpr std::int64_t finest_scale = 16;
constexpr std::int64_t nearest_node_mm = 300;
constexpr std::int64_t nearest_sample_mm = 8'000;
constexpr std::uint32_t sample_every_mm = 40'000;
constexpr std::int64_t cell_mm = 100'000;
constexpr std::int64_t most_cells = 4'000'000;
constexpr std::int64_t mm_per_e7_q20 = 11'659'649;  // of latitude, times 2^20

std::int64_t short_way(std::int64_t lon_e7)
{
    if (lon_e7 > 1'800'000'000) return lon_e7 - 3'600'000'000;
    if (lon_e7 < -1'800'000'000) return lon_e7 + 3'600'000'000;
    return lon_e7;
}

/// Rounded to the nearest, halves up.
std::int64_t divided(std::int64_t value, std::int64_t by)
{
    std::int64_t const sum = value + by / 2;
    return sum >= 0 ? sum / by : -((by - 1 - sum) / by);
}

}  // namespace

StreetMesh::StreetMesh(RoadGraph const& graph, Mode mode)
{
    choose_plane(graph.bounds());
    for (VertexNumber corner = 0; corner < triangles_.vertex_count(); ++corner)
        places_.push_back(place_on(triangles_.point(corner)));
    add_nodes(graph, mode);
    add_samples(graph, mode);
    choose_cells();
    add_blanks();
    sort_nodes_into_cells();
    leaving_ = triangles_.leaving_edges();
}

void StreetMesh::choose_plane(Bounds const& box)
{
    if (box.empty()) return;
    middle_ = box.middle();
    std::int64_t const cosine = cosine_q30(middle_.lat_e7);
    std::int64_t const high = (std::int64_t{box.max.lat_e7} - box.min.lat_e7) / 2 + 1;
    std::int64_t const wide = (std::int64_t{box.max.lon_e7} - box.min.lon_e7) / 2 + 1;
    for (north_scale_ = finest_scale; north_scale_ > 1; north_scale_ /= 2) {
        std::int64_t const room = Triangulation::farthest / north_scale_ * 9 / 10;
        if (high < room && (wide * cosine >> 30U) < room) break;
    }
    east_scale_ = std::max<std::int64_t>((north_scale_ * cosine + (1 << 29)) >> 30U, 1);
    cell_units_ = cell_mm * north_scale_ * (1 << 20) / mm_per_e7_q20;
}

PlanePoint StreetMesh::on_plane(Place place) const
{
    return {short_way(std::int64_t{place.lon_e7} - middle_.lon_e7) * east_scale_,
            (std::int64_t{place.lat_e7} - middle_.lat_e7) * north_scale_};
}

Place StreetMesh::place_on(PlanePoint point) const
{
    std::int64_t const lat = middle_.lat_e7 + divided(point.y, north_scale_);
    std::int64_t const lon = short_way(middle_.lon_e7 + divided(point.x, east_scale_));
    return {static_cast<std::int32_t>(std::clamp<std::int64_t>(lat, -900'000'000, 900'000'000)),
            static_cast<std::int32_t>(lon)};
}

std::int64_t StreetMesh::twice_area(std::int64_t square_metres) const
{
    std::int64_t const units_per_10_m = 10'000 * north_scale_ * (1 << 20) / mm_per_e7_q20;
    return 2 * square_metres * units_per_10_m / 100 * units_per_10_m;
}

bool StreetMesh::holds(Place place) const
{
    PlanePoint const at = on_plane(place);
    auto const fits = [](std::int64_t value) {
        return value > -Triangulation::farthest && value < Triangulation::farthest;
    };
    return fits(at.x) && fits(at.y);
}

VertexNumber StreetMesh::add(Place place, std::int64_t near_mm)
{
    VertexNumber const vertex = triangles_.add(on_plane(place), near_mm * north_scale_ * (1 << 20) / mm_per_e7_q20);
    if (vertex == places_.size()) places_.push_back(place);
    return vertex;
}

void StreetMesh::add_nodes(RoadGraph const& graph, Mode mode)
{
    first_node_ = static_cast<VertexNumber>(places_.size());
    vertex_of_node_.assign(graph.node_count(), no_number);
    for (NodeNumber node = 0; node < graph.node_count(); ++node) {
        auto const arcs = graph.arcs_out(node);
        auto const usable = [&](ArcNumber arc) { return graph.allows(arc, mode) || graph.allows(twin(arc), mode); };
        if (holds(graph.place(node)) && std::any_of(arcs.begin(), arcs.end(), usable))
            vertex_of_node_[node] = add(graph.place(node), nearest_node_mm);
    }
    first_sample_vertex_ = static_cast<VertexNumber>(places_.size());
}

void StreetMesh::add_samples(RoadGraph const& graph, Mode mode)
{
    first_sample_.assign(1, 0);
    for (StreetNumber street = 0; street < graph.street_count(); ++street) {
        ArcNumber const arc = 2 * street;
        std::uint32_t const length = graph.length_mm(arc);
        std::uint32_t const pieces = (length + sample_every_mm - 1) / sample_every_mm;
        bool const usable = graph.allows(arc, mode) || graph.allows(twin(arc), mode);
        for (std::uint32_t i = 1; usable && i < pieces; ++i) {
            auto const offset = static_cast<std::uint32_t>(std::uint64_t{length} * i / pieces);
            Place const place = position_on(graph, arc, offset).place;
            if (!holds(place)) continue;
            auto const before = places_.size();
            VertexNumber const vertex = add(place, nearest_sample_mm);
            if (vertex == before) samples_.push_back({offset, vertex});
        }
        first_sample_.push_back(static_cast<std::uint32_t>(samples_.size()));
    }
}

void StreetMesh::choose_cells()
{
    PlanePoint low{0, 0}, high{0, 0};
    for (VertexNumber vertex = first_node_; vertex < places_.size(); ++vertex) {
        PlanePoint const at = triangles_.point(vertex);
        low = {std::min(low.x, at.x), std::min(low.y, at.y)};
        high = {std::max(high.x, at.x), std::max(high.y, at.y)};
    }
    auto const count = [&](std::int64_t span) { return span / cell_units_ + 5; };
    while (count(high.x - low.x) * count(high.y - low.y) > most_cells) cell_units_ *= 2;
    columns_ = count(high.x - low.x);
    rows_ = count(high.y - low.y);
    corner_ = {low.x - 2 * cell_units_, low.y - 2 * cell_units_};
}

std::int64_t StreetMesh::column_of(std::int64_t x) const
{
    return std::clamp<std::int64_t>((x - corner_.x) / cell_units_, 0, columns_ - 1);
}

std::int64_t StreetMesh::row_of(std::int64_t y) const
{
    return std::clamp<std::int64_t>((y - corner_.y) / cell_units_, 0, rows_ - 1);
}

/// In the middle of every empty square beside one that is not: so an area ends beyond its streets, and wide open ground
/// between them does not belong to it.
void StreetMesh::add_blanks()
{
    std::vector<std::uint8_t> full(static_cast<std::size_t>(columns_ * rows_));
    for (VertexNumber vertex = first_node_; vertex < places_.size(); ++vertex) {
        PlanePoint const at = triangles_.point(vertex);
        full[cell(column_of(at.x), row_of(at.y))] = 1;
    }
    auto const any_around = [&](std::int64_t column, std::int64_t row) {
        for (std::int64_t y = row - 1; y <= row + 1; ++y)
            for (std::int64_t x = column - 1; x <= column + 1; ++x)
                if (full[cell(x, y)] != 0) return true;
        return false;
    };
    for (std::int64_t row = 1; row + 1 < rows_; ++row)
        for (std::int64_t column = 1; column + 1 < columns_; ++column) {
            if (full[cell(column, row)] != 0 || !any_around(column, row)) continue;
            Place const place = place_on(
                {corner_.x + column * cell_units_ + cell_units_ / 2, corner_.y + row * cell_units_ + cell_units_ / 2});
            if (holds(place)) add(place, nearest_node_mm);
        }
}

void StreetMesh::sort_nodes_into_cells()
{
    first_in_cell_.assign(static_cast<std::size_t>(columns_ * rows_) + 1, 0);
    auto const cell_at = [&](VertexNumber vertex) {
        PlanePoint const at = triangles_.point(vertex);
        return cell(column_of(at.x), row_of(at.y));
    };
    for (VertexNumber vertex = first_node_; vertex < first_sample_vertex_; ++vertex)
        ++first_in_cell_[cell_at(vertex) + 1];
    std::partial_sum(first_in_cell_.begin(), first_in_cell_.end(), first_in_cell_.begin());
    in_cells_.resize(first_sample_vertex_ - first_node_);
    auto next = first_in_cell_;
    for (VertexNumber vertex = first_node_; vertex < first_sample_vertex_; ++vertex)
        in_cells_[next[cell_at(vertex)]++] = vertex;
}

}  // namespace cresset
