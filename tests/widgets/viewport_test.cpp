#include "widgets/viewport.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <random>

using namespace cresset;
using namespace cresset::widgets;

namespace {

Place const porto{411550000, -86100000};

double between(QPointF a, QPointF b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

}  // namespace

TEST_CASE("A zoom that is no number or out of range is held within its limits")
{
    REQUIRE(Viewport{porto, std::nan(""), {800, 600}}.zoom() == Viewport::least_zoom);
    REQUIRE(Viewport{porto, 99, {800, 600}}.zoom() == Approx(Viewport::most_zoom).margin(0.01));
    REQUIRE(Viewport{porto, -5, {800, 600}}.zoom() == Viewport::least_zoom);
}

TEST_CASE("Nothing to fit gives the world")
{
    REQUIRE(Viewport::fitting({}, {800, 600}).zoom() == Approx(1));
}

TEST_CASE("Places come back from the screen at every zoom within a pixel")
{
    std::mt19937 dice{5};
    for (int i = 0; i < 2000; ++i) {
        Place const centre{static_cast<std::int32_t>(dice() % 1600000000) - 800000000,
                           static_cast<std::int32_t>(dice() % 3400000000u - 1700000000)};
        Viewport const view{
            centre, 20.0 * static_cast<double>(dice()) / 4294967295.0, {1920, 1080}, i % 2 == 0 ? 1.0 : 1.5};
        QPointF const at{static_cast<double>(dice() % 1920), static_cast<double>(dice() % 1080)};
        WorldPoint const world = view.worldAt(at);
        if (world.x < 0 || world.x > 1 || world.y < 0 || world.y > 1) continue;
        REQUIRE(between(view.toScreen(world), at) < 1e-3);
        double const rounding = view.zoom() > 17 ? 0.9 : 0.15;  // a place is whole 1e-7 degrees
        REQUIRE(between(view.toScreen(view.placeAt(at)), at) < rounding);
    }
}

TEST_CASE("The place under the mouse stays there when zooming")
{
    Viewport const view{porto, 14, {1920, 1080}};
    QPointF const mouse{300, 900};
    Place const under = view.placeAt(mouse);
    for (double zoom : {3.0, 12.25, 14.5, 16.0, 20.5})
        REQUIRE(between(view.zoomedAt(mouse, zoom).toScreen(under), mouse) < 1.5);
}

TEST_CASE("Panning there and back is the same view")
{
    Viewport const view{porto, 14.3, {1920, 1080}};
    REQUIRE(view.panned({137, -55}).panned({-137, 55}) == view);
    REQUIRE(between(view.panned({137, -55}).toScreen(porto), view.toScreen(porto) + QPointF{137, -55}) < 1e-6);
}

TEST_CASE("Tiles lie on whole pixels and cover the view without a gap")
{
    for (double zoom : {0.0, 9.7, 14.0, 14.33, 17.9}) {
        Viewport const view{porto, zoom, {1366, 768}, 1.25};
        QRect const range = view.tileRange();
        for (int x = range.left(); x <= range.right(); ++x) {
            QRectF const tile = view.tileRect(
                {view.tileZoom(), static_cast<std::uint32_t>(x), static_cast<std::uint32_t>(range.top())});
            REQUIRE(tile.left() == std::round(tile.left()));
            REQUIRE(tile.width() == view.tilePixels());
        }
        QRectF const last = view.tileRect(
            {view.tileZoom(), static_cast<std::uint32_t>(range.right()), static_cast<std::uint32_t>(range.bottom())});
        bool const to_the_edge = last.right() >= view.size().width() || range.right() == (1 << view.tileZoom()) - 1;
        REQUIRE(to_the_edge);
    }
}

TEST_CASE("Fitting shows all of the bounds and not much more")
{
    Bounds bounds;
    bounds.add({411000000, -87000000});
    bounds.add({412000000, -85000000});
    Viewport const view = Viewport::fitting(bounds, {1920, 1080});
    REQUIRE(view.bounds().contains(bounds.min));
    REQUIRE(view.bounds().contains(bounds.max));
    Viewport const closer{view.centre(), view.zoom() + 0.5, view.size()};
    bool const all = closer.bounds().contains(bounds.min) && closer.bounds().contains(bounds.max);
    REQUIRE_FALSE(all);
}

TEST_CASE("Metres a pixel agree with the distance between two pixels")
{
    Viewport const view{porto, 15, {1000, 800}};
    double const metres = static_cast<double>(distance_mm(view.placeAt({400, 400}), view.placeAt({600, 400}))) / 1000;
    REQUIRE(metres == Approx(200 * view.metresPerPixel()).epsilon(0.005));
}
