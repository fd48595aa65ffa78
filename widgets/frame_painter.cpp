#include "widgets/frame_painter.h"

namespace cresset::widgets {

void FramePainter::paint(QImage& picture, Viewport const& view, FrameState const& state)
{
    labels_.begin(view.size());
    Frame frame{picture, view, theme_, atlas_, labels_, state.selected, state.hovered};
    for (auto* layer : state.layers)
        if (layer->visible()) layer->paint(frame);
    labels_.paint(picture);
}

}  // namespace cresset::widgets
