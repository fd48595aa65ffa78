#include "core/base/geo.h"

#include "core/base/plane.h"
#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace cresset {

namespace {

/// cos by its Taylor series at compile time: a constant table, the same for every compiler that obeys IEEE 754.
constexpr double series_cosine(double x)
{
    double term = 1;
    double sum = 1;
    for (int n = 1; n <= 14; ++n) {
        term *= -x * x / ((2 * n - 1) * (2 * n));
        sum += term;
    }
    return sum;
}

constexpr int table_steps = 90 * 16;

constexpr std::array<std::int64_t, table_steps + 1> make_cosines()
{
    std::array<std::int64_t, table_steps + 1> table{};
    for (std::size_t i = 0; i < table.size(); ++i) {
        double const angle = 3.14159265358979323846 / 2 * static_cast<double>(i) / table_steps;
        double const scaled = series_cosine(angle) * (1 << 30);
        double const half_above = scaled + 0.5;  // none is below zero: cut off, it is rounded
        table[i] = static_cast<std::int64_t>(half_above);
    }
    return table;
}
constexpr auto cosines = make_cosines();

/// From a floating start; the loops make it exact (the floor) whatever the start was.
template <typename Wide>
std::uint64_t square_root(Wide value)
{
    auto root = static_cast<Wide>(std::sqrt(static_cast<double>(value)));
    while (root * root > value) --root;
    while ((root + 1) * (root + 1) <= value) ++root;
    return static_cast<std::uint64_t>(root);
}

struct Metres {
    std::int64_t east_mm;
    std::int64_t north_mm;
};

Metres offset(Place a, Place b)
{
    std::int64_t const north = north_mm(a, b);
    auto const middle = static_cast<std::int32_t>((std::int64_t{a.lat_e7} + b.lat_e7) / 2);
    std::int64_t const east_at_equator = lon_difference(a, b) * mm_per_e7_q20 / (1 << 20);
    auto const east =
        static_cast<std::int64_t>(static_cast<__int128>(east_at_equator) * cosine_q30(middle) / (1 << 30));
    return {east, north};
}

std::int32_t wrapped_lon(std::int64_t lon)
{
    if (lon >= half_turn_e7) lon -= turn_e7;
    if (lon < -half_turn_e7) lon += turn_e7;
    return static_cast<std::int32_t>(lon);
}

}  // namespace

std::optional<Place> place_from_degrees(double lat, double lon)
{
    if (!(lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180)) return {};
    return Place{static_cast<std::int32_t>(std::lround(lat * 1e7)), static_cast<std::int32_t>(std::lround(lon * 1e7))};
}

std::optional<Place> parse_place(std::string_view text)
{
    text = trim(text);
    auto const gap = text.find_first_of(", ");
    if (gap == std::string_view::npos) return {};
    auto const lat = parse_real(trim(text.substr(0, gap)));
    auto const lon = parse_real(trim(text.substr(gap + 1)));
    return lat && lon ? place_from_degrees(*lat, *lon) : std::nullopt;
}

std::string to_text(Place place)
{
    auto const degrees = [](std::int32_t e7) {
        std::int64_t const value = std::abs(std::int64_t{e7});
        return fmt::format("{}{}.{:07}", e7 < 0 ? "-" : "", value / 10'000'000, value % 10'000'000);
    };
    return degrees(place.lat_e7) + "," + degrees(place.lon_e7);
}

std::int64_t cosine_q30(std::int32_t lat_e7)
{
    std::int64_t const angle = std::min<std::int64_t>(std::abs(std::int64_t{lat_e7}), 900'000'000);
    std::int64_t const scaled = angle * table_steps;
    auto const index = static_cast<std::size_t>(scaled / 900'000'000);
    if (index >= table_steps) return cosines[table_steps];
    std::int64_t const rest = scaled % 900'000'000;
    return cosines[index] + (cosines[index + 1] - cosines[index]) * rest / 900'000'000;
}

std::int64_t distance_mm(Place a, Place b)
{
    auto const [east_mm, north_mm] = offset(a, b);
    auto const east = static_cast<std::uint64_t>(std::abs(east_mm));
    auto const north = static_cast<std::uint64_t>(std::abs(north_mm));
    constexpr std::uint64_t short_mm = 1U << 30U;  // 1,000 km: squares fit into 64 bits, with room
    if (east < short_mm && north < short_mm) return static_cast<std::int64_t>(square_root(east * east + north * north));
    using Wide = unsigned __int128;
    return static_cast<std::int64_t>(square_root(Wide{east} * east + Wide{north} * north));
}

