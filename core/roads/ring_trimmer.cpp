#include "core/roads/ring_trimmer.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace cresset {
namespace {

// A corner goes if the triangle with its neighbours is no larger; by steps, so that the least go first.
constexpr std::array<std::int64_t, 3> steps_m2{40, 150, 500};

}  // namespace

RingTrimmer::RingTrimmer(StreetMesh const& mesh) : mesh_{mesh}, first_in_cell_(mesh.cell_count(), no_number) {}

/// On its edge counts as within.
bool RingTrimmer::Triangle::holds(PlanePoint point) const
{
    bool const ab = turn_of(a, b, point) >= 0, bc = turn_of(b, c, point) >= 0, ca = turn_of(c, a, point) >= 0;
    return ab && bc && ca;
}

void RingTrimmer::enter(std::uint32_t corner)
{
    Corner& its = corners_[corner];
    std::size_t const cell = mesh_.cell(mesh_.column_of(its.at.x), mesh_.row_of(its.at.y));
    if (first_in_cell_[cell] == no_number) used_cells_.push_back(cell);
    its.next_in_cell = first_in_cell_[cell];
    first_in_cell_[cell] = corner;
}

void RingTrimmer::take(std::vector<Line*> const& rings)
{
    corners_.clear();
    sizes_.clear();
    for (std::uint32_t ring = 0; ring < rings.size(); ++ring) {
        auto const first = static_cast<std::uint32_t>(corners_.size());
        auto const size = static_cast<std::uint32_t>(rings[ring]->size());
        sizes_.push_back(size);
        for (std::uint32_t i = 0; i < size; ++i) {
            Place const place = (*rings[ring])[i];
            corners_.push_back({.at = mesh_.on_plane(place),
                                .place = place,
                                .ring = ring,
                                .before = first + (i + size - 1) % size,
                                .after = first + (i + 1) % size,
                                .next_in_cell = no_number});
            enter(first + i);
        }
    }
}

/// True if nothing that must keep its side lies in the triangle that the corner makes with its neighbours.
bool RingTrimmer::is_free(std::uint32_t corner, std::function<bool(VertexNumber)> const& is_fixed) const
{
    Corner const& its = corners_[corner];
    Triangle triangle{corners_[its.before].at, its.at, corners_[its.after].at};
    if (turn_of(triangle.a, triangle.b, triangle.c) < 0) std::swap(triangle.a, triangle.c);
    auto const [left, right] = std::minmax({triangle.a.x, triangle.b.x, triangle.c.x});
    auto const [low, high] = std::minmax({triangle.a.y, triangle.b.y, triangle.c.y});
    std::int64_t const last_column = mesh_.column_of(right), last_row = mesh_.row_of(high);
    for (std::int64_t row = mesh_.row_of(low); row <= last_row; ++row)
        for (std::int64_t column = mesh_.column_of(left); column <= last_column; ++column) {
            std::size_t const cell = mesh_.cell(column, row);
            for (std::uint32_t other = first_in_cell_[cell]; other != no_number; other = corners_[other].next_in_cell)
                if (!corners_[other].gone && other != corner && other != its.before && other != its.after &&
                    triangle.holds(corners_[other].at))
                    return false;
            for (VertexNumber const node : mesh_.nodes_in(cell))
                if (triangle.holds(mesh_.triangles().point(node)) && is_fixed(node)) return false;
        }
    return true;
}

void RingTrimmer::remove(std::uint32_t corner)
{
    Corner& its = corners_[corner];
    its.gone = true;
    --sizes_[its.ring];
    corners_[its.before].after = its.after;
    corners_[its.after].before = its.before;
    corners_[its.before].waits = corners_[its.after].waits = true;
}

bool RingTrimmer::pass(std::int64_t most, std::function<bool(VertexNumber)> const& is_fixed)
{
    bool any = false;
    std::uint32_t skipped = no_number;
    for (std::uint32_t corner = 0; corner < corners_.size(); ++corner) {
        Corner& its = corners_[corner];
        // Not two beside each other in one pass: what is left then hugs the old ring.
        if (its.gone || !its.waits || corner == skipped || sizes_[its.ring] <= 3) continue;
        its.waits = false;
        if (std::abs(turn_of(corners_[its.before].at, its.at, corners_[its.after].at)) > most) continue;
        if (!is_free(corner, is_fixed)) continue;
        remove(corner);
        skipped = its.after;
        any = true;
    }
    return any;
}

void RingTrimmer::give_back(std::vector<Line*> const& rings)
{
    for (Line* const ring : rings) ring->clear();
    for (Corner const& corner : corners_)
        if (!corner.gone) rings[corner.ring]->push_back(corner.place);
    for (std::size_t const cell : used_cells_) first_in_cell_[cell] = no_number;
    used_cells_.clear();
}

void RingTrimmer::trim(std::vector<Line*> const& rings, std::function<bool(VertexNumber)> const& is_fixed)
{
    take(rings);
    for (std::int64_t const step : steps_m2) {
        for (Corner& corner : corners_) corner.waits = true;
        while (pass(mesh_.twice_area(step), is_fixed)) {
        }
    }
    give_back(rings);
}

}  // namespace cresset
