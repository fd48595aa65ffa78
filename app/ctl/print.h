#pragma once
/// Printing to standard output, and the few forms that several commands share.

#include "core/base/geo.h"
#include "core/base/result.h"
#include "core/base/text.h"
#include "maps/place_forms.h"

#include <cstdio>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace cresset::app {

using Json = nlohmann::ordered_json;

inline void print(std::string_view text)
{
    std::fwrite(text.data(), 1, text.size(), stdout);
}
template <typename... Values>
void print_line(fmt::format_string<Values...> form, Values&&... values)
{
    print(fmt::format(form, std::forward<Values>(values)...) + "\n");
}
/// Names from outside may hold broken UTF-8; JSON never does.
inline std::string json_text(Json const& json, int indent = -1)
{
    return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}
inline void print_json(Json const& json)
{
    print(json_text(json, 2) + "\n");
}
inline void print_json_line(Json const& json)
{
    print(json_text(json) + "\n");
}

/// [lon, lat], as GeoJSON has it.
inline Json position_json(Place place)
{
    return Json::array({place.lon(), place.lat()});
}
inline Json line_json(Line const& line)
{
    Json points = Json::array();
    for (Place const place : line) points.push_back(position_json(place));
    return points;
}
inline double seconds(std::int64_t milliseconds)
{
    return static_cast<double>(milliseconds) / 1000.0;
}
inline double metres(std::int64_t millimetres)
{
    return static_cast<double>(millimetres) / 1000.0;
}

/// A whole number within the range, or the problem that names the option.
template <typename Number>
Result<Number> number_option(std::string_view name, std::string_view text, Number least, Number most)
{
    auto const number = parse_whole<Number>(text);
    if (number && *number >= least && *number <= most) return *number;
    return Problem{fmt::format("{} must be a whole number from {} to {}, not \"{}\"", name, least, most, text)};
}
inline Result<Place> place_option(std::string_view name, std::string_view text)
{
    if (auto const place = parse_place(text)) return *place;
    if (auto const place = maps::place_from_figures(text)) return *place;
    return Problem{fmt::format(
        "{} must be a place as LAT,LON in degrees (for instance 41.157,-8.629), UTM or MGRS, not \"{}\"", name, text)};
}

}  // namespace cresset::app
