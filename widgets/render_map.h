#pragma once
/// A map as a picture, at once: waits for every tile and label. For screenshots, printing and tests; the canvas shows
/// the same, piece by piece.

#include "widgets/base_map.h"
#include "widgets/label_text.h"
#include "widgets/map_layer.h"
#include "widgets/map_style.h"
#include "widgets/viewport.h"

#include <QImage>
#include <memory>
#include <vector>

namespace cresset::widgets {

struct MapPicture {
    std::shared_ptr<BaseMap const> map;  ///< null: plain background
    std::shared_ptr<MapStyle const> style;
    Theme const* theme = nullptr;  ///< never null
    Viewport view;
    NameChoice names = NameChoice::both;
    std::vector<MapLayer*> layers;  ///< bottom first
    bool furniture = true;          ///< scale bar and attribution
};

/// RGB32, of the view's size. Uses all cores.
QImage renderMap(MapPicture const& what);

/// The base map without labels, in parallel.
QImage renderTiles(BaseMap const& map, MapStyle const& style, Viewport const& view);

}  // namespace cresset::widgets
