#pragma once
/// All fences of a room, and what units do with them. A unit's way between two fixes decides, not the fix: what it
/// passed through it entered and left, each at its time. A receiver that wanders at an edge says nothing: the unit is
/// on another side once it is farther from the edge than its fix may be wrong (and a tenth and a metre more), or once
/// it passed right through.
///
/// Not for several threads at once.

#include "core/facts/fence.h"
#include "core/facts/fix.h"
#include "core/rules/fence_search.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <queue>
#include <utility>
#include <vector>

namespace cresset {

/// Whoever uses them counts fences and units from 0, without great gaps.
using FenceNumber = std::uint32_t;
using UnitNumber = std::uint32_t;
inline constexpr FenceNumber no_fence = UINT32_MAX;

struct FenceLimits {
    std::int64_t usual_accuracy_m = 10;     // of a fix that does not say how exact it is
    std::int64_t fastest_cm_s = 7000;       // what moves faster was not there: 250 km/h
    std::int64_t speed_again_percent = 10;  // beyond the limit it must have been before it is told again
    Duration patience{30'000};  // so long the clock waits for a fix that may say that a unit had left in time
};

struct FenceHappening {
    UnitNumber unit = 0;
    FenceNumber fence = no_fence;  // of a doubtful fix that meets none
    FenceEvent what = FenceEvent::enter;
    Instant at{};
    bool to_left = false;  // of a line that was crossed
    friend bool operator==(FenceHappening const&, FenceHappening const&) = default;
};

class Fences {
public:
    explicit Fences(FenceLimits limits = {});
    Fences(FenceLimits limits, std::unique_ptr<FenceSearch> search);

    /// Draws it, or draws it anew; the shape must be without fault, and none that moves. Who is inside already is known
    /// to be, without having entered. It counts from `now` on.
    void set(FenceNumber fence, FenceShape const& shape, FenceWatch const& watch, Instant now);
    /// A circle that moves with a unit; for all others. Where the carrier was seen last, there it is.
    void set_around(FenceNumber fence, UnitNumber carrier, std::uint32_t radius_mm, FenceWatch const& watch,
                    Instant now);
    void remove(FenceNumber fence);
    /// Forgets where the unit was.
    void forget(UnitNumber unit);

    /// What follows from the unit's next fix. One that is not newer than the last changes nothing.
    void fix(UnitNumber unit, Fix const& fix, std::vector<FenceHappening>& happened);
    /// What the clock brings about, for units that send no fix: those that stayed inside, or away, too long.
    void tick(Instant now, std::vector<FenceHappening>& happened);

    /// What was told of the unit in an earlier life: that it was inside since then, or outside. Where its last fix says
    /// otherwise, the next one settles it. Nothing for lines and units without a fix.
    void recall(UnitNumber unit, FenceNumber fence, bool inside, Instant since);
    bool has_fix(UnitNumber unit) const { return unit < tracks_.size() && tracks_[unit].seen; }
    /// Those that the unit is known to be inside of, with the time since when.
    std::vector<std::pair<FenceNumber, Instant>> around(UnitNumber unit) const;
    /// True if the unit is known to be inside.
    bool inside(UnitNumber unit, FenceNumber fence) const;
    std::size_t memory_bytes() const;

private:
    struct Guarded {
        bool used = false;
        std::vector<PartNumber> parts;
        FenceWatch watch;
        std::optional<UnitNumber> carrier;  // it moves with that
        FenceCircle around{};               // where that was seen last
    };
    /// What nearly every step asks of a fence, small enough that those of a whole city stay at hand.
    struct Glance {
        std::int64_t depth_mm = 0;
        PartNumber only = 0;  // its part, where it has one
        bool is_line = false, has_one_part = false, moves = false;
        bool enter = false, leave = false, dwell = false, absent = false;  // watched for
    };
    static Glance glance_at(FenceWatch const& watch);
    /// A unit and a fence that have to do with each other.
    struct Case {
        FenceNumber fence = 0;
        std::uint16_t parts = 0;   // it is inside of so many, by its last fix
        bool inside : 1 = false;   // as it was told
        bool pending : 1 = false;  // the last fix lies on the other side, but may be wrong
        bool speeding : 1 = false;
        bool told_long : 1 = false;  // that it stays for too long
        bool is_line : 1 = false;
        bool to_left : 1 = false;  // how the edge was crossed
        Instant crossed_at{};      // while pending: when
        Instant since{};           // what was told
    };
    struct Track {
        bool seen = false;
        std::uint32_t pending = 0;  // so many cases are
        Fix last;
        std::optional<Fix> doubt;
        FenceSearch::Hint hint;
        std::vector<PartNumber> inside;  // sorted
        std::vector<Case> cases;         // sorted by fence
    };
    struct Hit {
        FenceNumber fence;
        PartNumber part;
        StretchPart at;
        FencePiece const* piece;
        bool to_left;
    };
    /// A change of side on a stretch.
    struct Turn {
        StretchPart at;
        bool to_left;
        FencePiece const* piece;  // that was crossed; null where the fence moves
    };
    struct Deadline {
        Instant due;
        UnitNumber unit;
        FenceNumber fence;
        Instant since;
        friend bool operator>(Deadline const& a, Deadline const& b) { return a.due > b.due; }
    };
    struct Step;

