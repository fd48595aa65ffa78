#include "core/rules/fence_grid.h"

#include "core/base/check.h"
#include "core/base/fetch_ahead.h"
#include "core/base/plane.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

namespace cresset {

namespace {

std::size_t hash(std::uint64_t key)
{
    key *= 0x9E37'79B9'7F4A'7C15U;
    return static_cast<std::size_t>(key ^ (key >> 29U));
}

std::int64_t root(std::int64_t square)
{
    auto found = static_cast<std::int64_t>(std::sqrt(static_cast<double>(square)));
    while (found * found > square) --found;
    while ((found + 1) * (found + 1) <= square) ++found;
    return found;
}

/// Squares, row by row, as long as they are few enough.
class Cells {
public:
    Cells(std::vector<std::uint64_t>& found, std::size_t most) : found_{found}, most_{most} { found_.clear(); }

    /// All columns from one longitude to another, both in 1e-7 degree and perhaps beyond the date line.
    bool add(std::int64_t row, std::int64_t west, std::int64_t east)
    {
        if (east - west >= turn_e7) return false;
        if (west < -half_turn_e7 && !columns(row, west + turn_e7, half_turn_e7)) return false;
        if (east > half_turn_e7 && !columns(row, -half_turn_e7, east - turn_e7)) return false;
        return columns(row, std::max(west, -half_turn_e7), std::min(east, half_turn_e7));
    }

private:
    bool columns(std::int64_t row, std::int64_t west, std::int64_t east)
    {
        std::int64_t const first = (west + half_turn_e7) >> fence_cell_bits,
                           last = (east + half_turn_e7) >> fence_cell_bits;
        if (last - first + 1 + static_cast<std::int64_t>(found_.size()) > static_cast<std::int64_t>(most_))
            return false;
        for (std::int64_t column = first; column <= last; ++column)
            found_.push_back(static_cast<std::uint64_t>(row) << 32U | static_cast<std::uint64_t>(column));
        return true;
    }

