#include "widgets/label_deck.h"

#include "widgets/glyph_outlines.h"
#include "widgets/rasteriser.h"
#include "widgets/wide_registers.h"

#include <algorithm>
#include <cmath>

namespace cresset::widgets {
namespace {

constexpr double text_size = 11.5;
constexpr GlyphFace text_face{.bold = true};
constexpr qsizetype most_stamps = 20000;

/// The text with a halo, on a picture just large enough; its left middle is the point that is laid down.
class StampPainter {
public:
    StampPainter(QString const& text, float size, float halo)
        : glyphs_{glyphsOf(text, text_face)}, size_{size}, halo_{halo}
    {
        float width = 0;
        for (auto const& glyph : glyphs_) width += glyph->advance * size_;
        picture_ = QImage{static_cast<int>(std::ceil(width + 2 * halo_)) + 1,
                          static_cast<int>(std::ceil(size_ * 1.25f + 2 * halo_)), QImage::Format_ARGB32_Premultiplied};
        picture_.fill(Qt::transparent);
        leaveWideRegisters();
        rasteriser_.resize(picture_.size());
    }

    Symbol paint(QColor ink, QColor halo)
    {
        contours([this](std::span<RasterPoint const> ring) { rasteriser_.strokeRing(ring, {.width = 2 * halo_}); });
        rasteriser_.paint(picture_, halo.rgba());
        contours([this](std::span<RasterPoint const> ring) { rasteriser_.ring(ring); });
        rasteriser_.paint(picture_, ink.rgba());
        return Symbol{picture_, {0, picture_.height() / 2}};
    }

private:
    template <typename Each>
    void contours(Each each)
    {
        float x = halo_;
        float const base = std::round(static_cast<float>(picture_.height()) / 2 + glyph_middle * size_);
        for (auto const& glyph : glyphs_) {
            std::uint32_t begin = 0;
            for (std::uint32_t const end : glyph->contour_ends) {
                points_.clear();
                for (std::uint32_t i = begin; i < end; ++i)
                    points_.push_back({x + glyph->points[i].x * size_, base + glyph->points[i].y * size_});
                each(std::span<RasterPoint const>{points_});
                begin = end;
            }
            x += glyph->advance * size_;
        }
    }

    std::vector<SharedGlyph> glyphs_;
    float size_, halo_;
    QImage picture_;
    Rasteriser rasteriser_;
    std::vector<RasterPoint> points_;
};

}  // namespace

LabelDeck::LabelDeck(Theme const& theme, double dpr)
    : ink_{theme.colour("mark.text")},
      quiet_{theme.colour("mark.text_quiet")},
      halo_{theme.colour("mark.text_halo")},
      dpr_{dpr}
{
}

QRect LabelDeck::rectOf(QPoint at, QString const& text, int gap, double dpr)
{
    float width = 0;
    for (auto const& glyph : glyphsOf(text, text_face)) width += glyph->advance;
    int const height = static_cast<int>(std::ceil(text_size * 1.25 * dpr));
    return {at.x() + static_cast<int>(gap * dpr), at.y() - height / 2, static_cast<int>(width * text_size * dpr) + 2,
            height};
}

void LabelDeck::begin(QSize picture)
{
    width_ = picture.width();
    height_ = picture.height();
    columns_ = width_ / cell + 1;
    rows_ = picture.height() / cell + 1;
    cells_.assign(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_), 0);
    for (auto& waiting : waiting_) waiting.clear();
    kept_.clear();
}

void LabelDeck::add(QPoint at, QString const& text, LabelRank rank, int gap, LabelInk ink, QString const& brief)
{
    if (text.isEmpty() || at.x() < 0 || at.y() < 0 || at.x() / cell >= columns_ || at.y() / cell >= rows_) return;
    waiting_[static_cast<std::size_t>(rank)].push_back({at, text, static_cast<int>(gap * dpr_), ink, brief});
}

void LabelDeck::keepClear(QRect const& rect)
{
    if (rect.intersects({0, 0, width_, height_})) kept_.push_back(rect);
}

Symbol const& LabelDeck::stamp(QString const& text, LabelInk ink)
{
    auto& stamps = stamps_[static_cast<std::size_t>(ink)];
    auto const found = stamps.constFind(text);
    if (found != stamps.constEnd()) return *found;
    if (stamps.size() >= most_stamps) stamps.clear();
    auto const size = static_cast<float>(text_size * dpr_), halo = static_cast<float>(1.6 * dpr_);
    return *stamps.insert(text, StampPainter{text, size, halo}.paint(ink == LabelInk::quiet ? quiet_ : ink_, halo_));
}

