#include "widgets/drawn_shapes.h"

#include "core/base/dice.h"
#include "widgets/shape_painter.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <set>

using namespace cresset;
using namespace cresset::widgets;
using cresset::maps::LayerShapes;
using cresset::maps::LooseFeature;
using cresset::maps::ShapeKind;

namespace {

Place somewhere(Dice& dice)
{
    return {static_cast<std::int32_t>(dice.range(300'000'000, 310'000'000)),
            static_cast<std::int32_t>(dice.range(1'120'000'000, 1'130'000'000))};
}

/// Points, crooked lines and areas of all sizes.
LayerShapes some_shapes(Dice& dice, int count)
{
    LayerShapes shapes;
    for (int i = 0; i < count; ++i) {
        LooseFeature feature;
        feature.kind = static_cast<ShapeKind>(dice.below(3));
        Place at = somewhere(dice);
        Line line{at};
        std::int64_t const step = dice.range(10, 20'000);
        for (std::uint64_t n = 0, points = feature.kind == ShapeKind::point ? 0 : 3 + dice.below(200); n < points;
             ++n) {
            at.lat_e7 += static_cast<std::int32_t>(dice.range(-step, step));
            at.lon_e7 += static_cast<std::int32_t>(dice.range(-step, step));
            line.push_back(at);
        }
        feature.parts = {line};
        REQUIRE(add_feature(shapes, feature));
    }
    return shapes;
}

double away(QPointF at, QPointF a, QPointF b)
{
    QPointF const along = b - a;
    double const length = QPointF::dotProduct(along, along);
    double const part = length > 0 ? std::clamp(QPointF::dotProduct(at - a, along) / length, 0.0, 1.0) : 0;
    QPointF const to = at - a - along * part;
    return std::hypot(to.x(), to.y());
}

/// By the even-odd rule.
bool inside(QPointF at, std::vector<QPointF> const& ring)
{
    bool odd = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
        if ((ring[i].y() > at.y()) != (ring[j].y() > at.y()) &&
            at.x() < (ring[j].x() - ring[i].x()) * (at.y() - ring[i].y()) / (ring[j].y() - ring[i].y()) + ring[i].x())
            odd = !odd;
    return odd;
}

}  // namespace

TEST_CASE("A file without features is drawn as nothing")
{
    DrawnShapes const none{LayerShapes{}};
    none.within({}, [](std::size_t) {
        FAIL("there is nothing");
        return false;
    });
    QImage const picture = paintShapes(none, {3, 1, 1}, 64, 1, {0xffff0000, 0xff000000});
    CHECK(picture.pixel(30, 30) == 0);
}

TEST_CASE("The index finds what looking at every shape finds")
{
    Dice dice{7};
    DrawnShapes const shapes{some_shapes(dice, 700)};
    for (int n = 0; n < 200; ++n) {
        WorldPoint const a = toWorld(somewhere(dice)), b = toWorld(somewhere(dice));
        WorldBox const box{std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)};
        std::set<std::size_t> found, meant;
        shapes.within(box, [&](std::size_t feature) { return found.insert(feature).second; });
        for (std::size_t i = 0; i < shapes.count(); ++i) {
            Bounds const bounds = shapes.feature(i).bounds;
            WorldPoint const low = toWorld(bounds.min), high = toWorld(bounds.max);
            constexpr double unit = 1 / 4294967296.0;
            if (low.x <= box.right + unit && high.x + unit >= box.left && high.y <= box.bottom + unit &&
                low.y + unit >= box.top)
                meant.insert(i);
        }
        std::vector<std::size_t> missed;
        std::ranges::set_difference(meant, found, std::back_inserter(missed));
        // The box of the test is a unit wider than that of the index: only such may differ.
        CHECK(std::ranges::includes(meant, found));
        CHECK(missed.size() <= 1);
    }
}

TEST_CASE("The search ends when it is told to")
{
    Dice dice{8};
    DrawnShapes const shapes{some_shapes(dice, 100)};
    int seen = 0;
    shapes.within({}, [&](std::size_t) { return ++seen < 5; });
    CHECK(seen == 5);
}

