#include "maps/source_shapes.h"

#include "core/base/text.h"
#include "maps/fold.h"

#include <cmath>

namespace cresset::maps {

namespace {

Line ring_of(SourceMap const& map, NodeRing const& nodes)
{
    Line ring;
    ring.reserve(nodes.size());
    for (std::uint32_t const node : nodes) ring.push_back(map.nodes[node].place);
    return ring;
}

std::string text_of(SourceMap const& map, Tags const& tags, std::initializer_list<char const*> keys)
{
    for (char const* key : keys)
        if (auto const value = map.tag(tags, key); value && !trim(*value).empty()) return to_valid_utf8(trim(*value));
    return {};
}

}  // namespace

Line line_of(SourceMap const& map, SourceWay const& way)
{
    return ring_of(map, way.nodes);
}

Polygons polygons_of(SourceMap const& map, SourceWay const& way)
{
    if (!way.closed() || doubled_area(map, way.nodes) == 0) return {};
    return {{ring_of(map, way.nodes), {}}};
}

Polygons polygons_of(SourceMap const& map, SourceRelation const& relation)
{
    Polygons polygons;
    for (NodePolygon const& found : assemble_area(map, relation).polygons) {
        Polygon& polygon = polygons.emplace_back();
        polygon.outer = ring_of(map, found.outer);
        for (NodeRing const& hole : found.holes) polygon.holes.push_back(ring_of(map, hole));
    }
    return polygons;
}

Names SourceNames::facts() const
{
    return {en.empty() && zh.empty() ? name : en, zh};
}

SourceNames names_of(SourceMap const& map, Tags const& tags)
{
    SourceNames names;
    names.name = text_of(map, tags, {"name", "name:zh", "name:en", "official_name", "loc_name"});
    names.zh = text_of(map, tags, {"name:zh", "name:zh-Hans", "name:zh-Hant"});
    names.en = text_of(map, tags, {"name:en", "int_name"});
    if (names.zh.empty() && has_han(names.name)) names.zh = names.name;
    if (names.en.empty() && !names.name.empty() && !has_han(names.name)) names.en = names.name;
    return names;
}

SourceNames street_names_of(SourceMap const& map, Tags const& tags)
{
    SourceNames names = names_of(map, tags);
    if (names.empty()) names.name = text_of(map, tags, {"ref"});
    return names;
}

std::optional<std::int32_t> length_dm(std::string_view text)
{
    text = trim(text);
    double per_unit = 10;
    auto const end = text.find_first_not_of("0123456789.");
    std::string_view const unit = end == std::string_view::npos ? std::string_view{} : trim(text.substr(end));
    if (unit == "ft" || unit == "'" || unit == "feet")
        per_unit = 3.048;
    else if (!unit.empty() && unit != "m" && unit != "metres" && unit != "meters")
        return {};
    auto const value = parse_real(text.substr(0, end));
    if (!value || *value < 0 || *value > 2000) return {};
    return static_cast<std::int32_t>(std::lround(*value * per_unit));
}

Place middle_of(Line const& line)
{
    if (line.empty()) return {};
    std::int64_t rest = length_mm(line) / 2;
    for (std::size_t i = 1; i < line.size(); ++i) {
        std::int64_t const step = distance_mm(line[i - 1], line[i]);
        if (step >= rest) return step == 0 ? line[i] : between(line[i - 1], line[i], rest, step);
        rest -= step;
    }
    return line.back();
}

std::optional<Place> place_of(SourceMap const& map, SourceWay const& way)
{
    if (way.nodes.empty()) return {};
    Polygons const polygons = polygons_of(map, way);
    return polygons.empty() ? middle_of(line_of(map, way)) : label_place(polygons);
}

std::optional<Place> place_of(SourceMap const& map, SourceRelation const& relation)
{
    Polygons const polygons = polygons_of(map, relation);
    if (!polygons.empty()) return label_place(polygons);
    for (SourceMember const& member : relation.members) {
        if (member.kind == MemberKind::node) return map.nodes[member.index].place;
        if (member.kind == MemberKind::way && !map.ways[member.index].nodes.empty())
            return middle_of(line_of(map, map.ways[member.index]));
    }
    return {};
}

}  // namespace cresset::maps
