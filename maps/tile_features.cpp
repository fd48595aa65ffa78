#include "maps/tile_features.h"

#include "maps/coastline.h"
#include "maps/multipolygon.h"
#include "maps/schema.h"
#include "maps/tile_maker.h"

#include <algorithm>
#include <bit>
#include <map>
#include <tuple>

namespace cresset::maps {

namespace {

/// The whole tiles of z14 around a box.
TileBox whole_tiles(TileBox const& box)
{
    static constexpr std::int32_t last = (1 << grid_zoom) - 1;
    auto const cell = [](std::int32_t at) { return std::clamp(at / tile_extent, 0, last); };
    return {{cell(box.min.x) * tile_extent, cell(box.min.y) * tile_extent},
            {(cell(box.max.x) + 1) * tile_extent, (cell(box.max.y) + 1) * tile_extent}};
}

void push(TileLine& line, TilePoint at)
{
    if (line.empty() || line.back() != at) line.push_back(at);
}

/// A ring without its closing point, clockwise or not as asked; empty if it covers nothing.
TileLine ring_of(TileLine line, bool clockwise)
{
    while (line.size() > 1 && line.front() == line.back()) line.pop_back();
    auto const area = doubled_area(line);
    if (area == 0) return {};
    if ((area > 0) != clockwise) std::reverse(line.begin(), line.end());
    return line;
}

/// What lies below and what above among surfaces: the small on the large.
int order_by_size(TileLine const& ring)
{
    return 64 - static_cast<int>(std::bit_width(static_cast<std::uint64_t>(std::abs(doubled_area(ring)))));
}

bool is_surface_layer(MapLayer layer)
{
    return layer == MapLayer::landcover || layer == MapLayer::landuse || layer == MapLayer::park;
}

class Collector {
public:
    Collector(SourceMap const& map, MapFeatures& to)
        : map_{map}, to_{to}, reader_{map}, dressed_(map.ways.size(), false)
    {
        grid_.reserve(map.nodes.size());
        for (auto const& node : map.nodes) grid_.push_back(to_grid(node.place));
    }

    void collect()
    {
        find_old_style();
        for (std::size_t i = 0; i < map_.nodes.size(); ++i) add_node(i);
        for (std::size_t i = 0; i < map_.ways.size(); ++i) add_way(i);
        for (auto const& relation : map_.relations) add_area(relation);
        add_borders();
        add_sea();
        rank_pois();
    }

private:
    /// Ways whose tags an old-style multipolygon takes over.
    void find_old_style()
    {
        for (auto const& relation : map_.relations)
            if (map_.has(relation.tags, "type", "multipolygon"))
                for (auto const way : area_tags(map_, relation).from_ways) dressed_[way] = true;
    }

    TileLine line_of(std::vector<std::uint32_t> const& nodes) const
    {
        TileLine line;
        line.reserve(nodes.size());
        for (auto const node : nodes) push(line, grid_[node]);
        return line;
    }

    void add_node(std::size_t number)
    {
        auto const& node = map_.nodes[number];
        if (node.tags.empty() || !to_.area.contains(grid_[number])) return;
        for (auto const& drawing : drawings_of(reader_.view(node.tags), ThingKind::node))
            if (drawing.kind == TileGeometry::point) add(drawing, {{grid_[number]}});
    }

    void add_way(std::size_t number)
    {
        auto const& way = map_.ways[number];
        if (way.tags.empty() || way.nodes.size() < 2) return;
        auto const line = line_of(way.nodes);
        if (!box_of(line).meets(to_.area)) return;
        auto const kind = way.closed() ? ThingKind::closed_way : ThingKind::open_way;
        auto const view = reader_.view(way.tags);
        TileLine const ring = way.closed() ? ring_of(line, true) : TileLine{};
        for (auto const& drawing : drawings_of(view, kind)) {
            if (dressed_[number] && drawing.kind != TileGeometry::line) continue;
            if (drawing.kind == TileGeometry::line)
                add_line(drawing, line);
            else if (drawing.kind == TileGeometry::point)
                add(drawing, {{ring.empty() ? middle_of(line) : label_point({ring})}});
            else if (!ring.empty())
                add(drawing, {ring});
        }
    }

