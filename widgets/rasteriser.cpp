#include "widgets/rasteriser.h"

#include "core/base/check.h"
#include "widgets/pixel_blend.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace cresset::widgets {
namespace {

constexpr float pi = 3.14159265f;

float folded(float winding, FillRule rule)
{
    float const covered = std::fabs(winding);
    if (rule == FillRule::nonzero) return std::min(covered, 1.0f);
    float const rest = covered - 2 * std::floor(covered / 2);
    return rest > 1 ? 2 - rest : rest;
}

}  // namespace

void Rasteriser::resize(QSize size)
{
    width_ = size.width();
    height_ = size.height();
    stride_ = width_ + 2;
    area_.assign(static_cast<std::size_t>(stride_) * static_cast<std::size_t>(height_), 0.0f);
    spans_.assign(static_cast<std::size_t>(height_), {stride_, -1});
    first_row_ = height_;
    last_row_ = -1;
}

/// Cuts at the top and the bottom, then at the sides: what lies left or right keeps its height on the border.
void Rasteriser::edge(RasterPoint from, RasterPoint to)
{
    if (from.y == to.y) return;
    float const direction = from.y < to.y ? 1.0f : -1.0f;
    if (from.y > to.y) std::swap(from, to);
    auto const bottom = static_cast<float>(height_);
    if (to.y <= 0 || from.y >= bottom) return;
    float const slope = (to.x - from.x) / (to.y - from.y);
    float const y0 = std::max(from.y, 0.0f), y1 = std::min(to.y, bottom);
    if (y0 >= y1) return;
    float const x0 = y0 > from.y ? from.x + (y0 - from.y) * slope : from.x;
    float const x1 = y1 < to.y ? from.x + (y1 - from.y) * slope : to.x;
    edgeInRows(x0, y0, x1, y1, direction);
}

void Rasteriser::edgeInRows(float x0, float y0, float x1, float y1, float direction)
{
    auto const right = static_cast<float>(width_);
    bool const outside0 = x0 < 0 || x0 > right, outside1 = x1 < 0 || x1 > right;
    if (!outside0 && !outside1) return edgeWithin(x0, y0, x1, y1, direction);
    if ((x0 <= 0 && x1 <= 0) || (x0 >= right && x1 >= right)) {
        float const x = x0 <= 0 ? 0 : right;
        return edgeWithin(x, y0, x, y1, direction);
    }
    float const border = (x0 < 0 || x1 < 0) ? 0 : right;
    float const y = std::clamp(y0 + (border - x0) * (y1 - y0) / (x1 - x0), y0, y1);
    bool const first_outside = border == 0 ? x0 < 0 : x0 > right;
    edgeInRows(first_outside ? border : x0, y0, border, y, direction);
    edgeInRows(border, y, first_outside ? x1 : border, y1, direction);
}

void Rasteriser::edgeWithin(float x0, float y0, float x1, float y1, float direction)
{
    if (y0 >= y1) return;
    auto const right = static_cast<float>(width_);
    float const slope = (x1 - x0) / (y1 - y0);
    int const first = static_cast<int>(y0), end = std::min(height_, static_cast<int>(std::ceil(y1)));
    first_row_ = std::min(first_row_, first);
    last_row_ = std::max(last_row_, end - 1);
    float x = x0, y = y0;
    for (int row = first; row < end; ++row) {
        float const below = std::min(static_cast<float>(row + 1), y1);
        float const next = std::clamp(x0 + (below - y0) * slope, 0.0f, right);
        cell(row, std::min(x, next), std::max(x, next), (below - y) * direction);
        x = next;
        y = below;
    }
}

