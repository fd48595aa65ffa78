#include "core/feeds/fix_line.h"

#include "core/feeds/outside_json.h"

#include <algorithm>
#include <cmath>

namespace cresset::feeds {

namespace {

using Json = nlohmann::json;

constexpr JsonLimits limits{4096, 8};

std::optional<std::string> word(Json const& json, char const* name)
{
    auto const found = json.find(name);
    if (found == json.end()) return {};
    if (found->is_number_integer()) return found->dump();
    return found->is_string() ? std::optional{found->get<std::string>()} : std::nullopt;
}

std::optional<double> number(Json const& json, char const* name)
{
    auto const found = json.find(name);
    return found != json.end() && found->is_number() ? std::optional{found->get<double>()} : std::nullopt;
}

}  // namespace

Result<FixLine> read_fix_line(std::string_view line)
{
    auto const parsed = parse_json(line, limits);
    auto const* json = std::get_if<Json>(&parsed);
    if (json == nullptr || !json->is_object()) return Problem{"it is no JSON object on one line"};
    auto const unit = word(*json, "unit");
    if (!unit || unit->empty()) return Problem{"\"unit\" is missing"};
    auto const when = word(*json, "at");
    auto const at = when ? from_iso(*when) : std::nullopt;
    if (!at) return Problem{"\"at\" must be a time such as 2026-11-22T19:02:41.250Z"};
    auto const lat = number(*json, "lat"), lon = number(*json, "lon");
    auto const place = lat && lon ? place_from_degrees(*lat, *lon) : std::nullopt;
    if (!place) return Problem{"\"lat\" and \"lon\" must be degrees, up to 90 and 180"};
    FixLine read{*unit, {}};
    read.fix.place = *place;
    read.fix.at = *at;
    if (!json->contains("accuracy_m") || json->at("accuracy_m").is_null()) return read;
    auto const accuracy = number(*json, "accuracy_m");
    if (!accuracy || !(*accuracy >= 0)) return Problem{"\"accuracy_m\" must be a number of metres"};
    read.fix.accuracy_m = static_cast<std::uint16_t>(std::ceil(std::min(*accuracy, 65'535.0)));
    return read;
}

}  // namespace cresset::feeds
