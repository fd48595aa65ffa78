#include "widgets/rasteriser.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <random>

using namespace cresset::widgets;

namespace {

constexpr int side = 48;
constexpr int fine = 16;  // samples a pixel, each way

using Ring = std::vector<RasterPoint>;

class Dice {
public:
    explicit Dice(std::uint32_t seed) : engine_{seed} {}
    float in(float low, float high) { return low + (high - low) * static_cast<float>(engine_()) / 4294967295.0f; }

private:
    std::mt19937 engine_;
};

int windingAt(std::vector<Ring> const& rings, float x, float y)
{
    int winding = 0;
    for (auto const& ring : rings)
        for (std::size_t i = 0; i < ring.size(); ++i) {
            RasterPoint const a = ring[i], b = ring[(i + 1) % ring.size()];
            if ((a.y <= y) == (b.y <= y)) continue;
            if (a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x) <= x) winding += a.y < b.y ? 1 : -1;
        }
    return winding;
}

/// The plain way: many samples in every pixel.
double sampled(std::vector<Ring> const& rings, int px, int py, FillRule rule)
{
    int inside = 0;
    for (int i = 0; i < fine * fine; ++i) {
        float const x = static_cast<float>(px) + (static_cast<float>(i % fine) + 0.5f) / fine;
        float const y = static_cast<float>(py) + (static_cast<float>(i / fine) + 0.5f) / fine;
        int const winding = windingAt(rings, x, y);
        inside += rule == FillRule::nonzero ? winding != 0 : winding % 2 != 0;
    }
    return inside / static_cast<double>(fine * fine);
}

QImage painted(std::vector<Ring> const& rings, FillRule rule)
{
    QImage picture{side, side, QImage::Format_RGB32};
    picture.fill(Qt::black);
    Rasteriser rasteriser{picture.size()};
    for (auto const& ring : rings) rasteriser.ring(ring);
    rasteriser.paint(picture, qRgb(255, 255, 255), rule);
    return picture;
}

struct Difference {
    double worst = 0, mean = 0;
};

Difference compare(std::vector<Ring> const& rings, FillRule rule)
{
    QImage const picture = painted(rings, rule);
    Difference difference;
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            double const off = std::abs(qRed(picture.pixel(x, y)) / 255.0 - sampled(rings, x, y, rule));
            difference.worst = std::max(difference.worst, off);
            difference.mean += off / (side * side);
        }
    return difference;
}

/// Corners in order round a middle: the ring does not cross itself.
Ring star(Dice& dice)
{
    float const x = dice.in(0, side), y = dice.in(0, side);
    int const corners = 3 + static_cast<int>(dice.in(0, 12));
    Ring ring;
    for (int i = 0; i < corners; ++i) {
        float const angle = 6.2831853f * static_cast<float>(i) / static_cast<float>(corners), radius = dice.in(2, 40);
        ring.push_back({x + radius * std::cos(angle), y + radius * std::sin(angle)});
    }
    return ring;
}

double distanceTo(Ring const& line, double x, double y)
{
    double best = 1e9;
    for (std::size_t i = 1; i < line.size(); ++i) {
        double const ax = line[i - 1].x, ay = line[i - 1].y, dx = line[i].x - ax, dy = line[i].y - ay;
        double const squared = dx * dx + dy * dy;
        double const t = squared > 0 ? std::clamp(((x - ax) * dx + (y - ay) * dy) / squared, 0.0, 1.0) : 0;
        best = std::min(best, std::hypot(ax + t * dx - x, ay + t * dy - y));
    }
    return best;
}

}  // namespace

TEST_CASE("Shapes without area and shapes outside of the picture leave it as it is")
{
    REQUIRE(painted({{{5, 5}, {20, 20}}}, FillRule::nonzero).pixel(10, 10) == qRgb(0, 0, 0));
    REQUIRE(painted({{{-50, -50}, {-10, -50}, {-10, -10}}}, FillRule::nonzero).pixel(0, 0) == qRgb(0, 0, 0));
    REQUIRE(painted({{{100, 0}, {200, 0}, {200, 40}}}, FillRule::nonzero).pixel(side - 1, 20) == qRgb(0, 0, 0));
}

TEST_CASE("A ring far larger than the picture covers all of it")
{
    QImage const picture = painted({{{-1e6f, -1e6f}, {1e6f, -1e6f}, {1e6f, 1e6f}, {-1e6f, 1e6f}}}, FillRule::nonzero);
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) REQUIRE(qRed(picture.pixel(x, y)) == 255);
}

TEST_CASE("Painting clears what was gathered")
{
    Rasteriser rasteriser{{side, side}};
    QImage picture{side, side, QImage::Format_RGB32};
    picture.fill(Qt::black);
    rasteriser.ring(Ring{{0, 0}, {side, 0}, {side, side}, {0, side}});
    rasteriser.paint(picture, qRgb(255, 255, 255));
    picture.fill(Qt::black);
    rasteriser.paint(picture, qRgb(255, 255, 255));
    REQUIRE(qRed(picture.pixel(20, 20)) == 0);
}