/// Adds the area that a piece of an edge within one row leaves to its right: `height` is its signed height, x0 <= x1.
/// Each float holds the change of coverage from the pixel before it.
void Rasteriser::cell(int row, float x0, float x1, float height)
{
    float* const areas = &area_[static_cast<std::size_t>(row) * static_cast<std::size_t>(stride_)];
    RowSpan& span = spans_[static_cast<std::size_t>(row)];
    int const first = static_cast<int>(x0);
    int const end = static_cast<int>(std::ceil(x1));
    span.first = std::min(span.first, first);
    span.last = std::max(span.last, std::max(first + 1, end));
    if (end <= first + 1) {
        float const covered = height * (0.5f * (x0 + x1) - static_cast<float>(first));
        areas[first] += height - covered;
        areas[first + 1] += covered;
        return;
    }
    float const per_pixel = height / (x1 - x0);
    float const in_first = static_cast<float>(first + 1) - x0;
    float before = 0.5f * per_pixel * in_first * in_first;  // coverage of the pixel before the one at hand
    areas[first] += before;
    float reached = per_pixel * in_first;  // height used up so far
    for (int x = first + 1; x < end - 1; ++x) {
        float const here = reached + 0.5f * per_pixel;
        areas[x] += here - before;
        before = here;
        reached += per_pixel;
    }
    float const in_last = x1 - static_cast<float>(end - 1);
    float const last = height - 0.5f * per_pixel * in_last * in_last;
    areas[end - 1] += last - before;
    areas[end] += height - last;
}

void Rasteriser::ring(std::span<RasterPoint const> points)
{
    if (points.size() < 3) return;
    RasterPoint before = points.back();
    for (RasterPoint const point : points) {
        edge(before, point);
        before = point;
    }
}

void Rasteriser::circle(RasterPoint middle, float radius)
{
    fan(middle, 0, 2 * pi, radius);
}

bool Rasteriser::away(RasterPoint a, RasterPoint b, float reach) const
{
    return std::max(a.x, b.x) < -reach || std::min(a.x, b.x) > static_cast<float>(width_) + reach ||
           std::max(a.y, b.y) < -reach || std::min(a.y, b.y) > static_cast<float>(height_) + reach;
}

/// A piece of a stroke: the rectangle round a segment, clockwise on the screen as all pieces are.
void Rasteriser::segment(RasterPoint a, RasterPoint b, float nx, float ny)
{
    RasterPoint const corners[4] = {
        {a.x + nx, a.y + ny}, {b.x + nx, b.y + ny}, {b.x - nx, b.y - ny}, {a.x - nx, a.y - ny}};
    ring(corners);
}

/// A sector of a circle, clockwise on the screen from one angle to a greater one (radians, 0 to the right).
void Rasteriser::fan(RasterPoint middle, float from, float to, float radius)
{
    float const step = 2 * std::acos(1 - std::min(0.15f / std::max(radius, 0.15f), 1.0f));
    int const steps = std::clamp(static_cast<int>(std::ceil((to - from) / step)), 1, 64);
    auto const at = [&](int i) {
        float const angle = from + (to - from) * static_cast<float>(i) / static_cast<float>(steps);
        return RasterPoint{middle.x + radius * std::cos(angle), middle.y + radius * std::sin(angle)};
    };
    RasterPoint before = at(0);
    edge(middle, before);
    for (int i = 1; i <= steps; ++i) {
        RasterPoint const next = at(i);
        edge(before, next);
        before = next;
    }
    edge(before, middle);
}

namespace {

/// The segments of a line that have a length, with their unit directions.
struct Run {
    RasterPoint a, b;
    float dx, dy;
};

void runsOf(std::span<RasterPoint const> line, bool closed, std::vector<Run>& runs)
{
    runs.clear();
    std::size_t const count = line.size() + (closed ? 1 : 0);
    RasterPoint a = line[0];
    for (std::size_t i = 1; i < count; ++i) {
        RasterPoint const b = line[i % line.size()];
        float const dx = b.x - a.x, dy = b.y - a.y, length = std::sqrt(dx * dx + dy * dy);
        if (length < 1e-3f) continue;
        runs.push_back({a, b, dx / length, dy / length});
        a = b;
    }
}

float angleOf(float dx, float dy)
{
    return std::atan2(dy, dx);
}

}  // namespace

