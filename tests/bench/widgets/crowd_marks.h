#pragma once
/// What the benches of the map draw: crowds of units and cameras spread over one view, the same every time, and the
/// application that a widget needs, without a screen.

#include "core/base/dice.h"
#include "widgets/marks.h"
#include "widgets/theme.h"
#include "widgets/viewport.h"

#include <vector>

namespace cresset::bench {

constexpr QSize full_hd{1920, 1080};

/// There is one for the whole program; the platform is "offscreen".
void need_application();
widgets::Theme night();

/// Units all over the view, of every status, kind and heading, each with a call sign. `second` moves them a little.
std::vector<widgets::UnitMark> units_in(widgets::Viewport const& view, std::size_t count, int second = 0);
std::vector<widgets::CameraMark> cameras_in(widgets::Viewport const& view, std::size_t count);

/// Milliseconds that a plain copy of a picture of this size takes: what the machine is worth at the moment.
double copy_ms(QSize size);

}  // namespace cresset::bench
