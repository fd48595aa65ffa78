#pragma once
/// The shifted positions of public maps in China, there and back.
///
/// GCJ-02 adds to a WGS-84 position a sum of sines, up to about 700 m; its makers never published it. What stands here
/// is the formula that has been public since the "eviltransform" of 2013 (github.com/googollee/eviltransform, and with
/// the same constants in npm's gcoord and coordtransform): offsets in metres on the ellipsoid of Krasovsky 1940
/// (a = 6378245 m, e^2 = 0.00669342162296594323), turned into degrees at the latitude at hand. BD-09 is GCJ-02 with a
/// second shift in polar form, as Baidu's own description of its conversions has it (x_pi = pi * 3000 / 180).
///
/// Outside of a rectangle round China (72.004..137.8347 east, 0.8293..55.8271 north), where those maps shift nothing,
/// GCJ-02 is WGS-84.

#include "core/base/datum.h"

namespace cresset::maps {

/// Degrees; any numbers that are finite.
struct LonLat {
    double lon = 0;
    double lat = 0;
    friend bool operator==(LonLat const&, LonLat const&) = default;
};

bool gcj02_shifts(LonLat wgs84);

LonLat wgs84_to_gcj02(LonLat wgs84);
LonLat gcj02_to_bd09(LonLat gcj02);
LonLat wgs84_to_bd09(LonLat wgs84);

/// Backwards by iteration, until the forward way agrees within 1e-10 degree (10 micrometres).
LonLat gcj02_to_wgs84(LonLat gcj02);
LonLat bd09_to_gcj02(LonLat bd09);
LonLat bd09_to_wgs84(LonLat bd09);
/// Out of the datum that a person named.
LonLat to_wgs84(Datum datum, LonLat at);

}  // namespace cresset::maps
