#include "maps/tile_zoom.h"

#include "maps/gzip.h"
#include "maps/parallel.h"
#include "maps/tile_clip.h"
#include "maps/tile_encoder.h"
#include "maps/tile_merge.h"
#include "maps/tile_simplify.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace cresset::maps {

namespace {

constexpr std::int32_t buffer = 64;      // units around a tile that its lines and polygons reach out: 8 pixels of 512
constexpr std::int32_t pixel = 8;        // units of a tile that is drawn 512 pixels wide
constexpr std::uint32_t block_size = 4;  // tiles

/// How far a simplified line may be from the true one: half a pixel.
std::int32_t tolerance(MapFeature const& feature, int zoom)
{
    if (zoom == grid_zoom) return 0;
    return feature.layer == MapLayer::building ? pixel / 4 : pixel / 2;
}

/// Twice the least area that is drawn.
std::int64_t least_area(MapFeature const& feature, int zoom)
{
    if (zoom == grid_zoom) return 1;
    std::int64_t const square = pixel * pixel;
    if (feature.layer == MapLayer::building) return square;
    return feature.layer == MapLayer::water ? 4 * square : 8 * square;
}

std::vector<TileLine> rings_at(MapFeature const& feature, int zoom)
{
    std::vector<TileLine> result;
    bool has_outer = false;
    for (auto const& ring : feature.parts) {
        bool const is_outer = doubled_area(ring) > 0;
        if (!is_outer && !has_outer) continue;
        auto plain = simplify_ring(scaled(ring, zoom), tolerance(feature, zoom));
        auto const area = doubled_area(plain);
        bool const stays = std::abs(area) >= least_area(feature, zoom) && (area > 0) == is_outer;
        if (is_outer) has_outer = stays;
        if (stays) result.push_back(std::move(plain));
    }
    return result;
}

TileLine line_at(MapFeature const& feature, TileLine const& line, int zoom)
{
    auto plain = simplify_line(scaled(line, zoom), tolerance(feature, zoom));
    bool const is_dot = zoom < 12 && plain.size() == 2 && length(plain) < pixel / 2.0;
    if (plain.size() < 2 || is_dot) return {};
    return plain;
}

bool is_merged(MapFeature const& feature, int zoom)
{
    return feature.kind == TileGeometry::line && (zoom < grid_zoom || feature.layer == MapLayer::transportation_name);
}

std::uint32_t attributes_at(MapFeature const& feature, int zoom)
{
    return zoom >= feature.near_zoom ? feature.attributes : feature.far_attributes;
}

/// Below near_zoom bridges do not count: the order is that of the kind alone.
std::int32_t order_at(MapFeature const& feature, int zoom)
{
    if (feature.layer != MapLayer::transportation || zoom >= feature.near_zoom) return feature.order;
    std::int32_t const rank = (feature.order % 10 + 10) % 10;
    return rank;
}

/// Lines that may be merged: alike in all that is drawn of them.
using Group = std::tuple<MapLayer, std::int32_t, std::uint32_t, bool>;

class Maker {
public:
    Maker(MapFeatures const& map, int zoom, int threads) : map_{map}, zoom_{zoom}, threads_{threads} {}

    std::vector<ZoomFeature> features()
    {
        gather();
        std::vector<ZoomFeature> all(sources_.size());
        in_parallel((sources_.size() + chunk - 1) / chunk, threads_, [&](std::size_t part) {
            auto const end = std::min(sources_.size(), (part + 1) * chunk);
            for (auto i = part * chunk; i < end; ++i) all[i] = made(sources_[i]);
        });
        std::erase_if(all, [](ZoomFeature const& feature) { return feature.parts.empty(); });
        return all;
    }

private:
    static constexpr std::size_t chunk = 256;
    /// A feature of the map, or one merged line that stands for several like it.
    struct Source {
        MapFeature const* feature = nullptr;
        TileLine merged;
    };

    void gather()
    {
        std::map<Group, std::vector<MapFeature const*>> groups;
        for (auto const& feature : map_.features) {
            if (feature.min_zoom > zoom_) continue;
            bool const directed = feature.directed && zoom_ >= feature.near_zoom;
            if (is_merged(feature, zoom_))
                groups[{feature.layer, order_at(feature, zoom_), attributes_at(feature, zoom_), directed}].push_back(
                    &feature);
            else
                sources_.push_back({&feature, {}});
        }
        for (auto const& [group, members] : groups) merge(members, std::get<bool>(group));
    }

    void merge(std::vector<MapFeature const*> const& members, bool directed)
    {
        std::vector<TileLine> lines;
        for (auto const* member : members) lines.insert(lines.end(), member->parts.begin(), member->parts.end());
        for (auto& line : merge_lines(std::move(lines), directed))
            sources_.push_back({members.front(), std::move(line)});
    }

    ZoomFeature made(Source const& source) const
    {
        auto const& feature = *source.feature;
        ZoomFeature result{
            feature.layer, feature.kind, order_at(feature, zoom_), attributes_at(feature, zoom_), parts(source), {}};
        for (auto const& part : result.parts) result.box.add(box_of(part));
        return result;
    }

