#include "widgets/road_levels.h"

#include <tuple>

namespace cresset::widgets {
namespace {

RoadLevel levelOf(maps::TileLayer const& layer, maps::TileFeature const& feature)
{
    auto const brunnel = layer.text(feature, "brunnel");
    return brunnel == "tunnel" ? RoadLevel::tunnel : brunnel == "bridge" ? RoadLevel::bridge : RoadLevel::ground;
}

}  // namespace

std::vector<DrawnRoad> drawnRoads(MapStyle const& style, maps::TileLayer const& transportation, double zoom)
{
    std::vector<DrawnRoad> roads;
    std::vector<Matcher> matchers;
    for (auto const& rule : style.roads) matchers.emplace_back(rule.where, transportation);
    for (auto const& feature : transportation.features) {
        if (feature.geometry != maps::TileGeometry::line) continue;
        for (std::size_t rule = 0; rule < matchers.size(); ++rule) {
            if (!style.roads[rule].zooms.contains(zoom) || !matchers[rule](feature)) continue;
            RoadLevel const level = levelOf(transportation, feature);
            int const at =
                level == RoadLevel::ground ? 0 : static_cast<int>(transportation.number(feature, "layer", 1));
            roads.push_back({&feature, rule, level, at});
            break;
        }
    }
    std::ranges::stable_sort(roads, [](DrawnRoad const& a, DrawnRoad const& b) {
        return std::tuple{a.level, a.layer, a.rule} < std::tuple{b.level, b.layer, b.rule};
    });
    return roads;
}

std::vector<std::span<DrawnRoad const>> byLevel(std::span<DrawnRoad const> roads)
{
    std::vector<std::span<DrawnRoad const>> levels;
    while (!roads.empty()) {
        auto const end = std::ranges::find_if(roads, [&](DrawnRoad const& road) {
            return road.level != roads.front().level || road.layer != roads.front().layer;
        });
        auto const count = static_cast<std::size_t>(end - roads.begin());
        levels.push_back(roads.first(count));
        roads = roads.subspan(count);
    }
    return levels;
}

}  // namespace cresset::widgets
