#include "widgets/symbol.h"

#include <algorithm>

namespace cresset::widgets {
namespace {

/// The rectangle of what is not clear.
QRect contentOf(QImage const& picture)
{
    QRect content;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            if (qAlpha(picture.pixel(x, y)) != 0) content |= QRect{x, y, 1, 1};
    return content;
}

PixelRun runOf(std::uint32_t const* pixels, int width)
{
    auto const clear = [&](int x) { return pixels[x] >> 24 == 0; };
    PixelRun run{0, width};
    while (run.first < width && clear(run.first)) ++run.first;
    while (run.end > run.first && clear(run.end - 1)) --run.end;
    return run;
}

}  // namespace

Symbol::Symbol(QImage const& picture, QPoint middle)
{
    QRect const content = contentOf(picture);
    stride_ = content.width() + PixelBlock::pad;
    rect_ = content.translated(-middle);
    for (int y = content.top(); y <= content.bottom(); ++y) {
        auto const* row = reinterpret_cast<std::uint32_t const*>(picture.constScanLine(y)) + content.left();
        pixels_.insert(pixels_.end(), row, row + content.width());
        pixels_.insert(pixels_.end(), PixelBlock::pad, 0);
        rows_.push_back(runOf(row, content.width()));
    }
}

void Symbol::lay(QImage& target, QPoint at) const
{
    QRect const covered = rectAt(at);
    if (!target.rect().contains(covered.adjusted(0, 0, PixelBlock::pad, 0))) return layCut(target, covered);
    auto const stride = static_cast<std::ptrdiff_t>(target.bytesPerLine() / 4);
    auto* const corner = reinterpret_cast<std::uint32_t*>(target.bits()) + covered.top() * stride + covered.left();
    layBlock({pixels_.data(), stride_, rows_}, corner, stride);
}

void Symbol::layCut(QImage& target, QRect const& covered) const
{
    QRect const shown = covered & target.rect();
    if (shown.isEmpty()) return;
    int const least = shown.left() - covered.left(), most = shown.right() + 1 - covered.left();
    for (int y = shown.top(); y <= shown.bottom(); ++y) {
        auto const row = static_cast<std::size_t>(y - covered.top());
        int const first = std::max(rows_[row].first, least), end = std::min(rows_[row].end, most);
        if (first >= end) continue;
        auto* const line = reinterpret_cast<std::uint32_t*>(target.scanLine(y)) + covered.left();
        layPixels(pixels_.data() + static_cast<std::ptrdiff_t>(row) * stride_ + first, line + first, end - first);
    }
}

}  // namespace cresset::widgets
