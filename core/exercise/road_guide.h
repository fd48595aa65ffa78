#pragma once
/// A city guide that knows the roads of a pack. Places are snapped once and remembered, and so
/// is what lies around a beat. Belongs to one thread.

#include "core/exercise/city_guide.h"
#include "core/roads/recommend.h"
#include "core/roads/roads.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace cresset {

class RoadGuide : public CityGuide {
public:
    /// What a place is called; may be empty.
    using Namer = std::function<Names(Place)>;
    explicit RoadGuide(std::shared_ptr<RoadGraph const> graph, Namer namer = {});

    std::optional<Way> way(Place from, Place to, Mode mode, Instant leaves_at, WayPurpose purpose,
                           Closures const& closed) const override;
    bool leads_through(Way const& way, Place place) const override;
    Recommendation recommend(std::vector<Candidate> const& candidates, Place target, std::size_t top,
                             Closures const& closed) const override;
    std::optional<Place> place_on_road(std::uint64_t dice) const override;
    std::optional<Place> place_on_road(std::uint64_t dice, Place near, std::int64_t radius_m) const override;
    std::optional<Place> street_near(Place place, std::int64_t within_m) const override;
    Names address(Place place) const override;

    Roads const& roads() const { return *roads_; }
    /// The roads but for what is closed; the same as long as that stays.
    std::shared_ptr<Roads const> roads_with(Closures const& closed) const;
    std::optional<RoadPosition> snap(Place place, Mode mode) const;
    /// The street or path that a closure is of: the one its place lies on; where it lies on none, the nearest street,
    /// else path.
    std::optional<RoadPosition> closed_street(Place place) const;

private:
    /// The roads with what is closed at the moment, and the searchers on them.
    struct Changed {
        Closures closed;
        std::shared_ptr<Roads const> roads;
        std::map<Mode, RouteSearch> searches;
        Recommender recommender;
    };
    RouteSearch& route_search(Mode mode) const;
    Changed& changed(Closures const& closed) const;
    std::optional<RoadPosition> street_at(Place place, std::uint32_t reach_mm) const;
    static Way way_of(Route route, Instant leaves_at, WayPurpose purpose);
    void index_places();
    std::vector<std::uint32_t> places_around(Place near, std::int64_t radius_m) const;

    using Cell = std::pair<std::int32_t, std::int32_t>;
    static Cell cell_of(Place place);

    std::shared_ptr<Roads const> roads_;
    Namer namer_;
    std::vector<Place> places_;                         // middles of streets that cars may use, in the main part
    std::map<Cell, std::vector<std::uint32_t>> cells_;  // numbers in places_
    mutable std::map<std::pair<std::uint64_t, std::int64_t>, std::vector<std::uint32_t>> around_;  // of each beat
    mutable std::map<Mode, RouteSearch> searches_;
    mutable Recommender recommender_;
    mutable std::optional<Changed> changed_;
    mutable std::unordered_map<std::uint64_t, std::optional<RoadPosition>> snapped_[all_modes.size()];
};

}  // namespace cresset
