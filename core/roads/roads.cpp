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
    index_ = std::make_shared<SnapIndex const>(*graph_);
}

Roads::Roads(std::shared_ptr<Roads const> open, std::vector<StreetChange> changes)
    : graph_{open->graph_},
      open_{std::move(open)},
      changes_{std::move(changes)},
      index_{open_->index_},
      modes_{std::make_unique<std::array<PerMode, all_modes.size()>>()}
{
    std::ranges::sort(changes_);  // the slowest first, where a street stands twice
    auto const same = [](StreetChange const& a, StreetChange const& b) { return a.street == b.street; };
    changes_.erase(std::unique(changes_.begin(), changes_.end(), same), changes_.end());
}

Roads::Roads(RoadGraph graph) : Roads{std::make_shared<RoadGraph const>(std::move(graph))} {}

std::shared_ptr<RoadNet const> Roads::net(Mode mode) const
{
    PerMode& its = of(mode);
    std::call_once(its.net_once, [&] {
        its.net = open_ != nullptr ? changed_net(mode) : std::make_shared<RoadNet const>(graph_, mode);
    });
    return its.net;
}

std::shared_ptr<RoadNet const> Roads::changed_net(Mode mode) const
{
    std::vector<ArcNumber> closed;
    std::vector<std::pair<ArcNumber, std::uint32_t>> slowed;
    for (StreetChange const& one : changes_)
        for (ArcNumber const arc : {one.street * 2, one.street * 2 + 1})
            if (one.speed_percent == 0)
                closed.push_back(arc);
            else
                slowed.emplace_back(arc, one.speed_percent);
    auto net = open_->net(mode);
    if (!slowed.empty()) net = net->with_slowed(slowed);
    return closed.empty() ? net : net->with_closed(closed);
}

/// Those of the open roads serve, as ways only grow longer.
std::shared_ptr<Landmarks const> Roads::landmarks(Mode mode) const
{
    if (open_ != nullptr) return open_->landmarks(mode);
    PerMode& its = of(mode);
    std::call_once(its.landmarks_once, [&] { its.landmarks = std::make_shared<Landmarks const>(*net(mode)); });
    return its.landmarks;
}

std::shared_ptr<RoadHierarchy const> Roads::hierarchy(Mode mode) const
{
    if (open_ != nullptr) {
        open_->hierarchy(mode);
        return closed_hierarchy(mode);
    }
    PerMode& its = of(mode);
    std::call_once(its.hierarchy_once, [&] {
        its.hierarchy = std::make_shared<RoadHierarchy const>(net(mode));
        its.hierarchy_is_ready = true;
    });
    return its.hierarchy;
}

/// That of the open roads with streets closed; streets that are only slow have none.
std::shared_ptr<RoadHierarchy const> Roads::closed_hierarchy(Mode mode) const
{
    auto const open = open_->ready_hierarchy(mode);
    bool const is_slow = std::ranges::any_of(changes_, [](StreetChange const& one) { return one.speed_percent > 0; });
    if (open == nullptr || is_slow) return nullptr;
    PerMode& its = of(mode);
    std::call_once(its.hierarchy_once, [&] {
        std::vector<ArcNumber> closed;
        for (StreetChange const& one : changes_)
            for (ArcNumber const arc : {one.street * 2, one.street * 2 + 1}) closed.push_back(arc);
        its.hierarchy = open->with_closed(closed);
    });
    return its.hierarchy;
}

std::shared_ptr<RoadHierarchy const> Roads::ready_hierarchy(Mode mode) const
{
    if (open_ != nullptr) return closed_hierarchy(mode);
    PerMode& its = of(mode);
    return its.hierarchy_is_ready ? its.hierarchy : nullptr;
}

std::shared_ptr<StreetMesh const> Roads::mesh(Mode mode) const
{
    if (open_ != nullptr) return open_->mesh(mode);
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
    auto nearest = index_->nearest(place, mode, reach_mm);
    if (!nearest) return {};
    auto const its_net = net(mode);
    auto const is_closed = [&](RoadPosition const& at) {
        return !its_net->allows(at.arc) && !its_net->allows(twin(at.arc));
    };
    if (is_closed(*nearest)) {  // who stands in a closed street goes on from the next that is open
        auto const few = index_->nearest_few(place, mode, island_candidates, reach_mm);
        auto const open = std::ranges::find_if_not(few, is_closed);
        if (open == few.end()) return {};
        nearest = *open;
    }
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
