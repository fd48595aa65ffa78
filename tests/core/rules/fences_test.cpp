#include "core/rules/fences.h"

#include "core/base/dice.h"
#include "core/base/plane.h"
#include "core/rules/fence_grid.h"
#include "tests/core/rules/plain_search.h"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <fmt/format.h>

// What units do with fences: nothing passes through unseen, nothing chatters at an edge, every crossing has its time.

using namespace cresset;

namespace {

constexpr Place middle{299'000'000, 1'216'000'000};
constexpr Instant start = instant(1'700'000'000'000);

Place at(std::int64_t east_m, std::int64_t north_m, Place from = middle)
{
    return moved(from, east_m * 1000, north_m * 1000);
}

FenceShape box(std::int64_t west, std::int64_t south, std::int64_t east, std::int64_t north, Place from = middle)
{
    return {FenceKind::polygon,
            {{at(west, south, from), at(east, south, from), at(east, north, from), at(west, north, from)}},
            0};
}

FenceShape circle(Place centre, std::int64_t radius_m)
{
    return {FenceKind::circle, {{centre}}, static_cast<std::uint32_t>(radius_m * 1000)};
}

Fix fix(Place place, std::int64_t after_ms, int accuracy_m = 0)
{
    Fix one;
    one.place = place;
    one.at = start + Duration{after_ms};
    one.accuracy_m = static_cast<std::uint16_t>(accuracy_m);
    return one;
}

std::string words(std::vector<FenceHappening> const& happened)
{
    std::string text;
    for (auto const& one : happened)
        text += fmt::format("{}{}{}@{}", text.empty() ? "" : " ", word_of(one.what),
                            one.fence == no_fence ? "" : fmt::format(":{}", one.fence), ms(one.at) - ms(start));
    return text;
}

/// One fence, or more, and one unit.
struct Watched {
    Fences fences;
    std::vector<FenceHappening> happened;

    explicit Watched(FenceShape const& shape, FenceWatch const& watch = {}) { fences.set(0, shape, watch, start); }
    Watched& go(Place place, std::int64_t after_ms, int accuracy_m = 0)
    {
        fences.fix(0, fix(place, after_ms, accuracy_m), happened);
        return *this;
    }
    std::string told()
    {
        auto text = words(happened);
        happened.clear();
        return text;
    }
};

/// Two rooms in which the same happens, one of them looking everywhere.
struct Both {
    Fences quick, plain{{}, std::make_unique<PlainSearch>()};
    std::vector<FenceHappening> by_quick, by_plain;

    void set(FenceNumber number, FenceShape const& shape, FenceWatch const& watch, Instant now)
    {
        quick.set(number, shape, watch, now);
        plain.set(number, shape, watch, now);
    }
    void fix(UnitNumber unit, Fix const& one)
    {
        quick.fix(unit, one, by_quick);
        plain.fix(unit, one, by_plain);
    }
};

FenceShape random_shape(Dice& dice, Place centre, std::int64_t reach_m)
{
    auto const near = [&] { return at(dice.range(-reach_m, reach_m), dice.range(-reach_m, reach_m), centre); };
    switch (dice.below(4)) {
        case 0: return circle(near(), dice.range(5, 400));
        case 1: {
            FenceShape shape{FenceKind::polygon, {{}}, 0};  // it may cross itself
            Place const about = near();
            for (auto i = dice.range(3, 9); i > 0; --i)
                shape.lines[0].push_back(at(dice.range(-300, 300), dice.range(-300, 300), about));
            if (dice.chance(1, 3)) shape.lines.push_back({at(-50, -50, about), at(60, -40, about), at(0, 70, about)});
            return shape;
        }
        case 2: {
            Place const a = near();
            return {FenceKind::corridor,
                    {{a, at(dice.range(-500, 500), 200, a), at(300, dice.range(-300, 300), a)}},
                    static_cast<std::uint32_t>(dice.range(5, 60) * 1000)};
        }
        default: {
            Place const a = near();
            return {FenceKind::line, {{a, at(dice.range(-500, 500), dice.range(-500, 500), a), at(0, 400, a)}}, 0};
        }
    }
}

/// The side by 128-bit arithmetic alone, of places that lie on no edge: what the ring says.
bool inside_ring(Line const& ring, Place place)
{
    return ring_contains(ring, place);
}

}  // namespace

TEST_CASE("A shape that cannot be a fence says why")
{
    CHECK(fault_of({FenceKind::circle, {}, 5000}) == "it has no places");
    CHECK(fault_of({FenceKind::circle, {{middle}}, 0}) == "it has no radius");
    CHECK(fault_of({FenceKind::circle, {{middle}}, widest_fence_mm + 1}) == "it is wider than 1,000 km");
    CHECK(fault_of({FenceKind::polygon, {{middle, at(1, 1)}}, 0}) == "it has too few places");
    CHECK(fault_of({FenceKind::polygon, {{middle, middle, middle}}, 0}) == "all its places are the same");
    CHECK(fault_of({FenceKind::line, {{middle}}, 0}) == "it has too few places");
    CHECK(fault_of({FenceKind::line, {{middle, at(1, 1)}, {middle, at(2, 1)}}, 0}) == "it has more than one line");
    CHECK(fault_of({FenceKind::polygon, {{{0, -1'000'000'000}, {0, 0}, {500'000'000, 1'000'000'000}}}, 0}) ==
          "it is wider than half the earth");
    CHECK_FALSE(fault_of(circle(middle, 50)));
}

TEST_CASE("A fast car through a strip of 50 m between two fixes enters and leaves it at its times")
{
    Watched strip{box(0, -500, 50, 500)};
    strip.go(at(-120, 0), 0).go(at(180, 0), 10'000);  // 30 m/s: at the edges after 4 s and after 5.67 s
    CHECK(strip.happened.size() == 2);
    CHECK(strip.happened[0].what == FenceEvent::enter);
    CHECK(std::abs((strip.happened[0].at - start).count() - 4000) < 20);
    CHECK(strip.happened[1].what == FenceEvent::leave);
    CHECK(std::abs((strip.happened[1].at - start).count() - 5667) < 20);
}

TEST_CASE("A circle is passed through at its times too and what touches it only is no pass")
{
    Watched ring{circle(middle, 25)};
    ring.go(at(-120, 7), 0).go(at(180, 7), 10'000);  // 24 m to each side
    REQUIRE(ring.happened.size() == 2);
    CHECK(std::abs((ring.happened[0].at - start).count() - 3200) < 20);
    CHECK(std::abs((ring.happened[1].at - start).count() - 4800) < 20);
    ring.told();
    ring.go(at(180, 26), 20'000).go(at(-120, 26), 30'000);
    CHECK(ring.told() == "");
}

TEST_CASE("A receiver that wanders by 30 m at an edge says one thing at most")
{
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        Dice dice{seed};
        Watched fence{seed % 2 == 0 ? box(0, -500, 800, 500) : circle(at(400, 0), 400)};
        std::int64_t const off = dice.range(-27, 27);  // a circle bends away by more than a metre
        for (int i = 0; i < 200; ++i) fence.go(at(off + dice.range(-30, 30), dice.range(-30, 30)), i * 1000, 30);
        INFO(seed << ": " << words(fence.happened));
        CHECK(fence.happened.size() <= 1);
    }
}

TEST_CASE("Who comes slowly over an edge has entered when the edge was crossed though it is told later")
{
    Watched fence{box(0, -500, 800, 500)};
    for (int i = 0; i <= 30; ++i) fence.go(at(i - 15, 0), i * 1000);
    CHECK(fence.told() == "enter:0@15000");
    CHECK(fence.fences.inside(0, 0));
    for (int i = 31; i <= 60; ++i) fence.go(at(45 - i, 0), i * 1000);
    CHECK(fence.told() == "leave:0@45000");
}

TEST_CASE("A post that is smaller than a fix is exact is entered all the same")
{
    Watched post{circle(middle, 8)};
    post.go(at(-50, 0), 0).go(at(-1, 0), 10'000).go(at(1, 0), 20'000).go(at(50, 0), 30'000);
    REQUIRE(post.happened.size() == 2);
    CHECK(post.happened[0].what == FenceEvent::enter);
    CHECK(post.happened[1].what == FenceEvent::leave);
}

TEST_CASE("Fixes that come late or twice change nothing")
{
    Watched once{box(0, -500, 50, 500)}, again{box(0, -500, 50, 500)};
    std::vector<Fix> const way{fix(at(-40, 0), 0), fix(at(20, 0), 5000), fix(at(90, 0), 10'000)};
    for (Fix const& one : way) once.fences.fix(0, one, once.happened);
    for (Fix const& one : way)
        for (Fix const& late : {way[0], one, one}) again.fences.fix(0, late, again.happened);
    CHECK(once.happened.size() == 2);
    CHECK(again.happened == once.happened);
}

TEST_CASE("A jump that no car can make is marked and counts once the next fix is there too")
{
    Watched fence{box(5000, -500, 6000, 500)};
    fence.go(at(0, 0), 0).go(at(5500, 0), 10'000);
    CHECK(fence.told() == "doubtful:0@10000");
    SECTION("the next fix is back: it was none")
    {
        fence.go(at(20, 0), 12'000).go(at(40, 0), 14'000);
        CHECK(fence.told() == "");
        CHECK_FALSE(fence.fences.inside(0, 0));
    }
    SECTION("the next fix is there too")
    {
        fence.go(at(5510, 0), 12'000);
        CHECK(fence.told() == "enter:0@10000");
        CHECK(fence.fences.inside(0, 0));
    }
    SECTION("what meets no fence is told too")
    {
        fence.go(at(20, 0), 12'000).go(at(0, 9000), 14'000);
        CHECK(fence.told() == "doubtful@14000");
    }
}

TEST_CASE("A line is crossed in its direction and only the one that is watched is told")
{
    FenceShape const line{FenceKind::line, {{at(0, -100), at(0, 100)}}, 0};  // northwards: its left is the west
    FenceWatch to_right;
    to_right.way = CrossingWay::to_right;
    Watched both{line}, right{line, to_right};
    for (Watched* one : {&both, &right}) one->go(at(-50, 0), 0).go(at(50, 0), 10'000).go(at(-50, 0), 20'000);
    CHECK(both.told() == "cross:0@5000 cross:0@15000");
    CHECK(right.told() == "cross:0@5000");
    both.go(at(50, 300), 30'000);  // round its end
    CHECK(both.told() == "");
}

TEST_CASE("Staying too long and being away too long are told once and at their time")
{
    FenceWatch watch;
    watch.dwell_s = 60, watch.absent_s = 120;
    Watched fence{box(0, -500, 800, 500), watch};
    fence.go(at(-100, 0), 0).go(at(100, 0), 10'000);
    CHECK(fence.told() == "enter:0@5000");
    fence.go(at(120, 0), 100'000).go(at(110, 0), 200'000);
    CHECK(fence.told() == "dwell:0@65000");
    fence.go(at(-110, 0), 240'000);
    CHECK(fence.told() == "leave:0@220000");
    SECTION("by the clock where no fix comes, with patience")
    {
        fence.fences.tick(start + Duration{369'999}, fence.happened);
        CHECK(fence.told() == "");
        fence.fences.tick(start + Duration{370'000}, fence.happened);
        CHECK(fence.told() == "absent:0@340000");
    }
    SECTION("not if it came back in time")
    {
        fence.go(at(110, 0), 280'000);
        CHECK(fence.told() == "enter:0@260000");
        fence.fences.tick(start + Duration{400'000}, fence.happened);
        CHECK(fence.told() == "dwell:0@320000");
    }
}

TEST_CASE("Too fast inside is told once until it was slower again")
{
    FenceWatch watch;
    watch.above_cm_s = 1000;
    Watched fence{box(0, -500, 2000, 500), watch};
    fence.go(at(100, 0), 0).go(at(150, 0), 10'000).go(at(270, 0), 20'000).go(at(400, 0), 30'000);
    CHECK(fence.told() == "speed:0@20000");
    fence.go(at(450, 0), 40'000).go(at(600, 0), 50'000);
    CHECK(fence.told() == "speed:0@50000");
}

TEST_CASE("A hole and a corridor are fences like others")
{
    FenceShape ring = box(0, -500, 1000, 500);
    ring.lines.push_back(box(400, -100, 600, 100).lines[0]);
    Watched holed{ring};
    holed.go(at(200, 0), 0).go(at(800, 0), 10'000);
    CHECK(words(holed.happened).starts_with("leave:0@33"));
    CHECK(holed.happened.size() == 2);
    Watched corridor{FenceShape{FenceKind::corridor, {{at(0, 0), at(1000, 0), at(1000, 1000)}}, 30'000}};
    corridor.go(at(0, 100), 0).go(at(500, 0), 10'000).go(at(1000, 400), 25'000).go(at(1100, 500), 35'000);
    REQUIRE(corridor.happened.size() >= 2);
    CHECK(corridor.happened.front().what == FenceEvent::enter);
    CHECK(corridor.happened.back().what == FenceEvent::leave);
}

TEST_CASE("A fence that moves with a unit is entered by whoever it comes to and by whoever comes to it")
{
    Fences fences;
    std::vector<FenceHappening> happened;
    fences.fix(0, fix(at(0, 0), 0), happened);    // the carrier
    fences.fix(1, fix(at(300, 5), 0), happened);  // stands in its way
    fences.fix(2, fix(at(20, 0), 0), happened);   // rides with it
    fences.set_around(0, 0, 50'000, {}, start);
    CHECK(fences.inside(2, 0));
    for (int i = 1; i <= 10; ++i) {
        fences.fix(0, fix(at(60 * i, 0), i * 5000), happened);
        fences.fix(2, fix(at(60 * i + 20, 0), i * 5000), happened);
    }
    // 60 m each 5 s: at 250 m after 20.9 s, at 350 m after 29.1 s.
    REQUIRE(happened.size() == 2);
    CHECK(happened[0].unit == 1);
    CHECK(happened[0].what == FenceEvent::enter);
    CHECK(std::abs((happened[0].at - start).count() - 20'870) < 50);
    CHECK(happened[1].what == FenceEvent::leave);
    CHECK(std::abs((happened[1].at - start).count() - 29'130) < 50);
    happened.clear();
    fences.fix(1, fix(at(600, 5), 60'000), happened);  // comes to it: 300 m in 60 s
    REQUIRE(happened.size() == 1);                     // at 550.25 m
    CHECK(std::abs((happened[0].at - start).count() - 50'050) < 20);
    SECTION("it goes with its carrier")
    {
        happened.clear();
        fences.forget(0);
        CHECK_FALSE(fences.inside(1, 0));
        fences.fix(1, fix(at(900, 5), 90'000), happened);
        CHECK(happened.empty());
    }
    SECTION("nobody is in it any more once the carrier was seen elsewhere twice")
    {
        happened.clear();
        fences.fix(0, fix(at(9000, 0), 61'000), happened);
        CHECK(words(happened) == "doubtful@61000");
        fences.fix(0, fix(at(9010, 0), 62'000), happened);
        CHECK(words(happened) == "doubtful@61000 leave:0@61000 leave:0@61000");
    }
}

TEST_CASE("As seen from the carrier nothing depends on who of the two moves")
{
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        Dice dice{seed};
        Fences by_unit, by_carrier, fixed;
        std::vector<FenceHappening> unit_moves, carrier_moves, stands;
        for (Fences* one : {&by_unit, &by_carrier}) {
            std::vector<FenceHappening> none;
            one->fix(0, fix(middle, 0), none);
            one->fix(1, fix(at(500, 0), 0), none);
            one->set_around(0, 0, 80'000, {}, start);
        }
        fixed.fix(1, fix(at(500, 0), 0), stands);
        fixed.set(0, circle(middle, 80), {}, start);
        std::int64_t x = 500, y = 0;
        for (int i = 1; i < 60; ++i) {
            x = std::clamp<std::int64_t>(x + dice.range(-250, 250), -500, 500);
            y = std::clamp<std::int64_t>(y + dice.range(-250, 250), -500, 500);
            by_unit.fix(1, fix(at(x, y), i * 10'000), unit_moves);
            by_carrier.fix(0, fix(at(500 - x, -y), i * 10'000), carrier_moves);
            fixed.fix(1, fix(at(x, y), i * 10'000), stands);
        }
        INFO(seed << ": " << words(unit_moves) << " / " << words(carrier_moves));
        CHECK(unit_moves == stands);
        REQUIRE(carrier_moves.size() == stands.size());
        for (std::size_t i = 0; i < stands.size(); ++i) {
            CHECK(carrier_moves[i].what == stands[i].what);
            CHECK(std::abs((carrier_moves[i].at - stands[i].at).count()) < 20);
        }
    }
}

TEST_CASE("Over the date line and beside a pole fences are what they are elsewhere")
{
    for (Place const centre : {Place{100'000'000, 1'799'999'000}, Place{100'000'000, -1'800'000'000},
                               Place{-899'000'000, 200'000'000}, Place{0, 0}}) {
        Both both;
        for (FenceNumber n = 0; n < 30; ++n) {
            Dice dice{n + 7};
            both.set(n, random_shape(dice, centre, 600), {}, start);
        }
        Dice dice{static_cast<std::uint64_t>(std::int64_t{centre.lon_e7} + 2'000'000'000)};
        for (int i = 0; i < 600; ++i)
            both.fix(0, fix(at(dice.range(-800, 800), dice.range(-800, 800), centre), i * 60'000));
        INFO(to_text(centre));
        CHECK(both.by_quick.size() > 300);
        CHECK(both.by_quick == both.by_plain);
    }
}

TEST_CASE("The quick way tells in random worlds what the plain loop over all fences tells")
{
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        Both both;
        Dice dice{seed};
        for (FenceNumber n = 0; n < 60; ++n) both.set(n, random_shape(dice, middle, 1500), {}, start);
        std::vector<Place> units(40);
        for (Place& place : units) place = at(dice.range(-1500, 1500), dice.range(-1500, 1500));
        for (int tick = 0; tick < 150; ++tick) {
            for (UnitNumber unit = 0; unit < units.size(); ++unit) {
                std::int64_t const reach = dice.chance(1, 10) ? 600 : 40;
                units[unit] = at(dice.range(-reach, reach), dice.range(-reach, reach), units[unit]);
                both.fix(unit, fix(units[unit], tick * 10'000, static_cast<int>(dice.below(3) * 15)));
            }
            auto const changed = static_cast<FenceNumber>(dice.below(60));  // drawn anew while they drive
            both.set(changed, random_shape(dice, middle, 1500), {}, start + Duration{tick * 10'000});
        }
        INFO(seed);
        CHECK(both.by_quick.size() > 500);
        CHECK(both.by_quick == both.by_plain);
    }
}

TEST_CASE("The edges that a way crosses say whether its ends lie on one side however the places fall")
{
    // On a grid so coarse that places fall on corners, on edges and on their prolongations all the time.
    for (std::uint64_t seed = 0; seed < 4000; ++seed) {
        Dice dice{seed};
        auto const near = [&] {
            return Place{static_cast<std::int32_t>(dice.range(-3, 3)), static_cast<std::int32_t>(dice.range(-3, 3))};
        };
        FenceShape shape{FenceKind::polygon, {{}}, 0};
        for (auto i = dice.range(3, 7); i > 0; --i) shape.lines[0].push_back(near());
        if (fault_of(shape)) continue;
        FencePart const part = parts_of(shape)[0];
        for (int i = 0; i < 20; ++i) {
            Stretch const stretch{near(), near()};
            std::size_t met = 0;
            for (FenceEdge const& edge : part.edges) met += crossing(stretch, edge) ? 1 : 0;
            INFO(seed << " " << i);
            CHECK((met % 2 == 1) == (part.contains(stretch.from) != part.contains(stretch.to)));
        }
    }
}

TEST_CASE("A circle that a way is quickly said to miss is not crossed and most that lie beside it are said so")
{
    Dice dice{31};
    int missed = 0, crossed = 0;
    for (int round = 0; round < 100'000; ++round) {
        // Among a few points, where everything is degenerate; in a quarter; half round the earth.
        std::int64_t const reach = std::array{3LL, 20'000LL, 1'700'000'000LL}[dice.below(3)];
        Place const about = dice.chance(1, 3) ? Place{100, 1'799'999'998} : middle;  // beside the date line
        auto const near = [&] {
            std::int64_t const lat = about.lat_e7 + dice.range(-reach, reach);
            std::int64_t const lon = about.lon_e7 + dice.range(-reach, reach);
            return Place{static_cast<std::int32_t>(std::clamp<std::int64_t>(lat, -900'000'000, 900'000'000)),
                         static_cast<std::int32_t>(lon > half_turn_e7    ? lon - turn_e7
                                                   : lon < -half_turn_e7 ? lon + turn_e7
                                                                         : lon)};
        };
        Place const centre = near(), from = near(), to = near();
        std::int64_t const radius = dice.range(1, std::min(1 + reach * 8, std::int64_t{500'000'000}));
        FenceCircle const ring = fence_circle(centre, static_cast<std::uint32_t>(radius));
        bool const is_missed = PassingBy{{from, to}}.misses(ring), is_crossed = crossings({from, to}, ring).count > 0;
        if (is_missed && is_crossed) FAIL("round " << round);
        missed += int{is_missed};
        crossed += int{is_crossed};
    }
    CHECK(missed > 20'000);
    CHECK(crossed > 20'000);
}

TEST_CASE("A fence along one column or row of squares is found like any other and taken away")
{
    for (FenceShape const& shape :
         {FenceShape{FenceKind::line, {{at(0, 0), at(0, 60'000)}}, 0},
          FenceShape{FenceKind::line, {{at(0, 0), at(60'000, 0)}}, 0}, box(0, 0, 7'500, 10'000)}) {
        FenceGrid grid;
        PartNumber number = 0;
        std::vector<FenceSearch::Pieces> found;
        for (FencePart const& part : parts_of(shape)) {
            grid.add(number, part);
            FenceSearch::Hint hint;
            grid.look({at(-100, 1000), at(-90, 1000)}, hint, found);  // beside it: squares that nothing touches
            for (auto const pieces : found) CHECK(pieces.empty());
            FenceSearch::Hint again;
            grid.look({at(-20, -20), at(20, 20)}, again, found);
            CHECK_FALSE(found.empty());
            grid.remove(number++, part);
            FenceSearch::Hint gone;
            grid.look({at(-20, -20), at(20, 20)}, gone, found);
            for (auto const pieces : found) CHECK(pieces.empty());
        }
    }
}

TEST_CASE("A side is what 128-bit arithmetic says it is")
{
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        Dice dice{seed};
        auto const size = std::int64_t{1} << dice.range(4, 28);
        auto const near = [&] {
            return Place{static_cast<std::int32_t>(dice.range(-size, size)),
                         static_cast<std::int32_t>(dice.range(-size, size))};
        };
        FenceShape shape{FenceKind::polygon, {{}}, 0};
        for (auto i = dice.range(3, 12); i > 0; --i) shape.lines[0].push_back(near());
        if (fault_of(shape)) continue;
        FencePart const part = parts_of(shape)[0];
        for (int i = 0; i < 50; ++i) {
            Place const place = near();
            bool on_edge = false;
            for (FenceEdge const& edge : part.edges) on_edge = on_edge || !Surroundings{place, 200}.lacks(edge);
            if (!on_edge) CHECK(part.contains(place) == inside_ring(shape.lines[0], place));
        }
    }
}
