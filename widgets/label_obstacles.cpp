#include "widgets/label_obstacles.h"

namespace cresset::widgets {

std::vector<PixelBox> obstaclesOf(std::vector<MapLayer*> const& layers, std::vector<QRect> const& over,
                                  Viewport const& view, int margin)
{
    std::vector<QRect> rects;
    Viewport const whole = view.grown(margin);
    for (auto const* layer : layers)
        if (layer->visible()) layer->standing(whole, rects);
    for (QRect const& rect : over) rects.push_back(rect.translated(margin, margin));
    std::vector<PixelBox> boxes;
    for (QRect const& rect : rects)
        boxes.push_back({static_cast<float>(rect.left()), static_cast<float>(rect.top()),
                         static_cast<float>(rect.left() + rect.width()),
                         static_cast<float>(rect.top() + rect.height())});
    return boxes;
}

}  // namespace cresset::widgets
