#pragma once
/// Everything that could get a label in a view: names from the tiles, each with where it may be written.

#include "widgets/base_map.h"
#include "widgets/label_lines.h"
#include "widgets/label_text.h"
#include "widgets/map_style.h"
#include "widgets/viewport.h"

#include <vector>

namespace cresset::widgets {

/// Points are pixels of the view.
struct LabelCandidate {
    LabelRule const* rule = nullptr;
    LabelText text;      ///< empty where a sign can stand alone
    int importance = 0;  ///< among labels of a rule, lower first
    RasterPoint point;
    PixelLine line;  ///< empty for labels at a point
    SignRule const* sign = nullptr;
};

/// In the order in which they should be placed; the same tiles give the same order. Tiles that the map has not decoded
/// yet are read here.
std::vector<LabelCandidate> labelCandidates(BaseMap const& map, MapStyle const& style, Viewport const& view,
                                            NameChoice names);

}  // namespace cresset::widgets
