#include "app/window/fence_snap.h"

#include <cmath>

namespace cresset::app {
namespace {

/// The nearest of all places that it is shown, within a reach.
class Nearest {
public:
    Nearest(Place from, std::int64_t reach_mm) : from_{from}, best_{reach_mm + 1} {}
    void look(Line const& line)
    {
        for (Place const place : line) look(place);
    }
    void look(Place place)
    {
        if (auto const away = distance_mm(from_, place); away < best_) best_ = away, found_ = place;
    }
    std::optional<Place> found() const { return found_; }

private:
    Place from_;
    std::int64_t best_;
    std::optional<Place> found_;
};

}  // namespace

std::optional<Place> FenceSnap::near(Place place, widgets::Viewport const& view, std::optional<FenceId> except) const
{
    auto const reach = std::llround(reach_px * view.dpr() * view.metresPerPixel() * 1000);
    if (auto const found = corner(place, reach, except)) return found;
    return street(place, reach);
}

std::optional<Place> FenceSnap::corner(Place place, std::int64_t reach_mm, std::optional<FenceId> except) const
{
    Nearest nearest{place, reach_mm};
    for (auto const& [id, fence] : world_.fences)
        if (id != except)
            for (Line const& line : fence.shape.lines) nearest.look(line);
    for (auto const& [id, grid] : world_.grids) nearest.look(grid.ring);
    for (auto const& [id, station] : world_.stations) nearest.look(station.district);
    return nearest.found();
}

/// The end of the street if that is near as well: streets meet there.
std::optional<Place> FenceSnap::street(Place place, std::int64_t reach_mm) const
{
    if (roads_ == nullptr) return {};
    auto const reach = static_cast<std::uint32_t>(std::min<std::int64_t>(reach_mm, SnapIndex::usual_reach_mm));
    Nearest node{place, reach};
    for (Mode const mode : {Mode::emergency_car, Mode::foot}) {
        auto const on_road = roads_->snap(place, mode, reach);
        if (!on_road) continue;
        node.look(roads_->graph().place(roads_->graph().from(on_road->arc)));
        node.look(roads_->graph().place(roads_->graph().to(on_road->arc)));
        return node.found() ? node.found() : std::optional{on_road->place};
    }
    return {};
}

Line FenceSnap::regionAt(Place place, bool district) const
{
    if (!district)
        for (auto const& [id, grid] : world_.grids)
            if (ring_contains(grid.ring, place)) return grid.ring;
    for (auto const& [id, station] : world_.stations)
        if (!station.district.empty() && ring_contains(station.district, place)) return station.district;
    return {};
}

Names FenceSnap::regionName(Place place, bool district) const
{
    if (!district)
        for (auto const& [id, grid] : world_.grids)
            if (ring_contains(grid.ring, place))
                return grid.name.en.empty() && grid.name.zh.empty() ? Names{grid.code, {}} : grid.name;
    for (auto const& [id, station] : world_.stations)
        if (!station.district.empty() && ring_contains(station.district, place)) return station.name;
    return {};
}

}  // namespace cresset::app