    void add_line(Drawing const& drawing, TileLine const& line)
    {
        if (line.size() > 1) add(drawing, {line});
    }

    void add_area(SourceRelation const& relation)
    {
        auto const type = map_.tag(relation.tags, "type");
        if (type != "multipolygon" && type != "boundary") return;
        auto const tags = area_tags(map_, relation).tags;
        auto const drawings = drawings_of(reader_.view(tags), ThingKind::area);
        auto const drawn = [](Drawing const& drawing) { return drawing.kind != TileGeometry::line; };
        if (std::none_of(drawings.begin(), drawings.end(), drawn)) return;
        auto const rings = rings_of(assemble_area(map_, relation));
        if (rings.empty()) return;
        for (auto const& drawing : drawings) {
            if (drawing.kind == TileGeometry::polygon) add(drawing, rings);
            if (drawing.kind == TileGeometry::point) add(drawing, {{label_point(largest(rings))}});
        }
    }

    std::vector<TileLine> rings_of(NodeArea const& area) const
    {
        std::vector<TileLine> result;
        for (auto const& polygon : area.polygons) {
            auto outer = ring_of(line_of(polygon.outer), true);
            if (outer.empty() || !box_of(outer).meets(to_.area)) continue;
            result.push_back(std::move(outer));
            for (auto const& hole : polygon.holes)
                if (auto ring = ring_of(line_of(hole), false); !ring.empty()) result.push_back(std::move(ring));
        }
        return result;
    }

    /// The first polygon with its holes; the largest comes first.
    static std::vector<TileLine> largest(std::vector<TileLine> const& rings)
    {
        auto const next =
            std::find_if(rings.begin() + 1, rings.end(), [](auto const& ring) { return doubled_area(ring) > 0; });
        return {rings.begin(), next};
    }

    void add(Drawing const& drawing, std::vector<TileLine> parts)
    {
        MapFeature feature;
        for (auto const& part : parts) feature.box.add(box_of(part));
        if (!feature.box.meets(to_.area)) return;
        feature.layer = drawing.layer;
        feature.kind = drawing.kind;
        feature.directed = drawing.directed;
        feature.min_zoom = static_cast<std::uint8_t>(drawing.min_zoom);
        feature.near_zoom = static_cast<std::uint8_t>(drawing.near_zoom);
        feature.order = is_surface_layer(drawing.layer) ? order_by_size(parts.front()) : drawing.order;
        feature.attributes = to_.pool.add(drawing.attributes);
        feature.far_attributes = drawing.near_zoom > 0 ? to_.pool.add(drawing.far_attributes) : feature.attributes;
        feature.parts = std::move(parts);
        to_.features.push_back(std::move(feature));
    }

    void add_borders()
    {
        std::map<std::size_t, int> levels;  // by way: the highest (smallest number) border that runs there
        auto const note = [&](std::size_t way, Tags const& tags) {
            auto const level = reader_.view(tags).number(Key::admin_level);
            if (!level || *level < 2 || *level > 11) return;
            auto const [found, is_new] = levels.try_emplace(way, static_cast<int>(*level));
            found->second = std::min(found->second, static_cast<int>(*level));
        };
        for (auto const& relation : map_.relations)
            if (map_.has(relation.tags, "boundary", "administrative"))
                for (auto const& member : relation.members)
                    if (member.kind == MemberKind::way) note(member.index, relation.tags);
        for (std::size_t i = 0; i < map_.ways.size(); ++i)
            if (map_.has(map_.ways[i].tags, "boundary", "administrative")) note(i, map_.ways[i].tags);
        for (auto const& [way, level] : levels) add_border(map_.ways[way], level);
    }

