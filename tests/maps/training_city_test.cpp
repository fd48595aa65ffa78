#include "maps/training_city.h"

#include "maps/city_flow.h"
#include "maps/street_metrics.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <charconv>
#include <map>
#include <set>
#include <string>
#include <unordered_map>

using namespace cresset;
using namespace cresset::maps;

namespace {

SourceMap const& city_of(std::uint64_t seed)
{
    static std::map<std::uint64_t, SourceMap> cities;
    auto const found = cities.find(seed);
    return found != cities.end() ? found->second : cities.emplace(seed, make_training_city(seed)).first->second;
}

std::string text_of(SourceMap const& map, Tags const& tags, char const* key)
{
    return std::string{map.tag(tags, key).value_or("")};
}

bool is_for_cars(SourceMap const& map, SourceWay const& way)
{
    return is_public_street(map, way) || map.has(way.tags, "highway", "service");
}

bool is_travelled(SourceMap const& map, SourceWay const& way)
{
    return map.tag(way.tags, "highway").has_value() && !map.has(way.tags, "area", "yes");
}

int layer_of(SourceMap const& map, SourceWay const& way)
{
    int layer = 0;
    auto const text = map.tag(way.tags, "layer").value_or("0");
    std::from_chars(text.data(), text.data() + text.size(), layer);
    return layer;
}

std::uint64_t digest(SourceMap const& map)
{
    std::uint64_t sum = 14695981039346656037ULL;
    auto const mix = [&](std::uint64_t value) { sum = (sum ^ value) * 1099511628211ULL; };
    auto const tags = [&](Tags const& list) {
        for (auto const& [key, value] : list)
            for (char c : map.text(key) + "=" + map.text(value) + "\n") mix(static_cast<unsigned char>(c));
    };
    for (auto const& n : map.nodes)
        mix(static_cast<std::uint64_t>(n.place.lat_e7)), mix(static_cast<std::uint64_t>(n.place.lon_e7)), tags(n.tags);
    for (auto const& w : map.ways) {
        for (auto n : w.nodes) mix(n);
        tags(w.tags);
    }
    for (auto const& r : map.relations) {
        for (auto const& m : r.members) mix(m.index);
        tags(r.tags);
    }
    return sum;
}

struct Piece {
    std::uint32_t a = 0, b = 0, way = 0;
};

std::vector<Piece> pieces_of(SourceMap const& map)
{
    std::vector<Piece> pieces;
    for (std::uint32_t w = 0; w < map.ways.size(); ++w)
        if (is_travelled(map, map.ways[w]))
            for (std::size_t i = 1; i < map.ways[w].nodes.size(); ++i)
                pieces.push_back({map.ways[w].nodes[i - 1], map.ways[w].nodes[i], w});
    return pieces;
}

std::int64_t side(Place a, Place b, Place c)
{
    return (std::int64_t{b.lon_e7} - a.lon_e7) * (std::int64_t{c.lat_e7} - a.lat_e7) -
           (std::int64_t{b.lat_e7} - a.lat_e7) * (std::int64_t{c.lon_e7} - a.lon_e7);
}

bool cross(SourceMap const& map, Piece const& p, Piece const& q)
{
    if (p.a == q.a || p.a == q.b || p.b == q.a || p.b == q.b) return false;
    Place const a = map.nodes[p.a].place, b = map.nodes[p.b].place, c = map.nodes[q.a].place, d = map.nodes[q.b].place;
    auto const opposite = [](std::int64_t s, std::int64_t t) { return (s > 0 && t < 0) || (s < 0 && t > 0); };
    return opposite(side(a, b, c), side(a, b, d)) && opposite(side(c, d, a), side(c, d, b));
}

/// Calls `found` for every two pieces that cross without a node, by a grid of about 100 m.
template <typename Found>
void for_each_crossing(SourceMap const& map, Found found)
{
    constexpr std::int32_t cell = 10'000;
    auto const pieces = pieces_of(map);
    std::map<std::pair<int, int>, std::vector<std::uint32_t>> cells;
    for (std::uint32_t i = 0; i < pieces.size(); ++i) {
        Place const a = map.nodes[pieces[i].a].place, b = map.nodes[pieces[i].b].place;
        auto const [x0, x1] = std::minmax({a.lon_e7 / cell, b.lon_e7 / cell});
        auto const [y0, y1] = std::minmax({a.lat_e7 / cell, b.lat_e7 / cell});
        for (int x = x0; x <= x1; ++x)
            for (int y = y0; y <= y1; ++y) cells[{x, y}].push_back(i);
    }
    std::set<std::pair<std::uint32_t, std::uint32_t>> known;
    for (auto const& [where, list] : cells)
        for (std::size_t i = 0; i < list.size(); ++i)
            for (std::size_t j = i + 1; j < list.size(); ++j)
                if (cross(map, pieces[list[i]], pieces[list[j]]) && known.insert(std::minmax(list[i], list[j])).second)
                    found(pieces[list[i]], pieces[list[j]]);
}

struct Range {
    double low, high;
};

void check_within(double value, Range range)
{
    CHECK(value >= range.low);
    CHECK(value <= range.high);
}

}  // namespace

