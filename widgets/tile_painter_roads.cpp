/// The roads of a tile: casings of all classes before fills of all classes, so that junctions merge; tunnels below,
/// bridges above, by their layer.

#include "widgets/tile_painter.h"

#include <algorithm>

namespace cresset::widgets {

using maps::TileLayer;

void TilePainter::roads(maps::VectorTile const& tile)
{
    auto const* layer = aimedAt(tile, "transportation");
    if (!layer) return;
    roads_ = drawnRoads(*style_, *layer, zoom_);
    findMouths(*layer);
    for (auto const level : byLevel(roads_)) {
        casings(*layer, level);
        fills(*layer, level);
    }
}

/// A road ends flat where it goes on in a tunnel.
void TilePainter::findMouths(TileLayer const& layer)
{
    mouths_.clear();
    for (auto const& road : roads_) {
        if (road.level != RoadLevel::tunnel) continue;
        for (auto part = road.feature->first_part; part < road.feature->end_part; ++part) {
            auto const points = layer.part(part);
            for (auto const end : {points.front(), points.back()}) mouths_.emplace(end.x, end.y);
        }
    }
}

void TilePainter::strokeRoads(TileLayer const& layer, std::span<DrawnRoad const> roads, Stroke const& how)
{
    float const step = how.width > 3 ? 0.6f : 0.8f;
    auto const is_mouth = [this](maps::TilePoint p) { return mouths_.contains({p.x, p.y}); };
    for (auto const& road : roads)
        for (auto part = road.feature->first_part; part < road.feature->end_part; ++part) {
            auto const points = layer.part(part);
            if (!project(points, how.width, step)) continue;
            Stroke stroke = how;
            if (road.level == RoadLevel::ground && !mouths_.empty())
                stroke.flat_begin = is_mouth(points.front()), stroke.flat_end = is_mouth(points.back());
            rasteriser_.stroke(points_, stroke);
        }
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

void TilePainter::casings(TileLayer const& layer, std::span<DrawnRoad const> roads)
{
    RoadLevel const level = roads.front().level;
    bool const bridges = level == RoadLevel::bridge;
    float const dash = 4 * static_cast<float>(job_.dpr);
    float const dashes[] = {dash, dash};
    byRule(roads, [&](std::size_t index, std::span<DrawnRoad const> same) {
        RoadRule const& rule = style_->roads[index];
        double const edge = rule.edge.at(zoom_) * (bridges ? 1.4 : 1);
        if (rule.casing == 0 || edge < 0.05) return;
        Stroke stroke{.width = static_cast<float>((rule.width.at(zoom_) + 2 * edge) * job_.dpr)};
        if (level == RoadLevel::ground) stroke.cap = LineCap::round;
        if (level == RoadLevel::tunnel && zoom_ >= 14) stroke.dashes = dashes;
        strokeRoads(layer, same, stroke);
        lay(bridges && zoom_ >= 13 ? style_->bridge_casing : rule.casing);
    });
}

void TilePainter::fills(TileLayer const& layer, std::span<DrawnRoad const> roads)
{
    bool const tunnels = roads.front().level == RoadLevel::tunnel;
    byRule(roads, [&](std::size_t index, std::span<DrawnRoad const> same) {
        RoadRule const& rule = style_->roads[index];
        auto const width = static_cast<float>(rule.width.at(zoom_) * job_.dpr);
        std::vector<float> dashes = rule.dash;
        for (float& part : dashes) part *= std::max(0.8f, width);
        strokeRoads(layer, same, {.width = width, .cap = LineCap::round, .dashes = dashes});
        lay(rule.fill);
        if (rule.rail && zoom_ >= 14) railTies(layer, same, rule, width);
        if (!tunnels || rule.casing == 0) return;
        strokeRoads(layer, same, {.width = width, .cap = LineCap::round});
        lay(style_->tunnel_wash);
    });
}

/// A railway is a dark line with light marks along its middle.
void TilePainter::railTies(TileLayer const& layer, std::span<DrawnRoad const> roads, RoadRule const& rule, float width)
{
    float const mark = std::max(3.0f, width * 2.5f);
    float const dashes[] = {mark, mark};
    strokeRoads(layer, roads, {.width = width * 0.55f, .dashes = dashes});
    lay(rule.ties);
}

}  // namespace cresset::widgets
