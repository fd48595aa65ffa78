#include "widgets/map_style.h"

#include "core/base/resource_path.h"
#include "core/base/text.h"
#include "widgets/icon.h"
#include "widgets/read_file.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace cresset::widgets {
namespace {

using Json = nlohmann::json;

/// Becomes the Problem of parse().
struct Wrong : std::runtime_error {
    using std::runtime_error::runtime_error;
};

QRgb colourOf(Json const& rule, char const* key, Theme const& theme)
{
    if (!rule.contains(key)) return 0;
    auto const name = rule[key].get<std::string>();
    if (!theme.has(name)) throw Wrong{"the palette \"" + theme.name() + "\" has no colour \"" + name + "\""};
    return theme.rgb(name);
}

ZoomCurve curveOf(Json const& rule, char const* key)
{
    std::vector<std::pair<double, double>> stops;
    if (rule.contains(key))
        for (auto const& [zoom, value] : rule[key].items()) stops.emplace_back(std::stod(zoom), value.get<double>());
    std::ranges::sort(stops);
    return ZoomCurve{std::move(stops)};
}

std::string textOf(Json const& value)
{
    return value.is_string() ? value.get<std::string>() : std::to_string(value.get<std::int64_t>());
}

Filter filterOf(Json const& rule)
{
    Filter filter;
    if (!rule.contains("where")) return filter;
    for (auto const& [key, values] : rule["where"].items()) {
        bool const negated = key.starts_with('!');
        Condition condition{negated ? key.substr(1) : key, {}, negated};
        for (auto const& value : values) condition.values.push_back(textOf(value));
        filter.push_back(std::move(condition));
    }
    return filter;
}

ZoomRange zoomsOf(Json const& rule)
{
    return {rule.value("from", 0.0), rule.value("to", 99.0)};
}

std::vector<float> dashOf(Json const& rule)
{
    auto const dash = rule.value("dash", std::vector<float>{});
    if (dash.size() % 2 != 0 || std::ranges::any_of(dash, [](float part) { return !(part >= 0.5f); }))
        throw Wrong{"a dash needs marks and gaps in pairs, each at least half a pixel"};
    return dash;
}

AreaRule areaOf(Json const& rule, Theme const& theme)
{
    AreaRule area;
    area.layer = rule.at("layer").get<std::string>();
    area.where = filterOf(rule);
    area.zooms = zoomsOf(rule);
    area.colour = colourOf(rule, "colour", theme);
    area.edge = colourOf(rule, "edge", theme);
    area.edge_width = curveOf(rule, "edge_width");
    return area;
}

LineRule lineOf(Json const& rule, Theme const& theme)
{
    LineRule line;
    line.layer = rule.at("layer").get<std::string>();
    line.where = filterOf(rule);
    line.zooms = zoomsOf(rule);
    line.colour = colourOf(rule, "colour", theme);
    line.width = curveOf(rule, "width");
    line.dash = dashOf(rule);
    line.under = rule.value("under", false);
    return line;
}

RoadRule roadOf(Json const& rule, Theme const& theme)
{
    RoadRule road;
    road.where = filterOf(rule);
    road.zooms = zoomsOf(rule);
    road.fill = colourOf(rule, "fill", theme);
    road.casing = colourOf(rule, "casing", theme);
    road.ties = colourOf(rule, "ties", theme);
    road.width = curveOf(rule, "width");
    road.edge = curveOf(rule, "edge");
    road.dash = dashOf(rule);
    road.arrows = rule.value("arrows", false);
    road.rail = rule.value("kind", "") == "rail";
    return road;
}

LabelKind kindOf(std::string const& name)
{
    if (name == "point") return LabelKind::point;
    if (name == "area") return LabelKind::area;
    if (name == "line") return LabelKind::line;
    if (name == "poi") return LabelKind::poi;
    if (name == "shield") return LabelKind::shield;
    if (name == "number") return LabelKind::number;
    throw Wrong{"there is no kind of label \"" + name + "\""};
}

LabelRule labelOf(Json const& rule, Theme const& theme)
{
    LabelRule label;
    label.layer = rule.at("layer").get<std::string>();
    label.where = filterOf(rule);
    label.zooms = zoomsOf(rule);
    label.kind = kindOf(rule.at("kind").get<std::string>());
    label.size = curveOf(rule, "size");
    label.colour = colourOf(rule, "colour", theme);
    label.edge = colourOf(rule, "edge", theme);
    label.bold = rule.value("bold", false);
    label.italic = rule.value("italic", false);
    label.rank = rule.value("rank", 50);
    label.spacing = rule.value("spacing", 0.0);
    label.air = curveOf(rule, "air");
    return label;
}

SignRule signOf(Json const& rule, Theme const&)
{
    SignRule sign;
    sign.where = filterOf(rule);
    sign.zooms = zoomsOf(rule);
    sign.glyph = rule.at("glyph").get<std::string>();
    sign.alone_from = rule.value("alone_from", 99.0);
    if (!iconExists(sign.glyph)) throw Wrong{"there is no drawing \"" + sign.glyph + "\""};
    return sign;
}

template <typename Rule, typename Make>
std::vector<Rule> rulesOf(Json const& document, char const* name, Theme const& theme, Make make)
{
    std::vector<Rule> rules;
    for (auto const& rule : document.at(name)) rules.push_back(make(rule, theme));
    return rules;
}

/// The land's colour, laid thinly over what runs below the ground.
QRgb thinned(QRgb colour, int alpha)
{
    return qRgba(qRed(colour), qGreen(colour), qBlue(colour), alpha);
}

void readStyle(Json const& document, Theme const& theme, MapStyle& style)
{
    style.id = theme.name();
    style.background = colourOf(document, "background", theme);
    style.halo = theme.rgb("map.label.halo");
    style.tunnel_wash = thinned(style.background, 150);
    style.arrow = theme.rgb("map.road.arrow");
    style.bridge_casing = theme.rgb("map.road.bridge_casing");
    style.shield = theme.rgb("map.label.shield");
    style.raster_veil = theme.rgb("map.raster_veil");
    style.areas = rulesOf<AreaRule>(document, "areas", theme, areaOf);
    style.lines = rulesOf<LineRule>(document, "lines", theme, lineOf);
    style.roads = rulesOf<RoadRule>(document, "roads", theme, roadOf);
    style.labels = rulesOf<LabelRule>(document, "labels", theme, labelOf);
    style.signs = rulesOf<SignRule>(document, "signs", theme, signOf);
}

/// "8" is the number 8 and the text "8"; "1" is also yes.
bool isValue(std::string const& wanted, maps::TileValue const& value)
{
    if (auto const* text = std::get_if<std::string>(&value)) return *text == wanted;
    auto const number = parse_whole<std::int64_t>(wanted);
    if (!number) return false;
    if (auto const* whole = std::get_if<std::int64_t>(&value)) return *whole == *number;
    if (auto const* whole = std::get_if<std::uint64_t>(&value))
        return *number >= 0 && *whole == static_cast<std::uint64_t>(*number);
    if (auto const* yes = std::get_if<bool>(&value)) return *number == (*yes ? 1 : 0);
    return std::get<double>(value) == static_cast<double>(*number);
}

bool isOneOf(std::vector<std::string> const& wanted, maps::TileValue const& value)
{
    return std::ranges::any_of(wanted, [&](std::string const& one) { return isValue(one, value); });
}

}  // namespace

