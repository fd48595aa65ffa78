#pragma once
/// An exercise in a session: its clock, and the simulated city ticking by it. At 1x or as fast as the machine can, the
/// same drill, seed and operator inputs write the same rows.

#include "core/exercise/city_life.h"
#include "core/session/session.h"

#include <functional>

namespace cresset {

/// The clock of an exercise: it stands where it is put. Between two ticks a desk may let it run on (set it to what its
/// own time source says), never back.
class ExerciseClock : public TimeSource {
public:
    explicit ExerciseClock(Instant at = {}) : at_{at} {}
    Instant now() override { return at_; }
    void set(Instant at)
    {
        if (at > at_) at_ = at;
    }

private:
    Instant at_;
};

class ExerciseRun {
public:
    /// Session, clock and guide must outlive this. Goes on where the session's world stands.
    ExerciseRun(Session& session, ExerciseClock& clock, CityGuide const& guide, Drill drill);

    /// Lists the fleet at its stations; once, when the shift is new.
    void place_fleet();
    /// Runs every tick that is due until then (inclusive), then sets the clock to it.
    void run_until(Instant until);
    Instant next_tick() const { return next_; }
    Drill const& drill() const { return life_.drill(); }

private:
    void tick();

    Session& session_;
    ExerciseClock& clock_;
    CityGuide const& guide_;
    CityLife life_;
    Instant next_;
};

/// Submits what came due by the clock (hazards that expired, dispatches nobody acknowledged), if anything did.
void submit_due(Session& session, Instant now);

}  // namespace cresset
