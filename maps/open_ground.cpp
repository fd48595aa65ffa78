#include "maps/open_ground.h"

#include "maps/multipolygon.h"
#include "maps/road_tags.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>

namespace cresset::maps {

namespace {

/// Side of c seen from a to b, exact.
int side(Place a, Place b, Place c)
{
    auto const wide = [](std::int64_t v) { return static_cast<__int128>(v); };
    __int128 const turn = wide(std::int64_t{b.lon_e7} - a.lon_e7) * wide(std::int64_t{c.lat_e7} - a.lat_e7) -
                          wide(std::int64_t{b.lat_e7} - a.lat_e7) * wide(std::int64_t{c.lon_e7} - a.lon_e7);
    return turn > 0 ? 1 : turn < 0 ? -1 : 0;
}

class Ground {
public:
    Ground(SourceMap const& map, NodePolygon const& polygon) : map_{map}, polygon_{polygon} {}

    OpenGround cross(std::vector<std::uint8_t> const& uses, std::size_t limit)
    {
        choose_entrances(uses, limit);
        if (ground_.entrances.size() < 2) return {};
        cross_straight();
        follow_edge();
        return std::move(ground_);
    }

private:
    Place place(std::uint32_t node) const { return map_.nodes[node].place; }

    /// Junctions first; of too many, every so-and-so-many-th along the outline.
    void choose_entrances(std::vector<std::uint8_t> const& uses, std::size_t limit)
    {
        std::vector<std::uint32_t> any, junctions;
        auto const look = [&](NodeRing const& ring) {
            for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
                if (uses[ring[i]] >= 1) any.push_back(ring[i]);
                if (uses[ring[i]] >= 2) junctions.push_back(ring[i]);
            }
        };
        look(polygon_.outer);
        for (NodeRing const& hole : polygon_.holes) look(hole);
        std::vector<std::uint32_t> const& from = junctions.size() >= limit / 2 ? junctions : any;
        std::size_t const count = std::min(limit, from.size());
        for (std::size_t i = 0; i < count; ++i) {
            std::uint32_t const node = from[i * from.size() / count];
            auto& chosen = ground_.entrances;
            if (std::find(chosen.begin(), chosen.end(), node) == chosen.end()) chosen.push_back(node);
        }
        known_.assign(ground_.entrances.size() * ground_.entrances.size(), INT64_MAX / 4);
        for (std::size_t i = 0; i < ground_.entrances.size(); ++i) known(i, i) = 0;
    }
    std::int64_t& known(std::size_t i, std::size_t j) { return known_[i * ground_.entrances.size() + j]; }

    /// Lines from short to long, each only where what is there already would be a detour of more than a twentieth.
    void cross_straight()
    {
        struct Pair {
            std::int64_t length;
            std::size_t i, j;
        };
        std::vector<Pair> pairs;
        for (std::size_t i = 0; i < ground_.entrances.size(); ++i)
            for (std::size_t j = i + 1; j < ground_.entrances.size(); ++j)
                pairs.push_back({distance_mm(place(ground_.entrances[i]), place(ground_.entrances[j])), i, j});
        std::stable_sort(pairs.begin(), pairs.end(), [](Pair const& a, Pair const& b) { return a.length < b.length; });
        for (Pair const& pair : pairs) {
            if (known(pair.i, pair.j) <= pair.length + pair.length / 20) continue;
            if (sees(ground_.entrances[pair.i], ground_.entrances[pair.j])) add(pair.i, pair.j, pair.length, {});
        }
    }
    void add(std::size_t i, std::size_t j, std::int64_t length, std::vector<std::uint32_t> between)
    {
        ground_.lines.push_back({ground_.entrances[i], ground_.entrances[j], std::move(between)});
        std::size_t const n = ground_.entrances.size();
        for (std::size_t a = 0; a < n; ++a)
            for (std::size_t b = 0; b < n; ++b)
                known(a, b) =
                    std::min({known(a, b), known(a, i) + length + known(j, b), known(a, j) + length + known(i, b)});
    }
    bool sees(std::uint32_t a, std::uint32_t b) const
    {
        if (crosses(polygon_.outer, a, b)) return false;
        for (NodeRing const& hole : polygon_.holes)
            if (crosses(hole, a, b)) return false;
        return is_inside(between(place(a), place(b), 1, 2));
    }
    bool crosses(NodeRing const& ring, std::uint32_t a, std::uint32_t b) const
    {
        for (std::size_t i = 1; i < ring.size(); ++i) {
            std::uint32_t const c = ring[i - 1], d = ring[i];
            if (c == a || c == b || d == a || d == b) continue;
            bool const parts_cd = side(place(a), place(b), place(c)) * side(place(a), place(b), place(d)) <= 0;
            bool const parts_ab = side(place(c), place(d), place(a)) * side(place(c), place(d), place(b)) <= 0;
            if (parts_cd && parts_ab) return true;
        }
        return false;
    }
    bool is_inside(Place middle) const
    {
        auto const inside = [&](NodeRing const& ring) {
            Line line;
            for (std::uint32_t const node : ring) line.push_back(place(node));
            return ring_contains(line, middle);
        };
        return inside(polygon_.outer) && std::none_of(polygon_.holes.begin(), polygon_.holes.end(), inside);
    }

    /// Entrances on the outer edge that no line joins yet are joined along it.
    void follow_edge()
    {
        NodeRing const& ring = polygon_.outer;
        std::optional<std::size_t> last;
        std::vector<std::uint32_t> passed;
        std::int64_t length = 0;
        for (std::size_t i = 0; i < ring.size(); ++i) {
            if (i > 0) length += distance_mm(place(ring[i - 1]), place(ring[i]));
            auto const found = std::find(ground_.entrances.begin(), ground_.entrances.end(), ring[i]);
            if (found == ground_.entrances.end()) {
                passed.push_back(ring[i]);
                continue;
            }
            auto const here = static_cast<std::size_t>(found - ground_.entrances.begin());
            if (last && known(*last, here) >= INT64_MAX / 4) add(*last, here, length, passed);
            last = here;
            passed.clear();
            length = 0;
        }
    }

    SourceMap const& map_;
    NodePolygon const& polygon_;
    OpenGround ground_;
    std::vector<std::int64_t> known_;  // shortest lengths between entrances over the lines so far
};

}  // namespace

std::vector<OpenGround> find_open_grounds(SourceMap const& map, std::vector<std::uint8_t> const& uses,
                                          std::size_t limit)
{
    std::vector<OpenGround> grounds;
    auto const add = [&](NodePolygon const& polygon) {
        OpenGround ground = Ground{map, polygon}.cross(uses, limit);
        if (!ground.lines.empty()) grounds.push_back(std::move(ground));
    };
    for (SourceWay const& way : map.ways)
        if (way.closed() && is_open_ground(map, way.tags)) add({way.nodes, {}});
    for (SourceRelation const& relation : map.relations) {
        if (!map.has(relation.tags, "type", "multipolygon") || !is_open_ground(map, relation.tags)) continue;
        for (NodePolygon const& polygon : assemble_area(map, relation).polygons) add(polygon);
    }
    return grounds;
}

}  // namespace cresset::maps
