#include "maps/road_tags.h"

#include "drawn_map.h"

#include <catch2/catch.hpp>

using namespace cresset;
using namespace cresset::maps;

namespace {

RoadUse use(DrawnMap::TagList tags)
{
    DrawnMap drawn;
    auto const way = drawn.way({drawn.node(0, 0), drawn.node(100, 0)}, tags);
    return road_use(drawn.map, drawn.map.ways[way].tags);
}
std::int32_t of(Pace const& pace, Mode mode)
{
    return pace[static_cast<std::size_t>(mode)];
}
bool goes(Pace const& pace, Mode mode)
{
    return of(pace, mode) > 0;
}

}  // namespace

TEST_CASE("what is no road is not used")
{
    CHECK_FALSE(use({}).usable());
    CHECK_FALSE(use({{"highway", "proposed"}}).usable());
    CHECK_FALSE(use({{"highway", "construction"}}).usable());
    CHECK_FALSE(use({{"railway", "rail"}}).usable());
    CHECK_FALSE(use({{"highway", "residential"}, {"access", "no"}}).usable());
}

TEST_CASE("an ordinary street serves everyone both ways and blue lights faster")
{
    RoadUse const street = use({{"highway", "residential"}});
    CHECK(street.along == street.against);
    for (Mode const mode : all_modes) CHECK(goes(street.along, mode));
    CHECK(of(street.along, Mode::emergency_car) > of(street.along, Mode::car));
    CHECK(of(street.along, Mode::foot) == walking_speed);
}

TEST_CASE("motorways are for cars and one way and their ramps are marked")
{
    RoadUse const motorway = use({{"highway", "motorway"}});
    CHECK(goes(motorway.along, Mode::car));
    CHECK_FALSE(goes(motorway.along, Mode::ebike));
    CHECK_FALSE(goes(motorway.along, Mode::foot));
    CHECK_FALSE(goes(motorway.against, Mode::car));
    CHECK(goes(use({{"highway", "motorway"}, {"oneway", "no"}}).against, Mode::car));
    CHECK(use({{"highway", "motorway_link"}}).is_link);
    CHECK(use({{"highway", "motorway_link"}}).highway == "motorway");
}

TEST_CASE("steps and paths are for feet")
{
    RoadUse const steps = use({{"highway", "steps"}});
    CHECK(goes(steps.along, Mode::foot));
    for (Mode const mode : {Mode::emergency_car, Mode::car, Mode::ebike}) CHECK_FALSE(goes(steps.along, mode));
    CHECK(of(steps.along, Mode::foot) < walking_speed);
    CHECK_FALSE(goes(use({{"highway", "footway"}}).along, Mode::emergency_car));
    CHECK(goes(use({{"highway", "path"}}).along, Mode::ebike));
    CHECK(goes(use({{"highway", "cycleway"}}).along, Mode::ebike));
}

TEST_CASE("one-ways hold for wheels and not for feet")
{
    RoadUse const one_way = use({{"highway", "tertiary"}, {"oneway", "yes"}});
    for (Mode const mode : {Mode::emergency_car, Mode::car, Mode::ebike}) {
        CHECK(goes(one_way.along, mode));
        CHECK_FALSE(goes(one_way.against, mode));
    }
    CHECK(goes(one_way.against, Mode::foot));
    RoadUse const backwards = use({{"highway", "tertiary"}, {"oneway", "-1"}});
    CHECK_FALSE(goes(backwards.along, Mode::car));
    CHECK(goes(backwards.against, Mode::car));
    RoadUse const bikes = use({{"highway", "tertiary"}, {"oneway", "yes"}, {"oneway:bicycle", "no"}});
    CHECK(goes(bikes.against, Mode::ebike));
    CHECK_FALSE(goes(bikes.against, Mode::car));
    CHECK_FALSE(goes(use({{"highway", "tertiary"}, {"junction", "roundabout"}}).against, Mode::car));
}

TEST_CASE("the particular access rule stands over the general one")
{
    RoadUse const no_cars = use({{"highway", "residential"}, {"motor_vehicle", "no"}});
    CHECK_FALSE(goes(no_cars.along, Mode::car));
    CHECK(goes(no_cars.along, Mode::emergency_car));
    CHECK(goes(no_cars.along, Mode::foot));
    RoadUse const bus = use({{"highway", "service"}, {"access", "no"}, {"bus", "yes"}});
    CHECK_FALSE(goes(bus.along, Mode::car));
    CHECK(goes(bus.along, Mode::emergency_car));
    RoadUse const estate = use({{"highway", "service"}, {"access", "private"}});
    CHECK(goes(estate.along, Mode::emergency_car));
    CHECK(of(estate.along, Mode::car) < of(use({{"highway", "service"}}).along, Mode::car));
    RoadUse const feet = use({{"highway", "residential"}, {"access", "no"}, {"foot", "yes"}});
    CHECK(goes(feet.along, Mode::foot));
    CHECK_FALSE(goes(feet.along, Mode::car));
    CHECK_FALSE(goes(use({{"highway", "trunk"}, {"motorroad", "yes"}}).along, Mode::foot));
    RoadUse const pushed = use({{"highway", "pedestrian"}, {"bicycle", "no"}});
    CHECK(of(pushed.along, Mode::ebike) == walking_speed);
    CHECK(goes(use({{"highway", "pedestrian"}}).along, Mode::emergency_car));
    CHECK_FALSE(goes(use({{"highway", "pedestrian"}}).along, Mode::car));
}

TEST_CASE("posted speeds and surfaces change the pace")
{
    CHECK(posted_speed("50") == 13888);
    CHECK(posted_speed("30 mph") == 13411);
    CHECK(posted_speed("CN:urban") == mm_s(50));
    CHECK(posted_speed("signals") == 0);
    CHECK(posted_speed("-5") == 0);
    CHECK(posted_speed("") == 0);
    auto const plain = of(use({{"highway", "primary"}}).along, Mode::car);
    CHECK(of(use({{"highway", "primary"}, {"maxspeed", "80"}}).along, Mode::car) > plain);
    CHECK(of(use({{"highway", "primary"}, {"maxspeed", "20"}}).along, Mode::car) < plain);
    CHECK(of(use({{"highway", "primary"}, {"surface", "mud"}}).along, Mode::car) == mm_s(15));
    CHECK_FALSE(goes(use({{"highway", "track"}, {"smoothness", "impassable"}}).along, Mode::car));
}

TEST_CASE("barriers keep out whom they are made for")
{
    auto const barrier = [](DrawnMap::TagList tags) {
        DrawnMap drawn;
        auto const node = drawn.node(0, 0, tags);
        return barrier_of(drawn.map, drawn.map.nodes[node].tags);
    };
    CHECK_FALSE(barrier({}).blocks());
    CHECK_FALSE(barrier({{"barrier", "lift_gate"}}).blocks());
    CHECK_FALSE(barrier({{"barrier", "bollard"}}).car);
    CHECK_FALSE(barrier({{"barrier", "bollard"}}).emergency_car);
    CHECK(barrier({{"barrier", "bollard"}, {"bollard", "removable"}}).emergency_car);
    CHECK(barrier({{"barrier", "bollard"}}).ebike);
    CHECK_FALSE(barrier({{"barrier", "gate"}, {"access", "private"}}).car);
    CHECK(barrier({{"barrier", "gate"}, {"access", "private"}}).emergency_car);
    CHECK_FALSE(barrier({{"barrier", "stile"}}).ebike);
}