    std::vector<TileLine> parts(Source const& source) const
    {
        auto const& feature = *source.feature;
        if (feature.kind == TileGeometry::polygon) return rings_at(feature, zoom_);
        if (feature.kind == TileGeometry::point) return {{scaled(feature.parts.front().front(), zoom_)}};
        auto line = line_at(feature, source.merged.empty() ? feature.parts.front() : source.merged, zoom_);
        if (line.empty()) return {};
        return {std::move(line)};
    }

    MapFeatures const& map_;
    int zoom_;
    int threads_;
    std::vector<Source> sources_;
};

std::vector<TileLine> clip_rings(std::vector<TileLine> const& rings, TileBox const& box)
{
    std::vector<TileLine> result;
    bool has_outer = false;
    for (auto const& ring : rings) {
        bool const is_outer = doubled_area(ring) > 0;
        if (!is_outer && !has_outer) continue;
        auto cut = clip_ring(ring, box);
        auto const area = doubled_area(cut);
        bool const stays = area != 0 && (area > 0) == is_outer;
        if (is_outer) has_outer = stays;
        if (stays) result.push_back(std::move(cut));
    }
    return result;
}

std::vector<TileLine> clipped(TileGeometry kind, std::vector<TileLine> const& parts, TileBox const& box)
{
    if (kind == TileGeometry::polygon) return clip_rings(parts, box);
    std::vector<TileLine> result;
    for (auto const& part : parts)
        for (auto& piece : clip_line(part, box)) result.push_back(std::move(piece));
    return result;
}

TileBox box_of_tiles(std::uint32_t x, std::uint32_t y, std::uint32_t size)
{
    auto const at = [](std::uint32_t cell) { return static_cast<std::int32_t>(cell) * tile_extent; };
    return TileBox{{at(x), at(y)}, {at(x + size), at(y + size)}};
}

/// Rows or columns of cells that a stretch meets, within limits.
struct Cells {
    std::int32_t first = 0;
    std::int32_t last = -1;
};

Cells cells(std::int32_t low, std::int32_t high, std::int32_t size, Cells limits)
{
    auto const cell = [&](std::int32_t at) { return at >= 0 ? at / size : -1; };
    return {std::max(cell(low), limits.first), std::min(cell(high), limits.last)};
}

/// The tiles of a zoom that lie in the area (whole tiles of z14).
TileBox tiles_in(TileBox const& area, int zoom)
{
    auto const cell = [&](std::int32_t at) { return (at / tile_extent) >> (grid_zoom - zoom); };
    return {{cell(area.min.x), cell(area.min.y)}, {cell(area.max.x - 1), cell(area.max.y - 1)}};
}

/// The tiles of one block while they are being filled.
class BlockMaker {
public:
    BlockMaker(MapFeatures const& map, TileBlock const& block, int zoom) : map_{map}, block_{block}, zoom_{zoom}
    {
        for (std::uint32_t i = 0; i < block_size * block_size; ++i) encoders_.emplace_back(map.pool, zoom < grid_zoom);
        limits_ = tiles_in(map.area, zoom);
    }

    void add(ZoomFeature const& feature)
    {
        if (feature.kind == TileGeometry::point) return add_point(feature);
        auto const around = box_of_tiles(block_.x, block_.y, block_size).grown(buffer);
        if (around.contains(feature.box)) return spread(feature, feature.parts);
        auto const parts = clipped(feature.kind, feature.parts, around);
        if (!parts.empty()) spread(feature, parts);
    }

    std::vector<MadeTile> tiles()
    {
        std::vector<MadeTile> result;
        for (std::uint32_t i = 0; i < encoders_.size(); ++i)
            if (!encoders_[i].empty())
                result.push_back(
                    {{zoom_, block_.x + i % block_size, block_.y + i / block_size}, gzip(encoders_[i].bytes())});
        return result;
    }

private:
    Cells columns() const { return range(block_.x, limits_.min.x, limits_.max.x); }
    Cells rows() const { return range(block_.y, limits_.min.y, limits_.max.y); }
    static Cells range(std::uint32_t first, std::int32_t low, std::int32_t high)
    {
        auto const begin = static_cast<std::int32_t>(first);
        return {std::max(begin, low), std::min(begin + static_cast<std::int32_t>(block_size) - 1, high)};
    }

    TileEncoder& encoder(std::int32_t x, std::int32_t y)
    {
        auto const column = static_cast<std::uint32_t>(x) - block_.x, row = static_cast<std::uint32_t>(y) - block_.y;
        return encoders_[row * block_size + column];
    }

    void add_point(ZoomFeature const& feature)
    {
        auto const at = feature.parts.front().front();
        auto const across = cells(at.x, at.x, tile_extent, columns()), down = cells(at.y, at.y, tile_extent, rows());
        if (across.first <= across.last && down.first <= down.last)
            put(feature, feature.parts, across.first, down.first);
    }

