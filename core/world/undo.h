#pragma once
/// Taking back and doing again, as acts like any other.

#include "core/world/world.h"

#include <optional>

namespace cresset {

/// What the next undo (redo) of that seat would take back (do again); nothing if there is nothing.
Undoable const* next_undo(World const& world, SeatId seat);
Undoable const* next_redo(World const& world, SeatId seat);
/// The event that does it.
Event undo_event(Undoable const& act);
Event redo_event(Undoable const& act);

}  // namespace cresset
