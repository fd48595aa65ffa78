#pragma once
/// Takes needless corners out of rings (Visvalingam and Whyatt 1993: the smallest triangles first) without changing on
/// which side of them any fixed node lies, and without letting rings touch. Memory of one drawer, used again.

#include "core/roads/street_mesh.h"

#include <functional>
#include <vector>

namespace cresset {

class RingTrimmer {
public:
    explicit RingTrimmer(StreetMesh const& mesh);

    /// The rings must not touch each other nor themselves.
    void trim(std::vector<Line*> const& rings, std::function<bool(VertexNumber)> const& is_fixed);

private:
    struct Corner {
        PlanePoint at;
        Place place;
        std::uint32_t ring;
        std::uint32_t before;
        std::uint32_t after;
        std::uint32_t next_in_cell;
        bool gone = false;
        bool waits = true;  // to be looked at
    };
    struct Triangle {
        PlanePoint a, b, c;
        bool holds(PlanePoint point) const;
    };
    void take(std::vector<Line*> const& rings);
    void enter(std::uint32_t corner);
    bool pass(std::int64_t most, std::function<bool(VertexNumber)> const& is_fixed);
    bool is_free(std::uint32_t corner, std::function<bool(VertexNumber)> const& is_fixed) const;
    void remove(std::uint32_t corner);
    void give_back(std::vector<Line*> const& rings);

    StreetMesh const& mesh_;
    std::vector<std::uint32_t> first_in_cell_;  // corners; no_number between calls
    std::vector<std::size_t> used_cells_;
    std::vector<Corner> corners_;
    std::vector<std::uint32_t> sizes_;  // of the rings
};

}  // namespace cresset