TEST_CASE("the same seed gives the same city and another seed another one")
{
    CHECK(digest(make_training_city(1)) == digest(city_of(1)));
    CHECK(digest(city_of(2)) != digest(city_of(1)));
}

TEST_CASE("the training city's streets are like those of real cities")
{
    for (std::uint64_t seed : {1U, 2U, 3U, 77U}) {
        StreetMetrics const m = measure_streets(city_of(seed));
        INFO("seed " << seed);
        check_within(m.dead_ends, {0.079, 0.309});          // Shanghai's centre, Liechtenstein
        check_within(m.three_way, {0.438, 0.749});          // Baltimore, Porto
        check_within(m.four_way, {0.047, 0.414});           // Monaco, Shanghai's centre
        check_within(m.bridges, {0.0025, 0.0484});          // Beijing Wudaokou, Baltimore
        check_within(m.block_quarter_m2, {2'229, 18'000});  // Beijing; larger than Liechtenstein's 12,443 in flat land
        check_within(m.block_median_m2, {3'026, 25'120});   // Beijing, Liechtenstein
        check_within(m.block_three_quarters_m2, {10'077, 72'435});  // Beijing, Wuhan
        check_within(m.mean_edge_m, {118, 266});                    // Porto Alegre, Guixi
    }
}

TEST_CASE("streets that cross without a node are bridges or tunnels on another layer")
{
    for (std::uint64_t seed : {1U, 2U, 3U}) {
        SourceMap const& map = city_of(seed);
        std::size_t bad = 0, apart = 0;
        for_each_crossing(map, [&](Piece const& p, Piece const& q) {
            ++apart;
            if (layer_of(map, map.ways[p.way]) != layer_of(map, map.ways[q.way])) return;
            if (++bad > 12) return;
            UNSCOPED_INFO(text_of(map, map.ways[p.way].tags, "highway")
                          << " and " << text_of(map, map.ways[q.way].tags, "highway") << " at "
                          << to_text(map.nodes[p.a].place) << " and " << to_text(map.nodes[q.a].place));
        });
        INFO("seed " << seed);
        CHECK(bad == 0);
        CHECK(apart > 40);  // the expressway does cross streets
    }
}

TEST_CASE("bridges and tunnels say on which layer they are")
{
    SourceMap const& map = city_of(1);
    std::size_t bridges = 0, tunnels = 0;
    for (auto const& way : map.ways) {
        bool const bridge = map.has(way.tags, "bridge", "yes"), tunnel = map.has(way.tags, "tunnel", "yes");
        bridges += bridge, tunnels += tunnel;
        if (bridge) CHECK(layer_of(map, way) > 0);
        if (tunnel) CHECK(layer_of(map, way) < 0);
    }
    CHECK(bridges > 60);
    CHECK(tunnels >= 1);
}

TEST_CASE("one can drive from nearly everywhere to nearly everywhere")
{
    for (std::uint64_t seed : {1U, 2U, 3U}) {
        SourceMap const& map = city_of(seed);
        std::vector<std::vector<int>> ahead(map.nodes.size());
        std::set<std::uint32_t> used;
        for (auto const& way : map.ways) {
            if (!is_for_cars(map, way)) continue;
            bool const oneway = map.has(way.tags, "oneway", "yes");
            for (std::size_t i = 1; i < way.nodes.size(); ++i) {
                ahead[way.nodes[i - 1]].push_back(static_cast<int>(way.nodes[i]));
                if (!oneway) ahead[way.nodes[i]].push_back(static_cast<int>(way.nodes[i - 1]));
                used.insert({way.nodes[i - 1], way.nodes[i]});
            }
        }
        auto const part = city::connected_parts(ahead);
        std::map<int, std::size_t> sizes;
        for (auto n : used) ++sizes[part[n]];
        std::size_t largest = 0;
        for (auto const& [number, size] : sizes) largest = std::max(largest, size);
        INFO("seed " << seed);
        CHECK(static_cast<double>(largest) >= 0.98 * static_cast<double>(used.size()));
    }
}

TEST_CASE("no street is a stub of a few metres")
{
    SourceMap const& map = city_of(1);
    std::size_t shortest_pieces = 0, stubs = 0;
    std::unordered_map<std::uint32_t, int> ends;
    for (auto const& p : pieces_of(map)) ++ends[p.a], ++ends[p.b];
    for (auto const& way : map.ways) {
        if (!is_for_cars(map, way)) continue;
        std::int64_t length = 0;
        for (std::size_t i = 1; i < way.nodes.size(); ++i) {
            std::int64_t const piece = distance_mm(map.nodes[way.nodes[i - 1]].place, map.nodes[way.nodes[i]].place);
            shortest_pieces += piece < 3'000;
            length += piece;
        }
        bool const hangs = ends[way.nodes.front()] == 1 || ends[way.nodes.back()] == 1;
        stubs += hangs && length < 20'000;
    }
    CHECK(shortest_pieces == 0);
    CHECK(stubs == 0);
}

