#pragma once
/// The arrows of one-way streets: on the road that they are of, never on one that crosses above, clear of names.

#include "widgets/base_map.h"
#include "widgets/label_grid.h"
#include "widgets/map_style.h"
#include "widgets/viewport.h"

#include <vector>

namespace cresset::widgets {

/// `size` is about half its length; it points where the traffic goes.
struct OneWayArrow {
    RasterPoint middle;
    float size = 0;
    float cosine = 1, sine = 0;
    PixelBox box() const
    {
        float const half = 1.7f * size;
        return {middle.x - half, middle.y - half, middle.x + half, middle.y + half};
    }
};

constexpr double arrows_from = 16;  ///< zoom

/// Those of the view for which `taken` has room; none below `arrows_from`. They take their room there.
std::vector<OneWayArrow> oneWayArrows(BaseMap const& map, MapStyle const& style, Viewport const& view,
                                      LabelGrid& taken);

}  // namespace cresset::widgets
