#include "core/facts/way.h"

#include <algorithm>

namespace cresset {

WayPoint point_on(Way const& way, Instant at)
{
    WayPoint here;
    if (way.line.empty()) return here;
    std::size_t const points = std::min(way.line.size(), way.at_ms.size());
    std::int64_t const since = (at - way.leaves_at).count();
    here.place = way.line.front();
    auto const course_at_start = [&] { return points >= 2 ? bearing_deg(way.line[0], way.line[1]) : 0; };
    if (since < 0) return here.course_deg = course_at_start(), here;
    auto const next =
        std::upper_bound(way.at_ms.begin(), way.at_ms.begin() + static_cast<std::ptrdiff_t>(points), since,
                         [](std::int64_t t, std::uint32_t reached) { return t < std::int64_t{reached}; });
    auto const i = static_cast<std::size_t>(next - way.at_ms.begin());
    if (i >= points) {
        here.place = way.line.back();
        if (points >= 2) here.course_deg = bearing_deg(way.line[points - 2], way.line[points - 1]);
        here.arrived = true;
        return here;
    }
    if (i == 0) return here.course_deg = course_at_start(), here;
    std::int64_t const leg = std::int64_t{way.at_ms[i]} - way.at_ms[i - 1];
    here.place = between(way.line[i - 1], way.line[i], since - way.at_ms[i - 1], leg);
    here.course_deg = bearing_deg(way.line[i - 1], way.line[i]);
    here.speed_mm_s = distance_mm(way.line[i - 1], way.line[i]) * 1000 / leg;
    return here;
}

}  // namespace cresset
