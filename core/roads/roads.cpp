#include "core/roads/roads.h"

#include "core/base/check.h"
#include "core/roads/isochrone.h"
#include "core/roads/reach.h"

#include <algorithm>

namespace cresset {
namespace {

constexpr std::uint32_t island_detour_mm = 100'000;
constexpr std::size_t island_candidates = 24;

}  // namespace

Roads::Roads(std::shared_ptr<RoadGraph const> graph)
    : graph_{std::move(graph)}, modes_{std::make_unique<std::array<PerMode, all_modes.size()>>()}
{
    CRESSET_CHECK(graph_ != nullptr);
    index_ = std::make_unique<SnapIndex>(*graph_);
}

Roads::Roads(RoadGraph graph) : Roads{std::make_shared<RoadGraph const>(std::move(graph))} {}

std::shared_ptr<RoadNet const> Roads::net(Mode mode) const
{
    PerMode& its = of(mode);
    std::call_once(its.net_once, [&] { its.net = std::make_shared<RoadNet const>(graph_, mode); });
    return its.net;
}

std::shared_ptr<Landmarks const> Roads::landmarks(Mode mode) const
{
    PerMode& its = of(mode);
    std::call_once(its.landmarks_once, [&] { its.landmarks = std::make_shared<Landmarks const>(*net(mode)); });
    return its.landmarks;
}

std::shared_ptr<RoadHierarchy const> Roads::hierarchy(Mode mode) const
{
    PerMode& its = of(mode);
    std::call_once(its.hierarchy_once, [&] {
        its.hierarchy = std::make_shared<RoadHierarchy const>(net(mode));
        its.hierarchy_is_ready = true;
    });
    return its.hierarchy;
}

std::shared_ptr<RoadHierarchy const> Roads::ready_hierarchy(Mode mode) const
{
    PerMode& its = of(mode);
    return its.hierarchy_is_ready ? its.hierarchy : nullptr;
}

std::shared_ptr<StreetMesh const> Roads::mesh(Mode mode) const
{
    PerMode& its = of(mode);
    std::call_once(its.mesh_once, [&] { its.mesh = std::make_shared<StreetMesh const>(*graph_, mode); });
    return its.mesh;
}

ReachSearch Roads::reach_search(Mode mode) const
{
    return ReachSearch{net(mode)};
}

IsochroneDrawer Roads::isochrone_drawer(Mode mode) const
{
    return {net(mode), mesh(mode)};
}

std::optional<RoadPosition> Roads::snap(Place place, Mode mode, std::uint32_t reach_mm) const
{
    auto const nearest = index_->nearest(place, mode, reach_mm);
    if (!nearest) return {};
    auto const its_net = net(mode);
    auto const on_main = [&](RoadPosition const& at) {
        return its_net->in_main_part(at.arc) || its_net->in_main_part(twin(at.arc));
    };
    if (on_main(*nearest)) return nearest;
    std::uint32_t const reach = std::min(reach_mm, nearest->distance_mm + island_detour_mm);
    auto const few = index_->nearest_few(place, mode, island_candidates, reach);
    auto const main = std::find_if(few.begin(), few.end(), on_main);
    return main != few.end() ? *main : nearest;
}

std::vector<RoadPosition> Roads::snap_few(Place place, Mode mode, std::size_t k, std::uint32_t reach_mm) const
{
    return index_->nearest_few(place, mode, k, reach_mm);
}

}  // namespace cresset
