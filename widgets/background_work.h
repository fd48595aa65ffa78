#pragma once
/// Work that must never make the window wait.

namespace cresset::widgets {

/// From now on the calling thread gives way to the threads of the window where the cores are not enough for all. Call
/// it as often as you like.
void giveWayToWindow();

}  // namespace cresset::widgets
