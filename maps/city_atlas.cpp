#include "maps/city_atlas.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace cresset::maps::city {

namespace {

std::size_t ix(int i)
{
    return static_cast<std::size_t>(i);
}

constexpr Place middle_of_city{290'000'000, 1'245'000'000};

char const* highway_of(Edge const& edge)
{
    switch (edge.kind) {
        case Class::trunk: return "trunk";
        case Class::primary: return "primary";
        case Class::secondary: return "secondary";
        case Class::tertiary: return "tertiary";
        case Class::living_street: return "living_street";
        case Class::track: return "track";
        case Class::alley: return "footway";
        default: return "residential";
    }
}

struct Build {
    char const *lanes, *speed, *cycleway;
};

Build build_of(Class kind)
{
    switch (kind) {
        case Class::trunk: return {"6", "70", "track"};
        case Class::primary: return {"6", "60", "track"};
        case Class::secondary: return {"4", "50", "track"};
        case Class::tertiary: return {"2", "40", "lane"};
        case Class::residential: return {"2", "30", ""};
        default: return {"1", "15", ""};
    }
}

/// The part of a line within the edges of the map.
Path clipped(Path const& line)
{
    Path result;
    auto const inside = [](P p) {
        return p.x >= west_edge && p.x <= east_edge && p.y >= south_edge && p.y <= north_edge;
    };
    auto const border = [](P in, P out) {
        double t = 1;
        if (out.x < west_edge) t = std::min(t, (west_edge - in.x) / (out.x - in.x));
        if (out.x > east_edge) t = std::min(t, (east_edge - in.x) / (out.x - in.x));
        if (out.y < south_edge) t = std::min(t, (south_edge - in.y) / (out.y - in.y));
        if (out.y > north_edge) t = std::min(t, (north_edge - in.y) / (out.y - in.y));
        return mix(in, out, t);
    };
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (i > 0 && inside(line[i]) != inside(line[i - 1]))
            result.push_back(inside(line[i]) ? border(line[i], line[i - 1]) : border(line[i - 1], line[i]));
        if (inside(line[i])) result.push_back(line[i]);
    }
    return result;
}

}  // namespace