    void add_border(SourceWay const& way, int level)
    {
        auto const tags = reader_.view(way.tags);
        bool const maritime = tags.is(Key::maritime, "yes") || tags.is(Key::natural, "coastline");
        bool const disputed = tags.is(Key::disputed, "yes") || tags.is(Key::boundary, "disputed");
        add_line(border_line(level, maritime, disputed), line_of(way.nodes));
    }

    void add_sea()
    {
        CoastInput coast;
        for (auto const& way : map_.ways)
            if (map_.has(way.tags, "natural", "coastline")) coast.lines.push_back(line_of(way.nodes));
        if (coast.lines.empty()) return;
        coast.box = to_.area;
        coast.whole = box_of(map_area(map_));
        auto const side = std::min(coast.whole.max.x - coast.whole.min.x, coast.whole.max.y - coast.whole.min.y);
        coast.max_reach = std::max(coast.max_reach, side / 20);
        coast.on_land = on_land();
        Sea sea = sea_of(coast);
        to_.notes.insert(to_.notes.end(), sea.notes.begin(), sea.notes.end());
        Drawing drawing{MapLayer::water, TileGeometry::polygon, 0};
        drawing.attributes = drawing.far_attributes = {{"class", "ocean"}};
        for (auto& polygon : sea.polygons) add(drawing, std::move(polygon));
    }

    /// Nodes of streets that are no bridges, tunnels or ferries: at most a few thousand of them, evenly taken.
    std::vector<TilePoint> on_land() const
    {
        std::vector<TilePoint> result;
        for (auto const& way : map_.ways) {
            auto const tags = reader_.view(way.tags);
            if (!tags.has(Key::highway) || !brunnel(tags).empty() || tags.has(Key::man_made)) continue;
            for (auto const node : way.nodes)
                if (to_.area.contains(grid_[node])) result.push_back(grid_[node]);
        }
        constexpr std::size_t enough = 3000;
        auto const step = result.size() / enough + 1;
        for (std::size_t i = 0; i * step < result.size(); ++i) result[i] = result[i * step];
        result.resize((result.size() + step - 1) / step);
        return result;
    }

    /// Numbers the points of interest of each cell of the map, the most important first.
    void rank_pois()
    {
        constexpr std::int32_t cell = 1600;  // 200 pixels of a tile drawn 512 wide
        std::vector<std::size_t> pois;
        for (std::size_t i = 0; i < to_.features.size(); ++i)
            if (to_.features[i].layer == MapLayer::poi) pois.push_back(i);
        auto const place = [&](std::size_t i) {
            auto const& feature = to_.features[i];
            return std::tuple{feature.box.min.x / cell, feature.box.min.y / cell, feature.order, i};
        };
        std::sort(pois.begin(), pois.end(), [&](std::size_t a, std::size_t b) { return place(a) < place(b); });
        std::int64_t rank = 0;
        for (std::size_t i = 0; i < pois.size(); ++i) {
            auto const same_cell = i > 0 && std::get<0>(place(pois[i])) == std::get<0>(place(pois[i - 1])) &&
                                   std::get<1>(place(pois[i])) == std::get<1>(place(pois[i - 1]));
            rank = same_cell ? rank + 1 : 1;
            auto& feature = to_.features[pois[i]];
            feature.attributes = feature.far_attributes = to_.pool.with(feature.attributes, "rank", rank);
        }
    }

    SourceMap const& map_;
    MapFeatures& to_;
    TagReader reader_;
    std::vector<TilePoint> grid_;
    std::vector<bool> dressed_;
};

}  // namespace

MapFeatures features_of(SourceMap const& map)
{
    MapFeatures result;
    result.area = whole_tiles(box_of(map_area(map)));
    Collector{map, result}.collect();
    return result;
}

}  // namespace cresset::maps
