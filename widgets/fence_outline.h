#pragma once
/// The edge of a fence in the Mercator world, ready to be drawn and found.

#include "core/facts/fence.h"
#include "widgets/viewport.h"

#include <vector>

namespace cresset::widgets {

struct FenceOutline {
    /// Rings; inside is what lies in an odd number of them. Of a line: the line alone, not closed.
    std::vector<std::vector<WorldPoint>> rings;
    bool closed = true;
    Bounds bounds;
};

/// Nothing of a shape that has too few places yet. One that moves with a unit has its place as the only one here.
FenceOutline outlineOf(FenceShape const& shape);

/// Device pixels from `at` to the nearest edge; infinity of nothing.
double pixelsFrom(FenceOutline const& outline, QPointF at, Viewport const& view);
/// False of a line.
bool isInside(FenceOutline const& outline, Place place);

}  // namespace cresset::widgets