Place place_of(P place)
{
    // One plane for the whole city, so that straight lines stay straight: 11.119508 mm of a degree's ten-millionth.
    std::int64_t const east_mm = static_cast<std::int64_t>(std::floor(place.x * 1000 + 0.5));
    std::int64_t const north_mm = static_cast<std::int64_t>(std::floor(place.y * 1000 + 0.5));
    std::int64_t const shrink = cosine_q30(middle_of_city.lat_e7);
    auto const half_up = [](std::int64_t a, std::int64_t b) { return a >= 0 ? (a + b / 2) / b : -((-a + b / 2) / b); };
    std::int64_t const lat = half_up(north_mm * 1'000'000, 11'119'508);
    std::int64_t const lon =
        half_up(half_up(east_mm * 1'000'000'000, 11'119'508) * (std::int64_t{1} << 30) / 1000, shrink);
    return {static_cast<std::int32_t>(middle_of_city.lat_e7 + lat),
            static_cast<std::int32_t>(middle_of_city.lon_e7 + lon)};
}

std::uint32_t Atlas::new_node(P place)
{
    auto const number = static_cast<std::uint32_t>(map_.nodes.size());
    map_.nodes.push_back({std::int64_t{number} + 1, place_of(place), {}});
    map_.bounds.add(map_.nodes.back().place);
    return number;
}

std::uint32_t Atlas::node_of(std::map<int, std::uint32_t>& known, int mesh_node)
{
    auto const found = known.find(mesh_node);
    if (found != known.end()) return found->second;
    std::uint32_t const node = new_node(town_.mesh.place(mesh_node));
    known.emplace(mesh_node, node);
    return node;
}

/// A tunnel shares its ends with the streets above, and nothing else.
bool Atlas::is_portal(int mesh_node) const
{
    return town_.mesh.degree[ix(mesh_node)] == 2;
}

std::uint32_t Atlas::street_node(int half, int mesh_node)
{
    bool const is_apart = town_.mesh.edge(half).under && !is_portal(mesh_node);
    return node_of(is_apart ? tunnel_nodes_ : ground_nodes_, mesh_node);
}

std::uint32_t Atlas::add_way(std::vector<std::uint32_t> nodes, TagList const& tags)
{
    SourceWay way;
    way.id = static_cast<std::int64_t>(map_.ways.size()) + 1;
    way.nodes = std::move(nodes);
    for (auto const& [key, value] : tags) map_.add_tag(way.tags, key, value);
    map_.ways.push_back(std::move(way));
    return static_cast<std::uint32_t>(map_.ways.size() - 1);
}

std::uint32_t Atlas::add_ring(Path const& ring, TagList const& tags)
{
    std::vector<std::uint32_t> nodes;
    for (P p : ring) nodes.push_back(new_node(p));
    nodes.push_back(nodes.front());
    return add_way(std::move(nodes), tags);
}

void Atlas::add_line(Path const& line, TagList const& tags)
{
    std::vector<std::uint32_t> nodes;
    for (P p : line) nodes.push_back(new_node(p));
    if (nodes.size() > 1) add_way(std::move(nodes), tags);
}

void Atlas::add_relation(std::vector<SourceMember> members, TagList const& tags)
{
    SourceRelation relation;
    relation.id = static_cast<std::int64_t>(map_.relations.size()) + 1;
    relation.members = std::move(members);
    for (auto const& [key, value] : tags) map_.add_tag(relation.tags, key, value);
    map_.relations.push_back(std::move(relation));
}

void Atlas::tag_node(std::uint32_t node, TagList const& tags)
{
    for (auto const& [key, value] : tags) map_.add_tag(map_.nodes[node].tags, key, value);
}

TagList Atlas::street_tags(Street const& street, int half) const
{
    Mesh const& mesh = town_.mesh;
    Edge const& edge = mesh.edge(half);
    TagList tags{{"highway", highway_of(edge)}};
    if (!street.name.zh.empty())
        tags.insert(tags.end(), {{"name", street.name.zh}, {"name:zh", street.name.zh}, {"name:en", street.name.en}});
    if (!street.ref.empty()) tags.push_back({"ref", street.ref});
    if (edge.kind == Class::alley) return tags;
    Build const build = build_of(edge.kind);
    tags.insert(tags.end(), {{"lanes", street.oneway && edge.kind != Class::tertiary ? "1" : build.lanes},
                             {"maxspeed", build.speed}});
    if (*build.cycleway != '\0') tags.push_back({"cycleway:both", build.cycleway});
    if (edge.kind <= Class::tertiary && !edge.under) tags.push_back({"sidewalk", "both"});
    if (street.oneway) tags.insert(tags.end(), {{"oneway", "yes"}, {"oneway:bicycle", "no"}});
    Ground const left = town_.ground(mesh.half(half).face), right = town_.ground(mesh.half(half ^ 1).face);
    if (edge.under)
        tags.insert(tags.end(), {{"tunnel", "yes"}, {"layer", "-1"}, {"foot", "no"}});
    else if (left == right && (left == Ground::river || left == Ground::canal))
        tags.insert(tags.end(), {{"bridge", "yes"}, {"layer", "1"}});
    return tags;
}

void Atlas::add_streets(Network const& network)
{
    std::set<int> cuts;
    for (auto const& ban : network.bans) cuts.insert(ban.via);
    for (auto const& street : network.streets) {
        std::vector<int> run;
        TagList tags;
        auto const flush = [&] {
            if (run.empty()) return;
            int const first = town_.mesh.half(run.front()).from, last = town_.mesh.to(run.back());
            std::vector<std::uint32_t> nodes{street_node(run.front(), first)};
            for (int h : run) nodes.push_back(street_node(h, town_.mesh.to(h)));
            std::uint32_t const way = add_way(std::move(nodes), tags);
            way_at_end_[{run.front() / 2, first}] = way;
            way_at_end_[{run.back() / 2, last}] = way;
            run.clear();
        };
        for (int h : street.halves) {
            TagList now = street_tags(street, h);
            if (now != tags || cuts.count(town_.mesh.half(h).from) > 0) flush();
            tags = std::move(now);
            run.push_back(h);
        }
        flush();
    }
    for (int node : network.signals) tag_node(node_of(ground_nodes_, node), {{"highway", "traffic_signals"}});
}

void Atlas::add_lanes(Works const& works)
{
    for (auto const& lane : works.lanes) {
        std::vector<std::uint32_t> nodes;
        for (int n : lane.nodes) nodes.push_back(node_of(ground_nodes_, n));
        add_way(std::move(nodes), lane.tags);
    }
    for (auto const& on : works.on_nodes) tag_node(node_of(ground_nodes_, on.node), on.tags);
}

void Atlas::add_bans(Network const& network)
{
    for (auto const& ban : network.bans) {
        auto const from = way_at_end_.find({ban.from_edge, ban.via}), to = way_at_end_.find({ban.to_edge, ban.via});
        if (from == way_at_end_.end() || to == way_at_end_.end()) continue;
        std::uint32_t const via = node_of(ground_nodes_, ban.via);
        add_relation({{MemberKind::way, from->second, map_.text("from")},
                      {MemberKind::node, via, map_.text("via")},
                      {MemberKind::way, to->second, map_.text("to")}},
                     {{"type", "restriction"}, {"restriction", ban.what}});
    }
}

void Atlas::add_water()
{
    Plan const& plan = town_.plan;
    Path river = clipped(plan.river_left), right = clipped(plan.river_right);
    river.insert(river.end(), right.rbegin(), right.rend());
    TagList const name{{"name", "望江"}, {"name:zh", "望江"}, {"name:en", "Wang River"}};
    TagList area{{"natural", "water"}, {"water", "river"}};
    area.insert(area.end(), name.begin(), name.end());
    add_ring(river, area);
    TagList line{{"waterway", "river"}};
    line.insert(line.end(), name.begin(), name.end());
    add_line(clipped(plan.river), line);
    add_line(clipped(plan.coast), {{"natural", "coastline"}});
    std::vector<std::pair<char const*, char const*>> const canals{{"北护城河", "North Moat"},
                                                                  {"南塘河", "Nantang Canal"}};
    for (std::size_t i = 0; i < plan.canals.size(); ++i) {
        TagList const tags{{"name", canals[i].first}, {"name:zh", canals[i].first}, {"name:en", canals[i].second}};
        Path ring = clipped(beside(plan.canals[i], 11)), other = clipped(beside(plan.canals[i], -11));
        ring.insert(ring.end(), other.rbegin(), other.rend());
        TagList water{{"natural", "water"}, {"water", "canal"}};
        water.insert(water.end(), tags.begin(), tags.end());
        add_ring(ring, water);
        TagList way{{"waterway", "canal"}};
        way.insert(way.end(), tags.begin(), tags.end());
        add_line(clipped(plan.canals[i]), way);
    }
    for (Path const& mole : {Path{{7400, 700}, {7900, 760}, {8250, 1000}, {8400, 1400}},
                             Path{{7420, 3380}, {7900, 3300}, {8300, 2900}, {8420, 2300}}})
        add_line(mole, {{"man_made", "breakwater"}});
    add_line({{7320, 1000}, {7700, 1050}, {8600, 1800}, {east_edge, 2000}}, {{"route", "ferry"},
                                                                             {"name", "江湾—外海航线"},
                                                                             {"name:en", "Riverbend outer ferry"},
                                                                             {"motor_vehicle", "no"},
                                                                             {"foot", "yes"}});
}

void Atlas::add_areas(Works const& works)
{
    for (auto const& area : works.areas) {
        bool const is_open = area.tags[0].second == "pedestrian" || area.tags[0].second == "park";
        if (area.face < 0 || !is_open) {
            add_ring(area.ring, area.tags);
            continue;
        }
        std::vector<std::uint32_t> nodes;
        for (int h : town_.mesh.loop(area.face)) nodes.push_back(node_of(ground_nodes_, town_.mesh.half(h).from));
        nodes.push_back(nodes.front());
        add_way(std::move(nodes), area.tags);
    }
}

void Atlas::add_buildings(Works const& works, Network const& network)
{
    std::set<std::pair<int, int>> given;
    for (auto const& building : works.buildings) {
        TagList tags = building.tags;
        tags.insert(tags.end(), {{"building:levels", std::to_string(building.levels)},
                                 {"height", std::to_string(building.levels * 3 + 1)}});
        if (building.street >= 0) {
            int const number = network.street_of_edge[ix(building.street / 2)];
            Street const& street = network.streets[ix(number)];
            int house = house_number(town_, street, ring_middle(building.ring));
            while (!given.insert({number, house}).second) house += 2;
            if (!street.name.zh.empty())
                tags.insert(tags.end(), {{"addr:housenumber", std::to_string(house)},
                                         {"addr:street", street.name.zh},
                                         {"addr:street:en", street.name.en}});
        }
        add_ring(building.ring, tags);
    }
}

void Atlas::add_spots(Works const& works)
{
    for (auto const& spot : works.spots) tag_node(new_node(spot.place), spot.tags);
}

void Atlas::add_boundaries(Areas const& areas)
{
    Mesh const& mesh = town_.mesh;
    std::map<int, std::uint32_t> way_of_edge;
    auto const grid_of = [&](int half) { return areas.grid_of_face[ix(mesh.half(half).face)]; };
    auto const police_of = [&](int grid) { return grid < 0 ? -1 : areas.police_of_grid[ix(grid)]; };
    auto const district_of = [&](int grid) { return grid < 0 ? -1 : areas.police[ix(police_of(grid))].district; };
    auto const way_tags = [&](int a, int b) -> TagList {
        if (district_of(a) != district_of(b)) return {{"boundary", "administrative"}, {"admin_level", "6"}};
        if (police_of(a) != police_of(b)) return {{"boundary", "administrative"}, {"admin_level", "8"}};
        return {{"boundary", "patrol_grid"}};
    };
    std::vector<std::vector<AreaRing>> rings_of_grid;
    std::vector<std::vector<int>> first_half(ix(areas.grid_count()));
    for (int grid = 0; grid < areas.grid_count(); ++grid) {
        auto rings = rings_around(mesh, [&](int face) { return areas.grid_of_face[ix(face)] == grid; });
        for (auto& ring :
             rings) {  // begin where the neighbour changes, so that no common border is cut at a chance place
            std::size_t start = 0;
            for (std::size_t i = 1; i < ring.halves.size() && start == 0; ++i)
                if (grid_of(ring.halves[i] ^ 1) != grid_of(ring.halves[i - 1] ^ 1)) start = i;
            std::rotate(ring.halves.begin(), ring.halves.begin() + static_cast<std::ptrdiff_t>(start),
                        ring.halves.end());
            for (std::size_t i = 0; i < ring.halves.size();) {
                int const other = grid_of(ring.halves[i] ^ 1);
                std::size_t end = i;
                while (end < ring.halves.size() && grid_of(ring.halves[end] ^ 1) == other) ++end;
                if (way_of_edge.count(ring.halves[i] / 2) == 0) {
                    std::vector<std::uint32_t> nodes{node_of(boundary_nodes_, mesh.half(ring.halves[i]).from)};
                    for (std::size_t k = i; k < end; ++k)
                        nodes.push_back(node_of(boundary_nodes_, mesh.to(ring.halves[k])));
                    std::uint32_t const way = add_way(std::move(nodes), way_tags(grid, other));
                    for (std::size_t k = i; k < end; ++k) way_of_edge[ring.halves[k] / 2] = way;
                }
                i = end;
            }
        }
        rings_of_grid.push_back(std::move(rings));
    }
    auto const members_of = [&](std::vector<AreaRing> const& rings) {
        std::vector<SourceMember> members;
        std::set<std::uint32_t> known;
        for (auto const& ring : rings)
            for (int h : ring.halves)
                if (std::uint32_t const way = way_of_edge.at(h / 2); known.insert(way).second)
                    members.push_back({MemberKind::way, way, map_.text("outer")});
        return members;
    };
    for (std::size_t d = 0; d < areas.districts.size(); ++d) {
        auto const rings =
            rings_around(mesh, [&](int face) { return areas.district_of_face(face) == static_cast<int>(d); });
        Name const& name = areas.districts[d];
        add_relation(members_of(rings), {{"type", "boundary"},
                                         {"boundary", "administrative"},
                                         {"admin_level", "6"},
                                         {"name", name.zh},
                                         {"name:zh", name.zh},
                                         {"name:en", name.en}});
    }
    std::vector<int> grids_of_police(areas.police.size(), 0);
    for (std::size_t p = 0; p < areas.police.size(); ++p) {
        auto const rings =
            rings_around(mesh, [&](int face) { return areas.police_of_face(face) == static_cast<int>(p); });
        auto const& area = areas.police[p];
        std::string const zh = area.name.zh + "街道", ref = (p + 1 < 10 ? "S0" : "S") + std::to_string(p + 1);
        add_relation(members_of(rings), {{"type", "boundary"},
                                         {"boundary", "administrative"},
                                         {"admin_level", "8"},
                                         {"name", zh},
                                         {"name:zh", zh},
                                         {"name:en", area.name.en + " Sub-district"},
                                         {"police:station", ref},
                                         {"district", areas.districts[ix(area.district)].zh}});
    }
    for (int grid = 0; grid < areas.grid_count(); ++grid) {
        if (rings_of_grid[ix(grid)].empty()) continue;
        auto const p = ix(police_of(grid));
        int const number = ++grids_of_police[p];
        std::string const station = (p + 1 < 10 ? "S0" : "S") + std::to_string(p + 1);
        std::string const ref = station + (number < 10 ? "-0" : "-") + std::to_string(number);
        std::string const zh = areas.police[p].name.zh + std::to_string(number) + "号网格";
        add_relation(members_of(rings_of_grid[ix(grid)]),
                     {{"type", "boundary"},
                      {"boundary", "patrol_grid"},
                      {"ref", ref},
                      {"name", zh},
                      {"name:zh", zh},
                      {"name:en", areas.police[p].name.en + " Grid " + std::to_string(number)},
                      {"police:station", station}});
    }
}

SourceMap Atlas::finish() &&
{
    map_.name = "Riverbend";
    map_.name_zh = "江湾";
    map_.attribution = "江湾是虚构的城市 · Riverbend is an invented city";
    map_.licence = "Apache-2.0";
    map_.time_zone = "Asia/Shanghai";
    return std::move(map_);
}

}  // namespace cresset::maps::city
