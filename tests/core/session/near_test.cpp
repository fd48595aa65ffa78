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
