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

/// A number of 0 and more that may be left out, in that many parts of its unit, rounded by `round` and cut off at the
/// end of its range; false if it is something else.
bool take_amount(Json const& json, char const* name, double parts, double (*round)(double), std::uint16_t& into)
{
    auto const found = json.find(name);
    if (found == json.end() || found->is_null()) return true;
    auto const amount = number(json, name);
    if (!amount || !(*amount >= 0)) return false;
    into = static_cast<std::uint16_t>(round(std::min(*amount * parts, 65'535.0)));
    return true;
}

bool take_course(Json const& json, Fix& fix)
{
    std::uint16_t course = Fix::unknown_course;
    if (!take_amount(json, "course_deg", 1, std::round, course)) return false;
    if (course == Fix::unknown_course) return true;
    if (course > 360) return false;
    fix.course_deg = course % 360;
    return true;
}

Problem problem_of(Malformed what)
{
    switch (what) {
        case Malformed::missing_value: return Problem{"\"unit\" is missing"};
        case Malformed::bad_time: return Problem{"\"at\" must be a time such as 2026-11-22T19:02:41.250Z"};
        case Malformed::bad_place: return Problem{"\"lat\" and \"lon\" must be degrees, up to 90 and 180"};
        case Malformed::bad_field:
            return Problem{
                "\"accuracy_m\" must be a number of metres, \"speed_mps\" of metres a second, \"course_deg\" of "
                "degrees from 0 to 360"};
        default: return Problem{"it is no JSON object on one line"};
    }
}

}  // namespace

std::variant<FixLine, Malformed> parse_fix_line(std::string_view line)
{
    auto const parsed = parse_json(line, limits);
    if (auto const* why = std::get_if<Malformed>(&parsed)) return *why;
    auto const& json = std::get<Json>(parsed);
    if (!json.is_object()) return Malformed::not_a_message;
    auto const unit = word(json, "unit");
    if (!unit || unit->empty()) return Malformed::missing_value;
    auto const when = word(json, "at");
    auto const at = when ? from_iso(*when) : std::nullopt;
    if (!at) return Malformed::bad_time;
    auto const lat = number(json, "lat"), lon = number(json, "lon");
    auto const place = lat && lon ? place_from_degrees(*lat, *lon) : std::nullopt;
    if (!place) return Malformed::bad_place;
    FixLine read{*unit, {}};
    read.fix.place = *place;
    read.fix.at = *at;
    if (!take_amount(json, "accuracy_m", 1, std::ceil, read.fix.accuracy_m) ||
        !take_amount(json, "speed_mps", 100, std::round, read.fix.speed_cm_s) || !take_course(json, read.fix))
        return Malformed::bad_field;
    return read;
}

Result<FixLine> read_fix_line(std::string_view line)
{
    auto const read = parse_fix_line(line);
    if (auto const* what = std::get_if<Malformed>(&read)) return problem_of(*what);
    return std::get<FixLine>(read);
}

}  // namespace cresset::feeds
