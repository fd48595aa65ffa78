#include "core/rules/fences.h"

#include "core/base/check.h"
#include "core/base/fetch_ahead.h"
#include "core/base/plane.h"
#include "core/rules/fence_grid.h"
#include "core/rules/fence_step.h"

#include <algorithm>
#include <span>
#include <utility>

namespace cresset {

namespace {

bool watches_speed(FenceWatch const& watch)
{
    return watch.above_cm_s || watch.below_cm_s;
}

bool watches_long(FenceWatch const& watch)
{
    return watch.dwell_s || watch.absent_s;
}

/// Beyond the limit by that share, on its good side.
bool is_well_again(std::int64_t speed, FenceWatch const& watch, std::int64_t percent)
{
    bool const slow_enough = !watch.above_cm_s || speed * 100 < *watch.above_cm_s * (100 - percent);
    bool const fast_enough = !watch.below_cm_s || speed * 100 > *watch.below_cm_s * (100 + percent);
    return slow_enough && fast_enough;
}

bool breaks(std::int64_t speed, FenceWatch const& watch)
{
    return (watch.above_cm_s && speed > *watch.above_cm_s) || (watch.below_cm_s && speed < *watch.below_cm_s);
}

}  // namespace

Fences::Fences(FenceLimits limits) : Fences{limits, std::make_unique<FenceGrid>()} {}

Fences::Fences(FenceLimits limits, std::unique_ptr<FenceSearch> search) : limits_{limits}, search_{std::move(search)} {}

// --- drawing ---

void Fences::count_watches(FenceWatch const& watch, int by)
{
    if (watches_speed(watch)) with_speed_ += by;
    if (watches_long(watch)) with_long_ += by;
}

Fences::Glance Fences::glance_at(FenceWatch const& watch)
{
    Glance glance;
    glance.enter = watch.enter;
    glance.leave = watch.leave;
    glance.dwell = watch.dwell_s.has_value();
    glance.absent = watch.absent_s.has_value();
    return glance;
}

void Fences::set(FenceNumber number, FenceShape const& shape, FenceWatch const& watch, Instant now)
{
    CRESSET_CHECK(!fault_of(shape) && shape.kind != FenceKind::around_unit);
    if (number < fences_.size() && fences_[number].used) remove(number);
    if (number >= fences_.size()) fences_.resize(number + 1), glances_.resize(number + 1);
    Guarded& fence = fences_[number];
    auto const parts = parts_of(shape);
    count_watches(watch, 1);
    fence.used = true;
    fence.watch = watch;
    for (FencePart const& part : parts) {
        PartNumber place = static_cast<PartNumber>(parts_.size());
        if (free_parts_.empty())
            parts_.emplace_back(), fence_of_.emplace_back(), boxes_.emplace_back();
        else
            place = free_parts_.back(), free_parts_.pop_back();
        parts_[place] = part;
        fence_of_[place] = number;
        boxes_[place] = box_of(part);
        search_->add(place, part);
        fence.parts.push_back(place);
    }
    Glance& glance = glances_[number] = glance_at(watch);
    glance.is_line = shape.kind == FenceKind::line;
    glance.depth_mm = depth_mm(parts);
    glance.only = fence.parts.front();
    glance.has_one_part = fence.parts.size() == 1;
    for (UnitNumber unit = 0; unit < tracks_.size(); ++unit)
        if (tracks_[unit].seen) find_again(unit, number, now);
}

/// Whether the unit is inside of a fence that is new.
void Fences::find_again(UnitNumber unit, FenceNumber number, Instant now)
{
    Track& track = tracks_[unit];
    std::uint16_t inside = 0;
    for (PartNumber const part : fences_[number].parts) {
        if (!boxes_[part].contains(track.last.place) || !parts_[part].contains(track.last.place)) continue;
        track.inside.insert(std::ranges::lower_bound(track.inside, part), part);
        ++inside;
    }
    if (inside == 0 && !glances_[number].absent) return;
    Case& one = case_of(track, number);
    one.parts = inside;
    stay(unit, one, inside > 0, std::max(now, track.last.at));
}

void Fences::remove(FenceNumber number)
{
    if (number >= fences_.size() || !fences_[number].used) return;
    Guarded& fence = fences_[number];
    count_watches(fence.watch, -1);
    forget_cases(number);
    for (PartNumber const part : fence.parts) {
        search_->remove(part, parts_[part]);
        parts_[part] = {};
        fence_of_[part] = no_fence;
        free_parts_.push_back(part);
    }
    fence = {};
    glances_[number] = {};
    std::erase(moving_, number);
}

void Fences::forget_cases(FenceNumber number)
{
    for (Track& track : tracks_) {
        std::erase_if(track.inside, [&](PartNumber part) { return fence_of_[part] == number; });
        for (Case const& one : track.cases)
            if (one.fence == number && one.pending) --track.pending;
        std::erase_if(track.cases, [&](Case const& one) { return one.fence == number; });
    }
}

void Fences::forget(UnitNumber unit)
{
    if (unit >= tracks_.size()) return;
    tracks_[unit] = {};
    for (FenceNumber const number : moving_)
        if (fences_[number].carrier == unit) forget_cases(number);
}

// --- a fix ---

void Fences::fix(UnitNumber unit, Fix const& fix, std::vector<FenceHappening>& happened)
{
    if (unit >= tracks_.size()) tracks_.resize(unit + 1);
    Track& track = tracks_[unit];
    if (!track.seen) return begin(unit, track, fix);
    if (fix.at <= track.last.at || (track.doubt && fix.at <= track.doubt->at)) return;
    if (fix.place != track.last.place && is_jump(track.last, fix)) return doubt(unit, track, fix, happened);
    track.doubt.reset();
    near_mm_ = -1;
    fetch_ahead(std::span<Case const>{track.cases});
    fetch_ahead(track.inside.data());
    Fix const last = std::exchange(track.last, fix);
    Step step{unit, track, last, fix, happened};
    find_hits(track, step.stretch());
    if (track.pending > 0) fetch_glances(track);
    if (!hits_.empty()) {
        std::ranges::sort(hits_, {}, [](Hit const& hit) { return std::tuple{hit.fence, hit.at, hit.part}; });
        for (std::size_t first = 0, end = 0; first < hits_.size(); first = end) {
            while (end < hits_.size() && hits_[end].fence == hits_[first].fence) ++end;
            apply(step, first, end);
        }
    }
    if (!moving_.empty()) step_around(step);
    if (track.pending > 0) settle_pending(step);
    if (with_speed_ > 0) check_speed(step);
    if (with_long_ > 0) check_long(step);
    if (!hits_.empty() || track.pending > 0) tidy(track);
}

void Fences::find_hits(Track& track, Stretch const& stretch)
{
    hits_.clear();
    bool const twice = search_->look(stretch, track.hint, looked_at_);
    for (auto const pieces : looked_at_) fetch_ahead(pieces);
    PassingBy const passing{stretch};
    for (auto const pieces : looked_at_)
        for (FencePiece const& piece : pieces)
            if (!(piece.is_circle() ? passing.misses(piece.circle()) : passing.misses(piece.edge())))
                add_hit(piece, stretch, twice);
}

/// Of the cases that settle_pending() will look at.
void Fences::fetch_glances(Track const& track) const
{
    for (Case const& one : track.cases)
        if (one.pending) fetch_ahead(&glances_[one.fence]);
}

void Fences::add_hit(FencePiece const& piece, Stretch const& stretch, bool twice)
{
    if (piece.is_circle()) {
        auto const met = crossings(stretch, piece.circle());
        for (int i = 0; i < met.count; ++i) add_hit(piece, met.parts[static_cast<std::size_t>(i)], i == 0, twice);
    } else if (auto const met = crossing(stretch, piece.edge())) {
        add_hit(piece, met->part, met->to_left, twice);
    }
}

void Fences::add_hit(FencePiece const& piece, StretchPart at, bool to_left, bool twice)
{
    PartNumber const part = piece.number();
    if (twice)  // the same piece stands in several squares
        for (Hit const& hit : hits_)
            if (hit.part == part && hit.at == at && hit.to_left == to_left && *hit.piece == piece) return;
    FenceNumber const fence = fence_of_[part];
    fetch_ahead(&glances_[fence]);
    hits_.push_back({fence, part, at, &piece, to_left});
}

/// What the stretch's hits on one fence, in their order, mean.
void Fences::apply(Step& step, std::size_t first, std::size_t end)
{
    Track& track = step.track;
    Case& one = case_of(track, hits_[first].fence);
    bool const is_line = one.is_line;
    turns_.clear();
    for (std::size_t i = first; i < end; ++i) {
        Hit const& hit = hits_[i];
        bool turned = is_line;
        if (!is_line) {
            auto const known = std::ranges::lower_bound(track.inside, hit.part);
            bool const leaves = known != track.inside.end() && *known == hit.part;
            if (leaves)
                track.inside.erase(known), turned = --one.parts == 0;
            else
                track.inside.insert(known, hit.part), turned = one.parts++ == 0;
        }
        if (turned) turns_.push_back({hit.at, hit.to_left, hit.piece});
    }
    if (!turns_.empty()) settle(step, one);
}

void Fences::set_pending(Step& step, Case& one, bool pending)
{
    if (one.pending == pending) return;
    one.pending = pending;
    step.track.pending += pending ? 1U : ~0U;
}

/// A visit to the other side is told if it ends clear of the edge, or was one where it was deepest; one that begins and
/// ends clear of the edge is told however short it was.
void Fences::settle(Step& step, Case& one)
{
    bool other = one.pending;
    Instant since = one.crossed_at;
    bool to_left = one.to_left;
    FencePiece const* crossed = nullptr;
    StretchPart began = 0;
    auto const passes = [&, was_pending = one.pending, was_inside = one.inside] {
        return !was_pending && is_clear(step.from.place, band_mm(step.from), one.fence, was_inside, step.track.hint) &&
               is_clear(step.to.place, band_mm(step.to), one.fence, one.parts > 0, step.track.hint);
    };
    for (Turn const& turned : turns_) {
        Instant const at = step.at(turned.at);
        if (!other) {
            other = true, since = at, to_left = turned.to_left, began = turned.at, crossed = turned.piece;
            continue;
        }
        Place const middle = place_at(step.stretch(), began + (turned.at - began) / 2);
        if (passes() || is_clear(middle, safe_mm(step.to), one.fence, !one.inside, step.track.hint)) {
            turn(step, one, since, to_left);
            turn(step, one, at, turned.to_left);
        }
        other = false;
    }
    if (other && is_clear(step.to.place, safe_mm(step.to), one.fence, !one.inside, step.track.hint, crossed))
        turn(step, one, since, to_left), other = false;
    set_pending(step, one, other);
    if (other) one.crossed_at = since, one.to_left = to_left;
}

void Fences::settle_pending(Step& step)
{
    for (Case& one : step.track.cases) {
        bool const just_looked_at = one.crossed_at > step.from.at;
        if (!one.pending || just_looked_at ||
            !is_clear(step.to.place, safe_mm(step.to), one.fence, !one.inside, step.track.hint))
            continue;
        set_pending(step, one, false);
        turn(step, one, one.crossed_at, one.to_left);
    }
}

/// The unit is on the other side since then.
void Fences::turn(Step& step, Case& one, Instant at, bool to_left)
{
    if (one.is_line) {
        auto const& watch = fences_[one.fence].watch;
        one.inside = !one.inside;
        bool const wanted = watch.way == CrossingWay::both || (watch.way == CrossingWay::to_left) == to_left;
        if (watch.cross && wanted) step.happened.push_back({step.unit, one.fence, FenceEvent::cross, at, to_left});
        return;
    }
    tell_long(step.unit, one, at, step.happened);
    stay(step.unit, one, !one.inside, at);
    if (one.inside ? glances_[one.fence].enter : glances_[one.fence].leave)
        step.happened.push_back({step.unit, one.fence, one.inside ? FenceEvent::enter : FenceEvent::leave, at, false});
}

// --- staying ---

void Fences::stay(UnitNumber unit, Case& one, bool inside, Instant since)
{
    one.inside = inside;
    one.since = since;
    one.speeding = one.told_long = false;
    if (auto const due = long_at(one)) deadlines_.push({*due, unit, one.fence, since});
}

std::optional<Instant> Fences::long_at(Case const& one) const
{
    Glance const& glance = glances_[one.fence];
    if (one.inside ? !glance.dwell : !glance.absent) return {};
    auto const& watch = fences_[one.fence].watch;
    auto const limit = one.inside ? watch.dwell_s : watch.absent_s;
    return limit ? std::optional{one.since + Duration{*limit * 1000}} : std::nullopt;
}

void Fences::tell_long(UnitNumber unit, Case& one, Instant until, std::vector<FenceHappening>& happened) const
{
    auto const due = long_at(one);
    if (!due || one.told_long || *due > until) return;
    one.told_long = true;
    happened.push_back({unit, one.fence, one.inside ? FenceEvent::dwell : FenceEvent::absent, *due, false});
}

void Fences::check_long(Step& step)
{
    for (Case& one : step.track.cases)
        if (!one.pending) tell_long(step.unit, one, step.to.at, step.happened);
}

void Fences::tick(Instant now, std::vector<FenceHappening>& happened)
{
    while (!deadlines_.empty() && deadlines_.top().due + limits_.patience <= now) {
        Deadline const due = deadlines_.top();
        deadlines_.pop();
        if (due.unit >= tracks_.size()) continue;
        auto& cases = tracks_[due.unit].cases;
        auto const found = std::ranges::lower_bound(cases, due.fence, {}, &Case::fence);
        if (found != cases.end() && found->fence == due.fence && found->since == due.since)
            tell_long(due.unit, *found, now, happened);
    }
}

void Fences::check_speed(Step& step)
{
    std::optional<std::int64_t> speed;
    for (Case& one : step.track.cases) {
        auto const& watch = fences_[one.fence].watch;
        if (!one.inside || !watches_speed(watch) || one.since > step.from.at) continue;
        auto const lasts = (step.to.at - step.from.at).count();
        if (!speed) speed = distance_mm(step.from.place, step.to.place) * 100 / lasts;
        if (one.speeding && is_well_again(*speed, watch, limits_.speed_again_percent)) one.speeding = false;
        if (one.speeding || !breaks(*speed, watch)) continue;
        one.speeding = true;
        step.happened.push_back({step.unit, one.fence, FenceEvent::speed, step.to.at, false});
    }
}

// --- where a unit is ---

std::vector<PartNumber> Fences::parts_at(Place place) const
{
    std::vector<PartNumber> found;
    for (PartNumber part = 0; part < parts_.size(); ++part)
        if (boxes_[part].contains(place) && fence_of_[part] != no_fence && parts_[part].contains(place))
            found.push_back(part);
    return found;
}

void Fences::begin(UnitNumber unit, Track& track, Fix const& fix)
{
    track.seen = true;
    track.last = fix;
    track.inside = parts_at(fix.place);
    for (PartNumber const part : track.inside) ++case_of(track, fence_of_[part]).parts;
    if (with_long_ > 0)
        for (FenceNumber fence = 0; fence < fences_.size(); ++fence)
            if (glances_[fence].absent) case_of(track, fence);
    begin_around(unit, track);
    for (Case& one : track.cases) stay(unit, one, one.parts > 0, fix.at);
}

bool Fences::is_jump(Fix const& from, Fix const& to) const
{
    auto const lasts = (to.at - from.at).count();
    __int128 const most = static_cast<__int128>(limits_.fastest_cm_s) * 10 * lasts / 1000 + band_mm(from) + band_mm(to);
    std::int64_t const degrees =
        std::abs(std::int64_t{to.place.lat_e7} - from.place.lat_e7) + std::abs(lon_difference(from.place, to.place));
    if (degrees * 12 <= most) return false;  // 1e-7 degree is 11.1 mm at most
    return distance_mm(from.place, to.place) > most;
}

/// A second fix near the doubtful one says that the unit is there.
void Fences::doubt(UnitNumber unit, Track& track, Fix const& fix, std::vector<FenceHappening>& happened)
{
    if (track.doubt && !is_jump(*track.doubt, fix)) return relocate(unit, track, fix, happened);
    track.doubt = fix;
    std::vector<FenceNumber> met;
    for (PartNumber const part : parts_at(fix.place)) met.push_back(fence_of_[part]);
    std::vector<FenceNumber> told;
    for (Case const& one : track.cases)
        if (one.inside && !one.is_line) told.push_back(one.fence);
    for (FenceNumber const fence : moving_)
        if (reaches(fence, unit, fix.place)) met.push_back(fence);
    std::ranges::sort(met);
    met.erase(std::unique(met.begin(), met.end()), met.end());
    std::vector<FenceNumber> changed;
    std::ranges::set_symmetric_difference(met, told, std::back_inserter(changed));
    if (changed.empty()) changed.push_back(no_fence);
    for (FenceNumber const fence : changed) happened.push_back({unit, fence, FenceEvent::doubtful, fix.at, false});
}

/// It is elsewhere, and how it came there nobody knows: what lies between was not passed.
void Fences::relocate(UnitNumber unit, Track& track, Fix const& fix, std::vector<FenceHappening>& happened)
{
    Fix const from = std::exchange(track.last, fix);
    Instant const at = track.doubt->at;
    track.doubt.reset();
    track.inside = parts_at(fix.place);
    Step step{unit, track, from, fix, happened};
    for (Case& one : track.cases) one.parts = 0, set_pending(step, one, false);
    for (PartNumber const part : track.inside) ++case_of(track, fence_of_[part]).parts;
    for (FenceNumber const fence : moving_)
        if (reaches(fence, unit, fix.place)) case_of(track, fence).parts = 1;
    for (Case& one : track.cases)
        if (!one.is_line && one.inside != (one.parts > 0)) turn(step, one, at, false);
    jump_around(unit, at, happened);
    tidy(track);
}

std::int64_t Fences::band_mm(Fix const& fix) const
{
    return (fix.accuracy_m > 0 ? fix.accuracy_m : limits_.usual_accuracy_m) * 1000;
}

/// A little more, so that one that wanders by just as much as it says is not taken for moving.
std::int64_t Fences::safe_mm(Fix const& fix) const
{
    return band_mm(fix) * 11 / 10 + 1000;
}

Surroundings const& Fences::around_place(Place place, std::int64_t distance) const
{
    if (near_place_ != place || near_mm_ != distance) {
        near_place_ = place, near_mm_ = distance;
        near_around_ = Surroundings{place, distance};
        near_looked_ = false;
    }
    return near_around_;
}

bool Fences::is_farther(Place place, std::int64_t distance, PartNumber part, FenceSearch::Hint const& hint) const
{
    Surroundings const& around = around_place(place, distance);
    if (!std::exchange(near_looked_, true)) near_found_ = search_->near(place, distance, hint, near_);
    if (!near_found_) return parts_[part].is_farther(place, distance);
    for (auto const& pieces : near_)
        for (FencePiece const& piece : pieces)
            if (piece.number() == part && !piece.lies_out_of(around)) return false;
    return true;
}

/// Farther from the edge than the fix may be wrong; in a narrow fence, farther than half of what is possible there. The
/// place is on that side. What was just crossed is at hand, and mostly too near still.
bool Fences::is_clear(Place place, std::int64_t band, FenceNumber number, bool inside, FenceSearch::Hint const& hint,
                      FencePiece const* crossed) const
{
    Glance const& glance = glances_[number];
    std::int64_t const deep = inside && !glance.is_line ? std::min(band, glance.depth_mm / 2) : band;
    if (glance.moves) return Surroundings{place, deep}.lacks(fences_[number].around);
    bool const all_must_be = glance.has_one_part || !inside;
    if (all_must_be && crossed != nullptr && !crossed->lies_out_of(around_place(place, deep))) return false;
    if (glance.has_one_part) return is_farther(place, deep, glance.only, hint);
    auto const& parts = fences_[number].parts;
    if (!inside)
        return std::ranges::all_of(parts, [&](PartNumber part) { return parts_[part].is_farther(place, band); });
    return std::ranges::any_of(parts, [&](PartNumber part) {
        return boxes_[part].contains(place) && parts_[part].contains(place) && parts_[part].is_farther(place, deep);
    });
}

Fences::Case& Fences::case_of(Track& track, FenceNumber fence) const
{
    auto const found = std::ranges::lower_bound(track.cases, fence, {}, &Case::fence);
    if (found != track.cases.end() && found->fence == fence) return *found;
    Case one;
    one.fence = fence;
    one.is_line = glances_[fence].is_line;
    return *track.cases.insert(found, one);
}

/// Who has nothing to do with a fence any more is forgotten there.
void Fences::tidy(Track& track) const
{
    std::erase_if(track.cases, [&](Case const& one) {
        if (one.pending) return false;
        return one.is_line || (!one.inside && one.parts == 0 && !glances_[one.fence].absent);
    });
}

void Fences::recall(UnitNumber unit, FenceNumber fence, bool inside, Instant since)
{
    if (!has_fix(unit) || fence >= fences_.size() || !fences_[fence].used || glances_[fence].is_line) return;
    Track& track = tracks_[unit];
    Case& one = case_of(track, fence);
    stay(unit, one, inside, since);
    if (inside != (one.parts > 0) && !one.pending) {
        one.pending = true;
        one.crossed_at = track.last.at;
        ++track.pending;
    }
    tidy(track);
}

std::vector<std::pair<FenceNumber, Instant>> Fences::around(UnitNumber unit) const
{
    std::vector<std::pair<FenceNumber, Instant>> found;
    if (unit < tracks_.size())
        for (Case const& one : tracks_[unit].cases)
            if (one.inside && !one.is_line) found.emplace_back(one.fence, one.since);
    return found;
}

bool Fences::inside(UnitNumber unit, FenceNumber fence) const
{
    if (unit >= tracks_.size()) return false;
    auto const& cases = tracks_[unit].cases;
    auto const found = std::ranges::lower_bound(cases, fence, {}, &Case::fence);
    return found != cases.end() && found->fence == fence && found->inside;
}

std::size_t Fences::memory_bytes() const
{
    std::size_t bytes = search_->memory_bytes() + fences_.capacity() * sizeof(Guarded) +
                        glances_.capacity() * sizeof(Glance) + parts_.capacity() * sizeof(FencePart) +
                        fence_of_.capacity() * sizeof(FenceNumber) + boxes_.capacity() * sizeof(FenceBox);
    for (FencePart const& part : parts_) bytes += part.edges.capacity() * sizeof(FenceEdge);
    for (Guarded const& fence : fences_) bytes += fence.parts.capacity() * sizeof(PartNumber);
    for (Track const& track : tracks_)
        bytes += sizeof(Track) + track.inside.capacity() * sizeof(PartNumber) + track.cases.capacity() * sizeof(Case);
    return bytes;
}

}  // namespace cresset
