#include "maps/street_metrics.h"

#include "core/base/geo.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace cresset::maps {

namespace {

struct Step {  // one piece of street between two neighbouring nodes, seen from one end
    std::uint32_t to = 0;
    std::uint32_t reverse = 0;  // number of the same piece seen from the other end
    std::uint32_t from = 0;
    bool bridge = false;
};

struct Net {
    std::vector<std::uint32_t> first;  // steps of node n are first[n] .. first[n + 1]
    std::vector<Step> steps;           // around a node counterclockwise from east
    std::size_t degree(std::uint32_t node) const { return first[node + 1] - first[node]; }
};

struct Flat {
    std::int64_t x = 0, y = 0;  // millimetres from the middle of the map
};

std::vector<Flat> flatten(SourceMap const& map)
{
    Place const middle = map.bounds.middle();
    std::int64_t const shrink = cosine_q30(middle.lat_e7);
    std::vector<Flat> flat;
    flat.reserve(map.nodes.size());
    for (auto const& node : map.nodes) {
        std::int64_t const east = (std::int64_t{node.place.lon_e7} - middle.lon_e7) * shrink >> 30;
        flat.push_back({east * 11'120 / 1000, (std::int64_t{node.place.lat_e7} - middle.lat_e7) * 11'120 / 1000});
    }
    return flat;
}

bool is_bridge(SourceMap const& map, SourceWay const& way)
{
    auto const value = map.tag(way.tags, "bridge");
    return value && *value != "no";
}

std::vector<Step> collect(SourceMap const& map)
{
    std::vector<Step> pieces;
    for (auto const& way : map.ways) {
        if (!is_public_street(map, way)) continue;
        bool const bridge = is_bridge(map, way);
        for (std::size_t i = 1; i < way.nodes.size(); ++i) {
            if (way.nodes[i - 1] == way.nodes[i]) continue;
            auto const [low, high] = std::minmax(way.nodes[i - 1], way.nodes[i]);
            pieces.push_back({high, 0, low, bridge});
        }
    }
    auto const key = [](Step const& s) { return std::pair{s.from, s.to}; };
    std::stable_sort(pieces.begin(), pieces.end(), [&](auto const& a, auto const& b) { return key(a) < key(b); });
    auto const same = [&](auto const& a, auto const& b) { return key(a) == key(b); };
    pieces.erase(std::unique(pieces.begin(), pieces.end(), same), pieces.end());
    return pieces;
}

bool upper(Flat d)
{
    return d.y > 0 || (d.y == 0 && d.x > 0);
}

Flat minus(Flat a, Flat b)
{
    return {a.x - b.x, a.y - b.y};
}

/// True if direction a comes before b, counterclockwise from east.
bool before(Flat a, Flat b)
{
    if (upper(a) != upper(b)) return upper(a);
    return a.x * b.y - a.y * b.x > 0;
}

Net make_net(SourceMap const& map, std::vector<Flat> const& flat)
{
    Net net;
    auto const pieces = collect(map);
    std::vector<Step> both;
    for (auto const& p : pieces) {
        both.push_back(p);
        both.push_back({p.from, 0, p.to, p.bridge});
    }
    std::stable_sort(both.begin(), both.end(), [&](auto const& a, auto const& b) {
        if (a.from != b.from) return a.from < b.from;
        return before(minus(flat[a.to], flat[a.from]), minus(flat[b.to], flat[b.from]));
    });
    net.first.assign(map.nodes.size() + 1, 0);
    for (auto const& s : both) ++net.first[s.from + 1];
    for (std::size_t i = 1; i < net.first.size(); ++i) net.first[i] += net.first[i - 1];
    net.steps = std::move(both);
    for (std::uint32_t i = 0; i < net.steps.size(); ++i)
        for (std::uint32_t j = net.first[net.steps[i].to]; j < net.first[net.steps[i].to + 1]; ++j)
            if (net.steps[j].to == net.steps[i].from) net.steps[i].reverse = j;
    return net;
}

void count_junctions(Net const& net, StreetMetrics& m)
{
    std::array<std::size_t, 5> of_degree{};
    for (std::uint32_t n = 0; n + 1 < net.first.size(); ++n) {
        std::size_t const degree = net.degree(n);
        if (degree == 0 || degree == 2) continue;
        ++m.junctions;
        if (degree < of_degree.size()) ++of_degree[degree];
    }
    if (m.junctions == 0) return;
    auto const share = [&](std::size_t n) { return static_cast<double>(n) / static_cast<double>(m.junctions); };
    m.dead_ends = share(of_degree[1]);
    m.three_way = share(of_degree[3]);
    m.four_way = share(of_degree[4]);
}

std::uint32_t other_step(Net const& net, Step const& came)
{
    std::uint32_t const start = net.first[came.to];
    return net.steps[start].to == came.from ? start + 1 : start;
}

struct Edge {
    std::uint32_t end = 0;
    std::int64_t length = 0;  // mm
    std::int64_t bridge = 0;
};

Edge follow(SourceMap const& map, Net const& net, std::uint32_t step)
{
    Edge edge;
    while (true) {
        Step const& s = net.steps[step];
        std::int64_t const length = distance_mm(map.nodes[s.from].place, map.nodes[s.to].place);
        edge.length += length;
        if (s.bridge) edge.bridge += length;
        edge.end = s.to;
        if (net.degree(s.to) != 2) return edge;
        step = other_step(net, s);
    }
}

void measure_edges(SourceMap const& map, Net const& net, StreetMetrics& m)
{
    std::int64_t length = 0, bridge = 0, winding = 0, straight = 0;
    std::size_t twice = 0;
    for (std::uint32_t i = 0; i < net.steps.size(); ++i) {
        if (net.degree(net.steps[i].from) == 2) continue;
        Edge const edge = follow(map, net, i);
        ++twice;
        length += edge.length;
        bridge += edge.bridge;
        if (edge.end == net.steps[i].from) continue;
        winding += edge.length;
        straight += distance_mm(map.nodes[net.steps[i].from].place, map.nodes[edge.end].place);
    }
    m.edges = twice / 2;
    m.length_km = static_cast<double>(length) / 2e6;
    if (length > 0) m.bridges = static_cast<double>(bridge) / static_cast<double>(length);
    if (straight > 0) m.circuity = static_cast<double>(winding) / static_cast<double>(straight);
    if (twice > 0) m.mean_edge_m = static_cast<double>(length) / 1000 / static_cast<double>(twice);
}

/// The next piece around the face on the left of a piece: at its end, the first one clockwise from the way back.
std::uint32_t next_around(Net const& net, std::uint32_t step)
{
    Step const& s = net.steps[step];
    return s.reverse == net.first[s.to] ? net.first[s.to + 1] - 1 : s.reverse - 1;
}

void measure_blocks(Net const& net, std::vector<Flat> const& flat, StreetMetrics& m)
{
    std::vector<bool> seen(net.steps.size(), false);
    std::vector<double> areas;
    for (std::uint32_t i = 0; i < net.steps.size(); ++i) {
        double twice_mm2 = 0;
        for (std::uint32_t s = i; !seen[s]; s = next_around(net, s)) {
            seen[s] = true;
            Flat const a = flat[net.steps[s].from], b = flat[net.steps[s].to];
            twice_mm2 += static_cast<double>(a.x) * static_cast<double>(b.y) -
                         static_cast<double>(a.y) * static_cast<double>(b.x);
        }
        double const area = twice_mm2 / 2e6;
        if (area >= 1'000 && area <= 2'000'000) areas.push_back(area);
    }
    if (areas.empty()) return;
    std::sort(areas.begin(), areas.end());
    m.block_quarter_m2 = areas[areas.size() / 4];
    m.block_median_m2 = areas[areas.size() / 2];
    m.block_three_quarters_m2 = areas[areas.size() * 3 / 4];
}

}  // namespace

bool is_public_street(SourceMap const& map, SourceWay const& way)
{
    static constexpr std::array<std::string_view, 14> classes{
        "motorway",       "motorway_link", "trunk",         "trunk_link",   "primary",     "primary_link",  "secondary",
        "secondary_link", "tertiary",      "tertiary_link", "unclassified", "residential", "living_street", "road"};
    auto const highway = map.tag(way.tags, "highway");
    if (!highway || std::find(classes.begin(), classes.end(), *highway) == classes.end()) return false;
    return !map.has(way.tags, "area", "yes");
}

StreetMetrics measure_streets(SourceMap const& map)
{
    StreetMetrics m;
    auto const flat = flatten(map);
    Net const net = make_net(map, flat);
    count_junctions(net, m);
    measure_edges(map, net, m);
    measure_blocks(net, flat, m);
    return m;
}

}  // namespace cresset::maps
