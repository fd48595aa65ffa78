#include "widgets/map_layer.h"

namespace cresset::widgets {

void MapLayer::hit(QPointF, double, Viewport const&, std::vector<Hit>&) const {}

void MapLayer::prepare(Viewport const&, Theme const&) {}
void MapLayer::list(Viewport const&, std::vector<SeenMark>&) const {}
void MapLayer::standing(Viewport const&, std::vector<QRect>&) const {}

Bounds MapLayer::bounds() const
{
    return {};
}

}  // namespace cresset::widgets
