#pragma once
/// The roads of one city with all that searches need: the graph, the snap index, a net per mode, its landmarks and its
/// hierarchy, made when first asked for. Shared by threads; the searches (RouteSearch, ArrivalSearch, ReachSearch) are
/// made from it, one per thread.

#include "core/roads/arrival_search.h"
#include "core/roads/route_search.h"

#include <array>
#include <atomic>
#include <memory>
#include <mutex>
#include <vector>

namespace cresset {

class ReachSearch;
class StreetMesh;
class IsochroneDrawer;

/// A street, both ways, that is closed (0) or has only so many percent of its speed (1 to 99).
struct StreetChange {
    StreetNumber street = 0;
    std::uint32_t speed_percent = 0;
    friend auto operator<=>(StreetChange const&, StreetChange const&) = default;
};

class Roads {
public:
    explicit Roads(std::shared_ptr<RoadGraph const> graph);
    explicit Roads(RoadGraph graph);
    /// The same roads with streets changed: shares with the open ones all that stays, and makes a net in milliseconds.
    Roads(std::shared_ptr<Roads const> open, std::vector<StreetChange> changes);

    RoadGraph const& graph() const { return *graph_; }
    /// The net of a mode; the first to ask builds it (about 1 us an arc).
    std::shared_ptr<RoadNet const> net(Mode mode) const;
    /// Its landmarks; the first to ask builds them (16 searches over the whole city).
    std::shared_ptr<Landmarks const> landmarks(Mode mode) const;
    /// Its hierarchy; the first to ask builds it (about 5 us an arc): beside what the operator waits for. None of roads
    /// with slow streets.
    std::shared_ptr<RoadHierarchy const> hierarchy(Mode mode) const;
    /// The same if it is there already, nothing otherwise. Does not wait.
    std::shared_ptr<RoadHierarchy const> ready_hierarchy(Mode mode) const;
    /// Its mesh; the first to ask builds it (about 2 us a node).
    std::shared_ptr<StreetMesh const> mesh(Mode mode) const;

    /// The nearest position that the mode can use. A street of the main part of the network is preferred to a nearer
    /// one on an island, if it is at most 100 m farther away.
    std::optional<RoadPosition> snap(Place place, Mode mode, std::uint32_t reach_mm = SnapIndex::usual_reach_mm) const;
    std::vector<RoadPosition> snap_few(Place place, Mode mode, std::size_t k,
                                       std::uint32_t reach_mm = SnapIndex::usual_reach_mm) const;

    RouteSearch route_search(Mode mode) const { return RouteSearch{net(mode), landmarks(mode)}; }
    ArrivalSearch arrival_search(Mode mode) const { return ArrivalSearch{net(mode), ready_hierarchy(mode)}; }
    ReachSearch reach_search(Mode mode) const;
    IsochroneDrawer isochrone_drawer(Mode mode) const;

private:
    struct PerMode {
        std::once_flag net_once;
        std::once_flag landmarks_once;
        std::once_flag mesh_once;
        std::once_flag hierarchy_once;
        std::shared_ptr<RoadNet const> net;
        std::shared_ptr<Landmarks const> landmarks;
        std::shared_ptr<StreetMesh const> mesh;
        std::shared_ptr<RoadHierarchy const> hierarchy;
        std::atomic<bool> hierarchy_is_ready = false;
    };
    PerMode& of(Mode mode) const { return (*modes_)[index_of(mode)]; }

    std::shared_ptr<RoadNet const> changed_net(Mode mode) const;
    std::shared_ptr<RoadHierarchy const> closed_hierarchy(Mode mode) const;

    std::shared_ptr<RoadGraph const> graph_;
    std::shared_ptr<Roads const> open_;  // none: these are
    std::vector<StreetChange> changes_;
    std::shared_ptr<SnapIndex const> index_;
    std::unique_ptr<std::array<PerMode, all_modes.size()>> modes_;
};

}  // namespace cresset
