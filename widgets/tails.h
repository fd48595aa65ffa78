#pragma once
/// Where units have been lately: remembered from picture to picture, as far back as a tail is drawn.

#include "core/base/time.h"
#include "widgets/marks.h"

#include <cstdint>
#include <deque>
#include <unordered_map>
#include <vector>

namespace cresset::widgets {

class Tails {
public:
    static constexpr std::size_t longest = 120;      ///< places
    static constexpr std::int64_t step_mm = 15'000;  ///< a unit that moved less stands still
    static constexpr Duration usually{10 * 60'000};

    /// How far back it is remembered.
    void setReach(Duration reach) { reach_ = reach; }
    /// Remembers where the units are now. A clock that went back (another moment of a journal) forgets all.
    void take(std::vector<UnitMark> const& marks, Instant now);
    /// Oldest first, where the unit is now last; empty for one that has not moved.
    std::vector<Place> of(UnitMark const& mark) const;

private:
    struct Point {
        Place place;
        Instant at;
    };
    std::unordered_map<std::uint64_t, std::deque<Point>> units_;
    Instant last_{};
    Duration reach_ = usually;
};

}  // namespace cresset::widgets
