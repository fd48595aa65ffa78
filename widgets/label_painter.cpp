#include "widgets/label_painter.h"

#include "widgets/icon.h"
#include "widgets/label_shapes.h"
#include "widgets/pixel_blend.h"
#include "widgets/rasteriser.h"
#include "widgets/wide_registers.h"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>

namespace cresset::widgets {
namespace {

constexpr float halo_width = 1.5f;  // pixels on each side of a letter

class Painter {
public:
    Painter(LabelSet const& set, QImage& picture)
        : set_{set}, picture_{picture}, rasteriser_{picture.size()}, dpr_{static_cast<float>(set.view.dpr())}
    {
    }

    void paint()
    {
        arrows();
        plates();
        for (auto const& label : set_.labels) haloOf(label);
        rasteriser_.paint(picture_, set_.style->halo);
        std::map<QRgb, std::vector<PlacedLabel const*>> by_colour;
        for (auto const& label : set_.labels) by_colour[label.rule->colour].push_back(&label);
        for (auto const& [colour, labels] : by_colour) {
            for (auto const* label : labels) fillOf(*label);
            rasteriser_.paint(picture_, colour);
        }
        signs();
    }

private:
    void arrows()
    {
        for (auto const& arrow : set_.arrows) {
            auto const corner = [&](float along, float aside) {
                return RasterPoint{arrow.middle.x + arrow.size * (along * arrow.cosine - aside * arrow.sine),
                                   arrow.middle.y + arrow.size * (along * arrow.sine + aside * arrow.cosine)};
            };
            RasterPoint const shape[] = {corner(1.5f, 0), corner(-1, 1), corner(-0.4f, 0), corner(-1, -1)};
            rasteriser_.ring(shape);
        }
        rasteriser_.paint(picture_, set_.style->arrow);
    }

    void plates()
    {
        std::map<QRgb, std::vector<PlacedLabel const*>> by_edge;
        for (auto const& label : set_.labels)
            if (label.rule->kind == LabelKind::shield) by_edge[label.rule->edge].push_back(&label);
        for (auto const& [edge, labels] : by_edge) {
            for (auto const* label : labels) plate(label->boxes[0], 1 * dpr_);
            rasteriser_.paint(picture_, edge);
        }
        for (auto const& label : set_.labels)
            if (label.rule->kind == LabelKind::shield) plate(label.boxes[0], 0);
        rasteriser_.paint(picture_, set_.style->shield);
    }

    /// A rectangle with rounded corners.
    void plate(PixelBox const& box, float more)
    {
        float const radius = 3 * dpr_;
        float const left = box.left + radius, top = box.top + radius;
        float const right = box.right - radius, bottom = box.bottom - radius;
        RasterPoint const core[] = {{left, top}, {right, top}, {right, bottom}, {left, bottom}};
        rasteriser_.strokeRing(core, {.width = 2 * (radius + more)});
        rasteriser_.ring(core);
    }

    void haloOf(PlacedLabel const& label)
    {
        if (label.rule->kind == LabelKind::shield) return;
        Stroke const stroke{.width = 2 * halo_width * dpr_};
        for (auto const& glyph : label.glyphs)
            contours(glyph, [&](std::span<RasterPoint const> ring) { rasteriser_.strokeRing(ring, stroke); });
        if (hasDot(label)) rasteriser_.circle(label.anchor, (dot_radius + 1.3f) * dpr_);
    }

    void fillOf(PlacedLabel const& label)
    {
        for (auto const& glyph : label.glyphs)
            contours(glyph, [&](std::span<RasterPoint const> ring) { rasteriser_.ring(ring); });
        if (hasDot(label)) rasteriser_.circle(label.anchor, dot_radius * dpr_);
    }

    static bool hasDot(PlacedLabel const& label) { return label.rule->kind == LabelKind::poi && !label.sign; }

    void signs()
    {
        QPainter painter{&picture_};
        for (auto const& label : set_.labels) {
            if (!label.sign) continue;
            QImage const& sign = signOf(label.sign->glyph, label.rule->colour);
            painter.drawImage(QPoint{static_cast<int>(std::lround(label.anchor.x)) - sign.width() / 2,
                                     static_cast<int>(std::lround(label.anchor.y)) - sign.height() / 2},
                              sign);
        }
    }

