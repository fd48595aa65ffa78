#include "widgets/symbol.h"

#include "widgets/pixel_blend.h"

#include <algorithm>
#include <cstring>

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

}  // namespace

Symbol::Symbol(QImage const& picture, QPoint middle)
{
    QRect const content = contentOf(picture);
    width_ = content.width();
    rect_ = content.translated(-middle);
    for (int y = content.top(); y <= content.bottom(); ++y) {
        auto const* row = reinterpret_cast<std::uint32_t const*>(picture.constScanLine(y)) + content.left();
        pixels_.insert(pixels_.end(), row, row + width_);
        rows_.push_back(rowOf(row, width_));
    }
}

Symbol::Row Symbol::rowOf(std::uint32_t const* pixels, int width)
{
    auto const alpha = [&](int x) { return pixels[x] >> 24; };
    Row row;
    while (row.first < width && alpha(row.first) == 0) ++row.first;
    row.end = width;
    while (row.end > row.first && alpha(row.end - 1) == 0) --row.end;
    row.opaque = row.blended = row.first;
    for (int begin = row.first; begin < row.end;) {
        int end = begin;
        while (end < row.end && alpha(end) == 255) ++end;
        if (end - begin > row.blended - row.opaque) row.opaque = begin, row.blended = end;
        begin = std::max(end, begin + 1);
    }
    return row;
}

void Symbol::lay(QImage& target, QPoint at) const
{
    QRect const covered = rectAt(at);
    if (!covered.intersects(target.rect())) return;
    bool const inside = target.rect().contains(covered);
    int const last = std::min(covered.bottom(), target.height() - 1);
    auto* const bits = reinterpret_cast<std::uint32_t*>(target.bits());
    auto const stride = static_cast<std::ptrdiff_t>(target.bytesPerLine() / 4);
    for (int y = std::max(0, covered.top()); y <= last; ++y) {
        Row row = rows_[static_cast<std::size_t>(y - covered.top())];
        if (!inside) {
            int const least = std::max(0, -covered.left()), most = std::min(width_, target.width() - covered.left());
            for (int* edge : {&row.first, &row.opaque, &row.blended, &row.end}) *edge = std::clamp(*edge, least, most);
        }
        std::uint32_t const* const source = pixels_.data() + std::ptrdiff_t{y - covered.top()} * width_;
        std::uint32_t* const line = bits + y * stride + covered.left();
        if (row.opaque > row.first) layPixels(source + row.first, line + row.first, row.opaque - row.first);
        std::memcpy(line + row.opaque, source + row.opaque, static_cast<std::size_t>(row.blended - row.opaque) * 4);
        if (row.end > row.blended) layPixels(source + row.blended, line + row.blended, row.end - row.blended);
    }
}

}  // namespace cresset::widgets
