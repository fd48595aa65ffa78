#include "widgets/frame_painter.h"

#include "widgets/pixel_blend.h"
#include "widgets/wide_registers.h"

#include <algorithm>

namespace cresset::widgets {

void FramePainter::paint(QImage& picture, Viewport const& view, FrameState const& state)
{
    leaveWideRegisters();
    labels_.begin(view.size());
    Frame frame{picture, view, theme_, atlas_, labels_, state.selected, state.hovered};
    for (auto* layer : state.layers) {
        if (!layer->visible()) continue;
        if (layer->opacity() < 256)
            paintPale(frame, *layer);
        else
            layer->paint(frame);
    }
    labels_.paint(picture);
}

/// On a picture of its own, of which a part shows.
void FramePainter::paintPale(Frame const& frame, MapLayer& layer)
{
    if (pale_.size() != frame.picture.size()) pale_ = QImage{frame.picture.size(), QImage::Format_RGB32};
    std::copy_n(frame.picture.constBits(), frame.picture.sizeInBytes(), pale_.bits());
    Frame apart{pale_, frame.view, frame.theme, frame.atlas, frame.labels, frame.selected, frame.hovered};
    layer.paint(apart);
    for (int y = 0; y < pale_.height(); ++y)
        mixPixels(reinterpret_cast<std::uint32_t const*>(pale_.constScanLine(y)),
                  reinterpret_cast<std::uint32_t*>(frame.picture.scanLine(y)), pale_.width(), layer.opacity());
}

}  // namespace cresset::widgets
