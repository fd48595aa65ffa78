#include "widgets/label_lines.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

namespace cresset::widgets {
namespace {

/// The part of a segment within the box, as two fractions of its length (Liang and Barsky, 1984).
std::optional<std::pair<float, float>> within(RasterPoint a, RasterPoint b, PixelBox const& box)
{
    float from = 0, to = 1;
    auto const cut = [&](float move, float room) {  // keeps where move * t <= room
        if (move == 0) return room >= 0;
        float const t = room / move;
        if (move < 0) from = std::max(from, t);
        if (move > 0) to = std::min(to, t);
        return from <= to;
    };
    float const dx = b.x - a.x, dy = b.y - a.y;
    bool const inside =
        cut(-dx, a.x - box.left) && cut(dx, box.right - a.x) && cut(-dy, a.y - box.top) && cut(dy, box.bottom - a.y);
    if (!inside) return {};
    return std::pair{from, to};
}

RasterPoint along(RasterPoint a, RasterPoint b, float t)
{
    return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t};
}

/// Ends that lie within a pixel of each other should have the same key; half a grid off, two of them may not: then
/// the line stays in two, which costs a label at worst.
using EndKey = std::pair<int, int>;

EndKey keyOf(RasterPoint p)
{
    auto const cell = [](float v) { return static_cast<int>(std::floor(std::clamp(v, -1e7f, 1e7f) / 1.5f + 0.5f)); };
    return {cell(p.x), cell(p.y)};
}

class Joiner {
public:
    explicit Joiner(std::vector<PixelLine> pieces) : pieces_{std::move(pieces)}, used_(pieces_.size(), false)
    {
        for (std::size_t i = 0; i < pieces_.size(); ++i) {
            ends_[keyOf(pieces_[i].front())].push_back(i);
            ends_[keyOf(pieces_[i].back())].push_back(i);
        }
    }

    std::vector<PixelLine> join()
    {
        std::vector<PixelLine> lines;
        for (std::size_t i = 0; i < pieces_.size(); ++i) {
            if (used_[i]) continue;
            used_[i] = true;
            PixelLine line = pieces_[i];
            grow(line);
            std::ranges::reverse(line);
            grow(line);
            std::ranges::reverse(line);
            lines.push_back(std::move(line));
        }
        return lines;
    }

private:
    void grow(PixelLine& line)
    {
        while (line.size() < 4000) {
            auto const next = continuation(line);
            if (!next) return;
            used_[*next] = true;
            PixelLine piece = pieces_[*next];
            if (keyOf(piece.front()) != keyOf(line.back())) std::ranges::reverse(piece);
            line.insert(line.end(), piece.begin() + 1, piece.end());
        }
    }

    /// The unused piece that goes on most nearly straight, if by less than 50 degrees.
    std::optional<std::size_t> continuation(PixelLine const& line) const
    {
        RasterPoint const end = line.back(), before = line[line.size() - 2];
        std::optional<std::size_t> best;
        float best_cosine = 0.64f;
        for (std::size_t const i : ends_.at(keyOf(end))) {
            if (used_[i]) continue;
            PixelLine const& piece = pieces_[i];
            bool const forward = keyOf(piece.front()) == keyOf(end);
            RasterPoint const from = forward ? piece.front() : piece.back();
            RasterPoint const to = forward ? piece[1] : piece[piece.size() - 2];
            float const cosine = cosineOf({end.x - before.x, end.y - before.y}, {to.x - from.x, to.y - from.y});
            if (cosine > best_cosine) best = i, best_cosine = cosine;
        }
        return best;
    }

    static float cosineOf(RasterPoint a, RasterPoint b)
    {
        float const lengths = std::hypot(a.x, a.y) * std::hypot(b.x, b.y);
        return lengths > 0 ? (a.x * b.x + a.y * b.y) / lengths : 1;
    }

    std::vector<PixelLine> pieces_;
    std::vector<bool> used_;
    std::map<EndKey, std::vector<std::size_t>> ends_;
};

}  // namespace

void clipLine(std::span<RasterPoint const> line, PixelBox const& box, std::vector<PixelLine>& parts)
{
    PixelLine part;
    auto const end_part = [&] {
        if (part.size() > 1) parts.push_back(part);
        part.clear();
    };
    for (std::size_t i = 1; i < line.size(); ++i) {
        auto const inside = within(line[i - 1], line[i], box);
        if (!inside) {
            end_part();
            continue;
        }
        RasterPoint const a = along(line[i - 1], line[i], inside->first);
        RasterPoint const b = along(line[i - 1], line[i], inside->second);
        if (inside->first > 0) end_part();
        if (part.empty()) part.push_back(a);
        if (!(a == b)) part.push_back(b);
        if (inside->second < 1) end_part();
    }
    end_part();
}

std::vector<PixelLine> joinLines(std::vector<PixelLine> pieces)
{
    std::erase_if(pieces, [](PixelLine const& piece) { return piece.size() < 2; });
    return Joiner{std::move(pieces)}.join();
}

PixelLine lengthened(PixelLine line, float by)
{
    auto const beyond = [by](RasterPoint before, RasterPoint end) {
        float const length = std::hypot(end.x - before.x, end.y - before.y);
        return length > 0 ? along(before, end, 1 + by / length) : end;
    };
    if (line.size() < 2) return line;
    RasterPoint const front = beyond(line[1], line[0]), back = beyond(line[line.size() - 2], line.back());
    line.front() = front, line.back() = back;
    return line;
}

float lengthOf(std::span<RasterPoint const> line)
{
    float length = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
        length += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
    return length;
}

LineWalk::LineWalk(std::span<RasterPoint const> line) : line_{line}
{
    float gone = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (i > 0) gone += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
        distances_.push_back(gone);
    }
}

RasterPoint LineWalk::at(float distance) const
{
    auto const after = std::ranges::upper_bound(distances_, distance);
    if (after == distances_.begin()) return line_.front();
    if (after == distances_.end()) return line_.back();
    auto const i = static_cast<std::size_t>(after - distances_.begin());
    return along(line_[i - 1], line_[i], (distance - distances_[i - 1]) / (distances_[i] - distances_[i - 1]));
}

float LineWalk::nearest(RasterPoint point, float& away) const
{
    float best = 0;
    away = 1e30f;
    for (std::size_t i = 1; i < line_.size(); ++i) {
        RasterPoint const a = line_[i - 1], b = line_[i];
        float const dx = b.x - a.x, dy = b.y - a.y, squared = dx * dx + dy * dy;
        float const t =
            squared > 0 ? std::clamp(((point.x - a.x) * dx + (point.y - a.y) * dy) / squared, 0.0f, 1.0f) : 0;
        float const distance = std::hypot(a.x + dx * t - point.x, a.y + dy * t - point.y);
        if (distance < away) away = distance, best = distances_[i - 1] + t * (distances_[i] - distances_[i - 1]);
    }
    return best;
}

}  // namespace cresset::widgets