TEST_CASE("a street's name is the same street's in both languages")
{
    SourceMap const& map = city_of(1);
    std::map<std::string, std::string> english, chinese;
    std::size_t named = 0;
    for (auto const& way : map.ways) {
        if (!is_public_street(map, way)) continue;
        std::string const zh = text_of(map, way.tags, "name:zh"), en = text_of(map, way.tags, "name:en");
        if (zh.empty()) continue;
        ++named;
        CHECK(english.emplace(zh, en).first->second == en);
        CHECK(chinese.emplace(en, zh).first->second == zh);
    }
    CHECK(named > 2'000);
    CHECK(english.size() > 1'500);
}

TEST_CASE("the training city has what a command room needs")
{
    SourceMap const& map = city_of(1);
    std::map<std::string, std::size_t> nodes;
    for (auto const& node : map.nodes)
        for (char const* key : {"amenity", "man_made", "barrier"})
            if (auto const value = map.tag(node.tags, key)) ++nodes[std::string{*value}];
    CHECK(nodes["police"] >= 12);
    CHECK(nodes["police"] <= 18);
    CHECK(nodes["fire_station"] >= 6);
    CHECK(nodes["lift_gate"] > 200);
    check_within(static_cast<double>(nodes["surveillance"]), {1'350, 1'700});
    std::map<std::string, std::size_t> ways;
    std::size_t numbered = 0;
    for (auto const& way : map.ways) {
        for (char const* key : {"amenity", "leisure", "shop", "water", "natural", "railway"})
            if (auto const value = map.tag(way.tags, key)) ++ways[std::string{*value}];
        numbered += map.tag(way.tags, "addr:housenumber").has_value();
    }
    for (char const* wanted : {"hospital", "school", "marketplace", "park", "mall", "river", "canal", "lake",
                               "coastline", "rail", "stadium"}) {
        INFO(wanted);
        CHECK(ways[wanted] >= 1);
    }
    CHECK(numbered > 5'000);
    CHECK(map.time_zone == "Asia/Shanghai");
}

TEST_CASE("every camera looks somewhere and every station says where it belongs")
{
    SourceMap const& map = city_of(1);
    std::set<std::string> refs, districts;
    for (auto const& relation : map.relations)
        if (map.has(relation.tags, "admin_level", "6")) districts.insert(text_of(map, relation.tags, "name"));
    CHECK(districts.size() == 5);
    for (auto const& node : map.nodes) {
        if (map.has(node.tags, "man_made", "surveillance")) {
            int direction = -1;
            auto const text = text_of(map, node.tags, "camera:direction");
            std::from_chars(text.data(), text.data() + text.size(), direction);
            CHECK((direction >= 0 && direction < 360));
            CHECK(refs.insert(text_of(map, node.tags, "ref")).second);
        }
        if (map.has(node.tags, "amenity", "police"))
            CHECK(districts.count(text_of(map, node.tags, "police:district")) == 1);
    }
}

TEST_CASE("the borders of districts, sub-districts and patrol grids close")
{
    SourceMap const& map = city_of(1);
    std::size_t grids = 0;
    for (auto const& relation : map.relations) {
        if (!map.has(relation.tags, "type", "boundary")) continue;
        grids += map.has(relation.tags, "boundary", "patrol_grid");
        std::map<std::uint32_t, int> ends;
        for (auto const& member : relation.members) {
            auto const& nodes = map.ways[member.index].nodes;
            if (nodes.front() != nodes.back()) ++ends[nodes.front()], ++ends[nodes.back()];
        }
        INFO(text_of(map, relation.tags, "name:en"));
        CHECK(!relation.members.empty());
        CHECK(std::all_of(ends.begin(), ends.end(), [](auto const& end) { return end.second % 2 == 0; }));
    }
    CHECK(grids > 100);
}

TEST_CASE("the coast runs from edge to edge with the sea on its right")
{
    for (std::uint64_t seed : {1U, 2U, 3U}) {
        SourceMap const& map = city_of(seed);
        std::size_t open = 0;
        for (auto const& way : map.ways) {
            if (!map.has(way.tags, "natural", "coastline") || way.closed()) continue;
            ++open;
            CHECK(map.nodes[way.nodes.front()].place.lat_e7 == map.bounds.min.lat_e7);
            CHECK(map.nodes[way.nodes.back()].place.lat_e7 == map.bounds.max.lat_e7);
        }
        CHECK(open == 1);
    }
}

TEST_CASE("a forbidden turn names two ways that meet in its node")
{
    SourceMap const& map = city_of(1);
    std::size_t bans = 0;
    for (auto const& relation : map.relations) {
        if (!map.has(relation.tags, "type", "restriction")) continue;
        ++bans;
        REQUIRE(relation.members.size() == 3);
        auto const via = relation.members[1].index;
        for (std::size_t i : {0U, 2U}) {
            auto const& nodes = map.ways[relation.members[i].index].nodes;
            CHECK((nodes.front() == via || nodes.back() == via));
        }
    }
    CHECK(bans > 30);
}
