#pragma once
/// Places on WGS-84 (EPSG:4326) as whole numbers, 1e-7 degree (11 mm), so that every machine agrees to the last bit.
/// Distances that decide anything are whole millimetres from integer arithmetic alone (no libm).

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cresset {

struct Place {
    std::int32_t lat_e7 = 0;
    std::int32_t lon_e7 = 0;
    friend constexpr auto operator<=>(Place const&, Place const&) = default;
    constexpr double lat() const { return lat_e7 / 1e7; }
    constexpr double lon() const { return lon_e7 / 1e7; }
};

/// Rounds once, where the outside world comes in. Nothing if out of range or not a number.
std::optional<Place> place_from_degrees(double lat, double lon);
/// "41.157,-8.629" or "41.157 -8.629" (latitude first). Nothing if it is no place.
std::optional<Place> parse_place(std::string_view text);
/// "41.1570000,-8.6290000"
std::string to_text(Place place);

/// cos(lat) times 2^30, by a table and linear interpolation: the same on every machine, error below 1e-6.
std::int64_t cosine_q30(std::int32_t lat_e7);

/// Millimetres on a sphere of mean radius 6,371,008.8 m (IUGG), by the equirectangular formula at the middle latitude:
/// within 0.1 % up to 100 km off the poles, where all decisions of a city are made. Takes the short way over the date
/// line.
std::int64_t distance_mm(Place a, Place b);

/// Degrees clockwise from north, 0..359, from integer arithmetic; 0 for equal places.
int bearing_deg(Place from, Place to);

/// The place `part`/`whole` of the way from a to b (0 <= part <= whole, whole > 0), rounded toward a.
Place between(Place a, Place b, std::int64_t part, std::int64_t whole);

/// A place moved by metres east and north (small moves; clamps at the poles, wraps at the date line).
Place moved(Place from, std::int64_t east_mm, std::int64_t north_mm);

/// A rectangle in degrees, both ends inside. An empty one has min > max.
struct Bounds {
    Place min{INT32_MAX, INT32_MAX};
    Place max{INT32_MIN, INT32_MIN};
    friend bool operator==(Bounds const&, Bounds const&) = default;
    bool empty() const { return min.lat_e7 > max.lat_e7; }
    void add(Place place);
    bool contains(Place place) const;
    Place middle() const;
};

using Line = std::vector<Place>;
std::int64_t length_mm(Line const& line);

/// True if the place lies in the ring (a closed line; the last point joins the first) or on its edge. Exact, for
/// rings less than half the earth wide that do not hold a pole.
bool ring_contains(Line const& ring, Place place);

}  // namespace cresset
