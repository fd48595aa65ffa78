#include "maps/cameras.h"

#include "core/base/text.h"
#include "maps/source_shapes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace cresset::maps {

namespace {

constexpr std::array<std::string_view, 16> compass{"n", "nne", "ne", "ene", "e", "ese", "se", "sse",
                                                   "s", "ssw", "sw", "wsw", "w", "wnw", "nw", "nnw"};

std::int32_t number_between(SourceMap const& map, Tags const& tags, char const* key,
                            std::array<std::int32_t, 3> low_high_else)
{
    auto const [low, high, otherwise] = low_high_else;
    auto const text = map.tag(tags, key);
    auto const value = text ? parse_real(trim(*text)) : std::nullopt;
    return value && *value >= low && *value <= high ? static_cast<std::int32_t>(*value) : otherwise;
}

bool is_camera(SourceMap const& map, Tags const& tags)
{
    auto const type = map.tag(tags, "surveillance:type").value_or("camera");
    return map.has(tags, "man_made", "surveillance") && type == "camera";
}

Camera camera_of(SourceMap const& map, SourceNode const& node, std::uint32_t number)
{
    Camera camera;
    camera.code = to_valid_utf8(map.tag(node.tags, "ref").value_or(fmt::format("K{:04}", number)));
    SourceNames const names = names_of(map, node.tags);
    camera.name = names.empty() ? Names{"Camera " + camera.code, "摄像机 " + camera.code} : names.facts();
    camera.place = node.place;
    auto const direction = map.tag(node.tags, "camera:direction");
    camera.heading_deg = direction_deg(direction.value_or(map.tag(node.tags, "direction").value_or(""))).value_or(-1);
    camera.view_deg = camera.heading_deg < 0 ? 360 : number_between(map, node.tags, "camera:angle", {5, 360, 60});
    camera.range_m = number_between(map, node.tags, "camera:range", {5, 2000, 60});
    return camera;
}

}  // namespace

std::optional<std::int32_t> direction_deg(std::string_view text)
{
    text = trim(text);
    auto const named = std::find(compass.begin(), compass.end(), lower(text));
    if (named != compass.end()) return static_cast<std::int32_t>((named - compass.begin()) * 45 / 2);
    auto const value = parse_real(text);
    if (!value || *value < -360 || *value > 720) return {};
    return ((static_cast<std::int32_t>(std::lround(*value)) % 360) + 360) % 360;
}

Table<CameraId, Camera> find_cameras(SourceMap const& map)
{
    Table<CameraId, Camera> cameras;
    for (SourceNode const& node : map.nodes) {
        if (node.tags.empty() || !is_camera(map, node.tags)) continue;
        auto const number = static_cast<std::uint32_t>(cameras.size()) + 1;
        cameras.put({0, number}, camera_of(map, node, number));
    }
    return cameras;
}

}  // namespace cresset::maps
