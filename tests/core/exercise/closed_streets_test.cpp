#include "core/exercise/road_guide.h"
#include "tests/core/roads/drawn_streets.h"

#include <catch2/catch.hpp>

using namespace cresset;

namespace {

/// The short way leads through BC, the long one round by E and F.
constexpr std::string_view round_about = R"(
A---B---C---D
    |   |
    E---F
)";

struct Town {
    DrawnStreets city{round_about};
    RoadGuide guide{city.graph()};
    Closures closed;

    std::optional<Way> way(Mode mode = Mode::emergency_car) const
    {
        return guide.way(city.place('A'), city.place('D'), mode, Instant{}, WayPurpose::respond, closed);
    }
    /// In the middle of the street from B to C.
    Place middle() const { return between(city.place('B'), city.place('C'), 1, 2); }
    void close(std::int32_t percent = 0)
    {
        Closure row;
        row.place = middle();
        row.speed_percent = percent;
        closed.put({1, 1}, row);
    }
};

}  // namespace

TEST_CASE("A closed street is gone round and one that is opened is taken again")
{
    Town town;
    auto const open = town.way();
    REQUIRE(open);
    CHECK(town.guide.leads_through(*open, town.middle()));
    town.close();
    auto const round = town.way();
    REQUIRE(round);
    CHECK(!town.guide.leads_through(*round, town.middle()));
    CHECK(round->length_mm > open->length_mm);
    CHECK(town.way(Mode::foot)->length_mm == round->length_mm);
    town.closed.erase({1, 1});
    CHECK(town.way()->line == open->line);
}

TEST_CASE("A slow street takes as much longer as it is slow and is gone round once that is quicker")
{
    Town town;
    auto const open = town.way();
    town.close(90);
    auto const slower = town.way();
    CHECK(town.guide.leads_through(*slower, town.middle()));
    CHECK(slower->duration() > open->duration());
    town.close(5);
    auto const round = town.way();
    CHECK(!town.guide.leads_through(*round, town.middle()));
}

TEST_CASE("Whoever stands in a closed street goes on from the next one that is open")
{
    Town town;
    town.close();
    auto const out = town.guide.way(town.middle(), town.city.place('D'), Mode::emergency_car, Instant{},
                                    WayPurpose::respond, town.closed);
    REQUIRE(out);
    CHECK(out->duration() > Duration{0});
}

TEST_CASE("A path that is closed is that path and not the street beyond it")
{
    // The path A to B lies 400 m from the street.
    DrawnStreets city{R"(
A===B





C---D
)"};
    RoadGuide const guide{city.graph()};
    Place const on_path = between(city.place('A'), city.place('B'), 1, 2);
    auto const place = guide.street_near(moved(on_path, 0, 100'000), 250);
    REQUIRE(place);
    CHECK(distance_mm(*place, on_path) < 1000);
    auto const closed = guide.closed_street(*place);
    REQUIRE(closed);
    CHECK(distance_mm(closed->place, on_path) < 1000);
    CHECK(guide.closed_street(moved(on_path, 0, -200'000))->place.lat_e7 == city.place('C').lat_e7);
}

TEST_CASE("Who gets there first is asked of the streets as they are")
{
    Town town;
    Candidate near, far;
    near.unit = {1, 1};
    near.place = town.city.place('B');
    far.unit = {1, 2};
    far.place = town.city.place('D');
    auto const first = [&] {
        return town.guide.recommend({near, far}, town.city.place('C'), 2, town.closed).ranked.front().unit;
    };
    CHECK(first() == near.unit);  // as far as the other, and the lower id
    town.close();
    CHECK(first() == far.unit);
    town.closed.erase({1, 1});
    CHECK(first() == near.unit);
}

TEST_CASE("A place is taken for the street that is near it and for none where none is")
{
    Town const town;
    Place const middle = town.middle();
    CHECK(!town.guide.street_near(moved(middle, 0, 900'000), 250));
    auto const on_it = town.guide.street_near(moved(middle, 0, 20'000), 250);
    REQUIRE(on_it);
    CHECK(distance_mm(*on_it, middle) < 1000);
    auto const beside = town.guide.street_near(town.city.place('B'), 250);
    REQUIRE(beside);
    CHECK(distance_mm(*beside, town.city.place('B')) >= 4900);  // no other street can be taken for it
    CHECK(distance_mm(*beside, town.city.place('B')) < 5100);
}