double ZoomCurve::at(double zoom) const
{
    if (stops_.empty()) return 0;
    if (zoom <= stops_.front().first) return stops_.front().second;
    for (std::size_t i = 1; i < stops_.size(); ++i) {
        auto const [z0, v0] = stops_[i - 1];
        auto const [z1, v1] = stops_[i];
        if (zoom > z1) continue;
        double const part = (zoom - z0) / (z1 - z0);
        return v0 > 0 && v1 > 0 ? v0 * std::pow(v1 / v0, part) : v0 + (v1 - v0) * part;
    }
    return stops_.back().second;
}

Matcher::Matcher(Filter const& filter, maps::TileLayer const& layer) : layer_{layer}
{
    for (auto const& condition : filter) {
        Ready ready{{}, {}, condition.not_these};
        for (auto const& key : layer.keys) ready.keys.push_back(key == condition.key);
        for (auto const& value : layer.values) ready.values.push_back(isOneOf(condition.values, value));
        ready_.push_back(std::move(ready));
    }
}

bool Matcher::operator()(maps::TileFeature const& feature) const
{
    for (auto const& ready : ready_) {
        bool one_of_these = false;
        for (auto i = feature.first_tag; i < feature.end_tag; i += 2)
            if (ready.keys[layer_.tags[i]]) one_of_these = ready.values[layer_.tags[i + 1]];
        if (one_of_these == ready.not_these) return false;
    }
    return true;
}

Result<std::shared_ptr<MapStyle const>> MapStyle::load(Theme const& theme)
{
    auto const text = readFile(resource_path("themes/map_style.json"));
    if (!text) return Problem{text.problem()};
    return parse(*text, theme);
}

Result<std::shared_ptr<MapStyle const>> MapStyle::parse(std::string_view json, Theme const& theme)
{
    try {
        auto style = std::make_shared<MapStyle>();
        readStyle(Json::parse(json), theme, *style);
        return std::shared_ptr<MapStyle const>{std::move(style)};
    } catch (Wrong const& wrong) {
        return Problem{std::string{"the map style cannot be used: "} + wrong.what()};
    } catch (std::exception const& error) {  // from the JSON library and from numbers that are none
        return Problem{std::string{"the map style cannot be read: "} + error.what()};
    }
}

}  // namespace cresset::widgets