/// Fills the outer side of a corner: a triangle where it is all but round, otherwise a sector.
void Rasteriser::join(RasterPoint at, float dx, float dy, float next_dx, float next_dy, float half)
{
    float const cross = dx * next_dy - dy * next_dx, dot = dx * next_dx + dy * next_dy;
    if (dot > 0 && half * std::fabs(cross) < 0.1f) return;
    if (away(at, at, half)) return;
    float const side = cross > 0 ? half : -half;  // the outer side lies to the left of a right turn
    float const height = half * (1 - std::sqrt(std::max(0.0f, (1 + dot) / 2)));  // of the arc over its chord
    if (height < 0.12f) {
        RasterPoint const first{at.x + dy * side, at.y - dx * side},
            second{at.x + next_dy * side, at.y - next_dx * side};
        RasterPoint const right_turn[] = {at, first, second}, left_turn[] = {at, second, first};
        return ring(cross > 0 ? right_turn : left_turn);
    }
    float const turn = std::atan2(std::fabs(cross), dot);
    float const from = angleOf(dx, dy) + (cross > 0 ? -pi / 2 : pi / 2);
    if (cross > 0)
        fan(at, from, from + turn, half);
    else
        fan(at, from - turn, from, half);
}

void Rasteriser::stroke(std::span<RasterPoint const> line, Stroke const& how)
{
    if (line.size() < 2) return;
    if (how.dashes.empty())
        strokeSolid(line, how, false);
    else
        strokeDashed(line, how);
}

void Rasteriser::strokeRing(std::span<RasterPoint const> ring, Stroke const& how)
{
    if (ring.size() >= 3) strokeSolid(ring, how, true);
}

void Rasteriser::strokeSolid(std::span<RasterPoint const> line, Stroke const& how, bool closed)
{
    thread_local std::vector<Run> runs;
    runsOf(line, closed, runs);
    float const half = how.width / 2;
    auto const join = [&](Run const& before, Run const& after) {
        this->join(after.a, before.dx, before.dy, after.dx, after.dy, half);
    };
    for (std::size_t i = 0; i < runs.size(); ++i) {
        Run const& run = runs[i];
        if (away(run.a, run.b, how.width)) continue;
        segment(run.a, run.b, run.dy * half, -run.dx * half);
        if (i > 0) join(runs[i - 1], run);
    }
    if (runs.empty()) return;
    Run const &first = runs.front(), &last = runs.back();
    if (closed) return join(last, first);
    if (how.cap == LineCap::round && half > 0.4f) {
        float const back = angleOf(first.dx, first.dy), ahead = angleOf(last.dx, last.dy);
        if (!how.flat_begin && !away(first.a, first.a, half)) fan(first.a, back + pi / 2, back + 3 * pi / 2, half);
        if (!how.flat_end && !away(last.b, last.b, half)) fan(last.b, ahead - pi / 2, ahead + pi / 2, half);
    } else if (how.cap == LineCap::square) {
        RasterPoint const begin{first.a.x - first.dx * half, first.a.y - first.dy * half};
        RasterPoint const end{last.b.x + last.dx * half, last.b.y + last.dy * half};
        if (!how.flat_begin) segment(begin, first.a, first.dy * half, -first.dx * half);
        if (!how.flat_end) segment(last.b, end, last.dy * half, -last.dx * half);
    }
}

void Rasteriser::strokeDashed(std::span<RasterPoint const> line, Stroke const& how)
{
    float gone = how.dash_phase;
    for (std::size_t i = 1; i < line.size(); ++i) {
        RasterPoint const a = line[i - 1], b = line[i];
        float const length = std::hypot(b.x - a.x, b.y - a.y);
        if (length >= 1e-3f && !away(a, b, how.width)) dashesOf(a, b, length, gone, how);
        gone += length;
    }
}

