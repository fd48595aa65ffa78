#pragma once
/// Draws placed labels: halos of all of them first, then the letters.

#include "widgets/label_placer.h"

#include <QImage>
#include <QRect>
#include <vector>

namespace cresset::widgets {

/// A picture with the labels, clear elsewhere, of the set's view; `covered` are the rectangles with something in them.
struct LabelPicture {
    std::shared_ptr<LabelSet const> set;
    QImage picture;  ///< ARGB32_Premultiplied
    std::vector<QRect> covered;
};

LabelPicture paintLabels(std::shared_ptr<LabelSet const> set);

/// Lays them on an RGB32 picture of a view, moved as far as that view was moved since.
void layLabels(LabelPicture const& labels, Viewport const& view, QImage& picture);

}  // namespace cresset::widgets
