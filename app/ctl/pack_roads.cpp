#include "app/ctl/pack_roads.h"

#include <fmt/format.h>

namespace cresset::app {

Result<std::shared_ptr<Roads const>> roads_of(maps::CityPack const& pack)
{
    auto graph = pack.roads();
    if (graph != nullptr) return std::shared_ptr<Roads const>{std::make_shared<Roads const>(std::move(graph))};
    std::string const why = pack.roads_problem();
    return Problem{fmt::format("{} has no roads{}{}: make a pack with cressetctl import", pack.file().string(),
                               why.empty() ? "" : ", ", why)};
}

Result<std::shared_ptr<Roads const>> open_roads(std::string const& file)
{
    auto const pack = maps::CityPack::open(file);
    if (!pack) return Problem{pack.problem()};
    return roads_of(*pack);
}

}  // namespace cresset::app