/// The marks on one segment. Only the part near the picture is walked: a segment may be a thousand screens long.
void Rasteriser::dashesOf(RasterPoint a, RasterPoint b, float length, float phase, Stroke const& how)
{
    float pattern = 0;
    for (float const part : how.dashes) pattern += part;
    CRESSET_CHECK(pattern > 0.1f);
    float const dx = (b.x - a.x) / length, dy = (b.y - a.y) / length;
    float const middle_x = static_cast<float>(width_) / 2, middle_y = static_cast<float>(height_) / 2;
    float const along = (middle_x - a.x) * dx + (middle_y - a.y) * dy, reach = middle_x + middle_y + how.width;
    float const begin = std::max(0.0f, along - reach), end = std::min(length, along + reach);
    float const half = how.width / 2;
    float at = begin - std::fmod(phase + begin, pattern);
    for (std::size_t part = 0; at < end; part = (part + 1) % how.dashes.size()) {
        float const next = at + how.dashes[part];
        float const from = std::max(at, begin), to = std::min(next, end);
        if (part % 2 == 0 && to > from)
            segment({a.x + dx * from, a.y + dy * from}, {a.x + dx * to, a.y + dy * to}, dy * half, -dx * half);
        at = next;
    }
}

namespace {

/// How many floats from here on are zero, as almost all of them are, counted by four.
int runOfZeros(float const* areas, int most)
{
    int run = 0;
    for (std::uint64_t halves[2]; run + 4 <= most; run += 4) {
        std::memcpy(halves, areas + run, sizeof halves);
        if ((halves[0] | halves[1]) != 0) break;
    }
    return run;
}

std::uint32_t coverageOf(float winding, FillRule rule)
{
    // Never negative, and asked a million times a picture. NOLINTNEXTLINE(bugprone-incorrect-roundings)
    return static_cast<std::uint32_t>(folded(winding, rule) * 256.0f + 0.5f);
}

/// One row's colour, laid where it is wanted.
struct Brush {
    std::uint32_t source;
    bool opaque;

    void lay(std::uint32_t* pixels, int count, std::uint32_t coverage) const
    {
        if (coverage >= 256 && opaque)
            std::fill_n(pixels, count, source);
        else if (coverage != 0 && count == 1)
            *pixels = laidOver(*pixels, source, coverage);
        else if (coverage != 0)
            fillPixels(covered(source, coverage), pixels, count);
    }
};

/// Sums the changes of coverage from the left, lays the colour, and leaves zeros. Runs without a change are most of a
/// row: each is laid at once.
void paintRow(std::span<float> areas, std::span<std::uint32_t> pixels, int x, FillRule rule, Brush const& brush)
{
    auto const end = static_cast<int>(areas.size()), width = static_cast<int>(pixels.size());
    float winding = 0;
    std::uint32_t coverage = 0;
    while (x < end) {
        auto const at = static_cast<std::size_t>(x);
        if (int const run = runOfZeros(&areas[at], std::min(end, width) - x); run > 0) {
            brush.lay(&pixels[at], run, coverage);
            x += run;
            continue;
        }
        winding += areas[at];
        areas[at] = 0;
        coverage = coverageOf(winding, rule);
        if (x < width) brush.lay(&pixels[at], 1, coverage);
        ++x;
    }
    if (x < width && coverage > 1)
        brush.lay(&pixels[static_cast<std::size_t>(x)], width - x, coverage >= 255 ? 256 : coverage);
}

}  // namespace

void Rasteriser::paint(QImage& picture, QRgb colour, FillRule rule)
{
    CRESSET_CHECK(picture.width() == width_ && picture.height() == height_ && picture.depth() == 32);
    Brush const brush{qPremultiply(colour), qAlpha(colour) == 255};
    auto* const bits = reinterpret_cast<std::uint32_t*>(picture.bits());
    auto const stride = static_cast<std::size_t>(picture.bytesPerLine() / 4);
    for (int row = first_row_; row <= last_row_; ++row) {
        RowSpan& span = spans_[static_cast<std::size_t>(row)];
        if (span.last < 0) continue;
        float* const areas = &area_[static_cast<std::size_t>(row) * static_cast<std::size_t>(stride_)];
        paintRow({areas, static_cast<std::size_t>(span.last + 1)},
                 {bits + static_cast<std::size_t>(row) * stride, static_cast<std::size_t>(width_)}, span.first, rule,
                 brush);
        span = {stride_, -1};
    }
    first_row_ = height_;
    last_row_ = -1;
}

}  // namespace cresset::widgets