QRect LabelDeck::cellsOf(QRect const& rect) const
{
    auto const within = [](int v, int count) { return std::clamp(v / cell, 0, count - 1); };
    return {QPoint{within(rect.left(), columns_), within(rect.top(), rows_)},
            QPoint{within(rect.right(), columns_), within(rect.bottom(), rows_)}};
}

std::size_t LabelDeck::indexOf(int row, int column) const
{
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(column);
}

bool LabelDeck::taken(QRect const& rect) const
{
    QRect const cells = cellsOf(rect);
    for (int row = cells.top(); row <= cells.bottom(); ++row) {
        auto const* first = &cells_[indexOf(row, cells.left())];
        if (std::any_of(first, first + cells.width(), [](std::uint8_t c) { return c != 0; })) return true;
    }
    return false;
}

void LabelDeck::take(QRect const& rect)
{
    QRect const cells = cellsOf(rect);
    for (int row = cells.top(); row <= cells.bottom(); ++row)
        std::fill_n(&cells_[indexOf(row, cells.left())], cells.width(), std::uint8_t{1});
}

QPoint LabelDeck::leftOf(Waiting const& waiting, Symbol const& label)
{
    return waiting.at - QPoint{waiting.gap + label.rectAt({}).width(), 0};
}

/// What must be drawn stands to the right, or where that is cut or covers a symbol that is kept clear: left, below,
/// above, or at a corner. Its own symbol is no hindrance.
std::optional<QPoint> LabelDeck::freePlace(Waiting const& waiting, Symbol const& label) const
{
    QRect const size = label.rectAt({}), paper{0, 0, width_, height_};
    QPoint const right = rightOf(waiting), left = leftOf(waiting, label);
    QPoint const down{0, waiting.gap + size.height() / 2}, half{size.width() / 2, 0}, line{0, size.height()};
    for (QPoint const at : {right, left, waiting.at - half + down, waiting.at - half - down, right + line, right - line,
                            left + line, left - line}) {
        QRect const rect = label.rectAt(at);
        bool const covers = std::ranges::any_of(
            kept_, [&](QRect const& kept) { return kept.intersects(rect) && !kept.contains(waiting.at); });
        if (!covers && paper.contains(rect) && !taken(rect)) return at;
    }
    return {};
}

QPoint LabelDeck::anyPlace(Waiting const& waiting, Symbol const& label) const
{
    QPoint const right = rightOf(waiting);
    QPoint const at = label.rectAt(right).right() < width_ ? right : leftOf(waiting, label);
    QRect const rect = label.rectAt(at);
    auto const inside = [](int first, int last, int size) {
        return std::max(-first, 0) - std::max(last - size + 1, 0);
    };
    return at + QPoint{inside(rect.left(), rect.right(), width_), inside(rect.top(), rect.bottom(), height_)};
}

void LabelDeck::drawAlways(QImage& picture, Waiting const& waiting)
{
    Symbol label = stamp(waiting.text, waiting.ink);
    auto at = freePlace(waiting, label);
    if (!at && !waiting.brief.isEmpty()) {
        label = stamp(waiting.brief, waiting.ink);
        at = freePlace(waiting, label);
    }
    QPoint const place = at.value_or(anyPlace(waiting, label));
    take(label.rectAt(place));
    label.lay(picture, place);
}

bool LabelDeck::said(Waiting const& waiting) const
{
    return std::ranges::any_of(waiting_[0], [&](Waiting const& always) {
        return always.at == waiting.at && always.text.startsWith(waiting.text);
    });
}

int LabelDeck::paint(QImage& picture)
{
    int drawn = 0;
    for (auto const& waiting : waiting_[0]) {
        drawAlways(picture, waiting);
        ++drawn;
    }
    for (QRect const& rect : kept_) take(rect);
    for (std::size_t rank = 1; rank < waiting_.size(); ++rank)
        for (auto const& waiting : waiting_[rank]) {
            QPoint at = rightOf(waiting);
            QRect const begin{at.x(), at.y() - cell / 2, 3 * cell, cell};
            if (begin.right() < width_ && taken(begin)) continue;  // spares most of the look-ups
            Symbol const& label = stamp(waiting.text, waiting.ink);
            if (label.rectAt(at).right() >= width_) at = leftOf(waiting, label);
            if (taken(label.rectAt(at)) || said(waiting)) continue;
            take(label.rectAt(at));
            label.lay(picture, at);
            ++drawn;
        }
    return drawn;
}

}  // namespace cresset::widgets
