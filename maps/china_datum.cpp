#include "maps/china_datum.h"

#include <cmath>
#include <numbers>

namespace cresset::maps {
namespace {

constexpr double pi = std::numbers::pi;
constexpr double axis_m = 6378245.0;  // Krasovsky 1940
constexpr double eccentricity_2 = 0.00669342162296594323;
constexpr double baidu_pi = pi * 3000.0 / 180.0;

double wave(double x, double period, double height)
{
    return height * std::sin(x / period * pi);
}

/// Two thirds of the sum of its waves: the part that both offsets have in common, and those of one coordinate.
double common(double x)
{
    return (20.0 * std::sin(6.0 * x * pi) + 20.0 * std::sin(2.0 * x * pi)) * 2.0 / 3.0;
}

double north_m(double x, double y)
{
    double const plain = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * std::sqrt(std::abs(x));
    return plain + common(x) + (wave(y, 1, 20) + wave(y, 3, 40)) * 2.0 / 3.0 +
           (wave(y, 12, 160) + wave(y, 30, 320)) * 2.0 / 3.0;
}

double east_m(double x, double y)
{
    double const plain = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * std::sqrt(std::abs(x));
    return plain + common(x) + (wave(x, 1, 20) + wave(x, 3, 40)) * 2.0 / 3.0 +
           (wave(x, 12, 150) + wave(x, 30, 300)) * 2.0 / 3.0;
}

/// What GCJ-02 adds there, in degrees.
LonLat shift(LonLat at)
{
    double const x = at.lon - 105.0, y = at.lat - 35.0, lat = at.lat / 180.0 * pi;
    double const flat = 1 - eccentricity_2 * std::sin(lat) * std::sin(lat), root = std::sqrt(flat);
    double const degree_north = axis_m * (1 - eccentricity_2) / (flat * root) * pi / 180.0;
    double const degree_east = axis_m / root * std::cos(lat) * pi / 180.0;
    return {east_m(x, y) / degree_east, north_m(x, y) / degree_north};
}

/// The place that `forward` takes to `to`. The shifts change by less than a hundredth of the way, so that every step
/// leaves at most a hundredth of the error.
template <typename Forward>
LonLat backwards(LonLat to, Forward const& forward)
{
    constexpr double enough = 1e-10;
    LonLat at = to;
    for (int step = 0; step < 30; ++step) {
        LonLat const there = forward(at);
        double const east = to.lon - there.lon, north = to.lat - there.lat;
        at = {at.lon + east, at.lat + north};
        if (std::abs(east) < enough && std::abs(north) < enough) break;
    }
    return at;
}

}  // namespace

bool gcj02_shifts(LonLat wgs84)
{
    return wgs84.lon >= 72.004 && wgs84.lon <= 137.8347 && wgs84.lat >= 0.8293 && wgs84.lat <= 55.8271;
}

LonLat wgs84_to_gcj02(LonLat wgs84)
{
    if (!gcj02_shifts(wgs84)) return wgs84;
    LonLat const by = shift(wgs84);
    return {wgs84.lon + by.lon, wgs84.lat + by.lat};
}

LonLat gcj02_to_bd09(LonLat gcj02)
{
    double const x = gcj02.lon, y = gcj02.lat;
    double const away = std::sqrt(x * x + y * y) + 0.00002 * std::sin(y * baidu_pi);
    double const angle = std::atan2(y, x) + 0.000003 * std::cos(x * baidu_pi);
    return {away * std::cos(angle) + 0.0065, away * std::sin(angle) + 0.006};
}

LonLat wgs84_to_bd09(LonLat wgs84)
{
    return gcj02_to_bd09(wgs84_to_gcj02(wgs84));
}

LonLat gcj02_to_wgs84(LonLat gcj02)
{
    if (!gcj02_shifts(gcj02)) return gcj02;
    return backwards(gcj02, [](LonLat at) {
        LonLat const by = shift(at);
        return LonLat{at.lon + by.lon, at.lat + by.lat};
    });
}

LonLat bd09_to_gcj02(LonLat bd09)
{
    return backwards(bd09, gcj02_to_bd09);
}

LonLat bd09_to_wgs84(LonLat bd09)
{
    return gcj02_to_wgs84(bd09_to_gcj02(bd09));
}

LonLat to_wgs84(Datum datum, LonLat at)
{
    switch (datum) {
        case Datum::gcj02: return gcj02_to_wgs84(at);
        case Datum::bd09: return bd09_to_wgs84(at);
        case Datum::wgs84: break;
    }
    return at;
}

}  // namespace cresset::maps
