#include "maps/road_builder.h"

#include "core/roads/road_graph_builder.h"
#include "maps/islands.h"
#include "maps/open_ground.h"
#include "maps/restrictions.h"
#include "maps/road_tags.h"
#include "maps/source_shapes.h"

#include <algorithm>
#include <array>
#include <utility>

namespace cresset::maps {

namespace {

struct Known {
    std::string_view highway;
    RoadClass road_class;
};
constexpr std::array classes{
    Known{"motorway", RoadClass::motorway},
    Known{"trunk", RoadClass::trunk},
    Known{"primary", RoadClass::primary},
    Known{"secondary", RoadClass::secondary},
    Known{"tertiary", RoadClass::tertiary},
    Known{"unclassified", RoadClass::residential},
    Known{"residential", RoadClass::residential},
    Known{"road", RoadClass::residential},
    Known{"living_street", RoadClass::living_street},
    Known{"service", RoadClass::service},
    Known{"busway", RoadClass::service},
    Known{"bus_guideway", RoadClass::service},
    Known{"track", RoadClass::track},
    Known{"pedestrian", RoadClass::pedestrian},
    Known{"cycleway", RoadClass::cycleway},
    Known{"path", RoadClass::path},
    Known{"bridleway", RoadClass::path},
    Known{"footway", RoadClass::footway},
    Known{"corridor", RoadClass::footway},
    Known{"platform", RoadClass::footway},
    Known{"steps", RoadClass::steps},
};

RoadClass class_of(std::string_view highway)
{
    auto const found =
        std::find_if(classes.begin(), classes.end(), [&](Known const& known) { return known.highway == highway; });
    return found == classes.end() ? RoadClass::service : found->road_class;
}

Speeds speeds_of(Pace const& pace)
{
    Speeds speeds{};
    for (std::size_t i = 0; i < speeds.size(); ++i)
        if (pace[i] > 0) speeds[i] = static_cast<std::uint16_t>(std::max<std::int32_t>(pace[i] / 10, slowest_cm_s));
    return speeds;
}

/// Signals stand a little before the junction that they govern.
constexpr std::int64_t signals_reach_mm = 40'000;

class Builder {
public:
    explicit Builder(SourceMap const& map) : map_{map}, uses_(map.nodes.size()), tickets_(map.nodes.size(), none) {}

    BuiltRoads build(bool left)
    {
        take_ways();
        auto const grounds = find_open_grounds(map_, uses_);
        for (OpenGround const& ground : grounds)
            for (std::uint32_t const node : ground.entrances) uses_[node] = 2;
        for (auto const& [way, use] : ways_) cut(way, use);
        for (OpenGround const& ground : grounds) add_ground(ground);
        report_.open_grounds = grounds.size();
        report_.closed_arcs = close_islands(streets_, blocked_modes());
        add_streets();
        forbid_barriers();
        RestrictionCount const count = add_restrictions(map_, pieces_, builder_);
        report_.restrictions = count.applied;
        report_.restrictions_left_out = count.left_out;
        builder_.keep_left(left);
        return {builder_.build(), report_};
    }

private:
    static constexpr std::uint32_t none = UINT32_MAX;

    /// Which ways are used, and how often each node: ends count as two, so that every way is cut there.
    void take_ways()
    {
        for (std::uint32_t i = 0; i < map_.ways.size(); ++i) {
            SourceWay const& way = map_.ways[i];
            if (way.nodes.size() < 2) continue;
            RoadUse const use = road_use(map_, way.tags);
            if (use.highway.empty() || use.is_area || !use.usable()) continue;
            ways_.emplace_back(i, use);
            for (std::uint32_t const node : way.nodes) count_use(node);
            count_use(way.nodes.front());
            count_use(way.nodes.back());
        }
    }
    void count_use(std::uint32_t node) { uses_[node] = static_cast<std::uint8_t>(std::min(uses_[node] + 1, 100)); }

