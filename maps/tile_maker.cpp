#include "maps/tile_maker.h"

#include "maps/parallel.h"
#include "maps/tile_zoom.h"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>

namespace cresset::maps {

namespace {

/// The word of the TileJSON specification for a value's type.
char const* type_name(std::string const& encoded_value)
{
    bool const is_text = !encoded_value.empty() && (static_cast<unsigned char>(encoded_value[0]) >> 3U) == 1;
    return is_text ? "String" : "Number";
}

void add_fields(AttributePool const& pool, std::uint32_t set, nlohmann::ordered_json& fields)
{
    for (auto const& pair : pool.set(set)) {
        auto& field = fields[pool.key(pair.key)];
        if (field.is_null()) field = type_name(pool.value(pair.value));
    }
}

/// What other programs read to know which layers there are. All layers are listed, those with nothing in them too.
std::string layers_json(MapFeatures const& map)
{
    std::vector<nlohmann::ordered_json> fields(layer_names.size(), nlohmann::ordered_json::object());
    std::vector<int> zooms(layer_names.size(), max_map_zoom);
    for (auto const& feature : map.features) {
        auto const layer = static_cast<std::size_t>(feature.layer);
        zooms[layer] = std::min<int>(zooms[layer], feature.min_zoom);
        add_fields(map.pool, feature.attributes, fields[layer]);
    }
    nlohmann::ordered_json layers = nlohmann::ordered_json::array();
    for (std::size_t i = 0; i < layer_names.size(); ++i)
        layers.push_back(
            {{"id", layer_names[i]}, {"fields", fields[i]}, {"minzoom", zooms[i]}, {"maxzoom", max_map_zoom}});
    return nlohmann::ordered_json{{"vector_layers", layers}}.dump();
}

/// A city has some hundred tiles of z14, a province some ten thousand; beyond that a pack is no city's any more.
constexpr std::int64_t most_tiles = 1 << 18;

std::int64_t tiles_of_area(SourceMap const& map)
{
    auto const area = map_area(map);
    auto const low = tile_of(area.min, max_map_zoom), high = tile_of(area.max, max_map_zoom);
    return (std::int64_t{high.x} - low.x + 1) * (std::int64_t{low.y} - high.y + 1);
}

/// About how much of the whole work is done before a zoom: each zoom costs twice as much as the one above it.
int share_before(int zoom)
{
    return 1000 >> (max_map_zoom + 1 - zoom);
}

class Maker {
public:
    Maker(MapFeatures const& map, TileOptions const& options, Progress const& progress)
        : map_{map}, threads_{std::max(1, options.threads)}, progress_{progress}
    {
    }

    /// All tiles of a zoom, in order. Fewer if it was stopped.
    std::vector<MadeTile> tiles(int zoom)
    {
        auto const features = features_at(map_, zoom, threads_);
        auto const blocks = blocks_of(features, map_.area, zoom);
        std::vector<std::vector<MadeTile>> made(blocks.size());
        auto const work = [&](std::size_t i) { made[i] = tiles_of(map_, features, blocks[i], zoom); };
        auto const keep_going = [&](std::size_t done) { return tell(zoom, done, blocks.size()); };
        stopped_ = !in_parallel(blocks.size(), threads_, work, keep_going) || stopped_;
        std::vector<MadeTile> result;
        for (auto& part : made) std::move(part.begin(), part.end(), std::back_inserter(result));
        std::sort(result.begin(), result.end(), [](MadeTile const& a, MadeTile const& b) { return a.id < b.id; });
        return result;
    }
    bool stopped() const { return stopped_; }

private:
    bool tell(int zoom, std::size_t done, std::size_t whole) const
    {
        int const begin = share_before(zoom), end = share_before(zoom + 1);
        int const part =
            begin + static_cast<int>(static_cast<std::size_t>(end - begin) * done / std::max<std::size_t>(whole, 1));
        return !progress_ || progress_("tiles", part);
    }

    MapFeatures const& map_;
    int threads_;
    Progress const& progress_;
    bool stopped_ = false;
};

}  // namespace

Result<TileReport> make_tiles(SourceMap const& map, TileOptions const& options, TileSink const& sink,
                              Progress const& progress)
{
    if (map.nodes.empty()) return Problem{"the map has no nodes: there is nothing to draw"};
    if (tiles_of_area(map) > most_tiles)
        return Problem{"the map is too large for one city: cut the city out of it first (osmium extract)"};
    if (progress && !progress("features", 0)) return Problem{std::string{stopped_text}};
    MapFeatures const features = features_of(map);
    if (features.features.empty())
        return Problem{"the map has nothing that can be drawn: take an extract with roads or buildings"};
    TileReport report;
    Maker maker{features, options, progress};
    for (int zoom = min_map_zoom; zoom <= max_map_zoom; ++zoom) {
        auto const tiles = maker.tiles(zoom);
        if (maker.stopped()) return Problem{std::string{stopped_text}};
        for (auto const& tile : tiles) {
            sink(tile.id, tile.packed);
            ++report.tiles;
            report.bytes += tile.packed.size();
        }
    }
    report.bounds = map_area(map);
    report.layers_json = layers_json(features);
    report.notes = features.notes;
    return report;
}

}  // namespace cresset::maps
