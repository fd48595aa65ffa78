#include "core/session/exercise_run.h"

#include "core/exercise/fleet.h"
#include "core/facts/sweep.h"
#include "core/session/shift.h"

namespace cresset {

namespace {

constexpr PersonId clock_person{901, 1};
constexpr SeatId clock_seat{901};

/// The first whole tick after the time.
Instant tick_after(Instant at, std::int64_t tick_ms)
{
    return instant((ms(at) / tick_ms + 1) * tick_ms);
}

}  // namespace

ExerciseRun::ExerciseRun(Session& session, ExerciseClock& clock, CityGuide const& guide, Drill drill)
    : session_{session},
      clock_{clock},
      guide_{guide},
      life_{std::move(drill), guide, session.world().shift.seed},
      next_{tick_after(session.world().at, life_.drill().tick_ms)}
{
    clock_.set(session.world().at);
    // If the program ended between a tick and what came due in it, that comes first.
    if (ms(session.world().at) % life_.drill().tick_ms == 0) submit_due(session, session.world().at);
}

void ExerciseRun::place_fleet()
{
    FleetPlan plan = plan_fleet(life_.drill(), session_.world(), guide_, clock_.now());
    Act act = session_.new_act(setup_seat, setup_person);
    act.source = "setup";
    act.events = std::move(plan.events);
    if (!plan.fixes.empty()) {
        Sweep sweep;
        sweep.count = static_cast<std::uint32_t>(plan.fixes.size());
        sweep.bytes = pack_sweep(plan.fixes);
        act.events.emplace_back(std::move(sweep));
    }
    if (!act.events.empty()) session_.submit(act);
    next_ = tick_after(session_.world().at, life_.drill().tick_ms);
}

void ExerciseRun::run_until(Instant until)
{
    while (next_ <= until) tick();
    clock_.set(until);
}

void ExerciseRun::tick()
{
    clock_.set(next_);
    Act const act = life_.tick(session_.world(), next_);
    if (!act.events.empty()) session_.submit(act);
    submit_due(session_, next_);
    next_ += Duration{life_.drill().tick_ms};
}

void submit_due(Session& session, Instant now)
{
    auto events = due(session.world(), now, clock_seat);
    for (Event& event : session.fences_due(now)) events.push_back(std::move(event));
    if (events.empty()) return;
    Act act = session.new_act(clock_seat, clock_person);
    act.source = "clock";
    act.events = std::move(events);
    session.submit(act);
}

}  // namespace cresset
