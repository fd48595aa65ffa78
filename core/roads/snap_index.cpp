#include "core/roads/snap_index.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

namespace cresset {
namespace {

constexpr std::int64_t metre_e7 = 90;               // of latitude, about
constexpr std::int64_t cell_e7 = 80 * metre_e7;     // 80 m, unless that makes too many cells
constexpr std::uint32_t farthest_mm = 100'000'000;  // so that squares stay within 64 bits
constexpr std::int64_t most_cells = 1'000'000;
constexpr std::int64_t units_per_e7 = 16;  // of the plane in which distances are compared
// One unit of the plane is 11.119 mm / 16; times 2^20.
constexpr std::int64_t mm_per_unit_q20 = 728'728;

std::uint64_t root(std::uint64_t value)
{
    auto guess = static_cast<std::uint64_t>(std::sqrt(static_cast<double>(value)));
    using Wide = unsigned __int128;
    while (Wide{guess} * guess > value) --guess;
    while (Wide{guess + 1} * (guess + 1) <= value) ++guess;
    return guess;
}

std::int64_t to_mm(std::int64_t units)
{
    return units * mm_per_unit_q20 >> 20U;
}
std::int64_t to_units(std::int64_t mm)
{
    return (mm << 20U) / mm_per_unit_q20;
}

/// The point of a line at a part of its length, and the place there.
Place place_along(std::span<Place const> points, std::uint64_t part, std::uint64_t whole)
{
    std::int64_t sum = 0;
    for (std::size_t i = 1; i < points.size(); ++i) sum += distance_mm(points[i - 1], points[i]);
    auto left = static_cast<std::int64_t>(static_cast<unsigned __int128>(sum) * part / whole);
    for (std::size_t i = 1; i < points.size(); ++i) {
        std::int64_t const piece = distance_mm(points[i - 1], points[i]);
        if (left <= piece && piece > 0) return between(points[i - 1], points[i], left, piece);
        left -= piece;
    }
    return points.back();
}

}  // namespace

RoadPosition seen_back(RoadGraph const& graph, RoadPosition position)
{
    position.offset_mm = graph.length_mm(position.arc) - position.offset_mm;
    position.arc = twin(position.arc);
    return position;
}

RoadPosition position_on(RoadGraph const& graph, ArcNumber arc, std::uint32_t offset_mm)
{
    std::uint32_t const length = graph.length_mm(arc);
    offset_mm = std::min(offset_mm, length);
    std::uint32_t const ahead = is_ahead(arc) ? offset_mm : length - offset_mm;
    return {.arc = arc, .offset_mm = offset_mm, .place = place_along(graph.points(street_of(arc)), ahead, length)};
}

/// The plane that touches the earth at a place; units of 1/16 of 1e-7 degree of latitude.
struct SnapIndex::Plane {
    struct Point {
        std::int64_t x;
        std::int64_t y;
    };
    struct Cell {
        std::int64_t west, south, width, height;  // 1e-7 degree
    };
    explicit Plane(Place at) : origin{at}, cosine{std::max<std::int64_t>(cosine_q30(at.lat_e7), 1 << 10)} {}
    Point operator()(Place place) const
    {
        std::int64_t lon = std::int64_t{place.lon_e7} - origin.lon_e7;
        if (lon > 1'800'000'000) lon -= 3'600'000'000;
        if (lon < -1'800'000'000) lon += 3'600'000'000;
        return {(lon * cosine) >> 26U, (std::int64_t{place.lat_e7} - origin.lat_e7) * units_per_e7};
    }
    /// True if nothing in the cell can be within reach of the origin. Pieces are entered in cells to within two units
    /// of 1e-7 degree, so that much is left over.
    bool is_beyond(Cell const& cell, std::int64_t reach) const
    {
        std::int64_t const south = cell.south - origin.lat_e7;
        std::int64_t const west = cell.west - origin.lon_e7;
        if (west < -1'700'000'000 || west + cell.width > 1'700'000'000) return false;  // seen over the date line
        auto const gap = [](std::int64_t from, std::int64_t to) { return std::max<std::int64_t>({from, -to, 0}); };
        std::int64_t const y = gap(south, south + cell.height) * units_per_e7;
        std::int64_t const x = (gap(west, west + cell.width) * cosine) >> 26U;
        std::int64_t const limit = reach + 2 * units_per_e7;
        return x > limit || y > limit || x * x + y * y > limit * limit;
    }
    Place origin;
    std::int64_t cosine;  // times 2^30
};

struct SnapIndex::Hit {
    std::uint64_t squared = UINT64_MAX;  // in units of the plane
    StreetNumber street = no_number;
    std::uint32_t point = 0;
    std::int64_t part = 0;  // of `whole`, along the piece
    std::int64_t whole = 1;
    friend bool operator<(Hit const& a, Hit const& b)
    {
        return std::tie(a.squared, a.street, a.point) < std::tie(b.squared, b.street, b.point);
    }
};

SnapIndex::SnapIndex(RoadGraph const& graph) : graph_{graph}
{
    modes_.resize(graph.street_count());
    for (StreetNumber street = 0; street < graph.street_count(); ++street)
        for (Mode const mode : all_modes)
            if (graph.allows(2 * street, mode) || graph.allows(2 * street + 1, mode))
                modes_[street] = static_cast<std::uint8_t>(modes_[street] | mask_of(mode));
    if (graph.street_count() == 0) return;
    choose_cells();
    fill();
}

void SnapIndex::choose_cells()
{
    Bounds const& box = graph_.bounds();
    std::int64_t const height = std::int64_t{box.max.lat_e7} - box.min.lat_e7 + 1;
    std::int64_t const width = std::int64_t{box.max.lon_e7} - box.min.lon_e7 + 1;
    std::int64_t const cosine = std::max<std::int64_t>(cosine_q30(box.middle().lat_e7), 1 << 24U);
    cell_lat_e7_ = cell_e7;
    cell_lon_e7_ = (cell_e7 << 30U) / cosine;
    auto const count = [](std::int64_t whole, std::int64_t part) { return (whole + part - 1) / part; };
    while (count(height, cell_lat_e7_) * count(width, cell_lon_e7_) > most_cells) cell_lat_e7_ *= 2, cell_lon_e7_ *= 2;
    rows_ = count(height, cell_lat_e7_);
    columns_ = count(width, cell_lon_e7_);
}

/// The cells that a piece may touch: those of the boxes of its parts, each shorter than a cell. A piece over the date
/// line is entered at its two ends only, which is where roads meet it.
template <typename Visit>
void SnapIndex::for_cells_of(Place a, Place b, Visit visit) const
{
    Place const origin = graph_.bounds().min;
    auto const row_of = [&](std::int64_t lat) { return (lat - origin.lat_e7) / cell_lat_e7_; };
    auto const column_of = [&](std::int64_t lon) { return (lon - origin.lon_e7) / cell_lon_e7_; };
    std::int64_t const lat_span = std::int64_t{b.lat_e7} - a.lat_e7;
    std::int64_t const lon_span = std::int64_t{b.lon_e7} - a.lon_e7;
    if (std::abs(lon_span) > 1'800'000'000) {
        visit(column_of(a.lon_e7), row_of(a.lat_e7));
        visit(column_of(b.lon_e7), row_of(b.lat_e7));
        return;
    }
    std::int64_t const parts = std::max(std::abs(lat_span) / cell_lat_e7_, std::abs(lon_span) / cell_lon_e7_) + 1;
    for (std::int64_t i = 0; i < parts; ++i) {
        auto const at = [&](std::int64_t start, std::int64_t span, std::int64_t k) { return start + span * k / parts; };
        auto const [south, north] = std::minmax({at(a.lat_e7, lat_span, i), at(a.lat_e7, lat_span, i + 1)});
        auto const [west, east] = std::minmax({at(a.lon_e7, lon_span, i), at(a.lon_e7, lon_span, i + 1)});
        for (std::int64_t row = row_of(south); row <= row_of(north); ++row)
            for (std::int64_t column = column_of(west); column <= column_of(east); ++column) visit(column, row);
    }
}

void SnapIndex::fill()
{
    first_piece_.assign(static_cast<std::size_t>(rows_ * columns_) + 1, 0);
    auto const for_all = [&](auto visit) {
        for (StreetNumber street = 0; street < graph_.street_count(); ++street) {
            if (modes_[street] == 0) continue;
            auto const points = graph_.points(street);
            for (std::uint32_t i = 0; i + 1 < points.size(); ++i)
                for_cells_of(points[i], points[i + 1], [&](std::int64_t column, std::int64_t row) {
                    visit(static_cast<std::size_t>(row * columns_ + column), Piece{street, i});
                });
        }
    };
    for_all([&](std::size_t cell, Piece) { ++first_piece_[cell + 1]; });
    std::partial_sum(first_piece_.begin(), first_piece_.end(), first_piece_.begin());
    pieces_.resize(first_piece_.back());
    auto next = first_piece_;
    for_all([&](std::size_t cell, Piece piece) { pieces_[next[cell]++] = piece; });
}

void SnapIndex::look_into(std::int64_t column, std::int64_t row, Plane const& plane, Mode mode, auto& found) const
{
    if (column < 0 || row < 0 || column >= columns_ || row >= rows_) return;
    Place const corner = graph_.bounds().min;
    Plane::Cell const box{.west = corner.lon_e7 + column * cell_lon_e7_,
                          .south = corner.lat_e7 + row * cell_lat_e7_,
                          .width = cell_lon_e7_,
                          .height = cell_lat_e7_};
    if (plane.is_beyond(box, found.reach())) return;
    auto const cell = static_cast<std::size_t>(row * columns_ + column);
    for (std::uint32_t i = first_piece_[cell]; i < first_piece_[cell + 1]; ++i) {
        auto const [street, point] = pieces_[i];
        if ((modes_[street] & mask_of(mode)) == 0) continue;
        auto const points = graph_.points(street);
        auto const [ax, ay] = plane(points[point]);
        auto const [bx, by] = plane(points[point + 1]);
        // Beyond the best in one of the axes: no need to look closer.
        std::int64_t const reach = found.reach();
        if (std::min(ax, bx) > reach || std::max(ax, bx) < -reach || std::min(ay, by) > reach ||
            std::max(ay, by) < -reach)
            continue;
        std::int64_t const dx = bx - ax;
        std::int64_t const dy = by - ay;
        std::int64_t const whole = std::max<std::int64_t>(dx * dx + dy * dy, 1);
        std::int64_t const part = std::clamp<std::int64_t>(-(ax * dx + ay * dy), 0, whole);
        bool const is_short = whole < std::int64_t{1}
                                          << 40U;  // then products stay within 64 bits, which divide quickly
        auto const share = [&](std::int64_t full) {
            return is_short ? full * part / whole
                            : static_cast<std::int64_t>(static_cast<__int128>(full) * part / whole);
        };
        std::int64_t const x = ax + share(dx);
        std::int64_t const y = ay + share(dy);
        found.add({static_cast<std::uint64_t>(x * x + y * y), street, point, part, whole});
    }
}

/// Rings of cells around the place, until no cell of the next can hold anything nearer than what was found.
template <typename Found>
void SnapIndex::search(Plane const& plane, Mode mode, Found& found) const
{
    if (columns_ == 0) return;
    Bounds const& box = graph_.bounds();
    std::int64_t const lat = std::int64_t{plane.origin.lat_e7} - box.min.lat_e7;
    std::int64_t const lon = std::int64_t{plane.origin.lon_e7} - box.min.lon_e7;
    auto const floored = [](std::int64_t a, std::int64_t b) { return a >= 0 ? a / b : -((b - 1 - a) / b); };
    std::int64_t const row = floored(lat, cell_lat_e7_);
    std::int64_t const column = floored(lon, cell_lon_e7_);
    std::int64_t const cell_y = cell_lat_e7_ * units_per_e7;
    std::int64_t const cell_x = (cell_lon_e7_ * plane.cosine) >> 26U;
    std::int64_t const step = std::max<std::int64_t>(std::min(cell_x, cell_y), 1);
    auto const outside = [](std::int64_t at, std::int64_t size) {
        return at < 0 ? -at : std::max<std::int64_t>(at - size + 1, 0);
    };
    std::int64_t const last = std::max(std::max(row, rows_ - 1 - row), std::max(column, columns_ - 1 - column));
    for (std::int64_t ring = std::max(outside(row, rows_), outside(column, columns_)); ring <= last; ++ring) {
        if ((ring - 1) * step > found.reach()) return;
        for (std::int64_t y = std::max<std::int64_t>(row - ring, 0); y <= std::min(row + ring, rows_ - 1); ++y) {
            bool const full = y == row - ring || y == row + ring;
            if (!full) {
                look_into(column - ring, y, plane, mode, found);
                look_into(column + ring, y, plane, mode, found);
                continue;
            }
            std::int64_t const end = std::min(column + ring, columns_ - 1);
            for (std::int64_t x = std::max<std::int64_t>(column - ring, 0); x <= end; ++x)
                look_into(x, y, plane, mode, found);
        }
    }
}

RoadPosition SnapIndex::position(Hit const& hit, Mode mode) const
{
    auto const points = graph_.points(hit.street);
    std::int64_t before = 0;
    std::int64_t sum = 0;
    for (std::uint32_t i = 0; i + 1 < points.size(); ++i) {
        std::int64_t const piece = distance_mm(points[i], points[i + 1]);
        if (i == hit.point)
            before = sum + static_cast<std::int64_t>(static_cast<__int128>(piece) * hit.part / hit.whole);
        sum += piece;
    }
    std::int64_t const length = graph_.length_mm(2 * hit.street);
    std::int64_t const offset = sum == 0 ? 0 : static_cast<std::int64_t>(static_cast<__int128>(length) * before / sum);
    RoadPosition out{.arc = 2 * hit.street,
                     .offset_mm = static_cast<std::uint32_t>(offset),
                     .distance_mm = static_cast<std::uint32_t>(to_mm(static_cast<std::int64_t>(root(hit.squared)))),
                     .place = between(points[hit.point], points[hit.point + 1], hit.part, hit.whole)};
    return graph_.allows(out.arc, mode) ? out : seen_back(graph_, out);
}

std::optional<RoadPosition> SnapIndex::nearest(Place place, Mode mode, std::uint32_t reach_mm) const
{
    struct Best {
        Hit hit;
        std::int64_t reach_units;
        std::uint64_t limit;
        std::int64_t reach() const { return reach_units; }
        void add(Hit const& other)
        {
            if (other.squared > limit || !(other < hit)) return;
            hit = other;
            reach_units = static_cast<std::int64_t>(root(other.squared)) + 1;
        }
    };
    Plane const plane{place};
    std::int64_t const reach = to_units(std::min(reach_mm, farthest_mm)) + 1;
    Best best{{}, reach, static_cast<std::uint64_t>(reach * reach)};
    search(plane, mode, best);
    if (best.hit.street == no_number) return {};
    return position(best.hit, mode);
}

std::vector<RoadPosition> SnapIndex::nearest_few(Place place, Mode mode, std::size_t k, std::uint32_t reach_mm) const
{
    struct Few {
        std::size_t k;
        std::int64_t reach_units;
        std::uint64_t limit;
        std::vector<Hit> hits;  // the best of each street, nearest first, at most k
        std::int64_t reach() const { return reach_units; }
        void add(Hit const& other)
        {
            if (other.squared > limit) return;
            auto const same =
                std::find_if(hits.begin(), hits.end(), [&](Hit const& hit) { return hit.street == other.street; });
            if (same != hits.end() && !(other < *same)) return;
            if (same != hits.end()) hits.erase(same);
            hits.insert(std::lower_bound(hits.begin(), hits.end(), other), other);
            if (hits.size() > k) hits.pop_back();
            if (hits.size() == k)
                reach_units = std::min(reach_units, static_cast<std::int64_t>(root(hits.back().squared)) + 1);
        }
    };
    if (k == 0) return {};
    Plane const plane{place};
    std::int64_t const reach = to_units(std::min(reach_mm, farthest_mm)) + 1;
    Few few{k, reach, static_cast<std::uint64_t>(reach * reach), {}};
    search(plane, mode, few);
    std::vector<RoadPosition> out;
    for (Hit const& hit : few.hits) out.push_back(position(hit, mode));
    return out;
}

}  // namespace cresset