TEST_CASE("What is left out of a line is less than a pixel away from what is drawn")
{
    Dice dice{9};
    LayerShapes const original = some_shapes(dice, 200);
    DrawnShapes const shapes{original};
    std::size_t whole = 0, drawn = 0;
    for (int const zoom : {3, 6, 9, 12, 15, 20})
        for (std::size_t i = 0; i < shapes.count(); ++i) {
            double const pixels = std::ldexp(512.0, zoom);
            std::vector<QPointF> thin;
            for (WorldDot const dot : shapes.part(i, 0, zoom))
                thin.emplace_back(pointOf(dot).x * pixels, pointOf(dot).y * pixels);
            auto const places = original.part(original.features[i].first_part);
            whole += places.size(), drawn += thin.size();
            for (Place const place : places) {
                WorldPoint const world = toWorld(place);
                QPointF const at{world.x * pixels, world.y * pixels};
                double nearest = std::hypot(at.x() - thin[0].x(), at.y() - thin[0].y());
                for (std::size_t k = 1; k < thin.size(); ++k)
                    nearest = std::min(nearest, away(at, thin[k - 1], thin[k]));
                if (nearest > 1.0) CHECK(nearest <= 1.0);
            }
        }
    CHECK(drawn * 4 < whole * 3);
}

TEST_CASE("A ring that is cut has the same inside within the rectangle")
{
    Dice dice{10};
    QRectF const room{0, 0, 100, 100};
    for (int n = 0; n < 300; ++n) {
        std::vector<QPointF> ring;
        for (std::uint64_t i = 0, corners = 3 + dice.below(9); i < corners; ++i)
            ring.emplace_back(300 * dice.real() - 100, 300 * dice.real() - 100);
        std::vector<QPointF> cut;
        for (RasterPoint const at : cutRing(ring, room)) cut.emplace_back(at.x, at.y);
        for (int k = 0; k < 20; ++k) {
            QPointF const at{1 + 98 * dice.real(), 1 + 98 * dice.real()};
            double edge = 1e9;
            for (std::size_t i = 0; i < ring.size(); ++i)
                edge = std::min(edge, away(at, ring[i], ring[(i + 1) % ring.size()]));
            if (edge < 0.01) continue;  // rounding decides there
            bool const in_cut = cut.size() > 2 && inside(at, cut);
            CHECK(inside(at, ring) == in_cut);
        }
    }
}

TEST_CASE("A line that leaves and comes back is cut into pieces that lie within")
{
    std::vector<QPointF> const line{{10, 50}, {150, 50}, {150, 60}, {20, 60}, {20, 90}};
    auto const pieces = cutLine(line, {0, 0, 100, 100});
    REQUIRE(pieces.size() == 2);
    CHECK(pieces[0] == std::vector<RasterPoint>{{10, 50}, {100, 50}});
    CHECK(pieces[1] == std::vector<RasterPoint>{{100, 60}, {20, 60}, {20, 90}});
    CHECK(cutLine(std::vector<QPointF>{{-50, -50}, {-10, 300}}, {0, 0, 100, 100}).empty());
}

TEST_CASE("Neighbouring tiles fit and an area has its colour and its hole none")
{
    LayerShapes shapes;
    LooseFeature area;
    area.kind = ShapeKind::area;
    area.parts = {
        {{0, 0}, {0, 200'000'000}, {200'000'000, 200'000'000}, {200'000'000, 0}},
        {{50'000'000, 50'000'000}, {50'000'000, 150'000'000}, {150'000'000, 150'000'000}, {150'000'000, 50'000'000}}};
    REQUIRE(add_feature(shapes, area));
    DrawnShapes const drawn{shapes};
    // The tile of zoom 2 that has 0..90 east and 0..66.5 north.
    QImage const tile = paintShapes(drawn, {2, 2, 1}, 512, 1, {0xff3366ff, 0xff000000});
    auto const at = [&](double lon, double lat) {
        WorldPoint const world = toWorld(*place_from_degrees(lat, lon));
        return qAlpha(tile.pixel(static_cast<int>((world.x * 4 - 2) * 512), static_cast<int>((world.y * 4 - 1) * 512)));
    };
    CHECK(at(2.5, 10) > 20);
    CHECK(at(2.5, 10) < 90);
    CHECK(at(10, 10) == 0);
    CHECK(at(40, 10) == 0);
    CHECK(at(20, 10) > 150);  // on its edge
}
