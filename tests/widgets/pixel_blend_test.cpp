#include "widgets/pixel_blend.h"

#include "widgets/rasteriser.h"
#include "widgets/symbol.h"

#include <QColor>
#include <catch2/catch.hpp>
#include <random>
#include <vector>

using namespace cresset::widgets;

namespace {

std::vector<std::uint32_t> colours(std::mt19937& dice, std::size_t count, bool opaque)
{
    std::vector<std::uint32_t> row;
    for (std::size_t i = 0; i < count; ++i) {
        auto const colour = static_cast<std::uint32_t>(dice());
        row.push_back(opaque ? colour | 0xff000000u : qPremultiply(colour));
    }
    return row;
}

}  // namespace

TEST_CASE("Many pixels at a time are laid as one by one")
{
    std::mt19937 dice{11};
    for (int round = 0; round < 500; ++round) {
        std::size_t const count = dice() % 23;
        auto const source = colours(dice, count, false);
        auto target = colours(dice, count, true), plain = target;
        layPixels(source.data(), target.data(), static_cast<int>(count));
        for (std::size_t i = 0; i < count; ++i) plain[i] = laidOver(plain[i], source[i], 256);
        REQUIRE(target == plain);
    }
}

TEST_CASE("A symbol is laid the same wherever it is cut off by the picture's edge")
{
    std::mt19937 dice{12};
    QImage drawing{13, 9, QImage::Format_ARGB32_Premultiplied};
    drawing.fill(0);
    for (int y = 1; y < 8; ++y)
        for (int x = 2; x < 12; ++x)
            drawing.setPixel(
                x, y,
                qPremultiply(x > 4 && x < 9 ? static_cast<QRgb>(dice()) | 0xff000000u : static_cast<QRgb>(dice())));
    Symbol const symbol{drawing, {6, 4}};
    REQUIRE(symbol.rectAt({0, 0}) == QRect(-4, -3, 10, 7));
    for (int y = -6; y < 30; ++y)
        for (int x = -8; x < 40; ++x) {
            QImage picture{32, 24, QImage::Format_RGB32}, wide{64, 56, QImage::Format_RGB32};
            picture.fill(Qt::gray);
            wide.fill(Qt::gray);
            symbol.lay(picture, {x, y});
            symbol.lay(wide, {x + 16, y + 16});
            REQUIRE(picture == wide.copy(16, 16, 32, 24));
        }
}

TEST_CASE("One colour is laid over many pixels as over one")
{
    std::mt19937 dice{14};
    for (int round = 0; round < 500; ++round) {
        std::size_t const count = dice() % 23;
        std::uint32_t const colour = colours(dice, 1, false)[0], coverage = static_cast<std::uint32_t>(dice() % 257);
        auto target = colours(dice, count, true), plain = target;
        fillPixels(covered(colour, coverage), target.data(), static_cast<int>(count));
        for (auto& pixel : plain) pixel = laidOver(pixel, colour, coverage);
        REQUIRE(target == plain);
    }
}

TEST_CASE("Mixing pixels gives neither picture more than its part")
{
    std::mt19937 dice{13};
    auto const source = colours(dice, 1000, true);
    auto const before = colours(dice, 1000, true);
    for (int const part : {0, 1, 100, 128, 255, 256}) {
        auto target = before;
        mixPixels(source.data(), target.data(), 1000, part);
        for (std::size_t i = 0; i < 1000; ++i)
            for (int shift : {0, 8, 16, 24}) {
                int const a = source[i] >> shift & 255, b = before[i] >> shift & 255;
                REQUIRE(static_cast<int>(target[i] >> shift & 255) ==
                        (shift == 24 ? 255 : (a * part + b * (256 - part)) / 256));
            }
    }
}

TEST_CASE("A symbol without a pixel lays nothing")
{
    QImage clear{8, 8, QImage::Format_ARGB32_Premultiplied};
    clear.fill(0);
    QImage picture{8, 8, QImage::Format_RGB32};
    picture.fill(Qt::blue);
    QImage const before = picture.copy();
    Symbol{clear, {4, 4}}.lay(picture, {4, 4});
    Symbol{}.lay(picture, {4, 4});
    REQUIRE(picture == before);
}