    bool is_cut(std::uint32_t node) const
    {
        return uses_[node] >= 2 || (!map_.nodes[node].tags.empty() && barrier_of(map_, map_.nodes[node].tags).blocks());
    }
    NodeTicket ticket(std::uint32_t node)
    {
        if (tickets_[node] == none) {
            tickets_[node] = builder_.add_node(map_.nodes[node].place, flags_of(node)).value;
            source_nodes_.push_back(node);
        }
        return {tickets_[node]};
    }
    NodeFlags flags_of(std::uint32_t node) const
    {
        Tags const& tags = map_.nodes[node].tags;
        if (tags.empty()) return 0;
        bool const crossing = map_.has(tags, "highway", "crossing");
        bool const signals =
            map_.has(tags, "highway", "traffic_signals") || map_.has(tags, "crossing", "traffic_signals");
        return static_cast<NodeFlags>((signals ? node_flag::traffic_lights : 0) | (crossing ? node_flag::crossing : 0));
    }

    // --- ways into pieces ---

    void cut(std::uint32_t number, RoadUse const& use)
    {
        SourceWay const& way = map_.ways[number];
        NewStreet const common = common_of(way, use);
        for (std::size_t start = 0; start + 1 < way.nodes.size();) {
            std::size_t end = start + 1;
            while (end + 1 < way.nodes.size() && !is_cut(way.nodes[end])) ++end;
            // A loop from a node to itself is two streets.
            if (way.nodes[start] == way.nodes[end] && end - start > 1) end = start + (end - start) / 2;
            add_piece(way, start, end, common);
            start = end;
        }
    }
    NewStreet common_of(SourceWay const& way, RoadUse const& use)
    {
        NewStreet street;
        street.road_class = class_of(use.highway);
        bool const bus_only = use.highway == "busway" || use.highway == "bus_guideway";
        bool const toll = map_.has(way.tags, "toll", "yes");
        for (auto const& [holds, flag] : {std::pair{use.bridge, road_flag::bridge},
                                          {use.tunnel, road_flag::tunnel},
                                          {use.is_link, road_flag::ramp},
                                          {use.roundabout, road_flag::roundabout},
                                          {bus_only, road_flag::bus_only},
                                          {toll, road_flag::toll}})
            if (holds) street.flags = static_cast<RoadFlags>(street.flags | flag);
        SourceNames const names = street_names_of(map_, way.tags);
        street.name = builder_.add_name({names.name, names.zh, names.en});
        street.ahead = speeds_of(use.along);
        street.back = speeds_of(use.against);
        return street;
    }
    void add_piece(SourceWay const& way, std::size_t start, std::size_t end, NewStreet const& common)
    {
        std::uint32_t const from = way.nodes[start], to = way.nodes[end];
        if (from == to) return;  // the same node twice
        NewStreet street = common;
        street.from = ticket(from);
        street.to = ticket(to);
        for (std::size_t i = start + 1; i < end; ++i) street.between.push_back(map_.nodes[way.nodes[i]].place);
        take_signals(way, start, end);
        if (end - start == 1 && map_.nodes[from].place == map_.nodes[to].place) street.length_mm = 1;
        way_of_street_.push_back(static_cast<std::uint32_t>(&way - map_.ways.data()));
        streets_.push_back(std::move(street));
    }
    /// Signals on the way between are those of the junction that is near enough.
    void take_signals(SourceWay const& way, std::size_t start, std::size_t end)
    {
        for (std::size_t i = start + 1; i < end; ++i) {
            if ((flags_of(way.nodes[i]) & node_flag::traffic_lights) == 0) continue;
            Place const here = map_.nodes[way.nodes[i]].place;
            std::int64_t const back = distance_mm(here, map_.nodes[way.nodes[start]].place);
            std::int64_t const ahead = distance_mm(here, map_.nodes[way.nodes[end]].place);
            if (std::min(back, ahead) > signals_reach_mm) continue;
            builder_.add_node_flags(ticket(way.nodes[back < ahead ? start : end]), node_flag::traffic_lights);
        }
    }

