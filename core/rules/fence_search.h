#pragma once
/// Who finds the pieces of edge that a stretch may meet. The grid does it in the program; tests and benches put a plain
/// loop, or the tree of a library, in its place and expect the same to happen.

#include "core/rules/fence_parts.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace cresset {

using PartNumber = std::uint32_t;

/// An edge or a whole circle, with the part of a fence that it belongs to.
struct FencePiece {
    std::int32_t a_lat = 0, a_lon = 0;
    std::uint32_t b_lat_or_radius = 0, b_lon_or_scale = 0;
    PartNumber part = 0;  // the highest bit says that it is a circle
    friend bool operator==(FencePiece const&, FencePiece const&) = default;

    static constexpr std::uint32_t round = 0x8000'0000;
    bool is_circle() const { return (part & round) != 0; }
    PartNumber number() const { return part & ~round; }
    FenceEdge edge() const
    {
        return {{a_lat, a_lon},
                {static_cast<std::int32_t>(b_lat_or_radius), static_cast<std::int32_t>(b_lon_or_scale)}};
    }
    FenceCircle circle() const { return {{a_lat, a_lon}, b_lat_or_radius, b_lon_or_scale}; }
    bool lies_out_of(Surroundings const& around) const
    {
        return is_circle() ? around.lacks(circle()) : around.lacks(edge());
    }
};
std::vector<FencePiece> pieces_of(PartNumber number, FencePart const& part);

class FenceSearch {
public:
    using Pieces = std::span<FencePiece const>;
    /// What a search may remember of a unit, from one step to the next.
    struct Hint {
        std::uint64_t version = 0;
        std::uint64_t key = UINT64_MAX, key_before = UINT64_MAX;
        Pieces pieces, pieces_before;
    };

    virtual ~FenceSearch() = default;
    virtual void add(PartNumber number, FencePart const& part) = 0;
    virtual void remove(PartNumber number, FencePart const& part) = 0;
    /// Puts all that the unit's stretch may meet into the list; true if a piece may stand there more than once.
    virtual bool look(Stretch const& stretch, Hint& hint, std::vector<Pieces>& found) const = 0;
    /// Puts all that lies within that distance of the place into the list; false if it is quicker to ask the parts.
    virtual bool near(Place /*place*/, std::int64_t /*distance_mm*/, Hint const&, std::vector<Pieces>&) const
    {
        return false;
    }
    virtual std::size_t memory_bytes() const = 0;
};

}  // namespace cresset
