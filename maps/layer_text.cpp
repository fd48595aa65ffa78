#include "maps/layer_text.h"

#include <nlohmann/json.hpp>

namespace cresset::maps {

namespace {

using Json = nlohmann::json;

Json position(Place place)
{
    return Json::array({place.lon(), place.lat()});
}

Json positions(std::span<Place const> places, bool closed)
{
    Json all = Json::array();
    for (Place const place : places) all.push_back(position(place));
    if (closed && !places.empty() && places.front() != places.back()) all.push_back(position(places.front()));
    return all;
}

/// What a driver wrote as a text because its format has only those.
Json value_of(std::string_view text)
{
    bool const may_be = !text.empty() && text.find_first_not_of("+-.0123456789eE[] ,\"") == std::string_view::npos;
    bool const is_list = text.starts_with('[');
    if (!may_be && !is_list && text != "true" && text != "false") return text;
    auto parsed = Json::parse(text, nullptr, false);
    bool const plain = parsed.is_number() || parsed.is_boolean() || parsed.is_array();
    return plain ? parsed : Json(text);
}

Json properties_of(LayerShapes const& shapes, ShapeFeature const& feature)
{
    Json properties = Json::object();
    for (auto const& [field, value] : shapes.attributes(feature)) properties[std::string{field}] = value_of(value);
    if (!properties.contains("name") && !shapes.label(feature).empty()) properties["name"] = shapes.label(feature);
    return properties;
}

}  // namespace

std::string geojson_of(LayerShapes const& shapes)
{
    Json features = Json::array();
    auto const add = [&](Json const& properties, char const* type, Json coordinates) {
        features.push_back({{"type", "Feature"},
                            {"properties", properties},
                            {"geometry", {{"type", type}, {"coordinates", std::move(coordinates)}}}});
    };
    for (ShapeFeature const& feature : shapes.features) {
        Json const properties = properties_of(shapes, feature);
        Json rings = Json::array();
        for (std::uint32_t part = feature.first_part; part < feature.first_part + feature.parts; ++part) {
            auto const places = shapes.part(part);
            if (feature.kind == ShapeKind::area)
                rings.push_back(positions(places, true));
            else if (feature.kind == ShapeKind::line)
                add(properties, "LineString", positions(places, false));
            else
                add(properties, "Point", position(places.front()));
        }
        if (feature.kind == ShapeKind::area) add(properties, "Polygon", std::move(rings));
    }
    return Json{{"type", "FeatureCollection"}, {"features", std::move(features)}}.dump(-1, ' ', false,
                                                                                       Json::error_handler_t::replace);
}

}  // namespace cresset::maps
