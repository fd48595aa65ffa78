#include "core/feeds/fence_file.h"

#include "core/feeds/fence_terms.h"

#include <array>
#include <cmath>
#include <fmt/format.h>
#include <optional>

namespace cresset::feeds {

namespace {

using Json = nlohmann::json;

constexpr JsonLimits limits{std::size_t{64} * 1024 * 1024, 32};
constexpr double most_m = widest_fence_mm / 1000.0;
constexpr std::int64_t longest_s = 366 * 86'400;
constexpr double fastest_kmh = 2000;

Place place_of(Json const& position)
{
    bool const numbers =
        position.is_array() && position.size() >= 2 && position[0].is_number() && position[1].is_number();
    auto const place =
        numbers ? place_from_degrees(position[1].get<double>(), position[0].get<double>()) : std::nullopt;
    if (!place) throw NoFence{"a position is not [longitude, latitude] in degrees"};
    return *place;
}

Line line_of(Json const& positions)
{
    if (!positions.is_array()) throw NoFence{"coordinates are missing"};
    Line line;
    for (Json const& position : positions) line.push_back(place_of(position));
    return line;
}

void add_rings(Json const& rings, std::vector<Line>& lines)
{
    if (!rings.is_array()) throw NoFence{"coordinates are missing"};
    for (Json const& ring : rings) {
        Line line = line_of(ring);
        if (line.size() > 1 && line.front() == line.back()) line.pop_back();
        lines.push_back(std::move(line));
    }
}

std::uint32_t millimetres(double metres)
{
    return static_cast<std::uint32_t>(std::llround(metres * 1000));
}

FenceShape shape_of(Json const& geometry, Json const& properties)
{
    Json const& coordinates = member(geometry, "coordinates");
    std::string const type = member(geometry, "type").is_string() ? member(geometry, "type").get<std::string>() : "";
    FenceShape shape;
    if (type == "Polygon") {
        add_rings(coordinates, shape.lines);
    } else if (type == "MultiPolygon" && coordinates.is_array()) {
        for (Json const& polygon : coordinates) add_rings(polygon, shape.lines);
    } else if (type == "LineString") {
        auto const width = number_in(properties, "width_m", 2 * most_m);
        shape.kind = width ? FenceKind::corridor : FenceKind::line;
        shape.radius_mm = width ? millimetres(*width / 2) : 0;
        shape.lines.push_back(line_of(coordinates));
    } else if (type == "Point") {
        auto radius = number_in(properties, "radius_m", most_m);
        if (!radius) radius = number_in(properties, "radius", most_m);
        if (!radius) throw NoFence{"a point is a fence with \"radius_m\" only"};
        shape.kind = text_in(properties, "moves_with").empty() ? FenceKind::circle : FenceKind::around_unit;
        shape.radius_mm = millimetres(*radius);
        shape.lines.push_back({place_of(coordinates)});
    } else {
        throw NoFence{fmt::format("\"{}\" is no shape of a fence: draw a Polygon, a LineString or a Point", type)};
    }
    if (auto const fault = fault_of(shape)) throw NoFence{std::string{*fault}};
    return shape;
}

std::optional<std::int64_t> whole_seconds(Json const& properties, char const* name)
{
    auto const seconds = number_in(properties, name, static_cast<double>(longest_s));
    return seconds ? std::optional{static_cast<std::int64_t>(std::llround(*seconds))} : std::nullopt;
}

std::optional<std::int64_t> speed(Json const& properties, char const* name)
{
    auto const kmh = number_in(properties, name, fastest_kmh);
    return kmh ? std::optional{static_cast<std::int64_t>(std::llround(*kmh * 100'000 / 3600))} : std::nullopt;
}

void choose_events(Json const& properties, FenceWatch& watch)
{
    watch.enter = watch.leave = watch.cross = false;
    for (std::string const& word : words_in(properties, "watch")) {
        FenceEvent event{};
        if (!from_word(word, event) || event == FenceEvent::doubtful)
            throw NoFence{fmt::format("watch knows enter, leave, cross, dwell, absent and speed, not \"{}\"", word)};
        watch.enter = watch.enter || event == FenceEvent::enter;
        watch.leave = watch.leave || event == FenceEvent::leave;
        watch.cross = watch.cross || event == FenceEvent::cross;
        if (event == FenceEvent::dwell && !watch.dwell_s) throw NoFence{"dwell needs \"dwell_s\""};
        if (event == FenceEvent::absent && !watch.absent_s) throw NoFence{"absent needs \"absent_s\""};
        if (event == FenceEvent::speed && !watch.above_cm_s && !watch.below_cm_s)
            throw NoFence{"speed needs \"above_kmh\" or \"below_kmh\""};
    }
}

FenceWatch watch_of(Json const& properties)
{
    FenceWatch watch;
    watch.dwell_s = whole_seconds(properties, "dwell_s");
    watch.absent_s = whole_seconds(properties, "absent_s");
    watch.above_cm_s = speed(properties, "above_kmh");
    watch.below_cm_s = speed(properties, "below_kmh");
    if (Json const& way = member(properties, "way"); !way.is_null())
        if (!way.is_string() || !from_word(way.get_ref<std::string const&>(), watch.way))
            throw NoFence{"way must be both, to_left or to_right"};
    if (!member(properties, "watch").is_null()) choose_events(properties, watch);
    return watch;
}

std::string name_of(Json const& feature, std::size_t number)
{
    Json const& properties = member(feature, "properties");
    for (Json const* name : {&member(feature, "id"), &member(properties, "id"), &member(properties, "name")}) {
        if (name->is_string() && !name->get_ref<std::string const&>().empty()) return name->get<std::string>();
        if (name->is_number()) return name->dump();
    }
    return fmt::format("#{}", number);
}

Names names_of(Json const& properties)
{
    auto const text = [&](char const* name) {
        Json const& value = member(properties, name);
        return value.is_string() ? value.get<std::string>() : std::string{};
    };
    return {text("name_en"), text("name_zh")};
}

Json position(Place place)
{
    return Json::array({place.lon(), place.lat()});
}

Json positions(Line const& line, bool closed)
{
    Json all = Json::array();
    for (Place const place : line) all.push_back(position(place));
    if (closed) all.push_back(position(line.front()));
    return all;
}

Json geometry_of(FenceShape const& shape)
{
    switch (shape.kind) {
        case FenceKind::polygon: {
            Json rings = Json::array();
            for (Line const& ring : shape.lines) rings.push_back(positions(ring, true));
            return {{"type", "Polygon"}, {"coordinates", std::move(rings)}};
        }
        case FenceKind::line:
        case FenceKind::corridor:
            return {{"type", "LineString"}, {"coordinates", positions(shape.lines.front(), false)}};
        case FenceKind::circle:
        case FenceKind::around_unit: break;
    }
    return {{"type", "Point"}, {"coordinates", position(shape.lines.front().front())}};
}

double kmh(std::int64_t cm_s)
{
    return static_cast<double>(cm_s) * 3600 / 100'000;
}

Json properties_of(FenceRow const& row)
{
    auto const& watch = row.watch;
    Json properties{{"name", row.name}};
    if (row.shape.kind == FenceKind::corridor) properties["width_m"] = row.shape.radius_mm * 2 / 1000.0;
    bool const is_round = row.shape.kind == FenceKind::circle || row.shape.kind == FenceKind::around_unit;
    if (is_round) properties["radius_m"] = row.shape.radius_mm / 1000.0;
    if (!row.moves_with.empty()) properties["moves_with"] = row.moves_with;
    if (watch.dwell_s) properties["dwell_s"] = *watch.dwell_s;
    if (watch.absent_s) properties["absent_s"] = *watch.absent_s;
    if (watch.above_cm_s) properties["above_kmh"] = kmh(*watch.above_cm_s);
    if (watch.below_cm_s) properties["below_kmh"] = kmh(*watch.below_cm_s);
    if (watch.way != CrossingWay::both) properties["way"] = word_of(watch.way);
    Json words = Json::array();
    if (watch.enter) words.push_back("enter");
    if (watch.leave) words.push_back("leave");
    if (watch.cross) words.push_back("cross");
    properties["watch"] = std::move(words);
    if (!row.names.en.empty()) properties["name_en"] = row.names.en;
    if (!row.names.zh.empty()) properties["name_zh"] = row.names.zh;
    add_terms(row.terms, properties);
    return properties;
}

}  // namespace

Result<FenceFile> read_fences(std::string_view geojson)
{
    auto const parsed = parse_json(geojson, limits);
    if (auto const* bad = std::get_if<Malformed>(&parsed))
        return Problem{*bad == Malformed::too_long ? "the file of fences is larger than 64 MiB"
                                                   : "the file of fences is no JSON, or nested too deep"};
    auto const& json = std::get<Json>(parsed);
    Json const& features = member(json, "features");
    if (!features.is_array())
        return Problem{"the file of fences is no GeoJSON FeatureCollection: it has no list \"features\""};
    FenceFile file;
    std::size_t number = 0;
    for (Json const& feature : features) {
        ++number;
        try {
            Json const& properties = member(feature, "properties");
            file.rows.push_back({name_of(feature, number), shape_of(member(feature, "geometry"), properties),
                                 watch_of(properties), names_of(properties), terms_of(properties),
                                 text_in(properties, "moves_with")});
        } catch (NoFence const& no) {
            file.problems.push_back({fmt::format("feature {}: {}", number, no.why)});
        }
    }
    return file;
}

std::string write_fences(std::vector<FenceRow> const& fences)
{
    Json features = Json::array();
    for (FenceRow const& row : fences)
        features.push_back(
            {{"type", "Feature"}, {"properties", properties_of(row)}, {"geometry", geometry_of(row.shape)}});
    return Json{{"type", "FeatureCollection"}, {"features", std::move(features)}}.dump(1, ' ', false,
                                                                                       Json::error_handler_t::replace);
}

}  // namespace cresset::feeds
