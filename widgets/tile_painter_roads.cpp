/// The roads of a tile: casings of all classes before fills of all classes, so that junctions merge; tunnels below,
/// bridges above, by their layer.

#include "widgets/tile_painter.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace cresset::widgets {

using maps::TileGeometry;
using maps::TileLayer;

void TilePainter::roads(maps::VectorTile const& tile)
{
    auto const* layer = aimedAt(tile, "transportation");
    if (!layer) return;
    sortRoads(*layer);
    levelOf(*layer, Level::tunnel);
    levelOf(*layer, Level::ground);
    levelOf(*layer, Level::bridge);
    if (zoom_ >= 16) arrows(*layer, roads_);
}

/// Every road under the first rule that it matches, from the lowest level and the least class to the highest.
void TilePainter::sortRoads(TileLayer const& layer)
{
    roads_.clear();
    std::vector<Matcher> matchers;
    for (auto const& rule : style_->roads) matchers.emplace_back(rule.where, layer);
    for (auto const& feature : layer.features) {
        if (feature.geometry != TileGeometry::line) continue;
        for (std::size_t rule = 0; rule < matchers.size(); ++rule) {
            if (!style_->roads[rule].zooms.contains(zoom_) || !matchers[rule](feature)) continue;
            auto const brunnel = layer.text(feature, "brunnel");
            Level const level = brunnel == "tunnel"   ? Level::tunnel
                                : brunnel == "bridge" ? Level::bridge
                                                      : Level::ground;
            int const at = level == Level::ground ? 0 : static_cast<int>(layer.number(feature, "layer", 1));
            roads_.push_back({&feature, rule, level, at});
            break;
        }
    }
    std::ranges::stable_sort(roads_, [](Road const& a, Road const& b) {
        return std::tuple{a.level, a.layer, a.rule} < std::tuple{b.level, b.layer, b.rule};
    });
}

/// All roads of a level; bridges by layer, each layer as a whole.
void TilePainter::levelOf(TileLayer const& layer, Level level)
{
    std::span<Road const> rest{std::ranges::lower_bound(roads_, level, {}, &Road::level),
                               std::ranges::upper_bound(roads_, level, {}, &Road::level)};
    while (!rest.empty()) {
        auto const end = std::ranges::find_if(rest, [&](Road const& r) { return r.layer != rest.front().layer; });
        auto const count = static_cast<std::size_t>(end - rest.begin());
        casings(layer, rest.first(count), level == Level::bridge);
        fills(layer, rest.first(count), level == Level::tunnel);
        rest = rest.subspan(count);
    }
}

void TilePainter::strokeRoads(TileLayer const& layer, std::span<Road const> roads, Stroke const& how)
{
    float const step = how.width > 3 ? 0.6f : 0.8f;
    for (auto const& road : roads)
        for (auto part = road.feature->first_part; part < road.feature->end_part; ++part)
            if (project(layer.part(part), how.width, step)) rasteriser_.stroke(points_, how);
}

namespace {

/// Calls `each` with every run of roads that share a rule.
template <typename Roads, typename Each>
void byRule(Roads roads, Each each)
{
    while (!roads.empty()) {
        auto const end = std::ranges::find_if(roads, [&](auto const& r) { return r.rule != roads.front().rule; });
        auto const count = static_cast<std::size_t>(end - roads.begin());
        each(roads.front().rule, roads.first(count));
        roads = roads.subspan(count);
    }
}

}  // namespace

void TilePainter::casings(TileLayer const& layer, std::span<Road const> roads, bool bridges)
{
    byRule(roads, [&](std::size_t index, std::span<Road const> same) {
        RoadRule const& rule = style_->roads[index];
        double const edge = rule.edge.at(zoom_) * (bridges ? 1.3 : 1);
        if (rule.casing == 0 || edge < 0.05) return;
        auto const width = static_cast<float>((rule.width.at(zoom_) + 2 * edge) * job_.dpr);
        LineCap const cap = bridges ? LineCap::butt : LineCap::round;
        strokeRoads(layer, same, {.width = width, .cap = cap});
        lay(bridges && zoom_ >= 13 ? style_->bridge_casing : rule.casing);
    });
}

void TilePainter::fills(TileLayer const& layer, std::span<Road const> roads, bool tunnels)
{
    byRule(roads, [&](std::size_t index, std::span<Road const> same) {
        RoadRule const& rule = style_->roads[index];
        auto const width = static_cast<float>(rule.width.at(zoom_) * job_.dpr);
        std::vector<float> dashes = rule.dash;
        for (float& part : dashes) part *= std::max(0.8f, width);
        strokeRoads(layer, same, {.width = width, .cap = LineCap::round, .dashes = dashes});
        lay(rule.fill);
        if (rule.rail && zoom_ >= 14) railTies(layer, same, rule, width);
        if (!tunnels || rule.casing == 0) return;
        strokeRoads(layer, same, {.width = width, .cap = LineCap::butt});
        lay(style_->tunnel_wash);
    });
}

/// A railway is a dark line with light marks along its middle.
void TilePainter::railTies(TileLayer const& layer, std::span<Road const> roads, RoadRule const& rule, float width)
{
    float const mark = std::max(3.0f, width * 2.5f);
    float const dashes[] = {mark, mark};
    strokeRoads(layer, roads, {.width = width * 0.55f, .dashes = dashes});
    lay(rule.ties);
}

void TilePainter::arrows(TileLayer const& layer, std::span<Road const> roads)
{
    for (auto const& road : roads) {
        RoadRule const& rule = style_->roads[road.rule];
        auto const one_way = layer.number(*road.feature, "oneway", 0);
        auto const width = static_cast<float>(rule.width.at(zoom_) * job_.dpr);
        if (!rule.arrows || one_way == 0) continue;
        float const size = std::clamp(width * 0.32f, 2.2f, 6.0f * static_cast<float>(job_.dpr));
        for (auto part = road.feature->first_part; part < road.feature->end_part; ++part)
            if (project(layer.part(part), 0, 0.5f)) arrowsAlong(one_way < 0, size);
    }
    lay(style_->arrow);
}

/// One arrow every so often along points_, never near the picture's edge, where its other half would be missing.
void TilePainter::arrowsAlong(bool backwards, float size)
{
    float const spacing = 90 * static_cast<float>(job_.dpr);
    auto const inner = static_cast<float>(job_.pixels) - 3 * size;
    float next = spacing / 2;
    for (std::size_t i = 1; i < points_.size(); ++i) {
        RasterPoint const a = points_[i - 1], b = points_[i];
        float const length = std::hypot(b.x - a.x, b.y - a.y);
        if (length < 1e-3f) continue;
        float const sign = backwards ? -1.0f : 1.0f;
        float const dx = sign * (b.x - a.x) / length, dy = sign * (b.y - a.y) / length;
        for (; next <= length; next += spacing) {
            float const x = a.x + (b.x - a.x) * next / length, y = a.y + (b.y - a.y) * next / length;
            if (x < 3 * size || y < 3 * size || x > inner || y > inner) continue;
            RasterPoint const arrow[] = {{x + dx * size * 1.5f, y + dy * size * 1.5f},
                                         {x - dx * size - dy * size, y - dy * size + dx * size},
                                         {x - dx * size * 0.4f, y - dy * size * 0.4f},
                                         {x - dx * size + dy * size, y - dy * size - dx * size}};
            rasteriser_.ring(arrow);
        }
        next -= length;
    }
}

}  // namespace cresset::widgets