    std::int64_t band_mm(Fix const& fix) const;
    std::int64_t safe_mm(Fix const& fix) const;
    void count_watches(FenceWatch const& watch, int by);
    void forget_cases(FenceNumber fence);
    bool is_jump(Fix const& from, Fix const& to) const;
    void find_again(UnitNumber unit, FenceNumber fence, Instant now);
    void begin(UnitNumber unit, Track& track, Fix const& fix);
    void doubt(UnitNumber unit, Track& track, Fix const& fix, std::vector<FenceHappening>& happened);
    void relocate(UnitNumber unit, Track& track, Fix const& fix, std::vector<FenceHappening>& happened);
    std::vector<PartNumber> parts_at(Place place) const;
    void find_hits(Track& track, Stretch const& stretch);
    void fetch_glances(Track const& track) const;
    void add_hit(FencePiece const& piece, Stretch const& stretch, bool may_come_twice);
    void add_hit(FencePiece const& piece, StretchPart at, bool to_left, bool may_come_twice);
    void apply(Step& step, std::size_t first, std::size_t end);
    // fences_around.cpp
    bool is_there(Guarded const& fence) const;
    bool reaches(FenceNumber fence, UnitNumber unit, Place place) const;
    void begin_around(UnitNumber unit, Track& track);
    void step_around(Step& step);
    void carry(FenceNumber fence, Step const& carrier);
    void meet(FenceNumber fence, Step& step);
    void jump_around(UnitNumber carrier, Instant at, std::vector<FenceHappening>& happened);
    void settle(Step& step, Case& one);
    void settle_pending(Step& step);
    void set_pending(Step& step, Case& one, bool pending);
    void check_speed(Step& step);
    void check_long(Step& step);
    bool is_clear(Place place, std::int64_t band, FenceNumber fence, bool inside, FenceSearch::Hint const& hint,
                  FencePiece const* crossed = nullptr) const;
    Surroundings const& around_place(Place place, std::int64_t distance_mm) const;
    bool is_farther(Place place, std::int64_t distance_mm, PartNumber part, FenceSearch::Hint const& hint) const;
    void turn(Step& step, Case& one, Instant at, bool to_left);
    std::optional<Instant> long_at(Case const& one) const;
    void tell_long(UnitNumber unit, Case& one, Instant until, std::vector<FenceHappening>& happened) const;
    void stay(UnitNumber unit, Case& one, bool inside, Instant since);
    Case& case_of(Track& track, FenceNumber fence) const;
    void tidy(Track& track) const;

    FenceLimits limits_;
    std::vector<Guarded> fences_;
    std::vector<Glance> glances_;  // of each
    // Of each part; apart, for memory that is not near is what a step waits for.
    std::vector<FencePart> parts_;
    std::vector<FenceNumber> fence_of_;
    std::vector<FenceBox> boxes_;
    std::vector<PartNumber> free_parts_;
    std::unique_ptr<FenceSearch> search_;
    std::vector<FenceSearch::Pieces> looked_at_;
    // What lies near a place, within one step.
    mutable std::vector<FenceSearch::Pieces> near_;
    mutable bool near_looked_ = false, near_found_ = false;
    mutable Place near_place_;
    mutable std::int64_t near_mm_ = -1;
    mutable Surroundings near_around_{Place{}, 0};
    std::vector<Track> tracks_;
    std::vector<FenceNumber> moving_;
    int with_speed_ = 0, with_long_ = 0;  // so many fences watch that
    std::priority_queue<Deadline, std::vector<Deadline>, std::greater<>> deadlines_;
    std::vector<Hit> hits_;
    std::vector<Turn> turns_;
};

}  // namespace cresset
