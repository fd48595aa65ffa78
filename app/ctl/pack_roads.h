#pragma once
/// The roads of a city pack, or why there are none.

#include "core/base/result.h"
#include "core/roads/roads.h"
#include "maps/pack.h"

#include <memory>
#include <string>

namespace cresset::app {

Result<std::shared_ptr<Roads const>> roads_of(maps::CityPack const& pack);
Result<std::shared_ptr<Roads const>> open_roads(std::string const& file);

}  // namespace cresset::app
