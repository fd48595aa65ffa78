#pragma once
/// Lines for writing along: the pieces of a street from several tiles put together, and walked by distance.

#include "widgets/rasteriser.h"

#include <span>
#include <vector>

namespace cresset::widgets {

using PixelLine = std::vector<RasterPoint>;

struct PixelBox {
    float left = 0, top = 0, right = 0, bottom = 0;
    bool meets(PixelBox const& other) const
    {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
    bool holds(PixelBox const& other) const
    {
        return left <= other.left && top <= other.top && right >= other.right && bottom >= other.bottom;
    }
    PixelBox grown(float by) const { return {left - by, top - by, right + by, bottom + by}; }
    friend bool operator==(PixelBox const&, PixelBox const&) = default;
    bool holds(RasterPoint p) const { return p.x >= left && p.x < right && p.y >= top && p.y < bottom; }
};

/// The parts of a line that lie in the box; cut exactly at its border, so that the parts of two tiles meet.
void clipLine(std::span<RasterPoint const> line, PixelBox const& box, std::vector<PixelLine>& parts);

/// Joins lines whose ends meet (within a pixel) and go on without a sharp turn. The order of the pieces decides, so the
/// same pieces give the same lines.
std::vector<PixelLine> joinLines(std::vector<PixelLine> pieces);

/// Goes straight on by so much at both ends.
PixelLine lengthened(PixelLine line, float by);

float lengthOf(std::span<RasterPoint const> line);

/// A line by distance from its start.
class LineWalk {
public:
    explicit LineWalk(std::span<RasterPoint const> line);
    float length() const { return distances_.empty() ? 0 : distances_.back(); }
    /// Held at both ends.
    RasterPoint at(float distance) const;
    /// The distance of the point of the line nearest to `point`, and how far away that is.
    float nearest(RasterPoint point, float& away) const;

private:
    std::span<RasterPoint const> line_;
    std::vector<float> distances_;
};

}  // namespace cresset::widgets
