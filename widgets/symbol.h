#pragma once
/// A small picture that is laid on the map thousands of times a frame: whole pixels only, what is clear skipped.

#include "widgets/pixel_blend.h"

#include <QImage>
#include <QPoint>
#include <cstdint>
#include <vector>

namespace cresset::widgets {

class Symbol {
public:
    Symbol() = default;
    /// `picture` ARGB32_Premultiplied; `middle` is the pixel of it that is laid on the place.
    Symbol(QImage const& picture, QPoint middle);

    bool empty() const { return rows_.empty(); }
    /// The rectangle that it covers when laid on `at`.
    QRect rectAt(QPoint at) const { return rect_.translated(at); }
    /// Lays it on an RGB32 picture; what lies outside is cut off.
    void lay(QImage& target, QPoint at) const;

private:
    void layCut(QImage& target, QRect const& covered) const;

    std::ptrdiff_t stride_ = 0;
    std::vector<std::uint32_t> pixels_;
    std::vector<PixelRun> rows_;
    QRect rect_;
};

}  // namespace cresset::widgets