    /// Those that no mode has any use for are left out.
    void add_streets()
    {
        for (std::size_t i = 0; i < streets_.size(); ++i) {
            NewStreet& street = streets_[i];
            if (street.ahead == Speeds{} && street.back == Speeds{}) continue;
            NodeTicket const from = street.from, to = street.to;
            StreetTicket const ticket = builder_.add_street(std::move(street));
            if (i < way_of_street_.size()) pieces_.add(way_of_street_[i], {from, to, ticket});
        }
    }

    // --- what is no way ---

    void add_ground(OpenGround const& ground)
    {
        for (GroundLine const& line : ground.lines) {
            NewStreet street;
            street.from = ticket(line.from);
            street.to = ticket(line.to);
            if (street.from == street.to) continue;
            for (std::uint32_t const node : line.between) street.between.push_back(map_.nodes[node].place);
            street.road_class = RoadClass::open_ground;
            street.ahead[index_of(Mode::foot)] = street.back[index_of(Mode::foot)] = walking_speed / 10;
            streets_.push_back(std::move(street));
        }
    }
    /// Of each node with a ticket: who does not get past it.
    std::vector<ModeMask> blocked_modes() const
    {
        std::vector<ModeMask> blocked(builder_.node_count());
        for (std::uint32_t const node : source_nodes_)
            if (!map_.nodes[node].tags.empty()) blocked[tickets_[node]] = modes_kept_back(node);
        return blocked;
    }
    ModeMask modes_kept_back(std::uint32_t node) const
    {
        Barrier const barrier = barrier_of(map_, map_.nodes[node].tags);
        return static_cast<ModeMask>((barrier.car ? 0 : mask_of(Mode::car)) |
                                     (barrier.ebike ? 0 : mask_of(Mode::ebike)) |
                                     (barrier.emergency_car ? 0 : mask_of(Mode::emergency_car)));
    }
    /// Whoever is kept back by a barrier may come up to it from every side, and may not go on.
    void forbid_barriers()
    {
        for (std::uint32_t const node : source_nodes_) {
            if (map_.nodes[node].tags.empty()) continue;
            ModeMask const modes = modes_kept_back(node);
            if (modes == 0) continue;
            ++report_.barriers;
            NodeTicket const at{tickets_[node]};
            for (StreetTicket const from : pieces_.at(at))
                for (StreetTicket const to : pieces_.at(at))
                    if (from != to) builder_.add_restriction({false, from, {}, at, to, modes});
        }
    }

    SourceMap const& map_;
    RoadGraphBuilder builder_;
    std::vector<std::pair<std::uint32_t, RoadUse>> ways_;
    std::vector<std::uint8_t> uses_;
    std::vector<std::uint32_t> tickets_;       // of source nodes
    std::vector<std::uint32_t> source_nodes_;  // those with a ticket of their own
    std::vector<NewStreet> streets_;
    std::vector<std::uint32_t> way_of_street_;  // of the first streets; those behind cross open ground
    Pieces pieces_;
    RoadReport report_;
};

}  // namespace

BuiltRoads build_roads(SourceMap const& map, std::string_view time_zone)
{
    return Builder{map}.build(keeps_left(time_zone));
}

bool keeps_left(std::string_view time_zone)
{
    static constexpr std::array zones{"Asia/Hong_Kong",  "Asia/Macau",    "Asia/Singapore",      "Asia/Tokyo",
                                      "Asia/Bangkok",    "Asia/Jakarta",  "Asia/Kuala_Lumpur",   "Asia/Kolkata",
                                      "Europe/London",   "Europe/Dublin", "Africa/Johannesburg", "Africa/Nairobi",
                                      "Pacific/Auckland"};
    return time_zone.starts_with("Australia/") || std::find(zones.begin(), zones.end(), time_zone) != zones.end();
}

}  // namespace cresset::maps
