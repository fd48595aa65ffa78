#include "widgets/one_way_arrows.h"

#include "widgets/label_candidates.h"
#include "widgets/road_levels.h"
#include "widgets/tile_frame.h"

#include <algorithm>
#include <cmath>
#include <ranges>

namespace cresset::widgets {
namespace {

constexpr float spacing = 90;   // pixels from one arrow to the next
constexpr float shortest = 30;  // a road shorter than this has none

/// The arrows of one tile, from the uppermost roads down: each level hides what lies below.
class TileArrows {
public:
    TileArrows(MapStyle const& style, Viewport const& view, LabelGrid& taken, std::vector<OneWayArrow>& arrows)
        : style_{style},
          view_{view},
          dpr_{static_cast<float>(view.dpr())},
          picture_{0, 0, static_cast<float>(view.size().width()), static_cast<float>(view.size().height())},
          above_{view.size().width(), view.size().height()},
          taken_{taken},
          arrows_{arrows}
    {
    }

    void add(maps::TileLayer const& layer, maps::TileId id)
    {
        frame_ = TileFrame{view_, id};
        auto const roads = drawnRoads(style_, layer, view_.zoom());
        for (auto const level : byLevel(roads) | std::views::reverse) {
            for (DrawnRoad const& road : level) place(layer, road);
            if (level.front().level != RoadLevel::tunnel && level.data() != roads.data())
                for (DrawnRoad const& road : level) cover(layer, road);
        }
    }

private:
    float widthOf(DrawnRoad const& road) const
    {
        return static_cast<float>(style_.roads[road.rule].width.at(view_.zoom())) * dpr_;
    }

    std::vector<PixelLine> const& partsOf(maps::TileLayer const& layer, DrawnRoad const& road)
    {
        parts_.clear();
        for (auto part = road.feature->first_part; part < road.feature->end_part; ++part)
            clipLine(frame_.line(layer, layer.part(part)), frame_.box(), parts_);
        return parts_;
    }

    void place(maps::TileLayer const& layer, DrawnRoad const& road)
    {
        auto const one_way = layer.number(*road.feature, "oneway", 0);
        if (!style_.roads[road.rule].arrows || one_way == 0) return;
        float const size = std::clamp(widthOf(road) * 0.32f, 2.2f, 6 * dpr_);
        for (PixelLine const& line : partsOf(layer, road)) placeAlong(line, one_way < 0, size);
    }

    void placeAlong(PixelLine const& line, bool backwards, float size)
    {
        LineWalk const walk{line};
        if (walk.length() < shortest * dpr_) return;
        int const count = std::max(1, static_cast<int>(walk.length() / (spacing * dpr_)));
        float const sign = backwards ? -1.0f : 1.0f;
        for (int i = 0; i < count; ++i) {
            float const at = walk.length() * (static_cast<float>(i) + 0.5f) / static_cast<float>(count);
            RasterPoint const back = walk.at(at - size), ahead = walk.at(at + size);
            float const dx = sign * (ahead.x - back.x), dy = sign * (ahead.y - back.y), length = std::hypot(dx, dy);
            if (length < size) continue;  // on a sharp bend
            OneWayArrow const arrow{walk.at(at), size, dx / length, dy / length};
            PixelBox const box = arrow.box();
            if (!picture_.holds(box) || !taken_.free(box) || !above_.free(box)) continue;
            taken_.take(box);
            arrows_.push_back(arrow);
        }
    }

    void cover(maps::TileLayer const& layer, DrawnRoad const& road)
    {
        float const half = widthOf(road) / 2 + 2 * dpr_, step = std::max(half, 4.0f);
        for (PixelLine const& line : partsOf(layer, road)) {
            LineWalk const walk{line};
            for (float at = 0; at <= walk.length(); at += step) {
                RasterPoint const p = walk.at(at);
                PixelBox const box{p.x - half, p.y - half, p.x + half, p.y + half};
                if (picture_.meets(box)) above_.take(box);
            }
        }
    }

    MapStyle const& style_;
    Viewport const& view_;
    float dpr_;
    PixelBox picture_;
    LabelGrid above_;
    LabelGrid& taken_;
    std::vector<OneWayArrow>& arrows_;
    TileFrame frame_;
    std::vector<PixelLine> parts_;
};

}  // namespace

std::vector<OneWayArrow> oneWayArrows(BaseMap const& map, MapStyle const& style, Viewport const& view, LabelGrid& taken)
{
    std::vector<OneWayArrow> arrows;
    if (!map.isVector() || view.size().isEmpty() || view.zoom() < arrows_from) return arrows;
    TileArrows tile_arrows{style, view, taken, arrows};
    for (maps::TileId const id : sourcesOf(map, view))
        if (auto const tile = map.geometry(id))
            if (auto const* layer = tile->layer("transportation")) tile_arrows.add(*layer, id);
    return arrows;
}

}  // namespace cresset::widgets
