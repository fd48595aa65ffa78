/// Fences that move with a unit. What counts is where the others are as seen from it, so both its fixes and theirs are
/// steps: when it moves, the others move the other way.
#include "core/base/check.h"
#include "core/base/plane.h"
#include "core/rules/fence_step.h"

#include <algorithm>

namespace cresset {

namespace {

/// Moved by as much as from one place to another.
Place shifted(Place place, Place from, Place to)
{
    std::int64_t lon = place.lon_e7 + lon_difference(from, to);
    if (lon >= half_turn_e7) lon -= turn_e7;
    if (lon < -half_turn_e7) lon += turn_e7;
    std::int64_t const lat = std::int64_t{place.lat_e7} + to.lat_e7 - from.lat_e7;
    return {static_cast<std::int32_t>(std::clamp<std::int64_t>(lat, -900'000'000, 900'000'000)),
            static_cast<std::int32_t>(lon)};
}

}  // namespace

void Fences::set_around(FenceNumber number, UnitNumber carrier, std::uint32_t radius_mm, FenceWatch const& watch,
                        Instant now)
{
    CRESSET_CHECK(radius_mm > 0 && radius_mm <= widest_fence_mm);
    if (number < fences_.size() && fences_[number].used) remove(number);
    if (number >= fences_.size()) fences_.resize(number + 1), glances_.resize(number + 1);
    if (carrier >= tracks_.size()) tracks_.resize(carrier + 1);
    Guarded& fence = fences_[number];
    fence.used = true;
    fence.watch = watch;
    Glance& glance = glances_[number] = glance_at(watch);
    glance.depth_mm = radius_mm;
    glance.moves = true;
    fence.carrier = carrier;
    fence.around = fence_circle(tracks_[carrier].last.place, radius_mm);
    count_watches(watch, 1);
    moving_.push_back(number);
    for (UnitNumber unit = 0; unit < tracks_.size(); ++unit) {
        Track& track = tracks_[unit];
        bool const inside = track.seen && reaches(number, unit, track.last.place);
        if (!inside && !(track.seen && unit != carrier && watch.absent_s)) continue;
        Case& one = case_of(track, number);
        one.parts = inside ? 1 : 0;
        stay(unit, one, inside, std::max(now, track.last.at));
    }
}

bool Fences::is_there(Guarded const& fence) const
{
    return fence.carrier && tracks_[*fence.carrier].seen;
}

bool Fences::reaches(FenceNumber number, UnitNumber unit, Place place) const
{
    Guarded const& fence = fences_[number];
    return is_there(fence) && fence.carrier != unit && fence.around.contains(place);
}

/// A unit that is seen for the first time: those near it are near it without having come.
void Fences::begin_around(UnitNumber unit, Track& track)
{
    for (FenceNumber const number : moving_) {
        Guarded& fence = fences_[number];
        if (fence.carrier != unit) {
            if (reaches(number, unit, track.last.place)) case_of(track, number).parts = 1;
            continue;
        }
        fence.around = fence_circle(track.last.place, fence.around.radius_mm);
        for (UnitNumber other = 0; other < tracks_.size(); ++other) {
            if (!tracks_[other].seen || !reaches(number, other, tracks_[other].last.place)) continue;
            Case& one = case_of(tracks_[other], number);
            one.parts = 1;
            stay(other, one, true, track.last.at);
        }
    }
}

void Fences::step_around(Step& step)
{
    for (FenceNumber const number : moving_)
        if (fences_[number].carrier == step.unit)
            carry(number, step);
        else if (is_there(fences_[number]))
            meet(number, step);
}

/// To the others it is as if they had moved.
void Fences::carry(FenceNumber number, Step const& carrier)
{
    Guarded& fence = fences_[number];
    fence.around = fence_circle(carrier.to.place, fence.around.radius_mm);
    for (UnitNumber unit = 0; unit < tracks_.size(); ++unit) {
        Track& track = tracks_[unit];
        if (!track.seen || unit == carrier.unit) continue;
        Fix from = track.last, to = track.last;
        from.place = shifted(track.last.place, carrier.from.place, carrier.to.place);
        from.at = carrier.from.at, to.at = carrier.to.at;
        Step step{unit, track, from, to, carrier.happened};
        meet(number, step);
    }
}

void Fences::meet(FenceNumber number, Step& step)
{
    Guarded const& fence = fences_[number];
    auto const known = std::ranges::lower_bound(step.track.cases, number, {}, &Case::fence);
    bool const was_known = known != step.track.cases.end() && known->fence == number;
    bool const was_inside = was_known && known->parts > 0;
    auto const met = crossings(step.stretch(), fence.around);
    bool const is_inside = fence.around.contains(step.to.place);
    turns_.clear();
    if (was_inside != is_inside) {
        auto const last = met.parts[static_cast<std::size_t>(std::max(met.count - 1, 0))];
        turns_.push_back({met.count == 0 ? stretch_whole : is_inside ? met.parts[0] : last, false, nullptr});
    } else if (met.count == 2 && !was_inside) {
        turns_.push_back({met.parts[0], false, nullptr});
        turns_.push_back({met.parts[1], false, nullptr});
    }
    if (turns_.empty() && !(was_known && known->pending)) return;
    Case& one = case_of(step.track, number);
    one.parts = is_inside ? 1 : 0;
    if (!turns_.empty())
        settle(step, one);
    else if (is_clear(step.to.place, safe_mm(step.to), number, !one.inside, step.track.hint))
        set_pending(step, one, false), turn(step, one, one.crossed_at, false);
    if (turns_.empty()) return;
    tidy(step.track);
}

/// The carrier is elsewhere, and how it came there nobody knows.
void Fences::jump_around(UnitNumber carrier, Instant at, std::vector<FenceHappening>& happened)
{
    for (FenceNumber const number : moving_) {
        Guarded& fence = fences_[number];
        if (fence.carrier != carrier) continue;
        fence.around = fence_circle(tracks_[carrier].last.place, fence.around.radius_mm);
        for (UnitNumber unit = 0; unit < tracks_.size(); ++unit) {
            Track& track = tracks_[unit];
            bool const inside = track.seen && reaches(number, unit, track.last.place);
            auto const known = std::ranges::find(track.cases, number, &Case::fence);
            if (!inside && known == track.cases.end()) continue;
            Case& one = case_of(track, number);
            one.parts = inside ? 1 : 0;
            Step step{unit, track, track.last, track.last, happened};
            set_pending(step, one, false);
            if (one.inside != inside) turn(step, one, at, false);
            tidy(track);
        }
    }
}

}  // namespace cresset
