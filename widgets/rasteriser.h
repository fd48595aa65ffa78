#pragma once
/// Fills and strokes with exact edges, many times faster than QPainter's antialiased paths. Edges are gathered first,
/// as signed areas in one float a pixel; paint() then sums each row from the left, which gives the winding number
/// weighed by coverage, lays the colour and clears. Shapes gathered together are painted as one: where they overlap, a
/// translucent colour is laid once.
/// Exact where the parts that meet in one pixel wind the same way; where opposite windings share a pixel (a ring that
/// crosses itself) that pixel's coverage is their difference.
/// Pixels are those of an image in device pixels, RGB32 or ARGB32_Premultiplied. Anything outside is cut off.

#include <QImage>
#include <QRect>
#include <cstdint>
#include <span>
#include <vector>

namespace cresset::widgets {

struct RasterPoint {
    float x = 0;
    float y = 0;
    friend bool operator==(RasterPoint const&, RasterPoint const&) = default;
};

enum class FillRule : std::uint8_t { nonzero, even_odd };
enum class LineCap : std::uint8_t { butt, round, square };

struct Stroke {
    float width = 1;
    LineCap cap = LineCap::butt;      ///< joins are round always
    std::span<float const> dashes{};  ///< lengths of mark, gap, mark, ... in pixels; a whole line if empty
    float dash_phase = 0;             ///< how far into the pattern the line begins
    bool flat_begin = false;          ///< no cap there, whatever the other end has
    bool flat_end = false;
};

class Rasteriser {
public:
    Rasteriser() = default;
    explicit Rasteriser(QSize size) { resize(size); }
    /// Forgets what was gathered.
    void resize(QSize size);
    QSize size() const { return {width_, height_}; }

    /// One edge; a closed run of edges encloses what is filled. Numbers must be finite.
    void edge(RasterPoint from, RasterPoint to);
    /// All edges of a ring; the last point joins the first.
    void ring(std::span<RasterPoint const> points);
    void stroke(std::span<RasterPoint const> line, Stroke const& how);
    void strokeRing(std::span<RasterPoint const> ring, Stroke const& how);
    void circle(RasterPoint middle, float radius);

    /// Lays `colour` (not premultiplied) over the picture, whose size is size(), where the gathered shapes are.
    void paint(QImage& picture, QRgb colour, FillRule rule = FillRule::nonzero);
    /// The rows that paint() would touch.
    bool empty() const { return first_row_ > last_row_; }

private:
    struct RowSpan {
        int first, last;
    };

    void edgeInRows(float x0, float y0, float x1, float y1, float direction);
    void edgeWithin(float x0, float y0, float x1, float y1, float direction);
    void cell(int row, float x0, float x1, float height);
    bool away(RasterPoint a, RasterPoint b, float reach) const;
    void segment(RasterPoint a, RasterPoint b, float nx, float ny);
    void fan(RasterPoint middle, float from, float to, float radius);
    void join(RasterPoint at, float dx, float dy, float next_dx, float next_dy, float half);
    void strokeSolid(std::span<RasterPoint const> line, Stroke const& how, bool closed);
    void strokeDashed(std::span<RasterPoint const> line, Stroke const& how);
    void dashesOf(RasterPoint a, RasterPoint b, float length, float phase, Stroke const& how);

    int width_ = 0, height_ = 0, stride_ = 0;
    std::vector<float> area_;
    std::vector<RowSpan> spans_;
    int first_row_ = 0, last_row_ = -1;
};

/// A premultiplied colour of which a part covers a pixel; `coverage` 0..256.
inline std::uint32_t covered(std::uint32_t premultiplied, std::uint32_t coverage)
{
    std::uint32_t const rb = ((premultiplied & 0xff00ffu) * coverage >> 8) & 0xff00ffu;
    std::uint32_t const ag = ((premultiplied >> 8 & 0xff00ffu) * coverage >> 8) & 0xff00ffu;
    return rb | ag << 8;
}

/// `colour` times coverage over what is there; `coverage` 0..256, `premultiplied` as QColor's rgba premultiplied.
inline std::uint32_t laidOver(std::uint32_t under, std::uint32_t premultiplied, std::uint32_t coverage)
{
    std::uint32_t const source = covered(premultiplied, coverage);
    std::uint32_t const rest = 256 - (source >> 24) - (source >> 31);  // 0 where the source is opaque
    std::uint32_t const under_rb = ((under & 0xff00ffu) * rest >> 8) & 0xff00ffu;
    std::uint32_t const under_ag = ((under >> 8 & 0xff00ffu) * rest >> 8) & 0xff00ffu;
    return source + (under_rb | under_ag << 8);
}

}  // namespace cresset::widgets
