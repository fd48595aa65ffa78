#include "core/session/near.h"

#include "tests/core/session/drawn_room.h"

using namespace cresset;
using namespace cresset::testing;

namespace {

/// From A to F it is near in a line and far by the road.
constexpr std::string_view bend = R"(
A---B---C---D
            |
F---G---H---E
)";

std::vector<NearKind> const units_only{NearKind::unit};

std::string names(std::vector<NearThing> const& things)
{
    std::string text;
    for (NearThing const& one : things) text += (text.empty() ? "" : " ") + one.name.en;
    return text;
}

}  // namespace

TEST_CASE("By distance the nearest stands first and by time the quickest and what is too far is left out")
{
    DrawnRoom room{bend, "BF"};
    NearQuestion question;
    question.at = room.city.place('A');
    question.kinds = units_only;
    question.radius_m = 250;
    auto const by_line = find_near(room.world, room.roads.get(), {}, question);
    CHECK(names(by_line) == "P02 P01");  // F lies 100 m away, B 200 m
    question.radius_m = 110;
    CHECK(names(find_near(room.world, room.roads.get(), {}, question)) == "P02");
    question.within = Duration{120'000};
    CHECK(names(find_near(room.world, room.roads.get(), {}, question)) == "P01 P02");
    question.within = Duration{18'000};
    CHECK(names(find_near(room.world, room.roads.get(), {}, question)) == "P01");
}

TEST_CASE("Without roads a question for a time finds nothing and one for a distance finds all without times")
{
    DrawnRoom room{bend, "BF"};
    NearQuestion question;
    question.at = room.city.place('A');
    question.kinds = units_only;
    auto const near = find_near(room.world, nullptr, {}, question);
    REQUIRE(near.size() == 2);
    CHECK(!near[0].eta_ms);
    question.within = Duration{60'000};
    CHECK(find_near(room.world, nullptr, {}, question).empty());
}

TEST_CASE("Kinds choose and the incident itself is never near itself")
{
    DrawnRoom room{bend, "B"};
    auto const incident = room.robbery(room.city.place('A'));
    auto const other = room.robbery(room.city.place('B'));
    NearQuestion question;
    question.at = room.city.place('A');
    question.around = incident;
    question.kinds = {NearKind::incident, NearKind::hospital};
    NearThing hospital;
    hospital.kind = NearKind::hospital;
    hospital.place = room.city.place('C');
    hospital.name = {"General", "总医院"};
    NearThing school = hospital;
    school.kind = NearKind::school;
    auto const near = find_near(room.world, room.roads.get(), {hospital, school}, question);
    REQUIRE(near.size() == 2);
    CHECK(near[0].id == other.packed());
    CHECK(near[1].name.en == "General");
    CHECK(near[1].eta_ms);
}

TEST_CASE("A fence is as near as its edge and a plan is a fence with its instruction drawn up")
{
    DrawnRoom room{bend, "B"};
    auto const add = [&](std::uint32_t number, char const* name, char const* instruction) -> Fence& {
        Fence fence;
        fence.name = {name, name};
        fence.shape.kind = FenceKind::circle;
        fence.shape.lines = {{room.city.place('C')}};
        fence.shape.radius_mm = 250'000;
        fence.then.instruction = instruction;
        return room.world.fences.put(FenceId{1, number}, fence);
    };
    add(1, "market", "");
    add(2, "bank", "close both doors");
    Fence& moving = add(3, "convoy", "");
    moving.shape.kind = FenceKind::around_unit;
    moving.shape.lines.clear();
    moving.shape.radius_mm = 250'000;
    moving.carrier = room.units[0];
    NearQuestion question;
    question.at = room.city.place('A');  // 400 m from C
    question.radius_m = 160;
    question.kinds = {NearKind::fence, NearKind::plan};
    auto const near = find_near(room.world, room.roads.get(), {}, question);
    CHECK(names(near) == "convoy market bank");  // the unit stands 200 m away: inside
    CHECK(near[0].distance_mm == 0);
    CHECK(std::abs(near[1].distance_mm - 150'000) < 2'000);
    question.kinds = {NearKind::plan};
    CHECK(names(find_near(room.world, room.roads.get(), {}, question)) == "bank");
    question.radius_m = 140;
    CHECK(find_near(room.world, room.roads.get(), {}, question).empty());
}

TEST_CASE("Between two answers it is said what came and what went")
{
    NearThing a, b;
    a.id = 1, b.id = 2;
    auto const change = change_of({a}, {b});
    CHECK(change.came == std::vector{b});
    CHECK(change.went == std::vector{a});
    a.distance_mm = 500;  // moved, but the same
    NearThing again = a;
    again.distance_mm = 700;
    CHECK(change_of({a}, {again}).came.empty());
}
