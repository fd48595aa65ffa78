#pragma once
/// The only function that changes a world. The same world and the same entries always give the same world: it reads no
/// clock, no file, no setting, no dice. It is total: an entry that was written always applies, what no longer fits is
/// passed over.

#include "core/world/world.h"

#include <span>
#include <variant>
#include <vector>

namespace cresset {

/// Every position may have changed (a sweep); no list of ten thousand ids.
struct Positions {
    friend constexpr auto operator<=>(Positions const&, Positions const&) = default;
};
/// Everything may have changed (a shift opened, codes adopted).
struct Everything {
    friend constexpr auto operator<=>(Everything const&, Everything const&) = default;
};

/// What a view must look at again: ids, never pointers.
using Change = std::variant<UnitId, IncidentId, CameraId, DroneId, HazardId, AlertId, NoteId, StationId, GridId,
                            RequestId, FenceId, CordonId, ClosureId, StageDrillId, Positions, Everything>;
using Changes = std::vector<Change>;

/// Applies the entries of one act (as they stand in the journal, all of them).
Changes advance(World& world, std::span<Entry const> act);
inline Changes advance(World& world, Entries const& act)  // or std::advance would be meant
{
    return advance(world, std::span<Entry const>{act});
}

}  // namespace cresset
