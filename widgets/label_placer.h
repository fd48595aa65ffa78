#pragma once
/// Decides which names a view shows and where each letter of them stands: most important first, none over another,
/// none twice close by, none cut at the view's edge; then the arrows of one-way streets, where there is room. Pure: the
/// same map, style and view, the same labels; names that `before` had keep their place on the ground if they still can.

#include "widgets/glyph_outlines.h"
#include "widgets/label_candidates.h"
#include "widgets/one_way_arrows.h"

#include <memory>
#include <vector>

namespace cresset::widgets {

struct PlacedGlyph {
    SharedGlyph glyph;
    RasterPoint at;  ///< the start of its base line
    float size = 0;  ///< pixels an em
    float cosine = 1, sine = 0;
};

struct PlacedLabel {
    LabelText text;
    LabelRule const* rule = nullptr;
    RasterPoint anchor;               ///< what it names, or the middle of the writing on a line
    std::vector<PlacedGlyph> glyphs;  ///< none: its sign stands alone
    std::vector<PixelBox> boxes;      ///< what it covers, without air
    SignRule const* sign = nullptr;   ///< instead of a dot
};

struct LabelRequest {
    std::shared_ptr<BaseMap const> map;
    std::shared_ptr<MapStyle const> style;
    Viewport view;
    int margin = 0;  ///< pixels round the view where labels are placed, too, to be there when it is moved
    NameChoice names = NameChoice::both;
    std::vector<PixelBox> obstacles{};  ///< where no name may stand; pixels of the view with its margin
};

/// Positions are pixels of `view`, which is the view asked for with the margin on all sides.
struct LabelSet {
    std::shared_ptr<MapStyle const> style;  ///< keeps the rules alive
    Viewport view;
    int margin = 0;
    std::vector<PlacedLabel> labels;
    std::vector<OneWayArrow> arrows;
};

std::shared_ptr<LabelSet const> placeLabels(LabelRequest const& request, LabelSet const* before = nullptr);

}  // namespace cresset::widgets