int bearing_deg(Place from, Place to)
{
    auto const [east, north] = offset(from, to);
    if (east == 0 && north == 0) return 0;
    // The whole degree whose direction (cos, sin) has the greatest projection, the lower if two are equal. Projections
    // rise up to it and fall behind it: a degree of the table is far coarser than its rounding.
    auto const e = static_cast<unsigned __int128>(std::abs(east));
    auto const n = static_cast<unsigned __int128>(std::abs(north));
    auto const projection = [&](int degree) {
        auto const step = static_cast<std::size_t>(degree) * 16;
        return n * static_cast<std::uint64_t>(cosines[step]) +
               e * static_cast<std::uint64_t>(cosines[table_steps - step]);
    };
    int best = 0;
    for (int above = 90; best < above;) {
        int const middle = (best + above) / 2;
        if (projection(middle + 1) > projection(middle))
            best = middle + 1;
        else
            above = middle;
    }
    if (north >= 0) return east >= 0 ? best : (360 - best) % 360;
    return east >= 0 ? 180 - best : 180 + best;
}

Place between(Place a, Place b, std::int64_t part, std::int64_t whole)
{
    auto const share = [&](std::int64_t full) {
        return static_cast<std::int64_t>(static_cast<__int128>(full) * part / whole);
    };
    return {static_cast<std::int32_t>(a.lat_e7 + share(std::int64_t{b.lat_e7} - a.lat_e7)),
            wrapped_lon(a.lon_e7 + share(lon_difference(a, b)))};
}

Place moved(Place from, std::int64_t east_mm, std::int64_t north_mm)
{
    std::int64_t const lat =
        std::clamp<std::int64_t>(from.lat_e7 + north_mm * (1 << 20) / mm_per_e7_q20, -900'000'000, 900'000'000);
    std::int64_t const cosine = std::max<std::int64_t>(cosine_q30(static_cast<std::int32_t>(lat)), 1 << 10);
    auto const east_e7 = static_cast<std::int64_t>((static_cast<__int128>(east_mm) << 50) / mm_per_e7_q20 / cosine);
    return {static_cast<std::int32_t>(lat), wrapped_lon(from.lon_e7 + east_e7 % turn_e7)};
}

void Bounds::add(Place place)
{
    min = {std::min(min.lat_e7, place.lat_e7), std::min(min.lon_e7, place.lon_e7)};
    max = {std::max(max.lat_e7, place.lat_e7), std::max(max.lon_e7, place.lon_e7)};
}

bool Bounds::contains(Place place) const
{
    return place.lat_e7 >= min.lat_e7 && place.lat_e7 <= max.lat_e7 && place.lon_e7 >= min.lon_e7 &&
           place.lon_e7 <= max.lon_e7;
}

Place Bounds::middle() const
{
    return {static_cast<std::int32_t>((std::int64_t{min.lat_e7} + max.lat_e7) / 2),
            static_cast<std::int32_t>((std::int64_t{min.lon_e7} + max.lon_e7) / 2)};
}

std::int64_t length_mm(Line const& line)
{
    std::int64_t sum = 0;
    for (std::size_t i = 1; i < line.size(); ++i) sum += distance_mm(line[i - 1], line[i]);
    return sum;
}

bool ring_contains(Line const& ring, Place place)
{
    if (ring.empty()) return false;
    // The ring as seen from the place, which stands at 0,0; unrolled from its first point on, so that a ring over the
    // date line, and a place on the other side of the earth, are seen whole.
    auto const north = [&](Place point) { return std::int64_t{point.lat_e7} - place.lat_e7; };
    bool inside = false;
    std::int64_t ax = lon_difference(place, ring.front());
    for (std::size_t i = 0; i < ring.size(); ++i) {
        Place const b = ring[i + 1 == ring.size() ? 0 : i + 1];
        std::int64_t const bx = ax + lon_difference(ring[i], b);
        std::int64_t const ay = north(ring[i]);
        std::int64_t const by = north(b);
        __int128 const turn = static_cast<__int128>(ax) * by - static_cast<__int128>(bx) * ay;
        bool const spans =
            std::min(ax, bx) <= 0 && std::max(ax, bx) >= 0 && std::min(ay, by) <= 0 && std::max(ay, by) >= 0;
        if (turn == 0 && spans) return true;
        if ((ay > 0) != (by > 0) && (turn > 0) == (by > ay)) inside = !inside;
        ax = bx;
    }
    return inside;
}

}  // namespace cresset
