#include "maps/polygon.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace cresset::maps {

namespace {

// --- measures ---

/// Metres of 1e-7 degree of latitude (core/base/geo.h's sphere).
constexpr double metres_per_e7 = 0.011119507973463204;

__int128 doubled_area(Line const& ring)
{
    __int128 sum = 0;
    for (std::size_t i = 1; i < ring.size(); ++i)
        sum += static_cast<__int128>(ring[i - 1].lon_e7) * ring[i].lat_e7 -
               static_cast<__int128>(ring[i].lon_e7) * ring[i - 1].lat_e7;
    return sum < 0 ? -sum : sum;
}

std::int64_t ring_m2(Line const& ring)
{
    Bounds box;
    for (Place const place : ring) box.add(place);
    if (box.empty()) return 0;
    double const cosine = static_cast<double>(cosine_q30(box.middle().lat_e7)) / (1 << 30);
    return static_cast<std::int64_t>(static_cast<double>(doubled_area(ring)) / 2 * metres_per_e7 * metres_per_e7 *
                                     cosine);
}

std::int64_t polygon_m2(Polygon const& polygon)
{
    std::int64_t area = ring_m2(polygon.outer);
    for (Line const& hole : polygon.holes) area -= ring_m2(hole);
    return std::max<std::int64_t>(area, 0);
}

/// Centre of mass of the outer ring, from its first place (so that the numbers stay small).
Place centre_of_mass(Line const& ring)
{
    double sum = 0, x = 0, y = 0;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        double const ax = static_cast<double>(ring[i - 1].lon_e7) - ring[0].lon_e7;
        double const ay = static_cast<double>(ring[i - 1].lat_e7) - ring[0].lat_e7;
        double const bx = static_cast<double>(ring[i].lon_e7) - ring[0].lon_e7;
        double const by = static_cast<double>(ring[i].lat_e7) - ring[0].lat_e7;
        double const cross = ax * by - bx * ay;
        sum += cross, x += (ax + bx) * cross, y += (ay + by) * cross;
    }
    if (sum == 0) return ring[0];
    return {static_cast<std::int32_t>(ring[0].lat_e7 + y / (3 * sum)),
            static_cast<std::int32_t>(ring[0].lon_e7 + x / (3 * sum))};
}

void add_crossings(std::vector<std::int64_t>& lons, Line const& ring, std::int64_t lat)
{
    for (std::size_t i = 1; i < ring.size(); ++i) {
        Place const a = ring[i - 1], b = ring[i];
        if ((a.lat_e7 > lat) == (b.lat_e7 > lat)) continue;
        lons.push_back(a.lon_e7 +
                       (std::int64_t{b.lon_e7} - a.lon_e7) * (lat - a.lat_e7) / (std::int64_t{b.lat_e7} - a.lat_e7));
    }
}

/// The middle of the widest stretch of the polygon on one parallel.
Place widest_middle(Polygon const& polygon, std::int32_t lat)
{
    std::vector<std::int64_t> lons;
    add_crossings(lons, polygon.outer, lat);
    for (Line const& hole : polygon.holes) add_crossings(lons, hole, lat);
    std::sort(lons.begin(), lons.end());
    std::int64_t best = -1;
    Place place = polygon.outer[0];
    for (std::size_t i = 1; i < lons.size(); i += 2)
        if (lons[i] - lons[i - 1] > best)
            best = lons[i] - lons[i - 1], place = {lat, static_cast<std::int32_t>((lons[i] + lons[i - 1]) / 2)};
    return place;
}

// --- packing: variable-length whole numbers, differences folded to positive ---

void put(std::string& out, std::uint64_t value)
{
    for (; value >= 0x80; value >>= 7U) out += static_cast<char>(value | 0x80U);
    out += static_cast<char>(value);
}

void put_difference(std::string& out, std::int64_t value)
{
    put(out, (static_cast<std::uint64_t>(value) << 1U) ^ static_cast<std::uint64_t>(value >> 63));
}

void put_place(std::string& out, Place place, Place& last)
{
    put_difference(out, std::int64_t{place.lat_e7} - last.lat_e7);
    put_difference(out, std::int64_t{place.lon_e7} - last.lon_e7);
    last = place;
}

void put_ring(std::string& out, Line const& ring, Place& last)
{
    put(out, ring.size() - 1);
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) put_place(out, ring[i], last);
}

class Reader {
public:
    explicit Reader(std::string_view bytes) : rest_{bytes} {}

