#include "maps/tile_maker.h"

#include <algorithm>

namespace cresset::maps {

namespace {

std::int64_t width(Bounds const& box)
{
    return std::int64_t{box.max.lon_e7} - box.min.lon_e7;
}

std::int64_t height(Bounds const& box)
{
    return std::int64_t{box.max.lat_e7} - box.min.lat_e7;
}

std::size_t nodes_in(SourceMap const& map, Bounds const& box)
{
    auto const count =
        std::count_if(map.nodes.begin(), map.nodes.end(), [&](auto const& node) { return box.contains(node.place); });
    return static_cast<std::size_t>(count);
}

/// What a file states can be wrong: it counts if half of the nodes are in it and it is not much larger than they need.
bool is_credible(SourceMap const& map, Bounds const& stated)
{
    if (stated.empty() || width(stated) <= 0 || height(stated) <= 0) return false;
    constexpr std::int64_t margin_e7 = 1000000;
    bool const far_larger =
        width(stated) > 2 * width(map.bounds) + margin_e7 || height(stated) > 2 * height(map.bounds) + margin_e7;
    return !far_larger && nodes_in(map, stated) * 2 >= map.nodes.size();
}

struct Range {
    std::int32_t low = 0;
    std::int32_t high = 0;
};

/// All values, without the outermost half per cent of them at an end where they lie far out.
Range bulk(std::vector<std::int32_t> values)
{
    std::sort(values.begin(), values.end());
    auto const skip = values.size() / 200;
    std::int64_t const low = values[skip], high = values[values.size() - 1 - skip];
    std::int64_t const margin = (high - low) / 5;
    return {static_cast<std::int32_t>(std::max<std::int64_t>(low - margin, values.front())),
            static_cast<std::int32_t>(std::min<std::int64_t>(high + margin, values.back()))};
}

}  // namespace

Bounds map_area(SourceMap const& map)
{
    if (map.nodes.empty()) return {};
    if (is_credible(map, map.stated)) return map.stated;
    std::vector<std::int32_t> lats, lons;
    for (auto const& node : map.nodes) {
        lats.push_back(node.place.lat_e7);
        lons.push_back(node.place.lon_e7);
    }
    auto const lat = bulk(std::move(lats)), lon = bulk(std::move(lons));
    return {{lat.low, lon.low}, {lat.high, lon.high}};
}

}  // namespace cresset::maps
