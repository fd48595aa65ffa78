#include "maps/place_forms.h"

#include "core/base/text.h"

#include <GeographicLib/DMS.hpp>
#include <GeographicLib/MGRS.hpp>
#include <GeographicLib/UTMUPS.hpp>
#include <algorithm>
#include <cctype>
#include <cmath>
#include <fmt/format.h>
#include <regex>

namespace cresset::maps {

namespace {

using GeographicLib::GeographicErr;
using GeographicLib::MGRS;
using GeographicLib::UTMUPS;

/// The military grid to the metre, without blanks; empty near the poles.
std::string grid_of(Place place)
{
    if (place.lat() >= 84 || place.lat() < -80) return {};
    int zone = 0;
    bool north = true;
    double x = 0;
    double y = 0;
    std::string text;
    UTMUPS::Forward(place.lat(), place.lon(), zone, north, x, y);
    MGRS::Forward(zone, north, x, y, place.lat(), 5, text);
    return text;
}

std::optional<Place> rounded(double lat, double lon)
{
    return place_from_degrees(lat, lon);
}

/// Figures for east and north, as many as each other, split with or without blanks: "5412356789".
std::optional<Place> from_grid(std::string const& zone, std::string const& square, std::string figures)
{
    std::erase(figures, ' ');
    if (figures.size() % 2 != 0 || figures.size() > 10) return {};
    int number = 0;
    int precision = 0;
    bool north = true;
    double x = 0;
    double y = 0;
    double lat = 0;
    double lon = 0;
    MGRS::Reverse(zone + square + figures, number, north, x, y, precision);
    UTMUPS::Reverse(number, north, x, y, lat, lon);
    return rounded(lat, lon);
}

/// At the edge of a band the neighbour's letter is right as well: within a kilometre.
bool is_in_band(Place place, char band)
{
    for (std::int32_t const shift : {0, -100'000, 100'000}) {
        std::string const grid = grid_of({place.lat_e7 + shift, place.lon_e7});
        auto const letter = grid.find_first_not_of("0123456789");
        if (letter != std::string::npos && grid[letter] == band) return true;
    }
    return false;
}

std::optional<Place> from_zone(int zone, char band, double east, double north)
{
    double lat = 0;
    double lon = 0;
    UTMUPS::Reverse(zone, band >= 'N', east, north, lat, lon);
    auto const place = rounded(lat, lon);
    return place && is_in_band(*place, band) ? place : std::nullopt;
}

std::string upper(std::string_view text)
{
    std::string letters{text};
    std::ranges::transform(letters, letters.begin(), [](unsigned char c) { return std::toupper(c); });
    return letters;
}

std::optional<Place> from_zones(std::string const& text)
{
    static std::regex const grid{R"((\d{1,2}[C-HJ-NP-X]) *([A-HJ-NP-Z][A-HJ-NP-V]) *(\d+(?: +\d+)?))"};
    static std::regex const zone{R"((\d{1,2})([C-HJ-NP-X]) +(\d{6,7}(?:\.\d+)?) +(\d{1,8}(?:\.\d+)?))"};
    std::smatch part;
    if (std::regex_match(text, part, grid)) return from_grid(part[1], part[2], part[3]);
    if (std::regex_match(text, part, zone))
        return from_zone(std::stoi(part[1]), part[2].str()[0], std::stod(part[3]), std::stod(part[4]));
    return {};
}

/// Latitude and longitude with signs of degrees, minutes, seconds or the letters N, S, E, W.
std::optional<Place> from_signs(std::string const& text)
{
    static std::regex const two{R"(([-+0-9].*?[NSEW'"°] *[NSEW]?)[ ,]+([-+0-9].*))"};
    std::smatch part;
    bool const signs = text.find("°") != std::string::npos || text.find_first_of("NSEW") != std::string::npos;
    if (!signs || !std::regex_match(text, part, two)) return {};
    auto const without_blanks = [](std::string half) { return std::erase(half, ' '), half; };
    double lat = 0;
    double lon = 0;
    GeographicLib::DMS::DecodeLatLon(without_blanks(part[1]), without_blanks(part[2]), lat, lon);
    return rounded(lat, lon);
}

}  // namespace

std::string degrees_text(Place place)
{
    return fmt::format("{:.5f}, {:.5f}", place.lat(), place.lon());
}

std::string utm_text(Place place)
{
    std::string const grid = grid_of(place);
    if (grid.empty()) return {};
    int zone = 0;
    bool north = true;
    double x = 0;
    double y = 0;
    UTMUPS::Forward(place.lat(), place.lon(), zone, north, x, y);
    return fmt::format("{} {:.0f} {:.0f}", grid.substr(0, grid.find_first_not_of("0123456789") + 1), std::floor(x),
                       std::floor(y));
}

std::string mgrs_text(Place place)
{
    std::string const grid = grid_of(place);
    if (grid.empty()) return {};
    auto const square = grid.find_first_not_of("0123456789") + 1;
    return fmt::format("{} {} {} {}", grid.substr(0, square), grid.substr(square, 2), grid.substr(square + 2, 5),
                       grid.substr(square + 7));
}

std::optional<Place> place_from_figures(std::string_view text)
{
    std::string const said = upper(trim(text));
    if (said.empty() || said.size() > 80) return {};
    try {
        if (auto const place = from_zones(said)) return place;
        if (auto const place = from_signs(said)) return place;
    } catch (GeographicErr const&) {
        return {};  // figures out of their range
    }
    if (said.find_first_of(".,") == std::string::npos) return {};
    return parse_place(said);
}

}  // namespace cresset::maps
