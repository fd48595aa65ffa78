#pragma once
/// Draws a stack of layers over a base map: what the canvas and renderMap() share.

#include "widgets/label_deck.h"
#include "widgets/map_layer.h"
#include "widgets/symbol_atlas.h"

#include <QImage>
#include <vector>

namespace cresset::widgets {

struct FrameState {
    std::vector<MapLayer*> const& layers;
    std::vector<MarkKey> const& selected;
    MarkKey hovered;
};

class FramePainter {
public:
    FramePainter(Theme const& theme, double dpr) : theme_{theme}, atlas_{theme, dpr}, labels_{theme, dpr} {}
    double dpr() const { return atlas_.dpr(); }
    /// On a picture of the view's size that has the base map already.
    void paint(QImage& picture, Viewport const& view, FrameState const& state);

private:
    void paintPale(Frame const& frame, MapLayer& layer);

    Theme theme_;
    QImage pale_;
    SymbolAtlas atlas_;
    LabelDeck labels_;
};

}  // namespace cresset::widgets
