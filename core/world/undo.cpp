#include "core/world/undo.h"

namespace cresset {

namespace {
Undoable const* newest(World const& world, SeatId seat, std::vector<Undoable> SeatState::*stack)
{
    auto const* state = world.seats.find(seat);
    return state == nullptr || (state->*stack).empty() ? nullptr : &(state->*stack).back();
}
}  // namespace

Undoable const* next_undo(World const& world, SeatId seat)
{
    return newest(world, seat, &SeatState::done);
}

Undoable const* next_redo(World const& world, SeatId seat)
{
    return newest(world, seat, &SeatState::undone);
}

Event undo_event(Undoable const& act)
{
    return ActUndone{act.act, act.images};
}

Event redo_event(Undoable const& act)
{
    return ActRedone{act.act, act.images};
}

}  // namespace cresset
