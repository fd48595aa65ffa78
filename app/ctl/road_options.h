#pragma once
/// What commands that ask the roads of a pack have in common.

#include "app/ctl/arguments.h"
#include "app/ctl/pack_roads.h"
#include "core/base/geo.h"
#include "core/facts/mode.h"

namespace cresset::app {

/// --mode; emergency if it is not given.
Result<Mode> mode_option(Arguments const& arguments);
Problem no_road_near(Place place);

}  // namespace cresset::app