    void spread(ZoomFeature const& feature, std::vector<TileLine> const& parts)
    {
        TileBox box;
        for (auto const& part : parts) box.add(box_of(part));
        auto const across = cells(std::max(box.min.x - buffer, 0), box.max.x + buffer, tile_extent, columns());
        auto const down = cells(std::max(box.min.y - buffer, 0), box.max.y + buffer, tile_extent, rows());
        for (auto y = down.first; y <= down.last; ++y)
            for (auto x = across.first; x <= across.last; ++x) {
                auto const around =
                    box_of_tiles(static_cast<std::uint32_t>(x), static_cast<std::uint32_t>(y), 1).grown(buffer);
                put(feature, around.contains(box) ? parts : clipped(feature.kind, parts, around), x, y);
            }
    }

    void put(ZoomFeature const& feature, std::vector<TileLine> parts, std::int32_t x, std::int32_t y)
    {
        if (parts.empty()) return;
        for (auto& part : parts)
            for (auto& at : part) at = {at.x - x * tile_extent, at.y - y * tile_extent};
        encoder(x, y).add(feature.layer, {feature.kind, feature.order, feature.attributes, std::move(parts)});
    }

    MapFeatures const& map_;
    TileBlock const& block_;
    int zoom_;
    TileBox limits_;  // in tiles
    std::vector<TileEncoder> encoders_;
};

/// All blocks of a zoom, and what may meet them.
class BlockGrid {
public:
    explicit BlockGrid(TileBox const& tiles)
        : columns_{tiles.min.x / size, tiles.max.x / size}, rows_{tiles.min.y / size, tiles.max.y / size}
    {
        for (auto y = rows_.first; y <= rows_.last; ++y)
            for (auto x = columns_.first; x <= columns_.last; ++x)
                blocks_.push_back(
                    {static_cast<std::uint32_t>(x) * block_size, static_cast<std::uint32_t>(y) * block_size, {}});
    }

    void add(ZoomFeature const& feature, std::uint32_t number)
    {
        bool const is_small =
            feature.box.max.x - feature.box.min.x <= width && feature.box.max.y - feature.box.min.y <= width;
        if (feature.kind != TileGeometry::line || is_small) return add(feature.box, number);
        for (auto const& line : feature.parts)
            for (std::size_t i = 0; i + 1 < line.size(); ++i) add(line[i], line[i + 1], number);
    }

    std::vector<TileBlock> blocks()
    {
        std::erase_if(blocks_, [](TileBlock const& block) { return block.features.empty(); });
        return std::move(blocks_);
    }

private:
    static constexpr auto size = static_cast<std::int32_t>(block_size);
    static constexpr std::int32_t width = size * tile_extent;

    /// A long stretch across many blocks meets few of them: it is halved until it is short.
    void add(TilePoint a, TilePoint b, std::uint32_t number)
    {
        if (std::abs(a.x - b.x) <= width && std::abs(a.y - b.y) <= width) {
            TileBox box;
            box.add(a);
            box.add(b);
            return add(box, number);
        }
        TilePoint const middle{a.x + (b.x - a.x) / 2, a.y + (b.y - a.y) / 2};
        add(a, middle, number);
        add(middle, b, number);
    }

    void add(TileBox const& box, std::uint32_t number)
    {
        auto const across = cells(std::max(box.min.x - reach, 0), box.max.x + reach, width, columns_);
        auto const down = cells(std::max(box.min.y - reach, 0), box.max.y + reach, width, rows_);
        for (auto y = down.first; y <= down.last; ++y)
            for (auto x = across.first; x <= across.last; ++x) {
                auto const row = static_cast<std::size_t>(y - rows_.first) *
                                 static_cast<std::size_t>(columns_.last - columns_.first + 1);
                auto& numbers = blocks_[row + static_cast<std::size_t>(x - columns_.first)].features;
                if (numbers.empty() || numbers.back() != number) numbers.push_back(number);
            }
    }

    static constexpr std::int32_t reach = buffer + 1;  // a halved stretch may be rounded off the line by one

    Cells columns_, rows_;
    std::vector<TileBlock> blocks_;
};

}  // namespace

std::vector<ZoomFeature> features_at(MapFeatures const& map, int zoom, int threads)
{
    return Maker{map, zoom, threads}.features();
}

std::vector<TileBlock> blocks_of(std::vector<ZoomFeature> const& features, TileBox const& area, int zoom)
{
    BlockGrid grid{tiles_in(area, zoom)};
    for (std::uint32_t i = 0; i < features.size(); ++i) grid.add(features[i], i);
    return grid.blocks();
}

std::vector<MadeTile> tiles_of(MapFeatures const& map, std::vector<ZoomFeature> const& features, TileBlock const& block,
                               int zoom)
{
    BlockMaker maker{map, block, zoom};
    for (auto const i : block.features) maker.add(features[i]);
    return maker.tiles();
}

}  // namespace cresset::maps