    std::vector<std::uint64_t>& found_;
    std::size_t most_;
};

/// In the same row or the next, and the same column or the next: between them nothing else is passed but the corners'
/// two others.
bool are_side_by_side(std::uint64_t a, std::uint64_t b)
{
    auto const apart = [](std::uint64_t x, std::uint64_t y) { return x > y ? x - y : y - x; };
    return apart(a >> 32U, b >> 32U) <= 1 && apart(a & UINT32_MAX, b & UINT32_MAX) <= 1;
}

/// The room that so many pieces need holds two to the power of that.
unsigned size_bits(std::uint32_t count)
{
    return static_cast<unsigned>(std::bit_width(std::max(count, 1U) - 1));
}

constexpr std::int64_t cell_height = 1 << fence_cell_bits;
constexpr std::int64_t south_end = std::int64_t{1} << 31U;  // rows are counted from there
constexpr std::int64_t margin_e7 = 4;                       // a place on the side of a square belongs to both

/// The squares that the straight way from a to b touches, with a margin.
bool along(Place a, Place b, Cells& cells)
{
    std::int64_t const dx = lon_difference(a, b), dy = std::int64_t{b.lat_e7} - a.lat_e7;
    std::int64_t const low = std::min<std::int64_t>(a.lat_e7, b.lat_e7) - margin_e7;
    std::int64_t const high = std::max<std::int64_t>(a.lat_e7, b.lat_e7) + margin_e7;
    for (std::int64_t row = (low + south_end) >> fence_cell_bits; row <= (high + south_end) >> fence_cell_bits; ++row) {
        std::int64_t x0 = 0, x1 = dx;
        if (dy != 0) {
            std::int64_t const bottom = row * cell_height - south_end - margin_e7 - a.lat_e7;
            auto const at = [&](std::int64_t y) {
                std::int64_t const within =
                    dy > 0 ? std::clamp<std::int64_t>(y, 0, dy) : std::clamp<std::int64_t>(y, dy, 0);
                return static_cast<std::int64_t>(static_cast<__int128>(dx) * within / dy);
            };
            x0 = at(bottom), x1 = at(bottom + cell_height + 2 * margin_e7);
        }
        if (!cells.add(row, a.lon_e7 + std::min(x0, x1) - margin_e7, a.lon_e7 + std::max(x0, x1) + margin_e7))
            return false;
    }
    return true;
}

/// The squares that the edge of a circle touches, with a margin.
bool around(FenceCircle const& circle, Cells& cells)
{
    if (circle.east_q20 == 0) return false;
    std::int64_t const radius = circle.radius_mm;
    constexpr std::int64_t margin_mm = 50;
    std::int64_t const up = radius * (1 << 20) / mm_per_e7_q20 + margin_e7;
    auto const degrees = [&](std::int64_t mm) { return mm * (1 << 20) / circle.east_q20 + margin_e7; };
    auto const first = (circle.centre.lat_e7 - up + south_end) >> fence_cell_bits;
    auto const last = (circle.centre.lat_e7 + up + south_end) >> fence_cell_bits;
    for (std::int64_t row = first; row <= last; ++row) {
        std::int64_t const bottom_e7 = row * cell_height - south_end - circle.centre.lat_e7;
        std::int64_t const bottom = bottom_e7 * mm_per_e7_q20 / (1 << 20) - margin_mm;
        std::int64_t const top = (bottom_e7 + cell_height) * mm_per_e7_q20 / (1 << 20) + margin_mm;
        std::int64_t const near = bottom <= 0 && top >= 0 ? 0 : std::min(std::abs(bottom), std::abs(top));
        std::int64_t const far = std::max(std::abs(bottom), std::abs(top));
        if (near > radius) continue;
        std::int64_t const outer = degrees(root(radius * radius - near * near) + margin_mm);
        std::int64_t const inner =
            far >= radius ? 0 : degrees(root(radius * radius - far * far) - margin_mm) - 2 * margin_e7;
        std::int64_t const lon = circle.centre.lon_e7;
        bool const fits = inner <= 0
                              ? cells.add(row, lon - outer, lon + outer)
                              : cells.add(row, lon - outer, lon - inner) && cells.add(row, lon + inner, lon + outer);
        if (!fits) return false;
    }
    return true;
}

}  // namespace

std::vector<FencePiece> pieces_of(PartNumber number, FencePart const& part)
{
    if (auto const& circle = part.circle)
        return {{circle->centre.lat_e7, circle->centre.lon_e7, circle->radius_mm, circle->east_q20,
                 number | FencePiece::round}};
    std::vector<FencePiece> pieces;
    for (FenceEdge const& edge : part.edges)
        pieces.push_back({edge.a.lat_e7, edge.a.lon_e7, static_cast<std::uint32_t>(edge.b.lat_e7),
                          static_cast<std::uint32_t>(edge.b.lon_e7), number});
    return pieces;
}

PiecePool::Room PiecePool::take(unsigned size_bits)
{
    CRESSET_CHECK(size_bits <= block_bits);
    if (!free_[size_bits].empty()) {
        Room const room = free_[size_bits].back();
        free_[size_bits].pop_back();
        return room;
    }
    Room const size = Room{1} << size_bits;
    if (used_ + size > block_size) {
        blocks_.push_back(std::make_unique<FencePiece[]>(block_size));
        used_ = 0;
    }
    auto const block = static_cast<Room>(blocks_.size() - 1);
    return (block << block_bits) + std::exchange(used_, used_ + size);
}

FenceGrid::FenceGrid() : cells_(256) {}

bool FenceGrid::cells_of(FencePart const& part, FencePiece const& piece, std::vector<std::uint64_t>& cells)
{
    Cells found{cells, most_cells};
    if (part.circle) return around(*part.circle, found);
    FenceEdge const edge = piece.edge();
    return along(edge.a, edge.b, found);
}

bool FenceGrid::cells_of(Stretch const& stretch, std::vector<std::uint64_t>& cells)
{
    constexpr std::size_t longest = 1U << 14U;
    Cells found{cells, longest};
    return along(stretch.from, stretch.to, found);
}

/// Of a circle that is small, two ranges in one row may touch the same square.
template <typename Each>
void FenceGrid::for_each_piece(PartNumber number, FencePart const& part, Each each)
{
    for (FencePiece const& piece : pieces_of(number, part)) {
        bool const fits = cells_of(part, piece, touched_);
        std::ranges::sort(touched_);
        touched_.erase(std::unique(touched_.begin(), touched_.end()), touched_.end());
        each(piece, fits);
    }
}

void FenceGrid::add(PartNumber number, FencePart const& part)
{
    ++version_;
    for_each_piece(number, part, [&](FencePiece const& piece, bool fits) {
        if (!fits) return everywhere_.push_back(piece);
        for (std::uint64_t const cell : touched_) put(cell, piece);
    });
}

void FenceGrid::remove(PartNumber number, FencePart const& part)
{
    ++version_;
    for_each_piece(number, part, [&](FencePiece const&, bool fits) {
        if (fits)
            for (std::uint64_t const cell : touched_) take(cell, number);
    });
    std::erase_if(everywhere_, [&](FencePiece const& piece) { return piece.number() == number; });
}

bool FenceGrid::look(Stretch const& stretch, Hint& hint, std::vector<Pieces>& found) const
{
    found.clear();
    if (stretch.from == stretch.to) return false;
    auto const add = [&](Pieces pieces) {
        if (!pieces.empty()) found.push_back(pieces);
    };
    add(everywhere_);
    std::uint64_t const from = key(stretch.from), to = key(stretch.to);
    bool const fresh = hint.version == version_;
    if (from == to) {  // mostly it is where it was
        if (hint.key != to || !fresh) hint = {version_, to, to, at(to), {}}, hint.pieces_before = hint.pieces;
        add(hint.pieces);
        return false;
    }
    Pieces const left = hint.key == from && fresh ? hint.pieces : at(from);
    hint = {version_, to, from, at(to), left};
    if (are_side_by_side(from, to)) {
        add(left), add(hint.pieces);
        std::uint64_t const rows = ~std::uint64_t{UINT32_MAX}, columns = UINT32_MAX;
        if ((from & rows) != (to & rows) && (from & columns) != (to & columns))
            add(at((from & rows) | (to & columns))), add(at((to & rows) | (from & columns)));
        return true;
    }
    if (cells_of(stretch, passed_)) {
        for (std::uint64_t const cell : passed_) add(at(cell));
        return true;
    }
    for (Neighbours const& neighbours : cells_)  // half round a pole in one step
        for (Cell const& cell : neighbours.cells)
            if (cell.count > 0) found.push_back({pool_.at(cell.first), cell.count});
    return true;
}

bool FenceGrid::near(Place place, std::int64_t distance_mm, Hint const& hint, std::vector<Pieces>& found) const
{
    constexpr std::int64_t most = 6;  // squares; more are slower to find than the edges of one fence
    std::int64_t const scale = east_mm_per_e7_q20(place.lat_e7);
    if (scale == 0) return false;
    std::int64_t const up = distance_mm * (1 << 20) / mm_per_e7_q20 + margin_e7;
    std::int64_t const out = distance_mm * (1 << 20) / scale + margin_e7;
    std::int64_t const south = row_of(place.lat_e7 - up), north = row_of(place.lat_e7 + up);
    std::int64_t const west_e7 = place.lon_e7 - out, east_e7 = place.lon_e7 + out;
    if (west_e7 < -half_turn_e7 || east_e7 > half_turn_e7) return false;
    std::int64_t const west = column_of(west_e7), east = column_of(east_e7);
    if ((north - south + 1) * (east - west + 1) > most) return false;
    bool const fresh = hint.version == version_;
    found.clear();
    if (!everywhere_.empty()) found.push_back(everywhere_);
    for (std::int64_t row = south; row <= north; ++row)
        for (std::int64_t column = west; column <= east; ++column) {
            std::uint64_t const cell = key(row, column);
            found.push_back(fresh && hint.key == cell          ? hint.pieces
                            : fresh && hint.key_before == cell ? hint.pieces_before
                                                               : at(cell));
        }
    for (Pieces const pieces : found) fetch_ahead(pieces);
    return true;
}

FenceSearch::Pieces FenceGrid::at(std::uint64_t cell) const
{
    Cell const& found = slot(cell);
    return found.key == empty ? Pieces{} : Pieces{pool_.at(found.first), found.count};
}

FenceGrid::Cell const& FenceGrid::slot(std::uint64_t key) const
{
    std::size_t const mask = cells_.size() - 1;
    for (std::size_t i = hash(key / 4) & mask;; i = (i + 1) & mask) {
        Cell const& cell = cells_[i].cells[key % 4];
        if (cell.key == key || cell.key == empty) return cell;
    }
}

void FenceGrid::grow()
{
    auto const old = std::exchange(cells_, std::vector<Neighbours>(cells_.size() * 2));
    for (Neighbours const& neighbours : old)
        for (Cell const& cell : neighbours.cells)
            if (cell.key != empty) slot(cell.key) = cell;
}

void FenceGrid::put(std::uint64_t cell, FencePiece const& piece)
{
    std::size_t& used = used_[cell % 4];  // each column of the table is one of its own
    if ((used + 1) * 2 > cells_.size()) grow();
    Cell& here = slot(cell);
    if (here.key == empty) here = {cell, pool_.take(0), 0}, ++used;
    if (std::has_single_bit(here.count)) move(here, here.count, here.count + 1);
    pool_.at(here.first)[here.count++] = piece;
}

/// To the room that so many pieces need.
void FenceGrid::move(Cell& cell, std::uint32_t count_before, std::uint32_t count)
{
    unsigned const before = size_bits(count_before), now = size_bits(count);
    if (before == now) return;
    auto const room = pool_.take(now);
    std::copy_n(pool_.at(cell.first), std::min(count_before, count), pool_.at(room));
    pool_.give_back(std::exchange(cell.first, room), before);
}

/// A square that is empty stays one, for the next fence there.
void FenceGrid::take(std::uint64_t cell, PartNumber number)
{
    Cell& here = slot(cell);
    if (here.key == empty) return;
    std::uint32_t const before = here.count;
    FencePiece* const first = pool_.at(here.first);
    auto const end =
        std::remove_if(first, first + here.count, [&](FencePiece const& piece) { return piece.number() == number; });
    here.count = static_cast<std::uint32_t>(end - first);
    if (here.count != before) move(here, before, here.count);
}

std::size_t FenceGrid::memory_bytes() const
{
    return cells_.capacity() * sizeof(Neighbours) + pool_.memory_bytes() + everywhere_.capacity() * sizeof(FencePiece);
}

}  // namespace cresset
