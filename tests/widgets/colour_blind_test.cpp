#include "widgets/icon.h"
#include "widgets/theme.h"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>
#include <string>
#include <vector>

// Eight men in a hundred see red and green as one. What a status or a priority says must reach them by its shape, its
// letter or its figure, and its colour must still stand out from the ground.

using namespace cresset::widgets;

namespace {

/// Machado, Oliveira and Fernandes (2009), "A Physiologically-based Model for Simulation of Color Vision Deficiency",
/// severity 1, in linear RGB.
struct Sight {
    char const* name;
    std::array<std::array<double, 3>, 3> matrix;
};
constexpr std::array sights{
    Sight{"protanopia",
          {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}}},
    Sight{"deuteranopia",
          {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}}},
    Sight{"tritanopia",
          {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}}}};

using Light = std::array<double, 3>;

Light light_of(QColor colour)
{
    auto const linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return {linear(colour.redF()), linear(colour.greenF()), linear(colour.blueF())};
}
Light seen(Sight const& sight, QColor colour)
{
    Light const light = light_of(colour);
    Light result{};
    for (std::size_t row = 0; row < 3; ++row) {
        for (std::size_t i = 0; i < 3; ++i) result[row] += sight.matrix[row][i] * light[i];
        result[row] = std::clamp(result[row], 0.0, 1.0);
    }
    return result;
}
double brightness(Light light)
{
    return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2];
}
double contrast(Light a, Light b)
{
    double const la = brightness(a), lb = brightness(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

constexpr int small = 16;

/// Its shape alone: white on black, without any colour.
QImage shape_of(MarkStatus status)
{
    QImage const drawn = iconPicture("status-" + std::string{nameOf(status)}, small, {Qt::black, Qt::black, Qt::white});
    QImage ground{small, small, QImage::Format_Grayscale8};
    ground.fill(Qt::black);
    for (int y = 0; y < small; ++y)
        for (int x = 0; x < small; ++x) {
            QRgb const pixel = drawn.pixel(x, y);
            ground.scanLine(y)[x] = static_cast<uchar>(qGray(pixel) * qAlpha(pixel) / 255);
        }
    return ground;
}
/// How many of its pixels are clearly of the other kind.
int differing(QImage const& a, QImage const& b)
{
    int count = 0;
    for (int y = 0; y < small; ++y)
        for (int x = 0; x < small; ++x)
            count += std::abs(int{a.constScanLine(y)[x]} - int{b.constScanLine(y)[x]}) > 100 ? 1 : 0;
    return count;
}

}  // namespace

TEST_CASE("The model of sight leaves greys grey and makes red and green alike for who cannot tell them")
{
    for (Sight const& sight : sights) {
        Light const grey = seen(sight, QColor{128, 128, 128});
        CHECK(grey[0] == Approx(grey[1]).margin(0.005));
        CHECK(grey[1] == Approx(grey[2]).margin(0.005));
    }
    QColor const red{200, 60, 50}, green{96, 108, 50};
    CHECK(contrast(seen(sights[1], red), seen(sights[1], green)) < contrast(light_of(red), light_of(green)) + 0.2);
}

TEST_CASE("Every colour of status and priority stands out from its ground for the colour-blind too")
{
    for (char const* name : {"night", "day"}) {
        auto const theme = Theme::load(name);
        REQUIRE(theme);
        for (Sight const& sight : sights)
            for (char const* ground : {"window", "panel", "raised"}) {
                Light const under = seen(sight, theme->colour(ground));
                for (int status = 0; status < 7; ++status) {
                    INFO(name << " " << sight.name << " " << ground << " status " << status);
                    CHECK(contrast(seen(sight, theme->status(static_cast<MarkStatus>(status))), under) >= 3);
                }
                for (char const* word : {"warning", "error", "accent"}) {
                    INFO(name << " " << sight.name << " " << ground << " " << word);
                    CHECK(contrast(seen(sight, theme->colour(word)), under) >= 3);
                }
            }
    }
}

TEST_CASE("Any two statuses differ in black and white at sixteen pixels")
{
    std::vector<QImage> shapes;
    for (int status = 0; status < 8; ++status) shapes.push_back(shape_of(static_cast<MarkStatus>(status)));
    for (std::size_t a = 0; a < shapes.size(); ++a)
        for (std::size_t b = 0; b < a; ++b) {
            INFO(nameOf(static_cast<MarkStatus>(a)) << " and " << nameOf(static_cast<MarkStatus>(b)));
            CHECK(differing(shapes[a], shapes[b]) >= 12);
        }
}
