#pragma once
/// What an isochrone promises, measured on what was drawn: nodes on the wrong side, rings that cross or touch or go
/// round the wrong way, rings that are too small without a node that asks for them.

#include "core/roads/isochrone.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

namespace cresset {

struct IsochroneFaults {
    int early_outside = 0;
    int late_inside = 0;
    int late_beside_early = 0;  // within 30 cm: told apart by nobody
    int crossings = 0;
    int wrong_way_round = 0;
    int holes_outside = 0;
    int slivers = 0;
    int rings = 0;
    int corners = 0;
    int late_near = 0;  // late nodes in the box round the areas: the test has something to say
    int small_rings = 0;
    double least_m2 = 1e12;
};

inline void check_promises(IsochroneFaults const& faults)
{
    CHECK(faults.early_outside == 0);
    CHECK(faults.late_inside == 0);
    CHECK(faults.crossings == 0);
    CHECK(faults.wrong_way_round == 0);
    CHECK(faults.holes_outside == 0);
    CHECK(faults.slivers == 0);
}

inline double ring_m2(Line const& ring)
{
    double sum = 0;
    double const cosine = static_cast<double>(cosine_q30(ring.front().lat_e7)) / (1 << 30);
    for (std::size_t i = 0; i < ring.size(); ++i) {
        auto const x = [&](std::size_t k) {
            return (ring[k % ring.size()].lon_e7 - ring[0].lon_e7) * cosine * 0.0111195;
        };
        auto const y = [&](std::size_t k) { return (ring[k % ring.size()].lat_e7 - ring[0].lat_e7) * 0.0111195; };
        sum += x(i) * y(i + 1) - x(i + 1) * y(i);
    }
    return sum / 2;
}

inline bool area_contains(IsochroneArea const& area, Place place)
{
    return ring_contains(area.outer, place) &&
           std::none_of(area.holes.begin(), area.holes.end(),
                        [&](Line const& hole) { return ring_contains(hole, place); });
}

inline bool isochrone_contains(Isochrone const& isochrone, Place place)
{
    return std::any_of(isochrone.areas.begin(), isochrone.areas.end(),
                       [&](IsochroneArea const& area) { return area_contains(area, place); });
}

struct RingSide {
    Place a, b;
    std::size_t ring, at, size;
    std::int32_t west() const { return std::min(a.lon_e7, b.lon_e7); }
    std::int32_t east() const { return std::max(a.lon_e7, b.lon_e7); }
};

/// They share a point; for neighbours on a ring, more than their common end.
inline bool sides_meet(RingSide const& s, RingSide const& t)
{
    auto const turn = [](Place a, Place b, Place c) {
        __int128 const value = static_cast<__int128>(b.lon_e7 - a.lon_e7) * (c.lat_e7 - a.lat_e7) -
                               static_cast<__int128>(b.lat_e7 - a.lat_e7) * (c.lon_e7 - a.lon_e7);
        return value > 0 ? 1 : value < 0 ? -1 : 0;
    };
    auto const on = [&](RingSide const& side, Place p) {
        return turn(side.a, side.b, p) == 0 && p.lon_e7 >= side.west() && p.lon_e7 <= side.east() &&
               p.lat_e7 >= std::min(side.a.lat_e7, side.b.lat_e7) && p.lat_e7 <= std::max(side.a.lat_e7, side.b.lat_e7);
    };
    if (s.ring == t.ring && (s.at + 1) % s.size == t.at) return on(s, t.b) || on(t, s.a);
    if (s.ring == t.ring && (t.at + 1) % t.size == s.at) return on(t, s.b) || on(s, t.a);
    if (on(s, t.a) || on(s, t.b) || on(t, s.a) || on(t, s.b)) return true;
    return turn(s.a, s.b, t.a) * turn(s.a, s.b, t.b) < 0 && turn(t.a, t.b, s.a) * turn(t.a, t.b, s.b) < 0;
}

inline int count_crossings(Isochrone const& isochrone)
{
    std::vector<RingSide> sides;
    std::size_t ring = 0;
    auto const add = [&](Line const& line) {
        for (std::size_t i = 0; i < line.size(); ++i)
            sides.push_back({line[i], line[(i + 1) % line.size()], ring, i, line.size()});
        ++ring;
    };
    for (auto const& area : isochrone.areas) {
        add(area.outer);
        for (auto const& hole : area.holes) add(hole);
    }
    std::sort(sides.begin(), sides.end(), [](auto const& a, auto const& b) { return a.west() < b.west(); });
    int count = 0;
    for (std::size_t i = 0; i < sides.size(); ++i)
        for (std::size_t k = i + 1; k < sides.size() && sides[k].west() <= sides[i].east(); ++k)
            count += sides_meet(sides[i], sides[k]) ? 1 : 0;
    return count;
}

/// `reach` must go a tenth beyond the isochrone's limit.
inline IsochroneFaults faults_of(RoadGraph const& graph, Mode mode, Reach const& reach, Isochrone const& isochrone)
{
    IsochroneFaults faults;
    faults.crossings = count_crossings(isochrone);
    std::vector<Place> early, late;
    Bounds box;
    for (auto const& area : isochrone.areas)
        for (Place const place : area.outer) box.add(place);
    for (NodeNumber node = 0; node < graph.node_count(); ++node) {
        auto const arcs = graph.arcs_out(node);
        if (std::none_of(arcs.begin(), arcs.end(),
                         [&](ArcNumber arc) { return graph.allows(arc, mode) || graph.allows(twin(arc), mode); }))
            continue;
        auto const ms = reach.node_ms(node);
        if (ms && *ms <= isochrone.within_ms) early.push_back(graph.place(node));
        if ((!ms || *ms > isochrone.within_ms + isochrone.within_ms / 10) && box.contains(graph.place(node)))
            late.push_back(graph.place(node));
    }
    faults.late_near = static_cast<int>(late.size());
    for (Place const place : early) faults.early_outside += isochrone_contains(isochrone, place) ? 0 : 1;
    for (Place const place : late) {
        if (!isochrone_contains(isochrone, place)) continue;
        bool const beside =
            std::any_of(early.begin(), early.end(), [&](Place other) { return distance_mm(place, other) <= 301; });
        ++(beside ? faults.late_beside_early : faults.late_inside);
    }
    auto const look_at = [&](Line const& ring, bool outer) {
        ++faults.rings;
        faults.corners += static_cast<int>(ring.size());
        double const m2 = ring_m2(ring);
        if ((m2 > 0) != outer) ++faults.wrong_way_round;
        faults.least_m2 = std::min(faults.least_m2, std::abs(m2));
        if (std::abs(m2) > 0.8 * least_ring_m2) return;
        ++faults.small_rings;
        auto const& asking = outer ? early : late;
        if (std::none_of(asking.begin(), asking.end(), [&](Place place) { return ring_contains(ring, place); }))
            ++faults.slivers;
    };
    for (auto const& area : isochrone.areas) {
        look_at(area.outer, true);
        for (auto const& hole : area.holes) {
            look_at(hole, false);
            if (!ring_contains(area.outer, hole.front())) ++faults.holes_outside;
        }
    }
    return faults;
}

}  // namespace cresset
