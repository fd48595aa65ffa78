#pragma once
/// A seeded net of streets for tests: a crooked grid with gaps, one-ways, footways, diagonals, an island, turn
/// restrictions over two to four arcs. Nothing like a real city; everything that searches must cope with.

#include "core/base/dice.h"
#include "core/roads/road_graph_builder.h"
#include "core/roads/snap_index.h"

namespace cresset {

struct RandomStreets {
    std::uint64_t seed = 1;
    int side = 20;
    bool equal_lengths = false;  // many ways of the same cost, to try the tie rule
};

inline Speeds random_speeds(Dice& dice)
{
    if (dice.chance(1, 8)) return {0, 0, 0, 140};
    auto const base = static_cast<std::uint16_t>(dice.range(300, 1800));
    return {static_cast<std::uint16_t>(base * 3 / 2), base, static_cast<std::uint16_t>(base / 3 + 100), 140};
}

inline RoadGraph random_streets(RandomStreets const& wish)
{
    Dice dice{wish.seed};
    RoadGraphBuilder builder;
    int const side = wish.side;
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            std::int64_t const jitter = wish.equal_lengths ? 0 : 40'000;
            Place const place = moved({311'000'000, 1'212'000'000}, x * 100'000 + dice.range(-jitter, jitter),
                                      y * 100'000 + dice.range(-jitter, jitter));
            builder.add_node(place, dice.chance(1, 10) ? node_flag::traffic_lights : NodeFlags{0});
        }
    auto const node = [&](int x, int y) { return NodeTicket{static_cast<std::uint32_t>(y * side + x)}; };
    std::vector<std::vector<std::pair<StreetTicket, NodeTicket>>> at(static_cast<std::size_t>(side * side));
    auto const join = [&](NodeTicket a, NodeTicket b) {
        NewStreet street{.from = a, .to = b, .between = {}};
        if (wish.equal_lengths) street.length_mm = 100'000;
        street.road_class = static_cast<RoadClass>(dice.below(8));
        street.ahead = wish.equal_lengths ? Speeds{1000, 1000, 1000, 1000} : random_speeds(dice);
        street.back = dice.chance(1, 5) ? Speeds{0, 0, 0, street.ahead[3]} : street.ahead;
        street.name = builder.add_name({"R" + std::to_string(dice.below(50)), "", ""});
        auto const ticket = builder.add_street(std::move(street));
        at[a.value].emplace_back(ticket, b);
        at[b.value].emplace_back(ticket, a);
    };
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            if (x + 1 < side && x != side / 3 && dice.chance(4, 5)) join(node(x, y), node(x + 1, y));
            if (x == side / 3 && y % 7 == 0 && x + 1 < side) join(node(x, y), node(x + 1, y));  // few bridges
            if (y + 1 < side && dice.chance(4, 5)) join(node(x, y), node(x, y + 1));
            if (x + 1 < side && y + 1 < side && x != side / 3 && dice.chance(1, 12))
                join(node(x, y), node(x + 1, y + 1));
        }
    // An island, and a loop at one node.
    auto const far = builder.add_node(moved({311'000'000, 1'212'000'000}, -300'000, -300'000));
    auto const farther = builder.add_node(moved({311'000'000, 1'212'000'000}, -300'000, -200'000));
    builder.add_street(
        {.from = far, .to = farther, .between = {}, .ahead = {900, 900, 500, 140}, .back = {900, 900, 500, 140}});
    builder.add_street({.from = node(1, 1),
                        .to = node(1, 1),
                        .between = {moved({311'000'000, 1'212'000'000}, 120'000, 130'000),
                                    moved({311'000'000, 1'212'000'000}, 140'000, 110'000)},
                        .ahead = {900, 900, 500, 140},
                        .back = {900, 900, 500, 140}});
    for (int i = 0; i < side * side / 3; ++i) {
        auto here = static_cast<std::uint32_t>(dice.below(at.size()));
        NewRestriction restriction{.only = dice.chance(1, 4), .from = {}, .via = {}, .at_node = {}, .to = {}};
        std::vector<StreetTicket> way;
        std::size_t const wanted = 2 + dice.below(3);
        while (way.size() < wanted && !at[here].empty()) {
            auto const& [street, there] = at[here][dice.below(at[here].size())];
            if (way.size() == 1) restriction.at_node = NodeTicket{here};
            way.push_back(street);
            here = there.value;
        }
        if (way.size() < wanted) continue;
        restriction.from = way.front();
        restriction.to = way.back();
        restriction.via.assign(way.begin() + 1, way.end() - 1);
        if (restriction.only) restriction.modes = mask_of(Mode::car);
        builder.add_restriction(restriction);
    }
    return builder.build();
}

/// A position anywhere on an arc that the mode may use.
inline RoadPosition random_position(RoadGraph const& graph, Mode mode, Dice& dice)
{
    for (;;) {
        auto const arc = static_cast<ArcNumber>(dice.below(graph.arc_count()));
        if (!graph.allows(arc, mode)) continue;
        auto const offset = static_cast<std::uint32_t>(dice.below(graph.length_mm(arc) + 1));
        RoadPosition at = position_on(graph, arc, dice.chance(1, 10) ? 0 : offset);
        at.both_ways = dice.chance(3, 4);
        return at;
    }
}

}  // namespace cresset
