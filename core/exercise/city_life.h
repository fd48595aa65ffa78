#pragma once
/// The simulated city: crews that patrol, answer, drive and work; callers who call; a colleague who takes what nobody
/// takes. It remembers nothing: every tick follows from the world, the drill and the seed, so a shift that was killed
/// and resumed goes on as if nothing had happened. One tick is one act, submitted like an operator's.

#include "core/exercise/city_guide.h"
#include "core/exercise/drill.h"
#include "core/world/world.h"

#include <cstdint>
#include <vector>

namespace cresset {

/// The seat that simulated acts come from.
constexpr SeatId simulator_seat{900};
/// Who they are done by.
constexpr PersonId simulator_person{900, 1};

class CityLife {
public:
    /// The guide must outlive this.
    CityLife(Drill drill, CityGuide const& guide, std::uint64_t seed);

    Drill const& drill() const { return drill_; }
    /// What happens in this tick: an act with its id, its events and its texts. Without events if nothing does.
    Act tick(World const& world, Instant at) const;

private:
    Drill drill_;
    CityGuide const& guide_;
    std::uint64_t seed_;
};

}  // namespace cresset
