#include "core/feeds/fix_filter.h"

#include <algorithm>

namespace cresset::feeds {

bool FixFilter::reachable(Point const& from, Point const& to) const
{
    Duration const apart = to.at < from.at ? from.at - to.at : to.at - from.at;
    std::int64_t const step_ms = std::max(apart, limits_.shortest_step).count();
    std::int64_t const way_mm = distance_mm(from.place, to.place);
    // Divided rather than multiplied: a step may be years long.
    return way_mm * 1000 / step_ms <= limits_.fastest_mm_s;
}

/// A receiver whose last good fix was itself wrong would be doubted for long. Fixes in a row that agree with each other
/// are believed in the end.
Verdict FixFilter::doubt(Track& track, Point const& point) const
{
    bool const agrees = track.doubted && point.at > track.doubted->at && reachable(*track.doubted, point);
    track.doubted_count = agrees ? track.doubted_count + 1 : 1;
    track.doubted = point;
    if (track.doubted_count < limits_.agreeing) return Verdict::doubtful;
    track = Track{point, {}, 0, track.says_time};
    return Verdict::accepted;
}

Verdict FixFilter::judge(std::string_view device, Instant observed_at, Place place, Instant received_at, bool says_time)
{
    if (observed_at > received_at + limits_.clock_ahead) return Verdict::doubtful;
    Track& track = tracks_.at_or_new(std::string{device});
    Point const point{observed_at, place};
    if (track.good && observed_at == track.good->at) return Verdict::duplicate;
    if (track.doubted && observed_at == track.doubted->at) return Verdict::duplicate;
    if (track.good && observed_at < track.good->at) return Verdict::late;
    if (!says_time && track.says_time) return Verdict::doubtful;
    if (says_time && !track.says_time) track = Track{track.good, {}, 0, true};
    bool const likely = track.good ? reachable(*track.good, point) : says_time;
    if (!likely) return doubt(track, point);
    track = Track{point, {}, 0, says_time};
    return Verdict::accepted;
}

std::optional<Place> FixFilter::last_place(std::string_view device) const
{
    Track const* track = tracks_.find(std::string{device});
    if (track == nullptr || !track->good) return {};
    return track->good->place;
}

void count(Counters& counters, Verdict verdict)
{
    ++counters.readings;
    switch (verdict) {
        case Verdict::accepted: ++counters.accepted; return;
        case Verdict::duplicate: ++counters.duplicate; return;
        case Verdict::late: ++counters.late; return;
        case Verdict::doubtful: ++counters.doubtful; return;
    }
}

}  // namespace cresset::feeds
