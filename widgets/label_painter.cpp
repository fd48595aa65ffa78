#include "widgets/label_painter.h"

#include "widgets/label_shapes.h"
#include "widgets/pixel_blend.h"
#include "widgets/rasteriser.h"

#include <algorithm>
#include <cmath>
#include <map>

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
        plates();
        for (auto const& label : set_.labels) haloOf(label);
        rasteriser_.paint(picture_, set_.style->halo);
        std::map<QRgb, std::vector<PlacedLabel const*>> by_colour;
        for (auto const& label : set_.labels) by_colour[label.rule->colour].push_back(&label);
        for (auto const& [colour, labels] : by_colour) {
            for (auto const* label : labels) fillOf(*label);
            rasteriser_.paint(picture_, colour);
        }
    }

private:
    void plates()
    {
        for (auto const& label : set_.labels)
            if (label.rule->kind == LabelKind::shield) plate(label.boxes[0], 1 * dpr_);
        rasteriser_.paint(picture_, set_.style->shield_edge);
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
        if (label.rule->kind == LabelKind::poi) rasteriser_.circle(label.anchor, (dot_radius + 1.3f) * dpr_);
    }

    void fillOf(PlacedLabel const& label)
    {
        for (auto const& glyph : label.glyphs)
            contours(glyph, [&](std::span<RasterPoint const> ring) { rasteriser_.ring(ring); });
        if (label.rule->kind == LabelKind::poi) rasteriser_.circle(label.anchor, dot_radius * dpr_);
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
};

QRect covers(PlacedLabel const& label)
{
    PixelBox all = label.boxes[0];
    for (auto const& box : label.boxes) {
        all.left = std::min(all.left, box.left), all.top = std::min(all.top, box.top);
        all.right = std::max(all.right, box.right), all.bottom = std::max(all.bottom, box.bottom);
    }
    int const halo = 3;
    return QRect{QPoint{static_cast<int>(std::floor(all.left)) - halo, static_cast<int>(std::floor(all.top)) - halo},
                 QPoint{static_cast<int>(std::ceil(all.right)) + halo, static_cast<int>(std::ceil(all.bottom)) + halo}};
}

}  // namespace

LabelPicture paintLabels(std::shared_ptr<LabelSet const> set)
{
    LabelPicture result{std::move(set), {}, {}};
    result.picture = QImage{result.set->view.size(), QImage::Format_ARGB32_Premultiplied};
    result.picture.fill(0);
    if (result.set->labels.empty()) return result;
    Painter{*result.set, result.picture}.paint();
    for (auto const& label : result.set->labels) result.covered.push_back(covers(label) & result.picture.rect());
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
