#include "core/base/dice.h"
#include "widgets/fence_form.h"
#include "widgets/fence_handles.h"
#include "widgets/fence_layer.h"
#include "widgets/fence_outline.h"
#include "widgets/fence_sketch.h"
#include "widgets/render_map.h"
#include "widgets/theme.h"

#include <catch2/catch.hpp>

using namespace cresset;
using namespace cresset::widgets;

namespace {

constexpr Place here{313'000'000, 1'216'000'000};

Place at(std::int64_t east_m, std::int64_t north_m)
{
    return moved(here, east_m * 1000, north_m * 1000);
}

FenceShape shape(FenceKind kind, Line line, std::uint32_t radius_mm = 0)
{
    return {kind, {std::move(line)}, radius_mm};
}

Line const square{at(0, 0), at(200, 0), at(200, 200), at(0, 200)};

}  // namespace

TEST_CASE("A sketch that has too few points is a shape with a fault")
{
    CHECK(fault_of(FenceSketch{SketchKind::polygon}.result()) == "it has no places");
    FenceSketch sketch{SketchKind::polygon};
    CHECK_FALSE(sketch.add(at(0, 0)));
    CHECK_FALSE(sketch.add(at(9, 0)));
    CHECK(sketch.done());
    CHECK(fault_of(sketch.result()) == "it has too few places");
    FenceSketch line{SketchKind::line};
    line.add(at(0, 0));
    CHECK(fault_of(line.result()) == "it has too few places");
    CHECK(line.back());
    CHECK_FALSE(line.back());
}

TEST_CASE("A point that is clicked twice is one")
{
    FenceSketch sketch{SketchKind::polygon};
    for (Place const place : {at(0, 0), at(9, 0), at(9, 9), at(9, 9)}) sketch.add(place);
    CHECK(sketch.result().lines.at(0).size() == 3);
}

TEST_CASE("A circle is its middle and a place on its edge")
{
    FenceSketch sketch{SketchKind::circle};
    CHECK_FALSE(sketch.add(at(0, 0)));
    CHECK(sketch.isMeasuring());
    sketch.setCursor(at(0, 80));
    CHECK(std::abs(static_cast<int>(sketch.shape().radius_mm) - 80'000) < 100);
    CHECK(sketch.back());
    CHECK_FALSE(sketch.add(at(10, 0)));
    CHECK(sketch.add(at(10, 150)));
    CHECK(std::abs(static_cast<int>(sketch.result().radius_mm) - 150'000) < 200);
    CHECK(sketch.result().lines == std::vector<Line>{{at(10, 0)}});
}

TEST_CASE("A corridor is its line and then a place at its edge or its usual width")
{
    FenceSketch sketch{SketchKind::corridor};
    sketch.add(at(0, 0));
    sketch.add(at(500, 0));
    CHECK_FALSE(sketch.done());
    CHECK(sketch.isMeasuring());
    sketch.setCursor(at(250, 40));
    CHECK(std::abs(static_cast<int>(sketch.shape().radius_mm) - 40'000) < 100);
    FenceSketch usual = sketch;
    CHECK(usual.done());
    CHECK(usual.result().radius_mm == FenceSketch::usual_corridor_mm);
    CHECK(sketch.add(at(250, -60)));
    CHECK(std::abs(static_cast<int>(sketch.result().radius_mm) - 60'000) < 100);
    CHECK_FALSE(fault_of(sketch.result()));
}

TEST_CASE("A line has no inside and a hole of an area is outside")
{
    CHECK_FALSE(isInside(outlineOf(shape(FenceKind::line, square)), at(100, 100)));
    FenceShape area = shape(FenceKind::polygon, square);
    area.lines.push_back({at(50, 50), at(150, 50), at(150, 150), at(50, 150)});
    auto const outline = outlineOf(area);
    CHECK(isInside(outline, at(20, 100)));
    CHECK_FALSE(isInside(outline, at(100, 100)));
    CHECK_FALSE(isInside(outline, at(300, 100)));
    CHECK(outlineOf({}).rings.empty());
}

TEST_CASE("A circle and a corridor are drawn where their distance says that they are")
{
    Dice dice{7};
    Line const line{at(0, 0), at(400, 100), at(300, 400), at(-200, 380)};
    auto const corridor = outlineOf(shape(FenceKind::corridor, line, 60'000));
    auto const circle = outlineOf(shape(FenceKind::circle, {at(100, 100)}, 250'000));
    for (int i = 0; i < 3000; ++i) {
        Place const place = at(dice.range(-400, 600), dice.range(-300, 600));
        auto const from_line = awayFrom(line, place);
        if (std::abs(from_line - 60'000) > 1500) CHECK(isInside(corridor, place) == (from_line < 60'000));
        auto const from_centre = distance_mm(at(100, 100), place);
        if (std::abs(from_centre - 250'000) > 1500) CHECK(isInside(circle, place) == (from_centre < 250'000));
    }
}

TEST_CASE("A corner that a shape needs stays and others go and a hole of three goes with one")
{
    FenceShape triangle = shape(FenceKind::polygon, {square[0], square[1], square[2]});
    auto const corner = [](std::uint32_t line, std::uint32_t point) {
        return FenceHandle{FenceHandle::What::corner, line, point, {}};
    };
    CHECK_FALSE(without(triangle, corner(0, 1)));
    CHECK_FALSE(without(triangle, corner(4, 1)));
    CHECK_FALSE(without(triangle, corner(0, 9)));
    CHECK_FALSE(without(shape(FenceKind::line, {square[0], square[1]}), corner(0, 0)));
    CHECK_FALSE(without(shape(FenceKind::circle, {square[0]}, 9000), corner(0, 0)));
    CHECK(without(shape(FenceKind::polygon, square), corner(0, 1))->lines[0] == Line{square[0], square[2], square[3]});
    FenceShape holed = shape(FenceKind::polygon, square);
    holed.lines.push_back(triangle.lines[0]);
    CHECK(without(holed, corner(1, 0))->lines == std::vector<Line>{square});
}

TEST_CASE("Every handle has a key of its own and pulls what it stands for")
{
    FenceShape holed = shape(FenceKind::polygon, square);
    holed.lines.push_back({at(50, 50), at(150, 50), at(150, 150)});
    auto const handles = handlesOf(holed);
    CHECK(handles.size() == 2 * (4 + 3));
    for (auto const& a : handles) {
        CHECK(isFenceHandle(keyOf(a)));
        for (auto const& b : handles) CHECK((keyOf(a) == keyOf(b)) == (a == b));
        FenceShape const moved_there = pulled(holed, a, at(7, 7));
        bool const middle = a.what == FenceHandle::What::middle;
        CHECK(moved_there.lines[a.line].size() == holed.lines[a.line].size() + (middle ? 1 : 0));
        CHECK(moved_there.lines[a.line][a.point + (middle ? 1 : 0)] == at(7, 7));
    }
    CHECK_FALSE(isFenceHandle({MarkKind::handle, 3}));
    CHECK_FALSE(isFenceHandle({MarkKind::fence, keyOf(handles[0]).id}));
    FenceShape const circle = shape(FenceKind::circle, {at(0, 0)}, 100'000);
    CHECK(handlesOf(circle).size() == 2);
    CHECK(std::abs(static_cast<int>(pulled(circle, handlesOf(circle)[1], at(0, 300)).radius_mm) - 300'000) < 300);
    CHECK(pulled(circle, handlesOf(circle)[0], at(5, 5)).lines[0][0] == at(5, 5));
    FenceShape const corridor = shape(FenceKind::corridor, {at(0, 0), at(300, 0)}, 40'000);
    auto const width = handlesOf(corridor).back();
    CHECK(width.what == FenceHandle::What::radius);
    CHECK(std::abs(awayFrom(corridor.lines[0], width.place) - 40'000) < 200);
    CHECK(std::abs(static_cast<int>(pulled(corridor, width, at(100, 25)).radius_mm) - 25'000) < 100);
    FenceShape const around = shape(FenceKind::around_unit, {at(0, 0)}, 100'000);
    CHECK(handlesOf(around).size() == 1);
}

TEST_CASE("Times and days that are none are not read")
{
    for (char const* text : {"", "22", "22:60", "24:01", "25:00", "-1:00", "7.30", "22:000"})
        CHECK_FALSE(readDayTime(QString::fromLatin1(text)));
    CHECK(readDayTime(QStringLiteral(" 7:30 ")) == 450);
    CHECK(readDayTime(QStringLiteral("22:00")) == 1320);
    CHECK(readDayTime(QStringLiteral("24:00")) == 1440);
    for (char const* text : {"", "13-01", "00-10", "02-30", "5", "05-01-02", "05/01"})
        CHECK_FALSE(readYearDay(QString::fromLatin1(text)));
    CHECK(readYearDay(QStringLiteral("02-29")) == 229);
    CHECK(readYearDay(QStringLiteral("5-1")) == 501);
}

namespace {

FenceMark mark(std::uint64_t id, FenceShape fence)
{
    FenceMark mark;
    mark.id = id;
    mark.shape = std::move(fence);
    return mark;
}

Viewport view()
{
    return {at(100, 100), 16, {400, 400}};
}

QImage picture(FenceLayer& layer)
{
    auto const theme = Theme::load("night");
    MapPicture what;
    what.style = *MapStyle::load(*theme);
    what.theme = &*theme;
    what.view = view();
    what.layers = {&layer};
    what.furniture = false;
    return renderMap(what);
}

int unlike(QImage const& a, QImage const& b)
{
    int count = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) count += a.pixel(x, y) != b.pixel(x, y);
    return count;
}

}  // namespace

TEST_CASE("A fence that is not watched has gaps in its edge and no ground and the one in hand is drawn widest")
{
    FenceLayer layer;
    QImage const bare = picture(layer);
    FenceMark yard = mark(4, shape(FenceKind::polygon, square));
    CHECK(layer.setMarks({yard}));
    CHECK_FALSE(layer.setMarks({yard}));
    int const watched = unlike(picture(layer), bare);
    yard.watched = false;
    CHECK(layer.setMarks({yard}));
    int const idle = unlike(picture(layer), bare);
    CHECK(idle > 0);
    CHECK(idle < watched / 4);
    layer.setChosen(4);
    CHECK(unlike(picture(layer), bare) > watched);
    layer.setHidden(4);
    CHECK(unlike(picture(layer), bare) == 0);
}

TEST_CASE("Teeth stand on the side onto which a line is crossed")
{
    FenceLayer layer;
    QImage const bare = picture(layer);
    auto const differing = [&](CrossingWay way, bool north) {
        FenceMark gate = mark(4, shape(FenceKind::line, {at(0, 100), at(200, 100)}));  // to the east: left is north
        gate.way = way;
        layer.setMarks({gate});
        QRect const half = north ? QRect{0, 180, 400, 17} : QRect{0, 204, 400, 17};
        return unlike(picture(layer).copy(half), bare.copy(half));
    };
    CHECK(differing(CrossingWay::to_left, true) > 0);
    CHECK(differing(CrossingWay::to_left, false) == 0);
    CHECK(differing(CrossingWay::to_right, true) == 0);
    CHECK(differing(CrossingWay::to_right, false) > 0);
    CHECK(differing(CrossingWay::both, true) > 0);
    CHECK(differing(CrossingWay::both, false) > 0);
}

TEST_CASE("A fence is hit at its edge and not in its middle and is found around a place")
{
    FenceLayer layer;
    layer.setMarks(
        {mark(4, shape(FenceKind::polygon, square)), mark(5, shape(FenceKind::circle, {at(100, 100)}, 20'000))});
    auto const hit = [&](Place place) {
        std::vector<Hit> hits;
        layer.hit(view().toScreen(place), 4, view(), hits);
        std::vector<std::uint64_t> ids;
        for (Hit const& one : hits) ids.push_back(one.key.id);
        return ids;
    };
    CHECK(hit(at(0, 100)) == std::vector<std::uint64_t>{4});
    CHECK(hit(at(50, 50)).empty());
    CHECK(hit(at(120, 100)) == std::vector<std::uint64_t>{5});
    CHECK(layer.around(at(100, 100)) == std::vector<std::uint64_t>{4, 5});
    CHECK(layer.around(at(-50, 0)).empty());
    CHECK(layer.boundsOf(4).contains(at(200, 200)));
    CHECK(layer.boundsOf(9).empty());
    CHECK(layer.bounds().empty());
}
