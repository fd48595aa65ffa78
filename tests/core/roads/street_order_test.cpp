#include "core/roads/street_order.h"

#include "core/roads/cell_cut.h"
#include "tests/core/roads/drawn_streets.h"
#include "tests/core/roads/random_streets.h"

#include <catch2/catch.hpp>

using namespace cresset;

namespace {

RoadNet net_of(RoadGraph graph, Mode mode)
{
    return {std::make_shared<RoadGraph const>(std::move(graph)), mode};
}

/// Junctions in a grid, streets as given.
CellGraph cell_of(std::vector<std::array<std::int32_t, 2>> places, std::vector<std::array<std::uint32_t, 2>> edges)
{
    CellGraph cell;
    cell.places = std::move(places);
    cell.edges = std::move(edges);
    cell.index();
    return cell;
}

std::size_t cut_size(CellGraph const& cell, std::vector<std::uint8_t> const& side)
{
    return static_cast<std::size_t>(std::count_if(cell.edges.begin(), cell.edges.end(),
                                                  [&](auto const& edge) { return side[edge[0]] != side[edge[1]]; }));
}

}  // namespace

TEST_CASE("a cell without junctions or with one is not cut")
{
    CellCutter cutter;
    CHECK(cutter.cut(cell_of({}, {})).empty());
    CHECK(cutter.cut(cell_of({{0, 0}}, {})) == std::vector<std::uint8_t>{0});
}

TEST_CASE("two junctions come to lie on two sides")
{
    CellCutter cutter;
    auto const side = cutter.cut(cell_of({{0, 0}, {0, 0}}, {{0, 1}, {0, 1}}));
    CHECK(side[0] != side[1]);
}

TEST_CASE("a cell of several parts is cut between them")
{
    CellCutter cutter;
    auto const cell = cell_of({{0, 0}, {1, 0}, {2, 0}, {3, 0}, {4, 0}}, {{0, 2}, {2, 4}, {1, 3}});
    auto const side = cutter.cut(cell);
    CHECK(cut_size(cell, side) == 0);
    CHECK(side[0] != side[1]);
}

TEST_CASE("two quarters joined by a bridge are cut at the bridge")
{
    std::vector<std::array<std::int32_t, 2>> places;
    std::vector<std::array<std::uint32_t, 2>> edges;
    for (std::uint32_t quarter = 0; quarter < 2; ++quarter)
        for (std::uint32_t i = 0; i < 16; ++i) {
            std::uint32_t const at = 16 * quarter + i;
            places.push_back({static_cast<std::int32_t>(i % 4 + 6 * quarter), static_cast<std::int32_t>(i / 4)});
            if (i % 4 < 3) edges.push_back({at, at + 1});
            if (i < 12) edges.push_back({at, at + 4});
        }
    edges.push_back({3, 16});
    auto const cell = cell_of(places, edges);
    CellCutter cutter;
    auto const side = cutter.cut(cell);
    CHECK(cut_size(cell, side) == 1);
    CHECK(side[3] != side[16]);
    CHECK(std::count(side.begin(), side.end(), 1) == 16);
}

TEST_CASE("every cut leaves a fair part on either side")
{
    CellCutter cutter;
    Dice dice{8};
    for (int i = 0; i < 200; ++i) {
        std::vector<std::array<std::int32_t, 2>> places;
        std::vector<std::array<std::uint32_t, 2>> edges;
        auto const count = static_cast<std::uint32_t>(dice.range(4, 60));
        for (std::uint32_t node = 0; node < count; ++node) {
            places.push_back({static_cast<std::int32_t>(dice.below(9)), static_cast<std::int32_t>(dice.below(9))});
            if (node > 0) edges.push_back({static_cast<std::uint32_t>(dice.below(node)), node});
        }
        for (std::uint32_t k = 0; k < count / 2; ++k) {
            auto const a = static_cast<std::uint32_t>(dice.below(count));
            auto const b = static_cast<std::uint32_t>(dice.below(count));
            if (a != b) edges.push_back({a, b});
        }
        auto const cell = cell_of(places, edges);
        auto const side = cutter.cut(cell);
        auto const ones = static_cast<std::size_t>(std::count(side.begin(), side.end(), 1));
        REQUIRE(side.size() == count);
        REQUIRE(std::min(ones, count - ones) >= count / 4);
    }
}

TEST_CASE("a net without streets has an order without streets")
{
    CHECK(street_order(net_of(RoadGraph{}, Mode::car)).empty());
}

TEST_CASE("the order has every street that the mode may use once and no other")
{
    for (std::uint64_t seed = 1; seed <= 6; ++seed)
        for (Mode const mode : all_modes) {
            auto const net = net_of(random_streets({.seed = seed, .side = 9}), mode);
            std::vector<StreetNumber> expected;
            for (StreetNumber street = 0; street < net.graph().street_count(); ++street)
                if (net.allows(2 * street) || net.allows(2 * street + 1)) expected.push_back(street);
            auto order = street_order(net);
            REQUIRE(street_order(net) == order);
            std::sort(order.begin(), order.end());
            REQUIRE(order == expected);
        }
}

TEST_CASE("the street between two quarters comes last")
{
    DrawnStreets city{R"(
A---B       K---L
|   |       |   |
C---D---X---M---N
|   |       |   |
E---F       O---P
)"};
    RoadNet const net{city.graph(), Mode::car};
    auto const order = street_order(net);
    auto const last = order.back();
    CHECK((last == street_of(*city.arc('D', 'X')) || last == street_of(*city.arc('X', 'M'))));
}