TEST_CASE("300 seeded stars are filled as by 256 samples a pixel")
{
    Dice dice{1};
    for (int i = 0; i < 300; ++i) {
        std::vector<Ring> const rings{star(dice)};
        INFO("star " << i);
        Difference const difference = compare(rings, FillRule::nonzero);
        REQUIRE(difference.worst < 0.12);
        REQUIRE(difference.mean < 0.004);
    }
}

TEST_CASE("Rings that cross themselves are filled by both rules but for the pixels of the crossings")
{
    Dice dice{2};
    for (int i = 0; i < 120; ++i) {
        Ring ring;
        for (int corner = 0; corner < 7; ++corner) ring.push_back({dice.in(-10, side + 10), dice.in(-10, side + 10)});
        INFO("ring " << i);
        REQUIRE(compare({ring}, FillRule::nonzero).mean < 0.02);
        REQUIRE(compare({ring}, FillRule::even_odd).mean < 0.02);
    }
}

TEST_CASE("A hole that runs the other way stays open")
{
    Ring const outer{{4, 4}, {44, 4}, {44, 44}, {4, 44}}, hole{{14, 14}, {14, 34}, {34, 34}, {34, 14}};
    QImage const picture = painted({outer, hole}, FillRule::nonzero);
    REQUIRE(qRed(picture.pixel(24, 24)) == 0);
    REQUIRE(qRed(picture.pixel(8, 24)) == 255);
}

TEST_CASE("Strokes with round joins and caps cover what lies within half their width of the line")
{
    Dice dice{3};
    for (int i = 0; i < 200; ++i) {
        Ring line;
        for (int corner = 0; corner < 4; ++corner) line.push_back({dice.in(-5, side + 5), dice.in(-5, side + 5)});
        float const width = dice.in(1.5f, 9);
        QImage picture{side, side, QImage::Format_RGB32};
        picture.fill(Qt::black);
        Rasteriser rasteriser{picture.size()};
        rasteriser.stroke(line, {.width = width, .cap = LineCap::round});
        rasteriser.paint(picture, qRgb(255, 255, 255));
        for (int y = 0; y < side; ++y)
            for (int x = 0; x < side; ++x) {
                double const from_edge = width / 2 - distanceTo(line, x + 0.5, y + 0.5);
                INFO("line " << i << " pixel " << x << " " << y << " width " << width);
                if (from_edge > 1.0) REQUIRE(qRed(picture.pixel(x, y)) > 235);
                if (from_edge < -1.2) REQUIRE(qRed(picture.pixel(x, y)) < 20);
            }
    }
}

TEST_CASE("An end that is flat has no cap and the other end keeps its own")
{
    for (LineCap const cap : {LineCap::round, LineCap::square}) {
        QImage picture{side, side, QImage::Format_RGB32};
        picture.fill(Qt::black);
        Rasteriser rasteriser{picture.size()};
        rasteriser.stroke(Ring{{10, 20}, {30, 20}}, {.width = 8, .cap = cap, .flat_begin = true});
        rasteriser.paint(picture, qRgb(255, 255, 255));
        REQUIRE(qRed(picture.pixel(9, 19)) == 0);
        REQUIRE(qRed(picture.pixel(10, 19)) == 255);
        REQUIRE(qRed(picture.pixel(32, 19)) == 255);
        picture.fill(Qt::black);
        rasteriser.stroke(Ring{{10, 20}, {30, 20}}, {.width = 8, .cap = cap, .flat_end = true});
        rasteriser.paint(picture, qRgb(255, 255, 255));
        REQUIRE(qRed(picture.pixel(7, 19)) == 255);
        REQUIRE(qRed(picture.pixel(29, 19)) == 255);
        REQUIRE(qRed(picture.pixel(30, 19)) == 0);
    }
}

TEST_CASE("Dashes leave their gaps and begin where the phase says")
{
    QImage picture{side, side, QImage::Format_RGB32};
    picture.fill(Qt::black);
    Rasteriser rasteriser{picture.size()};
    float const dashes[] = {6, 4};
    rasteriser.stroke(Ring{{-1000, 10}, {1000, 10}}, {.width = 4, .dashes = dashes});
    rasteriser.stroke(Ring{{0, 30}, {40, 30}}, {.width = 4, .dashes = dashes, .dash_phase = 5});
    rasteriser.paint(picture, qRgb(255, 255, 255));
    for (int x = 0; x < 40; ++x) REQUIRE(qRed(picture.pixel(x, 10)) == (x % 10 < 6 ? 255 : 0));
    for (int x = 1; x < 40; ++x) REQUIRE(qRed(picture.pixel(x, 30)) == ((x + 5) % 10 < 6 ? 255 : 0));
}

TEST_CASE("A translucent colour is laid once where shapes overlap")
{
    QImage picture{side, side, QImage::Format_ARGB32_Premultiplied};
    picture.fill(Qt::transparent);
    Rasteriser rasteriser{picture.size()};
    Ring const square{{4, 4}, {30, 4}, {30, 30}, {4, 30}};
    rasteriser.ring(square);
    rasteriser.ring(square);
    rasteriser.paint(picture, qRgba(255, 0, 0, 128));
    REQUIRE(std::abs(qAlpha(picture.pixel(10, 10)) - 128) <= 1);
}
