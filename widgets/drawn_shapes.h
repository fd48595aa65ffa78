#pragma once
/// The shapes of a map file made ready to be drawn and found: in the square Mercator world, thinned out for every few
/// zooms, and indexed by where they lie. Constant once it is made; safe to use from several threads.

#include "maps/layer_shapes.h"
#include "widgets/viewport.h"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace cresset::widgets {

/// A point of the Mercator world in 2^-32 of its side: a fifth of a pixel at the closest zoom.
struct WorldDot {
    std::uint32_t x = 0;
    std::uint32_t y = 0;
    friend bool operator==(WorldDot const&, WorldDot const&) = default;
};

/// A rectangle of the Mercator world, ends inside, as parts of its side.
struct WorldBox {
    double left = 0, top = 0, right = 1, bottom = 1;
};

class DrawnShapes {
public:
    /// Takes its time: not for the thread of a window.
    explicit DrawnShapes(maps::LayerShapes shapes);

    maps::LayerShapes const& shapes() const { return shapes_; }
    std::size_t count() const { return shapes_.features.size(); }
    maps::ShapeFeature const& feature(std::size_t index) const { return shapes_.features[index]; }
    /// A part of a feature (0 .. parts - 1) in as much detail as a picture of that zoom shows: what is left out is less
    /// than half a pixel away. A ring that is no larger has fewer than three dots.
    std::span<WorldDot const> part(std::size_t feature, std::uint32_t part, int zoom) const;
    /// Calls `take` with each feature whose rectangle meets the box, until it answers false: the near ones together.
    void within(WorldBox const& box, std::function<bool(std::size_t)> const& take) const;

private:
    struct Detail {
        int zoom = 0;  ///< good up to that one
        std::vector<WorldDot> dots;
        std::vector<std::uint32_t> ends;
    };
    struct Box {
        std::uint32_t left = UINT32_MAX, top = UINT32_MAX, right = 0, bottom = 0;
        void add(Box const& other);
        bool meets(Box const& other) const;
    };
    void place();
    void thin_out();
    void index();
    Detail const& detail_for(int zoom) const;

    maps::LayerShapes shapes_;
    std::vector<Detail> details_;  ///< the coarsest first; the last one is whole
    /// An R-tree as packed levels, of 16 each: the rectangles of the features by where they lie, then those of groups.
    std::vector<std::vector<Box>> tree_;
    std::vector<std::uint32_t> order_;  ///< features by where they lie
};

WorldDot dotOf(Place place);
inline WorldPoint pointOf(WorldDot dot)
{
    return {dot.x / 4294967296.0, dot.y / 4294967296.0};
}

}  // namespace cresset::widgets
