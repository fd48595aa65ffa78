#include "widgets/closure_layer.h"

#include "widgets/label_deck.h"
#include "widgets/mark_paint.h"
#include "widgets/theme.h"

#include <array>

namespace cresset::widgets {

void ClosureLayer::paint(Frame& frame)
{
    auto const scale = static_cast<float>(frame.view.dpr());
    Rasteriser& rasteriser = rasteriserFor(frame.picture);
    std::array const dashes{10 * scale, 6 * scale};
    for (ClosureMark const& mark : marks_) {
        bool const closed = mark.speed_percent == 0;
        QRgb const colour = frame.theme.rgb(closed ? "error" : "warning");
        if (mark.street.size() > 1) strokeLine(frame, mark.street, 5, colour, dashes);
        QPointF const at = frame.view.toScreen(mark.place);
        rasteriser.circle(rasterPoint(at), 11 * scale);
        rasteriser.paint(frame.picture, frame.theme.rgb("mark.frame"));
        rasteriser.circle(rasterPoint(at), 9 * scale);
        rasteriser.paint(frame.picture, colour);
        if (closed) {  // the bar of a street that nobody may enter
            Stroke bar;
            bar.width = 3.5F * scale;
            double const half = 5 * frame.view.dpr();
            rasteriser.stroke(std::array{rasterPoint(at - QPointF{half, 0}), rasterPoint(at + QPointF{half, 0})}, bar);
            rasteriser.paint(frame.picture, frame.theme.rgb("mark.frame"));
        }
        QString text = closed ? QString{} : QStringLiteral("%1 %").arg(mark.speed_percent);
        if (!mark.label.isEmpty()) text += (text.isEmpty() ? QString{} : QStringLiteral(" · ")) + mark.label;
        if (!text.isEmpty()) frame.labels.add(at.toPoint(), text, LabelRank::high, 14);
    }
}

}  // namespace cresset::widgets
