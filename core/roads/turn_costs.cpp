#include "core/roads/turn_costs.h"

#include <algorithm>
#include <cstdlib>

namespace cresset {
namespace {

constexpr std::int64_t far_enough_e7 = 900;  // about 10 m: a shorter first piece says little about the direction

std::int64_t short_way(std::int64_t lon_e7)
{
    if (lon_e7 > 1'800'000'000) return lon_e7 - 3'600'000'000;
    if (lon_e7 < -1'800'000'000) return lon_e7 + 3'600'000'000;
    return lon_e7;
}

Heading heading(Place from, Place to, std::int64_t cosine)
{
    std::int64_t const east = short_way(std::int64_t{to.lon_e7} - from.lon_e7) * cosine >> 30U;
    return {static_cast<std::int32_t>(east), static_cast<std::int32_t>(std::int64_t{to.lat_e7} - from.lat_e7)};
}

template <typename Points>
Heading leaving(Points begin, Points end, std::int64_t cosine)
{
    Heading way;
    for (auto point = begin + 1; point != end; ++point) {
        way = heading(*begin, *point, cosine);
        if (std::abs(std::int64_t{way.east}) + std::abs(std::int64_t{way.north}) >= far_enough_e7) break;
    }
    return way;
}

/// A step down in the order of classes that makes one give way: service roads and below count as one.
int rank(RoadClass road_class)
{
    return std::min(static_cast<int>(road_class), static_cast<int>(RoadClass::service));
}

}  // namespace

TurnCosts usual_turn_costs(Mode mode)
{
    switch (mode) {
        case Mode::emergency_car:
            return {.bend_ms = 300,
                    .near_turn_ms = 2'000,
                    .across_turn_ms = 3'000,
                    .sharp_turn_ms = 5'000,
                    .u_turn_ms = 12'000,
                    .signals_ms = 2'500,
                    .bigger_road_ms = 1'000};
        case Mode::car:
            return {.bend_ms = 500,
                    .near_turn_ms = 3'000,
                    .across_turn_ms = 6'000,
                    .sharp_turn_ms = 8'000,
                    .u_turn_ms = 20'000,
                    .signals_ms = 8'000,
                    .bigger_road_ms = 3'000};
        case Mode::ebike:
            return {.bend_ms = 200,
                    .near_turn_ms = 1'500,
                    .across_turn_ms = 3'000,
                    .sharp_turn_ms = 3'000,
                    .u_turn_ms = 5'000,
                    .signals_ms = 6'000,
                    .bigger_road_ms = 2'000};
        case Mode::foot: return {.u_turn_ms = 1'000, .signals_ms = 3'000};
    }
    return {};
}

TurnPrices::TurnPrices(RoadGraph const& graph, Mode mode, TurnCosts costs)
    : graph_{graph},
      costs_{costs},
      leaving_(graph.arc_count()),
      exits_(graph.node_count()),
      greatest_(graph.node_count(), RoadClass::ferry)
{
    for (StreetNumber street = 0; street < graph.street_count(); ++street) {
        auto const shape = graph.points(street);
        std::int64_t const cosine = cosine_q30(shape.front().lat_e7);
        leaving_[2 * street] = leaving(shape.begin(), shape.end(), cosine);
        leaving_[2 * street + 1] = leaving(shape.rbegin(), shape.rend(), cosine);
    }
    for (ArcNumber arc = 0; arc < graph.arc_count(); ++arc) {
        bool const out = graph.allows(arc, mode);
        if (!out && !graph.allows(twin(arc), mode)) continue;
        NodeNumber const node = graph.from(arc);
        greatest_[node] = std::min(greatest_[node], graph.road_class(arc));
        if (out && exits_[node] < UINT8_MAX) ++exits_[node];
    }
}

std::uint32_t TurnPrices::angle_ms(ArcNumber from, ArcNumber into) const
{
    Heading const back = leaving_[twin(from)];
    Heading const out = leaving_[into];
    std::int64_t const east = -std::int64_t{back.east};
    std::int64_t const north = -std::int64_t{back.north};
    // Halved, so that the sum of two products stays within 64 bits whatever the places are.
    std::int64_t const dot = (east / 2) * out.east + (north / 2) * out.north;
    std::int64_t const cross = (east / 2) * out.north - (north / 2) * out.east;  // positive: to the left
    std::int64_t const aside = std::abs(cross);
    if (aside == 0 && dot >= 0) return 0;
    if (dot < 0 && aside < -dot) return costs_.sharp_turn_ms;
    if (dot > 0 && aside <= dot / 1000 * 364) return 0;  // tan 20 degrees = 0.364
    if (dot > 0 && aside <= dot) return costs_.bend_ms;
    bool const across = (cross > 0) != graph_.keeps_left();
    return across ? costs_.across_turn_ms : costs_.near_turn_ms;
}

std::uint32_t TurnPrices::price_ms(ArcNumber from, ArcNumber into) const
{
    if (into == twin(from)) return costs_.u_turn_ms;
    NodeNumber const node = graph_.from(into);
    bool const signals = (graph_.node_flags(node) & node_flag::traffic_lights) != 0;
    if (exits_[node] <= 2) return signals ? costs_.signals_ms : 0;  // a bend of one street, no junction
    bool const gives_way = !signals && rank(greatest_[node]) < rank(graph_.road_class(from));
    return angle_ms(from, into) + (signals ? costs_.signals_ms : 0) + (gives_way ? costs_.bigger_road_ms : 0);
}

}  // namespace cresset