    bool number(std::uint64_t& value)
    {
        value = 0;
        for (unsigned shift = 0; shift < 64 && !rest_.empty(); shift += 7) {
            auto const byte = static_cast<unsigned char>(rest_.front());
            rest_.remove_prefix(1);
            value |= std::uint64_t{byte & 0x7FU} << shift;
            if (byte < 0x80) return true;
        }
        return false;
    }
    /// A count of things that take at least `bytes_each` bytes.
    bool count(std::uint64_t& value, std::size_t bytes_each)
    {
        return number(value) && value <= rest_.size() / bytes_each;
    }
    bool moved_by(std::int32_t& value)
    {
        std::uint64_t folded = 0;
        if (!number(folded)) return false;
        auto const step = static_cast<std::int64_t>(folded >> 1U) ^ -static_cast<std::int64_t>(folded & 1U);
        if (step < -4'000'000'000 || step > 4'000'000'000) return false;
        std::int64_t const sum = value + step;
        if (sum < -1'800'000'000 || sum > 1'800'000'000) return false;
        value = static_cast<std::int32_t>(sum);
        return true;
    }
    bool places(Line& line, std::uint64_t count, Place& last)
    {
        line.reserve(count + 1);
        for (std::uint64_t i = 0; i < count; ++i) {
            if (!moved_by(last.lat_e7) || !moved_by(last.lon_e7)) return false;
            line.push_back(last);
        }
        return true;
    }
    bool ring(Line& line, Place& last)
    {
        std::uint64_t corners = 0;
        if (!count(corners, 2) || corners < 3 || !places(line, corners, last)) return false;
        line.push_back(line.front());
        return true;
    }
    bool empty() const { return rest_.empty(); }

private:
    std::string_view rest_;
};

bool read_polygon(Reader& reader, Polygon& polygon, Place& last)
{
    std::uint64_t rings = 0;
    if (!reader.count(rings, 7) || rings == 0) return false;
    if (!reader.ring(polygon.outer, last)) return false;
    polygon.holes.resize(rings - 1);
    return std::all_of(polygon.holes.begin(), polygon.holes.end(), [&](Line& hole) { return reader.ring(hole, last); });
}

}  // namespace

bool contains(Polygon const& polygon, Place place)
{
    if (polygon.outer.empty() || !ring_contains(polygon.outer, place)) return false;
    return std::none_of(polygon.holes.begin(), polygon.holes.end(),
                        [&](Line const& hole) { return ring_contains(hole, place); });
}

bool contains(Polygons const& polygons, Place place)
{
    return std::any_of(polygons.begin(), polygons.end(),
                       [&](Polygon const& polygon) { return contains(polygon, place); });
}

Bounds bounds_of(Polygons const& polygons)
{
    Bounds box;
    for (Polygon const& polygon : polygons)
        for (Place const place : polygon.outer) box.add(place);
    return box;
}

std::int64_t area_m2(Polygons const& polygons)
{
    std::int64_t sum = 0;
    for (Polygon const& polygon : polygons) sum += polygon_m2(polygon);
    return sum;
}

Place label_place(Polygons const& polygons)
{
    Polygon const* largest = nullptr;
    std::int64_t area = -1;
    for (Polygon const& polygon : polygons)
        if (!polygon.outer.empty() && polygon_m2(polygon) > area) largest = &polygon, area = polygon_m2(polygon);
    if (largest == nullptr) return {};
    Place const centre = centre_of_mass(largest->outer);
    return contains(*largest, centre) ? centre : widest_middle(*largest, centre.lat_e7);
}

std::string pack_line(Line const& line)
{
    std::string out;
    Place last;
    put(out, line.size());
    for (Place const place : line) put_place(out, place, last);
    return out;
}

Result<Line> unpack_line(std::string_view bytes)
{
    Reader reader{bytes};
    Line line;
    Place last;
    std::uint64_t places = 0;
    bool const sound = reader.count(places, 2) && reader.places(line, places, last) && reader.empty();
    if (!sound) return Problem{"the line is damaged"};
    return line;
}

std::string pack_polygons(Polygons const& polygons)
{
    std::string out;
    Place last;
    put(out, polygons.size());
    for (Polygon const& polygon : polygons) {
        put(out, polygon.holes.size() + 1);
        put_ring(out, polygon.outer, last);
        for (Line const& hole : polygon.holes) put_ring(out, hole, last);
    }
    return out;
}

Result<Polygons> unpack_polygons(std::string_view bytes)
{
    Problem const broken{"the outline is damaged"};
    Reader reader{bytes};
    std::uint64_t count = 0;
    if (!reader.count(count, 8)) return broken;
    Polygons polygons(count);
    Place last;
    for (Polygon& polygon : polygons)
        if (!read_polygon(reader, polygon, last)) return broken;
    if (!reader.empty()) return broken;
    return polygons;
}

}  // namespace cresset::maps
