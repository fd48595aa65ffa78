#pragma once
/// Sorts the fixes of many devices, so that late, doubled and impossible ones change nothing twice. A pure state
/// machine: the time of receipt is given, and the same fixes in the same order are judged the same.

#include "core/base/geo.h"
#include "core/base/table.h"
#include "core/base/time.h"
#include "core/feeds/counters.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cresset::feeds {

enum class Verdict : std::uint8_t {
    accepted,
    duplicate,  // the device said something at that instant already
    late,       // older than what is known
    doubtful,   // nothing on a road is that fast, its clock is ahead, or it says no time
};

struct FixFilterLimits {
    std::int64_t fastest_mm_s = 90'000;   // 324 km/h
    Duration clock_ahead{5 * 60 * 1000};  // how far a device's clock may be ahead of ours
    Duration shortest_step{1000};         // quicker fixes are judged as this far apart: places jitter by metres
    int agreeing = 3;                     // so many doubtful fixes in a row that agree are believed after all
};

class FixFilter {
public:
    explicit FixFilter(FixFilterLimits limits = {}) : limits_{limits} {}

    /// `says_time`: false if observed_at is only when it was received. Such a fix is believed once some in a row agree,
    /// and never of a device that has said a time: the two clocks may be years apart.
    Verdict judge(std::string_view device, Instant observed_at, Place place, Instant received_at,
                  bool says_time = true);
    /// The last good fix of a device; nothing if there was none.
    std::optional<Place> last_place(std::string_view device) const;

private:
    struct Point {
        Instant at;
        Place place;
    };
    struct Track {
        std::optional<Point> good;
        std::optional<Point> doubted;  // the newest of a row of doubtful fixes that agree with each other
        int doubted_count = 0;
        bool says_time = false;
    };
    bool reachable(Point const& from, Point const& to) const;
    Verdict doubt(Track& track, Point const& point) const;

    FixFilterLimits limits_;
    Table<std::string, Track> tracks_;
};

/// Adds a verdict to the counters of its feed.
void count(Counters& counters, Verdict verdict);

}  // namespace cresset::feeds
