#include "core/roads/coverage.h"

#include "core/roads/coverage_holes.h"
#include "tests/core/roads/drawn_streets.h"
#include "tests/core/roads/random_streets.h"

#include <catch2/catch.hpp>

using namespace cresset;

namespace {

struct Town {
    explicit Town(std::string_view drawing) : city{drawing}, roads{std::make_shared<Roads const>(city.graph())} {}
    CoverUnit unit(char a, char b, std::uint32_t offset_mm = 0, Mode mode = Mode::emergency_car)
    {
        return {position_on(*city.graph(), *city.arc(a, b), offset_mm), mode};
    }
    StreetNumber street(char a, char b) { return street_of(*city.arc(a, b)); }
    std::string names(CoverageHole const& hole) const
    {
        std::string out;
        for (StreetNumber const one : hole.streets) out += city_graph().name(2 * one).name + " ";
        return out;
    }
    RoadGraph const& city_graph() const { return roads->graph(); }
    Coverage cover(std::vector<CoverUnit> const& units) const { return CoverageSearch{roads}.cover(units); }

    DrawnStreets city;
    std::shared_ptr<Roads const> roads;
};

/// A search from every unit to the middle of the street.
StreetCover one_by_one(std::array<std::optional<RouteSearch>, all_modes.size()>& searches,
                       std::vector<CoverUnit> const& units, RoadPosition const& middle)
{
    std::vector<std::pair<std::uint32_t, std::uint32_t>> rows;
    for (std::uint32_t who = 0; who < units.size(); ++who)
        if (auto const route = searches[index_of(units[who].mode)]->fastest_plain(units[who].at, middle))
            rows.emplace_back(route->duration_ms, who);
    std::sort(rows.begin(), rows.end());
    StreetCover out;
    if (!rows.empty()) out.ms = rows[0].first, out.who = rows[0].second;
    if (rows.size() > 1) out.next_ms = rows[1].first, out.next_who = rows[1].second;
    return out;
}

}  // namespace

TEST_CASE("without units nothing is covered and all is one hole")
{
    Town town{R"(
A---B---C
)"};
    auto const coverage = town.cover({});
    CHECK(coverage == Coverage(2));
    auto const holes = CoverageHoles{town.roads}.holes(coverage);
    REQUIRE(holes.size() == 1);
    CHECK(holes[0].streets.size() == 2);
    CHECK(holes[0].worst_ms == never_ms);
    CHECK_FALSE(CoverageHoles{town.roads}.best_move(coverage, {}, holes[0]));
}

TEST_CASE("the two nearest of every street are what a search from each unit finds")
{
    int covered = 0;
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        auto const roads = std::make_shared<Roads const>(random_streets({.seed = seed, .side = 10}));
        std::array<std::optional<RouteSearch>, all_modes.size()> searches;
        for (Mode const mode : all_modes) searches[index_of(mode)].emplace(roads->route_search(mode));
        Dice dice{seed, 31};
        std::vector<CoverUnit> units;
        for (int i = 0; i < 9; ++i) {
            Mode const mode = all_modes[dice.below(all_modes.size())];
            units.push_back({random_position(roads->graph(), mode, dice), mode});
        }
        CoverageSearch search{roads};
        auto const coverage = search.cover(units);
        REQUIRE(search.cover(units) == coverage);
        for (StreetNumber street = 0; street < coverage.size(); ++street) {
            REQUIRE(coverage[street] == one_by_one(searches, units, middle_of(roads->graph(), street)));
            covered += coverage[street].next_ms < never_ms ? 1 : 0;
        }
    }
    REQUIRE(covered > 500);
}

TEST_CASE("streets that nobody reaches in time are holes and the longest comes first")
{
    Town town{R"(
A---B--------------C
|
D--------E
)"};
    CoverageHoles const judge{town.roads, 20'000};  // 300 m
    auto const coverage = town.cover({town.unit('A', 'B')});
    auto const holes = judge.holes(coverage);
    REQUIRE(holes.size() == 2);
    CHECK(town.names(holes[0]) == "BC ");
    CHECK(town.names(holes[1]) == "DE ");
    CHECK(holes[0].worst_ms == coverage[town.street('B', 'C')].ms);
    CHECK(CoverageHoles{town.roads, 60'000}.holes(coverage).empty());
}

TEST_CASE("a unit that is sent away opens the hole that it alone covered")
{
    Town town{R"(
A---B--------------C---D
)"};
    CoverageHoles const judge{town.roads, 30'000};
    auto const coverage = town.cover({town.unit('B', 'A'), town.unit('B', 'A', 10'000), town.unit('D', 'C')});
    CHECK(judge.holes(coverage).empty());
    CHECK(judge.opened_without(coverage, 0).empty());
    CHECK(judge.opened_without(coverage, 1).empty());
    auto const opened = judge.opened_without(coverage, 2);
    REQUIRE(opened.size() == 1);
    CHECK(town.names(opened[0]) == "CD ");
}

TEST_CASE("the move that helps most takes the unit that is not needed where it is")
{
    Town town{R"(
A---B---C--------------------D---E
        |
        F
)"};
    CoverageHoles const judge{town.roads, 20'000};
    std::vector<CoverUnit> const units{town.unit('F', 'C'), town.unit('A', 'B'), town.unit('A', 'B', 10'000)};
    auto const coverage = town.cover(units);
    auto const holes = judge.holes(coverage);
    REQUIRE(holes.size() == 1);
    auto const move = judge.best_move(coverage, units, holes[0]);
    REQUIRE(move);
    CHECK(move->who != 0);
    CHECK(move->late_before_mm == holes[0].length_mm);
    CHECK(move->late_after_mm < move->late_before_mm);
    auto after = units;
    after[move->who].at = move->to;
    std::int64_t late_mm = 0;
    for (auto const& hole : judge.holes(town.cover(after))) late_mm += hole.length_mm;
    CHECK(late_mm == move->late_after_mm);
    CHECK(move->eta_ms == town.roads->route_search(Mode::emergency_car).fastest_ms(units[move->who].at, move->to));
}

TEST_CASE("no move is told that opens as much as it heals")
{
    Town town{R"(
A---B--------------------C---D
)"};
    CoverageHoles const judge{town.roads, 12'000};
    std::vector<CoverUnit> const units{town.unit('A', 'B', 100'000)};
    auto const coverage = town.cover(units);
    auto const holes = judge.holes(coverage);
    REQUIRE_FALSE(holes.empty());
    auto const move = judge.best_move(coverage, units, holes.back());
    if (move) CHECK(move->late_after_mm < move->late_before_mm);
}