    /// A plate in the colour of its label, with the drawing in that of the halo.
    QImage const& signOf(std::string const& glyph, QRgb colour)
    {
        QImage& sign = signs_[{glyph, colour}];
        if (!sign.isNull()) return sign;
        QColor const plate = QColor::fromRgb(colour), light = QColor::fromRgb(set_.style->halo);
        int const side = 2 * static_cast<int>(std::lround((sign_radius + 2) * dpr_));
        sign = iconPicture("frame-post", side, {plate, light, light});
        QPainter painter{&sign};
        painter.setRenderHint(QPainter::Antialiasing);
        drawIcon(painter, glyph, QRectF{sign.rect()}, {plate, light, light});
        return sign;
    }

    template <typename Each>
    void contours(PlacedGlyph const& placed, Each each)
    {
        Glyph const& glyph = *placed.glyph;
        float const c = placed.cosine * placed.size, s = placed.sine * placed.size;
        std::uint32_t begin = 0;
        for (std::uint32_t const end : glyph.contour_ends) {
            points_.clear();
            for (std::uint32_t i = begin; i < end; ++i) {
                RasterPoint const p = glyph.points[i];
                points_.push_back({placed.at.x + p.x * c - p.y * s, placed.at.y + p.x * s + p.y * c});
            }
            each(std::span<RasterPoint const>{points_});
            begin = end;
        }
    }

    LabelSet const& set_;
    QImage& picture_;
    Rasteriser rasteriser_;
    float dpr_;
    std::vector<RasterPoint> points_;
    std::map<std::pair<std::string, QRgb>, QImage> signs_;
};

QRect wholePixels(PixelBox const& box)
{
    return {QPoint{static_cast<int>(std::floor(box.left)), static_cast<int>(std::floor(box.top))},
            QPoint{static_cast<int>(std::ceil(box.right)), static_cast<int>(std::ceil(box.bottom))}};
}

QRect covers(PlacedLabel const& label)
{
    PixelBox all = label.boxes[0];
    for (auto const& box : label.boxes) {
        all.left = std::min(all.left, box.left), all.top = std::min(all.top, box.top);
        all.right = std::max(all.right, box.right), all.bottom = std::max(all.bottom, box.bottom);
    }
    int const halo = 3;
    return wholePixels(all).adjusted(-halo, -halo, halo, halo);
}

}  // namespace

LabelPicture paintLabels(std::shared_ptr<LabelSet const> set)
{
    LabelPicture result{std::move(set), {}, {}};
    result.picture = QImage{result.set->view.size(), QImage::Format_ARGB32_Premultiplied};
    result.picture.fill(0);
    leaveWideRegisters();
    if (result.set->labels.empty() && result.set->arrows.empty()) return result;
    Painter{*result.set, result.picture}.paint();
    for (auto const& label : result.set->labels) result.covered.push_back(covers(label) & result.picture.rect());
    for (auto const& arrow : result.set->arrows)
        result.covered.push_back(wholePixels(arrow.box()) & result.picture.rect());
    return result;
}

void layLabels(LabelPicture const& labels, Viewport const& view, QImage& picture)
{
    if (!labels.set || labels.set->view.zoom() != view.zoom()) return;
    QPoint const moved{static_cast<int>(std::clamp<qint64>(labels.set->view.left() - view.left(), -100000, 100000)),
                       static_cast<int>(std::clamp<qint64>(labels.set->view.top() - view.top(), -100000, 100000))};
    auto const* const source = reinterpret_cast<std::uint32_t const*>(labels.picture.constBits());
    auto* const pixels = reinterpret_cast<std::uint32_t*>(picture.bits());
    auto const source_stride = static_cast<std::ptrdiff_t>(labels.picture.bytesPerLine() / 4);
    auto const stride = static_cast<std::ptrdiff_t>(picture.bytesPerLine() / 4);
    for (QRect const& covered : labels.covered) {
        QRect const target = covered.translated(moved) & picture.rect();
        if (target.isEmpty()) continue;
        for (int y = target.top(); y <= target.bottom(); ++y)
            layPixels(source + (y - moved.y()) * source_stride + target.left() - moved.x(),
                      pixels + y * stride + target.left(), target.width());
    }
}

}  // namespace cresset::widgets
