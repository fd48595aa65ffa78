#include "core/exercise/road_guide.h"

#include <algorithm>
#include <array>

namespace cresset {

namespace {

constexpr std::int32_t cell_e7 = 50'000;           // about 500 m
constexpr std::size_t snaps_remembered = 100'000;  // of each mode
constexpr std::size_t beats_remembered = 2'000;

std::uint64_t key_of(Place place)
{
    return (std::uint64_t{static_cast<std::uint32_t>(place.lat_e7)} << 32U) | static_cast<std::uint32_t>(place.lon_e7);
}

/// Where people live and things happen: not on motorways, in tunnels or on ramps.
bool is_street(RoadGraph const& graph, ArcNumber arc)
{
    return graph.road_class(arc) != RoadClass::motorway && graph.allows(arc, Mode::car);
}

/// By the plane at the place: ways within a city.
bool is_near_segment(Place at, Place from, Place to, std::int64_t near_mm)
{
    std::int64_t const cosine = cosine_q30(at.lat_e7);
    auto const east = [&](Place place) {  // units of 1e-7 degree of latitude
        return (std::int64_t{place.lon_e7} - at.lon_e7) * cosine >> 30;
    };
    auto const north = [&](Place place) { return std::int64_t{place.lat_e7} - at.lat_e7; };
    __int128 const x = east(to) - east(from), y = north(to) - north(from);
    __int128 const along = -(x * east(from) + y * north(from)), whole = x * x + y * y;
    std::int64_t const part =
        static_cast<std::int64_t>(std::clamp<__int128>(along, 0, whole) * 1'000'000 / std::max<__int128>(whole, 1));
    return distance_mm(at, between(from, to, part, 1'000'000)) <= near_mm;
}

}  // namespace

RoadGuide::RoadGuide(std::shared_ptr<RoadGraph const> graph, Namer namer)
    : roads_{std::make_shared<Roads>(std::move(graph))}, namer_{std::move(namer)}, recommender_{roads_}
{
    index_places();
}

RoadGuide::Cell RoadGuide::cell_of(Place place)
{
    auto const down = [](std::int32_t value) {
        return value >= 0 ? value / cell_e7 : -((cell_e7 - 1 - value) / cell_e7);
    };
    return {down(place.lat_e7), down(place.lon_e7)};
}

void RoadGuide::index_places()
{
    RoadGraph const& graph = roads_->graph();
    auto const net = roads_->net(Mode::car);
    for (StreetNumber street = 0; street < graph.street_count(); ++street) {
        ArcNumber const arc = street * 2;
        ArcNumber const usable = graph.allows(arc, Mode::car) ? arc : arc + 1;
        if (!is_street(graph, usable) || !net->in_main_part(usable)) continue;
        Place const middle = position_on(graph, usable, graph.length_mm(usable) / 2).place;
        cells_[cell_of(middle)].push_back(static_cast<std::uint32_t>(places_.size()));
        places_.push_back(middle);
    }
}

RouteSearch& RoadGuide::route_search(Mode mode) const
{
    auto const found = searches_.find(mode);
    return found != searches_.end() ? found->second : searches_.emplace(mode, roads_->route_search(mode)).first->second;
}

std::optional<RoadPosition> RoadGuide::snap(Place place, Mode mode) const
{
    auto& remembered = snapped_[static_cast<std::size_t>(mode)];
    if (remembered.size() > snaps_remembered) remembered.clear();
    auto const [found, is_new] = remembered.try_emplace(key_of(place));
    if (is_new) found->second = roads_->snap(place, mode);
    return found->second;
}

Way RoadGuide::way_of(Route route, Instant leaves_at, WayPurpose purpose)
{
    Way way;
    way.purpose = purpose;
    way.leaves_at = leaves_at;
    way.line = std::move(route.line);
    way.at_ms = std::move(route.at_ms);
    way.length_mm = route.length_mm;
    return way;
}

std::optional<Way> RoadGuide::way(Place from, Place to, Mode mode, Instant leaves_at, WayPurpose purpose,
                                  Closures const& closed) const
{
    std::optional<Route> route;
    if (closed.empty()) {
        auto const start = snap(from, mode), end = snap(to, mode);
        if (start && end) route = route_search(mode).fastest(*start, *end);
    } else {
        Changed& now = changed(closed);
        auto const start = now.roads->snap(from, mode), end = now.roads->snap(to, mode);
        auto const found = now.searches.find(mode);
        auto& search = found != now.searches.end()
                           ? found->second
                           : now.searches.emplace(mode, now.roads->route_search(mode)).first->second;
        if (start && end) route = search.fastest(*start, *end);
    }
    return route ? std::optional{way_of(*std::move(route), leaves_at, purpose)} : std::nullopt;
}

RoadGuide::Changed& RoadGuide::changed(Closures const& closed) const
{
    if (changed_ && changed_->closed == closed) return *changed_;
    std::vector<StreetChange> changes;
    for (auto const& [id, closure] : closed)
        if (auto const at = closed_street(closure.place))
            changes.push_back({at->arc / 2, static_cast<std::uint32_t>(closure.speed_percent)});
    auto roads = std::make_shared<Roads const>(roads_, std::move(changes));
    changed_.emplace(Changed{closed, roads, {}, Recommender{roads}});
    return *changed_;
}

constexpr std::array street_else_path{Mode::emergency_car, Mode::ebike, Mode::foot};

std::optional<RoadPosition> RoadGuide::street_at(Place place, std::uint32_t reach_mm) const
{
    for (Mode const mode : street_else_path)
        if (auto const at = roads_->snap(place, mode, reach_mm)) return at;
    return {};
}

std::optional<RoadPosition> RoadGuide::closed_street(Place place) const
{
    constexpr std::uint32_t on_it_mm = 2000;
    std::optional<RoadPosition> best;
    for (Mode const mode : street_else_path)
        if (auto const at = roads_->snap(place, mode, on_it_mm); at && (!best || at->distance_mm < best->distance_mm))
            best = at;
    return best ? best : street_at(place, SnapIndex::usual_reach_mm);
}

/// At a junction nobody could say which of its streets is meant.
std::optional<Place> RoadGuide::street_near(Place place, std::int64_t within_m) const
{
    auto const at = street_at(place, static_cast<std::uint32_t>(within_m * 1000));
    if (!at) return {};
    RoadGraph const& graph = roads_->graph();
    std::uint32_t const length = graph.length_mm(at->arc), off = std::min(length / 2, 5000U);
    return position_on(graph, at->arc, std::clamp(at->offset_mm, off, length - off)).place;
}

std::shared_ptr<Roads const> RoadGuide::roads_with(Closures const& closed) const
{
    return closed.empty() ? roads_ : changed(closed).roads;
}

/// Within a few metres: the place was snapped to the same streets.
bool RoadGuide::leads_through(Way const& way, Place place) const
{
    constexpr std::int64_t near_mm = 15'000;
    auto const at = closed_street(place);
    Place const on_road = at ? at->place : place;
    for (std::size_t i = 1; i < way.line.size(); ++i)
        if (is_near_segment(on_road, way.line[i - 1], way.line[i], near_mm)) return true;
    return false;
}

Recommendation RoadGuide::recommend(std::vector<Candidate> const& candidates, Place target, std::size_t top,
                                    Closures const& closed) const
{
    if (!closed.empty()) return changed(closed).recommender.recommend(candidates, target, top);
    std::vector<Candidate> placed = candidates;
    for (Candidate& candidate : placed)
        if (candidate.place && !candidate.at) candidate.at = snap(*candidate.place, candidate.mode);
    return recommender_.recommend(placed, target, top);
}

std::optional<Place> RoadGuide::place_on_road(std::uint64_t dice) const
{
    if (places_.empty()) return {};
    return places_[static_cast<std::size_t>((static_cast<unsigned __int128>(dice) * places_.size()) >> 64U)];
}

std::vector<std::uint32_t> RoadGuide::places_around(Place near, std::int64_t radius_m) const
{
    Cell const from = cell_of(moved(near, -radius_m * 1000, -radius_m * 1000));
    Cell const to = cell_of(moved(near, radius_m * 1000, radius_m * 1000));
    std::vector<std::uint32_t> within;
    for (std::int32_t row = from.first; row <= to.first; ++row) {
        auto const end = cells_.upper_bound({row, to.second});
        for (auto cell = cells_.lower_bound({row, from.second}); cell != end; ++cell)
            for (std::uint32_t const number : cell->second)
                if (distance_mm(places_[number], near) <= radius_m * 1000) within.push_back(number);
    }
    return within;
}

std::optional<Place> RoadGuide::place_on_road(std::uint64_t dice, Place near, std::int64_t radius_m) const
{
    if (around_.size() > beats_remembered) around_.clear();
    auto const [found, is_new] = around_.try_emplace({key_of(near), radius_m});
    if (is_new) found->second = places_around(near, radius_m);
    auto const& within = found->second;
    if (within.empty()) return {};
    return places_[within[static_cast<std::size_t>((static_cast<unsigned __int128>(dice) * within.size()) >> 64U)]];
}

Names RoadGuide::address(Place place) const
{
    return namer_ ? namer_(place) : Names{};
}

}  // namespace cresset
