#include "widgets/drawn_shapes.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace cresset::widgets {
namespace {

constexpr double side = 4294967296.0;
constexpr std::size_t leaf = 16;
constexpr int detail_zooms[] = {4, 7, 10, 13, 16};
constexpr int whole_zoom = 32;

std::uint32_t unit(double part)
{
    return static_cast<std::uint32_t>(std::clamp(part * side, 0.0, side - 1));
}

/// Half a pixel of that zoom, where the world is 512 * 2^zoom pixels wide.
std::uint32_t halfPixel(int zoom)
{
    return std::uint32_t{1} << std::max(0, 32 - 9 - zoom - 1);
}

std::uint32_t apart(std::uint32_t a, std::uint32_t b)
{
    return a > b ? a - b : b - a;
}

/// Leaves out what is nearer than that to the dot kept before it; the ends stay.
void thin(std::span<WorldDot const> line, std::uint32_t distance, std::vector<WorldDot>& out)
{
    out.push_back(line.front());
    for (std::size_t i = 1; i < line.size(); ++i) {
        bool const last = i + 1 == line.size();
        bool const far = apart(line[i].x, out.back().x) >= distance || apart(line[i].y, out.back().y) >= distance;
        if (far || (last && line[i] != out.back())) out.push_back(line[i]);
    }
}

/// Where a dot lies on a curve that fills the square (Z-order): what is near on it is near on the map.
std::uint64_t onCurve(std::uint32_t x, std::uint32_t y)
{
    auto const spread = [](std::uint64_t v) {
        v = (v | v << 16) & 0x0000ffff0000ffffULL;
        v = (v | v << 8) & 0x00ff00ff00ff00ffULL;
        v = (v | v << 4) & 0x0f0f0f0f0f0f0f0fULL;
        v = (v | v << 2) & 0x3333333333333333ULL;
        return (v | v << 1) & 0x5555555555555555ULL;
    };
    return spread(x) | spread(y) << 1;
}

}  // namespace

WorldDot dotOf(Place place)
{
    WorldPoint const at = toWorld(place);
    return {unit(at.x), unit(at.y)};
}

void DrawnShapes::Box::add(Box const& other)
{
    left = std::min(left, other.left), top = std::min(top, other.top);
    right = std::max(right, other.right), bottom = std::max(bottom, other.bottom);
}

bool DrawnShapes::Box::meets(Box const& other) const
{
    return left <= other.right && other.left <= right && top <= other.bottom && other.top <= bottom;
}

DrawnShapes::DrawnShapes(maps::LayerShapes shapes) : shapes_{std::move(shapes)}
{
    place();
    thin_out();
    index();
}

void DrawnShapes::place()
{
    Detail whole{whole_zoom, {}, shapes_.part_ends};
    whole.dots.reserve(shapes_.places.size());
    for (Place const place : shapes_.places) whole.dots.push_back(dotOf(place));
    details_.push_back(std::move(whole));
}

/// From the finest to the coarsest, each made from the one before; one that saves little is left out.
void DrawnShapes::thin_out()
{
    for (std::size_t i = std::size(detail_zooms); i-- > 0;) {
        Detail const& finer = details_.front();
        Detail coarse{detail_zooms[i], {}, {}};
        std::uint32_t begin = 0;
        for (std::uint32_t const end : finer.ends) {
            thin({finer.dots.data() + begin, end - begin}, halfPixel(coarse.zoom), coarse.dots);
            coarse.ends.push_back(static_cast<std::uint32_t>(coarse.dots.size()));
            begin = end;
        }
        if (coarse.dots.size() * 4 < finer.dots.size() * 3) details_.insert(details_.begin(), std::move(coarse));
    }
}

void DrawnShapes::index()
{
    std::vector<Box> boxes;
    for (auto const& feature : shapes_.features) {
        WorldDot const a = dotOf({feature.bounds.max.lat_e7, feature.bounds.min.lon_e7});
        WorldDot const b = dotOf({feature.bounds.min.lat_e7, feature.bounds.max.lon_e7});
        boxes.push_back({a.x, a.y, b.x, b.y});
    }
    std::vector<std::uint64_t> keys;
    for (Box const& box : boxes)
        keys.push_back(onCurve(std::midpoint(box.left, box.right), std::midpoint(box.top, box.bottom)));
    order_.resize(boxes.size());
    std::iota(order_.begin(), order_.end(), 0U);
    std::ranges::stable_sort(order_, {}, [&](std::uint32_t i) { return keys[i]; });
    std::vector<Box> level;
    for (std::uint32_t const i : order_) level.push_back(boxes[i]);
    tree_.push_back(level);
    while (tree_.back().size() > 1) {
        std::vector<Box> above((tree_.back().size() + leaf - 1) / leaf);
        for (std::size_t i = 0; i < tree_.back().size(); ++i) above[i / leaf].add(tree_.back()[i]);
        tree_.push_back(std::move(above));
    }
}

DrawnShapes::Detail const& DrawnShapes::detail_for(int zoom) const
{
    auto const good = std::ranges::find_if(details_, [&](Detail const& one) { return one.zoom >= zoom; });
    return good == details_.end() ? details_.back() : *good;
}

std::span<WorldDot const> DrawnShapes::part(std::size_t feature, std::uint32_t part, int zoom) const
{
    Detail const& detail = detail_for(zoom);
    std::uint32_t const index = shapes_.features[feature].first_part + part;
    std::uint32_t const begin = index == 0 ? 0 : detail.ends[index - 1];
    return {detail.dots.data() + begin, detail.ends[index] - begin};
}

void DrawnShapes::within(WorldBox const& box, std::function<bool(std::size_t)> const& take) const
{
    Box const wanted{unit(box.left), unit(box.top), unit(box.right), unit(box.bottom)};
    auto const look = [&](auto const& self, std::size_t level, std::size_t at) -> bool {
        if (!tree_[level][at].meets(wanted)) return true;
        if (level == 0) return take(order_[at]);
        std::size_t const end = std::min((at + 1) * leaf, tree_[level - 1].size());
        for (std::size_t below = at * leaf; below < end; ++below)
            if (!self(self, level - 1, below)) return false;
        return true;
    };
    if (!tree_.front().empty()) look(look, tree_.size() - 1, 0);
}

}  // namespace cresset::widgets
