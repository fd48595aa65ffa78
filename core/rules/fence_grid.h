#pragma once
/// Where the edges of all fences are: squares of about 90 m, each with the pieces of edge that touch it, side by side
/// in memory. What lies deep inside or outside of a fence has no piece of it, so a unit's step looks at a handful.
/// Pieces come and go without a rebuild. Not for several threads at once.

#include "core/rules/fence_search.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace cresset {

inline constexpr unsigned fence_cell_bits = 13;  // 8192 of 1e-7 degree: 91 m from south to north

/// Rooms of 1, 2, 4, 8 ... pieces side by side. It grows by blocks and never moves what is in it.
class PiecePool {
public:
    using Room = std::uint32_t;  // where it begins

    Room take(unsigned size_bits);
    void give_back(Room room, unsigned size_bits) { free_[size_bits].push_back(room); }
    FencePiece* at(Room room) { return blocks_[room >> block_bits].get() + (room & (block_size - 1)); }
    FencePiece const* at(Room room) const { return blocks_[room >> block_bits].get() + (room & (block_size - 1)); }
    std::size_t memory_bytes() const { return blocks_.size() * block_size * sizeof(FencePiece); }

private:
    static constexpr unsigned block_bits = 16;  // the most pieces that one square may have
    static constexpr Room block_size = Room{1} << block_bits;
    std::vector<std::unique_ptr<FencePiece[]>> blocks_;
    Room used_ = block_size;  // of the last block
    std::array<std::vector<Room>, block_bits + 1> free_;
};

class FenceGrid : public FenceSearch {
public:
    FenceGrid();
    void add(PartNumber number, FencePart const& part) override;
    void remove(PartNumber number, FencePart const& part) override;
    bool look(Stretch const& stretch, Hint& hint, std::vector<Pieces>& found) const override;
    bool near(Place place, std::int64_t distance_mm, Hint const& hint, std::vector<Pieces>& found) const override;
    std::size_t memory_bytes() const override;

private:
    static constexpr std::size_t most_cells = 1U << 17U;  // of one part; a wider one is looked at on every step

    struct Cell {
        std::uint64_t key = empty;
        std::uint32_t first = 0;  // in the pool
        std::uint32_t count = 0;
    };
    static constexpr std::uint64_t empty = UINT64_MAX;
    /// Neighbours from west to east, for who asks for one mostly asks for the next: one line of memory.
    struct alignas(64) Neighbours {
        std::array<Cell, 4> cells;
    };

    static std::uint64_t key(std::int64_t row, std::int64_t column)
    {
        return static_cast<std::uint64_t>(row) << 32U | static_cast<std::uint64_t>(column);
    }
    static std::uint64_t key(Place place) { return key(row_of(place.lat_e7), column_of(place.lon_e7)); }
    static std::int64_t row_of(std::int64_t lat) { return (lat + (std::int64_t{1} << 31U)) >> fence_cell_bits; }
    static std::int64_t column_of(std::int64_t lon) { return (lon + 1'800'000'000) >> fence_cell_bits; }

    Pieces at(std::uint64_t cell) const;
    /// The cell of that key, or the empty one where it would be.
    Cell const& slot(std::uint64_t key) const;
    Cell& slot(std::uint64_t key) { return const_cast<Cell&>(std::as_const(*this).slot(key)); }
    void put(std::uint64_t cell, FencePiece const& piece);
    void take(std::uint64_t cell, PartNumber number);
    void move(Cell& cell, std::uint32_t count_before, std::uint32_t count);
    void grow();
    static bool cells_of(FencePart const& part, FencePiece const& piece, std::vector<std::uint64_t>& cells);
    static bool cells_of(Stretch const& stretch, std::vector<std::uint64_t>& cells);
    template <typename Each>
    void for_each_piece(PartNumber number, FencePart const& part, Each each);

    std::vector<Neighbours> cells_;      // by hash; a power of two
    std::array<std::size_t, 4> used_{};  // of the first of four, of the second ...; half of them at most
    std::uint64_t version_ = 1;          // counts what changed
    PiecePool pool_;
    std::vector<FencePiece> everywhere_;
    std::vector<std::uint64_t> touched_;
    mutable std::vector<std::uint64_t> passed_;
};

}  // namespace cresset
