#include "core/session/fence_guard.h"

#include "core/base/match.h"
#include "core/facts/sweep_walk.h"
#include "core/rules/fence_hours.h"

#include <algorithm>

namespace cresset {

namespace {

/// All comings and goings, whatever the fence asks to be told of.
FenceWatch watch_of(Fence const& fence)
{
    FenceWatch watch = fence.watch;
    watch.enter = watch.leave = true;
    return watch;
}

bool is_for(Fence const& fence, World const& world, UnitId id)
{
    auto const* unit = world.units.find(id);
    return unit != nullptr && fence.carrier != id && concerns(fence.whom, *unit);
}

bool is_told(FenceEvent what, Fence const& fence, World const& world, Instant at)
{
    if (what == FenceEvent::enter || what == FenceEvent::leave) return true;
    return is_watched(fence.hours, at, world.shift.time_zone);
}

}  // namespace

std::vector<Event> FenceGuard::see(World const& world, Act const& act)
{
    std::vector<Event> events;
    if (!begin(world)) return events;
    happened_.clear();
    for (Event const& event : act.events) {
        auto const* sweep = std::get_if<Sweep>(&event);
        if (sweep == nullptr) continue;
        walk_sweep(sweep->bytes, [&](UnitId id, Fix const& fix) {
            UnitNumber const unit = number_of(id);
            bool const is_first = !fences_.has_fix(unit);
            fences_.fix(unit, fix, happened_);
            if (is_first)
                for (auto const& [fence, since] : fences_.around(unit)) to_count_.push_back(fence);
        });
    }
    tell(world, events);
    return events;
}

std::vector<Event> FenceGuard::due(World const& world, Instant now)
{
    std::vector<Event> events;
    if (!begin(world)) return events;
    happened_.clear();
    fences_.tick(now, happened_);
    tell(world, events);
    std::ranges::sort(to_count_);
    to_count_.erase(std::unique(to_count_.begin(), to_count_.end()), to_count_.end());
    if (!to_count_.empty()) tell_inside(world, std::exchange(to_count_, {}), events);
    return events;
}

void FenceGuard::tell(World const& world, std::vector<Event>& events)
{
    for (FenceHappening const& one : happened_) {
        if (one.fence == no_fence) continue;
        FenceId const id = ids_[one.fence];
        UnitId const unit = units_[one.unit];
        auto const* fence = world.fences.find(id);
        if (fence == nullptr || !is_for(*fence, world, unit) || !is_told(one.what, *fence, world, one.at)) continue;
        FenceCrossed crossed{id, unit, one.what, one.at, {}};
        if (one.what == FenceEvent::cross) crossed.to_left = one.to_left;
        events.emplace_back(crossed);
    }
}

/// Who is inside of those fences (sorted), where the world does not say so.
void FenceGuard::tell_inside(World const& world, std::vector<FenceNumber> const& fences,
                             std::vector<Event>& events) const
{
    std::vector<std::vector<FenceGuest>> inside(fences.size());
    for (UnitNumber unit = 0; unit < units_.size(); ++unit)
        for (auto const& [fence, since] : fences_.around(unit)) {
            auto const found = std::ranges::lower_bound(fences, fence);
            if (found == fences.end() || *found != fence) continue;
            auto const* row = world.fences.find(ids_[fence]);
            if (row != nullptr && is_for(*row, world, units_[unit]))
                inside[static_cast<std::size_t>(found - fences.begin())].push_back({units_[unit], since});
        }
    for (std::size_t i = 0; i < fences.size(); ++i) {
        auto const* row = world.fences.find(ids_[fences[i]]);
        if (row == nullptr || row->shape.kind == FenceKind::line) continue;
        std::ranges::sort(inside[i], {}, &FenceGuest::unit);
        if (!std::ranges::equal(inside[i], row->inside, {}, &FenceGuest::unit, &FenceGuest::unit))
            events.emplace_back(FenceOccupied{ids_[fences[i]], std::move(inside[i])});
    }
}

void FenceGuard::follow(World const& world, std::span<Entry const> entries)
{
    if (!begun_) return void(world.fences.empty() || begin_anew(world));
    auto const look = [&](FenceId id) { world.fences.contains(id) ? take_up(world, id) : drop(id); };
    auto const look_at_all = [&](Images const& images) {
        for (auto const& image : images.fences) look(image.id);
    };
    for (Entry const& entry : entries)
        std::visit(Match{
                       [&](FenceDrawn const& e) { look(e.id); },
                       [&](FenceRemoved const& e) { look(e.fence); },
                       [&](ActUndone const& e) { look_at_all(e.images); },
                       [&](ActRedone const& e) { look_at_all(e.images); },
                       [](auto const&) {},
                   },
                   entry.event);
}

/// A room without fences has nothing to remember. One that has some when it starts goes on from what it says of them.
bool FenceGuard::begin(World const& world)
{
    if (begun_ || world.fences.empty()) return begun_;
    begin_anew(world);
    recall(world);
    return true;
}

bool FenceGuard::begin_anew(World const& world)
{
    for (auto const& [unit, fix] : world.fixes)
        if (fix.at != Instant{}) fences_.fix(number_of(unit), fix, happened_);
    for (auto const& [id, fence] : world.fences) take_up(world, id);
    return begun_ = true;
}

void FenceGuard::take_up(World const& world, FenceId id)
{
    Fence const& fence = *world.fences.find(id);
    if (fault_of(fence)) return;  // may() lets none in
    FenceNumber const number = number_of(id);
    FenceWatch const watch = watch_of(fence);
    if (fence.shape.kind == FenceKind::around_unit)
        fences_.set_around(number, number_of(*fence.carrier), fence.shape.radius_mm, watch, world.at);
    else
        fences_.set(number, fence.shape, watch, world.at);
    to_count_.push_back(number);
}

void FenceGuard::drop(FenceId id)
{
    if (auto const known = fence_numbers_.find(id); known != fence_numbers_.end()) fences_.remove(known->second);
}

/// Those whom the journal says to be inside, and those whom it does not though they are.
void FenceGuard::recall(World const& world)
{
    auto const is_told = [](Fence const& fence, UnitId unit) {
        auto const told = std::ranges::lower_bound(fence.inside, unit, {}, &FenceGuest::unit);
        return told != fence.inside.end() && told->unit == unit;
    };
    for (UnitNumber unit = 0; unit < units_.size(); ++unit)
        for (auto const& [fence, since] : fences_.around(unit))
            if (!is_told(*world.fences.find(ids_[fence]), units_[unit])) fences_.recall(unit, fence, false, world.at);
    for (auto const& [id, fence] : world.fences)
        for (FenceGuest const& guest : fence.inside)
            fences_.recall(number_of(guest.unit), number_of(id), true, guest.since);
}

UnitNumber FenceGuard::number_of(UnitId id)
{
    auto const [known, is_new] = unit_numbers_.try_emplace(id, static_cast<UnitNumber>(units_.size()));
    if (is_new) units_.push_back(id);
    return known->second;
}

FenceNumber FenceGuard::number_of(FenceId id)
{
    auto const [known, is_new] = fence_numbers_.try_emplace(id, static_cast<FenceNumber>(ids_.size()));
    if (is_new) ids_.push_back(id);
    return known->second;
}

}  // namespace cresset
